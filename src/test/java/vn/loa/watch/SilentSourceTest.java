package vn.loa.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Headers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.loa.model.Cadence;
import vn.loa.model.Problem;
import vn.loa.model.Source;
import vn.loa.model.SourceHealth;

/** A source that tells nothing is never green without a word, in whatever way it is silent. */
class SilentSourceTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final Instant START = Instant.parse("2026-03-09T10:00:00Z");
    /** The days after the start on which the source is looked at. */
    private static final List<Integer> LOOKS = List.of(0, 1, 2, 9, 24, 44, 45);

    private static final String BODY = "<p>Xã mời bà con đến nhà văn hóa nghe bàn việc nạo vét kênh, mỗi hộ một người,"
            + " mang theo giấy bút để ghi ý kiến góp cho phương án.</p><p>Phương án đã dán ở bảng tin của thôn.</p>";

    /**
     * A portal's ways.
     *
     * @param name what is wrong with it
     * @param answer its answer to a request
     */
    private record Site(String name, Answer answer) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** Answers a request for a path on a day since the start. */
    private interface Answer {
        MockResponse to(String path, int day);
    }

    @TempDir
    private Path folder;

    private final MockWebServer server = new MockWebServer();
    private final List<String> alarms = new ArrayList<>();
    private volatile Instant now = START;
    private WatchRig rig;

    @BeforeEach
    void open() throws IOException {
        server.setServerSocketFactory(new PromptSockets());
        server.start();
        rig = WatchRig.open(folder, Duration.ofDays(3), () -> now, alarms::add);
    }

    @AfterEach
    void close() {
        rig.close();
        server.close();
    }

    private Source watched(Site site, String path) {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                int day = (int) Duration.between(START, now).toDays();
                return site.answer().to(request.getUrl().encodedPath(), day);
            }
        });
        Source source = new Source(
                "a", "Cổng xã", server.url(path).uri(), "", new Cadence.Every(Duration.ofHours(8)), Map.of(), Set.of());
        rig.storage().sources().syncConfigured(List.of(source));
        return source;
    }

    private CheckReport lastOf(Source source) {
        return LOOKS.stream()
                .map(day -> {
                    now = START.plus(Duration.ofDays(day));
                    return rig.watcher().check(source);
                })
                .reduce((before, after) -> after)
                .orElseThrow();
    }

    private static MockResponse page(String html) {
        return answer(200, html, "Content-Type", "text/html; charset=utf-8");
    }

    private static MockResponse answer(int status, String body, String... headers) {
        return new MockResponse.Builder()
                .code(status)
                .headers(Headers.of(headers))
                .body(body)
                .build();
    }

    private static String html(String title, String body) {
        return "<!DOCTYPE html><html lang='vi'><head><title>" + title
                + "</title></head><body><div id='menu'><a href='/'>"
                + "Trang chủ</a> <a href='/gioi-thieu'>Giới thiệu</a></div>" + body + "</body></html>";
    }

    private static String title(int number) {
        return "Thông báo số " + number + " về việc nạo vét kênh nội đồng thôn "
                + List.of("Đông", "Đoài", "Trung", "Hạ").get(number % 4);
    }

    private static String day(int day) {
        return DateTimeFormatter.ofPattern("dd/MM/yyyy").withZone(ZONE).format(START.plus(Duration.ofDays(day)));
    }

    /** A list of articles 1 to last, the newest first, the day of each being a multiple of its number. */
    private static String list(int last, IntFunction<String> link, IntFunction<String> date) {
        return html(
                "Tin tức",
                IntStream.iterate(last, number -> number > 0, number -> number - 1)
                        .mapToObj(number -> "<div class='item'><h3><a href='" + link.apply(number) + "'>"
                                + title(number)
                                + "</a></h3><span class='date'>" + date.apply(number) + "</span><p>Trích đoạn " + number
                                + " của bài.</p></div>")
                        .collect(Collectors.joining("", "<div class='list-news'>", "</div>")));
    }

    private static String article(String path) {
        int number = Integer.parseInt(path.replaceAll("\\D", ""));
        return html(title(number), "<h1>" + title(number) + "</h1><div class='content'>" + BODY + "</div>");
    }

    private static String feed(int last, IntFunction<String> item) {
        return "<?xml version='1.0'?><rss version='2.0'><channel><title>Tin</title><link>http://127.0.0.1/</link>"
                + IntStream.rangeClosed(1, last).mapToObj(item).collect(Collectors.joining()) + "</channel></rss>";
    }

    private static MockResponse xml(String xml) {
        return answer(200, xml, "Content-Type", "application/rss+xml; charset=utf-8");
    }

    private static String item(int number, String link, String title) {
        return "<item><title>" + title + "</title><link>" + link + "</link><guid>" + number + "</guid></item>";
    }

    private static boolean isArticle(String path) {
        return path.startsWith("/tin/");
    }

    private static Site always(String name, String body) {
        return new Site(name, (path, day) -> page(body));
    }

    /** A portal with this list, and with the articles that it names. */
    private static Site listing(String name, IntFunction<String> list) {
        return new Site(name, (path, day) -> page(isArticle(path) ? article(path) : list.apply(day)));
    }

    private static Site feeding(String name, IntFunction<String> feed) {
        return new Site(name, (path, day) -> isArticle(path) ? page(article(path)) : xml(feed.apply(day)));
    }

    private static String link(int number) {
        return "/tin/thong-bao-" + number + ".html";
    }

    static Stream<Site> silent() {
        return Stream.of(
                always("an empty body", ""),
                always("a page without links", "<html><body><h1>Xin chào</h1><p>Đang xây dựng.</p></body></html>"),
                always("a page with its menu alone", html("Cổng xã", "<p>Chào mừng đồng chí.</p>")),
                always("an empty list", html("Tin tức", "<h1>Tin tức</h1><div class='list-news'></div>")),
                always(
                        "a login page",
                        html(
                                "Đăng nhập",
                                "<form action='/login' method='post'><h1>Đăng nhập</h1><input name='user'><input"
                                        + " type='password' name='pass'><button>Đăng nhập</button></form><a"
                                        + " href='/quen-mat-khau'>Quên mật khẩu</a> <a href='/dang-ky'>Đăng ký tài khoản"
                                        + " mới</a> <a href='/huong-dan'>Hướng dẫn đăng nhập hệ thống</a>")),
                always(
                        "a script that makes the page",
                        "<html><body><div id='app'></div><script src='/a.js'></script></body></html>"),
                listing(
                        "a list on another host",
                        day -> list(8, n -> "http://cong-khac.example.vn" + link(n), n -> day(-n))),
                listing(
                        "a list of links to mail and files of pictures",
                        day -> list(8, n -> "mailto:a" + n + "@x.vn", n -> "")),
                listing("a list that never moves", day -> list(8, SilentSourceTest::link, n -> day(n - 9))),
                listing("a short list that never moves", day -> list(2, SilentSourceTest::link, n -> day(n - 9))),
                listing(
                        "a list of old articles that never moves",
                        day -> list(8, SilentSourceTest::link, n -> day(-700 + n))),
                listing(
                        "a list that stopped moving",
                        day -> list(8 + Math.min(day, 4), SilentSourceTest::link, n -> day(n - 9))),
                listing(
                        "a moving list whose dates are all of long ago",
                        day -> list(8 + day / 9, SilentSourceTest::link, n -> (1 + n % 28) + "/1/2020")),
                new Site(
                        "a moving list without dates whose articles are all of long ago",
                        (path, day) -> page(
                                isArticle(path)
                                        ? article(path)
                                                .replace(
                                                        "<div class='content'>",
                                                        "<span class='date'>05/01/2020</span><div class='content'>")
                                        : list(8 + day / 9, SilentSourceTest::link, n -> ""))),
                new Site(
                        "a list without dates that never moves, whose articles are all of long ago",
                        (path, day) -> page(
                                isArticle(path)
                                        ? article(path)
                                                .replace(
                                                        "<div class='content'>",
                                                        "<span class='date'>05/01/2020</span><div class='content'>")
                                        : list(8, SilentSourceTest::link, n -> ""))),
                listing(
                        "a list that lost all",
                        day -> day < 3
                                ? list(8, SilentSourceTest::link, n -> day(n - 9))
                                : html("Tin tức", "<div class='list-news'></div>")),
                listing(
                        "a list with a feed beside it that moves alone",
                        day -> list(8, SilentSourceTest::link, n -> day(n - 9))
                                .replace(
                                        "</head>",
                                        "<link rel='alternate' type='application/rss+xml' href='/rss'></head>")),
                new Site(
                        "new articles that are all not there",
                        (path, day) -> !isArticle(path)
                                ? page(list(8 + day / 9, SilentSourceTest::link, n -> day(n - 9)))
                                : answer(404, "không có")),
                new Site(
                        "new articles that are all a login page",
                        (path, day) -> page(
                                isArticle(path)
                                        ? html("Đăng nhập", "<h1>Đăng nhập</h1><form><input type='password'></form>")
                                        : list(8 + day / 9, SilentSourceTest::link, n -> day(n - 9)))),
                new Site(
                        "unchanged for ever",
                        (path, day) -> isArticle(path)
                                ? page(article(path))
                                : day == 0
                                        ? answer(
                                                200,
                                                list(8, SilentSourceTest::link, n -> day(n - 9)),
                                                "ETag",
                                                "\"a\"",
                                                "Content-Type",
                                                "text/html; charset=utf-8")
                                        : answer(304, "")),
                feeding("a feed without items", day -> feed(0, n -> "")),
                feeding(
                        "a feed whose items are on another host",
                        day -> feed(8, n -> item(n, "http://cong-khac.example.vn" + link(n), title(n)))),
                feeding("a feed of items without title", day -> feed(8, n -> item(n, link(n), ""))),
                feeding("a feed of items without anything", day -> feed(8, n -> "<item></item>")),
                feeding("a feed that never moves", day -> feed(3, n -> item(n, link(n), title(n)))),
                feeding("a feed that lost all", day -> feed(day < 3 ? 8 : 0, n -> item(n, link(n), title(n)))),
                new Site("a feed that is cut", (path, day) -> xml("<?xml version='1.0'?><rss><channel><title>Tin")),
                new Site("a feed that is empty", (path, day) -> xml("")),
                new Site(
                        "a list that is JSON",
                        (path, day) -> answer(200, "{\"ok\":true,\"data\":[]}", "Content-Type", "application/json")),
                new Site("no content", (path, day) -> answer(204, "")),
                new Site("endless redirects", (path, day) -> answer(302, "", "Location", path + "a")),
                new Site(
                        "a loop of redirects",
                        (path, day) -> answer(302, "", "Location", path.equals("/a") ? "/b" : "/a")),
                new Site("a redirect to itself", (path, day) -> answer(302, "", "Location", path)),
                new Site("a redirect without an address", (path, day) -> answer(302, "")),
                new Site(
                        "a redirect to another site",
                        (path, day) -> answer(302, "", "Location", "http://cong-khac.example.vn/")),
                new Site("moved for good", (path, day) -> answer(301, "", "Location", "https://xa-moi.example.vn/tin")),
                new Site("not found", (path, day) -> answer(404, "")),
                new Site("forbidden", (path, day) -> answer(403, "")),
                new Site("an error", (path, day) -> answer(500, "")),
                new Site("not modified at once", (path, day) -> answer(304, "")),
                new Site("asked to wait", (path, day) -> answer(429, "", "Retry-After", "600")),
                new Site("a picture", (path, day) -> answer(200, "GIF89a", "Content-Type", "image/gif")),
                new Site("a document", (path, day) -> answer(200, "%PDF-1.7", "Content-Type", "application/pdf")),
                new Site("too large a page", (path, day) -> page("<p>x</p>".repeat(200_000))));
    }

    @ParameterizedTest
    @MethodSource("silent")
    void a_source_that_tells_nothing_is_not_green(Site site) {
        Source source = watched(site, "/danh-sach");
        CheckReport last = lastOf(source);
        assertThat(last.health())
                .as(
                        "%s: %d listed, %s, skipped %d",
                        site,
                        last.listed(),
                        last.problem(),
                        rig.storage().watchMemory().watched().skipped("a"))
                .isNotEqualTo(SourceHealth.OK);
        assertThat(last.problem()).isPresent();
    }

    /** The other way round: what tells something is green. */
    @Test
    void a_source_that_tells_something_stays_green() {
        Source source = watched(
                listing(
                        "well",
                        day -> list(8 + day / 4, SilentSourceTest::link, n -> day(n < 9 ? n - 9 : (n - 8) * 4))),
                "/danh-sach");
        CheckReport last = lastOf(source);
        assertThat(last.problem()).isEmpty();
        assertThat(last.health()).isEqualTo(SourceHealth.OK);
        assertThat(alarms).isEmpty();
    }

    private static Site sized(int bytes) {
        return listing("sized", day -> {
            String list = list(8, SilentSourceTest::link, n -> day(n - 9));
            int missing = bytes - list.getBytes(StandardCharsets.UTF_8).length - "<!---->".length();
            return list.replace("</body>", "<!--" + "x".repeat(missing) + "--></body>");
        });
    }

    @Test
    void a_list_of_just_the_largest_size_is_read_and_one_of_a_byte_more_is_told_as_too_large() {
        CheckReport under = rig.watcher().check(watched(sized(WatchRig.LARGEST), "/danh-sach"));
        assertThat(under.listed()).isEqualTo(8);
        assertThat(under.problem()).isEmpty();
        now = now.plus(Duration.ofHours(8));
        CheckReport over = rig.watcher().check(watched(sized(WatchRig.LARGEST + 1), "/danh-sach"));
        assertThat(over.problem()).contains(new Problem(Problem.Kind.TOO_LARGE, "larger than 1000000 bytes"));
        assertThat(over.health()).isEqualTo(SourceHealth.DEGRADED);
    }

    /** A list behind so many redirects, each to the next number. */
    private static Site behind(int redirects) {
        Site well = listing("well", day -> list(8, SilentSourceTest::link, n -> day(n - 9)));
        return new Site("behind redirects", (path, day) -> {
            int hop = path.startsWith("/buoc-") ? Integer.parseInt(path.substring("/buoc-".length())) : redirects;
            return hop == redirects ? well.answer().to(path, day) : answer(302, "", "Location", "/buoc-" + (hop + 1));
        });
    }

    @Test
    void a_list_behind_ten_redirects_is_read_and_one_behind_eleven_is_told() {
        assertThat(rig.watcher().check(watched(behind(10), "/buoc-0")).listed()).isEqualTo(8);
        now = now.plus(Duration.ofHours(8));
        assertThat(rig.watcher().check(watched(behind(11), "/buoc-0")).problem())
                .contains(new Problem(Problem.Kind.UNREACHABLE, "more than 10 redirects"));
    }

    @Test
    void a_move_for_good_is_told_as_a_move_with_the_new_address() {
        Source source = watched(
                new Site("moved", (path, day) -> answer(301, "", "Location", "https://xa-moi.example.vn/tin")),
                "/danh-sach");
        lastOf(source);
        assertThat(alarms)
                .singleElement()
                .asString()
                .contains("đã chuyển hẳn sang địa chỉ khác: https://xa-moi.example.vn/tin");
    }
}
