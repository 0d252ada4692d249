package vn.loa.text.date;

import java.time.DayOfWeek;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** The names of the days of the week, in Vietnamese and English, folded. */
final class WeekdayNames {
    private static final Map<String, DayOfWeek> AFTER_THU = Map.of(
            "hai", DayOfWeek.MONDAY,
            "ba", DayOfWeek.TUESDAY,
            "tu", DayOfWeek.WEDNESDAY,
            "nam", DayOfWeek.THURSDAY,
            "sau", DayOfWeek.FRIDAY,
            "bay", DayOfWeek.SATURDAY);
    private static final Map<String, DayOfWeek> ENGLISH = Map.ofEntries(
            Map.entry("mon", DayOfWeek.MONDAY),
            Map.entry("monday", DayOfWeek.MONDAY),
            Map.entry("tue", DayOfWeek.TUESDAY),
            Map.entry("tuesday", DayOfWeek.TUESDAY),
            Map.entry("wed", DayOfWeek.WEDNESDAY),
            Map.entry("wednesday", DayOfWeek.WEDNESDAY),
            Map.entry("thursday", DayOfWeek.THURSDAY),
            Map.entry("fri", DayOfWeek.FRIDAY),
            Map.entry("friday", DayOfWeek.FRIDAY),
            Map.entry("sat", DayOfWeek.SATURDAY),
            Map.entry("saturday", DayOfWeek.SATURDAY),
            Map.entry("sun", DayOfWeek.SUNDAY),
            Map.entry("sunday", DayOfWeek.SUNDAY),
            Map.entry("cn", DayOfWeek.SUNDAY));

    /** Fold like Vietnamese words ("giám sát", "bộ môn"): they name a day before a comma, or in a line of English. */
    private static final Set<String> SHORT = Set.of("mon", "tue", "sat", "sun");

    private static final Set<String> OF_ENGLISH =
            Set.of("pm", "gmt", "posted", "published", "publish", "updated", "by");

    /** Before "thứ tự", which folds like a day of the week. */
    private static final Set<String> OF_ORDER = Set.of("so", "theo", "dung", "cac", "xep");

    /** In tokens; the name stands right before the date or right after it. */
    private static final int NEAR = 4;

    private static final int FIRST_NUMBERED = 2;
    private static final int LAST_NUMBERED = 7;

    private WeekdayNames() {}

    /** Returns the day of the week that stands beside a date. */
    static Optional<DayOfWeek> beside(DateTokens tokens, CivilDate date) {
        return within(tokens, date.start() - NEAR, date.start())
                .or(() -> within(tokens, date.end(), date.end() + NEAR));
    }

    private static Optional<DayOfWeek> within(DateTokens tokens, int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(at -> at(tokens, at, to))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<DayOfWeek> at(DateTokens tokens, int at, int to) {
        boolean thu = tokens.isWord(at, "thu") || tokens.isWord(at, "t");
        if (thu && at + 1 < to && tokens.isNumber(at + 1, 1, 1)) {
            int number = tokens.number(at + 1);
            boolean named = number >= FIRST_NUMBERED && number <= LAST_NUMBERED;
            return named ? Optional.of(DayOfWeek.of(number - 1)) : Optional.empty();
        }
        if (tokens.isWord(at, "thu") && tokens.isWord(at + 1, "tu") && tokens.isWord(at - 1, OF_ORDER)) {
            return Optional.empty();
        }
        if (tokens.isWord(at, "thu")) {
            return Optional.ofNullable(AFTER_THU.get(tokens.text(at + 1)));
        }
        boolean sunday = tokens.isWord(at, "chu") && tokens.isWord(at + 1, "nhat");
        if (sunday) {
            return Optional.of(DayOfWeek.SUNDAY);
        }
        return isOther(tokens, at) ? Optional.empty() : Optional.ofNullable(ENGLISH.get(tokens.text(at)));
    }

    private static boolean isOther(DateTokens tokens, int at) {
        return tokens.isWord(at, SHORT)
                && !tokens.isSign(at + 1, ",.")
                && !tokens.isAnyWord(0, tokens.size(), OF_ENGLISH);
    }
}
