package vn.loa.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.model.Cadence;
import vn.loa.model.Problem;
import vn.loa.model.Source;
import vn.loa.model.SourceHealth;

/** A list that brings nothing is held against the rest of its site, and its quiet is told as a notice. */
class QuietSourceTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final Instant START = Instant.parse("2026-03-09T10:00:00Z");
    private static final String BODY = "<p>Xã mời bà con đến nhà văn hóa nghe bàn việc nạo vét kênh, mỗi hộ một người,"
            + " mang theo giấy bút để ghi ý kiến góp cho phương án.</p><p>Phương án đã dán ở bảng tin của thôn.</p>";

    @TempDir
    private Path folder;

    private final MockWebServer server = new MockWebServer();
    private final List<String> alarms = new ArrayList<>();
    private final Map<String, String> pages = new HashMap<>();
    private final List<String> asked = new ArrayList<>();
    /** Paths that answer with an error. */
    private final Set<String> failing = new HashSet<>();
    /** Set when all pages say "unchanged" to a conditional request. */
    private boolean unchanged;

    private volatile Instant now = START;
    private WatchRig rig;
    private Source source;

    @BeforeEach
    void open() throws IOException {
        server.setServerSocketFactory(new PromptSockets());
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                String path = request.getUrl().encodedPath();
                boolean same = unchanged && request.getHeaders().get("If-None-Match") != null;
                return same ? new MockResponse.Builder().code(304).build() : answer(path);
            }
        });
        server.start();
        rig = WatchRig.open(folder, Duration.ofDays(3), () -> now, alarms::add);
        source = new Source(
                "a",
                "Tin xã",
                server.url("/tin-tuc").uri(),
                "",
                new Cadence.Every(Duration.ofHours(8)),
                Map.of(),
                Set.of());
        rig.storage().sources().syncConfigured(List.of(source));
        pages.put("/tin-tuc", list("", 8, "/tin/"));
    }

    @AfterEach
    void close() {
        rig.close();
        server.close();
    }

    private MockResponse answer(String path) {
        asked.add(path);
        boolean article = path.startsWith("/tin/") || path.startsWith("/su-kien/");
        String page = pages.getOrDefault(path, article ? article(path) : "");
        return new MockResponse.Builder()
                .code(failing.contains(path) ? 500 : page.isEmpty() ? 404 : 200)
                .addHeader("Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(now.atZone(ZoneOffset.UTC)))
                .addHeader("ETag", "\"" + page.hashCode() + "\"")
                .addHeader("Content-Type", page.startsWith("<?xml") ? "application/xml" : "text/html; charset=utf-8")
                .body(page)
                .build();
    }

    private static String article(String path) {
        return "<html><head><title>" + title(path) + "</title></head><body><h1>" + title(path)
                + "</h1><div class='content'>" + BODY + "</div></body></html>";
    }

    private static String article(String path, String day) {
        return article(path)
                .replace("<div class='content'>", "<span class='date'>" + day + "</span><div class='content'>");
    }

    private static String title(String path) {
        return "Thông báo số " + path.replaceAll("\\D", "") + " về việc nạo vét kênh nội đồng";
    }

    /** Articles 1 to last, one a day, the eighth on the day before the start. */
    private static String list(String head, int last, String folder) {
        return IntStream.iterate(last, number -> number > 0, number -> number - 1)
                .mapToObj(number -> "<div class='item'><h3><a href='" + folder + "thong-bao-" + number + ".html'>"
                        + title("" + number) + "</a></h3><span class='date'>" + day(number) + "</span></div>")
                .collect(Collectors.joining(
                        "",
                        "<html><head><title>Tin tức</title>" + head + "</head><body><div class='list-news'>",
                        "</div></body></html>"));
    }

    private static String day(int number) {
        return DateTimeFormatter.ofPattern("dd/MM/yyyy").withZone(ZONE).format(START.plus(Duration.ofDays(number - 9)));
    }

    private Optional<Problem> onDay(int day) {
        now = START.plus(Duration.ofDays(day));
        return rig.watcher().check(source).problem();
    }

    @Test
    void a_list_that_stands_still_while_its_feed_moves_is_told_once_with_an_article_that_shows_it() {
        pages.put("/tin-tuc", list("<link rel='alternate' type='application/rss+xml' href='/rss'>", 8, "/tin/"));
        onDay(0);
        feedMoves();
        assertThat(onDay(5)).isEmpty();
        assertThat(onDay(9)).map(Problem::kind).contains(Problem.Kind.LIST_STANDS_STILL);
        assertThat(onDay(10)).map(Problem::kind).contains(Problem.Kind.LIST_STANDS_STILL);
        assertThat(alarms)
                .singleElement()
                .asString()
                .startsWith("ℹ️ ")
                .contains("danh mục không đổi nhưng cổng vẫn có tin mới", "/su-kien/thong-bao-30.html", "/nguon thu");
    }

    private void feedMoves() {
        pages.put(
                "/rss",
                "<?xml version='1.0'?><rss version='2.0'><channel><title>Tin</title><item><title>" + title("30")
                        + "</title><link>" + server.url("/su-kien/thong-bao-30.html")
                        + "</link><pubDate>Thu, 12 Mar 2026 08:00:00 +0700</pubDate></item></channel></rss>");
    }

    @Test
    void a_list_that_stands_still_while_the_home_page_moves_is_told() {
        onDay(0);
        pages.put("/", list("", 14, "/su-kien/"));
        assertThat(onDay(9))
                .map(Problem::detail)
                .contains(server.url("/su-kien/thong-bao-14.html").toString());
    }

    private void changedInSitemap(String article) {
        String others = IntStream.range(0, 6)
                .mapToObj(i -> "<url><loc>" + server.url("/su-kien/cu-" + i + ".html") + "</loc><lastmod>2025-0"
                        + (i + 1) + "-05</lastmod></url>")
                .collect(Collectors.joining());
        pages.put(
                "/sitemap.xml",
                "<?xml version='1.0'?><urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>" + others
                        + "<url><loc>"
                        + server.url(article)
                        + "</loc><lastmod>2026-03-13T08:00:00+07:00</lastmod></url></urlset>");
    }

    @Test
    void a_list_that_stands_still_while_the_sitemap_names_a_new_article_is_told() {
        onDay(0);
        changedInSitemap("/su-kien/thong-bao-31.html");
        pages.put("/su-kien/thong-bao-31.html", article("/su-kien/thong-bao-31.html", "13/03/2026"));
        assertThat(onDay(9))
                .map(Problem::detail)
                .contains(server.url("/su-kien/thong-bao-31.html").toString());
    }

    @Test
    void an_old_article_that_was_only_changed_is_no_news() {
        onDay(0);
        changedInSitemap("/su-kien/thong-bao-31.html");
        pages.put("/su-kien/thong-bao-31.html", article("/su-kien/thong-bao-31.html", "13/02/2026"));
        assertThat(onDay(9)).map(Problem::kind).contains(Problem.Kind.STALE);
    }

    @Test
    void days_whose_years_nobody_knows_any_more_neither_end_a_quiet_nor_hide_it() {
        pages.put("/tin-tuc", list("", 8, "/tin/").replace("/03/2026</span>", " Th3</span>"));
        onDay(0);
        assertThat(onDay(9)).map(Problem::kind).contains(Problem.Kind.STALE);
        assertThat(onDay(70)).map(Problem::kind).contains(Problem.Kind.STALE);
        assertThat(rig.watcher().check(source).health()).isEqualTo(SourceHealth.DEGRADED);
        assertThat(alarms).singleElement().asString().contains("lâu bất thường không có tin mới");
    }

    @Test
    void checks_that_fail_meanwhile_let_a_quiet_be_told_once() {
        onDay(0);
        onDay(8);
        for (int day = 9; day < 15; day += 2) {
            failing.add("/tin-tuc");
            assertThat(onDay(day)).map(Problem::kind).contains(Problem.Kind.UNREACHABLE);
            failing.clear();
            assertThat(onDay(day + 1)).map(Problem::kind).contains(Problem.Kind.STALE);
        }
        assertThat(alarms).singleElement().asString().contains("hệ thống không báo lại việc này");
    }

    @Test
    void a_site_that_was_seen_to_move_is_known_to_after_a_check_that_failed() {
        onDay(0);
        pages.put("/", list("", 14, "/su-kien/"));
        onDay(9);
        failing.add("/tin-tuc");
        now = now.plus(Duration.ofHours(8));
        rig.watcher().check(source);
        failing.clear();
        asked.clear();
        now = now.plus(Duration.ofHours(9));
        assertThat(rig.watcher().check(source).problem()).map(Problem::kind).contains(Problem.Kind.LIST_STANDS_STILL);
        assertThat(asked).containsOnly("/tin-tuc");
        assertThat(alarms).hasSize(1);
    }

    @Test
    void a_site_that_was_seen_to_move_is_known_to_while_it_does_not_answer_and_not_once_it_is_quiet() {
        onDay(0);
        pages.put("/", list("", 14, "/su-kien/"));
        onDay(9);
        failing.add("/");
        assertThat(onDay(10)).map(Problem::kind).contains(Problem.Kind.LIST_STANDS_STILL);
        failing.clear();
        pages.remove("/");
        assertThat(onDay(11)).map(Problem::kind).contains(Problem.Kind.STALE);
        pages.put("/", list("", 14, "/su-kien/"));
        assertThat(onDay(12)).map(Problem::kind).contains(Problem.Kind.LIST_STANDS_STILL);
        assertThat(alarms).hasSize(1);
    }

    @Test
    void a_list_that_is_unchanged_comes_whole_when_it_is_to_be_held_against_its_feed() {
        pages.put("/tin-tuc", list("<link rel='alternate' type='application/rss+xml' href='/rss'>", 8, "/tin/"));
        feedMoves();
        unchanged = true;
        for (int hours = 0; hours < 8 * 24; hours += 16) {
            now = START.plus(Duration.ofHours(hours));
            rig.watcher().check(source);
        }
        assertThat(alarms).singleElement().asString().contains("/su-kien/thong-bao-30.html");
    }

    @Test
    void a_quiet_source_whose_news_cannot_be_read_is_in_trouble() {
        onDay(0);
        onDay(9);
        pages.put("/tin-tuc", list("", 19, "/tin/"));
        for (int number = 9; number <= 19; number++) {
            pages.put(
                    "/tin/thong-bao-" + number + ".html",
                    "<html><head><title>Đăng nhập</title></head><body><h1>Đăng nhập</h1><form><input type='password'>"
                            + "</form></body></html>");
        }
        onDay(10);
        assertThat(onDay(11)).map(Problem::kind).contains(Problem.Kind.OVERDUE_ITEMS);
        assertThat(alarms).hasSize(2).last().asString().contains("gặp sự cố");
    }

    @Test
    void a_site_that_is_as_quiet_as_its_list_is_asked_once_a_day_and_told_by_the_list_s_own_rhythm() {
        onDay(0);
        pages.put("/", list("", 8, "/tin/"));
        onDay(7);
        assertThat(alarms).isEmpty();
        asked.clear();
        assertThat(onDay(8)).map(Problem::kind).contains(Problem.Kind.STALE);
        now = now.plus(Duration.ofHours(8));
        rig.watcher().check(source);
        assertThat(asked).containsOnlyOnce("/");
        assertThat(alarms).singleElement().asString().startsWith("ℹ️ ").contains("lâu bất thường không có tin mới");
    }

    @Test
    void news_end_the_quiet_without_a_word_and_its_next_quiet_is_told_again() {
        onDay(0);
        onDay(9);
        pages.put("/tin-tuc", list("", 19, "/tin/"));
        assertThat(onDay(10)).isEmpty();
        assertThat(onDay(11)).isEmpty();
        assertThat(alarms).hasSize(1);
        onDay(40);
        assertThat(alarms).hasSize(2);
    }
}
