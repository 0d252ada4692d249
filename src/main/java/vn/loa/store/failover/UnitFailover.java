package vn.loa.store.failover;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import vn.loa.model.Platform;

/**
 * Holds how a unit hears each announcement once.
 *
 * @param order the channels, the first one to be told first; chats on others follow, the oldest first
 * @param after how long a delivery may take before another chat of the unit gets it
 * @param since when it was set
 * @param awayChat our number of the chat whose news go another way at present; empty while none does
 */
public record UnitFailover(long unitId, List<Platform> order, Duration after, Instant since, OptionalLong awayChat) {
    /** Applies when an operator names no time. */
    public static final Duration USUAL_WAIT = Duration.ofMinutes(10);

    public UnitFailover {
        order = List.copyOf(order);
        Objects.requireNonNull(after);
        Objects.requireNonNull(since);
        Objects.requireNonNull(awayChat);
    }

    /** Returns the place of a platform in the order; those that it does not name come after it. */
    public int rank(Platform platform) {
        int place = order.indexOf(platform);
        return place < 0 ? order.size() : place;
    }
}
