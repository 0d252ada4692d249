package vn.loa.store.message;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import vn.loa.model.Bot;
import vn.loa.model.OutgoingMessage;
import vn.loa.store.ChatRow;
import vn.loa.store.Columns;
import vn.loa.store.Database;

/** Corrections and recalls of announcements by hand, and the messages that do not show them yet. */
public final class NoticeAmendmentStore {
    /** Bot API, deleteMessage: a message that is older can not be taken back; corrections keep to the same time. */
    public static final Duration LONGEST = Duration.ofDays(2);

    private static final String BEHIND = """
            FROM notice n JOIN delivery d ON d.notice_id = n.id JOIN message m ON m.id = d.message_id
              JOIN chat c ON c.id = d.chat_id
            WHERE n.amended_at IS NOT NULL AND m.sent_at >= n.amended_at - :longest
              AND (m.amended_at IS NULL OR m.amended_at < n.amended_at)
            """;

    private final Database database;

    public NoticeAmendmentStore(Database database) {
        this.database = database;
    }

    /**
     * Tells of an announcement that was corrected or recalled.
     *
     * @param behind how many of its messages do not show it yet
     */
    public record Status(boolean recalled, Instant at, int behind) {}

    /** Changes an announcement; what waits to be sent is sent in the new form. */
    public void correct(long noticeId, OutgoingMessage message, Instant now) {
        database.write(handle -> handle.createUpdate(
                        "UPDATE notice SET body = :body, amended_at = :now WHERE id = :id AND recalled = 0")
                .bind("body", Columns.json(StoredMessage.of(message)))
                .bind("now", now.toEpochMilli())
                .bind("id", noticeId)
                .execute());
    }

    /**
     * Takes an announcement back; what waits to be sent is not sent, unless its words have gone and only files wait, or a
     * beginning of it stands there. Of what was missing nothing is sent again.
     */
    public void recall(long noticeId, Instant now) {
        database.write(handle -> {
            handle.execute(
                    "DELETE FROM delivery_resend WHERE delivery_id IN (SELECT id FROM delivery WHERE notice_id = ?)",
                    noticeId);
            handle.execute("UPDATE notice SET recalled = 1, amended_at = ? WHERE id = ?", now.toEpochMilli(), noticeId);
            return handle.execute("""
                    UPDATE delivery SET state = 'DEAD', settled_at = ?, last_error = 'recalled by its author'
                    WHERE notice_id = ? AND state = 'QUEUED'
                      AND NOT EXISTS (SELECT 1 FROM delivery_part p WHERE p.delivery_id = delivery.id)
                      AND NOT EXISTS (SELECT 1 FROM delivery_piece p WHERE p.delivery_id = delivery.id)
                    """, now.toEpochMilli(), noticeId);
        });
    }

    /** Returns whether an announcement was corrected or recalled, and how far that has come. */
    public Optional<Status> status(long noticeId) {
        return database.read(handle -> handle.createQuery(
                        "SELECT recalled, amended_at FROM notice WHERE id = :id AND amended_at IS NOT NULL")
                .bind("id", noticeId)
                .map((row, context) -> new Status(
                        row.getInt("recalled") == 1, Columns.instant(row, "amended_at"), behind(handle, noticeId)))
                .findOne());
    }

    private static int behind(Handle handle, long noticeId) {
        return handle.createQuery("SELECT COUNT(*) " + BEHIND + " AND n.id = :id AND c.state = 'ACTIVE'")
                .bind("longest", LONGEST.toMillis())
                .bind("id", noticeId)
                .mapTo(Integer.class)
                .one();
    }

    /** Returns messages of a bot that are to be changed now. */
    public List<NoticeAmendment> due(Bot bot, Instant now, int limit) {
        return database.read(handle -> handle.createQuery("""
                        SELECT c.*, m.id AS message_number, m.external_id AS message_external, m.amend_tries,
                          n.id AS notice_number, n.recalled, n.amended_at AS changed_at
                        """ + BEHIND + """
                          AND m.bot = :bot AND c.state = 'ACTIVE' AND c.hold_until <= :now
                          AND (m.amend_due IS NULL OR m.amend_due <= :now)
                        ORDER BY m.id LIMIT :limit
                        """)
                .bind("longest", LONGEST.toMillis())
                .bind("bot", bot.key())
                .bind("now", now.toEpochMilli())
                .bind("limit", limit)
                .map((row, context) -> new NoticeAmendment(
                        row.getLong("message_number"),
                        ChatRow.chat(row, context),
                        row.getString("message_external"),
                        row.getLong("notice_number"),
                        row.getInt("recalled") == 1,
                        Columns.instant(row, "changed_at"),
                        row.getInt("amend_tries")))
                .list());
    }

    /** Notes that a message shows the change, or never will. */
    public void done(NoticeAmendment amendment) {
        database.write(handle -> handle.execute(
                "UPDATE message SET amended_at = ?, amend_due = NULL, amend_tries = 0 WHERE id = ?",
                amendment.at().toEpochMilli(),
                amendment.messageId()));
    }

    /** Has a message tried again. */
    public void again(NoticeAmendment amendment, Instant due) {
        database.write(handle -> handle.execute(
                "UPDATE message SET amend_due = ?, amend_tries = amend_tries + 1 WHERE id = ?",
                due.toEpochMilli(),
                amendment.messageId()));
    }
}
