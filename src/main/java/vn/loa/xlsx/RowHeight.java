package vn.loa.xlsx;

import java.util.List;

/**
 * Estimates the height of a line of a table whose cells break their text. Office suites keep the height that a file tells,
 * and not all of them reckon one that is missing, so that text would be cut.
 */
final class RowHeight {
    /** Points of one line in Times New Roman 13, marks above and below capitals included. */
    private static final int LINE = 17;

    private static final int PADDING = 4;

    /** The most that the format takes, in points (ECMA-376, part 1, 18.3.1.73). */
    private static final int HIGHEST = 409;

    /** Characters of a column's width that indent and borders take. */
    private static final int MARGIN = 2;

    private RowHeight() {}

    /** Returns the height of a line in points, as high as its longest cell needs. */
    static int of(List<?> cells, List<Integer> widths) {
        int lines = 1;
        for (int i = 0; i < Math.min(cells.size(), widths.size()); i++) {
            lines = Math.max(lines, lines(cells.get(i).toString(), widths.get(i) - MARGIN));
        }
        return Math.min(HIGHEST, lines * LINE + PADDING);
    }

    private static int lines(String text, int width) {
        return text.lines().mapToInt(line -> broken(line, Math.max(1, width))).sum();
    }

    /** Counts the lines into which words of a line fall; a word that is too long goes on in the next ones. */
    private static int broken(String line, int width) {
        int lines = 1;
        int at = 0;
        for (String word : line.split(" ")) {
            int length = word.length();
            boolean next = at > 0 && at + 1 + length > width;
            lines += (next ? 1 : 0) + Math.max(0, length - 1) / width;
            at = length > width ? length % width : next || at == 0 ? length : at + 1 + length;
        }
        return lines;
    }
}
