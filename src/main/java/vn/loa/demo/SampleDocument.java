package vn.loa.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes the Word files that the sample portal offers: paragraphs of plain text, with days near to today. */
final class SampleDocument {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d/M/uuuu", Locale.ROOT);
    private static final DateTimeFormatter LONG =
            DateTimeFormatter.ofPattern("'ngày' dd 'tháng' MM 'năm' uuuu", Locale.ROOT);
    private static final int DAYS_LEFT = 3;

    private static final String TYPES = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
            + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + "<Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument"
            + ".wordprocessingml.document.main+xml\"/></Types>";
    private static final String RELATIONS =
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship"
                    + " Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\""
                    + " Target=\"word/document.xml\"/></Relationships>";

    private SampleDocument() {}

    /**
     * Returns a Word file.
     *
     * @param lines its paragraphs; <code>{{today}}</code> is the day of the document, <code>{{due}}</code> a day soon after
     */
    static byte[] of(List<String> lines, LocalDate today) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            part(zip, "[Content_Types].xml", TYPES);
            part(zip, "_rels/.rels", RELATIONS);
            part(zip, "word/document.xml", document(dated(lines, today)));
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return bytes.toByteArray();
    }

    private static String document(List<String> lines) {
        String paragraphs = lines.stream()
                .map(line -> "<w:p><w:r><w:t>" + SamplePages.escaped(line) + "</w:t></w:r></w:p>")
                .collect(Collectors.joining());
        return "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>"
                + paragraphs + "</w:body></w:document>";
    }

    /** Returns lines with their days. */
    static List<String> dated(List<String> lines, LocalDate today) {
        return lines.stream()
                .map(line -> line.replace("{{today}}", LONG.format(today))
                        .replace("{{due}}", DAY.format(today.plusDays(DAYS_LEFT))))
                .toList();
    }

    private static void part(ZipOutputStream zip, String name, String xml) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + xml).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
