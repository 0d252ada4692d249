package vn.loa.watch;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.loa.fetch.FetchRequest;
import vn.loa.fetch.FetchResult;
import vn.loa.fetch.Fetcher;
import vn.loa.fetch.Page;
import vn.loa.model.Headline;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.Problem;
import vn.loa.model.Source;
import vn.loa.model.SourceCheck;
import vn.loa.model.SourceHealth;
import vn.loa.phrases.DateFormats;
import vn.loa.phrases.Phrases;
import vn.loa.portal.Listing;
import vn.loa.portal.PortalCatalog;
import vn.loa.portal.PortalReader;
import vn.loa.store.ArticleStore;
import vn.loa.store.Database;
import vn.loa.store.HeadlineStore;
import vn.loa.store.SourceStore;
import vn.loa.summary.Summarizer;

/**
 * Checks a source: reads its list, keeps what is new to be read, reads what is due, and remembers how the source does.
 * A source's first list is recorded in silence. Everything found stands in the database before the next step is taken,
 * so a stop at any point loses nothing and announces nothing twice.
 */
public final class SourceWatcher {
    private static final Logger log = LoggerFactory.getLogger(SourceWatcher.class);
    /** Older pages of a list that are followed after an outage. */
    private static final int MOST_OLDER_PAGES = 5;
    /** So many of its newest articles tell a source's rhythm. */
    private static final int RHYTHM = 20;
    /** News that cannot be read is given up sooner; what waits longer is held up by something else. */
    private static final Duration READ_WITHIN = Duration.ofHours(6);

    private final Database database;
    private final SourceStore sources;
    private final HeadlineStore headlines;
    private final ArticleStore articles;
    private final Fetcher fetcher;
    private final PortalCatalog portals;
    private final ArticleIntake newsroom;
    private final ArticleRechecks revisits;
    private final HealthPolicy doctor;
    private final OperatorAlert alarm;
    private final Phrases phrases;
    private final ZoneId zone;
    private final InstantSource clock;

    /** Makes a watcher, for one thread a source. */
    public SourceWatcher(
            WatchStores stores,
            AnnouncementStores announcements,
            PortalAccess access,
            Summarizer summarizer,
            WatchAlerts alerts,
            WatchTiming timing) {
        Backoff backoff = new Backoff(timing.random());
        ArticlePages pages = new ArticlePages(access.fetcher());
        ArticleAssembler editor = new ArticleAssembler(summarizer, access.zone());
        this.database = stores.database();
        this.sources = stores.sources();
        this.headlines = stores.headlines();
        this.articles = stores.articles();
        this.fetcher = access.fetcher();
        this.portals = access.portals();
        ArticleIntake.Making making = new ArticleIntake.Making(pages, editor, backoff);
        StoryAnnouncements stories = new StoryAnnouncements(announcements, timing.clock());
        this.newsroom = new ArticleIntake(stores, stories, making, alerts, timing);
        this.revisits =
                new ArticleRechecks(stores, announcements.corrections(), stories, pages, editor, timing.clock());
        this.doctor = new HealthPolicy(backoff);
        this.alarm = alerts.alarm();
        this.phrases = alerts.phrases();
        this.zone = access.zone();
        this.clock = timing.clock();
    }

    /** Checks a source once. Trouble with the portal is remembered and reported, not thrown. */
    public CheckReport check(Source source) {
        SourceCheck before = sources.check(source.id());
        if (before.notBefore().filter(clock.instant()::isBefore).isPresent()) {
            return report(source, before, ArticleIntake.Edition.NOTHING, false);
        }
        PortalReader reader =
                portals.reader(source.portal(), source.rules(), zone).believing(clock);
        Look look = look(source, reader, before);
        ArticleIntake.Edition edition = ArticleIntake.Edition.NOTHING;
        if (look.after().failures() == 0) {
            newsroom.tellUntoldSpam(source);
            edition = newsroom.readDue(source, reader).plus(look.deliveries());
            revisits.visitDue(source, reader);
            look = new Look(withOverdue(source, look.after()), look.deliveries());
        }
        CheckReport report = report(source, look.after(), edition, true);
        tellLog(report, before);
        return report;
    }

    /** What came of asking for the list: how the source does now, and what could be entered at once. */
    private record Look(SourceCheck after, int deliveries) {}

    private Look look(Source source, PortalReader reader, SourceCheck before) {
        FetchResult result = fetcher.fetch(FetchRequest.of(source.url())
                .ifChanged(before.etag(), before.lastModified())
                .with(source.options()));
        if (result instanceof FetchResult.Fetched fetched) {
            return read(source, reader, before, fetched.page());
        }
        if (result instanceof FetchResult.NotModified) {
            return remember(source, before, doctor.unchanged(before, silence(source, before), clock.instant()), 0);
        }
        return trouble(source, before, Problems.of(result), Problems.wait(result));
    }

    private Look trouble(Source source, SourceCheck before, Problem problem, Optional<Duration> wait) {
        return remember(source, before, doctor.bad(before, source, problem, wait, clock.instant()), 0);
    }

    private Look read(Source source, PortalReader reader, SourceCheck before, Page page) {
        if (page.status() == 404 || page.status() == 410) {
            Problem gone = new Problem(Problem.Kind.GONE, "HTTP " + page.status());
            return trouble(source, before, gone, Optional.empty());
        }
        Listing list = reader.readListing(page);
        boolean bare = list.headlines().isEmpty();
        Listing listing = bare ? feedOr(list, source, reader) : list;
        Optional<Problem> problem = Problems.ofList(listing, before.listed());
        if (problem.isPresent()) {
            return trouble(source, before, problem.get(), Optional.empty());
        }
        boolean first = before.firstGood().isEmpty();
        List<Headline> found = first ? listing.headlines() : withOlderPages(source, reader, listing);
        return database.transaction(() -> {
            boolean quiet = newsroom.unknown(source, listing.headlines()).isEmpty();
            // What waits to be read is looked at when this check has read what it can.
            Optional<Problem> overdue = before.problem().filter(old -> isOverdue(before));
            Optional<Problem> silence = overdue.or(() -> quiet ? silence(source, before) : Optional.empty());
            // A page that stays the same says nothing of the feed that it names.
            Page seen = bare ? page.withoutValidators() : page;
            HealthPolicy.Visit visit = visit(seen, listing, silence);
            revisits.plan(source, listing.headlines());
            int deliveries = newsroom.take(source, found, first);
            return remember(source, before, doctor.good(before, visit, clock.instant()), deliveries);
        });
    }

    /** A page in which no list is found may still name its feed. */
    private Listing feedOr(Listing list, Source source, PortalReader reader) {
        return list.evidence().feeds().stream()
                .limit(1)
                .flatMap(feed -> listAt(source, reader, feed).stream())
                .filter(feed -> !feed.headlines().isEmpty())
                .findFirst()
                .orElse(list);
    }

    /** When all of a page is new, something may have scrolled off it: the older pages are read until one is known. */
    private List<Headline> withOlderPages(Source source, PortalReader reader, Listing first) {
        List<Headline> found = new ArrayList<>(first.headlines());
        Listing last = first;
        for (int page = 0; page < MOST_OLDER_PAGES && last.next().isPresent(); page++) {
            if (newsroom.unknown(source, last.headlines()).size()
                    < last.headlines().size()) {
                break;
            }
            Optional<Listing> older = listAt(source, reader, last.next().get());
            if (older.isEmpty() || older.get().headlines().isEmpty()) {
                break;
            }
            last = older.get();
            found.addAll(last.headlines());
        }
        return found;
    }

    /** How a source whose list is read well does in view of what waits to be read. */
    private SourceCheck withOverdue(Source source, SourceCheck check) {
        Instant now = clock.instant();
        Optional<Problem> overdue = headlines.overdue(source.id(), now.minus(READ_WITHIN)).stream()
                .findFirst()
                .map(oldest -> new Problem(
                        Problem.Kind.OVERDUE_ITEMS, oldest.headline().url().toString()));
        boolean begins = overdue.isPresent() && check.health() == SourceHealth.OK;
        boolean ends = overdue.isEmpty() && isOverdue(check);
        return begins || ends
                ? remember(source, check, doctor.overdue(check, overdue, now), 0)
                        .after()
                : check;
    }

    private static boolean isOverdue(SourceCheck check) {
        return check.problem()
                .filter(problem -> problem.kind() == Problem.Kind.OVERDUE_ITEMS)
                .isPresent();
    }

    private Optional<Listing> listAt(Source source, PortalReader reader, URI url) {
        FetchResult result = fetcher.fetch(FetchRequest.of(url).with(source.options()));
        return result instanceof FetchResult.Fetched fetched
                ? Optional.of(reader.readListing(fetched.page()))
                : Optional.empty();
    }

    private Optional<Problem> silence(Source source, SourceCheck before) {
        Instant now = clock.instant();
        return StaleSource.strangelyQuietSince(
                        articles.times(source.id(), RHYTHM), before.firstGood().orElse(now), now)
                .map(since -> new Problem(Problem.Kind.STALE, DateFormats.date(LocalDate.ofInstant(since, zone))));
    }

    private static HealthPolicy.Visit visit(Page page, Listing listing, Optional<Problem> silence) {
        boolean mostlyUnreadable =
                listing.problems().size() > listing.headlines().size();
        boolean ill = mostlyUnreadable || silence.isPresent();
        return new HealthPolicy.Visit(
                listing.headlines().size(),
                page.etag(),
                page.lastModified(),
                Problems.ofItems(listing.problems()).or(() -> silence),
                ill ? SourceHealth.DEGRADED : SourceHealth.OK);
    }

    /** Keeps how the source does; a change from well to ill or back is told in the same transaction. */
    private Look remember(Source source, SourceCheck before, SourceCheck after, int deliveries) {
        return database.transaction(() -> {
            sources.saveCheck(source.id(), after);
            boolean wasWell = before.health() == SourceHealth.OK;
            boolean isWell = after.health() == SourceHealth.OK;
            if (wasWell && !isWell) {
                alarm.tell("source", trouble(source, after));
            } else if (!wasWell && isWell) {
                alarm.tell("source", OutgoingMessage.plain(phrases.say("source.healed", source.name())));
            }
            return new Look(after, deliveries);
        });
    }

    private OutgoingMessage trouble(Source source, SourceCheck check) {
        String what = check.problem()
                .map(problem -> phrases.say("problem." + problem.kind().name(), problem.detail()))
                .orElse("");
        String fix = check.problem()
                .map(problem -> phrases.say("fix." + problem.kind().name()))
                .orElse("");
        return OutgoingMessage.plain(phrases.say("source.trouble", source.name(), what, source.url(), fix));
    }

    private CheckReport report(Source source, SourceCheck check, ArticleIntake.Edition edition, boolean looked) {
        return new CheckReport(
                source.id(),
                looked,
                check.health(),
                check.problem(),
                check.listed(),
                edition.read(),
                edition.deliveries(),
                headlines.waiting(source.id()));
    }

    private static void tellLog(CheckReport report, SourceCheck before) {
        String first = before.firstGood().isEmpty() && report.problem().isEmpty() ? " (first check, in silence)" : "";
        String problem = report.problem()
                .map(found -> found.kind() + ": " + found.detail() + "; ")
                .orElse("");
        log.info(
                "source {}: {}{} listed, {} read{}, {} deliveries entered, {} still to read",
                report.sourceId(),
                problem,
                report.listed(),
                report.read(),
                first,
                report.deliveries(),
                report.waiting());
    }
}
