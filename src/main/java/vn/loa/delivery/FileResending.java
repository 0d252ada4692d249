package vn.loa.delivery;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.loa.delivery.connection.AlbumProgress;
import vn.loa.delivery.connection.SendCallback;
import vn.loa.delivery.connection.SendOutcome;
import vn.loa.model.ChatAddress;
import vn.loa.store.message.AlbumPart;
import vn.loa.store.message.FileResend;
import vn.loa.store.message.NoticeAmendment;

/** Takes down what becomes of the files of one delivery. */
final class FileResending implements SendCallback, AlbumProgress {
    private static final Logger log = LoggerFactory.getLogger(FileResending.class);
    /** The pause grows no more from here on, and a day ends it, see {@link RetryPolicy#afterFailure}. */
    private static final int ATTEMPTS = 5;

    private final FileResend resend;
    private final FileResender.Content content;
    private final RetryPolicy retries;
    private final InstantSource clock;
    private final BooleanSupplier goesOn;
    private final CountDownLatch waiting = new CountDownLatch(1);
    private volatile boolean ended;
    private volatile int before;

    /**
     * Makes the resending of files that were wished for.
     *
     * @param goesOn says whether anything is still sent at all
     */
    FileResending(
            FileResend resend,
            FileResender.Content content,
            RetryPolicy retries,
            InstantSource clock,
            BooleanSupplier goesOn) {
        this.resend = resend;
        this.content = content;
        this.retries = retries;
        this.clock = clock;
        this.goesOn = goesOn;
        this.before = resend.tries();
    }

    boolean isOver() {
        return ended;
    }

    boolean belongsTo(NoticeAmendment amendment) {
        return resend.noticeId() == amendment.noticeId()
                && resend.chat().id() == amendment.chat().id();
    }

    void begins() {
        content.resends().tried(resend, before + 1);
    }

    /** Waits for its end, so long at most. */
    void await(Duration patience) {
        try {
            if (goesOn.getAsBoolean() && !waiting.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                log.debug("delivery {}: its files take long", resend.deliveryId());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Lets nobody wait for its end any more. */
    void leaveAlone() {
        waiting.countDown();
    }

    @Override
    public boolean stillWanted() {
        return goesOn.getAsBoolean() && content.resends().isWanted(resend);
    }

    @Override
    public boolean onlyFiles() {
        return true;
    }

    @Override
    public void arrived(ChatAddress to, List<AlbumPart> parts, Map<Integer, String> missing) {
        content.albums().arrived(resend.deliveryId(), to.chatId(), parts, missing);
        before = 0;
        begins();
    }

    @Override
    public int unconfirmedTries() {
        return before;
    }

    @Override
    public void ended(SendOutcome outcome) {
        try {
            end(outcome);
        } catch (RuntimeException e) {
            log.warn("what became of files of delivery {} cannot be written", resend.deliveryId(), e);
        } finally {
            ended = true;
            waiting.countDown();
        }
    }

    private void end(SendOutcome outcome) {
        if (outcome instanceof SendOutcome.Sent) {
            content.resends().done(resend);
        } else if (outcome instanceof SendOutcome.Unconfirmed) {
            again(retries.first());
        } else if (outcome instanceof SendOutcome.ChatGone gone) {
            givenUp(gone.reason());
        } else if (outcome instanceof SendOutcome.Rejected rejected) {
            givenUp(rejected.reason());
        } else {
            content.resends().tried(resend, before);
            notArrived(outcome);
        }
    }

    private void notArrived(SendOutcome outcome) {
        if (outcome instanceof SendOutcome.NotSent notSent) {
            retry(retries.afterFailure(ATTEMPTS, age(), 0.5), notSent.reason());
        } else if (outcome instanceof SendOutcome.WriteForbidden forbidden) {
            retry(retries.afterWriteForbidden(age()), forbidden.reason());
        } else if (outcome instanceof SendOutcome.Interrupted) {
            again(retries.first());
        } // Held, stopped or not wanted: it stays due.
    }

    private Duration age() {
        return Duration.between(resend.since(), clock.instant());
    }

    private void retry(Optional<Duration> pause, String reason) {
        pause.ifPresentOrElse(this::again, () -> givenUp(reason));
    }

    private void again(Duration pause) {
        content.resends().again(resend, clock.instant().plus(pause));
    }

    /** Names what is missing to the author again. */
    void givenUp(String reason) {
        content.albums().givenUp(resend.deliveryId(), reason);
        content.resends().done(resend);
    }
}
