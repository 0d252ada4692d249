package vn.loa.portal.feed;

import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.loa.fetch.RegisteredDomain;
import vn.loa.portal.address.ArticleKeys;
import vn.loa.portal.address.ArticleLink;
import vn.loa.portal.address.WebAddress;
import vn.loa.portal.list.Headlines;
import vn.loa.text.Folding;
import vn.loa.text.PlainText;

/**
 * Gives the items of a feed their article keys. An item is an article by being there, whatever its address, as long as
 * it stands on a host of the feed's registered domain, or on one that the source allows. One without an address is the site's own, known by its guid; so
 * are several items under one address.
 */
public final class FeedArticles {
    private static final int LONGEST_GUID = 300;

    private final ArticleKeys keys;
    private final URI location;
    private final URI site;
    private final Set<String> shared;
    private final IdentityHashMap<Headlines.Item, ArticleLink> links = new IdentityHashMap<>();

    /**
     * Takes in all items, for an address that several share tells none of them from the others.
     *
     * @param keys the feed's forms of addresses
     * @param location the feed's address
     * @param site what an item without an address is announced with
     */
    public FeedArticles(ArticleKeys keys, URI location, URI site, List<Headlines.Item> items) {
        this.keys = keys;
        this.location = location;
        this.site = site;
        this.shared = shared(items);
    }

    private Set<String> shared(List<Headlines.Item> items) {
        Map<String, Set<String>> guids = new HashMap<>();
        Map<String, Set<String>> titles = new HashMap<>();
        for (Headlines.Item item : items) {
            ArticleLink link = addressed(item);
            links.put(item, link);
            link.key().filter(key -> !item.guid().isBlank()).ifPresent(key -> {
                guids.computeIfAbsent(key, ignored -> new HashSet<>()).add(item.guid());
                titles.computeIfAbsent(key, ignored -> new HashSet<>()).add(item.title());
            });
        }
        return guids.entrySet().stream()
                .filter(each -> each.getValue().size() > 1
                        && Objects.requireNonNull(titles.get(each.getKey())).size() > 1)
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Returns the article that an item is. */
    public ArticleLink read(Headlines.Item item) {
        ArticleLink known = links.get(item);
        ArticleLink link = known == null ? addressed(item) : known;
        boolean isShared =
                link.key().filter(shared::contains).isPresent() && !item.guid().isBlank();
        return isShared ? own(link.url().orElse(site), item) : link;
    }

    private ArticleLink addressed(Headlines.Item item) {
        if (item.link().isBlank()) {
            return own(site, item);
        }
        Optional<URI> address = WebAddress.resolve(location, item.link());
        if (address.isEmpty() || !isOfDomain(address.get())) {
            return ArticleLink.none(address);
        }
        ArticleLink link = keys.read(pageOf(address.get()), location, item.link());
        URI url = link.url().orElse(address.get());
        String route = WebAddress.route(item.link());
        if (!route.isEmpty() && url.getRawFragment() == null) {
            return article(url, "url:" + WebAddress.readablePath(url) + route, URI.create(url + route));
        }
        return link.isArticle() || keys.isFile(url) ? link : byItsPlace(link, url, item);
    }

    /** The rules for lists take this address for a menu, a list or a copy; in a feed it is what the feed tells. */
    private ArticleLink byItsPlace(ArticleLink link, URI url, Headlines.Item item) {
        if (link.key().isPresent()) {
            return new ArticleLink(true, link.key(), link.url());
        }
        return isFront(url) ? own(url, item) : keys.byAddress(url);
    }

    private static boolean isFront(URI url) {
        return WebAddress.readablePath(url).equals("/") && url.getRawQuery() == null;
    }

    private boolean isOfDomain(URI url) {
        return WebAddress.isSameSite(url, location)
                || RegisteredDomain.isShared(url, location)
                || keys.isOnOtherHost(url);
    }

    private URI pageOf(URI url) {
        return WebAddress.isSameSite(url, location)
                ? location
                : URI.create(url.getScheme() + "://" + url.getRawAuthority() + "/");
    }

    /** An article without an address of its own: its guid tells it, else its title. */
    private static ArticleLink own(URI url, Headlines.Item item) {
        String guid = PlainText.start(item.guid(), LONGEST_GUID);
        String identity = guid.isEmpty() ? "title:" + Folding.fold(item.title()) : "guid:" + guid;
        return article(url, identity, url);
    }

    private static ArticleLink article(URI url, String identity, URI address) {
        return new ArticleLink(true, Optional.of(WebAddress.site(url) + "#" + identity), Optional.of(address));
    }
}
