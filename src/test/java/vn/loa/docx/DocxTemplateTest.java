package vn.loa.docx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class DocxTemplateTest {
    private static final String W = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
    private static final String TYPES =
            "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"></Types>";

    private static byte[] file(String... paragraphs) throws IOException {
        StringBuilder body = new StringBuilder();
        for (String paragraph : paragraphs) {
            body.append("<w:p>");
            for (String run : paragraph.split("\\|")) {
                body.append("<w:r><w:t>").append(run).append("</w:t></w:r>");
            }
            body.append("</w:p>");
        }
        String document = "<w:document " + W + "><w:body>" + body + "</w:body></w:document>";
        return zip(Map.of("[Content_Types].xml", TYPES, "word/document.xml", document));
    }

    private static byte[] zip(Map<String, String> parts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private static Map<String, String> parts(byte[] file) throws IOException {
        Map<String, String> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return parts;
    }

    /** The text of a document, a line for each paragraph. */
    private static String text(byte[] file) throws IOException {
        return parts(file)
                .get("word/document.xml")
                .replace("</w:p>", "\n")
                .replaceAll("<[^>]+>", "")
                .strip();
    }

    private static DocxTemplate.Content content(Map<String, String> texts, List<Map<String, String>> items) {
        return new DocxTemplate.Content(texts, items, List.of());
    }

    @Test
    void places_take_their_texts_and_unknown_ones_stay_to_be_seen() throws Exception {
        byte[] filled = DocxTemplate.read(file("Xã {{unit}}: {{other}}"))
                .fill(content(Map.of("unit", "Phú Xuyên <&> \u0001"), List.of()));
        assertThat(text(filled)).isEqualTo("Xã Phú Xuyên &lt;&amp;&gt;  : {{other}}");
    }

    @Test
    void a_place_that_word_cut_into_runs_is_still_one() throws Exception {
        byte[] filled = DocxTemplate.read(file("Xã {{un|it}|}, hết")).fill(content(Map.of("unit", "A"), List.of()));
        assertThat(text(filled)).isEqualTo("Xã A, hết");
    }

    @Test
    void what_stands_between_the_marks_comes_once_for_each_item() throws Exception {
        byte[] template = file("đầu", "{{#items}}", "{{number}}. {{title}}", "—", "{{/items}}", "cuối");
        byte[] filled = DocxTemplate.read(template)
                .fill(content(
                        Map.of(),
                        List.of(Map.of("number", "1", "title", "Một"), Map.of("number", "2", "title", "{{unit}}"))));
        assertThat(text(filled)).isEqualTo("đầu\n1. Một\n—\n2. {{unit}}\n—\ncuối");
    }

    @Test
    void a_picture_stands_in_its_items_place_and_is_known_to_the_package() throws Exception {
        byte[] template = file("{{#items}}", "{{qr}}", "{{/items}}");
        Map<String, String> parts = parts(DocxTemplate.read(template)
                .fill(new DocxTemplate.Content(
                        Map.of(), List.of(Map.of(), Map.of()), List.of(new byte[] {1}, new byte[] {2}))));
        assertThat(parts).containsKeys("word/media/loa0.png", "word/media/loa1.png");
        assertThat(parts.get("word/_rels/document.xml.rels")).contains("loaPicture0", "media/loa1.png");
        assertThat(parts.get("[Content_Types].xml")).contains("image/png");
        assertThat(parts.get("word/document.xml")).contains("r:embed=\"loaPicture0\"", "r:embed=\"loaPicture1\"");
    }

    @Test
    void what_is_no_template_says_why() throws IOException {
        assertThatThrownBy(() -> DocxTemplate.read(new byte[] {1, 2, 3})).hasMessageContaining("no Word file");
        byte[] open = file("{{#items}}", "x");
        assertThatThrownBy(() -> DocxTemplate.read(open).fill(content(Map.of(), List.of())))
                .hasMessageContaining("has no {{/items}}");
        byte[] broken = zip(Map.of("[Content_Types].xml", TYPES, "word/document.xml", "<w:p>"));
        assertThatThrownBy(() -> DocxTemplate.read(broken).fill(content(Map.of(), List.of())))
                .hasMessageContaining("no XML");
    }

    @Test
    void a_file_that_unpacks_without_end_is_refused() throws IOException {
        byte[] bomb = zip(Map.of("word/document.xml", " ".repeat(30_000_000)));
        assertThatThrownBy(() -> DocxTemplate.read(bomb)).hasMessageContaining("too large");
    }

    @Test
    void entities_from_outside_are_not_read() throws IOException {
        String hostile =
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><w:document " + W + ">&e;</w:document>";
        byte[] file = zip(Map.of("[Content_Types].xml", TYPES, "word/document.xml", hostile));
        assertThatThrownBy(() -> DocxTemplate.read(file).fill(content(Map.of(), List.of())))
                .isInstanceOf(BrokenTemplateException.class);
    }
}
