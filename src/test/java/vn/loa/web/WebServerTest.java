package vn.loa.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.loa.model.ComponentHealth;
import vn.loa.model.ComponentHealth.Severity;
import vn.loa.model.HealthReport;
import vn.loa.waiting.TestPatience;

class WebServerTest {
    private static final InetSocketAddress ANY_PORT = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    private static final Instant NOON = Instant.parse("2026-11-01T05:00:00Z");
    private static final Duration PATIENCE = TestPatience.LIMIT;
    /** What is to be cut off ends soon after it, and what is not has it for itself. */
    private static final Duration SHORT = Duration.ofSeconds(2);

    private final List<WebRequest> heard = new CopyOnWriteArrayList<>();
    private final List<AutoCloseable> open = new ArrayList<>();
    private volatile List<ComponentHealth> components = List.of();

    private record Route(String path, Function<WebRequest, WebAnswer> answer) implements WebRoute {
        @Override
        public WebAnswer handle(WebRequest request) {
            return answer.apply(request);
        }
    }

    @AfterEach
    void stop() throws Exception {
        for (AutoCloseable each : open) {
            each.close();
        }
    }

    private WebServer start(Duration limit, WebRoute... routes) {
        return start(new RequestLimits(limit, limit), routes);
    }

    private WebServer start(RequestLimits limits, WebRoute... routes) {
        WebServer server = new WebServer(ANY_PORT, List.of(routes), limits);
        open.add(server);
        server.start();
        return server;
    }

    private WebServer start(WebRoute... routes) {
        return start(PATIENCE, routes);
    }

    private Route keeping(String path) {
        return new Route(path, request -> {
            heard.add(request);
            return WebAnswer.json(200, "{\"chào\":1}");
        });
    }

    private HealthRoute health() {
        return new HealthRoute(
                () -> new HealthReport("1.2", components, Map.of("ok", 2, "down", 1), List.of(), Optional.of(NOON)));
    }

    private static HttpResponse<String> send(WebServer server, String method, String path, byte[] body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .method(method, BodyPublishers.ofByteArray(body))
                .header("X-ZEvent-Signature", "mac=1")
                .timeout(PATIENCE)
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }

    private static HttpResponse<String> get(WebServer server, String path) throws IOException, InterruptedException {
        return send(server, "GET", path, new byte[0]);
    }

    @Test
    void a_route_gets_method_headers_and_the_very_bytes() throws Exception {
        WebServer server = start(keeping("/zalo/oa"));
        byte[] body = {0, (byte) 0xff, '\r', '\n', (byte) 0xc3};

        HttpResponse<String> answer = send(server, "POST", "/zalo/oa?x=1", body);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"chào\":1}");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(heard).singleElement().satisfies(request -> {
            assertThat(request.method()).isEqualTo("POST");
            assertThat(request.body()).isEqualTo(body);
            assertThat(request.header("x-zevent-SIGNATURE")).contains("mac=1");
            assertThat(request.header("X-Other")).isEmpty();
            assertThat(request).hasToString("POST of 5 bytes");
        });
    }

    @Test
    void an_unknown_address_is_not_found_and_one_below_a_route_is_unknown() throws Exception {
        WebServer server = start(keeping("/zalo"), health());

        assertThat(get(server, "/").statusCode()).isEqualTo(404);
        assertThat(send(server, "POST", "/zalo/khac", new byte[0]).statusCode()).isEqualTo(404);
        assertThat(get(server, "/health/").statusCode()).isEqualTo(404);
        assertThat(get(server, "/%68ealth").statusCode()).isEqualTo(200);
        assertThat(heard).isEmpty();
    }

    @Test
    void a_method_that_a_route_does_not_take_is_refused_with_those_that_it_does() throws Exception {
        WebServer server = start(keeping("/zalo"), health());

        assertThat(get(server, "/zalo").statusCode()).isEqualTo(405);
        assertThat(get(server, "/zalo").headers().firstValue("Allow")).contains("POST");
        assertThat(send(server, "POST", "/health", new byte[0]).statusCode()).isEqualTo(405);
        assertThat(send(server, "DELETE", "/health", new byte[0]).statusCode()).isEqualTo(405);
        assertThat(heard).isEmpty();
    }

    @Test
    void a_body_may_be_256_kib_long_and_no_longer() throws Exception {
        WebServer server = start(keeping("/zalo"));

        assertThat(send(server, "POST", "/zalo", new byte[256 * 1024]).statusCode())
                .isEqualTo(200);
        assertThat(send(server, "POST", "/zalo", new byte[256 * 1024 + 1]).statusCode())
                .isEqualTo(413);
        assertThat(send(server, "POST", "/zalo", new byte[700 * 1024]).statusCode())
                .isEqualTo(413);
        assertThat(heard).hasSize(1);
    }

    @Test
    void an_exception_is_a_500_that_tells_nothing() throws Exception {
        WebServer server = start(
                new Route("/zalo", request -> {
                    throw new IllegalStateException("bi-mat");
                }),
                health());

        HttpResponse<String> answer = send(server, "POST", "/zalo", new byte[0]);

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body() + answer.headers().map()).doesNotContain("bi-mat", "IllegalState", "vn.loa");
        assertThat(get(server, "/health").statusCode()).isEqualTo(200);
    }

    @Test
    void health_is_200_with_every_component_while_none_is_critical() throws Exception {
        WebServer server = start(health());
        components = List.of(
                ComponentHealth.of("zalo/oa.poll", Optional.of(NOON), Optional.empty()),
                ComponentHealth.of("portals", Optional.empty(), Optional.of("all \"down\""), Severity.WARNING)
                        .since(Optional.of(NOON)));

        HttpResponse<String> answer = get(server, "/health");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .isEqualTo("{\"status\":\"degraded\",\"well\":true,\"version\":\"1.2\",\"lastBackup\":\"" + NOON
                        + "\",\"components\":["
                        + "{\"id\":\"zalo/oa.poll\",\"severity\":\"ok\",\"last\":\"" + NOON
                        + "\",\"since\":null,\"cause\":\"\"},"
                        + "{\"id\":\"portals\",\"severity\":\"warning\",\"last\":null,\"since\":\"" + NOON
                        + "\",\"cause\":\"all \\\"down\\\"\"}],"
                        + "\"sources\":{\"down\":1,\"ok\":2},\"troubledSources\":[],\"nodes\":{},"
                        + "\"vitals\":[{\"name\":\"zalo/oa.poll\",\"last\":\"" + NOON + "\",\"problem\":\"\"},"
                        + "{\"name\":\"portals\",\"last\":null,\"problem\":\"\"}]}");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    }

    @Test
    void health_is_503_with_the_cause_when_a_component_is_critical() throws Exception {
        WebServer server = start(health());
        components = List.of(ComponentHealth.of("ledger", Optional.empty(), Optional.of("the disk is full")));

        HttpResponse<String> answer = get(server, "/health");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body())
                .contains("\"status\":\"failed\"", "\"well\":false", "\"problem\":\"the disk is full\"");
    }

    @Test
    void the_questions_of_a_supervisor_are_answered_by_their_own_components() throws Exception {
        WebServer server = start(
                new ComponentsRoute(
                        "/livez", () -> List.of(ComponentHealth.of("checks", Optional.empty(), Optional.empty()))),
                new ComponentsRoute("/readyz", () -> components));
        components = List.of(ComponentHealth.of("bots", Optional.empty(), Optional.of("no bot hears")));

        assertThat(get(server, "/livez").statusCode()).isEqualTo(200);
        assertThat(get(server, "/livez").body()).startsWith("{\"status\":\"ok\"");
        assertThat(get(server, "/readyz").statusCode()).isEqualTo(503);
        assertThat(get(server, "/readyz").body()).contains("no bot hears");
        assertThat(send(server, "POST", "/livez", new byte[0]).statusCode()).isEqualTo(405);
    }

    @Test
    void health_answers_a_monitor_that_asks_for_the_status_alone() throws Exception {
        WebServer server = start(health());
        components = List.of(ComponentHealth.of("a", Optional.empty(), Optional.of("ill")));

        HttpResponse<String> answer = send(server, "HEAD", "/health", new byte[0]);

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void clients_that_send_letter_by_letter_do_not_keep_others_out() throws Exception {
        WebServer server = start(SHORT, keeping("/zalo"), health());
        for (int i = 0; i < 40; i++) {
            String begun = i % 2 == 0
                    ? "GET /health HTTP/1.1\r\nHost: x"
                    : "POST /zalo HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{";
            Socket slow = new Socket(InetAddress.getLoopbackAddress(), server.port());
            open.add(slow);
            slow.getOutputStream().write(begun.getBytes(StandardCharsets.US_ASCII));
        }

        assertThat(get(server, "/health").statusCode()).isEqualTo(200);
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(open.subList(1, open.size()))
                        .allSatisfy(slow -> assertThat(ended((Socket) slow)).isTrue()));
        assertThat(heard).isEmpty();
    }

    @Test
    void clients_that_stop_in_the_headers_do_not_keep_health_waiting() throws Exception {
        assertHealthAnswersBesides("GET /health HTTP/1.1\r\nHost: x");
    }

    @Test
    void clients_that_stop_in_the_body_do_not_keep_health_waiting() throws Exception {
        assertHealthAnswersBesides("POST /zalo HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{");
    }

    private void assertHealthAnswersBesides(String begun) throws Exception {
        WebServer server = start(new RequestLimits(PATIENCE, PATIENCE), keeping("/zalo"), health());
        for (int i = 0; i < 100; i++) {
            sending(server, begun);
        }

        long before = System.nanoTime();
        assertThat(get(server, "/health").statusCode()).isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(PATIENCE.dividedBy(3));
    }

    @Test
    void headers_have_less_time_than_a_body() throws Exception {
        WebServer server = start(new RequestLimits(SHORT, PATIENCE), keeping("/zalo"));
        Socket head = sending(server, "POST /zalo HTTP/1.1\r\nHost: x\r\nContent-Le");
        Socket body =
                sending(server, "POST /zalo HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{");
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(ended(head)).isTrue());
        body.getOutputStream().write('}');
        assertThat(new String(body.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("200 OK");
    }

    @Test
    void forty_half_sent_requests_and_twenty_that_trickle_do_not_delay_a_webhook() throws Exception {
        WebServer server = start(keeping("/zalo"), health());
        assertThat(get(server, "/health").statusCode()).isEqualTo(200);
        List<Socket> halfSent = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            halfSent.add(sending(server, i % 2 == 0 ? "GET /health HTTP/1.1\r\nHo" : HALF_A_POST));
        }
        List<Socket> trickling = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            trickling.add(sending(server, i % 2 == 0 ? "POST /zalo HTTP/1.1\r\nX-" : HALF_A_POST));
        }
        ScheduledExecutorService clients = Executors.newScheduledThreadPool(1);
        open.add(clients::shutdownNow);
        clients.scheduleAtFixedRate(() -> trickling.forEach(WebServerTest::sendLetter), 0, 50, TimeUnit.MILLISECONDS);

        List<Duration> times = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            long before = System.nanoTime();
            assertThat(send(server, "POST", "/zalo", "{}".getBytes(StandardCharsets.UTF_8))
                            .statusCode())
                    .isEqualTo(200);
            assertThat(get(server, "/health").statusCode()).isEqualTo(200);
            times.add(Duration.ofNanos(System.nanoTime() - before));
        }
        // Not the slowest: a busy machine pauses whole processes.
        assertThat(times.stream().sorted().toList().get(times.size() / 2)).isLessThan(Duration.ofSeconds(1));
        assertThat(heard).hasSize(10);
        assertThat(halfSent).allMatch(WebServerTest::waits);
        assertThat(trickling).allMatch(WebServerTest::waits);
    }

    /** Returns whether the server has neither answered nor ended the connection. */
    private static boolean waits(Socket client) {
        try {
            client.setSoTimeout(1);
            var unused = client.getInputStream().read();
            return false;
        } catch (SocketTimeoutException e) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static final String HALF_A_POST = "POST /zalo HTTP/1.1\r\nHost: x\r\nContent-Length: 200000\r\n\r\n{";

    /** One that has been cut off by now sends no more. */
    private static void sendLetter(Socket client) {
        try {
            client.getOutputStream().write('a');
        } catch (IOException e) {
            assertThat(e).isInstanceOf(SocketException.class);
        }
    }

    @Test
    void a_client_that_trickles_is_cut_off_all_the_same() throws Exception {
        WebServer server = start(new RequestLimits(Duration.ofMillis(300), Duration.ofMillis(600)), keeping("/zalo"));
        ScheduledExecutorService clients = Executors.newScheduledThreadPool(1);
        open.add(clients::shutdownNow);
        for (String begun : List.of("POST /zalo HTTP/1.1\r\nX-", HALF_A_POST)) {
            Socket client = sending(server, begun);
            clients.scheduleAtFixedRate(() -> sendLetter(client), 0, 20, TimeUnit.MILLISECONDS);
            Awaitility.await()
                    .atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(ended(client)).isTrue());
        }
        assertThat(heard).isEmpty();
    }

    @Test
    void a_connection_serves_several_requests_and_each_has_its_own_time() throws Exception {
        WebServer server = start(new RequestLimits(PATIENCE, PATIENCE), keeping("/zalo"));
        String request = "POST /zalo HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n{}";
        Socket client = sending(server, request + request.replace("Host: x", "Host: x\r\nConnection: close"));
        String answers = new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(answers.split("HTTP/1.1 200", -1)).hasSize(3);
        assertThat(answers).doesNotContain("Jetty", "Server:");
    }

    @Test
    void what_is_no_request_is_refused_without_telling_anything() throws Exception {
        WebServer server = start(health());
        Socket client = sending(server, "GET /a/%2e%2e/b HTTP/1.1\r\n\r\n");
        assertThat(new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("HTTP/1.1 400")
                .doesNotContain("etty", "vn.loa", "Exception");
    }

    private Socket sending(WebServer server, String begun) throws IOException {
        Socket client = new Socket(InetAddress.getLoopbackAddress(), server.port());
        open.add(client);
        client.getOutputStream().write(begun.getBytes(StandardCharsets.US_ASCII));
        return client;
    }

    private static boolean ended(Socket socket) throws IOException {
        socket.setSoTimeout(1000);
        InputStream in = socket.getInputStream();
        try {
            return in.readAllBytes().length == 0;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (SocketException e) {
            return true;
        }
    }

    @Test
    void a_route_that_hangs_is_cut_off_and_the_next_request_is_answered() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        WebServer server = start(SHORT, health(), new Route("/zalo", request -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return WebAnswer.plain(200, "");
        }));

        assertThat(send(server, "POST", "/zalo", new byte[0]).statusCode()).isEqualTo(500);
        assertThat(get(server, "/health").statusCode()).isEqualTo(200);
    }

    @Test
    void nonsense_instead_of_http_harms_nobody() throws Exception {
        WebServer server = start(health());
        for (String nonsense : List.of("\r\n\r\n", "GET\r\n\r\n", "GET / HTTP/1.1\r\nContent-Length: -5\r\n\r\n")) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
                    OutputStream out = socket.getOutputStream()) {
                out.write(nonsense.getBytes(StandardCharsets.US_ASCII));
            }
        }

        assertThat(get(server, "/health").statusCode()).isEqualTo(200);
    }

    @Test
    void a_port_that_is_taken_is_a_clear_error_and_free_again_after_the_end() {
        WebServer first = start(health());
        InetSocketAddress taken = new InetSocketAddress(InetAddress.getLoopbackAddress(), first.port());

        assertThatThrownBy(() -> new WebServer(taken, List.of()))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(Integer.toString(first.port()));

        first.close();
        try (WebServer second = new WebServer(taken, List.of())) {
            assertThat(second.port()).isEqualTo(first.port());
        }
    }

    @Test
    void two_routes_cannot_share_a_path() {
        assertThatThrownBy(() -> new WebServer(ANY_PORT, List.of(keeping("/zalo"), keeping("/zalo"))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new WebServer(ANY_PORT, List.of(keeping("zalo"))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
