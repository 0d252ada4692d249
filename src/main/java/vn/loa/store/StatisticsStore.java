package vn.loa.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import vn.loa.model.DeliveryState;
import vn.loa.model.Problem;
import vn.loa.model.SourceHealth;

/** Counts over all tables, for whoever watches Loa from outside. Reads only. */
public final class StatisticsStore {
    private final Database database;

    public StatisticsStore(Database database) {
        this.database = database;
    }

    /**
     * A source that is watched and not well.
     *
     * @param since since when it has been in this state
     * @param problem what its last check met
     */
    public record TroubledSource(
            String id, SourceHealth health, Optional<Instant> since, Optional<Problem.Kind> problem) {
        public TroubledSource {
            Objects.requireNonNull(id);
            Objects.requireNonNull(health);
            Objects.requireNonNull(since);
            Objects.requireNonNull(problem);
        }
    }

    /**
     * Returns how many sources are in each state: {@code ok}, {@code degraded}, {@code down}, {@code unchecked} and
     * {@code paused}; each is there, also with none.
     */
    public Map<String, Integer> sources() {
        Map<String, Integer> counted = new TreeMap<>();
        List.of("ok", "degraded", "down", "unchecked", "paused").forEach(state -> counted.put(state, 0));
        counted.putAll(database.read(handle -> counts(handle, """
                SELECT CASE WHEN paused = 1 OR held = 1 THEN 'paused' WHEN last_check IS NULL THEN 'unchecked'
                  ELSE LOWER(health) END AS name, COUNT(*) AS number
                FROM source WHERE origin <> 'draft' GROUP BY 1
                """)));
        return counted;
    }

    private static Map<String, Integer> counts(Handle handle, String query) {
        return handle
                .createQuery(query)
                .map((row, context) -> Map.entry(row.getString("name"), row.getInt("number")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Returns the sources that are watched and not well, those that are down first. */
    public List<TroubledSource> troubledSources(int limit) {
        return database.read(handle -> handle.createQuery("""
                        SELECT id, health, health_since, problem FROM source
                        WHERE paused = 0 AND held = 0 AND health <> 'OK' AND last_check IS NOT NULL
                        ORDER BY health DESC, id LIMIT :limit
                        """)
                .bind("limit", limit)
                .map((row, context) -> new TroubledSource(
                        row.getString("id"),
                        SourceHealth.valueOf(row.getString("health")),
                        Columns.optionalInstant(row, "health_since"),
                        Optional.ofNullable(row.getString("problem")).map(Problem.Kind::valueOf)))
                .list());
    }

    /**
     * Counts a bot's deliveries that are not settled.
     *
     * @param state {@code queued} or {@code sending}
     */
    public record OpenDeliveries(String bot, String state, int count) {
        public OpenDeliveries {
            Objects.requireNonNull(bot);
            Objects.requireNonNull(state);
        }
    }

    /** Returns how many deliveries of each bot wait or are under way; bots without any are left out. */
    public List<OpenDeliveries> openDeliveries() {
        return database.read(handle -> handle.createQuery("""
                        SELECT bot, 'queued' AS name, COUNT(*) AS number FROM delivery WHERE state = 'QUEUED' GROUP BY bot
                        UNION ALL
                        SELECT bot, 'sending', COUNT(*) FROM delivery WHERE state = 'SENDING' GROUP BY bot
                        """)
                .map((row, context) ->
                        new OpenDeliveries(row.getString("bot"), row.getString("name"), row.getInt("number")))
                .list());
    }

    /** Returns since when the delivery that has waited longest has been due; empty when none is. */
    public Optional<Instant> oldestDue(Instant now) {
        return database.read(handle -> handle.createQuery(
                        "SELECT MIN(due_at) AS due FROM delivery WHERE state = 'QUEUED' AND due_at <= :now")
                .bind("now", now.toEpochMilli())
                .map((row, context) -> Columns.optionalInstant(row, "due"))
                .one());
    }

    /** Counts the deliveries that were given up. */
    public int deadLetters() {
        return number("SELECT COUNT(*) FROM delivery WHERE state = 'DEAD'");
    }

    /** Counts the deliveries of which it is not known whether they arrived once. */
    public int unconfirmed() {
        return number("SELECT COUNT(*) FROM delivery WHERE unconfirmed > 0");
    }

    /**
     * Counts the deliveries that ended within an hour.
     *
     * @param hour from 0
     */
    public record SettledDeliveries(int hour, DeliveryState state, int count) {
        public SettledDeliveries {
            Objects.requireNonNull(state);
        }
    }

    /** Returns how many deliveries were sent or given up in each hour from a time on; hours without any are left out. */
    public List<SettledDeliveries> settledByHour(Instant from, Instant until) {
        return database.read(handle -> handle.createQuery("""
                        SELECT (settled_at - :from) / 3600000 AS hour, state, COUNT(*) AS number FROM delivery
                        WHERE settled_at >= :from AND settled_at < :until AND state IN ('SENT', 'DEAD') GROUP BY 1, 2
                        """)
                .bind("from", from.toEpochMilli())
                .bind("until", until.toEpochMilli())
                .map((row, context) -> new SettledDeliveries(
                        row.getInt("hour"), DeliveryState.valueOf(row.getString("state")), row.getInt("number")))
                .list());
    }

    /**
     * Counts those who have to write before they can be written to.
     *
     * @param messages that wait for it
     */
    public record Awaited(int people, int messages) {}

    /** Counts whom Loa cannot write to until they write, and what waits for it. */
    public Awaited awaited() {
        return database.read(handle -> awaited(handle, ""));
    }

    /**
     * Counts the same as part of what another store reads.
     *
     * @param bot of whose people; empty for all
     */
    public static Awaited awaited(Handle handle, String bot) {
        return handle.createQuery("""
                        SELECT COUNT(DISTINCT c.id) AS people, COUNT(d.id) AS messages
                        FROM chat_trouble t JOIN chat c ON c.bot = t.bot AND c.external_id = t.external_id
                          LEFT JOIN delivery d ON d.chat_id = c.id AND d.settled_at IS NULL
                        WHERE t.kind = 'WINDOW_CLOSED' AND c.state IN ('ACTIVE', 'PENDING')
                          AND (:bot = '' OR t.bot = :bot)
                        """)
                .bind("bot", bot)
                .map((row, context) -> new Awaited(row.getInt("people"), row.getInt("messages")))
                .one();
    }

    /** Counts the articles in the archive. */
    public int articles() {
        return number("SELECT COUNT(*) FROM article");
    }

    /** Counts the receipts that are kept. */
    public int receipts() {
        return number("SELECT COUNT(*) FROM receipt");
    }

    /** Counts the chats by state, in lower case. */
    public Map<String, Integer> chats() {
        return database.read(
                handle -> counts(handle, "SELECT LOWER(state) AS name, COUNT(*) AS number FROM chat GROUP BY 1"));
    }

    private int number(String query) {
        return database.read(
                handle -> handle.createQuery(query).mapTo(Integer.class).one());
    }
}
