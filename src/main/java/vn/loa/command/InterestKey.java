package vn.loa.command;

import java.nio.charset.StandardCharsets;
import vn.loa.model.Subscription;

/** How a subscription stands in a button's data, which has room for 64 bytes together with the command's name. */
final class InterestKey {
    private static final int ROOM_BYTES = 40;

    private InterestKey() {}

    /** The value itself, or a digest of one that is too long; who presses is matched against the values there are. */
    static String of(Subscription.Kind kind, String value) {
        String initial = kind.name().substring(0, 1);
        return value.getBytes(StandardCharsets.UTF_8).length <= ROOM_BYTES
                ? initial + ":" + value
                : initial + "#" + Integer.toHexString(value.hashCode());
    }
}
