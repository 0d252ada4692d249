package vn.loa.store;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import vn.loa.model.Cadence;
import vn.loa.model.Problem;
import vn.loa.model.Source;
import vn.loa.model.SourceCheck;
import vn.loa.model.SourceHealth;

/** The sources and how each one does. */
public final class SourceStore {
    private final Database database;

    public SourceStore(Database database) {
        this.database = database;
    }

    /** Takes over the configuration's sources: new ones are added, changed ones changed, missing ones paused. */
    public void syncConfigured(List<Source> configured) {
        database.write(handle -> {
            handle.execute("UPDATE source SET paused = 1 WHERE origin = 'config'");
            configured.forEach(source -> upsert(handle, source));
            return null;
        });
    }

    private static void upsert(Handle handle, Source source) {
        handle.createUpdate("""
                        INSERT INTO source (id, name, url, portal, every_ms, cron, rules, options, origin, paused)
                        VALUES (:id, :name, :url, :portal, :every, :cron, :rules, :options, 'config', 0)
                        ON CONFLICT (id) DO UPDATE SET
                          name = excluded.name, portal = excluded.portal,
                          every_ms = excluded.every_ms, cron = excluded.cron, rules = excluded.rules,
                          options = excluded.options, origin = 'config', paused = 0,
                          etag = CASE WHEN source.url = excluded.url THEN source.etag END,
                          last_modified = CASE WHEN source.url = excluded.url THEN source.last_modified END,
                          url = excluded.url
                        """)
                .bind("id", source.id())
                .bind("name", source.name())
                .bind("url", source.url().toString())
                .bind("portal", source.portal())
                .bind("every", everyMillis(source.cadence()))
                .bind("cron", cron(source.cadence()))
                .bind("rules", Columns.json(source.rules()))
                .bind("options", options(source))
                .execute();
    }

    private static Long everyMillis(Cadence cadence) {
        return cadence instanceof Cadence.Every every ? every.interval().toMillis() : null;
    }

    private static String cron(Cadence cadence) {
        return cadence instanceof Cadence.Cron cron ? cron.expression() : null;
    }

    private static String options(Source source) {
        return source.options().stream().map(Enum::name).sorted().collect(Collectors.joining(","));
    }

    /** The sources that are watched, by name. */
    public List<Source> active() {
        return database.read(handle -> handle.createQuery("SELECT * FROM source WHERE paused = 0 ORDER BY name, id")
                .map(SourceStore::source)
                .list());
    }

    /** The source with this id, watched or paused. */
    public Optional<Source> find(String id) {
        return database.read(handle -> handle.createQuery("SELECT * FROM source WHERE id = :id")
                .bind("id", id)
                .map(SourceStore::source)
                .findOne());
    }

    /** What was remembered at the last check; {@link SourceCheck#never()} for a source that was not looked at. */
    public SourceCheck check(String id) {
        return database.read(handle -> handle.createQuery("SELECT * FROM source WHERE id = :id")
                .bind("id", id)
                .map(SourceStore::check)
                .findOne()
                .orElse(SourceCheck.never()));
    }

    /** Remembers a check. */
    public void saveCheck(String id, SourceCheck check) {
        database.write(handle -> handle.createUpdate("""
                        UPDATE source SET first_good = :firstGood, last_check = :lastCheck, last_good = :lastGood,
                          not_before = :notBefore, failures = :failures, health = :health,
                          health_since = :healthSince, problem = :problem, detail = :detail, listed = :listed, etag = :etag,
                          last_modified = :lastModified
                        WHERE id = :id
                        """)
                .bind("id", id)
                .bind("firstGood", Columns.millis(check.firstGood()))
                .bind("lastCheck", Columns.millis(check.lastCheck()))
                .bind("lastGood", Columns.millis(check.lastGood()))
                .bind("notBefore", Columns.millis(check.notBefore()))
                .bind("failures", check.failures())
                .bind("health", check.health().name())
                .bind("healthSince", Columns.millis(check.healthSince()))
                .bind(
                        "problem",
                        check.problem().map(problem -> problem.kind().name()).orElse(null))
                .bind("detail", check.problem().map(Problem::detail).orElse(null))
                .bind("listed", check.listed())
                .bind("etag", check.etag().orElse(null))
                .bind("lastModified", check.lastModified().orElse(null))
                .execute());
    }

    private static Source source(ResultSet row, StatementContext context) throws SQLException {
        return new Source(
                row.getString("id"),
                row.getString("name"),
                URI.create(row.getString("url")),
                row.getString("portal"),
                cadence(row),
                Columns.tree(row, "rules"),
                options(row.getString("options")));
    }

    private static Cadence cadence(ResultSet row) throws SQLException {
        OptionalLong every = Columns.optionalLong(row, "every_ms");
        return every.isPresent()
                ? new Cadence.Every(Duration.ofMillis(every.getAsLong()))
                : new Cadence.Cron(row.getString("cron"));
    }

    private static Set<Source.Option> options(String text) {
        return text.lines()
                .flatMap(line -> List.of(line.split(",")).stream())
                .map(Source.Option::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Optional<Problem> problem(ResultSet row) throws SQLException {
        String detail = row.getString("detail");
        return Columns.optionalText(row, "problem").map(kind -> new Problem(Problem.Kind.valueOf(kind), detail));
    }

    private static SourceCheck check(ResultSet row, StatementContext context) throws SQLException {
        return new SourceCheck(
                Columns.optionalInstant(row, "first_good"),
                Columns.optionalInstant(row, "last_check"),
                Columns.optionalInstant(row, "last_good"),
                Columns.optionalInstant(row, "not_before"),
                row.getInt("failures"),
                SourceHealth.valueOf(row.getString("health")),
                Columns.optionalInstant(row, "health_since"),
                problem(row),
                row.getInt("listed"),
                Columns.optionalText(row, "etag"),
                Columns.optionalText(row, "last_modified"));
    }
}
