package vn.loa.portal.generic.block;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * A block-level element of a page and the run of text blocks it holds. Blocks are numbered in reading order, so every
 * element owns one unbroken run of them, and sums over a subtree are differences of prefix sums.
 */
public final class Container {
    /** Elements that hold one block or a list, never a whole article. */
    private static final Set<String> SMALL = Set.of(
            "p",
            "li",
            "dt",
            "dd",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "tr",
            "pre",
            "ul",
            "ol",
            "dl",
            "blockquote",
            "thead",
            "tbody",
            "summary");

    private final @Nullable Container parent;
    private final Element element;
    private final ClassWords words;
    private final List<Container> children = new ArrayList<>();
    private final Container holder;
    private final Container article;
    private final int from;
    private int to;
    private boolean declared;

    Container(@Nullable Container parent, Element element, int from) {
        this.parent = parent;
        this.element = element;
        this.words = ClassWords.of(element);
        this.holder = parent != null && SMALL.contains(tag()) ? parent.holder : this;
        this.article = is("article") || parent == null ? this : parent.article;
        this.from = from;
        this.to = from;
        if (parent != null) {
            parent.children.add(this);
        }
    }

    /** Ends the run of blocks, before the block of this number. */
    void end(int block) {
        to = block;
    }

    /** Tells this element and all around it that they hold what the page declares to be its article. */
    void declareArticle() {
        for (Container up = this; up != null && !up.declared; up = up.parent) {
            up.declared = true;
        }
    }

    public boolean holdsDeclaredArticle() {
        return declared;
    }

    /** Returns the element around this one, null for the root. */
    public @Nullable Container parent() {
        return parent;
    }

    public Element element() {
        return element;
    }

    public List<Container> children() {
        return children;
    }

    /** Returns this element, or the next one around it that is large enough for an article. */
    public Container holder() {
        return holder;
    }

    /** Returns the {@code article} element around, the root when there is none. */
    public Container article() {
        return article;
    }

    /** Returns the first block inside. */
    public int from() {
        return from;
    }

    /** Returns one past the last block inside. */
    public int to() {
        return to;
    }

    public boolean isEmpty() {
        return from == to;
    }

    public boolean holds(int block) {
        return from <= block && block < to;
    }

    public boolean says(Hint hint) {
        return words.say(hint);
    }

    public Set<Hint> hints() {
        return words.hints();
    }

    public String tag() {
        return element.normalName();
    }

    public boolean is(String tag) {
        return tag().equals(tag);
    }

    /**
     * Returns tag and classes without numbers and without what differs between siblings; equal for the items of a list.
     */
    public String shape() {
        return tag()
                + '.'
                + element.className()
                        .replaceAll(
                                "[0-9]+|\\b(first|last|odd|even|active|show|selected|current|in|fade|hidden)\\b", "")
                        .replaceAll("\\s+", " ")
                        .strip();
    }
}
