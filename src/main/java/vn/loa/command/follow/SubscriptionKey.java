package vn.loa.command.follow;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import vn.loa.command.follow.SubscriptionCatalog.Interest;
import vn.loa.model.Subscription.Kind;

/** Encodes a subscription for a button's data, which has room for 64 bytes together with the command's name. */
final class SubscriptionKey {
    /**
     * The bytes that remain after "botheodoi", a stamp of six letters, a page of three digits, the colons and the
     * initial.
     */
    private static final int ROOM_FOR_WORDS = 40;

    /**
     * The bytes for items of lists; fewer, so that they can be pressed from another chat, which puts its number before
     * the data.
     */
    private static final int ROOM_FOR_VALUES = 24;

    private SubscriptionKey() {}

    /**
     * Returns the value itself, or a digest of one that is too long; a press is matched against the values there are.
     */
    static String of(Kind kind, String value) {
        return fits(value, ROOM_FOR_VALUES)
                ? initial(kind) + ":" + value
                : initial(kind) + "#" + Integer.toHexString(value.hashCode());
    }

    /**
     * Returns the key to offer something by. An entry of no list, a commune or a keyword, is encoded with the words
     * that people read; empty when they are too long.
     */
    static Optional<String> toOffer(Interest interest) {
        if (interest.kind() != Kind.PLACE && interest.kind() != Kind.KEYWORD) {
            return Optional.of(of(interest.kind(), interest.value()));
        }
        return fits(interest.label(), ROOM_FOR_WORDS)
                ? Optional.of(initial(interest.kind()) + ":" + interest.label())
                : Optional.empty();
    }

    /** Returns the words in a key of this kind. */
    static Optional<String> words(String key, Kind kind) {
        String start = initial(kind) + ":";
        return key.startsWith(start) ? Optional.of(key.substring(start.length())) : Optional.empty();
    }

    private static boolean fits(String text, int room) {
        return text.getBytes(StandardCharsets.UTF_8).length <= room;
    }

    private static String initial(Kind kind) {
        return kind.name().substring(0, 1);
    }
}
