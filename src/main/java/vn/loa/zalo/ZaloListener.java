package vn.loa.zalo;

import vn.loa.command.incoming.IncomingCommand;

/** Receives what was said to the bot. Called on one thread; an exception is logged. */
public interface ZaloListener {
    void said(IncomingCommand command);
}
