package vn.loa.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.fetch.Page;
import vn.loa.model.Headline;
import vn.loa.model.Problem;

/** Lists that a portal answers as data, or sends as the state of an application. */
class DataListsTest {
    private static final ZoneId HANOI = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final URI ADDRESS = URI.create("https://xalam.gov.vn/tin-tuc");
    private static final String FIRST = "Thôn Đoài ra quân làm thủy lợi mùa khô";
    private static final String SECOND = "Hội Nông dân xã tập huấn kỹ thuật ghép cải";
    private static final String WANTED = FIRST + " https://xalam.gov.vn/tin-tuc/thuy-loi 2026-11-26\n" + SECOND
            + " https://xalam.gov.vn/tin-tuc/ghep-cai 2026-11-25";

    private final PortalReader reader = PortalCatalog.builtIn().detecting(HANOI);

    private String read(String text) {
        Page page = Page.of(ADDRESS, text).servedAt(Instant.parse("2026-11-28T02:00:00Z"));
        return String.join(
                "\n",
                reader.readListing(page).headlines().stream()
                        .map(DataListsTest::line)
                        .toList());
    }

    private static String line(Headline headline) {
        LocalDate day = LocalDate.ofInstant(headline.published().instant().orElse(Instant.EPOCH), HANOI);
        return headline.title() + " " + headline.url() + " " + day;
    }

    private static String filled(String item, String around) {
        String items = Stream.of(
                        List.of(FIRST, "thuy-loi", "26", "1795656600000"),
                        List.of(SECOND, "ghep-cai", "25", "1795570200000"))
                .map(values -> item.replace("TITLE", values.get(0))
                        .replace("SLUG", values.get(1))
                        .replace("DD", values.get(2))
                        .replace("MILLIS", values.get(3)))
                .reduce((one, other) -> one + "," + other)
                .orElseThrow();
        return around.replace("ITEMS", items);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[ITEMS] <- {'id':1,'title':'TITLE','url':'/tin-tuc/SLUG','publishedAt':'2026-11-DDT08:30:00+07:00'}",
                "{'success':true,'data':[ITEMS],'total':2} <- {'Title':'TITLE','Link':'https://xalam.gov.vn/tin-tuc/SLUG','CreatedDate':'2026-11-DDT08:30:00'}",
                "{'items':[ITEMS]} <- {'fields':{'title':'TITLE','link':'/tin-tuc/SLUG','date':'DD/11/2026'}}",
                "{'items':[ITEMS]} <- {'title':'TITLE','href':'/tin-tuc/SLUG','ngayDang':'DD/11/2026 08:30'}",
                "{'result':{'list':[ITEMS]}} <- {'articleTitle':'TITLE','articleUrl':'/tin-tuc/SLUG','imageUrl':'/a.jpg','publishTime':MILLIS}",
                "{'d':[ITEMS]} <- {'TieuDe':'<b>TITLE</b>','DuongDan':'/tin-tuc/SLUG','NgayDang':'/Date(MILLIS)/'}",
                "load({'edges':[ITEMS]}); <- {'node':{'title':'TITLE','uri':'/tin-tuc/SLUG','created_at':'2026-11-DD 08:30:00'}}",
                "[ITEMS] <- {'tieu_de':'TITLE','LinkChiTiet':'/tin-tuc/SLUG','ngay_dang':{'date':'2026-11-DD 08:30:00.000000','timezone_type':3}}",
                "[ITEMS] <- {'title':{'rendered':'TITLE'},'link':'/tin-tuc/SLUG','date':'2026-11-DDT08:30:00','guid':{'rendered':'/?p=1'}}",
                "{'menu':[{'title':'Giới thiệu chung về xã','url':'/gioi-thieu'}],'tin':[ITEMS]} <- {'tieude':'TITLE','link':'/tin-tuc/SLUG','ngay':'DD/11/2026','sapo':'Vài nét.'}"
            })
    void a_list_in_json_is_read_whatever_its_fields_are_called(String written) {
        String[] parts = written.replace('\'', '"').split(" <- ");
        assertThat(read(filled(parts[1], parts[0]))).isEqualTo(WANTED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"error\":\"not found\"}",
                "[1,2,3]",
                "{\"data\":[{\"name\":\"Thôn Đoài\",\"population\":1200},{\"name\":\"Thôn Trung\",\"population\":900}]}",
                "{\"menu\":[{\"title\":\"Trang chủ\",\"url\":\"/\"},{\"title\":\"Giới thiệu\",\"url\":\"/gioi-thieu\"}]}",
                "{\"data\":[{\"title\":\"Ảnh hội nghị tổng kết năm\",\"url\":\"/anh/a.jpg\",\"date\":\"26/11/2026\"}]}"
            })
    void data_without_news_is_no_list(String json) {
        assertThat(read(json)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'items':[ITEMS],'xemNhieu':[OLD],'categories':[{'name':'Tin hoạt động của xã','url':'/hd','description':'Hoạt động.'}]}",
                "{'data':{'mostViewed':[OLD,OLD],'posts':[ITEMS]}}",
                "{'tinKhac':[OLD],'list':[ITEMS]}",
                "{'chuyenMuc':[{'name':'Cải cách hành chính của xã','url':'/cc','description':'Văn bản.'},{'name':'Nông thôn mới của xã','url':'/ntm','description':'Tin.'},{'name':'Quốc phòng, an ninh','url':'/qp','description':'Tin.'}],'news':[ITEMS]}",
                "{'days':[{'day':'26','posts':[ITEMS]}],'tinMoi':[OLD]}",
                "{'latest':[ITEMS]}"
            })
    void data_gives_its_list_without_what_is_beside_it(String around) {
        String old =
                "{'title':'Bài cũ của năm ngoái nhiều người xem','url':'/tin-tuc/cu','publishedAt':'2025-01-02T08:30:00+07:00'}";
        String item = "{'title':'TITLE','url':'/tin-tuc/SLUG','publishedAt':'2026-11-DDT08:30:00+07:00'}";
        assertThat(read(filled(
                        item.replace('\'', '"'), around.replace("OLD", old).replace('\'', '"'))))
                .isEqualTo(WANTED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'version':'https:\\/\\/jsonfeed.org\\/version\\/1.1','title':'Tin','next_url':'/tin-tuc?p=2','items':[ITEMS]}",
                "{'title':'Tin','next_url':'/tin-tuc?p=2','items':[ITEMS]}"
            })
    void a_feed_in_json_is_a_feed_however_it_names_itself(String around) {
        String items = "{'id':'7','title':'Họp dân','url':'/tin-tuc/hop','tags':['Thôn'],"
                + "'date_published':'2026-11-26T08:30:00+07:00'},"
                + "{'id':'https://xalam.gov.vn/tin-tuc/giong','title':'Nhận giống','content_html':'<p>Ở nhà kho.</p>',"
                + "'date_published':'2026-11-25T08:30:00+07:00'},{'id':'9','title':'Thôn Đoài ra quân làm thủy lợi',"
                + "'url':'/tin-tuc/doai','summary':'Sáng nay.','date_published':'2026-11-24T08:30:00+07:00'},"
                + "{'id':'10','title':'Thôn Trung nạo vét kênh mương','url':'/tin-tuc/trung','summary':'Chiều nay.',"
                + "'date_published':'2026-11-24T08:30:00+07:00'}";
        Listing listing = reader.readListing(
                Page.of(ADDRESS, around.replace("ITEMS", items).replace('\'', '"')));
        assertThat(listing.headlines())
                .extracting(Headline::title)
                .startsWith("Họp dân", "Nhận giống")
                .hasSize(4);
        assertThat(listing.headlines().get(1).teaser()).isEqualTo("Ở nhà kho.");
        assertThat(listing.guids()).containsValue("7");
        assertThat(listing.next()).isPresent();
    }

    @Test
    void a_list_in_json_has_an_end() {
        String items = IntStream.range(0, 700)
                .mapToObj(i -> "{\"title\":\"Bản tin số " + i + " của xã\",\"href\":\"/tin-tuc/so-" + i
                        + "\",\"ngay\":\"26/11/2026\"}")
                .collect(Collectors.joining(","));
        assertThat(reader.readListing(Page.of(ADDRESS, "[" + items + "]")).headlines())
                .hasSize(500);
    }

    @Test
    void markup_in_json_is_read_as_a_page() {
        String markup = filled("<div><h3><a href='/tin-tuc/SLUG'>TITLE</a></h3><span>DD/11/2026</span></div>", "ITEMS");
        assertThat(read("{\"status\":1,\"html\":\"" + markup.replace(">,<", "><") + "\"}"))
                .isEqualTo(WANTED);
    }

    @Test
    void a_list_that_tells_no_address_but_the_last_part_of_it_is_told_to_be_none() {
        String items = filled("{'title':'TITLE','slug':'SLUG','publishedAt':'2026-11-DDT08:30:00+07:00'}", "[ITEMS]");
        Listing listing = reader.readListing(Page.of(ADDRESS, items.replace('\'', '"')));
        assertThat(listing.headlines()).isEmpty();
        assertThat(listing.problems()).extracting(Problem::kind).contains(Problem.Kind.NO_LIST);
        String state = "<div id=app></div><script type='application/json'>" + items.replace('\'', '"') + "</script>";
        assertThat(reader.readListing(Page.of(ADDRESS, state)).headlines()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'state':{'groups':[{'name':'Văn hóa, xã hội','path':'/muc/van-hoa','created_at':'2024-01-02'},{'name':'Quốc phòng','path':'/muc/qp','created_at':'2024-01-02'},{'name':'Cải cách hành chính','path':'/muc/cc','created_at':'2024-01-02'}]}}",
                "{'kinds':[{'title':'Tin hoạt động','url':'/muc/tin','CreatedDate':'2024-01-02'},{'title':'Thông báo mời','url':'/muc/tb','CreatedDate':'2024-01-02'}]}"
            })
    void a_section_that_tells_when_it_was_made_is_no_news(String json) {
        assertThat(read(json.replace('\'', '"'))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'@graph':[{'@type':'WebPage','name':'Trang tin tức của xã Xa Lâm','url':'/tin-tuc','datePublished':'2020-01-02'},{'@type':'WebSite','name':'Cổng thông tin xã Xa Lâm','url':'/','description':'Cổng.'},{'@type':['Organization'],'name':'Ủy ban nhân dân xã Xa Lâm','url':'/ubnd','description':'Xã.'}]}",
                "{'@type':'BreadcrumbList','itemListElement':[{'@type':'ListItem','name':'Tin tức và sự kiện của xã','url':'/tin-tuc'},{'@type':'ListItem','name':'Hoạt động của các đoàn thể','url':'/hd'}]}",
                "{'@type':'ItemList','itemListElement':[{'@type':'SiteNavigationElement','name':'Hoạt động của các đoàn thể','url':'/hd'},{'@type':'SiteNavigationElement','name':'Văn bản chỉ đạo điều hành','url':'/vb'}]}"
            })
    void what_a_page_declares_of_itself_is_no_list(String json) {
        assertThat(read(declared(json))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'@type':'ItemList','itemListElement':[ITEMS]} <- {'@type':'ListItem','item':{'@type':'NewsArticle','headline':'TITLE','url':'/tin-tuc/SLUG','datePublished':'2026-11-DD'}}",
                "{'@graph':[{'@type':'WebPage','name':'Trang tin tức của xã','url':'/'},ITEMS]} <- {'@type':['NewsArticle','Article'],'headline':'TITLE','url':'/tin-tuc/SLUG','datePublished':'2026-11-DD'}",
                "{'@type':'Blog','blogPost':[ITEMS]} <- {'@type':'BlogPosting','headline':'TITLE','url':'/tin-tuc/SLUG','datePublished':'2026-11-DD'}",
                "[{'@type':'CollectionPage','mainEntity':{'@type':'ItemList','itemListElement':[ITEMS]}}] <- {'@type':'http://schema.org/NewsArticle','headline':'TITLE','url':'/tin-tuc/SLUG','datePublished':'2026-11-DD'}"
            })
    void the_articles_that_a_page_declares_are_its_list(String written) {
        String[] parts = written.replace('\'', '"').split(" <- ");
        assertThat(read(declared(filled(parts[1], parts[0])))).isEqualTo(WANTED);
    }

    private static String beside(String json) {
        return "<body><div><ul><li><a href='/tin-tuc/thuy-loi'>" + FIRST + "</a></li><li><a href='/tin-tuc/ghep-cai'>"
                + SECOND
                + "</a></li><li><a href='/tin-tuc/ngay-hoi'>Thôn Trung tổ chức Ngày hội Đại đoàn kết</a></li></ul>"
                + "</div><script type='application/json'>" + json.replace('\'', '"') + "</script></body>";
    }

    @Test
    void videos_and_events_that_scripts_hold_do_not_displace_the_list_that_is_shown() {
        String videos = IntStream.range(0, 4)
                .mapToObj(i -> "{'title':'Phóng sự truyền hình xã Xa Lâm số " + i + "','url':'/video/" + i
                        + "','publishedAt':'2026-11-20'}")
                .collect(Collectors.joining(",", "{'videos':[", "]}"));
        assertThat(read(beside(videos))).startsWith(FIRST).doesNotContain("/video/");
    }

    @Test
    void the_dates_of_a_shown_list_are_taken_from_what_its_scripts_hold() {
        String third = ",{'title':'Thôn Trung tổ chức Ngày hội Đại đoàn kết toàn dân tộc','url':'/tin-tuc/ngay-hoi',"
                + "'publishedAt':'2026-11-24'}]}";
        String news =
                filled("{'title':'TITLE','url':'/tin-tuc/SLUG','publishedAt':'2026-11-DD'}", "{'posts':[ITEMS" + third);
        assertThat(read(beside(news))).startsWith(WANTED).endsWith("2026-11-24");
    }

    @Test
    void data_of_some_news_dates_them_and_displaces_none() {
        String hot = filled(
                "{'title':'TITLE','url':'/tin-tuc/SLUG','publishedAt':'2026-11-DD'}",
                "{'tin':[ITEMS,{'title':'Khai mạc giải bóng chuyền các thôn','url':'/tin-tuc/bong-chuyen',"
                        + "'publishedAt':'2026-11-22'}]}");
        String shown = IntStream.range(0, 8)
                .mapToObj(i ->
                        "<li><a href='/tin-tuc/tin-" + i + "'>Thôn số " + i + " tổng kết phong trào thi đua</a></li>")
                .collect(Collectors.joining());
        assertThat(read(beside(hot).replace("<ul>", "<ul>" + shown)).lines())
                .hasSize(11)
                .contains(WANTED.lines().toArray(String[]::new))
                .noneMatch(line -> line.contains("bong-chuyen"));
    }

    private static String declared(String json) {
        return "<body><div id=app></div><script type='application/ld+json'>" + json.replace('\'', '"') + "</script>";
    }

    private static String pushed(String... pieces) {
        StringBuilder page = new StringBuilder("<html><head><title>Tin</title></head><body><main></main><script>"
                + "(self.__next_f=self.__next_f||[]).push([0])</script>");
        for (String piece : pieces) {
            String text = piece.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
            page.append("<script>self.__next_f.push([1,\"" + text + "\"])</script>");
        }
        return page + "</body></html>";
    }

    @Test
    void the_stream_of_an_application_is_read_wherever_it_was_cut() {
        String list = filled(
                "{\"title\":\"TITLE\",\"url\":\"/tin-tuc/SLUG\",\"publishedAt\":\"$D2026-11-DDT01:30:00.000Z\"}",
                "1:I[5,[\"a.js\"],\"List\"]\n2:[\"$\",\"$L1\",null,{\"posts\":[ITEMS]}]\n");
        for (int cut = 1; cut < list.length(); cut += 7) {
            assertThat(read(pushed(list.substring(0, cut), list.substring(cut))))
                    .isEqualTo(WANTED);
        }
    }

    @Test
    void an_article_in_a_stream_has_the_text_that_its_row_names() {
        String body =
                "<p>Sáng 26/11, thôn Đoài ra quân làm thủy lợi với 120 người tham gia, nạo vét hai tuyến mương.</p>"
                        + "<p>Công việc xong trước mùa khô, kịp lấy nước cho vụ xuân của cả cánh đồng.</p>";
        int bytes = body.getBytes(StandardCharsets.UTF_8).length;
        String stream =
                "1b:T" + Integer.toHexString(bytes) + "," + body + "2:[\"$\",\"$L1\",null,{\"post\":{\"title\":\""
                        + FIRST + "\",\"content\":\"$1b\",\"publishedAt\":\"2026-11-26T08:30:00+07:00\"}}]\n";
        ArticleReading reading =
                reader.readArticle(Page.of(URI.create("https://xalam.gov.vn/tin-tuc/thuy-loi"), pushed(stream)), FIRST);
        assertThat(reading).isInstanceOfSatisfying(ArticleReading.Read.class, read -> {
            assertThat(read.content().title()).isEqualTo(FIRST);
            assertThat(read.content().paragraphs()).hasSize(2);
            assertThat(read.content().published().instant()).contains(Instant.parse("2026-11-26T01:30:00Z"));
        });
    }
}
