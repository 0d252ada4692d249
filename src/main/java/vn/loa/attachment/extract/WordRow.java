package vn.loa.attachment.extract;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Collects a row of a table. The head of a document is a table without lines: what stands in one cell belongs together.
 * Rows of more cells than that has are those of a list, whose cells tell of one thing, and are written as those of a sheet
 * are.
 */
final class WordRow {
    private static final int CELLS_OF_A_LIST = 3;
    private static final int MOST_CELLS = 500;
    private static final int WIDEST = 12;

    private final List<List<String>> cells = new ArrayList<>();
    private final List<Integer> widths = new ArrayList<>();
    private boolean nested;
    private boolean deleted;
    private int width = 1;

    /** Notes over how many columns the cell goes that is added next; what is no number is one. */
    void span(String columns) {
        width = columns.matches("\\d{1,2}") ? Math.max(1, Math.min(WIDEST, Integer.parseInt(columns))) : 1;
    }

    /** Notes that a table stands in one of the cells. */
    void nest() {
        nested = true;
    }

    /** Notes that the row was taken out. */
    void delete() {
        deleted = true;
    }

    void add(List<String> cell) {
        if (cells.size() < MOST_CELLS) {
            cells.add(cell);
            widths.add(width);
        }
        width = 1;
    }

    /** Returns what the row says: a line for a list, else a passage for each cell. */
    List<String> passages() {
        if (deleted) {
            return List.of();
        }
        if (!nested && cells.size() >= CELLS_OF_A_LIST) {
            return List.of(line());
        }
        List<String> passages = new ArrayList<>();
        cells.forEach(cell -> passages.addAll(nested ? cell : List.of(String.join("\n", cell))));
        return passages;
    }

    /** An empty cell keeps its place in the row, and a wide one that of all its columns. */
    private String line() {
        List<String> columns = new ArrayList<>();
        for (int at = 0; at < cells.size(); at++) {
            columns.add(String.join(" ", cells.get(at)).replaceAll("\\s+", " ").strip());
            int more = at + 1 < cells.size() ? widths.get(at) - 1 : 0;
            columns.addAll(Collections.nCopies(more, ""));
        }
        return columns.stream().allMatch(String::isEmpty) ? "" : String.join(" | ", columns);
    }
}
