package vn.loa.bot;

/** Handles the updates that an {@link UpdateProcessor} has written down. Called on several threads. */
public interface UpdateConsumer {
    /**
     * Returns the lane of an update: updates of one lane are handled one after the other, in the order in which they
     * came. Commonly the chat.
     *
     * @param body the update as it was written down
     */
    String lane(String body);

    /** Returns whether this program may handle updates now; while it may not, they wait where they were written down. */
    default boolean mayHandle() {
        return true;
    }

    /**
     * Handles an update. What it throws is logged, and the update counts as handled.
     *
     * @param key tells this update from all others of the bot
     * @param body the update as it was written down
     */
    void handle(String key, String body);
}
