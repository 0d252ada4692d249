package vn.loa.web;

import java.net.InetAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Limits how much of something one client has at the same time, requests or connections. This machine itself has no
 * limit, for behind its address stands the reverse proxy with all its clients.
 */
final class ClientBudget {
    private final int most;
    private final Map<Object, Integer> open = new ConcurrentHashMap<>();

    ClientBudget(int most) {
        this.most = most;
    }

    /** Counts one more, which must {@link #leave} afterwards; false when the client has too many already. */
    boolean enter(Object client) {
        int now = open.merge(client, 1, Integer::sum);
        if (now <= most || client instanceof InetAddress address && address.isLoopbackAddress()) {
            return true;
        }
        leave(client);
        return false;
    }

    void leave(Object client) {
        open.computeIfPresent(client, (each, count) -> count > 1 ? count - 1 : null);
    }

    /** Returns how many clients have anything open. */
    int clients() {
        return open.size();
    }
}
