package vn.loa.emulator;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/** Telegram's flood control: counts what was let through and refuses the rest with {@code retry_after}. */
final class FloodControl {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    /** Events within a sliding span of time. */
    private static final class Window {
        private final Deque<Long> times = new ArrayDeque<>();
        private final long span;

        Window(long span) {
            this.span = span;
        }

        long delay(long now, int most) {
            while (!times.isEmpty() && now - times.peekFirst() >= span) {
                times.removeFirst();
            }
            return most > 0 && times.size() >= most ? times.peekFirst() + span - now : 0;
        }

        void add(long now) {
            times.addLast(now);
        }
    }

    /** A bucket that holds a burst and wins one back a second, told by when it will be full again. */
    private static final class Bucket {
        private long fullAt = Long.MIN_VALUE;

        long delay(long now, int burst) {
            return burst > 0 ? Math.max(0, Math.max(fullAt, now) - now - (burst - 1) * SECOND) : 0;
        }

        void add(long now) {
            fullAt = Math.max(fullAt, now) + SECOND;
        }
    }

    private final LongSupplier nanoTime;
    private final Window bot = new Window(SECOND);
    private final Map<Long, Bucket> chats = new HashMap<>();
    private final Map<Long, Window> groups = new HashMap<>();
    private Limits limits = Limits.NONE;

    FloodControl(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    synchronized void limits(Limits newLimits) {
        limits = newLimits;
    }

    /** Counts one message, or refuses it. */
    synchronized void pass(long chatId) {
        if (limits.equals(Limits.NONE)) {
            return;
        }
        long now = nanoTime.getAsLong();
        Bucket chat = chats.computeIfAbsent(chatId, id -> new Bucket());
        Window group = groups.computeIfAbsent(chatId, id -> new Window(60 * SECOND));
        long wait = Math.max(bot.delay(now, limits.botPerSecond()), chat.delay(now, limits.chatBurst()));
        wait = Math.max(wait, chatId < 0 ? group.delay(now, limits.groupPerMinute()) : 0);
        if (wait > 0) {
            throw Refusal.flood((wait + SECOND - 1) / SECOND);
        }
        bot.add(now);
        chat.add(now);
        group.add(now);
    }
}
