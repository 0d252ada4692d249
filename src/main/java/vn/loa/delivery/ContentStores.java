package vn.loa.delivery;

import vn.loa.store.ArticleStore;
import vn.loa.store.NoticeStore;
import vn.loa.store.SourceStore;

/** Where messages have their content from. */
public record ContentStores(
        ArticleStore articles, SourceStore sources, NoticeStore notices, ChatPreferences preferences) {}
