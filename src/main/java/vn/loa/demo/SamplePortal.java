package vn.loa.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/**
 * Serves a small portal on loopback that publishes its articles one by one; one of them has its title corrected later.
 */
public final class SamplePortal implements AutoCloseable {
    private static final String HTML = "text/html; charset=UTF-8";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final ZoneId zone;
    private final SamplePages pages;
    private final InstantSource clock;
    private final List<SamplePages.Published> published = new ArrayList<>();
    private final Deque<SampleArticle> waiting = new ArrayDeque<>();

    /** Starts the portal on a free port. */
    public SamplePortal(ZoneId zone, InstantSource clock) {
        this.zone = zone;
        this.pages = new SamplePages(zone);
        this.clock = clock;
        SampleArticle.all().forEach(this::place);
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException("the sample portal finds no port", e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    private void place(SampleArticle article) {
        if (article.days() == null) {
            waiting.add(article);
        } else {
            Instant at = clock.instant()
                    .minus(Duration.ofDays(article.days()))
                    .minus(Duration.ofMinutes(article.number() % 97));
            published.add(0, new SamplePages.Published(article, at, 20));
        }
    }

    /** Returns the address of the list of a section, {@code van-hoa-xa-hoi} or {@code kinh-te}. */
    public URI listUrl(String section) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/" + section);
    }

    /** Publishes the next article and corrects an earlier one that has to be; returns its title, empty at the end. */
    public synchronized Optional<String> publishNext() {
        published.replaceAll(each -> each.article().correction() == null
                ? each
                : new SamplePages.Published(each.article().corrected(), each.at(), each.views()));
        SampleArticle next = waiting.poll();
        if (next == null) {
            return Optional.empty();
        }
        published.add(0, new SamplePages.Published(next, clock.instant(), 0));
        return Optional.of(next.title());
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            // The server stamps the machine's time, not the demonstration's; what is out of a cache tells no time.
            exchange.getResponseHeaders().set("Age", "0");
            URI address = exchange.getRequestURI();
            if (address.getPath().startsWith("/image/")) {
                send(exchange, 200, "image/png", picture(address.getQuery().hashCode()));
            } else if (address.getPath().startsWith("/documents/")) {
                send(exchange, 200, "application/octet-stream", document(address.getPath()));
            } else {
                page(exchange, address);
            }
        }
    }

    private synchronized byte[] document(String path) throws IOException {
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        Optional<List<String>> lines = published.stream()
                .map(SamplePages.Published::article)
                .filter(article -> path.contains("/" + article.number() + "/"))
                .flatMap(article -> Stream.ofNullable(article.document()))
                .findFirst();
        if (lines.isEmpty()) {
            return "(văn bản mẫu)".getBytes(StandardCharsets.UTF_8);
        }
        return path.endsWith(".pdf")
                ? SampleScan.of(SampleDocument.dated(lines.get(), today))
                : SampleDocument.of(lines.get(), today);
    }

    private void page(HttpExchange exchange, URI address) throws IOException {
        Optional<String> html = html(address);
        if (html.isEmpty()) {
            send(exchange, 404, HTML, "Không tìm thấy nội dung yêu cầu.".getBytes(StandardCharsets.UTF_8));
            return;
        }
        byte[] body = html.get().getBytes(StandardCharsets.UTF_8);
        String etag = "\"" + Integer.toHexString(html.get().hashCode()) + "\"";
        exchange.getResponseHeaders().add("ETag", etag);
        if (etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
            exchange.sendResponseHeaders(304, -1);
        } else {
            send(exchange, 200, HTML, body);
        }
    }

    private synchronized Optional<String> html(URI address) {
        String path = address.getPath().substring(1);
        if (path.contains("/-/view_content/")) {
            // The address followed by a language answers with a list: the trap that such portals set.
            return path.endsWith(".html") ? article(path) : Optional.of(list(path.split("/")[0], 1));
        }
        return path.matches("van-hoa-xa-hoi|kinh-te") ? Optional.of(list(path, number(address))) : Optional.empty();
    }

    private static int number(URI address) {
        String query = address.getQuery() == null ? "" : address.getQuery();
        return query.matches(".*_101_cur=\\d{1,3}") ? Integer.parseInt(query.replaceFirst(".*_101_cur=", "")) : 1;
    }

    private String list(String section, int page) {
        List<SamplePages.Published> shown =
                published.stream().filter(each -> each.article().isIn(section)).toList();
        return pages.list(section, shown, Math.max(page, 1));
    }

    private Optional<String> article(String path) {
        for (int i = 0; i < published.size(); i++) {
            SamplePages.Published each = published.get(i);
            if (path.contains("/" + each.article().number() + "-")) {
                published.set(i, new SamplePages.Published(each.article(), each.at(), each.views() + 1));
                return Optional.of(pages.article(published.get(i), published));
            }
        }
        return Optional.empty();
    }

    private static byte[] picture(int seed) throws IOException {
        BufferedImage image = new BufferedImage(640, 360, BufferedImage.TYPE_INT_RGB);
        Graphics2D drawing = image.createGraphics();
        drawing.setColor(Color.getHSBColor((seed & 0xff) / 255f, 0.4f, 0.8f));
        drawing.fillRect(0, 0, 640, 360);
        drawing.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
