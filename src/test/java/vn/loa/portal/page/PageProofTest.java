package vn.loa.portal.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.model.ArticleContent;
import vn.loa.model.Attachment;
import vn.loa.model.Headline;
import vn.loa.model.Precision;
import vn.loa.model.Published;

/** Whether a page is the article of its headline. */
class PageProofTest {
    private static final String TITLE = "Xã Tân Lộc tập huấn công tác giám sát cho cán bộ Mặt trận";
    private static final String TEASER =
            "Sáng 12/3, Ủy ban MTTQ Việt Nam xã Tân Lộc tổ chức hội nghị tập huấn công tác giám sát cho 86 cán bộ cơ"
                    + " sở.";
    private static final Published DAY =
            new Published(Optional.of(Instant.parse("2026-03-12T09:20:00Z")), Precision.MINUTE);
    private static final Published YEARS_AGO =
            new Published(Optional.of(Instant.parse("2021-03-12T09:20:00Z")), Precision.MINUTE);

    private static Headline headline(String title, String teaser) {
        return new Headline("k", URI.create("http://x.vn/1"), title, DAY, teaser, "", Optional.empty());
    }

    private static ArticleContent page(String title, Published published, String... paragraphs) {
        return new ArticleContent(title, published, "", List.of(paragraphs), "", "", Optional.empty(), List.of());
    }

    private static PageProof proof(ArticleContent page) {
        return PageProof.of(headline(TITLE, TEASER), page);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Xã Tân Lộc tập huấn công tác giám sát cho cán bộ Mặt trận|TITLE",
                "XÃ TÂN LỘC: TẬP HUẤN CÔNG TÁC GIÁM SÁT CHO CÁN BỘ MẶT TRẬN|TITLE",
                "Xã Tân Lộc tập huấn công tác giám sát cho cán bộ...|TITLE",
                "Tập huấn công tác giám sát cho 86 cán bộ Mặt trận xã Tân Lộc|TITLE_WORDS",
                "Bồi dưỡng nghiệp vụ năm 2026|EXCERPT"
            })
    void a_page_with_the_title_or_the_words_of_its_headline_is_proven(String title, PageProof.Basis by) {
        assertThat(proof(page(title, DAY, TEASER, "Hội nghị kết thúc tốt đẹp.")))
                .isEqualTo(new PageProof.Proven(by));
    }

    @Test
    void a_headline_without_an_excerpt_is_proven_by_the_words_of_the_text() {
        assertThat(PageProof.of(headline(TITLE, ""), page("Tin vắn", DAY, TEASER + " Các cán bộ Mặt trận dự đông đủ.")))
                .isEqualTo(new PageProof.Proven(PageProof.Basis.TEXT));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Trạng thái|Trang bạn yêu cầu không có trên máy chủ.|SYSTEM_PAGE",
                "Cổng thông tin điện tử xã Tân Lộc|Hệ thống đang bảo trì, mời quý vị quay lại sau.|SYSTEM_PAGE",
                "Cổng thông tin điện tử xã Tân Lộc|Chào mừng quý vị đến với cổng thông tin của xã.|OTHER_WORDS",
                "Cán bộ Mặt trận|Trang giới thiệu của cơ quan.|OTHER_WORDS",
                "Xin chờ một lát|Đang chuyển hướng.|OTHER_WORDS",
                "Quyết định bổ nhiệm kế toán trưởng|Ngày 2/2, Ủy ban nhân dân xã công bố quyết định về công tác cán"
                        + " bộ.|OTHER_WORDS",
                "''|x|OTHER_WORDS"
            })
    void a_page_with_other_words_is_doubted_whatever_it_is(String title, String text, PageProof.Doubt reason) {
        assertThat(proof(page(title, DAY, text)))
                .isInstanceOfSatisfying(
                        PageProof.Doubted.class,
                        doubted -> assertThat(doubted.reason()).isEqualTo(reason));
    }

    @Test
    void a_title_that_is_only_alike_needs_a_date_near_the_lists() {
        String alike = "Tập huấn công tác giám sát cho cán bộ Mặt trận huyện Tân An";
        for (Published other : List.of(Published.unknown(), YEARS_AGO)) {
            assertThat(proof(page(alike, other, TEASER)))
                    .isInstanceOfSatisfying(
                            PageProof.Doubted.class,
                            doubted -> assertThat(doubted.reason()).isEqualTo(PageProof.Doubt.OTHER_DATE));
        }
        assertThat(proof(page(TITLE, Published.unknown(), TEASER))).isInstanceOf(PageProof.Proven.class);
    }

    @Test
    void a_page_that_says_less_than_the_list_is_doubted_unless_it_offers_a_document() {
        assertThat(proof(page(TITLE, DAY, "Đang tải...")))
                .isInstanceOfSatisfying(
                        PageProof.Doubted.class,
                        doubted -> assertThat(doubted.reason()).isEqualTo(PageProof.Doubt.SHORTER_THAN_LIST));
        ArticleContent document = new ArticleContent(
                TITLE,
                DAY,
                "",
                List.of(),
                "",
                "",
                Optional.empty(),
                List.of(new Attachment("kh-15.pdf", URI.create("http://x.vn/kh-15.pdf"))));
        assertThat(proof(document)).isInstanceOf(PageProof.Proven.class);
    }

    @Test
    void an_article_about_maintenance_has_a_headline_about_it() {
        String text =
                "Hệ thống dịch vụ công của tỉnh tạm dừng để nâng cấp từ 20 giờ ngày 12/3, mong Nhân dân thông cảm.";
        assertThat(PageProof.of(
                        headline("Hệ thống dịch vụ công của tỉnh tạm dừng để nâng cấp từ 20 giờ ngày 12/3", ""),
                        page("Hệ thống dịch vụ công của tỉnh tạm dừng để nâng cấp từ 20 giờ ngày 12/3", DAY, text)))
                .isInstanceOf(PageProof.Proven.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bạn không có quyền xem nội dung này. Vui lòng đăng nhập.",
                "Hệ thống đang bảo trì, mời quý vị quay lại sau ít phút.",
                "Đã xảy ra lỗi, xin thử lại sau."
            })
    void a_notice_in_the_place_of_the_text_is_doubted_whatever_the_page_is_titled(String notice) {
        assertThat(PageProof.of(headline(TITLE, ""), page(TITLE, DAY, notice)))
                .isInstanceOfSatisfying(
                        PageProof.Doubted.class,
                        doubted -> assertThat(doubted.reason()).isEqualTo(PageProof.Doubt.SYSTEM_PAGE));
        assertThat(PageProof.of(headline(TITLE, ""), page(TITLE, DAY, TEASER, notice)))
                .isInstanceOf(PageProof.Proven.class);
    }
}
