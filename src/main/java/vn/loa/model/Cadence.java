package vn.loa.model;

import java.time.Duration;
import java.util.Objects;

/** The schedule on which a source is checked. */
public sealed interface Cadence {
    /** A check at a steady interval. */
    record Every(Duration interval) implements Cadence {
        public Every {
            if (interval.isNegative() || interval.isZero()) {
                throw new IllegalArgumentException("an interval is longer than nothing: " + interval);
            }
        }
    }

    /** A check at the times of a Quartz cron expression, in the configured zone. */
    record Cron(String expression) implements Cadence {
        public Cron {
            Objects.requireNonNull(expression);
        }
    }
}
