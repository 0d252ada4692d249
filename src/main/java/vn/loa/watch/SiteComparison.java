package vn.loa.watch;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.loa.fetch.FetchRequest;
import vn.loa.fetch.FetchResult;
import vn.loa.fetch.Fetcher;
import vn.loa.fetch.Page;
import vn.loa.model.Headline;
import vn.loa.model.Source;
import vn.loa.portal.PortalReader;
import vn.loa.portal.feed.Sitemap;
import vn.loa.store.article.ListItemStore;

/** Looks whether a site has news, in its feeds, on its home page or in its sitemap, that a list of it does not show. */
final class SiteComparison {
    private static final int MOST_FEEDS = 2;
    private static final int MOST_REMEMBERED = 5_000;
    /** The clocks of a list and of a feed differ, and a day's news come late into a list. */
    private static final Duration CLEARLY_NEWER = Duration.ofDays(2);

    private final Fetcher fetcher;
    private final ListItemStore items;
    private final ZoneId zone;
    private final InstantSource clock;

    SiteComparison(Fetcher fetcher, ListItemStore items, ZoneId zone, InstantSource clock) {
        this.fetcher = fetcher;
        this.items = items;
        this.zone = zone;
        this.clock = clock;
    }

    /**
     * Returns the address of an article of the site that is clearly newer than a list's newest and unknown to the list;
     * empty when the rest of the site is as quiet, or cannot be read.
     *
     * @param feeds that the list declares
     */
    Optional<URI> newerThan(Instant newest, Source source, PortalReader reader, List<URI> feeds) {
        Set<String> known = items.remembered(source.id(), MOST_REMEMBERED).stream()
                .flatMap(item -> Stream.of(item.articleKey(), item.addressKey()))
                .collect(Collectors.toSet());
        Stream<URI> lists = Stream.concat(
                        feeds.stream().limit(MOST_FEEDS), Stream.of(source.url().resolve("/")))
                .filter(list -> !list.equals(source.url()))
                .distinct();
        return lists.flatMap(list -> page(source, list).stream())
                .flatMap(page -> newer(page, reader, newest, known).stream())
                .findFirst()
                .or(() -> inSitemap(source, reader, newest, known));
    }

    private Optional<Page> page(Source source, URI url) {
        FetchResult result = fetcher.fetch(FetchRequest.of(url).onBehalfOf(source));
        return result instanceof FetchResult.Fetched fetched && fetched.page().status() == 200
                ? Optional.of(fetched.page())
                : Optional.empty();
    }

    private Optional<URI> newer(Page page, PortalReader reader, Instant newest, Set<String> known) {
        return reader.readListing(page).headlines().stream()
                .filter(headline -> !known.contains(headline.key()))
                .filter(headline -> headline.published()
                        .instant()
                        .filter(at -> isNewer(at, newest))
                        .isPresent())
                .map(Headline::url)
                .findFirst();
    }

    private Optional<URI> inSitemap(Source source, PortalReader reader, Instant newest, Set<String> known) {
        URI sitemap = source.url().resolve("/sitemap.xml");
        return page(source, sitemap)
                .flatMap(page -> Sitemap.read(page, zone).stream()
                        .takeWhile(entry -> entry.changed().isAfter(newest))
                        .filter(entry -> isNewer(entry.changed(), newest))
                        .filter(entry -> isUnknownArticle(reader, sitemap, entry.url(), known))
                        .map(Sitemap.Entry::url)
                        .findFirst());
    }

    private static boolean isUnknownArticle(PortalReader reader, URI sitemap, URI url, Set<String> known) {
        var link = reader.link(sitemap, url.toString());
        return link.isArticle() && link.key().filter(known::contains).isEmpty();
    }

    private boolean isNewer(Instant at, Instant newest) {
        return at.isAfter(newest.plus(CLEARLY_NEWER))
                && !at.isAfter(clock.instant().plus(Duration.ofDays(1)));
    }
}
