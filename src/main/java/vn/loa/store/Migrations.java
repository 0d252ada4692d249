package vn.loa.store;

import java.util.Arrays;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.sqlite.SQLiteDataSource;

/** The migrations that this Loa brings. */
final class Migrations {
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
                .placeholders(Map.of("identity", dialect.identity(), "bytes", dialect.bytes()))
                .load();
    }
}
