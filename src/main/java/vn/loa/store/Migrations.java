package vn.loa.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The migrations that this Loa brings. */
final class Migrations {
    /** The tables by which Quartz shares times between nodes, which are made on a server alone. */
    private static final String QUARTZ = "/db/postgresql/quartz.sql";

    /** One that failed counts as none that is known. */
    private static final String DONE = "SELECT CASE WHEN success THEN CAST(version AS INTEGER) ELSE -1 END AS number,"
            + " checksum FROM flyway_schema_history";

    /** So long a node waits for another that migrates the same database, asking each second; Flyway's own 50 are too few. */
    private static final int SECONDS_OF_ANOTHER = 600;

    private Migrations() {}

    static void run(DataSource source, Dialect dialect) {
        if (!isCurrent(source)) {
            flyway(source, dialect, "latest").migrate();
        }
    }

    /** Returns the number of the last one. */
    static int last() {
        return Collections.max(MigrationFiles.versions());
    }

    /**
     * Tells whether all have been run, well and as they are here: most starts have no work for Flyway, and need not wait for
     * it. Where anything differs Flyway looks, and says what.
     */
    private static boolean isCurrent(DataSource source) {
        Map<Integer, Integer> done = new HashMap<>();
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(DONE)) {
            while (rows.next()) {
                done.put(rows.getInt("number"), rows.getInt("checksum"));
            }
        } catch (SQLException e) {
            // A database without tables, or out of reach: Flyway makes them, or says so.
            return false;
        }
        return done.equals(MigrationFiles.checksums());
    }

    /** Returns what migrates a database as far as this number. */
    static Flyway flyway(DataSource source, Dialect dialect, String last) {
        return Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration")
                .target(last)
                // All or none, and the disk is waited for once.
                .group(true)
                .lockRetryCount(SECONDS_OF_ANOTHER)
                .placeholders(
                        Map.of("identity", dialect.identity(), "bytes", dialect.bytes(), "quartz", quartz(dialect)))
                .load();
    }

    private static String quartz(Dialect dialect) {
        return dialect == Dialect.POSTGRESQL ? text(QUARTZ) : "";
    }

    private static String text(String resource) {
        try (InputStream file = Objects.requireNonNull(Migrations.class.getResourceAsStream(resource))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
