package vn.loa.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.Cases;
import vn.loa.fetch.Page;
import vn.loa.model.ArticleContent;
import vn.loa.model.Precision;
import vn.loa.model.Published;

/** When pages, lists and feeds say that their articles were published. */
class PublicationDatesTest {
    private static final ZoneId HANOI = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final PortalCatalog CATALOG = PortalCatalog.builtIn();
    private static final URI ADDRESS = URI.create("https://xathu.gov.vn/tin-tuc/tap-huan-giam-sat-1501.html");
    private static final Instant NOW = Instant.parse("2026-11-28T09:00:00Z");

    private final PortalReader reader = CATALOG.detecting(HANOI);

    static Stream<Cases.Case> pageDates() {
        return Cases.read("reading-page-date.jsonl");
    }

    @Test
    void a_relative_date_is_counted_from_the_time_at_which_the_server_made_the_page() {
        String html = "<html><head><title>Họp thôn</title></head><body><div class=detail><h1>Thôn Đông họp bàn làm"
                + " đường</h1><span class=date>hôm qua 15:30</span><div class=content><p>Chiều qua, thôn Đông họp bàn việc"
                + " làm đường liên thôn với 86 hộ dân tham dự và thống nhất mức đóng góp.</p></div></div></body></html>";
        Page page = Page.of(ADDRESS, html);
        assertThat(((ArticleReading.Read) reader.readArticle(page)).content().published())
                .isEqualTo(Published.relative());
        assertThat(((ArticleReading.Read) reader.readArticle(page.servedAt(NOW)))
                        .content()
                        .published())
                .isEqualTo(Published.at(Instant.parse("2026-11-27T08:30:00Z"), Precision.MINUTE));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "<div class=meta>Ban biên tập · 2 tuần trước</div>; 2026-11-14",
                "<span class=time>2 tháng trước</span>; 2026-09-28",
                "<span class=time>nửa năm trước</span>; 2026-05-28",
                "<p>Nửa năm trước, thôn chưa có đường bê tông.</p>; ''",
                "<p>Hai năm trước, thôn chưa có đường bê tông.</p>; ''",
                "<p>Ký ức 10 năm trước của người lính</p>; ''",
                "<div><b>16</b><b>Th11</b><b>2026</b> 09:20</div>; 2026-11-16T09:20"
            })
    void weeks_and_months_ago_are_a_date_where_nothing_else_is_told(String line, String expected) {
        Page page = Page.of(ADDRESS, page(line)).servedAt(NOW);
        assertThat(told(((ArticleReading.Read) reader.readArticle(page))
                        .content()
                        .published()))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("pageDates")
    void every_shared_page_tells_its_date(Cases.Case line) {
        ArticleContent content = article(reader, URI.create(line.text("url")), line.text("html"));
        assertThat(told(content.published()))
                .isEqualTo(
                        line.fields().get("expect").get("published").asText("").replace("null", ""));
        assertThat(content.title())
                .isEqualTo(line.fields().get("expect").get("title").asText());
        String first = content.lead().isEmpty() ? content.paragraphs().get(0) : content.lead();
        assertThat(first).isEqualTo(line.fields().get("expect").get("p0").asText());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "<span class=date>16:20:45 - Thứ năm, 12/03/2026</span> # 2026-03-12T16:20",
                "<span>12 Tháng Ba, 2026 | 16:20</span> # 2026-03-12T16:20",
                "<span>12 Th3 2026</span> # 2026-03-12",
                "<span>Tháng Ba 12, 2026</span> # 2026-03-12",
                "<span>12/03/26 16:20</span> # 2026-03-12T16:20",
                "<span>Đăng lúc: 12/03/26</span> # 2026-03-12",
                "<span>１２/０３/２０２６　１６:２０</span> # 2026-03-12T16:20",
                "<span>Thu Mar 12 16:20:00 ICT 2026</span> # 2026-03-12T16:20",
                "<span>3/22/2026 4:20:00 PM</span> # 2026-03-22T16:20",
                "<span>3/5/2026 4:20:00 PM</span><span>3/22/2026 4:20:00 PM</span> # 2026-03-05T16:20",
                "<time datetime='2026-03-12T09:20:00Z'>2 giờ trước</time> # 2026-03-12T16:20",
                "<time datetime='1773307200'>2 giờ trước</time> # 2026-03-12T16:20",
                "<abbr class=timeago title='2026-03-12T16:20:00+07:00'>2 giờ trước</abbr> # 2026-03-12T16:20",
                "<span class=time title='12/03/2026 16:20'>2 giờ trước</span> # 2026-03-12T16:20",
                "<span>2 giờ trước</span> # ''",
                "<span>12/03/2026</span><span>Hạn chót: 30/11/2026</span> # 2026-03-12"
            })
    void an_article_of_no_known_portal_tells_its_date(String line, String expected) {
        assertThat(told(article(reader, ADDRESS, page(line)).published())).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "{'datePublished':'2026-11-28','dateModified':'2026-11-28T10:05:00+07:00' # '' # 2026-11-28",
                "{'datePublished':'2026-11-28' # <span>Cập nhật lúc 15:40 28/11/2026</span> # 2026-11-28",
                "{'datePublished':'2026-11-28' # <span>Sửa lần cuối: 28/11/2026 15:40</span> # 2026-11-28",
                "{'datePublished':'2026-11-28' # <span>Last updated: 28/11/2026 15:40</span> # 2026-11-28",
                "{'datePublished':'2026-11-28' # <span>Chỉnh sửa ngày 28/11/2026, 15:40</span> # 2026-11-28",
                "{'datePublished':'2026-11-28' # <span>Sửa lúc 15:40 28/11/2026</span> # 2026-11-28",
                "{'datePublished':'2026-11-28' # <span>28/11/2026 09:12</span> # 2026-11-28T09:12",
                "{'datePublished':'2026-11-28' # <span>28/11/2026 09:12 | Nuôi bò sữa</span> # 2026-11-28T09:12",
                "{'dateModified':'2026-11-28T10:05:00+07:00' # '' # 2026-11-28T10:05",
                "{'headline':'x' # <span>Cập nhật lúc 15:40 28/11/2026</span> # 2026-11-28T15:40"
            })
    void the_time_of_a_change_does_not_complete_the_day_of_publication(String told, String line, String expected) {
        String script = "<script type='application/ld+json'>{\"@type\":\"NewsArticle\","
                + told.substring(1).replace('\'', '"') + "}</script>";
        assertThat(told(article(
                                reader,
                                ADDRESS,
                                page(line).replace("<div class=detail>", script + "<div class=detail>"))
                        .published()))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "{'@type':'WebSite','name':'x','datePublished':'2020-01-01'} # ''",
                "{'@type':'ItemList','itemListElement':[{'@type':'NewsArticle','datePublished':'2026-03-12'}]} # ''",
                "{'@graph':[{'@type':'WebSite','datePublished':'2020-01-01'},{'@type':'WebPage','datePublished':"
                        + "'2026-03-12'}]} # 2026-03-12",
                "{'@type':'WebSite','name':'Xã 'Tân Lộc' anh hùng','datePublished':'2020-01-01'} # ''",
                "{'@type':'NewsArticle','headline':'Xã 'Tân Lộc' họp','datePublished':'2026-03-12'} # 2026-03-12"
            })
    void only_what_describes_the_page_tells_its_day(String script, String expected) {
        String html = page("").replace(
                        "<div class=detail>",
                        "<script type='application/ld+json'>" + script.replace('\'', '"')
                                + "</script><div class=detail>");
        assertThat(told(article(reader, ADDRESS, html).published())).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "/portal/pages/2026-03-12/tap-huan-15.aspx, 2026-03-12",
        "/Pages/2026-3-12/tap-huan15.aspx, 2026-03-12",
        "/2026/03/12/tap-huan/, 2026-03-12",
        "/tin/20260312/tap-huan.html, 2026-03-12",
        "/tin/12-03-2026/tap-huan.html, 2026-03-12",
        "/blog/2026-03-12-tap-huan.html, 2026-03-12",
        "/tin/tap-huan-ngay-12-3-2026.html, ''",
        "/tin/2026/03/tap-huan.html, ''",
        "/tin/2026/03/12.html, ''",
        "/tin/2026-13-12/tap-huan.html, ''",
        "/tin/tap-huan-2656260312164956812.htm, ''",
        "/tin/20269912/tap-huan.html, ''",
        "/tin/tap-huan.html?date=2026-03-12, ''"
    })
    void a_day_in_the_address_counts_where_the_page_tells_none(String path, String expected) {
        URI address = URI.create("https://xathu.gov.vn" + path);
        assertThat(told(article(reader, address, page("")).published())).isEqualTo(expected);
        assertThat(told(article(reader, address, page("<span>14/03/2026</span>"))
                        .published()))
                .isEqualTo("2026-03-14");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div class=clock>Thứ bảy, ngày 28 tháng 11 năm 2026</div>",
                "<div>Hôm nay: 28/11/2026 16:00</div>",
                "<div id=header><span>Thứ Bảy, 28/11/2026</span></div>",
                "<div>Thứ Bảy, 28/11/2026 16:00:05</div><div>Trang chủ</div>"
            })
    void the_clock_in_the_head_of_a_page_is_no_date_of_publication(String clock) {
        assertThat(told(article(reader, ADDRESS, page("").replace("<div class=detail>", clock + "<div class=detail>"))
                        .published()))
                .isEmpty();
        assertThat(told(article(
                                reader,
                                ADDRESS,
                                page("<span>12/03/2026</span>")
                                        .replace("<div class=detail>", clock + "<div class=detail>"))
                        .published()))
                .isEqualTo("2026-03-12");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "<meta itemprop=datePublished content='2026-03-12 16:20:00.0'> # 2026-03-12T16:20",
                "<meta name=pubdate content=1773307200000> # 2026-03-12T16:20",
                "<meta property=article:published_time content='Thu Mar 12 16:20:00 GMT+07:00 2026'> #"
                        + " 2026-03-12T16:20",
                "<meta property=article:published_time content='2026-03-12T16:20+0700'> # 2026-03-12T16:20",
                "<meta property=article:published_time content='0001-01-01T00:00:00'><meta name=date"
                        + " content=12/03/2026> # 2026-03-12",
                "<meta name=dc.date content='20260312'> # 2026-03-12",
                "<meta property=article:published_time content='3/12/2026 4:20:00 PM'><meta name=date content=x> #"
                        + " 2026-03-12T16:20",
                "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"datePublished\":\"3/12/2026 4:20:00"
                        + " PM\"}</script> # 2026-03-12T16:20",
                "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"datePublished\":1773307200}</script> #"
                        + " 2026-03-12T16:20",
                "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"datePublished\":\"Thu, 12 Mar 2026"
                        + " 16:20:00 GMT+7\"}</script> # 2026-03-12T16:20",
            })
    void what_a_page_declares_tells_its_date(String head, String expected) {
        String html = page("").replace("<head>", "<head>" + head);
        assertThat(told(article(reader, ADDRESS, html).published())).isEqualTo(expected);
    }

    @Test
    void the_day_of_what_a_sentence_tells_is_no_date_of_publication() {
        String sentence = "<p>Ngày 12/03/2026, Ủy ban MTTQ xã Thử tổ chức hội nghị tập huấn công tác giám sát.</p>";
        assertThat(told(article(reader, ADDRESS, page(sentence)).published())).isEmpty();
    }

    @Test
    void a_date_ahead_of_the_clock_is_not_believed() {
        PortalReader now = reader.believing(() -> NOW);
        assertThat(told(article(now, ADDRESS, page("<span>12/03/2027 16:20</span>"))
                        .published()))
                .isEmpty();
        assertThat(told(article(reader, ADDRESS, page("<span>12/03/2027 16:20</span>"))
                        .published()))
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nukeviet", "hanoi"})
    void one_date_settles_the_order_of_a_whole_feed(String portal) {
        PortalReader source = CATALOG.reader(portal, Map.of(), HANOI);
        assertThat(feed(source, "11/5/2026", "11/12/2026", "11/28/2026"))
                .containsExactly("2026-11-05", "2026-11-12", "2026-11-28");
        assertThat(feed(source, "11/5/2026", "11/12/2026", "28/11/2026"))
                .containsExactly("2026-05-11", "2026-12-11", "2026-11-28");
        assertThat(feed(source, "11/12/2026 9:00:00 AM", "11/5/2026 4:05:00 PM"))
                .containsExactly("2026-11-12T09:00", "2026-11-05T16:05");
    }

    @Test
    void one_date_settles_the_order_of_a_whole_list() {
        assertThat(list("11/05/2026", "11/12/2026", "11/28/2026", "10/04/2026"))
                .containsExactly("2026-11-05", "2026-11-12", "2026-11-28", "2026-10-04");
        assertThat(list("05/11/2026", "12/11/2026", "28/11/2026", "04/10/2026"))
                .containsExactly("2026-11-05", "2026-11-12", "2026-11-28", "2026-10-04");
        assertThat(list(
                        "11/5/2026 9:00:00 AM",
                        "11/12/2026 10:10:00 AM",
                        "10/11/2026 11:00:00 AM",
                        "10/4/2026 4:00:00 PM"))
                .containsExactly("2026-11-05T09:00", "2026-11-12T10:10", "2026-10-11T11:00", "2026-10-04T16:00");
    }

    @Test
    void days_to_come_settle_the_order_of_a_list_too() {
        PortalReader now = reader.believing(() -> NOW);
        assertThat(feed(now, "11/12/2026", "10/12/2026", "09/05/2026"))
                .containsExactly("2026-11-12", "2026-10-12", "2026-09-05");
    }

    @Test
    void an_unreadable_date_of_an_item_is_a_problem_of_its_own() {
        Listing listing = reader.readListing(Page.of(ADDRESS, rss("28/11/2026", "2026-W48-6")));
        assertThat(listing.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.detail()).isEqualTo("unreadable date: 2026-W48-6"));
        assertThat(listing.headlines().get(1).published()).isEqualTo(Published.unknown());
    }

    @Test
    void days_without_a_year_that_nothing_proves_are_none_and_no_problem() {
        Page page = Page.of(ADDRESS, rss("15/08", "12/08", "01/08")).servedAt(NOW);
        Listing listing = reader.readListing(page);
        assertThat(listing.problems()).isEmpty();
        assertThat(listing.headlines())
                .hasSize(3)
                .allMatch(headline -> headline.published().equals(Published.unknown()));
    }

    private static List<String> feed(PortalReader reader, String... dates) {
        return dates(reader.readListing(Page.of(URI.create("https://xathu.gov.vn/rss/home.rss"), rss(dates))));
    }

    private List<String> list(String... dates) {
        String items = IntStream.range(0, dates.length)
                .mapToObj(i -> "<div class=tin><h3><a href='/tin/hoi-nghi-thu-" + (3001 + i) + ".html'>Hội nghị lần "
                        + i + " của Ủy ban MTTQ xã Thử về giám sát</a></h3><span>" + dates[i] + "</span></div>")
                .collect(Collectors.joining());
        return dates(reader.readListing(Page.of(
                URI.create("https://xathu.gov.vn/tin"), "<html><body><main>" + items + "</main></body></html>")));
    }

    private static List<String> dates(Listing listing) {
        return listing.headlines().stream().map(item -> told(item.published())).toList();
    }

    private static String rss(String... dates) {
        return Arrays.stream(dates)
                .map(date -> "<item><title>Tin " + date + "</title><link>https://xathu.gov.vn/tin/bai-"
                        + (1000 + Arrays.asList(dates).indexOf(date)) + ".html</link><pubDate>" + date
                        + "</pubDate></item>")
                .collect(Collectors.joining(
                        "", "<rss version='2.0'><channel><title>Xã Thử</title>", "</channel></rss>"));
    }

    private static String page(String line) {
        return "<html><head><title>Xã Thử tập huấn công tác giám sát</title></head><body><div class=detail>"
                + "<h1>Xã Thử tập huấn công tác giám sát</h1>" + line + "<div class=content><p>Sáng nay, Ủy ban MTTQ"
                + " Việt Nam xã Thử tổ chức hội nghị tập huấn"
                + " công tác giám sát cho 86 cán bộ Mặt trận cơ"
                + " sở, với sự tham dự của lãnh đạo Đảng ủy và"
                + " Ủy ban nhân dân xã.</p><p>Phát biểu khai"
                + " mạc, Chủ tịch Ủy ban MTTQ xã đề nghị các"
                + " trưởng ban công tác Mặt trận nắm chắc quy"
                + " trình, lựa chọn việc sát với đời sống Nhân"
                + " dân trên địa"
                + " bàn.</p></div></div></body></html>";
    }

    private static ArticleContent article(PortalReader reader, URI address, String html) {
        ArticleReading reading = reader.readArticle(Page.of(address, html));
        assertThat(reading).isInstanceOf(ArticleReading.Read.class);
        return ((ArticleReading.Read) reading).content();
    }

    private static String told(Published published) {
        String pattern = published.precision() == Precision.DAY ? "uuuu-MM-dd" : "uuuu-MM-dd'T'HH:mm";
        return published
                .instant()
                .map(at -> DateTimeFormatter.ofPattern(pattern).format(at.atZone(HANOI)))
                .orElse("");
    }
}
