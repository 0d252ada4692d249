package vn.loa.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Emulates a Bot API on loopback that has no updates and notes the first poll. */
public final class PolledApi implements AutoCloseable {
    /** What a poll waits here: an answer at once would keep the program busier than Telegram does. */
    private static final Duration POLL = Duration.ofSeconds(20);

    private static final String SELF =
            "{\"ok\":true,\"result\":{\"id\":100000,\"is_bot\":true,\"first_name\":\"Loa\",\"username\":\"loa_bot\"}}";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch polled = new CountDownLatch(1);
    private final CountDownLatch closing = new CountDownLatch(1);

    /** Starts on a free port. */
    public PolledApi() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /** Returns its address, without a slash at the end. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Waits for the first poll; false when it did not come within the time. */
    public boolean awaitPoll(Duration atMost) throws InterruptedException {
        return polled.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
            byte[] body = answer(exchange.getRequestURI().getPath()).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String answer(String path) throws InterruptedException {
        String method = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        if (method.equals("getme")) {
            return SELF;
        }
        if (!method.equals("getupdates")) {
            return "{\"ok\":true,\"result\":true}";
        }
        polled.countDown();
        var unused = closing.await(POLL.toMillis(), TimeUnit.MILLISECONDS);
        return "{\"ok\":true,\"result\":[]}";
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
