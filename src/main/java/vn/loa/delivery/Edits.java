package vn.loa.delivery;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.loa.delivery.connection.BotConnection;
import vn.loa.delivery.connection.SendRequest;
import vn.loa.delivery.pace.Permit;

/**
 * Changes messages that were sent, one after the other, paced like broadcasts. An edit that is done twice does no harm,
 * so none needs a claim.
 */
final class Edits {
    private static final Logger log = LoggerFactory.getLogger(Edits.class);
    private static final Duration GLANCE = Duration.ofMillis(100);

    private final BotConnection connection;
    private final RetryPolicy retries;
    private volatile boolean stopping;

    @GuardedBy("this")
    private @Nullable Runnable unwritten;

    Edits(BotConnection connection, RetryPolicy retries) {
        this.connection = connection;
        this.retries = retries;
    }

    /** Takes what became of an edit; exactly one of the endings is called, or none when it has to wait for its chat. */
    interface Ending {
        /** Returns the number of earlier tries. */
        int tries();

        /** Returns the time for which the edit has been wanted. */
        Duration age();

        /** The message says what it should, or never will and need not. */
        void done();

        void again(Duration pause);

        /** The chat is closed, or no try helps. */
        default void givenUp(String reason) {
            done();
        }

        /** The platform will not change this message. */
        void refused(String reason);
    }

    boolean goesOn() {
        return !stopping && connection.state().open() && written();
    }

    /** An end that could not be written down (the disk is full) is written before anything else is edited. */
    private synchronized boolean written() {
        if (unwritten == null) {
            return true;
        }
        try {
            unwritten.run();
            unwritten = null;
        } catch (RuntimeException e) {
            log.debug("what became of an edit can still not be written", e);
        }
        return unwritten == null;
    }

    /** Nothing more is edited until this entry is written. */
    synchronized void notWritten(Runnable entry, RuntimeException e) {
        log.warn("{}: what became of an edit cannot be written, no more is edited until it can", connection.bot(), e);
        unwritten = entry;
    }

    void stop() {
        stopping = true;
    }

    /** Changes a message as soon as it is permitted; returns when the outcome is known. */
    void send(SendRequest request, Ending ending) {
        permit(request).ifPresent(granted -> {
            EditCallback callback = new EditCallback(this, retries, request, ending);
            connection.send(request, granted, callback);
            callback.await();
        });
    }

    /** Waits for the bot's rate; returns nothing when the chat has to wait, which is noted, or nothing goes on. */
    Optional<Permit.Granted> permit(SendRequest request) {
        Permit permit = connection.limiter().broadcast(request.to(), request.shared());
        while (permit instanceof Permit.Later later && later.scope() == Permit.Scope.BOT && goesOn()) {
            LockSupport.parkNanos(Math.min(later.pause().toNanos(), GLANCE.toNanos()));
            permit = connection.limiter().broadcast(request.to(), request.shared());
        }
        if (permit instanceof Permit.Later later) {
            connection.chats().hold(request.to(), connection.clock().instant().plus(later.pause()));
        }
        return permit instanceof Permit.Granted granted ? Optional.of(granted) : Optional.empty();
    }
}
