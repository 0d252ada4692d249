package vn.loa.command.intent;

import java.util.List;
import java.util.Objects;

/**
 * Holds the most probable meaning of a sentence.
 *
 * @param slots the values besides the intent
 * @param sure whether nothing in the sentence speaks against it; a sentence that was understood only nearly leads to an
 *     offer where the command changes what somebody receives
 * @param others the other possible intents, the most probable first
 */
public record Understanding(Intent intent, Slots slots, boolean sure, List<Intent> others) {
    public Understanding {
        Objects.requireNonNull(intent);
        Objects.requireNonNull(slots);
        others = List.copyOf(others);
    }
}
