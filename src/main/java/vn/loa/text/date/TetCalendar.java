package vn.loa.text.date;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Knows the days of the lunar new year and of the month before it, in Vietnam. Years that it does not know have none.
 */
public final class TetCalendar {
    /** The first day of the year, as the State's calendars have it. */
    private static final TreeMap<LocalDate, Integer> DAYS_OF_LAST_MONTH = new TreeMap<>(Map.ofEntries(
            Map.entry(LocalDate.of(2023, 1, 22), 30),
            Map.entry(LocalDate.of(2024, 2, 10), 30),
            Map.entry(LocalDate.of(2025, 1, 29), 29),
            Map.entry(LocalDate.of(2026, 2, 17), 29),
            Map.entry(LocalDate.of(2027, 2, 6), 29),
            Map.entry(LocalDate.of(2028, 1, 26), 29),
            Map.entry(LocalDate.of(2029, 2, 13), 29),
            Map.entry(LocalDate.of(2030, 2, 2), 29),
            Map.entry(LocalDate.of(2031, 1, 23), 29),
            Map.entry(LocalDate.of(2032, 2, 11), 29),
            Map.entry(LocalDate.of(2033, 1, 31), 30)));

    private TetCalendar() {}

    /** Returns the first day of the lunar year that comes after a day. */
    public static Optional<LocalDate> next(LocalDate after) {
        return Optional.ofNullable(DAYS_OF_LAST_MONTH.higherKey(after));
    }

    /** Returns the next such day of the twelfth month (tháng Chạp), on or after a day. */
    public static Optional<LocalDate> ofLastMonth(int day, LocalDate from) {
        return DAYS_OF_LAST_MONTH.tailMap(from).entrySet().stream()
                .filter(year -> day >= 1 && day <= year.getValue())
                .map(year -> year.getKey().minusDays(year.getValue() - day + 1L))
                .filter(date -> !date.isBefore(from))
                .findFirst();
    }

    /** Returns the next such day of the first month (tháng Giêng), on or after a day. */
    public static Optional<LocalDate> ofFirstMonth(int day, LocalDate from) {
        return List.copyOf(DAYS_OF_LAST_MONTH.keySet()).stream()
                .filter(first -> day >= 1 && day <= 29)
                .map(first -> first.plusDays(day - 1L))
                .filter(date -> !date.isBefore(from))
                .findFirst();
    }
}
