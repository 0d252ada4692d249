package vn.loa.store.message;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import vn.loa.model.FormerMessageId;

/**
 * Writes the tables {@code message} and {@code message_article} as part of what other stores write: a message becomes due when an article is edited or somebody acknowledges it, and ends with its
 * deliveries. {@link MessageStore} writes the rest.
 */
public final class MessageRows {
    private MessageRows() {}

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

    /**
     * Names the messages of a chat, and their parts, by its former id: the new one numbers messages anew, and no number of
     * the old may be taken for one of the new.
     *
     * @param formerId the platform's number of the chat until now
     */
    public static void stayBehind(Handle handle, long chatId, String formerId) {
        String former = " SET external_id = external_id || ? WHERE external_id NOT LIKE ? AND ";
        String deliveries = "delivery_id IN (SELECT id FROM delivery WHERE chat_id = ?)";
        String mark = FormerMessageId.MARK + formerId;
        String marked = "%" + FormerMessageId.MARK + "%";
        handle.execute("UPDATE message" + former + "chat_id = ?", mark, marked, chatId);
        for (String parts : List.of("delivery_part", "delivery_remaining", "delivery_piece")) {
            handle.execute("UPDATE " + parts + former + deliveries, mark, marked, chatId);
        }
    }

    /** Deletes the messages from before that no delivery belongs to any more. */
    public static void forget(Handle handle, Instant before) {
        String forgotten = " (SELECT m.id FROM message m WHERE m.sent_at < :before"
                + " AND NOT EXISTS (SELECT 1 FROM delivery d WHERE d.message_id = m.id))";
        for (String table : List.of("digest_correction", "message_article")) {
            handle.createUpdate("DELETE FROM " + table + " WHERE message_id IN" + forgotten)
                    .bind("before", before.toEpochMilli())
                    .execute();
        }
        handle.createUpdate("DELETE FROM message WHERE id IN" + forgotten)
                .bind("before", before.toEpochMilli())
                .execute();
    }
}
