package vn.loa.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.loa.Cases;
import vn.loa.fetch.Page;
import vn.loa.model.ArticleContent;
import vn.loa.model.Headline;
import vn.loa.model.Published;

/**
 * Every system that ships: a list and an article of our own writing in its markup, in {@code src/test/resources/portals},
 * and what they say. They are read with the system named and with the system left to be recognised.
 */
class PortalPagesTest {
    private static final ZoneId HANOI = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final PortalCatalog CATALOG = PortalCatalog.builtIn();

    static Stream<String> systems() {
        return CATALOG.names().stream()
                .filter(name -> !List.of("feed", "custom").contains(name));
    }

    @ParameterizedTest
    @MethodSource("systems")
    void a_list_is_read_with_its_system_named_and_recognised(String system) {
        JsonNode expected = expected(system).get("list");
        for (String portal : List.of(system, "")) {
            Listing listing = CATALOG.reader(portal, Map.of(), HANOI)
                    .readListing(page(system, "list.html", expected.get("url").asText()));
            assertThat(listing.evidence().portal()).isEqualTo(system);
            assertSame(told(listing), expected);
        }
    }

    @ParameterizedTest
    @MethodSource("systems")
    void an_article_is_read_with_its_system_named_and_recognised(String system) {
        JsonNode expected = expected(system).get("article");
        for (String portal : List.of(system, "")) {
            PortalReader reader = CATALOG.reader(portal, Map.of(), HANOI);
            URI url = URI.create(expected.get("url").asText());
            ArticleReading reading = reader.readArticle(page(system, "article.html", url.toString()));
            assertThat(reading.evidence().portal()).isEqualTo(system);
            assertThat(reading).isInstanceOf(ArticleReading.Read.class);
            assertSame(told(((ArticleReading.Read) reading).content()), expected);
        }
    }

    @ParameterizedTest
    @MethodSource("systems")
    void a_list_in_place_of_an_article_is_none(String system) {
        JsonNode expected = expected(system);
        Page list = page(system, "list.html", expected.get("article").get("url").asText());
        ArticleReading reading = CATALOG.reader(system, Map.of(), HANOI).readArticle(list);
        assertThat(reading).isInstanceOf(ArticleReading.NotAnArticle.class);
    }

    private static Page page(String system, String file, String url) {
        return Page.of(URI.create(url), Cases.bytesAsText("portals/" + system + "/" + file));
    }

    private static JsonNode expected(String system) {
        try {
            return JSON.readTree(Cases.bytesAsText("portals/" + system + "/expected.json"));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void assertSame(ObjectNode told, JsonNode expected) {
        ObjectNode wanted = expected.deepCopy();
        wanted.remove("url");
        assertThat(told.toPrettyString()).isEqualTo(wanted.toPrettyString());
    }

    private static ObjectNode told(Listing listing) {
        ObjectNode told = JSON.createObjectNode();
        ArrayNode headlines = told.putArray("headlines");
        listing.headlines().forEach(headline -> headlines.add(told(headline)));
        told.put("next", listing.next().map(URI::toString).orElse(""));
        ArrayNode problems = told.putArray("problems");
        listing.problems().forEach(problem -> problems.add(problem.kind() + " " + problem.detail()));
        return told;
    }

    private static ObjectNode told(Headline headline) {
        return JSON.createObjectNode()
                .put("key", headline.key())
                .put("url", headline.url().toString())
                .put("title", headline.title())
                .put("published", told(headline.published()))
                .put("teaser", headline.teaser())
                .put("category", headline.category())
                .put("image", told(headline.image()));
    }

    private static ObjectNode told(ArticleContent article) {
        ObjectNode told = JSON.createObjectNode()
                .put("title", article.title())
                .put("published", told(article.published()))
                .put("lead", article.lead());
        article.paragraphs().forEach(told.putArray("paragraphs")::add);
        told.put("category", article.category()).put("author", article.author()).put("image", told(article.image()));
        ArrayNode attachments = told.putArray("attachments");
        article.attachments().forEach(file -> attachments.add(file.name() + " " + file.url()));
        return told;
    }

    private static String told(Optional<URI> address) {
        return address.map(URI::toString).orElse("");
    }

    private static String told(Published published) {
        return published.precision()
                + published
                        .instant()
                        .map(at -> " " + at.atZone(HANOI).toLocalDateTime())
                        .orElse("");
    }
}
