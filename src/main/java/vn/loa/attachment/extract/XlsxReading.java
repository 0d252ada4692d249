package vn.loa.attachment.extract;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.apache.poi.xssf.model.StylesTable;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.xml.sax.Attributes;
import org.xml.sax.ContentHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/** Reads an Excel workbook row by row, without holding it in memory as a whole. */
final class XlsxReading implements FormatReading {
    private final int mostSheets;

    XlsxReading(int mostSheets) {
        this.mostSheets = mostSheets;
    }

    @Override
    public void read(Path file, TextSink sink) throws IOException {
        try (OPCPackage parts = OfficeFiles.open(file)) {
            XSSFReader reader = new XSSFReader(parts);
            ReadOnlySharedStringsTable strings = new ReadOnlySharedStringsTable(parts, false);
            StylesTable styles = reader.getStylesTable();
            Set<String> hidden = hidden(reader);
            XSSFReader.SheetIterator sheets = (XSSFReader.SheetIterator) reader.getSheetsData();
            for (int shown = 0; sheets.hasNext() && shown < mostSheets; ) {
                try (InputStream sheet = sheets.next()) {
                    if (hidden.contains(sheets.getSheetName())) {
                        continue;
                    }
                    shown++;
                    sink.page();
                    parse(sheet, new XSSFSheetXMLHandler(styles, strings, new Rows(sink), new LocalFormat(), false));
                }
            }
        } catch (OpenXML4JException | SAXException | ParserConfigurationException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static void parse(InputStream part, ContentHandler handler)
            throws IOException, SAXException, ParserConfigurationException {
        XMLReader parser = XMLHelper.newXMLReader();
        parser.setContentHandler(handler);
        parser.parse(new InputSource(part));
    }

    /** Returns the names of the sheets that are not shown: lists of choices, and drafts. */
    private static Set<String> hidden(XSSFReader reader)
            throws IOException, OpenXML4JException, SAXException, ParserConfigurationException {
        Set<String> hidden = new HashSet<>();
        try (InputStream workbook = reader.getWorkbookData()) {
            parse(workbook, new DefaultHandler() {
                @Override
                public void startElement(String space, String name, String qualified, Attributes attributes) {
                    String state = attributes.getValue("state");
                    if (name.equals("sheet") && state != null && !state.equals("visible")) {
                        hidden.add(attributes.getValue("name"));
                    }
                }
            });
        }
        return hidden;
    }

    /** Writes each row as a line, its cells parted by a stroke. */
    private static final class Rows implements XSSFSheetXMLHandler.SheetContentsHandler {
        private final TextSink sink;
        private final SheetRows cells = new SheetRows();

        Rows(TextSink sink) {
            this.sink = sink;
        }

        @Override
        public void startRow(int number) {
            cells.end();
        }

        @Override
        public void endRow(int number) {
            sink.passage(cells.end());
        }

        @Override
        public void cell(String place, String value, XSSFComment comment) {
            if (value != null) {
                cells.add(place == null ? -1 : new CellReference(place).getCol(), value);
            }
        }
    }
}
