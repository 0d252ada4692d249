package vn.loa.delivery;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.loa.delivery.format.AnnouncementFormat;
import vn.loa.delivery.format.MessageFormats;
import vn.loa.model.Article;
import vn.loa.model.Change;
import vn.loa.model.Chat;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.Priority;
import vn.loa.model.Source;
import vn.loa.store.AnnouncementRef;
import vn.loa.store.Correction;
import vn.loa.store.MultiArticleMessage;

/**
 * Brings messages up to date whose articles were edited or withdrawn since: one after the other, paced like broadcasts,
 * with the newest text, so that an older one never comes over a newer one. Where a message cannot be changed any more, or
 * tells other articles too, a short correction follows through the ledger, if it matters. An edit that is done twice does
 * no harm, so a crash needs no care.
 */
public final class Corrector {
    private static final Logger log = LoggerFactory.getLogger(Corrector.class);
    private static final int BATCH = 50;
    /** An edit of the text alone is worth no message of its own. */
    private static final Set<Change> MATTERS =
            Set.of(Change.TITLE, Change.PUBLISHED, Change.EVENT, Change.PLACE, Change.WITHDRAWN);

    private final BotConnection connection;
    private final MessageFormats formats;
    private final AnnouncementFormat format;
    private final RetryPolicy retries;
    private final Edits edits;
    private final InstantSource clock;

    /** A corrector over a bot's connection. */
    public Corrector(BotConnection connection, MessageFormats formats, RetryPolicy retries) {
        this.connection = connection;
        this.formats = formats;
        this.format = formats.announcement();
        this.retries = retries;
        this.edits = new Edits(connection, retries);
        this.clock = connection.clock();
    }

    /** Works off what is due. Must not run twice at the same time. */
    public void run() {
        List<Correction> due = due();
        while (!due.isEmpty() && edits.goesOn()) {
            Set<String> seen = new HashSet<>();
            for (Correction correction : due) {
                // One edit is enough for all the articles of a message.
                boolean first = seen.add(correction.chat().id() + " " + correction.messageId());
                if (first && edits.goesOn()) {
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
            log.error("the message of delivery {} cannot be corrected", correction.deliveryId(), e);
            new Editing(correction, () -> connection.stores().corrections().done(correction)).postpone();
        } finally {
            connection.editing().unlock();
        }
    }

    private List<Correction> due() {
        return connection.stores().corrections().due(connection.bot(), clock.instant(), BATCH);
    }

    /** Begins nothing more. */
    public void stop() {
        edits.stop();
    }

    private void correct(Correction correction) {
        if (correction.amendment().changes().isEmpty()) {
            connection.stores().corrections().done(correction);
        } else if (!connection.capabilities().editing()) {
            follow(correction, "the channel cannot edit");
        } else if (correction.shared()) {
            rebuild(correction);
        } else {
            edits.send(
                    request(correction),
                    new Editing(
                            correction, () -> connection.stores().corrections().done(correction)));
        }
    }

    /** One edit tells all that has happened to any of the message's articles. */
    private void rebuild(Correction correction) {
        MultiArticleMessage together = connection.stores().corrections().together(correction);
        Optional<OutgoingMessage> message = formats.rebuilt(together, clock.instant(), connection.capabilities());
        if (message.isEmpty()) {
            follow(correction, "it tells other articles too and would be too long");
        } else {
            Chat chat = correction.chat();
            boolean counted = connection.stores().receipts().chats().contains(chat.id());
            long first = together.items().get(0).deliveryId();
            OutgoingMessage shown = counted
                    ? format.withReceipts(
                            message.get(),
                            AnnouncementRef.message(first),
                            connection.stores().receipts().count(first),
                            connection.capabilities())
                    : message.get();
            SendRequest request =
                    SendRequest.of(chat.address(), chat.kind().shared(), shown).replacing(correction.messageId());
            edits.send(
                    request,
                    new Editing(
                            correction, () -> connection.stores().corrections().done(together)));
        }
    }

    private SendRequest request(Correction correction) {
        OutgoingMessage amended = format.amended(
                correction.article(),
                sourceName(correction.article()),
                correction.amendment(),
                clock.instant(),
                connection.capabilities());
        Chat chat = correction.chat();
        boolean pictureless = connection.stores().pictures().without().contains(chat.id());
        OutgoingMessage message = pictureless ? amended.withoutMedia() : amended;
        boolean counted = !correction.article().withdrawn()
                && connection.stores().receipts().chats().contains(chat.id());
        OutgoingMessage shown = counted
                ? format.withReceipts(
                        message,
                        AnnouncementRef.article(correction.article().id()),
                        connection.stores().receipts().count(correction.deliveryId()),
                        connection.capabilities())
                : message;
        return SendRequest.of(chat.address(), chat.kind().shared(), shown).replacing(correction.messageId());
    }

    private String sourceName(Article article) {
        return connection
                .stores()
                .sources()
                .find(article.sourceId())
                .map(Source::name)
                .orElse("");
    }

    /** A short message instead, entered in the transaction in which the old one counts as done. */
    private void follow(Correction correction, String why) {
        boolean matters = correction.amendment().changes().stream().anyMatch(MATTERS::contains);
        log.debug("the message of delivery {} is not edited: {}", correction.deliveryId(), why);
        connection.stores().database().transaction(() -> {
            if (matters) {
                OutgoingMessage message = format.correction(
                        correction.article(),
                        sourceName(correction.article()),
                        correction.amendment(),
                        clock.instant(),
                        connection.capabilities());
                long notice = connection.stores().notices().add("correction", message, clock.instant());
                connection
                        .stores()
                        .deliveries()
                        .enqueueNotice(notice, List.of(correction.chat().id()), Priority.ORDINARY, clock.instant());
            }
            connection.stores().corrections().done(correction);
        });
    }

    /** What becomes of one edit. */
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
                log.error("the message of delivery {} cannot be put off", correction.deliveryId(), e);
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
            connection.stores().corrections().again(correction, clock.instant().plus(pause));
        }

        @Override
        public void refused(String reason) {
            follow(correction, reason);
        }
    }
}
