package vn.loa.store.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.statement.Update;
import vn.loa.store.Database;

/** The deliveries that will not be tried again by themselves. Nothing of them is deleted before its retention is over. */
public final class DeadLetterStore {
    /** Selects what may be tried again: its chat is active, and its article was not taken back. */
    private static final String REVIVABLE = """
            state = 'DEAD'
              AND EXISTS (SELECT 1 FROM chat c WHERE c.id = delivery.chat_id AND c.state = 'ACTIVE')
              AND NOT EXISTS (SELECT 1 FROM article a WHERE a.id = delivery.article_id AND a.withdrawn = 1)
            """;

    /** Has each missing part of a message tried again: where none stands all goes anew, else what is missing follows. */
    private static final List<String> PARTS_ANEW = List.of("""
            DELETE FROM delivery_missing WHERE delivery_id IN (SELECT id FROM delivery WHERE %s)
              AND NOT EXISTS (SELECT 1 FROM delivery_part p WHERE p.delivery_id = delivery_missing.delivery_id)
            """, """
            UPDATE delivery_missing SET reason = '', told = 0
            WHERE delivery_id IN (SELECT id FROM delivery WHERE %s)
            """);

    private final Database database;

    public DeadLetterStore(Database database) {
        this.database = database;
    }

    /**
     * Dead deliveries that ended for the same reason.
     *
     * @param reason as it was written down
     * @param count how many
     * @param revivable how many of them may be tried again
     * @param newest when the last one ended
     * @param sample one of them, by which the group is named
     */
    public record Group(String reason, int count, int revivable, Instant newest, long sample) {
        public Group {
            Objects.requireNonNull(reason);
            Objects.requireNonNull(newest);
        }
    }

    /** The groups, the largest first. */
    public List<Group> groups(int limit) {
        return database.read(handle -> handle.createQuery("""
                        SELECT last_error, COUNT(*) AS dead, MAX(settled_at) AS newest, MIN(id) AS sample,
                          SUM(CASE WHEN %s THEN 1 ELSE 0 END) AS revivable
                        FROM delivery WHERE state = 'DEAD' GROUP BY last_error ORDER BY dead DESC, newest DESC
                        LIMIT :limit
                        """.formatted(REVIVABLE))
                .bind("limit", limit)
                .map((row, context) -> new Group(
                        row.getString("last_error"),
                        row.getInt("dead"),
                        row.getInt("revivable"),
                        Instant.ofEpochMilli(row.getLong("newest")),
                        row.getLong("sample")))
                .list());
    }

    /** Tries all again that may be; returns how many. Their patience begins anew. */
    public int reviveAll(Instant now) {
        return revive("", update -> update, now);
    }

    /** Tries a group again, as far as it may be; returns how many. */
    public int revive(long sample, Instant now) {
        return revive(
                " AND last_error = (SELECT last_error FROM delivery WHERE id = :sample AND state = 'DEAD')",
                update -> update.bind("sample", sample),
                now);
    }

    private int revive(String which, UnaryOperator<Update> values, Instant now) {
        String revived = REVIVABLE + which;
        String change = """
                UPDATE delivery SET state = 'QUEUED', settled_at = NULL, due_at = :now, created_at = :now, attempts = 0,
                  unconfirmed = unconfirmed - unconfirmed_tries, unconfirmed_tries = 0, digest_at = NULL, no_digest = 1
                WHERE\s""" + revived;
        return database.write(handle -> {
            for (String parts : PARTS_ANEW) {
                values.apply(handle.createUpdate(parts.formatted(revived))).execute();
            }
            return values.apply(handle.createUpdate(change))
                    .bind("now", now.toEpochMilli())
                    .execute();
        });
    }
}
