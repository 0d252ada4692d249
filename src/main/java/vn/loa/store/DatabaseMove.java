package vn.loa.store;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import vn.loa.store.file.DataLock;
import vn.loa.store.file.FileProblems;
import vn.loa.store.file.SqliteFile;

/**
 * Carries all that a database holds over to another kind, in one transaction, and compares the counts before it counts.
 * What is carried over stays where it is. No Loa may work with either meanwhile; the locks see to that.
 */
public final class DatabaseMove {
    private final DatabaseFolder file;
    private final DatabaseServer server;

    /** Names the two databases. */
    public DatabaseMove(DatabaseFolder file, DatabaseServer server) {
        this.file = file;
        this.server = server;
    }

    /**
     * Carries the embedded database over to the server, whose database must hold nothing yet.
     *
     * @return how many rows of each table were carried over
     * @throws UnusableDatabaseException when one of the two cannot be used so; nothing was changed then but empty tables
     *     made
     * @throws DatabaseInUseException when a Loa works with one of the two
     */
    public Map<String, Long> toServer() {
        file.check();
        refuseWithoutFile();
        try (DataLock lock = DataLock.of(file.path());
                Connection source = new SqliteFile(file.file()).open();
                Database target = Database.alone(server)) {
            refuseOtherSchema(new SqliteFile(file.file()).schema(), file.file().toString());
            return carried(TableCopy.of(source), source, target);
        } catch (IOException | SQLException e) {
            throw failed(e);
        }
    }

    /**
     * Carries the database on the server over to the folder, in which there must be none yet.
     *
     * @return how many rows of each table were carried over
     * @throws UnusableDatabaseException as {@link #toServer()}
     * @throws DatabaseInUseException as {@link #toServer()}
     */
    public Map<String, Long> toFile() {
        if (Files.exists(file.file())) {
            throw new UnusableDatabaseException("there is a database " + file.file(), "name another folder in data:");
        }
        ServerCheck.refuseUnusable(server);
        try (ServerLock lock = ServerLock.alone(server);
                Connection source = ConnectionPools.postgresql(server).getConnection()) {
            refuseOtherSchema(ServerCheck.schema(source), server.toString());
            source.setAutoCommit(false);
            source.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            return carriedToFile(source);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private Map<String, Long> carriedToFile(Connection source) {
        try (Database target = Database.embedded(file.path())) {
            TableCopy tables = target.write(handle -> TableCopy.of(handle.getConnection()));
            Map<String, Long> carried = carried(tables, source, target);
            file.backups().mark(file.file());
            return carried;
        }
    }

    private static Map<String, Long> carried(TableCopy tables, Connection source, Database target) {
        return target.write(handle -> {
            Map<String, Long> carried = new TreeMap<>();
            for (String table : tables.inOrder()) {
                carried.put(table, tables.copy(table, source, handle.getConnection()));
            }
            tables.goOnNumbering(handle.getConnection());
            return carried;
        });
    }

    private void refuseWithoutFile() {
        if (!Files.exists(file.file())) {
            throw new UnusableDatabaseException(
                    "there is no database " + file.file(), "mend data:, or name another configuration with --config");
        }
    }

    private static void refuseOtherSchema(int schema, String where) {
        if (schema != Migrations.last()) {
            throw new UnusableDatabaseException(
                    where + " is of version " + schema + ", this Loa of version " + Migrations.last(),
                    "start this Loa with it once and stop it again");
        }
    }

    private static UnusableDatabaseException failed(Exception cause) {
        return new UnusableDatabaseException(
                "nothing was carried over: " + FileProblems.cause(cause), "mend that and try again");
    }
}
