package vn.loa.delivery;

import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import vn.loa.delivery.SendResult.PartRefused.Part;
import vn.loa.model.ChatAddress;
import vn.loa.model.OutgoingMessage;

/**
 * A message with its address, in the form in which it is tried now.
 *
 * @param to where
 * @param shared whether several people read there, so that a group's limits apply
 * @param message what
 * @param replaces the id of the message that this one changes; empty for a new message
 * @param leftOut what the platform refused and is left out already
 * @param moved whether it follows a chat to a new id
 */
record Letter(
        ChatAddress to,
        boolean shared,
        OutgoingMessage message,
        Optional<String> replaces,
        Set<Part> leftOut,
        boolean moved) {
    Letter {
        Objects.requireNonNull(to);
        Objects.requireNonNull(message);
        Objects.requireNonNull(replaces);
        leftOut = Set.copyOf(leftOut);
    }

    static Letter of(ChatAddress to, boolean shared, OutgoingMessage message) {
        return new Letter(to, shared, message, Optional.empty(), Set.of(), false);
    }

    /** The same as a change of a message that was sent. */
    Letter replacing(String messageId) {
        return new Letter(to, shared, message, Optional.of(messageId), leftOut, moved);
    }

    /** Says it once. */
    SendResult over(Messenger messenger) {
        return replaces.isPresent() ? messenger.edit(to, replaces.get(), message) : messenger.send(to, message);
    }

    /** The same at the chat's new id; empty when it has followed the chat once already. */
    Optional<Letter> movedTo(String chatId) {
        ChatAddress there = new ChatAddress(to.bot(), chatId, to.topicId());
        return moved ? Optional.empty() : Optional.of(new Letter(there, shared, message, replaces, leftOut, true));
    }

    /** The same without a part; empty when that was left out already. */
    Optional<Letter> without(Part part) {
        if (leftOut.contains(part)) {
            return Optional.empty();
        }
        Set<Part> less = EnumSet.of(part);
        less.addAll(leftOut);
        ChatAddress address = part == Part.TOPIC ? to.withoutTopic() : to;
        return Optional.of(new Letter(address, shared, stripped(part), replaces, less, moved));
    }

    private OutgoingMessage stripped(Part part) {
        return switch (part) {
            case FORMATTING -> message.withoutFormatting();
            case PHOTO -> message.withoutMedia();
            case TOPIC -> message;
        };
    }
}
