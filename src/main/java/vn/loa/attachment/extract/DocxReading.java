package vn.loa.attachment.extract;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;

/** Reads the body of a Word document: paragraphs, and tables cell by cell. */
final class DocxReading implements FormatReading {
    private static final int DEEPEST = 20;
    private static final int CELLS_OF_A_LIST = 3;

    @Override
    public void read(Path file, TextSink sink) throws IOException {
        try (OPCPackage parts = OfficeFiles.open(file);
                XWPFDocument document = new XWPFDocument(parts)) {
            sink.page();
            elements(document.getBodyElements(), sink, 0);
        }
    }

    private static void elements(List<IBodyElement> elements, TextSink sink, int depth) {
        for (IBodyElement element : elements) {
            if (element instanceof XWPFParagraph paragraph) {
                sink.passage(paragraph.getText());
            } else if (element instanceof XWPFTable table) {
                table.getRows().forEach(row -> row(row, sink, depth));
            }
        }
    }

    /**
     * The head of a document is a table without lines: what stands in one cell belongs together. Rows of more cells than
     * that has are those of a list, whose cells tell of one thing, and are written as those of a sheet are.
     */
    private static void row(XWPFTableRow row, TextSink sink, int depth) {
        boolean plain =
                row.getTableCells().stream().allMatch(cell -> cell.getTables().isEmpty());
        if (plain && row.getTableCells().size() >= CELLS_OF_A_LIST) {
            List<String> cells =
                    row.getTableCells().stream().map(DocxReading::line).toList();
            sink.passage(cells.stream().allMatch(String::isEmpty) ? "" : String.join(" | ", cells));
            return;
        }
        for (XWPFTableCell cell : row.getTableCells()) {
            if (cell.getTables().isEmpty() || depth > DEEPEST) {
                sink.passage(cell.getParagraphs().stream()
                        .map(XWPFParagraph::getText)
                        .collect(Collectors.joining("\n")));
            } else {
                elements(cell.getBodyElements(), sink, depth + 1);
            }
        }
    }

    /** Returns the paragraphs of a cell as one line; an empty one keeps its place in the row. */
    private static String line(XWPFTableCell cell) {
        return cell.getParagraphs().stream()
                .map(XWPFParagraph::getText)
                .collect(Collectors.joining(" "))
                .replaceAll("\\s+", " ")
                .strip();
    }
}
