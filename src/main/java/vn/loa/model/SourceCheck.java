package vn.loa.model;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * The state that is kept between two checks of a source.
 *
 * @param firstGood when its list was first read and recorded in silence; empty before that
 * @param lastCheck when it was last looked at
 * @param lastGood when its list was last read without a problem
 * @param notBefore backing off: do not look again before; empty when nothing is wrong
 * @param failures checks that failed in a row
 * @param health how it does
 * @param healthSince since when
 * @param problem what is wrong
 * @param listed how many items the list had when it was last read well
 * @param etag for the next conditional request
 * @param lastModified for the next conditional request
 */
public record SourceCheck(
        Optional<Instant> firstGood,
        Optional<Instant> lastCheck,
        Optional<Instant> lastGood,
        Optional<Instant> notBefore,
        int failures,
        SourceHealth health,
        Optional<Instant> healthSince,
        Optional<Problem> problem,
        int listed,
        Optional<String> etag,
        Optional<String> lastModified) {
    private static final SourceCheck NEVER = new SourceCheck(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            0,
            SourceHealth.OK,
            Optional.empty(),
            Optional.empty(),
            0,
            Optional.empty(),
            Optional.empty());

    public SourceCheck {
        Objects.requireNonNull(firstGood);
        Objects.requireNonNull(lastCheck);
        Objects.requireNonNull(lastGood);
        Objects.requireNonNull(notBefore);
        Objects.requireNonNull(health);
        Objects.requireNonNull(healthSince);
        Objects.requireNonNull(problem);
        Objects.requireNonNull(etag);
        Objects.requireNonNull(lastModified);
    }

    /** Returns the state of a source that was not checked yet. */
    public static SourceCheck never() {
        return NEVER;
    }

    /**
     * Returns since when its problem is there: since the last good check while checks fail. Empty when nobody knows, as
     * of a source that was never read well or that is well but for some items.
     */
    public Optional<Instant> problemSince() {
        Optional<Instant> begun = health == SourceHealth.OK ? Optional.empty() : healthSince;
        return failures > 0 ? lastGood : begun.filter(at -> lastGood.isPresent());
    }
}
