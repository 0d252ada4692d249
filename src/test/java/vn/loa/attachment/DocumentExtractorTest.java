package vn.loa.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.attachment.ExtractionResult.Extracted;
import vn.loa.attachment.ExtractionResult.NotExtracted;
import vn.loa.waiting.TestPatience;

/** The text of documents of every form, each read in a process of its own. */
@Tag("slow")
class DocumentExtractorTest {
    private static final List<String> PLAN = List.of(
            "Số: 27/KH-MTTQ-BTT",
            "KẾ HOẠCH",
            "Tổ chức Ngày hội Đại đoàn kết toàn dân tộc năm 2026",
            "Các thôn gửi báo cáo về Ban Thường trực trước 16 giờ 30 phút ngày 20/11/2026.");

    @TempDir
    private Path folder;

    private SampleDocuments documents;

    @BeforeEach
    void makeDocuments() {
        documents = new SampleDocuments(folder);
    }

    private DocumentText read(Path file) {
        ExtractionResult result = extracted(file, Optional.empty());
        assertThat(result).isInstanceOf(Extracted.class);
        return ((Extracted) result).document();
    }

    private ExtractionResult extracted(Path file, Optional<OcrCommand> ocr) {
        try (DocumentExtractor extractor = new DocumentExtractor(ExtractionLimits.USUAL, ocr, folder)) {
            return extractor.extract(file);
        }
    }

    private NotExtracted refused(Path file) {
        ExtractionResult result = extracted(file, Optional.empty());
        assertThat(result).isInstanceOf(NotExtracted.class);
        return (NotExtracted) result;
    }

    @Test
    void a_pdf_gives_its_lines_page_by_page() throws IOException {
        DocumentText text = read(documents.pdf(PLAN, List.of("Nơi nhận: Như trên; Lưu: VT.")));
        assertThat(text.type()).isEqualTo(DocumentType.PDF);
        assertThat(text.text().lines()).containsSubsequence(PLAN).endsWith("Nơi nhận: Như trên; Lưu: VT.");
        assertThat(text.pages()).isEqualTo(2);
        assertThat(text.ocr()).isFalse();
        assertThat(text.cut()).isFalse();
    }

    @Test
    void a_pdf_that_may_only_not_be_changed_is_read() throws IOException {
        assertThat(read(documents.encrypted("", PLAN)).text()).contains("KẾ HOẠCH");
    }

    @Test
    void a_pdf_with_a_password_is_refused_as_such() throws IOException {
        assertThat(refused(documents.encrypted("bí mật", PLAN)).failure()).isEqualTo(ReadingFailure.ENCRYPTED);
    }

    @Test
    void more_pages_than_the_bound_are_cut() throws IOException {
        @SuppressWarnings({"unchecked", "rawtypes"})
        List<String>[] pages = new List[45];
        Arrays.setAll(pages, number -> List.of("Trang số " + (number + 1) + " của bản kế hoạch này"));
        DocumentText text = read(documents.pdf(pages));
        assertThat(text.text()).contains("Trang số 40 ").doesNotContain("Trang số 41 ");
        assertThat(text.cut()).isTrue();
    }

    @Test
    void a_word_document_gives_the_cells_of_its_head_apart() throws IOException {
        DocumentText text =
                read(documents.docx("ỦY BAN MTTQ XÃ PHÚ XUYÊN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", PLAN));
        assertThat(text.type()).isEqualTo(DocumentType.DOCX);
        assertThat(text.text())
                .startsWith("ỦY BAN MTTQ XÃ PHÚ XUYÊN\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\nSố: 27/KH-MTTQ-BTT\n\n");
    }

    @Test
    void a_word_document_gives_the_rows_of_a_list_as_a_workbook_does() throws IOException {
        assertThat(read(documents.docxTable(List.of(
                                List.of("TT", "Nội dung", "Hạn nộp"), List.of("1", "Báo cáo quý", "20/12/2026"))))
                        .text())
                .isEqualTo("TT | Nội dung | Hạn nộp\n\n1 | Báo cáo quý | 20/12/2026");
    }

    @Test
    void paragraphs_of_a_cell_stay_apart_and_an_empty_cell_keeps_its_place() throws IOException {
        assertThat(read(documents.docxTable(List.of(
                                List.of("Việc", "Ngày họp", "Hạn nộp"),
                                List.of("Báo cáo\nkết quả", "", "Trước ngày\n20/11"),
                                List.of("", "", ""))))
                        .text())
                .isEqualTo("Việc | Ngày họp | Hạn nộp\n\nBáo cáo kết quả | | Trước ngày 20/11");
    }

    @Test
    void the_form_is_told_by_the_content_and_not_by_the_name() throws IOException {
        Path word = documents.docx("A", "B", PLAN);
        assertThat(read(Files.move(word, folder.resolve("image.jpg"))).type()).isEqualTo(DocumentType.DOCX);
        assertThat(refused(documents.file("plan.pdf", new byte[] {1, 2, 3, 0, 0, 9}))
                        .failure())
                .isEqualTo(ReadingFailure.UNKNOWN_TYPE);
    }

    @Test
    void a_workbook_gives_its_rows() throws IOException {
        DocumentText text =
                read(documents.xlsx(List.of(List.of("STT", "Thôn", "Số hộ"), List.of("1", "Thôn Đông", "215"))));
        assertThat(text.type()).isEqualTo(DocumentType.XLSX);
        assertThat(text.text()).isEqualTo("STT | Thôn | Số hộ\n\n1 | Thôn Đông | 215");
    }

    @Test
    void an_empty_cell_of_a_workbook_keeps_its_place() throws IOException {
        assertThat(read(documents.xlsx(List.of(
                                List.of("", "Việc", "Ngày họp", "Hạn nộp"),
                                List.of("", "Báo cáo", "", "20/11/2026"),
                                List.of("", "", "12/11/2026", ""),
                                List.of("", "", "", ""))))
                        .text())
                .isEqualTo("Việc | Ngày họp | Hạn nộp\n\nBáo cáo | | 20/11/2026\n\n| 12/11/2026");
    }

    @Test
    void text_in_a_font_of_before_unicode_is_converted() throws IOException {
        String tcvn = SampleDocuments.wordXml(paragraph("\u00f1y ban MÆt trËn Tæ quèc x\u00b7 Phó Xuy\u00aan")
                + paragraph("KÕ ho\u00b9ch tæ chøc Ngµy héi \u00a7\u00b9i \u00aeoµn kÕt toµn d\u00a9n téc")
                + paragraph("Sè: 27"));
        assertThat(read(documents.docxOf(tcvn)).text())
                .contains(
                        "Mặt trận Tổ quốc xã Phú Xuyên",
                        "Kế hoạch tổ chức Ngày hội Đại đoàn kết toàn dân tộc",
                        "Số: 27");
    }

    private static String paragraph(String text) {
        return "<w:p><w:r><w:t>" + text + "</w:t></w:r></w:p>";
    }

    @Test
    void rich_text_web_pages_and_plain_text_are_read() throws IOException {
        DocumentText rtf = read(documents.file(
                "a.doc",
                "{\\rtf1\\ansi\\uc1 K\\u7871? ho\\u7841?ch s\\u7889? 27\\par D\\u242?ng hai\\par}"
                        .getBytes(StandardCharsets.US_ASCII)));
        assertThat(rtf.type()).isEqualTo(DocumentType.RTF);
        assertThat(rtf.text()).contains("Kế hoạch số 27", "Dòng hai");
        DocumentText html = read(documents.file(
                "b.doc",
                "<html xmlns:o='urn:schemas-microsoft-com:office:office'><body><script>x</script><p>Kế hoạch<br>số 27</p><table><tr><td>Thôn Đông</td></tr></table></body></html>"
                        .getBytes(StandardCharsets.UTF_8)));
        assertThat(html.type()).isEqualTo(DocumentType.HTML);
        assertThat(html.text()).isEqualTo("Kế hoạch\nsố 27\n\nThôn Đông");
        DocumentText plain =
                read(documents.file("c", "Kế hoạch số 27\r\n\r\nDòng hai".getBytes(StandardCharsets.UTF_8)));
        assertThat(plain.type()).isEqualTo(DocumentType.TEXT);
        assertThat(plain.text()).isEqualTo("Kế hoạch số 27\n\nDòng hai");
    }

    @Test
    void a_page_of_the_portal_in_the_place_of_a_document_is_refused() throws IOException {
        String menu = "<ul>" + "<li><a href=\"/tin\">Tin tức và sự kiện của xã</a></li>".repeat(20) + "</ul>";
        String login =
                "<form><input name=\"password\"></form>" + "<p>Đồng chí đăng nhập để xem văn bản.</p>".repeat(20);
        for (String page : List.of(menu, login, "<p>Không tìm thấy tệp.</p>")) {
            byte[] content = ("<html><body>" + page + "</body></html>").getBytes(StandardCharsets.UTF_8);
            assertThat(refused(documents.file("plan.pdf", content)).failure()).isEqualTo(ReadingFailure.BROKEN);
        }
    }

    @Test
    void the_child_gets_no_secret_of_the_environment_and_leaves_standard_output_alone() throws IOException {
        OcrCommand spy = script("cat >/dev/null; env | grep -c HOME; echo read");
        DocumentText text = ((Extracted) extracted(documents.scan(PLAN), Optional.of(spy))).document();
        assertThat(text.text()).startsWith("0\n");
    }

    @Test
    void a_scan_without_a_command_that_reads_it_says_so() throws IOException {
        NotExtracted not = refused(documents.scan(PLAN));
        assertThat(not.failure()).isEqualTo(ReadingFailure.NO_TEXT);
        assertThat(not.detail()).contains("scan");
    }

    @Test
    void a_scan_is_read_by_the_command_and_told_as_such() throws IOException {
        OcrCommand fake = script("printf 'Số: 27/KH-MTTQ-BTT\\n\\nKẾ HOẠCH\\n'; cat >/dev/null");
        DocumentText text = ((Extracted) extracted(documents.scan(PLAN), Optional.of(fake))).document();
        assertThat(text.text()).isEqualTo("Số: 27/KH-MTTQ-BTT\n\nKẾ HOẠCH");
        assertThat(text.ocr()).isTrue();
    }

    @Test
    void a_picture_is_read_as_a_scan_is_whatever_it_is_called() throws IOException {
        OcrCommand fake = script("cat >/dev/null; printf '" + String.join("\\n", PLAN) + "\\n'");
        for (String name : List.of("trang.png", "trang.jpg", "trang.tiff")) {
            Path picture = documents.photograph(name, 1000, PLAN);
            DocumentText text =
                    ((Extracted) extracted(Files.move(picture, folder.resolve("a.pdf")), Optional.of(fake))).document();
            assertThat(text.type()).isEqualTo(DocumentType.IMAGE);
            assertThat(text.text().lines()).containsExactlyElementsOf(PLAN);
            assertThat(text.ocr()).isTrue();
            assertThat(text.pages()).isEqualTo(1);
            Files.delete(folder.resolve("a.pdf"));
        }
    }

    /** The head of a picture of 800 by 1,100 pixels in each of the three forms (RFC 9649), and one of 4 by 4. */
    @Test
    void a_webp_picture_goes_to_the_command_as_it_is() throws IOException {
        OcrCommand fake = script("head -c 4; echo; cat >/dev/null; printf '" + String.join("\\n", PLAN) + "\\n'");
        for (String form : List.of(
                "56503820" + "00000000" + "000000" + "9d012a" + "2003" + "4c04",
                "5650384c" + "00000000" + "2f" + "1fc31201" + "0000000000",
                "56503858" + "0a000000" + "00000000" + "1f0300" + "4b0400")) {
            byte[] picture = HexFormat.of().parseHex("52494646" + "00000000" + "57454250" + form);
            assertThat(firstLine(picture, fake)).isEqualTo("RIFF");
        }
        byte[] icon = HexFormat.of().parseHex("52494646000000005745425056503858" + "0a00000000000000" + "030000030000");
        assertThat(refused(documents.file("a.webp", icon)).failure()).isEqualTo(ReadingFailure.NO_TEXT);
    }

    /** The head of Exif, big-endian, with one entry: the picture is to be turned a quarter to the right. */
    @Test
    void a_photograph_that_was_taken_sideways_is_turned() throws IOException {
        OcrCommand fake = script("head -1; cat >/dev/null; printf '" + String.join("\\n", PLAN) + "\\n'");
        byte[] plain = Files.readAllBytes(documents.photograph("trang.jpg", 2339, PLAN));
        byte[] exif = HexFormat.of()
                .parseHex(
                        "ffe10022457869660000" + "4d4d002a00000008" + "0001" + "011200030000000100060000" + "00000000");
        ByteArrayOutputStream turned = new ByteArrayOutputStream();
        turned.write(plain, 0, 2);
        turned.write(exif);
        turned.write(plain, 2, plain.length - 2);
        assertThat(firstLine(plain, fake)).isEqualTo("P5 1654 2339 255");
        assertThat(firstLine(turned.toByteArray(), fake)).isEqualTo("P5 2339 1654 255");
    }

    private String firstLine(byte[] picture, OcrCommand ocr) throws IOException {
        return ((Extracted) extracted(documents.file("a.jpg", picture), Optional.of(ocr)))
                .document()
                .text()
                .lines()
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_picture_without_a_command_that_reads_it_says_so() throws IOException {
        NotExtracted not = refused(documents.photograph("trang.jpg", 1000, PLAN));
        assertThat(not.failure()).isEqualTo(ReadingFailure.NO_TEXT);
        assertThat(not.detail()).contains("scans are not read here");
    }

    @Test
    void odd_letters_in_a_photograph_are_no_text_and_an_icon_is_not_looked_at() throws IOException {
        OcrCommand odd = script("cat >/dev/null; echo 'Ï ~ a | = Fị iN ễ. lạ “ i SỈ » = m 4 ¬ kK jJ'; echo x >> "
                + folder.resolve("calls"));
        for (int height : List.of(1000, 200)) {
            assertThat(extracted(documents.photograph("anh.jpg", height, List.of()), Optional.of(odd)))
                    .isInstanceOfSatisfying(
                            NotExtracted.class, not -> assertThat(not.failure()).isEqualTo(ReadingFailure.NO_TEXT));
        }
        assertThat(Files.readAllLines(folder.resolve("calls"))).hasSize(1);
    }

    @Test
    void a_command_that_fails_costs_the_scan_alone() throws IOException {
        OcrCommand failing = script("exit 3");
        assertThat(extracted(documents.scan(PLAN), Optional.of(failing)))
                .isInstanceOfSatisfying(
                        NotExtracted.class, not -> assertThat(not.failure()).isEqualTo(ReadingFailure.NO_TEXT));
    }

    @Test
    void a_command_that_does_not_end_is_killed_when_the_time_is_up() throws IOException {
        Path told = folder.resolve("pid");
        OcrCommand slow = script("echo $$ > " + told + "; sleep 600");
        // A busy machine may not have come to the command when a short time is up.
        for (int seconds = 5; Files.notExists(told) && seconds < TestPatience.LIMIT.toSeconds(); seconds *= 2) {
            try (DocumentExtractor extractor = new DocumentExtractor(
                    ExtractionLimits.USUAL.within(Duration.ofSeconds(seconds)), Optional.of(slow), folder)) {
                assertThat(extractor.extract(documents.scan(PLAN))).isInstanceOf(NotExtracted.class);
            }
        }
        long pid = Long.parseLong(Files.readString(told).strip());
        assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
    }

    /** The real one, where this machine has it; the build server always does. */
    @Test
    void tesseract_reads_a_scan_in_vietnamese() throws IOException {
        OcrCheck check = OcrCheck.of("tesseract", Duration.ofSeconds(20));
        assumeTrue(check.command().isPresent(), check.detail());
        DocumentText text = ((Extracted) extracted(documents.scan(PLAN), check.command())).document();
        assertThat(text.text().lines()).containsSubsequence(PLAN);
        assertThat(text.ocr()).isTrue();
    }

    /** A portal makes a photograph of a page half as large as a scanner would. */
    @Test
    void tesseract_reads_a_small_photograph_in_vietnamese() throws IOException {
        OcrCheck check = OcrCheck.of("tesseract", Duration.ofSeconds(20));
        assumeTrue(check.command().isPresent(), check.detail());
        DocumentText text =
                ((Extracted) extracted(documents.photograph("trang.jpg", 1300, PLAN), check.command())).document();
        assertThat(text.text().lines()).containsSubsequence(PLAN);
    }

    @Test
    void a_command_that_is_not_there_or_lacks_vietnamese_switches_the_reading_of_scans_off() throws IOException {
        OcrCheck gone = OcrCheck.of(folder.resolve("none").toString(), Duration.ofSeconds(20));
        assertThat(gone.command()).isEmpty();
        assertThat(gone.detail()).contains("is not there", "apt install tesseract-ocr");
        OcrCheck english = OcrCheck.of(script("echo eng").path(), Duration.ofSeconds(20));
        assertThat(english.command()).isEmpty();
        assertThat(english.detail()).contains("lacks the language vie");
        OcrCheck mute = OcrCheck.of(script("sleep 600").path(), Duration.ofMillis(200));
        assertThat(mute.detail()).contains("does not answer");
    }

    private OcrCommand script(String lines) throws IOException {
        Path script = Files.writeString(folder.resolve("ocr"), "#!/bin/sh\n" + lines + "\n");
        assertThat(script.toFile().setExecutable(true)).isTrue();
        return new OcrCommand(script.toString(), OcrCheck.LANGUAGE);
    }
}
