package vn.loa.store.chat;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import vn.loa.store.Columns;
import vn.loa.store.Database;

/** Records who changed what. Lines are only added, until they are old enough to be deleted. */
public final class AuditStore {
    /** Names what is written down; the journal has a phrase for each. */
    public static final Set<String> ACTIONS = Set.of(
            "announce",
            "announce-agree",
            "announce-cancel",
            "announce-correct",
            "announce-decline",
            "announce-files",
            "announce-recall",
            "approve",
            "backup",
            "backup download",
            "bot-add",
            "bot-remove",
            "bot-renew",
            "bot-webhook",
            "claim",
            "erase",
            "export",
            "grant",
            "import",
            "inquiry",
            "inquiry-close",
            "inquiry-remind",
            "inquiry-repeat",
            "inquiry-repeat-end",
            "invite",
            "invited",
            "language",
            "oa-consent",
            "person-link",
            "person-unlink",
            "pictures",
            "receipts",
            "refuse",
            "rename",
            "revive",
            "schedule",
            "source add",
            "source move",
            "source remove",
            "source rest",
            "source watch",
            "stop",
            "story part",
            "subscribe",
            "take",
            "unit",
            "unit-add",
            "unit-end",
            "unit-failover",
            "unit-failover-end",
            "unit-rename",
            "unsubscribe",
            "web link",
            "web login");

    private final Database database;

    public AuditStore(Database database) {
        this.database = database;
    }

    /**
     * Adds a line.
     *
     * @param actor a person's key, or {@code loa} for what Loa did by itself
     * @param action one of {@link #ACTIONS}
     * @param detail what it was done to
     * @throws IllegalArgumentException when the action is none of them
     */
    public void add(String actor, String action, String detail, Instant now) {
        if (!ACTIONS.contains(action)) {
            throw new IllegalArgumentException("not an action of the journal: " + action);
        }
        database.write(handle -> handle.createUpdate(
                        "INSERT INTO audit (at, actor, action, detail) VALUES (:at, :actor, :action, :detail)")
                .bind("at", now.toEpochMilli())
                .bind("actor", actor)
                .bind("action", action)
                .bind("detail", detail)
                .execute());
    }

    /**
     * Returns the name of a person: as the platform last called them, or as in a private chat, or as in the last receipt;
     * empty when none is known.
     *
     * @param key a person's key
     */
    public Optional<String> name(String key) {
        int colon = key.indexOf(':');
        if (colon < 0) {
            return Optional.empty();
        }
        return database.read(handle -> handle.createQuery("""
                        SELECT name FROM (
                          SELECT 1 AS place, name, seen_at AS at FROM person WHERE person_key = :person AND name <> ''
                          UNION ALL
                          SELECT 2, title, created_at FROM chat
                          WHERE external_id = :user AND kind = 'PRIVATE' AND title <> '' AND bot LIKE :platform
                          UNION ALL
                          SELECT 3, name, at FROM receipt WHERE person = :person AND name <> '') named
                        ORDER BY place, at DESC LIMIT 1
                        """)
                .bind("person", key)
                .bind("user", key.substring(colon + 1))
                .bind("platform", key.substring(0, colon) + "/%")
                .mapTo(String.class)
                .findOne());
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
