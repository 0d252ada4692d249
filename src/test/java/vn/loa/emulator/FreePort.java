package vn.loa.emulator;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Finds ports where nobody listens. They lie below those that systems hand out by themselves (from 32768 on Linux, from
 * 49152 elsewhere), so no test that runs at the same time is given one by chance.
 */
public final class FreePort {
    private static final int FIRST = 10_000;
    private static final int AFTER_LAST = 32_768;
    private static final int TRIES = 100;

    private FreePort() {}

    /**
     * Returns a port of the loopback address that is free now.
     *
     * @throws IllegalStateException when a hundred ports are taken
     */
    public static int find() {
        for (int i = 0; i < TRIES; i++) {
            int port = ThreadLocalRandom.current().nextInt(FIRST, AFTER_LAST);
            try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return free.getLocalPort();
            } catch (IOException e) {
                // Taken; the next one may be free.
            }
        }
        throw new IllegalStateException("no free port from " + FIRST + " to " + (AFTER_LAST - 1));
    }
}
