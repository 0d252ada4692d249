package vn.loa.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A portal whose answers were written down for each phase of its life; it is reached as a proxy, so that it may stand
 * under any name. Phase 0 is before anything new, 1 shows something new, 2 and 3 are variations.
 */
public final class PhasedPortal implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final JsonNode bodies;
    private final JsonNode portal;
    private int phase;
    private int asked;

    /** Starts a portal. {@code bodies} holds the texts to which the answers of {@code portal} refer. */
    public PhasedPortal(JsonNode bodies, JsonNode portal) {
        this.bodies = bodies;
        this.portal = portal;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    /** Returns the proxy under which it is reached. */
    public URI proxy() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Lets the portal go over to a phase. */
    public synchronized void phase(int number) {
        phase = number;
        asked = 0;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            // The server adds the real time, and tests have a time of their own: like a copy out of a cache.
            exchange.getResponseHeaders().add("Age", "1");
            JsonNode answer = answerTo(exchange);
            if (answer == null || answer.isNull()) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            headers(exchange, answer);
            byte[] body = body(answer.path("body").asInt());
            int status = answer.path("status").asInt();
            boolean empty = body.length == 0 || status == 304 || status == 204;
            exchange.sendResponseHeaders(status, empty ? -1 : body.length);
            if (!empty) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    private synchronized JsonNode answerTo(HttpExchange exchange) {
        JsonNode now = portal.path("phases").path(phase);
        String url = exchange.getRequestURI().toASCIIString();
        if (!url.equals(portal.path("url").asText())) {
            return now.path("pages").get(url);
        }
        boolean conditional = exchange.getRequestHeaders().containsKey("If-None-Match")
                || exchange.getRequestHeaders().containsKey("If-Modified-Since");
        JsonNode lists = now.path("lists");
        JsonNode answer = lists.get(asked++ % lists.size());
        return conditional && now.has("conditional") ? now.get("conditional") : answer;
    }

    private static void headers(HttpExchange exchange, JsonNode answer) {
        if (answer.has("type")) {
            exchange.getResponseHeaders().set("Content-Type", answer.get("type").asText());
        }
        answer.path("headers")
                .properties()
                .forEach(header -> exchange.getResponseHeaders()
                        .set(header.getKey(), header.getValue().asText()));
        answer.path("raw")
                .asText("")
                .lines()
                .filter(line -> line.contains(": "))
                .forEach(line -> {
                    String[] header = line.split(": ", 2);
                    String bytes = new String(header[1].getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
                    exchange.getResponseHeaders().set(header[0], bytes);
                });
    }

    private byte[] body(int index) {
        JsonNode body = bodies.get(index);
        return body.isTextual()
                ? body.asText().getBytes(StandardCharsets.UTF_8)
                : Base64.getDecoder().decode(body.path("b64").asText());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
