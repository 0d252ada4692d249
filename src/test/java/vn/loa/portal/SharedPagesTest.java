package vn.loa.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.Cases;
import vn.loa.fetch.Page;
import vn.loa.model.ArticleContent;
import vn.loa.model.Attachment;
import vn.loa.model.Headline;
import vn.loa.model.Precision;
import vn.loa.model.Problem;

class SharedPagesTest {
    private static final ZoneId HANOI = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final String PHU_XUYEN = "http://phuxuyen.hanoi.gov.vn";
    private static final String SEED = PHU_XUYEN
            + "/van-hoa-xa-hoi/-/view_content/8125967-uy-ban-mttq-vn-huyen-phu-xuyen-tap-huan-cong-tac-mat-tran-nam-2023.html";
    private static final PortalCatalog CATALOG = PortalCatalog.builtIn();

    private static PortalReader reader(String portal) {
        return CATALOG.reader(portal, Map.of(), HANOI);
    }

    private static Page page(String name, String url) {
        return Page.of(URI.create(url), Cases.page(name));
    }

    private static ArticleContent article(ArticleReading reading) {
        assertThat(reading).isInstanceOf(ArticleReading.Read.class);
        return ((ArticleReading.Read) reading).content();
    }

    @ParameterizedTest
    @ValueSource(strings = {"hanoi62", ""})
    void the_old_hanoi_list_is_read(String portal) {
        Listing listing = reader(portal).readListing(page("hanoi62_listing_p1.html", PHU_XUYEN + "/van-hoa-xa-hoi"));
        assertThat(listing.problems()).isEmpty();
        assertThat(listing.evidence().portal()).isEqualTo("hanoi62");
        assertThat(listing.headlines()).hasSize(2);
        Headline first = listing.headlines().get(0);
        assertThat(first.key()).isEqualTo("phuxuyen.hanoi.gov.vn#lr:8125967");
        assertThat(first.url()).isEqualTo(URI.create(SEED));
        assertThat(first.title()).isEqualTo("ỦY ban MTTQ VN huyện Phú Xuyên: tập huấn công tác mặt trận năm 2023");
        assertThat(first.published().instant())
                .contains(OffsetDateTime.parse("2023-09-18T16:00+07:00").toInstant());
        assertThat(first.teaser())
                .isEqualTo("Tin thử nghiệm: lớp bồi dưỡng nghiệp vụ cho cán bộ Mặt trận cơ sở khai mạc ngày 13/9...");
        assertThat(first.category()).isEqualTo("VĂN HÓA - XÃ HỘI");
        assertThat(first.image())
                .contains(URI.create(PHU_XUYEN + "/image/journal/article?img_id=8125974&t=1694999999999"));
        Headline second = listing.headlines().get(1);
        assertThat(second.title()).isEqualTo("Xã Thử Nghiệm ra quân \"Chủ nhật xanh\"");
        assertThat(second.published().instant())
                .contains(OffsetDateTime.parse("2023-09-17T09:05+07:00").toInstant());
        assertThat(second.image()).isEmpty();
        assertThat(listing.next())
                .hasValueSatisfying(next -> assertThat(next.toString()).endsWith("_101_cur=2"));
    }

    @Test
    void the_last_page_of_a_list_has_no_next_page() {
        Listing listing = reader("hanoi62")
                .readListing(page("hanoi62_listing_p2.html", PHU_XUYEN + "/van-hoa-xa-hoi?_101_cur=2"));
        assertThat(listing.next()).isEmpty();
        assertThat(listing.headlines()).singleElement().satisfies(only -> {
            assertThat(only.key()).isEqualTo("phuxuyen.hanoi.gov.vn#lr:8125800");
            assertThat(only.published().precision()).isEqualTo(Precision.DAY);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"hanoi62", ""})
    void the_old_hanoi_article_is_read(String portal) {
        ArticleContent article = article(reader(portal).readArticle(page("hanoi62_article.html", SEED)));
        assertThat(article.title()).isEqualTo("ỦY ban MTTQ VN huyện Phú Xuyên: tập huấn công tác mặt trận năm 2023");
        assertThat(article.published().instant())
                .contains(OffsetDateTime.parse("2023-09-18T16:00+07:00").toInstant());
        assertThat(article.lead()).isEqualTo("Đoạn dẫn thử nghiệm về lớp bồi dưỡng công tác Mặt trận.");
        assertThat(article.paragraphs())
                .containsExactly(
                        "Dự khai mạc có lãnh đạo huyện và cán bộ Mặt trận các xã, thị trấn.",
                        "Kết thúc lớp học, học viên trao đổi kinh nghiệm ở cơ sở./.");
        assertThat(article.author()).isEqualTo("Người Viết - Trung tâm VHTT&TT huyện.");
        assertThat(article.category()).isEqualTo("VĂN HÓA - XÃ HỘI");
        assertThat(article.image())
                .contains(URI.create(PHU_XUYEN + "/documents/20182/8125950/anh%201.jpg/5f0e-11?t=1695027600000"));
        assertThat(article.attachments())
                .containsExactly(
                        new Attachment("QĐ 31.doc", URI.create("http://ict-hanoi.gov.vn/tai%20lieu/Q%C4%90%2031.doc")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"hanoi62", ""})
    void the_locale_trap_is_no_article_and_no_list(String portal) {
        Page trap = page("hanoi62_locale_trap.html", SEED + "/en");
        ArticleReading reading = reader(portal).readArticle(trap);
        assertThat(reading)
                .isInstanceOfSatisfying(
                        ArticleReading.NotAnArticle.class,
                        not -> assertThat(not.reason()).isEqualTo(ArticleReading.Reason.LOCALE_TRAP));
        assertThat(reader(portal).readListing(trap).problems())
                .extracting(Problem::kind)
                .contains(Problem.Kind.NO_LIST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hanoi", ""})
    void the_new_hanoi_list_and_article_are_read(String portal) {
        Listing listing = reader(portal).readListing(page("vcc_listing.html", PHU_XUYEN + "/dang-doan-the"));
        assertThat(listing.problems()).isEmpty();
        assertThat(listing.headlines())
                .extracting(Headline::key)
                .containsExactly(
                        "phuxuyen.hanoi.gov.vn#vcc:2656260309164956812",
                        "phuxuyen.hanoi.gov.vn#vcc:265625062818161255");
        assertThat(listing.headlines().get(0).teaser()).isEqualTo("Tin thử nghiệm.");
        assertThat(listing.headlines().get(1).published().instant())
                .contains(OffsetDateTime.parse("2025-06-28T18:16+07:00").toInstant());

        ArticleContent article = article(reader(portal)
                .readArticle(page("vcc_article.html", PHU_XUYEN + "/tin-tieu-diem/hop-2656260309164956812.htm")));
        assertThat(article.title()).isEqualTo("Xã Thử Nghiệm họp giao ban công tác Mặt trận");
        assertThat(article.lead()).isEqualTo("Đoạn dẫn thử nghiệm.");
        assertThat(article.paragraphs()).containsExactly("Đoạn một.", "Đoạn hai./.");
        assertThat(article.author()).isEqualTo("Người Viết");
        assertThat(article.category()).isEqualTo("Tin tiêu điểm");
        assertThat(article.image()).contains(URI.create("https://storage-vnportal.vnpt.vn/gov-hni/2656/a.jpg"));
        assertThat(article.published().instant())
                .contains(OffsetDateTime.parse("2026-03-09T17:18+07:00").toInstant());
    }

    @ParameterizedTest
    @ValueSource(strings = {"nukeviet", ""})
    void the_nukeviet_article_is_read(String portal) {
        ArticleContent article = article(
                reader(portal).readArticle(page("nukeviet_article.html", "https://xathu.gov.vn/tin/to-chuc-140.html")));
        assertThat(article.title()).isEqualTo("TỔ CHỨC LẤY Ý KIẾN NHÂN DÂN");
        assertThat(article.lead()).isEqualTo("Đoạn dẫn thử nghiệm.");
        assertThat(article.paragraphs()).containsExactly("Nội dung thử nghiệm.");
        assertThat(article.published().instant())
                .contains(OffsetDateTime.parse("2025-10-10T15:11+07:00").toInstant());
    }

    @ParameterizedTest
    @ValueSource(strings = {"vnpt", ""})
    void the_vnpt_article_is_read_with_its_lines_joined(String portal) {
        ArticleContent article = article(
                reader(portal).readArticle(page("vnpt_article.html", "https://xathu.gov.vn/tin/ngay-hoi-802457")));
        assertThat(article.title()).isEqualTo("Ngày hội ở thôn Thử");
        assertThat(article.published().precision()).isEqualTo(Precision.DAY);
        assertThat(article.paragraphs())
                .containsExactly(
                        "Căn cứ Hướng dẫn của Mặt trận tỉnh về tổ chức ngày hội năm 2024.", "Bà con dự đông đủ.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"feed", "hanoi", ""})
    void the_broken_feed_is_read(String portal) {
        Listing listing = reader(portal).readListing(page("rss_broken.xml", "https://xathu.gov.vn/rss/home.rss"));
        assertThat(listing.problems()).isEmpty();
        assertThat(listing.headlines())
                .extracting(Headline::title)
                .containsExactly("Họp Ban Công tác Mặt trận", "Tin có ký tự điều khiển");
        assertThat(listing.headlines())
                .extracting(Headline::key)
                .containsExactly("xathu.gov.vn#vcc:2656260309164956812", "xathu.gov.vn#vcc:2656260309164956813");
        assertThat(listing.headlines().get(0).teaser()).isEqualTo("Tóm tắt thử.");
        assertThat(listing.headlines().get(0).image()).contains(URI.create("https://xathu.gov.vn/a.jpg"));
        assertThat(listing.headlines())
                .extracting(item -> item.published().instant().orElseThrow())
                .containsExactly(
                        OffsetDateTime.parse("2026-03-09T17:18+07:00").toInstant(),
                        OffsetDateTime.parse("2026-03-09T17:20+07:00").toInstant());
    }

    @ParameterizedTest
    @CsvSource({"soft404.html, hanoi62", "soft404.html, hanoi", "soft404.html, ''"})
    void a_page_that_says_nothing_is_there_is_no_article(String name, String portal) {
        ArticleReading reading = reader(portal).readArticle(page(name, SEED));
        assertThat(reading)
                .isInstanceOfSatisfying(
                        ArticleReading.NotAnArticle.class,
                        not -> assertThat(not.reason()).isEqualTo(ArticleReading.Reason.MISSING));
        Listing listing = reader(portal).readListing(page(name, PHU_XUYEN + "/van-hoa-xa-hoi"));
        assertThat(listing.headlines()).isEmpty();
        assertThat(listing.problems()).extracting(Problem::kind).containsExactly(Problem.Kind.NO_LIST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hanoi62", "hanoi", "", "feed"})
    void the_cookie_page_is_a_gate_and_not_an_empty_list(String portal) {
        Page gate = page("waf_cookie.html", PHU_XUYEN + "/van-hoa-xa-hoi");
        assertThat(reader(portal).readListing(gate).problems())
                .extracting(Problem::kind)
                .containsExactly(Problem.Kind.BLOCKED);
        assertThat(reader(portal).readArticle(gate))
                .isInstanceOfSatisfying(
                        ArticleReading.NotAnArticle.class,
                        not -> assertThat(not.reason()).isEqualTo(ArticleReading.Reason.BLOCKED));
    }

    @Test
    void pages_are_told_apart() {
        PortalReader any = CATALOG.detecting(HANOI);
        assertThat(List.of(
                        any.kindOf(page("hanoi62_listing_p1.html", PHU_XUYEN + "/van-hoa-xa-hoi")),
                        any.kindOf(page("hanoi62_article.html", SEED)),
                        any.kindOf(page("rss_broken.xml", "https://xathu.gov.vn/rss")),
                        any.kindOf(page("soft404.html", SEED)),
                        any.kindOf(page("waf_cookie.html", SEED)),
                        any.kindOf(page("hanoi62_locale_trap.html", SEED + "/en"))))
                .containsExactly(
                        PortalReader.Kind.LISTING,
                        PortalReader.Kind.ARTICLE,
                        PortalReader.Kind.FEED,
                        PortalReader.Kind.NOTHING,
                        PortalReader.Kind.NOTHING,
                        PortalReader.Kind.NOTHING);
    }
}
