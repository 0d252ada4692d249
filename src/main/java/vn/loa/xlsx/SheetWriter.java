package vn.loa.xlsx;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Writes the part of a spreadsheet file that holds a sheet to be printed on A4 across (ECMA-376, part 1, 18.3). */
final class SheetWriter {
    static final String START = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
            + "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
            + "<sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr><sheetFormatPr defaultRowHeight=\"19\"/>";

    /** Margins in inches: 20 mm above, below and at the right, 30 mm at the left; one page wide, any number long. */
    static final String PAGE = "<printOptions horizontalCentered=\"1\"/>"
            + "<pageMargins left=\"1.18\" right=\"0.79\" top=\"0.79\" bottom=\"0.79\" header=\"0.3\" footer=\"0.3\"/>"
            + "<pageSetup paperSize=\"9\" orientation=\"landscape\" fitToWidth=\"1\" fitToHeight=\"0\"/>"
            + "<headerFooter><oddFooter>&amp;C&amp;P/&amp;N</oddFooter></headerFooter></worksheet>";

    private final List<Integer> widths;
    private final StringBuilder rows = new StringBuilder();
    private final List<String> merged = new ArrayList<>();
    private int row;

    SheetWriter(List<Integer> widths) {
        this.widths = List.copyOf(widths);
    }

    /** A text and the number of its style. */
    record Text(String text, int style) {
        static final Text NONE = new Text("", SpreadsheetFile.CENTERED);
    }

    void blank() {
        row++;
    }

    /** Writes a line over all columns. */
    void across(String text, int style) {
        int width = widths.stream().mapToInt(Integer::intValue).sum();
        begin(height(RowHeight.of(List.of(text), List.of(width))));
        cell(0, text, style);
        merge(0, widths.size() - 1);
        rows.append("</row>");
    }

    /** Writes a text over the left columns and one over the right ones, half of the width each. */
    void halves(List<Text> texts, int height) {
        begin(" ht=\"%d\" customHeight=\"1\"".formatted(height));
        int middle = middle();
        if (!texts.isEmpty()) {
            cell(0, texts.get(0).text(), texts.get(0).style());
            merge(0, middle - 1);
        }
        if (texts.size() > 1) {
            cell(middle, texts.get(1).text(), texts.get(1).style());
            merge(middle, widths.size() - 1);
        }
        rows.append("</row>");
    }

    /** Writes a line of the table, its first cell in a style of its own. */
    void row(List<?> cells, int first, int others) {
        begin(height(RowHeight.of(cells, widths)));
        for (int i = 0; i < cells.size(); i++) {
            int style = i == 0 ? first : others;
            cell(i, cells.get(i), cells.get(i) instanceof Number ? SpreadsheetFile.ofNumber(style) : style);
        }
        rows.append("</row>");
    }

    private static String height(int points) {
        return " ht=\"%d\"".formatted(points);
    }

    String xml() {
        StringBuilder xml = new StringBuilder(START).append("<cols>");
        for (int i = 0; i < widths.size(); i++) {
            xml.append("<col min=\"%d\" max=\"%d\" width=\"%d\" customWidth=\"1\"/>"
                    .formatted(i + 1, i + 1, widths.get(i)));
        }
        xml.append("</cols><sheetData>").append(rows).append("</sheetData>");
        xml.append("<mergeCells count=\"%d\">".formatted(merged.size()));
        merged.forEach(range -> xml.append("<mergeCell ref=\"%s\"/>".formatted(range)));
        return xml.append("</mergeCells>").append(PAGE).toString();
    }

    /** Returns the first column of the right half, at least the third and with two columns left. */
    private int middle() {
        int all = widths.stream().mapToInt(Integer::intValue).sum();
        int left = 0;
        int columns = 0;
        while (columns < widths.size() - 2 && (left * 2 < all - widths.get(columns) || columns < 2)) {
            left += widths.get(columns);
            columns++;
        }
        return columns;
    }

    private void begin(String attributes) {
        row++;
        rows.append("<row r=\"%d\"%s>".formatted(row, attributes));
    }

    private void cell(int column, Object value, int style) {
        String at = place(column);
        rows.append(
                value instanceof Number number
                        ? "<c r=\"%s\" s=\"%d\"><v>%s</v></c>"
                                .formatted(at, style, new BigDecimal(number.toString()).toPlainString())
                        : "<c r=\"%s\" s=\"%d\" t=\"inlineStr\"><is><t xml:space=\"preserve\">%s</t></is></c>"
                                .formatted(at, style, Sheet.escaped(value.toString())));
    }

    private void merge(int first, int last) {
        if (first < last) {
            merged.add(place(first) + ":" + place(last));
        }
    }

    private String place(int column) {
        return (char) ('A' + column) + Integer.toString(row);
    }
}
