package vn.loa.model;

import java.util.Objects;

/**
 * What a chat asked to hear of.
 *
 * @param chatId our own number of the chat
 * @param kind how {@code value} is meant
 * @param value what is compared: a source's id, or a category's name folded to lower case without marks; an empty
 *     string for {@link Kind#ALL}
 * @param label how people read it: the source's name, or the category as the portal writes it
 */
public record Subscription(long chatId, Kind kind, String value, String label) {
    /** What a subscription names. */
    public enum Kind {
        /** Every source there is and will be. */
        ALL,
        SOURCE,
        CATEGORY
    }

    public Subscription {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(value);
        Objects.requireNonNull(label);
    }
}
