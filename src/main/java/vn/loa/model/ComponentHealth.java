package vn.loa.model;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Tells how one component of Loa does, for machines that watch it. Anybody may read it at the web server: no secrets.
 *
 * @param id what it is called, the same over versions and restarts, for example {@code telegram/main.poll}
 * @param severity how bad it is
 * @param last when it last did its work; empty when it never did, or when nobody counts
 * @param since since when it has had the severity, as far as this run of Loa knows; empty while it is well
 * @param cause what is wrong, in English; an empty string when nothing is
 */
public record ComponentHealth(
        String id, Severity severity, Optional<Instant> last, Optional<Instant> since, String cause) {
    public ComponentHealth {
        Objects.requireNonNull(id);
        Objects.requireNonNull(severity);
        Objects.requireNonNull(last);
        Objects.requireNonNull(since);
        Objects.requireNonNull(cause);
    }

    /** Says how bad it is, from the mildest on. */
    public enum Severity {
        OK,
        /** Something does not work, but Loa does its work. */
        WARNING,
        /** Loa cannot do its work, or a part of it. */
        CRITICAL
    }

    /** Returns a component that is well without a cause, and otherwise as bad as said. */
    public static ComponentHealth of(
            String id, Optional<Instant> last, Optional<String> problem, Severity whenThereIsOne) {
        return new ComponentHealth(
                id, problem.isPresent() ? whenThereIsOne : Severity.OK, last, Optional.empty(), problem.orElse(""));
    }

    /** Returns a component that is critical while there is a problem. */
    public static ComponentHealth of(String id, Optional<Instant> last, Optional<String> problem) {
        return of(id, last, problem, Severity.CRITICAL);
    }

    /** Returns the same with the time since when it is so. */
    public ComponentHealth since(Optional<Instant> time) {
        return new ComponentHealth(id, severity, last, time, cause);
    }
}
