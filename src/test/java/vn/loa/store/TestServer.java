package vn.loa.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import vn.loa.waiting.TestPatience;

/**
 * A PostgreSQL server of its own for the tests of one process, with a database for each folder of a test. What it holds
 * is not meant to outlive it, so it does not wait for the disk.
 */
public final class TestServer {
    private static final TestServer SERVER = new TestServer();
    private static final String TEMPLATE = "migrated";

    private final EmbeddedPostgres server;
    private final Map<Path, CompletableFuture<TestDatabase>> databases = new ConcurrentHashMap<>();
    private final AtomicInteger made = new AtomicInteger();
    private String emptying = "";

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

    /** A folder that is gone is one whose test is over, so it is there from the first question on. */
    private DatabaseServer of(Path folder, boolean withTables) {
        CompletableFuture<TestDatabase> mine = new CompletableFuture<>();
        CompletableFuture<TestDatabase> first = databases.putIfAbsent(folder.toAbsolutePath(), mine);
        if (first != null) {
            return first.join().server();
        }
        try {
            Files.createDirectories(folder);
            mine.complete(withTables ? used().orElseGet(this::migrated) : made("template1"));
        } catch (IOException | RuntimeException e) {
            mine.completeExceptionally(e);
        }
        return mine.join().server();
    }

    private static boolean isMade(CompletableFuture<TestDatabase> database) {
        return database.isDone() && !database.isCompletedExceptionally();
    }

    private TestDatabase migrated() {
        emptying();
        return made(TEMPLATE);
    }

    /** Empties a database whose test is over, for making a new one takes ten times as long. */
    private Optional<TestDatabase> used() {
        return databases.entrySet().stream()
                .filter(entry -> isMade(entry.getValue()) && !Files.exists(entry.getKey()))
                .filter(entry -> databases.remove(entry.getKey(), entry.getValue()))
                .findFirst()
                .map(over -> over.getValue().join())
                .filter(database -> database.empties(emptying()));
    }

    /** Returns what empties a database with all tables, and makes the one that others are copied from. */
    private synchronized String emptying() {
        if (emptying.isEmpty()) {
            TestDatabase template = made("template1", TEMPLATE);
            Database.of(template.server()).close();
            emptying = template.emptying();
        }
        return emptying;
    }

    private TestDatabase made(String template) {
        return made(template, "test" + made.getAndIncrement());
    }

    private TestDatabase made(String template, String name) {
        sql(named("postgres"), "CREATE DATABASE " + name + " TEMPLATE " + template);
        return new TestDatabase(named(name));
    }

    private static void sql(DatabaseServer database, String sql) {
        try (Connection session = ConnectionPools.postgresql(database).getConnection();
                Statement statement = session.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private DatabaseServer named(String name) {
        return new DatabaseServer(server.getJdbcUrl("postgres", name).replaceFirst("\\?.*", ""), "postgres", "");
    }
}
