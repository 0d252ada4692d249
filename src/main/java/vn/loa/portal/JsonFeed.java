package vn.loa.portal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URI;
import java.util.Optional;
import java.util.stream.Stream;

/** JSON Feed 1 and 1.1 (jsonfeed.org). */
final class JsonFeed {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
            .build();
    private static final int LONGEST_SOUGHT = 2_000;

    private final JsonNode feed;
    private final URI location;

    private JsonFeed(JsonNode feed, URI location) {
        this.feed = feed;
        this.location = location;
    }

    /** Whether a text is such a feed or tries to be one, judged by its start. */
    static boolean isFeed(String text) {
        int brace = text.indexOf('{');
        if (brace < 0 || text.substring(0, brace).chars().anyMatch(Character::isLetterOrDigit)) {
            return false;
        }
        String head = text.substring(brace, Math.min(text.length(), brace + LONGEST_SOUGHT));
        return head.contains("jsonfeed.org/version") || (head.contains("\"items\"") && head.contains("\"title\""));
    }

    /** The feed; empty when its JSON is broken. */
    static Optional<JsonFeed> parse(String text, URI location) {
        try {
            return Optional.of(new JsonFeed(JSON.readTree(text.substring(text.indexOf('{'))), location));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** Hands the items to a list of headlines. */
    void readInto(Headlines headlines) {
        feed.path("items").forEach(item -> headlines.add(item(item)));
    }

    /** The address of the next, older part. */
    Optional<URI> next() {
        return WebAddress.resolve(location, feed.path("next_url").asText(""));
    }

    private Headlines.Item item(JsonNode item) {
        String raw = first(item, "summary", "content_text", "content_html");
        String teaser = FeedItem.plain(raw);
        String title = FeedItem.title(first(item, "title"), teaser);
        String category = FeedItem.plain(item.path("tags").path(0).asText(""));
        return new Headlines.Item(
                link(item), title, first(item, "date_published", "date_modified"), teaser, category, image(item));
    }

    private String link(JsonNode item) {
        String id = item.path("id").asText("");
        String link = first(item, "url", "external_url");
        return link.isEmpty() && id.startsWith("http") ? id : link;
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
