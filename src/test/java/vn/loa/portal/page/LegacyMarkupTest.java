package vn.loa.portal.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.Charset;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.fetch.Page;
import vn.loa.fetch.PageDecoder;
import vn.loa.model.ArticleContent;
import vn.loa.model.Headline;
import vn.loa.portal.ArticleReading;
import vn.loa.portal.Listing;
import vn.loa.portal.PortalCatalog;
import vn.loa.portal.PortalReader;

class LegacyMarkupTest {
    private static final String PAGE =
            "<html><head>%s<title>MÆt trËn x· tËp huÊn</title></head><body><div><h1>MÆt trËn x· tËp huÊn</h1><p>S¸ng"
                    + " 12/3, héi tr\u00adêng x· tæ chøc líp tËp huÊn c«ng t¸c gi¸m s¸t cho c¸n bé MÆt trËn c¬ së trong"
                    + " toµn x·.</p><p><font face='.VnTimeH'>ñ</font>y ban MÆt trËn ®Ò nghÞ c¸c tr\u00adëng ban n¾m ch¾c"
                    + " quy tr×nh, lùa chän viÖc s¸t víi ®êi sèng nh©n d©n.</p></div></body></html>";

    private static final PortalCatalog CATALOG = PortalCatalog.builtIn();

    private PortalReader reader(String portal) {
        return CATALOG.reader(portal, Map.of(), ZoneId.of("Asia/Ho_Chi_Minh"));
    }

    private ArticleContent read(String text) {
        ArticleReading reading =
                reader("").readArticle(Page.of(URI.create("http://xathu.gov.vn/tin/a-1234.html"), text));
        assertThat(reading).isInstanceOf(ArticleReading.Read.class);
        return ((ArticleReading.Read) reading).content();
    }

    private static void assertConverted(ArticleContent content) {
        assertThat(content.title()).isEqualTo("Mặt trận xã tập huấn");
        assertThat(content.lead() + "\n" + String.join("\n", content.paragraphs()))
                .contains("Sáng 12/3, hội trường xã tổ chức lớp tập huấn công tác giám sát")
                .contains("Ủy ban Mặt trận đề nghị các trưởng ban nắm chắc quy trình");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<meta charset=iso-8859-1>",
                "<meta charset=windows-1258>",
                "<meta charset=utf-8>",
                "<meta http-equiv=Content-Type content='text/html; charset=x-user-defined'>"
            })
    void a_page_in_an_old_font_is_read_as_what_it_says_whatever_its_charset(String head) {
        byte[] bytes = PAGE.formatted(head).getBytes(Charset.forName("windows-1252"));
        assertConverted(read(PageDecoder.decode(bytes, "text/html").text()));
    }

    @Test
    void the_letters_of_an_old_font_may_be_written_in_utf_8() {
        assertConverted(read(PAGE.formatted("")));
    }

    @Test
    void one_paragraph_in_an_old_font_is_converted_and_its_neighbours_are_left_alone() {
        ArticleContent content = read("<html><body><article><h1>Mặt trận xã tập huấn</h1><p>Sáng nay ông Jürgen"
                + " Müller, bà Françoise và đoàn thăm xã, làm việc với Ủy ban Mặt trận.</p><p>Lôùp taäp huaán coù taùm"
                + " möôi saùu caùn boä Maët traän tham döï trong hai ngaøy.</p></article></body></html>");
        assertThat(content.paragraphs())
                .containsExactly(
                        "Sáng nay ông Jürgen Müller, bà Françoise và đoàn thăm xã, làm việc với Ủy ban Mặt trận.",
                        "Lớp tập huấn có tám mươi sáu cán bộ Mặt trận tham dự trong hai ngày.");
    }

    @Test
    void a_feed_in_an_old_font_is_converted_also_where_its_text_is_escaped_markup() {
        String feed = "<rss><channel><item><title>MÆt trËn x· tËp huÊn</title><link>/tin/1</link>"
                + "<description>&lt;p&gt;Héi tr&amp;shy;êng x· tæ chøc líp&lt;/p&gt;</description></item>"
                + "<item><title>Tin tøc</title><link>/tin/2</link></item></channel></rss>";
        Listing listing = reader("feed").readListing(Page.of(URI.create("http://xathu.gov.vn/rss"), feed));
        assertThat(listing.headlines()).extracting(Headline::title).containsExactly("Mặt trận xã tập huấn", "Tin tức");
        assertThat(listing.headlines().get(0).teaser()).isEqualTo("Hội trường xã tổ chức lớp");
    }
}
