package vn.loa.model;

import java.time.Duration;
import java.util.Objects;

/** The schedule on which a source is checked. */
public sealed interface Cadence {
    /** At a steady interval. */
    record Every(Duration interval) implements Cadence {
        public Every {
            if (interval.isNegative() || interval.isZero()) {
                throw new IllegalArgumentException("an interval is longer than nothing: " + interval);
            }
        }
    }

    /** At the times of a Quartz cron expression, in the configured zone. */
    record Cron(String expression) implements Cadence {
        public Cron {
            Objects.requireNonNull(expression);
        }
    }
}
