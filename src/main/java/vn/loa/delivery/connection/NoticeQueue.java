package vn.loa.delivery.connection;

import java.time.Instant;
import java.util.List;
import vn.loa.model.Chat;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.Priority;
import vn.loa.store.delivery.DeliveryStore;
import vn.loa.store.message.NoticeStore;

/** Enters Loa's own messages into the ledger. */
public record NoticeQueue(NoticeStore notices, DeliveryStore deliveries) {
    /** Enters a message for one chat; joins the caller's transaction. */
    public void add(String topic, OutgoingMessage message, Chat chat, Priority priority, Instant at) {
        long notice = notices.add(topic, message, at);
        deliveries.enqueueNotice(notice, List.of(chat.id()), priority, at);
    }
}
