package vn.loa.delivery;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.loa.delivery.connection.SendCallback;
import vn.loa.delivery.connection.SendOutcome;
import vn.loa.delivery.connection.SendRequest;

/** Takes what becomes of one edit, for whoever waits for it. */
final class EditCallback implements SendCallback {
    private static final Logger log = LoggerFactory.getLogger(EditCallback.class);
    /** Longer than any request may take. */
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final Edits edits;
    private final RetryPolicy retries;
    private final SendRequest request;
    private final Edits.Ending ending;
    private final CountDownLatch over = new CountDownLatch(1);
    private final AtomicBoolean settled = new AtomicBoolean();

    EditCallback(Edits edits, RetryPolicy retries, SendRequest request, Edits.Ending ending) {
        this.edits = edits;
        this.retries = retries;
        this.request = request;
        this.ending = ending;
    }

    /** Waits until the outcome is known and written down, a minute at most. */
    void await() {
        try {
            if (!over.await(LONGEST.toMillis(), TimeUnit.MILLISECONDS)) {
                log.warn("{}: an edit takes long", request.to());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean stillWanted() {
        return edits.goesOn();
    }

    /** Editing twice does no harm, so what is unconfirmed is tried again. */
    @Override
    public void ended(SendOutcome outcome) {
        if (outcome instanceof SendOutcome.Sent) {
            settle(ending::done);
        } else if (outcome instanceof SendOutcome.ChatGone gone) {
            settle(() -> ending.givenUp(gone.reason()));
        } else if (outcome instanceof SendOutcome.Interrupted) {
            settle(() -> ending.again(retries.first()));
        } else if (outcome instanceof SendOutcome.NotSent notSent) {
            settle(() -> retryFailed(notSent.reason()));
        } else if (outcome instanceof SendOutcome.Unconfirmed unconfirmed) {
            settle(() -> retryFailed(unconfirmed.reason()));
        } else if (outcome instanceof SendOutcome.StayedBehind) {
            settle(() -> retryFailed("the chat has moved"));
        } else if (outcome instanceof SendOutcome.WriteForbidden forbidden) {
            settle(() -> retry(retries.afterWriteForbidden(ending.age()), forbidden.reason()));
        } else if (outcome instanceof SendOutcome.Rejected rejected) {
            settle(() -> ending.refused(rejected.reason()));
        } else {
            settle(() -> {}); // Held, stopped or not wanted: it stays due.
        }
    }

    private void retryFailed(String reason) {
        retry(retries.afterFailure(ending.tries() + 1, ending.age(), 0.5), reason);
    }

    private void retry(Optional<Duration> pause, String reason) {
        pause.ifPresentOrElse(ending::again, () -> {
            log.warn("{}: a message stays as it is: {}", request.to(), reason);
            ending.givenUp(reason);
        });
    }

    private void settle(Runnable entry) {
        if (settled.compareAndSet(false, true)) {
            try {
                entry.run();
            } catch (RuntimeException e) {
                edits.notWritten(entry, e);
            } finally {
                over.countDown();
            }
        }
    }
}
