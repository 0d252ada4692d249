package vn.loa.emulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The HTTP side: {@code /bot<token>/<method>} with GET, POST, JSON, form and multipart. */
final class HttpFront implements AutoCloseable {
    private static final Pattern PATH = Pattern.compile("/bot([^/]+)/([^/]+)/?");

    static {
        // Without it each answer of the JDK's server waits for a delayed acknowledgement, 40 ms.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final BiFunction<String, ApiCall, Answer> respond;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "bot-api-emulator");
        thread.setDaemon(true);
        return thread;
    });

    HttpFront(int port, BiFunction<String, ApiCall, Answer> respond) throws IOException {
        this.respond = respond;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1024);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            write(exchange, answer(exchange));
        }
    }

    private Answer answer(HttpExchange exchange) throws IOException {
        Matcher path = PATH.matcher(exchange.getRequestURI().getRawPath());
        if (!path.matches()) {
            return Answer.json(404, Refusal.of(404, "Not Found").body().toString());
        }
        String token = URLDecoder.decode(path.group(1), StandardCharsets.UTF_8);
        String method = path.group(2).toLowerCase(Locale.ROOT);
        try {
            return respond.apply(token, new ApiCall(method, Parameters.read(exchange)));
        } catch (Refusal refusal) {
            return Answer.json(refusal.code(), refusal.body().toString());
        }
    }

    private static void write(HttpExchange exchange, Answer answer) throws IOException {
        if (answer instanceof Answer.Whole whole) {
            byte[] body = whole.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", whole.contentType());
            exchange.sendResponseHeaders(whole.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
