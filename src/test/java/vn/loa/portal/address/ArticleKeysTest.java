package vn.loa.portal.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.Cases;
import vn.loa.portal.PortalCatalog;
import vn.loa.portal.PortalReader;

class ArticleKeysTest {
    private static final PortalCatalog CATALOG = PortalCatalog.builtIn();
    private final PortalReader links = CATALOG.detecting(ZoneOffset.UTC);

    static Stream<Cases.Case> urls() {
        return Cases.read("urls.jsonl");
    }

    @ParameterizedTest
    @MethodSource("urls")
    void every_shared_link_is_judged_right(Cases.Case link) {
        ArticleLink read = links.link(URI.create(link.text("base")), link.text("href"));
        assertThat(read.isArticle()).as(link.text("why")).isEqualTo(Boolean.parseBoolean(link.text("is_article")));
        assertThat(read.key().orElse("null")).as(link.text("why")).isEqualTo(link.text("key"));
    }

    private ArticleLink read(String href) {
        return links.link(URI.create("https://phuxuyen.hanoi.gov.vn/van-hoa-xa-hoi"), href);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/van-hoa-xa-hoi/-/view_content/8125967-tieu-de.html",
                "/kinh-te/-/view_content/8125967-tieu-de-da-sua.html",
                "http://phuxuyen.hanoi.gov.vn/kinh-te/-/view_content/8125967-x.html",
                "http://PhuXuyen.HaNoi.gov.vn:80/kinh-te/-/view_content/8125967-x.html",
                "https://www.phuxuyen.hanoi.gov.vn:443/kinh-te/-/view_content/8125967-x.html",
                "//phuxuyen.hanoi.gov.vn/kinh-te/-/view_content/8125967-x.html#binh-luan",
                "/en/kinh-te/-/view_content/8125967-x.html",
                "/kinh-te/-/view_content/8125967-x.html;jsessionid=0123ABCD?redirect=%2Fweb%2Fguest",
                "/kinh-te/-/view_content/8125967-x.html?p_p_auth=wtOFzDm0&utm_source=zalo&fbclid=abc",
                "  /kinh-te/-/view_content/8125967-tiêu đề có dấu.html ",
                "../-/view_content/8125967-x.html",
                "/longbien?p_p_id=101&_101_struts_action=%2Fasset_publisher%2Fview_content&_101_assetEntryId=8125967&_101_type=content&_101_urlTitle=x",
                "/x?p_p_id=101_INSTANCE_aB1&_101_INSTANCE_aB1_assetEntryId=8125967&_101_INSTANCE_aB1_redirect=%2F"
            })
    void one_article_has_one_key_however_it_is_linked(String href) {
        ArticleLink link = read(href);
        assertThat(link.isArticle()).isTrue();
        assertThat(link.key()).contains("phuxuyen.hanoi.gov.vn#lr:8125967");
    }

    @Test
    void the_link_that_is_pushed_carries_no_session_and_no_tracking() {
        assertThat(
                        read("http://phuxuyen.hanoi.gov.vn:80/fi/a/-/view_content/1-x.html;jsessionid=AB?p_p_auth=c&utm_medium=d&_101_redirect=%2F#e")
                                .url())
                .contains(URI.create("https://phuxuyen.hanoi.gov.vn/a/-/view_content/1-x.html"));
        assertThat(read("/tin-tuc?p_p_auth=wtOFzDm0&p_p_id=101&p_r_p_564233524_categoryId=34987")
                        .url())
                .contains(URI.create(
                        "https://phuxuyen.hanoi.gov.vn/tin-tuc?p_p_id=101&p_r_p_564233524_categoryId=34987"));
        assertThat(read("/a/-/view_content/1-tiêu đề|\"x\".html").url())
                .contains(URI.create(
                        "https://phuxuyen.hanoi.gov.vn/a/-/view_content/1-ti%C3%AAu%20%C4%91%E1%BB%81%7C%22x%22.html"));
    }

    @ParameterizedTest
    @CsvSource({
        "/tin-tuc/-/asset_publisher/mN5k/content/id/26417221, lr7:26417221",
        "/vi/web/xa-a/-/hop-ban-cong-tac-mat-tran-1, lrs:hop-ban-cong-tac-mat-tran-1",
        "/news/-/details/22348/hop-ban-1, lr7:22348",
        "/portal/pages/2023-01-30/hop-ban-468686.aspx, sp:portal/pages:468686",
        "/Pages/newsdetail.aspx?CatId=12&NewsId=4567, sp:pages/newsdetail.aspx:4567",
        "/tin-tuc/chi-tiet?dDocName=PORTAL551937, wcc:PORTAL551937",
        "/vi/tin-bai/hop-ban?id=208339&type=NEWS, tq:208339",
        "/?p=271054, wp:271054",
        "/index.php?option=com_content&view=article&id=123:hop-ban&catid=8, jo:123",
        "/chitiettin/id/2152/hop-ban, id:2152",
        "/hop-ban.446, ext:446",
        "/web/guest/tin/-/vcmsviewcontent/GbkG/2015/2016, vcms:2016",
        "/tin-tuc/hop-ban-703441.html, nv:tin-tuc:703441",
        "/hop-ban.852922.html, nv:852922",
        "/vi/news/tin-tuc/hop-ban-6646.html, nv:news:6646",
        "/tin/hop-ban-12345, vnpt:12345",
        "/tin/x-119240101123456789.htm, vcc:119240101123456789",
        "/chi-tiet-tin?newsid=77&page=2, id:77"
    })
    void articles_of_every_known_system_are_known_by_their_number(String href, String key) {
        ArticleLink link = read(href);
        assertThat(link.isArticle()).isTrue();
        assertThat(link.key()).contains("phuxuyen.hanoi.gov.vn#" + key);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "#",
                "#top",
                "javascript:;",
                "JavaScript:void(0)",
                "tel:0243",
                "data:text/html,x",
                "ftp://phuxuyen.hanoi.gov.vn/x-1.html",
                "http://",
                "http:///",
                "https://[::1",
                "http://phuxuyen.hanoi.gov.vn@hi88online.net/x-12345.html",
                "http://user:pw@phuxuyen.hanoi.gov.vn/x-12345.html",
                "http://phuxuyen.hanoi.gov.vn.hi88online.net/x-12345.html",
                "http://hanoi.gov.vn/x-12345.html",
                "http://phuxuyen.hanoi.gov.vn:8080/x-12345.html",
                "/documents/20182/8125950/anh 1.jpg/5f0e-11?t=1695027600000",
                "/image/journal/article?img_id=8125974&t=1694999999999",
                "/tai-lieu/ke-hoach-12345.pdf",
                "/tin-tuc/page-6",
                "/tin-tuc/trang-2.htm",
                "/category/tin-tuc/page/1182",
                "/rss/home.rss",
                "/ke-hoach-nam-2023.html",
                "/van-hoa-xa-hoi-65879",
                "/a/-/view_content/8125967-x.html/vi",
                "/a/-/view_content/8125967-x.html/en/vi/en_US",
                "/%zz%",
                "%00",
                "\ud800/\udfff",
                "?????",
                "/../../.."
            })
    void what_is_no_article_is_left_alone(String href) {
        assertThat(read(href).isArticle()).isFalse();
    }

    @Test
    void a_copy_for_printing_is_the_same_article_but_not_its_page() {
        for (String href : List.of(
                "/vi/tin/print/tin-tuc/hop-ban-140.html",
                "/savefile/tin/hop-ban-140.html",
                "/index.php?nv=tin&op=print/hop-ban-140",
                "/tin/hop-ban-140.html?print=1")) {
            ArticleLink link = read(href);
            assertThat(link.isArticle()).as(href).isFalse();
            assertThat(link.key()).as(href).contains("phuxuyen.hanoi.gov.vn#nv:tin:140");
        }
    }

    @Test
    void addresses_escaped_in_an_old_charset_are_told_apart() {
        PortalReader reader = CATALOG.reader("wordpress", Map.of(), java.time.ZoneId.of("Asia/Ho_Chi_Minh"));
        URI page = URI.create("https://xa.gov.vn/");
        assertThat(reader.link(page, "/t%EDn/").key()).contains("xa.gov.vn#url:/t%EDn");
        assertThat(reader.link(page, "/t%ECn/").key()).contains("xa.gov.vn#url:/t%ECn");
        assertThat(reader.link(page, "/t%C3%ADn/").key()).contains("xa.gov.vn#url:/tín");
    }

    @Test
    void a_path_is_the_same_with_parameters_in_its_parts_and_without() {
        assertThat(read("/a;x=1/;y/..;z/-/view_content/8125967-x.html").url())
                .contains(URI.create("https://phuxuyen.hanoi.gov.vn/-/view_content/8125967-x.html"));
    }

    @Test
    void a_custom_source_without_identity_knows_its_articles_by_their_path() {
        PortalReader reader = CATALOG.reader(
                "custom", Map.of("list", Map.of("item", "li", "title", "a")), java.time.ZoneId.of("Asia/Ho_Chi_Minh"));
        URI page = URI.create("https://xa.gov.vn/tin-tuc");
        assertThat(reader.link(page, "/hop-ban/?utm_source=x").key()).contains("xa.gov.vn#url:/hop-ban");
        assertThat(reader.link(page, "/xem?b=2&a=1").key()).contains("xa.gov.vn#url:/xem?a=1&b=2");
        assertThat(reader.link(page, "/hop-ban-12345.html").key()).contains("xa.gov.vn#nv:12345");
        for (String other : List.of("/", "/tin-tuc", "/tin-tuc?page=2", "/lien-he", "/trang/3", "/a.pdf", "//x.vn/y")) {
            assertThat(reader.link(page, other).isArticle()).as(other).isFalse();
        }
    }

    @Test
    void a_page_is_the_same_in_another_folder_and_another_in_the_folder_of_another_day() {
        assertThat(isSamePage("/thoi-su/hop-thon-dong-ban-viec", "/van-hoa/hop-thon-dong-ban-viec"))
                .isTrue();
        assertThat(isSamePage("/thoi-su/hop-thon-2635.html", "/van-hoa/hop-thon-2635.html"))
                .isTrue();
        assertThat(isSamePage("/2026/11/16/lich-tiep-cong-dan", "/2026/11/23/lich-tiep-cong-dan"))
                .isFalse();
        assertThat(isSamePage("/thoi-su/chi-tiet.html", "/van-hoa/chi-tiet.html"))
                .isFalse();
    }

    private static boolean isSamePage(String one, String other) {
        URI site = URI.create("http://xa.example.gov.vn");
        return WebAddress.isSamePage(site.resolve(one), site.resolve(other));
    }
}
