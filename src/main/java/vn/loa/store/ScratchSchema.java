package vn.loa.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A schema of its own in a database on a server, for measurements; it is dropped in the end. */
public final class ScratchSchema implements AutoCloseable {
    private final DatabaseServer server;
    private final String name;

    /**
     * Makes the schema, anew when an earlier measurement that was ended has left it.
     *
     * @param name letters and underscores
     * @throws UnusableDatabaseException when the server cannot be reached, or the user may not make it
     */
    public ScratchSchema(DatabaseServer server, String name) {
        if (!name.matches("[a-z_]+")) {
            throw new IllegalArgumentException(name + " is no name of a schema");
        }
        this.server = server;
        this.name = name;
        execute("DROP SCHEMA IF EXISTS " + name + " CASCADE; CREATE SCHEMA " + name);
    }

    /** Opens it, with all tables; may be opened several times, as by several nodes. */
    public Database open() {
        String url = server.url() + (server.url().contains("?") ? "&" : "?") + "currentSchema=" + name;
        return Database.of(new DatabaseServer(url, server.user(), server.password()));
    }

    private void execute(String sql) {
        try (Connection session = ConnectionPools.postgresql(server).getConnection();
                Statement statement = session.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw ServerCheck.unusable(server, e);
        }
    }

    @Override
    public void close() {
        execute("DROP SCHEMA IF EXISTS " + name + " CASCADE");
    }
}
