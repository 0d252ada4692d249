package vn.loa.portal.generic.block;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import vn.loa.text.PlainText;

/** Reads the text of an element as far as it is short, without walking through a large one. */
public final class ShortText {
    private ShortText() {}

    /** Returns the tidy text; an empty string when it is longer than so many characters, or when there is none. */
    public static String of(Element element, int longest) {
        Collector collector = new Collector(2 * longest);
        element.filter(collector);
        String text = collector.isWhole() ? PlainText.tidy(collector.text.toString()) : "";
        return text.length() <= longest ? text : "";
    }

    /** Returns the tidy text of an element's beginning, of about so many characters or a few more. */
    public static String beginning(Element element, int enough) {
        Collector collector = new Collector(2 * enough);
        element.filter(collector);
        return PlainText.tidy(collector.text.toString());
    }

    private static final class Collector implements NodeFilter {
        private static final int MOST_NODES = 200;

        private final int longest;
        private final StringBuilder text = new StringBuilder();
        private int nodes;

        Collector(int longest) {
            this.longest = longest;
        }

        boolean isWhole() {
            return text.length() <= longest && nodes <= MOST_NODES;
        }

        @Override
        public FilterResult head(Node node, int depth) {
            nodes++;
            if (node instanceof TextNode words) {
                text.append(words.getWholeText());
            } else if (node instanceof Element element
                    && (element.isBlock() || element.normalName().equals("br"))) {
                text.append(' ');
            }
            return isWhole() ? FilterResult.CONTINUE : FilterResult.STOP;
        }
    }
}
