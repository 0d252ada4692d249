package vn.loa.watch;

import vn.loa.store.Database;
import vn.loa.store.article.ArticleStore;
import vn.loa.store.article.HeadlineStore;
import vn.loa.store.article.SourceStore;
import vn.loa.store.document.DocumentStore;

/** Stores in which the watch keeps what it knows of sources and what it found there. */
public record WatchStores(
        Database database,
        SourceStore sources,
        HeadlineStore headlines,
        ArticleStore articles,
        DocumentStore documents) {}
