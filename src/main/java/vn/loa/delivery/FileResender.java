package vn.loa.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.loa.delivery.connection.AlbumProgress;
import vn.loa.delivery.connection.AlbumSending;
import vn.loa.delivery.connection.BotConnection;
import vn.loa.delivery.connection.SendCallback;
import vn.loa.delivery.connection.SendOutcome;
import vn.loa.delivery.connection.SendRequest;
import vn.loa.delivery.format.AnnouncementFormat;
import vn.loa.model.ChatAddress;
import vn.loa.model.ChatState;
import vn.loa.model.Media;
import vn.loa.model.OutgoingMessage;
import vn.loa.store.message.AlbumPart;
import vn.loa.store.message.AlbumStore;
import vn.loa.store.message.FileResend;
import vn.loa.store.message.FileResendStore;
import vn.loa.store.message.NoticeAmendment;
import vn.loa.store.message.NoticeStore;

/**
 * Sends files again that are missing under announcements, when somebody has wished it: one delivery after the other, at the
 * pace of broadcasts, without a sound, each file in reply to its words. What does not arrive is named to the author again.
 */
public final class FileResender {
    private static final Logger log = LoggerFactory.getLogger(FileResender.class);
    /** Corrections and recalls wait meanwhile, so that few go at a time. */
    private static final int BATCH = 3;
    /** An album of ten files may wait much longer for the limit of a group; nobody waits for it then. */
    public static final Duration PATIENCE = Duration.ofSeconds(10);
    /** The pause grows no more from here on, and a day ends it, see {@link RetryPolicy#afterFailure}. */
    private static final int ATTEMPTS = 5;

    private final BotConnection connection;
    private final Content content;
    private final RetryPolicy retries;
    private final Duration patience;
    private final Edits edits;
    private volatile @Nullable Resending current;

    /** Holds the stores that know what is missing, and how announcements are worded. */
    public record Content(FileResendStore resends, AlbumStore albums, NoticeStore notices, AnnouncementFormat format) {}

    /**
     * Makes what sends files again over a bot's connection.
     *
     * @param patience how long others wait for the files of one delivery
     */
    public FileResender(BotConnection connection, Content content, RetryPolicy retries, Duration patience) {
        this.connection = connection;
        this.content = content;
        this.retries = retries;
        this.patience = patience;
        this.edits = new Edits(connection, retries);
    }

    /** Sends some of what is due, and nothing while an earlier one is under way. Must not run twice at the same time. */
    void run() {
        for (FileResend resend : content.resends().due(connection.bot(), now(), BATCH)) {
            if (isUnderWay()) {
                return;
            }
            if (edits.goesOn() && content.resends().isWanted(resend)) {
                guarded(resend);
            }
        }
    }

    private boolean isUnderWay() {
        Resending last = current;
        return last != null && !last.ended;
    }

    /** Returns whether a file of an announcement is being sent to a chat, and will stand there in a moment. */
    boolean isSending(NoticeAmendment amendment) {
        Resending last = current;
        return last != null
                && !last.ended
                && last.resend.noticeId() == amendment.noticeId()
                && last.resend.chat().id() == amendment.chat().id();
    }

    /** Begins nothing more, and lets nobody wait for what is under way. */
    void stop() {
        edits.stop();
        Resending last = current;
        if (last != null) {
            last.waiting.countDown();
        }
    }

    private Instant now() {
        return connection.clock().instant();
    }

    /** One that fails hurts no other. */
    private void guarded(FileResend resend) {
        try {
            send(resend);
        } catch (RuntimeException e) {
            log.error("the files of delivery {} cannot be sent again", resend.deliveryId(), e);
            content.resends().again(resend, now().plus(retries.longest()));
        }
    }

    private void send(FileResend resend) {
        if (resend.chat().state() != ChatState.ACTIVE) {
            new Resending(resend).givenUp("the bot is not a member");
            return;
        }
        OutgoingMessage message =
                content.format().without(content.notices().message(resend.noticeId()), connection.bot());
        if (message.media().filter(Media.Album.class::isInstance).isEmpty()) {
            new Resending(resend).givenUp("wrong file identifier");
            return;
        }
        send(
                resend,
                SendRequest.of(resend.chat().address(), resend.chat().kind().shared(), message.withoutSound()));
    }

    private void send(FileResend resend, SendRequest request) {
        Resending resending = new Resending(resend);
        AlbumSending album = new AlbumSending(
                connection, request, content.albums().state(resend.deliveryId()), resending, resending);
        album.begin();
        Optional<SendRequest> next = album.next();
        if (next.isEmpty()) {
            content.resends().done(resend);
            return;
        }
        edits.permit(request).ifPresent(permit -> {
            resending.begins();
            current = resending;
            connection.send(next.get(), permit, album);
            resending.await();
        });
    }

    /** Takes down what becomes of the files of one delivery. */
    private final class Resending implements SendCallback, AlbumProgress {
        private final FileResend resend;
        private final CountDownLatch waiting = new CountDownLatch(1);
        private volatile boolean ended;
        private volatile int before;

        Resending(FileResend resend) {
            this.resend = resend;
            this.before = resend.tries();
        }

        void begins() {
            content.resends().tried(resend, before + 1);
        }

        void await() {
            try {
                if (edits.goesOn() && !waiting.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                    log.debug("delivery {}: its files take long", resend.deliveryId());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public boolean stillWanted() {
            return edits.goesOn() && content.resends().isWanted(resend);
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
            return Duration.between(resend.since(), now());
        }

        private void retry(Optional<Duration> pause, String reason) {
            pause.ifPresentOrElse(this::again, () -> givenUp(reason));
        }

        private void again(Duration pause) {
            content.resends().again(resend, now().plus(pause));
        }

        void givenUp(String reason) {
            content.albums().givenUp(resend.deliveryId(), reason);
            content.resends().done(resend);
        }
    }
}
