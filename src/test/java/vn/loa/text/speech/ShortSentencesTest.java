package vn.loa.text.speech;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShortSentencesTest {
    private static final String LONG =
            "Hội nghị đã nghe báo cáo kết quả công tác Mặt trận sáu tháng đầu năm của xã, đồng thời thảo luận phương"
                    + " hướng nhiệm vụ sáu tháng cuối năm; các đại biểu đã đóng góp nhiều ý kiến tâm huyết";

    @Test
    void a_long_sentence_is_cut_where_a_new_clause_begins() {
        assertThat(ShortSentences.of(LONG))
                .containsExactly(
                        "Hội nghị đã nghe báo cáo kết quả công tác Mặt trận sáu tháng đầu năm của xã.",
                        "Đồng thời thảo luận phương hướng nhiệm vụ sáu tháng cuối năm.",
                        "Các đại biểu đã đóng góp nhiều ý kiến tâm huyết");
    }

    @Test
    void lists_are_not_cut_and_short_sentences_stay() {
        String list = "Dự hội nghị có " + "ông An, ".repeat(20) + "bà Bình";
        assertThat(ShortSentences.of(list)).containsExactly(list);
        assertThat(ShortSentences.of("Trời mưa; đường trơn")).containsExactly("Trời mưa; đường trơn");
    }

    @Test
    void the_parts_of_a_hyphenated_word_are_syllables() {
        assertThat(ShortSentences.syllables("ba phẩy năm ki-lô-mét.")).isEqualTo(6);
        assertThat(ShortSentences.syllables("")).isZero();
    }
}
