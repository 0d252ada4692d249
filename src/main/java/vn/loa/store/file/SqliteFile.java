package vn.loa.store.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteConfig;

/** A database file, looked at and copied over a connection of its own that only reads, also beside a running Loa. */
public final class SqliteFile {
    private static final Logger log = LoggerFactory.getLogger(SqliteFile.class);
    private static final int BUSY_TIMEOUT_MILLIS = 10_000;
    /** The clock is looked at after so many steps of SQLite's virtual machine. */
    private static final int STEPS = 10_000;

    private final Path file;

    public SqliteFile(Path file) {
        this.file = file;
    }

    /** Opens a connection that only reads. */
    public Connection open() throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setBusyTimeout(BUSY_TIMEOUT_MILLIS);
        return config.createConnection("jdbc:sqlite:" + file);
    }

    /**
     * Returns what is wrong with the file's structure; empty when nothing was found in this time.
     *
     * @throws SQLException when the file cannot be read at all
     */
    public Optional<String> damageFoundIn(Duration limit) throws SQLException {
        return damage("PRAGMA quick_check(1)", limit);
    }

    /** As {@link #damageFoundIn}, but looks at everything, indexes too, however long that takes. */
    public Optional<String> damage() throws SQLException {
        return damage("PRAGMA integrity_check(1)", Duration.ofDays(1));
    }

    private Optional<String> damage(String check, Duration limit) throws SQLException {
        try (Connection connection = open();
                Statement statement = connection.createStatement()) {
            ProgressHandler.setHandler(connection, STEPS, new Deadline(limit));
            try (ResultSet found = statement.executeQuery(check)) {
                String first = found.next() ? found.getString(1) : "ok";
                return first.equals("ok") ? Optional.empty() : Optional.of(first.replaceAll("\\s+", " "));
            }
        } catch (SQLException e) {
            if (SqliteErrors.interrupted(e)) {
                log.info("{} was looked at for {} s, and no damage was found in that time", file, limit.toSeconds());
                return Optional.empty();
            }
            return Optional.of(SqliteErrors.damage(e).orElseThrow(() -> e));
        }
    }

    private static final class Deadline extends ProgressHandler {
        private final long began = System.nanoTime();
        private final Duration limit;

        Deadline(Duration limit) {
            this.limit = limit;
        }

        @Override
        protected int progress() {
            return System.nanoTime() - began > limit.toNanos() ? 1 : 0;
        }
    }

    /**
     * Returns the number of the last migration that the file has seen; 0 when it is no database of Loa.
     *
     * @throws SQLException when the file cannot be read
     */
    public int schema() throws SQLException {
        try (Connection connection = open();
                Statement statement = connection.createStatement()) {
            if (!holds(statement, "flyway_schema_history") || !holds(statement, "delivery")) {
                return 0;
            }
            try (ResultSet found = statement.executeQuery(
                    "SELECT max(CAST(version AS INTEGER)) FROM flyway_schema_history WHERE success = 1")) {
                return found.getInt(1);
            }
        }
    }

    /**
     * Returns whether it has tables, and none of them tells of Loa's migrations.
     *
     * @throws SQLException when the file cannot be read
     */
    public boolean isOfAnotherProgram() throws SQLException {
        try (Connection connection = open();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("SELECT count(*), sum(name = 'flyway_schema_history')"
                        + " FROM sqlite_master WHERE type = 'table'")) {
            return found.getInt(1) > 0 && found.getInt(2) == 0;
        }
    }

    private static boolean holds(Statement statement, String table) throws SQLException {
        try (ResultSet found = statement.executeQuery("SELECT 1 FROM sqlite_master WHERE name = '" + table + "'")) {
            return found.next();
        }
    }

    /**
     * Copies what is committed to another file, whole or not at all: only a copy that was found sound takes that name,
     * and what stood there before stays until then.
     *
     * @throws SQLException when the file is damaged, or there is no room for the copy
     * @throws IOException when the copy cannot be written, or is not sound
     */
    public void copyTo(Path target) throws SQLException, IOException {
        Path partial = target.resolveSibling(target.getFileName() + ".part");
        try {
            Files.deleteIfExists(partial);
            PrivateFiles.create(partial);
            vacuumInto(partial);
            new SqliteFile(partial).requireSound(file);
            PrivateFiles.replace(target, partial);
        } finally {
            PrivateFiles.delete(partial);
        }
    }

    private void requireSound(Path original) throws SQLException, IOException {
        Optional<String> damage = damage();
        if (damage.isPresent()) {
            throw new IOException("the copy of " + original + " is not sound: " + damage.get());
        }
    }

    private void vacuumInto(Path partial) throws SQLException {
        try (Connection connection = open();
                PreparedStatement copy = connection.prepareStatement("VACUUM INTO ?")) {
            copy.setString(1, partial.toString());
            copy.execute();
        }
    }
}
