package vn.loa.delivery;

import vn.loa.delivery.format.DigestNotes;
import vn.loa.store.article.ArticleStore;
import vn.loa.store.article.SourceStore;
import vn.loa.store.delivery.StorySkipStore;
import vn.loa.store.message.NoticeStore;

/**
 * Stores from which messages have their content.
 *
 * @param notes what digests say besides
 */
public record ContentStores(
        ArticleStore articles,
        SourceStore sources,
        NoticeStore notices,
        StorySkipStore skips,
        ChatPreferences preferences,
        DigestNotes notes) {}
