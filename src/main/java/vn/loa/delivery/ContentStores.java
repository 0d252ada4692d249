package vn.loa.delivery;

import vn.loa.store.ArticleStore;
import vn.loa.store.NoticeStore;
import vn.loa.store.SourceStore;

/** Stores from which messages have their content. */
public record ContentStores(
        ArticleStore articles, SourceStore sources, NoticeStore notices, ChatPreferences preferences) {}
