package vn.loa.store.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.fetch.Download;
import vn.loa.fetch.FetchRequest;
import vn.loa.fetch.FetchResult;
import vn.loa.fetch.FetchSettings;
import vn.loa.fetch.Fetcher;
import vn.loa.store.Database;
import vn.loa.store.MigratedDatabase;
import vn.loa.store.article.ClosedHostStore;
import vn.loa.waiting.TestPatience;

/** Two nodes ask one portal, which counts its visitors. */
class HostVisitsServerTest {
    private static final Duration PAUSE = Duration.ofMillis(60);
    private static final Duration PATIENCE = TestPatience.LIMIT;

    @TempDir
    private Path folder;

    private final List<Node> nodes = new ArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger visitors = new AtomicInteger();
    private final AtomicInteger mostVisitors = new AtomicInteger();
    private final AtomicLong lastEnd = new AtomicLong(System.nanoTime() - PAUSE.toNanos());
    private final AtomicLong shortestPause = new AtomicLong(Long.MAX_VALUE);
    private final List<String> visits = new ArrayList<>();
    private final CountDownLatch release = new CountDownLatch(1);
    private HttpServer portal;

    private record Node(Database database, Fetcher fetcher) {}

    @BeforeEach
    void start() throws IOException {
        portal = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        portal.createContext("/", this::visited);
        portal.setExecutor(threads);
        portal.start();
        nodes.add(node("a"));
        nodes.add(node("b"));
    }

    @AfterEach
    void stop() {
        release.countDown();
        nodes.forEach(each -> {
            each.fetcher().close();
            each.database().close();
        });
        portal.stop(0);
        threads.shutdownNow();
    }

    private Node node(String name) {
        Database database = MigratedDatabase.open(folder);
        new OwnershipStore(database).alive(database.life(), name, "", Duration.ofHours(1));
        FetchSettings settings = new FetchSettings(
                "Loa/" + name, FetchSettings.Timeouts.USUAL, 10_000, PAUSE, true, false, List.of(), Optional.empty());
        return new Node(
                database,
                new Fetcher(settings, InstantSource.system())
                        .remembering(new ClosedHostStore(database))
                        .sharing(new HostVisitStore(database, HostVisitStore.Visitor.NODE)));
    }

    private void visited(HttpExchange exchange) throws IOException {
        mostVisitors.accumulateAndGet(visitors.incrementAndGet(), Math::max);
        shortestPause.accumulateAndGet(System.nanoTime() - lastEnd.get(), Math::min);
        try (exchange) {
            synchronized (visits) {
                visits.add(exchange.getRequestHeaders().getFirst("User-Agent"));
            }
            answer(exchange, exchange.getRequestURI().getPath());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void answer(HttpExchange exchange, String path) throws IOException, InterruptedException {
        if (path.equals("/slow")) {
            release.await(TestPatience.LIMIT.toSeconds(), TimeUnit.SECONDS);
        }
        if (path.equals("/closed")) {
            exchange.getResponseHeaders().add("Retry-After", "600");
        }
        lastEnd.set(System.nanoTime());
        visitors.decrementAndGet();
        exchange.sendResponseHeaders(path.equals("/closed") ? 429 : 200, -1);
    }

    private FetchRequest request(String path) {
        return FetchRequest.of(
                        URI.create("http://localhost:" + portal.getAddress().getPort() + path))
                .waiting(PATIENCE);
    }

    private Future<FetchResult> asks(int node, String path) {
        return threads.submit(() -> nodes.get(node).fetcher().fetch(request(path)));
    }

    @Test
    void pages_trials_and_files_of_two_nodes_are_one_visitor_who_pauses() throws Exception {
        List<Future<FetchResult>> asked = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            asked.add(asks(i % 2, "/page" + i));
            Path file = folder.resolve("file" + i);
            Fetcher fetcher = nodes.get(i % 2).fetcher();
            asked.add(threads.submit(
                    () -> fetcher.download(request("/file"), new Download(file, 1000, Duration.ofSeconds(30)))));
        }
        for (Future<FetchResult> each : asked) {
            assertThat(each.get(TestPatience.LIMIT.toSeconds(), TimeUnit.SECONDS))
                    .isInstanceOf(FetchResult.Fetched.class);
        }
        assertThat(mostVisitors).hasValue(1);
        assertThat(Duration.ofNanos(shortestPause.get())).isGreaterThanOrEqualTo(PAUSE.minusMillis(2));
    }

    @Test
    void a_node_that_waits_is_let_in_before_the_one_that_asks_on_and_on() throws Exception {
        Future<FetchResult> first = asks(0, "/slow");
        await().atMost(PATIENCE).until(() -> visitors.get() == 1);
        Future<FetchResult> other = asks(1, "/trial");
        await().atMost(PATIENCE)
                .until(() -> !MigratedDatabase.texts(nodes.get(0).database(), "SELECT next_visitor FROM host_visit")
                        .contains(""));
        List<Future<FetchResult>> more = List.of(asks(0, "/more"), asks(0, "/more"), asks(0, "/more"));
        release.countDown();
        assertThat(first.get(TestPatience.LIMIT.toSeconds(), TimeUnit.SECONDS)).isInstanceOf(FetchResult.Fetched.class);
        assertThat(other.get(TestPatience.LIMIT.toSeconds(), TimeUnit.SECONDS)).isInstanceOf(FetchResult.Fetched.class);
        for (Future<FetchResult> each : more) {
            each.get(TestPatience.LIMIT.toSeconds(), TimeUnit.SECONDS);
        }
        assertThat(visits).startsWith("Loa/a", "Loa/b").hasSize(5);
    }

    @Test
    void who_does_not_want_to_wait_is_told_that_the_portal_is_busy() throws Exception {
        Future<FetchResult> slow = asks(0, "/slow");
        await().atMost(PATIENCE).until(() -> visitors.get() == 1);
        FetchRequest hasty = request("/trial").waiting(Duration.ofMillis(150));
        assertThat(nodes.get(1).fetcher().fetch(hasty)).isEqualTo(new FetchResult.Busy(Duration.ofMillis(150)));
        release.countDown();
        slow.get(TestPatience.LIMIT.toSeconds(), TimeUnit.SECONDS);
    }

    @Test
    void what_a_portal_tells_one_node_holds_for_what_waits_on_another() throws Exception {
        Future<FetchResult> slow = asks(0, "/slow");
        await().atMost(PATIENCE).until(() -> visitors.get() == 1);
        Future<FetchResult> closing = asks(1, "/closed");
        release.countDown();
        slow.get(TestPatience.LIMIT.toSeconds(), TimeUnit.SECONDS);
        assertThat(closing.get(TestPatience.LIMIT.toSeconds(), TimeUnit.SECONDS))
                .isInstanceOf(FetchResult.RateLimited.class);
        assertThat(nodes.get(0).fetcher().fetch(request("/page"))).isInstanceOf(FetchResult.RateLimited.class);
        assertThat(visits).hasSize(2);
    }

    @Test
    void two_nodes_that_read_from_each_others_portal_do_not_wait_for_ever() throws Exception {
        List<Future<FetchResult>> asked = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            asked.add(asks(i % 2, "/page"));
            FetchRequest sister = FetchRequest.of(
                    URI.create("http://127.0.0.1:" + portal.getAddress().getPort() + "/article"));
            Fetcher fetcher = nodes.get((i + 1) % 2).fetcher();
            asked.add(threads.submit(() -> fetcher.fetch(sister)));
        }
        for (Future<FetchResult> each : asked) {
            assertThat(each.get(TestPatience.LIMIT.toSeconds(), TimeUnit.SECONDS))
                    .isInstanceOf(FetchResult.Fetched.class);
        }
    }
}
