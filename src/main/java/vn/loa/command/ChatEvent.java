package vn.loa.command;

import java.util.Objects;
import java.util.Optional;
import vn.loa.model.ChatAddress;
import vn.loa.model.ChatKind;
import vn.loa.model.PersonId;

/**
 * Something that happened to a chat rather than was said in it.
 *
 * @param chat where
 * @param kind what kind of chat it is
 * @param chatTitle the chat's name, an empty string when the platform tells none
 * @param change what happened
 * @param newChatId for {@link Change#MOVED} the id from now on, otherwise an empty string
 * @param actor who did it, where the platform says
 */
public record ChatEvent(
        ChatAddress chat, ChatKind kind, String chatTitle, Change change, String newChatId, Optional<PersonId> actor) {
    /** What happened. */
    public enum Change {
        /** The bot was added, unblocked, or may speak again. */
        JOINED,
        /** A person lets the bot write again, and the platform says a command for the person, which is answered. */
        RETURNED,
        /** The bot was removed or blocked. */
        LEFT,
        /** The platform gave the chat a new id. */
        MOVED
    }

    public ChatEvent {
        Objects.requireNonNull(chat);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(chatTitle);
        Objects.requireNonNull(change);
        Objects.requireNonNull(newChatId);
        Objects.requireNonNull(actor);
    }
}
