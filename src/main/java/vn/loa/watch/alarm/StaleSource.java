package vn.loa.watch.alarm;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import vn.loa.text.date.TetCalendar;

/**
 * Decides from how often a source brings something new whether it is stale: a list that is never filled any more looks
 * just like a quiet one. The days around Tết count for nothing. Pure.
 */
public final class StaleSource {
    /** Fewer articles, or fewer hours of the articles, tell of no rhythm, and are given a longer time instead. */
    private static final int FEWEST = 5;

    private static final Duration WITHOUT_RHYTHM = Duration.ofDays(42);
    private static final Duration HABIT_WITHOUT_RHYTHM = Duration.ofDays(14);
    /** Floods and festivals keep whole offices quiet for a week. */
    private static final Duration SHORTEST_GAP = Duration.ofDays(7);
    /** A list that is filled once a year is hardly one of news. */
    private static final Duration LONGEST_GAP = Duration.ofDays(365);

    private static final ZoneOffset HANOI = ZoneOffset.ofHours(7);
    private static final Duration BEFORE_TET = Duration.ofDays(7);
    private static final Duration AFTER_TET = Duration.ofDays(10);

    private StaleSource() {}

    /**
     * Since when a source has been quiet for longer than twice its longest usual pause, at least a week and at most a
     * year; for six weeks when it has too few articles to tell, or had been given up long before it was watched.
     *
     * @param times of its articles, the newest first
     * @param watchedSince what was missing before that is not ours to judge
     * @return empty when there is nothing strange
     */
    public static Optional<Instant> strangelyQuietSince(List<Instant> times, Instant watchedSince, Instant now) {
        Duration twice = longestPause(times).multipliedBy(2);
        Duration allowed = max(hasRhythm(times) ? SHORTEST_GAP : WITHOUT_RHYTHM, min(twice, LONGEST_GAP));
        boolean givenUp = !times.isEmpty() && times.get(0).isBefore(watchedSince.minus(LONGEST_GAP));
        return longerThan(givenUp ? min(allowed, WITHOUT_RHYTHM) : allowed, times, watchedSince, now);
    }

    /**
     * Since when a source has been quiet for longer than it ever was, at least a week; for two weeks when it has too few
     * articles to tell. That is no trouble yet, but a reason to look whether the rest of its site is as quiet.
     */
    public static Optional<Instant> unusuallyQuietSince(List<Instant> times, Instant watchedSince, Instant now) {
        Duration habit = max(hasRhythm(times) ? SHORTEST_GAP : HABIT_WITHOUT_RHYTHM, longestPause(times));
        return longerThan(min(habit, LONGEST_GAP), times, watchedSince, now);
    }

    private static Optional<Instant> longerThan(
            Duration allowed, List<Instant> times, Instant watchedSince, Instant now) {
        Instant newest = times.isEmpty() ? watchedSince : times.get(0);
        Instant since = newest.isAfter(watchedSince) ? newest : watchedSince;
        Duration quiet = Duration.between(since, now).minus(holidays(since, now));
        return quiet.compareTo(allowed) > 0 ? Optional.of(newest) : Optional.empty();
    }

    /** Articles of a list without dates were all seen at one moment, which is no rhythm. */
    private static boolean hasRhythm(List<Instant> times) {
        return times.stream()
                        .map(time -> time.truncatedTo(ChronoUnit.HOURS))
                        .distinct()
                        .count()
                >= FEWEST;
    }

    private static Duration longestPause(List<Instant> times) {
        return IntStream.range(1, times.size())
                .mapToObj(i -> Duration.between(times.get(i), times.get(i - 1)))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    /** Returns how much of a time lies around the lunar new year. */
    private static Duration holidays(Instant from, Instant to) {
        Duration holidays = Duration.ZERO;
        LocalDate day = LocalDate.ofInstant(from.minus(AFTER_TET), HANOI).minusDays(1);
        Optional<LocalDate> tet = TetCalendar.next(day);
        while (tet.isPresent()) {
            Instant first = tet.get().atStartOfDay().toInstant(HANOI);
            Instant begins = later(first.minus(BEFORE_TET), from);
            Instant ends = earlier(first.plus(AFTER_TET), to);
            if (first.minus(BEFORE_TET).isAfter(to)) {
                return holidays;
            }
            holidays = begins.isBefore(ends) ? holidays.plus(Duration.between(begins, ends)) : holidays;
            tet = TetCalendar.next(tet.get());
        }
        return holidays;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Duration max(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
