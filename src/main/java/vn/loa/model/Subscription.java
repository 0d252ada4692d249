package vn.loa.model;

import java.util.Objects;

/**
 * One thing that a chat follows or, for {@link Kind#EXCLUDE}, leaves out. A chat hears of an article that one of its
 * subscriptions names, unless one of its exclusions does.
 *
 * @param chatId our own number of the chat
 * @param kind how {@code value} is meant
 * @param value what is compared: a source's id, a topic's id, or words folded to lower case without marks; an empty
 *     string for {@link Kind#ALL}
 * @param label how people read it: the source's name, the category as the portal writes it, the keyword as typed
 */
public record Subscription(long chatId, Kind kind, String value, String label) {
    /** The kinds of things that are followed. Their initials differ: button data tells them by the initial. */
    public enum Kind {
        /** Every source there is and will be. */
        ALL,
        SOURCE,
        /** Every source that a commune has and will have, by the sources' names. */
        LOCALITY,
        CATEGORY,
        /** A field of a Front office's work; the phrases that tell a topic are Loa's own. */
        TOPIC,
        /** A commune named in the text: {@code xa phu xuyen}. */
        PLACE,
        /** A word, a phrase, or a pattern between slashes. */
        KEYWORD,
        /** A keyword that keeps an article away, whatever else names it. */
        EXCLUDE
    }

    public Subscription {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(value);
        Objects.requireNonNull(label);
    }

    /** Returns whether matching articles are left out. */
    public boolean excludes() {
        return kind == Kind.EXCLUDE;
    }
}
