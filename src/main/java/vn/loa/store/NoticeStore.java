package vn.loa.store;

import java.time.Instant;
import vn.loa.model.OutgoingMessage;

/** Messages of Loa's own, which travel through the ledger like articles. */
public final class NoticeStore {
    private final Database database;

    public NoticeStore(Database database) {
        this.database = database;
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
