package vn.loa.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.fetch.Page;
import vn.loa.model.Headline;
import vn.loa.model.Precision;
import vn.loa.portal.rules.InvalidRulesException;
import vn.loa.portal.rules.RuleMistake;

class PortalCatalogTest {
    private static final ZoneId HANOI = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final URI PAGE = URI.create("https://xathu.gov.vn/tin-tuc");
    private static final String LIST = """
            <html><body><div class="tin"><a class="td" href="/bai/mot">Tin một</a><i>11/09/2023</i></div>
            <div class="tin"><a class="td" href="/bai/hai">Tin hai</a><i>ngày khác</i></div></body></html>""";

    @TempDir
    private Path folder;

    private final PortalCatalog catalog = PortalCatalog.builtIn();

    @Test
    void every_system_of_the_index_is_there() {
        assertThat(catalog.names()).startsWith("hanoi62", "hanoi").contains("nukeviet", "vnpt", "feed", "custom");
    }

    @Test
    void a_new_system_is_one_file_in_a_folder() throws IOException {
        Files.writeString(folder.resolve("xathu.yaml"), """
                about: a village
                recognise: {selectors: div.tin}
                list: {item: div.tin, title: a.td, date: i}
                article: {title: h1, body: '#noidung'}
                identity: {any-path: true}
                dates: {order: month-first}
                """);
        PortalCatalog extended = catalog.extendedFrom(folder);
        assertThat(extended.names()).contains("xathu", "hanoi62");
        for (String portal : List.of("xathu", "")) {
            Listing listing = extended.reader(portal, Map.of(), HANOI).readListing(Page.of(PAGE, LIST));
            assertThat(listing.evidence().portal()).isEqualTo("xathu");
            assertThat(listing.headlines())
                    .extracting(Headline::key)
                    .containsExactly("xathu.gov.vn#url:/bai/mot", "xathu.gov.vn#url:/bai/hai");
            assertThat(listing.headlines().get(0).published().instant())
                    .hasValueSatisfying(
                            at -> assertThat(at.atZone(HANOI).getMonthValue()).isEqualTo(11));
            assertThat(listing.problems()).hasSize(1);
        }
    }

    @Test
    void a_file_of_a_known_name_replaces_the_rules() throws IOException {
        Files.writeString(
                folder.resolve("vnpt.yaml"),
                "{list: {item: div.tin, title: a.td}, article: {title: h1, body: p}, identity: {any-path: true}}");
        Listing listing =
                catalog.extendedFrom(folder).reader("vnpt", Map.of(), HANOI).readListing(Page.of(PAGE, LIST));
        assertThat(listing.headlines()).hasSize(2);
    }

    @Test
    void a_folder_that_is_not_there_adds_nothing() {
        assertThat(catalog.extendedFrom(folder.resolve("no")).names()).isEqualTo(catalog.names());
    }

    @Test
    void all_mistakes_of_all_files_are_told_with_file_key_and_value() throws IOException {
        Files.writeString(folder.resolve("a.yaml"), """
                list: {item: 'div[', titel: a, title: a}
                article: {title: h1, body: {x: 1}}
                identity: {articles: [{key: 'Số', path: 'abc'}, {key: ok, path: '(unclosed'}]}
                dates: {order: upside-down, patterns: ['qqqqqqq']}
                """);
        Files.writeString(folder.resolve("b.yaml"), "list: [\n");
        Files.writeString(folder.resolve("c.yml"), "list: {item: a, title: b}\nlist: {item: c, title: d}\n");
        Files.writeString(folder.resolve("feed.yaml"), "list: {item: a, title: b}\n");
        Files.writeString(folder.resolve("empty.yaml"), "");
        Files.writeString(folder.resolve("note.txt"), "no rules");
        InvalidRulesException e = catchThrowableOfType(InvalidRulesException.class, () -> catalog.extendedFrom(folder));
        assertThat(e.mistakes())
                .extracting(m -> Path.of(m.file()).getFileName() + " " + m.key())
                .contains(
                        "a.yaml list.item",
                        "a.yaml list.titel",
                        "a.yaml article.body",
                        "a.yaml identity.articles[0].key",
                        "a.yaml identity.articles[0].path",
                        "a.yaml identity.articles[1].path",
                        "a.yaml dates.order",
                        "a.yaml dates.patterns[0]",
                        "b.yaml list",
                        "feed.yaml name",
                        "empty.yaml file")
                .anyMatch(place -> place.startsWith("c.yml"))
                .noneMatch(place -> place.startsWith("note"));
        assertThat(e.getMessage())
                .contains("'div['")
                .contains("titel")
                .contains("known are")
                .contains("upside-down");
    }

    @Test
    void a_source_may_bring_rules_of_its_own() {
        Map<String, Object> rules = Map.of(
                "list", Map.of("item", "div.tin", "title", List.of("a.td"), "date", "i"),
                "article", Map.of("title", "h1", "body", "#noidung", "lead", ".sapo"));
        PortalReader reader = catalog.reader("custom", rules, HANOI);
        Listing listing = reader.readListing(Page.of(PAGE, LIST));
        assertThat(listing.evidence().portal()).isEqualTo("custom");
        assertThat(listing.headlines()).hasSize(2);
        assertThat(listing.headlines().get(0).published().precision()).isEqualTo(Precision.DAY);
        ArticleReading reading = reader.readArticle(Page.of(
                URI.create("https://xathu.gov.vn/bai/mot"),
                "<h1>Tin một</h1><p class=sapo>Đoạn dẫn.</p><div id=noidung><p>Nội dung.</p></div>"));
        assertThat(reading).isInstanceOfSatisfying(ArticleReading.Read.class, read -> {
            assertThat(read.content().lead()).isEqualTo("Đoạn dẫn.");
            assertThat(read.content().paragraphs()).containsExactly("Nội dung.");
        });
    }

    @Test
    void mistakes_in_rules_of_a_sources_own_are_told() {
        Map<String, Object> rules = Map.of("list", Map.of("item", "div[", "tilte", "a"), "color", "red");
        InvalidRulesException e =
                catchThrowableOfType(InvalidRulesException.class, () -> catalog.reader("custom", rules, HANOI));
        assertThat(e.mistakes())
                .extracting(RuleMistake::key)
                .contains("list.item", "list.title", "list.tilte", "color");
        assertThat(catchThrowableOfType(InvalidRulesException.class, () -> catalog.reader("hanoi63", Map.of(), HANOI)))
                .hasMessageContaining("hanoi63")
                .hasMessageContaining("hanoi62");
        assertThat(catchThrowableOfType(InvalidRulesException.class, () -> catalog.reader("custom", Map.of(), HANOI)))
                .hasMessageContaining("list: is missing");
    }

    @Test
    void a_broken_file_of_those_that_ship_is_told_as_a_mistake_in_it() {
        PortalCatalog broken = PortalCatalog.builtIn(file -> file.equals("index") ? "hanoi62" : "drop: 5");
        assertThat(catchThrowableOfType(InvalidRulesException.class, broken::awaitRules))
                .hasMessageContaining("common.yaml");
        PortalCatalog.builtIn().awaitRules();
    }

    @Test
    void a_source_whose_portal_was_rebuilt_is_told_what_it_looks_like() {
        Listing listing = catalog.reader("hanoi62", Map.of(), HANOI)
                .readListing(Page.of(PAGE, vn.loa.Cases.page("vcc_listing.html")));
        assertThat(listing.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.detail())
                        .contains("div.asset-bounddary")
                        .endsWith("the page looks like hanoi"));
    }

    @Test
    void the_evidence_counts_what_each_rule_found() {
        Listing listing = catalog.reader("hanoi62", Map.of(), HANOI)
                .readListing(Page.of(PAGE, vn.loa.Cases.page("hanoi62_listing_p1.html")));
        assertThat(listing.evidence().matches())
                .contains(new Evidence.Match("list.item", "div.asset-bounddary", 2))
                .contains(new Evidence.Match("list.title", "h3.asset-title > a", 2));
    }
}
