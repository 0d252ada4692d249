package vn.loa.watch;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vn.loa.model.Headline;
import vn.loa.portal.address.ArticleKeys;
import vn.loa.portal.address.WebAddress;
import vn.loa.store.article.ListItem;
import vn.loa.text.Folding;

/** Finds what a source's list has shown before, by key, by guid and by title. Pure. */
final class KnownItems {
    private static final double ALIKE = 0.5;
    private static final Duration LATER = Duration.ofDays(1);

    private final Map<String, List<ListItem>> byKey = new HashMap<>();
    private final Map<String, ListItem> byGuid = new HashMap<>();
    private final Map<String, List<ListItem>> byAddress = new HashMap<>();
    private final Map<String, List<ListItem>> byTitle = new HashMap<>();

    /** Takes in what the list has shown, the last seen first. */
    KnownItems(List<ListItem> remembered) {
        for (ListItem item : remembered) {
            index(byKey, item.addressKey(), item);
            if (!item.articleKey().equals(item.addressKey())) {
                index(byKey, item.articleKey(), item);
            }
            if (!item.guid().isEmpty()) {
                byGuid.putIfAbsent(plain(item.guid()), item);
            }
            if (hasPageOfItsOwn(item.articleKey())) {
                index(byAddress, WebAddress.withoutScheme(item.url()), item);
            }
            index(byTitle, Folding.fold(item.title()), item);
        }
    }

    private static void index(Map<String, List<ListItem>> index, String word, ListItem item) {
        index.computeIfAbsent(word, ignored -> new ArrayList<>()).add(item);
    }

    /** Guids that are addresses are the same under another scheme, and with a version after a number sign. */
    private static String plain(String guid) {
        boolean isAddress = guid.startsWith("http://") || guid.startsWith("https://");
        return isAddress ? guid.replaceFirst("^https?://", "").replaceFirst("#\\d*$", "") : guid;
    }

    /**
     * Returns the article that had this key or address; of several the one with the same title, else the last seen. A
     * key of former times counts only with the same title, but an address that is the same by every letter is proof where
     * its key is made in another way than before.
     */
    Optional<ListItem> byKey(Headline headline) {
        List<ListItem> found = byKey.getOrDefault(headline.key(), List.of());
        return titled(found.stream(), headline)
                .or(() -> found.stream().findFirst())
                .or(() -> titled(at(headline).stream(), headline))
                .or(() -> at(headline).stream().findFirst().filter(item -> isOnly(item, headline)))
                .or(() -> titled(formerly(headline), headline));
    }

    private List<ListItem> at(Headline headline) {
        return hasPageOfItsOwn(headline.key())
                ? byAddress.getOrDefault(WebAddress.withoutScheme(headline.url()), List.of())
                : List.of();
    }

    /** Several articles may share an address; each has a key of the same form then. */
    private boolean isOnly(ListItem item, Headline headline) {
        return !form(item.addressKey()).equals(form(headline.key()))
                && at(headline).stream().map(ListItem::articleKey).distinct().count() == 1;
    }

    /** Returns what a key begins with, which says how it was made: {@code nv}, {@code url}. */
    static String form(String key) {
        return key.substring(key.indexOf('#') + 1).replaceFirst(":.*$", "");
    }

    private static boolean hasPageOfItsOwn(String key) {
        return !key.contains(ArticleKeys.BY_TITLE);
    }

    private Stream<ListItem> formerly(Headline headline) {
        return headline.aliases().stream().flatMap(alias -> byKey.getOrDefault(alias, List.of()).stream());
    }

    private static Optional<ListItem> titled(Stream<ListItem> items, Headline headline) {
        return items.filter(item -> isTitled(item, headline)).findFirst();
    }

    static boolean isTitled(ListItem item, Headline headline) {
        return Folding.fold(item.title()).equals(Folding.fold(headline.title()));
    }

    /** Returns the article with this guid. */
    Optional<ListItem> byGuid(String guid) {
        return Optional.ofNullable(byGuid.get(plain(guid)));
    }

    /** Returns the articles with this title, the last seen first. */
    List<ListItem> titled(Headline headline) {
        return byTitle.getOrDefault(Folding.fold(headline.title()), List.of());
    }

    /**
     * Returns those guids by which articles can be told: all of them when no two articles share one and each article
     * has kept its own, else none.
     */
    Map<String, String> reliable(List<Headline> headlines, Map<String, String> guids) {
        Set<String> distinct = new HashSet<>();
        for (Headline headline : headlines) {
            String guid = guids.getOrDefault(headline.key(), "");
            boolean shared = !guid.isEmpty() && !distinct.add(plain(guid));
            boolean changed = !guid.isEmpty()
                    && byKey(headline)
                            .filter(item -> !item.guid().isEmpty()
                                    && !plain(item.guid()).equals(plain(guid)))
                            .isPresent();
            if (shared || changed) {
                return Map.of();
            }
        }
        return guids;
    }

    /**
     * Returns true when a number or guid is used again for another article, as by a portal that was rebuilt: the
     * address, the title and, by a day or more, the date are others.
     */
    static boolean isUsedAgain(ListItem item, Headline headline) {
        Optional<Instant> now = headline.published().instant();
        boolean later = now.isPresent()
                && item.published().isPresent()
                && !now.get().isBefore(item.published().get().plus(LATER));
        return later && !path(item.url()).equals(path(headline.url())) && !areAlike(item.title(), headline.title());
    }

    /** Returns whether less than a day lies between the two dates, as far as they are known. */
    static boolean isAbout(ListItem item, Headline headline) {
        return item.published()
                .flatMap(then -> headline.published()
                        .instant()
                        .map(now -> Duration.between(then, now).abs()))
                .filter(apart -> apart.compareTo(LATER) >= 0)
                .isEmpty();
    }

    /** Returns whether both stand under the same name of a page, whatever the folders before it. */
    static boolean isSamePage(ListItem item, Headline headline) {
        return WebAddress.isSamePage(item.url(), headline.url());
    }

    private static String path(URI url) {
        return Optional.ofNullable(url.getRawPath()).orElse("");
    }

    /** Two titles of one article, of which one was edited, have most of their words in common. */
    static boolean areAlike(String one, String other) {
        Set<String> words = words(one);
        Set<String> all = new HashSet<>(words);
        Set<String> others = words(other);
        all.addAll(others);
        words.retainAll(others);
        return words.size() >= ALIKE * all.size();
    }

    private static Set<String> words(String title) {
        return new HashSet<>(Arrays.asList(Folding.fold(title).split(" ")));
    }
}
