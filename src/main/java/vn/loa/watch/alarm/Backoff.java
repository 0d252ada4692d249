package vn.loa.watch.alarm;

import java.time.Duration;
import java.util.random.RandomGenerator;
import vn.loa.model.Cadence;

/**
 * Computes how long to leave a source, or an article's page, alone after a failure: doubling, with a jitter of a fifth.
 */
public final class Backoff {
    private static final Duration LONGEST = Duration.ofHours(2);
    private static final Duration FOR_CRON = Duration.ofMinutes(5);
    private static final int MOST_DOUBLINGS = 10;

    private final RandomGenerator random;

    public Backoff(RandomGenerator random) {
        this.random = random;
    }

    /** After the n-th failure in a row of a source that is looked at in this cadence. */
    public Duration after(int failures, Cadence cadence) {
        Duration base = cadence instanceof Cadence.Every every ? every.interval() : FOR_CRON;
        return after(failures, base);
    }

    /** After the n-th failure in a row, beginning with {@code base}. */
    public Duration after(int failures, Duration base) {
        int doublings = Math.min(Math.max(failures - 1, 0), MOST_DOUBLINGS);
        long millis = Math.min(base.toMillis() << doublings, Math.max(LONGEST.toMillis(), base.toMillis()));
        return Duration.ofMillis((long) (millis * (0.8 + 0.2 * random.nextDouble())));
    }
}
