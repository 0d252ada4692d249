package vn.loa.portal.generic.attachment;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Tells the columns of a page beside that of the article's text, by the classes of grids and the cells of tables. */
final class PageColumns {
    private static final Set<String> CELLS = Set.of("td", "th");
    private static final Pattern COLUMN = Pattern.compile(
            "(?i)(^|[\\s_-])(col|cols|cot|column|columns|span|grid|medium|large|portlet-column)([\\s_-]|\\d|$)");
    private static final Pattern SIDE = Pattern.compile(
            "(?i)(^|[\\s_-])(ben)?(left|right|phai|trai|side|secondary|rail|widgets?)"
                    + "(menu|content|col|column|bar|box|pane|panel|side|block|main|area)?s?([\\s_-]|\\d|$)|(col|side|pane|cot)(left|right|phai|trai)");
    private static final Pattern WIDTH =
            Pattern.compile("(?:^|[\\s_-])(?:lg|md|sm|xl|xs|col|span|large|medium|w)-?(\\d{1,2})(?:\\s|$)");

    private static final int READ_AT_MOST = 300;

    private final @Nullable Element body;
    /** The children of the elements around the text that hold the text. */
    private final Map<Element, Element> ways = new IdentityHashMap<>();

    private final Map<Element, Boolean> rowsOfColumns = new IdentityHashMap<>();

    PageColumns(@Nullable Element body) {
        this.body = body;
        Element way = body;
        for (Element up = body == null ? null : body.parent(); up != null && way != null; up = up.parent()) {
            ways.put(up, way);
            way = up;
        }
    }

    /**
     * Returns whether an element is a column beside the one with the text.
     *
     * @param branch a child of an element around the text
     * @param narrow whether only a column that is plainly at the side counts
     */
    boolean isBeside(Element branch, boolean narrow) {
        Element way = branch.parent() == null ? null : ways.get(branch.parent());
        if (way == null || way == branch || way == body && !isCell(way) && !isColumn(way)) {
            return false;
        }
        if (CELLS.contains(branch.normalName())) {
            return !narrow;
        }
        if (branch.normalName().equals("tr")) {
            return !narrow && rowsOfColumns.computeIfAbsent(way, this::isRowOfColumns);
        }
        boolean side = isNamed(SIDE, branch) && !isTwin(branch, way);
        boolean columns = isColumn(branch) && (isColumn(way) || isNamed(SIDE, way));
        return narrow
                ? (isNamed(SIDE, branch) && isNamed(SIDE, way)) || (columns && isNarrower(branch, way))
                : side || columns;
    }

    /** The parts of one column that a page builder makes are all called the same, "widget" for example. */
    private static boolean isTwin(Element branch, Element way) {
        Matcher mine = SIDE.matcher(names(branch));
        Matcher other = SIDE.matcher(names(way));
        return mine.find() && other.find() && mine.group().equalsIgnoreCase(other.group());
    }

    private static boolean isCell(Element element) {
        return CELLS.contains(element.normalName()) || element.normalName().equals("tr");
    }

    /** Where links stand left or right of the text, the table is the page, and its other rows are head and foot. */
    private boolean isRowOfColumns(Element row) {
        return row.children().stream().anyMatch(cell -> cell != ways.get(row) && cell.selectFirst("a[href]") != null);
    }

    private static boolean isColumn(Element element) {
        return isNamed(COLUMN, element);
    }

    private static boolean isNamed(Pattern words, Element element) {
        return words.matcher(names(element)).find();
    }

    /** Returns the class and id of an element, as far as they are worth reading. */
    static String names(Element element) {
        return start(element.className()) + ' ' + start(element.id());
    }

    private static String start(String names) {
        return names.length() <= READ_AT_MOST ? names : names.substring(0, READ_AT_MOST);
    }

    private static boolean isNarrower(Element branch, Element way) {
        int mine = width(branch);
        int other = width(way);
        return mine == 0 || other == 0 || mine < other;
    }

    private static int width(Element element) {
        Matcher width = WIDTH.matcher(names(element));
        return width.find() ? Integer.parseInt(width.group(1)) : 0;
    }
}
