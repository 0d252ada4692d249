package vn.loa.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.loa.Cases;
import vn.loa.fetch.Page;
import vn.loa.fetch.PageDecoder;
import vn.loa.model.ArticleContent;
import vn.loa.model.Headline;
import vn.loa.model.Precision;
import vn.loa.model.Published;
import vn.loa.model.Summary;
import vn.loa.portal.address.ArticleLink;
import vn.loa.story.StoryFingerprint;
import vn.loa.story.StorySimilarity;
import vn.loa.story.StoryText;
import vn.loa.summary.Summarizer;
import vn.loa.summary.SummaryLimits;
import vn.loa.text.EncodingDamage;
import vn.loa.text.Folding;
import vn.loa.text.date.VietnameseDates;
import vn.loa.text.privacy.PrivateData;

/** Inputs of {@code src/test/resources/traps}, each of one trap, with the value that was decided before reading them. */
@Order(2)
class ReadingTrapsTest {
    private static final ZoneId HANOI = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final PortalCatalog CATALOG = PortalCatalog.builtIn();
    private static final PortalReader ANY = CATALOG.detecting(HANOI);
    private static final PrivateData.Masks MASKS =
            new PrivateData.Masks("[ĐT]", "[TK]", "[GT]", "[THƯ]", "[TÊN]", "[SỐ]");

    /** A trap, shown by its kind and name. */
    record Trap(JsonNode fields) {
        String kind() {
            return text("kind");
        }

        String text(String name) {
            return fields.path(name).asText();
        }

        JsonNode expect() {
            return fields.path("expect");
        }

        Page page() {
            Page page = Page.of(URI.create(text("url")), document());
            return fields.has("servedAt") ? page.servedAt(Instant.parse(text("servedAt"))) : page;
        }

        String document() {
            byte[] bytes = fields.has("base64")
                    ? Base64.getDecoder().decode(text("base64"))
                    : text("html").getBytes(StandardCharsets.UTF_8);
            return PageDecoder.decode(bytes, text("contentType")).text();
        }

        @Override
        public String toString() {
            return kind() + ": " + text("id");
        }
    }

    static Stream<Trap> traps() {
        return Stream.of(
                        "first",
                        "second",
                        "third",
                        "fourth",
                        "fifth",
                        "sixth",
                        "seventh",
                        "eighth",
                        "ninth",
                        "tenth",
                        "eleventh",
                        "twelfth",
                        "thirteenth",
                        "fourteenth",
                        "fifteenth")
                .flatMap(set -> Cases.bytesAsText("traps/" + set + ".jsonl").lines())
                .filter(line -> !line.isBlank())
                .map(line -> new Trap(Cases.json(line)));
    }

    @ParameterizedTest
    @MethodSource("traps")
    void every_trap_is_passed(Trap trap) {
        switch (trap.kind()) {
            case "feed-date" -> feedDate(trap);
            case "date-line" -> dateLine(trap);
            case "feed-link" ->
                assertThat(only(trap.text("url"), trap.text("document")).url()).hasToString(trap.text("right"));
            case "feed-title" ->
                assertThat(only(trap.text("url"), trap.text("document")).title())
                        .isEqualTo(trap.text("right"));
            case "feed" -> feed(trap);
            case "identity-list" -> identities(trap);
            case "nukeviet-list" -> nukeViet(trap);
            case "attachment" ->
                assertThat(article(trap).attachments())
                        .hasSize(trap.expect().get("attachments").asInt());
            case "files" ->
                assertLines(
                        trap, article(trap).attachments().stream().map(file -> file.name() + " <" + file.url() + ">"));
            case "notice" -> notice(trap);
            case "list" -> assertLines(trap, headlines(trap).map(told -> told.title() + " <" + told.url() + ">"));
            case "list-dates" -> assertLines(trap, headlines(trap).map(told -> told(told.published())));
            case "page-date", "page-body", "page-enc" -> page(trap);
            case "page-soft" ->
                assertThat(ANY.kindOf(trap.page()))
                        .isEqualTo(PortalReader.Kind.valueOf(
                                trap.expect().get("kind").asText().toUpperCase(Locale.ROOT)));
            case "summary" -> summary(trap);
            case "url" -> link(trap);
            case "same-article" ->
                assertThat(key(trap, "one").equals(key(trap, "other")))
                        .isEqualTo(trap.fields().get("same").asBoolean());
            case "text" -> text(trap);
            case "private" -> privateData(trap);
            case "story" -> story(trap);
            default -> throw new IllegalArgumentException(trap.kind());
        }
    }

    private static void feedDate(Trap trap) {
        Optional<Instant> right =
                trap.fields().get("right").isNull() ? Optional.empty() : Optional.of(Instant.parse(trap.text("right")));
        assertThat(VietnameseDates.in(HANOI).read(trap.text("text")).instant()).isEqualTo(right);
    }

    private static void dateLine(Trap trap) {
        Published read = VietnameseDates.in(HANOI).read(trap.text("raw"));
        assertThat(read.instant()
                        .map(at -> at.atZone(HANOI).toLocalDateTime().toString())
                        .orElse("none"))
                .isEqualTo(
                        trap.fields().get("expected").isNull()
                                ? "none"
                                : written(trap.text("expected")).toString());
        assertThat(read.precision().name()).isEqualToIgnoringCase(trap.text("precision"));
    }

    private static LocalDateTime written(String text) {
        return text.length() == 10
                ? LocalDate.parse(text).atStartOfDay()
                : OffsetDateTime.parse(text).atZoneSameInstant(HANOI).toLocalDateTime();
    }

    private static Headline only(String url, String document) {
        Listing listing = CATALOG.reader("feed", Map.of(), HANOI).readListing(Page.of(URI.create(url), document));
        assertThat(listing.headlines()).as(listing.problems().toString()).hasSize(1);
        return listing.headlines().get(0);
    }

    private static void feed(Trap trap) {
        Headline headline = only(trap.text("url"), trap.document());
        assertThat(headline.title()).isEqualTo(trap.expect().get("title").asText());
        assertThat(headline.url()).hasToString(trap.expect().get("url").asText());
        assertThat(told(headline.published()))
                .isEqualTo(trap.expect().get("published").asText());
    }

    private static void identities(Trap trap) {
        Listing listing = ANY.readListing(trap.page());
        assertThat(listing.headlines())
                .as(listing.problems().toString())
                .hasSize(trap.expect().get("items").asInt());
        assertThat(listing.headlines()).extracting(Headline::key).doesNotHaveDuplicates();
    }

    private static Stream<Headline> headlines(Trap trap) {
        return ANY.readListing(trap.page()).headlines().stream();
    }

    private static void assertLines(Trap trap, Stream<String> read) {
        assertThat(read).containsExactlyElementsOf(texts(trap.expect().get("lines")));
    }

    private static void nukeViet(Trap trap) {
        for (String portal : List.of("nukeviet", "")) {
            Listing listing = CATALOG.reader(portal, Map.of(), HANOI).readListing(trap.page());
            assertThat(listing.headlines())
                    .as(portal + listing.problems())
                    .hasSize(trap.expect().get("items").asInt());
        }
    }

    private static ArticleContent article(Trap trap) {
        ArticleReading reading = ANY.readArticle(trap.page());
        assertThat(reading).isInstanceOf(ArticleReading.Read.class);
        return ((ArticleReading.Read) reading).content();
    }

    private static void notice(Trap trap) {
        ArticleReading reading = ANY.readArticle(trap.page(), trap.text("headline"));
        assertThat(reading).isInstanceOf(ArticleReading.Read.class);
        ArticleContent read = ((ArticleReading.Read) reading).content();
        JsonNode expect = trap.expect();
        assertThat(read.title()).isEqualTo(expect.get("title").asText());
        if (expect.has("text")) {
            String text = read.lead() + ' ' + String.join(" ", read.paragraphs());
            assertThat(text.strip()).isEqualTo(expect.get("text").asText());
        }
        if (expect.has("day")) {
            assertThat(told(read.published())).startsWith(expect.get("day").asText());
        }
        assertLines(trap, read.attachments().stream().map(file -> file.name() + " <" + file.url() + ">"));
    }

    private static String told(Published published) {
        return published
                .instant()
                .map(at -> LocalDateTime.ofInstant(at.truncatedTo(ChronoUnit.MINUTES), HANOI))
                .map(at -> published.precision() == Precision.DAY
                        ? at.toLocalDate().toString()
                        : at.toString())
                .orElse("null");
    }

    private static void page(Trap trap) {
        ArticleContent read = article(trap);
        JsonNode expect = trap.expect();
        List<String> told = new ArrayList<>(read.paragraphs());
        if (!read.lead().isEmpty()) {
            told.add(0, read.lead());
        }
        assertThat(read.title()).isEqualTo(expect.get("title").asText());
        if (expect.has("published")) {
            assertThat(told(read.published())).isEqualTo(expect.get("published").asText());
        }
        if (expect.has("author")) {
            assertThat(read.author()).isEqualTo(expect.get("author").asText());
        }
        if (expect.has("image")) {
            assertThat(read.image().map(URI::toString).orElse(""))
                    .isEqualTo(expect.get("image").asText());
        }
        if (expect.has("p0")) {
            assertThat(told.get(0)).isEqualTo(expect.get("p0").asText());
        }
        if (expect.has("paragraphs")) {
            assertThat(told).containsExactlyElementsOf(texts(expect.get("paragraphs")));
        }
        texts(expect.path("not"))
                .forEach(words -> assertThat(String.join("\n", told)).doesNotContain(words));
        if (expect.has("att")) {
            assertThat(read.attachments())
                    .anyMatch(file -> (file.name() + " " + file.url())
                            .contains(expect.get("att").asText()));
        }
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private static void summary(Trap trap) {
        Instant day = OffsetDateTime.parse(trap.text("date")).toInstant();
        ArticleContent content = new ArticleContent(
                trap.text("title"),
                Published.at(day, Precision.MINUTE),
                trap.text("lead"),
                texts(trap.fields().get("paragraphs")),
                "",
                "",
                Optional.empty(),
                List.of());
        Summary summary = new Summarizer(SummaryLimits.ofAnnouncement(), MASKS).summarize(content, HANOI);
        assertThat(summary.text()).isNotBlank();
        texts(trap.fields().get("has"))
                .forEach(words -> assertThat(summary.text()).contains(words));
        texts(trap.fields().get("not"))
                .forEach(words -> assertThat(summary.text()).doesNotContain(words));
        for (JsonNode pair : trap.fields().get("together")) {
            if (summary.text().contains(pair.get(0).asText())) {
                assertThat(summary.text()).contains(pair.get(1).asText());
            }
        }
        if (trap.fields().has("eventDate")) {
            assertThat(summary.eventDate().map(LocalDate::toString).map(TextNode::valueOf))
                    .isEqualTo(Optional.of(trap.fields().get("eventDate")).filter(date -> !date.isNull()));
        }
    }

    private static void link(Trap trap) {
        ArticleLink read = ANY.link(URI.create(trap.text("base")), trap.text("href"));
        assertThat(read.isArticle()).isEqualTo(trap.fields().get("is_article").asBoolean());
        assertThat(read.key().orElse("null")).isEqualTo(trap.text("key"));
    }

    /** Returns the key of an article among others of a list, under which its title stands. */
    private static String key(Trap trap, String link) {
        StringBuilder list = new StringBuilder("<title>Tin</title><main>");
        List<String> links = List.of(trap.text(link), "/tin/khac-a", "/tin/khac-b", "/tin/khac-c");
        for (String each : links) {
            list.append("<div class=tin><h3><a href='" + each + "'>Thôn họp bàn việc làng về " + each
                    + "</a></h3><span>16/11/2026</span><p>Bà con cùng bàn việc của thôn.</p></div>");
        }
        return ANY.readListing(Page.of(URI.create(trap.text("url")), list + "</main>"))
                .headlines()
                .get(0)
                .key();
    }

    private static void privateData(Trap trap) {
        String told = PrivateData.mask(trap.text("text"), MASKS);
        texts(trap.fields().get("hides")).forEach(words -> assertThat(told).doesNotContain(words));
        texts(trap.fields().get("keeps")).forEach(words -> assertThat(told).contains(words));
    }

    private static void story(Trap trap) {
        StoryText known = StoryText.of(written(trap.fields().get("known")));
        StoryText fresh = StoryText.of(written(trap.fields().get("new")));
        List<?> shared = StoryFingerprint.of(fresh).hashes().stream()
                .filter(StoryFingerprint.of(known).hashes()::contains)
                .toList();
        assertThat(shared.size() >= 2 && StorySimilarity.of(fresh, known).isSameStory())
                .isEqualTo(trap.fields().get("same").asBoolean());
    }

    private static ArticleContent written(JsonNode article) {
        return new ArticleContent(
                article.get("title").asText(),
                Published.unknown(),
                article.get("lead").asText(),
                texts(article.get("body")),
                "",
                "",
                Optional.empty(),
                List.of());
    }

    private static void text(Trap trap) {
        if (trap.text("folded").equals("?")) {
            assertThat(EncodingDamage.in(trap.text("raw"))).isPresent();
        } else {
            assertThat(Folding.fold(trap.text("raw"))).isEqualTo(trap.text("folded"));
            assertThat(EncodingDamage.in(trap.text("raw"))).isEmpty();
        }
    }
}
