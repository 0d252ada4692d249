package vn.loa.store.article;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.StatementContext;
import vn.loa.model.AlarmState;
import vn.loa.store.Columns;
import vn.loa.store.Database;

/** Keeps what the watch remembers of each source beside the result of its last check. */
public final class SourceWatchStore {
    private final Database database;

    public SourceWatchStore(Database database) {
        this.database = database;
    }

    /** Keeps when a source is due, for the case of a restart. */
    public void plan(String sourceId, Instant nextCheck) {
        setTime(sourceId, "next_check", nextCheck);
    }

    /** Keeps when each of many sources is due, by its id. */
    public void plan(Map<String, Instant> nextChecks) {
        database.together(() -> nextChecks.forEach(this::plan));
    }

    /** Returns when a source is due; empty when that was never planned. */
    public Optional<Instant> nextCheck(String sourceId) {
        return time(sourceId, "next_check");
    }

    /** Notes that a due check came to no turn, for others keep its host busy. */
    public void putOff(String sourceId, Instant now) {
        database.write(handle -> handle.createUpdate("""
                        INSERT INTO source_watch (source_id, busy_since) VALUES (:id, :now)
                        ON CONFLICT (source_id) DO UPDATE SET
                          busy_since = COALESCE(source_watch.busy_since, excluded.busy_since)
                        """)
                .bind("id", sourceId)
                .bind("now", now.toEpochMilli())
                .execute());
    }

    /** Notes that a source came to its turn. */
    public void hadItsTurn(String sourceId) {
        if (time(sourceId, "busy_since").isPresent()) {
            database.write(handle ->
                    handle.execute("UPDATE source_watch SET busy_since = NULL WHERE source_id = ?", sourceId));
        }
    }

    /**
     * Notes that a page of a source is being read. To be committed before the reading begins. A reading of another life that
     * still stands counts as a death: one that starts anew at once does so before its former life counts as ended.
     */
    public void beginReading(String sourceId, Instant now) {
        database.write(handle -> handle.createUpdate("""
                        INSERT INTO source_watch (source_id, reading_since, reading_by) VALUES (:id, :now, :life)
                        ON CONFLICT (source_id) DO UPDATE SET reading_since = excluded.reading_since,
                          reading_by = excluded.reading_by,
                          reading_deaths = source_watch.reading_deaths
                            + CASE WHEN source_watch.reading_since IS NOT NULL
                                AND source_watch.reading_by <> excluded.reading_by THEN 1 ELSE 0 END
                        """)
                .bind("id", sourceId)
                .bind("now", now.toEpochMilli())
                .bind("life", database.life())
                .execute());
    }

    /** Notes that the reading of a source came to its end, so that the source is suspected of nothing. */
    public void endReading(String sourceId) {
        database.write(handle -> handle.createUpdate(
                        "UPDATE source_watch SET reading_since = NULL, reading_deaths = 0 WHERE source_id = :id")
                .bind("id", sourceId)
                .execute());
    }

    /** Forgets the readings of this node that a planned stop cuts short. */
    public void endAllReadings() {
        database.write(handle -> handle.execute(
                "UPDATE source_watch SET reading_since = NULL WHERE reading_since IS NOT NULL AND reading_by = ?",
                database.life()));
    }

    /**
     * Counts a death for each source that a node was reading which does not run any more and did not stop as planned.
     *
     * @return how many
     */
    public int countDeaths() {
        return database.write(handle -> handle.execute(
                "UPDATE source_watch SET reading_since = NULL,"
                        + " reading_deaths = reading_deaths + 1 WHERE reading_since IS NOT NULL"
                        + " AND reading_by <> ? AND NOT EXISTS (SELECT 1 FROM node n"
                        + " WHERE n.life = source_watch.reading_by AND n.alive_until >= "
                        + database.dialect().now() + ")",
                database.life()));
    }

    /** Returns how often in a row the program died while it read a source; sources without a death are left out. */
    public Map<String, Integer> deaths() {
        return database
                .read(handle -> handle.createQuery(
                                "SELECT source_id, reading_deaths FROM source_watch WHERE reading_deaths > 0")
                        .map((row, context) -> Map.entry(row.getString("source_id"), row.getInt("reading_deaths")))
                        .list())
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Notes that a list came whole, and how many of its items were skipped. */
    public void cameWhole(String sourceId, int skipped, Instant now) {
        setTime(sourceId, "last_whole", now);
        database.write(handle -> handle.createUpdate("UPDATE source_watch SET skipped = :skipped WHERE source_id = :id")
                .bind("skipped", skipped)
                .bind("id", sourceId)
                .execute());
    }

    /** Returns when a source's list last came whole. */
    public Optional<Instant> lastWhole(String sourceId) {
        return time(sourceId, "last_whole");
    }

    /** Returns how many items of a source's list were no articles of its, when it last came whole. */
    public int skipped(String sourceId) {
        return database.read(handle -> handle.createQuery("SELECT skipped FROM source_watch WHERE source_id = :id")
                .bind("id", sourceId)
                .mapTo(Integer.class)
                .findOne()
                .orElse(0));
    }

    /** Returns when operators were last told that a source's addresses change. */
    public Optional<Instant> addressesToldAt(String sourceId) {
        return time(sourceId, "addresses_told_at");
    }

    /** Notes that a source's addresses changed and that operators know. */
    public void addressesTold(String sourceId, Instant now) {
        setTime(sourceId, "addresses_told_at", now);
    }

    /** Returns when a quiet source was last held against the rest of its site. */
    public Optional<Instant> siteComparedAt(String sourceId) {
        return time(sourceId, "site_compared_at");
    }

    /**
     * Notes that a quiet source was held against the rest of its site.
     *
     * @param newer an article there that is newer than the source's, its address; empty when there is none
     */
    public void siteCompared(String sourceId, Optional<URI> newer, Instant now) {
        database.write(handle -> handle.createUpdate("""
                        INSERT INTO source_watch (source_id, site_compared_at, site_newer) VALUES (:id, :now, :newer)
                        ON CONFLICT (source_id) DO UPDATE SET site_compared_at = excluded.site_compared_at,
                          site_newer = excluded.site_newer
                        """)
                .bind("id", sourceId)
                .bind("now", now.toEpochMilli())
                .bind("newer", newer.map(URI::toString).orElse(""))
                .execute());
    }

    /** Returns the newer article that the site of a quiet source showed when they were last compared. */
    public Optional<URI> siteNewer(String sourceId) {
        return database.read(handle -> handle.createQuery(
                                "SELECT site_newer FROM source_watch WHERE source_id = :id AND site_newer <> ''")
                        .bind("id", sourceId)
                        .mapTo(String.class)
                        .findOne())
                .map(URI::create);
    }

    /** Notes that a source is quiet no more: what was found and told of its quiet is forgotten. */
    public void quietEnded(String sourceId) {
        boolean known = database.read(handle -> handle.createQuery("SELECT COUNT(*) FROM source_watch"
                                + " WHERE source_id = :id AND (quiet_told <> '' OR site_newer <> '')")
                        .bind("id", sourceId)
                        .mapTo(Long.class)
                        .one())
                > 0;
        if (known) {
            database.write(handle -> handle.createUpdate(
                            "UPDATE source_watch SET quiet_told = '', site_newer = '' WHERE source_id = :id")
                    .bind("id", sourceId)
                    .execute());
        }
    }

    /** Returns what operators know of a source's quiet; empty when there is nothing to know, or they do not. */
    public String quietTold(String sourceId) {
        return database.read(handle -> handle.createQuery("SELECT quiet_told FROM source_watch WHERE source_id = :id")
                .bind("id", sourceId)
                .mapTo(String.class)
                .findOne()
                .orElse(""));
    }

    /** Notes what operators know of a source's quiet. */
    public void quietTold(String sourceId, String kind) {
        database.write(handle -> handle.createUpdate("INSERT INTO source_watch (source_id, quiet_told)"
                        + " VALUES (:id, :kind) ON CONFLICT (source_id) DO UPDATE SET quiet_told = excluded.quiet_told")
                .bind("id", sourceId)
                .bind("kind", kind)
                .execute());
    }

    /** Returns what is known of a source's illness. */
    public AlarmState alarm(String sourceId) {
        return database.read(handle -> handle.createQuery("SELECT * FROM source_watch WHERE source_id = :id")
                .bind("id", sourceId)
                .map(SourceWatchStore::alarm)
                .findOne()
                .orElse(AlarmState.NEW));
    }

    /** Keeps what is known of a source's illness. */
    public void saveAlarm(String sourceId, AlarmState state) {
        database.write(handle -> handle.createUpdate("""
                        INSERT INTO source_watch (source_id, ill, well, told, told_at, untold)
                        VALUES (:id, :ill, :well, :told, :toldAt, :untold)
                        ON CONFLICT (source_id) DO UPDATE SET ill = excluded.ill, well = excluded.well,
                          told = excluded.told, told_at = excluded.told_at, untold = excluded.untold
                        """)
                .bind("id", sourceId)
                .bind("ill", state.ill())
                .bind("well", state.well())
                .bind("told", state.told() ? 1 : 0)
                .bind("toldAt", Columns.millis(state.toldAt()))
                .bind("untold", state.untold())
                .execute());
    }

    private Optional<Instant> time(String sourceId, String column) {
        return database.read(
                        handle -> handle.createQuery("SELECT " + column + " FROM source_watch WHERE source_id = :id")
                                .bind("id", sourceId)
                                .map((row, context) -> Columns.optionalInstant(row, column))
                                .findOne())
                .flatMap(found -> found);
    }

    private void setTime(String sourceId, String column, Instant time) {
        database.write(handle -> handle.createUpdate("INSERT INTO source_watch (source_id, " + column
                        + ") VALUES (:id, :time) ON CONFLICT (source_id) DO UPDATE SET " + column + " = excluded."
                        + column)
                .bind("id", sourceId)
                .bind("time", time.toEpochMilli())
                .execute());
    }

    private static AlarmState alarm(ResultSet row, StatementContext context) throws SQLException {
        return new AlarmState(
                row.getInt("ill"),
                row.getInt("well"),
                row.getInt("told") == 1,
                Columns.optionalInstant(row, "told_at"),
                row.getInt("untold"));
    }
}
