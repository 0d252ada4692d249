package vn.loa.delivery;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.loa.model.Article;
import vn.loa.model.Change;
import vn.loa.model.Chat;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.Priority;
import vn.loa.model.Source;
import vn.loa.store.Announced;
import vn.loa.store.Correction;

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
    private static final Set<Change> MATTERS = Set.of(Change.TITLE, Change.PUBLISHED, Change.EVENT, Change.WITHDRAWN);

    private final Line line;
    private final AnnouncementFormat format;
    private final Edits edits;
    private final InstantSource clock;

    /** A corrector over a bot's line. */
    public Corrector(Line line, AnnouncementFormat format, RetryPolicy retries) {
        this.line = line;
        this.format = format;
        this.edits = new Edits(line, retries);
        this.clock = line.clock();
    }

    /** Works off what is due. Must not run twice at the same time. */
    public void run() {
        List<Correction> due = due();
        while (!due.isEmpty() && edits.goesOn()) {
            for (Correction correction : due) {
                if (edits.goesOn()) {
                    correct(correction);
                }
            }
            due = due();
        }
    }

    private List<Correction> due() {
        return line.stores().corrections().due(line.bot(), clock.instant(), BATCH);
    }

    /** Begins nothing more. */
    public void stop() {
        edits.stop();
    }

    private void correct(Correction correction) {
        if (correction.amendment().changes().isEmpty()) {
            line.stores().corrections().done(correction);
        } else if (correction.shared() || !line.capabilities().editing()) {
            follow(correction, "it tells other articles too or the channel cannot edit");
        } else {
            edits.say(letter(correction), new Editing(correction));
        }
    }

    private Letter letter(Correction correction) {
        OutgoingMessage message = format.amended(
                correction.article(),
                sourceName(correction.article()),
                correction.amendment(),
                clock.instant(),
                line.capabilities());
        Chat chat = correction.chat();
        boolean counted = !correction.article().withdrawn()
                && line.stores().receipts().chats().contains(chat.id());
        OutgoingMessage shown = counted
                ? format.withReceipts(
                        message,
                        Announced.article(correction.article().id()),
                        line.stores().receipts().count(correction.deliveryId()),
                        line.capabilities())
                : message;
        return Letter.of(chat.address(), chat.kind().shared(), shown).replacing(correction.messageId());
    }

    private String sourceName(Article article) {
        return line.stores()
                .sources()
                .find(article.sourceId())
                .map(Source::name)
                .orElse("");
    }

    /** A short message instead, entered in the transaction in which the old one counts as done. */
    private void follow(Correction correction, String why) {
        boolean matters = correction.amendment().changes().stream().anyMatch(MATTERS::contains);
        log.debug("the message of delivery {} is not edited: {}", correction.deliveryId(), why);
        line.stores().database().transaction(() -> {
            if (matters) {
                OutgoingMessage message = format.correction(
                        correction.article(),
                        sourceName(correction.article()),
                        correction.amendment(),
                        clock.instant(),
                        line.capabilities());
                long notice = line.stores().notices().add("correction", message, clock.instant());
                line.stores()
                        .deliveries()
                        .enqueueNotice(notice, List.of(correction.chat().id()), Priority.ORDINARY, clock.instant());
            }
            line.stores().corrections().done(correction);
        });
    }

    /** What becomes of one edit. */
    private final class Editing implements Edits.Ending {
        private final Correction correction;

        Editing(Correction correction) {
            this.correction = Objects.requireNonNull(correction);
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
            line.stores().corrections().done(correction);
        }

        @Override
        public void again(Duration pause) {
            line.stores().corrections().again(correction, clock.instant().plus(pause));
        }

        @Override
        public void refused(String reason) {
            follow(correction, reason);
        }
    }
}
