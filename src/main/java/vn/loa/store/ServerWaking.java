package vn.loa.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears from a server what nodes have just committed, so that none has to look for it. What is missed while the server
 * cannot be reached is found by those who look anyway.
 */
public final class ServerWaking implements AutoCloseable {
    /** Deliveries were entered. */
    public static final String DELIVERIES = "deliveries";
    /** Rights were granted or taken. */
    public static final String RIGHTS = "rights";

    /** Bots were given or taken away by command. */
    public static final String BOTS = "bots";

    private static final Logger log = LoggerFactory.getLogger(ServerWaking.class);
    private static final String CHANNEL = "loa";
    private static final Duration GLANCE = Duration.ofSeconds(5);

    private final DatabaseServer server;
    private final Listener listener;
    private final Thread thread = new Thread(this::listen, "wake");
    private volatile boolean closed;

    /** Takes what was told. */
    @FunctionalInterface
    public interface Listener {
        /** Called on the waking's thread with one of the topics. */
        void told(String topic);
    }

    /** Makes a waking that hears nothing before {@link #start}. */
    public ServerWaking(DatabaseServer server, Listener listener) {
        this.server = server;
        this.listener = listener;
    }

    /** Tells all nodes of something when the transaction is committed, those that listen at the time. */
    private static void tell(Database database, String topic) {
        if (database.onServer()) {
            database.write(handle -> handle.createQuery("SELECT pg_notify(:channel, :topic)")
                    .bind("channel", CHANNEL)
                    .bind("topic", topic)
                    .mapTo(String.class)
                    .list());
        }
    }

    /** Tells all nodes that deliveries were entered. */
    public static void deliveriesEntered(Database database) {
        tell(database, DELIVERIES);
    }

    /** Tells all nodes that rights were granted or taken; does nothing where there is one node. */
    public static void rightsChanged(Database database) {
        tell(database, RIGHTS);
    }

    /** Tells all nodes that bots were given or taken away; does nothing where there is one node. */
    public static void botsChanged(Database database) {
        tell(database, BOTS);
    }

    /** Begins to listen. */
    public void start() {
        thread.setDaemon(true);
        thread.start();
    }

    private void listen() {
        while (!closed) {
            try (Connection session = ConnectionPools.postgresql(server).getConnection();
                    Statement statement = session.createStatement()) {
                statement.execute("LISTEN " + CHANNEL);
                hear(session.unwrap(PGConnection.class));
            } catch (SQLException e) {
                log.debug("nothing is heard from the server", e);
                rest();
            }
        }
    }

    private void hear(PGConnection session) throws SQLException {
        while (!closed) {
            PGNotification[] told = session.getNotifications((int) GLANCE.toMillis());
            for (int i = 0; told != null && !closed && i < told.length; i++) {
                tell(told[i].getParameter());
            }
        }
    }

    private void tell(String topic) {
        try {
            listener.told(topic);
        } catch (RuntimeException e) {
            if (!closed) {
                log.warn("nobody could be woken for {}", topic, e);
            }
        }
    }

    private void rest() {
        try {
            Thread.sleep(GLANCE.toMillis());
        } catch (InterruptedException e) {
            closed = true;
        }
    }

    /** Hears nothing more. */
    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }
}
