package vn.loa.revision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.model.Article;
import vn.loa.model.ArticleContent;
import vn.loa.model.Attachment;
import vn.loa.model.Difference;
import vn.loa.model.Difference.Part;
import vn.loa.model.Precision;
import vn.loa.model.Published;
import vn.loa.model.Summary;
import vn.loa.waiting.CpuTime;

class RevisionDifferTest {
    private static final ZoneId HANOI = ZoneId.of("Asia/Ho_Chi_Minh");
    private final RevisionDiffer differ = new RevisionDiffer(HANOI);

    private static Article article(String text, Optional<LocalDate> event, String day, String... files) {
        Published published =
                Published.at(LocalDate.parse(day).atStartOfDay(HANOI).toInstant(), Precision.DAY);
        ArticleContent content = new ArticleContent(
                "Tin",
                published,
                "",
                List.of(text),
                "",
                "",
                Optional.empty(),
                Stream.of(files)
                        .map(file -> new Attachment(file, URI.create("https://x.vn/" + file)))
                        .toList());
        return new Article(
                1,
                "k",
                "s",
                URI.create("https://x.vn/1"),
                content,
                new Summary(List.of(), event),
                Instant.EPOCH,
                1,
                false);
    }

    private List<Difference> between(String was, String is) {
        return differ.between(
                article(was, Optional.empty(), "2026-11-01"), article(is, Optional.empty(), "2026-11-01"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Báo cáo gửi trước ngày 15/11/2026. | Báo cáo gửi trước ngày 20/11/2026. | DEADLINE | 15/11/2026 | 20/11/2026",
                "Gửi trước 16 giờ 30 ngày 15/11. | Gửi trước 17h00 ngày 15/11. | DEADLINE | 16:30 15/11 | 17:00 15/11",
                "Chậm nhất là ngày 05 tháng 11 năm 2026. | Chậm nhất là ngày 10 tháng 11 năm 2026. | DEADLINE | 5/11/2026 | 10/11/2026",
                "Hạn nộp hồ sơ: 15/11. | Hạn nộp hồ sơ: 20/11. | DEADLINE | 15/11 | 20/11",
                "Gửi báo cáo trước 16h30 ngày 15/11. | Gửi báo cáo trước 16 giờ 30 ngày 18 tháng 11. | DEADLINE | 16:30 15/11 | 16:30 18/11",
                "Nhận hồ sơ đến hết ngày 20/11/2026. | Nhận hồ sơ đến hết ngày 30/11/2026. | DEADLINE | 20/11/2026 | 30/11/2026",
                "Nộp quỹ trước ngày 20/12. | Nộp quỹ trước ngày 15/01/2027. | DEADLINE | 20/12 | 15/1/2027",
                "Theo Kế hoạch số 5 ngày 01/10/2026, gửi báo cáo trước ngày 15/11. | Gửi báo cáo trước ngày 20/11. | DEADLINE | 15/11 | 20/11",
                "Hoàn thành trong tháng 11/2026. | Hoàn thành trong tháng 12/2026. | DEADLINE | 30/11/2026 | 31/12/2026",
                "Báo cáo trước ngày 05 hằng tháng. | Báo cáo trước ngày 10 hằng tháng. | DEADLINE | 5/11 | 10/11",
                "Khai mạc lúc 7h30. | Khai mạc lúc 8 giờ. | TIME | 7:30 | 8:00",
                "Khai mạc lúc 7g. | Khai mạc lúc 8g. | TIME | 7:00 | 8:00",
                "Tập trung vào 6g sáng thứ bảy. | Tập trung vào 5g sáng thứ bảy. | TIME | 6:00 | 5:00",
                "Bà con có mặt từ 5g30 để bốc thăm. | Bà con có mặt từ 6g để bốc thăm. | TIME | 5:30 | 6:00",
                "Hồi 14g, hội trường xã. | Hồi 15g, hội trường xã. | TIME | 14:00 | 15:00",
                "Đón khách: 6h. | Đón khách: 6h30. | TIME | 6:00 | 6:30",
                "Địa điểm: Hội trường A. | Địa điểm: Nhà văn hóa. | PLACE | Hội trường A | Nhà văn hóa"
            })
    void a_part_that_both_state_clearly_is_told(String was, String is, Part part, String before, String now) {
        assertThat(between(was, is)).containsExactly(new Difference(part, before, now));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Gửi báo cáo trước ngày 15/11. | Gửi báo cáo trước ngày 15/11/2026.",
                "Gửi báo cáo trước 16h30 ngày 15/11. | Gửi báo cáo trước 16 giờ 30 phút ngày 15/11/2026.",
                "Lễ hội kéo dài đến hết ngày 15/11. | Lễ hội kéo dài đến hết ngày 20/11.",
                "Gửi báo cáo trước ngày 15/11. | Theo Kế hoạch ngày 10/11, gửi báo cáo trước ngày 15/11.",
                "Ngày 15/11 họp. | Ngày 20/11 họp.",
                "Gửi trước ngày 15/11. | Gửi sớm.",
                "Gửi trước ngày 15/11. | Gửi trước ngày 18/11, xong trước ngày 20/11.",
                "Gửi trước ngày 15/11. | Gửi trước ngày 15/11, rất gấp.",
                "Tỷ số: 2:10. | Tỷ số: 3:10.",
                "Pha từ 5g đến 7g thuốc. | Pha từ 6g đến 8g thuốc.",
                "Tỉ số: 1:10. | Tỉ số: 2:10.",
                "Bế mạc: 17h. | Bế mạc: 18h.",
                "Tỷ lệ pha: 1:20. | Tỷ lệ pha: 1:30.",
                "Kết thúc: 11h. | Kết thúc: 12h.",
                "Lễ bế mạc lúc 16h30. | Lễ bế mạc lúc 17h.",
                "Cho vào 5g muối. | Cho vào 7g muối.",
                "Muối: 5g. | Muối: 7g.",
                "Địa điểm: Hội trường A. | Địa điểm: hội  trường A."
            })
    void what_is_not_clear_or_the_same_is_not_guessed_at(String was, String is) {
        assertThat(between(was, is)).isEmpty();
    }

    static Stream<String> revisions() {
        return Stream.of(
                        "revisions.txt",
                        "revisions-of-neighbours.txt",
                        "revisions-of-offices.txt",
                        "revisions-of-villages.txt",
                        "revisions-of-counters.txt",
                        "revisions-of-desks.txt")
                .flatMap(RevisionDifferTest::revisions);
    }

    private static Stream<String> revisions(String file) {
        try (InputStream in =
                Objects.requireNonNull(RevisionDifferTest.class.getResourceAsStream("/document/" + file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("#"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("revisions")
    void a_correction_says_what_changed(String line) {
        String[] parts = line.split("[|]", -1);
        assertThat(between(parts[0].strip(), parts[1].strip()).stream()
                        .map(difference -> difference.part() + " " + difference.was() + " > " + difference.becomes())
                        .collect(Collectors.joining("; ")))
                .isEqualTo(parts[2].strip());
    }

    @Test
    void days_and_files_are_compared_by_what_they_are_and_come_in_order_of_weight() {
        Article before = article("Tin.", Optional.of(LocalDate.of(2026, 11, 5)), "2026-11-01", "a.pdf");
        Article now = article("Tin.", Optional.of(LocalDate.of(2026, 11, 6)), "2026-11-02", "b.pdf", "a.pdf");
        assertThat(differ.between(before, now))
                .containsExactly(
                        new Difference(Part.EVENT, "5/11/2026", "6/11/2026"),
                        new Difference(Part.FILES, "https://x.vn/a.pdf", "https://x.vn/a.pdf\nhttps://x.vn/b.pdf"),
                        new Difference(Part.PUBLISHED, "1/11/2026", "2/11/2026"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"trước ", "hạn 1", "lúc 7 giờ ", "tại ", "trước ngày 1/1/"})
    void a_hostile_text_takes_no_longer_than_its_length(String part) {
        CpuTime.assertLinear(300, times -> between(part.repeat(times), part.repeat(times) + "x"));
    }
}
