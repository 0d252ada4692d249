package vn.loa.watch;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.loa.model.Article;
import vn.loa.model.ArticleContent;
import vn.loa.model.Attachment;
import vn.loa.model.Headline;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.Source;
import vn.loa.phrases.Phrases;
import vn.loa.portal.PortalReader;
import vn.loa.portal.page.PageProof;
import vn.loa.store.Database;
import vn.loa.store.article.ArticleStore;
import vn.loa.store.article.HeadlineStore;
import vn.loa.store.article.NewArticle;
import vn.loa.store.article.PendingHeadline;
import vn.loa.store.article.SourceStore;
import vn.loa.store.document.AttachmentText;
import vn.loa.watch.alarm.Backoff;
import vn.loa.watch.alarm.ClockComparison;
import vn.loa.watch.alarm.OperatorAlert;
import vn.loa.watch.alarm.WatchAlerts;
import vn.loa.watch.article.AgeLimit;
import vn.loa.watch.article.ArticleAssembler;
import vn.loa.watch.article.ArticleAttachments;
import vn.loa.watch.article.ArticleFetcher;
import vn.loa.watch.article.DocumentIntake;
import vn.loa.watch.article.SpamFilter;

/**
 * Takes headlines in and turns them into articles. A new article and its deliveries are entered in one transaction, in
 * which its headline also goes; until then the headline waits in the database.
 */
final class ArticleIntake {
    /** Begins the reason for which a page is asked for again that is not the article of its headline. */
    static final String DOUBTED = "the page is not its headline's article";

    private static final Logger log = LoggerFactory.getLogger(ArticleIntake.class);
    private static final int MOST_LISTED = 500;
    private static final Duration FIRST_RETRY = Duration.ofMinutes(1);
    private static final Duration FIRST_VISIT = Duration.ofHours(1);
    private static final Duration SPAM_TOLD_EVERY = Duration.ofDays(1);
    private static final Duration ARCHIVE_AT_A_TIME = Duration.ofSeconds(10);
    /** A page that is gone is asked for again ever later; all tries take some four hours. */
    private static final Duration FIRST_RETRY_OF_GONE = Duration.ofMinutes(15);
    /**
     * After so many vain tries an article is announced with what the list told of it, or, when the portal says that
     * there is none, not at all.
     */
    private static final int PATIENCE = 5;
    /** Articles wait no longer for their attachments, and all of a round together for no more than twice that. */
    private static final Duration AWAITED = Duration.ofSeconds(45);

    private final Database database;
    private final SourceStore sources;
    private final HeadlineStore headlines;
    private final ArticleStore articles;
    private final StoryAnnouncements announcements;
    private final ArticleFetcher pages;
    private final ArticleAssembler assembler;
    private final DocumentIntake documents;
    private final ArticleAttachments attachments;
    private final Backoff backoff;
    private final SpamFilter spam = new SpamFilter();
    private final AgeLimit lateness;
    private final ClockComparison clocks;
    private final ArticlesFromBefore before;
    private final OperatorAlert alarm;
    private final Phrases phrases;
    private final InstantSource clock;

    /** Steps from a headline to an article, and the pauses between tries. */
    record Making(
            ArticleFetcher pages,
            ArticleAssembler assembler,
            DocumentIntake documents,
            ArticleAttachments attachments,
            Backoff backoff,
            ClockComparison clocks,
            ArticlesFromBefore before) {}

    ArticleIntake(
            WatchStores stores,
            StoryAnnouncements announcements,
            Making making,
            WatchAlerts alerts,
            WatchTiming timing) {
        this.clocks = making.clocks();
        this.before = making.before();
        this.database = stores.database();
        this.sources = stores.sources();
        this.headlines = stores.headlines();
        this.articles = stores.articles();
        this.announcements = announcements;
        this.pages = making.pages();
        this.assembler = making.assembler();
        this.documents = making.documents();
        this.attachments = making.attachments();
        this.backoff = making.backoff();
        this.lateness = new AgeLimit(timing.announceWithin());
        this.alarm = alerts.alarm();
        this.phrases = alerts.phrases();
        this.clock = timing.clock();
    }

    /**
     * Holds the result of a round of reading.
     *
     * @param read articles entered into the archive
     * @param deliveries deliveries entered into the ledger
     * @param failed why articles could not be read, in order
     */
    record Edition(int read, int deliveries, List<String> failed) {
        static final Edition NOTHING = new Edition(0, 0, List.of());

        Edition plus(int moreDeliveries) {
            return new Edition(read, deliveries + moreDeliveries, failed);
        }
    }

    /**
     * Keeps what a list shows and was not known: articles that another list has shown are entered at once, the others
     * wait to be read.
     *
     * @param baseline whether this is the source's first list
     * @return how many deliveries were entered
     */
    int take(Source source, List<Headline> listed, boolean baseline) {
        Instant now = clock.instant();
        return database.transaction(() -> {
            List<Headline> unread = new ArrayList<>();
            int entered = 0;
            for (Headline headline : unknown(source, listed)) {
                Optional<Article> elsewhere = articles.byKey(headline.key());
                if (elsewhere.isPresent()) {
                    entered += enter(source, headline, elsewhere.get(), baseline, now);
                } else {
                    unread.add(headline);
                }
            }
            headlines.add(source.id(), unread, baseline, now);
            return entered;
        });
    }

    /** Those of the headlines that this source has not shown before. */
    List<Headline> unknown(Source source, List<Headline> listed) {
        Set<String> known =
                headlines.known(source.id(), listed.stream().map(Headline::key).toList());
        return listed.stream().filter(each -> !known.contains(each.key())).toList();
    }

    /** The keys of articles that came after the source's first list, as far as a list may still show them. */
    Set<String> cameLater(String sourceId) {
        return articles.cameLater(sourceId, MOST_LISTED);
    }

    private int enter(Source source, Headline headline, Article article, boolean baseline, Instant now) {
        articles.list(article.id(), source.id(), headline.title(), now);
        return baseline ? 0 : announce(source.id(), article);
    }

    /** An article that says nothing before its attachment is read. */
    private record Awaiting(PendingHeadline pending, ArticleContent content) {}

    /**
     * Reads what waits and is due, the news first; stops early when the portal wants to be left alone, or when reading
     * what was there before us would keep the next look at the list waiting. Articles that have to wait for their
     * attachments come last.
     */
    Edition readDue(Source source, PortalReader reader) {
        Instant enough = clock.instant().plus(ARCHIVE_AT_A_TIME);
        int read = 0;
        int entered = 0;
        List<String> failed = new ArrayList<>();
        List<Awaiting> awaiting = new ArrayList<>();
        for (PendingHeadline pending : headlines.due(source.id(), clock.instant())) {
            if (pending.silent() && clock.instant().isAfter(enough)) {
                break;
            }
            Turn turn = guarded(pending, () -> turn(source, reader, pending, awaiting));
            entered += turn.deliveries();
            read += turn.result().content().isPresent() ? 1 : 0;
            if (turn.result().content().isEmpty()) {
                failed.add(turn.result().reason());
            }
            if (turn.result().outcome() == ArticleFetcher.Outcome.LEAVE_ALONE) {
                break;
            }
        }
        return new Edition(read, entered + publishAwaiting(source, awaiting), failed);
    }

    /** Holds the result of reading one article. */
    private record Turn(ArticleFetcher.Result result, int deliveries) {}

    /** One article that cannot be worked off, by a mistake of ours, does not keep the others waiting. */
    private Turn guarded(PendingHeadline pending, Supplier<Turn> work) {
        try {
            return work.get();
        } catch (RuntimeException | LinkageError | StackOverflowError | OutOfMemoryError e) {
            log.error(
                    "{} cannot be worked off by a mistake of ours",
                    pending.headline().url(),
                    e);
            String reason = e.getClass().getSimpleName();
            headlines.postpone(pending, nextTry(pending, FIRST_RETRY), reason);
            return new Turn(ArticleFetcher.Result.not(ArticleFetcher.Outcome.FAILED, reason), 0);
        }
    }

    private int publishAwaiting(Source source, List<Awaiting> awaiting) {
        long end = System.nanoTime() + AWAITED.multipliedBy(2).toNanos();
        int entered = 0;
        for (Awaiting each : awaiting) {
            Duration left = Duration.ofNanos(end - System.nanoTime());
            Duration patience = left.compareTo(AWAITED) < 0 ? left : AWAITED;
            Turn turn = guarded(each.pending(), () -> {
                Map<Attachment, AttachmentText> read = attachments.readAhead(source, each.content(), patience);
                return new Turn(
                        ArticleFetcher.Result.told(each.content()), publish(each.pending(), each.content(), read));
            });
            entered += turn.deliveries();
        }
        return entered;
    }

    private Turn turn(Source source, PortalReader reader, PendingHeadline pending, List<Awaiting> awaiting) {
        ArticleFetcher.Result result = proven(pending, result(source, reader, pending.headline()));
        CheckLog.tell(pending, result);
        int entered = switch (result.outcome()) {
            case READ -> publishOrAwait(pending, result.content().orElseThrow(), awaiting);
            case FAILED -> believeListOrPostpone(pending, result.reason());
            case GONE -> {
                giveUpOrPostpone(pending, result.reason());
                yield 0;
            }
            case LEAVE_ALONE -> {
                Instant open = clock.instant().plus(result.pause().orElse(FIRST_RETRY));
                headlines.hold(pending, open, result.reason());
                yield 0;
            }
        };
        return new Turn(result, entered);
    }

    /** A page that is not the article of its headline is asked for again, until its list is believed. */
    private static ArticleFetcher.Result proven(PendingHeadline pending, ArticleFetcher.Result result) {
        return result.content()
                .map(read -> PageProof.of(pending.headline(), read))
                .filter(PageProof.Doubted.class::isInstance)
                .map(PageProof.Doubted.class::cast)
                .map(doubted ->
                        ArticleFetcher.Result.not(ArticleFetcher.Outcome.FAILED, DOUBTED + ": it " + doubted.detail()))
                .orElse(result);
    }

    private ArticleFetcher.Result result(Source source, PortalReader reader, Headline headline) {
        return ArticleFetcher.isOwnPage(headline.key(), headline.url())
                ? pages.read(source, reader, headline.url(), headline.title())
                : ArticleFetcher.Result.told(ArticleAssembler.fromList(headline));
    }

    private Instant nextTry(PendingHeadline pending, Duration first) {
        return clock.instant().plus(backoff.after(pending.attempts() + 1, first));
    }

    private void giveUpOrPostpone(PendingHeadline pending, String reason) {
        if (pending.attempts() + 1 < PATIENCE) {
            headlines.postpone(pending, nextTry(pending, FIRST_RETRY_OF_GONE), reason);
            return;
        }
        log.warn(
                "{} is listed and does not exist ({}); given up",
                pending.headline().url(),
                reason);
        headlines.giveUp(pending, clock.instant(), reason);
    }

    private int believeListOrPostpone(PendingHeadline pending, String reason) {
        if (pending.attempts() + 1 < PATIENCE) {
            headlines.postpone(pending, nextTry(pending, FIRST_RETRY), reason);
            return 0;
        }
        log.warn(
                "{} cannot be read ({}); its list is believed",
                pending.headline().url(),
                reason);
        return publish(pending, ArticleAssembler.fromList(pending.headline()), Map.of());
    }

    private int publishOrAwait(PendingHeadline pending, ArticleContent read, List<Awaiting> awaiting) {
        if (!pending.silent() && attachments.isAwaited(read)) {
            awaiting.add(new Awaiting(pending, read));
            return 0;
        }
        return publish(pending, read, Map.of());
    }

    private int publish(PendingHeadline pending, ArticleContent read, Map<Attachment, AttachmentText> attached) {
        NewArticle article =
                assembler.article(pending.sourceId(), pending.headline(), read, ArticleAttachments.body(attached));
        boolean silent =
                pending.silent() || before.contains(pending, article.content().published());
        return database.transaction(() -> {
            headlines.remove(pending);
            Article entered = articles.byKey(article.key())
                    .map(known -> listed(known, article))
                    .orElseGet(() -> add(article, attached, silent));
            return silent ? 0 : announce(pending.sourceId(), entered);
        });
    }

    private Article listed(Article known, NewArticle article) {
        articles.list(known.id(), article.sourceId(), article.listedTitle(), clock.instant());
        return known;
    }

    private Article add(NewArticle article, Map<Attachment, AttachmentText> attached, boolean baseline) {
        Article added = articles.add(article, clock.instant());
        attachments.enter(added.id(), added.content(), attached, baseline);
        documents.keep(added);
        if (baseline) {
            articles.wasThereBefore(added.id());
        } else {
            articles.planVisit(added.id(), Optional.of(clock.instant().plus(FIRST_VISIT)), 0);
        }
        return added;
    }

    /** Operators hear of spam at most once a day; what came after the first is counted. */
    void tellUntoldSpam(Source source) {
        Instant now = clock.instant();
        database.transaction(() -> {
            int untold = sources.takeUntoldSpam(source.id(), now, now.minus(SPAM_TOLD_EVERY));
            if (untold > 0) {
                alarm.tell(
                        "spam",
                        OutgoingMessage.plain(phrases.say("source.spam-more", source.name(), untold, source.url())));
            }
        });
    }

    /** Enters the deliveries, unless the article is old news or looks like what hackers put on portals. */
    private int announce(String sourceId, Article article) {
        if (spam.suspects(article.content().title())) {
            log.warn("{} looks like spam and is not announced", article.url());
            attachments.keepQuiet(article.id());
            Instant now = clock.instant();
            if (sources.noteSpam(sourceId, now, now.minus(SPAM_TOLD_EVERY))) {
                alarm.tell(
                        "spam",
                        OutgoingMessage.plain(phrases.say(
                                "source.spam", sourceId, article.content().title(), article.url())));
            }
            return 0;
        }
        if (!clocks.isDoubted(sourceId) && lateness.isLate(article.content().published(), clock.instant())) {
            log.info("{} is old news and is not announced", article.url());
            attachments.keepQuiet(article.id());
            return 0;
        }
        return announcements.announce(article);
    }
}
