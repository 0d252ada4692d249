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
                "Bà Nguyễn Thị Hoan chủ trì buổi họp.",
                "Bà Nguyễn Thị Hoa Lan chủ trì buổi họp.",
                "Xã trải nhựa đường Nguyễn Thị Hoa.",
                "Trường Nguyễn Thị Hoa đón học sinh."
            })
    void a_longer_name_and_a_road_are_no_such_person(String sentence) {
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
