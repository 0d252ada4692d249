package vn.loa.document.deadline;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;

/** Counts days told from that of the text: {@code ngày mai}, {@code thứ Sáu tuần này}. */
final class RelativeDays {
    private static final List<String> WEEKDAYS = List.of("hai", "ba", "tu", "nam", "sau", "bay");

    private RelativeDays() {}

    /** Returns the day that a match of {@link DuePatterns#RELATIVE} means; empty when it is not clear or over. */
    static Optional<LocalDate> of(Matcher relative, LocalDate from) {
        String near = relative.group("near");
        return near != null
                ? Optional.of(from.plusDays(near.endsWith("nay") ? 0 : near.endsWith("mai") ? 1 : 2))
                : ofWeek(weekday(relative.group("weekday")), relative.group("week"), from);
    }

    /** Without its week a weekday is the next one; on that very day it might be this one or the next. */
    private static Optional<LocalDate> ofWeek(DayOfWeek day, String week, LocalDate from) {
        if (week == null) {
            return Optional.of(from.with(TemporalAdjusters.next(day))).filter(next -> from.getDayOfWeek() != day);
        }
        LocalDate here =
                from.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).with(TemporalAdjusters.nextOrSame(day));
        return Optional.of(week.endsWith("nay") ? here : here.plusWeeks(1)).filter(date -> !date.isBefore(from));
    }

    /** Returns the day of the week that folded words name, {@code thu hai}, {@code thu 2} or {@code t2}. */
    static DayOfWeek weekday(String words) {
        if (words.startsWith("chu")) {
            return DayOfWeek.SUNDAY;
        }
        String name = words.startsWith("thu ") ? words.substring("thu ".length()) : words.substring(1);
        int number = WEEKDAYS.indexOf(name);
        return DayOfWeek.of(number >= 0 ? number + 1 : Integer.parseInt(name) - 1);
    }
}
