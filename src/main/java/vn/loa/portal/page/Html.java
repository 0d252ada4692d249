package vn.loa.portal.page;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import vn.loa.fetch.Page;
import vn.loa.portal.address.WebAddress;
import vn.loa.text.PlainText;

/**
 * A page, parsed.
 *
 * @param document its nodes, which belong to this reading and may be changed
 * @param location where it came from
 * @param base what its relative links are relative to
 * @param servedAt when its server made it, as far as that is known
 */
public record Html(Document document, URI location, URI base, Optional<Instant> servedAt) {
    private static final int LONGEST_TITLE = 120;
    private static final List<String> FEED_TYPES =
            List.of("application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml");

    public static Html parse(Page page) {
        URI location = page.location();
        Document document = Jsoup.parse(page.text(), location.toString());
        EmbeddedMarkup.unfold(document);
        TwiceEncodedText.repair(document);
        LegacyMarkup.toUnicode(document);
        Element declared = document.selectFirst("base[href]");
        Optional<URI> base = declared == null ? Optional.empty() : WebAddress.resolve(location, declared.attr("href"));
        return new Html(document, location, base.orElse(location), page.servedAt());
    }

    /** Returns the page's title, short enough for a message. */
    public String title() {
        return PlainText.start(document.title(), LONGEST_TITLE);
    }

    public Optional<URI> resolve(String reference) {
        return WebAddress.resolve(base, reference);
    }

    /** Returns the feeds that the page declares. */
    public List<URI> feeds() {
        return document.select("link[rel~=(?i)alternate][href]").stream()
                .filter(link -> FEED_TYPES.contains(link.attr("type").toLowerCase(Locale.ROOT)))
                .flatMap(link -> resolve(link.attr("href")).stream())
                .distinct()
                .toList();
    }
}
