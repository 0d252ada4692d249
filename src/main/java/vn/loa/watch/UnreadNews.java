package vn.loa.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.loa.model.Problem;
import vn.loa.model.SourceCheck;
import vn.loa.portal.ArticleReading;
import vn.loa.store.article.HeadlineStore;
import vn.loa.store.article.PendingHeadline;

/** Judges the news of a source that its list showed and that could not be read yet. */
final class UnreadNews {
    /** News that cannot be read is given up sooner; what waits longer is held up by something else. */
    private static final Duration READ_WITHIN = Duration.ofHours(6);
    /** One article may be withdrawn or badly made; several that answer alike twice are the portal's. */
    private static final int FEWEST = 2;

    private static final int TRIES = 2;
    private static final List<String> OTHER_PAGE = List.of(ArticleIntake.DOUBTED, ArticleReading.OF_THE_PORTAL);
    private static final Set<Problem.Kind> KINDS = Set.of(Problem.Kind.OVERDUE_ITEMS, Problem.Kind.OTHER_PAGES);

    private final HeadlineStore headlines;

    UnreadNews(HeadlineStore headlines) {
        this.headlines = headlines;
    }

    /** Returns the problem of a source whose list is read well; empty when its news are read too. */
    Optional<Problem> problem(String sourceId, Instant now) {
        return otherPages(sourceId)
                .or(() -> headlines.overdue(sourceId, now.minus(READ_WITHIN)).stream()
                        .findFirst()
                        .map(oldest -> new Problem(Problem.Kind.OVERDUE_ITEMS, address(oldest))));
    }

    /** All articles that were tried answer with something else: maintenance, a log-in, an error. */
    private Optional<Problem> otherPages(String sourceId) {
        List<PendingHeadline> doubted = OTHER_PAGE.stream()
                .flatMap(reason -> headlines.tried(sourceId, TRIES, reason).stream())
                .toList();
        boolean all = doubted.size() == headlines.tried(sourceId, 1, "").size();
        return all && doubted.size() >= FEWEST
                ? Optional.of(new Problem(Problem.Kind.OTHER_PAGES, address(doubted.get(0))))
                : Optional.empty();
    }

    private static String address(PendingHeadline pending) {
        return pending.headline().url().toString();
    }

    /** Returns whether a source's problem is that its news cannot be read. */
    static boolean isProblemOf(SourceCheck check) {
        return check.problem().map(Problem::kind).filter(KINDS::contains).isPresent();
    }
}
