package vn.loa.portal;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import vn.loa.portal.rules.Css;

/**
 * The likelihood that a page is of a portal's system, with its reasons.
 *
 * @param points the sum of what speaks for it
 * @param why what speaks for it, in words
 */
record Recognition(Portal portal, int points, List<String> why) {
    /** A generator names the system; a marker node is nearly as good; links alone are a hint. */
    private static final int GENERATOR = 4;

    private static final int MARKER = 3;
    private static final int LINKS = 2;
    private static final int LINKS_LOOKED_AT = 500;

    /** The parts of a page that every portal's marks ask for, looked up once. */
    record Look(Document document, String generator, List<String> links) {
        static Look at(Document document) {
            Element generator = document.selectFirst("meta[name=generator i]");
            List<String> links = document.selectStream("a[href]")
                    .limit(LINKS_LOOKED_AT)
                    .map(link -> link.attr("href"))
                    .toList();
            return new Look(document, generator == null ? "" : generator.attr("content"), links);
        }
    }

    static Recognition of(Portal portal, Look page) {
        List<String> why = new ArrayList<>();
        int points = 0;
        if (portal.marks().generator().isIn(page.generator())) {
            why.add("generator " + page.generator());
            points += GENERATOR;
        }
        for (Css.Choice mark : portal.marks().selectors().choices()) {
            if (mark.isIn(page.document())) {
                why.add(mark.source());
                points += MARKER;
            }
        }
        for (Pattern form : portal.marks().links().patterns()) {
            if (page.links().stream().anyMatch(link -> form.matcher(link).find())) {
                why.add("links like " + form.pattern());
                points += LINKS;
            }
        }
        return new Recognition(portal, points, why);
    }

    boolean isSure() {
        return points >= MARKER;
    }
}
