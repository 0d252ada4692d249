package vn.loa.portal.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import vn.loa.fetch.RegisteredDomain;
import vn.loa.portal.address.WebAddress;
import vn.loa.portal.list.Headlines;

/** Reads JSON Feed 1 and 1.1 (jsonfeed.org). */
public final class JsonFeed {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
            .build();
    private static final int LONGEST_SOUGHT = 2_000;

    private final JsonNode feed;
    private final URI location;
    private final Predicate<URI> isDocument;

    private JsonFeed(JsonNode feed, URI location, Predicate<URI> isDocument) {
        this.feed = feed;
        this.location = location;
        this.isDocument = isDocument;
    }

    /** Returns whether a text is a JSON feed or tries to be one, judged by its start. */
    public static boolean isFeed(String text) {
        int brace = text.indexOf('{');
        if (brace < 0 || text.substring(0, brace).chars().anyMatch(Character::isLetterOrDigit)) {
            return false;
        }
        String head = text.substring(brace, Math.min(text.length(), brace + LONGEST_SOUGHT));
        return head.replace("\\/", "/").contains("jsonfeed.org/version")
                || (head.contains("\"items\"") && head.contains("\"title\""));
    }

    /** Returns whether a text says by its start that it is a JSON feed. */
    public static boolean isDeclared(String text) {
        return text.substring(0, Math.min(text.length(), LONGEST_SOUGHT))
                .replace("\\/", "/")
                .contains("jsonfeed.org/version");
    }

    /** Parses a feed; empty when its JSON is broken. */
    public static Optional<JsonFeed> parse(String text, URI location, Predicate<URI> isDocument) {
        try {
            return Optional.of(new JsonFeed(JSON.readTree(text.substring(text.indexOf('{'))), location, isDocument));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** Returns the items in the feed's order. */
    public List<Headlines.Item> items() {
        return StreamSupport.stream(feed.path("items").spliterator(), false)
                .map(this::item)
                .toList();
    }

    /** Returns the address of the site whose feed it is, which may stand on another host of the same domain. */
    public URI site() {
        return WebAddress.resolve(location, feed.path("home_page_url").asText(""))
                .filter(site -> WebAddress.isSameSite(site, location) || RegisteredDomain.isShared(site, location))
                .or(() -> WebAddress.resolve(location, "/"))
                .orElse(location);
    }

    /** Returns the address of the next, older part. */
    public Optional<URI> next() {
        return WebAddress.resolve(location, feed.path("next_url").asText(""));
    }

    private Headlines.Item item(JsonNode item) {
        String raw = first(item, "summary", "content_text", "content_html");
        String teaser = FeedItem.plain(raw);
        String title = FeedItem.titleOr(FeedItem.title(first(item, "title")), teaser);
        String category = FeedItem.plain(item.path("tags").path(0).asText(""));
        return new Headlines.Item(
                link(item),
                title,
                first(item, "date_published", "date_modified"),
                teaser,
                category,
                image(item),
                first(item, "id"));
    }

    private String link(JsonNode item) {
        String id = first(item, "id");
        return Stream.of(
                        first(item, "url"),
                        first(item, "external_url"),
                        id.startsWith("http") ? id : "",
                        document(item))
                .filter(link -> WebAddress.resolve(location, link).isPresent())
                .findFirst()
                .orElse("");
    }

    /** An item may have nothing but a file. */
    private String document(JsonNode item) {
        return StreamSupport.stream(item.path("attachments").spliterator(), false)
                .map(attachment -> attachment.path("url").asText(""))
                .filter(url ->
                        WebAddress.resolve(location, url).filter(isDocument).isPresent())
                .findFirst()
                .orElse("");
    }

    private static String first(JsonNode item, String... names) {
        return Stream.of(names)
                .map(name -> item.path(name).asText(""))
                .filter(value -> !value.isBlank())
                .findFirst()
                .orElse("");
    }

    private Optional<URI> image(JsonNode item) {
        return Stream.concat(
                        Stream.of(first(item, "image", "banner_image")),
                        FeedItem.picture(item.path("content_html").asText("")).stream())
                .flatMap(address -> WebAddress.resolve(location, address).stream())
                .findFirst();
    }
}
