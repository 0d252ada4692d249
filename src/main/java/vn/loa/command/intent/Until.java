package vn.loa.command.intent;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.TemporalAdjusters;
import java.util.Objects;
import java.util.Optional;

/**
 * Represents the end of something that lasts for a while, as people name it.
 *
 * @param unit the unit that is counted or named
 * @param number the number of days, or the day of the week (1 is Monday) or of the month; 0 where none is told
 * @param month the month of a date, 0 for none
 * @param whole whether the day itself still belongs to it
 */
public record Until(Unit unit, int number, int month, boolean whole) {
    /** Lists the ways to name an end. */
    public enum Unit {
        DAYS,
        TOMORROW,
        WEEKDAY,
        WEEKDAY_OF_NEXT_WEEK,
        DATE,
        END_OF_WEEK,
        END_OF_MONTH
    }

    public Until {
        Objects.requireNonNull(unit);
    }

    static Until days(int number) {
        return new Until(Unit.DAYS, number, 0, false);
    }

    static Until of(Unit unit) {
        return new Until(unit, 0, 0, false);
    }

    static Until weekday(int number) {
        return new Until(Unit.WEEKDAY, number, 0, false);
    }

    static Until weekdayOfNextWeek(int number) {
        return new Until(Unit.WEEKDAY_OF_NEXT_WEEK, number, 0, false);
    }

    static Until date(int day, int month) {
        return new Until(Unit.DATE, day, month, false);
    }

    Until withDay() {
        return new Until(unit, number, month, true);
    }

    /** Computes the first day after it; empty for a date that no calendar has. */
    public Optional<LocalDate> resumes(LocalDate today) {
        return named(today).map(day -> whole ? day.plusDays(1) : day);
    }

    private Optional<LocalDate> named(LocalDate today) {
        return switch (unit) {
            case DAYS -> Optional.of(today.plusDays(number));
            case TOMORROW -> Optional.of(today.plusDays(1));
            case WEEKDAY -> Optional.of(today.with(TemporalAdjusters.next(DayOfWeek.of(number))));
            case WEEKDAY_OF_NEXT_WEEK ->
                Optional.of(today.with(TemporalAdjusters.next(DayOfWeek.MONDAY)).plusDays(number - 1L));
            case END_OF_WEEK -> Optional.of(today.with(TemporalAdjusters.next(DayOfWeek.MONDAY)));
            case END_OF_MONTH -> Optional.of(today.with(TemporalAdjusters.firstDayOfNextMonth()));
            case DATE -> date(today);
        };
    }

    /** Computes a date. Without a month it is this one or the next; a date that has passed is next year's. */
    private Optional<LocalDate> date(LocalDate today) {
        try {
            if (month == 0) {
                LocalDate day = today.withDayOfMonth(number);
                return Optional.of(day.isAfter(today) ? day : day.plusMonths(1));
            }
            LocalDate day = MonthDay.of(month, number).atYear(today.getYear());
            return Optional.of(day.isAfter(today) ? day : day.plusYears(1));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
