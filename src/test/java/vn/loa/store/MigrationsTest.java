package vn.loa.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

class MigrationsTest {
    @TempDir
    Path folder;

    private SQLiteDataSource migrated() {
        MigratedDatabase.embedded(folder).close();
        SQLiteDataSource source = new SQLiteDataSource();
        source.setUrl("jdbc:sqlite:" + folder.resolve("loa.db"));
        return source;
    }

    private static void run(SQLiteDataSource source, String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void they_are_found_in_a_jar_too() throws IOException {
        Path jar = folder.resolve("a b.jar");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
            for (String name : new String[] {
                "db/migration/V1__ledger.sql", "db/migration/V12__zalo.sql", "db/migration/README", "db/V3__no.sql"
            }) {
                out.putNextEntry(new ZipEntry(name));
            }
        }
        URL first = URI.create("jar:" + jar.toUri() + "!/db/migration/V1__ledger.sql")
                .toURL();
        assertThat(MigrationFiles.checksums(first)).containsOnlyKeys(1, 12);
    }

    @Test
    void a_database_whose_tables_are_current_is_left_as_it_is() throws SQLException {
        SQLiteDataSource source = migrated();
        // Flyway would look at this row, and at the others too.
        run(source, "UPDATE flyway_schema_history SET description = 'x', installed_rank = installed_rank + 100");
        Migrations.run(source, Dialect.SQLITE);
    }

    @Test
    void one_whose_text_is_another_than_was_run_is_told() throws SQLException {
        SQLiteDataSource source = migrated();
        run(source, "UPDATE flyway_schema_history SET checksum = checksum + 1 WHERE version = '7'");
        assertThatThrownBy(() -> Migrations.run(source, Dialect.SQLITE))
                .isInstanceOf(FlywayException.class)
                .hasMessageContaining("checksum mismatch")
                .hasMessageContaining("version 7");
    }

    @Test
    void the_ends_of_lines_say_nothing() throws IOException {
        Path migrations = Files.createDirectories(folder.resolve("db/migration"));
        Files.writeString(migrations.resolve("V1__a.sql"), "SELECT 1;\n\nSELECT 'ế';\n");
        Files.writeString(migrations.resolve("V2__b.sql"), "SELECT 1;\r\n\r\nSELECT 'ế';");
        Files.writeString(migrations.resolve("V3__c.sql"), "SELECT 2;");
        Map<Integer, Integer> checksums =
                MigrationFiles.checksums(migrations.resolve("V1__a.sql").toUri().toURL());
        assertThat(checksums.get(1)).isEqualTo(checksums.get(2)).isNotEqualTo(checksums.get(3));
    }

    @Test
    void one_that_failed_is_not_passed_over() throws SQLException {
        SQLiteDataSource source = migrated();
        run(source, "UPDATE flyway_schema_history SET success = 0 WHERE version = '" + Migrations.last() + "'");
        assertThatThrownBy(() -> Migrations.run(source, Dialect.SQLITE))
                .isInstanceOf(FlywayException.class)
                .hasMessageContaining("failed");
    }

    /** Flyway asks for the lock each second, by itself fifty times. */
    @Test
    void a_node_waits_ten_minutes_for_another_that_migrates_the_same_database() {
        assertThat(Migrations.flyway(new SQLiteDataSource(), Dialect.SQLITE, "latest")
                        .getConfiguration()
                        .getLockRetryCount())
                .isEqualTo(600);
    }
}
