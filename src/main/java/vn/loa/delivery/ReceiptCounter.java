package vn.loa.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import vn.loa.model.Article;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.Source;
import vn.loa.store.Announced;
import vn.loa.store.ReceiptStore;
import vn.loa.store.ReceiptStore.Subject;

/**
 * Shows under announcements how many have acknowledged them, a message at most every
 * {@link ReceiptStore#BETWEEN_COUNTS}. The last count always comes, also after a restart.
 */
public final class ReceiptCounter {
    private static final int BATCH = 50;

    private final Line line;
    private final AnnouncementFormat format;
    private final Edits edits;
    private final InstantSource clock;

    /** A counter over a bot's line. */
    public ReceiptCounter(Line line, AnnouncementFormat format, RetryPolicy retries) {
        this.line = line;
        this.format = format;
        this.edits = new Edits(line, retries);
        this.clock = line.clock();
    }

    /** Shows the counts that are due. Must not run twice at the same time. */
    public void run() {
        List<ReceiptStore.Count> due = line.stores().receipts().due(line.bot(), clock.instant(), BATCH);
        for (ReceiptStore.Count count : due) {
            if (edits.goesOn()) {
                show(count);
            }
        }
    }

    /** Begins nothing more. */
    public void stop() {
        edits.stop();
    }

    private void show(ReceiptStore.Count count) {
        if (withdrawn(count) || !line.capabilities().editing()) {
            line.stores().receipts().shown(count, clock.instant());
        } else {
            edits.say(letter(count), new Showing(count));
        }
    }

    private static boolean withdrawn(ReceiptStore.Count count) {
        return count.subject() instanceof Subject.OfArticle told
                && told.article().withdrawn();
    }

    private Letter letter(ReceiptStore.Count count) {
        OutgoingMessage message = count.subject() instanceof Subject.OfArticle told
                ? article(told)
                : notice((Subject.OfNotice) count.subject());
        Announced what = count.subject() instanceof Subject.OfArticle told
                ? Announced.article(told.article().id())
                : Announced.notice(((Subject.OfNotice) count.subject()).id());
        return Letter.of(
                        count.chat().address(),
                        count.chat().kind().shared(),
                        format.withReceipts(message, what, count.count(), line.capabilities()))
                .replacing(count.messageId());
    }

    private OutgoingMessage notice(Subject.OfNotice told) {
        return format.without(told.message(), line.bot());
    }

    private OutgoingMessage article(Subject.OfArticle told) {
        Article article = told.article();
        String source = line.stores()
                .sources()
                .find(article.sourceId())
                .map(Source::name)
                .orElse("");
        return told.amendment().changes().isEmpty()
                ? format.formatWithPhoto(article, source, line.capabilities())
                : format.amended(article, source, told.amendment(), clock.instant(), line.capabilities());
    }

    /** What becomes of one edit. */
    private final class Showing implements Edits.Ending {
        private final ReceiptStore.Count count;
        private final Instant begun = clock.instant();

        Showing(ReceiptStore.Count count) {
            this.count = Objects.requireNonNull(count);
        }

        @Override
        public int tries() {
            return 0;
        }

        @Override
        public Duration age() {
            return Duration.between(begun, clock.instant());
        }

        @Override
        public void done() {
            line.stores().receipts().shown(count, clock.instant());
        }

        @Override
        public void again(Duration pause) {
            line.stores().receipts().later(count, clock.instant().plus(pause));
        }

        @Override
        public void refused(String reason) {
            done();
        }
    }
}
