package vn.loa.portal.generic.block;

import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import vn.loa.text.Folding;
import vn.loa.text.PlainText;

/** A page as blocks of text in reading order and the elements that hold them. */
public final class PageText {
    private static final int SHORTEST_TITLE = 20;

    private final List<TextBlock> blocks;
    private final List<Container> containers;
    private final Selection whole;
    private final ExpectedTitle expected;
    private final int told;
    private final int titleBlock;
    private final DataTables tables = new DataTables();

    private PageText(Element root, List<TextBlock> blocks, List<Container> containers, ExpectedTitle expected) {
        this.blocks = blocks;
        this.containers = containers;
        this.whole = Selection.all(blocks);
        this.expected = expected;
        this.told = ToldTitle.find(root, blocks, expected);
        this.titleBlock = told >= 0 ? told : titleBlock(root, blocks);
        for (Container container : containers) {
            if (isDeclaredArticle(container)) {
                container.declareArticle();
            }
        }
    }

    public static PageText of(Element root) {
        return of(root, ExpectedTitle.NONE);
    }

    /** Cuts a page into blocks, and finds the line that is titled as its list has told. */
    public static PageText of(Element root, ExpectedTitle expected) {
        PageWalk walk = new PageWalk();
        root.filter(walk);
        return new PageText(root, walk.blocks(), walk.containers(), expected);
    }

    /** The first heading with which the page's own title begins, -1 when there is none. */
    private static int titleBlock(Element root, List<TextBlock> blocks) {
        String title = root instanceof Document page ? Folding.fold(PlainText.tidy(page.title())) : "";
        return blocks.stream()
                .filter(block -> block.isHeading() && block.letters() >= SHORTEST_TITLE)
                .filter(block -> title.startsWith(Folding.fold(block.text())))
                .mapToInt(TextBlock::number)
                .findFirst()
                .orElse(-1);
    }

    /** Returns the title that the page's list has told. */
    public ExpectedTitle expected() {
        return expected;
    }

    /** Returns the number of the line that is titled as the page's list has told, -1 when there is none. */
    public int told() {
        return told;
    }

    /** Returns the number of the told line, or of the heading with which the page's own title begins; -1 without. */
    public int titleBlock() {
        return titleBlock;
    }

    /** Returns the tables that are text. */
    public DataTables tables() {
        return tables;
    }

    /** Returns whether the page says in microdata that this is the body of its article. */
    public static boolean isDeclaredArticle(Container container) {
        return container.element().attr("itemprop").contains("articleBody");
    }

    public List<TextBlock> blocks() {
        return blocks;
    }

    public TextBlock block(int index) {
        return blocks.get(index);
    }

    /** Returns the containers in document order, so that an element comes before what it holds. */
    public List<Container> containers() {
        return containers;
    }

    /** Returns the selection of every block. */
    public Selection whole() {
        return whole;
    }
}
