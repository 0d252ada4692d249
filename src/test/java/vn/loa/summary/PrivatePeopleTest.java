package vn.loa.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrivatePeopleTest {
    private static final String CHARGED = "Công an khởi tố bị can Nguyễn Thị Hoa về tội trộm cắp.";

    private static String masked(String told, String sentence) {
        List<String> lines = List.of(told, sentence);
        List<SummarySentence> all = IntStream.range(0, lines.size())
                .mapToObj(at -> new SummarySentence(lines.get(at), at, 0, 1))
                .toList();
        return PrivatePeople.in(all, "").masked(sentence, "[…]");
    }

    @Test
    void somebody_told_of_a_crime_is_masked_in_other_sentences() {
        assertThat(masked(CHARGED, "Trước đó, Nguyễn Thị Hoa vào nhà dân.")).isEqualTo("Trước đó, […] vào nhà dân.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Công an yêu cầu Nguyễn Thị Hoa giao nộp tang vật.",
                "Lực lượng chức năng áp giải Nguyễn Thị Hoa về trụ sở.",
                "Tại hiện trường Nguyễn Thị Hoa khai đã bán hai chỉ vàng.",
                "Theo hồ sơ, cán bộ xã Nguyễn Thị Hoa thu tiền của 12 hộ.",
                "Người này là Nguyễn Thị Hoa SN 1990, trú tại thôn Đông.",
                "Tổ công tác chặn đường Nguyễn Thị Hoa và khám xe."
            })
    void no_word_before_the_name_keeps_it_unmasked(String sentence) {
        assertThat(masked(CHARGED, sentence)).isEqualTo(sentence.replace("Nguyễn Thị Hoa", "[…]"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Xác định các đối tượng gồm Nguyễn Thị Hoa và hai người khác.",
                "Các đối tượng gồm hai người, trong đó đối tượng cầm đầu là Nguyễn Thị Hoa.",
                "Qua rà soát, đối tượng là Nguyễn Thị Hoa ở thôn Đông.",
                "Đối tượng đã bỏ trốn là Nguyễn Thị Hoa ở thôn Đông."
            })
    void a_subject_of_an_inquiry_is_masked_elsewhere(String told) {
        assertThat(masked(told, "Trước đó, Nguyễn Thị Hoa vào nhà dân.")).isEqualTo("Trước đó, […] vào nhà dân.");
    }

    @Test
    void those_for_whom_a_plan_is_are_named() {
        assertThat(masked("Đối tượng được hỗ trợ là hộ bà Trần Thị Mẫu.", "Bà Trần Thị Mẫu cảm ơn bà con."))
                .contains("Bà Trần Thị Mẫu cảm ơn");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bà Nguyễn Thị Hoan chủ trì buổi họp.", "Bà Nguyễn Thị Hoa Lan chủ trì buổi họp."})
    void a_longer_name_is_no_such_person(String sentence) {
        assertThat(masked(CHARGED, sentence)).isEqualTo(sentence);
    }

    @ParameterizedTest
    @CsvSource({
        "Hộ bà Lê Thị Mai là đối tượng bảo trợ xã hội.",
        "Xã trao quà cho gia đình bà Lê Thị Mai và nạn nhân chất độc da cam."
    })
    void welfare_is_no_crime(String told) {
        String sentence = "Bà Lê Thị Mai đã hiến đất làm đường.";
        assertThat(masked(told, sentence)).isEqualTo(sentence);
    }
}
