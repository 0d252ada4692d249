package vn.loa.command.intent;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Names the days of which somebody wants the news.
 *
 * @param from the day, or the first one
 * @param to the last day; empty for one day, or for all until today
 * @param open whether all until today are meant
 */
public record NewsDays(Day from, Optional<Day> to, boolean open) {
    public NewsDays {
        Objects.requireNonNull(from);
        Objects.requireNonNull(to);
    }

    /**
     * Civil days.
     *
     * @param first the first
     * @param last the last, not before it
     */
    public record Range(LocalDate first, LocalDate last) {
        public Range {
            Objects.requireNonNull(first);
            Objects.requireNonNull(last);
        }
    }

    static NewsDays of(Day day) {
        return new NewsDays(day, Optional.empty(), false);
    }

    /** Computes the days; empty when a calendar does not have them, or they end before they begin. */
    public Optional<Range> range(LocalDate today) {
        Optional<LocalDate> last = open ? Optional.of(today) : to.orElse(from).last(today);
        return last.flatMap(end -> from.first(to.isPresent() && end.isBefore(today) ? end : today)
                        .filter(first -> !first.isAfter(end))
                        .map(first -> new Range(first, end)))
                .filter(range -> !range.first().isAfter(today));
    }

    /** Returns them in words that are read as the same again. */
    public String typed() {
        return to.map(end -> "từ " + from.typed() + " đến " + end.typed()).orElse((open ? "từ " : "") + from.typed());
    }

    /** Names a day that has passed, or is today, or a stretch of such days, as people name it. */
    public sealed interface Day {
        /** Computes its first day, the latest that fits and does not lie ahead; empty when no calendar has it. */
        Optional<LocalDate> first(LocalDate today);

        /** Computes its last day; empty when no calendar has it. */
        Optional<LocalDate> last(LocalDate today);

        /** Returns it in words that are read as the same again. */
        String typed();

        /**
         * Represents a date.
         *
         * @param month the month, 0 for the latest that fits
         * @param year the year, 0 for the latest that fits
         */
        record OfDate(int day, int month, int year) implements Day {
            @Override
            public Optional<LocalDate> first(LocalDate today) {
                try {
                    return Optional.of(latest(today));
                } catch (DateTimeException e) {
                    return Optional.empty();
                }
            }

            private LocalDate latest(LocalDate today) {
                if (year > 0) {
                    return LocalDate.of(year, month, day);
                } else if (month > 0) {
                    LocalDate date = LocalDate.of(today.getYear(), month, day);
                    return date.isAfter(today) ? date.minusYears(1) : date;
                }
                LocalDate date = today.withDayOfMonth(day);
                return date.isAfter(today)
                        ? YearMonth.from(today).minusMonths(1).atDay(day)
                        : date;
            }

            @Override
            public Optional<LocalDate> last(LocalDate today) {
                return first(today);
            }

            @Override
            public String typed() {
                return "ngày " + day + (month > 0 ? "/" + month : "") + (year > 0 ? "/" + year : "");
            }
        }

        /**
         * Represents a day of the week.
         *
         * @param number 1 for Monday to 7 for Sunday
         * @param lastWeek whether that of the last whole week is meant; else the latest
         */
        record OfWeekday(int number, boolean lastWeek) implements Day {
            private static final List<String> NAMES =
                    List.of("thứ hai", "thứ ba", "thứ tư", "thứ năm", "thứ sáu", "thứ bảy", "chủ nhật");

            @Override
            public Optional<LocalDate> first(LocalDate today) {
                LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                return Optional.of(
                        lastWeek
                                ? monday.minusWeeks(1).plusDays(number - 1L)
                                : today.with(TemporalAdjusters.previousOrSame(DayOfWeek.of(number))));
            }

            @Override
            public Optional<LocalDate> last(LocalDate today) {
                return first(today);
            }

            @Override
            public String typed() {
                return NAMES.get(number - 1) + (lastWeek ? " tuần trước" : " vừa rồi");
            }
        }

        /**
         * Represents a month.
         *
         * @param year the year, 0 for the latest that fits
         */
        record OfMonth(int month, int year) implements Day {
            @Override
            public Optional<LocalDate> first(LocalDate today) {
                int latest = month > today.getMonthValue() ? today.getYear() - 1 : today.getYear();
                return Optional.of(LocalDate.of(year > 0 ? year : latest, month, 1));
            }

            @Override
            public Optional<LocalDate> last(LocalDate today) {
                return first(today).map(day -> day.with(TemporalAdjusters.lastDayOfMonth()));
            }

            @Override
            public String typed() {
                return "tháng " + month + (year > 0 ? "/" + year : "");
            }
        }

        /** Represents a stretch that is named from today. */
        record OfPeriod(Period period, String typed) implements Day {
            @Override
            public Optional<LocalDate> first(LocalDate today) {
                return Optional.of(period.first(today));
            }

            @Override
            public Optional<LocalDate> last(LocalDate today) {
                return Optional.of(period.last(today));
            }
        }
    }
}
