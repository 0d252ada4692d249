package vn.loa.model;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Holds how long a source has been ill or well, and what operators know of it.
 *
 * @param ill checks in a row that found it ill
 * @param well checks in a row that found it well
 * @param told whether operators were told that it is ill and not yet that it is well again
 * @param toldAt when they were last told that it is ill
 * @param untold how often it fell ill again since, without their being told
 */
public record AlarmState(int ill, int well, boolean told, Optional<Instant> toldAt, int untold) {
    /** Describes a source of which nothing is known yet. */
    public static final AlarmState NEW = new AlarmState(0, 0, false, Optional.empty(), 0);

    public AlarmState {
        Objects.requireNonNull(toldAt);
    }
}
