package vn.loa.delivery.pace;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Limits the rate of a bot, all chats together: never more than its limit in any second as the <em>platform</em>
 * counts, and evenly within the second, so that an answer finds a permit soon.
 *
 * <p>The platform counts arrivals, which we do not see: a message arrives some time between its start and its answer.
 * So a permit is lent when a message starts, and its second begins when the answer is here, less the shortest time that
 * messages have lately taken there and back. A slow message (a cold start, a pause of the machine) then costs nobody a
 * refusal, and a steady distance to the platform costs no speed. Not safe for several threads.
 */
final class BotRate {
    /** More than a second, for platforms that count in whole milliseconds. */
    private static final Duration PERIOD = Duration.ofMillis(1002);
    /** The shortest of so many messages is taken for the distance. */
    private static final int SAMPLE = 64;

    private final LongSupplier nanos;
    private final SlidingWindow window;
    private final Bucket spacing;
    private long distance;
    private long shortest = Long.MAX_VALUE;
    private int measured;
    private long shift;
    private long reservedUntil;

    /** At most {@code perSecond} messages in any second. */
    BotRate(int perSecond, LongSupplier nanos) {
        this.nanos = nanos;
        this.reservedUntil = nanos.getAsLong();
        TimeMeter meter = Buckets.meter(() -> nanos.getAsLong() - shift);
        this.window = new SlidingWindow(perSecond, PERIOD, meter);
        // Somewhat faster than the limit and a few at once, to make good what a pause of the machine has cost.
        this.spacing = Buckets.of(Math.max(2, perSecond / 5), perSecond * 6L, Duration.ofSeconds(5), meter);
    }

    long waitNanos(boolean answer) {
        long reserved = answer ? 0 : reservedUntil - nanos.getAsLong();
        return Math.max(reserved, Math.max(window.waitNanos(), Buckets.waitNanos(spacing)));
    }

    /** Keeps the permits of the next so many nanoseconds for answers. */
    void reserve(long forNanos) {
        reservedUntil = Math.max(reservedUntil, nanos.getAsLong() + forNanos);
    }

    /** Takes the permit that is free now. */
    Bucket lend() {
        spacing.consumeIgnoringRateLimits(1);
        return window.lend();
    }

    /** The message that started at {@code started} has its answer. */
    void giveBack(Bucket slot, long started) {
        measure(nanos.getAsLong() - started);
        // A part of it is kept back: the shortest ways there and back need not have been one message's.
        shift = Math.min(distance, shortest) / 8 * 7;
        window.giveBack(slot);
        shift = 0;
    }

    private void measure(long took) {
        shortest = Math.min(shortest, took);
        measured++;
        if (measured == SAMPLE) {
            distance = shortest;
            shortest = Long.MAX_VALUE;
            measured = 0;
        }
    }
}
