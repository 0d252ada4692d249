package vn.loa.portal.feed;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Names a feed's elements by their vocabulary, whatever prefixes the feed chose: those of Atom and RSS without a prefix,
 * Dublin Core's as {@code dc:date}, and so on. A prefix that nothing declares means what it usually means. Namespaces
 * are those of RFC 4287, RSS 1.0, dublincore.org and the modules' own pages.
 */
final class FeedNames {
    private static final Map<String, String> VOCABULARIES = Map.ofEntries(
            Map.entry("www.w3.org/2005/atom", ""),
            Map.entry("purl.org/atom/ns", ""),
            Map.entry("purl.org/rss/1.0", ""),
            Map.entry("my.netscape.com/rdf/simple/0.9", ""),
            Map.entry("channel.netscape.com/rdf/simple/0.9", ""),
            Map.entry("my.netscape.com/publish/formats/rss-0.91.dtd", ""),
            Map.entry("backend.userland.com/rss2", ""),
            Map.entry("blogs.law.harvard.edu/tech/rss", ""),
            Map.entry("cyber.law.harvard.edu/rss", ""),
            Map.entry("purl.org/dc/elements/1.1", "dc:"),
            Map.entry("purl.org/dc/elements/1.0", "dc:"),
            Map.entry("purl.org/dc/terms", "dcterms:"),
            Map.entry("purl.org/rss/1.0/modules/content", "content:"),
            Map.entry("www.w3.org/1999/02/22-rdf-syntax-ns", "rdf:"),
            Map.entry("search.yahoo.com/mrss", "media:"),
            Map.entry("rssnamespace.org/feedburner/ext/1.0", "feedburner:"),
            Map.entry("www.pheedo.com/namespace/pheedo", "pheedo:"),
            Map.entry("www.itunes.com/dtds/podcast-1.0.dtd", "itunes:"));

    private static final Map<String, String> UNDECLARED =
            Map.of("atom", "", "atom03", "", "atom10", "", "a10", "", "rss", "", "rss1", "");

    private final Map<String, String> prefixes = new HashMap<>(UNDECLARED);

    FeedNames(Document document) {
        document.getAllElements().forEach(this::learn);
    }

    private void learn(Element element) {
        for (Attribute attribute : element.attributes()) {
            String name = attribute.getKey().toLowerCase(Locale.ROOT);
            String vocabulary = name.startsWith("xmlns:") ? vocabulary(attribute.getValue()) : null;
            if (vocabulary != null) {
                prefixes.put(name.substring("xmlns:".length()), vocabulary);
            }
        }
    }

    private static @Nullable String vocabulary(String namespace) {
        String plain = namespace.strip().toLowerCase(Locale.ROOT).replaceFirst("^https?://", "");
        int end = plain.length();
        while (end > 0 && (plain.charAt(end - 1) == '/' || plain.charAt(end - 1) == '#')) {
            end--;
        }
        return VOCABULARIES.get(plain.substring(0, end));
    }

    /** Returns the element's name in lower case, after its vocabulary's usual prefix. */
    String of(Element element) {
        String name = element.normalName();
        int colon = name.indexOf(':');
        String vocabulary = colon < 0 ? null : prefixes.get(name.substring(0, colon));
        return vocabulary == null ? name : vocabulary + name.substring(colon + 1);
    }

    boolean is(Element element, String name) {
        return of(element).equals(name);
    }
}
