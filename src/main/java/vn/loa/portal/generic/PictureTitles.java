package vn.loa.portal.generic;

import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import vn.loa.portal.generic.block.DatePatterns;
import vn.loa.portal.generic.block.ShortText;
import vn.loa.text.PlainText;

/**
 * Finds the items of a list whose only links are pictures, or empty ones laid over the items: the link's tooltip or label,
 * the picture's name or the only heading beside it is the title.
 */
final class PictureTitles {
    private static final int FEWEST = 3;
    private static final int SHORTEST = 14;
    private static final int MOST_LINKS = 500;
    private static final int MOST_ELEMENTS = 60;
    private static final int LONGEST_ITEM = 1_500;
    private static final String HEADINGS = "h2, h3, h4, h5, h6";
    private static final String BOILERPLATE = "nav, footer, header, aside, .footer, #footer, .banner, .menu";

    private final Links links;
    private final Map<String, Map<URI, Title>> shapes = new LinkedHashMap<>();

    private PictureTitles(Links links) {
        this.links = links;
    }

    /** A title, and the element around its picture. */
    record Title(URI url, String text, Element item) {
        /** Returns the date of the item as written, an empty string when it has none. */
        String date() {
            return item.stream()
                    .limit(MOST_ELEMENTS)
                    .map(Element::ownText)
                    .map(PlainText::tidy)
                    .filter(DatePatterns::isDate)
                    .findFirst()
                    .orElse("");
        }

        /** Returns what the item says beside its title, an empty string where that is its date. */
        String teaser() {
            return date().isEmpty() ? PlainText.tidy(item.text()) : "";
        }
    }

    /** Returns the items of the largest such list; none when there are fewer than three. */
    static List<Title> on(Element page, Links links) {
        PictureTitles titles = new PictureTitles(links);
        page.select("a[href]:has(img), a[href][aria-label], a[href][title]").stream()
                .limit(MOST_LINKS)
                .forEach(titles::add);
        return titles.shapes.values().stream()
                .filter(items -> items.size() >= FEWEST)
                .max(Comparator.comparingInt(Map::size))
                .<List<Title>>map(items -> new ArrayList<>(items.values()))
                .orElse(List.of());
    }

    private void add(Element link) {
        String title = title(link);
        Element item = link.parent();
        if (title.length() < SHORTEST || title.indexOf(' ') < 0 || item == null || !tells(item)) {
            return;
        }
        links.resolve(link.attr("href"))
                .filter(url -> links.isOwn(url) && !links.leadsBack(url) && link.closest(BOILERPLATE) == null)
                .ifPresent(url -> shapes.computeIfAbsent(
                                item.normalName() + '.' + item.className(), shape -> new LinkedHashMap<>())
                        .putIfAbsent(url, new Title(url, title, item)));
    }

    /** A row of banners has names too, and no words beside the pictures. */
    private static boolean tells(Element item) {
        return ShortText.of(item, LONGEST_ITEM).length() >= SHORTEST;
    }

    private static String title(Element link) {
        if (!link.text().isBlank()) {
            return "";
        }
        @Nullable Element picture = link.selectFirst("img");
        Stream<String> names = picture == null ? Stream.of() : Stream.of(picture.attr("title"), picture.attr("alt"));
        return Stream.concat(Stream.of(link.attr("title"), link.attr("aria-label")), names)
                .map(PlainText::tidy)
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElseGet(() -> heading(link.parent()));
    }

    private static String heading(@Nullable Element item) {
        List<String> headings = item == null ? List.of() : item.select(HEADINGS).eachText();
        return headings.size() == 1 ? PlainText.tidy(headings.get(0)) : "";
    }
}
