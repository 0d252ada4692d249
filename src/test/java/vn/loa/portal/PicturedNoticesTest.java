package vn.loa.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.fetch.Page;
import vn.loa.model.ArticleContent;
import vn.loa.model.Attachment;

/** Notices that are pictures of their pages: the pictures are their files. */
class PicturedNoticesTest {
    private static final ZoneId HANOI = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final PortalCatalog CATALOG = PortalCatalog.builtIn();
    private static final URI URL = URI.create("https://donglam.example.gov.vn/thong-bao/lich-cat-dien-3107.html");
    private static final String TITLE = "Thông báo lịch tiêm phòng đàn vật nuôi đợt 2 năm 2026";
    private static final String SENTENCE =
            "Sáng 12/11, Ủy ban nhân dân xã Đồng Lâm ra quân tiêm phòng cho đàn vật nuôi ở cả tám thôn trong xã. ";

    private static final String FRAME = """
            <html><head><title>%1$s</title></head><body>
            <div class="header"><a href="/"><img src="/theme/banner.png"></a><ul><li><a href="/a">Trang chủ</a><li><a
            href="/b">Tin tức</a><li><a href="/c">Văn bản</a></ul></div>
            <div class="main"><div class="content"><h1 class="title">%1$s</h1><span class="date">12/11/2026</span>
            <div class="body">%2$s</div></div>
            <div class="sidebar"><p>Liên kết</p><img src="/qc/chuyen-doi-so.jpg"><a href="https://x.vn/"><img src="/lk.jpg"></a></div>
            </div>
            <div class="others"><h3>Tin liên quan</h3><ul><li><a href="/thong-bao/a-1.html"><img src="/t/1.jpg">Thông báo
            lịch cắt điện tháng 11</a></li><li><img src="/t/2.jpg"><a href="/thong-bao/b-2.html">Thông báo tuyển quân năm
            2027</a></li></ul></div>
            <div class="footer"><p>Bản quyền thuộc Ủy ban nhân dân xã Đồng Lâm</p><img src="/theme/tin-nhiem-mang.png"></div>
            </body></html>""";

    private static ArticleContent read(String title, String body) {
        Page page = Page.of(URL, FRAME.formatted(title, body));
        ArticleReading reading = CATALOG.detecting(HANOI).readArticle(page, title);
        assertThat(reading).isInstanceOf(ArticleReading.Read.class);
        return ((ArticleReading.Read) reading).content();
    }

    private static List<String> places(ArticleContent content) {
        return content.attachments().stream().map(file -> file.url().getPath()).toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p><img src='/u/z1.jpg'></p><p><img src='/u/z2.jpg'></p>",
                "<p style='text-align:center'><img src='/u/z1.jpg' width=800 height=1131><img src='/u/z2.jpg' width=800></p>",
                "<img src='data:image/gif;base64,R0lGOD' data-src='/u/z1.jpg'><img src='/img/loading.gif' data-original='/u/z2.jpg'>",
                "<a href='/u/z1.jpg'><img src='/thumb/z1.jpg' style='width: 400px'></a><a href='#'><img src='/u/z2.jpg'></a>",
                "<p>Kính gửi bà con.</p><figure><img src='/u/z1.jpg'></figure><figure><img src='/u/z2.jpg'></figure>",
                "<p><img src='/u/z1.jpg'><img src='/u/z1.jpg'><img src='/u/z2.jpg'><img src='/icons/icon-pdf.png'></p>",
                "<p><img src='/u/z1.jpg'><img src='/u/z2.jpg'><img src='/u/dau.png' width=80 height=80></p>",
                "<p>Tiêm phòng từ ngày 20/11 tại tám thôn.</p><p><img src='/u/z1.jpg'><img src='/u/z2.jpg'></p>",
                "<p><img src='/u/z1.jpg'><img src='/u/z2.jpg'><img src='/u/dai.png' width=1200 height=300></p>",
            })
    void the_pages_are_the_files_and_nothing_else_is(String body) {
        ArticleContent content = read(TITLE, body);
        assertThat(places(content)).containsExactly("/u/z1.jpg", "/u/z2.jpg");
        assertThat(content.attachments()).extracting(Attachment::name).containsExactly("Ảnh trang 1", "Ảnh trang 2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<img src='/u/z1.jpg' alt='Lịch tiêm phòng tám thôn'>|Lịch tiêm phòng tám thôn",
                "<img src='/u/lich-tiem-phong-8-thon.jpg'>|lich-tiem-phong-8-thon.jpg",
                "<img src='/u/IMG_20261112_081530.jpg' alt='IMG_20261112_081530'>|Ảnh trang 1",
                "<img src='/u/z60123_9fae01c.jpg' alt='Thông báo lịch tiêm phòng'>|Ảnh trang 1",
                "<img src='/u/anh-chup-man-hinh-2026-11-12-luc-10.12.33.png'>|Ảnh trang 1",
            })
    void a_page_has_the_name_that_says_something(String picture, String name) {
        assertThat(read(TITLE, "<p>" + picture + "</p>").attachments())
                .extracting(Attachment::name)
                .containsExactly(name);
    }

    @Test
    void more_than_ten_pages_are_left_to_the_page() {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < 14; i++) {
            body.append("<p><img src='/u/z").append(i).append(".jpg'></p>");
        }
        assertThat(read(TITLE, body.toString()).attachments()).hasSize(10);
    }

    @Test
    void news_with_photographs_offer_no_files() {
        String photo = "<p style='text-align:center'><img src='/u/z1.jpg' width=800></p>";
        assertThat(read("Xã ra quân tiêm phòng cho đàn vật nuôi", photo + ("<p>" + SENTENCE + "</p>").repeat(3) + photo)
                        .attachments())
                .isEmpty();
        assertThat(read("Xã ra quân tiêm phòng cho đàn vật nuôi", photo + "<p>" + SENTENCE + SENTENCE + "</p>")
                        .attachments())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Một số hình ảnh lễ ra quân tiêm phòng của xã Đồng Lâm|<p><img src='/u/z1.jpg'></p>",
                "Xã ra quân tiêm phòng cho đàn vật nuôi đợt 2|<figure><img src='/u/z1.jpg'><figcaption>Quang cảnh lễ ra quân</figcaption></figure>",
                "Xã ra quân tiêm phòng cho đàn vật nuôi đợt 2|<table><tr><td><img src='/u/z1.jpg'></td></tr><tr><td>Quang cảnh lễ ra quân</td></tr></table>",
            })
    void photographs_without_a_text_offer_none_either(String title, String body) {
        Page page = Page.of(URL, FRAME.formatted(title, body));
        if (CATALOG.detecting(HANOI).readArticle(page, title) instanceof ArticleReading.Read read) {
            assertThat(read.content().attachments()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Tiêm phòng từ ngày 20/11 tại nhà văn hóa các thôn.|0",
                "Ngày 10/11, xã ban hành Thông báo số 127/TB-UBND.|1",
                "Nội dung cụ thể như sau:|1",
            })
    void one_picture_beside_a_sentence_of_facts_only_shows_them(String line, int files) {
        assertThat(read(TITLE, "<p>" + line + "</p><p><img src='/u/z1.jpg'></p>")
                        .attachments())
                .hasSize(files);
    }

    @Test
    void a_file_of_its_own_comes_before_pictures() {
        assertThat(places(read(TITLE, "<p><img src='/u/z1.jpg'></p><p><a href='/u/tb.pdf'>Thông báo</a></p>")))
                .containsExactly("/u/tb.pdf");
    }

    @Test
    void the_rules_of_a_system_find_them_too() {
        String page =
                "<html><body><div class='news_column panel'><div class='panel-body'><h1 class='title margin-bottom-lg'>"
                        + TITLE
                        + "</h1><em class='time'>Thứ năm - 12/11/2026 08:00</em><div id='news-bodyhtml' class='bodytext'>%s"
                        + "</div></div></div></body></html>";
        String pictures = "<p><img src='/u/z1.jpg'></p><p><img src='/u/z2.jpg'></p>";
        PortalReader reader = CATALOG.reader("nukeviet", Map.of(), HANOI);
        ArticleReading.Read read =
                (ArticleReading.Read) reader.readArticle(Page.of(URL, page.formatted(pictures)), TITLE);
        assertThat(places(read.content())).containsExactly("/u/z1.jpg", "/u/z2.jpg");
        assertThat(read.problems()).isEmpty();
        ArticleReading.Read news = (ArticleReading.Read) reader.readArticle(
                Page.of(URL, page.formatted(pictures + "<p>" + SENTENCE + SENTENCE + "</p>")), TITLE);
        assertThat(news.content().attachments()).isEmpty();
    }
}
