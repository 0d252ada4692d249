package vn.loa.command.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import vn.loa.command.ChatAdmission;
import vn.loa.command.Request;
import vn.loa.command.UnitNames;
import vn.loa.command.office.OfficePaper;
import vn.loa.model.Media;
import vn.loa.model.Unit;
import vn.loa.phrases.DateFormats;
import vn.loa.store.delivery.ReportStore.ChatReport;
import vn.loa.xlsx.OfficeSheet;
import vn.loa.xlsx.SpreadsheetFile;

/** Writes a report on what chats received and acknowledged as a spreadsheet in the form of the office. */
final class ReportFile {
    private static final List<Integer> WIDTHS = List.of(6, 28, 34, 11, 11, 11, 11, 12, 24);
    private static final List<ToIntFunction<ChatReport>> COUNTS = List.of(
            ChatReport::sent, ChatReport::acknowledged, ChatReport::persons, ChatReport::waiting, ChatReport::dead);

    private final OfficePaper paper;
    private final UnitNames names;

    ReportFile(OfficePaper paper, UnitNames names) {
        this.paper = paper;
        this.names = names;
    }

    /** Returns the file on the days from the first to the last. */
    Media.Made of(Request request, LocalDate first, LocalDate last, List<ChatReport> chats) {
        OfficeSheet sheet = new OfficeSheet(
                request.say("report.sheet"),
                paper.head(request.chat(), request.phrases()),
                List.of(
                        request.say("report.sheet.title"),
                        request.say("report.sheet.about"),
                        period(request, first, last)),
                OfficePaper.columns(request.say("report.sheet.columns"), WIDTHS),
                lines(request, chats),
                total(request, chats),
                paper.signatures(request.phrases()));
        String name = "bao-cao-" + (first.equals(last) ? "" : first + "-") + last + ".xlsx";
        return new Media.Made(Media.Kept.Form.DOCUMENT, name, SpreadsheetFile.of(List.of(sheet)));
    }

    private static String period(Request request, LocalDate first, LocalDate last) {
        return first.equals(last)
                ? request.say("report.sheet.day", DateFormats.date(last))
                : request.say("report.sheet.days", DateFormats.date(first), DateFormats.date(last));
    }

    private List<List<Object>> lines(Request request, List<ChatReport> chats) {
        List<List<Object>> lines = new ArrayList<>();
        for (ChatReport chat : chats) {
            List<Object> line = new ArrayList<>();
            line.add(lines.size() + 1);
            line.add(names.of(chat.chat()).map(Unit::name).orElse(""));
            line.add(ChatAdmission.title(chat.chat(), request.phrases()));
            COUNTS.forEach(count -> line.add(count.applyAsInt(chat)));
            line.add(remark(request, chat));
            lines.add(line);
        }
        return lines;
    }

    private static String remark(Request request, ChatReport chat) {
        if (!chat.asked()) {
            return request.say("report.sheet.unasked");
        }
        return chat.sent() > 0 && chat.acknowledged() == 0 ? request.say("report.sheet.unacknowledged") : "";
    }

    private static List<Object> total(Request request, List<ChatReport> chats) {
        List<Object> total = new ArrayList<>(List.of("", request.say("report.sheet.total"), ""));
        COUNTS.forEach(count -> total.add(chats.stream().mapToInt(count).sum()));
        total.add("");
        return total;
    }
}
