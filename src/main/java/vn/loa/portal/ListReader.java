package vn.loa.portal;

import java.net.URI;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.loa.fetch.Page;
import vn.loa.model.Headline;
import vn.loa.model.Problem;
import vn.loa.portal.address.ArticleKeys;
import vn.loa.portal.address.WebAddress;
import vn.loa.portal.feed.FeedArticles;
import vn.loa.portal.feed.JsonFeed;
import vn.loa.portal.feed.XmlFeed;
import vn.loa.portal.generic.GenericListing;
import vn.loa.portal.generic.script.DataList;
import vn.loa.portal.list.Headlines;
import vn.loa.portal.page.Html;
import vn.loa.portal.rules.Css;
import vn.loa.portal.rules.Patterns;
import vn.loa.text.date.VietnameseDates;

/** Reads the list pages and feeds of one source. */
final class ListReader {
    private final SourceRules rules;
    private final boolean feedOnly;
    private final CommonPatterns patterns;

    ListReader(SourceRules rules, boolean feedOnly) {
        this.rules = rules;
        this.feedOnly = feedOnly;
        this.patterns = rules.compiledRules().patterns();
    }

    static boolean isFeed(Page page) {
        return XmlFeed.isFeed(page.text()) || JsonFeed.isFeed(page.text());
    }

    Listing read(Page page) {
        Optional<Listing> told = isFeed(page) ? Optional.of(feed(page)) : Optional.empty();
        Optional<Listing> data = isDeclared(page, told) ? Optional.empty() : data(page);
        if (told.isPresent() || data.isPresent()) {
            return Stream.concat(told.stream(), data.stream())
                    .max(Comparator.comparing(ListReader::worth))
                    .orElseThrow();
        }
        Html html = Html.parse(page);
        Optional<String> gate = patterns.trouble().gate(page.text(), html);
        if (gate.isPresent()) {
            return Listing.failed(Problem.Kind.BLOCKED, gate.get(), Evidence.none());
        }
        if (feedOnly || isFeedAddress(page.location())) {
            String title = "a web page in place of a feed: " + html.title();
            return Listing.failed(Problem.Kind.NO_LIST, title, Evidence.of(Evidence.FEED));
        }
        return list(html);
    }

    private static boolean isDeclared(Page page, Optional<Listing> told) {
        return XmlFeed.isFeed(page.text())
                || JsonFeed.isDeclared(page.text())
                        && told.filter(feed -> !feed.headlines().isEmpty()).isPresent();
    }

    /** The worth of a list in which every date counts as one item more: data may have items that are like those of a feed. */
    private static long worth(Listing listing) {
        return listing.headlines().size()
                + listing.headlines().stream()
                        .filter(headline -> headline.published().instant().isPresent())
                        .count();
    }

    /** Reads what a portal's programming interface answers; empty when that holds neither a list nor markup. */
    private Optional<Listing> data(Page page) {
        if (!DataList.isData(page.text())) {
            return Optional.empty();
        }
        List<DataList.Item> items = DataList.of(page.text());
        Optional<String> markup = items.isEmpty() ? DataList.markup(page.text()) : Optional.empty();
        return items.isEmpty()
                ? markup.map(html -> list(Html.parse(page.withText(html))))
                : Optional.of(data(page, items));
    }

    private Listing data(Page page, List<DataList.Item> items) {
        Portal portal = rules.feed();
        Headlines.Settings settings = settings(portal, portal.lenientKeys(), page.servedAt());
        List<Headlines.Item> told = UnknownPage.items(items, page.location());
        Headlines headlines = Headlines.ofPage(settings, page.location(), page.location(), told);
        return Listing.of(headlines, Optional.empty(), Evidence.of(Evidence.FEED));
    }

    private static boolean isFeedAddress(URI location) {
        return WebAddress.readablePath(location).matches("(?i).*(\\.rss|\\.atom|\\.xml|/feed/?)");
    }

    private Listing feed(Page page) {
        Portal portal = rules.feed();
        Headlines.Settings settings = settings(portal, portal.lenientKeys(), page.servedAt());
        if (XmlFeed.isFeed(page.text())) {
            XmlFeed feed = new XmlFeed(page.text(), page.location(), settings);
            return feed(page, settings, new FeedContent(feed.site(), feed.items(), feed.next()));
        }
        return JsonFeed.parse(page.text(), page.location(), settings.keys()::isDocument)
                .map(feed -> feed(page, settings, new FeedContent(feed.site(), feed.items(), feed.next())))
                .orElseGet(() ->
                        Listing.failed(Problem.Kind.NO_LIST, "broken JSON in a feed", Evidence.of(Evidence.FEED)));
    }

    /** The content of a feed, whatever its format. */
    private record FeedContent(URI site, List<Headlines.Item> items, Optional<URI> next) {}

    private static Listing feed(Page page, Headlines.Settings settings, FeedContent content) {
        FeedArticles articles = new FeedArticles(settings.keys(), page.location(), content.site(), content.items());
        Headlines headlines = new Headlines(settings, page.location(), articles::read);
        content.items().forEach(headlines::add);
        return Listing.of(headlines, content.next(), Evidence.of(Evidence.FEED));
    }

    private Headlines.Settings settings(Portal portal, ArticleKeys keys, Optional<Instant> servedAt) {
        VietnameseDates dates = portal.dates(rules.dates()).relativeTo(servedAt);
        String category = rules.compiledRules().commonRules().documentCategory();
        return new Headlines.Settings(keys, dates, prefix(portal), category);
    }

    private Patterns prefix(Portal portal) {
        return portal.article().map(Portal.ArticleSelectors::leadPrefix).orElse(patterns.leadPrefix());
    }

    private Listing list(Html page) {
        Optional<SourceRules.Choice> choice =
                rules.choose(page, portal -> portal.list().isPresent());
        Listing listing = choice.map(chosen -> list(page, chosen)).orElseGet(() -> unknown(page));
        if (patterns.trouble().saysMissingInTitle(page.document())) {
            return instead(listing, "the page says that nothing is there: " + page.title());
        }
        if (rules.isLocaleTrap(page)) {
            return instead(listing, "an article's address in another language, which answers with some list");
        }
        if (!listing.headlines().isEmpty()) {
            return listing;
        }
        if (rules.given().isPresent()) {
            return withHint(page, listing);
        }
        Listing other = unknown(page);
        return other.headlines().isEmpty() ? listing : other;
    }

    private Listing list(Html page, SourceRules.Choice choice) {
        Portal portal = choice.portal();
        Headlines.Settings settings = settings(portal, portal.keys(), page.servedAt());
        Portal.ListSelectors select = portal.list().orElseThrow();
        Evidence evidence = Evidence.of(portal.name()).because(choice.why()).declaring(page.feeds());
        Listing ruled = new ListPage(page, select, portal.keys(), new Headlines(settings, page.location(), page.base()))
                .read(evidence, next(page, Stream.of(select.next(), patterns.next())));
        boolean byAddress = select.item().all(page.document()).isEmpty();
        boolean other =
                (byAddress ? rules.given().isPresent() || !ruled.headlines().isEmpty() : ruled.isUndated())
                        && isOf(portal, page);
        Listing read = other ? otherView(page, portal, ruled, byAddress) : ruled;
        boolean boxes =
                GenericListing.isOfFront(page.location()) && !read.headlines().isEmpty();
        return boxes ? read.with(asAnyPage(page, settings).headlines()) : read;
    }

    private Headlines asAnyPage(Html page, Headlines.Settings settings) {
        List<Headlines.Item> items = new UnknownPage(page, settings.dates(), patterns).items(rules.hosts());
        return Headlines.ofPage(settings, page.location(), page.base(), items);
    }

    private boolean isOf(Portal portal, Html page) {
        return rules.compiledRules()
                .recognise(page.document())
                .filter(now -> now.portal().name().equals(portal.name()))
                .isPresent();
    }

    /**
     * A module that the rules of its system do not know is read as any page, under the keys of the system. It takes the
     * place of stories that were found by their addresses when it holds them all, for its dates; items that the rules
     * found take nothing but the dates.
     */
    private Listing otherView(Html page, Portal portal, Listing ruled, boolean byAddress) {
        Headlines headlines = asAnyPage(page, settings(portal, portal.lenientKeys(), page.servedAt()));
        if (!byAddress) {
            return ruled.datedBy(headlines.headlines());
        }
        return headlines.headlines().isEmpty() || !keys(headlines.headlines()).containsAll(keys(ruled.headlines()))
                ? ruled
                : Listing.of(
                        headlines,
                        ruled.next().or(() -> next(page, Stream.of(patterns.next()))),
                        ruled.evidence().ofOtherView());
    }

    private static Set<String> keys(List<Headline> headlines) {
        return headlines.stream().map(Headline::key).collect(Collectors.toSet());
    }

    private Listing unknown(Html page) {
        Portal unknown = rules.unknown();
        Headlines headlines = asAnyPage(page, settings(unknown, unknown.lenientKeys(), page.servedAt()));
        Evidence evidence = Evidence.of(unknown.name()).declaring(page.feeds());
        if (headlines.headlines().isEmpty()) {
            String skipped =
                    headlines.skipped().allSkipped().map(all -> "; " + all).orElse("");
            String detail = "nothing looks like a list of news: " + page.title() + skipped;
            return Listing.failed(Problem.Kind.NO_LIST, detail, evidence);
        }
        Optional<URI> next = next(page, Stream.of(patterns.next()));
        return Listing.of(headlines, next, evidence);
    }

    private Optional<URI> next(Html page, Stream<Css> links) {
        return links.flatMap(css -> css.choices().stream())
                .flatMap(choice -> choice.in(page.document()))
                .flatMap(found -> page.resolve(found.node().attr("href")).stream())
                .flatMap(url -> rules.keys().read(page.location(), url.toString()).url().stream())
                .filter(url -> WebAddress.isSameSite(url, page.location()) && !url.equals(page.location()))
                .findFirst();
    }

    /** A source whose portal was rebuilt is told what it looks like now. */
    private Listing withHint(Html page, Listing listing) {
        String hint = rules.compiledRules()
                .recognise(page.document())
                .map(now -> now.portal().name())
                .filter(name -> !name.equals(listing.evidence().portal()))
                .map(name -> "; the page looks like " + name)
                .orElse(patterns.trouble().saysMissing(page.document()) ? "; the page says that nothing is there" : "");
        return listing.withProblems(listing.problems().stream()
                .map(problem -> hinted(problem, hint))
                .toList());
    }

    private static Problem hinted(Problem problem, String hint) {
        boolean noList = problem.kind() == Problem.Kind.NO_LIST;
        return noList ? new Problem(problem.kind(), problem.detail() + hint) : problem;
    }

    /** A list that is there, and is not the one that was asked for. */
    private static Listing instead(Listing listing, String detail) {
        return Listing.failed(Problem.Kind.NO_LIST, detail, listing.evidence());
    }
}
