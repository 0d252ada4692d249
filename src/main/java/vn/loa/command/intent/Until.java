package vn.loa.command.intent;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.YearMonth;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAdjusters;
import java.util.Objects;
import java.util.Optional;

/**
 * Represents the end of something that lasts for a while, as people name it.
 *
 * @param unit the unit that is counted or named
 * @param number the number of days, or the day of the week (1 is Monday) or of the month; 0 where none is told
 * @param month the month, or that of a date; 0 for none
 * @param whole whether the day, week or month that is named still belongs to it
 */
public record Until(Unit unit, int number, int month, boolean whole) {
    /** Lists the ways to name an end. */
    public enum Unit {
        DAYS,
        TOMORROW,
        WEEKDAY,
        WEEKDAY_OF_NEXT_WEEK,
        DATE,
        MONTH,
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

    static Until month(int month) {
        return new Until(Unit.MONTH, 0, month, false);
    }

    Until withDay() {
        return new Until(unit, number, month, true);
    }

    /** Computes the first day after it; empty for a date that no calendar has. */
    public Optional<LocalDate> resumes(LocalDate today) {
        return named(today).map(day -> whole ? after(day) : day);
    }

    private LocalDate after(LocalDate named) {
        return switch (unit) {
            case MONTH, END_OF_MONTH -> named.plusMonths(1);
            case END_OF_WEEK -> named.plusWeeks(1);
            default -> named.plusDays(1);
        };
    }

    /** Computes the first day of what is named. Today is meant only by what goes on to its end. */
    private Optional<LocalDate> named(LocalDate today) {
        LocalDate earliest = whole ? today : today.plusDays(1);
        return switch (unit) {
            case DAYS -> Optional.of(today.plusDays(number));
            case TOMORROW -> Optional.of(today.plusDays(1));
            case WEEKDAY -> Optional.of(earliest.with(TemporalAdjusters.nextOrSame(DayOfWeek.of(number))));
            case WEEKDAY_OF_NEXT_WEEK ->
                Optional.of(today.with(TemporalAdjusters.next(DayOfWeek.MONDAY)).plusDays(number - 1L));
            case END_OF_WEEK -> Optional.of(today.with(TemporalAdjusters.next(DayOfWeek.MONDAY)));
            case END_OF_MONTH -> Optional.of(today.with(TemporalAdjusters.firstDayOfNextMonth()));
            case MONTH -> Optional.of(month(today));
            case DATE -> date(earliest);
        };
    }

    private LocalDate month(LocalDate today) {
        LocalDate first = LocalDate.of(today.getYear(), month, 1);
        boolean passed = whole ? month < today.getMonthValue() : !first.isAfter(today);
        return passed ? first.plusYears(1) : first;
    }

    /** Computes a date from a day on. Without a month it is in the first month that has it. */
    private Optional<LocalDate> date(LocalDate earliest) {
        try {
            return Optional.of(month == 0 ? dayOfMonth(earliest) : dayOfYear(earliest));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private LocalDate dayOfMonth(LocalDate earliest) {
        ChronoField.DAY_OF_MONTH.checkValidValue(number);
        YearMonth in = YearMonth.from(earliest);
        while (!in.isValidDay(number) || in.atDay(number).isBefore(earliest)) {
            in = in.plusMonths(1);
        }
        return in.atDay(number);
    }

    private LocalDate dayOfYear(LocalDate earliest) {
        MonthDay day = MonthDay.of(month, number);
        LocalDate date = day.atYear(earliest.getYear());
        return date.isBefore(earliest) ? day.atYear(earliest.getYear() + 1) : date;
    }
}
