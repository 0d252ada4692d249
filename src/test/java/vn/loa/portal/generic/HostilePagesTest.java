package vn.loa.portal.generic;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.portal.generic.attachment.AttachmentFinder;

/** No page makes the reader throw or think for long. */
@Order(2)
@Tag("slow")
class HostilePagesTest {
    private static final URI LOCATION = URI.create("https://xathu.gov.vn/tin-tuc/mot-tin-12.html");
    private static final int MEBIBYTE = 1 << 20;
    private static final int LETTERS = MEBIBYTE / 64;
    /** Processor time, so that a busy machine does not matter; twice the page takes four times as long in a quadratic step. */
    private static final double NO_SQUARE = 3;

    /** In seconds; what is read so soon cannot be measured. */
    private static final double SOON = 0.04;

    private static final int FILES = 700;
    private static final int TRIES = 3;

    private static final String SENTENCE =
            "<p>Một câu đủ dài để được coi là văn xuôi, có dấu phẩy, và kết thúc ở đây.</p>";

    private static final String TITLE = "<h1>Một tiêu đề dài vừa đủ của bài</h1>";
    private static final String BELOW_TITLE = "<div class=wrap>" + TITLE + SENTENCE;
    private static final String BESIDE_TITLE = "<div class=wrap><div>" + TITLE + SENTENCE + "</div>";

    static Stream<String> patterns() {
        return Stream.of(
                "<div>",
                "<div class=content>x ",
                "<div>" + SENTENCE,
                "<span class=date>x",
                "a<br>",
                "a<br><br>",
                "<p>a</p>",
                "<li><a href=/x/y-1.html>Một tiêu đề dài vừa đủ</a>",
                "<a href=/x/y-1.html>Một tiêu đề dài vừa đủ</a> <span>12/12/2020</span>",
                "<div class=item><h3><a href=/x/y-1.html>Một tiêu đề dài vừa đủ</a></h3>" + SENTENCE + "</div>",
                "<p>dòng một</p>",
                "<div>dòng một</div>",
                "<div>x</div>",
                "<p><b>Một dòng đậm vừa đủ</b></p>",
                "<a href=/x/y-1.html title='Một tiêu đề dài vừa đủ'><img src=a.jpg></a>",
                "<h3>Tin liên quan</h3><p>dòng một</p>",
                "<h2>Một tiêu đề dài vừa đủ</h2><p>dòng một</p>",
                "– ",
                "a",
                " ",
                "&amp;amp;",
                "<table><tr><td>",
                "<tr><td>a<td>b</tr>",
                "<ul><li>a",
                "<blockquote>abc, def",
                "<article><h1>Tiêu đề</h1>" + SENTENCE + "</article>",
                "<p align=center><img src=a.jpg><em>chú thích ảnh</em></p>",
                "<p>12/12/2020 12/12/2020 1 1 1 1 1 1 1 1 all rights reserve</p>",
                "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"articleBody\":\"một hai ba\"}</script>");
    }

    static Stream<Arguments> places() {
        return patterns()
                .flatMap(pattern -> Stream.of("<div class=wrap>", BELOW_TITLE, BESIDE_TITLE)
                        .map(start -> Arguments.of(start, pattern)));
    }

    @ParameterizedTest
    @MethodSource("places")
    void a_page_of_one_pattern_is_read_in_linear_time(String start, String pattern) {
        double growth = 0;
        for (int i = 0; i < TRIES && (i == 0 || growth > NO_SQUARE); i++) {
            double once = secondsToRead(page(start, pattern, LETTERS));
            growth = once < SOON ? 1 : secondsToRead(page(start, pattern, 2 * LETTERS)) / once;
        }
        assertThat(growth).isLessThan(NO_SQUARE);
    }

    private static Document page(String start, String pattern, int letters) {
        return Jsoup.parse(start + pattern.repeat(letters / pattern.length()), LOCATION.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a href='/download.ashx?id=@'>Tải về</a>",
                "<a href='/download.ashx?id=1'>Tải về</a>",
                "<a href='/tep/@.pdf'><img src=a.png></a>"
            })
    void a_cell_of_thousands_of_files_is_read_in_linear_time(String link) {
        secondsToFindFiles(files(link, FILES));
        double growth = 0;
        for (int i = 0; i < TRIES && (i == 0 || growth > NO_SQUARE); i++) {
            double once = secondsToFindFiles(files(link, FILES));
            growth = once < SOON ? 1 : secondsToFindFiles(files(link, 2 * FILES)) / once;
        }
        assertThat(growth).isLessThan(NO_SQUARE);
    }

    private static Document files(String link, int count) {
        StringBuilder page = new StringBuilder("<div class=content>" + TITLE + SENTENCE.repeat(5)
                + "<div class=attachments><p>Tệp đính kèm:</p><table><tr><td>Văn bản</td><td>");
        for (int id = 0; id < count; id++) {
            page.append(link.replace("@", String.valueOf(id))).append(' ');
        }
        return Jsoup.parse(page + "</td></tr></table>", LOCATION.toString());
    }

    @Test
    void json_nested_a_million_deep_is_left_out() {
        String json = "<script type=application/ld+json>" + "[".repeat(MEBIBYTE) + "</script>" + SENTENCE.repeat(5);
        assertThat(GenericArticle.read(Jsoup.parse(json), LOCATION)).isPresent();
    }

    @Test
    void random_markup_is_read_without_a_complaint() {
        Random random = new Random(20251113);
        for (int i = 0; i < 300; i++) {
            Document page = Jsoup.parse(markup(random), LOCATION.toString());
            GenericArticle.read(page, LOCATION);
            assertThat(GenericListing.read(page, LOCATION).items())
                    .allSatisfy(item -> assertThat(item.title()).isNotEmpty());
        }
    }

    private static String markup(Random random) {
        String[] pieces = {
            "<div class='related comment-body'>",
            "</div>",
            "<p>",
            "</p>",
            SENTENCE,
            "<a href='%zz http://[::'>",
            "</a>",
            "<h1>",
            "</h1>",
            "<table>",
            "<tr>",
            "<td>",
            "</table>",
            "<!--",
            "-->",
            "<a href='javascript:x()'>dài dài dài dài",
            "<base href='::'>",
            "<meta name='' content=x>",
            "<script type=application/ld+json>{\"@type\":[1,null],\"author\":[{}]}",
            "</script>",
            "<img src='data:x' width=999999>",
            "\ud800",
            "\u0000",
            "12/12/2020",
            "<time datetime=''>",
            "<article hidden>",
            "<li itemprop=articleBody>",
            "<a href='/x y?a=b#c'>Một tiêu đề dài vừa đủ</a>",
            "<br><br>",
            "<noscript>"
        };
        StringBuilder markup = new StringBuilder();
        for (int i = random.nextInt(120); i > 0; i--) {
            markup.append(pieces[random.nextInt(pieces.length)]);
        }
        return markup.toString();
    }

    private static double secondsToFindFiles(Document page) {
        AttachmentFinder finder = new AttachmentFinder(LOCATION, href -> Optional.of(LOCATION.resolve(href)));
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        finder.find(page, Optional.empty(), List.of());
        return (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before) / 1e9;
    }

    private static double secondsToRead(Document page) {
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        GenericArticle.read(page, LOCATION);
        GenericListing.read(page, LOCATION);
        return (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before) / 1e9;
    }
}
