package vn.loa.delivery;

import vn.loa.store.Database;
import vn.loa.store.DeliveryStore;
import vn.loa.store.DigestStore;
import vn.loa.store.MessageStore;
import vn.loa.store.SpeakingStore;

/** Deliveries that wait to be sent, the messages that told them, and the times at which their chats may be told. */
public record Backlog(
        Database database,
        DeliveryStore deliveries,
        MessageStore messages,
        DigestStore digests,
        SpeakingStore speaking) {}
