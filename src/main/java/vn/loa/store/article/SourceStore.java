package vn.loa.store.article;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;
import vn.loa.model.Cadence;
import vn.loa.model.Problem;
import vn.loa.model.Source;
import vn.loa.model.SourceCheck;
import vn.loa.model.SourceHealth;
import vn.loa.store.Columns;
import vn.loa.store.Database;
import vn.loa.text.Folding;
import vn.loa.text.VietnameseOrder;

/** The sources and how each one does. */
public final class SourceStore {
    private final Database database;

    public SourceStore(Database database) {
        this.database = database;
    }

    /**
     * Takes over the configuration's sources: new ones are added, changed ones changed, missing ones paused. At a new
     * address a source begins anew: what is there already is recorded in silence. While the program stood none waited for
     * its turn.
     */
    public void syncConfigured(List<Source> configured) {
        database.serial(handle -> {
            handle.execute("UPDATE source SET paused = 1 WHERE origin = 'config'");
            configured.forEach(source -> upsert(handle, source));
            handle.execute("UPDATE source_watch SET busy_since = NULL WHERE busy_since IS NOT NULL");
            return null;
        });
    }

    private static void upsert(Handle handle, Source source) {
        bound(source, handle.createUpdate("""
                        INSERT INTO source (id, name, url, portal, every_ms, cron, rules, options, hosts, origin, paused)
                        VALUES (:id, :name, :url, :portal, :every, :cron, :rules, :options, :hosts, 'config', 0)
                        ON CONFLICT (id) DO UPDATE SET
                          name = excluded.name, portal = excluded.portal,
                          every_ms = excluded.every_ms, cron = excluded.cron, rules = excluded.rules,
                          options = excluded.options, hosts = excluded.hosts, origin = 'config', paused = 0,
                          etag = CASE WHEN source.url = excluded.url THEN source.etag END,
                          last_modified = CASE WHEN source.url = excluded.url THEN source.last_modified END,
                          first_good = CASE WHEN source.url = excluded.url THEN source.first_good END,
                          not_before = CASE WHEN source.url = excluded.url THEN source.not_before END,
                          failures = CASE WHEN source.url = excluded.url THEN source.failures ELSE 0 END,
                          listed = CASE WHEN source.url = excluded.url THEN source.listed ELSE 0 END,
                          url = excluded.url
                        """)).execute();
    }

    /** Keeps a source that was tried, unwatched, until {@link #acceptDraft} or {@link #dropDraft}. */
    public void addDraft(Source source, Instant now) {
        database.write(handle -> bound(source, handle.createUpdate("""
                        INSERT INTO source (id, name, url, portal, every_ms, cron, rules, options, hosts, origin, paused,
                          added_at)
                        VALUES (:id, :name, :url, :portal, :every, :cron, :rules, :options, :hosts, 'draft', 1, :now)
                        """))
                .bind("now", now.toEpochMilli())
                .execute());
    }

    /** Makes a draft a source that is watched; empty when there is no such draft any more. */
    public Optional<Source> acceptDraft(String id) {
        int accepted = database.write(handle -> handle.createUpdate(
                        "UPDATE source SET origin = 'chat', paused = 0 WHERE id = :id AND origin = 'draft'")
                .bind("id", id)
                .execute());
        return accepted == 1 ? find(id) : Optional.empty();
    }

    /** Forgets a draft, if it is still one. */
    public void dropDraft(String id) {
        database.write(handle -> handle.createUpdate("DELETE FROM source WHERE id = :id AND origin = 'draft'")
                .bind("id", id)
                .execute());
    }

    /** Forgets drafts that nobody has decided on since; returns how many. */
    public int forgetDrafts(Instant olderThan) {
        return database.write(
                handle -> handle.createUpdate("DELETE FROM source WHERE origin = 'draft' AND added_at < :before")
                        .bind("before", olderThan.toEpochMilli())
                        .execute());
    }

    /** Lets a source rest, or be watched again, whatever the configuration says. */
    public void hold(String id, boolean held) {
        database.write(handle -> {
            handle.execute("UPDATE source_watch SET busy_since = NULL WHERE source_id = ?", id);
            return handle.createUpdate("UPDATE source SET held = :held, not_before = NULL, failures = 0 WHERE id = :id")
                    .bind("held", held ? 1 : 0)
                    .bind("id", id)
                    .execute();
        });
    }

    /** Lets the next check of a source that is backing off take place at once. */
    public void endBackoff(String id) {
        database.write(handle -> handle.createUpdate("UPDATE source SET not_before = NULL WHERE id = :id")
                .bind("id", id)
                .execute());
    }

    /** Gives a source another address; what it has shown stays known, and it is looked at anew. */
    public void moveTo(String id, URI url) {
        database.write(handle -> handle.createUpdate("""
                        UPDATE source SET url = :url, etag = NULL, last_modified = NULL, not_before = NULL, failures = 0
                        WHERE id = :id
                        """)
                .bind("url", url.toString())
                .bind("id", id)
                .execute());
    }

    /** Forgets a source, what of it waits to be read, and who follows it; its articles stay in the archive. */
    public void remove(String id) {
        database.transaction(() -> database.write(handle -> {
            handle.createUpdate("DELETE FROM headline WHERE source_id = :id")
                    .bind("id", id)
                    .execute();
            for (String table : List.of("list_item", "source_watch")) {
                handle.execute("DELETE FROM " + table + " WHERE source_id = ?", id);
            }
            handle.createUpdate("DELETE FROM subscription WHERE kind = 'SOURCE' AND value = :id")
                    .bind("id", id)
                    .execute();
            return handle.createUpdate("DELETE FROM source WHERE id = :id")
                    .bind("id", id)
                    .execute();
        }));
    }

    /**
     * Notes that a source shows spam; true when it is to be told of at once, for none was told of since
     * {@code lastBefore}. Otherwise it is counted for {@link #takeUntoldSpam}.
     */
    public boolean noteSpam(String id, Instant now, Instant lastBefore) {
        return database.serial(handle -> {
            boolean tell = handle.createUpdate("""
                            UPDATE source SET spam_told_at = :now
                            WHERE id = :id AND (spam_told_at IS NULL OR spam_told_at <= :before)
                            """)
                            .bind("now", now.toEpochMilli())
                            .bind("before", lastBefore.toEpochMilli())
                            .bind("id", id)
                            .execute()
                    == 1;
            if (!tell) {
                handle.execute("UPDATE source SET spam_untold = spam_untold + 1 WHERE id = ?", id);
            }
            return tell;
        });
    }

    /**
     * Takes the number of spam items that are to be told of now; they count as told. Zero while the last telling is too
     * new.
     */
    public int takeUntoldSpam(String id, Instant now, Instant lastBefore) {
        return database.transaction(() -> database.write(handle -> {
            int untold = handle.createQuery("SELECT spam_untold FROM source WHERE id = :id AND spam_told_at <= :before")
                    .bind("id", id)
                    .bind("before", lastBefore.toEpochMilli())
                    .mapTo(Integer.class)
                    .findOne()
                    .orElse(0);
            if (untold > 0) {
                handle.execute(
                        "UPDATE source SET spam_untold = 0, spam_told_at = ? WHERE id = ?", now.toEpochMilli(), id);
            }
            return untold;
        }));
    }

    /** Counts the chats that follow just this source. */
    public int followers(String id) {
        return database.read(
                handle -> handle.createQuery("SELECT COUNT(*) FROM subscription WHERE kind = 'SOURCE' AND value = :id")
                        .bind("id", id)
                        .mapTo(int.class)
                        .one());
    }

    private static Update bound(Source source, Update update) {
        return update.bind("id", source.id())
                .bind("name", source.name())
                .bind("url", source.url().toString())
                .bind("portal", source.portal())
                .bind("every", everyMillis(source.cadence()))
                .bind("cron", cron(source.cadence()))
                .bind("rules", Columns.json(source.rules()))
                .bind("options", options(source))
                .bind("hosts", source.hosts().stream().sorted().collect(Collectors.joining(",")));
    }

    private static @Nullable Long everyMillis(Cadence cadence) {
        return cadence instanceof Cadence.Every every ? every.interval().toMillis() : null;
    }

    private static @Nullable String cron(Cadence cadence) {
        return cadence instanceof Cadence.Cron cron ? cron.expression() : null;
    }

    private static String options(Source source) {
        return source.options().stream().map(Enum::name).sorted().collect(Collectors.joining(","));
    }

    /** The sources that are watched, by name. */
    public List<Source> active() {
        return byName(
                database.read(handle -> handle.createQuery("SELECT * FROM source WHERE paused = 0 AND held = 0")
                        .map(SourceStore::source)
                        .list()),
                Function.identity());
    }

    /** All sources, watched or not, by name; drafts are none yet. */
    public List<KnownSource> known() {
        return byName(
                database.read(handle -> handle.createQuery("SELECT * FROM source WHERE origin <> 'draft'")
                        .map(SourceStore::knownSource)
                        .list()),
                KnownSource::source);
    }

    private static <T> List<T> byName(List<T> rows, Function<T, Source> source) {
        Comparator<T> byName = Comparator.comparing(row -> source.apply(row).name(), new VietnameseOrder());
        return rows.stream()
                .sorted(byName.thenComparing(row -> source.apply(row).id()))
                .toList();
    }

    /** The source that people call so: by its id, or by its name if just one has it, case left aside. */
    public Optional<KnownSource> knownAs(String word) {
        List<KnownSource> named = known().stream()
                .filter(known -> known.source().id().equalsIgnoreCase(word)
                        || Folding.fold(known.source().name()).equals(Folding.fold(word)))
                .toList();
        return named.size() == 1
                ? Optional.of(named.get(0))
                : named.stream()
                        .filter(known -> known.source().id().equalsIgnoreCase(word))
                        .findFirst();
    }

    private static KnownSource knownSource(ResultSet row, StatementContext context) throws SQLException {
        return new KnownSource(
                source(row, context),
                row.getString("origin").equals("config"),
                row.getInt("paused") == 1,
                row.getInt("held") == 1);
    }

    /** The source with this id, watched or paused. */
    public Optional<Source> find(String id) {
        return database.read(handle -> handle.createQuery("SELECT * FROM source WHERE id = :id")
                .bind("id", id)
                .map(SourceStore::source)
                .findOne());
    }

    /** Returns a source and whether it is watched, by its id; empty for a draft. */
    public Optional<KnownSource> known(String id) {
        return database.read(handle -> handle.createQuery("SELECT * FROM source WHERE id = :id AND origin <> 'draft'")
                .bind("id", id)
                .map(SourceStore::knownSource)
                .findOne());
    }

    /** Returns since when a source has waited for its turn at a busy host; empty while it has not waited unduly long. */
    public Optional<Instant> starvedSince(Source source, Instant now) {
        Instant due = now.minus(source.cadence().patience());
        return database.read(handle -> handle.createQuery(
                        "SELECT busy_since FROM source_watch WHERE source_id = :id AND busy_since <= :due")
                .bind("id", source.id())
                .bind("due", due.toEpochMilli())
                .map((row, context) -> Columns.instant(row, "busy_since"))
                .findOne());
    }

    /** Returns when any source was last checked. */
    public Optional<Instant> lastCheck() {
        return database.read(handle -> handle.createQuery("SELECT MAX(last_check) AS last_check FROM source")
                .map((row, context) -> Columns.optionalInstant(row, "last_check"))
                .one());
    }

    /**
     * Returns what was remembered at the last check; {@link SourceCheck#never()} for a source that was not looked at.
     */
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
                options(row.getString("options")),
                Stream.of(row.getString("hosts").split(","))
                        .filter(host -> !host.isEmpty())
                        .collect(Collectors.toUnmodifiableSet()));
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
