package vn.loa.delivery;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.loa.delivery.connection.BotConnection;
import vn.loa.delivery.connection.SendRequest;
import vn.loa.delivery.format.MessageFormats;
import vn.loa.model.OutgoingMessage;
import vn.loa.store.delivery.AnnouncementRef;
import vn.loa.store.delivery.ReceiptStore;
import vn.loa.store.message.MessageStore;
import vn.loa.store.message.MessageStore.ReceiptCount;
import vn.loa.store.message.MessageStore.Subject;

/**
 * Shows under announcements how many have acknowledged them, a message at most every
 * {@link MessageStore#BETWEEN_COUNTS}. The last count always comes, also after a restart.
 */
public final class ReceiptCounter {
    private static final Logger log = LoggerFactory.getLogger(ReceiptCounter.class);
    private static final int BATCH = 50;

    private final BotConnection connection;
    private final MessageFormats formats;
    private final RetryPolicy retries;
    private final MessageStore messages;
    private final ReceiptStore receipts;
    private final Edits edits;
    private final InstantSource clock;

    /** A counter over a bot's connection. */
    public ReceiptCounter(
            BotConnection connection,
            MessageFormats formats,
            RetryPolicy retries,
            MessageStore messages,
            ReceiptStore receipts) {
        this.connection = connection;
        this.formats = formats;
        this.retries = retries;
        this.messages = messages;
        this.receipts = receipts;
        this.edits = new Edits(connection, retries);
        this.clock = connection.clock();
    }

    /** Shows the counts that are due. Must not run twice at the same time. */
    public void run() {
        List<ReceiptCount> due = messages.receiptCountsDue(connection.bot(), clock.instant(), BATCH);
        for (ReceiptCount count : due) {
            if (edits.goesOn()) {
                guarded(count);
            }
        }
    }

    /** One that cannot be shown hurts no other. */
    private void guarded(ReceiptCount count) {
        connection.editing().lock();
        try {
            show(count);
        } catch (RuntimeException e) {
            log.error("the receipts of message {} cannot be shown", count.messageId(), e);
            new Showing(count, 0).postpone();
        } finally {
            connection.editing().unlock();
        }
    }

    /** Begins nothing more. */
    public void stop() {
        edits.stop();
    }

    /** Only the buttons change, so the text is never older than what a correction said. */
    private void show(ReceiptCount count) {
        Subject subject = messages.subject(count);
        int shown = receipts.count(count.messageId());
        Showing showing = new Showing(count, shown);
        if (withdrawn(subject) || !connection.capabilities().editing()) {
            showing.done();
        } else {
            edits.send(request(count, subject, shown), showing);
        }
    }

    private static boolean withdrawn(Subject subject) {
        return subject instanceof Subject.OfArticle told && told.article().withdrawn();
    }

    private SendRequest request(ReceiptCount count, Subject subject, int shown) {
        OutgoingMessage message = formats.announcement()
                .withReceipts(bare(count, subject), what(subject), shown, connection.capabilities());
        return SendRequest.of(count.chat().address(), count.chat().kind().shared(), message)
                .relabelling(count.externalId());
    }

    private OutgoingMessage bare(ReceiptCount count, Subject subject) {
        if (subject instanceof Subject.OfArticle told) {
            return formats.announcement().format(told.article(), "", connection.capabilities());
        }
        return subject instanceof Subject.OfNotice told
                ? told.message()
                : OutgoingMessage.plain("")
                        .withButtons(formats.bulletin()
                                .buttons(
                                        messages.together(
                                                count.messageId(), count.chat().id()),
                                        connection.capabilities()));
    }

    private static AnnouncementRef what(Subject subject) {
        if (subject instanceof Subject.OfArticle told) {
            return AnnouncementRef.article(told.article().id());
        }
        return subject instanceof Subject.OfNotice told
                ? AnnouncementRef.notice(told.id())
                : AnnouncementRef.message(((Subject.OfMany) subject).delivery());
    }

    /** Records the result of one edit. */
    private final class Showing implements Edits.Ending {
        private final ReceiptCount count;
        private final int shown;

        Showing(ReceiptCount count, int shown) {
            this.count = Objects.requireNonNull(count);
            this.shown = shown;
        }

        /** Tried again later, as long as anything is. */
        void postpone() {
            try {
                retries.afterFailure(tries() + 1, age(), 0.5).ifPresentOrElse(this::again, this::done);
            } catch (RuntimeException e) {
                log.error("the receipts of message {} cannot be put off", count.messageId(), e);
            }
        }

        @Override
        public int tries() {
            return count.tries();
        }

        @Override
        public Duration age() {
            return Duration.between(receipts.lastAt(count.messageId()), clock.instant());
        }

        @Override
        public void done() {
            messages.countShown(count, shown, clock.instant());
        }

        @Override
        public void again(Duration pause) {
            messages.countAgain(count, clock.instant().plus(pause));
        }

        @Override
        public void refused(String reason) {
            done();
        }
    }
}
