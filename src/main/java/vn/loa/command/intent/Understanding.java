package vn.loa.command.intent;

import java.util.List;
import java.util.Objects;

/**
 * What a sentence most probably means.
 *
 * @param intent what is asked for
 * @param slots the rest
 * @param sure whether nothing in the sentence speaks against it; what was understood only nearly is offered, not done,
 *     where it changes what somebody receives
 * @param others what it may mean instead, the most probable first
 */
public record Understanding(Intent intent, Slots slots, boolean sure, List<Intent> others) {
    public Understanding {
        Objects.requireNonNull(intent);
        Objects.requireNonNull(slots);
        others = List.copyOf(others);
    }
}
