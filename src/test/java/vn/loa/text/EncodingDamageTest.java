package vn.loa.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EncodingDamageTest {
    private static final Charset WESTERN = Charset.forName("windows-1252");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MÆt trËn Tæ quèc",
                "C«ng t¸c MÆt trËn n¨m 2023",
                "ñy ban MÆt trËn Tæ quèc ViÖt Nam huyÖn Phó Xuyªn tæ chøc héi nghÞ",
                "Tin tøc"
            })
    void tcvn3_fonts_are_recognised(String text) {
        assertThat(EncodingDamage.in(text)).contains(EncodingDamage.TCVN3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Maët traän Toå quoác",
                "UÛy ban Maët traän Toå quoác Vieät Nam",
                "Coâng taùc giaùm saùt naêm 2023"
            })
    void vni_fonts_are_recognised(String text) {
        assertThat(EncodingDamage.in(text)).contains(EncodingDamage.VNI);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Thống kę", "Báo cáo thống kę năm 2023 của xã Phú Xuyên", "THỐNG KĘ", "Thống kк dân số"})
    void letters_of_another_code_page_are_recognised(String text) {
        assertThat(EncodingDamage.in(text)).contains(EncodingDamage.MIXED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Mặt trận Tổ quốc Việt Nam", "Ủy ban nhân dân xã Phú Xuyên", "Đại hội đại biểu", "Tin bão lũ"})
    void utf8_read_as_western_is_recognised(String text) {
        String misread = new String(text.getBytes(StandardCharsets.UTF_8), WESTERN);
        assertThat(EncodingDamage.in(misread)).as(misread).isPresent();
    }

    @Test
    void windows_1258_read_as_western_is_recognised() {
        assertThat(EncodingDamage.in("UÒy ban Mãòt trâòn Tôò quôìc Viêòt Nam")).contains(EncodingDamage.WINDOWS_1258);
    }

    @ParameterizedTest
    @ValueSource(strings = {"M?t tr?n T? qu?c Vi?t Nam", "M\ufffdt tr\ufffdn"})
    void lost_letters_are_recognised(String text) {
        assertThat(EncodingDamage.in(text)).contains(EncodingDamage.LOST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Ủy ban MTTQ huyện Phú Xuyên",
                "Uỷ ban MTTQ Việt Nam huyện: khoẻ, thuý, quí, hoà, xoè",
                "Ðại đoàn kết toàn dân tộc",
                "Tổng thống Lech Wałęsa thăm Hà Nội",
                "Lech Wałęsa",
                "Jürgen Müller, Søren Kierkegaard và Hämäläinen gặp Chủ tịch nước",
                "Bộ trưởng Łukasz Błędowski, thị trưởng Kraków và Gdańsk",
                "Françoise Gaëlle Benoît-Noël, Hélène Zoé",
                "L'été dernier, le père Noël a mangé des crêpes à la crème près de l'hôtel",
                "Der Bär in München hat schöne Füße und grüne Bäume für die Gäste",
                "Zażółć gęślą jaźń, pchnąć w tę łódź jeża",
                "Příliš žluťoučký kůň úpěl ďábelské ódy",
                "Đăk Lăk, Krông Nô, Pleiku, Y Niê, H'Mông, Xơ Đăng",
                "Hoạt động tôt môt cách hiêu qua",
                "Bụi mịn PM2.5 ở mức 85 µg/m³, nhiệt độ 37°C, diện tích 60,02 km²",
                "Vì sao?Có nên?Không",
                "Пётр Ильич и Владимир на встрече он",
                "https://xa.gov.vn/tim?q=a&x?y=b",
                "Thị trấn Lü và ông Nguyễn Văn A",
                "«Việc gì cũng khá» – ông nói… “Đã” và ‘NGÃ’",
                "Vi må gå hjem nå, og så skal hun spise frokost sammen med faren",
                "São Paulo, Curaçao, Côte d'Ivoire, Đà Nẵng"
            })
    void sound_text_of_any_language_is_no_damage(String text) {
        assertThat(EncodingDamage.in(text)).isEmpty();
    }
}
