package vn.loa.bot;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.loa.model.HealthIndicator;

/**
 * Records when a loop last finished a round, and tells when that is too long ago. A loop that throws each time, or
 * hangs, is no healthier for having begun.
 */
public final class Heartbeat {
    /** The distance into the future that is accepted: clocks are set by a little now and then. */
    private static final Duration NEAR_FUTURE = Duration.ofMinutes(1);

    private final InstantSource clock;
    private final Instant started;
    private volatile @Nullable Instant last;

    public Heartbeat(InstantSource clock) {
        this.clock = clock;
        this.started = clock.instant();
    }

    /** Records the end of a round. */
    public void beat() {
        last = clock.instant();
    }

    public Optional<Instant> last() {
        return Optional.ofNullable(last);
    }

    /** Returns the health of the loop, which should finish a round within {@code longest}. */
    public HealthIndicator.OfLoop health(String name, Duration longest) {
        return new HealthIndicator.OfLoop(name, last(), problem(longest));
    }

    /** Returns what is wrong with the loop; empty when nothing is. */
    public Optional<String> problem(Duration longest) {
        return problem(last(), longest);
    }

    /** Returns what is wrong with a loop that is as old as this one and last finished a round at {@code end}. */
    public Optional<String> problem(Optional<Instant> end, Duration longest) {
        Instant now = clock.instant();
        if (end.filter(at -> at.isAfter(now.plus(NEAR_FUTURE))).isPresent()) {
            return Optional.of("its last round lies in the future");
        }
        Duration since = Duration.between(end.orElse(started), now);
        return since.compareTo(longest) > 0
                ? Optional.of("no round came to its end for " + since.toSeconds() + " s")
                : Optional.empty();
    }
}
