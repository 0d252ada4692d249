package vn.loa.model;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** Tells of one part of Loa how it does. Operators read it in their chat and anybody at the web server: no secrets. */
public sealed interface HealthIndicator {
    /**
     * The health of a loop.
     *
     * @param name what it is called, for example {@code telegram/main}
     * @param lastRound when it last finished a round; empty when it never did
     * @param problem what is wrong, in English; empty when nothing is
     */
    record OfLoop(String name, Optional<Instant> lastRound, Optional<String> problem) implements HealthIndicator {
        public OfLoop {
            Objects.requireNonNull(name);
            Objects.requireNonNull(lastRound);
            Objects.requireNonNull(problem);
        }

        /** Returns true when nothing is wrong. */
        public boolean isHealthy() {
            return problem.isEmpty();
        }
    }

    /** Something that operators should know, to which neither a time nor a problem belongs. */
    record Remark(String text) implements HealthIndicator {
        public Remark {
            Objects.requireNonNull(text);
        }
    }
}
