package vn.loa.command.document;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.loa.command.CommandHarness.OPERATOR;
import static vn.loa.command.CommandHarness.text;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import vn.loa.store.document.ArticleDocuments;
import vn.loa.web.WebAnswer;
import vn.loa.web.WebBody;
import vn.loa.web.WebRequest;

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
                .contains("Kế hoạch 27/KH-UBND ngày 9/11/2026", "chăm lo Tết")
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
                .contains("DTSTART:20261120T093000Z\r\n", "SUMMARY:16:30 20/11 – gửi báo cáo")
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
        CalendarRoute route = new CalendarRoute(
                new ChatCalendars(desk.context, stores.reminders(), stores.calendars(), desk.logins),
                Phrases.vietnamese());
        String first = address(person);
        assertThat(told(answer(route, first)))
                .contains("UID:deadline-", "UID:event-" + article.id(), "DTSTART;VALUE=DATE:20261118\r\n");
        assertThat(answer(route, first).headers()).containsEntry("Cache-Control", "private, no-store");
        String second = address(person);
        assertThat(second).isNotEqualTo(first);
        assertThat(answer(route, first).status()).isEqualTo(404);
        assertThat(answer(route, second).status()).isEqualTo(200);
        assertThat(answer(route, "?token=").status()).isEqualTo(404);
        assertThat(told(answer(route, "?x"))).contains("/han lịch");
    }

    private static String address(CommandHarness.Voice person) {
        String said = text(person.says("/han lịch"));
        int at = said.indexOf("https://");
        return said.substring(at, said.indexOf('\n', at));
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
