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
 */
public record Vital(String name, Optional<Instant> last, String trouble) {
    public Vital {
        Objects.requireNonNull(name);
        Objects.requireNonNull(last);
        Objects.requireNonNull(trouble);
    }
}
