package vn.loa.portal;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import vn.loa.model.Precision;
import vn.loa.text.PlainText;
import vn.loa.text.VietnameseDates;

/** Finds the news items of a list page of no known system: the links that look alike and say most. */
final class GenericListing {
    private static final int FEWEST_ITEMS = 3;
    private static final int SHORTEST_TITLE = 20;
    private static final int LONGEST_TITLE = 300;
    private static final int MOST_LINKS = 2_000;
    private static final int MOST_STEPS_UP = 5;

    private final ArticleKeys keys;
    private final VietnameseDates dates;

    GenericListing(ArticleKeys keys, VietnameseDates dates) {
        this.keys = keys;
        this.dates = dates;
    }

    /** The items in the page's order; none when nothing on it looks like a list of news. */
    List<Headlines.Item> read(Html page) {
        Map<String, List<Element>> alike = page.document().select("a[href]").stream()
                .filter(link -> isTitle(page, link))
                .limit(MOST_LINKS)
                .collect(Collectors.groupingBy(GenericListing::shape, LinkedHashMap::new, Collectors.toList()));
        return alike.values().stream()
                .filter(links -> links.size() >= FEWEST_ITEMS)
                .max(Comparator.comparingInt(GenericListing::letters))
                .map(links -> items(page, links))
                .orElse(List.of());
    }

    private List<Headlines.Item> items(Html page, List<Element> links) {
        Map<Element, Integer> linksWithin = new HashMap<>();
        links.forEach(link -> around(link).forEach(part -> linksWithin.merge(part, 1, Integer::sum)));
        return links.stream()
                .map(link -> item(page, link, box(link, linksWithin)))
                .toList();
    }

    /** A link and the parts of the page around it, the smallest first. */
    private static Stream<Element> around(Element link) {
        return Stream.iterate(link, part -> part != null, Element::parent).limit(MOST_STEPS_UP);
    }

    private boolean isTitle(Html page, Element link) {
        int length = link.text().length();
        return length >= SHORTEST_TITLE
                && length <= LONGEST_TITLE
                && link.closest("nav, header, footer, aside") == null
                && keys.read(page.location(), page.base(), link.attr("href")).isArticle();
    }

    private static String shape(Element link) {
        return Stream.iterate(link, node -> node != null, Element::parent)
                .limit(4)
                .map(node -> node.normalName() + "." + node.className())
                .collect(Collectors.joining("<"));
    }

    private static int letters(List<Element> links) {
        return links.stream().mapToInt(link -> link.text().length()).sum();
    }

    private Headlines.Item item(Html page, Element link, Element box) {
        String date = box.select("time, [class*=date], [class*=time], span, small, em, p, div").stream()
                .map(Element::ownText)
                .filter(text -> dates.read(text).precision() != Precision.NONE)
                .findFirst()
                .orElse("");
        String teaser = box.select("p, [class*=sapo], [class*=summary], [class*=desc]").stream()
                .map(part -> PlainText.tidy(part.text()))
                .filter(text -> !text.contains(link.text()) && !text.equals(PlainText.tidy(date)))
                .findFirst()
                .orElse("");
        return new Headlines.Item(link.attr("href"), link.text(), date, teaser, "", Pictures.first(page, box));
    }

    /** The largest part of the page around a link that holds no other link like it. */
    private static Element box(Element link, Map<Element, Integer> linksWithin) {
        return around(link)
                .takeWhile(part -> linksWithin.get(part) == 1)
                .reduce((smaller, larger) -> larger)
                .orElse(link);
    }
}
