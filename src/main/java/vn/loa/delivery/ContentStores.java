package vn.loa.delivery;

import vn.loa.store.article.ArticleStore;
import vn.loa.store.article.SourceStore;
import vn.loa.store.delivery.NoticeStore;
import vn.loa.store.delivery.StorySkipStore;

/** Stores from which messages have their content. */
public record ContentStores(
        ArticleStore articles,
        SourceStore sources,
        NoticeStore notices,
        StorySkipStore skips,
        ChatPreferences preferences) {}
