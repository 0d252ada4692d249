package vn.loa.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.loa.delivery.channel.Capabilities;
import vn.loa.delivery.connection.BotConnection;
import vn.loa.delivery.connection.ConnectionState;
import vn.loa.delivery.format.MessageFormats;
import vn.loa.model.Delivery;

/**
 * Works off a bot's part of the ledger: claims what is due, paces it, has it worded and said, and writes down what
 * became of it. It keeps nothing in memory that a restart would miss, so the next run, or the next program, goes on
 * where this one stopped.
 */
public final class Dispatcher {
    private static final Logger log = LoggerFactory.getLogger(Dispatcher.class);
    /**
     * The number of deliveries claimed at once where there is no limit; else it is a second's worth, for the sake of
     * urgent ones.
     */
    private static final int CLAIM_WITHOUT_LIMIT = 500;
    /** A chat's pause that is shorter is waited for; a longer one is left to a later run. */
    private static final Duration SHORT_PAUSE = Duration.ofSeconds(2);

    /** Nothing waits longer for its next try; a platform that wants a longer silence is asked again after it. */
    private static final Duration LONGEST_WAIT = Duration.ofDays(1);

    private static final Duration GLANCE = Duration.ofMillis(100);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(6);

    /**
     * Configures a dispatcher.
     *
     * @param senders how many messages may be under way at a time
     * @param lease how long a claim is good; must be longer than any send may take
     * @param retries when what failed is tried again
     * @param random for the jitter of retries; must be safe for several threads
     */
    public record Settings(int senders, Duration lease, RetryPolicy retries, RandomGenerator random) {
        private static final int LEAST_SENDERS = 8;
        private static final int MOST_SENDERS = 64;

        public Settings {
            Objects.requireNonNull(lease);
            Objects.requireNonNull(retries);
            Objects.requireNonNull(random);
        }

        /** Leases of two minutes, and as many senders as keep up with the channel's limit. */
        public static Settings usual(Capabilities channel, RetryPolicy retries) {
            int perSecond = channel.rates().botPerSecond();
            int senders =
                    perSecond == 0 ? MOST_SENDERS : Math.min(MOST_SENDERS, Math.max(LEAST_SENDERS, perSecond / 4));
            return new Settings(senders, Duration.ofMinutes(2), retries, new Random());
        }
    }

    private final BotConnection connection;
    private final Backlog backlog;
    private final ContentStores content;
    private final MessageFormats formats;
    private final SendCalendar.Rules rules;
    private final Settings settings;
    private final InstantSource clock;
    private final Ledger ledger;
    private final Senders senders;
    private final ReentrantLock running = new ReentrantLock();
    private volatile boolean stopping;
    private volatile @Nullable Instant lastDone;
    private @Nullable Instant lastRun;
    private Instant nextPermit = Instant.EPOCH;

    /** A dispatcher for what the ledger holds for this connection's bot. */
    public Dispatcher(
            BotConnection connection,
            Backlog backlog,
            ContentStores content,
            MessageFormats formats,
            SendCalendar.Rules rules,
            Settings settings) {
        this.connection = connection;
        this.backlog = backlog;
        this.content = content;
        this.formats = formats;
        this.rules = rules;
        this.settings = settings;
        this.clock = connection.clock();
        this.ledger = new Ledger(backlog, settings.retries(), clock, settings.random());
        this.senders = new Senders(settings.senders(), connection, ledger);
    }

    /**
     * Sends until nothing is due, the bot has to be silent, or a stop is asked for; then waits for what is under way.
     * Does nothing while another run goes on.
     */
    public void run() {
        if (stopping || !running.tryLock()) {
            return;
        }
        try {
            work();
            awaitFlights();
            lastDone = clock.instant();
        } finally {
            running.unlock();
        }
    }

    private void work() {
        lookAtClock();
        boolean more = true;
        while (more && !stopping && ledger.catchUp() && connection.state().ready()) {
            Instant now = lookAtClock();
            backlog.deliveries()
                    .reclaim(
                            connection.bot(),
                            now,
                            senders.inFlight().deliveries(),
                            settings.retries().first());
            // Asked before the claim: what lands during it lets its chat's next go only in the following claim.
            boolean flying = senders.inFlight().underWay() > 0;
            List<Delivery> claimed = backlog.deliveries().claim(connection.bot(), batch(), now, settings.lease());
            more = claimed.isEmpty() ? awaitMore(flying) : send(claimed);
        }
    }

    /** After a start, and when the clock was put back, what waits for a time may have to wait for another. */
    private Instant lookAtClock() {
        Instant now = clock.instant();
        if (lastRun == null || now.isBefore(lastRun)) {
            backlog.digests().reconsider(now);
            backlog.deliveries().clockPutRight(connection.bot(), now, LONGEST_WAIT);
            backlog.messages().clockPutRight(connection.bot(), now, LONGEST_WAIT);
            connection.chats().holdAtMost(connection.bot(), now.plus(LONGEST_WAIT));
            connection.state().holdAtMost(LONGEST_WAIT);
            connection.troubles().waitAtMost(connection.bot(), LONGEST_WAIT);
        }
        lastRun = now;
        return now;
    }

    private int batch() {
        int perSecond = connection.capabilities().rates().botPerSecond();
        return perSecond > 0 ? perSecond : CLAIM_WITHOUT_LIMIT;
    }

    private boolean send(List<Delivery> claimed) {
        log.debug("{}: {} deliveries claimed", connection.bot(), claimed.size());
        Instant halfTime = clock.instant().plus(settings.lease().dividedBy(2));
        Contents contents = new Contents(connection, content, formats);
        SendCalendar calendar =
                new SendCalendar(backlog, rules, connection.capabilities().muting(), claimed);
        DispatchBatch batch = new DispatchBatch(
                connection, ledger, senders, new DispatchBatch.Batch(contents, calendar, settings.lease()));
        batch.send(
                claimed,
                () -> !stopping
                        && connection.state().open()
                        && ledger.upToDate()
                        && clock.instant().isBefore(halfTime));
        batch.nextPermit().ifPresent(permit -> nextPermit = permit);
        lastDone = clock.instant();
        return true;
    }

    /**
     * Waits briefly and returns true when something may have become due: what was under way lets its chat's next go, or
     * a chat's second passed; returns false when nothing is due shortly.
     */
    private boolean awaitMore(boolean flying) {
        if (flying) {
            senders.inFlight().awaitLanding(GLANCE);
            return true;
        }
        Duration pause = Duration.between(clock.instant(), nextPermit);
        nextPermit = Instant.EPOCH;
        if (pause.isNegative() || pause.compareTo(SHORT_PAUSE) > 0) {
            return false;
        }
        senders.inFlight().rest(pause, () -> stopping);
        return true;
    }

    private void awaitFlights() {
        boolean none = false;
        while (!none && !stopping) {
            none = senders.inFlight().awaitNone(GLANCE);
        }
    }

    /** Claims nothing more, lets what is under way come to its end within six seconds, and puts back the rest. */
    public void stop() {
        stopping = true;
        senders.inFlight().nudge();
        long end = System.nanoTime() + STOP_WITHIN.toNanos();
        try {
            if (running.tryLock(STOP_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
                running.unlock();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        senders.close(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
        if (!ledger.catchUp()) {
            log.error("{}: some messages that were sent stand as unsent and will be sent again", connection.bot());
        }
    }

    /** Returns the dispatcher's health. */
    public DispatchHealth health() {
        ConnectionState state = connection.state();
        Optional<Instant> held =
                Optional.of(state.heldUntil()).filter(until -> clock.instant().isBefore(until));
        return new DispatchHealth(
                Optional.ofNullable(lastDone),
                senders.lastSuccess(),
                senders.inFlight().underWay(),
                held,
                state.reason());
    }
}
