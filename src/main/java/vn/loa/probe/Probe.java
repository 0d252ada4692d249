package vn.loa.probe;

import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.loa.fetch.FetchRequest;
import vn.loa.fetch.FetchResult;
import vn.loa.fetch.Fetcher;
import vn.loa.fetch.Page;
import vn.loa.model.Headline;
import vn.loa.model.Source;
import vn.loa.portal.Evidence;
import vn.loa.portal.PortalCatalog;
import vn.loa.portal.PortalReader;

/** Tries an address as a watch would, with at most three requests: robots.txt, the page, a list's first article. */
public final class Probe {
    /** A person waits; a portal that Loa is reading answers each request within seconds. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Fetcher fetcher;
    private final PortalCatalog portals;
    private final PageReporter reporter;
    private final ZoneId zone;

    public Probe(Fetcher fetcher, PortalCatalog portals, PageReporter reporter, ZoneId zone) {
        this.fetcher = fetcher;
        this.portals = portals;
        this.reporter = reporter;
        this.zone = zone;
    }

    /**
     * Looks at an address, and at the feed it names when no list is found in it; takes as long as the portal takes, at most
     * the fetcher's time-outs, and gives up when its turn at the host does not come soon.
     *
     * @param portal the system to read it as, an empty string to recognise it
     * @throws vn.loa.portal.rules.InvalidRulesException when there is no such system
     */
    public ProbeResult look(URI url, String portal, Set<Source.Option> options) {
        return look(url, portal, options, Set.of());
    }

    /** Looks at an address as {@link #look(URI, String, Set)}, whose articles may stand on other hosts too. */
    public ProbeResult look(URI url, String portal, Set<Source.Option> options, Set<String> hosts) {
        PortalReader reader = portals.reader(portal, Map.of(), zone).linkingTo(hosts);
        FetchRequest request = FetchRequest.of(url).with(options).waiting(PATIENCE);
        Optional<String> robots = fetcher.robotsRefusal(request);
        FetchResult answer = fetcher.fetch(request);
        if (!(answer instanceof FetchResult.Fetched fetched)) {
            return new ProbeResult(url, robots, answer, Optional.empty(), Optional.empty(), Optional.empty());
        }
        PageReport report = reporter.report(reader, fetched.page());
        Optional<URI> feed = feedInstead(report, url);
        if (feed.isPresent()) {
            return look(feed.get(), portal, options);
        }
        Optional<ProbeResult.First> first =
                report.headlines().stream().findFirst().map(headline -> first(reader, headline, options));
        return new ProbeResult(
                url, robots, answer, Optional.of(report), first, draft(url, reader, fetched.page(), report));
    }

    /** Returns the feed that a page names where nothing could be read from the page itself. */
    private static Optional<URI> feedInstead(PageReport report, URI url) {
        return report.kind() == PortalReader.Kind.NOTHING
                ? report.evidence().feeds().stream().findFirst().filter(feed -> !feed.equals(url))
                : Optional.empty();
    }

    private ProbeResult.First first(PortalReader reader, Headline headline, Set<Source.Option> options) {
        FetchResult answer =
                fetcher.fetch(FetchRequest.of(headline.url()).with(options).waiting(PATIENCE));
        Optional<PageReport> report = answer instanceof FetchResult.Fetched fetched
                ? Optional.of(reporter.article(reader, fetched.page()))
                : Optional.empty();
        return new ProbeResult.First(headline.url(), answer, report);
    }

    private Optional<SourceDraft> draft(URI url, PortalReader reader, Page page, PageReport report) {
        boolean list = report.kind() == PortalReader.Kind.LISTING || report.kind() == PortalReader.Kind.FEED;
        return list && !report.headlines().isEmpty()
                ? Optional.of(SourceDraft.of(url, reader.title(page), system(report.evidence())))
                : Optional.empty();
    }

    private String system(Evidence evidence) {
        return portals.names().contains(evidence.portal()) ? evidence.portal() : "";
    }
}
