package vn.loa.command.follow;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import vn.loa.command.follow.SubscriptionCatalog.Interest;
import vn.loa.model.Subscription.Kind;

/** How a subscription stands in a button's data, which has room for 64 bytes together with the command's name. */
final class SubscriptionKey {
    /** What "botheodoi", a stamp of six letters and a page of three digits leave, with the colons and the initial. */
    private static final int ROOM_FOR_WORDS = 40;

    /** Less, so that what stands in lists can be pressed from another chat, which puts its number before the data. */
    private static final int ROOM_FOR_VALUES = 24;

    private SubscriptionKey() {}

    /** The value itself, or a digest of one that is too long; who presses is matched against the values there are. */
    static String of(Kind kind, String value) {
        return fits(value, ROOM_FOR_VALUES)
                ? initial(kind) + ":" + value
                : initial(kind) + "#" + Integer.toHexString(value.hashCode());
    }

    /**
     * The key to offer something by. What is in no list, a commune or a keyword, stands with the words that people read;
     * empty when they are too long.
     */
    static Optional<String> toOffer(Interest interest) {
        if (interest.kind() != Kind.PLACE && interest.kind() != Kind.KEYWORD) {
            return Optional.of(of(interest.kind(), interest.value()));
        }
        return fits(interest.label(), ROOM_FOR_WORDS)
                ? Optional.of(initial(interest.kind()) + ":" + interest.label())
                : Optional.empty();
    }

    /** The words of a key of this kind. */
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
