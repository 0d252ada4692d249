package vn.loa.portal.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;
import vn.loa.portal.generic.block.EscapedTags;
import vn.loa.text.PlainText;

/**
 * Cuts a part of a page into blocks of text. Line breaks inside a block part paragraphs, unless the next line goes on
 * in small letters: portals break lines by hand in the middle of sentences.
 */
public final class BodyText implements NodeVisitor {
    private static final int LONGEST_CAPTION = 300;
    private static final Set<String> EMPHASIS = Set.of("em", "i");
    private static final Set<String> IMAGES = Set.of("img", "picture", "video");

    /** The kinds of text blocks. */
    enum Kind {
        PARAGRAPH,
        /** An item of a list, a heading, a row of a table: never joined with what is before it. */
        LINE,
        CAPTION,
        /** Nothing but links to documents or other articles. */
        LINKS
    }

    /** A block of text, tidy and not blank. */
    public record Block(Kind kind, String text) {}

    private final Set<Element> captions;
    private final Predicate<Element> isAside;
    private final List<Block> blocks = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private int letters;
    private int emphasised;
    private int linked;
    private int inEmphasis;
    private int inAside;
    private int inCaption;
    private int inLine;
    private int inCentre;
    private int inPre;
    private boolean centred;
    private boolean image;

    private BodyText(Set<Element> captions, Predicate<Element> isAside) {
        this.captions = captions;
        this.isAside = isAside;
    }

    /**
     * Returns the blocks of a part of a page.
     *
     * @param captions nodes that are captions
     * @param isAside whether a link leads to a document or another article
     */
    public static List<Block> of(Element part, Set<Element> captions, Predicate<Element> isAside) {
        BodyText collector = new BodyText(captions, isAside);
        part.traverse(collector);
        collector.endBlock();
        return collector.blocks;
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode words) {
            append(words.getWholeText());
        } else if (node instanceof Element element) {
            open(element);
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (node instanceof Element element) {
            close(element);
        }
    }

    private void open(Element element) {
        if (element.nodeName().equals("br")) {
            text.append('\n');
        } else if (element.isBlock()) {
            endBlock();
        }
        image |= IMAGES.contains(element.nodeName());
        enter(element, 1);
        centred |= inCentre > 0;
    }

    private void close(Element element) {
        if (element.isBlock()) {
            endBlock();
        }
        enter(element, -1);
        centred = inCentre > 0;
    }

    private void enter(Element element, int step) {
        String name = element.nodeName();
        inEmphasis += EMPHASIS.contains(name) ? step : 0;
        inAside += name.equals("a") && isAside.test(element) ? step : 0;
        inCaption += captions.contains(element) ? step : 0;
        inLine += name.equals("li") || name.equals("tr") || name.matches("h[1-6]") ? step : 0;
        inPre += name.equals("pre") ? step : 0;
        inCentre += isCentred(element) ? step : 0;
    }

    private static boolean isCentred(Element element) {
        String style = element.attr("style").toLowerCase(Locale.ROOT).replace(" ", "");
        return element.nodeName().equals("center")
                || element.attr("align").equalsIgnoreCase("center")
                || style.contains("text-align:center");
    }

    private void append(String words) {
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            boolean blank = Character.isWhitespace(c) || c == '\u00a0';
            text.append(blank && !(inPre > 0 && c == '\n') ? ' ' : c);
            if (!blank) {
                letters++;
                emphasised += inEmphasis > 0 ? 1 : 0;
                linked += inAside > 0 ? 1 : 0;
            }
        }
    }

    private void endBlock() {
        if (letters > 0) {
            Kind kind = kind();
            joined(text.toString()).forEach(line -> blocks.add(new Block(kind, line)));
            image = false;
        }
        text.setLength(0);
        letters = 0;
        emphasised = 0;
        linked = 0;
    }

    private Kind kind() {
        boolean likeCaption = image && letters <= LONGEST_CAPTION && (emphasised == letters || centred);
        if (inCaption > 0 || likeCaption) {
            return Kind.CAPTION;
        }
        if (linked == letters) {
            return Kind.LINKS;
        }
        return inLine > 0 ? Kind.LINE : Kind.PARAGRAPH;
    }

    private static List<String> joined(String written) {
        List<String> lines = new ArrayList<>();
        for (String line : written.split("\n", -1)) {
            String tidy = PlainText.tidy(EscapedTags.removedFrom(line));
            int last = lines.size() - 1;
            if (last >= 0 && goesOn(tidy)) {
                lines.set(last, lines.get(last) + " " + tidy);
            } else if (!tidy.isEmpty()) {
                lines.add(tidy);
            }
        }
        return lines;
    }

    /** Starts with a small letter, and not like the {@code a)} of a list. */
    static boolean goesOn(String line) {
        boolean small = !line.isEmpty() && Character.isLowerCase(line.codePointAt(0));
        boolean numbered =
                line.length() > 1 && !Character.isLetter(line.charAt(1)) && ").:/".indexOf(line.charAt(1)) >= 0;
        return small && !numbered;
    }
}
