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
        assertThat(MigrationFiles.beside(first)).containsExactlyInAnyOrder(1, 12);
    }

    @Test
    void a_database_whose_tables_are_current_is_left_as_it_is() throws SQLException {
        SQLiteDataSource source = migrated();
        // Flyway itself would refuse a file that was changed since.
        run(source, "UPDATE flyway_schema_history SET checksum = 1 WHERE version = '1'");
        Migrations.run(source, Dialect.SQLITE);
    }

    @Test
    void one_that_failed_is_not_passed_over() throws SQLException {
        SQLiteDataSource source = migrated();
        run(source, "UPDATE flyway_schema_history SET success = 0 WHERE version = '" + Migrations.last() + "'");
        assertThatThrownBy(() -> Migrations.run(source, Dialect.SQLITE))
                .isInstanceOf(FlywayException.class)
                .hasMessageContaining("failed");
    }
}
