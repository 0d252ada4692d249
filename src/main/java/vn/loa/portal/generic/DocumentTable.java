package vn.loa.portal.generic;

import java.util.List;
import java.util.stream.Stream;
import vn.loa.portal.generic.block.Container;
import vn.loa.portal.generic.block.PageText;
import vn.loa.portal.generic.block.TextBlock;

/** Tells the table that a page of documents is for from one that stands beside the news of a front page. */
final class DocumentTable {
    private static final String MAIN_COLUMN =
            "main, [role=main], .main, #main, .main-content, #main-content, .maincontent, .content-main"
                    + ", .main-column, .col-main";
    /** Below bare links a table may be a box as they are, unless it is so much larger. */
    private static final int TWICE = 2;

    private static final int LEVELS = 20;

    private final PageText page;
    private final List<GenericListing.Item> rows;

    DocumentTable(PageText page, List<GenericListing.Item> rows) {
        this.page = page;
        this.rows = rows;
    }

    /**
     * Returns whether the table says more than a box of bare links.
     *
     * @param weight that of the links
     */
    boolean outweighs(List<TitleLink> titles, double weight) {
        int first = firstBlock();
        boolean below = first > titles.get(0).block();
        return rows.stream().noneMatch(row -> row.date().isEmpty())
                && rows.size() >= (below ? TWICE : 1) * titles.size()
                && weight() >= weight
                && titles.stream().noneMatch(title -> title.isShown() || isInMainColumn(title, first));
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

    private boolean isInMainColumn(TitleLink title, int table) {
        return Stream.iterate(title.item(), up -> up != null, Container::parent)
                .limit(LEVELS)
                .takeWhile(up -> !up.holds(table))
                .anyMatch(up -> up.element().is(MAIN_COLUMN));
    }
}
