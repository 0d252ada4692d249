package vn.loa.xlsx;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A table as an office prints it (Decree 30/2020/NĐ-CP, appendix I): issuer and national motto beside each other, place and
 * date, title, the table with its totals, and places for signatures, on A4 across.
 *
 * @param head what stands above the title
 * @param titles the title, and lines below it
 * @param columns at least four; the first numbers the lines
 * @param lines cells as in {@link Sheet}
 * @param total the line that sums up, empty for none
 * @param signatures the offices that sign, from the left to the right
 */
public record OfficeSheet(
        String name,
        Head head,
        List<String> titles,
        List<Column> columns,
        List<List<Object>> lines,
        List<Object> total,
        List<Signature> signatures)
        implements Worksheet {
    private static final int LEAST_COLUMNS = 4;
    private static final int ROW_HEIGHT = 19;

    /** Rows that are left for a signature and a stamp. */
    private static final int SIGNING_ROWS = 4;

    /**
     * Represents what stands above the title.
     *
     * @param superior the body above the issuer, an empty string for none
     * @param motto the lines of the national motto
     * @param placeAndDate as it is written
     */
    public record Head(String superior, String issuer, List<String> motto, String placeAndDate) {
        public Head {
            Objects.requireNonNull(superior);
            Objects.requireNonNull(issuer);
            motto = List.copyOf(motto);
            Objects.requireNonNull(placeAndDate);
        }
    }

    /**
     * Represents a column.
     *
     * @param width in characters
     */
    public record Column(String name, int width) {
        public Column {
            Objects.requireNonNull(name);
        }
    }

    /**
     * Represents a place for a signature.
     *
     * @param office in capitals
     * @param hint how to sign, in brackets
     */
    public record Signature(String office, String hint) {
        public Signature {
            Objects.requireNonNull(office);
            Objects.requireNonNull(hint);
        }
    }

    public OfficeSheet {
        Objects.requireNonNull(name);
        Objects.requireNonNull(head);
        titles = List.copyOf(titles);
        columns = List.copyOf(columns);
        lines = lines.stream().map(List::copyOf).toList();
        total = List.copyOf(total);
        signatures = List.copyOf(signatures);
        if (columns.size() < LEAST_COLUMNS) {
            throw new IllegalArgumentException("issuer and motto need two columns each");
        }
    }

    @Override
    public Optional<Integer> repeatedRow() {
        return Optional.of(head.motto().size() + titles.size() + 4);
    }

    @Override
    public String xml() {
        SheetWriter sheet = new SheetWriter(columns.stream().map(Column::width).toList());
        head(sheet);
        sheet.blank();
        for (int i = 0; i < titles.size(); i++) {
            sheet.across(titles.get(i), i == 0 ? SpreadsheetFile.TITLE : SpreadsheetFile.SUBTITLE);
        }
        sheet.blank();
        sheet.row(columns.stream().map(Column::name).toList(), SpreadsheetFile.COLUMN, SpreadsheetFile.COLUMN);
        lines.forEach(line -> sheet.row(line, SpreadsheetFile.NUMBERED, SpreadsheetFile.CELL));
        if (!total.isEmpty()) {
            sheet.row(total, SpreadsheetFile.TOTAL, SpreadsheetFile.TOTAL);
        }
        sheet.blank();
        signatures(sheet);
        return sheet.xml();
    }

    private void head(SheetWriter sheet) {
        boolean subordinate = !head.superior().isEmpty();
        List<SheetWriter.Text> issuer = new ArrayList<>();
        if (subordinate) {
            issuer.add(new SheetWriter.Text(head.superior(), SpreadsheetFile.CENTERED));
        }
        issuer.add(new SheetWriter.Text(head.issuer(), SpreadsheetFile.BOLD));
        List<SheetWriter.Text> motto = new ArrayList<>();
        for (int i = 0; i < head.motto().size(); i++) {
            boolean last = i == head.motto().size() - 1;
            motto.add(new SheetWriter.Text(
                    head.motto().get(i), last ? SpreadsheetFile.UNDERLINED : SpreadsheetFile.BOLD));
        }
        motto.add(new SheetWriter.Text(head.placeAndDate(), SpreadsheetFile.SUBTITLE));
        for (int i = 0; i < motto.size(); i++) {
            SheetWriter.Text left = i < issuer.size() ? issuer.get(i) : SheetWriter.Text.NONE;
            sheet.halves(List.of(left, motto.get(i)), ROW_HEIGHT);
        }
    }

    private void signatures(SheetWriter sheet) {
        sheet.halves(
                signatures.stream()
                        .map(each -> new SheetWriter.Text(each.office(), SpreadsheetFile.BOLD))
                        .toList(),
                ROW_HEIGHT);
        sheet.halves(
                signatures.stream()
                        .map(each -> new SheetWriter.Text(each.hint(), SpreadsheetFile.SUBTITLE))
                        .toList(),
                ROW_HEIGHT);
        Collections.nCopies(SIGNING_ROWS, "").forEach(row -> sheet.blank());
    }
}
