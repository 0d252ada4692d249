package vn.loa.command.intent;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** Names stretches of civil days that end today or earlier. */
public enum Period {
    TODAY,
    YESTERDAY,
    BEFORE_YESTERDAY,
    /** The last seven days with today: a person who says "this week" on a Monday does not mean only Monday. */
    WEEK,
    /** The last whole week, from Monday to Sunday. */
    LAST_WEEK,
    /** This month, from its first day. */
    MONTH,
    /** The last whole month. */
    LAST_MONTH;

    /** Computes its first day. */
    public LocalDate first(LocalDate today) {
        return switch (this) {
            case TODAY -> today;
            case YESTERDAY -> today.minusDays(1);
            case BEFORE_YESTERDAY -> today.minusDays(2);
            case WEEK -> today.minusDays(6);
            case LAST_WEEK -> monday(today).minusWeeks(1);
            case MONTH -> today.withDayOfMonth(1);
            case LAST_MONTH -> today.withDayOfMonth(1).minusMonths(1);
        };
    }

    /** Computes its last day. */
    public LocalDate last(LocalDate today) {
        return switch (this) {
            case TODAY, WEEK, MONTH -> today;
            case YESTERDAY, BEFORE_YESTERDAY -> first(today);
            case LAST_WEEK -> monday(today).minusDays(1);
            case LAST_MONTH -> today.withDayOfMonth(1).minusDays(1);
        };
    }

    private static LocalDate monday(LocalDate today) {
        return today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
