package vn.loa.portal.generic;

import java.util.IdentityHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.loa.portal.generic.block.Container;
import vn.loa.portal.generic.block.DatePatterns;
import vn.loa.portal.generic.block.Hint;
import vn.loa.portal.generic.block.LinePatterns;
import vn.loa.portal.generic.block.PageText;
import vn.loa.portal.generic.block.Selection;
import vn.loa.portal.generic.block.TextBlock;

/** The boxes of a page with a heading of their own, beside the element that holds the title and its first text. */
final class BoxesBeside {
    private static final Pattern DETAIL =
            Pattern.compile("(?i)(?:^|[\\s_-])(?:detail|details|chi-?tiet|article|post)(?![a-z])");
    private static final Pattern COLUMN =
            Pattern.compile("(?i)(?:^|[\\s_-])(?:col|column|left|right|side|aside|phai|trai)(?![a-z])");
    private static final Pattern SIDE = Pattern.compile(
            "(?i)(?:^|[\\s_-])(?:left|right|side|sidebar|aside|phai|trai|cot-?phai|cot-?trai)(?![a-z])");
    private static final int LABEL = 40;
    /** In blocks after the title. */
    private static final int SOON = 12;

    private static final int LONGEST_NAMES = 300;
    private static final int DATE_WITHIN = 2;
    private static final Pattern NUMBERED = Pattern.compile("(?:\\d{1,2}|[IVX]{1,4}|[a-zA-Z])[.)]\\s.*");

    private final Selection kept;
    private final Container home;
    private final int anchor;
    private final TextBlock title;
    /** For each element the outermost one around it that does not hold the title. */
    private final IdentityHashMap<Container, Container> boxes = new IdentityHashMap<>();
    /** For each element around the title the part of it with the title. */
    private final IdentityHashMap<Container, Container> titled = new IdentityHashMap<>();
    /** The first box with running text below the title's, null when there is none. */
    private final @Nullable Container next;

    /** @param home the smallest element that holds the title and the first running text below it */
    private BoxesBeside(PageText page, Selection kept, Container home, int anchor) {
        this.kept = kept;
        this.home = home;
        this.anchor = anchor;
        this.title = kept.block(anchor);
        for (Container container : page.containers()) {
            Container parent = container.parent();
            boolean outermost = parent == null || parent.holds(anchor);
            boxes.put(container, outermost ? container : boxes.getOrDefault(parent, container));
            if (parent != null && container.holds(anchor)) {
                titled.put(parent, container);
            }
        }
        this.next = next();
    }

    /**
     * Finds the boxes of a page.
     *
     * @param anchor the block with the title, negative when it is not known
     * @return null when no text stands soon after the title
     */
    static @Nullable BoxesBeside of(PageText page, Selection kept, int anchor) {
        Container home = home(page, kept, anchor);
        return home == null ? null : new BoxesBeside(page, kept, home, anchor);
    }

    private static @Nullable Container home(PageText page, Selection kept, int anchor) {
        int first = anchor < 0 ? -1 : kept.next(anchor + 1);
        while (first >= 0 && kept.block(first).prose() == 0 && !page.tables().hold(kept.block(first), anchor)) {
            first = kept.next(first + 1);
        }
        if (first < 0 || first - anchor > SOON) {
            return null;
        }
        Container up = kept.block(first).owner();
        while (!up.holds(anchor) && up.parent() != null) {
            up = up.parent();
        }
        return up;
    }

    private @Nullable Container next() {
        for (int i = kept.next(home.to()); i >= 0; i = kept.next(i + 1)) {
            if (kept.block(i).prose() > 0) {
                return box(kept.block(i));
            }
        }
        return null;
    }

    /** Returns whether a block stands in such a box, or before the title. */
    boolean hold(TextBlock block) {
        if (home.holds(block.number())) {
            return false;
        }
        Container box = box(block);
        return block.number() < anchor || isAnotherArticle(box) || (!isOfArticle(block) && isForeign(block, box));
    }

    /** Returns whether a block surely stands in a box with another article, or with what is beside every article. */
    boolean holdOther(TextBlock block) {
        Container box = box(block);
        return !home.holds(block.number()) && (isAnotherArticle(box) || isOtherPart(box));
    }

    /** An introduction may have a box of its own; the first text beside it is what it introduces. */
    private boolean isForeign(TextBlock block, Container box) {
        if (isOtherPart(box)) {
            return true;
        }
        boolean near = home.parent() != null && home.parent().holds(block.number());
        TextBlock first = kept.block(box.from());
        boolean side = SIDE.matcher(start(box.element().className())
                        + ' '
                        + start(box.element().id()))
                .find();
        boolean named = side || box.says(Hint.LATENT) || box.says(Hint.NAVIGATION) || box.says(Hint.RELATED);
        return (named || !(near || (box == next && isText(box, first))))
                && first.number() != block.number()
                && (first.isHeading()
                        || TitleFinder.isNamedTitle(first.owner().element())
                        || (side && first.prose() == 0 && first.letters() < LABEL));
    }

    /** A box under a heading of its own that portals have beside every article. */
    private boolean isOtherPart(Container box) {
        TextBlock first = kept.block(box.from());
        return box.to() - box.from() > 1 && first.prose() == 0 && LinePatterns.isSideHeading(first.text());
    }

    /** A box like the title's own that begins with a title set the same way, and a date. */
    private boolean isAnotherArticle(Container box) {
        TextBlock first = kept.block(box.from());
        boolean begins = isTwinOfTitle(box)
                && box.to() - box.from() > 2
                && first.prose() == 0
                && first.owner().shape().equals(title.owner().shape());
        return begins && isDated(first.number()) && isDated(anchor);
    }

    private boolean isDated(int title) {
        int to = Math.min(title + 1 + DATE_WITHIN, kept.size());
        for (int i = title + 1; i < to; i++) {
            if (kept.block(i).prose() == 0 && DatePatterns.isDated(kept.block(i).text())) {
                return true;
            }
        }
        return false;
    }

    /** It is named as a text, stands in what is named as an article, or begins with a numbered section. */
    private static boolean isText(Container box, TextBlock first) {
        boolean detail = box.parent() != null
                && DETAIL.matcher(start(box.parent().element().className())).find();
        return (detail || box.says(Hint.BODY) || NUMBERED.matcher(first.text()).matches())
                && !COLUMN.matcher(start(box.element().className())).find();
    }

    private static String start(String names) {
        return names.length() <= LONGEST_NAMES ? names : names.substring(0, LONGEST_NAMES);
    }

    private Container box(TextBlock block) {
        return boxes.getOrDefault(block.owner(), block.owner());
    }

    /** The sections of one article are of one shape, or stand in its element. */
    private boolean isOfArticle(TextBlock block) {
        Container article = block.owner().article();
        return isTwinOfTitle(box(block)) || (article.is("article") && article.holds(anchor));
    }

    private boolean isTwinOfTitle(Container box) {
        @Nullable Container twin = box.parent() == null ? null : titled.get(box.parent());
        String shape = box.element().className();
        return twin != null && !shape.isEmpty() && twin.element().className().equals(shape);
    }
}
