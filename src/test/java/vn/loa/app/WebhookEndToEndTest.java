package vn.loa.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.config.ConfigException;
import vn.loa.emulator.FreePort;
import vn.loa.emulator.PortalEmulator;
import vn.loa.emulator.ZaloBotEmulator;
import vn.loa.emulator.ZaloOaEmulator;
import vn.loa.emulator.ZaloOaEvent;
import vn.loa.waiting.TestPatience;
import vn.loa.web.PrometheusText;
import vn.loa.web.Promtool;

/** The whole program with its HTTP server: Zalo brings what people say, a bot and an Official Account side by side. */
@Tag("slow")
class WebhookEndToEndTest {
    private static final Duration PATIENCE = TestPatience.LIMIT;

    @TempDir
    private Path data;

    private final PortalEmulator portal = new PortalEmulator();
    private ZaloBotEmulator zalo;
    private ZaloOaEmulator account;
    private App app;
    private int port;

    @BeforeEach
    void start() throws IOException, ConfigException {
        zalo = new ZaloBotEmulator();
        account = new ZaloOaEmulator().group("g1", "Mặt trận xã Phú Xuyên", 20, true);
        portal.publish(1, "Tin một");
        port = FreePort.find();
        String yaml = """
            data: '%s/data'
            web: {port: %d, url: 'http://127.0.0.1:%d'}
            zalo:
              token: '%s'
              api-url: '%s'
              rates: {bot-per-second: 0, chat-per-second: 0}
              digests: ['7:00', '16:30']
              webhook: {url: 'http://127.0.0.1:%d', secret: bi-mat-12345678}
              oa:
                app-id: '%s'
                app-secret: '%s'
                secret-key: '%s'
                refresh-token: '%s'
                name: Loa xã
                api-url: '%s'
                oauth-url: '%s'
            operators: ['zalo:op1', 'zalo:2468000000000000002']
            access: approval
            delivery: {quiet-hours: {mode: 'off'}}
            fetch: {allow-private-addresses: true, pause: 0s}
            sources:
              - {id: px, name: 'Phú Xuyên', url: '%s', every: 1s, jitter: 0s}
            """.formatted(
                        data,
                        port,
                        port,
                        zalo.token(),
                        zalo.url(),
                        port,
                        ZaloOaEmulator.APP_ID,
                        ZaloOaEmulator.APP_SECRET,
                        ZaloOaEmulator.OA_SECRET,
                        account.refreshToken(),
                        account.url(),
                        account.url(),
                        portal.listUrl());
        app = new App(Settings.of("test", yaml), null, InstantSource.system());
        app.start();
        await().atMost(PATIENCE).until(() -> zalo.hooked());
    }

    @AfterEach
    void stop() {
        app.close();
        zalo.close();
        account.close();
        portal.close();
    }

    private List<String> heardInGroup() {
        return account.sent().stream()
                .filter(sent -> sent.to().equals("g1"))
                .map(ZaloOaEmulator.Sent::text)
                .toList();
    }

    @Test
    void a_bot_is_heard_by_webhook_and_asks_for_nothing() {
        zalo.person("u1", "An").says("/danhsach");
        zalo.person("u1", "An").awaits("chưa theo dõi");
        assertThat(zalo.calls()).doesNotContain("getupdates");
    }

    @Test
    void an_operator_lets_the_accounts_group_in_and_it_hears_the_news() throws IOException, InterruptedException {
        ZaloBotEmulator.Talk operator = zalo.person("op1", "Vận hành");
        await().atMost(PATIENCE).until(() -> {
            operator.says("/nhom phú xuyên");
            return operator.heard().stream().anyMatch(text -> text.contains("Mặt trận xã Phú Xuyên"));
        });
        operator.says("1");
        String one = operator.awaits("đang chờ duyệt · ");
        int approve = Integer.parseInt(one.lines()
                .filter(line -> line.contains("Duyệt"))
                .findFirst()
                .orElseThrow()
                .replaceFirst("\\..*", ""));
        operator.says(Integer.toString(approve));
        operator.awaits("đang hoạt động");
        String chat = one.replaceFirst("(?s)^#(\\d+) .*", "$1");
        operator.says("/nhom " + chat + " theodoi tất cả");
        operator.awaits("Đã theo dõi");
        operator.says("/nhom " + chat + " lich");
        operator.awaits("7:00 và 16:30");
        operator.says("/nhom " + chat + " lich ngay");
        operator.awaits("Có tin là gửi ngay");
        await().atMost(PATIENCE)
                .until(() -> portal.requests().stream().anyMatch(path -> path.contains("view_content")));
        portal.publish(2, "Lịch tập huấn");
        await().atMost(PATIENCE).until(() -> heardInGroup().stream().anyMatch(text -> text.contains("Lịch tập huấn")));
        URI door = URI.create("http://127.0.0.1:" + port + "/zalo/oa");
        ZaloOaEvent.groupText("g1", "u9", "/danhsach", "m1").postUntilTaken(door);
        await().atMost(PATIENCE).until(() -> heardInGroup().stream().anyMatch(text -> text.contains("Đang theo dõi")));
    }

    @Test
    void an_operator_who_has_only_the_official_account_is_asked_there_and_lets_a_group_in()
            throws IOException, InterruptedException {
        String id = "2468000000000000002";
        account.person(id);
        URI door = URI.create("http://127.0.0.1:" + port + "/zalo/oa");
        ZaloOaEvent.privateText(id, "/danhsach", "m1").postUntilTaken(door);
        await().atMost(PATIENCE)
                .until(() -> account.sent().stream().anyMatch(sent -> sent.to().equals(id)));
        zalo.member("zgr-9", "u9", "Bình").mentions("/start");
        String choice = await().atMost(PATIENCE)
                .until(
                        () -> account.sent().stream()
                                .filter(sent -> sent.to().equals(id))
                                .flatMap(sent -> sent.text().lines())
                                .filter(line -> line.matches("Đồng ý \\d+"))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
        ZaloOaEvent.privateText(id, choice, "m2").postUntilTaken(door);
        zalo.member("zgr-9", "u9", "Bình").awaits("đã được duyệt nhận tin");
    }

    @Test
    void health_tells_of_all_bots_and_of_no_secret() throws IOException, InterruptedException {
        HttpResponse<String> health = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/health"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(health.body()).contains("zalo/main", "zalo/oa").doesNotContain("secret", "NeverShown", "bi-mat");
    }

    @Test
    void metrics_tell_of_all_bots_in_the_format_of_prometheus_and_of_no_secret()
            throws IOException, InterruptedException {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/metrics"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/plain; version=0.0.4; charset=utf-8");
        assertThat(PrometheusText.of(answer.body()).samples())
                .containsKeys(
                        "loa_component_severity{component=\"zalo/main.poll\"}",
                        "loa_sends_in_flight{bot=\"zalo/oa\"}",
                        "loa_queue_oldest_due_seconds",
                        "loa_articles");
        assertThat(answer.body()).doesNotContain("secret", "NeverShown", "bi-mat");
    }

    @Test
    void prometheus_itself_has_nothing_to_say_about_the_metrics() throws IOException, InterruptedException {
        Promtool.checkMetrics(HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/metrics"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body());
    }

    @Test
    void where_no_files_are_carried_they_go_by_links_that_work_once() throws IOException, InterruptedException {
        ZaloBotEmulator.Talk operator = zalo.person("op1", "Vận hành");
        operator.says("/xuat xlsx");
        String link = link(operator.awaits("/web/file?token="));
        assertThat(get(link).body()).contains("Tải tệp");
        HttpResponse<String> file = post(link, "application/x-www-form-urlencoded", link.replaceFirst(".*\\?", ""));
        assertThat(file.headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(value -> assertThat(value).contains("loa-theo-doi.xlsx"));
        assertThat(post(link, "application/x-www-form-urlencoded", link.replaceFirst(".*\\?", ""))
                        .statusCode())
                .isEqualTo(403);

        operator.says("/nhap");
        String upload = link(operator.awaits("/web/upload?token="));
        assertThat(get(upload).body()).contains("multipart/form-data");
        assertThat(upload(upload, "x".repeat(2_200_000)).statusCode()).isEqualTo(413);
        // Of whoever has no link not even the half of it is read.
        assertThat(upload(upload + "x", "x".repeat(1_000_000)).statusCode()).isEqualTo(413);
        assertThat(get(upload + "x").statusCode()).isEqualTo(403);
        assertThat(upload(
                                upload,
                                "<opml><body><outline text=\"Xã\" xmlUrl=\"https://xa.example/rss\"/></body></opml>"
                                        + " ".repeat(1_000_000))
                        .body())
                .contains("/nhap tệp");
        assertThat(upload(upload, "khác").statusCode()).isEqualTo(403);
        operator.awaits("https://xa.example/rss");
        operator.says("chọn 1");
        operator.awaits("Đã nhập: thêm 1");
    }

    private static String link(String told) {
        return told.lines().filter(line -> line.startsWith("http")).findFirst().orElseThrow();
    }

    private static HttpResponse<String> get(String address) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<String> post(String address, String type, String body)
            throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(address.replaceFirst("\\?.*", "")))
                                .header("Content-Type", type)
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<String> upload(String address, String content)
            throws IOException, InterruptedException {
        String body = "--grenze\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.opml\"\r\n"
                + "Content-Type: text/xml\r\n\r\n" + content + "\r\n--grenze--\r\n";
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(address))
                                .header("Content-Type", "multipart/form-data; boundary=grenze")
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void an_operator_opens_the_pages_by_a_link_of_the_bot() throws IOException, InterruptedException {
        ZaloBotEmulator.Talk operator = zalo.person("op1", "Vận hành");
        operator.says("/web");
        String link = operator.awaits("/web/login?token=")
                .lines()
                .filter(line -> line.startsWith("http://127.0.0.1:" + port))
                .findFirst()
                .orElseThrow();
        HttpClient browser = HttpClient.newHttpClient();
        HttpResponse<String> begun = browser.send(
                HttpRequest.newBuilder(URI.create(link.replaceFirst("\\?.*", "")))
                        .POST(HttpRequest.BodyPublishers.ofString(link.replaceFirst(".*\\?", "")))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(begun.statusCode()).isEqualTo(303);
        String cookie = begun.headers().firstValue("Set-Cookie").orElseThrow().replaceFirst(";.*", "");
        HttpResponse<String> page = browser.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/web"))
                        .header("Cookie", cookie)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(page.body())
                .contains("zalo/main.poll", "Phú Xuyên", "Bản sao lưu gần nhất")
                .doesNotContain("bi-mat");
    }
}
