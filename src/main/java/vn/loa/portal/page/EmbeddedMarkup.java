package vn.loa.portal.page;

import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Unfolds the parts of a page that stand in it as the text of an element: a frame's own document, a text to be read only. */
final class EmbeddedMarkup {
    private static final int SHORTEST = 60;
    private static final int MOST = 20;

    /** An address, or the code that shows a page elsewhere, stands there to be copied. */
    private static final Pattern TO_COPY = Pattern.compile("(?i)https?://\\S+$|<(?:iframe|script|embed|object)\\b");

    private EmbeddedMarkup() {}

    /** Puts what such elements hold in their place. */
    static void unfold(Document page) {
        page.select("iframe[srcdoc]").stream().limit(MOST).forEach(frame -> replace(frame, frame.attr("srcdoc")));
        page.select("textarea[readonly], textarea[disabled]").stream()
                .limit(MOST)
                .filter(area -> area.wholeText().length() >= SHORTEST
                        && !TO_COPY.matcher(area.wholeText().strip()).lookingAt())
                .forEach(area -> replace(area, area.wholeText()));
    }

    private static void replace(Element element, String markup) {
        element.replaceWith(part(markup).addClass(element.className()));
    }

    private static Element part(String markup) {
        Element part = new Element("div");
        Jsoup.parseBodyFragment(markup).body().childNodes().forEach(node -> part.appendChild(node.clone()));
        return part;
    }
}
