package vn.loa.attachment.extract;

/**
 * Makes lines of the rows of one sheet, their cells parted by strokes. Empty cells before and between others stay, so
 * that what stands below a name in the head belongs to it; empty columns at the left of all rows and a wide gap do not.
 */
final class SheetRows {
    private static final String BETWEEN = " | ";
    private static final int WIDEST_GAP = 12;

    private final StringBuilder row = new StringBuilder();
    private int leftmost = Integer.MAX_VALUE;
    private int last = -1;

    /**
     * Adds a cell that stands right of all others of its row.
     *
     * @param column counted from 0; −1 where the sheet does not tell it
     */
    void add(int column, String value) {
        if (value.isBlank()) {
            return;
        }
        int at = column < 0 ? last + 1 : column;
        leftmost = Math.min(leftmost, at);
        int from = row.length() == 0 ? leftmost : last;
        int gap = at - from;
        row.append(BETWEEN.repeat(gap > WIDEST_GAP ? Integer.signum(row.length()) : Math.max(gap, 0)));
        row.append(value);
        last = at;
    }

    /** Returns the row as a line and begins the next; an empty string where all its cells are empty. */
    String end() {
        String line = row.toString().strip();
        row.setLength(0);
        last = -1;
        return line;
    }
}
