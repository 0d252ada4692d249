package vn.loa.delivery.pace;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import vn.loa.delivery.channel.Capabilities.Rates;

/** Limits the rate of one chat. Not safe for several threads. */
final class ChatRate {
    /** A minute, and what a message may take on its way. */
    private static final Duration MINUTE = Duration.ofMillis(60_500);
    /** After so long a chat's past no longer matters. */
    static final long MEMORY_NANOS = MINUTE.toNanos();

    private final LongSupplier nanos;
    private final Optional<Bucket> second;
    private final Optional<SlidingWindow> minute;
    private long reservedUntil;
    private long lastUse;

    /** A pace for one chat; {@code shared} chats have a limit a minute as well. */
    ChatRate(Rates rates, boolean shared, LongSupplier nanos) {
        this.nanos = nanos;
        this.lastUse = nanos.getAsLong();
        this.reservedUntil = lastUse;
        TimeMeter meter = Buckets.meter(nanos);
        int limit = rates.chatPerSecond();
        // One more than the limit at once: Telegram tolerates short bursts (3), and an answer may have two parts.
        this.second =
                limit > 0 ? Optional.of(Buckets.of(limit + 1, limit, Duration.ofSeconds(1), meter)) : Optional.empty();
        this.minute = shared && rates.groupPerMinute() > 0
                ? Optional.of(new SlidingWindow(rates.groupPerMinute(), MINUTE, meter))
                : Optional.empty();
    }

    long waitNanos(boolean answer) {
        long reserved = answer ? 0 : reservedUntil - nanos.getAsLong();
        long wait = Math.max(
                second.map(Buckets::waitNanos).orElse(0L),
                minute.map(SlidingWindow::waitNanos).orElse(0L));
        return Math.max(reserved, wait);
    }

    /** Keeps the permits of the next so many nanoseconds for answers. */
    void reserve(long forNanos) {
        reservedUntil = Math.max(reservedUntil, nanos.getAsLong() + forNanos);
    }

    void take() {
        second.ifPresent(bucket -> bucket.consumeIgnoringRateLimits(1));
        minute.ifPresent(window -> window.giveBack(window.lend()));
        lastUse = nanos.getAsLong();
    }

    /** Takes the room of the minute that messages used before; what is more than its room is left out. */
    void remember(int messages) {
        minute.ifPresent(window -> {
            for (int i = Math.min(messages, window.room()); i > 0; i--) {
                window.giveBack(window.lend());
            }
        });
        lastUse = nanos.getAsLong();
    }

    /** Returns the number of messages that the minute still has room for. */
    int room() {
        return minute.map(SlidingWindow::room).orElse(Integer.MAX_VALUE);
    }

    boolean forgettable() {
        return nanos.getAsLong() - lastUse > MEMORY_NANOS;
    }
}
