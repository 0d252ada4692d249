package vn.loa.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.loa.delivery.channel.Capabilities;
import vn.loa.delivery.channel.Messenger;
import vn.loa.delivery.channel.SendResult;
import vn.loa.delivery.pace.Permit;
import vn.loa.delivery.pace.RateLimiter;
import vn.loa.model.Bot;
import vn.loa.model.ChatAddress;
import vn.loa.store.BotStore;
import vn.loa.store.ChatStore;

/**
 * A bot's line to its platform: the one way by which its broadcasts ({@link Dispatcher}) and its answers
 * ({@link Answers}) leave, so that they share its limits and both learn what the platform said. Threads are named after
 * the bot.
 */
public final class BotConnection implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(BotConnection.class);
    private static final int THREADS = 4;
    /** The reason why a message is held that comes after {@link #close()}. */
    static final String CLOSED = "stopping";

    /** What time it is, and, for pacing, a count of nanoseconds that no correction of the clock disturbs. */
    record Time(InstantSource clock, LongSupplier nanos) {}

    private final Messenger messenger;
    private final ChatStore chats;
    private final InstantSource clock;
    private final RateLimiter pacer;
    private final ConnectionState state;
    private final SendResultHandler outcomes;
    private final ScheduledThreadPoolExecutor threads;
    private final ReentrantLock editing = new ReentrantLock(true);

    /** The line of a bot, in the state in which it was left. */
    public BotConnection(
            Messenger messenger, BotStore bots, ChatStore chats, LostTopics lostTopics, InstantSource clock) {
        this(messenger, bots, chats, lostTopics, new Time(clock, System::nanoTime));
    }

    BotConnection(Messenger messenger, BotStore bots, ChatStore chats, LostTopics lostTopics, Time time) {
        this.messenger = messenger;
        this.chats = chats;
        this.clock = time.clock();
        this.pacer = new RateLimiter(messenger.capabilities().rates(), time.nanos());
        this.state = new ConnectionState(messenger, bots, clock);
        this.outcomes = new SendResultHandler(state, chats, lostTopics, clock);
        this.threads = new ScheduledThreadPoolExecutor(THREADS, named("answer " + bot()));
    }

    static ThreadFactory named(String name) {
        AtomicInteger number = new AtomicInteger();
        return task -> new Thread(task, name + " " + number.incrementAndGet());
    }

    /** Held while a message is read and edited, so that no edit undoes another. */
    ReentrantLock editing() {
        return editing;
    }

    Bot bot() {
        return messenger.bot();
    }

    /** Returns what the platform can do. */
    public Capabilities capabilities() {
        return messenger.capabilities();
    }

    ChatStore chats() {
        return chats;
    }

    InstantSource clock() {
        return clock;
    }

    RateLimiter pacer() {
        return pacer;
    }

    ConnectionState state() {
        return state;
    }

    /** Says a letter for which there is a turn, on this thread; what has to be said again at once waits its turn. */
    void say(SendRequest letter, Permit.Granted turn, SendCallback fate) {
        SendResult result;
        try (turn) {
            result = letter.over(messenger);
        } catch (RuntimeException e) {
            log.error("{}: the channel failed by a mistake of ours", letter.to(), e);
            fate.unconfirmed("channel failed: " + e.getClass().getSimpleName());
            return;
        }
        judged(letter, result, fate).ifPresent(next -> sayInTurn(next, fate));
    }

    private Optional<SendRequest> judged(SendRequest letter, SendResult result, SendCallback fate) {
        try {
            return outcomes.judge(letter, result, fate);
        } catch (RuntimeException e) {
            log.error("{}: what the platform said could not be written down", letter.to(), e);
            fate.failed("not written down: " + e.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    /** Says a letter before all broadcasts, as soon as the limits and the platform's own wishes allow; does not wait. */
    void sayInTurn(SendRequest letter, SendCallback fate) {
        after(Duration.ZERO, fate, () -> sayIfTurn(letter, fate));
    }

    private void sayIfTurn(SendRequest letter, SendCallback fate) {
        if (!fate.stillWanted()) {
            fate.unwanted();
            return;
        }
        Instant silence = silentUntil(letter.to());
        if (clock.instant().isBefore(silence)) {
            fate.held(silence, "told to wait");
            return;
        }
        Permit turn = pacer.answer(letter.to(), letter.shared());
        if (turn instanceof Permit.Granted granted) {
            say(letter, granted, fate);
        } else if (turn instanceof Permit.Later later) {
            after(later.pause(), fate, () -> sayIfTurn(letter, fate));
        }
    }

    /** An outage does not silence answers: one that gets through ends it. */
    private Instant silentUntil(ChatAddress to) {
        Instant chat = chats.holdUntil(to);
        Instant bot = state.reason().isEmpty() ? state.heldUntil() : Instant.EPOCH;
        return chat.isAfter(bot) ? chat : bot;
    }

    /** Does something for a message on one of the line's threads; a line that is closed holds the message back. */
    void after(Duration delay, SendCallback fate, Runnable task) {
        try {
            var ignored = threads.schedule(() -> guarded(fate, task), delay.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            fate.held(clock.instant(), CLOSED);
        }
    }

    private void guarded(SendCallback fate, Runnable task) {
        try {
            task.run();
        } catch (Throwable e) { // A thread of the pool would swallow it, and whoever waits for the answer hang.
            log.error("{}: an answer failed by a mistake of ours", bot(), e);
            fate.failed("failed: " + e.getClass().getSimpleName());
        }
    }

    /** Says nothing more; what waits for its turn is dropped, so stop the users of the line first. */
    @Override
    public void close() {
        threads.shutdownNow();
    }
}
