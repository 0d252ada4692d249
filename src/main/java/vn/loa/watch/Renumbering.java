package vn.loa.watch;

import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.loa.model.Headline;
import vn.loa.store.article.ListItem;

/**
 * Finds the items of a list that have the keys of other known articles, as after a portal has given its articles other
 * numbers. A title that an editor has changed to that of another article is no such thing: only an exchange proves it, in
 * which the key of the article that moved shows another one that moved. Pure.
 */
final class Renumbering {
    private final KnownItems known;
    private final Map<Headline, ListItem> moved = new IdentityHashMap<>();
    /** The keys of articles that are listed under their own key and title, or that an item has moved to. */
    private final Set<String> taken = new HashSet<>();

    /** Compares a list with what is known. */
    Renumbering(KnownItems known, List<Headline> headlines) {
        this.known = known;
        headlines.forEach(headline -> known.byKey(headline)
                .filter(item -> KnownItems.isTitled(item, headline))
                .ifPresent(item -> taken.add(item.articleKey())));
        Set<String> left = new HashSet<>();
        for (Headline headline : headlines) {
            known.byKey(headline)
                    .ifPresent(other -> target(other, headline).ifPresent(item -> {
                        taken.add(item.articleKey());
                        moved.put(headline, item);
                        left.add(other.articleKey());
                    }));
        }
        if (moved.values().stream().noneMatch(item -> left.contains(item.articleKey()))) {
            moved.clear();
        }
    }

    /**
     * Two titles of one article, of which one was edited, have words in common; and two articles may have one title, so
     * both must be of one day, where the days are known.
     */
    private Optional<ListItem> target(ListItem other, Headline headline) {
        if (KnownItems.isTitled(other, headline) || KnownItems.areAlike(other.title(), headline.title())) {
            return Optional.empty();
        }
        return known.titled(headline).stream()
                .filter(item -> !taken.contains(item.articleKey()))
                .filter(item -> KnownItems.isAbout(item, headline))
                .findFirst();
    }

    /** Returns the article that an item is, though it has the key of another one. */
    Optional<ListItem> article(Headline headline) {
        return Optional.ofNullable(moved.get(headline));
    }
}
