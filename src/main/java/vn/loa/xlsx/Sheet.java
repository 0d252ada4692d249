package vn.loa.xlsx;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A sheet of a spreadsheet: a heading, a line with the names of the columns, and the lines below it. A cell is a number, or
 * the text of anything else.
 *
 * @param name at most 31 characters, none of <code>[]:*?/\</code> (the format's bounds)
 * @param heading lines above the table
 * @param columns their names
 * @param widths of the columns, in characters
 */
public record Sheet(
        String name, List<String> heading, List<String> columns, List<Integer> widths, List<List<Object>> lines)
        implements Worksheet {

    public Sheet {
        Objects.requireNonNull(name);
        heading = List.copyOf(heading);
        columns = List.copyOf(columns);
        widths = List.copyOf(widths);
        lines = lines.stream().map(List::copyOf).toList();
    }

    @Override
    public Optional<Integer> repeatedRow() {
        return Optional.of(heading.size() + 1);
    }

    @Override
    public String xml() {
        StringBuilder xml = new StringBuilder(SheetWriter.START).append("<cols>");
        for (int i = 0; i < widths.size(); i++) {
            xml.append("<col min=\"%d\" max=\"%d\" width=\"%d\" customWidth=\"1\"/>"
                    .formatted(i + 1, i + 1, widths.get(i)));
        }
        xml.append("</cols><sheetData>");
        heading.forEach(line -> row(xml, List.of(line), SpreadsheetFile.HEADING));
        row(xml, columns, SpreadsheetFile.COLUMN);
        lines.forEach(line -> row(xml, line, SpreadsheetFile.CELL));
        return xml.append("</sheetData>").append(SheetWriter.PAGE).toString();
    }

    private void row(StringBuilder xml, List<?> cells, int style) {
        int height = RowHeight.of(style == SpreadsheetFile.HEADING ? List.of() : cells, widths);
        xml.append("<row ht=\"%d\">".formatted(height));
        cells.forEach(cell -> xml.append(
                cell instanceof Number number
                        ? "<c s=\"%d\"><v>%s</v></c>"
                                .formatted(
                                        SpreadsheetFile.ofNumber(style),
                                        new BigDecimal(number.toString()).toPlainString())
                        : "<c s=\"%d\" t=\"inlineStr\"><is><t xml:space=\"preserve\">%s</t></is></c>"
                                .formatted(style, escaped(cell.toString()))));
        xml.append("</row>");
    }

    /** Characters that XML 1.0 does not allow are left out. */
    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(code -> {
            switch (code) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> {
                    if (isAllowed(code)) {
                        escaped.appendCodePoint(code);
                    }
                }
            }
        });
        return escaped.toString();
    }

    private static boolean isAllowed(int code) {
        boolean control = code < ' ' && code != '\t' && code != '\n' && code != '\r';
        boolean surrogate = code >= Character.MIN_SURROGATE && code <= Character.MAX_SURROGATE;
        return !control && !surrogate && Stream.of(0xFFFE, 0xFFFF).noneMatch(none -> none == code);
    }
}
