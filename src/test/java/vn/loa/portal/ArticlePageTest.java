package vn.loa.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.fetch.Page;
import vn.loa.model.ArticleContent;
import vn.loa.model.Attachment;
import vn.loa.model.Precision;
import vn.loa.model.Problem;
import vn.loa.text.PlainText;

class ArticlePageTest {
    private static final ZoneId HANOI = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final URI ADDRESS = URI.create("http://phuxuyen.hanoi.gov.vn/vhxh/-/view_content/8125967-tin.html");
    private static final PortalCatalog CATALOG = PortalCatalog.builtIn();
    private static final String TITLE = "Ngày hội Đại đoàn kết ở thôn Đồng";

    private static ArticleReading.Read read(String lead, String body) {
        ArticleReading reading =
                CATALOG.reader("hanoi62", Map.of(), HANOI).readArticle(Page.of(ADDRESS, page(lead, body)));
        assertThat(reading).isInstanceOf(ArticleReading.Read.class);
        return (ArticleReading.Read) reading;
    }

    private static String page(String lead, String body) {
        return "<html><body><div class=asset-full-content-title>" + TITLE
                + "</div><div class='assetPublishDate block_timer'>Ngày đăng 18/09/2023 | 16:00</div>"
                + "<div class=sapo-wrapper><p class=sapo>" + lead + "</p></div><div class=journal-content-article>"
                + body
                + "</div></body></html>";
    }

    private static ArticleContent article(String body) {
        return read("", body).content();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div>Giọng đọc: <input type=radio name=g checked> Nữ <input type=radio name=g> Nam%s</div>",
                "<div class=tabs><input type=radio id=t1><label for=t1>Nội dung</label><div>%s</div></div>",
                "<div><label><input type=radio> Chữ to</label>%s</div>"
            })
    void a_switch_beside_the_text_does_not_take_it_away(String frame) {
        String text = "<p>Sáng 18/9, bà con thôn Đồng họp mặt tại nhà văn hóa, ôn lại truyền thống của Mặt trận.</p>"
                + "<p>Đồng chí Bí thư Chi bộ thôn biểu dương 45 hộ gia đình văn hóa tiêu biểu của năm.</p>";
        assertThat(article(frame.formatted(text)).paragraphs())
                .anyMatch(line -> line.contains("ôn lại truyền thống"))
                .anyMatch(line -> line.contains("45 hộ gia đình"));
    }

    @Test
    void a_poll_below_the_text_is_left_out() {
        String text = "<p>Sáng 18/9, bà con thôn Đồng họp mặt tại nhà văn hóa, ôn lại truyền thống của Mặt trận.</p>"
                + "<div>Đánh giá cổng thông tin <input type=radio> Tốt <input type=radio> Khá</div>";
        assertThat(article(text).paragraphs()).hasSize(1);
    }

    @Test
    void lines_broken_by_hand_are_joined_and_lists_are_not() {
        assertThat(article("""
            <p>Hội nghị đã nghe báo cáo<br>về công tác Mặt trận;<br>Các đại biểu thảo luận.</p>
            <p>Thực hiện kế hoạch của Ủy ban MTTQ</p><p>xã về tuyên truyền,</p>
            <p>các thôn đã treo cờ.</p><p>a) nội dung một;</p><p>b) nội dung hai.</p>
            <ul><li>mục một</li><li>mục hai</li></ul><pre>dòng một
            dòng hai
            Dòng ba</pre>Chữ ngoài đoạn\
            """).paragraphs())
                .containsExactly(
                        "Hội nghị đã nghe báo cáo về công tác Mặt trận;",
                        "Các đại biểu thảo luận.",
                        "Thực hiện kế hoạch của Ủy ban MTTQ xã về tuyên truyền, các thôn đã treo cờ.",
                        "a) nội dung một;",
                        "b) nội dung hai.",
                        "mục một",
                        "mục hai",
                        "dòng một dòng hai",
                        "Dòng ba",
                        "Chữ ngoài đoạn");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>" + TITLE + "- Ảnh 1.</p>",
                "<p>" + TITLE + "</p>",
                "<p>Ảnh 2.</p>",
                "<p>(Ảnh: Văn Minh)</p>",
                "<p>Ảnh minh họa</p>",
                "<figure><img src=/a.jpg><figcaption>Quang cảnh ngày hội.</figcaption></figure>",
                "<p style='text-align:center'><img src=/a.jpg></p><p style='text-align: center'>Quang cảnh ngày"
                        + " hội</p>",
                "<p><img src=/a.jpg><br><em>Quang cảnh ngày hội</em></p>",
                "<table><tr><td><img src=/a.jpg></td></tr><tr><td>Quang cảnh ngày hội</td></tr></table>",
                "<p>Lượt xem: 1.234</p>",
                "<p>View count: 20</p>",
                "<p>A- A A+</p>",
                "<p>Tăng tương phản Giảm tương phản</p>",
                "<p>admin admin</p>",
                "<p>In bài viết</p>",
                "<div class=social-share><a href=#>Facebook</a> <a href=#>Zalo</a></div>",
                "<script>var x = 'chữ';</script><style>p{}</style>",
                "<p style='display: none'>Ẩn</p>",
                "<p>\u200b&nbsp;\ufeff</p>",
                "<p><a href='/vhxh/-/view_content/8125000-tin-khac.html'>Một tin khác của xã</a></p>",
                "<p><a href='/x/ke hoach.docx'>Tải tài liệu</a></p>"
            })
    void what_is_no_text_is_left_out(String part) {
        assertThat(article("<p>Câu một.</p>" + part + "<p>Câu hai.</p>").paragraphs())
                .containsExactly("Câu một.", "Câu hai.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Các tin khác",
                "Tin liên quan:",
                "Các tin tức khác",
                "Bình luận",
                "Thống kê truy cập",
                "Tin cùng chuyên mục"
            })
    void the_text_ends_where_other_news_begins(String line) {
        assertThat(article("<p>Câu một.</p><p>" + line + "</p><p>Tin khác.</p>").paragraphs())
                .containsExactly("Câu một.");
    }

    @Test
    void text_that_only_resembles_noise_stays() {
        assertThat(article("""
            <p>Anh Nguyễn Văn A, thôn Đồng, ủng hộ 1 triệu đồng.</p><p>In ấn tài liệu đã xong.</p>
            <p>Lượt xem trang tin của xã tăng 20% so với năm trước.</p><p>Tin vui đến với bà con.</p>
            <p>Người đăng ký cần mang theo căn cước.</p><p><em>“Tôi rất vui”</em>, bà Lan nói.</p>
            <p style="text-align:center"><em>Đoàn kết là sức mạnh</em></p>\
            """).paragraphs()).hasSize(7);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "(Mặt trận) - Sáng 17/9, xã tổ chức ngày hội. | Sáng 17/9, xã tổ chức ngày hội.",
                "HNP - Sáng 17/9, xã tổ chức ngày hội. | Sáng 17/9, xã tổ chức ngày hội.",
                "(TTXVN) – Sáng 17/9. | Sáng 17/9.",
                "Hà Nội - thành phố vì hòa bình. | Hà Nội - thành phố vì hòa bình.",
                "(Sáng 17/9) xã tổ chức ngày hội. | (Sáng 17/9) xã tổ chức ngày hội."
            })
    void the_papers_mark_is_no_part_of_the_lead(String raw, String lead) {
        assertThat(read(raw, "<p>Câu một.</p>").content().lead()).isEqualTo(lead);
        assertThat(article("<p>" + raw + "</p>").paragraphs()).containsExactly(lead);
    }

    @Test
    void a_lead_is_not_said_twice() {
        String lead = "Sáng 17/9, xã Thử tổ chức ngày hội tại nhà văn hóa thôn Đồng.";
        assertThat(read(lead, "<p><b>" + lead + "</b></p><p>Câu hai.</p>")
                        .content()
                        .paragraphs())
                .containsExactly("Câu hai.");
        assertThat(read(lead, "<p>" + lead + " Bà con dự đông.</p>").content().paragraphs())
                .containsExactly("Bà con dự đông.");
        ArticleContent cut = read("Sáng 17/9, xã Thử tổ chức ngày hội tại nhà...", "<p>" + lead + "</p><p>Câu hai.</p>")
                .content();
        assertThat(cut.lead()).isEqualTo(lead);
        assertThat(cut.paragraphs()).containsExactly("Câu hai.");
    }

    @Test
    void pictures_are_found_where_they_really_lie() {
        assertThat(article("<p><img src='data:image/gif;base64,R0' data-src='//cdn.gov.vn/a b.jpg'></p>")
                        .image())
                .contains(URI.create("http://cdn.gov.vn/a%20b.jpg"));
        assertThat(article("<img src=/icons/icon-pdf.png><img width=1 height=1 src=/x.gif><img src='/ảnh.jpg?t=1'>")
                        .image())
                .contains(URI.create("http://phuxuyen.hanoi.gov.vn/%E1%BA%A3nh.jpg?t=1"));
        assertThat(article("<p>Không ảnh</p>").image()).isEqualTo(Optional.empty());
    }

    @Test
    void documents_are_found_with_their_names() {
        assertThat(article("""
            <p>Kèm theo <a href="/documents/1/2/KH 31.pdf/ab-12?t=1">Kế hoạch 31</a>, <a href="http://khac.vn/x.DOCX"></a>,
            <a href="/a.html">không phải</a> và <a href="/documents/1/2/KH 31.pdf/ab-12?t=1">lần nữa</a>.</p>
            <iframe src="https://docs.google.com/gview?url=http://phuxuyen.hanoi.gov.vn/tl/qd.pdf&embedded=true"></iframe>\
            """).attachments())
                .containsExactly(
                        new Attachment(
                                "Kế hoạch 31",
                                URI.create("http://phuxuyen.hanoi.gov.vn/documents/1/2/KH%2031.pdf/ab-12?t=1")),
                        new Attachment("x.DOCX", URI.create("http://khac.vn/x.DOCX")),
                        new Attachment("qd.pdf", URI.create("http://phuxuyen.hanoi.gov.vn/tl/qd.pdf")));
    }

    @Test
    void tables_are_read_row_by_row() {
        assertThat(article("<table><tr><th>Xóm</th><th>Số hộ</th></tr><tr><td><p>Đông</p></td><td>120</td></tr></table>"
                                + "<table><tr><td><p>Đoạn một.</p><p>Đoạn hai.</p></td></tr></table>")
                        .paragraphs())
                .containsExactly("Xóm | Số hộ", "Đông | 120", "Đoạn một.", "Đoạn hai.");
    }

    @Test
    void an_empty_cell_of_a_table_keeps_its_place() {
        assertThat(article("<table><tr><th>Việc</th><th>Ngày họp</th><th>Hạn nộp</th></tr>"
                                + "<tr><td>Báo cáo</td><td></td><td>20/11</td></tr><tr><td></td><td>12/11</td><td></td></tr>"
                                + "<tr><td>Họp</td><td>12/11</td><td></td></tr></table>")
                        .paragraphs())
                .containsExactly("Việc | Ngày họp | Hạn nộp", "Báo cáo | | 20/11", "12/11", "Họp | 12/11");
    }

    @Test
    void an_unreadable_date_is_a_problem_and_no_guess() {
        String page = page("", "<p>Câu một.</p>").replace("18/09/2023", "31/02/2023");
        ArticleReading.Read read =
                (ArticleReading.Read) CATALOG.reader("hanoi62", Map.of(), HANOI).readArticle(Page.of(ADDRESS, page));
        assertThat(read.content().published().precision()).isEqualTo(Precision.NONE);
        assertThat(read.problems())
                .extracting(Problem::detail)
                .containsExactly("unreadable date: Ngày đăng 31/02/2023 | 16:00");
    }

    @Test
    void damaged_text_is_refused() {
        String page = page("", "<p>M?t tr?n T? qu?c Vi?t Nam</p><p>h?i ngh? t?ng k?t n?m</p>");
        assertReason(page, ADDRESS, ArticleReading.Reason.DAMAGED);
    }

    @Test
    void text_in_windows_1258_is_composed() {
        String decoded =
                "<p>U\u0309y ban M\u0103\u0323t tr\u00e2\u0323n T\u00f4\u0309 qu\u00f4\u0301c Vi\u00ea\u0323t Nam</p>";
        assertThat(article(decoded).paragraphs()).containsExactly("Ủy ban Mặt trận Tổ quốc Việt Nam");
        assertThat(PlainText.tidy("\u0110a\u0323i \u0111oa\u0300n k\u00ea\u0301t"))
                .isEqualTo("Đại đoàn kết");
    }

    @Test
    void the_front_page_after_a_redirect_is_no_article() {
        Page redirected = new Page(
                ADDRESS,
                URI.create("http://phuxuyen.hanoi.gov.vn/"),
                200,
                "",
                "",
                page("", "<p>x</p>"),
                Optional.empty(),
                Optional.empty());
        assertThat(CATALOG.reader("hanoi62", Map.of(), HANOI).readArticle(redirected))
                .isInstanceOfSatisfying(
                        ArticleReading.NotAnArticle.class,
                        not -> assertThat(not.reason()).isEqualTo(ArticleReading.Reason.HOME_PAGE));
    }

    @Test
    void a_gate_is_told_from_a_contact_form() {
        assertReason(
                "<title>Just a moment...</title><p>Checking your browser</p>", ADDRESS, ArticleReading.Reason.BLOCKED);
        String links = "<a href='/a'>Trang</a>".repeat(10);
        assertReason(
                "<title>Liên hệ</title>" + links + "<label>Mã captcha</label>", ADDRESS, ArticleReading.Reason.MISSING);
    }

    private static void assertReason(String page, URI address, ArticleReading.Reason reason) {
        assertThat(CATALOG.reader("hanoi62", Map.of(), HANOI).readArticle(Page.of(address, page)))
                .isInstanceOfSatisfying(
                        ArticleReading.NotAnArticle.class,
                        not -> assertThat(not.reason()).isEqualTo(reason));
    }

    @Test
    void a_page_of_no_known_system_is_read_all_the_same() {
        String text = "Sáng 18/9, Ủy ban MTTQ xã tổ chức ngày hội với sự tham gia của đông đảo bà con trong xã. "
                + "Tại ngày hội, các khu dân cư đã nghe báo cáo kết quả một năm thực hiện cuộc vận động, "
                + "biểu dương mười hai gia đình văn hóa tiêu biểu và trao quà cho các hộ có hoàn cảnh khó khăn.";
        String page =
                "<html><head><meta property=og:image content=/og.jpg></head><body><nav><p>Trang chủ</p></nav><main><h1>"
                        + TITLE
                        + "</h1><time datetime='2023-09-18T16:00:00+07:00'>hôm nay</time><div><p>" + text
                        + "</p><p>Câu hai.</p></div></main></body></html>";
        ArticleReading reading = CATALOG.detecting(HANOI)
                .readArticle(Page.of(URI.create("https://xa.vn/tin/mot-tin-123456.html"), page));
        assertThat(reading).isInstanceOfSatisfying(ArticleReading.Read.class, read -> {
            assertThat(read.evidence().portal()).isEqualTo("generic");
            assertThat(read.content().title()).isEqualTo(TITLE);
            assertThat(read.content().published().instant()).contains(Instant.parse("2023-09-18T09:00:00Z"));
        });
    }

    @Test
    void a_list_of_no_known_system_is_read_all_the_same() {
        StringBuilder page = new StringBuilder(
                "<html><head><link rel=alternate type=application/rss+xml href=/rss></head><body><header><a"
                        + " href=/gioi-thieu-chung>Giới thiệu chung về xã nhà</a></header><ul>");
        for (int i = 1; i <= 5; i++) {
            page.append("<li><a href='/bai-viet-")
                    .append(i)
                    .append("'>Xã tổ chức ngày hội lần thứ ")
                    .append(i)
                    .append("</a><span>")
                    .append(i)
                    .append("/09/2023</span></li>");
        }
        Listing listing = CATALOG.detecting(HANOI)
                .readListing(Page.of(URI.create("https://xa.vn/tin"), page + "</ul></body></html>"));
        assertThat(listing.evidence().portal()).isEqualTo("generic");
        assertThat(listing.evidence().feeds()).containsExactly(URI.create("https://xa.vn/rss"));
        assertThat(listing.headlines()).hasSize(5);
        assertThat(listing.headlines().get(4).published().instant()).contains(Instant.parse("2023-09-04T17:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<ul>%s</ul>", "<div>%s</div>"})
    void a_new_hanoi_list_of_unknown_markup_is_read_by_the_form_of_its_links(String frame) {
        String item = "<%1$s><a href='/tin/bai-%2$d-265626030916495681%2$d.htm'><img src=/a.jpg></a><h3><a"
                + " href='/tin/bai-%2$d-265626030916495681%2$d.htm'>Bài số %2$d</a></h3><span class=time>17:18"
                + " 09/03/2026</span></%1$s>";
        String tag = frame.contains("ul") ? "li" : "article";
        String list = "<nav><ul><li><a href=/tin-tieu-diem.htm>Tin tiêu điểm</a></li></ul></nav>"
                + frame.formatted(item.formatted(tag, 1) + item.formatted(tag, 2));
        Listing listing = CATALOG.reader("hanoi", Map.of(), HANOI)
                .readListing(Page.of(URI.create("https://xathu.hanoi.gov.vn/tin-tieu-diem.htm"), list));
        assertThat(listing.problems()).isEmpty();
        assertThat(listing.headlines())
                .extracting(headline -> headline.title())
                .containsExactly("Bài số 1", "Bài số 2");
        assertThat(listing.headlines())
                .allSatisfy(headline ->
                        assertThat(headline.published().instant()).contains(Instant.parse("2026-03-09T10:18:00Z")));
    }

    @Test
    void a_page_titled_as_missing_is_no_list_whatever_stands_beside() {
        String page = "<title>Không tìm thấy trang</title><div class=asset-bounddary><h3 class=asset-title><a"
                + " href='/a/-/view_content/1-a.html'>Tin bên lề</a></h3></div>";
        Listing listing = CATALOG.reader("hanoi62", Map.of(), HANOI)
                .readListing(Page.of(URI.create("http://phuxuyen.hanoi.gov.vn/vhxh"), page));
        assertThat(listing.headlines()).isEmpty();
        assertThat(listing.problems()).extracting(Problem::kind).containsExactly(Problem.Kind.NO_LIST);
    }
}
