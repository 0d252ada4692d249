package vn.loa.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.loa.Cases;
import vn.loa.model.ArticleContent;
import vn.loa.model.Published;

/** Measures the decision on pairs of texts that were written for it; villages, people and numbers are invented. */
class StorySimilarityTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final double LEAST_PRECISION = 1;
    private static final double LEAST_RECALL = 0.9;

    private static final List<Pair> PAIRS = new ArrayList<>();

    /** Two texts, and whether they tell one story. */
    private record Pair(String kind, boolean same, ArticleContent known, ArticleContent fresh) {
        StorySimilarity similarity() {
            return StorySimilarity.of(StoryText.of(fresh), StoryText.of(known));
        }

        boolean isFound() {
            StoryFingerprint one = StoryFingerprint.of(StoryText.of(known));
            return StoryFingerprint.of(StoryText.of(fresh)).hashes().stream()
                            .filter(one.hashes()::contains)
                            .count()
                    >= 2;
        }
    }

    @BeforeAll
    static void read() {
        Map<Integer, ArticleContent> texts = new HashMap<>();
        lines("texts.jsonl").forEach(line -> texts.put(line.get("id").asInt(), content(line)));
        lines("pairs.jsonl")
                .forEach(line -> PAIRS.add(new Pair(
                        line.get("kind").asText(),
                        line.get("same").asBoolean(),
                        texts.get(line.get("known").asInt()),
                        texts.get(line.get("new").asInt()))));
    }

    private static List<JsonNode> lines(String name) {
        return Cases.bytesAsText("story/" + name)
                .lines()
                .map(StorySimilarityTest::parsed)
                .toList();
    }

    private static JsonNode parsed(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ArticleContent content(JsonNode text) {
        List<String> body = new ArrayList<>();
        text.get("body").forEach(paragraph -> body.add(paragraph.asText()));
        return content(text.get("title").asText(), text.get("lead").asText(), body);
    }

    private static ArticleContent content(String title, String lead, List<String> body) {
        return new ArticleContent(title, Published.unknown(), lead, body, "", "", Optional.empty(), List.of());
    }

    @Test
    void what_is_joined_is_one_story_and_most_that_is_one_story_is_joined() {
        int joined = 0;
        int rightly = 0;
        int same = 0;
        Map<String, int[]> byKind = new TreeMap<>();
        for (Pair pair : PAIRS) {
            boolean verdict = pair.isFound() && pair.similarity().isSameStory();
            same += pair.same() ? 1 : 0;
            joined += verdict ? 1 : 0;
            rightly += verdict && pair.same() ? 1 : 0;
            int[] counts = byKind.computeIfAbsent(pair.same() + ", " + pair.kind(), kind -> new int[2]);
            counts[verdict ? 0 : 1]++;
        }
        double precision = (double) rightly / joined;
        double recall = (double) rightly / same;
        System.out.printf("one story: precision %.4f, recall %.4f on %d pairs%n", precision, recall, PAIRS.size());
        byKind.forEach((kind, counts) -> System.out.printf("  %s: %d joined, %d not%n", kind, counts[0], counts[1]));
        assertThat(precision).isGreaterThanOrEqualTo(LEAST_PRECISION);
        assertThat(recall).isGreaterThanOrEqualTo(LEAST_RECALL);
    }

    @Test
    void a_copy_shares_hashes_of_its_fingerprint_with_the_story() {
        long same = PAIRS.stream().filter(Pair::same).count();
        long found = PAIRS.stream().filter(Pair::same).filter(Pair::isFound).count();
        assertThat((double) found / same).isGreaterThanOrEqualTo(0.99);
    }

    @Test
    void a_text_that_is_hardly_longer_than_its_title_is_never_a_copy() {
        ArticleContent tiny = content("Thông báo", "UBND xã Phú Xuyên thông báo họp ngày 5/12 lúc 14 giờ.", List.of());
        assertThat(StorySimilarity.of(StoryText.of(tiny), StoryText.of(tiny)).isSameStory())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ngày 20/4 thôn Đông trồng cây|ngày 22/4 thôn Đông trồng cây|true",
                "Sáng 30/12, xã họp|Chiều 1/1, xã họp|true",
                "ngày 20/4 thôn Đông trồng 2.5 ha|ngày 20/4 thôn Đông trồng 2.5 ha, 22/4 hộ|false",
                "trồng 3-5 ha, từ ngày 2/5|trồng từ 5-5 ha, ngày 2/5|false",
                "có 3/4 hộ|có 5/4 hộ|false",
                "ngày 31/12/2026 họp|họp 01/01/2027|true"
            })
    void a_later_day_goes_on_and_a_part_or_a_size_is_no_day(String known, String fresh, boolean goesOn) {
        StorySimilarity similarity = StorySimilarity.of(
                StoryText.of(content("", fresh, List.of())), StoryText.of(content("", known, List.of())));
        assertThat(similarity.goesOn()).isEqualTo(goesOn);
    }

    private static boolean isSame(String fresh, String known) {
        return StorySimilarity.of(
                        StoryText.of(content("", fresh, List.of())), StoryText.of(content("", known, List.of())))
                .isSameStory();
    }

    /** Tells the same eight facts in other words. */
    private static final String TOLD =
            "UBND xã Phú Xuyên tổ chức giải bóng chuyền tại sân vận động Phú Minh, có 12 đội của"
                    + " 15 thôn, 180 vận động viên, kinh phí 45 triệu đồng, khai mạc ngày 20/11/2026 với ông Lê Văn Hà và bà Trần Thị"
                    + " Mơ dự.";

    private static final String RETOLD =
            "Ngày 20/11/2026, tại sân vận động Phú Minh, 12 đội của 15 thôn, 180 vận động viên,"
                    + " kinh phí 45 triệu đồng, khai mạc giải bóng chuyền do UBND xã Phú Xuyên tổ chức, với ông Lê Văn Hà và bà Trần"
                    + " Thị Mơ dự.";

    private static final String GIFTS_AT_ONE =
            "Sáng 12/11, tại nhà văn hóa thôn Đông Hạ, đồng chí Trần Quốc Hùng, Chủ tịch UBND xã An Bình, cùng bà Lê Thị Hạnh, Giám đốc Công ty Minh Phát, trao 50 suất quà trị giá 25 triệu đồng và 120 thùng mì cho hộ nghèo. Dịp này đoàn tặng 12 xe đạp cho học sinh vượt khó.";
    private static final String GIFTS_AT_ANOTHER =
            "Đồng chí Trần Quốc Hùng, Chủ tịch UBND xã An Bình và bà Lê Thị Hạnh, Giám đốc Công ty Minh Phát ngày 12/11 đã đến với bà con nghèo ở thôn Tây Thượng. Trong buổi gặp gỡ ấm áp, 50 suất quà (tổng 25 triệu đồng), 120 thùng mì được gửi tới tay từng gia đình; 12 xe đạp dành cho các em học sinh.";

    @Test
    void gifts_of_one_day_in_two_villages_are_two_stories() {
        String same = GIFTS_AT_ANOTHER.replace("Tây Thượng", "Đông Hạ");
        assertThat(isSame(GIFTS_AT_ONE, same)).isTrue();
        assertThat(isSame(GIFTS_AT_ONE, GIFTS_AT_ANOTHER)).isFalse();
        assertThat(isSame(GIFTS_AT_ANOTHER, GIFTS_AT_ONE)).isFalse();
    }

    @Test
    void a_village_named_in_one_text_and_the_province_in_the_other_are_one_story() {
        String afar = GIFTS_AT_ANOTHER.replace("thôn Tây Thượng", "xã An Bình, tỉnh Thanh Hóa");
        assertThat(isSame(GIFTS_AT_ONE, afar)).isTrue();
        assertThat(isSame(afar, GIFTS_AT_ONE)).isTrue();
    }

    @Test
    void a_story_that_is_retold_is_joined_unless_it_is_put_off() {
        assertThat(isSame(RETOLD, TOLD)).isTrue();
        assertThat(isSame(RETOLD + " Giải dời sang ngày 28/11/2026.", TOLD)).isFalse();
        assertThat(isSame(RETOLD + " Giải phải hoãn.", TOLD)).isFalse();
        assertThat(isSame(TOLD + " Giải lùi lại vì mưa.", TOLD)).isFalse();
        assertThat(isSame(RETOLD + " Giải đẩy lùi thói lười.", TOLD)).isTrue();
    }

    @Test
    void a_word_that_only_folds_like_that_of_a_period_tells_none() {
        String fund = " Ban tổ chức trao cho quỹ 45 triệu đồng và thưởng đội thắng 3 trận liền.";
        String corrected = " Ban tổ chức trao cho quỹ 46 triệu đồng và thưởng đội thắng 3 trận liền.";
        assertThat(isSame(TOLD + corrected, TOLD + fund)).isTrue();
        assertThat(isSame(TOLD + " Đây là giải kỳ 46 của xã.", TOLD + " Đây là giải kỳ 44 của xã."))
                .isFalse();
    }

    @Test
    void a_text_without_words_has_an_empty_fingerprint_and_is_no_copy() {
        ArticleContent empty = content("Thông báo", "", List.of("", "… - /"));
        assertThat(StoryFingerprint.of(StoryText.of(empty)).hashes()).isEmpty();
        assertThat(StorySimilarity.of(StoryText.of(empty), StoryText.of(empty)).isSameStory())
                .isFalse();
    }

    @Test
    void a_word_of_a_megabyte_and_a_text_without_end_are_read_as_far_as_their_beginning() {
        ArticleContent huge = content("", "A".repeat(1 << 20), List.of("xin chào các đồng chí ".repeat(50_000)));
        assertThat(StoryFingerprint.of(StoryText.of(huge)).hashes()).hasSizeLessThanOrEqualTo(32);
    }
}
