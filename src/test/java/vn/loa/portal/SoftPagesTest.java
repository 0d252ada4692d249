package vn.loa.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.ZoneId;
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

/** Pages that answer under an article's address and are none. */
class SoftPagesTest {
    private static final ZoneId HANOI = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final PortalCatalog CATALOG = PortalCatalog.builtIn();
    private static final URI URL = URI.create("http://tanloc.example.gov.vn/tin-tuc/tap-huan-giam-sat-1501.html");
    private static final String FOOTER = "<div class=footer><p>CỔNG THÔNG TIN ĐIỆN TỬ XÃ TÂN LỘC, TỈNH THỬ"
            + " NGHIỆM</p><p>Địa chỉ: Số 1, đường Trung Tâm, xã Tân Lộc - Điện thoại: (0200) 3000000; Fax: (0200)"
            + " 3000001;</p><p>Ghi rõ nguồn: “Cổng thông tin điện tử xã Tân Lộc” khi phát hành lại thông tin từ nguồn"
            + " này.</p></div>";

    static Stream<Cases.Case> cases() {
        return Cases.read("reading-page-soft.jsonl");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void the_shared_pages_are_nothing(Cases.Case given) {
        Page page = Page.of(URI.create(given.text("url")), given.text("html"));
        assertThat(CATALOG.detecting(HANOI).kindOf(page)).as(given.text("id")).isEqualTo(PortalReader.Kind.NOTHING);
    }

    @Test
    void a_page_of_a_portal_that_reports_a_missing_one_is_nothing() {
        assertThat(CATALOG.detecting(HANOI).kindOf(Page.of(URL, Cases.page("soft404.html"))))
                .isEqualTo(PortalReader.Kind.NOTHING);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Đang bảo trì|Hệ thống đang được bảo trì, nâng cấp. Quý vị vui lòng quay lại sau ít phút.",
                "Thông báo|Cổng thông tin đang tạm dừng để nâng cấp hệ thống, mong quý vị thông cảm và quay lại sau.",
                "Đăng nhập|Vui lòng đăng nhập bằng tài khoản được cấp để tiếp tục sử dụng các chức năng của hệ thống.",
                "Tìm kiếm|Nhập từ khóa vào ô bên dưới rồi nhấn nút tìm kiếm để tra cứu thông tin trên cổng.",
                "Kết quả tìm kiếm|Không có kết quả nào phù hợp với từ khóa mà quý vị đã nhập.",
                "Trạng thái|Trang bạn yêu cầu không có trên máy chủ.",
                "Lỗi|Đã xảy ra lỗi trong quá trình xử lý yêu cầu. Xin quý vị thử lại sau.",
                "Từ chối truy cập|Bạn không có quyền truy cập tài nguyên này.",
                "Phiên làm việc đã hết hạn|Phiên làm việc của quý vị đã hết hạn, vui lòng tải lại trang.",
                "Website tạm ngưng hoạt động|Website đã hết hạn sử dụng, vui lòng liên hệ nhà cung cấp dịch vụ.",
                "Cổng thông tin điện tử|Bạn không được phép xem nội dung này.",
                "Thông báo|Trang thông tin điện tử xã Tân Lộc đã chuyển sang địa chỉ mới: tanloc2.example.gov.vn. Trang sẽ tự"
                        + " động chuyển sau 10 giây.",
                "Tin tức|Nội dung đang được cập nhật.",
                "Kết quả tìm kiếm: Xã Tân Lộc tập huấn kỹ năng số cho cán bộ Mặt trận ở các thôn, tổ dân phố trong xã|Tìm"
                        + " thấy 2 kết quả phù hợp với từ khóa của bạn trong 0,02 giây.",
                "Service Unavailable|The server is temporarily unable to service your request due to maintenance"
                        + " downtime.",
            })
    void a_page_of_the_system_is_no_article(String heading, String text) {
        for (String portal : List.of("", "nukeviet", "sharepoint", "wordpress")) {
            for (String shape : List.of(
                    "<div class=content><h1>%s</h1><div class=alert>%s</div></div>",
                    "<div class='news-detail'><h1 class=title>%s</h1><div class='content'><p>%s</p></div></div>")) {
                Page page = page(heading, shape.formatted(heading, text));
                ArticleReading reading = CATALOG.reader(portal, Map.of(), HANOI).readArticle(page);
                assertThat(reading).as(portal + " " + shape).isInstanceOf(ArticleReading.NotAnArticle.class);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Tìm kiếm hai em nhỏ bị lạc tại thôn Đông|Sáng 12/3, Công an xã cùng người dân thôn Đông tổ chức tìm"
                        + " kiếm hai em nhỏ bị lạc trong rừng; đến trưa cùng ngày đã tìm thấy các em an toàn.",
                "Hướng dẫn đăng nhập ứng dụng VNeID mức 2|Công an xã Tân Lộc hướng dẫn Nhân dân cách đăng nhập ứng"
                        + " dụng VNeID mức 2, vui lòng mang theo căn cước công dân khi đến trụ sở.",
                "Thông báo bảo trì lưới điện ngày 15/3|Điện lực huyện thông báo bảo trì đường dây 22 kV từ 8 giờ đến"
                        + " 11 giờ ngày 15/3 tại các thôn Đông, Tây, Nam và mong Nhân dân thông cảm.",
                "Thông báo|Ủy ban nhân dân xã Tân Lộc thông báo lịch tiếp công dân tháng 3 năm 2026 như sau: thứ Năm"
                        + " hằng tuần, tại phòng tiếp công dân của xã, từ 8 giờ.",
                "Kết quả tìm kiếm hài cốt liệt sĩ năm 2026|Đội quy tập tìm kiếm được 12 hài cốt liệt sĩ trên địa bàn xã Tân"
                        + " Lộc, đưa về an táng tại nghĩa trang liệt sĩ xã.",
                "Phường chuyển sang trụ sở mới từ ngày 1/7|Ủy ban nhân dân phường chuyển sang địa chỉ mới tại số 12 đường"
                        + " Trung Tâm từ ngày 1/7; thông tin đang được cập nhật trên các bảng tin của tổ dân phố.",
                "Trạng thái bình thường mới ở xã Tân Lộc|Sau hai tuần, các thôn của xã Tân Lộc đã trở lại trạng thái"
                        + " bình thường mới, chợ xã mở cửa trở lại từ sáng nay.",
            })
    void an_article_with_such_words_is_one(String heading, String text) {
        Page page = page(
                heading,
                "<div class=detail><h1>" + heading + "</h1><div class=content><p>" + text + "</p></div></div>");
        assertThat(CATALOG.detecting(HANOI).readArticle(page)).isInstanceOf(ArticleReading.Read.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "404 - Không tìm thấy trang",
                "404 - File or directory not found.",
                "Cổng thông tin điện tử xã Tân Lộc - Không tìm thấy trang",
                "UBND xã Tân Lộc | 404 Not Found",
                "Trang không tồn tại | Xã Tân Lộc",
                "Error 404 (Not Found)!!1",
                "Oops! That page can't be found. – Xã Tân Lộc",
                "Văn bản không tồn tại hoặc đã bị xóa",
                "Lỗi 404: Chuyên mục không tồn tại",
                "Không tìm thấy trang « Trang thông tin điện tử phường Nam Hà",
                "Xã Tân Lộc :: Bài viết đã bị xoá",
                "Xã Tân Lộc – Trang bạn yêu cầu không còn tồn tại"
            })
    void a_title_that_reports_a_missing_page_does_so_in_each_of_its_parts(String title) {
        StringBuilder list = new StringBuilder("<title>" + title + "</title><main>");
        for (int i = 1; i <= 4; i++) {
            list.append("<div class=tin><h3><a href='/tin/hop-thon-" + i + ".html'>Thôn Đông họp bàn việc làng lần thứ "
                    + i + "</a></h3><span>1" + i + "/11/2026</span><p>Bà con cùng bàn việc của thôn.</p></div>");
        }
        assertThat(CATALOG.detecting(HANOI)
                        .readListing(Page.of(URL, list + "</main>"))
                        .headlines())
                .isEmpty();
        assertThat(reason(Page.of(URL, list + "</main>"), "")).isEqualTo(ArticleReading.Reason.MISSING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Error 404",
                "ERROR 404",
                "Lỗi 404",
                "Trang lỗi 404",
                "Xã Tân Lộc | Error 404",
                "Lỗi: 404 Not Found"
            })
    void a_page_that_names_only_the_number_of_the_error_is_missing(String title) {
        Page page = Page.of(URL, "<title>" + title + "</title><div><p>Mời về trang chủ.</p></div>");
        assertThat(CATALOG.detecting(HANOI).readArticle(page)).isInstanceOf(ArticleReading.NotAnArticle.class);
        assertThat(reason(page, "")).isEqualTo(ArticleReading.Reason.MISSING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Không tìm thấy dữ liệu",
                "Không tìm thấy bài viết",
                "Không tìm thấy nội dung.",
                "Không tìm thấy văn bản"
            })
    void a_box_that_found_nothing_beside_a_text_leaves_it_an_article(String box) {
        String schedule = IntStream.range(0, 60)
                .mapToObj(i ->
                        "<p>Thứ " + (2 + i / 12) + ", " + (7 + i % 12) + " giờ: họp tổ " + i + " tại nhà văn hóa</p>")
                .collect(Collectors.joining());
        String notice = "<p>Ủy ban nhân dân xã nghỉ trực ngày 1/12.</p><p>Bà con đến lại vào ngày 2/12.</p>";
        for (String text : List.of(
                schedule + "<p>" + box + "</p>",
                "<p>" + box + "</p>" + schedule,
                notice + "<p>" + box + "</p>",
                "<p>" + box + "</p>" + notice,
                schedule.substring(0, schedule.indexOf("Thứ 3") - 3) + "<p>" + box + "</p>")) {
            for (String date : List.of("<span class=date>28/11/2026 08:00</span>", "")) {
                String title = "Lịch công tác tuần 48 của Ủy ban nhân dân xã";
                Page page = page(
                        title,
                        "<div class=detail><h1>" + title + "</h1>" + date + "<div class=content>" + text
                                + "</div></div>");
                for (String headline : List.of(title, "")) {
                    assertThat(CATALOG.detecting(HANOI).readArticle(page, headline))
                            .as(date + text + headline)
                            .isInstanceOf(ArticleReading.Read.class);
                }
            }
        }
    }

    @Test
    void an_apology_in_place_of_the_text_below_the_title_that_was_told_takes_nothing_back() {
        String title = "Xã Tân Lộc tập huấn công tác giám sát cho cán bộ Mặt trận";
        String shape =
                "<div class=detail><h1>%s</h1>%s<div class=content><p>Rất tiếc, nội dung này không còn tồn tại.</p></div></div>";
        String date = "<span class=date>28/11/2026 08:00</span>";
        assertThat(reason(page(title, shape.formatted(title, date)), "")).isEqualTo(ArticleReading.Reason.UNREADABLE);
        assertThat(reason(page(title, shape.formatted(title, "")), title)).isEqualTo(ArticleReading.Reason.UNREADABLE);
        assertThat(reason(page("Chuyên mục tin tức", shape.formatted("Chuyên mục tin tức", "")), title))
                .isEqualTo(ArticleReading.Reason.MISSING);
    }

    private static ArticleReading.Reason reason(Page page, String headline) {
        return ((ArticleReading.NotAnArticle) CATALOG.detecting(HANOI).readArticle(page, headline)).reason();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Nội dung này đã bị xóa.",
                "Bài viết đã được gỡ bỏ theo đề nghị của cơ quan chủ quản.",
                "Nội dung này không tồn tại trên hệ thống của chúng tôi, mời quay về trang chủ.",
                "Rất tiếc, trang bạn đang tìm kiếm không tồn tại hoặc đã bị xoá.",
                "The page you requested could not be found."
            })
    void an_apology_is_no_article_however_much_surrounds_it(String text) {
        String menu = IntStream.range(0, 40)
                .mapToObj(i -> "<li><a href='/muc-" + i + "'>Chuyên mục số " + i + "</a></li>")
                .collect(Collectors.joining(
                        "", "<div class=clock>Thứ Hai, 30/11/2026 08:15</div><ul class=menu>", "</ul>"));
        for (String shape : List.of(
                "%s<div>%s</div>",
                "%s<div class=content><h1>Cổng thông tin điện tử xã Tân Lộc</h1><span>30/11/2026 08:15</span>"
                        + "<p>%s</p></div>")) {
            String html = "<html><head><title>Cổng thông tin điện tử xã Tân Lộc</title></head><body>"
                    + shape.formatted(menu, text) + FOOTER.repeat(2) + "</body></html>";
            assertThat(CATALOG.detecting(HANOI).readArticle(Page.of(URL, html)))
                    .as(shape)
                    .isInstanceOf(ArticleReading.NotAnArticle.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bạn không có quyền xem nội dung này. Vui lòng đăng nhập.",
                "Hệ thống đang bảo trì, mời quý vị quay lại sau ít phút.",
                "Đã xảy ra lỗi, xin thử lại sau."
            })
    void a_notice_in_the_place_of_the_text_is_no_article(String notice) {
        String title = "Xã Tân Lộc tập huấn công tác giám sát cho cán bộ Mặt trận";
        Page page = page(
                title,
                "<div class=detail><h1>" + title + "</h1><span class=date>28/11/2026 08:00</span><div class=content><p>"
                        + notice + "</p></div></div>");
        assertThat(CATALOG.detecting(HANOI).readArticle(page)).isInstanceOf(ArticleReading.NotAnArticle.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Thông báo về việc trang Fanpage giả mạo đã bị xóa|Trang Fanpage giả mạo UBND xã Tân Lộc đã bị xóa sau"
                        + " phản ánh của Nhân dân.",
                "Không tìm thấy người thân, một cụ già được xã giúp đỡ|Đến nay vẫn không tìm thấy người thân của cụ.",
                "Nhiều bài viết sai sự thật đã bị gỡ|Các bài viết sai sự thật về xã Tân Lộc đã bị gỡ.",
                "Khóa trang thông tin không có quyền truy cập dữ liệu dân cư|Công an xã nhắc: cán bộ không có quyền truy"
                        + " cập dữ liệu dân cư mà vẫn tra cứu sẽ bị xử lý.",
                "Nhiều trang báo lỗi 404 vì sự cố cáp quang|Sáng nay nhiều trang báo lỗi 404 vì sự cố cáp quang.",
                "Giải cứu ba ngư dân - Không tìm thấy nạn nhân thứ tư|Lực lượng cứu hộ không tìm thấy nạn nhân thứ tư."
            })
    void news_of_what_is_missing_or_refused_are_articles(String title, String text) {
        Page page = page(
                title,
                "<div class=detail><h1>" + title + "</h1><span class=date>28/11/2026 08:00</span><div class=content><p>"
                        + text + "</p></div></div>");
        assertThat(CATALOG.detecting(HANOI).readArticle(page)).isInstanceOf(ArticleReading.Read.class);
    }

    private static Page page(String title, String inside) {
        return Page.of(
                URL,
                "<!DOCTYPE html><html><head><title>" + title
                        + " - Xã Tân Lộc</title></head><body><div id=nav><a href='/'>Trang chủ</a>"
                        + " <a href='/tin-tuc.html'>Tin tức</a></div>" + inside + FOOTER + "</body></html>");
    }
}
