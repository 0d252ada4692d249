package vn.loa.zalo;

import vn.loa.command.incoming.IncomingCommand;

/** Receives what was said to the bot. Called on one thread; an exception is logged. */
public interface ZaloListener {
    void said(IncomingCommand command);

    /** Returns whether this program may hear what is said to the bot now; what it may not hear waits. */
    default boolean mayHear() {
        return true;
    }
}
