package vn.loa.watch;

import vn.loa.store.CorrectionStore;
import vn.loa.store.DeliveryStore;

/** Stores in which the watch enters what chats are to be told: of new articles, and of changed ones. */
public record AnnouncementStores(DeliveryStore deliveries, CorrectionStore corrections) {}
