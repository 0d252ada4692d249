package vn.loa.command;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A sign of life of one of Loa's loops, for the status.
 *
 * @param name what it is called, for example {@code telegram/main}
 * @param last when it last finished a round; empty when it never did
 * @param trouble what is wrong, an empty string when nothing is
 * @param remark whether the name says all there is to say, and no time belongs to it
 */
public record HealthIndicator(String name, Optional<Instant> last, String trouble, boolean remark) {
    public HealthIndicator {
        Objects.requireNonNull(name);
        Objects.requireNonNull(last);
        Objects.requireNonNull(trouble);
    }

    public HealthIndicator(String name, Optional<Instant> last, String trouble) {
        this(name, last, trouble, false);
    }

    /** Something to say in the status that is no sign of life. */
    public static HealthIndicator remark(String text) {
        return new HealthIndicator(text, Optional.empty(), "", true);
    }
}
