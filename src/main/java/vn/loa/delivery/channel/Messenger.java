package vn.loa.delivery.channel;

import java.util.List;
import vn.loa.model.Bot;
import vn.loa.model.Button;
import vn.loa.model.ChatAddress;
import vn.loa.model.OutgoingMessage;

/**
 * One bot's way of speaking; the port that each channel fulfils. Calls block until the platform has answered or a
 * time-out has passed, never wait for pacing, never retry, and never throw for what a platform or a network did.
 */
public interface Messenger {
    /** The reason for which a message is refused that should have come in {@link #pieces}. */
    String TOO_LONG = "longer than one message";

    Bot bot();

    Capabilities capabilities();

    /** Returns whether this process may speak for the bot at this moment; asks nobody. */
    default boolean maySpeak() {
        return true;
    }

    /**
     * Returns a message as the pieces in which it has to go, each to be sent by itself, in order; the message alone where one
     * is enough. A piece is one piece again.
     */
    default List<OutgoingMessage> pieces(OutgoingMessage message) {
        return List.of(message);
    }

    /**
     * Sends a message, which is one of its {@link #pieces}, once. One that had to go in several parts has several ids, separated by blanks; the first is that
     * of its words.
     */
    SendResult send(ChatAddress to, OutgoingMessage message);

    /**
     * Changes a message that was sent earlier.
     *
     * @param messageId as {@link SendResult.Sent} told it
     * @return {@link SendResult.Sent} with the same id also when nothing had to change; {@link SendResult.Rejected}
     *     when the message is gone or the channel cannot edit
     */
    SendResult edit(ChatAddress to, String messageId, OutgoingMessage message);

    /**
     * Changes only the buttons under a message that was sent earlier, whatever it tells and shows.
     *
     * @param messageId as {@link SendResult.Sent} told it
     * @return as for {@link #edit}
     */
    SendResult relabel(ChatAddress to, String messageId, List<List<Button>> buttons);

    /**
     * Deletes a message that was sent earlier.
     *
     * @param messageId as {@link SendResult.Sent} told it, of all its parts
     * @return {@link SendResult.Sent} with the same id also when it is gone already; {@link SendResult.Rejected} when the
     *     channel cannot delete, or not this message any more
     */
    default SendResult delete(ChatAddress to, String messageId) {
        return new SendResult.Rejected("the channel cannot delete");
    }

    /**
     * Asks the platform whether it knows a chat.
     *
     * @return true when it does; false when it does not, cannot be asked or gives no answer
     */
    default boolean confirms(ChatAddress chat) {
        return false;
    }

    /** Asks the platform whether the bot's token is accepted: {@link SendResult.Sent} when it is. */
    SendResult ping();
}
