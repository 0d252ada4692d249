package vn.loa.watch;

import vn.loa.store.CorrectionStore;
import vn.loa.store.DeliveryStore;
import vn.loa.store.StorySkipStore;
import vn.loa.store.StoryStore;

/** Stores in which the watch enters what chats are to be told: of new articles, and of changed ones. */
public record AnnouncementStores(
        DeliveryStore deliveries, CorrectionStore corrections, StoryStore stories, StorySkipStore skips) {}
