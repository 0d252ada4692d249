package vn.loa.command;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import vn.loa.model.OutgoingMessage;

/**
 * What a command answers in the chat where it was said. News for other chats goes through the ledger instead.
 *
 * @param messages new messages, in order; may be none
 * @param edit what the message whose button was pressed becomes
 * @param toast the short line shown to the person who pressed, at most 200 characters (Bot API,
 *     answerCallbackQuery); channels without presses leave it out
 */
public record Reply(List<OutgoingMessage> messages, Optional<OutgoingMessage> edit, Optional<String> toast) {
    private static final Reply NONE = new Reply(List.of(), Optional.empty(), Optional.empty());

    public Reply {
        messages = List.copyOf(messages);
        Objects.requireNonNull(edit);
        Objects.requireNonNull(toast);
    }

    /** No answer: the words were not meant for the bot. */
    public static Reply none() {
        return NONE;
    }

    public static Reply of(OutgoingMessage... messages) {
        return new Reply(List.of(messages), Optional.empty(), Optional.empty());
    }

    public static Reply plain(String text) {
        return of(OutgoingMessage.plain(text));
    }

    public static Reply toast(String text) {
        return new Reply(List.of(), Optional.empty(), Optional.of(text));
    }

    public static Reply edit(OutgoingMessage message, String toast) {
        return new Reply(List.of(), Optional.of(message), Optional.of(toast));
    }
}
