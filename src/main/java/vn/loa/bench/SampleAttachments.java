package vn.loa.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import vn.loa.docx.PrintedDocument;
import vn.loa.docx.PrintedDocument.Alignment;
import vn.loa.docx.PrintedDocument.Page;
import vn.loa.docx.PrintedDocument.Paragraph;
import vn.loa.docx.PrintedDocument.Run;
import vn.loa.pdf.PdfFile;
import vn.loa.xlsx.Sheet;
import vn.loa.xlsx.SpreadsheetFile;

/**
 * Makes attachments as portals offer them, always the same: of twenty nine are Word files, six PDFs, two tables, one a web
 * page, one plain text, and one was made to do harm.
 */
public final class SampleAttachments {
    private static final int KINDS = 20;
    private static final int PARAGRAPHS_OF_A_PAGE = 14;
    private static final String WORDS =
            "Đề nghị các thôn rà soát, lập danh sách và gửi báo cáo kết quả về Ban Thường trực"
                    + " Ủy ban MTTQ Việt Nam xã trước 16 giờ 30 phút ngày 20/11/2026 để tổng hợp, trình Đảng ủy xã xem xét. ";
    private static final String WORD_SPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static final String SHEET_SPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    private final Path folder;

    public SampleAttachments(Path folder) {
        this.folder = folder;
    }

    /**
     * Makes so many files in the folder.
     *
     * @throws IOException when they cannot be written
     */
    public void make(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            int kind = i % KINDS;
            if (kind < 9) {
                write(i, "docx", word(document(i, i % 5 + 1)));
            } else if (kind < 15) {
                write(i, "pdf", pdf(i, i % 6 + 1));
            } else if (kind < 17) {
                write(i, "xlsx", table(2_000, 6));
            } else if (kind == 17) {
                write(
                        i,
                        "html",
                        ("<html><body><p>" + text(i, 3) + "</p></body></html>").getBytes(StandardCharsets.UTF_8));
            } else if (kind == 18) {
                write(i, "txt", text(i, 3).getBytes(StandardCharsets.UTF_8));
            } else {
                hostile(i);
            }
        }
    }

    private void write(int number, String ending, byte[] content) throws IOException {
        Files.write(folder.resolve("%04d.%s".formatted(number, ending)), content);
    }

    private static String text(int number, int pages) {
        return "KẾ HOẠCH\nSố: " + (number + 1) + "/KH-MTTQ-BTT\n" + WORDS.repeat(pages * PARAGRAPHS_OF_A_PAGE);
    }

    private static byte[] pdf(int number, int pages) throws IOException {
        Run run = new Run(text(number, pages), 13, false, false, Optional.empty());
        Paragraph paragraph = new Paragraph(Alignment.BOTH, 1.2f, 6, false, false, List.of(run));
        return PdfFile.of(new PrintedDocument(new Page(595, 842, 57, 57, 57, 85), List.of(paragraph)));
    }

    private static byte[] document(int number, int pages) {
        StringBuilder body = new StringBuilder();
        text(number, pages)
                .lines()
                .forEach(line -> body.append("<w:p><w:r><w:t xml:space=\"preserve\">")
                        .append(line)
                        .append("</w:t></w:r></w:p>"));
        return ("<w:document xmlns:w=\"" + WORD_SPACE + "\"><w:body>" + body + "</w:body></w:document>")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] table(int rows, int columns) {
        List<List<Object>> lines = IntStream.range(0, rows)
                .mapToObj(row -> IntStream.range(0, columns)
                        .<Object>mapToObj(cell -> "Ô " + row + "." + cell)
                        .toList())
                .toList();
        return SpreadsheetFile.of(List.of(new Sheet(
                "Biểu",
                List.of("BIỂU TỔNG HỢP"),
                Collections.nCopies(columns, "Cột"),
                Collections.nCopies(columns, 12),
                lines)));
    }

    /** Written row by row: a million cells at once would need much memory. */
    private static byte[] cells(int rows, int columns) throws IOException {
        return zipped("xl/workbook.xml", "spreadsheetml.sheet", zip -> {
            part(
                    zip,
                    "xl/workbook.xml",
                    "<workbook xmlns=\"" + SHEET_SPACE + "\" xmlns:r=\"" + OFFICE.replaceFirst("/$", "")
                            + "\"><sheets><sheet name=\"B\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>");
            part(zip, "xl/_rels/workbook.xml.rels", relation("worksheet", "sheet.xml"));
            zip.putNextEntry(new ZipEntry("xl/sheet.xml"));
            zip.write(("<worksheet xmlns=\"" + SHEET_SPACE + "\"><sheetData>").getBytes(StandardCharsets.UTF_8));
            for (int row = 0; row < rows; row++) {
                StringBuilder cells = new StringBuilder("<row>");
                for (int cell = 0; cell < columns; cell++) {
                    cells.append("<c t=\"inlineStr\"><is><t>Ô ")
                            .append(row)
                            .append('.')
                            .append(cell)
                            .append("</t></is></c>");
                }
                zip.write(cells.append("</row>").toString().getBytes(StandardCharsets.UTF_8));
            }
            zip.write("</sheetData></worksheet>".getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        });
    }

    private static byte[] word(byte[] document) throws IOException {
        return word(out -> out.write(document));
    }

    /** Writes what a part of a file holds. */
    private interface Part {
        void write(OutputStream out) throws IOException;
    }

    /** Writes the parts of a file. */
    private interface Parts {
        void write(ZipOutputStream zip) throws IOException;
    }

    private static byte[] word(Part document) throws IOException {
        return zipped("word/document.xml", "wordprocessingml.document", zip -> {
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            document.write(zip);
            zip.closeEntry();
        });
    }

    private static byte[] zipped(String main, String type, Parts parts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            part(
                    zip,
                    "[Content_Types].xml",
                    "<Types xmlns=\"" + PACKAGE + "content-types\"><Default Extension=\"rels\""
                            + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default"
                            + " Extension=\"xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml"
                            + ".worksheet+xml\"/><Override PartName=\"/" + main
                            + "\" ContentType=\"application/vnd.openxmlformats-officedocument." + type
                            + ".main+xml\"/></Types>");
            part(zip, "_rels/.rels", relation("officeDocument", main));
            parts.write(zip);
        }
        return bytes.toByteArray();
    }

    private static String relation(String type, String target) {
        return "<Relationships xmlns=\"" + PACKAGE + "relationships\"><Relationship Id=\"r1\" Type=\"" + OFFICE + type
                + "\" Target=\"" + target + "\"/></Relationships>";
    }

    private static void part(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    /** In turn: a Word file that unpacks to 200 MiB, a million cells, a page of 600 MiB, an object a million deep, half a PDF. */
    private void hostile(int number) throws IOException {
        switch (number / KINDS % 5) {
            case 0 ->
                write(number, "docx", word(out -> {
                    byte[] blanks = " ".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
                    out.write(("<w:document xmlns:w=\"" + WORD_SPACE + "\"><w:body><w:p><w:r><w:t>")
                            .getBytes(StandardCharsets.US_ASCII));
                    for (int i = 0; i < 200; i++) {
                        out.write(blanks);
                    }
                    out.write("</w:t></w:r></w:p></w:body></w:document>".getBytes(StandardCharsets.US_ASCII));
                }));
            case 1 -> write(number, "xlsx", cells(10_000, 100));
            case 2 -> write(number, "pdf", page("", drawing(600)));
            case 3 -> write(number, "pdf", page("/Deep " + "[".repeat(1_000_000) + "]".repeat(1_000_000), new byte[0]));
            default -> {
                byte[] whole = pdf(number, 2);
                write(number, "pdf", Arrays.copyOf(whole, whole.length / 2));
            }
        }
    }

    private static byte[] drawing(int mebibytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        byte[] strokes = "0 0 m 9 9 l S\n".repeat(75_000).getBytes(StandardCharsets.US_ASCII);
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed, new Deflater(Deflater.BEST_COMPRESSION))) {
            for (int i = 0; i < mebibytes; i++) {
                out.write(strokes);
            }
        }
        return packed.toByteArray();
    }

    /** A PDF without an index of its objects, which readers make up for. */
    private static byte[] page(String more, byte[] packed) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(("%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R " + more + " >>\nendobj\n"
                        + "2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n"
                        + "3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
                        + " /Resources << >> >>\nendobj\n4 0 obj\n<< /Length " + packed.length
                        + " /Filter /FlateDecode >>\nstream\n")
                .getBytes(StandardCharsets.US_ASCII));
        out.write(packed);
        out.write(
                "\nendstream\nendobj\ntrailer\n<< /Size 5 /Root 1 0 R >>\n%%EOF\n".getBytes(StandardCharsets.US_ASCII));
        return out.toByteArray();
    }
}
