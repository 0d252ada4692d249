package vn.loa.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
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
}
