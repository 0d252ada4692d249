package vn.loa.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.phrases.Phrases;
import vn.loa.text.WordText;
import vn.loa.waiting.CpuTime;

class SubjectTest {
    private final Subjects subjects = new Subjects();

    @ParameterizedTest
    @CsvSource(
            delimiter = '§',
            value = {
                "tập huấn § Khai mạc lớp tập huấn công tác Mặt trận § true",
                "tap huan § Khai mạc lớp TẬP HUẤN § true",
                "Tập Huấn § khai mac lop tap huan § true",
                "tập huấn § Đoàn tập hợp, huấn luyện § false",
                "mặt trận § Lên mặt trăng § false",
                "trận mặt § Xã trận mặt trận § true",
                "đoàn kết § Ngày hội đại đoàn kết toàn dân § true",
                "doan ket § NGÀY HỘI ĐOÀN KẾT § true",
                "tin § Công tác tín dụng § true",
                "an § Công an xã § true",
                "an § Nhân dân toàn xã § false",
                "văn hóa xã hội § Phòng Văn hóa - Xã hội § true",
                "phòng cháy chữa cháy § phòng cháy, chữa cháy § true",
                "tập huấn § Kết thúc đợt tập. Huấn luyện viên nhận quà § false",
                "tập huấn § Kết thúc đợt tập! Huấn luyện viên § false",
                "covid-19 § phòng chống Covid 19 § true",
                "tp.hcm § về TP.HCM § true",
                "uỷ ban § Ủy ban MTTQ § true",
                "5.000 § trao 5.000 suất quà § true",
                "500 § trao 5.000 suất § false",
                "phòng cháy § \"Phòng\u00a0cháy\" hơn chữa cháy § true",
            })
    void a_phrase_is_found_on_whole_words_whatever_the_marks_and_the_case(String phrase, String text, boolean found) {
        for (Normalizer.Form form : List.of(Normalizer.Form.NFC, Normalizer.Form.NFD)) {
            Subject subject = subjects.of(List.of(Normalizer.normalize(text, form)));
            assertThat(subject.holds(Keyword.phrase(phrase).value())).as(phrase).isEqualTo(found);
        }
        assertThat(subjects.of(List.of(text))
                        .holds(Keyword.phrase(Normalizer.normalize(phrase, Normalizer.Form.NFD))
                                .value()))
                .isEqualTo(found);
    }

    @Test
    void the_end_of_one_part_and_the_beginning_of_the_next_are_no_phrase() {
        Subject subject = subjects.of(List.of("Kế hoạch tập", "huấn luyện", "Văn hóa"));
        assertThat(subject.holds("tap huan")).isFalse();
        assertThat(subject.holds("huan luyen")).isTrue();
        assertThat(subject.holds("van hoa")).isTrue();
        assertThat(subject.holds("")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '§',
            value = {
                "/bóng (đá|chuyền)/ § Giải BÓNG CHUYỀN § true",
                "/bong (da|chuyen)/ § Giải BÓNG CHUYỀN § true",
                "/bóng (đá|chuyền)/ § giai bong chuyen § false",
                "/^hội nghị/ § Hội nghị tổng kết § true",
                "/^hội nghị/ § Tại hội nghị § false",
                "/số \\d+\\/kh/ § Kế hoạch số 15/KH-MTTQ § true",
                "/\\d{4}/ § năm 2026 § true",
                "/\\D{3}/ § 2026 § false",
            })
    void a_pattern_is_looked_for_as_written_and_folded(String pattern, String text, boolean found) {
        assertThat(Keyword.pattern(pattern.substring(1, pattern.length() - 1)).trouble())
                .isEmpty();
        assertThat(subjects.of(List.of(text)).holds(pattern)).isEqualTo(found);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(((a{100}){100}){100}){100}",
                "(((((a?){10}){10}){10}){10}){10}",
                "((a{30}){30}){30}",
                "a{1000}",
                "(a{99}|b{2})",
                "\\p{Nothing}",
                "(",
                "a**",
                "(?=a)",
                "",
                "  ",
                ".*",
                "a?",
                "(?<!a)b"
            })
    void a_pattern_that_is_none_or_too_large_or_fits_everything_is_refused_at_once(String source) {
        assertThat(CpuTime.of(
                        () -> assertThat(Keyword.pattern(source).trouble()).isPresent()))
                .isLessThan(Duration.ofSeconds(5));
        assertThat(subjects.of(List.of("aaa")).holds("/" + source + "/")).isFalse();
    }

    @Test
    void no_pattern_takes_long_on_any_text() {
        Subject subject = subjects.of(List.of("a".repeat(100_000), "á ".repeat(100_000)));
        for (String pattern : List.of("/(.*a){12}$/", "/(x+x+)+y/", "/([^b]{9}){10}b/", "/(a|aa)+b$/")) {
            assertThat(CpuTime.of(
                            () -> assertThatCode(() -> subject.holds(pattern)).doesNotThrowAnyException()))
                    .isLessThan(Duration.ofSeconds(5));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '§',
            value = {
                "Khai mạc lớp bồi dưỡng nghiệp vụ công tác mặt trận § tap-huan",
                "Thôn Đại Phú tổ chức Ngày hội Đại đoàn kết toàn dân tộc § dai-doan-ket",
                "Hội nghị phản biện xã hội đối với dự thảo nghị quyết § giam-sat-phan-bien",
                "Hội nghị hiệp thương lần thứ hai giới thiệu người ứng cử § bau-cu",
                "Bàn giao nhà đại đoàn kết cho hộ nghèo § an-sinh-tu-thien",
                "Khắc phục hậu quả thiên tai, sạt lở bờ sông § thien-tai",
                "Ra mắt tổ công nghệ số cộng đồng § chuyen-doi-so",
                "Khai mạc LỄ HỘI truyền thống đình làng § le-hoi-van-hoa",
                "tap huan phong chay chua chay § phong-chay",
            })
    void topics_are_told_by_their_phrases(String title, String topic) {
        assertThat(subjects.of(List.of(title)).isAbout(topic)).isTrue();
    }

    @Test
    void topics_do_not_mistake_other_words_without_marks() {
        Subject subject =
                subjects.of(List.of("Tuyên dương thiên tài trẻ; ngân sách tăng qua các năm, còn bảo đảm để điều hành"));
        assertThat(Topics.standard().ids()).noneMatch(subject::isAbout);
        assertThat(subject.isAbout("no-such-topic")).isFalse();
    }

    @Test
    void every_topic_has_a_name_and_phrases_of_two_words_at_least() throws IOException {
        Topics topics = Topics.standard();
        Phrases phrases = Phrases.vietnamese();
        Map<String, List<String>> written = topicsAsWritten();
        assertThat(topics.ids()).hasSizeGreaterThan(8).allSatisfy(id -> {
            assertThat(phrases.say("topic." + id)).isNotBlank();
            assertThat(written.get(id))
                    .isNotEmpty()
                    .allMatch(phrase -> WordText.words(phrase).length() >= 4);
        });
    }

    private static Map<String, List<String>> topicsAsWritten() throws IOException {
        Map<String, List<String>> topics = new LinkedHashMap<>();
        List<String> current = new ArrayList<>();
        try (InputStream in = SubjectTest.class.getResourceAsStream("/topics.txt")) {
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                if (line.startsWith(" ")) {
                    current.add(line);
                } else if (!line.isBlank() && !line.startsWith("#")) {
                    current = new ArrayList<>();
                    topics.put(line.strip(), current);
                }
            }
        }
        return topics;
    }
}
