package vn.loa.model;

import java.time.Duration;
import java.util.Objects;

/** The schedule on which a source is checked. */
public sealed interface Cadence {
    /** Returns for how long a due check may wait for its turn before people are told: three checks have come to none. */
    Duration patience();

    /** A check at a steady interval. */
    record Every(Duration interval) implements Cadence {
        public Every {
            if (interval.isNegative() || interval.isZero()) {
                throw new IllegalArgumentException("an interval is longer than nothing: " + interval);
            }
        }

        @Override
        public Duration patience() {
            return interval.multipliedBy(3);
        }
    }

    /** A check at the times of a Quartz cron expression, in the configured zone. */
    record Cron(String expression) implements Cadence {
        public Cron {
            Objects.requireNonNull(expression);
        }

        /** Its times may be a day apart, and each is one that people wait for. */
        @Override
        public Duration patience() {
            return Duration.ofHours(1);
        }
    }
}
