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
     * most once a day, and only with the feeds of a list that came whole.
     *
     * @param check its state
     * @param feeds that its list declares; empty when the list did not come, being unchanged
     */
    Optional<Problem> problem(Source source, PortalReader reader, SourceCheck check, Optional<List<URI>> feeds) {
        Instant now = clock.instant();
        List<Instant> times = articles.times(source.id(), RHYTHM);
        Instant watchedSince = check.firstGood().orElse(now);
        if (StaleSource.unusuallyQuietSince(times, watchedSince, now).isEmpty()) {
            watched.quietEnded(source.id());
            return Optional.empty();
        }
        Instant newest = times.isEmpty() ? watchedSince : times.get(0);
        feeds.filter(declared -> isOutOfDate(source))
                .ifPresent(declared -> compare(source, site.newerThan(newest, source, reader, declared)));
        return watched.siteNewer(source.id())
                .map(newer -> new Problem(Problem.Kind.LIST_STANDS_STILL, newer.toString()))
                .or(() -> StaleSource.strangelyQuietSince(times, watchedSince, now)
                        .map(this::stale));
    }

    private Problem stale(Instant since) {
        return new Problem(Problem.Kind.STALE, DateFormats.date(LocalDate.ofInstant(since, zone)));
    }

    /** Returns whether a source will be held against its site when its list comes whole. */
    boolean isComparisonDue(Source source, SourceCheck check) {
        Instant now = clock.instant();
        return check.problem().filter(problem -> !problem.isQuiet()).isEmpty()
                && isOutOfDate(source)
                && StaleSource.unusuallyQuietSince(
                                articles.times(source.id(), RHYTHM),
                                check.firstGood().orElse(now),
                                now)
                        .isPresent();
    }

    private boolean isOutOfDate(Source source) {
        Instant now = clock.instant();
        return watched.siteComparedAt(source.id())
                .filter(at -> !at.isAfter(now) && now.isBefore(at.plus(BETWEEN_COMPARISONS)))
                .isEmpty();
    }

    /** A site that could not be read proves nothing, so what it showed before still holds. */
    private void compare(Source source, SiteComparison.Finding finding) {
        if (finding.newer().isEmpty() && finding.coverage() == SiteComparison.Coverage.PUT_OFF) {
            return;
        }
        boolean all = finding.coverage() == SiteComparison.Coverage.ALL;
        Optional<URI> newer = finding.newer().or(() -> all ? Optional.empty() : watched.siteNewer(source.id()));
        watched.siteCompared(source.id(), newer, clock.instant());
    }
}
