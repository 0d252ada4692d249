package vn.loa.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import vn.loa.Cases;

class FoldingTest {
    static Stream<Cases.Case> texts() {
        return Cases.read("text.jsonl");
    }

    @ParameterizedTest
    @MethodSource("texts")
    void every_shared_text_folds_or_raises_an_alarm(Cases.Case text) {
        if (text.text("folded").equals("?")) {
            assertThat(EncodingDamage.in(text.text("raw"))).as(text.text("why")).isPresent();
        } else {
            assertThat(Folding.fold(text.text("raw"))).as(text.text("why")).isEqualTo(text.text("folded"));
            assertThat(EncodingDamage.in(text.text("raw"))).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'  Hội   nghị\t«tổng kết» ', 'hoi nghi \"tong ket\"'",
        "'&amp;amp;quot;Đoàn kết&amp;#34;', '\"doan ket\"'",
        "'Nh&acirc;n&nbsp;d&#226;n &bogus; & x', 'nhan dan &bogus; & x'",
        "'&#150; &#x110;&#7843;ng', '– dang'",
        "'ĐẶNG THỊ ỪỨỬỮỰ', 'dang thi uuuuu'"
    })
    void text_is_compared_without_marks_blanks_and_escapes(String raw, String folded) {
        assertThat(Folding.fold(raw)).isEqualTo(folded);
    }

    @Test
    void names_that_differ_by_more_than_marks_stay_apart() {
        assertThat(Folding.fold("Phú Xuyên")).isNotEqualTo(Folding.fold("Phú Xuân"));
        assertThat(Folding.fold("Uỷ ban")).isEqualTo(Folding.fold("Ủy ban"));
    }

    /** A character that is not shown has a text take the way of the rare ones. */
    @Test
    void usual_letters_are_folded_quickly_to_what_the_general_rules_say() {
        for (char each = 0; each < 0x2100; each++) {
            for (String text : List.of("" + each, each + "a", "a" + each, "a " + each + " ă", each + " " + each)) {
                assertReadAlike(text, text + '\u200b');
            }
        }
    }

    private static void assertReadAlike(String usual, String rare) {
        if (!PlainText.tidy(usual).equals(PlainText.tidy(rare))
                || !Folding.fold(usual).equals(Folding.fold(rare))) {
            throw new AssertionError(
                    usual.codePoints().mapToObj(Integer::toHexString).toList());
        }
    }
}
