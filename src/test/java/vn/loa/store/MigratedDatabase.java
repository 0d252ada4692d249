package vn.loa.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.sqlite.SQLiteDataSource;

/**
 * Opens databases whose tables are up to date already. The migrations run once and each test gets a copy of their
 * result, for they take longer than most tests; nor does an embedded one wait for the disk, since no test of this process
 * outlives its machine. With {@code -Dloa.test.database=postgresql} they are on a server.
 */
public final class MigratedDatabase {
    private static final String FILE = "loa.db";
    private static final boolean ON_SERVER =
            System.getProperty("loa.test.database", "sqlite").equals("postgresql");

    private MigratedDatabase() {}

    /** Tells whether the tests of this run have their databases on a server. */
    public static boolean isOnServer() {
        return ON_SERVER;
    }

    /** Opens the database in this folder, or on the server the one of this folder; one that is not there is empty. */
    public static Database open(Path folder) {
        return ON_SERVER ? TestServer.database(folder) : embedded(folder);
    }

    /** Makes the database of a folder as an older version leaves it: with the migrations up to a number, and what is put in. */
    static void older(Path folder, String last, List<String> filling) throws IOException, SQLException {
        Files.createDirectories(folder);
        DataSource source = ON_SERVER ? ConnectionPools.postgresql(TestServer.empty(folder)) : file(folder);
        Migrations.flyway(source, ON_SERVER ? Dialect.POSTGRESQL : Dialect.SQLITE, last)
                .migrate();
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            for (String each : filling) {
                statement.execute(each);
            }
        }
    }

    private static DataSource file(Path folder) {
        SQLiteDataSource source = new SQLiteDataSource();
        source.setUrl("jdbc:sqlite:" + folder.resolve(FILE));
        return source;
    }

    /** Opens a database that an older version has left, and brings its tables up to date. */
    static Database upgraded(Path folder) {
        return ON_SERVER ? Database.of(TestServer.empty(folder)) : Database.embedded(folder);
    }

    /** Opens the embedded database in this folder, whatever the others run on. */
    public static Database embedded(Path folder) {
        try {
            Files.createDirectories(folder);
            if (Files.notExists(folder.resolve(FILE))) {
                Files.write(folder.resolve(FILE), Template.EMPTY);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return withoutWaiting(Database.embedded(folder));
    }

    /** The one connection that writes leaves it to the system when its bytes reach the disk; what a kill leaves is the same. */
    private static Database withoutWaiting(Database database) {
        try (Connection writer = database.lend();
                Statement pragma = writer.createStatement()) {
            pragma.execute("PRAGMA synchronous = OFF");
            return database;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Does to the open database of a test what no store offers. */
    public static void sql(Database database, String statement) {
        database.<Boolean>write(handle -> {
            try (Statement one = handle.getConnection().createStatement()) {
                return one.execute(statement);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /** Returns the first column of a query. */
    public static List<Long> numbers(Database database, String query) {
        return database.read(
                handle -> handle.createQuery(query).mapTo(Long.class).list());
    }

    /** Returns the first column of a query that gives texts. */
    public static List<String> texts(Database database, String query) {
        return database.read(
                handle -> handle.createQuery(query).mapTo(String.class).list());
    }

    /**
     * Has the database refuse some writes, as a full disk does, until {@link #makeRoom}.
     *
     * @param what is refused, such as {@code UPDATE ON delivery}
     */
    public static void fillDisk(Database database, String what) {
        if (database.dialect() == Dialect.SQLITE) {
            sql(database, "CREATE TRIGGER full_disk BEFORE " + what + " BEGIN SELECT RAISE(ABORT, 'full'); END");
        } else {
            sql(
                    database,
                    "CREATE OR REPLACE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql"
                            + " AS $$ BEGIN RAISE EXCEPTION 'full' USING ERRCODE = '53100'; END $$");
            sql(database, "CREATE TRIGGER full_disk BEFORE " + what + " FOR EACH ROW EXECUTE FUNCTION full_disk()");
        }
    }

    /** Lets the database write to this table again. */
    public static void makeRoom(Database database, String table) {
        sql(database, "DROP TRIGGER full_disk" + (database.dialect() == Dialect.SQLITE ? "" : " ON " + table));
    }

    /** Loaded where it is wanted, for it takes a second. */
    private static final class Template {
        private static final byte[] EMPTY = migrated();

        private static byte[] migrated() {
            try {
                Path folder = Files.createTempDirectory("migrated");
                Database.embedded(folder).close();
                byte[] file = Files.readAllBytes(folder.resolve(FILE));
                Files.delete(folder.resolve(FILE));
                Files.deleteIfExists(folder.resolve("loa.lock"));
                Files.delete(folder);
                return file;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
