package vn.loa.store.delivery;

import java.util.List;
import org.jdbi.v3.core.Handle;
import vn.loa.model.ChatAddress;
import vn.loa.model.Delivery;

/** Which delivery tells an item in the general topic of a forum when its own topic is lost: one of them, once. */
final class GeneralTopics {
    private GeneralTopics() {}

    /** Returns those of these claimed deliveries of a lost topic that another tells there; the others are told by these. */
    static List<Delivery> toldByOthers(Handle handle, List<Delivery> claimed) {
        return claimed.stream()
                .filter(delivery -> ownDelivery(handle, delivery) || !take(handle, delivery))
                .toList();
    }

    /** Returns whether the general topic is told the item because it is a recipient itself. */
    private static boolean ownDelivery(Handle handle, Delivery delivery) {
        ChatAddress chat = delivery.chat().address();
        return handle.createQuery("""
                                SELECT COUNT(*) FROM chat c JOIN delivery o ON o.chat_id = c.id
                                WHERE c.bot = :bot AND c.external_id = :external AND c.topic_id = '' AND o.id <> :id
                                  AND o.state <> 'DEAD' AND (o.article_id = :article OR o.notice_id = :notice)
                                """)
                        .bind("bot", chat.bot().key())
                        .bind("external", chat.chatId())
                        .bind("id", delivery.id())
                        .bind("article", delivery.articleId().orElse(-1))
                        .bind("notice", delivery.noticeId().orElse(-1))
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    /** Returns whether this delivery is the one that tells the item. */
    private static boolean take(Handle handle, Delivery delivery) {
        ChatAddress chat = delivery.chat().address();
        String item = delivery.articleId().isPresent()
                ? "a" + delivery.articleId().getAsLong()
                : "n" + delivery.noticeId().orElseThrow();
        handle.execute("""
                INSERT INTO general_topic (bot, external_id, item, delivery_id) VALUES (?, ?, ?, ?)
                ON CONFLICT (bot, external_id, item) DO NOTHING
                """, chat.bot().key(), chat.chatId(), item, delivery.id());
        return handle.createQuery("""
                                SELECT delivery_id FROM general_topic
                                WHERE bot = :bot AND external_id = :external AND item = :item
                                """)
                        .bind("bot", chat.bot().key())
                        .bind("external", chat.chatId())
                        .bind("item", item)
                        .mapTo(Long.class)
                        .one()
                == delivery.id();
    }

    /** Forgets what was told by deliveries that are forgotten. */
    static void forget(Handle handle) {
        handle.execute("DELETE FROM general_topic WHERE NOT EXISTS"
                + " (SELECT 1 FROM delivery d WHERE d.id = general_topic.delivery_id)");
    }
}
