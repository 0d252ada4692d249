package vn.loa.command.inquiry;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.time.temporal.WeekFields;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.loa.command.ChatAdmission;
import vn.loa.command.Request;
import vn.loa.command.office.OfficePaper;
import vn.loa.model.Chat;
import vn.loa.model.Media;
import vn.loa.model.RichText;
import vn.loa.phrases.DateFormats;
import vn.loa.store.chat.ChatStore;
import vn.loa.store.chat.UnitStore;
import vn.loa.store.inquiry.AnswerKind;
import vn.loa.store.inquiry.Inquiry;
import vn.loa.store.inquiry.InquiryAnswer;
import vn.loa.store.inquiry.InquiryAnswer.Respondent;
import vn.loa.store.inquiry.InquiryStore;
import vn.loa.text.Folding;
import vn.loa.xlsx.OfficeSheet;
import vn.loa.xlsx.Sheet;
import vn.loa.xlsx.SpreadsheetFile;

/** Sums up the answers to a question: the last of each respondent, who has not answered, as text and as a spreadsheet. */
public final class InquiryResults {
    private static final List<Integer> WIDTHS = List.of(6, 34, 32, 26, 20, 22);
    private static final int MOST_LINES = 30;
    private static final int LONGEST_ANSWER = 80;
    private static final int LONGEST_TEXT = 3_800;

    private final InquiryStore inquiries;
    private final ChatStore chats;
    private final UnitStore units;
    private final ZoneId zone;
    private final OfficePaper paper;

    /**
     * Makes the summary, with times in this zone.
     *
     * @param paper heads the spreadsheet
     */
    public InquiryResults(InquiryStore inquiries, ChatStore chats, UnitStore units, ZoneId zone, OfficePaper paper) {
        this.inquiries = inquiries;
        this.chats = chats;
        this.units = units;
        this.zone = zone;
        this.paper = paper;
    }

    /** Returns the answers that count, by the respondents' names. */
    private List<InquiryAnswer> counting(long inquiryId) {
        Map<String, InquiryAnswer> last = new LinkedHashMap<>();
        inquiries
                .answers(inquiryId)
                .forEach(answer -> last.put(answer.respondent().key(), answer));
        return last.values().stream()
                .sorted(Comparator.comparing(
                        answer -> Folding.fold(answer.respondent().name())))
                .toList();
    }

    /** Returns the asked chats from which and for whose unit no answer has come. */
    List<Chat> silent(long inquiryId) {
        List<InquiryAnswer> answers = inquiries.answers(inquiryId);
        Set<Long> from = answers.stream().map(InquiryAnswer::chatId).collect(Collectors.toSet());
        Set<String> respondents =
                answers.stream().map(answer -> answer.respondent().key()).collect(Collectors.toSet());
        return inquiries.chats(inquiryId).stream()
                .filter(chat -> !from.contains(chat) && !respondents.contains(unitKey(chat)))
                .flatMap(chat -> chats.byId(chat).stream())
                .toList();
    }

    private String unitKey(long chatId) {
        OptionalLong unit = units.of(chatId);
        return unit.isPresent() ? Respondent.unit(unit.getAsLong(), "").key() : "";
    }

    /** Returns the table as text: totals, answers with who and when, and who has not answered. */
    RichText text(Request request, Inquiry inquiry) {
        List<InquiryAnswer> answers = counting(inquiry.id());
        List<Chat> silent = silent(inquiry.id());
        RichText.Builder text = RichText.builder()
                .bold("#" + inquiry.id() + " " + inquiry.question())
                .plain("\n" + state(request, inquiry))
                .plain("\n" + request.say("inquiry.count", answers.size(), silent.size()));
        total(request, inquiry, answers).ifPresent(total -> text.plain("\n" + total));
        answers.stream()
                .limit(MOST_LINES)
                .forEach(answer -> text.plain("\n• ")
                        .bold(answer.respondent().name())
                        .plain(": " + line(request, inquiry, answer)));
        if (answers.size() > MOST_LINES) {
            text.plain("\n" + request.say("inquiry.more", answers.size() - MOST_LINES));
        }
        if (!silent.isEmpty()) {
            text.plain("\n\n" + request.say("inquiry.silent", titles(request, silent)));
        }
        return text.build().abridged(LONGEST_TEXT);
    }

    private String state(Request request, Inquiry inquiry) {
        String sent = inquiry.openedAt().map(at -> DateFormats.minute(at, zone)).orElse("");
        return inquiry.closedAt()
                .map(at -> request.say("inquiry.state.closed", sent, DateFormats.minute(at, zone)))
                .orElseGet(() -> request.say("inquiry.state.open", sent));
    }

    /** Some platforms tell no names. */
    private String line(Request request, Inquiry inquiry, InquiryAnswer answer) {
        String shown = new InquiryWords(request.phrases()).shown(inquiry.kind(), answer.answer());
        String when = DateFormats.minute(answer.author().at(), zone);
        String by = answer.author().name().isBlank() ? when : answer.author().name() + ", " + when;
        return RichText.plain(shown).abridged(LONGEST_ANSWER).text() + " (" + by + ")";
    }

    private static String titles(Request request, List<Chat> silent) {
        String some = silent.stream()
                .limit(MOST_LINES)
                .map(chat -> ChatAdmission.title(chat, request.phrases()))
                .collect(Collectors.joining(", "));
        return silent.size() > MOST_LINES ? some + "…" : some;
    }

    /** Returns the sum of numbers, or how many gave each answer; nothing for lines. */
    private static Optional<String> total(Request request, Inquiry inquiry, List<InquiryAnswer> answers) {
        if (answers.isEmpty() || inquiry.kind() == AnswerKind.LINE) {
            return Optional.empty();
        }
        InquiryWords words = new InquiryWords(request.phrases());
        if (inquiry.kind() == AnswerKind.NUMBER) {
            String sum = sum(answers).toPlainString();
            return Optional.of(request.say("inquiry.sum", words.shown(AnswerKind.NUMBER, sum)));
        }
        Map<String, Long> counts = new LinkedHashMap<>();
        answers.forEach(answer -> counts.merge(words.shown(inquiry.kind(), answer.answer()), 1L, Long::sum));
        return Optional.of(counts.entrySet().stream()
                .map(count -> count.getKey() + ": " + count.getValue())
                .collect(Collectors.joining(" · ")));
    }

    private static BigDecimal sum(List<InquiryAnswer> answers) {
        return answers.stream().map(answer -> new BigDecimal(answer.answer())).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Returns the spreadsheet: what counts and who has not answered, and beside it every answer that was given. */
    Media.Made file(Request request, Inquiry inquiry) {
        List<List<Object>> every = new ArrayList<>();
        inquiries.answers(inquiry.id()).forEach(answer -> every.add(row(request, inquiry, answer, every.size() + 1)));
        byte[] content = SpreadsheetFile.of(List.of(summary(request, inquiry), every(request, inquiry, every)));
        return new Media.Made(Media.Kept.Form.DOCUMENT, "tra-loi-" + inquiry.id() + ".xlsx", content);
    }

    /** Returns the table that is printed and handed in. */
    private OfficeSheet summary(Request request, Inquiry inquiry) {
        List<InquiryAnswer> counting = counting(inquiry.id());
        List<List<Object>> lines = new ArrayList<>();
        counting.forEach(answer -> {
            List<Object> line = new ArrayList<>(row(request, inquiry, answer, lines.size() + 1));
            line.add("");
            lines.add(line);
        });
        String silent = request.say("inquiry.sheet.silent");
        silent(inquiry.id())
                .forEach(chat -> lines.add(
                        List.of(lines.size() + 1, ChatAdmission.title(chat, request.phrases()), "", "", "", silent)));
        return new OfficeSheet(
                request.say("inquiry.sheet.summary"),
                paper.head(request.chat(), request.phrases()),
                titles(request, inquiry),
                OfficePaper.columns(request.say("inquiry.sheet.columns"), WIDTHS),
                lines,
                total(request, inquiry, counting)
                        .map(total -> List.<Object>of(
                                "", request.say("inquiry.sheet.sum"), totalCell(inquiry, counting, total), "", "", ""))
                        .orElse(List.of()),
                paper.signatures(request.phrases()));
    }

    /** A sum is a number, for others to go on counting with. */
    private static Object totalCell(Inquiry inquiry, List<InquiryAnswer> counting, String total) {
        return inquiry.kind() == AnswerKind.NUMBER ? sum(counting) : total;
    }

    private List<String> titles(Request request, Inquiry inquiry) {
        return Stream.of(
                        request.say("inquiry.sheet.heading"),
                        inquiry.question(),
                        week(request, inquiry),
                        state(request, inquiry))
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private List<Object> row(Request request, Inquiry inquiry, InquiryAnswer answer, int number) {
        Object value = inquiry.kind() == AnswerKind.NUMBER
                ? new BigDecimal(answer.answer())
                : new InquiryWords(request.phrases()).shown(inquiry.kind(), answer.answer());
        return List.of(
                number,
                answer.respondent().name(),
                value,
                answer.author().name(),
                DateFormats.minute(answer.author().at(), zone));
    }

    /** Returns the week in which a question was sent, from Monday to Sunday. */
    private String week(Request request, Inquiry inquiry) {
        return inquiry.openedAt()
                .map(at -> {
                    LocalDate day = LocalDate.ofInstant(at, zone);
                    LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                    return request.say(
                            "inquiry.sheet.week",
                            String.valueOf(day.get(WeekFields.ISO.weekOfWeekBasedYear())),
                            DateFormats.date(monday),
                            DateFormats.date(monday.plusDays(6)));
                })
                .orElse("");
    }

    private Sheet every(Request request, Inquiry inquiry, List<List<Object>> lines) {
        List<String> columns = List.of(request.say("inquiry.sheet.columns").split("\\|"));
        return new Sheet(
                request.say("inquiry.sheet.every"),
                List.of(inquiry.question()),
                columns.subList(0, columns.size() - 1),
                WIDTHS.subList(0, columns.size() - 1),
                lines);
    }
}
