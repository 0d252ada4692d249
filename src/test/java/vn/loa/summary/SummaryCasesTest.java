package vn.loa.summary;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.loa.model.ArticleContent;
import vn.loa.model.Precision;
import vn.loa.model.Published;
import vn.loa.model.Summary;
import vn.loa.text.privacy.PrivateData;

/** The articles of src/test/resources/summary/cases.jsonl, each of one trap. */
class SummaryCasesTest {
    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final PrivateData.Masks MASKS =
            new PrivateData.Masks("[ĐT]", "[TK]", "[GT]", "[THƯ]", "[TÊN]", "[SỐ]");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "co-initial2 | gia đình ông P. (hộ khó khăn về nhà ở) tại thôn Đông",
                "co-abbr | BS.CKII. Nguyễn Nghiệm trao đổi tại hội thảo ở TP. Thử Nghiệm, P. Bến Mới, Q. 3 ngày 12/3",
                "co-caps | Chủ tịch UBND xã Tân Lộc tiếp công dân định kỳ",
                "co-intro | tại nhà văn hóa thôn Đông, Ban Công tác Mặt trận thôn",
                "pv-sick | mắc bệnh ung thư"
            })
    void is_told(String id, String words) {
        assertThat(told(id)).contains(words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "co-caps | ỦY BAN NHÂN DÂN",
                "co-caps | Số: 12",
                "co-caps | Độc lập",
                "co-caps | Nơi nhận",
                "pv-sick | Phạm Thị Đau",
                "pv-plate | 29A",
                "quote-three-paragraphs | Chúng tôi mừng lắm",
                "quote-three-paragraphs | Cả thôn không ai"
            })
    void is_not_told(String id, String words) {
        assertThat(told(id)).doesNotContain(words);
    }

    @Test
    void nobody_is_told_of_without_the_sentence_that_names_him() {
        String village = told("dangling-ban");
        if (village.contains("Ban đã")) {
            assertThat(village).contains("Trưởng ban Công tác Mặt trận khu 7");
        }
        String inquiry = told("dangling-ong-nay");
        if (inquiry.contains("ông này") || inquiry.contains("ông M.")) {
            assertThat(inquiry).contains("Lê Văn M.");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "“Con đường mới giúp 120 hộ dân đi lại thuận tiện từ tháng 3/2026, xe cứu thương vào được”, bà nói.",
                "\"Con đường mới giúp 120 hộ dân đi lại thuận tiện từ tháng 3/2026, xe cứu thương vào được\" - bà phấn khởi cho biết.",
                "“Con đường mới giúp 120 hộ dân đi lại thuận tiện từ tháng 3/2026. Xe cứu thương vào được”.",
            })
    void a_quotation_is_told_with_the_sentence_that_names_its_speaker(String quotation) {
        ArticleContent content = new ArticleContent(
                "Đường mới ở thôn Đông",
                Published.unknown(),
                "",
                List.of(
                        "Bà Trần Thị Thử, thôn Đông, chia sẻ niềm vui với đoàn.",
                        quotation,
                        "Năm nay xã làm thêm 3 km đường bê tông tại thôn Tây với kinh phí 2 tỷ đồng."),
                "",
                "",
                Optional.empty(),
                List.of());
        String told = new Summarizer(SummaryLimits.ofAnnouncement(), MASKS)
                .summarize(content, VIETNAM)
                .text();
        if (told.contains("120 hộ")) {
            assertThat(told).contains("Trần Thị Thử");
        }
        assertThat(told).contains("2 tỷ đồng");
    }

    @Test
    void an_event_is_not_what_is_only_recalled() {
        assertThat(summary("ev-recall").eventDate()).isEmpty();
        assertThat(summary("ev-parens").eventDate()).contains(LocalDate.of(2026, 3, 12));
    }

    @Test
    void something_is_told_of_every_case() {
        assertThat(cases())
                .allSatisfy(
                        article -> assertThat(told(article.get("id").asText())).isNotBlank());
    }

    private static String told(String id) {
        return summary(id).text();
    }

    private static Summary summary(String id) {
        JsonNode found = cases().stream()
                .filter(article -> article.get("id").asText().equals(id))
                .findFirst()
                .orElseThrow();
        List<String> paragraphs = new ArrayList<>();
        found.get("paragraphs").forEach(paragraph -> paragraphs.add(paragraph.asText()));
        LocalDate day = LocalDate.parse(found.get("date").asText().substring(0, 10));
        Published published = Published.at(day.atTime(8, 0).atZone(VIETNAM).toInstant(), Precision.MINUTE);
        ArticleContent content = new ArticleContent(
                found.get("title").asText(), published, "", paragraphs, "", "", Optional.empty(), List.of());
        return new Summarizer(SummaryLimits.ofAnnouncement(), MASKS).summarize(content, VIETNAM);
    }

    private static List<JsonNode> cases() {
        ObjectMapper json = new ObjectMapper();
        try (InputStream in = SummaryCasesTest.class.getResourceAsStream("/summary/cases.jsonl")) {
            List<JsonNode> all = new ArrayList<>();
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                all.add(json.readTree(line));
            }
            return all;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
