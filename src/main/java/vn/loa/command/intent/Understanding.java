package vn.loa.command.intent;

import java.util.List;
import java.util.Objects;

/**
 * Holds the most probable meaning of a sentence.
 *
 * @param slots the values besides the intent
 * @param sure whether nothing in the sentence speaks against it; a sentence that was understood only nearly leads to an
 *     offer where the command changes what somebody receives
 * @param wishes what single parts of a long sentence, or of one with two wishes, mean
 * @param others the other possible intents, the most probable first
 */
public record Understanding(Intent intent, Slots slots, boolean sure, List<Intent> others, List<Understanding> wishes) {
    public Understanding {
        Objects.requireNonNull(intent);
        Objects.requireNonNull(slots);
        others = List.copyOf(others);
        wishes = List.copyOf(wishes);
    }

    /** Holds the meaning of a sentence that is one whole. */
    public Understanding(Intent intent, Slots slots, boolean sure, List<Intent> others) {
        this(intent, slots, sure, others, List.of());
    }

    /** Returns the same as something to be offered beside what its parts mean. */
    Understanding of(List<Understanding> parts) {
        return parts.isEmpty() ? this : new Understanding(intent, slots, false, others, parts);
    }
}
