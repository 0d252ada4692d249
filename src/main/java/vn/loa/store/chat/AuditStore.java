package vn.loa.store.chat;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import vn.loa.store.Columns;
import vn.loa.store.Database;

/** Records who changed what. Lines are only added, until they are old enough to be deleted. */
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

    /** Deletes lines from before the time; returns how many. */
    public int forget(Instant before) {
        return database.write(handle -> handle.createUpdate("DELETE FROM audit WHERE at < :before")
                .bind("before", before.toEpochMilli())
                .execute());
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
