package vn.loa.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.loa.delivery.connection.BotConnection;
import vn.loa.delivery.connection.NoticeQueue;
import vn.loa.delivery.connection.SendRequest;
import vn.loa.delivery.format.AnnouncementFormat;
import vn.loa.delivery.format.CorrectionNote;
import vn.loa.delivery.format.MessageFormats;
import vn.loa.delivery.reminder.DigestCorrections;
import vn.loa.model.Article;
import vn.loa.model.Chat;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.Priority;
import vn.loa.model.Source;
import vn.loa.store.Database;
import vn.loa.store.article.SourceStore;
import vn.loa.store.delivery.AnnouncementRef;
import vn.loa.store.delivery.StorySkipStore;
import vn.loa.store.message.Correction;
import vn.loa.store.message.MessageStore;
import vn.loa.store.message.MultiArticleMessage;

/**
 * Brings messages up to date whose articles were edited or withdrawn since: one after the other, paced like broadcasts,
 * with the newest text, so that an older one never comes over a newer one. Where a message cannot be changed any more, or
 * tells other articles too, a short correction follows through the ledger, if it matters. An edit that is done twice does
 * no harm, so a crash needs no care.
 */
public final class Corrector {
    private static final Logger log = LoggerFactory.getLogger(Corrector.class);
    private static final int BATCH = 50;

    private final BotConnection connection;
    private final MessageFormats formats;
    private final AnnouncementFormat format;
    private final RetryPolicy retries;
    private final MessageStore messages;
    private final Content content;
    private final NoticeAmender notices;
    private final Edits edits;
    private final InstantSource clock;

    /**
     * The material of corrections.
     *
     * @param database makes a correction and what it leaves behind one
     * @param notices takes what follows a message that cannot be changed
     * @param digests tells corrections in digests where messages cannot be changed
     */
    public record Content(
            Database database,
            SourceStore sources,
            StorySkipStore skips,
            ChatPreferences preferences,
            NoticeQueue notices,
            DigestCorrections digests) {}

    /** A corrector over a bot's connection. */
    public Corrector(
            BotConnection connection,
            MessageFormats formats,
            RetryPolicy retries,
            MessageStore messages,
            Content content,
            NoticeAmender notices) {
        this.connection = connection;
        this.formats = formats;
        this.format = formats.announcement();
        this.retries = retries;
        this.messages = messages;
        this.content = content;
        this.notices = notices;
        this.edits = new Edits(connection, retries);
        this.clock = connection.clock();
    }

    /** Works off what is due. Must not run twice at the same time. */
    public void run() {
        notices.run();
        List<Correction> due = due();
        while (!due.isEmpty() && edits.goesOn()) {
            for (Correction correction : due) {
                if (edits.goesOn()) {
                    guarded(correction);
                }
            }
            due = due();
        }
    }

    /** One that cannot be worded hurts no other. */
    private void guarded(Correction correction) {
        connection.editing().lock();
        try {
            correct(correction);
        } catch (RuntimeException e) {
            log.error("message {} cannot be corrected", correction.messageId(), e);
            new Editing(correction, () -> messages.corrected(correction)).postpone();
        } finally {
            connection.editing().unlock();
        }
    }

    private List<Correction> due() {
        return messages.correctionsDue(connection.bot(), clock.instant(), BATCH);
    }

    /** Begins nothing more. */
    public void stop() {
        notices.stop();
        edits.stop();
    }

    private void correct(Correction correction) {
        if (changesNothing(correction)) {
            messages.corrected(correction);
        } else if (!connection.capabilities().editing()) {
            inDigest(correction);
        } else if (correction.shared()) {
            rebuild(correction);
        } else {
            edits.send(request(correction), new Editing(correction, () -> messages.corrected(correction)));
        }
    }

    /** It goes with the next digest, or by itself when none comes in time; what a digest has told is looked at again. */
    private void inDigest(Correction correction) {
        if (content.digests().settle(correction)) {
            return;
        }
        Instant now = clock.instant();
        boolean worth = correction.changed().stream().anyMatch(Corrector::matters);
        Optional<Instant> later = worth ? content.digests().waitsUntil(correction, now) : Optional.empty();
        later.ifPresentOrElse(
                until -> messages.correctLater(correction, until), () -> follow(correction, "the channel cannot edit"));
    }

    private boolean changesNothing(Correction correction) {
        List<Correction.Item> changed = correction.changed();
        boolean edited = changed.stream().anyMatch(item -> item.amendment().isEdit());
        boolean republished = changed.stream()
                .anyMatch(item -> content.skips()
                        .concerns(item.article().id(), correction.chat().id()));
        return !edited && !republished;
    }

    /** One edit tells all that has happened to any of the message's articles. */
    private void rebuild(Correction correction) {
        MultiArticleMessage together = messages.together(correction);
        Optional<OutgoingMessage> message = formats.rebuilt(
                together,
                article -> content.skips()
                        .republications(article.id(), correction.chat().id()),
                clock.instant(),
                connection.capabilities());
        if (message.isEmpty()) {
            follow(correction, "it tells other articles too and would be too long");
        } else {
            AnnouncementRef first =
                    AnnouncementRef.message(together.items().get(0).deliveryId());
            SendRequest request = replacing(correction, counted(correction, message.get(), first));
            edits.send(request, new Editing(correction, () -> messages.corrected(together)));
        }
    }

    /** Returns a message with the number of those who have acknowledged it, where its chat wants receipts. */
    private OutgoingMessage counted(Correction correction, OutgoingMessage message, AnnouncementRef what) {
        return content.preferences().withReceipts().contains(correction.chat().id())
                ? format.withReceipts(
                        message,
                        what,
                        content.preferences().receipts().count(correction.messageId()),
                        connection.capabilities())
                : message;
    }

    private static SendRequest replacing(Correction correction, OutgoingMessage shown) {
        Chat chat = correction.chat();
        return SendRequest.of(chat.address(), chat.kind().shared(), shown).replacing(correction.externalId());
    }

    private SendRequest request(Correction correction) {
        Correction.Item item = correction.items().get(0);
        OutgoingMessage amended = format.amended(
                item.article(),
                sourceName(item.article()),
                item.amendment(),
                clock.instant(),
                connection.capabilities());
        Chat chat = correction.chat();
        boolean pictureless = content.preferences().withoutPictures().contains(chat.id());
        OutgoingMessage message = formats.republications()
                .added(
                        pictureless ? amended.withoutMedia() : amended,
                        content.skips().republications(item.article().id(), chat.id()),
                        connection.capabilities());
        OutgoingMessage shown = item.article().withdrawn()
                ? message
                : counted(
                        correction,
                        message,
                        AnnouncementRef.article(item.article().id()));
        return replacing(correction, shown);
    }

    private String sourceName(Article article) {
        return content.sources().find(article.sourceId()).map(Source::name).orElse("");
    }

    /** A short message for each article instead, entered in the transaction in which the old one counts as done. */
    private void follow(Correction correction, String why) {
        log.debug("message {} is not edited: {}", correction.messageId(), why);
        content.database().transaction(() -> {
            correction.changed().stream().filter(Corrector::matters).forEach(item -> follow(correction.chat(), item));
            messages.corrected(correction);
        });
    }

    private static boolean matters(Correction.Item item) {
        return CorrectionNote.matters(item.amendment());
    }

    private void follow(Chat chat, Correction.Item item) {
        OutgoingMessage message = format.correction(
                item.article(),
                sourceName(item.article()),
                item.amendment(),
                clock.instant(),
                connection.capabilities());
        content.notices().add("correction", message, chat, Priority.ORDINARY, clock.instant());
    }

    /** Records the result of one edit. */
    private final class Editing implements Edits.Ending {
        private final Correction correction;
        private final Runnable entry;

        Editing(Correction correction, Runnable entry) {
            this.correction = Objects.requireNonNull(correction);
            this.entry = entry;
        }

        /** Tried again later, as long as anything is. */
        void postpone() {
            try {
                retries.afterFailure(tries() + 1, age(), 0.5).ifPresentOrElse(this::again, this::done);
            } catch (RuntimeException e) {
                log.error("the correction of message {} cannot be put off", correction.messageId(), e);
            }
        }

        @Override
        public int tries() {
            return correction.tries();
        }

        @Override
        public Duration age() {
            return correction.age(clock.instant());
        }

        @Override
        public void done() {
            entry.run();
        }

        @Override
        public void again(Duration pause) {
            messages.correctAgain(correction, clock.instant().plus(pause));
        }

        @Override
        public void refused(String reason) {
            follow(correction, reason);
        }
    }
}
