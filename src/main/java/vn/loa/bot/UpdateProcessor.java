package vn.loa.bot;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.loa.model.Bot;
import vn.loa.model.MonotonicDeadline;
import vn.loa.store.delivery.InboxStore;

/**
 * Writes a bot's updates down and handles them beside the receiver: those of a lane in order, those of different lanes
 * side by side, each lane one update at a turn, so that neither a flooded chat nor a slow platform keeps others waiting.
 * What a stopped program left is handled first. At least once: a crash while an update is handled brings it again, at
 * most three times.
 */
public final class UpdateProcessor implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(UpdateProcessor.class);
    private static final int THREADS = 12;
    /** A receiver that polls takes no more while so many wait. */
    private static final int MOST_WAITING = 10_000;

    /** A platform that brings updates one by one, again when they are refused, is refused while so many wait. */
    private static final int MOST_POSTED = 1_000;

    private static final int MOST_TRIES = 3;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(20);
    /** A thread that has nothing to do for so long ends, for a machine may have many bots. */
    private static final Duration IDLE = Duration.ofSeconds(30);

    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(5);

    private final Bot bot;
    private final InboxStore inbox;
    private final UpdateConsumer consumer;
    private final InstantSource clock;
    private final ScheduledThreadPoolExecutor threads;
    /** Held while updates are written down and queued, so that their order is the same in both. */
    private final Object order = new Object();

    @GuardedBy("lanes")
    private final Map<String, Deque<Update>> lanes = new HashMap<>();

    @GuardedBy("lanes")
    private int waiting;

    @GuardedBy("order")
    private boolean started;

    private volatile boolean unwritten;

    /** An update in its lane. */
    private record Update(InboxStore.Waiting received, String lane, boolean begunBefore, MonotonicDeadline prompt) {}

    /** Makes a processor; nothing is handled before {@link #start()}. */
    public UpdateProcessor(Bot bot, InboxStore inbox, UpdateConsumer consumer, InstantSource clock) {
        this.bot = bot;
        this.inbox = inbox;
        this.consumer = consumer;
        this.clock = clock;
        AtomicInteger number = new AtomicInteger();
        this.threads = new ScheduledThreadPoolExecutor(THREADS, task -> {
            Thread thread = new Thread(task, "updates " + bot.key() + " " + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        threads.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        threads.setKeepAliveTime(IDLE.toSeconds(), TimeUnit.SECONDS);
        threads.allowCoreThreadTimeOut(true);
    }

    /** Begins to handle, with what was left over; does nothing when called again. */
    public void start() {
        synchronized (order) {
            if (!started) {
                List<InboxStore.Waiting> left = inbox.waiting(bot);
                started = true;
                left.forEach(each -> queue(each, true));
                if (inbox.shared()) {
                    var unused = threads.scheduleWithFixedDelay(
                            this::lookAgain, LOOK_EVERY.toMillis(), LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
                }
            }
        }
    }

    /**
     * Takes up what another node wrote down in the moment in which it lost the bot: nobody there will handle it. What is
     * in hand here was in its lane before the database was asked.
     */
    void lookAgain() {
        try {
            synchronized (order) {
                Set<String> known = inHand();
                inbox.waiting(bot).stream()
                        .filter(each -> !known.contains(each.key()))
                        .forEach(each -> queue(each, true));
            }
        } catch (RuntimeException e) {
            log.debug("{}: what waits cannot be looked at", bot, e);
        }
    }

    private Set<String> inHand() {
        synchronized (lanes) {
            return lanes.values().stream()
                    .flatMap(Deque::stream)
                    .map(update -> update.received().key())
                    .collect(Collectors.toSet());
        }
    }

    /**
     * Writes a batch down and returns how many of it are new. They are handled on other threads.
     *
     * @throws RuntimeException when the batch cannot be written down; none of it is
     */
    public int accept(List<InboxStore.Waiting> batch) {
        if (!consumer.mayHandle()) {
            throw new IllegalStateException("another node runs " + bot);
        }
        synchronized (order) {
            List<InboxStore.Waiting> fresh = inbox.accept(bot, batch, clock.instant());
            if (started) {
                fresh.forEach(each -> queue(each, false));
            }
            return fresh.size();
        }
    }

    /**
     * Writes an update down, as {@link #accept(List)} does a batch; for platforms that bring it again when it is refused.
     *
     * @param key tells this update from all others of the bot; at most 64 characters
     * @return false when it was written down before
     * @throws RuntimeException when it cannot be written down, or too many wait
     */
    public boolean accept(String key, String body) {
        synchronized (lanes) {
            if (waiting >= MOST_POSTED) {
                throw new RejectedExecutionException(MOST_POSTED + " updates wait");
            }
        }
        return accept(List.of(new InboxStore.Waiting(key, body))) > 0;
    }

    /** Returns true while so many updates wait that a receiver should take no more. */
    public boolean full() {
        synchronized (lanes) {
            return waiting >= MOST_WAITING;
        }
    }

    /** Returns what keeps updates from being handled, in English; empty when nothing does. */
    public Optional<String> problem() {
        if (unwritten) {
            return Optional.of("updates cannot be noted as handled");
        }
        synchronized (lanes) {
            return lanes.values().stream()
                    .map(Deque::peekFirst)
                    .map(first -> first.prompt().overdue())
                    .max(Duration::compareTo)
                    .filter(overdue -> !overdue.isZero())
                    .map(overdue ->
                            "an update waits for " + overdue.plus(LONGEST_WAIT).toSeconds() + " s to be handled");
        }
    }

    private void queue(InboxStore.Waiting received, boolean begunBefore) {
        Update update = new Update(received, lane(received), begunBefore, MonotonicDeadline.in(LONGEST_WAIT));
        synchronized (lanes) {
            waiting++;
            Deque<Update> lane = lanes.computeIfAbsent(update.lane(), name -> new ArrayDeque<>());
            lane.addLast(update);
            if (lane.size() == 1) {
                schedule(update, Duration.ZERO);
            }
        }
    }

    private String lane(InboxStore.Waiting received) {
        try {
            return consumer.lane(received.body());
        } catch (RuntimeException e) {
            log.warn("{}: update {} has no lane: {}", bot, received.key(), e.toString());
            return "";
        }
    }

    private void schedule(Update update, Duration pause) {
        try {
            var unused = threads.schedule(() -> step(update), pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            log.debug(
                    "{}: update {} is left for the next start",
                    bot,
                    update.received().key());
        }
    }

    private void step(Update update) {
        if (!consumer.mayHandle()) {
            schedule(update, AFTER_FAILURE);
            return;
        }
        try {
            handle(update);
            inbox.done(bot, update.received().key());
            unwritten = false;
        } catch (RuntimeException e) {
            // On a full disk nothing that it asked for was written down either.
            log.debug(
                    "{}: update {} cannot be noted as handled",
                    bot,
                    update.received().key(),
                    e);
            unwritten = true;
            schedule(update, AFTER_FAILURE);
            return;
        }
        next(update.lane());
    }

    private void next(String name) {
        synchronized (lanes) {
            Deque<Update> lane = Objects.requireNonNull(lanes.get(name));
            lane.removeFirst();
            waiting--;
            if (lane.isEmpty()) {
                lanes.remove(name);
            } else {
                schedule(lane.getFirst(), Duration.ZERO);
            }
        }
    }

    private void handle(Update update) {
        String key = update.received().key();
        if (update.begunBefore() && inbox.begin(bot, key) > MOST_TRIES) {
            log.error("{}: update {} is given up, the program ended each time it was begun", bot, key);
            return;
        }
        try {
            consumer.handle(key, update.received().body());
        } catch (Throwable e) {
            log.error("{}: update {} could not be handled", bot, key, e);
        }
    }

    /** Begins no more updates and waits up to five seconds for those in hand; the rest is handled after the next start. */
    @Override
    public void close() {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(CLOSE_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
                log.warn("{}: an update takes long to handle", bot);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
