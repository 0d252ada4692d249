package vn.loa.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/** A database on the server of the tests, which serves one test after another. */
final class TestDatabase {
    /**
     * Makes a function that empties all tables and begins all numbers anew. Most tables are empty already, and to look is
     * cheaper than to delete.
     */
    private static final String EMPTYING = """
            SELECT 'CREATE FUNCTION pg_temp.empty_all() RETURNS void LANGUAGE plpgsql AS $$ BEGIN'
                || ' IF to_regproc(''full_disk'') IS NOT NULL THEN DROP FUNCTION full_disk CASCADE; END IF;'
                || (SELECT string_agg(
                        format(' IF EXISTS (SELECT FROM %1$I) THEN DELETE FROM %1$I; END IF;', tablename), '')
                    FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'flyway_schema_history')
                || (SELECT string_agg(format(' PERFORM setval(%L, %s, false);', sequencename, start_value), '')
                    FROM pg_sequences WHERE schemaname = 'public')
                || ' END $$; SET session_replication_role = replica'
            """;

    private final DatabaseServer server;
    /** Stays open, for what a session learns of some hundred tables takes longer than to empty them. */
    private Optional<Connection> session = Optional.empty();

    TestDatabase(DatabaseServer server) {
        this.server = server;
    }

    DatabaseServer server() {
        return server;
    }

    /** Returns what has to be said to a session before it can empty a database with tables like these. */
    String emptying() {
        try (Connection connection = connection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(EMPTYING)) {
            found.next();
            return found.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Empties it, unless a test has taken tables away: then it is of no use to another. */
    synchronized boolean empties(String preparation) {
        try {
            if (session.isEmpty()) {
                session = Optional.of(connection());
                execute(preparation);
            }
            execute("SELECT pg_temp.empty_all()");
            return true;
        } catch (SQLException e) {
            close();
            return false;
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = session.orElseThrow().createStatement()) {
            statement.execute(sql);
        }
    }

    private void close() {
        try (Connection last = session.orElse(null)) {
            session = Optional.empty();
        } catch (SQLException e) {
            // The server has ended it already.
        }
    }

    private Connection connection() throws SQLException {
        return ConnectionPools.postgresql(server).getConnection();
    }
}
