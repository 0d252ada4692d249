package vn.loa.delivery;

import java.time.Instant;

/**
 * What can become of a message; whoever sent it says what each means for it. Exactly one of the endings is called, once,
 * on any thread. Reasons are short English phrases without secrets.
 */
interface SendCallback {
    /** Whether it should still be said; asked each time it waits for a turn of its own. */
    boolean stillWanted();

    /** It was not said because it was not wanted any more. */
    void unwanted();

    /** The platform confirmed it. */
    void arrived(String messageId);

    /** It was not said: its chat, or the whole bot, has to be silent until then. */
    void held(Instant until, String reason);

    /** The connection is down: nothing against this message. */
    void connectionDown(String reason, boolean mayHaveArrived);

    /** It certainly did not arrive, and nobody refused it. */
    void failed(String reason);

    /** It may have arrived. */
    void unconfirmed(String reason);

    /** The bot may not speak in this chat for now. */
    void silenced(String reason);

    /** The platform will never take it. */
    void refused(String reason);

    /** The chat is closed. */
    void closed(String reason);
}
