package vn.loa.bot;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.loa.model.Bot;
import vn.loa.store.delivery.InboxStore;

/**
 * Writes down what a bot's platform brings before anything is done with it, and has each update handled once, in order,
 * on a thread of its own. A platform that was told that an update arrived does not bring it again, so whoever answers it
 * well has called {@link #accept} first. What was written down and not handled is handled by the next program.
 */
public final class UpdateInbox implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(UpdateInbox.class);
    /** Updates that wait to be handled; further ones are not written down, and have to come again. */
    private static final int LONGEST_QUEUE = 1000;

    private static final Duration LAST_WORDS = Duration.ofSeconds(5);

    private final Bot bot;
    private final InboxStore received;
    private final Consumer<String> handler;
    private final InstantSource clock;
    private final ThreadPoolExecutor worker;
    /** Held while an update is written down, so that none is handled both as an old one and as a new one. */
    private final Object order = new Object();

    @GuardedBy("order")
    private boolean open;

    @GuardedBy("order")
    private boolean closed;

    /**
     * Makes an inbox; nothing is handled before {@link #open}.
     *
     * @param handler is handed the update's body; what it throws is logged, and the update counts as handled
     */
    public UpdateInbox(Bot bot, InboxStore received, Consumer<String> handler, InstantSource clock) {
        this.bot = bot;
        this.received = received;
        this.handler = handler;
        this.clock = clock;
        this.worker = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
            Thread thread = new Thread(task, "inbox " + bot.key());
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Writes an update down and has it handled, at once or, before {@link #open}, then. After {@link #close} it is only
     * written down, for the next program.
     *
     * @param key tells this update from all others of the bot; at most 64 characters
     * @return false when it was written down before
     * @throws RuntimeException when it cannot be written down, or too many wait
     */
    public boolean accept(String key, String body) {
        synchronized (order) {
            if (worker.getQueue().size() >= LONGEST_QUEUE) {
                throw new RejectedExecutionException(LONGEST_QUEUE + " updates wait");
            }
            boolean fresh = received.accept(bot, key, body, clock.instant());
            if (fresh && open && !closed) {
                worker.execute(() -> handle(key, body));
            }
            return fresh;
        }
    }

    /** Begins to handle updates; first, and once, those that an earlier program left or that came before. */
    public void open() {
        synchronized (order) {
            if (open || closed) {
                return;
            }
            received.waiting(bot).forEach(each -> worker.execute(() -> handle(each.key(), each.body())));
            open = true;
        }
    }

    private void handle(String key, String body) {
        try {
            handler.accept(body);
        } catch (RuntimeException e) {
            log.error("{}: an update could not be handled", bot, e);
        }
        try {
            received.done(bot, key);
        } catch (RuntimeException e) {
            log.error("{}: an update could not be noted as handled and may be handled again", bot, e);
        }
    }

    /** Has no more handled, and waits at most 5 s for what is in hand; the rest is the next program's. */
    @Override
    public void close() {
        synchronized (order) {
            closed = true;
        }
        worker.shutdown();
        try {
            if (!worker.awaitTermination(LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS)) {
                int left = worker.shutdownNow().size();
                log.warn("{}: {} updates are left to the next start", bot, left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            worker.shutdownNow();
        }
    }
}
