package vn.loa.command.document;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.loa.command.CommandHarness.OPERATOR;
import static vn.loa.command.CommandHarness.text;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.app.Storage;
import vn.loa.command.CommandHarness;
import vn.loa.document.DocumentReader;
import vn.loa.document.DocumentReading;
import vn.loa.document.OfficialArticles;
import vn.loa.model.Access;
import vn.loa.model.Article;
import vn.loa.model.Media;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.Priority;
import vn.loa.model.Summary;
import vn.loa.phrases.Phrases;
import vn.loa.store.article.NewArticle;
import vn.loa.store.chat.ChatStore;
import vn.loa.store.chat.UnitStore;
import vn.loa.store.document.ArticleDocuments;
import vn.loa.store.document.SetDeadline;
import vn.loa.web.WebAnswer;
import vn.loa.web.WebBody;
import vn.loa.web.WebRequest;
import vn.loa.web.WebServer;

class DocumentCommandsTest {
    @TempDir
    private Path folder;

    private CommandHarness desk;
    private Storage stores;

    @BeforeEach
    void open() {
        desk = new CommandHarness(URI.create("https://loa.xa.example.vn"), folder, Access.OPEN, OPERATOR);
        stores = Storage.of(desk.database);
        desk.now = java.time.Instant.parse("2026-11-12T02:00:00Z");
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private Article kept(NewArticle article) {
        Article added = stores.articles().add(article, desk.now);
        DocumentReading reading = DocumentReader.read(
                article.content().title(),
                String.join("\n", article.content().paragraphs()),
                Optional.of(LocalDate.of(2026, 11, 10)));
        stores.documents().keep(added, new ArticleDocuments(reading.cards(), reading.deadlines()), desk.now);
        return added;
    }

    private void plan() {
        kept(OfficialArticles.article(
                "xa", 1, "Kế hoạch số 27/KH-UBND ngày 09/11/2026 về việc chăm lo Tết", "Nội dung."));
        kept(OfficialArticles.article("xa", 2, "Thông báo số 15/TB-UBND ngày 02/10/2026 về lịch tiếp dân", "Tin."));
    }

    @Test
    void documents_are_found_by_number_month_and_words() {
        plan();
        CommandHarness.Voice person = desk.alone("70");
        assertThat(text(person.says("/vanban 27/KH")))
                .contains("Kế hoạch 27/KH-UBND ngày 9/11/2026", "\n   Chăm lo Tết")
                .doesNotContain("15/TB");
        assertThat(text(person.says("/vanban số 27"))).contains("27/KH-UBND");
        assertThat(text(person.says("/vanban tháng 10"))).contains("15/TB-UBND").doesNotContain("27/KH");
        assertThat(text(person.says("/vanban tháng này")))
                .contains("27/KH-UBND")
                .doesNotContain("15/TB");
        assertThat(text(person.says("/vanban tháng 10/2025"))).contains("Không tìm thấy", "/tim");
        assertThat(text(person.says("/vanban năm 2026"))).contains("27/KH-UBND", "15/TB-UBND");
        assertThat(text(person.says("/vanban lịch tiếp dân")))
                .contains("15/TB-UBND")
                .doesNotContain("27/KH");
        assertThat(text(person.says("/vanban"))).contains("Văn bản mới nhất", "27/KH-UBND", "15/TB-UBND");
        assertThat(text(person.says("văn bản tháng 11"))).contains("27/KH-UBND");
    }

    @Test
    void without_documents_the_answer_says_what_to_do() {
        assertThat(text(desk.alone("70").says("/vanban"))).contains("Chưa có văn bản", "/tim");
        assertThat(text(desk.alone("70").says("/vanban tháng 13"))).contains("Không tìm thấy");
        assertThat(text(desk.alone("70").says("/han"))).contains("Chưa có việc nào", "/vanban");
    }

    @Test
    void deadlines_of_what_the_chat_was_told_are_listed_until_they_are_done() {
        CommandHarness.Voice person = desk.alone("70");
        person.says("/start");
        person.says("/theodoi tất cả");
        Article article = kept(OfficialArticles.article(
                "xa", 1, "Yêu cầu báo cáo", "Các thôn gửi báo cáo về Ban Thường trực trước 16 giờ 30 ngày 20/11."));
        assertThat(text(person.says("/han"))).contains("Chưa có việc nào");
        stores.deliveries().enqueueArticle(article.id(), Priority.ORDINARY, desk.now);
        assertThat(text(person.says("/han"))).contains("16:30 20/11 – gửi báo cáo về Ban Thường trực");
        OutgoingMessage file = person.says("/han tệp").messages().get(0);
        String calendar = new String(
                ((Media.Made) file.media().orElseThrow()).content(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(calendar)
                .startsWith("BEGIN:VCALENDAR\r\n")
                .contains("BEGIN:VTIMEZONE\r\nTZID:Asia/Ho_Chi_Minh\r\n", "TZOFFSETTO:+0700\r\n", "NAME:Loa – ")
                .contains("DTSTART;TZID=Asia/Ho_Chi_Minh:20261120T163000\r\n", "SUMMARY:16:30 20/11 – gửi báo cáo")
                .endsWith("END:VEVENT\r\nEND:VCALENDAR\r\n");
        assertThat(calendar.split("\r\n"))
                .allSatisfy(line -> assertThat(line.getBytes(java.nio.charset.StandardCharsets.UTF_8).length)
                        .isLessThanOrEqualTo(75));
        long id = stores.reminders()
                .upcoming(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 12, 1))
                .get(0)
                .id();
        String done =
                DeadlinesCommand.doneButton(id, LocalDate.of(2026, 11, 20)).text();
        assertThat(desk.alone("71").presses(done).toast().orElseThrow()).doesNotContain("Đã ghi nhận");
        assertThat(person.presses(done).toast().orElseThrow()).contains("Đã ghi nhận");
        assertThat(person.presses(done).toast().orElseThrow()).contains("đã được ghi nhận");
        assertThat(text(person.says("/han"))).contains("Chưa có việc nào");
    }

    private static String told(WebAnswer answer) {
        WebBody.Bytes body = (WebBody.Bytes) answer.body();
        return StandardCharsets.UTF_8.decode(body.content().duplicate()).toString();
    }

    private static WebAnswer answer(CalendarRoute route, String address) {
        return route.handle(new WebRequest("GET", address.substring(address.indexOf('?') + 1), Map.of(), new byte[0]));
    }

    @Test
    void a_chat_has_one_address_of_a_calendar_with_its_deadlines_and_events() {
        CommandHarness.Voice person = desk.alone("70");
        person.says("/theodoi tất cả");
        Article article = kept(OfficialArticles.article(
                "xa", 1, "Yêu cầu báo cáo", "Các thôn gửi báo cáo về Ban Thường trực trước 16 giờ 30 ngày 20/11."));
        stores.deliveries().enqueueArticle(article.id(), Priority.ORDINARY, desk.now);
        stores.articles()
                .resummarize(article.id(), new Summary(List.of("Tin."), Optional.of(LocalDate.of(2026, 11, 18))));
        CalendarRoute route =
                new CalendarRoute(new ChatCalendars(desk.context, calendarStores(), desk.logins), Phrases.vietnamese());
        String first = address(person);
        assertThat(told(answer(route, first)))
                .contains("UID:deadline-", "UID:event-" + article.id(), "DTSTART;VALUE=DATE:20261118\r\n");
        assertThat(answer(route, first).headers()).containsEntry("Cache-Control", "private, no-cache");
        String second = address(person);
        assertThat(second).isNotEqualTo(first);
        assertThat(answer(route, first).status()).isEqualTo(404);
        assertThat(answer(route, second).status()).isEqualTo(200);
        assertThat(answer(route, "?token=").status()).isEqualTo(404);
        assertThat(told(answer(route, "?x"))).contains("/han lịch");
    }

    private ChatCalendars.Stores calendarStores() {
        return new ChatCalendars.Stores(
                stores.reminders(), stores.calendars(), new ChatStore(desk.database), new UnitStore(desk.database));
    }

    private CalendarRoute route() {
        return new CalendarRoute(new ChatCalendars(desk.context, calendarStores(), desk.logins), Phrases.vietnamese());
    }

    private static String address(CommandHarness.Voice person) {
        return address(person, "/han lịch");
    }

    private static String address(CommandHarness.Voice person, String command) {
        String said = text(person.says(command));
        int at = said.indexOf("https://");
        assertThat(said).contains("https://");
        return said.substring(at, said.indexOf('\n', at));
    }

    private Article told(String words) {
        Article article = kept(OfficialArticles.article("xa", 1, "Yêu cầu báo cáo", words));
        stores.deliveries().enqueueArticle(article.id(), Priority.ORDINARY, desk.now);
        return article;
    }

    private void corrected(Article article, String words) {
        DocumentReading reading = DocumentReader.read("", words, Optional.of(LocalDate.of(2026, 11, 10)));
        stores.documents().keep(article, new ArticleDocuments(reading.cards(), reading.deadlines()), desk.now);
    }

    @Test
    void an_address_is_taken_away_for_good() {
        CommandHarness.Voice person = desk.alone("70");
        person.says("/theodoi tất cả");
        assertThat(text(person.says("/han lịch tắt"))).contains("chưa có địa chỉ");
        assertThat(text(person.says("/han lịch"))).contains("webcal://");
        String address = address(person);
        assertThat(answer(route(), address).status()).isEqualTo(200);
        assertThat(text(person.says("/han lịch tắt"))).contains("Đã bỏ địa chỉ lịch của nơi này");
        assertThat(answer(route(), address).status()).isEqualTo(404);
    }

    @Test
    void a_calendar_that_has_not_changed_is_not_sent_again() {
        CommandHarness.Voice person = desk.alone("70");
        person.says("/theodoi tất cả");
        Article article = told("Các thôn gửi báo cáo về Ban Thường trực trước 16 giờ 30 ngày 20/11.");
        String query = address(person);
        query = query.substring(query.indexOf('?') + 1);
        String tag = route().handle(new WebRequest("GET", query, Map.of(), new byte[0]))
                .headers()
                .get("ETag");
        desk.now = desk.now.plusSeconds(3600);
        WebAnswer same = route().handle(new WebRequest("GET", query, Map.of("if-none-match", "W/" + tag), new byte[0]));
        assertThat(same.status()).isEqualTo(304);
        assertThat(told(same)).isEmpty();
        corrected(article, "Các thôn gửi báo cáo về Ban Thường trực trước 16 giờ 30 ngày 25/11.");
        assertThat(route().handle(new WebRequest("GET", query, Map.of("if-none-match", tag), new byte[0]))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void calendar_programs_hear_over_the_network_that_nothing_has_changed() throws Exception {
        CommandHarness.Voice person = desk.alone("70");
        person.says("/theodoi tất cả");
        told("Các thôn gửi báo cáo về Ban Thường trực trước 16 giờ 30 ngày 20/11.");
        String address = address(person);
        InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        try (WebServer server = new WebServer(any, List.of(route()))) {
            server.start();
            URI here = URI.create(
                    "http://127.0.0.1:" + server.port() + address.substring(address.indexOf(ChatCalendars.PATH)));
            HttpClient client = HttpClient.newHttpClient();
            HttpResponse<String> first =
                    client.send(HttpRequest.newBuilder(here).build(), BodyHandlers.ofString());
            assertThat(first.body()).startsWith("BEGIN:VCALENDAR");
            String tag = first.headers().firstValue("ETag").orElseThrow();
            HttpResponse<String> again = client.send(
                    HttpRequest.newBuilder(here).header("If-None-Match", tag).build(), BodyHandlers.ofString());
            assertThat(again.statusCode()).isEqualTo(304);
            assertThat(again.body()).isEmpty();
        }
    }

    @Test
    void a_correction_keeps_the_entry_and_counts_on_and_what_is_dropped_is_cancelled() {
        CommandHarness.Voice person = desk.alone("70");
        person.says("/theodoi tất cả");
        Article article = told("Các thôn gửi báo cáo về Ban Thường trực trước 16 giờ 30 ngày 20/11.");
        String address = address(person);
        String before = told(answer(route(), address));
        assertThat(before).contains("SEQUENCE:0\r\n", "STATUS:CONFIRMED");
        String uid = before.substring(before.indexOf("UID:"), before.indexOf("DTSTAMP"));
        corrected(article, "Các thôn gửi báo cáo về Ban Thường trực trước 16 giờ 30 ngày 25/11.");
        assertThat(told(answer(route(), address)))
                .contains(uid, "SEQUENCE:1\r\n", "T163000", "20261125T")
                .doesNotContain("20261120T");
        corrected(article, "Không có gì phải gửi.");
        assertThat(told(answer(route(), address)))
                .contains(uid, "SEQUENCE:2\r\nSTATUS:CANCELLED\r\nDTSTART;TZID=Asia/Ho_Chi_Minh:20261125T163000\r\n");
    }

    @Test
    void what_recurs_has_its_rule_and_leaves_out_the_day_that_is_done() {
        CommandHarness.Voice person = desk.alone("70");
        person.says("/theodoi tất cả");
        told("Các thôn gửi báo cáo về UBND xã trước ngày 30 hằng tháng.");
        String address = address(person);
        assertThat(told(answer(route(), address)))
                .contains("RRULE:FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1\r\n")
                .doesNotContain("EXDATE");
        SetDeadline set = stores.reminders()
                .upcoming(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 12, 31))
                .get(0);
        LocalDate due = set.deadline()
                .occurrence(LocalDate.ofInstant(desk.now, ZoneId.of("Asia/Ho_Chi_Minh")))
                .orElseThrow();
        person.presses(DeadlinesCommand.doneButton(set.id(), due).text());
        assertThat(told(answer(route(), address)))
                .contains("EXDATE;VALUE=DATE:" + due.toString().replace("-", "") + "\r\n");
    }

    @Test
    void a_unit_has_a_calendar_of_all_that_its_chats_were_told() {
        CommandHarness.Voice operator = desk.alone("1");
        operator.says("/donvi them xã Phú Xuyên");
        operator.says("/donvi them thôn Thượng thuộc xã Phú Xuyên");
        CommandHarness.Voice village = desk.admin("11", "-11");
        village.says("/theodoi tất cả");
        assertThat(text(village.says("/han lịch đơn vị"))).contains("chưa gắn với đơn vị");
        UnitStore units = new UnitStore(desk.database);
        ChatStore chats = new ChatStore(desk.database);
        long chat = chats.find(village.chat().address()).orElseThrow().id();
        units.assign(chat, OptionalLong.of(2));
        Article article = told("Các thôn gửi báo cáo về Ban Thường trực trước 16 giờ 30 ngày 20/11.");
        stores.articles()
                .resummarize(article.id(), new Summary(List.of("Tin."), Optional.of(LocalDate.of(2026, 11, 18))));
        String commune = told(answer(route(), address(operator, "/han lịch xã Phú Xuyên")));
        assertThat(commune).contains("NAME:Loa – xã Phú Xuyên", "UID:deadline-", "UID:event-" + article.id());
        String own = address(village, "/han lịch đơn vị");
        assertThat(told(answer(route(), own))).contains("NAME:Loa – thôn Thượng", "UID:deadline-");
        assertThat(text(village.says("/han lịch xã Phú Xuyên"))).contains("Chỉ người phụ trách đơn vị");
        assertThat(text(desk.member("12", "-11").says("/han lịch đơn vị"))).contains("Chỉ người phụ trách đơn vị");
        assertThat(text(operator.says("/han lịch thôn Thượng tắt"))).contains("Đã bỏ địa chỉ lịch của thôn Thượng");
        assertThat(answer(route(), own).status()).isEqualTo(404);
        assertThat(text(operator.says("/han lịch xã Không Có"))).contains("Không Có");
    }

    @Test
    void without_a_web_address_the_file_is_offered() {
        desk.close();
        desk = new CommandHarness(folder, Access.OPEN, OPERATOR);
        assertThat(text(desk.alone("70").says("/han lịch"))).contains("/han tệp");
    }

    @Test
    void buttons_that_mean_nothing_are_answered() {
        CommandHarness.Voice person = desk.alone("70");
        for (String data : List.of("han:x:y", "han:99:1", "han", "han:1:99999999999999")) {
            assertThat(person.presses(data).toast()).isPresent();
        }
    }
}
