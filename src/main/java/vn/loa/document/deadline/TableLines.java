package vn.loa.document.deadline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.loa.text.Folding;

/**
 * Makes lines of the rows of tables whose cells a text parts by tabs, or gives each on a line of its own as a PDF does.
 * The latter is only done below a head that names a column of last days: its rows are told by their numbers.
 */
final class TableLines {
    private static final String BETWEEN = " | ";
    private static final int FEWEST_CELLS = 3;
    private static final int LONGEST_CELL = 200;
    private static final int LONGEST_NAME = 60;
    private static final int MOST_COLUMNS = 10;
    private static final int MOST_LINES = 30;
    private static final Pattern ORDINAL_NAME = Pattern.compile("(?:stt|tt|so (?:tt|thu tu))[.:]?");
    private static final Pattern FIRST = Pattern.compile("(?:0?1|I|A)[.)]?");
    private static final Pattern SECTION = Pattern.compile("[IVX]{1,4}[.)]?");

    private final List<String> lines;
    private final List<String> restored = new ArrayList<>();

    private TableLines(List<String> lines) {
        this.lines = lines;
    }

    /** Returns a text with the rows of its tables on lines, their cells parted by strokes. */
    static String restored(String text) {
        boolean tabs = text.indexOf('\t') >= 0;
        List<String> lines =
                text.lines().map(line -> tabs ? ofTabs(line) : line).toList();
        return new TableLines(lines).read();
    }

    private static String ofTabs(String line) {
        List<String> cells =
                Arrays.stream(line.strip().split("\t", -1)).map(String::strip).toList();
        boolean row = cells.size() >= FEWEST_CELLS
                && cells.stream().filter(cell -> !cell.isEmpty()).count() >= 2
                && cells.stream().allMatch(cell -> cell.length() <= LONGEST_CELL);
        return row ? String.join(BETWEEN, cells) : line;
    }

    private String read() {
        int at = 0;
        while (at < lines.size()) {
            List<String> head = isOrdinalName(at) ? head(at) : List.of();
            int first = head.isEmpty() ? -1 : firstRow(at);
            if (first < 0) {
                restored.add(lines.get(at));
                at++;
            } else {
                restored.add(String.join(BETWEEN, head));
                at = rows(first, head.size());
            }
        }
        return String.join("\n", restored);
    }

    private boolean isOrdinalName(int at) {
        String line = lines.get(at).strip();
        return line.length() <= LONGEST_NAME
                && ORDINAL_NAME.matcher(Folding.fold(line)).matches();
    }

    /** Returns where the first row begins; -1 where no row follows the names. */
    private int firstRow(int at) {
        int end = Math.min(lines.size(), at + 2 * MOST_COLUMNS);
        for (int i = at + 2; i < end; i++) {
            if (FIRST.matcher(lines.get(i).strip()).matches()) {
                return i;
            }
        }
        return -1;
    }

    /** Returns the names of the columns, each on one line; none unless one of them is of last days. */
    private List<String> head(int at) {
        int first = firstRow(at);
        List<String> names = new ArrayList<>();
        for (int i = at; i < first; i++) {
            String name = lines.get(i).strip();
            int last = names.size() - 1;
            boolean wrapped = last >= 0 && DueColumn.isName(names.get(last) + " " + name);
            if (wrapped) {
                names.set(last, names.get(last) + " " + name);
            } else if (!name.isEmpty()) {
                names.add(name);
            }
        }
        boolean table = names.size() >= FEWEST_CELLS
                && names.size() <= MOST_COLUMNS
                && names.stream().allMatch(name -> name.length() <= LONGEST_NAME)
                && names.stream().anyMatch(DueColumn::isName);
        return table ? names : List.of();
    }

    /** Adds the rows from a line on, and returns where the table ends. */
    private int rows(int first, int width) {
        int at = first;
        int number = 0;
        while (at < lines.size() && isRow(at, number)) {
            number = isNumber(at, number + 1) ? number + 1 : 0;
            int next = nextRow(at, number);
            int end = next < 0 ? lastRowEnd(at, width) : next;
            restored.add(lines.subList(at, end).stream()
                    .map(String::strip)
                    .filter(cell -> !cell.isEmpty())
                    .collect(Collectors.joining(BETWEEN)));
            at = end;
        }
        return at;
    }

    private boolean isRow(int at, int number) {
        return isNumber(at, number + 1)
                || SECTION.matcher(lines.get(at).strip()).matches();
    }

    private boolean isNumber(int at, int number) {
        String line = lines.get(at).strip().replaceAll("[.)]$", "");
        return line.equals(String.valueOf(number)) || line.equals("0" + number);
    }

    private int nextRow(int at, int number) {
        int end = Math.min(lines.size(), at + MOST_LINES);
        for (int i = at + 1; i < end; i++) {
            if (isRow(i, number)) {
                return i;
            }
        }
        return -1;
    }

    /** The last row has as many cells as the head has names, and goes on to its day where cells are wrapped. */
    private int lastRowEnd(int at, int width) {
        int end = Math.min(lines.size(), at + width);
        boolean dated = lines.subList(at, end).stream().anyMatch(DueColumn::isDay);
        int furthest = Math.min(lines.size(), end + width);
        for (int i = end; !dated && i < furthest; i++) {
            if (DueColumn.isDay(lines.get(i))) {
                return i + 1;
            }
        }
        return end;
    }
}
