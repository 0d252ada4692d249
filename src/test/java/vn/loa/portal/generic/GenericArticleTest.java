package vn.loa.portal.generic;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.Cases;
import vn.loa.model.Attachment;
import vn.loa.portal.generic.GenericArticle.Confidence;
import vn.loa.portal.generic.block.ExpectedTitle;

class GenericArticleTest {
    private static final URI LOCATION = URI.create("https://xathu.gov.vn/tin-tuc/mot-tin-12.html");
    private static final String SENTENCE =
            "Bà con trong thôn cùng nhau dọn dẹp đường làng, ngõ xóm, trồng thêm hoa và cây xanh dọc hai bên đường. ";

    @Test
    void the_shared_article_pages_are_read_without_a_rule() {
        GenericArticle liferay = shared("hanoi62_article.html");
        assertThat(liferay.title()).isEqualTo("ỦY ban MTTQ VN huyện Phú Xuyên: tập huấn công tác mặt trận năm 2023");
        assertThat(liferay.dates()).containsExactly("Ngày đăng 18/09/2023 | 16:00 | View count: 159");
        assertThat(liferay.lead()).isEqualTo("Đoạn dẫn thử nghiệm về lớp bồi dưỡng công tác Mặt trận.");
        assertThat(liferay.paragraphs())
                .containsExactly(
                        "Dự khai mạc có lãnh đạo huyện và cán bộ Mặt trận các xã, thị trấn.",
                        "Kết thúc lớp học, học viên trao đổi kinh nghiệm ở cơ sở./.");
        assertThat(liferay.category()).isEqualTo("VĂN HÓA - XÃ HỘI");
        assertThat(liferay.attachments()).extracting(Attachment::name).containsExactly("QĐ 31.doc");
        assertThat(shared("vcc_article.html").paragraphs()).containsExactly("Đoạn một.", "Đoạn hai./.");
        assertThat(shared("nukeviet_article.html").paragraphs()).containsExactly("Nội dung thử nghiệm.");
        assertThat(shared("vnpt_article.html").dates()).containsExactly("22/11/2024");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hanoi62_listing_p1.html",
                "hanoi62_listing_p2.html",
                "hanoi62_locale_trap.html",
                "vcc_listing.html",
                "waf_cookie.html"
            })
    void lists_and_cookie_pages_are_no_articles(String page) {
        assertThat(read(Cases.page(page))).isEmpty();
    }

    @Test
    void a_log_in_form_is_no_article() {
        assertThat(read("<h1>Đăng nhập</h1><p>Mời đồng chí nhập tài khoản.</p><form><input type=password></form>"))
                .isEmpty();
    }

    @Test
    void what_the_page_declares_decides_how_sure_the_reading_is() {
        String body =
                "<h1>Ra quân</h1><div>" + "<p>" + SENTENCE + "</p>".repeat(1) + ("<p>" + SENTENCE + "</p>").repeat(3);
        assertThat(read("<meta property=og:type content=article>" + body)
                        .orElseThrow()
                        .confidence())
                .isEqualTo(Confidence.DECLARED);
        assertThat(read(body).orElseThrow().confidence()).isEqualTo(Confidence.LIKELY);
        assertThat(read("<h1>Ra quân</h1><p>Sáng nay, xã ra quân làm sạch đường làng.</p>")
                        .orElseThrow()
                        .confidence())
                .isEqualTo(Confidence.DOUBTFUL);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <title>Ra quân làm sạch đường làng - Cổng thông tin xã Thử</title><h1>Cổng thông tin xã Thử</h1><h2>Ra quân làm sạch đường làng</h2> | Ra quân làm sạch đường làng
            <title>Cổng thông tin xã Thử</title><h1>Ra quân làm sạch đường làng</h1> | Ra quân làm sạch đường làng
            <title>Ra quân làm sạch… - Xã Thử</title><div class=tieude>Ra quân làm sạch đường làng, ngõ xóm</div> | Ra quân làm sạch đường làng, ngõ xóm
            <meta property=og:title content='Ra quân làm sạch đường làng'><title>x</title> | Ra quân làm sạch đường làng
            <title>Cổng thông tin điện tử tỉnh Thử ra mắt giao diện mới - Xã Thử</title><h1>Cổng thông tin điện tử tỉnh Thử ra mắt giao diện mới</h1><h2>Nhiều tiện ích</h2> | Cổng thông tin điện tử tỉnh Thử ra mắt giao diện mới
            <title>Cổng thông tin điện tử xã Thử</title><div class=header><h1>Cổng thông tin điện tử xã Thử</h1></div><h2>Ra quân làm sạch đường làng</h2> | Ra quân làm sạch đường làng
            """)
    void the_title_is_the_line_that_the_head_speaks_of(String head, String title) {
        assertThat(read(head + ("<p>" + SENTENCE + "</p>").repeat(4))
                        .orElseThrow()
                        .title())
                .isEqualTo(title);
    }

    @Test
    void dates_come_in_the_order_of_trust_and_unread() {
        GenericArticle article =
                read("""
            <script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2025-11-13T08:05:00+07:00",
            "dateModified":"2025-11-14T08:05:00+07:00"}</script>
            <meta property="article:published_time" content="2025-11-13T01:05:00Z">
            <div class=clock>Thứ hai, 23/11/2026</div><ul><li>Trang chủ<li>Tin tức<li>Văn bản</ul>
            <h1>Ra quân làm sạch đường làng</h1><span class=date>13/11/2025 08:05</span>""" + ("<p>" + SENTENCE + "</p>").repeat(4)).orElseThrow();
        assertThat(article.dates())
                .containsExactly("2025-11-13T08:05:00+07:00", "2025-11-13T01:05:00Z", "13/11/2025 08:05");
    }

    @Test
    void the_time_of_a_change_is_told_where_no_day_of_publication_is() {
        GenericArticle article =
                read("""
            <script type="application/ld+json">{"@type":"NewsArticle","dateModified":"2025-11-14T08:05:00+07:00"}</script>
            <h1>Ra quân làm sạch đường làng</h1>""" + ("<p>" + SENTENCE + "</p>").repeat(4)).orElseThrow();
        assertThat(article.dates()).containsExactly("2025-11-14T08:05:00+07:00");
    }

    @Test
    void the_account_that_typed_the_article_is_not_its_author() {
        String page = "<h1>Ra quân</h1><p class=author>%s</p>" + ("<p>" + SENTENCE + "</p>").repeat(4);
        assertThat(read(page.formatted("admin admin")).orElseThrow().author()).isEmpty();
        assertThat(read(page.formatted("Tác giả: Trần Thử")).orElseThrow().author())
                .isEqualTo("Trần Thử");
    }

    @Test
    void documents_with_blanks_in_their_address_can_be_fetched() {
        GenericArticle article = read("<h1>Kế hoạch</h1><div>" + ("<p>" + SENTENCE + "</p>").repeat(4)
                        + "<p>Toàn văn: <a href='/tai lieu/KH 31.pdf'>Kế hoạch số 31</a></p></div>")
                .orElseThrow();
        assertThat(article.attachments())
                .containsExactly(
                        new Attachment("Kế hoạch số 31", URI.create("https://xathu.gov.vn/tai%20lieu/KH%2031.pdf")));
    }

    @Test
    void a_sub_heading_stays_and_the_heading_of_related_news_goes_with_what_follows() {
        GenericArticle article = read("<h1>Ra quân</h1><div><p>" + SENTENCE + "</p><h2>Kết quả bước đầu</h2>"
                        + ("<p>" + SENTENCE + "</p>").repeat(4)
                        + "<h3>Tin liên quan</h3><p>Hội nghị tổng kết phong trào thi đua.</p></div>")
                .orElseThrow();
        assertThat(article.paragraphs()).contains("Kết quả bước đầu");
        assertThat(article.paragraphs()).doesNotContain("Tin liên quan", "Hội nghị tổng kết phong trào thi đua.");
    }

    @Test
    void text_hidden_behind_a_paywall_class_is_read_and_other_hidden_text_is_not() {
        GenericArticle article = read("<h1>Ra quân</h1><div>" + ("<p>" + SENTENCE + "</p>").repeat(4)
                        + "<p class=paywall hidden>Phần sau của bài viết, dài đúng một câu, vẫn nằm trong trang.</p>"
                        + "<p style='display: none'>Lời nhắn chỉ dành cho máy, không ai đọc được nó trên trang.</p></div>")
                .orElseThrow();
        assertThat(article.paragraphs())
                .contains("Phần sau của bài viết, dài đúng một câu, vẫn nằm trong trang.")
                .doesNotContain("Lời nhắn chỉ dành cho máy, không ai đọc được nó trên trang.");
    }

    @Test
    void a_heading_that_was_edited_comes_before_what_the_head_still_says() {
        String told = "Xã Tân Lập ra quân làm sạch môi trường ngày 12/3";
        String html = "<html><head><meta property='og:title' content='" + told + "'></head><body><h1>@</h1><p>Sáng nay,"
                + " hơn hai trăm đoàn viên, hội viên đã dọn sạch các tuyến đường trong xã, thu gom nhiều rác thải.</p>"
                + "<p>Bà con các thôn cùng tham gia, và hứa giữ gìn đường làng sạch đẹp trong những ngày tới.</p>";
        assertThat(titleOf(html.replace("@", "Xã Tân Lập ra quân dọn môi trường sáng ngày 13/3"), told))
                .isEqualTo("Xã Tân Lập ra quân dọn môi trường sáng ngày 13/3");
        assertThat(titleOf(html.replace("@", "Cổng thông tin xã Tân Lập"), told))
                .isEqualTo(told);
    }

    private static String titleOf(String html, String told) {
        return GenericArticle.read(Jsoup.parse(html, LOCATION.toString()), LOCATION, ExpectedTitle.of(told))
                .orElseThrow()
                .title();
    }

    @Test
    void reading_leaves_the_page_as_it_was() {
        Document page = Jsoup.parse(Cases.page("hanoi62_article.html"), LOCATION.toString());
        String before = page.outerHtml();
        GenericArticle.read(page, LOCATION);
        assertThat(page.outerHtml()).isEqualTo(before);
    }

    private static GenericArticle shared(String page) {
        return read(Cases.page(page)).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "<p>25/11/2026 | Tác giả: Trần Thị Hồng Thử; Trần Thị Hồng Thử",
                "<p>25/11/2026 / Tác giả: <a href='#'>Trạm Y tế</a> / Lượt xem: 91; Trạm Y tế",
                "<p>25/11/2026 <span itemprop=author>Đỗ Thử</span>; Đỗ Thử",
                "<p><a href='/tac-gia/lien' rel=author>Bích Thử</a> <span>25/11/2026</span>; Bích Thử",
                "<p>25/11/2026 | Lượt xem: 91; ''",
            })
    void the_author_stands_beside_the_date(String line, String author) {
        assertThat(read(news(line)).orElseThrow().author()).isEqualTo(author);
    }

    @ParameterizedTest
    @CsvSource({
        "<div class=anh><img src=/up/3.jpg></div>, /up/3.jpg",
        "<img src='/_next/image?url=%2Fup%2F9.jpg&w=1200'>, /_next/image",
        "<a href=#><img src=/theme/facebook.jpg></a>, ''",
        "<img src=/theme/lich.png>, ''",
    })
    void a_photograph_may_stand_between_title_and_text(String picture, String path) {
        assertThat(read(news(picture)).orElseThrow().image().map(URI::getPath).orElse(""))
                .isEqualTo(path);
    }

    @Test
    void the_logo_of_a_site_is_no_picture_of_an_article() {
        String page = "<meta property=og:image content=/theme/logo.png>" + news("");
        assertThat(read(page).orElseThrow().image()).isEmpty();
    }

    private static String news(String line) {
        return "<div id=main><h1>Xã Thử ra quân trồng cây vụ đông</h1>" + line + "<div class=text><p>Sáng nay, xã Thử"
                + " tổ chức ra quân trồng cây vụ đông với sự tham dự của trưởng 14 xóm trong xã.</p><p>Hợp tác xã bảo"
                + " đảm cung ứng đủ giống, phân bón cho bà con đến hết vụ, trả chậm sau khi thu hoạch.</p></div></div>";
    }

    private static Optional<GenericArticle> read(String html) {
        return GenericArticle.read(Jsoup.parse(html, LOCATION.toString()), LOCATION);
    }
}
