package vn.loa.watch;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.loa.model.Article;
import vn.loa.model.ArticleContent;
import vn.loa.model.Change;
import vn.loa.model.Headline;
import vn.loa.model.Source;
import vn.loa.portal.PortalReader;
import vn.loa.portal.page.PageProof;
import vn.loa.store.Database;
import vn.loa.store.article.ArticleStore;
import vn.loa.store.article.NewArticle;
import vn.loa.store.message.CorrectionStore;
import vn.loa.watch.article.ArticleAssembler;
import vn.loa.watch.article.ArticleAttachments;
import vn.loa.watch.article.ArticleFetcher;
import vn.loa.watch.article.DocumentIntake;

/**
 * Looks at articles again in the days after they were announced: an edited one is revised in the archive, one that was
 * gone twice, an hour apart, counts as withdrawn. A changed title in the list, or a vanishing from it, brings the visit
 * forward.
 */
final class ArticleRechecks {
    private static final Logger log = LoggerFactory.getLogger(ArticleRechecks.class);
    private static final int AT_MOST = 5;
    private static final Duration SOON = Duration.ofHours(1);

    private final Database database;
    private final ArticleStore articles;
    private final CorrectionStore corrections;
    private final StoryAnnouncements announcements;
    private final ArticleFetcher pages;
    private final ArticleAssembler assembler;
    private final DocumentIntake documents;
    private final ArticleAttachments attachments;
    private final InstantSource clock;

    ArticleRechecks(
            WatchStores stores,
            CorrectionStore corrections,
            StoryAnnouncements announcements,
            ArticleIntake.Making making,
            InstantSource clock) {
        this.database = stores.database();
        this.articles = stores.articles();
        this.corrections = corrections;
        this.announcements = announcements;
        this.pages = making.pages();
        this.assembler = making.assembler();
        this.documents = making.documents();
        this.attachments = making.attachments();
        this.clock = clock;
    }

    /** Takes from a list whose articles have to be looked at sooner. */
    void plan(Source source, List<Headline> listed) {
        for (Headline headline : listed) {
            Optional<String> before = articles.listedTitle(source.id(), headline.key());
            if (before.filter(title -> !title.equals(headline.title())).isPresent()) {
                Article article = articles.byKey(headline.key()).orElseThrow();
                articles.list(article.id(), source.id(), headline.title(), clock.instant());
                articles.planVisit(article.id(), Optional.of(clock.instant()), 0);
            }
        }
        articles.visitVanished(source.id(), listed.stream().map(Headline::key).toList(), clock.instant());
    }

    /** Makes the visits that are due, a few at a time; stops early when the portal is to be left alone. */
    void visitDue(Source source, PortalReader reader) {
        for (var due : articles.dueVisits(source.id(), clock.instant(), AT_MOST).entrySet()) {
            if (!visit(source, reader, due.getKey(), due.getValue())) {
                return;
            }
        }
    }

    /**
     * One article that cannot be looked at, by a mistake of ours, does not keep the others from it; returns whether they
     * may be asked for.
     */
    private boolean visit(Source source, PortalReader reader, Article article, int missing) {
        try {
            return look(source, reader, article, missing);
        } catch (RuntimeException | LinkageError | StackOverflowError | OutOfMemoryError e) {
            log.error("{} cannot be looked at again by a mistake of ours", article.url(), e);
            planNext(article, Optional.of(SOON), missing);
            return true;
        }
    }

    private boolean look(Source source, PortalReader reader, Article article, int missing) {
        if (!ArticleFetcher.isOwnPage(article.key(), article.url())) {
            planNext(article, Optional.empty(), 0);
            return true;
        }
        ArticleFetcher.Result result =
                pages.read(source, reader, article.url(), article.content().title());
        switch (result.outcome()) {
            case READ -> compare(source, article, result.content().orElseThrow());
            case GONE -> gone(article, missing, result.reason());
            case FAILED, LEAVE_ALONE -> planNext(article, Optional.of(SOON), missing);
        }
        return result.outcome() != ArticleFetcher.Outcome.LEAVE_ALONE;
    }

    private void compare(Source source, Article article, ArticleContent read) {
        NewVersion version = new NewVersion(article, read);
        if (version.isDocument() || !isOf(source, version)) {
            planNext(article, nextVisit(article), 0);
            return;
        }
        // The article's row, locked first, keeps the ledger from noting a message unseen meanwhile.
        database.together(() -> {
            boolean byAnother = articles.rereadNow(article.id());
            if (!version.saysTheSame()) {
                revise(version, byAnother);
            }
        });
        planNext(article, nextVisit(article), 0);
    }

    /** A page that has nothing of what the archive or the list says of its article is no edit, whatever it is. */
    private boolean isOf(Source source, NewVersion version) {
        Article article = version.article();
        Stream<String> titles = Stream.concat(
                Stream.of(article.content().title()), articles.listedTitle(source.id(), article.key()).stream());
        boolean known = titles.anyMatch(version::isUnder);
        if (!known) {
            log.info(
                    "{} shows another page, titled: {}",
                    article.url(),
                    version.read().title());
        }
        return known;
    }

    /** Takes over in silence a page that another version of Loa had read: that it is read otherwise now is no edit. */
    private void revise(NewVersion version, boolean byAnother) {
        Article article = version.article();
        log.info("{} {}", article.url(), byAnother ? "is read otherwise than by another version" : "was edited");
        Article now = articles.revise(article.id(), edited(version), clock.instant());
        if (byAnother) {
            documents.keep(now);
            return;
        }
        attachments.follow(now.id(), now.content());
        corrections.edited(article.id(), changes(article, now), assembler.differences(article, now), clock.instant());
    }

    private Set<Change> changes(Article before, Article now) {
        Set<Change> changes = assembler.changes(before, now);
        changes.addAll(documents.keep(now));
        return changes;
    }

    private NewArticle edited(NewVersion version) {
        List<String> attached = attachments.body(version.article().id(), version.read());
        return assembler.article(version.article().sourceId(), version.headline(), version.read(), attached);
    }

    /** An article and what its page says now. */
    private record NewVersion(Article article, ArticleContent read) {
        /** A document to download says nothing here; its list told of it. */
        boolean isDocument() {
            return read.title().isEmpty()
                    && read.lead().isEmpty()
                    && read.paragraphs().isEmpty();
        }

        boolean saysTheSame() {
            return ArticleAssembler.sayTheSame(article.content(), read);
        }

        /** Returns whether the page has this title, or words of it and of the text of before. */
        boolean isUnder(String title) {
            ArticleContent before = article.content();
            Headline known = headline(title, before.lead() + " " + String.join(" ", before.paragraphs()));
            return !(PageProof.of(known, read) instanceof PageProof.Doubted doubted)
                    || (doubted.reason() != PageProof.Doubt.OTHER_WORDS
                            && doubted.reason() != PageProof.Doubt.SYSTEM_PAGE);
        }

        Headline headline() {
            return headline(read.title(), article.content().lead());
        }

        private Headline headline(String title, String teaser) {
            ArticleContent before = article.content();
            return new Headline(
                    article.key(), article.url(), title, before.published(), teaser, before.category(), before.image());
        }
    }

    private void gone(Article article, int missing, String reason) {
        if (missing == 0) {
            planNext(article, Optional.of(SOON), 1);
            return;
        }
        log.info("{} was withdrawn ({})", article.url(), reason);
        database.together(() -> {
            articles.withdraw(article.id());
            corrections.edited(article.id(), Set.of(Change.WITHDRAWN), clock.instant());
            announcements.withdrawn(article);
        });
    }

    /** Ever less often, for three days. */
    private Optional<Duration> nextVisit(Article article) {
        Duration age = Duration.between(article.firstSeen(), clock.instant());
        if (age.compareTo(Duration.ofDays(3)) > 0) {
            return Optional.empty();
        }
        return Optional.of(age.compareTo(Duration.ofHours(12)) > 0 ? Duration.ofHours(12) : Duration.ofHours(3));
    }

    private void planNext(Article article, Optional<Duration> wait, int missing) {
        Instant now = clock.instant();
        articles.planVisit(article.id(), wait.map(now::plus), missing);
    }
}
