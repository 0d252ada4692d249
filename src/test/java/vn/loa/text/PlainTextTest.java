package vn.loa.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.loa.waiting.CpuTime;

class PlainTextTest {
    @ParameterizedTest
    @CsvSource({
        "'  Hội \u00a0 nghị\r\n\ttổng kết ', Hội nghị tổng kết",
        "'\ufeffBan\u200b CTMT\u00ad thôn\u2028 3', Ban CTMT thôn 3",
        "'&amp;quot;Chủ nhật xanh&amp;quot;', '\"Chủ nhật xanh\"'",
        "'Thống k&ecirc; &#x26; b&aacute;o c&aacute;o', 'Thống kê & báo cáo'",
        "'A & B; C &D', 'A & B; C &D'",
        "'a\u0000b\u0008c\u009dd', abcd",
        "'\uf0b7 Mục một', Mục một",
        "'\ud83d tin \ude00', tin",
        "'Vui \ud83d\ude00 quá', 'Vui \ud83d\ude00 quá'",
        "'Ủy ban', 'Ủy ban'",
        "'', ''"
    })
    void text_is_shown_on_one_clean_line(String raw, String shown) {
        assertThat(PlainText.tidy(raw)).isEqualTo(shown);
    }

    @Test
    void decomposed_letters_are_composed() {
        String decomposed = Normalizer.normalize("Ủy ban Mặt trận", Normalizer.Form.NFD);
        assertThat(PlainText.tidy(decomposed)).isEqualTo("Ủy ban Mặt trận");
    }

    @Test
    void a_mebibyte_of_marks_is_composed_in_a_moment() {
        String marks = "a" + "\u0301\u0323".repeat(1 << 19) + " ạ́";
        assertThat(CpuTime.of(() -> assertThat(PlainText.composed(marks))
                        .hasSizeLessThan(40)
                        .endsWith(" ạ́")))
                .isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void a_long_text_is_cut_between_characters_and_says_so() {
        assertThat(PlainText.start(" Tin  mới ", 7)).isEqualTo("Tin mới");
        assertThat(PlainText.start("Tin \ud83d\ude00 vui", 5)).isEqualTo("Tin…");
    }

    @Test
    void whatever_comes_in_valid_text_comes_out() {
        Random random = new Random(11);
        for (int i = 0; i < 5_000; i++) {
            char[] chars = new char[random.nextInt(30)];
            for (int at = 0; at < chars.length; at++) {
                chars[at] = (char)
                        (random.nextBoolean() ? random.nextInt(0x10000) : "&#;x123amp".charAt(random.nextInt(10)));
            }
            String tidy = PlainText.tidy(new String(chars));
            assertThat(Normalizer.isNormalized(tidy, Normalizer.Form.NFC)).isTrue();
            assertThat(tidy.codePoints())
                    .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE);
        }
    }
}
