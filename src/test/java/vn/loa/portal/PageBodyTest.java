package vn.loa.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.loa.Cases;
import vn.loa.fetch.Page;
import vn.loa.model.ArticleContent;

/** What belongs to an article's text on a page of no known system. */
class PageBodyTest {
    private static final ZoneId HANOI = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final PortalReader ANY = PortalCatalog.builtIn().detecting(HANOI);
    private static final String TITLE = "Xã Tân Lộc tập huấn công tác giám sát cho cán bộ Mặt trận";
    private static final String FIRST =
            "Sáng 12/3, Ủy ban MTTQ Việt Nam xã Tân Lộc (tỉnh Thử Nghiệm) tổ chức hội nghị tập huấn công tác giám sát"
                    + " cho 86 cán bộ Mặt trận cơ sở.";
    private static final String SECOND =
            "Phát biểu khai mạc, đồng chí Lê Thị Mẫu, Chủ tịch Ủy ban MTTQ xã, đề nghị các trưởng ban công tác Mặt"
                    + " trận nắm chắc quy trình, lựa chọn việc sát với đời sống Nhân dân.";
    private static final String THIRD =
            "Hội nghị cũng hướng dẫn cách lập kế hoạch, thành lập đoàn giám sát và theo dõi việc thực hiện kiến nghị"
                    + " sau giám sát trong quý II năm 2026.";

    static Stream<Cases.Case> cases() {
        return Cases.read("reading-page-body.jsonl");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void every_shared_body_is_read(Cases.Case given) {
        ArticleContent read = read(given.text("url"), given.text("html"));
        JsonNode expect = given.fields().get("expect");
        assertThat(read.title()).isEqualTo(expect.get("title").asText());
        assertThat(read.published().instant())
                .contains(LocalDateTime.parse(expect.get("published").asText())
                        .atZone(HANOI)
                        .toInstant());
        assertThat(read.attachments())
                .anyMatch(file -> (file.name() + " " + file.url())
                        .contains(expect.get("att").asText()));
        if (expect.has("p0")) {
            assertThat(read.paragraphs().get(0)).isEqualTo(expect.get("p0").asText());
        }
    }

    @Test
    void a_page_with_nothing_but_a_viewer_is_an_article_with_an_attachment() {
        ArticleContent read = read(detail("<iframe src='/pdfjs/viewer.html?file=/u/kh-15.pdf'></iframe>", ""));
        assertThat(read.title()).isEqualTo(TITLE);
        assertThat(read.paragraphs()).isEmpty();
        assertThat(read.attachments()).hasSize(1);
    }

    @Test
    void a_table_of_data_is_read_row_by_row() {
        String rows = "<table border=1><thead><tr><th>STT</th><th>Thôn</th><th>Số hộ</th></tr></thead><tbody>"
                + "<tr><td><p>1</p></td><td><p>Thôn Đông</p></td><td><p>120</p></td></tr>"
                + "<tr><td><p>2</p></td><td><p>Thôn Tây</p></td><td><p>95</p></td></tr></tbody></table>";
        assertThat(read(detail(paragraphs(FIRST, SECOND) + rows + paragraphs(THIRD), ""))
                        .paragraphs())
                .containsExactly(
                        FIRST, SECOND, "STT | Thôn | Số hộ", "1 | Thôn Đông | 120", "2 | Thôn Tây | 95", THIRD);
    }

    @Test
    void a_table_that_only_lays_out_the_page_is_read_as_text() {
        String table =
                "<table><tr><td>" + paragraphs(FIRST, SECOND) + "</td><td>" + paragraphs(THIRD) + "</td></tr></table>";
        assertThat(read(detail(table, "")).paragraphs()).containsExactly(FIRST, SECOND, THIRD);
    }

    @Test
    void a_body_in_several_containers_is_read_whole() {
        String parts =
                "<div class=part>" + paragraphs(FIRST) + "</div><div class=anh><img src='/a.jpg'></div><div class=part>"
                        + paragraphs(SECOND) + "</div><section>" + paragraphs(THIRD) + "</section>";
        assertThat(read(detail(parts, "")).paragraphs()).containsExactly(FIRST, SECOND, THIRD);
    }

    @Test
    void teasers_without_a_class_of_their_own_are_left_out() {
        String teasers = "<div><div><h4><a href='/tin-tuc/a-1.html'>Thôn Đông ra mắt tổ tự quản bảo vệ môi"
                + " trường</a></h4><p>Phần mở đầu của bài viết về tổ tự quản ở thôn Đông, với ba mươi hộ tham gia"
                + " từ đầu năm.</p></div><div><h4><a href='/tin-tuc/b-2.html'>Hội Phụ nữ xã Tân Lộc trao 20 suất"
                + " quà cho hội viên</a></h4><p>Phần mở đầu của bài viết về những suất quà được trao cho hội viên"
                + " khó khăn trong xã.</p></div></div>";
        for (String page : new String[] {
            detail(paragraphs(FIRST, SECOND, THIRD) + teasers, ""), detail(paragraphs(FIRST, SECOND, THIRD), teasers)
        }) {
            assertThat(read(page).paragraphs()).containsExactly(FIRST, SECOND, THIRD);
        }
    }

    @Test
    void a_tag_that_was_escaped_is_no_text() {
        String escaped = "<p>&lt;img src=\"/u/a.jpg\" alt=\"Quang cảnh\" /&gt;</p><p>" + SECOND
                + " &lt;br /&gt;&lt;img class='x' src='/b.jpg'&gt;</p>";
        assertThat(read(detail(paragraphs(FIRST) + escaped + paragraphs(THIRD), ""))
                        .paragraphs())
                .containsExactly(FIRST, SECOND, THIRD);
    }

    private static String paragraphs(String... texts) {
        return "<p>" + String.join("</p><p>", texts) + "</p>";
    }

    private static String detail(String body, String below) {
        return "<!DOCTYPE html><html><head><title>" + TITLE
                + "</title></head><body><div id=nav><a href='/'>Trang chủ</a> <a href='/van-ban.html'>Văn bản</a></div>"
                + "<div class=detail><h1>" + TITLE + "</h1><span class=date>12/03/2026 16:20</span><div class=content>"
                + body + "</div>" + below
                + "</div><div class=footer>Bản quyền thuộc UBND xã Tân Lộc. Điện thoại: 0200 000"
                + " 0000</div></body></html>";
    }

    private static ArticleContent read(String html) {
        return read("http://tanloc.example.gov.vn/tin-tuc/tap-huan-giam-sat-1501.html", html);
    }

    private static ArticleContent read(String url, String html) {
        ArticleReading reading = ANY.readArticle(Page.of(URI.create(url), html));
        assertThat(reading).isInstanceOf(ArticleReading.Read.class);
        return ((ArticleReading.Read) reading).content();
    }
}
