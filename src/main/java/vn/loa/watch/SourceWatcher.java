package vn.loa.watch;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.loa.fetch.FetchRequest;
import vn.loa.fetch.FetchResult;
import vn.loa.fetch.Fetcher;
import vn.loa.fetch.Page;
import vn.loa.model.Headline;
import vn.loa.model.Problem;
import vn.loa.model.Source;
import vn.loa.model.SourceCheck;
import vn.loa.model.SourceHealth;
import vn.loa.portal.Listing;
import vn.loa.portal.PortalCatalog;
import vn.loa.portal.PortalReader;
import vn.loa.store.Database;
import vn.loa.store.article.HeadlineStore;
import vn.loa.store.article.SourceStore;
import vn.loa.store.article.SourceWatchStore;
import vn.loa.summary.Summarizer;
import vn.loa.watch.alarm.Backoff;
import vn.loa.watch.alarm.ClockComparison;
import vn.loa.watch.alarm.HealthPolicy;
import vn.loa.watch.alarm.SourceAlarms;
import vn.loa.watch.alarm.WatchAlerts;
import vn.loa.watch.article.ArticleAssembler;
import vn.loa.watch.article.ArticleAttachments;
import vn.loa.watch.article.ArticleFetcher;
import vn.loa.watch.article.DocumentIntake;
import vn.loa.watch.article.Problems;

/**
 * Checks a source: reads its list, keeps what is new to be read, reads what is due, and remembers how the source does.
 * A source's first list is recorded in silence. Everything found stands in the database before the next step is taken,
 * so a stop at any point loses nothing and announces nothing twice.
 */
public final class SourceWatcher {
    private static final Logger log = LoggerFactory.getLogger(SourceWatcher.class);
    /** Older pages of a list that are followed after an outage. */
    private static final int MOST_OLDER_PAGES = 5;

    private final Database database;
    private final SourceStore sources;
    private final HeadlineStore headlines;
    private final QuietSources quiet;
    private final Fetcher fetcher;
    private final PortalCatalog portals;
    private final ArticleIntake intake;
    private final ArticleRechecks rechecks;
    private final HealthPolicy health;
    private final ListIntake lists;
    private final SourceAlarms alarms;
    private final ClockComparison clocks;
    private final ZoneId zone;
    private final InstantSource clock;
    private final SourceWatchStore watched;
    private final ReadingMark mark;
    private final UnreadNews unread;

    /** Makes a watcher, for one thread a source. */
    public SourceWatcher(
            WatchStores stores,
            WatchMemory memory,
            AnnouncementStores announcements,
            PortalAccess access,
            Summarizer summarizer,
            WatchAlerts alerts,
            WatchTiming timing) {
        Backoff backoff = new Backoff(timing.random());
        ArticleFetcher pages = new ArticleFetcher(access.fetcher());
        ArticleAssembler assembler = new ArticleAssembler(summarizer, access.zone());
        this.zone = access.zone();
        this.clock = timing.clock();
        this.database = stores.database();
        this.sources = stores.sources();
        this.headlines = stores.headlines();
        this.watched = memory.watched();
        this.fetcher = access.fetcher();
        this.portals = access.portals();
        this.clocks = new ClockComparison(fetcher, memory.settings(), alerts.alarm(), alerts.phrases(), clock);
        this.alarms = new SourceAlarms(database, watched, alerts.alarm(), alerts.phrases(), clock);
        ArticleIntake.Making making = new ArticleIntake.Making(
                pages,
                assembler,
                new DocumentIntake(stores.documents(), memory.attachments(), zone, clock),
                new ArticleAttachments(memory.attachments(), access.attachments(), clock),
                backoff,
                clocks,
                new ArticlesFromBefore(stores.sources(), stores.headlines(), memory.listItems()));
        StoryAnnouncements stories = new StoryAnnouncements(announcements, clock);
        this.intake = new ArticleIntake(stores, stories, making, alerts, timing);
        this.lists = new ListIntake(memory, intake, fetcher, alarms, zone, clock);
        this.rechecks = new ArticleRechecks(stores, announcements.corrections(), stories, making, clock);
        this.health = new HealthPolicy(backoff);
        this.unread = new UnreadNews(headlines);
        SiteComparison site = new SiteComparison(fetcher, memory.listItems(), zone, clock);
        this.quiet = new QuietSources(stores.articles(), watched, site, zone, clock);
        this.mark = new ReadingMark(watched, clock);
    }

    /** Checks a source once. Trouble with the portal is remembered and reported, not thrown. */
    public CheckReport check(Source source) {
        SourceCheck before = before(source);
        if (before.notBefore().filter(clock.instant()::isBefore).isPresent()) {
            return report(source, before, ArticleIntake.Edition.NOTHING, false);
        }
        try {
            return check(source, before);
        } catch (OutOfMemoryError | StackOverflowError e) {
            log.error("source {} takes more memory than there is", source.id(), e);
            Problem problem = new Problem(Problem.Kind.TOO_LARGE, "out of memory");
            SourceCheck after =
                    trouble(source, before, problem, Optional.empty()).after();
            alarms.judge(source, after);
            return report(source, after, ArticleIntake.Edition.NOTHING, true);
        } finally {
            mark.end(source.id());
        }
    }

    /**
     * Returns the last check, repaired when it was written down while the clock was ahead: it would keep the source
     * from being looked at for as long.
     */
    private SourceCheck before(Source source) {
        SourceCheck before = sources.check(source.id());
        Instant now = clock.instant();
        if (!ClockComparison.isFromTheFuture(before, now)) {
            return before;
        }
        log.warn("source {} was last checked while the clock was ahead; it is looked at now", source.id());
        headlines.endPostponement(source.id(), now);
        return ClockComparison.repaired(before, now);
    }

    private CheckReport check(Source source, SourceCheck before) {
        Answer answer = ask(source, before);
        return answer.result() instanceof FetchResult.Busy
                ? putOff(source, before, Problems.of(answer.result()))
                : check(source, before, answer);
    }

    /** Nothing was asked, so nothing is known that was not known before. */
    private CheckReport putOff(Source source, SourceCheck before, Problem busy) {
        log.info("source {} is not checked yet: its host was busy for {}", source.id(), busy.detail());
        watched.putOff(source.id(), clock.instant());
        int waiting = headlines.waiting(source.id());
        return new CheckReport(source.id(), false, before.health(), Optional.of(busy), before.listed(), 0, 0, waiting);
    }

    private CheckReport check(Source source, SourceCheck before, Answer answer) {
        watched.hadItsTurn(source.id());
        PortalReader reader = reader(source);
        Look look = look(source, reader, before, answer);
        ArticleIntake.Edition edition = ArticleIntake.Edition.NOTHING;
        if (look.after().failures() == 0) {
            intake.tellUntoldSpam(source);
            mark.begin(source.id());
            edition = intake.readDue(source, reader).plus(look.deliveries());
            rechecks.visitDue(source, reader);
            SourceCheck after = withUnread(source, look.after());
            look = new Look(withQuiet(source, reader, after, look.feeds()), look.deliveries(), look.feeds());
        }
        alarms.judge(source, look.after());
        CheckReport report = report(source, look.after(), edition, true);
        CheckLog.tell(report, before);
        return report;
    }

    /** A source over whose reading the program died is read while no other is. */
    private PortalReader reader(Source source) {
        PortalReader reader = portals.reader(source.portal(), source.rules(), zone)
                .believing(clock)
                .linkingTo(hosts(source));
        return watched.deaths().containsKey(source.id()) ? reader.alone() : reader;
    }

    /** After a redirect to an allowed host the articles may still stand on the first one. */
    private static Set<String> hosts(Source source) {
        String own = Objects.requireNonNullElse(source.url().getHost(), "").toLowerCase(Locale.ROOT);
        return source.hosts().isEmpty() || own.isEmpty()
                ? source.hosts()
                : Stream.concat(Stream.of(own), source.hosts().stream()).collect(Collectors.toSet());
    }

    /**
     * Holds the result of looking at the list: the source's state now, the number of deliveries entered at once, and the
     * feeds that the list declares; empty when it did not come whole.
     */
    private record Look(SourceCheck after, int deliveries, Optional<List<URI>> feeds) {}

    /** The answer to the question for a list, and whether it was asked for only if it had changed. */
    private record Answer(FetchResult result, boolean conditional) {}

    private Answer ask(Source source, SourceCheck before) {
        FetchRequest whole = FetchRequest.of(source.url()).onBehalfOf(source);
        boolean conditional =
                (before.etag().isPresent() || before.lastModified().isPresent())
                        && mayAskForChanges(source, before)
                        && !quiet.isComparisonDue(source, before);
        FetchResult result = fetcher.fetch(conditional ? whole.ifChanged(before.etag(), before.lastModified()) : whole);
        clocks.compare(source);
        return new Answer(result, conditional);
    }

    private Look look(Source source, PortalReader reader, SourceCheck before, Answer answer) {
        FetchResult result = answer.result();
        if (result instanceof FetchResult.Fetched fetched) {
            return read(source, reader, before, fetched.page());
        }
        if (result instanceof FetchResult.NotModified && !answer.conditional()) {
            Problem nothing = new Problem(Problem.Kind.UNREACHABLE, "HTTP 304 where the whole list was asked for");
            return trouble(source, before, nothing, Optional.empty());
        }
        if (result instanceof FetchResult.NotModified) {
            return remember(source, health.unchanged(before, clock.instant()), 0);
        }
        return trouble(source, before, Problems.of(result), Problems.wait(result));
    }

    /** A server that says "unchanged" for ever is not believed for longer than a day, or an hour when it is stale. */
    private boolean mayAskForChanges(Source source, SourceCheck before) {
        Instant now = clock.instant();
        int hours = before.problem().filter(Problem::isQuiet).isPresent() ? 1 : 24;
        return lists.isReadAsBefore(source)
                && watched.lastWhole(source.id())
                        .filter(last -> !last.isAfter(now) && now.isBefore(last.plus(Duration.ofHours(hours))))
                        .isPresent();
    }

    private Look trouble(Source source, SourceCheck before, Problem problem, Optional<Duration> wait) {
        return remember(source, health.bad(before, source, problem, wait, clock.instant()), 0);
    }

    private Look read(Source source, PortalReader reader, SourceCheck before, Page page) {
        if (page.status() == 404 || page.status() == 410) {
            Problem gone = new Problem(Problem.Kind.GONE, "HTTP " + page.status());
            return trouble(source, before, gone, Optional.empty());
        }
        mark.begin(source.id());
        Listing list = reader.readListing(page);
        boolean bare = list.headlines().isEmpty();
        Listing listing = bare ? feedOr(list, source, reader) : list;
        Optional<Problem> problem = Problems.ofList(listing, before.listed());
        if (problem.isPresent()) {
            return trouble(source, before, problem.get(), Optional.empty());
        }
        boolean first = before.firstGood().isEmpty();
        ListComparison items = compared(source, reader, before, listing);
        Optional<Problem> foreign = Problems.ofOtherView(listing, !first && items.isAllNew());
        if (foreign.isPresent()) {
            return trouble(source, before, foreign.get(), Optional.empty());
        }
        if (!first) {
            lists.followMoved(source, items);
        }
        return database.transaction(() -> {
            // This check looks at unread items, and at whether they are news, when it has read all that it can.
            Optional<Problem> barren = before.problem().filter(old -> old.isQuiet() || UnreadNews.isProblemOf(before));
            // A page that stays the same says nothing of the feed that it names.
            Page seen = bare ? page.withoutValidators() : believable(page);
            HealthPolicy.Visit visit = visit(seen, listing, barren);
            rechecks.plan(
                    source, items.headlines().subList(0, listing.headlines().size()));
            int deliveries = lists.take(source, items, first);
            watched.cameWhole(source.id(), listing.skipped().total(), clock.instant());
            SourceCheck after = remember(source, health.good(before, visit, clock.instant()), deliveries)
                    .after();
            return new Look(after, deliveries, Optional.of(listing.evidence().feeds()));
        });
    }

    /** A server whose list was changed in the future does not know when it was. */
    private Page believable(Page page) {
        boolean fromTheFuture = page.lastModified()
                .flatMap(SourceWatcher::httpDate)
                .filter(clock.instant().plus(Duration.ofDays(1))::isBefore)
                .isPresent();
        return fromTheFuture ? page.withoutValidators() : page;
    }

    private static Optional<Instant> httpDate(String text) {
        try {
            return Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
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
    private ListComparison compared(Source source, PortalReader reader, SourceCheck before, Listing first) {
        List<Headline> found = new ArrayList<>(first.headlines());
        Map<String, String> guids = new HashMap<>(first.guids());
        ListComparison list = lists.compare(source, before, found, guids);
        boolean older = before.firstGood().isPresent() && list.isAllNew();
        Listing last = first;
        for (int page = 0; older && page < MOST_OLDER_PAGES && last.next().isPresent(); page++) {
            Optional<Listing> next = listAt(source, reader, last.next().get());
            if (next.isEmpty() || next.get().headlines().isEmpty()) {
                break;
            }
            last = next.get();
            Set<String> keys = found.stream().map(Headline::key).collect(Collectors.toSet());
            last.headlines().stream().filter(each -> keys.add(each.key())).forEach(found::add);
            last.guids().forEach(guids::putIfAbsent);
            list = lists.compare(source, before, found, guids);
            older = list.isAllNew();
        }
        return list;
    }

    /** Adjusts the health of a source whose list is read well to the items that wait to be read. */
    private SourceCheck withUnread(Source source, SourceCheck check) {
        Instant now = clock.instant();
        Optional<Problem> problem = unread.problem(source.id(), now);
        boolean known = UnreadNews.isProblemOf(check);
        boolean quietly = check.problem().filter(Problem::isQuiet).isPresent();
        boolean begins = problem.isPresent() && (known || quietly || check.health() == SourceHealth.OK);
        boolean changes = begins && !problem.equals(check.problem()) || known && problem.isEmpty();
        return changes ? remember(source, health.barren(check, problem, now), 0).after() : check;
    }

    private Optional<Listing> listAt(Source source, PortalReader reader, URI url) {
        FetchResult result = fetcher.fetch(FetchRequest.of(url).onBehalfOf(source));
        return result instanceof FetchResult.Fetched fetched
                ? Optional.of(reader.readListing(fetched.page()))
                : Optional.empty();
    }

    /** Adjusts the health of a source whose list and news are read well to what it brings. */
    private SourceCheck withQuiet(Source source, PortalReader reader, SourceCheck check, Optional<List<URI>> feeds) {
        boolean other = check.problem().filter(problem -> !problem.isQuiet()).isPresent();
        if (other || headlines.waiting(source.id()) > 0) {
            return check;
        }
        Optional<Problem> problem = quiet.problem(source, reader, check, feeds);
        return problem.equals(check.problem())
                ? check
                : remember(source, health.barren(check, problem, clock.instant()), 0)
                        .after();
    }

    private static HealthPolicy.Visit visit(Page page, Listing listing, Optional<Problem> barren) {
        boolean mostlyUnreadable =
                listing.problems().size() > listing.headlines().size();
        Optional<Problem> bare = Problems.ofBareList(listing);
        boolean ill = mostlyUnreadable || barren.isPresent() || bare.isPresent();
        return new HealthPolicy.Visit(
                listing.headlines().size(),
                page.etag(),
                page.lastModified(),
                Problems.ofItems(listing.problems()).or(() -> bare).or(() -> barren),
                ill ? SourceHealth.DEGRADED : SourceHealth.OK);
    }

    private Look remember(Source source, SourceCheck after, int deliveries) {
        sources.saveCheck(source.id(), after);
        return new Look(after, deliveries, Optional.empty());
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
}
