package vn.loa.watch;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.loa.attachment.AttachmentReader;
import vn.loa.attachment.AttachmentReading;
import vn.loa.attachment.AttachmentReading.NotRead;
import vn.loa.attachment.AttachmentReading.Read;
import vn.loa.attachment.ReadingFailure;
import vn.loa.model.Article;
import vn.loa.model.Change;
import vn.loa.model.Difference;
import vn.loa.model.Source;
import vn.loa.model.Summary;
import vn.loa.revision.RevisionDiffer;
import vn.loa.store.Database;
import vn.loa.store.article.ArticleStore;
import vn.loa.store.article.SourceStore;
import vn.loa.store.document.AttachmentStore;
import vn.loa.store.document.AttachmentText;
import vn.loa.store.document.StoredAttachment;
import vn.loa.store.message.CorrectionStore;
import vn.loa.summary.Summarizer;
import vn.loa.watch.article.AgeLimit;
import vn.loa.watch.article.ArticleAssembler;
import vn.loa.watch.article.ArticleAttachments;
import vn.loa.watch.article.DocumentIntake;

/**
 * Reads the attachments that are due, one after the other, when nothing waits for it: chats that follow a word hear of an
 * article whose attachment holds it, an article that says little is summarised from its attachment, and one whose
 * attachment changed, or sets a deadline, is corrected. Must not run twice at the same time.
 */
public final class AttachmentRounds implements Runnable {
    private static final Logger log = LoggerFactory.getLogger(AttachmentRounds.class);
    private static final int AT_A_TIME = 20;
    private static final int AT_A_TIME_OF_HOST = 1_000;
    private static final Duration LONGEST_ROUND = Duration.ofSeconds(50);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** After these pauses a file that cannot be fetched is tried again, and then no more. */
    private static final List<Duration> AGAIN =
            List.of(Duration.ofMinutes(10), Duration.ofHours(1), Duration.ofHours(6));

    private static final Duration WHILE_BUSY = Duration.ofMinutes(10);
    /** A file that has come to no turn for so long is not asked for any more. */
    private static final Duration LONGEST_WAIT = Duration.ofDays(1);

    /** Files are looked at again as pages are: ever less often, for three days. */
    private static final Duration SOON = Duration.ofHours(3);

    private static final Duration LATER = Duration.ofHours(12);
    private static final Duration LAST = Duration.ofDays(3);

    private final Database database;
    private final SourceStore sources;
    private final ArticleStore articles;
    private final AttachmentStore attachments;
    private final CorrectionStore corrections;
    private final StoryAnnouncements announcements;
    private final ArticleAttachments texts;
    private final DocumentIntake documents;
    private final AttachmentReader reader;
    private final Summarizer summarizer;
    private final ZoneId zone;
    private final RevisionDiffer differ;
    private final AgeLimit lateness;
    private final InstantSource clock;
    private final Runnable announced;

    /**
     * Makes the rounds of a watch.
     *
     * @param announced is called when deliveries were entered
     */
    public AttachmentRounds(
            WatchStores stores,
            AttachmentStore attachments,
            AnnouncementStores announcements,
            AttachmentReader reader,
            SummaryRules summaries,
            WatchTiming timing,
            Runnable announced) {
        this.database = stores.database();
        this.sources = stores.sources();
        this.articles = stores.articles();
        this.attachments = attachments;
        this.corrections = announcements.corrections();
        this.announcements = new StoryAnnouncements(announcements, timing.clock());
        this.texts = new ArticleAttachments(attachments, Optional.of(reader), timing.clock());
        this.documents = new DocumentIntake(stores.documents(), attachments, summaries.zone(), timing.clock());
        this.reader = reader;
        this.summarizer = summaries.summarizer();
        this.zone = summaries.zone();
        this.differ = new RevisionDiffer(zone);
        this.lateness = new AgeLimit(timing.announceWithin());
        this.clock = timing.clock();
        this.announced = announced;
    }

    /**
     * Holds the rules by which articles are summarised.
     *
     * @param zone where the portals' civil times hold
     */
    public record SummaryRules(Summarizer summarizer, ZoneId zone) {}

    @Override
    public void run() {
        long end = System.nanoTime() + LONGEST_ROUND.toNanos();
        int entered = 0;
        Optional<StoredAttachment> due = first();
        for (int i = 0; i < AT_A_TIME && due.isPresent(); i++) {
            if (System.nanoTime() - end > 0 || reader.isClosed()) {
                break;
            }
            entered += guarded(due.get());
            due = first();
        }
        if (entered > 0) {
            announced.run();
        }
    }

    /** Asks anew after each, for a host may turn out to be busy while one is read. */
    private Optional<StoredAttachment> first() {
        return attachments.due(clock.instant(), 1).stream().findFirst();
    }

    /** One attachment that cannot be worked off, by a mistake of ours, does not keep the others waiting. */
    private int guarded(StoredAttachment due) {
        try {
            attachments.begin(due, again(due).orElse(clock.instant().plus(LATER)));
            return read(due);
        } catch (RuntimeException | LinkageError | StackOverflowError | OutOfMemoryError e) {
            log.error(
                    "{} cannot be worked off by a mistake of ours",
                    due.attachment().url(),
                    e);
            attachments.failed(due, again(due), e.getClass().getSimpleName());
            return 0;
        }
    }

    private int read(StoredAttachment due) {
        Article article = articles.byId(due.articleId()).orElseThrow();
        Set<Source.Option> options =
                sources.find(article.sourceId()).map(Source::options).orElse(Set.of());
        AttachmentReading reading =
                reader.read(due.attachment().url(), options, due.text().map(ArticleAttachments::validators), PATIENCE);
        if (reading instanceof Read read) {
            AttachmentText text = ArticleAttachments.text(read);
            return isSameFile(due, text)
                    ? unchanged(due, article)
                    : database.transaction(() -> keep(due, article, text));
        }
        if (reading instanceof NotRead not) {
            fail(due, not);
            return 0;
        }
        return unchanged(due, article);
    }

    /** The same bytes are no change, even where a newer version of Loa reads something else in them. */
    private static boolean isSameFile(StoredAttachment due, AttachmentText text) {
        return due.text()
                .filter(before -> before.sha256().equals(text.sha256()))
                .isPresent();
    }

    private int unchanged(StoredAttachment due, Article article) {
        attachments.unchanged(due, nextLook(article));
        return 0;
    }

    private void fail(StoredAttachment due, NotRead not) {
        if (reader.isClosed()) {
            // The next start tries it again.
            return;
        }
        if (not.failure() == ReadingFailure.HOST_BUSY) {
            putOffHost(due, not);
            return;
        }
        if (not.failure() == ReadingFailure.BUSY) {
            putOff(due, AttachmentStore.Wait.READER, not);
            return;
        }
        Optional<Instant> again = not.failure().isLasting() ? Optional.empty() : again(due);
        log.info(
                "{} cannot be read ({}: {}){}",
                due.attachment().url(),
                not.failure(),
                not.detail(),
                again.isEmpty() ? "; given up" : "");
        attachments.failed(due, again, not.failure() + ": " + not.detail());
    }

    /** The other files of the host would wait in vain as well, each a minute in which none of another is read. */
    private void putOffHost(StoredAttachment due, NotRead not) {
        putOff(due, AttachmentStore.Wait.HOST, not);
        Instant now = clock.instant();
        attachments.due(now, AT_A_TIME_OF_HOST).stream()
                .filter(each -> sameHost(each, due))
                .forEach(each -> putOff(each, AttachmentStore.Wait.HOST, not));
    }

    private static boolean sameHost(StoredAttachment one, StoredAttachment other) {
        return Objects.equals(
                one.attachment().url().getHost(), other.attachment().url().getHost());
    }

    /** It came to no turn, which is no fault of its; it waits for a day and is then left to its readers. */
    private void putOff(StoredAttachment due, AttachmentStore.Wait wait, NotRead not) {
        Instant now = clock.instant();
        boolean tooLong = due.busySince()
                .filter(since -> !since.plus(LONGEST_WAIT).isAfter(now))
                .isPresent();
        if (tooLong) {
            log.warn("{} has come to no turn for a day: {}", due.attachment().url(), not.detail());
            attachments.neverCameToItsTurn(due, wait);
        } else {
            attachments.putOff(due, wait, now.plus(WHILE_BUSY), now);
        }
    }

    private Optional<Instant> again(StoredAttachment due) {
        return due.attempts() < AGAIN.size()
                ? Optional.of(clock.instant().plus(AGAIN.get(due.attempts())))
                : Optional.empty();
    }

    private Optional<Instant> nextLook(Article article) {
        Instant now = clock.instant();
        Duration age = Duration.between(article.firstSeen(), now);
        if (age.compareTo(LAST) > 0) {
            return Optional.empty();
        }
        return Optional.of(now.plus(age.compareTo(LATER) > 0 ? LATER : SOON));
    }

    private int keep(StoredAttachment due, Article article, AttachmentText text) {
        attachments.read(due, text, clock.instant(), nextLook(article));
        Optional<String> other = due.text().map(AttachmentText::text).filter(before -> !before.equals(text.text()));
        Set<Change> changes = changes(article, other.isPresent());
        if (!changes.isEmpty() && !article.withdrawn()) {
            List<Difference> moved = other.flatMap(before -> differ.deadline(article, before, text.text())).stream()
                    .toList();
            corrections.edited(article.id(), changes, moved, clock.instant());
        }
        if (other.isPresent()) {
            log.info("{} was changed", due.attachment().url());
        }
        boolean news = !due.quiet()
                && !article.withdrawn()
                && !lateness.isLate(article.content().published(), clock.instant());
        return news ? announcements.announce(article) : 0;
    }

    /**
     * An article that its attachment speaks for says something else now; another one shows that its file changed, or the
     * document and the deadlines that stand in it. An article that says something else counts one more revision.
     */
    private Set<Change> changes(Article article, boolean changed) {
        Set<Change> official = documents.keep(article);
        List<String> body = texts.body(article.id(), article.content());
        Summary summary = body.isEmpty()
                ? article.summary()
                : ArticleAssembler.summary(summarizer, article.content(), body, zone);
        boolean reads = changed || !summary.equals(article.summary());
        if (article.withdrawn() || (!reads && official.isEmpty())) {
            return Set.of();
        }
        Article now = articles.resummarize(article.id(), summary);
        Set<Change> changes = new ArticleAssembler(summarizer, zone).changes(article, now);
        changes.addAll(official);
        if (reads) {
            changes.add(Change.TEXT);
        }
        return changes;
    }
}
