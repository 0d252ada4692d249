package vn.loa.command.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.store.inquiry.AnswerKind;
import vn.loa.store.inquiry.Inquiry;

/** Answers as people write them. */
class AnswerReaderTest {
    private static Inquiry inquiry(AnswerKind kind, String... choices) {
        return new Inquiry(
                1, kind, "Câu hỏi?", List.of(choices), "p", Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static String read(Inquiry inquiry, String words) {
        return AnswerReader.read(inquiry, words)
                .map(given -> given.unit().map(unit -> unit + " = ").orElse("") + given.answer())
                .orElse("-");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    45                                  | 45
                    45 hộ ạ                             | 45
                    Dạ 45 hộ                            | 45
                    1.250 người                         | 1250
                    3,5 ha                              | 3.5
                    có 12 hộ.                           | 12
                    Thôn Thượng 45 hộ                   | Thôn Thượng = 45
                    Dạ thôn Thượng có 45 hộ ạ           | thôn Thượng = 45
                    thôn thượng: 45                     | thôn thượng = 45
                    thôn thượng có 45                   | thôn thượng = 45
                    Thôn 3: 45 hộ                       | Thôn 3 = 45
                    Tổ dân phố số 5 - 12                | Tổ dân phố số 5 = 12
                    Báo cáo: xóm Đông Hạ được 7 hộ      | xóm Đông Hạ = 7
                    thôn em có 45 hộ                    | 45
                    thôn có 45 hộ                       | 45
                    không có hộ nào                     | 0
                    Thôn Hạ: không có                   | Thôn Hạ = 0
                    không                               | 0
                    """)
    void numbers_are_read_with_the_unit_for_which_they_stand(String words, String expected) {
        assertThat(read(inquiry(AnswerKind.NUMBER), words)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "45 hộ, 120 người",
                "45/50",
                "20/11",
                "1,250",
                "12.34.56",
                "Mấy hộ là đủ?",
                "45 hay 46?",
                "Đã nắm ạ",
                "thôn 3",
                "",
                "1234567890123456"
            })
    void what_may_be_two_numbers_or_none_is_no_answer(String words) {
        assertThat(read(inquiry(AnswerKind.NUMBER), words)).isEqualTo("-");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Đã xong ạ              | YES
                    Thôn Thượng đã xong    | Thôn Thượng = YES
                    hoàn thành rồi         | YES
                    chưa ạ                 | NO
                    chưa xong              | NO
                    gần xong               | -
                    đang làm               | -
                    đã xong chưa?          | -
                    đã nắm                 | -
                    """)
    void done_and_not_yet_are_told_apart(String words, String expected) {
        assertThat(read(inquiry(AnswerKind.DONE), words)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    2                        | Bóng chuyền
                    số 1                     | Kéo co
                    bong chuyen              | Bóng chuyền
                    Thôn Hạ: kéo co          | Thôn Hạ = Kéo co
                    chọn kéo co ạ            | Kéo co
                    kéo co và bóng chuyền    | -
                    không kéo co             | -
                    3                        | -
                    """)
    void a_choice_is_named_or_numbered(String words, String expected) {
        assertThat(read(inquiry(AnswerKind.CHOICE, "Kéo co", "Bóng chuyền"), words))
                .isEqualTo(expected);
    }

    @Test
    void a_line_is_kept_as_it_is() {
        Inquiry line = inquiry(AnswerKind.LINE);
        assertThat(read(line, "Thôn Thượng: tổ chức tại nhà văn hóa, 8 giờ"))
                .isEqualTo("Thôn Thượng = tổ chức tại nhà văn hóa, 8 giờ");
        assertThat(read(line, "Nộp ở đâu?")).isEqualTo("-");
        assertThat(read(line, "x".repeat(301))).isEqualTo("-");
    }

    @Test
    void only_what_is_clearly_an_answer_needs_no_reply_to_the_question() {
        Inquiry number = inquiry(AnswerKind.NUMBER);
        assertThat(AnswerReader.isPlain(number, "45")).isTrue();
        assertThat(AnswerReader.isPlain(number, "thôn Thượng 45 hộ")).isTrue();
        assertThat(AnswerReader.isPlain(number, "tin mới 5")).isFalse();
        assertThat(AnswerReader.isPlain(number, "tìm văn bản 27")).isFalse();
        assertThat(AnswerReader.isPlain(inquiry(AnswerKind.LINE), "tổ chức rồi"))
                .isFalse();
    }

    @Test
    void hostile_words_are_read_in_linear_time() {
        String hostile = ("thôn " + "a ".repeat(50_000) + "1.".repeat(50_000)).substring(0, 100_000);
        for (AnswerKind kind : AnswerKind.values()) {
            assertThat(read(inquiry(kind), hostile)).isEqualTo("-");
        }
    }
}
