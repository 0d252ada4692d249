package vn.loa.command.intent;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

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

    /**
     * Computes the days. Without a year the first is the latest that does not lie ahead, and the last the first of its name
     * from there on, of which what lies ahead is cut off.
     *
     * @return empty when a calendar does not have them, or they end before they begin
     */
    public Optional<Range> range(LocalDate today) {
        return to.isPresent() ? between(to.get(), today) : upTo(open ? Optional.of(today) : from.last(today), today);
    }

    private Optional<Range> upTo(Optional<LocalDate> last, LocalDate today) {
        return last.flatMap(end ->
                        from.first(today).filter(first -> !first.isAfter(end)).map(first -> new Range(first, end)))
                .filter(range -> !range.first().isAfter(today));
    }

    private Optional<Range> between(Day last, LocalDate today) {
        Optional<LocalDate> latest = last.fixed() ? last.last(today) : Optional.of(today);
        return latest.map(end -> earlier(end, today))
                .flatMap(from::first)
                .filter(first -> !first.isAfter(today))
                .flatMap(first -> last.end(first, today)
                        .map(end -> earlier(end, today))
                        .filter(end -> !first.isAfter(end))
                        .map(end -> new Range(first, end)));
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    /** Returns whether they are a stretch from a day on that is named otherwise than as today. */
    boolean beginsOnNamedDay() {
        boolean today = from instanceof Day.OfPeriod stretch && stretch.period() == Period.TODAY;
        return (open || to.isPresent()) && !today;
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

        /** Returns whether today alone tells which day is meant, whatever begins before it. */
        boolean fixed();

        /** Computes its last day as the end of a stretch of days that begins with this one; empty when none has it. */
        Optional<LocalDate> end(LocalDate first, LocalDate today);

        /** Returns it in words that are read as the same again. */
        String typed();

        /**
         * Represents a date.
         *
         * @param month the month, 0 for the latest that fits
         * @param year the year, 0 for the latest that fits
         */
        record OfDate(int day, int month, int year) implements Day {
            /** No date is further from its next: 29 February is missing for eight years around 1900 and 2100. */
            private static final int MOST_STEPS = 10;

            @Override
            public Optional<LocalDate> first(LocalDate today) {
                return found(today, -1);
            }

            /**
             * Looks for the date from a day on, month by month or year by year: not each has a 31st, or a 29 February.
             *
             * @param step -1 for back, 1 for ahead
             */
            private Optional<LocalDate> found(LocalDate start, int step) {
                if (year > 0) {
                    return date(YearMonth.of(year, 1));
                }
                YearMonth begin = month > 0 ? YearMonth.of(start.getYear(), 1) : YearMonth.from(start);
                return Stream.iterate(begin, each -> month > 0 ? each.plusYears(step) : each.plusMonths(step))
                        .limit(MOST_STEPS)
                        .flatMap(each -> date(each).stream())
                        .filter(date -> step < 0 ? !date.isAfter(start) : !date.isBefore(start))
                        .findFirst();
            }

            private Optional<LocalDate> date(YearMonth in) {
                if (month > 12 || month == 0 && year > 0) {
                    return Optional.empty();
                }
                YearMonth of = month > 0 ? in.withMonth(month) : in;
                return of.isValidDay(day) ? Optional.of(of.atDay(day)) : Optional.empty();
            }

            @Override
            public Optional<LocalDate> last(LocalDate today) {
                return first(today);
            }

            @Override
            public boolean fixed() {
                return year > 0;
            }

            @Override
            public Optional<LocalDate> end(LocalDate first, LocalDate today) {
                return found(first, 1);
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
            public boolean fixed() {
                return lastWeek;
            }

            /** The latest one ends what began before it; else it lies ahead. */
            @Override
            public Optional<LocalDate> end(LocalDate first, LocalDate today) {
                return first(today)
                        .map(latest -> latest.isBefore(first) && !lastWeek
                                ? first.with(TemporalAdjusters.nextOrSame(DayOfWeek.of(number)))
                                : latest);
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
            public boolean fixed() {
                return year > 0;
            }

            @Override
            public Optional<LocalDate> end(LocalDate first, LocalDate today) {
                int next = month < first.getMonthValue() ? first.getYear() + 1 : first.getYear();
                return Optional.of(YearMonth.of(year > 0 ? year : next, month).atEndOfMonth());
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

            @Override
            public boolean fixed() {
                return true;
            }

            @Override
            public Optional<LocalDate> end(LocalDate first, LocalDate today) {
                return last(today);
            }
        }
    }
}
