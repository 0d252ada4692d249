package vn.loa.delivery;

import vn.loa.store.Database;
import vn.loa.store.chat.SpeakingStore;
import vn.loa.store.delivery.DeliveryStore;
import vn.loa.store.delivery.DigestStore;
import vn.loa.store.message.MessageStore;

/** Deliveries that wait to be sent, the messages that told them, and the times at which their chats may be told. */
public record Backlog(
        Database database,
        DeliveryStore deliveries,
        MessageStore messages,
        DigestStore digests,
        SpeakingStore speaking) {}
