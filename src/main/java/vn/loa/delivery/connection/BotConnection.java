package vn.loa.delivery.connection;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
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
import vn.loa.model.OutgoingMessage;
import vn.loa.store.chat.BotStore;
import vn.loa.store.chat.ChatStore;

/**
 * Connects a bot with its platform: the one way by which its broadcasts ({@code Dispatcher}) and its answers
 * ({@code Answers}) leave, so that they share its limits and both learn what the platform said. Threads are named after
 * the bot.
 */
public final class BotConnection implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(BotConnection.class);
    /** Many, for an answer to a chat that hangs holds its thread until the time-out. */
    private static final int THREADS = 16;
    /** A thread that has nothing to do for so long ends, for a machine may have many bots. */
    private static final Duration IDLE = Duration.ofSeconds(30);

    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(1);

    /** Gives the time and, for pacing, a count of nanoseconds that no correction of the clock disturbs. */
    public record Time(InstantSource clock, LongSupplier nanos) {}

    private final Messenger messenger;
    private final ChatStore chats;
    private final InstantSource clock;
    private final RateLimiter limiter;
    private final ConnectionState state;
    private final ChatTroubles troubles;
    private final SendResultHandler results;
    private final ScheduledThreadPoolExecutor threads;
    private final AnswerQueue waiting;
    private final ReentrantLock editing = new ReentrantLock(true);

    /** Makes the connection of a bot, in the state in which it was left. */
    public BotConnection(
            Messenger messenger, BotStore bots, ChatStore chats, ChatTroubles troubles, InstantSource clock) {
        this(messenger, bots, chats, troubles, new Time(clock, System::nanoTime));
    }

    public BotConnection(Messenger messenger, BotStore bots, ChatStore chats, ChatTroubles troubles, Time time) {
        this.messenger = messenger;
        this.chats = chats;
        this.clock = time.clock();
        this.limiter = new RateLimiter(messenger.capabilities().rates(), time.nanos());
        this.state = new ConnectionState(messenger, bots, clock);
        this.troubles = troubles;
        this.results = new SendResultHandler(state, chats, troubles, clock);
        this.threads = new ScheduledThreadPoolExecutor(THREADS, named("answer " + bot()));
        threads.setKeepAliveTime(IDLE.toSeconds(), TimeUnit.SECONDS);
        threads.allowCoreThreadTimeOut(true);
        this.waiting = new AnswerQueue(limiter, this::after);
    }

    /** Makes threads of this name, numbered from 1. */
    public static ThreadFactory named(String name) {
        AtomicInteger number = new AtomicInteger();
        return task -> new Thread(task, name + " " + number.incrementAndGet());
    }

    /** Held while a message is read and edited, so that no edit undoes another. */
    public ReentrantLock editing() {
        return editing;
    }

    /** Returns the bot that speaks through it. */
    public Bot bot() {
        return messenger.bot();
    }

    /** Returns what the platform can do. */
    public Capabilities capabilities() {
        return messenger.capabilities();
    }

    /** Asks the platform whether it still takes the bot's token; the answer becomes part of the connection's state. */
    public void check() {
        state.check();
    }

    /** Returns why the platform refuses the bot, in English; empty while it does not. */
    public Optional<String> refusal() {
        return state.refusal();
    }

    /** Returns why the platform refuses a kind of the bot's chats, in English; empty while it does not. */
    public Optional<String> featureRefusal() {
        return state.featureRefusal();
    }

    /** Tells whether the platform has said since the start, and last, that it takes the bot. */
    public boolean accepted() {
        return state.accepted();
    }

    /** Returns the pieces in which a request has to go, in order; one alone where one message is enough. */
    public List<OutgoingMessage> pieces(SendRequest request) {
        return request.isNew() ? messenger.pieces(request.message()) : List.of(request.message());
    }

    /** Returns the chats of this bot and all others. */
    public ChatStore chats() {
        return chats;
    }

    /** Returns what remembers the chats that refuse. */
    public ChatTroubles troubles() {
        return troubles;
    }

    /** Returns whether this program may speak for the bot now. */
    public boolean maySpeak() {
        return messenger.maySpeak();
    }

    /** Returns the civil clock. */
    public InstantSource clock() {
        return clock;
    }

    /** Returns the pace of this bot. */
    public RateLimiter limiter() {
        return limiter;
    }

    /** Returns whether the bot may speak at present. */
    public ConnectionState state() {
        return state;
    }

    /** Sends what has a permit, on this thread; what has to be sent again at once waits for another. */
    public void send(SendRequest request, Permit.Granted permit, SendCallback callback) {
        if (!messenger.maySpeak()) {
            permit.close();
            callback.ended(new SendOutcome.Stopped());
            return;
        }
        SendResult result;
        try (permit) {
            result = request.over(messenger);
        } catch (RuntimeException e) {
            log.error("{}: the channel failed by a mistake of ours", request.to(), e);
            callback.ended(new SendOutcome.Unconfirmed(
                    "channel failed: " + e.getClass().getSimpleName()));
            return;
        }
        countParts(request, result);
        SendResultHandler.Next next = handled(request, result);
        if (next instanceof SendResultHandler.Next.Resend resend) {
            sendWhenPermitted(resend.request(), callback);
        } else if (next instanceof SendResultHandler.Next.End end) {
            callback.ended(end.outcome());
        }
    }

    /** A platform counts each part of what was sent in several towards its limit for groups. */
    private void countParts(SendRequest request, SendResult result) {
        if (request.shared() && request.isNew() && result instanceof SendResult.Sent sent) {
            int parts = sent.messageId().split(" ").length;
            if (parts > 1) {
                limiter.remember(request.to().chatId(), parts - 1);
            }
        }
    }

    private SendResultHandler.Next handled(SendRequest request, SendResult result) {
        try {
            return results.handle(request, result);
        } catch (RuntimeException e) {
            log.error("{}: what the platform said could not be written down", request.to(), e);
            return new SendResultHandler.Next.End(
                    new SendOutcome.NotSent("not written down: " + e.getClass().getSimpleName()));
        }
    }

    /** Sends before all broadcasts, as soon as the limits and the platform's own wishes allow; does not wait. */
    public void sendWhenPermitted(SendRequest request, SendCallback callback) {
        after(Duration.ZERO, callback, () -> sendIfPermitted(request, callback));
    }

    private void sendIfPermitted(SendRequest request, SendCallback callback) {
        if (mayGo(request, callback)) {
            waiting.join(request, callback, permit -> sendUnlessStopped(request, permit, callback));
        }
    }

    /** Much may have happened while it waited for its permit. */
    private void sendUnlessStopped(SendRequest request, Permit.Granted permit, SendCallback callback) {
        if (mayGo(request, callback)) {
            send(request, permit, callback);
        } else {
            permit.close();
        }
    }

    private boolean mayGo(SendRequest request, SendCallback callback) {
        if (!callback.wants(request)) {
            callback.ended(new SendOutcome.NotWanted());
            return false;
        }
        Instant hold = heldUntil(request.to());
        if (clock.instant().isBefore(hold)) {
            callback.ended(new SendOutcome.Held(hold));
            return false;
        }
        return true;
    }

    /** Returns until when a chat's answers are held. An outage holds none: one that gets through ends it. */
    private Instant heldUntil(ChatAddress to) {
        Instant chat = chats.holdUntil(to);
        Instant bot = state.reason().isEmpty() ? state.heldUntil() : Instant.EPOCH;
        return chat.isAfter(bot) ? chat : bot;
    }

    /** Does something for a message on one of the connection's threads; a closed connection ends the message. */
    public void after(Duration delay, SendCallback callback, Runnable task) {
        try {
            var ignored = threads.schedule(() -> guarded(callback, task), delay.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            callback.ended(new SendOutcome.Stopped());
        }
    }

    private void guarded(SendCallback callback, Runnable task) {
        try {
            task.run();
        } catch (Throwable e) {
            // A thread of the pool would swallow it, and whoever waits for the answer hang.
            log.error("{}: an answer failed by a mistake of ours", bot(), e);
            callback.ended(new SendOutcome.NotSent("failed: " + e.getClass().getSimpleName()));
        }
    }

    /**
     * Sends nothing more; what waits for its permit is dropped, so stop the users of the connection first. Waits a moment for
     * what has just begun, which needs the database.
     */
    @Override
    public void close() {
        threads.shutdownNow();
        try {
            if (!threads.awaitTermination(CLOSE_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
                log.warn("{}: an answer is still under way", bot());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
