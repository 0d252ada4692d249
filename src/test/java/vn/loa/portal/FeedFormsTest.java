package vn.loa.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.fetch.Page;
import vn.loa.model.Headline;
import vn.loa.model.Problem;
import vn.loa.portal.list.SkipReason;

/** Self-written oddities of feeds, of the kinds that the cases show. */
class FeedFormsTest {
    private static final String ATOM = "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>T</title>%s</feed>";
    private static final String RSS = "<rss version=\"2.0\" xmlns:atom=\"http://www.w3.org/2005/Atom\">"
            + "<channel><title>T</title><link>https://xathu.gov.vn/</link>%s</channel></rss>";

    private static final PortalReader READER =
            PortalCatalog.builtIn().reader("feed", Map.of(), ZoneId.of("Asia/Ho_Chi_Minh"));

    private Listing read(String text) {
        return READER.readListing(Page.of(URI.create("https://xathu.gov.vn/rss/home.rss"), text));
    }

    @Test
    void an_item_of_rdf_is_named_by_its_attribute_under_whatever_prefix() {
        Listing listing = read("<r:RDF xmlns:r=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\""
                + " xmlns=\"http://purl.org/rss/1.0/\"><item r:about=\"https://xathu.gov.vn/tin/1\"><title>Tin</title></item>"
                + "</r:RDF>");
        assertThat(listing.headlines())
                .singleElement()
                .satisfies(only -> assertThat(only.url()).hasToString("https://xathu.gov.vn/tin/1"));
    }

    private String linkOf(String frame, String links) {
        String name = frame.equals(ATOM) ? "entry" : "item";
        Listing listing = read(frame.formatted("<" + name + "><title>Tin</title>" + links + "</" + name + ">"));
        assertThat(listing.headlines()).as(listing.problems().toString()).hasSize(1);
        return listing.headlines().get(0).url().toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<link rel='alternate' type='application/json' href='/api/1'/><link rel='alternate' type='text/html'"
                        + " href='/tin/1'/>",
                "<link rel='alternate' type='text/html' href='/tin/1'/><link rel='alternate' type='text/calendar'"
                        + " href='/a.ics'/>",
                "<link rel='http://www.iana.org/assignments/relation/alternate' href='/tin/1'/>",
                "<link rel=' ALTERNATE ' href='/tin/1'/><link rel='self' href='/api/1'/>",
                "<link rel='alternate nofollow' href='/tin/1'/>",
                "<link rel='replies' href='/b'/><link rel='edit' href='/e'/><id>https://xathu.gov.vn/tin/1</id>",
                "<link rel='http://www.iana.org/assignments/relation/self' href='/tin/1'/><link rel='license'"
                        + " href='/l'/>",
                "<link rel='alternate' href='mailto:a@b.vn'/><link rel='alternate' href='/tin/1'/>",
            })
    void of_several_links_of_an_entry_its_web_page_counts(String links) {
        assertThat(linkOf(ATOM, links)).isEqualTo("https://xathu.gov.vn/tin/1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<atom:link rel='self' href='/rss/1'/><link>https://xathu.gov.vn/tin/1</link>",
                "<link>https://xathu.gov.vn/tin/1</link><atom:link rel='enclosure' href='/a.mp3'/>",
                "<link>tin/1</link>",
                "<link>xathu.gov.vn/tin/1</link>",
                "<link/><guid> https://xathu.gov.vn/tin/1 </guid>",
                "<guid isPermaLink='false'>https://xathu.gov.vn/?p=1</guid><link>/tin/1</link>",
                "<link>http://feeds.example.net/~r/1</link><f:origLink"
                        + " xmlns:f='http://rssnamespace.org/feedburner/ext/1.0'>/tin/1</f:origLink>"
            })
    void of_several_links_of_an_item_its_web_page_counts(String links) {
        assertThat(linkOf(RSS, links)).isEqualTo("https://xathu.gov.vn/tin/1");
    }

    @Test
    void bases_stand_in_one_another() {
        String feed = "<feed xmlns='http://www.w3.org/2005/Atom' xml:base='/a/'><entry xml:base='b/'><title>Tin</title>"
                + "<link xml:base='c/' href='1'/></entry><entry xml:base='https://xathu.gov.vn/d/'><title>Tin</title>"
                + "<link href='2'/></entry></feed>";
        assertThat(read(feed).headlines())
                .extracting(headline -> headline.url().getPath())
                .containsExactly("/a/b/c/1", "/d/2");
    }

    @ParameterizedTest
    @CsvSource({
        "atom03, http://purl.org/atom/ns#",
        "x, http://www.w3.org/2005/Atom",
        "atom, ''",
        "y, https://www.w3.org/2005/Atom/"
    })
    void prefixes_are_read_by_what_they_stand_for(String prefix, String namespace) {
        String declared = namespace.isEmpty() ? "" : " xmlns:" + prefix + "='" + namespace + "'";
        String feed = ("<P:feed" + declared + "><P:title>Xã Thử</P:title><P:entry><P:title>Tin</P:title>"
                        + "<P:link href='/tin/1'/><P:issued>2026-03-02T08:05:00+07:00</P:issued></P:entry></P:feed>")
                .replace("P:", prefix + ":");
        assertThat(read(feed).headlines()).singleElement().satisfies(headline -> {
            assertThat(headline.url()).hasToString("https://xathu.gov.vn/tin/1");
            assertThat(headline.published().instant()).contains(Instant.parse("2026-03-02T01:05:00Z"));
        });
        assertThat(READER.title(Page.of(URI.create("https://xathu.gov.vn/a"), feed)))
                .isEqualTo("Xã Thử");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<title>Phong trào &amp;lt;b&amp;gt;Sạch nhà&amp;lt;/b&amp;gt;</title>|Phong trào Sạch nhà",
                "<title><![CDATA[Hội <b>nghị</b> <a href=\"/x\">xã</a>]]></title>|Hội nghị xã",
                "<title>Xã &lt;Phú Xuyên&gt; họp</title>|Xã <Phú Xuyên> họp",
                "<title>Chỉ số A&lt;B và C&gt;D</title>|Chỉ số A<B và C>D",
                "<title type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\">Hội"
                        + " <em>nghị</em><br/>xã</div></title>|Hội nghị xã",
                "<title type=\"xhtml\"><x:div"
                        + " xmlns:x=\"http://www.w3.org/1999/xhtml\"><x:p>Hội</x:p><x:p>nghị</x:p></x:div></title>|Hội"
                        + " nghị",
                "<title type=\"text\">Viết &amp;lt; là nhỏ hơn</title>|Viết < là nhỏ hơn",
                "<title>Mừng &#xD83C;&#xDF89; xuân</title>|Mừng 🎉 xuân",
                "<dc:title>Tin từ Dublin</dc:title>|Tin từ Dublin",
                "<media:title>Ảnh</media:title><title>Tin</title>|Tin"
            })
    void a_title_is_told_as_it_was_meant(String title, String meant) {
        Listing listing = read(RSS.formatted("<item>" + title + "<link>/tin/1</link></item>"));
        assertThat(listing.headlines()).extracting(Headline::title).containsExactly(meant);
    }

    @Test
    void items_without_an_address_are_told_apart_by_their_guids() {
        String items = "<item><title>Tin một</title><guid isPermaLink='false'>a1</guid></item>"
                + "<item><title>Tin hai</title><guid isPermaLink='false'>a2</guid></item>"
                + "<item><title>Tin ba</title><link>https://xathu.gov.vn/</link><guid>a3</guid></item>"
                + "<item><title>Tin bốn</title><link>/bang-tin</link><guid>a4</guid></item>"
                + "<item><title>Tin năm</title><link>/bang-tin</link><guid>a5</guid></item>"
                + "<item><title>Tin sáu</title><link>/#/tin/6</link></item>"
                + "<item><title>Tin bảy</title><link>/#/tin/7</link></item>"
                + "<item><title>Không gì cả</title></item>";
        Listing listing = read(RSS.formatted(items));
        assertThat(listing.headlines())
                .extracting(Headline::key)
                .containsExactly(
                        "xathu.gov.vn#guid:a1",
                        "xathu.gov.vn#guid:a2",
                        "xathu.gov.vn#guid:a3",
                        "xathu.gov.vn#guid:a4",
                        "xathu.gov.vn#guid:a5",
                        "xathu.gov.vn#url:/#/tin/6",
                        "xathu.gov.vn#url:/#/tin/7",
                        "xathu.gov.vn#title:khong gi ca");
    }

    @Test
    void a_page_that_only_stands_for_an_item_is_not_read_as_it() {
        for (String address : new String[] {"https://xathu.gov.vn/", "https://xathu.gov.vn/#/tin/6"}) {
            ArticleReading reading = READER.readArticle(Page.of(
                    URI.create(address),
                    "<article><h1>Trang chủ</h1><p>Chào mừng đến với cổng thông tin.</p></article>"));
            assertThat(reading).isInstanceOf(ArticleReading.NotAnArticle.class);
            assertThat(((ArticleReading.NotAnArticle) reading).reason()).isEqualTo(ArticleReading.Reason.UNREADABLE);
        }
    }

    @Test
    void hosts_of_one_registered_domain_are_one_site_to_a_feed_and_others_are_counted() {
        String items = "<item><title>Chị em</title><link>https://mttq.xathu.gov.vn/tin/1</link></item>"
                + "<item><title>Người lạ</title><link>https://hi88online.net/tin/2</link></item>"
                + "<item><title>Xã khác</title><link>https://xakhac.gov.vn/tin/3</link></item>"
                + "<item><title>Ảnh</title><link>/anh/a.jpg</link></item>"
                + "<item><title>Không phải web</title><link>javascript:void(0)</link><guid>x</guid></item>";
        Listing listing = read(RSS.formatted(items));
        assertThat(listing.headlines())
                .extracting(Headline::key)
                .containsExactly("mttq.xathu.gov.vn#url:/tin/1", "xathu.gov.vn#guid:x");
        assertThat(listing.skipped().counts())
                .containsOnly(Map.entry(SkipReason.OTHER_SITE, 2), Map.entry(SkipReason.FILE, 1));
        assertThat(listing.skipped().total()).isEqualTo(3);
    }

    @Test
    void a_feed_in_which_nothing_is_left_is_a_problem_with_its_reasons() {
        Listing listing = read(RSS.formatted("<item><title>A</title><link>https://xakhac.gov.vn/tin/1</link></item>"
                + "<item><title>B</title><link>https://xakhac.gov.vn/tin/2</link></item>"));
        assertThat(listing.headlines()).isEmpty();
        assertThat(listing.problems())
                .containsExactly(new Problem(
                        Problem.Kind.NO_LIST,
                        "2 items, none of them an article of this site (2 on another site):"
                                + " https://xakhac.gov.vn/tin/1"));
        assertThat(read(RSS.formatted("")).problems()).isEmpty();
    }

    @Test
    void a_document_is_an_article_of_its_own_by_link_and_by_enclosure() {
        String items = "<item><title>Thông báo số 1</title><link>/uploads/2026/tb-1.pdf</link></item>"
                + "<item><title>Kế hoạch</title><enclosure url='/uploads/kh.docx' type='application/msword'/></item>";
        Listing listing = read(RSS.formatted(items));
        assertThat(listing.headlines()).extracting(Headline::category).containsExactly("Văn bản", "Văn bản");
        assertThat(listing.headlines())
                .extracting(headline -> headline.url().getPath())
                .containsExactly("/uploads/2026/tb-1.pdf", "/uploads/kh.docx");
    }

    @Test
    void a_list_on_a_page_may_link_to_documents_and_not_to_sister_sites() {
        PortalReader nukeviet = PortalCatalog.builtIn().reader("nukeviet", Map.of(), ZoneId.of("Asia/Ho_Chi_Minh"));
        String item = "<div class='item'><h3><a href='%s'>Tiêu đề của bài</a></h3></div>";
        String list = "<div class='news_column'>" + item.formatted("/vi/news/tin-tuc/hop-12.html")
                + item.formatted("/uploads/news/tb-1.pdf") + item.formatted("https://mttq.xathu.gov.vn/a-13.html")
                + item.formatted("/anh/a.jpg") + "</div>";
        Listing listing = nukeviet.readListing(Page.of(URI.create("https://xathu.gov.vn/vi/news/tin-tuc/"), list));
        assertThat(listing.headlines())
                .extracting(headline -> headline.url().getPath())
                .containsExactly("/vi/news/tin-tuc/hop-12.html", "/uploads/news/tb-1.pdf");
        assertThat(listing.skipped().counts())
                .containsOnly(Map.entry(SkipReason.SISTER_SITE, 1), Map.entry(SkipReason.FILE, 1));
    }

    @Test
    void a_document_is_read_as_its_own_attachment() {
        URI url = URI.create("https://xathu.gov.vn/uploads/tb-1.pdf");
        Page page = new Page(url, url, 200, "application/pdf", "", "", Optional.empty(), Optional.empty());
        ArticleReading reading = READER.readArticle(page);
        assertThat(reading).isInstanceOf(ArticleReading.Read.class);
        assertThat(((ArticleReading.Read) reading).content().attachments())
                .singleElement()
                .satisfies(file -> assertThat(file.url()).isEqualTo(url));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void of_a_very_long_feed_the_newest_count_wherever_they_stand(boolean oldestFirst) {
        Instant first = Instant.parse("2020-01-01T00:00:00Z");
        String items = IntStream.range(0, 1_200)
                .map(i -> oldestFirst ? i : 1_199 - i)
                .mapToObj(i -> "<item><title>Tin %d</title><link>/tin/%d</link><pubDate>%s</pubDate></item>"
                        .formatted(i, i, first.plus(i, ChronoUnit.HOURS)))
                .collect(Collectors.joining());
        Listing listing = read(RSS.formatted(items));
        assertThat(listing.headlines()).hasSize(500);
        assertThat(listing.headlines())
                .extracting(Headline::title)
                .contains("Tin 1199", "Tin 700")
                .doesNotContain("Tin 699");
        assertThat(listing.headlines().get(0).title()).isEqualTo(oldestFirst ? "Tin 700" : "Tin 1199");
    }
}
