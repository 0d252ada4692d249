package vn.loa.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import vn.loa.waiting.TestPatience;

/**
 * A PostgreSQL server of its own for the tests of one process, with a database for each folder of a test. What it holds
 * is not meant to outlive it, so it does not wait for the disk.
 */
public final class TestServer {
    private static final TestServer SERVER = new TestServer();
    private static final String TEMPLATE = "migrated";

    private final EmbeddedPostgres server;
    private final Map<Path, DatabaseServer> databases = new HashMap<>();
    private String emptied = "";
    private int made;

    private TestServer() {
        try {
            server = EmbeddedPostgres.builder()
                    .setPGStartupWait(TestPatience.LIMIT)
                    .setServerConfig("fsync", "off")
                    .setServerConfig("full_page_writes", "off")
                    .setServerConfig("max_connections", "400")
                    .setServerConfig("timezone", "UTC")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Opens the database of a folder, with all tables; one that was not there is empty. */
    static Database database(Path folder) {
        return Database.shared(SERVER.of(folder, true));
    }

    /** Returns the database of a folder; one that was not there has no tables. */
    public static DatabaseServer empty(Path folder) {
        return SERVER.of(folder, false);
    }

    /** Does to the database of a folder what no store offers. */
    public static void sql(Path folder, String statement) {
        sql(SERVER.of(folder, false), statement);
    }

    private synchronized DatabaseServer of(Path folder, boolean withTables) {
        Path path = folder.toAbsolutePath();
        if (!databases.containsKey(path)) {
            databases.put(path, withTables ? used().orElseGet(this::migrated) : made("template1"));
        }
        return databases.get(path);
    }

    private DatabaseServer migrated() {
        if (emptied.isEmpty()) {
            Database.of(made("template1", TEMPLATE)).close();
            emptied = emptying();
        }
        return made(TEMPLATE);
    }

    /** Empties a database whose test is over, for making a new one takes ten times as long. */
    private Optional<DatabaseServer> used() {
        Optional<Path> over = databases.keySet().stream()
                .filter(folder -> !Files.exists(folder))
                .findFirst();
        return over.map(databases::remove).filter(this::empties);
    }

    /** A test may have taken tables away; its database is of no use to another. */
    private boolean empties(DatabaseServer database) {
        if (emptied.isEmpty()) {
            // What has to be emptied is known when the first was made from the template.
            return false;
        }
        try {
            sql(database, emptied);
            return true;
        } catch (IllegalStateException e) {
            return false;
        }
    }

    private String emptying() {
        String all = """
                SELECT string_agg('DELETE FROM ' || tablename, ';') FROM pg_tables
                WHERE schemaname = 'public' AND tablename <> 'flyway_schema_history'
                """;
        String numbers = """
                SELECT string_agg('ALTER SEQUENCE ' || sequencename || ' RESTART', ';') FROM pg_sequences
                """;
        DatabaseServer template = named(TEMPLATE);
        return "DROP FUNCTION IF EXISTS full_disk CASCADE; SET session_replication_role = replica;"
                + text(template, all) + ";" + text(template, numbers);
    }

    private DatabaseServer made(String template) {
        return made(template, "test" + made++);
    }

    private DatabaseServer made(String template, String name) {
        sql(named("postgres"), "CREATE DATABASE " + name + " TEMPLATE " + template);
        return named(name);
    }

    private static void sql(DatabaseServer database, String sql) {
        try (Connection session = ConnectionPools.postgresql(database).getConnection();
                Statement statement = session.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(DatabaseServer database, String query) {
        try (Connection session = ConnectionPools.postgresql(database).getConnection();
                Statement statement = session.createStatement();
                ResultSet found = statement.executeQuery(query)) {
            found.next();
            return found.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private DatabaseServer named(String name) {
        return new DatabaseServer(server.getJdbcUrl("postgres", name).replaceFirst("\\?.*", ""), "postgres", "");
    }
}
