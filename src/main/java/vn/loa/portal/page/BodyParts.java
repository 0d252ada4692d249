package vn.loa.portal.page;

import java.util.List;
import org.jsoup.nodes.Element;

/** Joins the parts of a text that stand beside each other in elements of one kind. */
public final class BodyParts {
    private BodyParts() {}

    /**
     * Returns the first part, or a new element in its place with all parts that have the same parent.
     *
     * @param parts in the page's order, not empty
     */
    public static Element joined(List<Element> parts) {
        Element first = parts.get(0);
        List<Element> beside = parts.stream()
                .filter(part -> first.parent() != null && first.parent().equals(part.parent()))
                .toList();
        if (beside.size() < 2) {
            return first;
        }
        Element whole = new Element("div");
        first.before(whole);
        beside.forEach(whole::appendChild);
        return whole;
    }
}
