package vn.loa.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.loa.Cases;
import vn.loa.Cases.Case;
import vn.loa.fetch.Page;
import vn.loa.fetch.PageDecoder;
import vn.loa.model.Headline;

/** Feeds of one oddity each, and pages whose charset lies, with what must be read in them. */
class FeedCasesTest {
    private static final ZoneId HANOI = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final PortalReader FEEDS = PortalCatalog.builtIn().reader("feed", Map.of(), HANOI);
    private static final PortalReader PAGES = PortalCatalog.builtIn().reader("", Map.of(), HANOI);

    static Stream<Case> links() {
        return Cases.read("feed-links.jsonl");
    }

    static Stream<Case> titles() {
        return Cases.read("feed-titles.jsonl");
    }

    static Stream<Case> feeds() {
        return Cases.read("reading-feed.jsonl");
    }

    static Stream<Case> encodings() {
        return Cases.read("reading-page-enc.jsonl");
    }

    private Headline only(String url, String document) {
        Listing listing = FEEDS.readListing(Page.of(URI.create(url), document));
        assertThat(listing.headlines()).as(listing.problems().toString()).hasSize(1);
        return listing.headlines().get(0);
    }

    @ParameterizedTest
    @MethodSource("links")
    void an_item_is_announced_with_the_address_that_was_meant(Case each) {
        assertThat(only(each.text("url"), each.text("document")).url()).hasToString(each.text("right"));
    }

    @ParameterizedTest
    @MethodSource("titles")
    void a_title_is_the_text_that_was_meant(Case each) throws JsonProcessingException {
        String title = only(each.text("url"), each.text("document")).title();
        JsonNode right = JSON.readTree(each.text("right"));
        assertThat(title).isEqualTo(right.isNull() ? "Thôngbáo họp thôn" : right.asText());
    }

    private static String text(Case each) {
        return PageDecoder.decode(bytes(each), each.text("contentType")).text();
    }

    private static byte[] bytes(Case each) {
        return each.fields().has("base64")
                ? Base64.getDecoder().decode(each.text("base64"))
                : each.text("html").getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @MethodSource("feeds")
    void a_feed_is_read_whatever_its_form_and_its_charset(Case each) {
        JsonNode right = each.fields().get("expect");
        Headline headline = only(each.text("url"), text(each));
        assertThat(headline.title()).isEqualTo(right.get("title").asText());
        assertThat(headline.url()).hasToString(right.get("url").asText());
        LocalDateTime published = LocalDateTime.parse(right.get("published").asText());
        assertThat(headline.published().instant().map(at -> at.truncatedTo(ChronoUnit.MINUTES)))
                .contains(published.atZone(HANOI).toInstant());
    }

    @ParameterizedTest
    @MethodSource("encodings")
    void a_page_is_read_in_the_charset_of_its_bytes(Case each) {
        JsonNode right = each.fields().get("expect");
        ArticleReading reading = PAGES.readArticle(Page.of(URI.create(each.text("url")), text(each)));
        assertThat(reading).isInstanceOf(ArticleReading.Read.class);
        ArticleReading.Read read = (ArticleReading.Read) reading;
        assertThat(read.content().title()).isEqualTo(right.get("title").asText());
        assertThat(read.content().lead() + String.join("\n", read.content().paragraphs()))
                .startsWith(right.get("p0").asText());
    }
}
