package vn.loa.proof;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.sqlite.SQLiteConfig;
import vn.loa.store.Database;
import vn.loa.store.DatabaseServer;

/** The database of a proving ground: one that the program keeps in its folder, or one on a server for several nodes. */
interface GroundDatabase {
    /** Opens it with all its tables. */
    Database open();

    /** Opens it beside programs that run, to look only. */
    Connection look() throws SQLException;

    /** Returns the lines of the configuration that name it, for a node of this name. */
    String configured(String node);

    /** Returns the database in a folder, for one program. */
    static GroundDatabase in(Path folder) {
        return new InFolder(folder);
    }

    /** Returns a database on a server. */
    static GroundDatabase on(DatabaseServer server) {
        return new OnServer(server);
    }

    /** A file. */
    record InFolder(Path folder) implements GroundDatabase {
        @Override
        public Database open() {
            return Database.embedded(folder);
        }

        @Override
        public Connection look() throws SQLException {
            SQLiteConfig config = new SQLiteConfig();
            config.setReadOnly(true);
            config.setBusyTimeout(10_000);
            return config.createConnection("jdbc:sqlite:" + folder.resolve("loa.db"));
        }

        @Override
        public String configured(String node) {
            return "";
        }
    }

    /** A database on a server. */
    record OnServer(DatabaseServer server) implements GroundDatabase {
        @Override
        public Database open() {
            return Database.of(server);
        }

        @Override
        public Connection look() throws SQLException {
            return DriverManager.getConnection(server.url(), server.user(), server.password());
        }

        @Override
        public String configured(String node) {
            return "database: {url: '%s', user: '%s', node: '%s'}\n".formatted(server.url(), server.user(), node);
        }
    }
}
