package vn.loa.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.ZoneId;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.fetch.Page;
import vn.loa.model.ArticleContent;
import vn.loa.model.Headline;

/** The news modules of DNN: News Articles in its two templates, Blog, and one as Vietnamese makers write them. */
class DnnViewsTest {
    private static final ZoneId HANOI = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final String SITE = "http://xa.tinhthu.gov.vn";
    private static final String TITLE = "Xã Thử Nghiệm tổng kết hè cho thiếu nhi";
    private static final String FIRST =
            "Chiều 28/8, Đoàn xã tổng kết hoạt động hè cho 320 thiếu nhi tại sân trường tiểu học.";
    private static final String SECOND = "Ban tổ chức trao 40 phần quà cho các em tích cực.";
    private static final String TEXT = "<p>" + FIRST + "</p><p>" + SECOND + "</p>";

    private static String page(String content) {
        return "<html><head><title>Xã Thử Nghiệm &gt; Tin tức</title><meta name='GENERATOR' content='DotNetNuke '></head>"
                + "<body id='Body'><form id='Form'><div id='dnn_menu'><a href='/'>Trang chủ</a> <a href='/tin-tuc'>Tin"
                + " tức</a></div><div id='dnn_ContentPane'><span id='dnn_ctr401_dnnTITLE_titleLabel' class='Head'>Tin"
                + " tức</span><div id='dnn_ctr401_ModuleContent' class='DNNModuleContent'>"
                + content
                + "</div></div><div id='dnn_RightPane'><div id='dnn_ctr402_ModuleContent'"
                + " class='DNNModuleContent'><p>Lịch tiếp công dân: sáng thứ Năm hằng tuần tại trụ sở.</p></div></div>"
                + "</form></body></html>";
    }

    private static PortalReader reader(String portal) {
        return PortalCatalog.builtIn().reader(portal, Map.of(), HANOI);
    }

    private static ArticleContent article(String portal, String path, String content) {
        ArticleReading reading = reader(portal).readArticle(Page.of(URI.create(SITE + path), page(content)));
        assertThat(reading).isInstanceOf(ArticleReading.Read.class);
        assertThat(reading.evidence().portal()).isEqualTo("dnn");
        return ((ArticleReading.Read) reading).content();
    }

    private static void assertThatItIsRead(ArticleContent article) {
        assertThat(article.title()).isEqualTo(TITLE);
        assertThat(article.paragraphs()).containsExactly(FIRST, SECOND);
        assertThat(article.published().instant().orElseThrow().atZone(HANOI).toLocalDate())
                .hasToString("2026-08-29");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dnn", ""})
    void news_articles_in_its_standard_template_is_read(String portal) {
        assertThatItIsRead(
                article(
                        portal,
                        "/tin-tuc/tabid/60/articleType/ArticleView/articleId/318/Tong-ket-he.aspx",
                        "<div class='article'><div class='articleCalendar'><div class='articleCalendarDay'>29</div></div><div"
                                + " class='articleHeadline'><h1><a href='/tin-tuc/tabid/60/articleType/ArticleView/articleId/318/Tong-ket-he.aspx'>"
                                + TITLE
                                + "</a></h1></div><div class='articleAuthor Normal'><a href='/a'>host</a> posted on August 29,"
                                + " 2026 10:15</div><div class='articleEntry Normal'>"
                                + TEXT
                                + "</div><div class='articleCategories Normal'>Posted in: <a href='/c'>Đoàn</a></div><div"
                                + " class='Normal'>Actions: <a href='mailto:?subject=a'>E-mail</a></div></div><div"
                                + " class='articleComments'><h2>Comments</h2><span>There are currently no comments.</span></div>"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dnn", ""})
    void news_articles_in_its_older_template_is_read(String portal) {
        assertThatItIsRead(
                article(
                        portal,
                        "/tin-tuc/tabid/60/articleType/ArticleView/articleId/318/Default.aspx",
                        "<table><tr><td class='articleTable'><table><tr><td class='articleTopCell'><span"
                                + " class='NormalBold'>29/08/2026</span></td></tr><tr><td class='articleContentCell'><table"
                                + " id='Table3'><tr><td></td><td class='Normal'><a class='articleTitle'"
                                + " href='/tin-tuc/tabid/60/articleType/ArticleView/articleId/318/Default.aspx'>"
                                + TITLE
                                + "</a><br>By host @ 10:15 :: 40 Views</td></tr><tr><td colspan='3'><table id='Table4'><tr><td"
                                + " class='articleTable'><table id='Table5'><tr><td class='articleTextCell'><span"
                                + " class='Normal'>"
                                + TEXT
                                + "</span></td></tr></table></td></tr></table></td></tr></table></td></tr></table></td></tr></table>"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dnn", ""})
    void a_post_of_the_blog_module_is_read(String portal) {
        assertThatItIsRead(article(
                portal,
                "/tin-tuc/Post/318/tong-ket-he",
                "<div class='blog-main-content'><article id='post-9' class='bbs-article'><header><div"
                        + " class='supertitle'>Đoàn</div><h1>"
                        + TITLE
                        + "</h1></header><div class='content'><div class='metadata'><div"
                        + " class='share-buttons'><h5>Share</h5></div><div class='author'><h5>Written by</h5><a"
                        + " href='/a'>host</a></div><div class='time'><div data-time='2026-08-29 10:15:00'"
                        + " class='momentabs'>2026-08-29</div></div></div><div class='body'>"
                        + TEXT
                        + "</div></div></article></div>"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dnn", ""})
    void labels_that_are_named_in_vietnamese_are_read(String portal) {
        ArticleContent article = article(
                portal,
                "/tintuc/tabid/98/itemid/3121/Default.aspx",
                "<table><tr><td><span id='dnn_ctr401_XemTin_lblTieuDe'>"
                        + TITLE
                        + "</span></td></tr><tr><td><span id='dnn_ctr401_XemTin_lblNgayDang'>Cập nhật: 14:20 |"
                        + " 29/08/2026</span></td></tr><tr><td><span id='dnn_ctr401_XemTin_lblTomTat'>Hè năm nay có"
                        + " nhiều hoạt động bổ ích.</span></td></tr><tr><td><span id='dnn_ctr401_XemTin_lblNoiDung'>"
                        + TEXT
                        + "</span></td></tr><tr><td><span id='dnn_ctr401_XemTin_lblTacGia'>Văn Mẫu</span></td></tr>"
                        + "<tr><td><b>Các tin khác</b><table id='dnn_ctr401_XemTin_dlTinKhac'><tr><td><span"
                        + " id='dnn_ctr401_XemTin_dlTinKhac_lblTieuDe_0'><a href='/tintuc/tabid/98/itemid/3119/Default.aspx'>Hội"
                        + " trại hè tại thôn Đông</a></span></td></tr></table></td></tr></table>");
        assertThatItIsRead(article);
        assertThat(article.lead()).isEqualTo("Hè năm nay có nhiều hoạt động bổ ích.");
        assertThat(article.author()).isEqualTo("Văn Mẫu");
        assertThat(article.category()).isEqualTo("Tin tức");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div class='article'><div class='articleHeadline'><h1><a href='A'>T</a></h1></div><div class='articleAuthor"
                        + " Normal'>host posted on August 29, 2026 10:15</div><div class='articleEntry Normal'>Mở đầu.</div></div>",
                "<table id='tblArticles1-401-I'><tr><td class='articleTable'><table id='tblArticles2-401-I'><tr><td"
                        + " class='articleTopCell'>29/08/2026</td></tr><tr><td><a href='A' class='articleTitle'>T</a><br>By"
                        + " host</td></tr><tr><td class='articleTextCell'>Mở đầu.</td></tr></table></td></tr></table>",
                "<article class='bbs-listarticle'><div class='supertitle'>Đoàn</div><h2><a href='A'>T</a></h2><div"
                        + " class='content'><div class='summary'>Mở đầu.</div><div class='metadata'><div data-time='2026-08-29"
                        + " 10:15:00' class='moment'>2026-08-29</div></div></div></article>",
                "<div class='article in_list span'><div class='content'><h1><a href='A'>T</a></h1><div class='summary'>Mở"
                        + " đầu.</div></div><div class='meta_text'><time>29/08/2026</time></div></div>"
            })
    void every_item_of_a_list_is_found(String item) {
        String path = "/tin-tuc/tabid/60/articleType/ArticleView/articleId/I/bai.aspx";
        StringBuilder items = new StringBuilder();
        for (int id = 318; id > 315; id--) {
            items.append(item.replace("'A'", "'" + path + "'")
                    .replace("I/bai", id + "/bai")
                    .replace("-I'", "-" + id + "'")
                    .replace(">T<", ">" + TITLE + " năm thứ " + id + "<"));
        }
        for (String portal : new String[] {"dnn", ""}) {
            Page page = Page.of(URI.create(SITE + "/tin-tuc"), page(items.toString()));
            Listing listing = reader(portal).readListing(page);
            assertThat(listing.evidence().portal()).isEqualTo("dnn");
            assertThat(listing.headlines())
                    .extracting(Headline::key)
                    .containsExactly(
                            "xa.tinhthu.gov.vn#dnna:318", "xa.tinhthu.gov.vn#dnna:317", "xa.tinhthu.gov.vn#dnna:316");
            assertThat(listing.headlines()).allSatisfy(headline -> {
                assertThat(headline.teaser()).isEqualTo("Mở đầu.");
                assertThat(headline.published().instant()).isPresent();
            });
            assertThat(reader(portal).readArticle(page)).isInstanceOf(ArticleReading.NotAnArticle.class);
        }
    }

    @Test
    void a_list_of_no_known_module_is_read_as_any_other() {
        String items = "<table id='dnn_ctr401_DanhSach_dlTin'>"
                + "<tr><td><a href='/tintuc/tabid/98/itemid/3121/Default.aspx'>Hội nghị tiếp xúc cử tri trước kỳ họp cuối năm</a> <span>(18/11/2026)</span></td></tr>"
                + "<tr><td><a href='/tintuc/tabid/98/itemid/3119/Default.aspx'>Đoàn thanh niên ra quân dọn vệ sinh chợ</a> <span>(15/11/2026)</span></td></tr>"
                + "<tr><td><a href='/tintuc/tabid/98/itemid/3115/Default.aspx'>Tập huấn kỹ thuật trồng rau an toàn vụ đông</a> <span>(12/11/2026)</span></td></tr></table>";
        Listing listing =
                reader("").readListing(Page.of(URI.create(SITE + "/tintuc/tabid/98/Default.aspx"), page(items)));
        assertThat(listing.headlines())
                .extracting(Headline::key)
                .containsExactly(
                        "xa.tinhthu.gov.vn#url:/tintuc/tabid/98/itemid/3121/Default.aspx",
                        "xa.tinhthu.gov.vn#url:/tintuc/tabid/98/itemid/3119/Default.aspx",
                        "xa.tinhthu.gov.vn#url:/tintuc/tabid/98/itemid/3115/Default.aspx");
    }

    @Test
    void a_list_of_no_known_module_is_read_for_a_source_whose_portal_is_named() {
        String items =
                "<div class=tin><a href='/tin-tuc/hoi-nghi-tiep-xuc-cu-tri'>Hội nghị tiếp xúc cử tri trước kỳ họp</a>"
                        + "<span>18/11/2026</span></div><div class=tin><a href='/tin-tuc/ra-quan-don-ve-sinh'>Đoàn thanh niên ra quân"
                        + " dọn vệ sinh chợ</a><span>15/11/2026</span></div><div class=tin><a href='/tin-tuc/tap-huan-trong-rau'>Tập"
                        + " huấn kỹ thuật trồng rau vụ đông</a><span>12/11/2026</span></div>";
        URI address = URI.create(SITE + "/tin-tuc");
        Listing listing =
                reader("dnn").readListing(Page.of(address, page("<div id=dnn_ctr512_View>" + items + "</div>")));
        assertThat(listing.evidence().portal()).isEqualTo("dnn");
        assertThat(listing.headlines())
                .hasSize(3)
                .allMatch(headline -> headline.published().instant().isPresent());
        String rebuilt = "<html><head><title>Tin</title></head><body>" + items + "</body></html>";
        assertThat(reader("dnn").readListing(Page.of(address, rebuilt)).headlines())
                .isEmpty();
    }

    @Test
    void each_tab_and_each_kind_of_item_counts_by_itself() {
        PortalReader dnn = reader("dnn");
        URI page = URI.create(SITE + "/");
        assertThat(Stream.of(
                        "/tin-tuc/tabid/61/itemid/5/Default.aspx",
                        "/thong-bao/tabid/80/id/5/Default.aspx",
                        "/thong-bao/tabid/80/newsid/5/Default.aspx",
                        "/tin-tuc/tabid/61/mid/412/itemid/5/Default.aspx",
                        "/tin-tuc/Default.aspx?newsid=5",
                        "/lich/Default.aspx?newsid=5",
                        "/Default.aspx?tabid=61&newsid=5"))
                .extracting(href -> dnn.link(page, href).key().orElseThrow())
                .doesNotHaveDuplicates();
        assertThat(Stream.of(
                        "/tin-tuc/tabid/61/itemid/5/Default.aspx",
                        "/tin-noi-bat/tabid/61/itemid/5/bai.aspx",
                        "/tabid/61/default.aspx?ItemID=5",
                        "/Default.aspx?TabId=61&itemId=5"))
                .extracting(href -> dnn.link(page, href).key().orElseThrow())
                .containsOnly("xa.tinhthu.gov.vn#dnnm:61/itemid:5");
    }

    @Test
    void a_tab_means_nothing_on_a_site_of_another_system() {
        for (String portal : new String[] {"nukeviet", "vnpt", ""}) {
            assertThat(reader(portal)
                            .link(URI.create(SITE + "/"), "/tin-tuc/tabid/61/itemid/5/Default.aspx")
                            .key())
                    .as(portal)
                    .isNotPresent();
        }
    }

    @Test
    void a_box_beside_the_list_is_not_taken_for_it() {
        StringBuilder items = new StringBuilder("<table id='dnn_ctr401_DanhSach_dlTin'>");
        for (int id = 3126; id > 3120; id--) {
            items.append("<tr><td><a href='/tintuc/tabid/98/itemid/" + id + "/Default.aspx'>Hội nghị tiếp xúc cử tri"
                    + " trước kỳ họp thứ " + id + " của xã</a> <span>(18/11/2026)</span></td></tr>");
        }
        items.append("</table></div></div><div id='dnn_LeftPane'><div id='dnn_ctr403_ModuleContent'><ul>");
        for (String name : new String[] {"Giới thiệu chung", "Bộ máy tổ chức", "Thủ tục hành chính"}) {
            items.append("<li><h3><a href='/gioi-thieu/tabid/70/id/" + name.length() + "/Default.aspx'>" + name
                    + "</a></h3></li>");
        }
        items.append("</ul>");
        Listing listing = reader("")
                .readListing(Page.of(URI.create(SITE + "/tintuc/tabid/98/Default.aspx"), page(items.toString())));
        assertThat(listing.headlines())
                .hasSize(6)
                .allMatch(headline -> headline.title().startsWith("Hội nghị"));
    }
}
