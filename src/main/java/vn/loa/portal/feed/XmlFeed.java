package vn.loa.portal.feed;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import vn.loa.fetch.RegisteredDomain;
import vn.loa.model.Precision;
import vn.loa.portal.address.WebAddress;
import vn.loa.portal.list.Headlines;
import vn.loa.portal.page.LegacyMarkup;
import vn.loa.text.date.VietnameseDates;

/**
 * Reads RSS 0.9x, RSS 1.0 (RDF), RSS 2.0, Atom 0.3 and Atom 1.0, under whatever prefixes. Reads on whatever is broken:
 * byte order marks, raw ampersands, control characters, unclosed elements. Entities of a DTD are never expanded.
 */
public final class XmlFeed {
    private static final List<String> DATES = List.of(
            "pubdate",
            "published",
            "issued",
            "dc:date",
            "dcterms:issued",
            "dcterms:available",
            "dcterms:date",
            "created",
            "dcterms:created",
            "date",
            "updated",
            "modified",
            "dcterms:modified");
    private static final List<String> TITLES = List.of("title", "dc:title", "media:title", "itunes:title");
    private static final List<String> TEASERS = List.of("description", "summary", "content:encoded", "content");
    private static final List<String> CATEGORIES = List.of("category", "dc:subject");
    private static final List<String> PICTURES = List.of("enclosure", "media:content", "media:thumbnail", "image");

    private static final Pattern ROOT = Pattern.compile("(?i)<(?:[a-z][a-z0-9_.-]{0,30}:)?(?:rss|feed|rdf)[\\s>/]");
    private static final Pattern HTML = Pattern.compile("(?i)<html");
    /** Of a longer feed the first and the last are read, for it may have the oldest first. */
    private static final int MOST_ITEMS_AT_AN_END = 5_000;

    private static final int LONGEST_SOUGHT = 4_000;

    private static final Pattern BEGIN = Pattern.compile("(?i)<(?:[a-z][a-z0-9_.-]{0,30}:)?(?:item|entry)[\\s>]");
    private static final Pattern END = Pattern.compile("(?i)</(?:[a-z][a-z0-9_.-]{0,30}:)?(?:item|entry)\\s*>");

    private final Document document;
    private final boolean brokenOff;
    private final URI location;
    private final VietnameseDates dates;
    private final FeedNames names;
    private final FeedLink links;

    public XmlFeed(String text, URI location, Headlines.Settings settings) {
        this.document = parsed(text, location.toString());
        this.brokenOff = isBrokenOff(text);
        this.location = location;
        this.dates = settings.dates();
        this.names = new FeedNames(document);
        this.links = new FeedLink(names, settings.keys()::isDocument, location);
    }

    private static Document parsed(String text, String location) {
        String written = FeedItem.withWholeCharacters(text.substring(start(text)));
        Document document = Jsoup.parse(written, location, Parser.xmlParser());
        LegacyMarkup.toUnicode(document);
        return document;
    }

    /** Returns whether a text is an XML feed, judged by its root. */
    public static boolean isFeed(String text) {
        int start = start(text);
        String head = text.substring(start, Math.min(text.length(), start + LONGEST_SOUGHT));
        var root = ROOT.matcher(head);
        var html = HTML.matcher(head);
        return root.find() && (!html.find() || root.start() < html.start());
    }

    /** Returns the title of a feed; an empty string when it has none, or is no XML. */
    public static String title(String text) {
        Document document = parsed(text, "");
        FeedNames names = new FeedNames(document);
        return document.getAllElements().stream()
                .filter(element -> names.is(element, "title") && isHead(names, element.parent()))
                .findFirst()
                .map(title -> FeedItem.plain(FeedItem.markup(title)))
                .orElse("");
    }

    private static boolean isHead(FeedNames names, @Nullable Element parent) {
        return parent != null && (names.is(parent, "channel") || names.is(parent, "feed"));
    }

    private static int start(String text) {
        int less = text.indexOf('<');
        return less < 0 ? text.length() : less;
    }

    /** The last item of a feed that broke off within a word may have half a title, or half an address. */
    private static boolean isBrokenOff(String text) {
        int end = lastStart(END, text);
        return end >= 0 && !text.strip().endsWith(">") && lastStart(BEGIN, text) > end;
    }

    private static int lastStart(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        int last = -1;
        while (found.find()) {
            last = found.start();
        }
        return last;
    }

    /** Returns the items in the feed's order. */
    public List<Headlines.Item> items() {
        URI outermost = outermostBase();
        List<Element> all = document.getAllElements().stream()
                .filter(element -> names.is(element, "item") || names.is(element, "entry"))
                .toList();
        List<Element> items = brokenOff && !all.isEmpty() ? all.subList(0, all.size() - 1) : all;
        int last = Math.max(MOST_ITEMS_AT_AN_END, items.size() - MOST_ITEMS_AT_AN_END);
        return Stream.concat(
                        items.stream().limit(MOST_ITEMS_AT_AN_END),
                        items.stream().skip(last))
                .map(item -> item(item, outermost))
                .toList();
    }

    /** Returns the address of the site whose feed it is, which may stand on another host of the same domain. */
    public URI site() {
        return head("link")
                .filter(link -> link.attr("rel").isBlank() || FeedLink.hasRelation(link, "alternate"))
                .flatMap(link ->
                        WebAddress.resolve(location, link.hasAttr("href") ? link.attr("href") : link.wholeText())
                                .stream())
                .filter(site -> WebAddress.isSameSite(site, location) || RegisteredDomain.isShared(site, location))
                .findFirst()
                .or(() -> WebAddress.resolve(location, "/"))
                .orElse(location);
    }

    /** RSS has no base of its own and counts from the site; Atom counts from where it stands (RFC 3986, 5.1). */
    private URI outermostBase() {
        boolean isAtom = document.getAllElements().stream().anyMatch(element -> names.is(element, "feed"));
        return isAtom ? location : site();
    }

    /** Returns the address of the next, older part (RFC 5005). */
    public Optional<URI> next() {
        return head("link")
                .filter(link -> FeedLink.hasRelation(link, "next"))
                .flatMap(link -> WebAddress.resolve(links.base(link, location), link.attr("href")).stream())
                .findFirst();
    }

    private Stream<Element> head(String name) {
        return document.getAllElements().stream()
                .filter(element -> isHead(names, element.parent()) && names.is(element, name));
    }

    private Headlines.Item item(Element item, URI outermost) {
        String rawTeaser = texts(item, TEASERS).findFirst().orElse("");
        String teaser = FeedItem.plain(rawTeaser);
        String title = TITLES.stream()
                .flatMap(name -> children(item, name))
                .map(XmlFeed::title)
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse("");
        return new Headlines.Item(
                links.of(item, outermost),
                FeedItem.titleOr(title, teaser),
                date(item),
                teaser,
                category(item),
                image(item, rawTeaser, outermost),
                texts(item, List.of("guid", "id")).findFirst().orElse("").strip());
    }

    /** Atom says whether its text is markup (RFC 4287, 3.1); of RSS nobody knows. */
    private static String title(Element title) {
        if (title.childrenSize() > 0) {
            return FeedItem.plain(FeedItem.markup(title));
        }
        boolean literal = title.attr("type").strip().equalsIgnoreCase("text");
        return literal ? title.wholeText() : FeedItem.title(title.wholeText());
    }

    private Stream<Element> children(Element item, String name) {
        return item.children().stream().filter(child -> names.is(child, name));
    }

    /** The texts of an item's children of some names, in the order of the names. */
    private Stream<String> texts(Element item, List<String> sought) {
        return sought.stream()
                .flatMap(name -> children(item, name))
                .map(FeedItem::markup)
                .filter(text -> !text.isBlank());
    }

    private String date(Element item) {
        return texts(item, DATES)
                .filter(date -> dates.read(date).precision() != Precision.NONE)
                .findFirst()
                .or(() -> texts(item, DATES).findFirst())
                .orElse("");
    }

    private String category(Element item) {
        Function<Element, String> term =
                category -> category.attr("label").isBlank() ? category.attr("term") : category.attr("label");
        return Stream.concat(texts(item, CATEGORIES), children(item, "category").map(term))
                .filter(text -> !text.isBlank())
                .findFirst()
                .map(FeedItem::plain)
                .orElse("");
    }

    private Optional<URI> image(Element item, String rawTeaser, URI outermost) {
        Stream<String> enclosed = PICTURES.stream()
                .flatMap(name -> children(item, name))
                .filter(this::isPicture)
                .map(picture -> picture.hasAttr("url") ? picture.attr("url") : picture.ownText());
        URI base = links.base(item, outermost);
        return Stream.concat(enclosed, FeedItem.picture(rawTeaser).stream())
                .flatMap(address -> WebAddress.resolve(base, address).stream())
                .findFirst();
    }

    private boolean isPicture(Element enclosure) {
        String type = enclosure.attr("type");
        boolean untyped = type.isEmpty() && !enclosure.attr("medium").equals("video");
        return type.startsWith("image/") || (untyped && !names.is(enclosure, "enclosure"));
    }
}
