package vn.loa.command.intent;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.loa.Cases;

/** A sentence and what it means, as the case files tell it: intent, and one slot in words. */
public record SpokenCase(String text, String intent, String slot) {
    public SpokenCase {
        Objects.requireNonNull(text);
        Objects.requireNonNull(intent);
        Objects.requireNonNull(slot);
    }

    /** The lines {@code sentence | intent | slot} of {@code intents/name}. */
    public static Stream<SpokenCase> read(String name) {
        return Cases.bytesAsText("intents/" + name)
                .lines()
                .filter(line -> !line.isBlank())
                .map(line -> {
                    List<String> parts = Arrays.stream((line + " | |").split("\\|"))
                            .map(String::strip)
                            .toList();
                    return new SpokenCase(parts.get(0), parts.get(1), parts.size() > 2 ? parts.get(2) : "");
                });
    }

    /** What was understood, in the words of the case files. */
    public static String told(Understanding understood) {
        Slots slots = understood.slots();
        String name = understood.intent().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return switch (understood.intent()) {
            case LATEST ->
                name + slots.count().stream().mapToObj(n -> " n=" + n).collect(Collectors.joining());
            case LATEST_PERIOD -> name + " " + period(slots);
            case SEARCH -> slots.what().isEmpty() ? "search-empty" : name + " " + slots.what();
            case FOLLOW -> name + " " + (slots.everything() ? "all" : slots.what());
            case LATEST_OF ->
                name + slots.days().map(days -> " " + days.typed()).orElse("") + " " + slots.what();
            case UNFOLLOW -> name + " " + slots.what();
            case PAUSE -> slots.until().map(until -> name + " " + until(until)).orElse("pause-menu");
            case TIMES -> name + " " + (slots.times().isEmpty() ? "at once" : times(slots));
            case QUIET -> (name + " " + times(slots)).strip();
            case REPORT_TODAY ->
                slots.period().filter(Period.YESTERDAY::equals).isPresent() ? "report-yesterday" : name;
            case OFFER -> (name + " " + slots.what()).strip();
            default -> name;
        };
    }

    private static String period(Slots slots) {
        return slots.days()
                .map(NewsDays::typed)
                .or(() -> slots.period()
                        .map(period -> period.name().toLowerCase(Locale.ROOT).replace('_', '-')))
                .orElse("");
    }

    private static String times(Slots slots) {
        return slots.times().stream()
                .map(time -> time.getHour() + ":" + (time.getMinute() < 10 ? "0" : "") + time.getMinute())
                .collect(Collectors.joining(" "));
    }

    private static String until(Until until) {
        return switch (until.unit()) {
            case DAYS -> "days=" + until.number();
            case TOMORROW -> "until=tomorrow";
            case WEEKDAY -> "until=weekday" + until.number();
            case WEEKDAY_OF_NEXT_WEEK -> "until=next-weekday" + until.number();
            case DATE -> "until=" + until.number() + "/" + until.month();
            case MONTH -> "until=" + (until.whole() ? "end of " : "1/") + until.month();
            case END_OF_WEEK -> "until=week";
            case END_OF_MONTH -> "until=month";
        };
    }

    public String expected() {
        return (intent + " " + slot).strip();
    }

    @Override
    public String toString() {
        return text;
    }
}
