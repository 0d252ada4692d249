package vn.loa.portal.page;

import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import vn.loa.portal.generic.block.LinePatterns;
import vn.loa.portal.generic.block.ShortText;
import vn.loa.text.PlainText;

/** Takes boxes of links to other articles out of the middle of a text, so that what follows them is still read. */
public final class RelatedBoxes {
    private static final Set<String> HEADINGS = Set.of("h2", "h3", "h4", "h5", "h6", "p", "div", "strong", "b", "span");
    private static final String FILES = "a[href~=(?i)\\.(pdf|docx?|xlsx?|pptx?|zip|rar|7z|odt|ods)([?#].*)?$]";
    private static final int LONGEST_HEADING = 60;
    private static final int LONGEST_POINTER = 250;
    private static final int LONGEST_REST = 60;
    private static final int MOST_HEADINGS = 40;
    private static final int LEVELS = 6;
    private static final double MOSTLY = 0.7;

    private RelatedBoxes() {}

    /** Removes, below an element, what a heading like "Tin liên quan" announces, as far as it is links. */
    public static void removeFrom(Element body) {
        List<Element> headings = body.getAllElements().stream()
                .filter(element -> element != body && isHeading(element))
                .limit(MOST_HEADINGS)
                .toList();
        body.select("p, div").stream().filter(RelatedBoxes::isPointer).toList().forEach(Element::remove);
        headings.stream().filter(heading -> heading.parents().contains(body)).forEach(heading -> remove(body, heading));
    }

    /** "Xem thêm: " with a link. */
    private static boolean isPointer(Element element) {
        String text = ShortText.of(element, LONGEST_POINTER);
        return !text.isEmpty()
                && element.selectFirst("a[href]") != null
                && element.selectFirst(FILES) == null
                && LinePatterns.isPointer(text)
                && isLinks(element, null);
    }

    private static boolean isHeading(Element element) {
        String text = HEADINGS.contains(element.normalName()) ? ShortText.of(element, LONGEST_HEADING) : "";
        return !text.isEmpty() && text.length() <= LONGEST_HEADING && LinePatterns.isRelatedHeading(text);
    }

    private static void remove(Element body, Element heading) {
        Element box = heading;
        Element up = heading.parent();
        for (int i = 0; i < LEVELS && up != null && up != body && begins(up, heading); i++) {
            if (isLinks(up, heading)) {
                box = up;
            }
            up = up.parent();
        }
        if (box != heading && !box.text().equals(heading.text())) {
            box.remove();
        } else {
            removeList(box);
        }
    }

    private static boolean begins(Element box, Element heading) {
        return ShortText.beginning(box, 2 * LONGEST_HEADING).startsWith(PlainText.tidy(heading.text()));
    }

    /** The list below a heading, where running text follows it. */
    private static void removeList(Element heading) {
        Element next = heading.nextElementSibling();
        boolean listed = false;
        while (next != null && (next.text().isBlank() || isList(next))) {
            Element list = next;
            listed |= !list.text().isBlank();
            next = next.nextElementSibling();
            if (next != null && !list.text().isBlank()) {
                list.remove();
            }
        }
        if (listed && next != null) {
            heading.remove();
        }
    }

    /** Links to pages, and little else; files and ways to reach somebody belong to the text. */
    private static boolean isList(Element element) {
        return element.selectFirst(FILES + ", a[href^=mailto:], a[href^=tel:]") == null
                && linked(element) >= MOSTLY * element.text().length();
    }

    private static int linked(Element element) {
        return element.select("a[href]").stream()
                .mapToInt(link -> link.text().length())
                .sum();
    }

    private static boolean isLinks(Element element, @Nullable Element heading) {
        int letters =
                element.text().length() - (heading == null ? 0 : heading.text().length());
        int linked = linked(element);
        return linked >= MOSTLY * letters || letters - linked < LONGEST_REST && linked > 0;
    }
}
