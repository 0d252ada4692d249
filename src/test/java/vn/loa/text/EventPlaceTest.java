package vn.loa.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventPlaceTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Sáng 20/9, tại Hội trường UBND xã, đã diễn ra hội nghị.       | hoi truong ubnd xa
                    Hội nghị tổ chức tại nhà văn hóa thôn Thượng vào 8 giờ.       | nha van hoa thon thuong
                    Lớp học tại Trung tâm chính trị huyện ngày 5/3 có 50 người.   | trung tam chinh tri huyen
                    Thời gian: 8 giờ. Địa điểm: Nhà văn hóa thôn Hạ. Họp tại xã.   | nha van hoa thon ha
                    ĐỊA ĐIỂM : Sân vận động                                        | san van dong
                    """)
    void a_place_is_found_and_ends_where_a_time_or_the_next_part_begins(String text, String place) {
        assertThat(EventPlace.of(text)).contains(place);
    }

    @Test
    void a_text_that_names_none_has_none() {
        assertThat(EventPlace.of("Hiện tại, đồng chí Chủ tịch đi vắng.")).isEqualTo(Optional.empty());
        assertThat(EventPlace.of("")).isEmpty();
        assertThat(EventPlace.of("Đình chùa, miếu mạo")).isEmpty();
    }
}
