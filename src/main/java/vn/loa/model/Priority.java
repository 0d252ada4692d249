package vn.loa.model;

import java.util.List;

/** Which delivery goes first when several are due, the most urgent first. */
public enum Priority {
    URGENT,
    /** Messages to operators about Loa itself. */
    NOTICE,
    ORDINARY;

    private static final List<Priority> MOST_URGENT_FIRST = List.of(values());

    /** The number kept in the database: 0 is the most urgent. */
    public int rank() {
        return MOST_URGENT_FIRST.indexOf(this);
    }

    /**
     * The priority with this {@link #rank()}.
     *
     * @throws IndexOutOfBoundsException when there is none
     */
    public static Priority ofRank(int rank) {
        return MOST_URGENT_FIRST.get(rank);
    }
}
