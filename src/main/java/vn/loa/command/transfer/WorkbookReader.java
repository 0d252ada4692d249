package vn.loa.command.transfer;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads the first sheet of an XLSX workbook (ECMA-376, part 1, 18.3 and 18.4) as rows of texts. Only parts that hold
 * cells are unpacked, up to fixed sizes, and nothing outside the file is ever looked up.
 */
final class WorkbookReader {
    private static final int MOST_ENTRIES = 1_000;
    /** Bytes of all unpacked parts together; a table of ten thousand lines has some five million. */
    private static final int MOST_BYTES = 20_000_000;

    private static final int MOST_ROWS = 20_000;
    private static final int MOST_COLUMNS = 50;
    private static final int LONGEST_CELL = 2_000;
    private static final int MOST_STRINGS = 200_000;
    private static final String STRINGS = "xl/sharedstrings.xml";

    private WorkbookReader() {}

    /** Tells by its first bytes whether a file is a ZIP archive, which a workbook is. */
    static boolean isWorkbook(byte[] file) {
        return file.length > 4 && file[0] == 'P' && file[1] == 'K' && file[2] == 3 && file[3] == 4;
    }

    /** Returns the rows, the first at index 0, with empty rows in their places; empty when there is no readable sheet. */
    static Optional<List<List<String>>> read(byte[] file) {
        try {
            Map<String, byte[]> parts = parts(file);
            Optional<byte[]> sheet = parts.entrySet().stream()
                    .filter(part -> part.getKey().startsWith("xl/worksheets/"))
                    .map(Map.Entry::getValue)
                    .findFirst();
            if (sheet.isEmpty()) {
                return Optional.empty();
            }
            byte[] strings = parts.get(STRINGS);
            return Optional.of(rows(sheet.get(), strings == null ? List.of() : strings(strings)));
        } catch (IOException | XMLStreamException | RuntimeException e) {
            return Optional.empty();
        }
    }

    /** Unpacks the sheets and the shared strings; sheets are sorted by length and name, so that sheet2 precedes sheet10. */
    private static Map<String, byte[]> parts(byte[] file) throws IOException {
        Map<String, byte[]> parts = new TreeMap<>((one, other) ->
                one.length() == other.length() ? one.compareTo(other) : Integer.compare(one.length(), other.length()));
        int room = MOST_BYTES;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            ZipEntry entry = zip.getNextEntry();
            for (int count = 0; entry != null && count < MOST_ENTRIES; count++) {
                String name = entry.getName().toLowerCase(Locale.ROOT);
                byte[] content = unpacked(zip, room);
                room -= content.length;
                if (name.equals(STRINGS) || name.startsWith("xl/worksheets/") && name.endsWith(".xml")) {
                    parts.put(name, content);
                }
                entry = zip.getNextEntry();
            }
        }
        return parts;
    }

    /** Unpacks one entry, and fails as soon as it is larger than the room that is left. */
    private static byte[] unpacked(ZipInputStream zip, int room) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        byte[] buffer = new byte[8_192];
        for (int count = zip.read(buffer); count >= 0; count = zip.read(buffer)) {
            if (content.size() + count > room) {
                throw new IOException("the workbook unpacks to more than " + MOST_BYTES + " bytes");
            }
            content.write(buffer, 0, count);
        }
        return content.toByteArray();
    }

    private static XMLStreamReader xml(byte[] part) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory.createXMLStreamReader(new ByteArrayInputStream(part));
    }

    private static List<String> strings(byte[] part) throws XMLStreamException {
        List<String> strings = new ArrayList<>();
        XMLStreamReader xml = xml(part);
        while (xml.hasNext() && strings.size() < MOST_STRINGS) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals("si")) {
                strings.add(text(xml, "si"));
            }
        }
        return strings;
    }

    /** Returns the texts within an element, without the phonetic hints that East Asian workbooks carry. */
    private static String text(XMLStreamReader xml, String end) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        boolean within = false;
        int hints = 0;
        for (int event = xml.next(); !isEnd(xml, event, end); event = xml.next()) {
            boolean begins = event == XMLStreamConstants.START_ELEMENT;
            if (begins || event == XMLStreamConstants.END_ELEMENT) {
                hints += xml.getLocalName().equals("rPh") ? begins ? 1 : -1 : 0;
                within = xml.getLocalName().equals("t") ? begins : within;
            } else if (isText(event) && within && hints == 0 && text.length() < LONGEST_CELL) {
                text.append(xml.getText());
            }
        }
        return text.toString();
    }

    private static boolean isText(int event) {
        return event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA;
    }

    private static List<List<String>> rows(byte[] sheet, List<String> strings) throws XMLStreamException {
        Map<Integer, List<String>> found = new HashMap<>();
        XMLStreamReader xml = xml(sheet);
        int row = -1;
        int column = -1;
        int last = -1;
        while (xml.hasNext()) {
            if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            if (xml.getLocalName().equals("row")) {
                row = number(xml.getAttributeValue(null, "r"), row + 2) - 1;
                column = -1;
            } else if (xml.getLocalName().equals("c")) {
                column = column(xml.getAttributeValue(null, "r"), column + 1);
                String cell = cell(xml, strings);
                if (row >= 0 && row < MOST_ROWS && column < MOST_COLUMNS && !cell.isEmpty()) {
                    put(found.computeIfAbsent(row, number -> new ArrayList<>()), column, cell);
                    last = Math.max(last, row);
                }
            }
        }
        List<List<String>> rows = new ArrayList<>();
        for (int number = 0; number <= last; number++) {
            rows.add(found.getOrDefault(number, List.of()));
        }
        return rows;
    }

    private static void put(List<String> cells, int column, String cell) {
        while (cells.size() <= column) {
            cells.add("");
        }
        cells.set(column, cell);
    }

    private static int number(String digits, int otherwise) {
        return digits != null && digits.matches("\\d{1,7}") ? Integer.parseInt(digits) : otherwise;
    }

    /** Returns the index of the column in a reference such as {@code AB12}. */
    private static int column(String reference, int otherwise) {
        if (reference == null || !reference.matches("[A-Z]{1,3}\\d{1,7}")) {
            return otherwise;
        }
        int column = 0;
        for (int i = 0; Character.isLetter(reference.charAt(i)); i++) {
            column = column * 26 + reference.charAt(i) - 'A' + 1;
        }
        return column - 1;
    }

    private static String cell(XMLStreamReader xml, List<String> strings) throws XMLStreamException {
        String type = Objects.requireNonNullElse(xml.getAttributeValue(null, "t"), "n");
        if (type.equals("inlineStr")) {
            return text(xml, "c");
        }
        String value = value(xml);
        return type.equals("s") ? shared(value, strings) : whole(value);
    }

    /** Reads on to the cell's end, and returns what stands in its value. */
    private static String value(XMLStreamReader xml) throws XMLStreamException {
        StringBuilder value = new StringBuilder();
        boolean within = false;
        for (int event = xml.next(); !isEnd(xml, event, "c"); event = xml.next()) {
            if (event == XMLStreamConstants.START_ELEMENT || event == XMLStreamConstants.END_ELEMENT) {
                within = event == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("v");
            } else if (event == XMLStreamConstants.CHARACTERS && within && value.length() < LONGEST_CELL) {
                value.append(xml.getText());
            }
        }
        return value.toString();
    }

    private static boolean isEnd(XMLStreamReader xml, int event, String element) {
        return event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals(element);
    }

    private static String shared(String index, List<String> strings) {
        int at = number(index.strip(), -1);
        return at >= 0 && at < strings.size() ? strings.get(at) : "";
    }

    /** Returns a number as people wrote it: a long one, such as a group's, is kept as 1.00123E+12 by some writers. */
    private static String whole(String value) {
        boolean floating = value.matches("-?\\d(?:\\.\\d{1,17})?[Ee]\\+?\\d{1,2}|-?\\d{1,18}\\.0{1,5}");
        return floating ? new java.math.BigDecimal(value).stripTrailingZeros().toPlainString() : value;
    }
}
