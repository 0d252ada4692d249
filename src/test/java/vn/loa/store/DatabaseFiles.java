package vn.loa.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Map;
import org.flywaydb.core.Flyway;

/** Files of databases as a test wants to find them: old, newer, damaged, or somebody else's. */
public final class DatabaseFiles {
    private static final int PAGE = 4096;

    private DatabaseFiles() {}

    /** Runs a statement on a database that nobody has open. */
    public static void change(Path file, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static String first(Path file, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getString(1) : "";
        }
    }

    /** Makes a database as a newer Loa leaves it. */
    public static void makeNewer(Path file) throws SQLException {
        change(file, """
                INSERT INTO flyway_schema_history
                  (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
                VALUES (999, '999', 'from the future', 'SQL', 'V999__from_the_future.sql', 1, '', 1, 1)
                """);
    }

    /** Makes a database that has only seen the first migrations. */
    static void migrate(Path file, String target) {
        Flyway.configure()
                .dataSource("jdbc:sqlite:" + file, null, null)
                .locations("classpath:db/migration")
                .placeholders(
                        Map.of("identity", Dialect.SQLITE.identity(), "bytes", Dialect.SQLITE.bytes(), "quartz", ""))
                .target(target)
                .load()
                .migrate();
    }

    /** Overwrites everything behind the first page, so that the file still looks like a database. */
    public static void damage(Path file) throws IOException {
        overwrite(file, PAGE);
    }

    /** Overwrites everything. */
    public static void overwrite(Path file) throws IOException {
        overwrite(file, 0);
    }

    private static void overwrite(Path file, long from) throws IOException {
        byte[] garbage = new byte[(int) (Files.size(file) - from)];
        Arrays.fill(garbage, (byte) 0xAB);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(garbage), from);
        }
    }

    static void assertMode(Path path, String mode) throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .as("%s", path)
                .isEqualTo(mode);
    }
}
