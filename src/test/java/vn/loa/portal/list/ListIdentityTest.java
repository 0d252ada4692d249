package vn.loa.portal.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.Cases;
import vn.loa.fetch.Page;
import vn.loa.model.Headline;
import vn.loa.model.Problem;
import vn.loa.portal.Listing;
import vn.loa.portal.PortalCatalog;
import vn.loa.portal.PortalReader;
import vn.loa.portal.address.ArticleLink;

/** Which articles the links of a list are. */
class ListIdentityTest {
    private static final ZoneId HANOI = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final PortalCatalog CATALOG = PortalCatalog.builtIn();
    private static final PortalReader ANY = CATALOG.detecting(HANOI);
    private static final URI LIST = URI.create("http://xa.tinh.example.gov.vn/tin-tuc");
    private static final List<String> TITLES = List.of(
            "Xã Tân Lộc tổ chức hội nghị tổng kết công tác Mặt trận",
            "Đại hội Mặt trận Tổ quốc xã Tân Lộc thành công tốt đẹp",
            "Trạm y tế xã Tân Lộc tiêm vắc xin cho trẻ em",
            "Cử tri xã Tân Lộc gặp gỡ đại biểu Quốc hội",
            "Hội đồng nhân dân xã Tân Lộc họp chuyên đề");

    static Stream<Cases.Case> cases() {
        return Cases.read("reading-identity-list.jsonl");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void every_item_of_the_shared_lists_has_a_key_of_its_own(Cases.Case given) {
        Listing listing = ANY.readListing(Page.of(URI.create(given.text("url")), given.text("html")));
        int items = given.fields().get("expect").get("items").asInt();
        assertThat(listing.headlines()).as(given.text("id")).hasSize(items);
        assertThat(listing.headlines()).extracting(Headline::key).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {".html", ".htm", ".aspx", ""})
    void numbers_that_are_words_of_titles_are_no_keys(String end) {
        Listing listing = read(
                item("/tin/ke-hoach-so-15" + end, "Kế hoạch số 15 về giám sát cộng đồng"),
                item("/tin/cong-van-so-15" + end, "Công văn số 15 về rà soát hộ nghèo"),
                item("/tin/phong-dich-covid-19" + end, "Tuyên truyền phòng dịch Covid-19"),
                item("/tin/tiem-phong-covid-19" + end, "Trạm y tế tiêm phòng Covid-19"),
                item("/tin/tong-ket-nam-2025" + end, "Hội nghị tổng kết năm 2025"));
        assertThat(listing.headlines())
                .extracting(Headline::key)
                .hasSize(5)
                .doesNotHaveDuplicates()
                .allMatch(key -> key.contains("#url:/tin/"));
        assertThat(listing.problems()).isEmpty();
    }

    @Test
    void numbers_that_fall_with_the_titles_of_documents_are_no_keys_either() {
        Listing listing = read(
                item("/vb/ke-hoach-so-17.html", "Kế hoạch số 17 về giám sát cộng đồng"),
                item("/vb/cong-van-so-16.html", "Công văn số 16 về rà soát hộ nghèo"),
                item("/vb/thong-bao-so-15.html", "Thông báo số 15 lịch tiếp công dân"));
        assertThat(listing.headlines()).extracting(Headline::key).allMatch(key -> key.contains("#url:/vb/"));
    }

    @Test
    void a_number_that_the_list_shows_to_grow_is_the_key() {
        Listing listing = read(numbered("/tin/bai-viet-%d-%d.html", 150));
        assertThat(listing.headlines())
                .extracting(Headline::key)
                .containsExactly(
                        "xa.tinh.example.gov.vn#nv:tin:150",
                        "xa.tinh.example.gov.vn#nv:tin:149",
                        "xa.tinh.example.gov.vn#nv:tin:148",
                        "xa.tinh.example.gov.vn#nv:tin:147",
                        "xa.tinh.example.gov.vn#nv:tin:146");
        assertThat(listing.headlines().get(0).aliases())
                .containsExactly(
                        "xa.tinh.example.gov.vn#nv:150", "xa.tinh.example.gov.vn#url:/tin/bai-viet-0-150.html");
    }

    @Test
    void an_article_known_by_its_address_keeps_its_number_as_an_alias() {
        Headline only =
                read(item("/tin/hop-ban-150.html", TITLES.get(0))).headlines().get(0);
        assertThat(only.key()).isEqualTo("xa.tinh.example.gov.vn#url:/tin/hop-ban-150.html");
        assertThat(only.aliases())
                .containsExactly("xa.tinh.example.gov.vn#nv:150", "xa.tinh.example.gov.vn#nv:tin:150");
    }

    @Test
    void a_long_number_needs_no_list() {
        assertThat(read(item("/tin/hop-ban-150150.html", TITLES.get(0))).headlines())
                .extracting(Headline::key)
                .containsExactly("xa.tinh.example.gov.vn#nv:tin:150150");
        assertThat(read(item("/tin/trao-15000.html", "Trao 15000 suất quà cho hộ nghèo"))
                        .headlines())
                .extracting(Headline::key)
                .containsExactly("xa.tinh.example.gov.vn#url:/tin/trao-15000.html");
    }

    @ParameterizedTest
    @CsvSource({
        "/news/su-kien/a-12.html, nv:news:12",
        "/vi/news/su-kien/a-12.html, nv:news:12",
        "/laws/van-ban-12.html, nv:laws:12",
        "/a-2025.html, nv:2025",
        "/index.php?language=vi&nv=news&op=su-kien/a-12, nv:news:12"
    })
    void nukeviet_counts_within_a_module(String href, String key) {
        PortalReader nukeviet = CATALOG.reader("nukeviet", Map.of(), HANOI);
        ArticleLink link = nukeviet.link(LIST, href);
        assertThat(link.key()).contains("xa.tinh.example.gov.vn#" + key);
        assertThat(link.isArticle() && link.certain()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "/portal/pages/2023-01-30/hop-ban-468686.aspx, sp:portal/pages:468686",
        "/ubnd/hoaxuan/Pages/2026-11-30/hop-ban-123.aspx, sp:ubnd/hoaxuan/pages:123",
        "/ubnd/hoaxuan/Pages/2026-11-30/hop-ban-1875.aspx, sp:ubnd/hoaxuan/pages:1875",
        "/ubnd/hoaxuan/Pages/2026-11-30/hop-ban-2100.aspx, sp:ubnd/hoaxuan/pages:2100",
        "/ubnd/hoaxuan/Pages/2026-11-30/lich-tuan-48.aspx, spd:ubnd/hoaxuan/pages:2026-11-30/lich-tuan-48",
        "/ubnd/tanphu/Pages/2026-11-30/lich-tuan-48.aspx, spd:ubnd/tanphu/pages:2026-11-30/lich-tuan-48",
        "/ubnd/tanphu/Pages/2026-11-30/ke-hoach-2026.aspx, spd:ubnd/tanphu/pages:2026-11-30/ke-hoach-2026",
        "/Lists/TinTuc/DispForm.aspx?ID=5, sp:lists/tintuc/dispform.aspx:5",
        "/Lists/VanBan/DispForm.aspx?ID=5, sp:lists/vanban/dispform.aspx:5",
        "/Pages/xem.aspx?ListId=ab-1&ItemId=5, sp:pages/xem.aspx/ab-1:5"
    })
    void sharepoint_counts_within_a_list(String href, String key) {
        assertThat(ANY.link(LIST, href).key()).contains("xa.tinh.example.gov.vn#" + key);
    }

    @Test
    void two_titles_under_one_number_of_a_known_system_are_two_articles() {
        String head = "<meta name=generator content='NukeViet v4.5'>";
        Listing listing = readWithHead(
                head,
                item("/news/a/hop-ban-12.html", TITLES.get(0)),
                item("/news/b/dai-hoi-12.html", TITLES.get(1)),
                item("/news/a/cu-tri-13.html", TITLES.get(3)));
        assertThat(listing.headlines())
                .extracting(Headline::key)
                .containsExactly(
                        "xa.tinh.example.gov.vn#url:/news/a/hop-ban-12.html",
                        "xa.tinh.example.gov.vn#url:/news/b/dai-hoi-12.html",
                        "xa.tinh.example.gov.vn#nv:news:13");
        assertThat(listing.headlines().get(0).aliases()).contains("xa.tinh.example.gov.vn#nv:news:12");
    }

    @Test
    void one_article_of_two_categories_or_with_a_shortened_title_is_one() {
        String head = "<meta name=generator content='NukeViet v4.5'>";
        Listing listing = readWithHead(
                head,
                item("/news/a/hop-ban-12.html", TITLES.get(0)),
                item("/news/b/hop-ban-12.html", TITLES.get(0).substring(0, 30) + "..."),
                item("/news/b/hop-ban-12.html", "Họp Ban Công tác Mặt trận (tiêu đề khác)"),
                item("/news/a/cu-tri-13.html", TITLES.get(3)));
        assertThat(listing.headlines())
                .extracting(Headline::key)
                .containsExactly("xa.tinh.example.gov.vn#nv:news:12", "xa.tinh.example.gov.vn#nv:news:13");
        assertThat(listing.problems()).isEmpty();
    }

    @Test
    void two_titles_under_one_address_are_told() {
        Listing listing = custom(item("/xem-tin", TITLES.get(0)), item("/xem-tin", TITLES.get(1)));
        assertThat(listing.headlines()).hasSize(1);
        assertThat(listing.problems())
                .extracting(Problem::detail)
                .containsExactly("two titles under one address: " + TITLES.get(1));
    }

    @Test
    void what_differs_after_the_hash_is_told_apart() {
        Listing routes = custom(item("/#/tin/1", TITLES.get(0)), item("#/tin/2", TITLES.get(1)));
        assertThat(routes.headlines())
                .extracting(Headline::key)
                .containsExactly("xa.tinh.example.gov.vn#url:/#/tin/1", "xa.tinh.example.gov.vn#url:/tin-tuc#/tin/2");
        assertThat(routes.headlines().get(0).url()).hasToString("http://xa.tinh.example.gov.vn/#/tin/1");
        Listing anchors = custom(item("/tin.html#bai1", TITLES.get(0)), item("/tin.html#bai2", TITLES.get(1)));
        assertThat(anchors.headlines())
                .extracting(headline -> headline.url().toString())
                .containsExactly(
                        "http://xa.tinh.example.gov.vn/tin.html#bai1", "http://xa.tinh.example.gov.vn/tin.html#bai2");
        assertThat(custom(item("/tin.html#binh-luan", TITLES.get(0)))
                        .headlines()
                        .get(0)
                        .url())
                .hasToString("http://xa.tinh.example.gov.vn/tin.html");
    }

    @Test
    void routes_are_told_apart_without_a_rule_too() {
        String[] routes = TITLES.stream()
                .map(title -> item("/#/tin/" + TITLES.indexOf(title), title))
                .toArray(String[]::new);
        assertThat(read(routes).headlines())
                .extracting(Headline::key)
                .hasSize(5)
                .doesNotHaveDuplicates();
    }

    @Test
    void an_item_without_a_link_is_known_by_its_title_at_the_site() {
        Listing listing = custom(item("javascript:void(0)", TITLES.get(0)), item("#", TITLES.get(1)));
        assertThat(listing.headlines()).hasSize(2).allSatisfy(headline -> {
            assertThat(headline.url()).hasToString("http://xa.tinh.example.gov.vn/");
            assertThat(headline.key()).contains("#title:");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/tin/hop-ban?id=7&sid=a8f3k2",
                "/tin/hop-ban;jsessionid=0123AB?id=7",
                "/(S(lit3py55t21z5v55vlm25s55))/tin/hop-ban?id=7",
                "/(X(1)S(lit3py55t21z5v55vlm25s55))/tin/hop-ban?id=7",
                "/tin/hop-ban?r=0.8239472&id=7",
                "/tin/hop-ban?id=7&_=1696000000000",
                "/tin/hop-ban?id=7&at_medium=rss&at_campaign=x",
                "/tin/hop-ban?source=rss-tin-moi&id=7&mod=rss",
                "/tin/hop-ban?id=7&pageindex=3",
                "/tin/hop-ban?utm_source=x&id=7"
            })
    void what_changes_from_fetch_to_fetch_is_no_part_of_an_address(String href) {
        Headline headline = custom(item(href, TITLES.get(0))).headlines().get(0);
        assertThat(headline.key()).isEqualTo("xa.tinh.example.gov.vn#url:/tin/hop-ban?id=7");
        assertThat(headline.url()).hasToString("http://xa.tinh.example.gov.vn/tin/hop-ban?id=7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sid=7", "source=12", "mod=news", "r=5", "t=12", "v=2"})
    void what_may_tell_articles_apart_stays(String parameter) {
        assertThat(custom(item("/tin/xem?" + parameter, TITLES.get(0))).headlines())
                .extracting(Headline::key)
                .containsExactly("xa.tinh.example.gov.vn#url:/tin/xem?" + parameter);
    }

    @Test
    void one_title_in_the_folders_of_two_communes_is_two_articles() {
        String title = "Lịch tiếp công dân của Chủ tịch Ủy ban nhân dân xã";
        for (String[] folders : new String[][] {
            {"xa-an-phu", "xa-minh-tan"},
            {"tin/ubnd-phuong-dong-hai", "tin/ubnd-phuong-tay-ho"},
            {"thi-tran-phu-xuyen", "xa-phu-xuyen"},
            {"thon-dong", "thon-doai"},
            {"huyen-an-lao", "huyen-an-duong"}
        }) {
            assertThat(custom(
                                    item("/" + folders[0] + "/lich-tiep-cong-dan-thang-nay", title),
                                    item("/" + folders[1] + "/lich-tiep-cong-dan-thang-nay", title),
                                    item("/" + folders[0] + "/hop-ban-mat-tran-xa", TITLES.get(0)))
                            .headlines())
                    .as(folders[0])
                    .hasSize(3);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "tin-noi-bat, tin-tuc",
        "xa-hoi, tin-noi-bat",
        "van-hoa-xa-hoi, trang-chu",
        "xa-an-phu/tin-noi-bat, xa-an-phu/tin-tuc"
    })
    void one_title_in_a_box_and_in_the_list_is_one_article(String box, String list) {
        assertThat(custom(
                                item("/" + box + "/lich-tiep-cong-dan-thang-nay", TITLES.get(1)),
                                item("/" + list + "/lich-tiep-cong-dan-thang-nay", TITLES.get(1)),
                                item("/" + list + "/hop-ban-mat-tran-xa", TITLES.get(0)))
                        .headlines())
                .extracting(headline -> headline.url().getPath())
                .containsExactly("/" + list + "/lich-tiep-cong-dan-thang-nay", "/" + list + "/hop-ban-mat-tran-xa");
    }

    @Test
    void one_title_of_two_days_is_two_articles() {
        String first = item("/thong-bao/lich-tiep-cong-dan-thang-nay", TITLES.get(1));
        String second = item("/lich/lich-tiep-cong-dan-thang-nay", TITLES.get(1));
        assertThat(custom(first, second.replace("10/03", "03/03")).headlines()).hasSize(2);
        assertThat(custom(first, second).headlines()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "DotNetNuke, /tin/tabid/60/articleType/ArticleView/articleId/318/bai.aspx, url:/tin/tabid/60/articleType/ArticleView/articleId/318/bai.aspx",
        "DotNetNuke, /tin/artmid/12/articleid/318/bai-viet, url:/tin/artmid/12/articleid/318/bai-viet",
        "NukeViet v4.5, /news/a/hop-ban-12.html, url:/news/a/hop-ban-12.html",
        "NukeViet v4.5, /news/a/hop-ban-12.html, nv:12",
        "Joomla! 3, /chitiettin/id/2152/hop-ban, url:/chitiettin/id/2152/hop-ban"
    })
    void an_article_is_known_too_by_every_key_that_its_address_may_have_had(String system, String href, String key) {
        Headline headline = readWithHead("<meta name=generator content='" + system + "'>", item(href, TITLES.get(0)))
                .headlines()
                .get(0);
        assertThat(headline.aliases()).contains("xa.tinh.example.gov.vn#" + key).doesNotContain(headline.key());
    }

    private static String item(String href, String title) {
        return "<div class=item><h3><a href='" + href + "'>" + title
                + "</a></h3><span class=date>10/03/2026</span></div>";
    }

    private static String[] numbered(String form, int first) {
        return TITLES.stream()
                .map(title -> item(form.formatted(TITLES.indexOf(title), first - TITLES.indexOf(title)), title))
                .toArray(String[]::new);
    }

    private static Listing read(String... items) {
        return readWithHead("", items);
    }

    private static Listing readWithHead(String head, String... items) {
        return ANY.readListing(page(head, items));
    }

    private static Listing custom(String... items) {
        Map<String, Object> rules = Map.of("list", Map.of("item", ".item", "title", "h3 a", "date", ".date"));
        return CATALOG.reader("custom", rules, HANOI).readListing(page("", items));
    }

    private static Page page(String head, String... items) {
        String list = Stream.of(items).collect(Collectors.joining());
        return Page.of(
                LIST,
                "<html><head>" + head + "<title>Tin tức</title></head><body><div class=list>" + list
                        + "</div></body></html>");
    }
}
