package vn.loa.watch;

import java.util.List;
import java.util.Set;
import vn.loa.model.Published;
import vn.loa.store.article.HeadlineStore;
import vn.loa.store.article.ListItem;
import vn.loa.store.article.ListItemStore;
import vn.loa.store.article.PendingHeadline;
import vn.loa.store.article.SourceStore;

/**
 * Tells of a new article whose list names no day, once its own page does, whether it is from before the source's first
 * list and has only slid in below what was known.
 */
final class ArticlesFromBefore {
    private static final int MOST_LISTED = 500;

    private final SourceStore sources;
    private final HeadlineStore headlines;
    private final ListItemStore items;

    ArticlesFromBefore(SourceStore sources, HeadlineStore headlines, ListItemStore items) {
        this.sources = sources;
        this.headlines = headlines;
        this.items = items;
    }

    /** Returns whether an article is no news, by the day that its page tells. */
    boolean contains(PendingHeadline pending, Published told) {
        boolean undated = pending.headline().published().instant().isEmpty();
        return undated
                && sources.check(pending.sourceId())
                        .firstGood()
                        .filter(first ->
                                ListComparison.isFromBefore(pending.headline().publishedAt(told), first))
                        .isPresent()
                && isBelowKnown(pending);
    }

    /** Items found together with the article, or later, say nothing of its place, whichever of them is read first. */
    private boolean isBelowKnown(PendingHeadline pending) {
        List<ListItem> listed = items.remembered(pending.sourceId(), MOST_LISTED);
        Set<String> known = headlines.foundBefore(
                pending, listed.stream().map(ListItem::articleKey).toList());
        return listed.stream()
                .filter(item -> item.articleKey().equals(pending.headline().key()))
                .anyMatch(own -> listed.stream()
                        .anyMatch(item -> item.position() < own.position()
                                && item.seenAt().equals(own.seenAt())
                                && known.contains(item.articleKey())));
    }
}
