package vn.loa.bot;

import java.time.InstantSource;
import vn.loa.model.Bot;
import vn.loa.store.chat.BotStore;

/**
 * Remembers which updates of a platform were processed, across restarts: platforms hand an update out again until it is
 * confirmed (Telegram for at most 24 hours, a Zalo Official Account for more than an hour). Called on several threads;
 * an exception means that the memory is out of order, and the update is asked for again.
 */
public interface ProcessedUpdates {
    /**
     * Returns true when an update was processed before.
     *
     * @param updateKey tells this update from all others of the bot; at most 64 characters
     */
    boolean isProcessed(Bot bot, String updateKey);

    /** Notes that an update is done with, whatever came of it; when this throws, the update is processed again later. */
    void markProcessed(Bot bot, String updateKey);

    /** Returns the memory that is kept in the database. */
    static ProcessedUpdates keptIn(BotStore bots, InstantSource clock) {
        return new ProcessedUpdates() {
            @Override
            public boolean isProcessed(Bot bot, String updateKey) {
                return bots.handled(bot, updateKey);
            }

            @Override
            public void markProcessed(Bot bot, String updateKey) {
                bots.markHandled(bot, updateKey, clock.instant());
            }
        };
    }
}
