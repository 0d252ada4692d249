package vn.loa.zalo;

import java.time.Duration;

/**
 * Keeps Loa's own count of a bot's messages against its plan for the month. Called while messages are sent, on several
 * threads.
 */
@FunctionalInterface
public interface ZaloPlan {
    /** A plan that nobody counts. */
    ZaloPlan UNCOUNTED = () -> {};

    /** One message more, which Zalo took or may have taken. */
    void spent();

    /**
     * Returns whether the month's messages are as good as spent by Loa's own count, so that Zalo's refusal is no
     * surprise.
     */
    default boolean nearlySpent() {
        return false;
    }

    /**
     * Zalo said that the quota is exceeded; called once for all refusals until a message gets through again.
     *
     * @param hold how long the bot sends nothing now
     */
    default void refused(Duration hold) {}
}
