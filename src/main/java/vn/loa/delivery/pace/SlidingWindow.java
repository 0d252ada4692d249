package vn.loa.delivery.pace;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * So many uses in any period, however they fall. One bucket of n tokens would grant up to 2n - 1 in its first period;
 * n buckets of one token each, used in turn, cannot. Not safe for several threads.
 */
final class SlidingWindow {
    /** The wait before asking again when every slot is lent. */
    private static final long ALL_LENT_NANOS = Duration.ofMillis(2).toNanos();

    private final int size;
    private final Duration period;
    private final TimeMeter meter;
    private final Deque<Bucket> slots = new ArrayDeque<>();
    private int made;

    /** As many uses as {@code size} in any {@code period}; slots are made when they are first needed. */
    SlidingWindow(int size, Duration period, TimeMeter meter) {
        this.size = size;
        this.period = period;
        this.meter = meter;
    }

    /** Nanoseconds until a slot is free; 0 when one is. */
    long waitNanos() {
        if (made < size) {
            return 0;
        }
        return slots.isEmpty() ? ALL_LENT_NANOS : Buckets.waitNanos(slots.peekFirst());
    }

    /** Returns the number of uses that are free now. */
    int room() {
        long refilled =
                slots.stream().filter(slot -> Buckets.waitNanos(slot) == 0).count();
        return size - made + (int) refilled;
    }

    /** Takes a free slot; it counts as used until it is given back and for a period from then on. */
    Bucket lend() {
        if (!slots.isEmpty() && Buckets.waitNanos(slots.peekFirst()) == 0) {
            return slots.removeFirst();
        }
        made++;
        return Buckets.of(1, 1, period, meter);
    }

    /** The use happened at the latest now, as the meter tells it. */
    void giveBack(Bucket slot) {
        slot.consumeIgnoringRateLimits(1);
        slots.addLast(slot);
    }
}
