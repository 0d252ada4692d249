package vn.loa.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.Headers;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import okio.Buffer;
import okio.GzipSink;
import okio.Okio;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.fetch.FetchResult.Blocked;
import vn.loa.fetch.FetchResult.Busy;
import vn.loa.fetch.FetchResult.Failed;
import vn.loa.fetch.FetchResult.Fetched;
import vn.loa.fetch.FetchResult.Moved;
import vn.loa.fetch.FetchResult.NotModified;
import vn.loa.fetch.FetchResult.RateLimited;
import vn.loa.fetch.FetchResult.Refused;
import vn.loa.model.Source;

class FetcherTest {
    private static final Instant NOW = Instant.parse("2026-03-09T10:00:00Z");
    private static final FetchSettings.Timeouts LONG =
            new FetchSettings.Timeouts(Duration.ofSeconds(2), Duration.ofSeconds(20), Duration.ofSeconds(30));
    private static final FetchSettings.Timeouts SHORT =
            new FetchSettings.Timeouts(Duration.ofSeconds(2), Duration.ofMillis(500), Duration.ofSeconds(3));

    @TempDir
    private Path folder;

    private final MockWebServer server = new MockWebServer();
    private Fetcher fetcher = fetcher(true, false, List.of());

    @BeforeEach
    void start() throws IOException {
        server.start();
    }

    @AfterEach
    void stop() {
        fetcher.close();
        server.close();
    }

    private static Fetcher fetcher(boolean allowPrivate, boolean robots, List<Path> extraCa) {
        return fetcher(settings(LONG, allowPrivate, robots, extraCa));
    }

    private static Fetcher fetcher(FetchSettings settings) {
        return new Fetcher(settings, InstantSource.fixed(NOW), () -> 0L);
    }

    private static FetchSettings settings(
            FetchSettings.Timeouts timeouts, boolean allowPrivate, boolean robots, List<Path> extraCa) {
        return new FetchSettings(
                "Loa/test", timeouts, 10_000, Duration.ZERO, allowPrivate, robots, extraCa, Optional.empty());
    }

    private URI url(String path) {
        return server.url(path).uri();
    }

    private FetchResult fetch(String path) {
        return fetcher.fetch(FetchRequest.of(url(path)));
    }

    private void answers(MockResponse... responses) {
        for (MockResponse response : responses) {
            server.enqueue(response);
        }
    }

    private static MockResponse answer(int code, String body, String... headers) {
        MockResponse.Builder builder = new MockResponse.Builder().code(code).body(body);
        for (int i = 0; i < headers.length; i += 2) {
            builder.addHeader(headers[i], headers[i + 1]);
        }
        return builder.build();
    }

    @Test
    void a_page_comes_with_its_text_and_what_the_next_question_needs() {
        answers(answer(200, "<p>Mặt trận</p>", "ETag", "\"e\"", "Last-Modified", "Mon, 09 Mar 2026 10:00:00 GMT"));
        Page page = ((Fetched) fetch("/tin")).page();
        assertThat(page.text()).isEqualTo("<p>Mặt trận</p>");
        assertThat(page.charset()).isEqualTo("UTF-8 (guess)");
        assertThat(page.etag()).contains("\"e\"");
        assertThat(page.lastModified()).contains("Mon, 09 Mar 2026 10:00:00 GMT");
    }

    @Test
    void a_page_that_has_not_changed_is_said_to_be_so() throws InterruptedException {
        answers(answer(304, ""));
        FetchRequest request = FetchRequest.of(url("/tin"))
                .ifChanged(Optional.of("\"e\""), Optional.of("Mon, 09 Mar 2026 10:00:00 GMT"));
        assertThat(fetcher.fetch(request)).isInstanceOf(NotModified.class);
        RecordedRequest asked = server.takeRequest();
        assertThat(asked.getHeaders().get("If-None-Match")).isEqualTo("\"e\"");
        assertThat(asked.getHeaders().get("If-Modified-Since")).isEqualTo("Mon, 09 Mar 2026 10:00:00 GMT");
        assertThat(asked.getHeaders().get("User-Agent")).isEqualTo("Loa/test");
    }

    @Test
    void a_missing_page_is_an_answer_and_a_refused_one_is_not() {
        answers(answer(404, "không có"), answer(410, ""), answer(403, ""), answer(500, ""), answer(503, ""));
        assertThat(((Fetched) fetch("/a")).page().status()).isEqualTo(404);
        assertThat(((Fetched) fetch("/a")).page().status()).isEqualTo(410);
        assertThat(fetch("/a")).isEqualTo(new Blocked("HTTP 403"));
        assertThat(fetch("/a")).isEqualTo(new Failed("HTTP 500"));
        assertThat(fetch("/a")).isEqualTo(new Failed("HTTP 503"));
    }

    @Test
    void a_host_that_asks_to_be_left_alone_is_not_asked_again() {
        answers(answer(429, "", "Retry-After", "120"));
        assertThat(fetch("/a")).isEqualTo(new RateLimited(Duration.ofMinutes(2)));
        assertThat(fetch("/b")).isEqualTo(new RateLimited(Duration.ofMinutes(2)));
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void who_waited_for_a_host_that_was_closed_meanwhile_does_not_ask_it() {
        AtomicInteger told = new AtomicInteger();
        fetcher.remembering(new HostClosings() {
            @Override
            public Optional<Duration> left(String host) {
                return told.getAndIncrement() == 0 ? Optional.empty() : Optional.of(Duration.ofMinutes(3));
            }

            @Override
            public void close(String host, Duration wait) {}
        });
        assertThat(fetch("/a")).isEqualTo(new RateLimited(Duration.ofMinutes(3)));
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void a_host_that_other_nodes_ask_all_the_time_is_busy() {
        fetcher.close();
        fetcher = new Fetcher(settings(LONG, true, false, List.of()), InstantSource.fixed(NOW))
                .sharing(new HostVisits() {
                    @Override
                    public boolean begin(String host, Duration longest) {
                        return false;
                    }

                    @Override
                    public void end(String host, Duration pause) {}
                });
        Duration patience = Duration.ofMillis(10);
        assertThat(fetcher.fetch(FetchRequest.of(url("/a")).waiting(patience))).isEqualTo(new Busy(patience));
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void retry_after_may_be_a_date_and_is_capped() {
        answers(answer(503, "", "Retry-After", "Mon, 09 Mar 2026 10:01:00 GMT"));
        assertThat(fetch("/a")).isEqualTo(new RateLimited(Duration.ofMinutes(1)));
        fetcher.close();
        fetcher = fetcher(true, false, List.of());
        answers(answer(429, "", "Retry-After", "999999999"));
        assertThat(fetch("/a")).isEqualTo(new RateLimited(Duration.ofHours(6)));
    }

    @Test
    void redirects_of_the_same_site_are_followed_ten_times_at_most() {
        IntStream.range(0, 10).forEach(i -> answers(answer(302, "", "Location", "/" + i)));
        answers(answer(200, "ok"));
        Page page = ((Fetched) fetch("/start")).page();
        assertThat(page.location()).isEqualTo(url("/9"));
        assertThat(page.requested()).isEqualTo(url("/start"));
        IntStream.range(0, 11).forEach(i -> answers(answer(302, "", "Location", "/" + i)));
        assertThat(fetch("/start")).isEqualTo(new Failed("more than 10 redirects"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://hi88online.net/", "https://evil.example/a", "//other.gov.vn/x"})
    void a_redirect_to_another_site_is_not_followed(String target) {
        answers(answer(302, "", "Location", target));
        assertThat(fetch("/a")).isInstanceOf(Refused.class);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void a_move_to_another_domain_for_good_is_told_with_both_addresses_and_not_followed() {
        answers(
                answer(301, "", "Location", "/moi"),
                answer(308, "", "Location", "https://xathu.hungyen.gov.vn/tin"),
                answer(302, "", "Location", "https://xathu.hungyen.gov.vn/tin"));
        assertThat(fetch("/tin")).isEqualTo(new Moved(url("/tin"), URI.create("https://xathu.hungyen.gov.vn/tin")));
        assertThat(fetch("/tin")).isEqualTo(new Refused("redirects to another site: xathu.hungyen.gov.vn"));
        assertThat(server.getRequestCount()).isEqualTo(3);
    }

    @Test
    void a_page_that_only_sends_its_readers_on_is_a_redirect_for_good() {
        answers(
                answer(200, "<meta http-equiv=\"refresh\" content=\"0;url=/cong/tin\">"),
                answer(200, "<p>Tin mới</p>"),
                answer(200, "<meta http-equiv=\"refresh\" content=\"0;url=https://xathu.hungyen.gov.vn/tin\">"));
        assertThat(((Fetched) fetch("/tin")).page().location()).isEqualTo(url("/cong/tin"));
        assertThat(fetch("/tin")).isEqualTo(new Moved(url("/tin"), URI.create("https://xathu.hungyen.gov.vn/tin")));
    }

    @Test
    void a_cookie_set_by_a_redirect_holds_on_the_way_and_no_longer() throws InterruptedException {
        answers(
                answer(302, "", "Location", "/a", "Set-Cookie", "phien=1; Path=/", "Set-Cookie", "khac=2; Path=/khac"),
                answer(302, "", "Location", "/a", "Set-Cookie", "phien=3; Path=/"),
                answer(200, "ok"),
                answer(200, "ok"));
        assertThat(fetch("/a")).isInstanceOf(Fetched.class);
        fetch("/a");
        assertThat(server.takeRequest().getHeaders().get("Cookie")).isNull();
        assertThat(server.takeRequest().getHeaders().get("Cookie")).isEqualTo("phien=1");
        assertThat(server.takeRequest().getHeaders().get("Cookie")).isEqualTo("phien=3");
        assertThat(server.takeRequest().getHeaders().get("Cookie")).isNull();
    }

    @Test
    void a_validator_that_cannot_be_sent_back_is_neither_kept_nor_sent() throws InterruptedException {
        Headers odd = new Headers.Builder()
                .addUnsafeNonAscii("ETag", "\"tin mới\"")
                .add("Last-Modified", "")
                .build();
        server.enqueue(new MockResponse.Builder().headers(odd).body("ok").build());
        FetchResult answer = fetch("/a");
        assertThat(answer).isInstanceOf(Fetched.class);
        Page page = ((Fetched) answer).page();
        assertThat(page.etag()).isEmpty();
        assertThat(page.lastModified()).isEmpty();
        answers(answer(200, "ok"));
        FetchRequest stored = FetchRequest.of(url("/a")).ifChanged(Optional.of("\"tin mới\""), Optional.of("hôm\nqua"));
        assertThat(fetcher.fetch(stored)).isInstanceOf(Fetched.class);
        server.takeRequest();
        assertThat(server.takeRequest().getHeaders().names()).doesNotContain("If-None-Match", "If-Modified-Since");
    }

    @Test
    void a_document_is_known_by_its_type_and_its_size_does_not_matter() {
        answers(answer(200, "%PDF-1.7" + "x".repeat(20_000), "Content-Type", "application/pdf"));
        Page page = ((Fetched) fetch("/thong-bao.pdf")).page();
        assertThat(page.isDocument()).isTrue();
        assertThat(page.text()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:%d/",
                "http://localhost:%d/",
                "http://2130706433:%d/",
                "http://0.0.0.0:%d/",
                "http://[::1]:%d/",
                "http://[::ffff:127.0.0.1]:%d/",
                "http://[64:ff9b::7f00:1]:%d/",
                "http://[2002:7f00:1::]:%d/",
                "http://10.0.0.1:%d/",
                "http://169.254.169.254:%d/",
                "http://192.168.1.1:%d/"
            })
    void addresses_that_are_not_public_are_refused_however_they_are_written(String address) {
        try (Fetcher guarded = fetcher(false, false, List.of())) {
            FetchResult result = guarded.fetch(FetchRequest.of(URI.create(address.formatted(server.getPort()))));
            assertThat(result)
                    .isInstanceOf(Refused.class)
                    .extracting(Object::toString)
                    .asString()
                    .contains("not public");
            assertThat(server.getRequestCount()).isZero();
        }
    }

    @Test
    void public_addresses_pass_the_guard() throws IOException {
        AddressGuard guard = new AddressGuard(false);
        for (String address : List.of("8.8.8.8", "113.160.0.1", "2405:4800::1", "100.63.0.1", "172.32.0.1")) {
            assertThat(guard.isPublic(InetAddress.getByName(address)))
                    .as(address)
                    .isTrue();
        }
        for (String address : List.of("100.64.0.1", "172.16.0.1", "fd00::1", "fe80::1", "ff02::1", "2001:db8::1")) {
            assertThat(guard.isPublic(InetAddress.getByName(address)))
                    .as(address)
                    .isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:///etc/passwd", "ftp://x.gov.vn/", "gopher://x/", "data:text/html,x"})
    void only_web_addresses_are_asked(String address) {
        assertThat(fetcher.fetch(FetchRequest.of(URI.create(address)))).isInstanceOf(Refused.class);
    }

    @Test
    void an_address_with_a_password_is_refused() {
        URI address = URI.create("http://a:b@127.0.0.1:" + server.getPort() + "/");
        assertThat(fetcher.fetch(FetchRequest.of(address))).isInstanceOf(Refused.class);
    }

    @Test
    void a_page_over_the_cap_is_given_up_also_when_it_comes_small_and_grows() throws IOException {
        Buffer bomb = new Buffer();
        try (var gzip = Okio.buffer(new GzipSink(bomb))) {
            gzip.writeUtf8("0".repeat(5_000_000));
        }
        answers(answer(200, "x".repeat(10_001)), answer(200, "x".repeat(10_000)));
        server.enqueue(new MockResponse.Builder()
                .body(bomb)
                .addHeader("Content-Encoding", "gzip")
                .build());
        assertThat(fetch("/a")).isEqualTo(new Failed("larger than 10000 bytes"));
        assertThat(fetch("/a")).isInstanceOf(Fetched.class);
        assertThat(fetch("/a")).isEqualTo(new Failed("larger than 10000 bytes"));
    }

    @Test
    void a_server_that_is_silent_or_hangs_up_is_a_failure() {
        fetcher.close();
        fetcher = fetcher(settings(SHORT, true, false, List.of()));
        server.enqueue(new MockResponse.Builder()
                .onRequestStart(SocketEffect.Stall.INSTANCE)
                .build());
        assertThat(fetch("/a")).isEqualTo(new Failed("no answer in time"));
        server.enqueue(new MockResponse.Builder()
                .body("x".repeat(5000))
                .onResponseBody(new SocketEffect.CloseSocket())
                .build());
        assertThat(fetch("/a")).isInstanceOf(Failed.class);
    }

    @Test
    void the_cookie_page_is_answered_once_and_the_cookie_kept() throws InterruptedException {
        String gate = read("waf_cookie.html");
        answers(answer(200, gate), answer(200, "<h1>Tin</h1>"), answer(200, "<h1>Tin</h1>"));
        assertThat(((Fetched) fetch("/a")).page().text()).isEqualTo("<h1>Tin</h1>");
        fetch("/b");
        server.takeRequest();
        assertThat(server.takeRequest().getHeaders().get("Cookie")).isEqualTo("D1N=00000000000000000000000000000000");
        assertThat(server.takeRequest().getHeaders().get("Cookie")).startsWith("D1N=");
    }

    @Test
    void a_cookie_page_that_comes_again_is_a_block() {
        String gate = read("waf_cookie.html");
        answers(answer(200, gate), answer(200, gate));
        assertThat(fetch("/a")).isInstanceOf(Blocked.class);
        assertThat(server.getRequestCount()).isEqualTo(2);
    }

    @Test
    void a_captcha_is_a_block_and_an_article_about_captchas_is_not() {
        answers(
                answer(200, "<html><title>Just a moment...</title><div class=cf-challenge></div></html>"),
                answer(200, "<html><h1>Vì sao có captcha</h1><p>Mã g-recaptcha là gì</p></html>"));
        assertThat(fetch("/a")).isInstanceOf(Blocked.class);
        assertThat(fetch("/a")).isInstanceOf(Fetched.class);
    }

    private static String read(String page) {
        try (var in = FetcherTest.class.getResourceAsStream("/shared/pages/" + page)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void what_robots_txt_forbids_is_not_asked_and_it_is_asked_once() {
        answers(answer(200, "User-agent: *\nDisallow: /kin\nAllow: /kin/mo\n"), answer(200, "mở"));
        try (Fetcher polite = fetcher(true, true, List.of())) {
            assertThat(polite.fetch(FetchRequest.of(url("/kin/a"))))
                    .isEqualTo(new Blocked("robots.txt does not allow it"));
            assertThat(polite.fetch(FetchRequest.of(url("/kin/mo")))).isInstanceOf(Fetched.class);
            answers(answer(200, "kín"));
            FetchRequest bold = FetchRequest.of(url("/kin/a")).with(Set.of(Source.Option.IGNORE_ROBOTS));
            assertThat(polite.fetch(bold)).isInstanceOf(Fetched.class);
        }
        assertThat(server.getRequestCount()).isEqualTo(3);
    }

    @Test
    void without_robots_txt_everything_is_allowed_and_with_a_broken_one_nothing_for_now() {
        try (Fetcher polite = fetcher(true, true, List.of())) {
            answers(answer(500, ""));
            assertThat(polite.fetch(FetchRequest.of(url("/a")))).isEqualTo(new Failed("robots.txt: HTTP 500"));
            answers(answer(404, ""), answer(200, "ok"));
            assertThat(polite.fetch(FetchRequest.of(url("/a")))).isInstanceOf(Fetched.class);
        }
    }

    @Test
    void an_incomplete_chain_names_the_missing_issuer_and_extra_ca_heals_it() throws IOException {
        HeldCertificate authority = new HeldCertificate.Builder()
                .certificateAuthority(0)
                .commonName("So TTTT Root")
                .build();
        HeldCertificate own = new HeldCertificate.Builder()
                .signedBy(authority)
                .addSubjectAlternativeName("localhost")
                .build();
        MockWebServer secure = new MockWebServer();
        secure.useHttps(
                new HandshakeCertificates.Builder().heldCertificate(own).build().sslSocketFactory());
        secure.setDispatcher(always(answer(200, "ok")));
        secure.start(InetAddress.getByName("localhost"), 0);
        URI address = URI.create("https://localhost:" + secure.getPort() + "/");
        assertThat(fetcher.fetch(FetchRequest.of(address)).toString()).contains("missing issuer is \"CN=So TTTT Root");
        Path pem = Files.writeString(folder.resolve("root.pem"), authority.certificatePem());
        try (Fetcher trusting = fetcher(true, false, List.of(pem))) {
            assertThat(trusting.fetch(FetchRequest.of(address))).isInstanceOf(Fetched.class);
        }
        secure.close();
    }

    @Test
    void files_that_hold_no_certificate_are_all_named() throws IOException {
        Path bad = Files.writeString(folder.resolve("bad.pem"), "nothing");
        Path missing = folder.resolve("missing.pem");
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> fetcher(true, false, List.of(bad, missing))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("bad.pem", "missing.pem");
    }

    private static Dispatcher always(MockResponse response) {
        return new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return response;
            }
        };
    }
}
