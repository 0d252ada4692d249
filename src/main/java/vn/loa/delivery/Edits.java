package vn.loa.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.loa.delivery.pace.Permit;

/**
 * Changes messages that were sent, one after the other, paced like broadcasts. An edit that is done twice does no harm,
 * so none needs a claim.
 */
final class Edits {
    private static final Logger log = LoggerFactory.getLogger(Edits.class);
    private static final Duration GLANCE = Duration.ofMillis(100);
    /** Longer than any request may take. */
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final BotConnection line;
    private final RetryPolicy retries;
    private volatile boolean stopping;
    private Runnable unwritten;

    Edits(BotConnection line, RetryPolicy retries) {
        this.line = line;
        this.retries = retries;
    }

    /** What became of an edit; exactly one of the endings is called, or none when it has to wait for its chat. */
    interface Ending {
        /** How often it was tried before. */
        int tries();

        /** How long it has been wanted. */
        Duration age();

        /** The message says what it should, or never will and need not. */
        void done();

        void again(Duration pause);

        /** The platform will not change this message. */
        void refused(String reason);
    }

    boolean goesOn() {
        return !stopping && line.state().open() && written();
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

    private synchronized void notWritten(Runnable entry, RuntimeException e) {
        log.warn("{}: what became of an edit cannot be written, no more is edited until it can", line.bot(), e);
        unwritten = entry;
    }

    void stop() {
        stopping = true;
    }

    /** Says a letter that replaces a message, in its turn; returns when its end is known. */
    void say(SendRequest letter, Ending ending) {
        Permit turn = line.pacer().broadcast(letter.to(), letter.shared());
        while (turn instanceof Permit.Later later && later.scope() == Permit.Scope.BOT && goesOn()) {
            LockSupport.parkNanos(Math.min(later.pause().toNanos(), GLANCE.toNanos()));
            turn = line.pacer().broadcast(letter.to(), letter.shared());
        }
        if (turn instanceof Permit.Later later) {
            line.chats().hold(letter.to(), line.clock().instant().plus(later.pause()));
        } else if (turn instanceof Permit.Granted granted) {
            EditFate fate = new EditFate(letter, ending);
            line.say(letter, granted, fate);
            fate.await();
        }
    }

    private final class EditFate implements SendCallback {
        private final SendRequest letter;
        private final Ending ending;
        private final CountDownLatch over = new CountDownLatch(1);
        private final AtomicBoolean settled = new AtomicBoolean();

        EditFate(SendRequest letter, Ending ending) {
            this.letter = letter;
            this.ending = ending;
        }

        void await() {
            try {
                if (!over.await(LONGEST.toMillis(), TimeUnit.MILLISECONDS)) {
                    log.warn("{}: an edit takes long", letter.to());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public boolean stillWanted() {
            return goesOn();
        }

        @Override
        public void unwanted() {
            settle(() -> {});
        }

        @Override
        public void arrived(String messageId) {
            settle(ending::done);
        }

        @Override
        public void held(Instant until, String reason) {
            settle(() -> {});
        }

        @Override
        public void connectionDown(String reason, boolean mayHaveArrived) {
            settle(() -> ending.again(retries.first()));
        }

        @Override
        public void failed(String reason) {
            settle(() -> retry(retries.afterFailure(ending.tries() + 1, ending.age(), 0.5), reason));
        }

        /** Editing twice does no harm, so an unconfirmed one is no more than a failed one. */
        @Override
        public void unconfirmed(String reason) {
            failed(reason);
        }

        @Override
        public void silenced(String reason) {
            settle(() -> retry(retries.afterSilence(ending.age()), reason));
        }

        @Override
        public void refused(String reason) {
            settle(() -> ending.refused(reason));
        }

        @Override
        public void closed(String reason) {
            settle(ending::done);
        }

        private void retry(Optional<Duration> pause, String reason) {
            pause.ifPresentOrElse(ending::again, () -> {
                log.warn("{}: a message stays as it is: {}", letter.to(), reason);
                ending.done();
            });
        }

        private void settle(Runnable entry) {
            if (settled.compareAndSet(false, true)) {
                try {
                    entry.run();
                } catch (RuntimeException e) {
                    notWritten(entry, e);
                } finally {
                    over.countDown();
                }
            }
        }
    }
}
