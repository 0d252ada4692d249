package vn.loa.store.message;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.loa.model.OutgoingMessage;
import vn.loa.store.Columns;
import vn.loa.store.Database;

/** Messages of Loa's own, which travel through the ledger like articles. */
public final class NoticeStore {
    private final Database database;

    public NoticeStore(Database database) {
        this.database = database;
    }

    /** Forgets messages from before that no delivery tells any more; returns how many. */
    public int forget(Instant before) {
        return database.write(handle -> {
            handle.createUpdate("""
                            DELETE FROM announcement WHERE state IN ('QUEUED', 'CANCELLED')
                              AND notice_id IN (SELECT id FROM notice WHERE created_at < :before)
                              AND NOT EXISTS (SELECT 1 FROM delivery d WHERE d.notice_id = announcement.notice_id)
                            """).bind("before", before.toEpochMilli()).execute();
            return handle.createUpdate("""
                            DELETE FROM notice WHERE created_at < :before
                              AND NOT EXISTS (SELECT 1 FROM delivery d WHERE d.notice_id = notice.id)
                              AND NOT EXISTS (SELECT 1 FROM announcement a WHERE a.notice_id = notice.id)
                            """)
                    .bind("before", before.toEpochMilli())
                    .execute();
        });
    }

    /** Changes a message that was not sent yet. */
    public void change(long id, OutgoingMessage message) {
        database.write(handle -> handle.createUpdate("UPDATE notice SET body = :body WHERE id = :id")
                .bind("body", Columns.json(StoredMessage.of(message)))
                .bind("id", id)
                .execute());
    }

    /**
     * Keeps a message.
     *
     * @param topic what it is about, for reports, for example {@code source-health}
     * @return its number
     */
    public long add(String topic, OutgoingMessage message, Instant now) {
        return database.write(handle -> handle.createQuery(
                        "INSERT INTO notice (topic, body, created_at) VALUES (:topic, :body, :now) RETURNING id")
                .bind("topic", topic)
                .bind("body", Columns.json(StoredMessage.of(message)))
                .bind("now", now.toEpochMilli())
                .mapTo(Long.class)
                .one());
    }

    /** Notes that nobody could be told of a message yet. */
    public void unheard(long id) {
        database.write(handle -> handle.execute("UPDATE notice SET unheard = 1 WHERE id = ?", id));
    }

    /** Returns the newest messages that nobody could be told yet, oldest first; all count as told now. */
    public List<Long> takeUnheard(int limit) {
        return database.transaction(() -> {
            List<Long> newest = database.read(handle -> handle.createQuery(
                            "SELECT id FROM notice WHERE unheard = 1 ORDER BY id DESC LIMIT :limit")
                    .bind("limit", limit)
                    .mapTo(Long.class)
                    .list());
            database.write(handle -> handle.execute("UPDATE notice SET unheard = 0 WHERE unheard = 1"));
            return newest.stream().sorted().toList();
        });
    }

    /** Has people asked to acknowledge a message, or not; to be said before it is sent. */
    public void askForReceipts(long id, boolean wanted) {
        database.write(handle -> handle.createUpdate("UPDATE notice SET receipts = :wanted WHERE id = :id")
                .bind("wanted", wanted ? 1 : 0)
                .bind("id", id)
                .execute());
    }

    /** Returns whether a message was taken back by its author. */
    public boolean recalled(long id) {
        return database.read(handle -> handle.createQuery("SELECT recalled FROM notice WHERE id = :id")
                .bind("id", id)
                .mapTo(Integer.class)
                .findOne()
                .filter(recalled -> recalled == 1)
                .isPresent());
    }

    /** Returns whether people are asked to acknowledge a message. */
    public boolean asksForReceipts(long id) {
        return database.read(handle -> handle.createQuery("SELECT receipts FROM notice WHERE id = :id")
                .bind("id", id)
                .mapTo(Integer.class)
                .findOne()
                .filter(wanted -> wanted == 1)
                .isPresent());
    }

    /** The latest messages of a topic that were sent to somebody, the newest first, and how far each has come. */
    public List<NoticeProgress> recent(String topic, int limit) {
        return database.read(handle -> handle.createQuery("""
                        SELECT n.id, n.body, n.created_at,
                          SUM(CASE WHEN d.state = 'SENT' THEN 1 ELSE 0 END) AS sent,
                          SUM(CASE WHEN d.state = 'DEAD' THEN 1 ELSE 0 END) AS dead,
                          SUM(CASE WHEN d.state IN ('QUEUED', 'SENDING') THEN 1 ELSE 0 END) AS waiting,
                          SUM(CASE WHEN EXISTS (SELECT 1 FROM receipt r WHERE r.delivery_id = d.id)
                            THEN 1 ELSE 0 END) AS acknowledged
                        FROM notice n JOIN delivery d ON d.notice_id = n.id
                        WHERE n.topic = :topic GROUP BY n.id, n.body, n.created_at ORDER BY n.id DESC LIMIT :limit
                        """)
                .bind("topic", topic)
                .bind("limit", limit)
                .map((row, context) -> new NoticeProgress(
                        row.getLong("id"),
                        Columns.fromJson(row.getString("body"), StoredMessage.class)
                                .message()
                                .text()
                                .text(),
                        Columns.instant(row, "created_at"),
                        row.getInt("sent"),
                        row.getInt("waiting"),
                        row.getInt("dead"),
                        row.getInt("acknowledged")))
                .list());
    }

    /** Returns a message of a topic; empty when there is none of this number. */
    public Optional<OutgoingMessage> find(long id, String topic) {
        return database.read(handle -> handle.createQuery("SELECT topic FROM notice WHERE id = :id")
                        .bind("id", id)
                        .mapTo(String.class)
                        .findOne())
                .filter(topic::equals)
                .map(found -> message(id));
    }

    /**
     * The message with this number.
     *
     * @throws IllegalStateException when there is none
     */
    public OutgoingMessage message(long id) {
        return database.read(handle -> handle.createQuery("SELECT body FROM notice WHERE id = :id")
                        .bind("id", id)
                        .mapTo(String.class)
                        .findOne())
                .map(body -> Columns.fromJson(body, StoredMessage.class).message())
                .orElseThrow(() -> new IllegalStateException("no notice " + id));
    }
}
