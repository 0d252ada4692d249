package vn.loa.portal.page;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jspecify.annotations.Nullable;
import vn.loa.text.LegacyFont;
import vn.loa.text.TwiceEncoded;

/**
 * Converts what a document says in a font encoding from before Unicode, paragraph by paragraph, before anything reads
 * it: one of its letters looks like a soft hyphen, which readers drop. Text that was encoded twice is decoded likewise.
 */
public final class LegacyMarkup {
    private static final int LONGEST_SAMPLE = 4_000;
    /** Inline elements stand in one another a few deep. */
    private static final int MOST_INLINE = 12;

    private static final List<String> SPEAKING_ATTRIBUTES = List.of("title", "alt", "content");
    private static final Pattern TAGS = Pattern.compile("<[^<>]*>");
    /** The ABC fonts for capitals hold the small letters' codes: .VnTimeH, .VnArialH. */
    private static final Pattern CAPITALS = Pattern.compile("(?i)\\.vn[a-z ]{2,20}h\\b");

    private final Document document;
    private final boolean isXml;
    private final Map<Element, List<TextNode>> paragraphs = new LinkedHashMap<>();

    private LegacyMarkup(Document document) {
        this.document = document;
        this.isXml = document.outputSettings().syntax() == Document.OutputSettings.Syntax.xml;
    }

    /** Converts the document in place; one without such text stays as it is. */
    public static void toUnicode(Document document) {
        new LegacyMarkup(document).convert();
    }

    private void convert() {
        NodeTraversor.traverse(
                (node, depth) -> {
                    if (node instanceof TextNode text && isPlain(text)) {
                        take(text);
                    }
                },
                document);
        encodedOnce();
        Optional<LegacyFont> whole = LegacyFont.of(paragraphs.values().stream()
                .map(LegacyMarkup::sample)
                .limit(LONGEST_SAMPLE)
                .collect(Collectors.joining(" ")));
        paragraphs.values().forEach(nodes -> convert(nodes, whole));
        whole.ifPresent(this::convertAttributes);
    }

    private void take(TextNode text) {
        String written = text.getWholeText();
        String once = TwiceEncoded.undone(written);
        if (!once.equals(written)) {
            text.text(once);
        } else if (LegacyFont.mayBe(written)) {
            paragraphs.computeIfAbsent(paragraph(text), p -> new ArrayList<>()).add(text);
        }
    }

    private void encodedOnce() {
        document.getAllElements()
                .forEach(element -> SPEAKING_ATTRIBUTES.stream()
                        .filter(element::hasAttr)
                        .forEach(name -> element.attr(name, TwiceEncoded.undone(element.attr(name)))));
    }

    /** Markup that stands in a feed escaped is converted when it has been read. */
    private boolean isPlain(TextNode text) {
        return !isXml
                || (text.getWholeText().indexOf('<') < 0 && text.getWholeText().indexOf('&') < 0);
    }

    /** The nearest element that is no mere emphasis; a feed's elements are all paragraphs. */
    private @Nullable Element paragraph(TextNode text) {
        Element element = text.parentElement();
        if (isXml) {
            return element;
        }
        for (int depth = 0; depth < MOST_INLINE && element != null && !element.isBlock(); depth++) {
            Element outer = element.parentElement();
            if (outer == null || element.normalName().equals("a")) {
                break;
            }
            element = outer;
        }
        return element;
    }

    private static String sample(List<TextNode> nodes) {
        String joined =
                nodes.stream().map(TextNode::getWholeText).limit(LONGEST_SAMPLE).collect(Collectors.joining(" "));
        String start = joined.substring(0, Math.min(joined.length(), LONGEST_SAMPLE));
        return start.indexOf('<') < 0 ? start : TAGS.matcher(start).replaceAll(" ");
    }

    private static void convert(List<TextNode> nodes, Optional<LegacyFont> whole) {
        String sample = sample(nodes);
        LegacyFont.of(sample)
                .or(() -> whole.filter(font -> font.mends(sample)))
                .ifPresent(font -> nodes.forEach(node -> node.text(converted(node, font))));
    }

    private static String converted(TextNode node, LegacyFont font) {
        String text = font.convert(node.getWholeText());
        return font == LegacyFont.TCVN3 && isInCapitals(node) ? text.toUpperCase(Locale.ROOT) : text;
    }

    private static boolean isInCapitals(TextNode node) {
        Element parent = node.parentElement();
        return parent != null
                && CAPITALS.matcher(parent.attr("face") + " " + parent.attr("style"))
                        .find();
    }

    private void convertAttributes(LegacyFont font) {
        document.getAllElements()
                .forEach(element -> SPEAKING_ATTRIBUTES.stream()
                        .filter(name -> LegacyFont.mayBe(element.attr(name)) && font.mends(element.attr(name)))
                        .forEach(name -> element.attr(name, font.convert(element.attr(name)))));
    }
}
