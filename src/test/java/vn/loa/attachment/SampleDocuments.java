package vn.loa.attachment;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import vn.loa.xlsx.Sheet;
import vn.loa.xlsx.SpreadsheetFile;

/** Makes documents as offices write them, and some that were made to do harm, in a folder. */
public final class SampleDocuments {
    private static final String FONT = "/fonts/DejaVuSans.ttf";
    private static final int A4_AT_200_DPI_WIDTH = 1654;
    private static final int A4_AT_200_DPI_HEIGHT = 2339;

    private final Path folder;

    public SampleDocuments(Path folder) {
        this.folder = folder;
    }

    /** A PDF with a text layer, one page for each list of lines. */
    @SafeVarargs
    public final Path pdf(List<String>... pages) throws IOException {
        try (PDDocument document = new PDDocument()) {
            write(document, pages);
            return save(document, "plan.pdf");
        }
    }

    /** A PDF that opens with a password only, or that may be read and not be changed. */
    public Path encrypted(String password, List<String> lines) throws IOException {
        try (PDDocument document = new PDDocument()) {
            write(document, lines);
            StandardProtectionPolicy policy = new StandardProtectionPolicy("owner", password, new AccessPermission());
            policy.setEncryptionKeyLength(128);
            policy.setPreferAES(true);
            document.protect(policy);
            return save(document, "encrypted.pdf");
        }
    }

    @SafeVarargs
    private static void write(PDDocument document, List<String>... pages) throws IOException {
        PDFont font;
        try (InputStream in = SampleDocuments.class.getResourceAsStream(FONT)) {
            font = PDType0Font.load(document, in);
        }
        for (List<String> lines : pages) {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(font, 12);
                content.setLeading(16);
                content.newLineAtOffset(60, 760);
                for (String line : lines) {
                    content.showText(line);
                    content.newLine();
                }
                content.endText();
            }
        }
    }

    /** A PDF whose pages are pictures of the lines. */
    public Path scan(List<String> lines) throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.drawImage(
                        LosslessFactory.createFromImage(document, picture(lines)),
                        0,
                        0,
                        page.getMediaBox().getWidth(),
                        page.getMediaBox().getHeight());
            }
            return save(document, "scan.pdf");
        }
    }

    /** A PNG or JPEG that shows the lines, as high as is said; an A4 page at 200 dots per inch has 2,339 pixels. */
    public Path photograph(String name, int height, List<String> lines) throws IOException {
        BufferedImage page = picture(lines);
        int width = page.getWidth() * height / page.getHeight();
        BufferedImage taken = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D drawing = taken.createGraphics();
        drawing.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        drawing.drawImage(page, 0, 0, width, height, null);
        drawing.dispose();
        Path file = folder.resolve(name);
        ImageIO.write(taken, name.substring(name.lastIndexOf('.') + 1), file.toFile());
        return file;
    }

    /** A PNG (w3.org/TR/png) of a few kilobytes that unpacks to so many rows of so many points, all of them black. */
    public Path pictureBomb(int width, int height) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        byte[] row = new byte[1 + (width + 7) / 8];
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed, new Deflater(9))) {
            for (int i = 0; i < height; i++) {
                out.write(row);
            }
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        png.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        ByteBuffer head = ByteBuffer.allocate(13).putInt(width).putInt(height);
        chunk(png, "IHDR", head.put(new byte[] {1, 0, 0, 0, 0}).array());
        chunk(png, "IDAT", packed.toByteArray());
        chunk(png, "IEND", new byte[0]);
        return file("bomb.png", png.toByteArray());
    }

    private static void chunk(ByteArrayOutputStream png, String name, byte[] content) throws IOException {
        byte[] type = name.getBytes(StandardCharsets.US_ASCII);
        CRC32 check = new CRC32();
        check.update(type);
        check.update(content);
        png.write(ByteBuffer.allocate(4).putInt(content.length).array());
        png.write(type);
        png.write(content);
        png.write(ByteBuffer.allocate(4).putInt((int) check.getValue()).array());
    }

    private static BufferedImage picture(List<String> lines) throws IOException {
        BufferedImage picture =
                new BufferedImage(A4_AT_200_DPI_WIDTH, A4_AT_200_DPI_HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D paper = picture.createGraphics();
        try (InputStream in = SampleDocuments.class.getResourceAsStream(FONT)) {
            paper.setColor(Color.WHITE);
            paper.fillRect(0, 0, picture.getWidth(), picture.getHeight());
            paper.setColor(Color.BLACK);
            paper.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            paper.setFont(Font.createFont(Font.TRUETYPE_FONT, in).deriveFont(34f));
            for (int i = 0; i < lines.size(); i++) {
                paper.drawString(lines.get(i), 160, 200 + i * 60);
            }
        } catch (FontFormatException e) {
            throw new IOException(e);
        } finally {
            paper.dispose();
        }
        return picture;
    }

    private Path save(PDDocument document, String name) throws IOException {
        Path file = folder.resolve(name);
        document.save(file.toFile());
        return file;
    }

    /** A Word document: its head as a table of two cells, then paragraphs. */
    public Path docx(String left, String right, List<String> paragraphs) throws IOException {
        Path file = folder.resolve("plan.docx");
        try (XWPFDocument document = new XWPFDocument();
                OutputStream out = Files.newOutputStream(file)) {
            XWPFTable head = document.createTable(1, 2);
            head.getRow(0).getCell(0).setText(left);
            head.getRow(0).getCell(1).setText(right);
            paragraphs.forEach(text -> document.createParagraph().createRun().setText(text));
            document.write(out);
        }
        return file;
    }

    /** A Word document that is a table; each line of a cell is a paragraph of it. */
    Path docxTable(List<List<String>> rows) throws IOException {
        Path file = folder.resolve("table.docx");
        try (XWPFDocument document = new XWPFDocument();
                OutputStream out = Files.newOutputStream(file)) {
            XWPFTable table = document.createTable(rows.size(), rows.get(0).size());
            for (int row = 0; row < rows.size(); row++) {
                for (int cell = 0; cell < rows.get(row).size(); cell++) {
                    String[] lines = rows.get(row).get(cell).split("\n", -1);
                    table.getRow(row).getCell(cell).setText(lines[0]);
                    for (int line = 1; line < lines.length; line++) {
                        table.getRow(row)
                                .getCell(cell)
                                .addParagraph()
                                .createRun()
                                .setText(lines[line]);
                    }
                }
            }
            document.write(out);
        }
        return file;
    }

    Path xlsx(List<List<String>> rows) throws IOException {
        Path file = folder.resolve("table.xlsx");
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            var sheet = workbook.createSheet("Biểu");
            for (int row = 0; row < rows.size(); row++) {
                var cells = sheet.createRow(row);
                for (int cell = 0; cell < rows.get(row).size(); cell++) {
                    cells.createCell(cell).setCellValue(rows.get(row).get(cell));
                }
            }
            workbook.write(out);
        }
        return file;
    }

    /** A Word document whose text is what is given, as the XML that stands in the file. */
    public Path docxOf(String xml) throws IOException {
        return docxOf(out -> out.write(xml.getBytes(StandardCharsets.UTF_8)));
    }

    /** Writes a part of a file. */
    interface Part {
        void write(OutputStream out) throws IOException;
    }

    private Path docxOf(Part text) throws IOException {
        Path file = folder.resolve("hostile.docx");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            part(zip, "[Content_Types].xml", """
                    <?xml version="1.0" encoding="UTF-8"?>
                    <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                    <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
                    <Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.\
                    wordprocessingml.document.main+xml"/></Types>""");
            part(zip, "_rels/.rels", """
                    <?xml version="1.0" encoding="UTF-8"?>
                    <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship \
                    Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" \
                    Target="word/document.xml"/></Relationships>""");
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            text.write(zip);
            zip.closeEntry();
        }
        return file;
    }

    private static void part(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    static String wordXml(String paragraphs) {
        return "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>"
                + paragraphs + "</w:body></w:document>";
    }

    /** A Word document of a few hundred kilobytes that unpacks to so many mebibytes. */
    public Path zipBomb(int mebibytes) throws IOException {
        byte[] blanks = " ".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
        return docxOf(out -> {
            out.write(
                    "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>"
                            .getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < mebibytes; i++) {
                out.write(blanks);
            }
            out.write("</w:t></w:r></w:p></w:body></w:document>".getBytes(StandardCharsets.UTF_8));
        });
    }

    /** A PDF of one page whose content unpacks to so many mebibytes of drawing. */
    public Path streamBomb(int mebibytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        byte[] drawing = "0 0 m 9 9 l S\n".repeat(75_000).getBytes(StandardCharsets.US_ASCII);
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed, new Deflater(9))) {
            for (int i = 0; i < mebibytes; i++) {
                out.write(drawing);
            }
        }
        return raw("bomb.pdf", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", packed.toByteArray());
    }

    /** A PDF that says to have so many pages, all of them the same. */
    public Path manyPages(int pages) throws IOException {
        return raw(
                "pages.pdf",
                "<< /Type /Pages /Kids [" + "3 0 R ".repeat(pages) + "] /Count " + pages + " >>",
                new byte[0]);
    }

    /** A PDF in which one object is nested so deeply. */
    public Path nested(int depth) throws IOException {
        String deep = "[".repeat(depth) + "]".repeat(depth);
        return raw("nested.pdf", "<< /Type /Pages /Kids [3 0 R] /Count 1 /Deep " + deep + " >>", new byte[0]);
    }

    /** A PDF whose page's content says to be two gibibytes long and is not. */
    public Path hugeStream() throws IOException {
        byte[] whole = Files.readAllBytes(streamBomb(1));
        String text = new String(whole, StandardCharsets.ISO_8859_1).replaceFirst("/Length \\d+", "/Length 2147483647");
        return file("huge.pdf", text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** A PDF whose pages lie in two object streams that lie in each other (ISO 32000-1, 7.5.7). */
    public Path recursiveStreams() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write("%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII));
        ByteArrayOutputStream index = new ByteArrayOutputStream();
        entry(index, 0, 0, 255);
        entry(index, 2, 4, 0);
        entry(index, 2, 4, 1);
        entry(index, 2, 4, 2);
        entry(index, 2, 5, 0);
        entry(index, 2, 4, 3);
        entry(index, 1, out.size(), 0);
        out.write(("6 0 obj\n<< /Type /XRef /Size 7 /Root 1 0 R /W [1 4 1] /Length " + index.size() + " >>\nstream\n")
                .getBytes(StandardCharsets.US_ASCII));
        out.write(index.toByteArray());
        out.write("\nendstream\nendobj\n".getBytes(StandardCharsets.US_ASCII));
        String held = "1 0 << /Type /Catalog /Pages 2 0 R >>";
        for (int number = 4; number <= 5; number++) {
            out.write((number + " 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Extends " + (9 - number) + " 0 R /Length "
                            + held.length() + " >>\nstream\n" + held + "\nendstream\nendobj\n")
                    .getBytes(StandardCharsets.US_ASCII));
        }
        out.write("startxref\n9\n%%EOF\n".getBytes(StandardCharsets.US_ASCII));
        return file("recursive.pdf", out.toByteArray());
    }

    private static void entry(ByteArrayOutputStream index, int type, int place, int generation) {
        index.write(type);
        index.write(place >>> 24);
        index.write(place >>> 16);
        index.write(place >>> 8);
        index.write(place);
        index.write(generation);
    }

    /** An Excel workbook of so many rows of a hundred cells each, with texts of their own. */
    public Path cells(int rows) throws IOException {
        List<String> columns = Collections.nCopies(100, "Cột");
        byte[] empty = SpreadsheetFile.of(
                List.of(new Sheet("Biểu", List.of(), columns, Collections.nCopies(100, 10), List.of())));
        Path file = folder.resolve("cells.xlsx");
        try (ZipInputStream from = new ZipInputStream(new ByteArrayInputStream(empty));
                ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(file))) {
            to.setLevel(Deflater.BEST_SPEED);
            for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                to.putNextEntry(new ZipEntry(entry.getName()));
                String part = new String(from.readAllBytes(), StandardCharsets.UTF_8);
                int end = Math.max(0, part.indexOf("</sheetData>"));
                to.write(part.substring(0, end).getBytes(StandardCharsets.UTF_8));
                for (int row = 0; end > 0 && row < rows; row++) {
                    to.write(row(row).getBytes(StandardCharsets.UTF_8));
                }
                to.write(part.substring(end).getBytes(StandardCharsets.UTF_8));
            }
        }
        return file;
    }

    private static String row(int row) {
        StringBuilder xml = new StringBuilder("<row>");
        for (int cell = 0; cell < 100; cell++) {
            xml.append("<c t=\"inlineStr\"><is><t>Ô ")
                    .append(row)
                    .append('.')
                    .append(cell)
                    .append("</t></is></c>");
        }
        return xml.append("</row>").toString();
    }

    private Path raw(String name, String pages, byte[] packed) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        StringBuilder index = new StringBuilder("xref\n0 5\n0000000000 65535 f \n");
        out.write("%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII));
        object(out, index, 1, "<< /Type /Catalog /Pages 2 0 R >>");
        object(out, index, 2, pages);
        object(
                out,
                index,
                3,
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << >> >>");
        index.append(String.format("%010d 00000 n \n", out.size()));
        out.write(("4 0 obj\n<< /Length " + packed.length + " /Filter /FlateDecode >>\nstream\n")
                .getBytes(StandardCharsets.US_ASCII));
        out.write(packed);
        out.write("\nendstream\nendobj\n".getBytes(StandardCharsets.US_ASCII));
        int start = out.size();
        out.write((index + "trailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n" + start + "\n%%EOF\n")
                .getBytes(StandardCharsets.US_ASCII));
        return file(name, out.toByteArray());
    }

    private static void object(ByteArrayOutputStream out, StringBuilder index, int number, String text)
            throws IOException {
        index.append(String.format("%010d 00000 n \n", out.size()));
        out.write((number + " 0 obj\n" + text + "\nendobj\n").getBytes(StandardCharsets.US_ASCII));
    }

    /** A file of these bytes. */
    public Path file(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }
}
