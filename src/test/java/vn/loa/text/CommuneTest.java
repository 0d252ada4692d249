package vn.loa.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.subscription.Subjects;

class CommuneTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '§',
            value = {
                "xã Phú Xuyên  § Ủy ban MTTQ xã Phú Xuyên tổ chức hội nghị § true",
                "xã Phú Xuyên  § HỘI NGHỊ XÃ PHÚ XUYÊN NĂM 2026 § true",
                "xã Phú Xuyên  § các xã: Chuyên Mỹ, Đại Xuyên và Phú Xuyên § true",
                "xã Phú Xuyên  § Chủ tịch UBND xã Phú Xuyên Nguyễn Văn An phát biểu § true",
                "xã Phú Xuyên  § huyện Phú Xuyên cũ § false",
                "xã Phú Xuyên  § phường Phú Xuyên § false",
                "xã Phú Xuyên  § xa Phu Xuyen hop giao ban § true",
                "xã Phú Xuyên  § còn cách xa Phú Xuyên 5 km § false",
                "xã Tân Phú    § xã Tân Phú Trung § false",
                "xã Tân Phú    § xã Tân Phú. Trung tâm văn hóa § true",
                "phường Việt Hưng § địa phương Việt Hưng § false",
                "phường Việt Hưng § dia phuong Viet Hung § false",
                "phường Việt Hưng § Phường Việt Hưng ra quân § true",
                "phường 12     § Đảng ủy Phường 12 § true",
                "phường 1      § Đảng ủy Phường 12 § false",
                "xã Ea H'leo   § đoàn công tác của xã Ea H’leo § true",
                "đặc khu Phú Quốc § Đặc khu Phú Quốc § true",
            })
    void a_commune_is_named_by_its_kind_and_its_whole_name(String commune, String text, boolean named) {
        Commune typed = Commune.typed(commune).orElseThrow();
        assertThat(new Subjects().of(List.of(text)).names(typed.value())).isEqualTo(named);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '§',
            value = {
                "XÃ phú xuyên § xã Phú Xuyên § xa phu xuyen",
                "xa phu xuyen § xa Phu Xuyen § xa phu xuyen",
                "Phường 12    § phường 12 § phuong 12"
            })
    void what_is_typed_is_written_as_names_are(String typed, String label, String value) {
        assertThat(Commune.typed(typed)).contains(new Commune(value, label));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "xã hội",
                "Xã hội hóa giáo dục",
                "xa hoi",
                "phương án phòng cháy",
                "phuong an",
                "xã",
                "phường ",
                "xã <b>",
                "thôn Đại Phú",
                "xã một hai ba bốn năm sáu bảy",
                ""
            })
    void other_words_are_no_commune(String words) {
        assertThat(Commune.typed(words)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '§',
            value = {
                "Phú Xuyên · Văn hóa - Xã hội § phu xuyen",
                "Cổng thông tin điện tử xã Phú Xuyên § phu xuyen",
                "Xã Phú Xuyên: Tin tức § phu xuyen",
                "Phường Việt Hưng § Việt Hưng",
            })
    void a_sources_name_tells_its_commune(String name, String value) {
        assertThat(Commune.ofSource(name).orElseThrow().value()).isEqualTo(Folding.fold(value));
    }

    @Test
    void a_name_without_a_commune_tells_none() {
        assertThat(Commune.ofSource("Văn hóa - Xã hội")).isEmpty();
        assertThat(Commune.ofSource("· Tin")).isEmpty();
        assertThat(Commune.ofSource("")).isEmpty();
    }

    @Test
    void hostile_texts_take_no_time() {
        String names = "xã " + "A, ".repeat(50_000) + "Bb ".repeat(50_000) + "xã ".repeat(50_000);
        assertThat(Commune.namedIn(List.of(names))).isNotEmpty();
    }
}
