package vn.loa.store;

import java.time.Instant;

/** Who changed what. Only ever added to. */
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
}
