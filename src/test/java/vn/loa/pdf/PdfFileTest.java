package vn.loa.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import vn.loa.chart.QrCode;
import vn.loa.docx.BrokenTemplateException;
import vn.loa.docx.DocxTemplate;
import vn.loa.docx.PrintReader;

class PdfFileTest {
    private static final String LONG =
            "Ủy ban Mặt trận Tổ quốc Việt Nam xã tổ chức Ngày hội Đại đoàn kết toàn dân tộc. ".repeat(6);

    private static byte[] printed(int items, String title) throws IOException, BrokenTemplateException {
        List<Map<String, String>> texts = new ArrayList<>();
        List<byte[]> codes = new ArrayList<>();
        for (int i = 1; i <= items; i++) {
            texts.add(Map.of(
                    "number",
                    "" + i,
                    "title",
                    title,
                    "summary",
                    LONG,
                    "date",
                    "20/11/2026",
                    "address",
                    "https://xa.example.gov.vn/" + i));
            codes.add(QrCode.png("https://xa.example.gov.vn/" + i));
        }
        try (InputStream template =
                Objects.requireNonNull(PdfFileTest.class.getResourceAsStream("/docx/ban-tin.docx"))) {
            byte[] filled = DocxTemplate.read(template.readAllBytes())
                    .fill(new DocxTemplate.Content(Map.of("unit", "Xã Phú Xuyên", "days", "Tuần này"), texts, codes));
            return PdfFile.of(PrintReader.read(filled));
        }
    }

    private static String text(PDDocument file) throws IOException {
        return new PDFTextStripper().getText(file).replaceAll("\\s+", " ");
    }

    @Test
    void a_bulletin_is_printed_with_its_vietnamese_letters_and_codes_over_pages() throws Exception {
        try (PDDocument file = Loader.loadPDF(printed(12, "Giám sát, phản biện xã hội ở cơ sở"))) {
            assertThat(file.getNumberOfPages()).isBetween(3, 6);
            assertThat(text(file))
                    .contains("Xã Phú Xuyên BẢN TIN Tuần này", "12. Giám sát, phản biện xã hội ở cơ sở")
                    .contains("Ngày hội Đại đoàn kết toàn dân tộc.", "Quét mã vuông bằng điện thoại");
            int pictures = 0;
            for (var page : file.getPages()) {
                for (var name : page.getResources().getXObjectNames()) {
                    pictures += page.getResources().isImageXObject(name) ? 1 : 0;
                }
            }
            assertThat(pictures).isEqualTo(12);
        }
    }

    @Test
    void a_piece_of_news_stands_on_one_page_with_its_code_and_address() throws Exception {
        try (PDDocument file = Loader.loadPDF(printed(12, "Giám sát"))) {
            for (int page = 1; page <= file.getNumberOfPages(); page++) {
                PDFTextStripper stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                String text = stripper.getText(file);
                assertThat(all("(\\d+)[.] Giám sát", text)).isEqualTo(all("example.gov.vn/(\\d+)", text));
            }
        }
    }

    private static List<String> all(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    @Test
    void what_the_font_lacks_and_words_that_are_too_long_do_no_harm() throws Exception {
        try (PDDocument file = Loader.loadPDF(printed(1, "📢 Tin \uD83C 漢 " + "a".repeat(3000)))) {
            assertThat(text(file)).contains("1. Tin");
        }
        try (PDDocument file = Loader.loadPDF(printed(0, ""))) {
            assertThat(file.getNumberOfPages()).isEqualTo(1);
        }
    }

    @Test
    void what_is_no_word_file_is_refused() {
        assertThatThrownBy(() -> PrintReader.read("no file".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .isInstanceOf(BrokenTemplateException.class);
    }
}
