package vn.loa.delivery.connection;

/** Stands for whoever had a message sent; called on any thread. */
public interface SendCallback {
    /** Returns true while the message should still be sent; asked each time it waits for a permit of its own. */
    boolean stillWanted();

    /** Returns true when this form of the message should be sent now; asked like {@link #stillWanted()}. */
    default boolean wants(SendRequest request) {
        return stillWanted();
    }

    /** Takes what became of the message; called once. */
    void ended(SendOutcome outcome);
}
