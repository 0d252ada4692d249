package vn.loa.command.transfer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes an XLSX workbook of one sheet in which every cell is a text, so that nothing is taken for a formula or a number
 * (ECMA-376, part 1, 18.3).
 */
final class WorkbookWriter {
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    /** The same for every file, so that equal tables make equal files. */
    private static final LocalDateTime WRITTEN = LocalDateTime.of(2020, 1, 1, 0, 0);

    private WorkbookWriter() {}

    static byte[] write(String sheetName, List<List<String>> rows) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put(
                "[Content_Types].xml",
                HEAD + "<Types xmlns=\"" + PACKAGE + "content-types\">"
                        + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                        + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" + TYPE + "sheet.main+xml\"/>"
                        + "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"" + TYPE
                        + "worksheet+xml\"/></Types>");
        parts.put("_rels/.rels", relation("officeDocument", "xl/workbook.xml"));
        parts.put("xl/workbook.xml", workbook(sheetName));
        parts.put("xl/_rels/workbook.xml.rels", relation("worksheet", "worksheets/sheet1.xml"));
        parts.put("xl/worksheets/sheet1.xml", sheet(rows));
        return zipped(parts);
    }

    private static String relation(String type, String target) {
        return HEAD + "<Relationships xmlns=\"" + PACKAGE + "relationships\"><Relationship Id=\"rId1\" Type=\""
                + RELATIONS + "/" + type + "\" Target=\"" + target + "\"/></Relationships>";
    }

    private static String workbook(String sheetName) {
        return written(xml -> {
            xml.writeStartElement("workbook");
            xml.writeDefaultNamespace(MAIN);
            xml.writeNamespace("r", RELATIONS);
            xml.writeStartElement("sheets");
            xml.writeEmptyElement("sheet");
            xml.writeAttribute("name", sheetName);
            xml.writeAttribute("sheetId", "1");
            xml.writeAttribute("r", RELATIONS, "id", "rId1");
        });
    }

    private static String sheet(List<List<String>> rows) {
        return written(xml -> {
            xml.writeStartElement("worksheet");
            xml.writeDefaultNamespace(MAIN);
            xml.writeStartElement("sheetData");
            for (List<String> row : rows) {
                xml.writeStartElement("row");
                for (String cell : row) {
                    cell(xml, cell);
                }
                xml.writeEndElement();
            }
        });
    }

    private static void cell(XMLStreamWriter xml, String cell) throws XMLStreamException {
        xml.writeStartElement("c");
        xml.writeAttribute("t", "inlineStr");
        xml.writeStartElement("is");
        xml.writeStartElement("t");
        xml.writeAttribute("xml:space", "preserve");
        xml.writeCharacters(allowed(cell));
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndElement();
    }

    /** Returns a text without the characters that XML 1.0 does not know. */
    private static String allowed(String cell) {
        return cell.codePoints()
                .filter(c ->
                        c >= 0x20 && c <= 0xD7FF || c >= 0xE000 && c <= 0xFFFD || c > 0xFFFF || c == '\n' || c == '\t')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Writes a part. */
    private interface Part {
        void write(XMLStreamWriter xml) throws XMLStreamException;
    }

    private static String written(Part part) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            part.write(xml);
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a workbook cannot be written", e);
        }
        return HEAD + text;
    }

    private static byte[] zipped(Map<String, String> parts) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(file)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                ZipEntry entry = new ZipEntry(part.getKey());
                entry.setTimeLocal(WRITTEN);
                zip.putNextEntry(entry);
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }
}
