package vn.loa.watch.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.loa.model.Article;
import vn.loa.model.ArticleContent;
import vn.loa.model.Change;
import vn.loa.model.Headline;
import vn.loa.model.Precision;
import vn.loa.model.Published;
import vn.loa.model.Summary;
import vn.loa.phrases.Phrases;
import vn.loa.summary.Summarizer;
import vn.loa.summary.SummaryLimits;
import vn.loa.text.privacy.PrivateData;

class ArticleAssemblerTest {
    private static final ZoneId HANOI = ZoneId.of("Asia/Ho_Chi_Minh");
    private final ArticleAssembler editor = new ArticleAssembler(
            new Summarizer(SummaryLimits.ofAnnouncement(), PrivateData.Masks.of(Phrases.vietnamese())), HANOI);

    @ParameterizedTest
    @CsvSource({
        "2026-05-11, 2026-11-05, 2026-11-05",
        "2026-11-05, 2026-05-11, 2026-11-05",
        "2026-05-11, 2026-11-06, 2026-05-11",
        "2026-05-11, 2025-11-05, 2026-05-11",
        "2026-05-11, , 2026-05-11",
        ", 2026-11-05, 2026-11-05"
    })
    void the_page_is_believed_unless_its_day_and_month_are_the_lists_exchanged(
            String page, String list, String expected) {
        ArticleContent read = new ArticleContent(
                "Tin", published(page), "", List.of("Nội dung."), "", "", Optional.empty(), List.of());
        Headline headline = new Headline(
                "xathu.gov.vn#nv:1",
                URI.create("https://xathu.gov.vn/tin-1.html"),
                "Tin",
                published(list),
                "",
                "",
                Optional.empty());
        assertThat(editor.article("xathu", headline, read, List.of()).content().published())
                .isEqualTo(published(expected));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-28T03:05:00Z, MINUTE, 2026-11-28T08:40:00Z, MINUTE, false",
        "2026-11-27T17:00:00Z, DAY, 2026-11-28T08:40:00Z, MINUTE, false",
        "2026-11-28T16:59:00Z, MINUTE, 2026-11-28T17:00:00Z, DAY, true",
        "2026-11-27T17:00:00Z, DAY, 2026-11-28T17:00:00Z, DAY, true"
    })
    void another_day_of_publication_is_a_change_and_another_time_of_that_day_is_none(
            Instant was, Precision before, Instant is, Precision now, boolean changed) {
        assertThat(editor.changes(published(was, before), published(is, now)).contains(Change.PUBLISHED))
                .isEqualTo(changed);
    }

    private static Article published(Instant at, Precision precision) {
        ArticleContent content = new ArticleContent(
                "Tin", Published.at(at, precision), "", List.of("Nội dung."), "", "", Optional.empty(), List.of());
        URI url = URI.create("https://xathu.gov.vn/tin-1.html");
        Summary summary = new Summary(List.of("Nội dung."), Optional.empty());
        return new Article(1, "k", "s", url, content, summary, Instant.EPOCH, 1, false);
    }

    private static Published published(String day) {
        return day == null
                ? Published.unknown()
                : Published.at(LocalDate.parse(day).atStartOfDay(HANOI).toInstant(), Precision.DAY);
    }
}
