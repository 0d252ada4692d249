package vn.loa.web.page;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.loa.command.CommandHarness.text;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.command.CommandHarness;
import vn.loa.model.Access;
import vn.loa.model.Cadence;
import vn.loa.model.Chat;
import vn.loa.model.ChatState;
import vn.loa.model.PersonId;
import vn.loa.model.Platform;
import vn.loa.model.Source;

/** The pages as a browser asks for them, without one. */
class WebPagesTest {
    private static final Pattern COOKIE = Pattern.compile("loa_session=([^;]+)");
    private static final String LOGGED_OUT = "Đồng chí chưa đăng nhập";

    @TempDir
    private Path folder;

    private final HttpClient client = HttpClient.newHttpClient();
    private PageHarness pages;

    @BeforeEach
    void start() throws IOException {
        pages = new PageHarness(folder);
    }

    @AfterEach
    void stop() {
        pages.close();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder to(String path, String cookie) {
        HttpRequest.Builder request = HttpRequest.newBuilder(pages.root.resolve(path));
        return cookie.isEmpty() ? request : request.header("Cookie", "x=1; loa_session=" + cookie);
    }

    private HttpResponse<String> get(String path, String cookie) throws IOException, InterruptedException {
        return send(to(path, cookie));
    }

    private HttpResponse<String> post(String path, String cookie, String... fields)
            throws IOException, InterruptedException {
        String body = Arrays.stream(fields)
                .map(field -> field.split("=", 2))
                .map(pair -> pair[0] + "=" + URLEncoder.encode(pair[1], StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(to(path, cookie).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private String cookie(HttpResponse<String> answer) {
        Matcher cookie =
                COOKIE.matcher(answer.headers().firstValue("Set-Cookie").orElse(""));
        assertThat(cookie.find()).as(answer.body()).isTrue();
        return cookie.group(1);
    }

    private String login() throws IOException, InterruptedException {
        return cookie(use(pages.link()));
    }

    private HttpResponse<String> use(String link) throws IOException, InterruptedException {
        return post("/web/login", "", link.replaceFirst(".*\\?", ""));
    }

    private String csrf(String cookie) throws IOException, InterruptedException {
        Document page = Jsoup.parse(get("/web", cookie).body());
        return "csrf=" + page.selectFirst("input[name=csrf]").val();
    }

    @Test
    void a_link_works_once_and_only_when_its_button_is_pressed() throws IOException, InterruptedException {
        String link = pages.link();
        assertThat(send(HttpRequest.newBuilder(URI.create(link))).body()).contains("chỉ dùng được một lần");
        String english = Jsoup.parse(
                        send(HttpRequest.newBuilder(URI.create(link))).body(), link)
                .selectFirst(".languages a")
                .absUrl("href");
        assertThat(send(HttpRequest.newBuilder(URI.create(english))).body())
                .contains("This link works once", link.replaceFirst(".*=", ""));
        HttpResponse<String> begun = use(link);
        assertThat(begun.statusCode()).isEqualTo(303);
        assertThat(begun.headers().firstValue("Location")).contains("/web");
        assertThat(begun.headers().firstValue("Set-Cookie").orElseThrow())
                .contains("HttpOnly", "SameSite=Strict", "Path=/web", "Max-Age=43200")
                .doesNotContain("Secure");
        assertThat(get("/web", cookie(begun)).body()).contains("Tin gửi trong 24 giờ qua");
        assertThat(use(link).statusCode()).isEqualTo(403);
        assertThat(use(link).body()).contains("/web");
    }

    @Test
    void a_link_ends_after_a_quarter_of_an_hour_and_a_session_after_twelve() throws IOException, InterruptedException {
        String late = pages.link();
        String session = login();
        pages.desk.now = CommandHarness.NOW.plus(Duration.ofMinutes(15));
        assertThat(use(late).statusCode()).isEqualTo(403);
        assertThat(get("/web", session).statusCode()).isEqualTo(200);
        pages.desk.now = CommandHarness.NOW.plus(Duration.ofHours(12));
        assertThat(get("/web", session).statusCode()).isEqualTo(401);
        assertThat(pages.desk.storage.logins().forgetExpired(pages.desk.now)).isEqualTo(2);
    }

    @Test
    void nothing_that_lets_anybody_in_stands_in_the_database() throws IOException, InterruptedException {
        String link = pages.link();
        String session = cookie(use(pages.link()));
        pages.desk.database.close();
        String bytes =
                new String(java.nio.file.Files.readAllBytes(folder.resolve("loa.db")), StandardCharsets.ISO_8859_1);
        assertThat(bytes).doesNotContain(link.replaceFirst(".*=", ""), session);
    }

    @Test
    void who_is_no_operator_any_more_is_out_at_once() throws IOException, InterruptedException {
        PersonId other = new PersonId(Platform.TELEGRAM, "5");
        pages.desk.storage.operators().grant(other, "telegram:1", CommandHarness.NOW);
        String link = text(pages.desk.alone("5").says("/web"))
                .lines()
                .filter(line -> line.startsWith("http"))
                .findFirst()
                .orElseThrow();
        String session = cookie(use(link));
        assertThat(get("/web", session).statusCode()).isEqualTo(200);
        pages.desk.storage.operators().revoke(other);
        assertThat(get("/web", session).statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/web", "/web/chats", "/web/sources", "/web/announce", "/web/journal", "/web/command"})
    void nobody_sees_a_page_without_a_session(String path) throws IOException, InterruptedException {
        assertThat(get(path, "").statusCode()).isEqualTo(401);
        assertThat(get(path, "guess").body()).contains(LOGGED_OUT, "/web").doesNotContain("csrf");
        HttpResponse<String> seen = get(path, login());
        assertThat(seen.statusCode()).isEqualTo(200);
        assertThat(seen.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "style-src 'self'", "frame-ancestors 'none'");
        assertThat(seen.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(seen.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(seen.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(seen.body()).doesNotContain("<script", " style=", " onclick");
    }

    @Test
    void a_form_of_another_site_changes_nothing() throws IOException, InterruptedException {
        Chat chat = pages.group(7, "Thôn Thượng", ChatState.PENDING);
        String session = login();
        assertThat(post("/web/chats", session, "wish=approve", "chat=" + chat.id())
                        .statusCode())
                .isEqualTo(403);
        String others = csrf(login());
        assertThat(post("/web/chats", session, others, "wish=approve", "chat=" + chat.id())
                        .statusCode())
                .isEqualTo(403);
        assertThat(pages.desk.chats.byId(chat.id()).orElseThrow().active()).isFalse();
    }

    @Test
    void chats_are_found_by_words_without_marks_by_state_and_by_unit() throws IOException, InterruptedException {
        pages.groups();
        long unit = pages.unit("xã Phú Xuyên");
        pages.desk
                .storage
                .units()
                .assign(pages.group(1001, "", ChatState.ACTIVE).id(), java.util.OptionalLong.of(unit));
        String session = login();
        assertThat(found(session, "")).isEqualTo("302");
        assertThat(found(session, "q=thon+30")).isEqualTo("2");
        assertThat(found(session, "q=phu+xuyen")).isEqualTo("1");
        assertThat(found(session, "state=PENDING")).isEqualTo("101");
        assertThat(found(session, "unit=" + unit)).isEqualTo("1");
        assertThat(found(session, "unit=none&state=ACTIVE&page=99")).isEqualTo("200");
        assertThat(found(session, "state=nonsense&unit=&page=-1&page=%25zz")).isEqualTo("302");
    }

    private String found(String session, String query) throws IOException, InterruptedException {
        return Jsoup.parse(get("/web/chats?" + query, session).body())
                .selectFirst("#found")
                .text()
                .replaceAll("\\D*(\\d+).*", "$1");
    }

    @Test
    void many_chats_are_approved_and_moved_by_the_commands_of_the_chat() throws IOException, InterruptedException {
        pages.groups();
        long unit = pages.unit("xã A");
        String session = login();
        String csrf = csrf(session);
        HttpResponse<String> approved =
                post("/web/chats", session, csrf, "wish=approve", "state=PENDING", "everything=1");
        assertThat(approved.statusCode()).isEqualTo(200);
        assertThat(pages.desk.chats.inState(ChatState.PENDING)).isEmpty();
        assertThat(pages.desk.storage.audit().latest(200).stream()
                        .filter(entry -> entry.action().equals("approve")))
                .hasSize(101)
                .allMatch(entry -> entry.actor().equals("telegram:1"));
        post("/web/chats", session, csrf, "wish=move", "q=xa a", "everything=1", "target=" + unit);
        assertThat(pages.desk.storage.units().chats(unit)).hasSize(60);
        assertThat(post("/web/chats", session, csrf, "wish=move", "everything=1")
                        .body())
                .contains("Xin đồng chí chọn đơn vị");
        assertThat(post("/web/chats", session, csrf, "wish=approve").body()).contains("đánh dấu ít nhất một");
    }

    @Test
    void a_chat_of_the_table_opens_with_all_that_can_be_done_to_it() throws IOException, InterruptedException {
        pages.group(7, "Thôn Thượng", ChatState.ACTIVE);
        String session = login();
        Document table = Jsoup.parse(get("/web/chats?q=thuong", session).body());
        String open = table.selectFirst("button[form=open]").val();
        Document chat = Jsoup.parse(
                post("/web/command", session, csrf(session), "press=" + open).body());
        assertThat(chat.select(".words").text()).contains("Thôn Thượng");
        assertThat(chat.select("button[name=press]").eachText()).contains("Theo dõi…", "⛔ Ngừng gửi");
    }

    @Test
    void what_people_wrote_stays_text() throws IOException, InterruptedException {
        pages.groups();
        watch(PageHarness.HOSTILE);
        String session = login();
        for (String path : List.of(
                "/web", "/web/chats?q=%3Cscript%3E&state=%22%3E%3Cb%3E", "/web/sources", "/web/journal?q=%3Cb%3E")) {
            Document page = Jsoup.parse(get(path, session).body());
            assertThat(page.select("script, b, [onclick]")).as(path).isEmpty();
        }
        assertThat(Jsoup.parse(get("/web/chats?q=hacked", session).body())
                        .select("bdi")
                        .text())
                .isEqualTo(PageHarness.HOSTILE);
        Document answered = Jsoup.parse(post("/web/announce", session, csrf(session), "text=" + PageHarness.HOSTILE)
                .body());
        assertThat(answered.select("script, b")).isEmpty();
        assertThat(answered.select(".words").text()).contains(PageHarness.HOSTILE);
    }

    @Test
    void an_announcement_is_shown_before_it_is_sent() throws IOException, InterruptedException {
        pages.group(7, "Thôn Thượng", ChatState.ACTIVE);
        pages.desk.admin("8", "-7").says("/theodoi tất cả");
        String session = login();
        String csrf = csrf(session);
        Document preview = Jsoup.parse(
                post("/web/announce", session, csrf, "text=Họp lúc 8 giờ").body());
        assertThat(preview.select(".words").text()).contains("Họp lúc 8 giờ");
        assertThat(done()).doesNotContain("announce");
        String all =
                preview.select("button[value$=:all], button[value$=:groups]").val();
        Document sure =
                Jsoup.parse(post("/web/command", session, csrf, "press=" + all).body());
        assertThat(sure.select(".words").text()).as(sure.text()).contains("chắc không");
        String yes = sure.select("button[value*=:yes-]").val();
        assertThat(post("/web/command", session, csrf, "press=" + yes).statusCode())
                .isEqualTo(200);
        assertThat(done()).contains("announce");
    }

    private void watch(String name) {
        pages.desk
                .storage
                .sources()
                .syncConfigured(List.of(new Source(
                        "px",
                        name,
                        URI.create("https://px.example.vn/?a=%3C"),
                        "generic",
                        new Cadence.Every(Duration.ofMinutes(10)),
                        Map.of(),
                        Set.of())));
    }

    private List<String> done() {
        return pages.desk.storage.audit().latest(10).stream()
                .filter(entry -> entry.actor().equals("telegram:1"))
                .map(entry -> entry.action())
                .toList();
    }

    @Test
    void a_source_that_waits_for_its_turn_shows_it() throws IOException, InterruptedException {
        watch("Phú Xuyên");
        pages.desk.storage.watched().putOff("px", pages.desk.now.minus(Duration.ofHours(1)));
        String session = login();
        assertThat(get("/web", session).body()).contains("chờ lượt");
        assertThat(get("/web/sources", session).body()).contains("chờ lượt");
    }

    @Test
    void sources_are_paused_and_resumed() throws IOException, InterruptedException {
        watch("Phú Xuyên");
        String session = login();
        String csrf = csrf(session);
        assertThat(post("/web/sources", session, csrf, "wish=tamdung", "what=px")
                        .body())
                .contains("đang tạm dừng");
        assertThat(pages.desk.storage.sources().active()).isEmpty();
        assertThat(post("/web/sources", session, csrf, "wish=chay", "what=px").body())
                .contains("chưa kiểm tra");
        assertThat(pages.desk.storage.sources().active()).hasSize(1);
    }

    @Test
    void the_table_of_subscriptions_is_downloaded() throws IOException, InterruptedException {
        String session = login();
        HttpResponse<String> file = post("/web/export", session, csrf(session));
        assertThat(file.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"loa-theo-doi.csv\"");
        assertThat(file.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/csv");
        HttpResponse<String> workbook = post("/web/export", session, csrf(session), "form=xlsx");
        assertThat(workbook.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"loa-theo-doi.xlsx\"");
        assertThat(workbook.body()).startsWith("PK");
        assertThat(post("/web/command", session, csrf(session), "words=/xuat opml")
                        .body())
                .contains("<opml");
    }

    @Test
    void who_logs_out_is_out() throws IOException, InterruptedException {
        String session = login();
        HttpResponse<String> left = post("/web/logout", session, csrf(session));
        assertThat(left.body()).contains("Đồng chí đã đăng xuất");
        assertThat(left.headers().firstValue("Set-Cookie").orElseThrow()).contains("loa_session=;", "Max-Age=0");
        assertThat(get("/web", session).statusCode()).isEqualTo(401);
    }

    @Test
    void pages_are_in_the_language_that_was_asked_for() throws IOException, InterruptedException {
        String session = login();
        HttpResponse<String> english = get("/web?lang=en", session);
        assertThat(english.body()).contains("<html lang=\"en\">", "Deliveries of the last 24 hours", "Tiếng Việt");
        assertThat(english.headers().firstValue("Set-Cookie").orElseThrow()).contains("loa_lang=en");
        assertThat(send(to("/web", "").header("Cookie", "loa_lang=en")).body()).contains("You are not logged in");
        assertThat(get("/web", session).body()).contains("<html lang=\"vi\">");
    }

    @Test
    void a_cookie_of_pages_by_https_goes_no_other_way() {
        try (CommandHarness desk = new CommandHarness(
                URI.create("https://loa.example.vn"), folder.resolve("https"), Access.OPEN, CommandHarness.OPERATOR)) {
            assertThat(text(desk.alone("1").says("/web"))).contains("https://loa.example.vn/web/login?token=");
            assertThat(desk.logins.encrypted()).isTrue();
        }
    }

    @Test
    void without_an_address_the_command_says_how_to_set_it() {
        try (CommandHarness desk = new CommandHarness(folder.resolve("none"), Access.OPEN, CommandHarness.OPERATOR)) {
            assertThat(text(desk.alone("1").says("/web")))
                    .contains("web: {port: 8080, url: \"https://loa.example.vn\"}");
            assertThat(text(desk.member("1", "-100").says("/web"))).contains("trò chuyện riêng");
        }
    }
}
