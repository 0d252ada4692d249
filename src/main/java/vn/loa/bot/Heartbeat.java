package vn.loa.bot;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * When a loop last came to the end of a round, and whether that is too long ago. A loop that throws each time, or hangs,
 * is no healthier for having begun.
 */
public final class Heartbeat {
    /** Clocks are set by a little now and then. */
    private static final Duration NEAR_FUTURE = Duration.ofMinutes(1);

    private final InstantSource clock;
    private final Instant born;
    private volatile Instant last;

    public Heartbeat(InstantSource clock) {
        this.clock = clock;
        this.born = clock.instant();
    }

    /** A round came to its end. */
    public void beat() {
        last = clock.instant();
    }

    public Optional<Instant> last() {
        return Optional.ofNullable(last);
    }

    /** What is wrong with this pulse; an empty string when nothing is. */
    public String trouble(Duration longest) {
        return trouble(last(), longest);
    }

    /** What is wrong with a loop that lives as long as this pulse and last finished a round at {@code end}. */
    public String trouble(Optional<Instant> end, Duration longest) {
        Instant now = clock.instant();
        if (end.filter(at -> at.isAfter(now.plus(NEAR_FUTURE))).isPresent()) {
            return "its last round lies in the future";
        }
        Duration silence = Duration.between(end.orElse(born), now);
        return silence.compareTo(longest) > 0 ? "no round came to its end for " + silence.toSeconds() + " s" : "";
    }
}
