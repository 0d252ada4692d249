package vn.loa.command.incoming;

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
 * @param press by which means a choice was made; empty for a text
 * @param addressed whether the words were meant for the bot beyond doubt: a private chat, a mention, a reply to it
 * @param attachment what came with the words
 * @param forwarded whether the words are somebody else's, carried on by the sender: they are never a command, only the
 *     content of one that asked for it
 * @param answered the message of the bot that the words answer, by its number on the platform or
 *     {@link #SOME_MESSAGE}
 */
public record IncomingCommand(
        ChatAddress chat,
        ChatKind kind,
        String chatTitle,
        Sender sender,
        String words,
        Optional<Press> press,
        boolean addressed,
        IncomingAttachment attachment,
        boolean forwarded,
        Optional<String> answered) {
    /** Stands for the answered message where the platform tells only that one of the bot's was answered. */
    public static final String SOME_MESSAGE = "?";

    public IncomingCommand {
        Objects.requireNonNull(chat);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(chatTitle);
        Objects.requireNonNull(sender);
        Objects.requireNonNull(words);
        Objects.requireNonNull(press);
        Objects.requireNonNull(attachment);
        Objects.requireNonNull(answered);
    }

    /** Makes a command that answers no message. */
    public IncomingCommand(
            ChatAddress chat,
            ChatKind kind,
            String chatTitle,
            Sender sender,
            String words,
            Optional<Press> press,
            boolean addressed,
            IncomingAttachment attachment,
            boolean forwarded) {
        this(chat, kind, chatTitle, sender, words, press, addressed, attachment, forwarded, Optional.empty());
    }

    /** Makes a command of the sender's own words, without an attachment. */
    public IncomingCommand(
            ChatAddress chat,
            ChatKind kind,
            String chatTitle,
            Sender sender,
            String words,
            Optional<Press> press,
            boolean addressed) {
        this(chat, kind, chatTitle, sender, words, press, addressed, IncomingAttachment.NOTHING, false);
    }

    /** Returns the same with other words. */
    public IncomingCommand withWords(String other) {
        return new IncomingCommand(
                chat, kind, chatTitle, sender, other, press, addressed, attachment, forwarded, answered);
    }

    /** Returns a press as the answer to the message that has the button. */
    public IncomingCommand answeringItsMessage() {
        Optional<String> message = press.filter(Press.OfButton.class::isInstance)
                .map(Press.OfButton.class::cast)
                .map(Press.OfButton::messageId);
        return new IncomingCommand(
                chat,
                kind,
                chatTitle,
                sender,
                words,
                press,
                addressed,
                attachment,
                forwarded,
                message.or(() -> answered));
    }

    /** Returns the same with an attachment that Loa cannot pass on. */
    public IncomingCommand withUnsendable() {
        return with(new IncomingAttachment(Optional.empty(), true, attachment.set()));
    }

    /** Returns the same of a sender of whom more is known. */
    public IncomingCommand by(Sender other) {
        return new IncomingCommand(
                chat, kind, chatTitle, other, words, press, addressed, attachment, forwarded, answered);
    }

    /** Returns the same with an attachment. */
    public IncomingCommand with(IncomingAttachment sent) {
        return new IncomingCommand(chat, kind, chatTitle, sender, words, press, addressed, sent, forwarded, answered);
    }

    /** Returns true for a choice that was written, where there are no buttons and no toasts. */
    public boolean isWrittenChoice() {
        return press.filter(Press.InWords.class::isInstance).isPresent();
    }
}
