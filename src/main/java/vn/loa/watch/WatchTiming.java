package vn.loa.watch;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.random.RandomGenerator;

/**
 * Rules of the watch that depend on time.
 *
 * @param announceWithin articles published longer ago than this are archived and not announced; zero for no limit
 * @param random for the jitter of backing off
 */
public record WatchTiming(Duration announceWithin, InstantSource clock, RandomGenerator random) {
    public WatchTiming {
        Objects.requireNonNull(announceWithin);
        Objects.requireNonNull(clock);
        Objects.requireNonNull(random);
    }
}
