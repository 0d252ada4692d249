package vn.loa.model;

import java.util.Objects;
import java.util.Optional;

/**
 * Tells to which words or press a message is the answer, for channels that can show it.
 *
 * @param messageId the message with the words, by its number on the platform; empty for a press
 * @param onlyFor the person, by the number on the platform, who alone should see the answer; empty when all may
 * @param pressId the platform's number of the press; empty for words
 */
public record ReplyTarget(Optional<String> messageId, Optional<String> onlyFor, Optional<String> pressId) {
    public ReplyTarget {
        Objects.requireNonNull(messageId);
        Objects.requireNonNull(onlyFor);
        Objects.requireNonNull(pressId);
    }

    /** Returns the answer to words that all may see. */
    public static ReplyTarget to(String messageId) {
        return new ReplyTarget(Optional.of(messageId), Optional.empty(), Optional.empty());
    }

    /** Returns the same, without its being meant for one person. */
    public ReplyTarget forAll() {
        return new ReplyTarget(messageId, Optional.empty(), Optional.empty());
    }
}
