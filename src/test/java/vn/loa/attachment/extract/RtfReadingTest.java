package vn.loa.attachment.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rich text as Word, WordPad and LibreOffice write it. */
class RtfReadingTest {
    private static String read(String body) throws IOException {
        TextSink sink = new TextSink(10_000);
        byte[] bytes = ("{\\rtf1\\ansi\\ansicpg1252\\deff0 " + body + "}").getBytes(StandardCharsets.ISO_8859_1);
        new RtfTokens(new ByteArrayInputStream(bytes)).read(new RtfText(sink::passage));
        return sink.taken().text().lines().filter(line -> !line.isEmpty()).collect(Collectors.joining("/"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "K\\u7871?\\~ho\\u7841?ch|Kế hoạch",
                "{\\uc2 K\\u7871\\'65\\'65 ho\\u7841 xxch}|Kế hoạch",
                "{\\fonttbl{\\f0\\fcharset0 Times;}{\\f1\\fcharset163 Times;}}{\\f1 Th\\'f4n \\'d0\\'f4ng}|Thôn Đông",
                "34/UBND\\_KT\\line V/v h\\'f3a|34/UBND-KT/V/v hóa",
                "{\\header 2\\par}{\\*\\generator Riched20;}{\\info{\\author A}}Tin{\\footnote x}|Tin",
                "Th\\'fa {\\deleted Hai}{\\v An}Ba\\par {\\field{\\*\\fldinst PAGE}{\\fldrslt 7}}|Thú Ba/7",
                "{\\v An \\plain hi\\'ean}\\v0  ra|hiên ra",
                "{\\shp{\\*\\shpinst\\shpleft1{\\sp{\\sn a}{\\sv 1}}{\\shptxt S\\'f4 27\\par}}}Sau|Sô 27/Sau",
                "a\\{b\\}\\\\c|a{b}\\c",
                "{\\pict 0000}{\\bin3 {{{}x|x",
                "M{\\*\\bkmkstart x}\\'f4t|Môt",
                "\\ansicpg65001 K\\'e1\\'ba\\'bf ho\\'e1\\'ba\\'a1ch\\'c3\\par ra|Kế hoạchÃ/ra",
                "\\ansicpg65001 Th\\'f4n \\'d0\\'f4ng \\'96 x\\'e3, {\\v \\'f4}h\\'f3a|Thôn Ðông – xã, hóa",
                "\\ansicpg65001 \\'c3\\'b4\\'f4\\'e1\\'ba\\'bf {Th\\'f4}n|ôôế Thôn",
                "{\\listtext 1.\\tab}M\\'f4t\\par}}}}Hai|1. Môt/Hai"
            })
    void what_is_printed_is_read(String rtf, String text) throws IOException {
        assertThat(read(rtf)).isEqualTo(text);
    }

    @Test
    void the_paragraph_of_a_label_ends_no_cell() throws IOException {
        assertThat(read("\\trowd\\pard\\intbl A\\cell\\pard\\intbl{\\listtext\\pard 1.\\tab}B\\par C\\cell\\cell\\row"))
                .isEqualTo(read("\\trowd\\pard\\intbl A\\cell\\pard\\intbl 1. B\\par C\\cell\\cell\\row"))
                .startsWith("A");
    }

    @Test
    void cells_of_a_head_stay_apart_and_rows_of_a_list_are_lines() throws IOException {
        assertThat(read("\\trowd\\pard\\intbl UBND\\par XA\\cell DOC LAP\\cell\\row\\pard Tin\\par"
                        + "\\trowd\\pard\\intbl TT\\cell\\cell Han\\cell\\row\\pard H\\'eat"))
                .isEqualTo("UBND/XA/DOC LAP/Tin/TT | | Han/Hêt");
    }
}
