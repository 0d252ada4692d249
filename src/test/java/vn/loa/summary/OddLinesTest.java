package vn.loa.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OddLinesTest {
    private static List<SummarySentence> paragraphs(String... lines) {
        return IntStream.range(0, lines.length)
                .mapToObj(at -> new SummarySentence(lines[at], at, 0, 1))
                .toList();
    }

    private static List<String> talk(String... lines) {
        List<SummarySentence> all = paragraphs(lines);
        OddLines odd = new OddLines(all);
        return all.stream().filter(odd::isTalk).map(SummarySentence::text).toList();
    }

    @Test
    void what_two_people_say_to_each_other_is_talk() {
        assertThat(talk(
                        "Bà Tư gặp ông Năm ở đầu thôn.",
                        "- Ông nộp hồ sơ chưa?",
                        "- Tôi chưa biết nộp ở đâu?",
                        "- Ông ra nhà văn hóa."))
                .hasSize(3);
    }

    @Test
    void a_slogan_makes_no_talk_of_the_next_paragraph() {
        List<SummarySentence> lines = List.of(
                new SummarySentence("- Toàn dân đoàn kết xây dựng nông thôn mới!", 0, 0, 1),
                new SummarySentence("UBND xã đề nghị treo khẩu hiệu.", 1, 0, 2),
                new SummarySentence("Thời gian treo đến hết ngày 20/11.", 1, 1, 2));
        OddLines odd = new OddLines(lines);
        assertThat(lines).noneMatch(odd::isTalk);
    }

    @Test
    void one_question_and_its_answer_tell_the_news() {
        assertThat(talk("- Ai được hỗ trợ?", "- Hộ nghèo được 500.000 đồng.")).isEmpty();
    }

    @Test
    void days_number_no_paragraphs() {
        List<SummarySentence> days = paragraphs("Ngày 20-11, xã khai mạc hội thi.", "Ngày 21-11, xã trao giải.");
        List<SummarySentence> others = paragraphs("Ngày 20, khai mạc.", "Ngày 21, bế mạc.");
        List<SummarySentence> units = paragraphs("Tổ đại biểu số 1: ông Hòa.", "Tổ đại biểu số 2: bà Mai.");
        assertThat(days).noneMatch(new OddLines(days)::isNumberedOne);
        assertThat(others).noneMatch(new OddLines(others)::isNumberedOne);
        assertThat(units).allMatch(new OddLines(units)::isNumberedOne);
    }
}
