package vn.loa.portal.generic.block;

import com.google.re2j.Pattern;
import org.jsoup.nodes.Element;
import vn.loa.text.PlainText;

/** Recognises the heading that names a site and leads to its home page. */
public final class SiteHeading {
    private static final Pattern HOME = Pattern.compile(
            "(?i)^(https?://[^/]+)?(/|\\./|/?(index|default|home|trang-?chu)(\\.\\w+)?|/(vi|vn)/?|/pages/(default|index|home)\\.aspx)?$");

    private SiteHeading() {}

    /** Returns whether all text of an element is a link to the home page. */
    public static boolean is(Element heading) {
        Element link = heading.selectFirst("a[href]");
        return link != null
                && leadsHome(link.attr("href"))
                && PlainText.tidy(link.text()).equals(PlainText.tidy(heading.text()));
    }

    /** Returns whether a reference leads to the home page of its site; an empty one leads to the page itself. */
    public static boolean leadsHome(String href) {
        return !href.isBlank() && HOME.matcher(href.strip()).matches();
    }
}
