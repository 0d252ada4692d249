package vn.loa.command.incoming;

import java.util.Objects;
import java.util.Optional;
import vn.loa.model.ChatAddress;
import vn.loa.model.ChatKind;
import vn.loa.model.PersonId;

/**
 * Reports a change of a chat itself, as opposed to something said in it.
 *
 * @param chatTitle the chat's name, an empty string when the platform tells none; for {@link Change#TOPIC_NAMED} the
 *     topic's
 * @param newChatId for {@link Change#MOVED} the id from now on, otherwise an empty string
 * @param actor the person who caused it, where the platform tells
 * @param actorName how the platform calls that person, an empty string when it does not tell
 */
public record ChatEvent(
        ChatAddress chat,
        ChatKind kind,
        String chatTitle,
        Change change,
        String newChatId,
        Optional<PersonId> actor,
        String actorName) {
    /** Lists the changes that platforms report. */
    public enum Change {
        /** The bot was added, unblocked, or may speak again. */
        JOINED,
        /** A person lets the bot write again, and the platform says a command for the person, which is answered. */
        RETURNED,
        /** The bot was removed or blocked. */
        LEFT,
        /** The platform gave the chat a new id. */
        MOVED,
        /** A topic of a forum was seen to be called {@link #chatTitle}. */
        TOPIC_NAMED
    }

    public ChatEvent {
        Objects.requireNonNull(chat);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(chatTitle);
        Objects.requireNonNull(change);
        Objects.requireNonNull(newChatId);
        Objects.requireNonNull(actor);
        Objects.requireNonNull(actorName);
    }

    /** Makes an event whose cause has no name. */
    public ChatEvent(
            ChatAddress chat,
            ChatKind kind,
            String chatTitle,
            Change change,
            String newChatId,
            Optional<PersonId> actor) {
        this(chat, kind, chatTitle, change, newChatId, actor, "");
    }
}
