package vn.loa.model;

import java.util.Objects;

/**
 * One part of an article that says something else than in an earlier revision.
 *
 * @param part which
 * @param was what it said, as it is shown; for files their addresses, one a line
 * @param becomes what it says since
 */
public record Difference(Part part, String was, String becomes) {
    /** The parts that are compared, the most important for readers first. */
    public enum Part {
        /** The last day for something. */
        DEADLINE,
        /** The day of the event. */
        EVENT,
        /** The time of day at which something begins. */
        TIME,
        /** Where the event takes place. */
        PLACE,
        /** The documents for download. */
        FILES,
        PUBLISHED
    }

    public Difference {
        Objects.requireNonNull(part);
        Objects.requireNonNull(was);
        Objects.requireNonNull(becomes);
    }

    /** Returns whether both sides say something and not the same. */
    public boolean matters() {
        return !was.equals(becomes);
    }
}
