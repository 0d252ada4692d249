package vn.loa.delivery;

/** Stands for whoever had a message sent; called on any thread. */
interface SendCallback {
    /** Returns true while the message should still be sent; asked each time it waits for a permit of its own. */
    boolean stillWanted();

    /** Takes what became of the message; called once. */
    void ended(SendOutcome outcome);
}
