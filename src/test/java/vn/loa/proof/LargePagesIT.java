package vn.loa.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.emulator.BotApiEmulator;
import vn.loa.emulator.PortalEmulator;
import vn.loa.waiting.TestPatience;

/** Ten portals whose pages are made to take all memory, beside one that is well, in 256 MiB. */
@Order(2)
class LargePagesIT {
    private static final int SOURCES = 10;
    private static final int MEBIBYTE = 1024 * 1024;
    /** As many as one page may have, so that it is read. */
    private static final int READABLE_ELEMENTS = 400_000;
    /** The pages of so many elements. */
    private static final Set<String> READ = Set.of("/0", "/1");

    @TempDir
    private Path folder;

    private final PortalEmulator portal = new PortalEmulator();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger asked = new AtomicInteger();
    private BotApiEmulator telegram;
    private HttpServer large;
    private LoaProcess program;

    @BeforeEach
    void open() throws IOException {
        telegram = BotApiEmulator.start();
        large = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        large.setExecutor(threads);
        large.createContext("/", this::answer);
        large.start();
        portal.publish(1, "Tin một");
    }

    @AfterEach
    void close() {
        program.close();
        telegram.close();
        portal.close();
        large.stop(0);
        threads.shutdownNow();
    }

    /** The pages of some sources have as many elements as are read, which takes seconds; the others nearly 5 MiB. */
    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            boolean huge = !READ.contains(path);
            String page = path.equals("/robots.txt")
                    ? ""
                    : huge ? "<p>".repeat((5 * MEBIBYTE - 1000) / 3) : "<p>a".repeat(READABLE_ELEMENTS);
            asked.addAndGet(page.isEmpty() ? 0 : 1);
            byte[] body = page.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(body.length == 0 ? 404 : 200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private Path config() throws IOException {
        StringBuilder sources = new StringBuilder();
        for (int i = 0; i < SOURCES; i++) {
            sources.append("  - {id: large%d, name: 'Lớn %d', url: 'http://127.0.0.1:%d/%d', every: 1h, jitter: 0s}\n"
                    .formatted(i, i, large.getAddress().getPort(), i));
        }
        Path config = folder.resolve("loa.yaml");
        Files.writeString(config, """
            data: '%s'
            telegram: {token: '%s', api-url: '%s', poll-timeout: 1s}
            access: open
            fetch: {allow-private-addresses: true, pause: 0s, max-size: 5MiB}
            sources:
              - {id: px, name: 'Phú Xuyên', url: '%s', every: 1s, jitter: 0s}
            %s""".formatted(
                        folder.resolve("data"), telegram.token(), telegram.url(), portal.listUrl(), sources));
        return config;
    }

    @Test
    void pages_that_would_take_all_memory_end_nothing_and_keep_no_other_source_from_being_read() throws IOException {
        program = LoaProcess.start(config()).awaitLine("Loa watches");
        for (int i = 0; i < SOURCES; i++) {
            program.awaitLine("source large" + i + ": ");
        }
        assertThat(asked.get()).isGreaterThanOrEqualTo(SOURCES);
        int before = portal.requests().size();
        await().atMost(TestPatience.LIMIT).until(() -> portal.requests().size() > before + 2);
        assertThat(program.runs()).isTrue();
        assertThat(program.lines()).noneMatch(line -> line.contains("OutOfMemoryError"));
    }
}
