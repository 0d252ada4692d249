package vn.loa.telegram;

import vn.loa.command.incoming.Acknowledgement;
import vn.loa.command.incoming.ChatEvent;
import vn.loa.command.incoming.IncomingCommand;

/**
 * Receives what was said to the bot. Called on the polling thread, one update at a time, before Telegram is told that
 * it arrived; an exception is logged and the update counts as handled.
 */
public interface TelegramListener {
    /** A person said something or pressed a button; {@link PressAcknowledger#acknowledge} takes the origin. */
    void said(IncomingCommand command, Origin origin);

    /** A person showed by a reaction or an answer that a message of the bot was read. */
    void acknowledged(Acknowledgement sign);

    /** The bot's place in a chat changed, or the chat's id. */
    void happened(ChatEvent event);
}
