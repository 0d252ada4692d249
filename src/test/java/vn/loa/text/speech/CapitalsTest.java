package vn.loa.text.speech;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Titles in capitals are lowered for reading aloud. */
class CapitalsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "HỘI NGHỊ ỦY BAN MTTQ VIỆT NAM XÃ LẦN THỨ IV (MỞ RỘNG)|Hội nghị ủy ban MTTQ việt nam xã lần thứ IV (mở rộng)",
                "TRIỂN KHAI NGHỊ QUYẾT SỐ 09-NQ/TW VÀ KẾ HOẠCH 27/KH-MTTQ-BTT|Triển khai nghị quyết số 09-NQ/TW và kế hoạch 27/KH-MTTQ-BTT",
                "KỲ HỌP THỨ 3 HĐND XÃ KHÓA II, QUÝ I|Kỳ họp thứ 3 HĐND xã khóa II, quý I",
                "ĐẠI HỘI LẦN THỨ XI; XỬ LÝ VI PHẠM, XI MĂNG|Đại hội lần thứ XI; xử lý vi phạm, xi măng",
                "PHÁT TRIỂN KINH TẾ-XÃ HỘI, GIỮ VỮNG QP-AN|Phát triển kinh tế-xã hội, giữ vững QP-AN",
                "CHỢ OCOP, BHYT TOÀN DÂN VÀ 85% HỘ DÙNG VNEID|Chợ OCOP, BHYT toàn dân và 85% hộ dùng VNEID",
            })
    void signs_and_numerals_stay_in_capitals(String title, String lowered) {
        assertThat(Capitals.lowered(title, "")).isEqualTo(lowered);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "XÃ PHÚ XUYÊN VÀ TRƯỜNG THCS LÊ LỢI|Sáng nay, xã Phú Xuyên cùng trường Lê Lợi họp.|Xã Phú Xuyên và trường THCS Lê Lợi",
                "V/v HỌP BAN CHỈ ĐẠO|Xã họp.|V/v họp ban chỉ đạo",
                "HỘI NÔNG DÂN RA QUÂN|Sáng nay Hội Nông dân ra quân.|Hội Nông dân ra quân",
            })
    void names_are_those_of_the_text(String title, String text, String lowered) {
        assertThat(Capitals.lowered(title, text)).isEqualTo(lowered);
    }

    @ParameterizedTest
    @CsvSource({"MTTQ", "UBND xã HỌP", "Xã Tân Phú ra quân"})
    void other_titles_stay_as_they_are(String title) {
        assertThat(Capitals.lowered(title, "")).isEqualTo(title);
    }
}
