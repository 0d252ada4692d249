package vn.loa.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LegacyFontTest {
    private static final String TEXT =
            "Sáng mười hai tháng ba, tại hội trường, Mặt trận xã đã tổ chức tập huấn: giữ gìn sức khỏe, vệ sinh thực"
                    + " phẩm, chữ ký, lũy tre, ngẫm nghĩ, quý mến, kỹ lưỡng, kẻ sĩ, ẩm thực, bẵng, ngoằn ngoèo, khuỷu tay,"
                    + " ỡm ờ, nhẵn nhụi, đặng, ắt hẳn, cửa sổ, nỗi niềm, xoẹt, quả ổi, đỗ, mỹ, ỳ, ỵ, hỉ, bị";

    /** Every small letter of Vietnamese with its code in the ABC fonts, TCVN 5712:1993 (VN3). */
    private static final String TCVN3 =
            "à=B5 ả=B6 ã=B7 á=B8 ạ=B9 ă=A8 ằ=BB ẳ=BC ẵ=BD ắ=BE ặ=C6 â=A9 ầ=C7 ẩ=C8 ẫ=C9 ấ=CA ậ=CB đ=AE è=CC ẻ=CE ẽ=CF"
                    + " é=D0 ẹ=D1 ê=AA ề=D2 ể=D3 ễ=D4 ế=D5 ệ=D6 ì=D7 ỉ=D8 ĩ=DC í=DD ị=DE ò=DF ỏ=E1 õ=E2 ó=E3 ọ=E4 ô=AB"
                    + " ồ=E5 ổ=E6 ỗ=E7 ố=E8 ộ=E9 ơ=AC ờ=EA ở=EB ỡ=EC ớ=ED ợ=EE ù=EF ủ=F1 ũ=F2 ú=F3 ụ=F4 ư=AD ừ=F5 ử=F6"
                    + " ữ=F7 ứ=F8 ự=F9 ỳ=FA ỷ=FB ỹ=FC ý=FD ỵ=FE Ă=A1 Â=A2 Ê=A3 Ô=A4 Ơ=A5 Ư=A6 Đ=A7";

    /** The same in VNI for Windows: a letter and, for most, the mark after it. */
    private static final String VNI = "à=aF8 ả=aFB ã=aF5 á=aF9 ạ=aEF ă=aEA ằ=aE8 ẳ=aFA ẵ=aFC ắ=aE9 ặ=aEB â=aE2 ầ=aE0"
            + " ẩ=aE5 ẫ=aE3 ấ=aE1 ậ=aE4 đ=F1 è=eF8 ẻ=eFB ẽ=eF5 é=eF9 ẹ=eEF ê=eE2 ề=eE0 ể=eE5 ễ=eE3 ế=eE1 ệ=eE4 ì=EC ỉ=E6"
            + " ĩ=F3 í=ED ị=F2 ò=oF8 ỏ=oFB õ=oF5 ó=oF9 ọ=oEF ô=oE2 ồ=oE0 ổ=oE5 ỗ=oE3 ố=oE1 ộ=oE4 ơ=F4 ờ=F4F8 ở=F4FB ỡ=F4F5"
            + " ớ=F4F9 ợ=F4EF ù=uF8 ủ=uFB ũ=uF5 ú=uF9 ụ=uEF ư=F6 ừ=F6F8 ử=F6FB ữ=F6F5 ứ=F6F9 ự=F6EF ỳ=yF8 ỷ=yFB ỹ=yF5"
            + " ý=yF9 ỵ=EE";

    /** The same in VISCII (RFC 1456), with capitals, some of them at control characters. */
    private static final String VISCII =
            "à=E0 á=E1 ả=E4 ã=E3 ạ=D5 â=E2 ầ=A5 ấ=A4 ẩ=A6 ẫ=E7 ậ=A7 ă=E5 ằ=A2 ắ=A1 ẳ=C6 ẵ=C7 ặ=A3 đ=F0 è=E8"
                    + " é=E9 ẻ=EB ẽ=A8 ẹ=A9 ê=EA ề=AB ế=AA ể=AC ễ=AD ệ=AE ì=EC í=ED ỉ=EF ĩ=EE ị=B8 ò=F2 ó=F3 ỏ=F6 õ=F5"
                    + " ọ=F7 ô=F4 ồ=B0 ố=AF ổ=B1 ỗ=B2 ộ=B5 ơ=BD ờ=B6 ớ=BE ở=B7 ỡ=DE ợ=FE ù=F9 ú=FA ủ=FC ũ=FB ụ=F8 ư=DF"
                    + " ừ=D7 ứ=D1 ử=D8 ữ=E6 ự=F1 ỳ=CF ý=FD ỷ=D6 ỹ=DB ỵ=DC À=C0 Á=C1 Ả=C4 Ã=C3 Ạ=80 Â=C2 Ầ=85 Ấ=84 Ẩ=86"
                    + " Ẫ=06 Ậ=87 Ă=C5 Ằ=82 Ắ=81 Ẳ=02 Ẵ=05 Ặ=83 Đ=D0 È=C8 É=C9 Ẻ=CB Ẽ=88 Ẹ=89 Ê=CA Ề=8B Ế=8A Ể=8C Ễ=8D"
                    + " Ệ=8E Ì=CC Í=CD Ỉ=9B Ĩ=CE Ị=98 Ò=D2 Ó=D3 Ỏ=99 Õ=A0 Ọ=9A Ô=D4 Ồ=90 Ố=8F Ổ=91 Ỗ=92 Ộ=93 Ơ=B4 Ờ=96"
                    + " Ớ=95 Ở=97 Ỡ=B3 Ợ=94 Ù=D9 Ú=DA Ủ=9C Ũ=9D Ụ=9E Ư=BF Ừ=BB Ứ=BA Ử=BC Ữ=FF Ự=B9 Ỳ=9F Ý=DD Ỷ=14 Ỹ=19"
                    + " Ỵ=1E";

    /** The same in the code page of VPS. */
    private static final String VPS =
            "à=E0 á=E1 ả=E4 ã=E3 ạ=E5 â=E2 ầ=C0 ấ=C3 ẩ=C4 ẫ=C5 ậ=C6 ă=E6 ằ=A2 ắ=A1 ẳ=A3 ẵ=A4 ặ=A5 đ=C7 è=E8"
                    + " é=E9 ẻ=C8 ẽ=EB ẹ=CB ê=EA ề=8A ế=89 ể=8B ễ=CD ệ=8C ì=EC í=ED ỉ=CC ĩ=EF ị=CE ò=F2 ó=F3 ỏ=D5 õ=F5"
                    + " ọ=86 ô=F4 ồ=D2 ố=D3 ổ=B0 ỗ=87 ộ=B6 ơ=D6 ờ=A9 ớ=A7 ở=AA ỡ=AB ợ=AE ù=F9 ú=FA ủ=FB ũ=DB ụ=F8 ư=DC"
                    + " ừ=D8 ứ=D9 ử=BA ữ=BB ự=BF ỳ=FF ý=9A ỷ=9B ỹ=CF ỵ=9C À=80 Á=C1 Ả=81 Ã=82 Ạ=02 Â=C2 Ầ=84 Ấ=83 Ẩ=85"
                    + " Ẫ=1C Ậ=03 Ă=88 Ằ=8E Ắ=8D Ẳ=8F Ẵ=F0 Ặ=04 Đ=F1 È=D7 É=C9 Ẻ=DE Ẽ=FE Ẹ=05 Ê=CA Ề=93 Ế=90 Ể=94 Ễ=95"
                    + " Ệ=06 Ì=B5 Í=B4 Ỉ=B7 Ĩ=B8 Ị=10 Ò=BC Ó=B9 Ỏ=BD Õ=BE Ọ=11 Ô=D4 Ồ=97 Ố=96 Ổ=98 Ỗ=99 Ộ=12 Ơ=F7 Ờ=9E"
                    + " Ớ=9D Ở=9F Ỡ=A6 Ợ=13 Ù=A8 Ú=DA Ủ=D1 Ũ=AC Ụ=14 Ư=D0 Ừ=AF Ứ=AD Ử=B1 Ữ=1D Ự=15 Ỳ=B2 Ý=DD Ỷ=FD Ỹ=B3"
                    + " Ỵ=19";

    private static final Map<LegacyFont, String> TABLES =
            Map.of(LegacyFont.TCVN3, TCVN3, LegacyFont.VNI, VNI, LegacyFont.VISCII, VISCII, LegacyFont.VPS, VPS);

    private static Map<String, String> letters(LegacyFont font) {
        return letters(Objects.requireNonNull(TABLES.get(font)));
    }

    private static Map<String, String> letters(String table) {
        Map<String, String> letters = new HashMap<>();
        Stream.of(table.split(" ", -1)).map(pair -> pair.split("=", -1)).forEach(pair -> {
            String code = pair[1];
            StringBuilder written = new StringBuilder();
            if (Character.isLowerCase(code.charAt(0))) {
                written.append(code.charAt(0));
                code = code.substring(1);
            }
            for (int i = 0; i < code.length(); i += 2) {
                written.append((char) Integer.parseInt(code.substring(i, i + 2), 16));
            }
            letters.put(pair[0], written.toString());
        });
        return letters;
    }

    static String written(LegacyFont font, String text) {
        Map<String, String> letters = letters(font);
        StringBuilder written = new StringBuilder();
        text.codePoints()
                .mapToObj(Character::toString)
                .forEach(letter -> written.append(letters.getOrDefault(letter, letter)));
        return written.toString();
    }

    static Stream<Map.Entry<LegacyFont, Map.Entry<String, String>>> everyLetter() {
        return Stream.of(LegacyFont.values())
                .flatMap(font -> letters(font).entrySet().stream().map(letter -> Map.entry(font, letter)));
    }

    @ParameterizedTest
    @MethodSource("everyLetter")
    void every_letter_comes_back(Map.Entry<LegacyFont, Map.Entry<String, String>> letter) {
        assertThat(letter.getKey().convert(letter.getValue().getValue()))
                .isEqualTo(letter.getValue().getKey());
    }

    @ParameterizedTest
    @ValueSource(strings = {"TCVN3", "VNI", "VISCII", "VPS"})
    void a_text_comes_back_whole_and_is_known_for_what_it_is(String name) {
        LegacyFont font = LegacyFont.valueOf(name);
        String written = written(font, TEXT);
        assertThat(LegacyFont.of(written)).contains(font);
        assertThat(LegacyFont.toUnicode(written)).isEqualTo(TEXT);
    }

    @ParameterizedTest
    @CsvSource({
        "MÆt trËn Tæ quèc, Mặt trận Tổ quốc",
        "Maët traän Toå quoác, Mặt trận Tổ quốc",
        "MAËT TRAÄN TOÅ QUOÁC, MẶT TRẬN TỔ QUỐC",
        "UÛy ban Maët traän Toå quoác Vieät Nam, Ủy ban Mặt trận Tổ quốc Việt Nam",
        "Ñaïi hoäi Ñaûng, Đại hội Đảng"
    })
    void a_title_in_an_old_font_is_converted(String written, String meant) {
        assertThat(LegacyFont.toUnicode(written)).isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Mat tran To quoc",
                "Mặt trận Tổ quốc",
                "Jürgen Müller, Søren Kierkegaard và Hämäläinen",
                "Françoise Gaëlle Benoît-Noël, Hélène Zoé",
                "Der Bär in München hat schöne Füße und grüne Bäume für die Gäste",
                "Vi må gå hjem nå, og så skal hun spise frokost sammen med faren",
                "L'été dernier, le père Noël a mangé des crêpes à la crème",
                "São Paulo, Curaçao, Côte d'Ivoire",
                "UÒy ban Mãòt trâòn Tôò quôìc Viêòt Nam"
            })
    void everything_else_stays_as_it_is(String text) {
        assertThat(LegacyFont.toUnicode(text)).isEqualTo(text);
    }

    @Test
    void one_odd_word_is_no_text_in_an_old_font() {
        assertThat(LegacyFont.of("Tin tøc")).isEmpty();
        assertThat(LegacyFont.TCVN3.mends("Tin tøc")).isTrue();
    }
}
