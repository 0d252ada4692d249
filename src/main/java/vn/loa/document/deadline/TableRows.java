package vn.loa.document.deadline;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * Finds the rows of a table whose cells stand on a line each, without the empty ones. A row begins with its number; so may
 * a count or a mark inside a row look. What leaves doubt where a row ends fits no table: a day told for the task of another
 * row is worse than none.
 */
final class TableRows {
    private static final int MOST_LINES = 30;
    private static final int FEWEST_CELLS_BETWEEN = 2;
    private static final List<String> SECTIONS =
            List.of("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII");

    /** A task has a word; a count, a mark or a day has none. */
    private static final Pattern WORD = Pattern.compile("\\p{L}{2}");

    private final List<String> lines;
    private final int width;
    private final int dayColumns;
    private final boolean dayAtEnd;
    private final boolean taskSecond;
    private final List<List<String>> rows = new ArrayList<>();
    private int number;
    private int section;
    private boolean afterSection;
    private boolean fitting = true;

    /** @param head the names of the columns, the number's first */
    TableRows(List<String> lines, List<String> head) {
        this.lines = lines;
        this.width = head.size();
        this.dayColumns = (int) head.stream().filter(DueColumn::isOfDays).count();
        this.dayAtEnd = DueColumn.isName(head.get(width - 1));
        this.taskSecond = !DueColumn.isOfDays(head.get(1));
    }

    /** Reads the rows from a line on, and returns where the table ends. */
    int read(int first) {
        int at = first;
        while (at < lines.size() && begins(at)) {
            boolean ofSection = isSection(at);
            if (ofSection) {
                section++;
            } else {
                number = isNumber(at, number + 1) ? number + 1 : 1;
            }
            afterSection = ofSection;
            OptionalInt next = next(at);
            int end = next.isPresent() ? next.getAsInt() : lastEnd(at);
            List<String> cells = cells(at, end);
            fitting = fitting && fits(cells);
            rows.add(cells);
            at = end;
        }
        return at;
    }

    /** Returns the cells of each row, the number first. */
    List<List<String>> cells() {
        return rows;
    }

    /** Returns whether there are rows, and each is one of this table. */
    boolean fit() {
        return fitting && !rows.isEmpty();
    }

    private List<String> cells(int from, int to) {
        return lines.subList(from, to).stream()
                .map(String::strip)
                .filter(cell -> !cell.isEmpty())
                .toList();
    }

    /** Wrapped cells make a row longer, but no row has another's number or more days than columns for them. */
    private boolean fits(List<String> cells) {
        long days = cells.stream().filter(DueColumn::isDay).count();
        boolean ofTwo = cells.size() > width && cells.stream().skip(1).anyMatch(cell -> isNumber(cell, number + 1));
        return days <= dayColumns && !ofTwo;
    }

    private boolean begins(int at) {
        boolean counted = isNumber(at, number + 1) || afterSection && isNumber(at, 1);
        return (counted || isSection(at)) && (!taskSecond || hasTask(at));
    }

    private boolean hasTask(int at) {
        int next = at + 1;
        while (next < lines.size() && lines.get(next).isBlank()) {
            next++;
        }
        return next < lines.size() && WORD.matcher(lines.get(next)).find() && !DueColumn.isDay(lines.get(next));
    }

    /** Sections are counted from the first row on; elsewhere such a letter is a mark in a cell. */
    private boolean isSection(int at) {
        boolean counted = section > 0 || rows.isEmpty();
        return counted && section < SECTIONS.size() && ordinal(at).equals(SECTIONS.get(section));
    }

    private boolean isNumber(int at, int wanted) {
        return isNumber(lines.get(at), wanted);
    }

    private static boolean isNumber(String line, int wanted) {
        String cell = withoutMark(line);
        return cell.equals(String.valueOf(wanted)) || cell.equals("0" + wanted);
    }

    private String ordinal(int at) {
        return withoutMark(lines.get(at));
    }

    private static String withoutMark(String line) {
        String cell = line.strip();
        return cell.endsWith(".") || cell.endsWith(")") ? cell.substring(0, cell.length() - 1) : cell;
    }

    /** Returns where the next row begins: after a whole row, else after the only place where one may end. */
    private OptionalInt next(int at) {
        int end = Math.min(lines.size(), at + MOST_LINES);
        List<Integer> possible = new ArrayList<>();
        for (int i = at + 2; i < end; i++) {
            if (begins(i)) {
                List<String> between = cells(at + 1, i);
                if (afterSection || isWhole(between)) {
                    return OptionalInt.of(i);
                }
                if (between.size() >= FEWEST_CELLS_BETWEEN) {
                    possible.add(i);
                }
            }
        }
        return possible.size() == 1 ? OptionalInt.of(possible.get(0)) : OptionalInt.empty();
    }

    private boolean isWhole(List<String> afterNumber) {
        return afterNumber.size() >= FEWEST_CELLS_BETWEEN
                && (afterNumber.size() + 1 >= width || afterNumber.stream().anyMatch(DueColumn::isDay));
    }

    /** The last row ends with its day, or has as many cells as the head and goes on to its day where cells are wrapped. */
    private int lastEnd(int at) {
        int furthest = Math.min(lines.size(), at + 2 * width);
        int end = Math.min(lines.size(), at + width);
        for (int i = at + 1; i < furthest; i++) {
            if (DueColumn.isDay(lines.get(i))) {
                return dayAtEnd ? i + 1 : Math.max(i + 1, end);
            }
        }
        return end;
    }
}
