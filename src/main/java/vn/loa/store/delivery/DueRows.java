package vn.loa.store.delivery;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import vn.loa.model.Bot;
import vn.loa.model.Chat;
import vn.loa.model.Delivery;
import vn.loa.model.Priority;
import vn.loa.store.Dialect;

/** Chooses the deliveries whose time has come, and claims them in the same statement. */
final class DueRows {
    /**
     * Claims the rows that a common table expression named {@code due} has chosen; a planner that ran a plain subquery
     * twice could take more than its limit.
     */
    static final String CLAIM = """
            ) UPDATE delivery SET state = 'SENDING', lease_until = :lease, fence = fence + 1
            WHERE id IN (SELECT id FROM due) RETURNING id
            """;

    private static final String PRIORITIES = "WITH level (rank) AS (VALUES "
            + Arrays.stream(Priority.values())
                    .map(priority -> "(" + priority.rank() + ")")
                    .collect(Collectors.joining(", "))
            + """
            ) SELECT rank FROM level WHERE EXISTS (
              SELECT 1 FROM delivery
              WHERE bot = :bot AND priority = level.rank AND state = 'QUEUED' AND due_at <= :now)
            ORDER BY rank
            """;

    private final Handle handle;
    private final Dialect dialect;

    DueRows(Handle handle, Dialect dialect) {
        this.handle = handle;
        this.dialect = dialect;
    }

    /**
     * Finds the priorities of which a bot has something due, the most urgent first. To plan a claim takes longer than all
     * else in it, and mostly nothing is due.
     */
    List<Priority> priorities(Bot bot, Instant now) {
        return handle.createQuery(PRIORITIES)
                .bind("bot", bot.key())
                .bind("now", now.toEpochMilli())
                .map((row, context) -> Priority.ofRank(row.getInt("rank")))
                .list();
    }

    /** Claims what has waited longest of a bot's due deliveries of one priority, at most so many, each for another chat. */
    List<Delivery> claim(Bot bot, Priority priority, int limit, Instant now, Instant leaseUntil) {
        if (limit <= 0) {
            return List.of();
        }
        List<Long> ids = handle.createQuery("""
                        WITH due AS MATERIALIZED (
                          SELECT d.id FROM delivery d JOIN chat c ON c.id = d.chat_id
                          WHERE d.bot = :bot AND d.priority = :priority AND d.state = 'QUEUED' AND d.due_at <= :now
                            AND c.hold_until <= :now AND c.state IN ('PENDING', 'ACTIVE')
                            AND NOT EXISTS (
                              SELECT 1 FROM chat_trouble t
                              WHERE t.bot = c.bot AND t.external_id = c.external_id AND t.next_try > :now)
                            AND NOT EXISTS (
                              SELECT 1 FROM delivery o
                              WHERE o.chat_id = d.chat_id AND o.settled_at IS NULL AND o.id <> d.id
                                AND (o.state = 'SENDING' OR o.due_at <= :now
                                  AND (o.priority < d.priority OR o.priority = d.priority AND o.id < d.id)))
                          ORDER BY d.due_at, d.id LIMIT :limit\
                        """ + dialect.skipLocked() + CLAIM)
                .bind("lease", leaseUntil.toEpochMilli())
                .bind("bot", bot.key())
                .bind("priority", priority.rank())
                .bind("now", now.toEpochMilli())
                .bind("limit", limit)
                .mapTo(Long.class)
                .list();
        return DeliveryRow.byIds(handle, ids);
    }

    /** Claims what else is due for a chat and may travel in one message, at most so many. */
    List<Delivery> claimMore(Chat chat, int limit, Instant now, Instant leaseUntil) {
        return DeliveryRow.byIds(
                handle,
                handle.createQuery("""
                        WITH due AS MATERIALIZED (
                          SELECT d.id FROM delivery d
                          WHERE chat_id = :chat AND settled_at IS NULL AND state = 'QUEUED' AND due_at <= :now
                            AND priority = :priority AND article_id IS NOT NULL AND attempts = 0 AND digest_at IS NULL
                          ORDER BY d.id LIMIT :limit\
                        """ + dialect.skipLocked() + CLAIM)
                        .bind("lease", leaseUntil.toEpochMilli())
                        .bind("chat", chat.id())
                        .bind("now", now.toEpochMilli())
                        .bind("priority", Priority.ORDINARY.rank())
                        .bind("limit", limit)
                        .mapTo(Long.class)
                        .list());
    }
}
