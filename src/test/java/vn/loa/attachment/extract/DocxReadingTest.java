package vn.loa.attachment.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Word documents as Word, LibreOffice, Google Docs and WPS write them. */
class DocxReadingTest {
    private static final String SPACES = " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
            + " xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" xmlns:v=\"urn:schemas-microsoft-com:vml\"";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

    @TempDir
    private Path folder;

    private static String run(String text) {
        return "<w:r><w:t>" + text + "</w:t></w:r>";
    }

    private static String paragraph(String text) {
        return "<w:p>" + (text.startsWith("<") ? text : run(text)) + "</w:p>";
    }

    private static String cell(String properties, String... paragraphs) {
        StringBuilder cell = new StringBuilder("<w:tc><w:tcPr>" + properties + "</w:tcPr>");
        for (String text : paragraphs) {
            cell.append(paragraph(text));
        }
        return cell + "</w:tc>";
    }

    private String read(String body) throws IOException {
        return read(body, Map.of());
    }

    /** Parts are named by their kind: numbering, styles, header, footnotes. */
    private String read(String body, Map<String, String> parts) throws IOException {
        Path file = folder.resolve("a.docx");
        Map<String, String> all = new TreeMap<>(parts);
        StringBuilder types = new StringBuilder(
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\""
                        + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                        + "<Override PartName=\"/word/document.xml\" ContentType=\"" + TYPE + "document.main+xml\"/>");
        StringBuilder relations = new StringBuilder();
        all.keySet().forEach(kind -> {
            types.append("<Override PartName=\"/word/" + kind + ".xml\" ContentType=\"" + TYPE + kind + "+xml\"/>");
            relations.append(relation(kind, kind + ".xml"));
        });
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            write(zip, "[Content_Types].xml", types + "</Types>");
            write(zip, "_rels/.rels", relations(relation("officeDocument", "word/document.xml")));
            write(zip, "word/_rels/document.xml.rels", relations(relations.toString()));
            write(zip, "word/document.xml", "<w:document" + SPACES + "><w:body>" + body + "</w:body></w:document>");
            for (Map.Entry<String, String> part : all.entrySet()) {
                write(zip, "word/" + part.getKey() + ".xml", part.getValue());
            }
        }
        TextSink sink = new TextSink(10_000);
        new DocxReading().read(file, sink);
        return sink.taken().text();
    }

    private static String relation(String kind, String target) {
        return "<Relationship Id=\"" + kind + "\" Type=\"" + OFFICE + "/" + kind + "\" Target=\"" + target + "\"/>";
    }

    private static String relations(String each) {
        return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + each
                + "</Relationships>";
    }

    private static void write(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    @Test
    void what_stands_in_controls_is_read_and_what_they_show_while_empty_is_not() throws IOException {
        String empty = "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>" + run("Nhấn để nhập ngày")
                + "</w:sdtContent></w:sdt>";
        String day = "<w:sdt><w:sdtContent>" + run("05 tháng 11") + "</w:sdtContent></w:sdt>";
        String table = "<w:tbl><w:tr><w:sdt><w:sdtContent>" + cell("", "Số: 27/KH-UBND") + "</w:sdtContent></w:sdt>"
                + cell("", "<w:p/>" + run("ngày ") + day + empty) + "</w:tr></w:tbl>";
        assertThat(read("<w:sdt><w:sdtContent>" + paragraph("ỦY BAN NHÂN DÂN") + table + "</w:sdtContent></w:sdt>"
                        + paragraph("KẾ HOẠCH")))
                .isEqualTo("ỦY BAN NHÂN DÂN\n\nSố: 27/KH-UBND\n\nngày 05 tháng 11\n\nKẾ HOẠCH");
    }

    @Test
    void changes_count_as_accepted_and_hidden_words_are_none() throws IOException {
        String changed = run("Nộp trước ngày ") + "<w:del><w:r><w:delText>15/11</w:delText></w:r></w:del><w:ins>"
                + run("20/11") + "</w:ins><w:moveFrom>" + run(" đi") + "</w:moveFrom><w:moveTo>" + run(" đến")
                + "</w:moveTo><w:r><w:rPr><w:vanish/></w:rPr><w:t> ẩn</w:t></w:r>"
                + "<w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t> hiện</w:t></w:r>";
        String mark = "<w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>" + run("Dòng hai");
        String row = "<w:tbl><w:tr><w:trPr><w:del/></w:trPr>" + cell("", "Hàng bỏ") + "</w:tr><w:tr>"
                + cell("", "Hàng giữ") + "</w:tr></w:tbl>";
        assertThat(read(paragraph(changed) + paragraph(mark) + row))
                .isEqualTo("Nộp trước ngày 20/11 đến hiện\n\nDòng hai\n\nHàng giữ");
    }

    @Test
    void a_box_is_read_once_where_it_stands() throws IOException {
        String box = "<w:txbxContent>" + paragraph("Số: 27/KH-UBND") + paragraph("V/v họp") + "</w:txbxContent>";
        String twice = "<w:r><mc:AlternateContent><mc:Choice>" + box + "</mc:Choice><mc:Fallback><w:pict><v:textbox>"
                + box + "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>";
        assertThat(read(paragraph(twice) + paragraph("Kính gửi: Các thôn")))
                .isEqualTo("Số: 27/KH-UBND\nV/v họp\n\nKính gửi: Các thôn");
        assertThat(read(paragraph("<w:r><w:pict><v:textbox>" + box + "</v:textbox></w:pict></w:r>")))
                .isEqualTo("Số: 27/KH-UBND\nV/v họp");
    }

    @Test
    void signs_of_marks_are_read_and_codes_of_fields_are_not() throws IOException {
        String text = run("34/UBND") + "<w:r><w:noBreakHyphen/></w:r>" + run("KT")
                + "<w:r><w:br/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:footnoteReference w:id=\"2\"/></w:r>"
                + "<w:pPr><w:tabs><w:tab w:val=\"left\"/></w:tabs></w:pPr>" + run("Dòng hai");
        assertThat(read(
                        paragraph(text),
                        Map.of("footnotes", "<w:footnotes" + SPACES + ">" + paragraph("Chú thích") + "</w:footnotes>")))
                .isEqualTo("34/UBND-KT\nDòng hai\n\nChú thích");
    }

    @Test
    void a_list_that_is_restarted_begins_anew_and_one_that_is_not_goes_on() throws IOException {
        String numbering = "<w:numbering" + SPACES + "><w:abstractNum w:abstractNumId=\"0\">"
                + level(0, "lowerLetter", "%1)") + level(1, "decimal", "%2.") + "</w:abstractNum>"
                + "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>"
                + "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"0\"/><w:lvlOverride w:ilvl=\"0\">"
                + "<w:startOverride w:val=\"1\"/></w:lvlOverride></w:num>"
                + "<w:num w:numId=\"3\"><w:abstractNumId w:val=\"0\"/></w:num>"
                + "<w:num w:numId=\"4\"><w:abstractNumId w:val=\"0\"/><w:lvlOverride w:ilvl=\"0\">"
                + "<w:startOverride w:val=\"5\"/></w:lvlOverride></w:num></w:numbering>";
        String styles =
                "<w:styles" + SPACES + "><w:style w:styleId=\"De\"><w:pPr><w:numPr><w:numId w:val=\"3\"/></w:numPr>"
                        + "</w:pPr></w:style><w:style w:styleId=\"Con\"><w:basedOn w:val=\"De\"/><w:pPr><w:numPr>"
                        + "<w:ilvl w:val=\"1\"/></w:numPr></w:pPr></w:style></w:styles>";
        String body = ofList(1, "Một")
                + ofList(1, "Hai")
                + ofList(2, "Ba")
                + ofList(2, "Bốn")
                + ofList(3, "Năm")
                + ofList(4, "Sáu")
                + ofList(4, "Bảy")
                + styled("Con", "Tám");
        assertThat(read(body, Map.of("numbering", numbering, "styles", styles))
                        .lines()
                        .filter(line -> !line.isEmpty()))
                .containsExactly("a) Một", "b) Hai", "a) Ba", "b) Bốn", "c) Năm", "e) Sáu", "f) Bảy", "1. Tám");
    }

    @Test
    void a_start_belongs_to_the_list_that_sets_it() throws IOException {
        String numbering = "<w:numbering" + SPACES + "><w:abstractNum w:abstractNumId=\"0\">"
                + level(0, "upperRoman", "%1.") + level(1, "decimal", "%2.") + "</w:abstractNum>"
                + "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>"
                + "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"0\"/><w:lvlOverride w:ilvl=\"1\">"
                + "<w:startOverride w:val=\"5\"/></w:lvlOverride></w:num></w:numbering>";
        String body = ofList(2, "Một")
                + ofList(1, "Hai")
                + ofList(1, 1, "Ba")
                + ofList(2, "Bốn")
                + ofList(2, 1, "Năm")
                + ofList(2, 1, "Sáu")
                + ofList(2, "Bảy")
                + ofList(2, 1, "Tám");
        assertThat(read(body, Map.of("numbering", numbering)).lines().filter(line -> !line.isEmpty()))
                .containsExactly("I. Một", "II. Hai", "1. Ba", "III. Bốn", "5. Năm", "6. Sáu", "IV. Bảy", "5. Tám");
    }

    @Test
    void a_list_may_have_levels_of_its_own_in_place_of_those_of_its_definition() throws IOException {
        String numbering = "<w:numbering" + SPACES + "><w:abstractNum w:abstractNumId=\"0\">"
                + level(0, "decimal", "%1.") + level(1, "lowerLetter", "%2)") + "</w:abstractNum>"
                + "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>"
                + "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"0\"/><w:lvlOverride w:ilvl=\"0\">"
                + "<w:startOverride w:val=\"1\"/>" + level(0, "upperRoman", "Phần %1.") + "</w:lvlOverride>"
                + "<w:lvlOverride w:ilvl=\"1\">" + level(1, "decimal", "%1.%2.") + "</w:lvlOverride></w:num>"
                + "<w:num w:numId=\"3\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>";
        String body = ofList(1, "Một")
                + ofList(1, 1, "Hai")
                + ofList(2, "Ba")
                + ofList(2, 1, "Bốn")
                + ofList(2, 1, "Năm")
                + ofList(3, "Sáu")
                + ofList(3, 1, "Bảy");
        assertThat(read(body, Map.of("numbering", numbering)).lines().filter(line -> !line.isEmpty()))
                .containsExactly("1. Một", "a) Hai", "Phần I. Ba", "I.1. Bốn", "I.2. Năm", "2. Sáu", "a) Bảy");
    }

    private static String ofList(int list, String text) {
        return ofList(list, 0, text);
    }

    private static String ofList(int list, int level, String text) {
        return paragraph("<w:pPr><w:numPr><w:ilvl w:val=\"" + level + "\"/><w:numId w:val=\"" + list
                + "\"/></w:numPr></w:pPr>" + run(text));
    }

    @Test
    void lists_have_their_numbers() throws IOException {
        String numbering = "<w:numbering" + SPACES + "><w:abstractNum w:abstractNumId=\"0\">"
                + level(0, "upperRoman", "%1.") + level(1, "decimal", "%2.") + level(2, "lowerLetter", "%3)")
                + level(3, "bullet", "\uf0b7") + level(4, "decimal", "%2.%5.") + "</w:abstractNum>"
                + "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>";
        String styles = "<w:styles" + SPACES + "><w:style w:styleId=\"De\"><w:pPr><w:numPr><w:ilvl w:val=\"1\"/>"
                + "<w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style><w:style w:styleId=\"Con\"><w:basedOn w:val=\"De\"/>"
                + "</w:style></w:styles>";
        String body = listed(0, "MỤC ĐÍCH")
                + listed(1, "Tuyên truyền")
                + styled("Con", "Tiết kiệm")
                + listed(4, "Chi tiết")
                + listed(2, "Thôn")
                + listed(2, "Xã")
                + listed(3, "Gạch")
                + listed(0, "TỔ CHỨC")
                + listed(1, "Mặt trận")
                + paragraph("Hết");
        assertThat(read(body, Map.of("numbering", numbering, "styles", styles))
                        .lines()
                        .filter(line -> !line.isEmpty()))
                .containsExactly(
                        "I. MỤC ĐÍCH",
                        "1. Tuyên truyền",
                        "2. Tiết kiệm",
                        "2.1. Chi tiết",
                        "a) Thôn",
                        "b) Xã",
                        "- Gạch",
                        "II. TỔ CHỨC",
                        "1. Mặt trận",
                        "Hết");
    }

    private static String level(int at, String format, String text) {
        return "<w:lvl w:ilvl=\"" + at + "\"><w:start w:val=\"1\"/><w:numFmt w:val=\"" + format
                + "\"/><w:lvlText w:val=\"" + text + "\"/></w:lvl>";
    }

    private static String listed(int level, String text) {
        return "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"" + level + "\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr>"
                + run(text) + "</w:p>";
    }

    private static String styled(String style, String text) {
        return "<w:p><w:pPr><w:pStyle w:val=\"" + style + "\"/></w:pPr>" + run(text) + "</w:p>";
    }

    @Test
    void a_letterhead_may_stand_in_the_header_and_a_number_of_a_page_is_none() throws IOException {
        String head = paragraph("ỦY BAN NHÂN DÂN") + paragraph("Độc lập - Tự do - Hạnh phúc");
        assertThat(read(paragraph("GIẤY MỜI"), Map.of("header", "<w:hdr" + SPACES + ">" + head + "</w:hdr>")))
                .isEqualTo("ỦY BAN NHÂN DÂN\n\nĐộc lập - Tự do - Hạnh phúc\n\nGIẤY MỜI");
        assertThat(read(paragraph("GIẤY MỜI"), Map.of("header", "<w:hdr" + SPACES + ">" + paragraph("2") + "</w:hdr>")))
                .isEqualTo("GIẤY MỜI");
    }

    @Test
    void wide_cells_keep_the_place_of_what_follows_and_a_table_in_a_cell_is_read() throws IOException {
        String list = "<w:tbl><w:tr>" + cell("<w:gridSpan w:val=\"2\"/>", "Thời gian") + cell("", "Thôn")
                + cell("", "Ghi chú") + "</w:tr></w:tbl>";
        String outer = "<w:tbl><w:tr><w:tc>" + paragraph("Trái") + "<w:tbl><w:tr>" + cell("", "Trong")
                + cell("", "Ngoài") + "</w:tr></w:tbl></w:tc>" + cell("", "Phải") + "</w:tr></w:tbl>";
        assertThat(read(list + outer)).isEqualTo("Thời gian | | Thôn | Ghi chú\n\nTrái\n\nTrong\n\nNgoài\n\nPhải");
    }
}
