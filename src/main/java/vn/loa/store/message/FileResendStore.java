package vn.loa.store.message;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import vn.loa.model.Bot;
import vn.loa.store.ChatRow;
import vn.loa.store.Columns;
import vn.loa.store.Database;

/**
 * Keeps which missing files of announcements are to be sent again: an entry a delivery, from the wish until each of its
 * files has arrived or is given up. The reason of a missing file is empty meanwhile, as it is while the file waits the first
 * time.
 */
public final class FileResendStore {
    private static final String MISSING = """
            FROM delivery d JOIN chat c ON c.id = d.chat_id JOIN notice n ON n.id = d.notice_id
            WHERE d.notice_id = :notice AND d.state = 'SENT' AND n.recalled = 0
              AND EXISTS (SELECT 1 FROM delivery_missing g WHERE g.delivery_id = d.id)
            """;

    private static final String CAN_BE_SENT =
            " AND c.state = 'ACTIVE' AND NOT EXISTS" + " (SELECT 1 FROM delivery_resend r WHERE r.delivery_id = d.id)";

    private final Database database;

    public FileResendStore(Database database) {
        this.database = database;
    }

    /**
     * Tells where files of an announcement are missing.
     *
     * @param open the chats to which they can be sent
     * @param underWay those to which they are being sent again
     * @param left those that the bot has left
     */
    public record Places(int open, int underWay, int left) {
        /** Returns whether nothing is missing anywhere. */
        public boolean isEmpty() {
            return open + underWay + left == 0;
        }
    }

    /** Returns where files of an announcement are missing; nowhere once it was taken back. */
    public Places places(long noticeId) {
        return database.read(handle -> new Places(
                count(handle, CAN_BE_SENT, noticeId),
                count(handle, " AND EXISTS (SELECT 1 FROM delivery_resend r WHERE r.delivery_id = d.id)", noticeId),
                count(handle, " AND c.state <> 'ACTIVE'", noticeId)));
    }

    private static int count(Handle handle, String where, long noticeId) {
        return handle.createQuery("SELECT COUNT(*) " + MISSING + where)
                .bind("notice", noticeId)
                .mapTo(Integer.class)
                .one();
    }

    /** Returns whether an announcement was taken back. */
    public boolean isRecalled(long noticeId) {
        return database.read(handle -> handle.createQuery("SELECT COUNT(*) FROM notice WHERE id = :id AND recalled = 1")
                .bind("id", noticeId)
                .mapTo(Integer.class)
                .map(found -> found > 0)
                .one());
    }

    /**
     * Has the missing files of an announcement sent again, wherever they can be and are not yet.
     *
     * @return to how many chats
     */
    public int want(long noticeId, Instant now) {
        return database.write(handle -> {
            List<Long> wanted = handle.createQuery("SELECT d.id " + MISSING + CAN_BE_SENT)
                    .bind("notice", noticeId)
                    .mapTo(Long.class)
                    .list();
            wanted.forEach(delivery -> enter(handle, delivery, now));
            return wanted.size();
        });
    }

    private static void enter(Handle handle, long delivery, Instant now) {
        handle.execute(
                "INSERT INTO delivery_resend (delivery_id, since, due_at) VALUES (?, ?, ?)",
                delivery,
                now.toEpochMilli(),
                now.toEpochMilli());
        handle.execute("UPDATE delivery_missing SET reason = '', told = 0 WHERE delivery_id = ?", delivery);
    }

    /** Returns what a bot has to send again now; a chat that it has left meanwhile is among them. */
    public List<FileResend> due(Bot bot, Instant now, int limit) {
        return database.read(handle -> handle.createQuery("""
                        SELECT c.*, d.id AS delivery_number, d.notice_id AS notice_number, r.since AS wanted_at,
                          r.tries AS uncertain
                        FROM delivery_resend r JOIN delivery d ON d.id = r.delivery_id JOIN chat c ON c.id = d.chat_id
                          JOIN notice n ON n.id = d.notice_id
                        WHERE r.due_at <= :now AND c.bot = :bot AND n.recalled = 0
                          AND (c.state <> 'ACTIVE' OR c.hold_until <= :now)
                        ORDER BY r.due_at, d.id LIMIT :limit
                        """)
                .bind("now", now.toEpochMilli())
                .bind("bot", bot.key())
                .bind("limit", limit)
                .map((row, context) -> new FileResend(
                        row.getLong("delivery_number"),
                        ChatRow.chat(row, context),
                        row.getLong("notice_number"),
                        Columns.instant(row, "wanted_at"),
                        row.getInt("uncertain")))
                .list());
    }

    /** Returns whether it is still to be sent: its announcement may have been taken back meanwhile. */
    public boolean isWanted(FileResend resend) {
        return database.read(handle -> handle.createQuery("""
                        SELECT COUNT(*) FROM delivery_resend r JOIN delivery d ON d.id = r.delivery_id
                          JOIN notice n ON n.id = d.notice_id WHERE r.delivery_id = :delivery AND n.recalled = 0
                        """)
                .bind("delivery", resend.deliveryId())
                .mapTo(Integer.class)
                .map(found -> found > 0)
                .one());
    }

    /** Notes how many tries of the file that goes next may have arrived. */
    public void tried(FileResend resend, int tries) {
        database.write(handle -> handle.execute(
                "UPDATE delivery_resend SET tries = ? WHERE delivery_id = ?", tries, resend.deliveryId()));
    }

    /** Has it wait. */
    public void again(FileResend resend, Instant due) {
        database.write(handle -> handle.execute(
                "UPDATE delivery_resend SET due_at = ? WHERE delivery_id = ?",
                due.toEpochMilli(),
                resend.deliveryId()));
    }

    /** Notes that nothing more of it is sent. */
    public void done(FileResend resend) {
        database.write(
                handle -> handle.execute("DELETE FROM delivery_resend WHERE delivery_id = ?", resend.deliveryId()));
    }
}
