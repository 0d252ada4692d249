package vn.loa.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.Update;
import vn.loa.model.Bot;
import vn.loa.model.Delivery;
import vn.loa.model.DeliveryState;
import vn.loa.model.Priority;

/**
 * The ledger: who still has to hear of what, and what became of it. A sender claims rows under a lease and a fence,
 * both on the disk before anything is sent, and settles each row under the same fence; a result that comes after the
 * lease was given to somebody else changes nothing.
 */
public final class DeliveryStore {
    private static final String DELIVERY = """
            SELECT d.id AS delivery_id, d.article_id, d.notice_id, d.priority, d.attempts, d.unknowns, d.due_at, d.slot,
              d.alone, d.fence, d.created_at AS accepted_at, c.*
            FROM delivery d JOIN chat c ON c.id = d.chat_id
            """;

    private static final String INTERRUPTED = """
            UPDATE delivery SET state = 'QUEUED', lease_until = NULL, interrupted = interrupted + 1,
              last_error = 'interrupted while sending'
            WHERE state = 'SENDING'
            """;

    private final Database database;
    private final Recipients readership;

    public DeliveryStore(Database database) {
        this.database = database;
        this.readership = new Recipients(database);
    }

    /**
     * Enters one delivery for each active chat that {@link Recipients hears} of the article, unless that chat has one
     * already.
     *
     * @return how many were entered
     */
    public int enqueueArticle(long articleId, Priority priority, Instant now) {
        return database.write(handle -> {
            readership.note(handle, articleId);
            int entered = handle.createUpdate(
                            """
                            INSERT INTO delivery (bot, chat_id, article_id, priority, state, due_at, created_at)
                            SELECT c.bot, c.id, a.id, :priority, 'QUEUED', :now, :now
                            FROM article a JOIN chat c ON c.state = 'ACTIVE'
                            WHERE a.id = :article AND\
                            """ + " " + Recipients.HEARS + " ON CONFLICT (article_id, chat_id) DO NOTHING")
                    .bind("priority", priority.rank())
                    .bind("now", now.toEpochMilli())
                    .bind("article", articleId)
                    .execute();
            readership.forget(handle, articleId);
            return entered;
        });
    }

    /** Enters one delivery of a notice for each of these chats; closed chats are passed over. */
    public void enqueueNotice(long noticeId, List<Long> chatIds, Priority priority, Instant now) {
        database.write(handle -> {
            chatIds.forEach(chat -> handle.createUpdate("""
                            INSERT INTO delivery (bot, chat_id, notice_id, priority, state, due_at, created_at)
                            SELECT bot, id, :notice, :priority, 'QUEUED', :now, :now FROM chat
                            WHERE id = :chat AND state IN ('PENDING', 'ACTIVE')
                            ON CONFLICT (notice_id, chat_id) DO NOTHING
                            """)
                    .bind("notice", noticeId)
                    .bind("priority", priority.rank())
                    .bind("now", now.toEpochMilli())
                    .bind("chat", chat)
                    .execute());
            return null;
        });
    }

    /**
     * Claims what a bot has to send now: the most urgent first, then what has waited longest, and never two
     * deliveries of one chat at a time, so that a chat hears its news in order.
     *
     * @param limit how many at most
     * @param lease for how long the claim is good
     */
    public List<Delivery> claim(Bot bot, int limit, Instant now, Duration lease) {
        return database.write(handle -> {
            List<Delivery> claimed = new ArrayList<>();
            for (Priority priority : Priority.values()) {
                claimed.addAll(claim(handle, bot, priority, limit - claimed.size(), now, now.plus(lease)));
            }
            return claimed;
        });
    }

    private List<Delivery> claim(
            Handle handle, Bot bot, Priority priority, int limit, Instant now, Instant leaseUntil) {
        if (limit <= 0) {
            return List.of();
        }
        List<Long> ids = handle.createQuery("""
                        UPDATE delivery SET state = 'SENDING', lease_until = :lease, fence = fence + 1,
                          attempts = attempts + 1
                        WHERE id IN (
                          SELECT d.id FROM delivery d JOIN chat c ON c.id = d.chat_id
                          WHERE d.bot = :bot AND d.priority = :priority AND d.state = 'QUEUED' AND d.due_at <= :now
                            AND c.hold_until <= :now AND c.state IN ('PENDING', 'ACTIVE')
                            AND NOT EXISTS (
                              SELECT 1 FROM delivery o
                              WHERE o.chat_id = d.chat_id AND o.settled_at IS NULL AND o.id <> d.id
                                AND (o.state = 'SENDING' OR o.due_at <= :now
                                  AND (o.priority < d.priority OR o.priority = d.priority AND o.id < d.id)))
                          ORDER BY d.due_at, d.id LIMIT :limit\
                        """ + database.dialect().skipLocked() + ") RETURNING id")
                .bind("lease", leaseUntil.toEpochMilli())
                .bind("bot", bot.key())
                .bind("priority", priority.rank())
                .bind("now", now.toEpochMilli())
                .bind("limit", limit)
                .mapTo(Long.class)
                .list();
        return byIds(handle, ids);
    }

    /**
     * Claims what else is due for the chat of a claimed delivery and may travel with it in one message: ordinary
     * articles that were never tried, in the order in which the chat would hear of them.
     *
     * @param limit how many at most
     * @param lease for how long the claim is good
     */
    public List<Delivery> claimMore(Delivery claimed, int limit, Instant now, Duration lease) {
        return database.write(handle -> byIds(
                handle,
                handle.createQuery("""
                        UPDATE delivery SET state = 'SENDING', lease_until = :lease, fence = fence + 1,
                          attempts = attempts + 1
                        WHERE id IN (
                          SELECT id FROM delivery
                          WHERE chat_id = :chat AND settled_at IS NULL AND state = 'QUEUED' AND due_at <= :now
                            AND priority = :priority AND article_id IS NOT NULL AND attempts = 0 AND slot IS NULL
                          ORDER BY id LIMIT :limit\
                        """ + database.dialect().skipLocked() + ") RETURNING id")
                        .bind("lease", now.plus(lease).toEpochMilli())
                        .bind("chat", claimed.chat().id())
                        .bind("now", now.toEpochMilli())
                        .bind("priority", Priority.ORDINARY.rank())
                        .bind("limit", limit)
                        .mapTo(Long.class)
                        .list()));
    }

    /** How many deliveries are due for each of these chats, the claimed ones not counted; chats without any are left out. */
    public Map<Long, Integer> waiting(Collection<Long> chatIds, Instant now) {
        if (chatIds.isEmpty()) {
            return Map.of();
        }
        return database.read(handle -> handle.createQuery("""
                        SELECT chat_id, COUNT(*) AS waiting FROM delivery
                        WHERE chat_id IN (<chats>) AND settled_at IS NULL AND state = 'QUEUED' AND due_at <= :now
                        GROUP BY chat_id
                        """)
                .bindList("chats", List.copyOf(chatIds))
                .bind("now", now.toEpochMilli())
                .reduceRows(new HashMap<>(), (found, row) -> {
                    found.put(row.getColumn("chat_id", Long.class), row.getColumn("waiting", Integer.class));
                    return found;
                }));
    }

    /** Whether a claim is still ours; it is not when its chat was closed or its lease was given to somebody else. */
    public boolean holds(Delivery claimed) {
        return database.read(handle -> handle.createQuery(
                                "SELECT COUNT(*) FROM delivery WHERE id = :id AND fence = :fence AND state = 'SENDING'")
                        .bind("id", claimed.id())
                        .bind("fence", claimed.fence())
                        .mapTo(Integer.class)
                        .one())
                == 1;
    }

    static List<Delivery> byIds(Handle handle, List<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return handle
                .createQuery(DELIVERY + " WHERE d.id IN (<ids>)")
                .bindList("ids", ids)
                .map(DeliveryStore::delivery)
                .stream()
                .sorted(Comparator.comparing(Delivery::dueAt).thenComparing(Delivery::id))
                .toList();
    }

    /**
     * Gives back what senders of a bot claimed and never settled before their lease ran out.
     *
     * @param alive what the caller itself still has under way; a clock that was set ahead, or a machine that slept, ends
     *     a lease early, and nobody else may send these meanwhile
     */
    public int reclaim(Bot bot, Instant now, Set<Long> alive) {
        return database.write(handle -> {
            List<Long> lost = handle.createQuery("""
                            SELECT id FROM delivery WHERE state = 'SENDING' AND lease_until <= :now AND bot = :bot
                            """)
                    .bind("now", now.toEpochMilli())
                    .bind("bot", bot.key())
                    .mapTo(Long.class)
                    .filter(id -> !alive.contains(id))
                    .list();
            return lost.isEmpty()
                    ? 0
                    : handle.createUpdate(INTERRUPTED + " AND id IN (<ids>)")
                            .bindList("ids", lost)
                            .execute();
        });
    }

    /** Gives back everything claimed; for the start of a program that is alone with its database. */
    public int reclaimAll() {
        return database.write(handle -> handle.createUpdate(INTERRUPTED).execute());
    }

    /**
     * Has everything that waits for a time wait no longer than anything can: the clock was ahead when the time was set.
     *
     * @param longest longer than any retry waits
     */
    public void clockPutRight(Bot bot, Instant now, Duration longest) {
        database.write(handle -> {
            for (String time : List.of("due_at", "fix_due", "count_due", "count_at")) {
                String waiting = time.equals("due_at") ? " AND state = 'QUEUED'" : "";
                handle.createUpdate("UPDATE delivery SET " + time + " = :now WHERE bot = :bot AND " + time + " > :end"
                                + waiting)
                        .bind("now", now.toEpochMilli())
                        .bind("bot", bot.key())
                        .bind("end", now.plus(longest).toEpochMilli())
                        .execute();
            }
            return null;
        });
    }

    /**
     * The platform confirmed it. When the article was edited meanwhile, the message is due to be brought up to date.
     *
     * @param revision of the article that the message tells; 0 for a notice
     * @return false when the claim was no longer ours
     */
    public boolean sent(Delivery claimed, String messageId, int revision, Instant now) {
        return settle(
                claimed,
                "state = 'SENT', message_id = :message, settled_at = :at, last_error = '', told = :told, born = :told, fix_due = CASE"
                        + " WHEN (SELECT a.revision FROM article a WHERE a.id = delivery.article_id) > :told THEN :at END",
                update ->
                        update.bind("message", messageId).bind("told", revision).bind("at", now.toEpochMilli()));
    }

    /** To be tried again; this attempt counts. */
    public boolean again(Delivery claimed, Instant dueAt, String reason) {
        return settle(
                claimed,
                "state = 'QUEUED', due_at = :due, last_error = :reason",
                update -> update.bind("due", dueAt.toEpochMilli()).bind("reason", reason));
    }

    /** To be tried again, and it may have arrived already. */
    public boolean againAfterUnknown(Delivery claimed, Instant dueAt, String reason) {
        return settle(
                claimed,
                "state = 'QUEUED', due_at = :due, last_error = :reason, unknowns = unknowns + 1",
                update -> update.bind("due", dueAt.toEpochMilli()).bind("reason", reason));
    }

    /** Cut off while it was sent, through no fault of its own: the attempt does not count, the doubt does. */
    public boolean interrupted(Delivery claimed, Instant dueAt, String reason) {
        return settle(
                claimed,
                "state = 'QUEUED', due_at = :due, last_error = :reason, attempts = attempts - 1,"
                        + " interrupted = interrupted + 1",
                update -> update.bind("due", dueAt.toEpochMilli()).bind("reason", reason));
    }

    /** Put back without having been sent: pacing, a hold, a stop. The attempt does not count. */
    public boolean release(Delivery claimed, Instant dueAt) {
        return settle(
                claimed,
                "state = 'QUEUED', due_at = :due, attempts = attempts - 1",
                update -> update.bind("due", dueAt.toEpochMilli()));
    }

    /** Will not be tried again by itself. */
    public boolean dead(Delivery claimed, String reason, Instant now) {
        return settle(
                claimed,
                "state = 'DEAD', settled_at = :at, last_error = :reason",
                update -> update.bind("at", now.toEpochMilli()).bind("reason", reason));
    }

    private boolean settle(Delivery claimed, String change, java.util.function.UnaryOperator<Update> values) {
        String sql = "UPDATE delivery SET " + change
                + ", lease_until = NULL WHERE id = :id AND fence = :fence AND state = 'SENDING'";
        return database.write(handle -> values.apply(handle.createUpdate(sql))
                        .bind("id", claimed.id())
                        .bind("fence", claimed.fence())
                        .execute()
                == 1);
    }

    /** Deletes what was settled before the time. */
    public int forgetSettled(Instant before) {
        return database.write(handle -> {
            handle.createUpdate("""
                            DELETE FROM receipt
                            WHERE delivery_id IN (SELECT id FROM delivery WHERE settled_at < :before)
                            """).bind("before", before.toEpochMilli()).execute();
            return handle.createUpdate("DELETE FROM delivery WHERE settled_at < :before")
                    .bind("before", before.toEpochMilli())
                    .execute();
        });
    }

    /** How many deliveries stand in a state. */
    public int count(DeliveryState state) {
        return database.read(handle -> handle.createQuery("SELECT COUNT(*) FROM delivery WHERE state = :state")
                .bind("state", state.name())
                .mapTo(Integer.class)
                .one());
    }

    /** How many deliveries may have arrived more than once, or without our knowing. */
    public int doubtful() {
        return database.read(
                handle -> handle.createQuery("SELECT COUNT(*) FROM delivery WHERE unknowns > 0 OR interrupted > 0")
                        .mapTo(Integer.class)
                        .one());
    }

    /** What became of a chat's latest deliveries, the newest first. */
    public List<DeliveryStatus> latest(long chatId, int limit) {
        return database.read(handle -> handle.createQuery(
                        "SELECT * FROM delivery WHERE chat_id = :chat ORDER BY id DESC LIMIT :limit")
                .bind("chat", chatId)
                .bind("limit", limit)
                .map(DeliveryStore::status)
                .list());
    }

    private static Delivery delivery(ResultSet row, StatementContext context) throws SQLException {
        return new Delivery(
                row.getLong("delivery_id"),
                ChatStore.chat(row, context),
                Columns.optionalLong(row, "article_id"),
                Columns.optionalLong(row, "notice_id"),
                Priority.ofRank(row.getInt("priority")),
                row.getInt("attempts"),
                row.getInt("unknowns"),
                Columns.instant(row, "accepted_at"),
                Columns.instant(row, "due_at"),
                Columns.optionalInstant(row, "slot"),
                row.getInt("alone") == 1,
                row.getLong("fence"));
    }

    private static DeliveryStatus status(ResultSet row, StatementContext context) throws SQLException {
        return new DeliveryStatus(
                row.getLong("id"),
                DeliveryState.valueOf(row.getString("state")),
                row.getInt("attempts"),
                Columns.instant(row, "due_at"),
                row.getInt("unknowns") + row.getInt("interrupted"),
                Columns.optionalText(row, "message_id"),
                row.getString("last_error"));
    }
}
