package vn.loa.command.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.loa.command.CommandHarness.OPERATOR;
import static vn.loa.command.CommandHarness.text;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.loa.command.CommandHarness;
import vn.loa.command.Reply;
import vn.loa.model.Access;
import vn.loa.model.ArticleContent;
import vn.loa.model.Button;
import vn.loa.model.Cadence;
import vn.loa.model.Precision;
import vn.loa.model.Published;
import vn.loa.model.Source;
import vn.loa.model.Summary;
import vn.loa.store.article.ArticleStore;
import vn.loa.store.article.NewArticle;
import vn.loa.store.article.SourceStore;
import vn.loa.text.Folding;

/** News of days that are named, by command and in words. It is Monday 9 March 2026. */
class NewsOfDaysTest {
    @TempDir
    private Path folder;

    private CommandHarness desk;
    private CommandHarness.Voice an;

    @BeforeEach
    void open() {
        desk = new CommandHarness(folder, Access.OPEN, OPERATOR);
        new SourceStore(desk.database)
                .syncConfigured(List.of(new Source(
                        "px",
                        "Phú Xuyên",
                        URI.create("http://phuxuyen.hanoi.gov.vn/px"),
                        "hanoi62",
                        new Cadence.Every(Duration.ofMinutes(10)),
                        Map.of(),
                        Set.of())));
        article("Tết trồng cây", "2026-02-20T02:00:00Z");
        article("Dân vận khéo", "2026-02-25T02:00:00Z");
        article("Ngày hội văn hóa", "2026-03-02T02:00:00Z");
        article("Hội nghị đầu tuần", "2026-03-09T02:00:00Z");
        article("Tin năm ngoái", "2025-11-20T16:30:00Z");
        an = desk.alone("7");
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/tinmoi 20/2, Tin ngày 20/2:, Tết trồng cây",
        "/tinmoi ngày 20 tháng 2, Tin ngày 20/2:, Tết trồng cây",
        "tin ngày 20/11, Tin ngày 20/11/2025:, Tin năm ngoái",
        "tin thứ hai tuần trước, Tin ngày 2/3:, Ngày hội văn hóa",
        "tin tháng 2 về dân vận, Tin dân vận tháng 2:, Dân vận khéo",
        "/tinmoi từ 1/3 đến 8/3, Tin từ 1/3 đến 8/3:, Ngày hội văn hóa",
        "tin từ ngày 5/3, Tin từ 5/3 đến 9/3:, Hội nghị đầu tuần"
    })
    void the_news_of_the_days_that_are_named_are_shown_and_no_others(String words, String heading, String title) {
        String answer = text(an.says(words));
        assertThat(answer).startsWith(heading).contains("1. " + title).doesNotContain("2. ");
    }

    @Test
    void a_day_without_news_is_said_to_be_one_and_the_last_day_before_it_is_offered() {
        Reply reply = an.says("tin ngày 28/2");
        assertThat(text(reply)).startsWith("Không có tin ngày 28/2.");
        List<Button.Action> buttons = CommandHarness.buttons(reply.messages().get(0));
        assertThat(buttons).extracting(Button.Action::label).containsExactly("📰 Tin ngày 25/2", "📰 Xem tin mới");
        assertThat(text(an.presses(buttons.get(0).data()))).contains("Dân vận khéo");
    }

    @ParameterizedTest
    @CsvSource({"/tinmoi 31/2", "/tinmoi từ 9/3/2026 đến 1/3/2026"})
    void days_that_no_calendar_has_are_explained(String words) {
        assertThat(text(an.says(words)))
                .startsWith("Tôi chưa rõ những ngày trong")
                .contains("/tinmoi 20/11");
    }

    private void article(String title, String published) {
        ArticleContent content = new ArticleContent(
                title,
                Published.at(Instant.parse(published), Precision.MINUTE),
                "",
                List.of(),
                "",
                "",
                Optional.empty(),
                List.of());
        String key = Folding.fold(title).replace(' ', '-');
        new ArticleStore(desk.database)
                .add(
                        new NewArticle(
                                key,
                                "px",
                                title,
                                URI.create("http://x/" + key),
                                content,
                                new Summary(List.of(), Optional.empty()),
                                Folding.fold(title),
                                ""),
                        desk.now);
    }
}
