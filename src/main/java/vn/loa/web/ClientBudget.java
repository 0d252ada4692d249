package vn.loa.web;

import java.net.InetAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Limits how many requests of one client are answered at the same time. This machine itself has no limit, for behind its
 * address stands the reverse proxy with all its clients.
 */
final class ClientBudget {
    private final int most;
    private final Map<InetAddress, Integer> open = new ConcurrentHashMap<>();

    ClientBudget(int most) {
        this.most = most;
    }

    /** Counts a request, which must {@link #leave} afterwards; false when the client has too many already. */
    boolean enter(InetAddress client) {
        int now = open.merge(client, 1, Integer::sum);
        if (now <= most || client.isLoopbackAddress()) {
            return true;
        }
        leave(client);
        return false;
    }

    void leave(InetAddress client) {
        open.computeIfPresent(client, (each, count) -> count > 1 ? count - 1 : null);
    }

    /** Returns how many clients have a request open. */
    int clients() {
        return open.size();
    }
}
