package vn.loa.command;

import java.util.Objects;
import java.util.Optional;
import vn.loa.model.ChatAddress;
import vn.loa.model.ChatKind;

/**
 * Something a person said or pressed, as a channel heard it.
 *
 * @param chat where
 * @param kind what kind of chat it is
 * @param chatTitle the chat's name as the platform tells it, an empty string when it tells none
 * @param sender who
 * @param words for a text, what was said, with a mention of the bot already taken off ({@code /tim tập huấn}); for a
 *     press, the button's data
 * @param press the message whose button was pressed; empty for a text
 * @param addressed whether the words were meant for the bot beyond doubt: a private chat, a mention, a reply to it
 */
public record IncomingCommand(
        ChatAddress chat,
        ChatKind kind,
        String chatTitle,
        Sender sender,
        String words,
        Optional<String> press,
        boolean addressed) {
    public IncomingCommand {
        Objects.requireNonNull(chat);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(chatTitle);
        Objects.requireNonNull(sender);
        Objects.requireNonNull(words);
        Objects.requireNonNull(press);
    }
}
