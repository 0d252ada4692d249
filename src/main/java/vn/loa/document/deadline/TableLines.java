package vn.loa.document.deadline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
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
    private static final Pattern ORDINAL_NAME = Pattern.compile("(?:stt|tt|so (?:tt|thu tu))[.:]?");
    private static final Pattern FIRST = Pattern.compile("(?:0?1|I|A)[.)]?");

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
            int end = head.isEmpty() ? at : table(at, head);
            if (end == at) {
                restored.add(lines.get(at));
                at++;
            } else {
                at = end;
            }
        }
        return String.join("\n", restored);
    }

    /** Adds the head and the rows of a table and returns where it ends; where it begins, when its rows do not fit. */
    private int table(int at, List<String> head) {
        TableRows rows = new TableRows(lines, head);
        int end = rows.read(firstRow(at));
        if (!rows.fit()) {
            return at;
        }
        restored.add(String.join(BETWEEN, head));
        rows.cells().stream().map(cells -> String.join(BETWEEN, cells)).forEach(restored::add);
        return end;
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
}
