package vn.loa.delivery.connection;

import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import vn.loa.delivery.channel.Messenger;
import vn.loa.delivery.channel.SendResult;
import vn.loa.delivery.channel.SendResult.PartRefused.Part;
import vn.loa.model.ChatAddress;
import vn.loa.model.FormerMessageId;
import vn.loa.model.OutgoingMessage;

/**
 * A message with its address, in the form in which it is tried now.
 *
 * @param to where
 * @param shared whether several people read there, so that a group's limits apply
 * @param message what
 * @param replaces the id of the message that this one changes; empty for a new message
 * @param change what changes in that message
 * @param leftOut what the platform refused and is left out already
 * @param moved whether it follows a chat to a new id
 * @param confirmed whether the platform was asked whether it knows the chat, and does
 */
public record SendRequest(
        ChatAddress to,
        boolean shared,
        OutgoingMessage message,
        Optional<String> replaces,
        Change change,
        Set<Part> leftOut,
        boolean moved,
        boolean confirmed) {
    /** The length of a message in its last form, in UTF-16 units; the address comes besides. */
    private static final int LAST_FORM = 1_000;

    public SendRequest {
        Objects.requireNonNull(to);
        Objects.requireNonNull(message);
        Objects.requireNonNull(replaces);
        Objects.requireNonNull(change);
        leftOut = Set.copyOf(leftOut);
    }

    /** Names what changes in a message that was sent. */
    enum Change {
        /** All that it says and shows. */
        WHOLE,
        /** Only its buttons. */
        BUTTONS,
        /** It goes. */
        DELETED
    }

    /** Makes a request to send a message that does not stand in the chat yet. */
    public static SendRequest of(ChatAddress to, boolean shared, OutgoingMessage message) {
        return new SendRequest(to, shared, message, Optional.empty(), Change.WHOLE, Set.of(), false, false);
    }

    /** The same as a change of a message that was sent. */
    public SendRequest replacing(String messageId) {
        return new SendRequest(to, shared, message, Optional.of(messageId), Change.WHOLE, leftOut, moved, confirmed);
    }

    /** The same as a new message. */
    public SendRequest anew() {
        return new SendRequest(to, shared, message, Optional.empty(), Change.WHOLE, leftOut, moved, confirmed);
    }

    /** The buttons of the same in place of those under a message that was sent. */
    public SendRequest relabelling(String messageId) {
        return new SendRequest(to, shared, message, Optional.of(messageId), Change.BUTTONS, leftOut, moved, confirmed);
    }

    /** The deletion of a message that was sent. */
    public SendRequest deleting(String messageId) {
        return new SendRequest(to, shared, message, Optional.of(messageId), Change.DELETED, leftOut, moved, confirmed);
    }

    /** Says it once. */
    SendResult over(Messenger messenger) {
        if (replaces.isEmpty()) {
            return messenger.send(to, message);
        }
        if (FormerMessageId.is(replaces.get())) {
            return new SendResult.Rejected(FormerMessageId.REASON);
        }
        return switch (change) {
            case WHOLE -> messenger.edit(to, replaces.get(), message);
            case BUTTONS -> messenger.relabel(to, replaces.get(), message.buttons());
            case DELETED -> messenger.delete(to, replaces.get());
        };
    }

    /** The same at the chat's new id, where messages have other numbers; empty when it has followed the chat once already. */
    Optional<SendRequest> movedTo(String chatId) {
        ChatAddress there = new ChatAddress(to.bot(), chatId, to.topicId());
        return moved
                ? Optional.empty()
                : Optional.of(
                        new SendRequest(there, shared, message.withoutReply(), replaces, change, leftOut, true, false));
    }

    /** The same for a chat that the platform says it knows; empty when that was asked already. */
    Optional<SendRequest> toConfirmed() {
        return confirmed
                ? Optional.empty()
                : Optional.of(new SendRequest(to, shared, message, replaces, change, leftOut, moved, true));
    }

    /** The same, which must not be shortened: it tells several things, each of which can be told alone. */
    public SendRequest unshortened() {
        return new SendRequest(to, shared, message, replaces, change, Set.of(Part.UNKNOWN), moved, confirmed);
    }

    /** The same, which must not go without its picture or file: who sends it decides what goes in its place. */
    SendRequest withItsMedia() {
        Set<Part> kept = EnumSet.of(Part.PHOTO, Part.UNKNOWN);
        return new SendRequest(to, shared, message, replaces, change, kept, moved, confirmed);
    }

    /** Returns whether its topic was lost, so that it goes to the general one. */
    public boolean toGeneralTopic() {
        return leftOut.contains(Part.TOPIC);
    }

    /** Returns whether it changes nothing that was sent. */
    boolean isNew() {
        return replaces.isEmpty();
    }

    /** The same without a part; empty when that was left out already. */
    public Optional<SendRequest> without(Part part) {
        boolean wordless = message.text().text().isEmpty() && part != Part.TOPIC;
        if (leftOut.contains(part) || wordless) {
            return Optional.empty();
        }
        Set<Part> less = EnumSet.of(part);
        less.addAll(leftOut);
        ChatAddress address = part == Part.TOPIC ? to.withoutTopic() : to;
        return Optional.of(new SendRequest(address, shared, stripped(part), replaces, change, less, moved, confirmed));
    }

    private OutgoingMessage stripped(Part part) {
        return switch (part) {
            case FORMATTING -> message.withoutFormatting();
            case PHOTO -> message.withoutMedia();
            case TOPIC -> message;
            case UNKNOWN -> message.wordsAndAddress(LAST_FORM);
        };
    }
}
