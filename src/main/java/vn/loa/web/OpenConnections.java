package vn.loa.web;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.thread.Scheduler;

/** Holds the connections of the server with their deadlines, and closes those of a client that has too many. */
final class OpenConnections implements Connection.Listener {
    private final Map<EndPoint, ConnectionDeadline> deadlines = new ConcurrentHashMap<>();
    private final Scheduler scheduler;
    private final ClientBudget clients;
    private final RequestLimits limits;

    OpenConnections(Scheduler scheduler, ClientBudget clients, RequestLimits limits) {
        this.scheduler = scheduler;
        this.clients = clients;
        this.limits = limits;
    }

    /** Returns the address of a client, for its budgets. */
    static Object client(EndPoint connection) {
        SocketAddress address = connection.getRemoteSocketAddress();
        return address instanceof InetSocketAddress internet ? internet.getAddress() : "elsewhere";
    }

    @Override
    public void onOpened(Connection connection) {
        EndPoint end = connection.getEndPoint();
        if (!clients.enter(client(end))) {
            end.close();
            return;
        }
        ConnectionDeadline deadline = new ConnectionDeadline(end, scheduler, limits);
        deadlines.put(end, deadline);
        deadline.answered();
    }

    @Override
    public void onClosed(Connection connection) {
        ConnectionDeadline deadline = deadlines.remove(connection.getEndPoint());
        if (deadline != null) {
            deadline.off();
            clients.leave(client(connection.getEndPoint()));
        }
    }

    /** Returns the deadline of the connection of a request; one of its own when that was closed meanwhile. */
    ConnectionDeadline deadline(Request request) {
        EndPoint end = request.getConnectionMetaData().getConnection().getEndPoint();
        ConnectionDeadline open = deadlines.get(end);
        return open == null ? new ConnectionDeadline(end, scheduler, limits) : open;
    }
}
