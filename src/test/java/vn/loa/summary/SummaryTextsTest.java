package vn.loa.summary;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.loa.Cases;
import vn.loa.model.ArticleContent;
import vn.loa.model.Precision;
import vn.loa.model.Published;
import vn.loa.model.Summary;
import vn.loa.text.Sentences;
import vn.loa.text.privacy.PrivateData;

/**
 * The texts of src/test/resources/summary/texts.jsonl, written as many people write for portals of communes: {@code tells}
 * lists facts of which each, or another beside it after " / ", is told; {@code never} what is not; {@code leans} pairs
 * of which the first is told only with the second. People, places and numbers are invented.
 */
class SummaryTextsTest {
    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final PrivateData.Masks MASKS =
            new PrivateData.Masks("[ĐT]", "[TK]", "[GT]", "[THƯ]", "[TÊN]", "[SỐ]");
    private static final ObjectMapper JSON = new ObjectMapper();

    private record Text(String id, JsonNode fields) {
        Summary summary() {
            LocalDate day = LocalDate.parse(fields.get("date").asText());
            Published published = Published.at(day.atTime(20, 0).atZone(VIETNAM).toInstant(), Precision.MINUTE);
            ArticleContent content = new ArticleContent(
                    fields.get("title").asText(),
                    published,
                    "",
                    strings(fields.get("paragraphs")),
                    "",
                    "",
                    Optional.empty(),
                    List.of());
            return new Summarizer(SummaryLimits.ofAnnouncement(), MASKS).summarize(content, VIETNAM);
        }

        @Override
        public String toString() {
            return id;
        }
    }

    static Stream<Text> texts() {
        return Cases.bytesAsText("summary/texts.jsonl").lines().map(SummaryTextsTest::text);
    }

    private static Text text(String line) {
        try {
            JsonNode fields = JSON.readTree(line);
            return new Text(fields.get("id").asText(), fields);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> strings(JsonNode array) {
        List<String> strings = new ArrayList<>();
        array.forEach(node -> strings.add(node.asText()));
        return strings;
    }

    @ParameterizedTest
    @MethodSource("texts")
    void a_summary_holds_what_matters_and_nothing_that_misleads(Text text) {
        Summary summary = text.summary();
        String told = summary.text();
        for (String fact : strings(text.fields().get("tells"))) {
            assertThat(List.of(fact.split(" / "))).as(told).anyMatch(told::contains);
        }
        assertThat(strings(text.fields().get("never"))).as(told).noneMatch(told::contains);
        for (JsonNode pair : text.fields().get("leans")) {
            if (told.contains(pair.get(0).asText())) {
                assertThat(told).contains(pair.get(1).asText());
            }
        }
        assertThat(summary.sentences()).allMatch(Sentences::isWhole);
        if (text.fields().has("event")) {
            assertThat(summary.eventDate().map(LocalDate::toString).orElse(""))
                    .isEqualTo(text.fields().get("event").asText());
        }
    }
}
