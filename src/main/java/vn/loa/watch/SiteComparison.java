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
import vn.loa.model.Published;
import vn.loa.model.Source;
import vn.loa.portal.ArticleReading;
import vn.loa.portal.PortalReader;
import vn.loa.store.article.ListItemStore;

/** Looks whether a site has news, in its feeds, on its home page or in its sitemap, that a list of it does not show. */
final class SiteComparison {
    private static final int MOST_FEEDS = 2;
    private static final int MOST_REMEMBERED = 5_000;
    /** Pages of a sitemap that are opened for the date of their article. */
    private static final int MOST_OPENED = 3;
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

    /** Names how much of a site could be looked at. */
    enum Coverage {
        ALL,
        /** Some of it did not answer. */
        PART,
        /** Loa itself was asking the host other things; to be looked at soon. */
        PUT_OFF
    }

    /**
     * Holds the result of a comparison.
     *
     * @param newer the address of an article that is clearly newer than the list's newest and unknown to the list
     * @param coverage which tells, where nothing was found, whether nothing is there
     */
    record Finding(Optional<URI> newer, Coverage coverage) {}

    /**
     * Looks for an article of the site that is clearly newer than a list's newest and unknown to the list.
     *
     * @param feeds that the list declares
     */
    Finding newerThan(Instant newest, Source source, PortalReader reader, List<URI> feeds) {
        Look look = new Look(newest, source, reader);
        Optional<URI> newer = look.at(feeds);
        return new Finding(newer, look.coverage);
    }

    /** One look at a site, which ends as soon as something is found, or the host is busy. */
    private final class Look {
        private final Instant newest;
        private final Source source;
        private final PortalReader reader;
        private final Set<String> known;
        private Coverage coverage = Coverage.ALL;

        Look(Instant newest, Source source, PortalReader reader) {
            this.newest = newest;
            this.source = source;
            this.reader = reader;
            this.known = items.remembered(source.id(), MOST_REMEMBERED).stream()
                    .flatMap(item -> Stream.of(item.articleKey(), item.addressKey()))
                    .collect(Collectors.toSet());
        }

        Optional<URI> at(List<URI> feeds) {
            Stream<URI> lists = Stream.concat(
                            feeds.stream().limit(MOST_FEEDS),
                            Stream.of(source.url().resolve("/")))
                    .filter(list -> !list.equals(source.url()))
                    .distinct();
            return lists.flatMap(list -> page(list).stream())
                    .flatMap(page -> newer(page).stream())
                    .findFirst()
                    .or(this::inSitemap);
        }

        private Optional<Page> page(URI url) {
            if (coverage == Coverage.PUT_OFF) {
                return Optional.empty();
            }
            FetchResult result = fetcher.fetch(FetchRequest.of(url).onBehalfOf(source));
            if (result instanceof FetchResult.Busy) {
                coverage = Coverage.PUT_OFF;
            } else if (result instanceof FetchResult.Failed || result instanceof FetchResult.RateLimited) {
                coverage = Coverage.PART;
            }
            return result instanceof FetchResult.Fetched fetched
                            && fetched.page().status() == 200
                    ? Optional.of(fetched.page())
                    : Optional.empty();
        }

        private Optional<URI> newer(Page page) {
            return reader.readListing(page).headlines().stream()
                    .filter(headline -> !known.contains(headline.key()))
                    .filter(headline -> isNewer(headline.published()))
                    .map(Headline::url)
                    .findFirst();
        }

        /** A sitemap tells when a page was changed, if only by a comma, so the article's own date decides. */
        private Optional<URI> inSitemap() {
            URI sitemap = source.url().resolve("/sitemap.xml");
            List<URI> changed = page(sitemap).stream()
                    .flatMap(page -> reader.readSitemap(page, zone).stream())
                    .filter(entry -> isNewer(entry.changed()) && isUnknownArticle(sitemap, entry.url()))
                    .map(entry -> entry.url())
                    .limit(MOST_OPENED)
                    .toList();
            return changed.stream().filter(this::isNewArticle).findFirst();
        }

        private boolean isUnknownArticle(URI sitemap, URI url) {
            var link = reader.link(sitemap, url.toString());
            return link.isArticle() && link.key().filter(known::contains).isEmpty();
        }

        private boolean isNewArticle(URI url) {
            return page(url)
                    .map(reader::readArticle)
                    .filter(ArticleReading.Read.class::isInstance)
                    .map(ArticleReading.Read.class::cast)
                    .filter(read -> isNewer(read.content().published()))
                    .isPresent();
        }

        private boolean isNewer(Published published) {
            return published.instant().filter(this::isNewer).isPresent();
        }

        private boolean isNewer(Instant at) {
            return at.isAfter(newest.plus(CLEARLY_NEWER))
                    && !at.isAfter(clock.instant().plus(Duration.ofDays(1)));
        }
    }
}
