package vn.loa.watch;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import vn.loa.model.Problem;
import vn.loa.model.Source;
import vn.loa.model.SourceCheck;
import vn.loa.phrases.DateFormats;
import vn.loa.portal.PortalReader;
import vn.loa.store.article.ArticleStore;
import vn.loa.store.article.SourceWatchStore;
import vn.loa.watch.alarm.StaleSource;

/**
 * Judges sources whose lists are read well and bring nothing new: by their own rhythm, and, when they are quieter than
 * they ever were, by whether their site has newer news elsewhere.
 */
final class QuietSources {
    /** So many of its newest articles tell a source's rhythm. */
    private static final int RHYTHM = 20;

    private static final Duration BETWEEN_COMPARISONS = Duration.ofDays(1);

    private final ArticleStore articles;
    private final SourceWatchStore watched;
    private final SiteComparison site;
    private final ZoneId zone;
    private final InstantSource clock;

    QuietSources(
            ArticleStore articles, SourceWatchStore watched, SiteComparison site, ZoneId zone, InstantSource clock) {
        this.articles = articles;
        this.watched = watched;
        this.site = site;
        this.zone = zone;
        this.clock = clock;
    }

    /**
     * Returns the problem of a source after its list was read, empty when it is no quieter than usual. Asks the site at
     * most once a day.
     *
     * @param check its state, with what this told of it before
     * @param feeds that its list declares
     */
    Optional<Problem> problem(Source source, PortalReader reader, SourceCheck check, List<URI> feeds) {
        Instant now = clock.instant();
        List<Instant> times = articles.times(source.id(), RHYTHM);
        Instant watchedSince = check.firstGood().orElse(now);
        Optional<Instant> unusual = StaleSource.unusuallyQuietSince(times, watchedSince, now);
        if (unusual.isEmpty()) {
            return Optional.empty();
        }
        Instant newest = times.isEmpty() ? watchedSince : times.get(0);
        return standingStill(source, reader, check, feeds, newest)
                .or(() -> StaleSource.strangelyQuietSince(times, watchedSince, now)
                        .map(since ->
                                new Problem(Problem.Kind.STALE, DateFormats.date(LocalDate.ofInstant(since, zone)))));
    }

    private Optional<Problem> standingStill(
            Source source, PortalReader reader, SourceCheck check, List<URI> feeds, Instant newest) {
        Instant now = clock.instant();
        boolean compared = watched.siteComparedAt(source.id())
                .filter(at -> !at.isAfter(now) && now.isBefore(at.plus(BETWEEN_COMPARISONS)))
                .isPresent();
        if (compared) {
            return check.problem().filter(problem -> problem.kind() == Problem.Kind.LIST_STANDS_STILL);
        }
        watched.siteCompared(source.id(), now);
        return site.newerThan(newest, source, reader, feeds)
                .map(url -> new Problem(Problem.Kind.LIST_STANDS_STILL, url.toString()));
    }
}
