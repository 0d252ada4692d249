package vn.loa.store.delivery;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import vn.loa.model.ChatAddress;
import vn.loa.model.Priority;
import vn.loa.store.Columns;
import vn.loa.store.DeliveryProgress;
import vn.loa.store.message.MessageParts;
import vn.loa.store.message.MessageRows;

/** Settles a chat's deliveries when the chat is closed, comes back or gets another id, as part of that change. */
public final class ChatDeliveries {
    private static final String OF_PERSON =
            "chat_id IN (SELECT id FROM chat WHERE bot = :bot AND external_id = :external)";

    /**
     * Tells what has waited for a person.
     *
     * @param due how many messages are due now
     * @param ended how many news have waited too long and are not sent any more
     * @param endedSince when the first of these was accepted; empty for none
     */
    public record Awaited(int due, int ended, Optional<Instant> endedSince) {
        /** Nothing waited. */
        public static final Awaited NOTHING = new Awaited(0, 0, Optional.empty());

        public Awaited {
            Objects.requireNonNull(endedSince);
        }
    }

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
     * Ends what has waited for a person to write since before a time; what is under way is left to its sender. The waiting
     * for a digest, or for the end of a pause, is none for the person.
     */
    public static void endOlder(Handle handle, ChatAddress person, Instant before, Instant now) {
        handle.createUpdate("UPDATE delivery SET state = 'DEAD', settled_at = :now, suspect = 0,"
                        + " last_error = 'the person did not write in time'"
                        + " WHERE state = 'QUEUED' AND COALESCE(digest_at, created_at) < :before AND " + OF_PERSON)
                .bind("now", now.toEpochMilli())
                .bind("before", before.toEpochMilli())
                .bind("bot", person.bot().key())
                .bind("external", person.chatId())
                .execute();
    }

    /**
     * Has what waited until a person wrote told as one digest, the newest first; what waits for a digest of the chat's own
     * goes with that.
     *
     * @param since from when on it has waited
     * @param oldest what was accepted before is news no more
     */
    public static Awaited catchUp(Handle handle, ChatAddress person, Instant since, Instant oldest, Instant now) {
        endOlder(handle, person, oldest, now);
        handle.createUpdate("UPDATE delivery SET digest_at = :now, due_at = :now WHERE state = 'QUEUED'"
                        + " AND (digest_at IS NULL OR digest_at <= :now) AND no_digest = 0 AND article_id IS NOT NULL"
                        + " AND priority = :priority AND " + OF_PERSON)
                .bind("now", now.toEpochMilli())
                .bind("priority", Priority.ORDINARY.rank())
                .bind("bot", person.bot().key())
                .bind("external", person.chatId())
                .execute();
        handle.createUpdate("INSERT INTO digest (chat_id, digest_at, newest_first)"
                        + " SELECT DISTINCT chat_id, digest_at, 1 FROM delivery WHERE state = 'QUEUED'"
                        + " AND digest_at = :now AND " + OF_PERSON
                        + " ON CONFLICT (chat_id, digest_at) DO UPDATE SET newest_first = 1")
                .bind("now", now.toEpochMilli())
                .bind("bot", person.bot().key())
                .bind("external", person.chatId())
                .execute();
        return awaited(handle, person, since, now);
    }

    private static Awaited awaited(Handle handle, ChatAddress person, Instant since, Instant now) {
        String ended = "state = 'DEAD' AND article_id IS NOT NULL AND settled_at >= :since";
        return handle.createQuery("SELECT COUNT(CASE WHEN state = 'QUEUED' AND due_at <= :now THEN 1 END) AS due,"
                        + " COUNT(CASE WHEN " + ended + " THEN 1 END) AS ended, MIN(CASE WHEN " + ended
                        + " THEN created_at END) AS ended_since FROM delivery WHERE " + OF_PERSON)
                .bind("now", now.toEpochMilli())
                .bind("since", since.toEpochMilli())
                .bind("bot", person.bot().key())
                .bind("external", person.chatId())
                .map((row, context) -> new Awaited(
                        row.getInt("due"), row.getInt("ended"), Columns.optionalInstant(row, "ended_since")))
                .one();
    }

    /**
     * Has what went in part said anew: the numbers of a chat's messages mean nothing any more, for it has become another
     * one. What has arrived but for some files is not said again; its files answer no words any more.
     *
     * @param formerId the platform's number of the chat until now
     */
    public static void renumbered(Handle handle, long chatId, String formerId) {
        // Whoever settles one of these meanwhile waits until the chat has its new number, and looks at it.
        handle.execute("UPDATE delivery SET chat_id = chat_id WHERE chat_id = ? AND settled_at IS NULL", chatId);
        DeliveryProgress.forget(handle, "SELECT id FROM delivery WHERE settled_at IS NULL AND chat_id = " + chatId);
        MessageParts.forgetWords(handle, chatId);
        MessageRows.stayBehind(handle, chatId, formerId);
    }

    /**
     * Gives what a chat was told and still waits for to another, but for what that has or waits for already. What the one
     * was told the other neither waits for nor misses any more: people find it there, and it is corrected there.
     *
     * @param formerId the platform's number of the first chat
     */
    public static void move(Handle handle, long fromChat, String formerId, long toChat) {
        renumbered(handle, fromChat, formerId);
        forgetTold(handle, fromChat, toChat);
        handle.createUpdate("""
                        UPDATE delivery SET chat_id = :to WHERE chat_id = :from
                          AND NOT EXISTS (SELECT 1 FROM delivery o WHERE o.chat_id = :to
                            AND (o.article_id = delivery.article_id OR o.notice_id = delivery.notice_id))
                        """).bind("to", toChat).bind("from", fromChat).execute();
        handle.createUpdate("""
                        UPDATE message SET chat_id = :to WHERE chat_id = :from AND EXISTS (
                          SELECT 1 FROM delivery d WHERE d.message_id = message.id AND d.chat_id = :to)
                        """).bind("to", toChat).bind("from", fromChat).execute();
    }
    /** Forgets what a chat waits for, or did not get, that another was told; of what stands there in part the rest follows. */
    private static void forgetTold(Handle handle, long toldChat, long chat) {
        String told = "SELECT d.id FROM delivery d JOIN delivery o"
                + " ON o.article_id = d.article_id OR o.notice_id = d.notice_id"
                + " WHERE d.state IN ('QUEUED', 'DEAD') AND o.state = 'SENT'"
                + " AND NOT EXISTS (SELECT 1 FROM delivery_part p WHERE p.delivery_id = d.id)"
                + " AND NOT EXISTS (SELECT 1 FROM delivery_piece p WHERE p.delivery_id = d.id)"
                + " AND d.chat_id = " + chat + " AND o.chat_id = " + toldChat;
        DeliveryProgress.forget(handle, told);
        handle.execute("DELETE FROM delivery WHERE id IN (" + told + ")");
    }
}
