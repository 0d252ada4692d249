package vn.loa.store.failover;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import vn.loa.model.Chat;
import vn.loa.model.DeliveryState;
import vn.loa.model.Platform;
import vn.loa.store.ChatRow;
import vn.loa.store.Columns;
import vn.loa.store.Database;
import vn.loa.store.DeliveryProgress;

/**
 * Keeps the units that hear each announcement once, and takes their deliveries from one of their chats to another. Only
 * what nobody is sending is moved, and under its fence, so that no two chats are told but what may have arrived already.
 */
public final class UnitFailoverStore {
    /** What ended earlier is news no more. */
    private static final Duration DEAD_FOR = Duration.ofDays(1);

    private static final int MOST_AT_ONCE = 500;

    private static final String SETTINGS = "SELECT * FROM unit_failover";
    private static final String CHATS = "SELECT * FROM chat WHERE unit_id = :unit AND state = 'ACTIVE' ORDER BY id";

    private final Database database;

    public UnitFailoverStore(Database database) {
        this.database = database;
    }

    /** Returns how a unit hears; empty when each of its chats hears by itself. */
    public Optional<UnitFailover> of(long unitId) {
        return database.read(handle -> handle.createQuery(SETTINGS + " WHERE unit_id = :unit")
                .bind("unit", unitId)
                .map(UnitFailoverStore::setting)
                .findOne());
    }

    /** Returns all units that hear each announcement once. */
    public List<UnitFailover> all() {
        return database.read(UnitFailoverStore::all);
    }

    static List<UnitFailover> all(Handle handle) {
        return handle.createQuery(SETTINGS + " ORDER BY unit_id")
                .map(UnitFailoverStore::setting)
                .list();
    }

    /** Sets that a unit hears each announcement once. */
    public void set(long unitId, List<Platform> order, Duration after, Instant now) {
        database.write(handle -> handle.createUpdate("""
                        INSERT INTO unit_failover (unit_id, platforms, after_ms, since)
                        VALUES (:unit, :platforms, :after, :now)
                        ON CONFLICT (unit_id) DO UPDATE SET platforms = excluded.platforms, after_ms = excluded.after_ms
                        """)
                .bind("unit", unitId)
                .bind("platforms", order.stream().map(Platform::id).collect(Collectors.joining(",")))
                .bind("after", after.toMillis())
                .bind("now", now.toEpochMilli())
                .execute());
    }

    /** Has each chat of a unit hear by itself again; returns whether it did not before. */
    public boolean remove(long unitId) {
        return database.write(handle -> handle.execute("DELETE FROM unit_failover WHERE unit_id = ?", unitId) == 1);
    }

    /** Returns the active chats of a unit, the one to be told first at the head. */
    public List<Chat> chats(UnitFailover unit) {
        return database.read(handle -> chats(handle, unit));
    }

    static List<Chat> chats(Handle handle, UnitFailover unit) {
        return handle.createQuery(CHATS).bind("unit", unit.unitId()).map(ChatRow::chat).stream()
                .sorted(Comparator.comparing(
                        chat -> unit.rank(chat.address().bot().platform())))
                .toList();
    }

    private static UnitFailover setting(ResultSet row, StatementContext context) throws SQLException {
        return new UnitFailover(
                row.getLong("unit_id"),
                Arrays.stream(row.getString("platforms").split(","))
                        .flatMap(id -> Platform.of(id).stream())
                        .toList(),
                Duration.ofMillis(row.getLong("after_ms")),
                Columns.instant(row, "since"),
                Columns.optionalLong(row, "away_chat"));
    }

    /**
     * A delivery of such a unit that has not arrived.
     *
     * @param since when its chat was to be told
     * @param ended whether it will not be tried again by itself
     */
    public record Waiting(long id, long fence, long unitId, Chat chat, Instant since, boolean ended) {}

    /**
     * Returns what units still have to hear and nobody is sending, page by page; what the portal or its author took back
     * is not, nor what has no other chat to go to.
     *
     * @param after the last delivery of the page before, by our number; 0 for the first page
     */
    public List<Waiting> waiting(Instant now, long after) {
        return database.read(handle -> handle.createQuery("""
                        SELECT d.id AS delivery_id, d.fence, d.unit_id AS listener, d.state AS delivery_state,
                          d.created_at AS accepted_at, d.digest_at, d.rerouted_at, c.*
                        FROM delivery d JOIN unit_failover u ON u.unit_id = d.unit_id JOIN chat c ON c.id = d.chat_id
                          LEFT JOIN article a ON a.id = d.article_id LEFT JOIN notice n ON n.id = d.notice_id
                        WHERE d.unit_id IS NOT NULL AND d.state <> 'SENT' AND d.id > :last
                          AND EXISTS (SELECT 1 FROM chat o
                            WHERE o.unit_id = d.unit_id AND o.state = 'ACTIVE' AND o.id <> d.chat_id)
                          AND (d.state = 'QUEUED' OR d.state = 'DEAD' AND d.settled_at > :after)
                          AND COALESCE(a.withdrawn, 0) = 0 AND COALESCE(n.recalled, 0) = 0
                        ORDER BY d.id LIMIT :most
                        """)
                .bind("after", now.minus(DEAD_FOR).toEpochMilli())
                .bind("last", after)
                .bind("most", MOST_AT_ONCE)
                .map(UnitFailoverStore::asWaiting)
                .list());
    }

    private static Waiting asWaiting(ResultSet row, StatementContext context) throws SQLException {
        long since =
                Math.max(Math.max(row.getLong("accepted_at"), row.getLong("rerouted_at")), row.getLong("digest_at"));
        return new Waiting(
                row.getLong("delivery_id"),
                row.getLong("fence"),
                row.getLong("listener"),
                ChatRow.chat(row, context),
                Instant.ofEpochMilli(since),
                row.getString("delivery_state").equals(DeliveryState.DEAD.name()));
    }

    /** Returns our numbers of the chats in which a delivery was given up. */
    public Set<Long> endedIn(long deliveryId) {
        return database.read(handle -> handle.createQuery(
                        "SELECT chat_id FROM delivery_reroute WHERE delivery_id = :id AND ended = 1")
                .bind("id", deliveryId)
                .mapTo(Long.class)
                .set());
    }

    /** Returns why a chat takes nothing at present, in English; empty when nothing is known against it. */
    public Optional<String> trouble(Chat chat, Instant now) {
        return database.read(handle -> handle.createQuery(
                        "SELECT reason FROM chat_trouble WHERE bot = :bot AND external_id = :external AND next_try > :now")
                .bind("bot", chat.address().bot().key())
                .bind("external", chat.address().chatId())
                .bind("now", now.toEpochMilli())
                .mapTo(String.class)
                .findOne());
    }

    /**
     * Gives a delivery to another chat of its unit, as if it had just been accepted for it and nothing of it sent; returns false when somebody
     * sends it meanwhile, or when that chat has or had the same by itself.
     */
    public boolean reroute(Waiting delivery, Chat to, String reason, Instant now) {
        return database.write(handle -> {
            boolean moved = handle.createUpdate("""
                                    UPDATE delivery SET chat_id = :to, bot = :bot, state = 'QUEUED', due_at = :now,
                                      settled_at = NULL, digest_at = NULL, no_digest = 0, attempts = 0,
                                      unconfirmed_tries = 0, suspect = 0, fence = fence + 1, rerouted_at = :now,
                                      message_id = NULL
                                    WHERE id = :id AND fence = :fence AND state IN ('QUEUED', 'DEAD')
                                      AND NOT EXISTS (SELECT 1 FROM delivery o WHERE o.chat_id = :to
                                        AND (o.article_id = delivery.article_id OR o.notice_id = delivery.notice_id))
                                    """)
                            .bind("to", to.id())
                            .bind("bot", to.address().bot().key())
                            .bind("now", now.toEpochMilli())
                            .bind("id", delivery.id())
                            .bind("fence", delivery.fence())
                            .execute()
                    == 1;
            if (moved) {
                DeliveryProgress.forget(handle, Long.toString(delivery.id()));
                noteReroute(handle, delivery, reason, now);
            }
            return moved;
        });
    }

    private static void noteReroute(Handle handle, Waiting delivery, String reason, Instant now) {
        handle.createUpdate("""
                        INSERT INTO delivery_reroute (delivery_id, chat_id, at, reason, ended)
                        VALUES (:id, :chat, :now, :reason, :ended)
                        ON CONFLICT (delivery_id, chat_id) DO UPDATE SET at = excluded.at, reason = excluded.reason,
                          ended = CASE WHEN excluded.ended = 1 THEN 1 ELSE delivery_reroute.ended END
                        """)
                .bind("id", delivery.id())
                .bind("chat", delivery.chat().id())
                .bind("now", now.toEpochMilli())
                .bind("reason", reason)
                .bind("ended", delivery.ended() ? 1 : 0)
                .execute();
    }

    /**
     * Takes over the articles that still wait for chats of such units by themselves, as those of a chat that has just come
     * to its unit: of several for one announcement, one is left. Does not touch what is being sent.
     */
    public void adopt() {
        database.transaction(() -> all().forEach(this::adopt));
    }

    private void adopt(UnitFailover unit) {
        record Alone(long id, long articleId) {}
        database.write(handle -> {
            List<Alone> alone = handle.createQuery("""
                            SELECT d.id, d.article_id FROM delivery d JOIN chat c ON c.id = d.chat_id
                            WHERE c.unit_id = :unit AND d.settled_at IS NULL AND d.state = 'QUEUED'
                              AND d.unit_id IS NULL AND d.article_id IS NOT NULL ORDER BY d.id
                            """)
                    .bind("unit", unit.unitId())
                    .map((row, context) -> new Alone(row.getLong("id"), row.getLong("article_id")))
                    .list();
            alone.forEach(each -> adopt(handle, unit, each.id(), each.articleId()));
            return null;
        });
    }

    private static void adopt(Handle handle, UnitFailover unit, long id, long articleId) {
        boolean told = handle.createQuery("""
                        SELECT COUNT(*) FROM delivery d JOIN chat c ON c.id = d.chat_id
                        WHERE d.article_id = :article AND d.id <> :id
                          AND (d.unit_id = :unit OR c.unit_id = :unit AND d.state IN ('SENT', 'SENDING'))
                        """)
                        .bind("article", articleId)
                        .bind("id", id)
                        .bind("unit", unit.unitId())
                        .mapTo(Integer.class)
                        .one()
                > 0;
        if (told) {
            String waiting = "SELECT id FROM delivery WHERE state = 'QUEUED' AND id = " + id;
            DeliveryProgress.forget(handle, waiting);
            handle.execute("DELETE FROM delivery WHERE id IN (" + waiting + ")");
        } else {
            handle.execute("UPDATE delivery SET unit_id = ? WHERE id = ?", unit.unitId(), id);
        }
    }

    /** Notes that news of a unit go past a chat of it; returns whether operators are to be told, which is so once. */
    public boolean away(long unitId, long chatId, Instant now) {
        return database.write(handle -> handle.createUpdate("""
                                UPDATE unit_failover SET away_chat = :chat, away_since = :now
                                WHERE unit_id = :unit AND away_chat IS NULL
                                """)
                        .bind("chat", chatId)
                        .bind("now", now.toEpochMilli())
                        .bind("unit", unitId)
                        .execute()
                == 1);
    }

    /** Takes the units that have heard again in the chat that news went past; each is returned once. */
    public List<UnitFailover> takeBack() {
        return database.transaction(() -> {
            List<UnitFailover> back = database.read(handle -> handle.createQuery(SETTINGS + """
                             WHERE away_chat IS NOT NULL AND EXISTS (SELECT 1 FROM delivery d
                              WHERE d.chat_id = unit_failover.away_chat AND d.state = 'SENT'
                                AND d.settled_at > unit_failover.away_since)
                            """)
                    .map(UnitFailoverStore::setting)
                    .list());
            back.forEach(unit -> database.<Integer>write(handle -> handle.execute(
                    "UPDATE unit_failover SET away_chat = NULL, away_since = NULL WHERE unit_id = ?", unit.unitId())));
            return back;
        });
    }
}
