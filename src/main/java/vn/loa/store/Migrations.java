package vn.loa.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.sqlite.SQLiteDataSource;

/** The migrations that this Loa brings. */
final class Migrations {
    /** The tables by which Quartz shares times between nodes, which are made on a server alone. */
    private static final String QUARTZ = "/db/postgresql/quartz.sql";

    private Migrations() {}

    static void run(DataSource source, Dialect dialect) {
        flyway(source, dialect).migrate();
    }

    /** Returns the number of the last one. */
    static int last() {
        SQLiteDataSource empty = new SQLiteDataSource();
        empty.setUrl("jdbc:sqlite::memory:");
        return Arrays.stream(flyway(empty, Dialect.SQLITE).info().all())
                .map(MigrationInfo::getVersion)
                .mapToInt(version -> Integer.parseInt(version.getVersion()))
                .max()
                .orElse(0);
    }

    private static Flyway flyway(DataSource source, Dialect dialect) {
        return Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration")
                // All or none, and the disk is waited for once.
                .group(true)
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
