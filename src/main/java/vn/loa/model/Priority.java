package vn.loa.model;

import java.util.List;

/** The order in which due deliveries are sent, the most urgent first. */
public enum Priority {
    URGENT,
    /** Messages to operators about Loa itself. */
    NOTICE,
    ORDINARY;

    private static final List<Priority> MOST_URGENT_FIRST = List.of(values());

    /** Returns the number kept in the database: 0 is the most urgent. */
    public int rank() {
        return MOST_URGENT_FIRST.indexOf(this);
    }

    /**
     * Returns the priority with this {@link #rank()}.
     *
     * @throws IndexOutOfBoundsException when there is none
     */
    public static Priority ofRank(int rank) {
        return MOST_URGENT_FIRST.get(rank);
    }
}
