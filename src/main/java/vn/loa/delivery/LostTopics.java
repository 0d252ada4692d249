package vn.loa.delivery;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import vn.loa.model.Chat;
import vn.loa.model.ChatAddress;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.Priority;
import vn.loa.phrases.Phrases;

/** Tells a group once, in its general topic, that the forum topic it had chosen is closed or gone. */
final class LostTopics {
    private final Stores stores;
    private final Phrases phrases;
    private final InstantSource clock;

    LostTopics(Stores stores, Phrases phrases, InstantSource clock) {
        this.stores = stores;
        this.phrases = phrases;
        this.clock = clock;
    }

    /** The platform refused this topic. */
    void tell(ChatAddress topic) {
        stores.chats().find(topic).ifPresent(this::tellOnce);
    }

    private void tellOnce(Chat chat) {
        String told = "topic-lost " + chat.id();
        stores.database().transaction(() -> {
            if (stores.settings().get(told).isEmpty()) {
                Instant now = clock.instant();
                stores.settings().set(told, now.toString());
                OutgoingMessage message = OutgoingMessage.plain(phrases.say("topic.lost"));
                long notice = stores.notices().add("topic-lost", message, now);
                stores.deliveries().enqueueNotice(notice, List.of(chat.id()), Priority.NOTICE, now);
            }
        });
    }
}
