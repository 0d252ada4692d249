package vn.loa.model;

import java.util.Objects;

/**
 * What a chat asked to hear of.
 *
 * @param chatId our own number of the chat
 * @param kind how {@code value} is meant
 * @param value a source's id, or a category's name as the portal writes it; an empty string for {@link Kind#ALL}
 */
public record Subscription(long chatId, Kind kind, String value) {
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
    }
}
