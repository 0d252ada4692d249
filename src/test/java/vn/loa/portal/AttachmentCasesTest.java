package vn.loa.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.Cases;
import vn.loa.fetch.Page;
import vn.loa.model.Attachment;

/** Documents that articles offer, on pages of no known system and of a known one. */
class AttachmentCasesTest {
    private static final PortalReader ANY = PortalCatalog.builtIn().detecting(ZoneId.of("Asia/Ho_Chi_Minh"));
    private static final String SITE = "http://tanloc.example.gov.vn";
    private static final String TEXT =
            "<p>Sáng 12/3, Ủy ban MTTQ Việt Nam xã Tân Lộc tổ chức hội nghị tập huấn công tác giám sát cho 86 cán bộ"
                    + " Mặt trận cơ sở tại nhà văn hóa xã.</p><p>Phát biểu khai mạc, đồng chí Lê Thị Mẫu đề nghị các"
                    + " trưởng ban công tác Mặt trận nắm chắc quy trình, lựa chọn việc sát với đời sống Nhân dân.</p>";

    static Stream<Cases.Case> cases() {
        return Cases.read("reading-attachment.jsonl");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void every_shared_attachment_is_found(Cases.Case given) {
        Page page = Page.of(URI.create(given.text("url")), given.text("html"));
        assertThat(attachments(page))
                .as(given.text("id"))
                .hasSize(given.fields().get("expect").get("attachments").asInt());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<a href='/uploads/kh-15.pdf#page=2'>Kế hoạch số 15</a>|/uploads/kh-15.pdf|Kế hoạch số 15",
                "<a href='/Handlers/DownloadHandler.ashx?id=7'>Kế hoạch số"
                        + " 15</a>|/Handlers/DownloadHandler.ashx?id=7|Kế hoạch số 15",
                "<a href='/tep.ashx?f=7'>Kế hoạch số 15</a>|/tep.ashx?f=7|Kế hoạch số 15",
                "<a href='/xem/55?download=1'>Tải về: kh-15.pdf</a>|/xem/55?download=1|kh-15.pdf",
                "<a href='/tai-file/55'>Tải về</a>|/tai-file/55|Tải về",
                "<a href='/f/55' title='Tải về kh-15.docx'>Tải về</a>|/f/55|kh-15.docx",
                "<a href='/f/55' download='kh-15.pdf'>Tải xuống</a>|/f/55|kh-15.pdf",
                "<a href='/f/55'>kh-15.pdf</a>|/f/55|kh-15.pdf",
                "<embed src='/uploads/kh-15.pdf'>|/uploads/kh-15.pdf|kh-15.pdf",
                "<embed type='application/pdf' src='/f/55'>|/f/55|55",
                "<object data='/f/55' type='application/pdf'></object>|/f/55|55",
                "<iframe data-src='/uploads/kh-15.pdf'></iframe>|/uploads/kh-15.pdf|kh-15.pdf",
                "<iframe"
                        + " src='/pdfjs/web/viewer.html?file=..%2F..%2Fuploads%2Fkh-15.pdf#page=1'></iframe>|/uploads/kh-15.pdf|kh-15.pdf",
                "<iframe"
                        + " src='/pdfjs/web/viewer.html?file=%2FGetFile%3Fid%3D5%26name%3Dkh-15.pdf'></iframe>|/GetFile?id=5&name=kh-15.pdf|kh-15.pdf",
                "<iframe"
                        + " src='//docs.google.com/gview?embedded=true&url=http://tanloc.example.gov.vn/u/kh-15.doc'></iframe>|/u/kh-15.doc|kh-15.doc",
                "<a href='https://docs.google.com/viewer?url=http://tanloc.example.gov.vn/u/kh.xlsx'>Xem</a>|/u/kh.xlsx|kh.xlsx",
                "<a href='/Download.aspx?path=/2026/kh-15.pdf'>Tải"
                        + " về</a>|/Download.aspx?path=/2026/kh-15.pdf|kh-15.pdf",
                "<div class='_df_book' source='/uploads/kh-15.pdf'></div>|/uploads/kh-15.pdf|kh-15.pdf",
            })
    void a_document_in_the_text_is_found_under_its_address_and_name(String node, String path, String name) {
        assertThat(attachments(article("<div class=content>" + TEXT + "<p>" + node + "</p></div>")))
                .containsExactly(new Attachment(name, URI.create(SITE + path)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a href='/anh/hoi-nghi.jpg' download>Tải ảnh</a>",
                "<a href='/ThumbImage.ashx?id=7'>Ảnh</a>",
                "<a href='/tin-tuc/hop-ban-12.html'>Họp Ban Công tác Mặt trận</a>",
                "<a href='https://zalo.me/download/zalo-pc'>Tải Zalo</a>",
                "<a href='https://docs.google.com/forms/d/e/1AbC/viewform'>Phiếu khảo sát</a>",
                "<a href='/xem/55?download=0'>Xem</a>",
                "<a href='javascript:download(5)'>Tải về</a>",
                "<iframe src='https://www.youtube.com/embed/abc'></iframe>",
                "<iframe src=''></iframe>",
                "<object data='/u/phim.mp4'></object>"
            })
    void what_is_no_document_is_none(String node) {
        assertThat(attachments(article("<div class=content>" + TEXT + "<p>" + node + "</p></div>")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div class='attachments'><a href='/file/55'>Kế hoạch 15</a></div>",
                "<div class=box><p><b>Tệp tin đính kèm:</b></p><ul><li><a href='/file/55'>Kế hoạch"
                        + " 15</a></li></ul></div>",
                "<strong>File đính kèm</strong><ul><li><a href='/file/55'>Kế hoạch 15</a></li></ul>",
                "<aside class='file-dinh-kem'><a href='/file/55'>Kế hoạch 15</a></aside>",
                "<div class=box><span>Tài liệu đính kèm (1)</span> <a href='/file/55'>Kế hoạch 15</a></div>"
            })
    void whatever_a_box_of_attachments_links_is_one(String box) {
        String text = "<div class=content>" + TEXT + "</div>";
        for (Page page : List.of(article(text + box), article(text, box))) {
            assertThat(attachments(page)).containsExactly(new Attachment("Kế hoạch 15", URI.create(SITE + "/file/55")));
        }
    }

    @Test
    void files_in_one_wrapper_with_related_news_are_of_the_article() {
        String news = "<ul><li><a href='/tin-tuc/khac-7.html'>Họp dân</a> <a href='/u/khac.pdf'>bản in</a></li></ul>";
        String file = "<p><a href='/u/kh-15.pdf'>Kế hoạch 15</a></p>";
        for (String wrapper : List.of(
                "<div class=end><h3>Tin liên quan</h3>" + news + "<h3>Tài liệu</h3>" + file + "</div>",
                "<div class=end><b>Tin liên quan</b>" + news + file + "</div>",
                "<div class=end><b>Tệp đính kèm</b>" + file + "<b>Tin liên quan</b>" + news + "</div>",
                "<div class=end><b>Tin liên quan</b>" + news + "<b>Tệp đính kèm</b>" + file + "</div>",
                "<div class=end><div><b>Tin khác</b></div><div>" + news + "</div><div>" + file + "</div></div>",
                "<div class=end>" + file + "<b>Tin liên quan</b>" + news + "</div>")) {
            assertThat(attachments(article("<div class=content>" + TEXT + "</div>" + wrapper)))
                    .as(wrapper)
                    .containsExactly(new Attachment("Kế hoạch 15", URI.create(SITE + "/u/kh-15.pdf")));
        }
    }

    @Test
    void a_document_beside_the_text_counts_and_one_in_a_menu_or_sidebar_does_not() {
        String text = "<div class=content>" + TEXT + "</div><p><a href='/u/kh-15.pdf'>Kế hoạch 15</a></p>";
        String others = "<div class='sidebar'><h3>Văn bản mới</h3><a href='/u/qd-1.pdf'>Quyết định số 1</a></div>"
                + "<footer><a href='/u/gioi-thieu.pdf'>Giới thiệu</a></footer>";
        assertThat(attachments(article(text, others)))
                .containsExactly(new Attachment("Kế hoạch 15", URI.create(SITE + "/u/kh-15.pdf")));
    }

    @Test
    void one_document_shown_and_linked_is_one_attachment() {
        String both = "<iframe src='/pdfjs/viewer.html?file=/u/kh-15.pdf'></iframe><a href='/u/kh-15.pdf'>Tải về</a>";
        assertThat(attachments(article("<div class=content>" + TEXT + both + "</div>")))
                .containsExactly(new Attachment("kh-15.pdf", URI.create(SITE + "/u/kh-15.pdf")));
    }

    @Test
    void the_detail_page_of_nukeviet_tells_its_attachment_and_its_author() {
        Cases.Case detail = Cases.read("reading-nukeviet-list.jsonl")
                .filter(given -> given.text("id").equals("detail"))
                .findFirst()
                .orElseThrow();
        for (String portal : List.of("nukeviet", "")) {
            PortalReader reader = PortalCatalog.builtIn().reader(portal, Map.of(), ZoneId.of("Asia/Ho_Chi_Minh"));
            ArticleReading reading = reader.readArticle(Page.of(URI.create(detail.text("url")), detail.text("html")));
            assertThat(reading).isInstanceOfSatisfying(ArticleReading.Read.class, read -> {
                assertThat(read.content().attachments())
                        .extracting(Attachment::name)
                        .containsExactly("kh-15.pdf");
                assertThat(read.content().author()).isEqualTo("Văn phòng xã");
                assertThat(read.content().paragraphs()).hasSize(2);
            });
        }
    }

    @Test
    void an_author_below_the_attachments_is_found_without_a_rule() {
        String box =
                "<div class=attachments><ul><li><a href='/u/1.pdf'>Kế hoạch 1</a></li><li><a href='/u/2.pdf'>Kế hoạch"
                        + " 2</a></li><li><a href='/u/3.pdf'>Kế hoạch 3</a></li></ul></div>";
        String author =
                "<div class=end><p><strong>Tác giả bài viết: </strong>Văn phòng xã</p><p>Nguồn tin: x.vn</p></div>";
        Page page = article("<div class=content>" + TEXT + "</div>" + box + author);
        assertThat(ANY.readArticle(page)).isInstanceOfSatisfying(ArticleReading.Read.class, read -> {
            assertThat(read.content().author()).isEqualTo("Văn phòng xã");
            assertThat(read.content().attachments()).hasSize(3);
        });
    }

    private static Page article(String inside) {
        return article(inside, "");
    }

    private static Page article(String inside, String beside) {
        return Page.of(
                URI.create(SITE + "/tin-tuc/a-1501.html"),
                "<html><head><title>Tập huấn công tác giám sát</title></head><body><div class=nav><a href='/'>Trang chủ"
                        + "</a></div><div class=detail><h1>Tập huấn công tác giám sát cho cán bộ Mặt trận</h1>"
                        + "<span class=date>12/03/2026 16:20</span>" + inside + "</div>" + beside + "</body></html>");
    }

    private static List<Attachment> attachments(Page page) {
        ArticleReading reading = ANY.readArticle(page);
        assertThat(reading).isInstanceOf(ArticleReading.Read.class);
        return ((ArticleReading.Read) reading).content().attachments();
    }
}
