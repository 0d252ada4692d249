package vn.loa.telegram;

import java.util.Optional;
import vn.loa.command.incoming.Acknowledgement;
import vn.loa.command.incoming.ChatEvent;
import vn.loa.command.incoming.IncomingCommand;
import vn.loa.telegram.incoming.Origin;

/**
 * Receives what was said to the bot. Called on several threads, for a chat's messages one after the other; an
 * exception is logged and the update counts as handled.
 */
public interface TelegramListener {
    /** A person said something or pressed a button; {@link PressAcknowledger#acknowledge} takes the origin. */
    void said(IncomingCommand command, Origin origin);

    /**
     * A person showed by a reaction or an answer that a message of the bot was read.
     *
     * @param words the message with the answer, by its number; empty for a reaction
     */
    void acknowledged(Acknowledgement sign, Optional<String> words);

    /** Returns the id that a chat has now which was given another one; empty for any other. */
    default Optional<String> movedTo(String chatId) {
        return Optional.empty();
    }

    /** Returns whether the bot may be heard here now; another node may run it. */
    default boolean mayHear() {
        return true;
    }

    /** The bot's place in a chat changed, or the chat's id. */
    void happened(ChatEvent event);

    /** Tells whether words that were said in reply to a message answer a question. */
    default boolean takesAnswer(IncomingCommand command) {
        return false;
    }
}
