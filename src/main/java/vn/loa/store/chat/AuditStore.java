package vn.loa.store.chat;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import vn.loa.store.Columns;
import vn.loa.store.Database;

/** Records who changed what. Only ever added to. */
public final class AuditStore {
    private final Database database;

    public AuditStore(Database database) {
        this.database = database;
    }

    /**
     * Adds a line.
     *
     * @param actor a person's key, or {@code loa} for what Loa did by itself
     * @param action a short word, for example {@code subscribe}
     * @param detail what it was done to
     */
    public void add(String actor, String action, String detail, Instant now) {
        database.write(handle -> handle.createUpdate(
                        "INSERT INTO audit (at, actor, action, detail) VALUES (:at, :actor, :action, :detail)")
                .bind("at", now.toEpochMilli())
                .bind("actor", actor)
                .bind("action", action)
                .bind("detail", detail)
                .execute());
    }

    /**
     * A line.
     *
     * @param at when
     */
    public record Entry(Instant at, String actor, String action, String detail) {
        public Entry {
            Objects.requireNonNull(at);
            Objects.requireNonNull(actor);
            Objects.requireNonNull(action);
            Objects.requireNonNull(detail);
        }
    }

    /** The last lines, the newest first. */
    public List<Entry> latest(int limit) {
        return database.read(handle -> handle.createQuery(
                        "SELECT at, actor, action, detail FROM audit ORDER BY id DESC LIMIT :limit")
                .bind("limit", limit)
                .map((row, context) -> new Entry(
                        Columns.instant(row, "at"),
                        row.getString("actor"),
                        row.getString("action"),
                        row.getString("detail")))
                .list());
    }
}
