package vn.loa.document.deadline;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.YearMonth;
import java.util.Optional;
import java.util.Set;

/** Counts days that a text tells by their place in a month or quarter, or as a number of days. */
final class CountedDays {
    /** Days off on fixed dates (Labour Code 2019, article 112). */
    private static final Set<MonthDay> HOLIDAYS =
            Set.of(MonthDay.of(1, 1), MonthDay.of(4, 30), MonthDay.of(5, 1), MonthDay.of(9, 2));

    private CountedDays() {}

    /** Returns the next such day of a month; in a shorter month its last one. */
    static Optional<LocalDate> ofMonth(int day, LocalDate from) {
        if (day < 1 || day > 31) {
            return Optional.empty();
        }
        YearMonth month = YearMonth.from(from);
        LocalDate here = month.atDay(Math.min(day, month.lengthOfMonth()));
        YearMonth next = month.plusMonths(1);
        return Optional.of(here.isBefore(from) ? next.atDay(Math.min(day, next.lengthOfMonth())) : here);
    }

    /** A late day lies in a quarter's last month, an early one after its end. */
    static Optional<LocalDate> ofQuarter(int day, LocalDate from, boolean last) {
        LocalDate at = from;
        for (int i = 0; i < 5; i++) {
            Optional<LocalDate> date = ofMonth(day, at);
            boolean fits = date.filter(each -> each.getMonthValue() % 3 == (last ? 0 : 1))
                    .isPresent();
            if (fits || date.isEmpty()) {
                return date;
            }
            at = date.get().plusDays(1);
        }
        return Optional.empty();
    }

    /** Returns the day that many working days after another. */
    static LocalDate workingDays(LocalDate from, int days) {
        LocalDate date = from;
        int left = days;
        while (left > 0) {
            date = date.plusDays(1);
            boolean off = date.getDayOfWeek().getValue() > DayOfWeek.FRIDAY.getValue()
                    || HOLIDAYS.contains(MonthDay.from(date));
            left -= off ? 0 : 1;
        }
        return date;
    }
}
