package vn.loa.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TwiceEncodedTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "KINH TẾ - XÃ\u00a0HỘI CỦA XÃ\u00a0HÒA SƠN",
                "XÃ\u00a0TÂN AN VÀ XÃ\u00a0HÒA SƠN",
                "Các từ “XÃ”, “ĐÃ” và “BÃI”",
                "ĐÃ\u00a0LÀM, SẼ\u00a0LÀM; ĐÃ\u00a0XONG"
            })
    void what_is_sound_stays(String text) {
        assertThat(TwiceEncoded.undone(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"là\u00a0dịp để Mặt trận và\u00a0Nhân dân", "xã\u00a0Tân An, và\u00a0xã\u00a0Hòa Sơn"})
    void letters_in_two_parts_stay(String text) {
        String parts = Normalizer.normalize(text, Normalizer.Form.NFD);
        assertThat(TwiceEncoded.undone(parts)).isEqualTo(parts);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Thông tin tổ chức hội nghị", "THÔNG TIN CỦA ỦY BAN"})
    void what_was_encoded_twice_is_put_back(String text) {
        String twice = new String(text.getBytes(StandardCharsets.UTF_8), Charset.forName("windows-1252"));
        assertThat(TwiceEncoded.undone(twice)).isEqualTo(text);
    }
}
