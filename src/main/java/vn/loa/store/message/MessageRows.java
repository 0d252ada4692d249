package vn.loa.store.message;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import vn.loa.model.Delivery;

/**
 * Writes the tables {@code message} and {@code message_article} as part of what other stores write: a message begins when
 * its deliveries are sent, becomes due when an article is edited or somebody acknowledges it, and ends with its
 * deliveries. {@link MessageStore} writes the rest.
 */
public final class MessageRows {
    private MessageRows() {}

    /**
     * Adds the message by which claimed deliveries were sent. It is due for a correction when an article was edited
     * meanwhile, and for a count of receipts when somebody has acknowledged it before we knew that it arrived.
     *
     * @param locked what keeps edits of the articles waiting until the message is there to be corrected
     * @param deliveries at least one, all still claimed by the caller
     * @param revisions which revision of its article the message tells, by the delivery's number; nothing for notices
     * @return its number
     */
    public static long add(
            Handle handle,
            Collection<Delivery> deliveries,
            Map<Long, Integer> revisions,
            String externalId,
            Instant now,
            String locked) {
        long first = deliveries.iterator().next().id();
        long message = handle.createQuery("""
                        INSERT INTO message (bot, chat_id, external_id, sent_at, receipt_count_due)
                        SELECT bot, chat_id, :external, :now,
                          CASE WHEN EXISTS (SELECT 1 FROM receipt r WHERE r.delivery_id IN (<ids>)) THEN :now END
                        FROM delivery WHERE id = :first
                        RETURNING id
                        """)
                .bind("external", externalId)
                .bind("now", now.toEpochMilli())
                .bindList("ids", deliveries.stream().map(Delivery::id).toList())
                .bind("first", first)
                .mapTo(Long.class)
                .one();
        boolean edited = false;
        for (Delivery delivery : deliveries) {
            edited |= delivery.articleId().isPresent()
                    && addArticle(
                            handle,
                            message,
                            delivery.articleId().getAsLong(),
                            revisions.getOrDefault(delivery.id(), 0),
                            locked);
        }
        if (edited) {
            handle.createUpdate("UPDATE message SET correction_due = :now WHERE id = :message")
                    .bind("now", now.toEpochMilli())
                    .bind("message", message)
                    .execute();
        }
        return message;
    }

    /** Returns whether the article has a later revision than the message tells. */
    private static boolean addArticle(Handle handle, long message, long article, int revision, String locked) {
        handle.createUpdate("""
                        INSERT INTO message_article (message_id, article_id, first_revision, shown_revision)
                        VALUES (:message, :article, :revision, :revision)
                        """)
                .bind("message", message)
                .bind("article", article)
                .bind("revision", revision)
                .execute();
        return handle.createQuery("SELECT revision FROM article WHERE id = :article" + locked)
                        .bind("article", article)
                        .mapTo(Integer.class)
                        .one()
                > revision;
    }

    /** Has the messages that tell an article brought up to date. */
    static void edited(Handle handle, long articleId, Instant now) {
        handle.createUpdate("""
                        UPDATE message SET correction_due = :now, correction_tries = 0
                        WHERE id IN (SELECT message_id FROM delivery WHERE article_id = :article AND state = 'SENT')
                          AND chat_id IN (SELECT id FROM chat WHERE state = 'ACTIVE')
                        """)
                .bind("now", now.toEpochMilli())
                .bind("article", articleId)
                .execute();
    }

    /** Has the message by which a delivery travelled show a new count of receipts; none is there before it was sent. */
    public static void acknowledged(Handle handle, long deliveryId, Instant now) {
        handle.createUpdate("""
                        UPDATE message SET receipt_count_tries = 0, receipt_count_due = COALESCE(receipt_count_due,
                          CASE WHEN receipt_count_at + :pause > :now THEN receipt_count_at + :pause ELSE :now END)
                        WHERE id = (SELECT message_id FROM delivery WHERE id = :delivery)
                        """)
                .bind("pause", MessageStore.BETWEEN_COUNTS.toMillis())
                .bind("now", now.toEpochMilli())
                .bind("delivery", deliveryId)
                .execute();
    }

    /** Leaves the messages of a chat as they are: it is not spoken to any more. */
    public static void leave(Handle handle, long chatId) {
        handle.createUpdate("""
                        UPDATE message SET correction_due = NULL, receipt_count_due = NULL
                        WHERE chat_id = :chat AND (correction_due IS NOT NULL OR receipt_count_due IS NOT NULL)
                        """).bind("chat", chatId).execute();
    }

    /** Deletes the messages from before that no delivery belongs to any more. */
    public static void forget(Handle handle, Instant before) {
        String forgotten = " (SELECT m.id FROM message m WHERE m.sent_at < :before"
                + " AND NOT EXISTS (SELECT 1 FROM delivery d WHERE d.message_id = m.id))";
        handle.createUpdate("DELETE FROM message_article WHERE message_id IN" + forgotten)
                .bind("before", before.toEpochMilli())
                .execute();
        handle.createUpdate("DELETE FROM message WHERE id IN" + forgotten)
                .bind("before", before.toEpochMilli())
                .execute();
    }
}
