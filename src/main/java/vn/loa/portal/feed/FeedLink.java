package vn.loa.portal.feed;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import vn.loa.fetch.RegisteredDomain;
import vn.loa.portal.address.WebAddress;

/**
 * Finds the address of an item among all that it links to: the one it had before a counting service, the web page it is
 * an alternate of, its permanent link, and only then what is left. Relations are those of RFC 4287 and RFC 8288.
 */
final class FeedLink {
    /** Relations may be written as the addresses under which they were once registered. */
    private static final List<String> REGISTRY = List.of(
            "http://www.iana.org/assignments/relation/",
            "https://www.iana.org/assignments/relation/",
            "http://www.iana.org/assignments/link-relations/");

    private static final int MOST_BASES = 64;

    private final FeedNames names;
    private final Predicate<URI> isDocument;
    private final URI location;

    FeedLink(FeedNames names, Predicate<URI> isDocument, URI location) {
        this.names = names;
        this.isDocument = isDocument;
        this.location = location;
    }

    /** One of the addresses in an item, and the element that holds it. */
    private record Candidate(Element holder, String written) {
        static Candidate href(Element link) {
            return new Candidate(link, link.attr("href"));
        }

        /** A link that was closed too early, as HTML has it, is followed by its address. */
        static Candidate text(Element holder) {
            String inside = holder.wholeText();
            return inside.isBlank() && holder.nextSibling() instanceof TextNode after
                    ? new Candidate(holder, after.getWholeText())
                    : new Candidate(holder, inside);
        }
    }

    /**
     * Returns the item's address, whole; an empty string when it has none that can be read.
     *
     * @param outermost what addresses are relative to where no element says otherwise
     */
    String of(Element item, URI outermost) {
        List<String> own = addresses(candidates(item), outermost);
        return own.stream()
                .filter(address -> !isFrontPage(address))
                .findFirst()
                .or(() -> own.stream().findFirst())
                .or(() -> addresses(lastResorts(item), outermost).stream().findFirst())
                .orElse("");
    }

    private List<String> addresses(Stream<Candidate> candidates, URI outermost) {
        return candidates
                .filter(candidate -> !candidate.written().isBlank())
                .flatMap(candidate -> resolved(candidate, outermost).stream())
                .toList();
    }

    /** An item that names the site as its address has its own in another place, if anywhere. */
    private static boolean isFrontPage(String address) {
        int path = address.indexOf('/', address.indexOf("//") + 2);
        return path < 0 || path == address.length() - 1;
    }

    private Stream<Candidate> candidates(Element item) {
        List<Element> links = children(item, "link").toList();
        return Stream.of(
                        texts(item, "feedburner:origlink", "pheedo:origlink"),
                        alternates(links, link -> isWebPage(link) && !isForeign(link)),
                        alternates(links, FeedLink::isWebPage),
                        contents(item),
                        links.stream()
                                .filter(link -> !link.hasAttr("href") && isAlternate(link))
                                .map(Candidate::text),
                        alternates(links, link -> link.attr("type").isBlank() && !isForeign(link)),
                        alternates(links, link -> link.attr("type").isBlank()),
                        children(item, "guid").filter(FeedLink::isPermanent).map(Candidate::text),
                        alternates(links, link -> true),
                        texts(item, "id", "dc:identifier").filter(id -> isWhole(id.written())),
                        about(item).map(address -> new Candidate(item, address)))
                .flatMap(each -> each);
    }

    private Stream<Candidate> lastResorts(Element item) {
        List<Element> links = children(item, "link").toList();
        return Stream.concat(related(links, "self", "canonical"), documents(item, links));
    }

    /** Atom may keep the article apart from its entry (RFC 4287, 4.1.3.2). */
    private Stream<Candidate> contents(Element item) {
        return children(item, "content")
                .filter(content ->
                        content.hasAttr("src") && (content.attr("type").isBlank() || isWebPage(content)))
                .map(content -> new Candidate(content, content.attr("src")));
    }

    private static Stream<Candidate> alternates(List<Element> links, Predicate<Element> kind) {
        return links.stream()
                .filter(link -> link.hasAttr("href") && isAlternate(link) && kind.test(link))
                .map(Candidate::href);
    }

    private static Stream<Candidate> related(List<Element> links, String... relations) {
        return links.stream().filter(link -> hasRelation(link, relations)).map(Candidate::href);
    }

    /** An item may have nothing but a file. */
    private Stream<Candidate> documents(Element item, List<Element> links) {
        Stream<Candidate> enclosures =
                children(item, "enclosure").map(enclosure -> new Candidate(enclosure, enclosure.attr("url")));
        return Stream.concat(enclosures, related(links, "enclosure"))
                .filter(file -> WebAddress.resolve(location, file.written())
                        .filter(isDocument)
                        .isPresent());
    }

    private static boolean isAlternate(Element link) {
        return link.attr("rel").isBlank() || hasRelation(link, "alternate");
    }

    /** Returns true when a link has one of these relations, in any of the forms in which they are written. */
    static boolean hasRelation(Element link, String... sought) {
        String written = link.attr("rel").strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(written.split("\\s+"))
                .map(FeedLink::withoutRegistry)
                .anyMatch(relation -> List.of(sought).contains(relation));
    }

    private static String withoutRegistry(String relation) {
        return REGISTRY.stream()
                .filter(relation::startsWith)
                .map(registry -> relation.substring(registry.length()))
                .findFirst()
                .orElse(relation);
    }

    private static boolean isWebPage(Element link) {
        String type = link.attr("type").strip().toLowerCase(Locale.ROOT);
        return type.startsWith("text/html") || type.startsWith("application/xhtml");
    }

    /** The same article may be there in another language. */
    private static boolean isForeign(Element link) {
        String language = link.attr("hreflang").strip().toLowerCase(Locale.ROOT);
        return !language.isEmpty() && !language.startsWith("vi");
    }

    /** RDF names its items by an attribute, under whatever prefix. */
    private static Stream<String> about(Element item) {
        return item.attributes().asList().stream()
                .filter(attribute -> attribute.getKey().replaceFirst("^.*:", "").equals("about"))
                .map(Attribute::getValue);
    }

    private static boolean isPermanent(Element guid) {
        String told = guid.attr("isPermaLink").strip();
        String address = guid.wholeText().strip();
        return !told.equalsIgnoreCase("false")
                && (isWhole(address) || (told.equalsIgnoreCase("true") && address.startsWith("/")));
    }

    private static boolean isWhole(String written) {
        return written.strip().regionMatches(true, 0, "http", 0, 4);
    }

    /** The address that was meant, with the route of a script where it has one. */
    private Optional<String> resolved(Candidate candidate, URI outermost) {
        String reference = withScheme(unwrapped(bare(candidate.written())));
        URI base = base(candidate.holder(), outermost);
        return WebAddress.resolve(base, reference)
                .flatMap(url -> isLoopback(url) ? onSite(url, base) : Optional.of(url))
                .map(url -> url + WebAddress.route(reference));
    }

    /** Returns an address without the quotation marks, blanks and invisible characters pasted around it. */
    private static String bare(String written) {
        int start = 0;
        int end = written.length();
        while (start < end && isInvisible(written.charAt(start))) {
            start++;
        }
        while (end > start && isInvisible(written.charAt(end - 1))) {
            end--;
        }
        return written.substring(start, end);
    }

    private static boolean isInvisible(char c) {
        return c == '"'
                || Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.getType(c) == Character.FORMAT;
    }

    /** A server that was moved may still give its links the name under which it knows itself. */
    private static boolean isLoopback(URI url) {
        String host = url.getHost();
        return host != null && (host.equals("localhost") || host.startsWith("127."));
    }

    private static Optional<URI> onSite(URI url, URI base) {
        String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
        return WebAddress.resolve(base, url.getRawPath() + query);
    }

    /** Returns an address without the line breaks in it and without the markup of a link around it. */
    private static String unwrapped(String written) {
        String line = written.lines().map(String::strip).collect(Collectors.joining());
        if (!line.startsWith("<")) {
            return line;
        }
        Element markup = Jsoup.parseBodyFragment(line).body();
        Element link = markup.selectFirst("a[href]");
        return link == null ? markup.text().strip() : link.attr("href").strip();
    }

    /** Where a relative address begins with the name of a host of this site, the scheme was forgotten. */
    private String withScheme(String reference) {
        int end = 0;
        while (end < reference.length() && "/?#".indexOf(reference.charAt(end)) < 0) {
            end++;
        }
        String host = reference.substring(0, end);
        if (host.indexOf('.') < 0 || !host.matches("[A-Za-z0-9.-]+(:\\d+)?")) {
            return reference;
        }
        String whole = location.getScheme() + "://" + reference;
        return WebAddress.resolve(location, whole).filter(this::isOfSite).isPresent() ? whole : reference;
    }

    private boolean isOfSite(URI url) {
        return WebAddress.isSameSite(url, location) || RegisteredDomain.isShared(url, location);
    }

    /** Returns what the relative addresses in an element are relative to; bases stand in one another. */
    URI base(Element element, URI outermost) {
        List<String> bases = new ArrayList<>();
        Element each = element;
        for (int depth = 0; each != null && depth < MOST_BASES; depth++) {
            if (each.hasAttr("xml:base")) {
                bases.add(0, each.attr("xml:base"));
            }
            each = each.parent();
        }
        URI base = outermost;
        for (String inner : bases) {
            base = WebAddress.resolve(base, inner).orElse(base);
        }
        return base;
    }

    private Stream<Element> children(Element item, String name) {
        return item.children().stream().filter(child -> names.is(child, name));
    }

    private Stream<Candidate> texts(Element item, String... sought) {
        return Stream.of(sought).flatMap(name -> children(item, name)).map(Candidate::text);
    }
}
