package vn.loa.web;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves its routes over HTTP, and answers 404 everywhere else. A failure is answered with a status and nothing more;
 * the log has the rest, without the content of the request.
 */
public final class WebServer implements AutoCloseable {
    /** The longest body that is read, in bytes; a longer one is answered with a 413. */
    public static final int LARGEST_BODY = 256 * 1024;
    /** The time that one request may take, from its first byte to the end of its answer. */
    public static final Duration REQUEST_LIMIT = Duration.ofSeconds(10);

    private static final Logger log = LoggerFactory.getLogger(WebServer.class);
    private static final int MOST_CONNECTIONS = 512;
    /** The time in which the headers of a request must have come. */
    private static final Duration HEAD_LIMIT = Duration.ofSeconds(5);

    private static final int MOST_OF_A_CLIENT = 16;
    private static final int BACKLOG = 128;
    /** The bytes that are read of a body that is too long, so that its sender is still there to receive the answer. */
    private static final int LARGEST_LEFTOVER = 1024 * 1024;

    static {
        // Without it each answer of the JDK's server waits for a delayed acknowledgement, 40 ms.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        System.setProperty("jdk.httpserver.maxConnections", Integer.toString(MOST_CONNECTIONS));
    }

    private final Map<String, WebRoute> routes = new ConcurrentHashMap<>();
    private final HttpServer server;
    private final TimedWorkers workers;
    private final ClientBudget clients = new ClientBudget(MOST_OF_A_CLIENT);

    /**
     * Makes a server that has its port, but does not answer before {@link #start}.
     *
     * @param address the address to listen on; port 0 for any free one
     * @throws UncheckedIOException when the address cannot be had
     * @throws IllegalArgumentException when two routes have one path, or a path does not begin with a slash
     */
    public WebServer(InetSocketAddress address, List<WebRoute> routes) {
        this(address, routes, new RequestLimits(HEAD_LIMIT, REQUEST_LIMIT));
    }

    WebServer(InetSocketAddress address, List<WebRoute> routes, RequestLimits limits) {
        routes.forEach(this::add);
        this.server = bound(address);
        this.workers = new TimedWorkers(MOST_CONNECTIONS, limits);
        server.setExecutor(workers);
        server.createContext("/", this::answer);
    }

    private void add(WebRoute route) {
        if (!route.path().startsWith("/") || routes.put(route.path(), route) != null) {
            throw new IllegalArgumentException("a route needs a path of its own that begins with /");
        }
    }

    /** Answers at these addresses too; a route of the same path gives way. */
    public void open(List<WebRoute> more) {
        more.forEach(route -> routes.put(route.path(), route));
    }

    /** Answers by these routes no more. */
    public void shut(List<WebRoute> fewer) {
        fewer.forEach(route -> routes.remove(route.path(), route));
    }

    private static HttpServer bound(InetSocketAddress address) {
        try {
            return HttpServer.create(address, BACKLOG);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot listen at " + address + ": " + e.getMessage(), e);
        }
    }

    public void start() {
        server.start();
        log.info("answering at {}", server.getAddress());
    }

    /** Returns the port it has, also when any was asked for. */
    public int port() {
        return server.getAddress().getPort();
    }

    /** Stops at once. Answers in progress are cut off; platforms send a webhook again that was not answered. */
    @Override
    public void close() {
        server.stop(0);
        workers.close();
    }

    private void answer(HttpExchange exchange) throws IOException {
        workers.headRead();
        InetAddress client = exchange.getRemoteAddress().getAddress();
        try (exchange) {
            if (!clients.enter(client)) {
                write(exchange, WebAnswer.plain(429, "too many requests at once"));
                return;
            }
            try {
                write(exchange, answerTo(exchange));
            } finally {
                clients.leave(client);
            }
        }
    }

    private WebAnswer answerTo(HttpExchange exchange) throws IOException {
        WebRoute route = routes.get(exchange.getRequestURI().getPath());
        if (route == null) {
            return WebAnswer.plain(404, "not found");
        }
        if (!route.methods().contains(exchange.getRequestMethod())) {
            exchange.getResponseHeaders().set("Allow", String.join(", ", route.methods()));
            return WebAnswer.plain(405, "method not allowed");
        }
        InputStream sent = exchange.getRequestBody();
        byte[] body = sent.readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            sent.readNBytes(LARGEST_LEFTOVER);
            return WebAnswer.plain(413, "too large");
        }
        return handled(route, request(exchange, body));
    }

    private static WebRequest request(HttpExchange exchange, byte[] body) {
        String query =
                Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
        return new WebRequest(exchange.getRequestMethod(), query, headers(exchange), body);
    }

    private static WebAnswer handled(WebRoute route, WebRequest request) {
        try {
            return route.handle(request);
        } catch (RuntimeException e) {
            log.error(
                    "{} of {} could not be answered",
                    request.method(),
                    route.getClass().getSimpleName(),
                    e);
            return WebAnswer.plain(500, "internal error");
        }
    }

    private static Map<String, String> headers(HttpExchange exchange) {
        Map<String, String> first = new HashMap<>();
        Headers sent = exchange.getRequestHeaders();
        sent.forEach((name, values) -> first.put(name.toLowerCase(Locale.ROOT), values.get(0)));
        return first;
    }

    private static void write(HttpExchange exchange, WebAnswer answer) throws IOException {
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", answer.contentType());
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        boolean bodiless = body.length == 0 || exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(answer.status(), bodiless ? -1 : body.length);
        if (!bodiless) {
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(body);
            }
        }
    }
}
