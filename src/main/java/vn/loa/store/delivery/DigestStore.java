package vn.loa.store.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import vn.loa.model.Delivery;
import vn.loa.model.Priority;
import vn.loa.store.Columns;
import vn.loa.store.Database;

/**
 * The part of the ledger that waits for its chat's calendar. What is to be told together waits for one time, that of
 * its digest. A digest is closed for latecomers in the transaction that first claims it, so that each is told once.
 */
public final class DigestStore {
    /** More than this are told in two digests; SQLite takes 32,766 values in a statement. */
    private static final int MOST_TOGETHER = 1000;

    private final Database database;

    public DigestStore(Database database) {
        this.database = database;
    }

    /** An article's delivery for which no digest was looked up. */
    public record Unplanned(long id, Instant acceptedAt) {
        public Unplanned {
            Objects.requireNonNull(acceptedAt);
        }
    }

    /**
     * Holds the deliveries that were claimed to be told together.
     *
     * @param digestAt the latest of the times for which they waited, never in the future
     * @param deliveries in the order in which they were accepted, or the newest first
     */
    public record Claimed(Instant digestAt, List<Delivery> deliveries) {
        public Claimed {
            Objects.requireNonNull(digestAt);
            deliveries = List.copyOf(deliveries);
        }
    }

    /**
     * Describes the deliveries that wait for their digest.
     *
     * @param count how many
     * @param next the time of the first digest
     */
    public record Held(int count, Instant next) {
        public Held {
            Objects.requireNonNull(next);
        }
    }

    /** A chat's ordinary articles that are due and wait for no digest. */
    public List<Unplanned> unplanned(long chatId, Instant now) {
        return database.read(handle -> handle.createQuery("""
                        SELECT id, created_at FROM delivery
                        WHERE chat_id = :chat AND settled_at IS NULL AND state = 'QUEUED' AND due_at <= :now
                          AND digest_at IS NULL AND no_digest = 0 AND article_id IS NOT NULL AND priority = :priority
                        ORDER BY id
                        """)
                .bind("chat", chatId)
                .bind("now", now.toEpochMilli())
                .bind("priority", Priority.ORDINARY.rank())
                .map(DigestStore::accepted)
                .list());
    }

    private static Unplanned accepted(ResultSet row, StatementContext context) throws SQLException {
        return new Unplanned(row.getLong("id"), Columns.instant(row, "created_at"));
    }

    /** Has a delivery that nobody has claimed wait for a digest. */
    public void plan(long id, Instant digestAt) {
        database.write(handle -> handle.createUpdate(
                        "UPDATE delivery SET digest_at = :digestAt, due_at = :digestAt WHERE id = :id AND state = 'QUEUED'")
                .bind("digestAt", digestAt.toEpochMilli())
                .bind("id", id)
                .execute());
    }

    /** Puts a claimed delivery back until a digest. The attempt does not count. */
    public boolean postpone(Delivery claimed, Instant digestAt) {
        return database.write(handle -> {
            claimed.digestAt()
                    .ifPresent(before -> keepOrder(handle, claimed.chat().id(), before, digestAt));
            return postpone(handle, claimed, digestAt);
        });
    }

    /** A digest that tells the newest first does so whenever it comes. */
    private static void keepOrder(Handle handle, long chatId, Instant before, Instant digestAt) {
        handle.createUpdate("""
                        INSERT INTO digest (chat_id, digest_at, newest_first)
                        SELECT chat_id, :digestAt, 1 FROM digest
                        WHERE chat_id = :chat AND digest_at = :before AND newest_first = 1
                        ON CONFLICT (chat_id, digest_at) DO UPDATE SET newest_first = 1
                        """)
                .bind("digestAt", digestAt.toEpochMilli())
                .bind("chat", chatId)
                .bind("before", before.toEpochMilli())
                .execute();
    }

    private static boolean postpone(Handle handle, Delivery claimed, Instant digestAt) {
        return handle.createUpdate("""
                                UPDATE delivery SET state = 'QUEUED', digest_at = :digestAt, due_at = :digestAt,
                                  lease_until = NULL, suspect = 0
                                WHERE id = :id AND fence = :fence AND state = 'SENDING'
                                """)
                        .bind("digestAt", digestAt.toEpochMilli())
                        .bind("id", claimed.id())
                        .bind("fence", claimed.fence())
                        .execute()
                == 1;
    }

    /** To be tried again by itself: the message that it shared with others was refused. */
    public boolean separate(Delivery claimed, Instant dueAt, String reason) {
        return database.write(handle -> handle.createUpdate("""
                                UPDATE delivery SET state = 'QUEUED', no_digest = 1, due_at = :due, last_error = :reason,
                                  lease_until = NULL, in_flight = 0, suspect = 0
                                WHERE id = :id AND fence = :fence AND state = 'SENDING'
                                """)
                        .bind("due", dueAt.toEpochMilli())
                        .bind("reason", reason)
                        .bind("id", claimed.id())
                        .bind("fence", claimed.fence())
                        .execute()
                == 1);
    }

    /**
     * Claims all that is to be told together with a claimed delivery: whatever of its chat waits for a digest whose time has come,
     * also what failed before and waits for its next try. Their digests become one, and are closed.
     *
     * @param lease for how long the claim is good
     */
    public Claimed claim(Delivery head, Instant now, Duration lease) {
        return database.write(handle -> {
            List<Long> ids = claimIds(handle, head, now, now.plus(lease));
            close(handle, ids, now);
            Instant digestAt = unite(handle, ids, now);
            Comparator<Delivery> order = Comparator.comparing(Delivery::id);
            List<Delivery> accepted = DeliveryRow.byIds(handle, ids).stream()
                    .sorted(newestFirst(handle, head.chat().id(), digestAt) ? order.reversed() : order)
                    .toList();
            return new Claimed(digestAt, accepted);
        });
    }

    private static boolean newestFirst(Handle handle, long chatId, Instant digestAt) {
        return handle.createQuery("SELECT newest_first FROM digest WHERE chat_id = :chat AND digest_at = :digestAt")
                .bind("chat", chatId)
                .bind("digestAt", digestAt.toEpochMilli())
                .mapTo(Integer.class)
                .findOne()
                .filter(told -> told == 1)
                .isPresent();
    }

    private List<Long> claimIds(Handle handle, Delivery head, Instant now, Instant leaseUntil) {
        List<Long> ids = handle.createQuery("""
                        WITH due AS MATERIALIZED (
                          SELECT d.id FROM delivery d
                          WHERE chat_id = :chat AND settled_at IS NULL AND state = 'QUEUED' AND no_digest = 0
                            AND (digest_at <= :now OR digest_at IS NOT NULL AND due_at <= :now)
                            AND article_id IS NOT NULL AND priority = :priority
                          ORDER BY d.id LIMIT :limit\
                        """ + database.dialect().skipLocked() + DueRows.CLAIM)
                .bind("lease", leaseUntil.toEpochMilli())
                .bind("chat", head.chat().id())
                .bind("now", now.toEpochMilli())
                .bind("priority", Priority.ORDINARY.rank())
                .bind("limit", MOST_TOGETHER)
                .mapTo(Long.class)
                .list();
        ids.add(head.id());
        return ids;
    }

    private static void close(Handle handle, List<Long> ids, Instant now) {
        handle.createUpdate("""
                        INSERT INTO digest (chat_id, digest_at)
                        SELECT DISTINCT chat_id, digest_at FROM delivery WHERE id IN (<ids>) AND digest_at <= :now
                        ON CONFLICT (chat_id, digest_at) DO NOTHING
                        """)
                .bindList("ids", ids)
                .bind("now", now.toEpochMilli())
                .execute();
    }

    private static Instant unite(Handle handle, List<Long> ids, Instant now) {
        long digestAt = handle.createQuery(
                        "SELECT COALESCE(MAX(digest_at), :now) FROM delivery WHERE id IN (<ids>) AND digest_at <= :now")
                .bindList("ids", ids)
                .bind("now", now.toEpochMilli())
                .mapTo(Long.class)
                .one();
        handle.createUpdate("UPDATE delivery SET digest_at = :digestAt WHERE id IN (<ids>)")
                .bindList("ids", ids)
                .bind("digestAt", digestAt)
                .execute();
        return Instant.ofEpochMilli(digestAt);
    }

    /**
     * Counts the articles that a chat was told in a digest already: more than none when a digest needs several
     * messages.
     */
    public int told(long chatId, Instant digestAt) {
        return database.read(handle -> handle.createQuery(
                        "SELECT COUNT(*) FROM delivery WHERE chat_id = :chat AND digest_at = :digestAt AND state = 'SENT'")
                .bind("chat", chatId)
                .bind("digestAt", digestAt.toEpochMilli())
                .mapTo(Integer.class)
                .one());
    }

    /** The digests of a chat that nothing can join any more; one whose order alone is noted has not been told yet. */
    public Set<Instant> closed(long chatId) {
        return database.read(handle -> handle.createQuery("""
                        SELECT digest_at FROM digest WHERE chat_id = :chat AND (newest_first = 0 OR EXISTS (
                          SELECT 1 FROM delivery d
                          WHERE d.chat_id = digest.chat_id AND d.digest_at = digest.digest_at AND d.state = 'SENT'))
                        """)
                .bind("chat", chatId)
                .mapTo(Long.class)
                .map(Instant::ofEpochMilli)
                .set());
    }

    /**
     * Has all that a chat still waits for be told together at another time; what failed by itself and digests whose time
     * has come are left as they are.
     */
    public int reschedule(long chatId, Instant digestAt, Instant now) {
        return database.write(handle -> handle.createUpdate("""
                        UPDATE delivery SET digest_at = :digestAt, due_at = :digestAt
                        WHERE chat_id = :chat AND settled_at IS NULL AND state = 'QUEUED' AND no_digest = 0
                          AND priority = :priority AND (digest_at > :now OR digest_at IS NULL AND attempts = 0)
                        """)
                .bind("digestAt", digestAt.toEpochMilli())
                .bind("chat", chatId)
                .bind("now", now.toEpochMilli())
                .bind("priority", Priority.ORDINARY.rank())
                .execute());
    }

    /**
     * Has everything that waits for a digest looked at anew, because the clock or the configuration may have changed
     * since it was planned. What was accepted in a future that has not come is taken as accepted now.
     */
    public int reconsider(Instant now) {
        return database.write(handle ->
                handle.createUpdate("""
                        UPDATE delivery SET due_at = :now, created_at = CASE WHEN created_at > :now THEN :now
                          ELSE created_at END
                        WHERE state = 'QUEUED' AND (digest_at > :now OR created_at > :now)
                        """).bind("now", now.toEpochMilli()).execute());
    }

    /** Returns what waits for a digest of a chat; empty when nothing does. */
    public Optional<Held> held(long chatId, Instant now) {
        return database.read(handle -> handle.createQuery("""
                        SELECT COUNT(*) AS waiting, MIN(digest_at) AS next FROM delivery
                        WHERE chat_id = :chat AND settled_at IS NULL AND state = 'QUEUED' AND digest_at > :now
                        """)
                .bind("chat", chatId)
                .bind("now", now.toEpochMilli())
                .map((row, context) -> new Held(row.getInt("waiting"), Columns.instant(row, "next")))
                .findOne()
                .filter(held -> held.count() > 0));
    }

    /** Counts the deliveries that wait for their digests. */
    public int held(Instant now) {
        return database.read(handle -> handle.createQuery(
                        "SELECT COUNT(*) FROM delivery WHERE state = 'QUEUED' AND digest_at > :now")
                .bind("now", now.toEpochMilli())
                .mapTo(Integer.class)
                .one());
    }

    /** Forgets closed digests that lie so far back that no clock returns to them. */
    public int forgetClosed(Instant before) {
        return database.write(handle -> handle.createUpdate("DELETE FROM digest WHERE digest_at < :before")
                .bind("before", before.toEpochMilli())
                .execute());
    }
}
