package vn.loa.bench;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Emulates a Bot API on loopback that takes every message at once, or, with a limit, strictly refuses each that is over
 * it in any second, as Telegram does.
 */
final class LoopbackApi implements AutoCloseable {
    private static final int THREADS = 8;
    private static final int BACKLOG = 512;
    private static final long SECOND_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final String TAKEN = "{\"ok\":true,\"result\":{\"message_id\":%d,\"date\":0,\"chat\":{\"id\":1}}}";
    private static final String REFUSED = "{\"ok\":false,\"error_code\":429,"
            + "\"description\":\"Too Many Requests: retry after 1\",\"parameters\":{\"retry_after\":1}}";

    static {
        // Without it each answer of the JDK's server waits for a delayed acknowledgement, 40 ms.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final int perSecond;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

    @GuardedBy("this")
    private final Deque<Long> lastSecond = new ArrayDeque<>();

    @GuardedBy("this")
    private int taken;

    @GuardedBy("this")
    private int refused;

    /**
     * Starts on a free port.
     *
     * @param perSecond the messages that it takes in any second; 0 is no limit
     * @throws IOException when there is no port
     */
    LoopbackApi(int perSecond) throws IOException {
        this.perSecond = perSecond;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Returns the number of messages that were accepted. */
    synchronized int taken() {
        return taken;
    }

    /** Returns the number of messages that were refused. */
    synchronized int refused() {
        return refused;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
            int number = decide();
            String answer = number > 0 ? TAKEN.formatted(number) : REFUSED;
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(number > 0 ? 200 : 429, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    /** Returns the number of the message that was taken, or 0 for a refusal. */
    private synchronized int decide() {
        long now = System.nanoTime();
        while (!lastSecond.isEmpty() && now - lastSecond.peekFirst() >= SECOND_NANOS) {
            lastSecond.removeFirst();
        }
        if (perSecond > 0 && lastSecond.size() >= perSecond) {
            refused++;
            return 0;
        }
        if (perSecond > 0) {
            lastSecond.addLast(now);
        }
        taken++;
        return taken;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
