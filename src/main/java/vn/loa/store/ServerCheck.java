package vn.loa.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import vn.loa.store.file.FileProblems;

/** Looks whether Loa may work with a database on a server. Changes nothing. */
public final class ServerCheck {
    /** The oldest major version that PostgreSQL's developers still mend. */
    private static final int OLDEST = 14;

    private static final String SCHEMA = "SELECT COALESCE(MAX(CAST(version AS INTEGER)), 0) FROM flyway_schema_history";

    private static final String TABLES =
            "SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = current_schema()";
    private static final String OURS = " AND table_name = 'flyway_schema_history'";

    private ServerCheck() {}

    /**
     * Refuses a database that Loa must not work with.
     *
     * @throws UnusableDatabaseException when it cannot be reached, may not be written, or is the database of a newer Loa
     *     or of another program
     */
    public static void refuseUnusable(DatabaseServer server) {
        try (Connection session = ConnectionPools.postgresql(server).getConnection();
                Statement statement = session.createStatement()) {
            refuseOld(server, session.getMetaData().getDatabaseMajorVersion());
            refuseForbidden(server, statement);
            refuseForeign(server, statement);
        } catch (SQLException e) {
            throw unusable(server, e);
        }
    }

    /**
     * Refuses a database that has not the tables of this Loa.
     *
     * @throws UnusableDatabaseException also when it cannot be reached
     */
    static void refuseUnreadable(DatabaseServer server) {
        refuseUnusable(server);
        try (Connection session = ConnectionPools.postgresql(server).getConnection();
                Statement statement = session.createStatement()) {
            int schema = number(statement, TABLES + OURS) == 1 ? number(statement, SCHEMA) : 0;
            if (schema != Migrations.last()) {
                throw new UnusableDatabaseException(
                        server + (schema == 0 ? " is empty" : " is of an older Loa"),
                        "start Loa once, which makes its tables or brings them up to date");
            }
        } catch (SQLException e) {
            throw unusable(server, e);
        }
    }

    /** Returns whether a Loa works with the database; false when that cannot be found out. */
    public static boolean isInUse(DatabaseServer server) {
        try {
            return ServerLock.isHeld(server);
        } catch (SQLException e) {
            return false;
        }
    }

    private static void refuseOld(DatabaseServer server, int version) {
        if (version < OLDEST) {
            throw new UnusableDatabaseException(
                    server + " is on PostgreSQL " + version, "use PostgreSQL " + OLDEST + " or newer");
        }
    }

    private static void refuseForbidden(DatabaseServer server, Statement statement) throws SQLException {
        if (number(statement, "SELECT CAST(has_schema_privilege(current_schema(), 'CREATE') AS INTEGER)") != 1) {
            throw new UnusableDatabaseException(
                    "Loa's user may make no tables in " + server, "let the user own the database");
        }
        if (number(statement, "SELECT CAST(pg_is_in_recovery() AS INTEGER)") == 1) {
            throw new UnusableDatabaseException(
                    server + " only reads: it is a standby", "name the primary in database.url");
        }
        if (number(statement, "SELECT CAST(getdatabaseencoding() = 'UTF8' AS INTEGER)") != 1) {
            throw new UnusableDatabaseException(
                    server + " cannot hold Vietnamese text", "create it with ENCODING 'UTF8'");
        }
    }

    private static void refuseForeign(DatabaseServer server, Statement statement) throws SQLException {
        boolean ours = number(statement, TABLES + OURS) == 1;
        if (!ours && number(statement, TABLES) > 0) {
            throw new UnusableDatabaseException(
                    server + " is the database of another program", "name another database in database.url");
        }
        int schema = ours ? number(statement, SCHEMA) : 0;
        if (schema > Migrations.last()) {
            throw new UnusableDatabaseException(
                    server + " is the database of a newer Loa: it is of version " + schema
                            + ", this Loa knows versions up to " + Migrations.last(),
                    "install the newer Loa again, or restore a pg_dump from before");
        }
    }

    /** Returns the number of the last migration that a database has seen. */
    static int schema(Connection session) throws SQLException {
        try (Statement statement = session.createStatement()) {
            return number(statement, SCHEMA);
        }
    }

    private static int number(Statement statement, String query) throws SQLException {
        try (ResultSet found = statement.executeQuery(query)) {
            return found.next() ? found.getInt(1) : 0;
        }
    }

    /** Returns why a database cannot be used; the driver's messages hold no password. */
    static UnusableDatabaseException unusable(DatabaseServer server, SQLException cause) {
        return new UnusableDatabaseException(
                server + " cannot be used: " + FileProblems.cause(cause),
                cure(cause.getSQLState() == null ? "" : cause.getSQLState()),
                mayPass(cause));
    }

    /** A server that is starting, stopping or out of reach may answer later. */
    private static boolean mayPass(SQLException cause) {
        String state = cause.getSQLState() == null ? "" : cause.getSQLState();
        return state.startsWith("08") || state.startsWith("57") || state.startsWith("53");
    }

    /** See postgresql.org/docs/18/errcodes-appendix.html. */
    private static String cure(String state) {
        return switch (state.length() < 2 ? "" : state.substring(0, 2)) {
            case "28" -> "set database.user and database.password (or password-file) to what the server knows";
            case "3D" -> "create it: createdb --encoding=UTF8 NAME";
            case "08" -> "start PostgreSQL, or mend database.url; is the server reached from this machine?";
            case "53" -> "make room on the server, or allow it more connections";
            default -> "mend database.url, or ask whoever looks after the server";
        };
    }
}
