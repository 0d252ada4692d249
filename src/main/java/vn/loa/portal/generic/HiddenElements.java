package vn.loa.portal.generic;

import java.util.Locale;
import org.jsoup.nodes.Element;

/** Tells what a page has but shows to nobody. */
final class HiddenElements {
    private HiddenElements() {}

    /** A paywall hides with style what it sends; schema.org's way of marking that is a class with that word. */
    static boolean isHidden(Element element) {
        boolean hidden = element.hasAttr("hidden")
                || element.attr("aria-hidden").equals("true")
                || isStyledAway(element.attr("style"));
        return hidden && !element.className().contains("paywall");
    }

    private static boolean isStyledAway(String style) {
        if (style.isEmpty()) {
            return false;
        }
        String bare = style.replace(" ", "").toLowerCase(Locale.ROOT);
        return bare.contains("display:none") || bare.contains("visibility:hidden");
    }
}
