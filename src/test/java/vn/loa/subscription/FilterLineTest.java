package vn.loa.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilterLineTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '§',
            quoteCharacter = '~',
            value = {
                "+tập huấn -bóng đá \"phòng cháy\" § tap huan, phong chay § bong da",
                "tập huấn -bóng đá                 § tap huan § bong da",
                "+tập huấn – bóng đá               § tap huan § bong da",
                "＋tập huấn —bóng đá                § tap huan § bong da",
                "- bóng đá                         § ~~ § bong da",
                "-\"bóng đá\" tập huấn             § tap huan § bong da",
                "“phòng cháy” ”chữa cháy”          § phong chay, chua chay § ~~",
                "«phòng cháy                       § phong chay § ~~",
                "+tập huấn, phòng cháy; bão        § tap huan, phong chay, bao § ~~",
                "-bóng đá, ca nhạc +tập huấn       § tap huan § bong da, ca nhac",
                "-bóng đá \"phòng cháy\"           § phong chay § bong da",
                "+covid-19 -e-mail                 § covid 19 § e mail",
                "+Tập huấn +TAP HUAN               § tap huan § ~~",
                "/ng(h|)iem thu/                   § /ng(h|)iem thu/ § ~~",
                "+tập huấn -/bóng (đá|chuyền)/ x   § tap huan, x § /bóng (đá|chuyền)/",
                "/a b/ tập huấn                    § /a b/, tap huan § ~~",
                "/a, b/                            § /a, b/ § ~~",
                "+văn hóa/xã hội                   § van hoa xa hoi § ~~",
            })
    void a_line_is_read_as_people_write_it(String line, String wanted, String unwanted) {
        for (Normalizer.Form form : List.of(Normalizer.Form.NFC, Normalizer.Form.NFD)) {
            FilterLine read = FilterLine.read(Normalizer.normalize(line, form)).orElseThrow();
            assertThat(values(read.wanted()))
                    .as(line)
                    .isEqualTo(Optional.ofNullable(wanted).orElse(""));
            assertThat(values(read.unwanted()))
                    .as(line)
                    .isEqualTo(Optional.ofNullable(unwanted).orElse(""));
        }
    }

    private static String values(List<Keyword> keywords) {
        return keywords.stream().map(Keyword::value).collect(Collectors.joining(", "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Văn hóa - Xã hội",
                "Đảng – Đoàn thể",
                "phu-xuyen",
                "px/vhxh",
                "tập huấn",
                "Phú Xuyên · Tin",
                "xã 'Phú Xuyên'",
                ""
            })
    void the_name_of_something_is_no_filter(String line) {
        assertThat(FilterLine.read(line)).isEmpty();
    }

    @Test
    void a_phrase_keeps_how_it_was_written_for_people() {
        FilterLine read = FilterLine.read("+Tập  Huấn -“Bóng đá”").orElseThrow();
        assertThat(read.wanted()).extracting(Keyword::label).containsExactly("Tập Huấn");
        assertThat(read.unwanted()).extracting(Keyword::label).containsExactly("Bóng đá");
    }

    @Test
    void what_is_wanted_and_unwanted_at_once_is_found() {
        assertThat(FilterLine.read("+tập huấn -tap huan").orElseThrow().contradiction())
                .isPresent();
        assertThat(FilterLine.read("+tập huấn -bóng đá").orElseThrow().contradiction())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"+", "-", "\"", "\"\"", "+ -", "/", "//", "+-+-", "-,;,", "+\"", "/ /", "\\/", "+/a", "+👍 -💥"})
    void hostile_lines_never_fail(String line) {
        Optional<FilterLine> read = FilterLine.read(line);
        read.ifPresent(filter -> assertThat(filter.keywords())
                .allSatisfy(keyword -> assertThat(keyword.isPattern()
                                || keyword.trouble().isPresent()
                                || !keyword.value().isEmpty())
                        .isTrue()));
    }

    @Test
    void many_signs_and_quotes_are_read_in_time_that_grows_with_the_line() {
        String line = "+\"-".repeat(5_000) + " /".repeat(5_000);
        assertThat(FilterLine.read(line)).isPresent();
    }
}
