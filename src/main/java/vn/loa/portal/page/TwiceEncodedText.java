package vn.loa.portal.page;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import vn.loa.text.EncodingDamage;
import vn.loa.text.LegacyFont;

/**
 * Repairs the parts of a page that its portal has encoded twice while the rest of it is right: a title from another
 * database, the description in its head.
 */
final class TwiceEncodedText {
    private static final String DECLARED = "meta[content]";
    private static final int LONGEST = 4_000;

    private TwiceEncodedText() {}

    /** Repairs such text in place. */
    static void repair(Document document) {
        NodeTraversor.traverse(
                (node, depth) -> {
                    if (node instanceof TextNode text && isTwice(text.getWholeText())) {
                        EncodingDamage.writtenOnce(text.getWholeText()).ifPresent(text::text);
                    }
                },
                document);
        document.head().select(DECLARED).forEach(TwiceEncodedText::repairContent);
    }

    private static void repairContent(Element meta) {
        String content = meta.attr("content");
        if (isTwice(content)) {
            EncodingDamage.writtenOnce(content).ifPresent(once -> meta.attr("content", once));
        }
    }

    private static boolean isTwice(String text) {
        return text.length() <= LONGEST && LegacyFont.mayBe(text);
    }
}
