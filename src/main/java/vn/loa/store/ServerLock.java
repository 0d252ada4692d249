package vn.loa.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The lock on a database on a server: of two processes only one has it. The server takes it from a process that ends. */
final class ServerLock implements AutoCloseable {
    /** The letters "loa"; an advisory lock is a number of a database's own. */
    private static final long KEY = 0x6c6f61;

    private final Connection session;

    private ServerLock(Connection session) {
        this.session = session;
    }

    /**
     * Locks a database.
     *
     * @throws DatabaseInUseException when somebody else has it
     * @throws UnusableDatabaseException when the server cannot be reached
     */
    static ServerLock of(DatabaseServer server) {
        try {
            Connection session = ConnectionPools.postgresql(server).getConnection();
            if (!locked(session)) {
                session.close();
                throw new DatabaseInUseException("the database " + server);
            }
            return new ServerLock(session);
        } catch (SQLException e) {
            throw ServerCheck.unusable(server, e);
        }
    }

    private static boolean locked(Connection session) throws SQLException {
        try (PreparedStatement lock = session.prepareStatement("SELECT pg_try_advisory_lock(?)")) {
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
