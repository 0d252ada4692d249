package vn.loa.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.fetch.Page;
import vn.loa.model.Headline;
import vn.loa.model.Precision;
import vn.loa.model.Problem;
import vn.loa.portal.list.SkipReason;

class FeedsTest {
    private static final PortalCatalog CATALOG = PortalCatalog.builtIn();
    private final PortalReader reader = CATALOG.reader("feed", Map.of(), ZoneId.of("Asia/Ho_Chi_Minh"));

    private Listing read(String text) {
        return reader.readListing(Page.of(URI.create("https://xathu.gov.vn/rss/home.rss"), text));
    }

    @Test
    void rss_2_is_read() {
        Listing listing = read("""
            <?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
            <title>Xã Thử</title><link>https://xathu.gov.vn</link>
            <item><title>Họp &amp;quot;giao ban&amp;quot; &#038; ký kết</title><link> https://xathu.gov.vn/tin/hop-12345.html?utm_source=rss </link>
            <description>&lt;p&gt;Tóm tắt &lt;b&gt;ngắn&lt;/b&gt;.&lt;/p&gt;</description><content:encoded><![CDATA[<p>Toàn văn</p>]]></content:encoded>
            <category>Tin Mặt trận</category><enclosure url="/anh/hop.jpg" type="image/jpeg" length="1"/>
            <guid isPermaLink="false">12345</guid><pubDate>Mon, 09 Mar 2026 10:18:00 GMT</pubDate></item>
            </channel></rss>\
            """);
        assertThat(listing.problems()).isEmpty();
        assertThat(listing.evidence().portal()).isEqualTo("feed");
        assertThat(listing.headlines()).singleElement().satisfies(item -> {
            assertThat(item.key()).isEqualTo("xathu.gov.vn#nv:tin:12345");
            assertThat(item.url()).hasToString("https://xathu.gov.vn/tin/hop-12345.html");
            assertThat(item.title()).isEqualTo("Họp \"giao ban\" & ký kết");
            assertThat(item.teaser()).isEqualTo("Tóm tắt ngắn.");
            assertThat(item.category()).isEqualTo("Tin Mặt trận");
            assertThat(item.image()).contains(URI.create("https://xathu.gov.vn/anh/hop.jpg"));
            assertThat(item.published().instant()).contains(Instant.parse("2026-03-09T10:18:00Z"));
        });
    }

    @Test
    void atom_is_read_with_its_base_and_next_page() {
        Listing listing = read("""
            <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://xathu.gov.vn/tin/"><link rel="self" href="/atom"/><link rel="next" href="?trang=2"/>
            <entry><title type="html">Ra qu&amp;acirc;n</title><link rel="enclosure" href="a.mp3"/><link rel="alternate" href="ra-quan-777.html"/>
            <id>tag:x</id><published>2026-03-09T17:18:00+07:00</published><updated>2026-03-10T00:00:00Z</updated>
            <summary type="xhtml"><div><p>Sáng 9/3, <b>bà con</b> ra quân.</p></div></summary><category term="Môi trường"/></entry></feed>\
            """);
        assertThat(listing.headlines()).singleElement().satisfies(item -> {
            assertThat(item.key()).isEqualTo("xathu.gov.vn#url:/tin/ra-quan-777.html");
            assertThat(item.title()).isEqualTo("Ra quân");
            assertThat(item.teaser()).isEqualTo("Sáng 9/3, bà con ra quân.");
            assertThat(item.category()).isEqualTo("Môi trường");
            assertThat(item.published().instant()).contains(Instant.parse("2026-03-09T10:18:00Z"));
        });
        assertThat(listing.next()).contains(URI.create("https://xathu.gov.vn/tin/?trang=2"));
    }

    @Test
    void rdf_is_read() {
        Listing listing = read("""
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
            <channel rdf:about="https://xathu.gov.vn"><title>x</title><link>https://xathu.gov.vn</link></channel>
            <item rdf:about="https://xathu.gov.vn/tin/a-55555.html"><title>Tin A</title><dc:date>2026-03-09</dc:date></item></rdf:RDF>\
            """);
        assertThat(listing.headlines()).singleElement().satisfies(item -> {
            assertThat(item.key()).isEqualTo("xathu.gov.vn#nv:tin:55555");
            assertThat(item.published().precision()).isEqualTo(Precision.DAY);
        });
    }

    @Test
    void json_feed_is_read() {
        Listing listing = read("""
            \ufeff{"version":"https://jsonfeed.org/version/1.1","title":"x","next_url":"/feed.json?p=2","items":[
            {"id":"1","url":"/tin/a-11111.html","title":"Tin\tA","content_html":"<img src='/a.jpg'><p>Nội dung <b>A</b></p>","date_published":"2026-03-09T17:18:00+07:00","tags":["Mặt trận"]},
            {"id":"2","content_text":"Bài không có đầu đề nhưng có nội dung"},
            {"id":"https://xathu.gov.vn/tin/c-33333.html","content_text":"Bài không có đầu đề"},
            5, null, "x"]}\
            """);
        assertThat(listing.headlines())
                .extracting(Headline::title)
                .containsExactly("Tin A", "Bài không có đầu đề nhưng có nội dung", "Bài không có đầu đề");
        assertThat(listing.headlines().get(1).url()).hasToString("https://xathu.gov.vn/");
        assertThat(listing.headlines().get(0).teaser()).isEqualTo("Nội dung A");
        assertThat(listing.headlines().get(0).image()).contains(URI.create("https://xathu.gov.vn/a.jpg"));
        assertThat(listing.next()).contains(URI.create("https://xathu.gov.vn/feed.json?p=2"));
        assertThat(listing.problems()).isNotEmpty().allMatch(p -> p.kind() == Problem.Kind.UNREADABLE_ITEMS);
    }

    @Test
    void one_broken_item_costs_no_other() {
        Listing listing = read("""
            \u0000\ufeff  <?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "b">]><rss><channel>
            <item><title>Không có liên kết</title></item>
            <item><title></title><link>/tin/b-22222.html</link></item>
            <item><title>M?t tr?n T? qu?c</title><link>/tin/c-33333.html</link></item>
            <item><title>Trang khác</title><link>https://hi88online.net/c-44444.html</link></item>
            <item><title>Ngày sai</title><link>/tin/d-55555.html</link><pubDate>31/02/2026 25:00</pubDate></item>
            <item><title>Thực thể &a; & dấu và < ngoặc</title><link>/tin/e-66666.html?a=1&b=2</link><pubDate>hôm qua</pubDate></item>
            <item><title>Không đóng<link>/tin/f-77777.html</item>
            <item><title>Sau cùng</title><guid>https://xathu.gov.vn/tin/g-88888.html</guid><pubDate>09/03/2026 17:20</pubDate>\
            """);
        assertThat(listing.headlines())
                .extracting(Headline::key)
                .contains("xathu.gov.vn#nv:tin:55555", "xathu.gov.vn#nv:tin:66666", "xathu.gov.vn#nv:tin:88888")
                .doesNotContain("xathu.gov.vn#nv:tin:33333", "xathu.gov.vn#nv:tin:44444");
        assertThat(listing.headlines())
                .extracting(Headline::title)
                .contains("Không có liên kết")
                .noneMatch(title -> title.contains("<link>"));
        assertThat(listing.problems())
                .extracting(Problem::detail)
                .anyMatch(detail -> detail.startsWith("no title: "))
                .anyMatch(detail -> detail.startsWith("damaged encoding LOST"))
                .anyMatch(detail -> detail.startsWith("unreadable date: 31/02/2026"));
        assertThat(listing.evidence().skipped())
                .containsExactly(
                        "https://xathu.gov.vn/tin/b-22222.html",
                        "M?t tr?n T? qu?c",
                        "https://hi88online.net/c-44444.html");
        assertThat(listing.skipped().counts())
                .containsExactly(
                        Map.entry(SkipReason.OTHER_SITE, 1),
                        Map.entry(SkipReason.NO_TITLE, 1),
                        Map.entry(SkipReason.DAMAGED_TEXT, 1));
    }

    @Test
    void a_feed_item_is_an_article_whatever_its_address() {
        Listing listing =
                read("<rss><channel><item><title>Tin</title><link>/ngay-hoi-non-song/</link></item></channel></rss>");
        assertThat(listing.headlines())
                .extracting(Headline::key)
                .containsExactly("xathu.gov.vn#url:/ngay-hoi-non-song");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE html><html><head><title>Xin chờ</title></head><body><p>rss</p></body></html>",
                "{\"version\":\"https://jsonfeed.org/version/1\",\"items\":[{",
                "<html><body><item><title>x</title></item></body></html>",
                "Không phải gì cả"
            })
    void what_is_no_feed_is_a_problem(String text) {
        Listing listing = read(text);
        assertThat(listing.headlines()).isEmpty();
        assertThat(listing.problems()).extracting(Problem::kind).containsExactly(Problem.Kind.NO_LIST);
    }

    @Test
    void a_feed_under_any_portal_is_read_as_a_feed() {
        String rss =
                "<rss><channel><item><title>Tin</title><link>/tin/ke-hoach-2023.html</link></item></channel></rss>";
        PortalReader nukeviet = CATALOG.reader("nukeviet", Map.of(), ZoneId.of("Asia/Ho_Chi_Minh"));
        assertThat(nukeviet.readListing(Page.of(URI.create("https://xathu.gov.vn/rss/"), rss))
                        .headlines())
                .extracting(Headline::key)
                .containsExactly("xathu.gov.vn#nv:tin:2023");
    }
}
