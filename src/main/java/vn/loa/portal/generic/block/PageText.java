package vn.loa.portal.generic.block;

import java.util.List;
import org.jsoup.nodes.Element;

/** A page as blocks of text in reading order and the elements that hold them. */
public final class PageText {
    private final List<TextBlock> blocks;
    private final List<Container> containers;
    private final Selection whole;

    private PageText(List<TextBlock> blocks, List<Container> containers) {
        this.blocks = blocks;
        this.containers = containers;
        this.whole = Selection.all(blocks);
        for (Container container : containers) {
            if (isDeclaredArticle(container)) {
                container.declareArticle();
            }
        }
    }

    public static PageText of(Element root) {
        PageWalk walk = new PageWalk();
        root.filter(walk);
        return new PageText(walk.blocks(), walk.containers());
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
