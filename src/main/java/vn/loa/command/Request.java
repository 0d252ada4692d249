package vn.loa.command;

import java.util.Objects;
import java.util.Optional;
import vn.loa.command.incoming.IncomingAttachment;
import vn.loa.command.role.ManagedChats;
import vn.loa.model.Chat;
import vn.loa.model.Media;
import vn.loa.model.PersonId;
import vn.loa.model.Role;
import vn.loa.phrases.Phrases;

/**
 * Holds the data that a command works with.
 *
 * @param chat the chat, as Loa knows it
 * @param person who asks
 * @param name how the platform calls the person; rights never come from it
 * @param role the most this person may do here, at least what the command needs
 * @param arguments the words after the command's name, trimmed, as they were typed
 * @param attachment what came with the words
 * @param reach the chats that this person looks after; none for whoever is neither operator nor manager
 * @param phrases how to answer
 * @param answered the message of the bot that the words answer, by its number on the platform
 */
public record Request(
        Chat chat,
        PersonId person,
        String name,
        Role role,
        String arguments,
        IncomingAttachment attachment,
        ManagedChats reach,
        Phrases phrases,
        Optional<String> answered) {
    public Request {
        Objects.requireNonNull(chat);
        Objects.requireNonNull(person);
        Objects.requireNonNull(name);
        Objects.requireNonNull(role);
        Objects.requireNonNull(arguments);
        Objects.requireNonNull(attachment);
        Objects.requireNonNull(reach);
        Objects.requireNonNull(phrases);
        Objects.requireNonNull(answered);
    }

    /** Returns the same request with other words for another chat. */
    public Request in(Chat other, String words) {
        return new Request(
                other, person, name, role, words, IncomingAttachment.NOTHING, reach, phrases, Optional.empty());
    }

    /** Returns the same request in another language. */
    public Request speaking(Phrases words) {
        return new Request(chat, person, name, role, arguments, attachment, reach, words, answered);
    }

    public Optional<Media.Kept> media() {
        return attachment.media();
    }

    public String say(String key, Object... values) {
        return phrases.say(key, values);
    }

    public Reply plain(String key, Object... values) {
        return Reply.plain(say(key, values));
    }

    public Reply toast(String key, Object... values) {
        return Reply.toast(say(key, values));
    }
}
