package vn.loa.portal.generic;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import vn.loa.portal.generic.block.Container;
import vn.loa.portal.generic.block.PageText;
import vn.loa.portal.generic.block.TextBlock;

/** Tells the table that a page of documents is for from one that stands beside the news of a front page. */
final class DocumentTable {
    private static final String MAIN_COLUMN =
            "main, [role=main], .main, #main, .main-content, #main-content, .maincontent, .content-main"
                    + ", .main-column, .col-main";
    /** In words of class and id; where a box stands in none of these, nobody knows that it is one. */
    private static final Pattern SIDE_COLUMN =
            Pattern.compile("(?i)(?:^|[\\s_-])(?:phai|side|aside|sidebar|cotphai|right[_-]?(?:col|column|bar|side)"
                    + "|(?:col|column|cot|box|block|side)[_-]?(?:right|phai))(?:$|[\\s_-])");

    /** Below bare links a table may be a box as they are, unless it is so much larger. */
    private static final int TWICE = 2;

    private static final int LEVELS = 20;

    private final PageText page;
    private final List<GenericListing.Item> rows;
    private final int first;

    DocumentTable(PageText page, List<GenericListing.Item> rows) {
        this.page = page;
        this.rows = rows;
        this.first = firstBlock();
    }

    /**
     * Returns whether the table says more than bare links that are not known to be the news of the page.
     *
     * @param weight that of the links
     */
    boolean outweighs(List<TitleLink> titles, double weight) {
        return rows.stream().noneMatch(row -> row.date().isEmpty())
                && rows.size() >= (isBelow(titles) ? TWICE : 1) * titles.size()
                && weight() >= weight
                && titles.stream().noneMatch(title -> title.isShown() || isIn(title, DocumentTable::isMainColumn));
    }

    /** Returns whether all of the links stand in a column beside that of the table. */
    boolean isBesideBoxOf(List<TitleLink> titles) {
        return titles.stream().allMatch(title -> isIn(title, DocumentTable::isSideColumn));
    }

    boolean isBelow(List<TitleLink> titles) {
        return first > titles.get(0).block();
    }

    /** As that of links which are all dated. */
    private double weight() {
        double letters = rows.stream()
                .mapToInt(row -> Math.min(row.title().length(), GenericListReader.LETTERS_THAT_COUNT))
                .average()
                .orElse(0);
        return 2 * letters * Math.min(rows.size(), GenericListReader.ITEMS_THAT_COUNT);
    }

    private int firstBlock() {
        return page.blocks().stream()
                .filter(block -> block.text().contains(rows.get(0).title()))
                .findFirst()
                .map(TextBlock::number)
                .orElse(Integer.MAX_VALUE);
    }

    /** Returns whether such an element is around a link and not around the table. */
    private boolean isIn(TitleLink title, Predicate<Element> column) {
        return Stream.iterate(title.item(), up -> up != null, Container::parent)
                .limit(LEVELS)
                .takeWhile(up -> !up.holds(first))
                .anyMatch(up -> column.test(up.element()));
    }

    private static boolean isMainColumn(Element element) {
        return element.is(MAIN_COLUMN);
    }

    private static boolean isSideColumn(Element element) {
        return element.is("aside")
                || SIDE_COLUMN.matcher(element.className() + ' ' + element.id()).find();
    }
}
