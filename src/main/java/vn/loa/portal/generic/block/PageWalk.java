package vn.loa.portal.generic.block;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jspecify.annotations.Nullable;
import vn.loa.text.PlainText;

/** Cuts a page into text blocks and the elements that hold them, in one walk without recursion. */
final class PageWalk implements NodeFilter {
    /** Elements whose text nobody reads. */
    private static final Set<String> SILENT = Set.of(
            "head",
            "title",
            "script",
            "style",
            "template",
            "svg",
            "math",
            "iframe",
            "object",
            "embed",
            "applet",
            "canvas",
            "video",
            "audio",
            "map",
            "select",
            "option",
            "datalist",
            "input",
            "textarea",
            "button",
            "meter",
            "progress",
            "img",
            "picture",
            "link",
            "meta");

    /** Elements that do not interrupt a line. */
    static final Set<String> INLINE = Set.of(
            "a",
            "abbr",
            "acronym",
            "b",
            "bdi",
            "bdo",
            "big",
            "cite",
            "code",
            "data",
            "del",
            "dfn",
            "em",
            "font",
            "i",
            "ins",
            "kbd",
            "label",
            "mark",
            "nobr",
            "q",
            "rp",
            "rt",
            "ruby",
            "s",
            "samp",
            "small",
            "span",
            "strike",
            "strong",
            "sub",
            "sup",
            "time",
            "tt",
            "u",
            "var",
            "wbr",
            "o:p",
            "st1:place");

    private static final int LONG_LINK = 20;
    private static final Pattern WHOLE_DATE =
            Pattern.compile("\\s?\\d{1,2}[/.-]\\d{1,2}[/.-]\\d{4}(?: \\d{1,2}:\\d{2}(?::\\d{2})?)?\\s?");
    private static final int LONGEST_TITLE = 150;
    private static final int LONGEST_NUMBER = 6;
    private static final Set<String> SENTENCES = Set.of("p", "li");
    private static final int SHORTEST_DATE = 6;
    private static final int LONGEST_DATE = 60;
    private static final Pattern EMPTY_CELLS = Pattern.compile("( \\|){1,40}$");
    static final Set<String> WRAPPERS = Set.of("p", "div", "center");

    private final List<TextBlock> blocks = new ArrayList<>();
    private final List<Container> containers = new ArrayList<>();
    private final LineBuilder line = new LineBuilder();
    private @Nullable Container current;
    private final Deque<Element> links = new ArrayDeque<>();
    private final Map<Element, Boolean> sentences = new IdentityHashMap<>();
    private @Nullable Element row;

    List<TextBlock> blocks() {
        return blocks;
    }

    List<Container> containers() {
        return containers;
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (node instanceof TextNode text) {
            line.add(text.getWholeText(), links.peek());
        } else if (node instanceof Element element) {
            return enter(element);
        }
        return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (node instanceof Element element) {
            leave(element);
        }
        return FilterResult.CONTINUE;
    }

    private FilterResult enter(Element element) {
        if (SILENT.contains(element.normalName())) {
            return FilterResult.SKIP_ENTIRELY;
        }
        part(element);
        if (isLink(element)) {
            links.push(element);
        }
        return FilterResult.CONTINUE;
    }

    /** Ends the line before an element, or sets the element apart within the line. */
    private void part(Element element) {
        if (element.normalName().equals("br")) {
            lineBreak(element);
        } else if (isPlainCell(element)) {
            line.separateCell();
        } else if (!isWrapper(element) && !isInline(element)) {
            flush();
            open(element);
        } else if (isLink(element) && isNextTitle(element)) {
            flush();
        } else if (isLink(element) || isLink(element.previousSibling()) || isApartByStyle(element)) {
            separate(element);
        }
    }

    /** Links as long as titles, one after the other, are a list whose items only a style puts on lines of their own. */
    private boolean isNextTitle(Element link) {
        return row == null
                && line.isLinkedTitle()
                && line.lettersOfMainLink() >= LONG_LINK
                && saysNothing(link.previousSibling())
                && saysNothing(link.nextSibling())
                && !isInSentence()
                && link.text().length() >= LONG_LINK;
    }

    /** Separators and dates may stand between the titles of a list, words do not. */
    private static boolean saysNothing(@Nullable Node node) {
        String text = node instanceof TextNode words ? PlainText.tidy(words.getWholeText()) : "";
        return text.chars().noneMatch(Character::isLetterOrDigit) || DatePatterns.isDate(text);
    }

    private boolean isInSentence() {
        Element around = opened().element();
        boolean sentence = SENTENCES.contains(around.normalName());
        return sentence && sentences.computeIfAbsent(around, PageWalk::hasWords);
    }

    private static boolean hasWords(Element element) {
        return element.childNodes().stream().anyMatch(node -> !saysNothing(node));
    }

    /** In a link the title, its number and its date, and in a short line a whole date after a number. */
    private boolean isApartByStyle(Element element) {
        if (!(element.previousSibling() instanceof Element before)) {
            return false;
        }
        boolean named = element.hasAttr("class");
        boolean parts = !links.isEmpty() && named && !isInitial(before);
        return parts
                || (WHOLE_DATE.matcher(before.ownText()).matches() && line.endsInDigit() && !besideText(element))
                || (line.endsInDigit()
                        && line.letters() <= (named ? LONGEST_TITLE : LONGEST_NUMBER)
                        && WHOLE_DATE.matcher(element.ownText()).matches()
                        && !besideText(element));
    }

    /** A style may make the first letter of a text larger. */
    private static boolean isInitial(Element before) {
        String text = before.ownText();
        return text.length() == 1 && Character.isLetter(text.charAt(0));
    }

    /** A link and what follows it without a blank are set apart by style: a title and its date, a row of buttons. */
    private void separate(Element element) {
        if (element.previousSibling() instanceof Element) {
            line.separateWord();
        }
    }

    private void leave(Element element) {
        if (element.equals(links.peek())) {
            links.pop();
        }
        if (current != null && current.element().equals(element)) {
            flush();
            close();
        }
        if (element.equals(row)) {
            row = null;
        }
    }

    private void open(Element element) {
        current = new Container(current, element, blocks.size());
        containers.add(current);
        if (element.normalName().equals("tr") && PlainRow.is(element)) {
            row = element;
        }
    }

    private Container opened() {
        return Objects.requireNonNull(current, "an element is open");
    }

    private void close() {
        Container closed = opened();
        closed.end(blocks.size());
        current = closed.parent();
    }

    /** Old pages part their paragraphs by two breaks, or by one after a full stop, a linked title, a date or a label. */
    private void lineBreak(Element br) {
        boolean title = links.isEmpty() && line.isLinkedTitle();
        boolean ended =
                line.breaksTwice() || line.endsLikeASentence() || title || isDate() || isAboveDate(br) || headsOthers();
        if (ended || partsLabels(br)) {
            flush();
        } else {
            line.addBreak();
        }
    }

    /** A date by itself; that of what is announced goes on with the place. */
    private boolean isDate() {
        if (line.letters() < SHORTEST_DATE || line.letters() > LONGEST_DATE) {
            return false;
        }
        String text = PlainText.tidy(line.raw());
        return DatePatterns.isDate(text) && !LinePatterns.tellsWhen(text);
    }

    /** "Các tin khác:" above links to them. */
    private boolean headsOthers() {
        return links.isEmpty()
                && line.letters() >= SHORTEST_DATE
                && line.letters() <= LONGEST_DATE
                && line.linked() == 0
                && LinePatterns.isRelatedHeading(PlainText.tidy(line.raw()));
    }

    /** A date on a line of its own below a title. */
    private boolean isAboveDate(Element br) {
        if (line.letters() < SHORTEST_DATE) {
            return false;
        }
        Node next = br.nextSibling();
        for (int i = 0; i < 2 && next instanceof TextNode blank && blank.isBlank(); i++) {
            next = next.nextSibling();
        }
        String text = next instanceof TextNode words && words.getWholeText().length() <= LONGEST_DATE
                ? PlainText.tidy(words.getWholeText())
                : next instanceof Element element && INLINE.contains(element.normalName())
                        ? ShortText.of(element, LONGEST_DATE)
                        : "";
        return text.length() >= SHORTEST_DATE && DatePatterns.isDate(text);
    }

    /** A break between two elements that are named or set differently parts a title from its date, or a lead from a text. */
    private static boolean partsLabels(Element br) {
        Element before = br.previousElementSibling();
        Element after = br.nextElementSibling();
        return before != null
                && after != null
                && isLabel(before)
                && isLabel(after)
                && !besideText(br)
                && !(before.id() + before.attr("style") + before.className())
                        .equals(after.id() + after.attr("style") + after.className());
    }

    private static boolean isLabel(Element element) {
        boolean inline =
                element.normalName().equals("span") || element.normalName().equals("font");
        return inline && (element.hasAttr("id") || element.hasAttr("class") || element.hasAttr("style"));
    }

    private void flush() {
        if (!line.isBlank() && current != null) {
            String text = EMPTY_CELLS
                    .matcher(PlainText.tidy(EscapedTags.removedFrom(line.raw())))
                    .replaceFirst("");
            if (!text.isEmpty()) {
                blocks.add(block(text));
            }
        }
        line.clear();
    }

    private TextBlock block(String text) {
        boolean imprint = Imprint.isOfSite(text);
        return new TextBlock(
                blocks.size(),
                kind(),
                text,
                imprint || LinePatterns.isBoilerplate(text),
                imprint,
                line.letters(),
                line.linked(),
                line.mainLink(),
                opened());
    }

    private TextBlock.Kind kind() {
        return switch (opened().tag()) {
            case "p" -> TextBlock.Kind.PARAGRAPH;
            case "h1", "h2", "h3", "h4", "h5", "h6" -> TextBlock.Kind.HEADING;
            case "li", "dt", "dd" -> TextBlock.Kind.ITEM;
            case "blockquote" -> TextBlock.Kind.QUOTE;
            case "tr" -> TextBlock.Kind.ROW;
            case "pre" -> TextBlock.Kind.PREFORMATTED;
            default -> TextBlock.Kind.BARE;
        };
    }

    private boolean isPlainCell(Element element) {
        return row != null && row.equals(element.parent());
    }

    private boolean isWrapper(Element element) {
        return row != null
                && WRAPPERS.contains(element.normalName())
                && element.parent() != null
                && isPlainCell(element.parent());
    }

    private static boolean isLink(@Nullable Node node) {
        return node instanceof Element element && element.normalName().equals("a") && element.hasAttr("href");
    }

    /** An inline element that stands by itself and is named like a date or boilerplate is looked at as a block. */
    private boolean isInline(Element element) {
        return INLINE.contains(element.normalName()) && (isInHeading() || besideText(element) || !standsApart(element));
    }

    private static boolean standsApart(Element element) {
        return element.normalName().equals("time") || ClassWords.of(element).standApart();
    }

    private boolean isInHeading() {
        return current != null && kind() == TextBlock.Kind.HEADING;
    }

    private static boolean besideText(Element element) {
        return isText(element.previousSibling()) || isText(element.nextSibling());
    }

    private static boolean isText(@Nullable Node node) {
        return node instanceof TextNode text && !text.isBlank();
    }
}
