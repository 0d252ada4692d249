package vn.loa.zalo.oa;

import vn.loa.model.Bot;

/**
 * Which events were handled, kept across restarts: Zalo sends an event again for more than an hour until it is answered
 * well. Called on several threads; an exception means that the log is out of order, and the event is asked for again.
 */
public interface OaEventLog {
    /**
     * Whether an event was handled before.
     *
     * @param eventKey tells this event from all others of the account; at most 64 characters
     */
    boolean isHandled(Bot bot, String eventKey);

    /** Notes that an event is done with; called after it was handled, whatever came of it. */
    void markHandled(Bot bot, String eventKey);
}
