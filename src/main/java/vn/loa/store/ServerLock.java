package vn.loa.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import vn.loa.store.file.DatabaseInUseException;

/**
 * The lock on a database on a server. All nodes that run share it; who carries the database over has it alone. The server
 * takes it from a process that ends.
 */
final class ServerLock implements AutoCloseable {
    /** The letters "loa"; an advisory lock is a number of a database's own. */
    private static final long KEY = 0x6c6f61;

    /** PostgreSQL shows a number of 64 bits in two parts, of which the upper one is nought here. */
    private static final String HELD = """
            SELECT EXISTS (SELECT 1 FROM pg_locks l JOIN pg_database d ON d.oid = l.database
              WHERE d.datname = current_database() AND l.locktype = 'advisory' AND l.granted
                AND l.classid = 0 AND l.objid = CAST(? AS bigint) AND l.objsubid = 1)
            """;

    private final Connection session;

    private ServerLock(Connection session) {
        this.session = session;
    }

    /**
     * Locks a database for this process alone.
     *
     * @throws DatabaseInUseException when somebody else has it
     * @throws UnusableDatabaseException when the server cannot be reached
     */
    static ServerLock alone(DatabaseServer server) {
        return of(server, "SELECT pg_try_advisory_lock(?)");
    }

    /** Locks a database as {@link #alone} does, but together with others that lock it so. */
    static ServerLock shared(DatabaseServer server) {
        return of(server, "SELECT pg_try_advisory_lock_shared(?)");
    }

    /**
     * Returns whether anybody has the lock. It looks without taking it: a node that starts meanwhile would be turned away.
     *
     * @throws SQLException when the server cannot be asked
     */
    static boolean isHeld(DatabaseServer server) throws SQLException {
        try (Connection session = ConnectionPools.postgresql(server).getConnection()) {
            return answered(session, HELD);
        }
    }

    private static ServerLock of(DatabaseServer server, String request) {
        try {
            Connection session = ConnectionPools.postgresql(server).getConnection();
            if (!answered(session, request)) {
                session.close();
                throw new DatabaseInUseException("the database " + server);
            }
            return new ServerLock(session);
        } catch (SQLException e) {
            throw ServerCheck.unusable(server, e);
        }
    }

    private static boolean answered(Connection session, String request) throws SQLException {
        try (PreparedStatement lock = session.prepareStatement(request)) {
            lock.setLong(1, KEY);
            try (ResultSet answer = lock.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }

    @Override
    public void close() throws SQLException {
        session.close();
    }
}
