package vn.loa.store.delivery;

import java.time.Instant;
import org.jdbi.v3.core.Handle;
import vn.loa.store.message.MessageParts;

/** Settles a chat's deliveries when the chat is closed, comes back or gets another id, as part of that change. */
public final class ChatDeliveries {
    private ChatDeliveries() {}

    /** Ends what a chat still waits for, with a reason. */
    public static void end(Handle handle, long chatId, String reason, Instant now) {
        handle.createUpdate("""
                        UPDATE delivery SET state = 'DEAD', settled_at = :now, last_error = :reason,
                          lease_until = NULL, in_flight = 0, suspect = 0
                        WHERE chat_id = :chat AND settled_at IS NULL
                        """)
                .bind("now", now.toEpochMilli())
                .bind("reason", reason)
                .bind("chat", chatId)
                .execute();
    }

    /**
     * Has tried again what a chat waited for when it was closed, unless the portal has withdrawn it. Its patience begins
     * anew.
     *
     * @param reason with which it was ended
     * @param endedAfter what ended before is news no more
     */
    public static void resume(Handle handle, long chatId, String reason, Instant endedAfter, Instant now) {
        handle.createUpdate("""
                        UPDATE delivery SET state = 'QUEUED', settled_at = NULL, due_at = :now, created_at = :now,
                          attempts = 0, digest_at = NULL
                        WHERE chat_id = :chat AND state = 'DEAD' AND last_error = :reason AND settled_at >= :after
                          AND NOT EXISTS (
                            SELECT 1 FROM article a WHERE a.id = delivery.article_id AND a.withdrawn = 1)
                        """)
                .bind("now", now.toEpochMilli())
                .bind("chat", chatId)
                .bind("reason", reason)
                .bind("after", endedAfter.toEpochMilli())
                .execute();
    }

    /**
     * Has what went in part said anew: the numbers of a chat's messages mean nothing any more, for it has become another
     * one.
     */
    public static void renumbered(Handle handle, long chatId) {
        MessageParts.forget(handle, "SELECT id FROM delivery WHERE settled_at IS NULL AND chat_id = " + chatId);
    }

    /** Gives what a chat still waits for to another, but for what that has or waits for already. */
    public static void move(Handle handle, long fromChat, long toChat) {
        renumbered(handle, fromChat);
        handle.createUpdate("""
                        UPDATE delivery SET chat_id = :to WHERE chat_id = :from AND settled_at IS NULL
                          AND NOT EXISTS (SELECT 1 FROM delivery o WHERE o.chat_id = :to
                            AND (o.article_id = delivery.article_id OR o.notice_id = delivery.notice_id))
                        """).bind("to", toChat).bind("from", fromChat).execute();
    }
}
