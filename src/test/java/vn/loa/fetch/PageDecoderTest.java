package vn.loa.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageDecoderTest {
    private static final String TEXT = "Ủy ban Mặt trận Tổ quốc";

    @Test
    void the_windows_1258_page_reads_as_composed_vietnamese() throws IOException {
        try (InputStream in = getClass().getResourceAsStream("/shared/pages/cp1258.html")) {
            PageDecoder.Decoded decoded = PageDecoder.decode(in.readAllBytes(), "text/html");
            assertThat(decoded.text()).contains("Ủy ban Mặt trận Tổ quốc Việt Nam", "Ngày hội Đại đoàn kết");
            assertThat(decoded.charset()).isEqualTo("windows-1258 (meta)");
        }
    }

    @Test
    void a_mebibyte_of_tones_without_letters_is_decoded_in_a_moment() {
        byte[] tones = new byte[1 << 20];
        for (int i = 0; i < tones.length; i++) {
            tones[i] = (byte) (i % 2 == 0 ? 0xCC : 0xF2);
        }
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> PageDecoder.decode(tones, "charset=windows-1258"));
    }

    @ParameterizedTest
    @CsvSource({
        "text/html; charset=UTF-8, '', UTF-8 (header)",
        "text/html, <meta charset='utf-8'>, UTF-8 (meta)",
        "text/html, '<meta http-equiv=\"Content-Type\" content=\"text/html; charset=utf-8\">', UTF-8 (meta)",
        "text/xml, '<?xml version=\"1.0\" encoding=\"utf-8\"?>', UTF-8 (xml)",
        "'', '', UTF-8 (guess)",
        "text/html; charset=nonsense-8, '', UTF-8 (guess)",
        "text/html; charset=utf-16, <html>, UTF-8 (guess)"
    })
    void the_charset_is_learnt_where_it_is_told(String header, String prologue, String expected) {
        PageDecoder.Decoded decoded = PageDecoder.decode((prologue + TEXT).getBytes(StandardCharsets.UTF_8), header);
        assertThat(decoded.text()).endsWith(TEXT);
        assertThat(decoded.charset()).isEqualTo(expected);
    }

    @Test
    void a_header_that_does_not_fit_the_bytes_is_not_believed() {
        byte[] bytes = "<meta charset=windows-1252>Café à la carte".getBytes(Charset.forName("windows-1252"));
        PageDecoder.Decoded decoded = PageDecoder.decode(bytes, "text/html; charset=utf-8");
        assertThat(decoded.text()).contains("Café à la carte");
        assertThat(decoded.charset()).isEqualTo("windows-1252 (meta)");
    }

    @Test
    void a_cut_character_does_not_make_utf_8_something_else() {
        byte[] bytes = (TEXT + TEXT + TEXT).getBytes(StandardCharsets.UTF_8);
        byte[] cut = java.util.Arrays.copyOf(bytes, bytes.length + 1);
        cut[bytes.length] = (byte) 0xE1;
        assertThat(PageDecoder.decode(cut, "text/html; charset=utf-8").text()).startsWith(TEXT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "iso-8859-1",
                "us-ascii",
                "windows-1252",
                "windows-1258",
                "utf-16",
                "utf-16le",
                "gb2312",
                "tis-620"
            })
    void utf_8_with_vietnamese_letters_is_utf_8_whatever_it_is_called(String charset) {
        byte[] bytes = TEXT.getBytes(StandardCharsets.UTF_8);
        assertThat(PageDecoder.decode(bytes, "text/html; charset=" + charset).text())
                .isEqualTo(TEXT);
        String meta = "<html><meta charset=" + charset + ">" + TEXT;
        assertThat(PageDecoder.decode(meta.getBytes(StandardCharsets.UTF_8), "text/html")
                        .text())
                .isEqualTo(meta);
        String xml = "<?xml version=\"1.0\" encoding=\"" + charset + "\"?><rss>" + TEXT + "</rss>";
        assertThat(PageDecoder.decode(xml.getBytes(StandardCharsets.UTF_8), "text/xml")
                        .text())
                .isEqualTo(xml);
    }

    @Test
    void letters_in_pieces_are_vietnamese_too() {
        String pieces = "Ha\u0323nh phu\u0301c";
        byte[] bytes = pieces.getBytes(StandardCharsets.UTF_8);
        assertThat(PageDecoder.decode(bytes, "text/html; charset=iso-8859-1").text())
                .isEqualTo(pieces);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
    void utf_16_without_a_mark_is_known_by_its_zeros(String charset) {
        String page = "<html><body><p>" + TEXT + "</p></body></html>";
        byte[] bytes = page.getBytes(Charset.forName(charset));
        for (String header : new String[] {"", "text/html; charset=utf-8", "text/html; charset=utf-16"}) {
            assertThat(PageDecoder.decode(bytes, header).text()).isEqualTo(page);
        }
    }

    @Test
    void another_language_in_its_own_charset_is_believed() {
        String page = "<html><p>\u041f\u0440\u0438\u0432\u0435\u0442</p></html>";
        byte[] bytes = page.getBytes(Charset.forName("windows-1251"));
        assertThat(PageDecoder.decode(bytes, "text/html; charset=windows-1251").text())
                .isEqualTo(page);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "iso-8859-1", "windows-1252", "windows-1258"})
    void windows_1258_is_known_and_composed_whatever_it_is_called(String charset) {
        String pieces = "U\u0309y ban M\u0103\u0323t tr\u00e2\u0323n T\u00f4\u0309 qu\u00f4\u0301c Vi\u00ea\u0323t Nam";
        byte[] bytes = pieces.getBytes(Charset.forName("windows-1258"));
        String header = charset.isEmpty() ? "text/html" : "text/html; charset=" + charset;
        assertThat(PageDecoder.decode(bytes, header).text()).isEqualTo("Ủy ban Mặt trận Tổ quốc Việt Nam");
    }

    @Test
    void a_byte_order_mark_beats_the_header() {
        byte[] bytes = ("\uFEFF" + TEXT).getBytes(StandardCharsets.UTF_16LE);
        assertThat(PageDecoder.decode(bytes, "text/html; charset=windows-1252").text())
                .isEqualTo(TEXT);
    }

    @Test
    void any_bytes_become_text_without_lone_surrogates_and_nuls() {
        Random random = new Random(7);
        for (int round = 0; round < 2000; round++) {
            byte[] bytes = new byte[random.nextInt(200)];
            random.nextBytes(bytes);
            String text = PageDecoder.decode(bytes, "text/html; charset=utf-16").text();
            assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(text)).isTrue();
            assertThat(text).doesNotContain("\0");
        }
    }
}
