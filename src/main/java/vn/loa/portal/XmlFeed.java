package vn.loa.portal;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import vn.loa.model.Precision;
import vn.loa.text.PlainText;
import vn.loa.text.date.VietnameseDates;

/**
 * RSS 0.9x, RSS 1.0 (RDF), RSS 2.0 and Atom. Reads on whatever is broken: byte order marks, raw ampersands, control
 * characters, unclosed elements. Entities of a DTD are never expanded.
 */
final class XmlFeed {
    private static final List<String> DATES = List.of(
            "pubdate", "dc:date", "published", "dcterms:issued", "dcterms:created", "updated", "a10:updated", "date");
    private static final List<String> TEASERS = List.of("description", "summary", "content:encoded", "content");
    private static final int MOST_ITEMS = 1_000;
    private static final int LONGEST_SOUGHT = 4_000;

    private final Document document;
    private final URI location;
    private final VietnameseDates dates;

    XmlFeed(String text, URI location, VietnameseDates dates) {
        this.document = Jsoup.parse(text.substring(start(text)), location.toString(), Parser.xmlParser());
        this.location = location;
        this.dates = dates;
    }

    /** Whether a text is such a feed, judged by its root. */
    static boolean isFeed(String text) {
        int start = start(text);
        String head = text.substring(start, Math.min(text.length(), start + LONGEST_SOUGHT))
                .toLowerCase(Locale.ROOT);
        int html = head.indexOf("<html");
        return Stream.of("<rss", "<feed", "<rdf:rdf")
                .mapToInt(head::indexOf)
                .anyMatch(root -> root >= 0 && (html < 0 || root < html));
    }

    /** What a feed calls itself; an empty string when it does not say, or is no XML. */
    static String title(String text) {
        Element title = Jsoup.parse(text.substring(start(text)), "", Parser.xmlParser())
                .selectFirst("channel > title, feed > title");
        return title == null ? "" : PlainText.tidy(title.text());
    }

    private static int start(String text) {
        int less = text.indexOf('<');
        return less < 0 ? text.length() : less;
    }

    /** Hands the items to a list of headlines. */
    void readInto(Headlines headlines) {
        document.select("item, entry, *|item, *|entry").stream()
                .limit(MOST_ITEMS)
                .forEach(item -> headlines.add(item(item)));
    }

    /** The address of the next, older part. */
    Optional<URI> next() {
        return document.select("link[rel=next][href], *|link[rel=next][href]").stream()
                .flatMap(link -> WebAddress.resolve(base(link), link.attr("href")).stream())
                .findFirst();
    }

    private Headlines.Item item(Element item) {
        String rawTeaser = texts(item, TEASERS).findFirst().orElse("");
        String teaser = FeedItem.plain(rawTeaser);
        String title = FeedItem.title(texts(item, List.of("title")).findFirst().orElse(""), teaser);
        return new Headlines.Item(link(item), title, date(item), teaser, category(item), image(item, rawTeaser));
    }

    private static Stream<Element> children(Element item, String name) {
        return item.children().stream().filter(child -> child.normalName().equals(name));
    }

    /** The texts of an item's children of some names, in the order of the names. */
    private static Stream<String> texts(Element item, List<String> names) {
        return names.stream()
                .flatMap(name -> children(item, name))
                .map(child -> child.childrenSize() > 0 ? child.text() : child.wholeText())
                .filter(text -> !text.isBlank());
    }

    private String link(Element item) {
        return Stream.of(
                        children(item, "link").filter(XmlFeed::isAlternate).map(link -> link.attr("href")),
                        texts(item, List.of("link")),
                        children(item, "guid").filter(XmlFeed::isAddress).map(Element::wholeText),
                        texts(item, List.of("id")).filter(id -> id.strip().startsWith("http")),
                        Stream.of(item.attr("rdf:about")))
                .flatMap(links -> links)
                .filter(link -> !link.isBlank())
                .findFirst()
                .map(link ->
                        WebAddress.resolve(base(item), link).map(URI::toString).orElse(link))
                .orElse("");
    }

    private static boolean isAlternate(Element link) {
        return link.hasAttr("href") && (!link.hasAttr("rel") || link.attr("rel").equalsIgnoreCase("alternate"));
    }

    private static boolean isAddress(Element guid) {
        return !guid.attr("isPermaLink").equalsIgnoreCase("false")
                && guid.wholeText().strip().startsWith("http");
    }

    private URI base(Element element) {
        Element based = element.closest("[xml:base]");
        return Optional.ofNullable(based)
                .flatMap(e -> WebAddress.resolve(location, e.attr("xml:base")))
                .orElse(location);
    }

    private String date(Element item) {
        return texts(item, DATES)
                .filter(date -> dates.read(date).precision() != Precision.NONE)
                .findFirst()
                .or(() -> texts(item, DATES).findFirst())
                .orElse("");
    }

    private static String category(Element item) {
        return Stream.concat(
                        texts(item, List.of("category", "dc:subject")),
                        children(item, "category").map(category -> category.attr("term")))
                .filter(text -> !text.isBlank())
                .findFirst()
                .map(FeedItem::plain)
                .orElse("");
    }

    private Optional<URI> image(Element item, String rawTeaser) {
        Stream<Element> enclosures = Stream.of("enclosure", "media:content", "media:thumbnail", "image")
                .flatMap(name -> children(item, name))
                .filter(XmlFeed::isPicture);
        Stream<String> addresses = enclosures.map(e -> e.hasAttr("url") ? e.attr("url") : e.text());
        return Stream.concat(addresses, FeedItem.picture(rawTeaser).stream())
                .flatMap(address -> WebAddress.resolve(base(item), address).stream())
                .findFirst();
    }

    private static boolean isPicture(Element enclosure) {
        String type = enclosure.attr("type");
        boolean untyped = type.isEmpty() && !enclosure.attr("medium").equals("video");
        return type.startsWith("image/") || (untyped && !enclosure.normalName().equals("enclosure"));
    }
}
