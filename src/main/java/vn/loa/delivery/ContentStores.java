package vn.loa.delivery;

import vn.loa.store.ArticleStore;
import vn.loa.store.NoticeStore;
import vn.loa.store.SourceStore;
import vn.loa.store.StorySkipStore;

/** Stores from which messages have their content. */
public record ContentStores(
        ArticleStore articles,
        SourceStore sources,
        NoticeStore notices,
        StorySkipStore skips,
        ChatPreferences preferences) {}
