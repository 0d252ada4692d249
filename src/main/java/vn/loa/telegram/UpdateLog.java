package vn.loa.telegram;

import vn.loa.model.Bot;

/**
 * Which updates were handled, kept across restarts: Telegram sends an update again until a later poll confirms it, for
 * at most 24 hours. The poller calls this from one thread; an exception means that the log is out of order, and the update is asked for again.
 */
public interface UpdateLog {
    /**
     * Whether an update was handled before.
     *
     * @param updateKey tells this update from all others of the bot; at most 32 characters
     */
    boolean isHandled(Bot bot, String updateKey);

    /** Notes that an update is done with, whatever came of it; when this throws, the update is handled again later. */
    void markHandled(Bot bot, String updateKey);
}
