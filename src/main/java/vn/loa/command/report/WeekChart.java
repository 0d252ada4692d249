package vn.loa.command.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.loa.chart.BarChart;
import vn.loa.chart.ChartRenderer;
import vn.loa.chart.DrawingException;
import vn.loa.command.ChatAdmission;
import vn.loa.command.Request;
import vn.loa.model.Media;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.RichText;
import vn.loa.phrases.DateFormats;
import vn.loa.store.delivery.ReportStore;
import vn.loa.store.delivery.ReportStore.ChatReport;

/** Draws the picture for the report of several days: arrived and acknowledged announcements, by day and by chat. */
final class WeekChart {
    private static final Logger log = LoggerFactory.getLogger(WeekChart.class);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d/M", Locale.ROOT);
    private static final int MOST_CHATS = 12;
    private static final int LONGEST_LABEL = 32;

    private final ReportStore reports;
    private final ZoneId zone;

    WeekChart(ReportStore reports, ZoneId zone) {
        this.reports = reports;
        this.zone = zone;
    }

    /** Draws the picture; empty where this machine cannot draw, which is in the log. */
    Optional<OutgoingMessage> draw(Request request, LocalDate first, LocalDate last, List<ChatReport> chats) {
        try {
            byte[] png = ChartRenderer.open().draw(List.of(byDay(request, first, last, chats), byChat(request, chats)));
            String title = request.say("report.chart", DateFormats.date(first) + " – " + DateFormats.date(last));
            return Optional.of(OutgoingMessage.plain(title)
                    .withMedia(new Media.Made(Media.Kept.Form.PHOTO, "bao-cao-tuan.png", png)));
        } catch (DrawingException e) {
            log.warn("the report comes without a chart: {}", e.getMessage());
            return Optional.empty();
        }
    }

    private BarChart byDay(Request request, LocalDate first, LocalDate last, List<ChatReport> chats) {
        Set<Long> these = chats.stream().map(each -> each.chat().id()).collect(Collectors.toSet());
        List<LocalDate> days = first.datesUntil(last.plusDays(1)).toList();
        List<List<ChatReport>> daily =
                days.stream().map(day -> ofDay(day, these)).toList();
        List<String> labels = days.stream()
                .map(day -> request.say("report.weekday." + day.getDayOfWeek().getValue()) + " " + DAY.format(day))
                .toList();
        List<BarChart.Series> series = List.of(
                series(request.say("report.chart.sent"), daily, day -> sum(day, ChatReport::sent)),
                series(request.say("report.chart.acknowledged"), daily, day -> sum(day, ChatReport::acknowledged)),
                series(request.say("report.chart.dead"), daily, day -> sum(day, ChatReport::dead)));
        return new BarChart(request.say("report.chart.by-day"), false, labels, series);
    }

    private List<ChatReport> ofDay(LocalDate day, Set<Long> chats) {
        Instant from = day.atStartOfDay(zone).toInstant();
        Instant until = day.plusDays(1).atStartOfDay(zone).toInstant();
        return reports.report(from, until).stream()
                .filter(each -> chats.contains(each.chat().id()))
                .toList();
    }

    private static int sum(List<ChatReport> day, ToIntFunction<ChatReport> value) {
        return day.stream().mapToInt(value).sum();
    }

    private static BarChart byChat(Request request, List<ChatReport> chats) {
        List<ChatReport> most = chats.stream()
                .sorted(Comparator.comparingInt(ChatReport::sent).reversed())
                .limit(MOST_CHATS)
                .toList();
        String title = chats.size() > MOST_CHATS
                ? request.say("report.chart.by-most-chats", MOST_CHATS)
                : request.say("report.chart.by-chat");
        List<BarChart.Series> series = List.of(
                series(request.say("report.chart.sent"), most, ChatReport::sent),
                series(request.say("report.chart.acknowledged"), most, ChatReport::acknowledged),
                series(request.say("report.chart.dead"), most, ChatReport::dead));
        return new BarChart(title, true, labels(request, most), series);
    }

    /** Returns labels that differ, for the library takes equal ones for one. */
    private static List<String> labels(Request request, List<ChatReport> chats) {
        List<String> labels = new ArrayList<>();
        for (ChatReport chat : chats) {
            String label = RichText.plain(ChatAdmission.title(chat.chat(), request.phrases()))
                    .abridged(LONGEST_LABEL)
                    .text();
            labels.add(labels.contains(label) ? label + " #" + chat.chat().id() : label);
        }
        return labels;
    }

    private static <T> BarChart.Series series(String name, List<T> of, ToIntFunction<T> value) {
        return new BarChart.Series(
                name, of.stream().map(each -> value.applyAsInt(each)).toList());
    }
}
