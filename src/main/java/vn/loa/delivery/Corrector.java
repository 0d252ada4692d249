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
import vn.loa.store.CorrectionStore;
import vn.loa.store.Database;
import vn.loa.store.MultiArticleMessage;
import vn.loa.store.SourceStore;
import vn.loa.store.StorySkipStore;

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

    private final BotConnection line;
    private final MessageFormats wording;
    private final AnnouncementFormat format;
    private final RetryPolicy retries;
    private final CorrectionStore corrections;
    private final Content content;
    private final Edits edits;
    private final InstantSource clock;

    /**
     * The material of corrections.
     *
     * @param database makes a correction and what it leaves behind one
     * @param notices takes what follows a message that cannot be changed
     */
    public record Content(
            Database database,
            SourceStore sources,
            StorySkipStore skips,
            ChatPreferences preferences,
            NoticeQueue notices) {}

    /** A corrector over a bot's line. */
    public Corrector(
            BotConnection line,
            MessageFormats wording,
            RetryPolicy retries,
            CorrectionStore corrections,
            Content content) {
        this.line = line;
        this.wording = wording;
        this.format = wording.announcement();
        this.retries = retries;
        this.corrections = corrections;
        this.content = content;
        this.edits = new Edits(line, retries);
        this.clock = line.clock();
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
        line.editing().lock();
        try {
            correct(correction);
        } catch (RuntimeException e) {
            log.error("the message of delivery {} cannot be corrected", correction.deliveryId(), e);
            new Editing(correction, () -> corrections.done(correction)).postpone();
        } finally {
            line.editing().unlock();
        }
    }

    private List<Correction> due() {
        return corrections.due(line.bot(), clock.instant(), BATCH);
    }

    /** Begins nothing more. */
    public void stop() {
        edits.stop();
    }

    private void correct(Correction correction) {
        if (changesNothing(correction)) {
            corrections.done(correction);
        } else if (!line.capabilities().editing()) {
            follow(correction, "the channel cannot edit");
        } else if (correction.shared()) {
            rebuild(correction);
        } else {
            edits.say(letter(correction), new Editing(correction, () -> corrections.done(correction)));
        }
    }

    /** A message of several articles does not name where else their stories stand. */
    private boolean changesNothing(Correction correction) {
        boolean republished = !correction.amendment().changes().isEmpty()
                && !correction.shared()
                && content.skips()
                        .concerns(correction.article().id(), correction.chat().id());
        return !correction.amendment().isEdit() && !republished;
    }

    /** One edit tells all that has happened to any of the message's articles. */
    private void rebuild(Correction correction) {
        MultiArticleMessage together = corrections.together(correction);
        Optional<OutgoingMessage> message = wording.rebuilt(together, clock.instant(), line.capabilities());
        if (message.isEmpty()) {
            follow(correction, "it tells other articles too and would be too long");
        } else {
            Chat chat = correction.chat();
            boolean counted = content.preferences().withReceipts().contains(chat.id());
            long first = together.items().get(0).deliveryId();
            OutgoingMessage shown = counted
                    ? format.withReceipts(
                            message.get(),
                            AnnouncementRef.message(first),
                            content.preferences().receipts().count(first),
                            line.capabilities())
                    : message.get();
            SendRequest letter =
                    SendRequest.of(chat.address(), chat.kind().shared(), shown).replacing(correction.messageId());
            edits.say(letter, new Editing(correction, () -> corrections.done(together)));
        }
    }

    private SendRequest letter(Correction correction) {
        OutgoingMessage amended = format.amended(
                correction.article(),
                sourceName(correction.article()),
                correction.amendment(),
                clock.instant(),
                line.capabilities());
        Chat chat = correction.chat();
        boolean pictureless = content.preferences().withoutPictures().contains(chat.id());
        OutgoingMessage message = wording.republications()
                .added(
                        pictureless ? amended.withoutMedia() : amended,
                        content.skips().republications(correction.article().id(), chat.id()),
                        line.capabilities());
        boolean counted = !correction.article().withdrawn()
                && content.preferences().withReceipts().contains(chat.id());
        OutgoingMessage shown = counted
                ? format.withReceipts(
                        message,
                        AnnouncementRef.article(correction.article().id()),
                        content.preferences().receipts().count(correction.deliveryId()),
                        line.capabilities())
                : message;
        return SendRequest.of(chat.address(), chat.kind().shared(), shown).replacing(correction.messageId());
    }

    private String sourceName(Article article) {
        return content.sources().find(article.sourceId()).map(Source::name).orElse("");
    }

    /** A short message instead, entered in the transaction in which the old one counts as done. */
    private void follow(Correction correction, String why) {
        boolean matters = correction.amendment().changes().stream().anyMatch(MATTERS::contains);
        log.debug("the message of delivery {} is not edited: {}", correction.deliveryId(), why);
        content.database().transaction(() -> {
            if (matters) {
                OutgoingMessage message = format.correction(
                        correction.article(),
                        sourceName(correction.article()),
                        correction.amendment(),
                        clock.instant(),
                        line.capabilities());
                content.notices().add("correction", message, correction.chat(), Priority.ORDINARY, clock.instant());
            }
            corrections.done(correction);
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
            corrections.again(correction, clock.instant().plus(pause));
        }

        @Override
        public void refused(String reason) {
            follow(correction, reason);
        }
    }
}
