package vn.loa.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.loa.model.ArticleContent;
import vn.loa.model.Precision;
import vn.loa.model.Published;
import vn.loa.model.Summary;
import vn.loa.text.privacy.PrivateData;
import vn.loa.waiting.CpuTime;

/** What holds for every text, tried on articles put together at random from fixed seeds. */
@Order(2)
@Tag("slow")
class SummarizerPropertyTest {
    private static final int ARTICLES = Integer.getInteger("articles", 200);
    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final LocalDate PUBLISHED = LocalDate.of(2025, 11, 20);
    private static final PrivateData.Masks MASKS =
            new PrivateData.Masks("[phone]", "[account]", "[identity]", "[email]", "[name]", "[number]");

    private static final List<String> OPENINGS = List.of(
            "Sáng 13/11",
            "Ngày 18.11.2025",
            "Thực hiện Kế hoạch số 12/KH-MTTQ ngày 5/11/2025",
            "Trong đó",
            "Tại hội nghị",
            "- Thôn 3",
            "1. Về công tác Mặt trận",
            "“Chúng tôi rất mừng",
            "Đồng chí Lê Văn Nam",
            "DỰ CÓ",
            "Theo TS. Trần An",
            "Bên cạnh đó",
            "Nhằm nâng cao chất lượng",
            "Theo đó",
            "Tại đây",
            "Ông Lê Văn Nam cho biết",
            "Ảnh",
            "Liên hệ đ/c Mai");
    private static final List<String> CLAUSES = List.of(
            "Ủy ban MTTQ xã Phú Xuyên tổ chức lớp tập huấn cho 120 cán bộ",
            "đoàn trao 85 suất quà tại nhà văn hóa thôn",
            "các đại biểu được nghe PGS.TS. Tạ Văn Sỹ truyền đạt 3 chuyên đề",
            "hội nghị đã thống nhất 4 nội dung",
            "đề nghị các thôn gửi báo cáo trước ngày 25/11/2025",
            "kinh phí 1.250.000 đồng, đạt 3,5% kế hoạch",
            "tại TP. Hà Nội và TX. Sơn Tây",
            "góp phần nâng cao chất lượng (lần thứ 2) của phong trào",
            "v.v. và nhiều hoạt động khác",
            "“Sạch làng, đẹp ngõ”",
            "bà con dự đông đủ",
            "nhà bà D.",
            "chương trình gồm",
            "các tổ viên và",
            "ông Nam cho biết");
    private static final List<String> ENDS =
            List.of(".", ".", ".", ".", "./.", "!", "?", "...", "…", ":", ";", "", ".”", ".\n", "\n", " – ");
    private static final List<String> JUNK = List.of(
            "\u0000",
            "\ud83d",
            "\ude00",
            "\ud83d\ude00",
            "\u0301\u0301",
            "\u202e",
            "\uffff",
            "((((",
            "””",
            "\"",
            "/./",
            "\t\r\n",
            "@",
            "%s{0}'",
            "<b>",
            "&amp;",
            "MÆt trËn",
            "0",
            "31/9",
            "99/99/9999");

    /** Of the article of each seed, the secrets left out; most rules are tried on all of these. */
    private static final List<Summary> SUMMARIES = IntStream.range(0, ARTICLES)
            .mapToObj(seed -> summary(article(new Random(seed), List.of())))
            .toList();

    @Test
    void every_sentence_is_the_articles_own() {
        for (int seed = 0; seed < ARTICLES; seed++) {
            ArticleContent content = article(new Random(seed), List.of());
            String source = bare(content.lead() + " " + String.join(" ", content.paragraphs()));
            assertThat(SUMMARIES.get(seed).sentences()).as("seed %d", seed).allSatisfy(sentence -> {
                // Where "Theo đó, " is taken off, the next letter is set large.
                String words = bare(sentence.replaceAll("^…|…$|\\.$", "")).substring(1);
                assertThat(source).contains(words);
            });
        }
    }

    @Test
    void the_limit_is_never_passed_and_no_more_than_three_sentences_are_told() {
        for (int seed = 0; seed < ARTICLES; seed++) {
            Summary summary = SUMMARIES.get(seed);
            assertThat(summary.text().length()).as("seed %d", seed).isLessThanOrEqualTo(400);
            assertThat(summary.sentences())
                    .as("seed %d", seed)
                    .hasSizeLessThanOrEqualTo(3)
                    .allMatch(sentence -> !sentence.isBlank());
        }
    }

    @Test
    void no_private_number_is_ever_repeated() {
        for (int seed = 0; seed < ARTICLES; seed++) {
            Random random = new Random(seed);
            List<String> secrets =
                    Stream.generate(() -> secret(random)).limit(3).toList();
            Summary summary = summary(article(random, secrets));
            assertThat(secrets)
                    .as("seed %d", seed)
                    .allSatisfy(secret -> assertThat(digits(summary.text())).doesNotContain(digits(secret)));
        }
    }

    @Test
    void no_sentence_is_half_of_something() {
        for (int seed = 0; seed < ARTICLES; seed++) {
            assertThat(SUMMARIES.get(seed).sentences()).as("seed %d", seed).allSatisfy(sentence -> {
                assertThat(sentence).doesNotContainPattern("^[”’»)\\],;:]").doesNotContainPattern(":[\\s.…]*$");
                assertThat(sentence).doesNotContainPattern("\\s\\p{Lu}\\.$");
                assertThat(count(sentence, '(')).isLessThanOrEqualTo(count(sentence, ')'));
                assertThat(count(sentence, '“')).isLessThanOrEqualTo(count(sentence, '”') + count(sentence, '"'));
            });
        }
    }

    @Test
    void no_sentence_breaks_off() {
        for (int seed = 0; seed < ARTICLES; seed++) {
            assertThat(SUMMARIES.get(seed).sentences())
                    .as("seed %d", seed)
                    .allSatisfy(
                            sentence -> assertThat(sentence)
                                    .doesNotContainPattern("[,;:][\\s.…]*$")
                                    .doesNotContainPattern(
                                            "(?<!\\p{L})(?:và|hoặc|nhưng|gồm|như sau|của|với)\\s?[.…]*$|cho biết(?:…|\\.\\.\\.)$"));
        }
    }

    @Test
    void the_title_is_not_all_that_is_told() {
        String title = "Xã Thử Nghiệm họp giao ban tháng 3 với 12 thôn";
        for (String stop : List.of("", ".", "!", "./.", " –")) {
            assertThat(summary(new ArticleContent(
                                    title,
                                    Published.unknown(),
                                    title + stop,
                                    List.of(title + stop),
                                    "",
                                    "",
                                    Optional.empty(),
                                    List.of()))
                            .sentences())
                    .isEmpty();
        }
    }

    private static long count(String text, char mark) {
        return text.chars().filter(c -> c == mark).count();
    }

    @Test
    void the_same_article_has_the_same_summary() {
        for (int seed = 0; seed < ARTICLES; seed++) {
            assertThat(summary(article(new Random(seed), List.of())))
                    .as("seed %d", seed)
                    .isEqualTo(SUMMARIES.get(seed));
        }
    }

    @Test
    void an_event_lies_near_the_publication() {
        for (int seed = 0; seed < ARTICLES; seed++) {
            assertThat(SUMMARIES.get(seed).eventDate().stream())
                    .allMatch(day -> day.isAfter(PUBLISHED.minusDays(61)) && day.isBefore(PUBLISHED.plusDays(201)));
        }
    }

    @Test
    void a_huge_article_is_told_in_good_time() {
        for (String unit : List.of(
                "Xã họp. ", "(", "“A. ", "ngày 1/1 ", "hộ bà A ", "a\n", ", ", "STK 1 ", "x", "- ngày 1/2 a b c;\n")) {
            String text = unit.repeat(1_000_000 / unit.length());
            assertThat(CpuTime.of(() -> summary(content(text, List.of(text, text)))))
                    .as(unit)
                    .isLessThan(Duration.ofSeconds(5));
        }
    }

    private static Summary summary(ArticleContent content) {
        return new Summarizer(SummaryLimits.ofAnnouncement(), MASKS).summarize(content, VIETNAM);
    }

    private static ArticleContent article(Random random, List<String> secrets) {
        List<String> paragraphs = new ArrayList<>();
        for (int at = 0; at < 1 + random.nextInt(6); at++) {
            paragraphs.add(many(random, 4, () -> sentence(random, secrets)));
        }
        String lead = random.nextInt(3) == 0 ? "" : sentence(random, secrets);
        return content(lead, paragraphs);
    }

    private static ArticleContent content(String lead, List<String> paragraphs) {
        Published published = Published.at(PUBLISHED.atStartOfDay().toInstant(ZoneOffset.UTC), Precision.DAY);
        return new ArticleContent("Tin xã", published, lead, paragraphs, "", "", Optional.empty(), List.of());
    }

    private static String sentence(Random random, List<String> secrets) {
        String start = any(random, OPENINGS) + ", " + many(random, 5, () -> any(random, CLAUSES) + ", ")
                + any(random, CLAUSES);
        String secret = !secrets.isEmpty() && random.nextBoolean() ? " " + any(random, secrets) : "";
        String junk = random.nextInt(4) == 0 ? " " + any(random, JUNK) + " " : "";
        String rest = random.nextBoolean() ? " " + any(random, CLAUSES) : "";
        return start + secret + junk + rest + any(random, ENDS) + (random.nextInt(8) == 0 ? "" : " ");
    }

    private static String many(Random random, int most, Supplier<String> part) {
        return IntStream.range(0, 1 + random.nextInt(most))
                .mapToObj(at -> part.get())
                .collect(Collectors.joining());
    }

    private static String any(Random random, List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** A telephone, account or paper number in one of the ways people write them. */
    private static String secret(Random random) {
        String mobile = "09" + number(random, 8);
        String citizen = "0" + number(random, 11);
        String account = (1 + random.nextInt(9)) + number(random, 11 + random.nextInt(4));
        return switch (random.nextInt(9)) {
            case 0 -> mobile;
            case 1 -> grouped(mobile, ".", 4, 3, 3);
            case 2 -> "SĐT: " + grouped(mobile, " ", 4, 3, 3);
            case 3 -> "+84 " + grouped(mobile.substring(1), "-", 3, 3, 3);
            case 4 -> "STK " + account;
            case 5 -> "số tài khoản: " + grouped(account, " ", 4, 4, 4);
            case 6 -> "CCCD " + grouped(citizen, " ", 3, 3, 3);
            case 7 -> "(024) " + grouped("3" + number(random, 7), ".", 4, 4);
            default -> "hotline 1900 " + number(random, 4);
        };
    }

    private static String grouped(String digits, String separator, int... sizes) {
        StringBuilder grouped = new StringBuilder();
        int from = 0;
        for (int size : sizes) {
            grouped.append(from == 0 ? "" : separator).append(digits, from, from + size);
            from += size;
        }
        return from == digits.length() ? grouped.toString() : grouped + separator + digits.substring(from);
    }

    private static String number(Random random, int digits) {
        return IntStream.range(0, digits)
                .mapToObj(at -> Integer.toString(random.nextInt(10)))
                .collect(Collectors.joining());
    }

    private static String digits(String text) {
        return text.replaceAll("\\D", "");
    }

    private static String bare(String text) {
        return text.replaceAll("[\\s\\u00a0]+", "");
    }
}
