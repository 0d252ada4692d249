package vn.loa.schedule.cluster;

import java.sql.Connection;
import java.sql.SQLException;
import org.quartz.utils.ConnectionProvider;
import vn.loa.store.Database;

/** Lends Quartz connections out of the node's own pool, so that there is no second one, nor a second secret. */
record LentConnections(Database database) implements ConnectionProvider {
    @Override
    public Connection getConnection() throws SQLException {
        return database.lend();
    }

    @Override
    public void shutdown() {}

    @Override
    public void initialize() {}
}
