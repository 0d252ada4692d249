package vn.loa.store.chat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import vn.loa.model.Bot;
import vn.loa.model.FormerMessageId;
import vn.loa.store.delivery.StoredAnswer;
import vn.loa.store.inquiry.InquiryStore;

/**
 * Gives what is kept of one chat to another, as part of what {@link ChatStore} writes when a group has become a
 * supergroup. What the new chat has already stays.
 */
final class ChatMove {
    /** Tables with a row or more for a chat by its number, and their other columns. */
    private static final List<Rows> BY_NUMBER = List.of(
            new Rows("subscription", "kind, value, label, created_by, created_at"),
            new Rows(
                    "speaking_times",
                    "digests, quiet_from, quiet_to, quiet_mode, working_days, paused_until, changed_by, changed_at"),
            new Rows("receipt_chat", "since"),
            new Rows("chat_without_pictures", ""),
            new Rows("chat_in_english", ""),
            new Rows("story_skip", "article_id, told_id"),
            new Rows("deadline_reminder", "deadline_id, due_on, days_before, reminded_at"),
            new Rows("deadline_done", "deadline_id, due_on, person, name, done_at"));

    /** Tables with rows for a platform's chat by its id, and their other columns. */
    private static final List<Rows> BY_ADDRESS = List.of(
            new Rows("chat_admin", "person, granted_by, granted_at"),
            new Rows("forum_topic", "topic_id, name"),
            new Rows("approval_request", "person, asked_at"),
            new Rows("general_topic", "item, delivery_id"));

    private ChatMove() {}

    private record Rows(String table, String columns) {
        String more() {
            return columns.isEmpty() ? "" : ", " + columns;
        }
    }

    /** Gives what is kept of a chat by its number to another. */
    static void merge(Handle handle, long from, long to) {
        for (Rows rows : BY_NUMBER) {
            handle.execute(
                    "INSERT INTO " + rows.table() + " (chat_id" + rows.more() + ") SELECT ?" + rows.more() + " FROM "
                            + rows.table() + " WHERE chat_id = ? ON CONFLICT DO NOTHING",
                    to,
                    from);
            // A move that is told twice, or late, must not bring back what the new chat has ended since.
            handle.execute("DELETE FROM " + rows.table() + " WHERE chat_id = ?", from);
        }
        handle.execute("""
                UPDATE chat SET given_name = CASE WHEN given_name = '' THEN
                    (SELECT o.given_name FROM chat o WHERE o.id = ?) ELSE given_name END,
                  unit_id = COALESCE(unit_id, (SELECT o.unit_id FROM chat o WHERE o.id = ?))
                WHERE id = ?
                """, from, from, to);
        InquiryStore.move(handle, from, to);
        handle.execute("""
                UPDATE calendar_link SET chat_id = ? WHERE chat_id = ?
                  AND NOT EXISTS (SELECT 1 FROM calendar_link t WHERE t.chat_id = ?)
                """, to, from, to);
        handle.execute("UPDATE unit_failover SET away_chat = ? WHERE away_chat = ?", to, from);
        announcements(handle, from, to);
    }

    /** Addresses announcements that wait for their time, or for a second person, to the new chat. */
    private static void announcements(Handle handle, long from, long to) {
        handle.createQuery("SELECT notice_id, recipients FROM announcement WHERE state IN ('WAITING', 'APPROVED')")
                .map((row, context) -> new Planned(row.getLong("notice_id"), row.getString("recipients")))
                .list()
                .forEach(planned -> handle.execute(
                        "UPDATE announcement SET recipients = ? WHERE notice_id = ?",
                        planned.to(from, to),
                        planned.noticeId()));
    }

    private record Planned(long noticeId, String recipients) {
        String to(long from, long to) {
            return Arrays.stream(recipients.split(","))
                    .map(id -> id.equals(Long.toString(from)) ? Long.toString(to) : id)
                    .distinct()
                    .collect(Collectors.joining(","));
        }
    }

    /** Gives what is kept of a platform's chat by its id to another, topics included. */
    static void readdress(Handle handle, Bot bot, String oldId, String newId) {
        for (Rows rows : BY_ADDRESS) {
            handle.execute(
                    "INSERT INTO " + rows.table() + " (bot, external_id" + rows.more() + ") SELECT bot, ?" + rows.more()
                            + " FROM " + rows.table() + " WHERE bot = ? AND external_id = ? ON CONFLICT DO NOTHING",
                    newId,
                    bot.key(),
                    oldId);
            handle.execute("DELETE FROM " + rows.table() + " WHERE bot = ? AND external_id = ?", bot.key(), oldId);
        }
        for (String table : List.of("web_link", "web_session")) {
            handle.execute(
                    "UPDATE " + table + " SET external_id = ? WHERE bot = ? AND external_id = ?",
                    newId,
                    bot.key(),
                    oldId);
        }
        owed(handle, bot, oldId, newId);
        remember(handle, bot, oldId, newId);
    }

    private record Owed(long id, String body) {}

    /** The words that an answer answers, and the message that it changes, keep their numbers of the former chat. */
    private static void owed(Handle handle, Bot bot, String oldId, String newId) {
        handle.createQuery("SELECT id, body FROM owed_answer WHERE bot = :bot AND chat_id = :chat")
                .bind("bot", bot.key())
                .bind("chat", oldId)
                .map((row, context) -> new Owed(row.getLong("id"), row.getString("body")))
                .list()
                .forEach(each -> handle.execute(
                        "UPDATE owed_answer SET chat_id = ?, replaces = replaces || ?, body = ? WHERE id = ?",
                        newId,
                        FormerMessageId.MARK + oldId,
                        StoredAnswer.fromFormerChat(each.body(), oldId),
                        each.id()));
    }

    private static void remember(Handle handle, Bot bot, String oldId, String newId) {
        handle.execute("UPDATE former_chat SET moved_to = ? WHERE bot = ? AND moved_to = ?", newId, bot.key(), oldId);
        handle.execute("DELETE FROM former_chat WHERE bot = ? AND external_id IN (?, ?)", bot.key(), oldId, newId);
        handle.execute(
                "INSERT INTO former_chat (bot, external_id, moved_to) SELECT ?, ?, ? WHERE EXISTS ("
                        + "SELECT 1 FROM chat WHERE bot = ? AND external_id = ?)",
                bot.key(),
                oldId,
                newId,
                bot.key(),
                newId);
    }
}
