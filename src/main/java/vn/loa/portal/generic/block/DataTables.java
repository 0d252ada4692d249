package vn.loa.portal.generic.block;

import java.util.IdentityHashMap;
import java.util.Map;
import org.jsoup.nodes.Element;

/** The tables of a page that tell something, such as results, prices or a schedule, and do not only lay out the page. */
public final class DataTables {
    private static final int FEWEST_ROWS = 3;
    private static final int FEWEST_CELLS = 2;
    private static final int LONGEST_CELL = 400;
    private static final int LEVELS = 8;

    private final Map<Container, Boolean> known = new IdentityHashMap<>();

    DataTables() {}

    /**
     * Returns whether a block stands in such a table.
     *
     * @param title the block with the page's title, around which every table is layout; negative when unknown
     */
    public boolean hold(TextBlock block, int title) {
        Container up = block.owner();
        for (int i = 0; i < LEVELS && up != null && !up.holds(title); i++) {
            if (up.is("table")) {
                return known.computeIfAbsent(up, table -> isData(table.element()));
            }
            up = up.parent();
        }
        return false;
    }

    /** Returns whether the rows of a table are of one length, short in each cell and without links. */
    private static boolean isData(Element table) {
        var rows = table.select("tr");
        if (rows.size() < FEWEST_ROWS || table.selectFirst("table table, a[href], input, form") != null) {
            return false;
        }
        long like = rows.stream()
                .filter(row -> row.childrenSize() >= FEWEST_CELLS)
                .filter(row ->
                        row.children().stream().allMatch(cell -> cell.text().length() <= LONGEST_CELL))
                .count();
        return like >= FEWEST_ROWS && 2 * like > rows.size();
    }
}
