package vn.loa.portal.generic.attachment;

import java.util.Set;
import org.jsoup.nodes.Element;

/** Tells apart the elements of a page that can lead to a document, show one, or tell of one. */
final class FileNodes {
    /** Elements that lead to something or show it; by them a box is known to hold anything at all. */
    static final String SELECTOR =
            "a[href], area[href], iframe, embed, object, [data-pdf], [data-file], [data-url], [data-href], [source], [onclick*='.']";

    private static final Set<String> LINKS = Set.of("a", "area");

    private static final Set<String> NOT_SHOWN = Set.of("input", "option", "form", "button", "img");

    private FileNodes() {}

    /** Returns whether an element shows a document itself, or tells a script to. */
    static boolean isViewer(Element node) {
        return !isLink(node) && !NOT_SHOWN.contains(node.normalName());
    }

    /** Returns whether readers have to follow an element to see its document. */
    static boolean isLink(Element node) {
        return LINKS.contains(node.normalName());
    }

    static boolean isScript(Element node) {
        return node.normalName().equals("script");
    }
}
