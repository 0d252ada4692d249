package vn.loa.portal.generic;

import java.net.URI;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import vn.loa.portal.generic.block.PageText;
import vn.loa.portal.generic.block.SiteHeading;
import vn.loa.portal.generic.block.TextBlock;
import vn.loa.text.Folding;
import vn.loa.text.PlainText;

/** The names of a page's site, of the office behind it and of their sections, which are no titles of articles. */
final class SiteNames {
    /** In letters without blanks; names of parts of a site are short. */
    private static final int LONGEST_NAME = 30;

    private static final int MOST_LINKS = 2_000;
    private static final double NEARLY_ALL = 0.8;
    private static final Pattern OFFICE_NAME =
            Pattern.compile("(?iu:(?:ủy|uỷ) ban nhân dân|ubnd|(?:ủy|uỷ) ban (?:mttq|mặt trận tổ quốc)(?: việt nam)?"
                    + "|đảng (?:ủy|uỷ|bộ)|hội đồng nhân dân|hđnd) (?iu:xã|phường|thị trấn|đặc khu|huyện|tỉnh|thành phố|thị xã)"
                    + "(?: \\p{Lu}\\p{L}*){1,4}");

    private static final Pattern SECTION_OF_SITE = Pattern.compile("\\s+[|»•·–—-]+\\s+");

    private final Set<String> menu;

    SiteNames(PageText page, URI location) {
        this.menu = menu(page, location);
    }

    /** Returns whether a line is the name of the site or of a part of it: it leads home, or the menu has it. */
    boolean hold(TextBlock block) {
        boolean leadsHome = block.linkDensity() > NEARLY_ALL && SiteHeading.leadsHome(block.href());
        return leadsHome
                || isNamedInMenu(block)
                || isSectionOfSite(block.text())
                || OFFICE_NAME.matcher(block.text()).matches();
    }

    private boolean isNamedInMenu(TextBlock block) {
        return block.letters() <= LONGEST_NAME && menu.contains(Folding.fold(block.text()));
    }

    /** "Tin tức - Xã Hòa Sơn": each part is the name of a section or of the site. */
    private boolean isSectionOfSite(String text) {
        String[] parts = SECTION_OF_SITE.split(Folding.fold(text), -1);
        return parts.length > 1 && Stream.of(parts).allMatch(menu::contains);
    }

    /** The short texts of links to other pages. */
    private static Set<String> menu(PageText page, URI location) {
        return page.containers().isEmpty()
                ? Set.of()
                : page.containers().get(0).element().select("a[href]").stream()
                        .limit(MOST_LINKS)
                        .filter(link -> !location.toString().endsWith(link.attr("href")))
                        .map(SiteNames::named)
                        .filter(text -> !text.isEmpty() && text.length() <= 2 * LONGEST_NAME)
                        .collect(Collectors.toSet());
    }

    private static String named(Element link) {
        Element picture = link.hasText() ? null : link.selectFirst("img[alt]");
        return Folding.fold(PlainText.tidy(picture == null ? link.text() : picture.attr("alt")));
    }
}
