package vn.loa.watch.alarm;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Decides from how often a source brings something new whether it is stale: a list that is never filled any more looks
 * just like a quiet one. Pure.
 */
public final class StaleSource {
    /** Fewer articles tell of no rhythm, and are given a longer time instead. */
    private static final int FEWEST = 5;

    private static final Duration WITHOUT_RHYTHM = Duration.ofDays(30);
    /** Tết and floods keep whole offices quiet for a week. */
    private static final Duration SHORTEST_GAP = Duration.ofDays(7);

    private StaleSource() {}

    /**
     * Since when a source has been quiet for longer than twice its longest usual pause, at least a week; for a month when
     * it has too few articles to tell.
     *
     * @param times of its articles, the newest first
     * @param watchedSince what was missing before that is not ours to judge
     * @return empty when there is nothing strange
     */
    public static Optional<Instant> strangelyQuietSince(List<Instant> times, Instant watchedSince, Instant now) {
        Instant newest = times.isEmpty() ? watchedSince : times.get(0);
        Instant since = newest.isAfter(watchedSince) ? newest : watchedSince;
        return Duration.between(since, now).compareTo(allowed(times)) > 0 ? Optional.of(newest) : Optional.empty();
    }

    private static Duration allowed(List<Instant> times) {
        Duration longestPause = IntStream.range(1, times.size())
                .mapToObj(i -> Duration.between(times.get(i), times.get(i - 1)))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
        return max(times.size() < FEWEST ? WITHOUT_RHYTHM : SHORTEST_GAP, longestPause.multipliedBy(2));
    }

    private static Duration max(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
