package vn.loa.watch.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.loa.model.ArticleContent;
import vn.loa.model.Headline;
import vn.loa.model.Precision;
import vn.loa.model.Published;
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

    private static Published published(String day) {
        return day == null
                ? Published.unknown()
                : Published.at(LocalDate.parse(day).atStartOfDay(HANOI).toInstant(), Precision.DAY);
    }
}
