package vn.loa.summary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BackReferenceTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Cô Tô đón đoàn khách du lịch đầu tiên.",
                "Bà Rịa khánh thành trạm y tế.",
                "Bà Điểm ra quân dọn vệ sinh.",
                "Anh Sơn đã hoàn thành 19 tiêu chí nông thôn mới."
            })
    void a_place_is_nobody_to_be_introduced(String sentence) {
        assertThat(BackReference.introducedName(sentence)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Cô Tơ đón các em nhỏ tới lớp.",
                "Anh Sơn cho biết vườn cam đang vào vụ.",
                "Theo anh Sơn, giá cam tăng.",
                "Bà Điền ra quân dọn vệ sinh."
            })
    void a_given_name_alone_leans_on_an_earlier_sentence(String sentence) {
        assertThat(BackReference.introducedName(sentence)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Quần chúng nhân dân tích cực hưởng ứng phong trào.",
                "Dân chúng trong vùng được cấp nước sạch.",
                "Công chúng được mời đến xem triển lãm."
            })
    void people_are_no_thieves(String sentence) {
        assertThat(BackReference.of(sentence)).isEqualTo(BackReference.NONE);
        assertThat(BackReference.of("Trộm xong, chúng tháo biển số.")).isNotEqualTo(BackReference.NONE);
    }
}
