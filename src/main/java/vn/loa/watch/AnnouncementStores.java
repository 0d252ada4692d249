package vn.loa.watch;

import vn.loa.store.article.StoryStore;
import vn.loa.store.delivery.DeliveryStore;
import vn.loa.store.delivery.StorySkipStore;
import vn.loa.store.message.CorrectionStore;

/** Stores in which the watch enters what chats are to be told: of new articles, and of changed ones. */
public record AnnouncementStores(
        DeliveryStore deliveries, CorrectionStore corrections, StoryStore stories, StorySkipStore skips) {}
