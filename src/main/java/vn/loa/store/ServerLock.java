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

    private static ServerLock of(DatabaseServer server, String request) {
        try {
            Connection session = ConnectionPools.postgresql(server).getConnection();
            if (!locked(session, request)) {
                session.close();
                throw new DatabaseInUseException("the database " + server);
            }
            return new ServerLock(session);
        } catch (SQLException e) {
            throw ServerCheck.unusable(server, e);
        }
    }

    private static boolean locked(Connection session, String request) throws SQLException {
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
