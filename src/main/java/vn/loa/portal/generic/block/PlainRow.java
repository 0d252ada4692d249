package vn.loa.portal.generic.block;

import org.jsoup.nodes.Element;

/** Recognises the rows of tables that tell something, beside those that lay out the page. */
final class PlainRow {
    private static final int LONGEST_ROW = 400;
    private static final int LONGEST_CELL = 100;

    private PlainRow() {}

    /** A row of short cells reads as one line; a cell with blocks inside is a piece of layout. */
    static boolean is(Element row) {
        int cells = 0;
        for (Element cell : row.children()) {
            cells++;
            if (!isPlain(cell) && !isWrapped(cell)) {
                return false;
            }
        }
        return cells > 1 && row.selectFirst("br") == null && row.text().length() < LONGEST_ROW;
    }

    private static boolean isPlain(Element cell) {
        return cell.children().stream().allMatch(child -> PageWalk.INLINE.contains(child.normalName()));
    }

    /** Word processors put a paragraph around the few words of every cell. */
    private static boolean isWrapped(Element cell) {
        return cell.childrenSize() == 1
                && PageWalk.WRAPPERS.contains(cell.child(0).normalName())
                && isPlain(cell.child(0))
                && cell.text().length() <= LONGEST_CELL;
    }
}
