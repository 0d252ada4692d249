package vn.loa.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.Cases;
import vn.loa.fetch.Page;
import vn.loa.model.ArticleContent;
import vn.loa.model.Attachment;
import vn.loa.model.Headline;

/** Whatever a portal answers, reading it ends soon, throws nothing and gives valid text. */
@Order(2)
@Tag("slow")
class HostileInputTest {
    private static final URI LOCATION = URI.create("https://phuxuyen.hanoi.gov.vn/tin/hop-ban-12345.html");
    private static final int LETTERS = 1 << 13;
    /** Searches for a character are fast: fewer hide that each goes on to the end. */
    private static final int STREAM = 1 << 18;

    /** Twice the page takes four times as long in a quadratic step. */
    private static final double NO_SQUARE = 3;

    /** In seconds; what is read so soon cannot be measured. */
    private static final double SOON = 0.04;

    private static final int TRIES = 3;

    /** Of each page; {@code -Dloa.test.damages=1000} looks longer. */
    private static final int DAMAGES = Integer.getInteger("loa.test.damages", 8);

    private static final List<Charset> CHARSETS = List.of(
            StandardCharsets.UTF_8,
            StandardCharsets.ISO_8859_1,
            StandardCharsets.UTF_16LE,
            Charset.forName("windows-1258"));
    private static final PortalCatalog CATALOG = PortalCatalog.builtIn();
    private static final List<PortalReader> READERS = CATALOG.names().stream()
            .filter(name -> !name.equals("custom"))
            .map(name -> CATALOG.reader(name, Map.of(), ZoneId.of("Asia/Ho_Chi_Minh")))
            .toList();
    private static final PortalReader ANY = CATALOG.detecting(ZoneId.of("Asia/Ho_Chi_Minh"));

    static Stream<String> pages() {
        Stream<String> shared = Stream.of(
                        "hanoi62_article.html",
                        "hanoi62_listing_p1.html",
                        "vcc_article.html",
                        "vcc_listing.html",
                        "nukeviet_article.html",
                        "rss_broken.xml",
                        "vnpt_article.html",
                        "waf_cookie.html")
                .map(name -> "shared/pages/" + name);
        Stream<String> own = Stream.of("hanoi62", "hanoi", "wordpress", "joomla", "mastercms")
                .flatMap(
                        system -> Stream.of("portals/" + system + "/list.html", "portals/" + system + "/article.html"));
        return Stream.concat(shared, own);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void damaged_pages_are_read_or_refused_but_never_break_the_reader(String name) {
        String page = Cases.bytesAsText(name);
        Random random = new Random(name.hashCode());
        for (int round = 0; round < DAMAGES; round++) {
            String damaged = damaged(page, random);
            assertSound(ANY, damaged);
            assertSound(READERS.get(random.nextInt(READERS.size())), damaged);
        }
    }

    private static String damaged(String page, Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> bytesChanged(page, random);
            case 1 -> partMoved(page, random);
            case 2 -> page.replace(page.substring(at(page, random)).substring(0, 1), junk(random));
            case 3 -> page.substring(at(page, random)) + page.substring(0, at(page, random));
            default ->
                page.replaceAll(
                        "(?i)</?"
                                + List.of("div", "p", "a", "li", "item", "title")
                                        .get(random.nextInt(6)) + "[^>]*>",
                        junk(random).replace("$", "").replace("\\", ""));
        };
    }

    private static String bytesChanged(String page, Random random) {
        byte[] bytes = page.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 1 + bytes.length / 50; i++) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return new String(bytes, CHARSETS.get(random.nextInt(CHARSETS.size())));
    }

    private static String partMoved(String page, Random random) {
        StringBuilder moved = new StringBuilder(page);
        for (int i = 0; i < 5; i++) {
            int from = at(page, random);
            int to = Math.min(page.length(), from + random.nextInt(200));
            moved.insert(random.nextInt(moved.length()), page, from, to);
            moved.insert(random.nextInt(moved.length()), junk(random));
        }
        return moved.toString();
    }

    private static int at(String page, Random random) {
        return random.nextInt(page.length() - 1);
    }

    private static String junk(Random random) {
        List<String> junk = List.of(
                "\ud800",
                "\udfff",
                "\u0000",
                "\u001b[31m",
                "\ufeff",
                "\u202e",
                "<",
                "\"",
                "]]>",
                "<![CDATA[",
                "&#xD800;",
                "&#0;",
                "&amp;amp;amp;lt;",
                "<base href='http://[::1'>",
                "<a href='http://%'>",
                "<table><tr><td>",
                "\uffff",
                "<img src='data:,'>",
                "<meta http-equiv=refresh content='0;url=x'>",
                "javascript:",
                "<svg><p><style><a title='</style>",
                "<plaintext>",
                "{\"items\":[");
        return junk.get(random.nextInt(junk.size()));
    }

    @Test
    void bytes_of_any_kind_are_read_or_refused() {
        Random random = new Random(3);
        for (int round = 0; round < 100; round++) {
            byte[] bytes = new byte[random.nextInt(2000)];
            random.nextBytes(bytes);
            String start = List.of(
                            "", "<html>", "<rss><channel><item>", "{\"version\":\"https://jsonfeed.org/version/1\",")
                    .get(random.nextInt(4));
            assertSound(ANY, start + new String(bytes, CHARSETS.get(random.nextInt(CHARSETS.size()))));
        }
    }

    private static final String SENTENCE =
            "<p>Một câu đủ dài để được coi là văn xuôi, có dấu phẩy, và kết thúc ở đây.</p>";

    static Stream<String> patterns() {
        return Stream.of(
                "<div class=asset-bounddary><h3 class=asset-title><a href=/a/-/view_content/1-a.html>",
                "<div class=asset-full-content-title>x</div><div class=journal-content-article><p>",
                "<div class=box-category-item>",
                "<ul><li>",
                "<table><tr><td>",
                "<b><i><a href=/x-12345.html>a",
                "<p>a",
                "<p>dòng một</p>",
                "– ",
                "<a href='/tin/x-12345.html'>- - - - - - - - - - - - ",
                "<a href='/tin/x-12345.html'>Một cái tên bài khá dài để đọc</a>",
                "<div><a href='/tin/x-12345.html'>Một cái tên bài khá dài để đọc</a><p>chữ</p></div>",
                "<br>a",
                "<img src=/a.jpg><p align=center>x",
                "&amp;amp;",
                "<item><title>a</title><link>/a-11111.html</link>",
                "<item>",
                "<item><title>a",
                "<a:item xml:base='/b/'><a:link href='c'/><a:title type='xhtml'><div>",
                "<entry xmlns:a='b'><content>\u00c6",
                "<entry><link href=a><id>",
                "[",
                "<![CDATA[",
                "<!--",
                "18/09/2023 ",
                "(((((",
                "https://a/b?c&",
                "MÆt ");
    }

    static Stream<Arguments> places() {
        return patterns()
                .flatMap(part -> Stream.of(
                                "<html><body>",
                                "<rss><channel>",
                                "<div class=journal-content-article>",
                                "<html><body><div><h1>Một tiêu đề dài vừa đủ của bài</h1>" + SENTENCE + "</div>")
                        .map(start -> Arguments.of(start, part)));
    }

    @ParameterizedTest
    @MethodSource("places")
    void twice_as_much_of_anything_takes_twice_the_time(String start, String part) {
        assertThat(growth(start, part, ANY::readListing)).isLessThan(NO_SQUARE);
        assertThat(growth(start, part, ANY::readArticle)).isLessThan(NO_SQUARE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\n", "1:T0,", "a:Ta:T", "1:"})
    void a_stream_of_rows_without_an_end_is_read_in_one_pass(String rows) {
        Consumer<Page> reading = ANY::readArticle;
        String start = "<script>self.__next_f.push([1,\"";
        assertThat(growth(letters -> page(start, rows, letters, "\"])</script>"), STREAM, reading))
                .isLessThan(NO_SQUARE);
    }

    @Test
    void a_text_that_a_stream_names_many_times_does_not_fill_the_memory() {
        String text = "Một dòng chữ. ".repeat(3_000);
        String stream = "1b:T" + Integer.toHexString(text.getBytes(StandardCharsets.UTF_8).length) + ',' + text
                + "2:{'title':'Một tiêu đề dài vừa đủ của bài','content':[" + "{'type':'p','text':'$1b'},".repeat(500)
                + "{'type':'p','text':'hết'}]}\\n";
        String page = "<title>Một tiêu đề dài vừa đủ của bài</title><script>self.__next_f.push([1,\""
                + stream.replace("'", "\\\"") + "\"])</script>";
        ArticleReading reading = ANY.readArticle(Page.of(LOCATION, page));
        assertThat(reading).isInstanceOf(ArticleReading.Read.class);
        assertThat(((ArticleReading.Read) reading)
                        .content().paragraphs().stream()
                                .mapToInt(String::length)
                                .sum())
                .isBetween(text.length() / 2, 3_000_000);
    }

    private static double growth(String start, String part, Consumer<Page> reading) {
        return growth(letters -> page(start, part, letters, ""), LETTERS, reading);
    }

    private static double growth(IntFunction<Page> pages, int letters, Consumer<Page> reading) {
        double growth = 0;
        for (int i = 0; i < TRIES && (i == 0 || growth > NO_SQUARE); i++) {
            double once = cpuTime(reading, pages.apply(letters));
            growth = once < SOON ? 1 : cpuTime(reading, pages.apply(2 * letters)) / once;
        }
        return growth;
    }

    private static Page page(String start, String part, int letters, String end) {
        return Page.of(LOCATION, start + part.repeat(letters / part.length()) + end);
    }

    /** The reader's own time, whatever else the machine is busy with. */
    private static double cpuTime(Consumer<Page> reading, Page page) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long begin = threads.getCurrentThreadCpuTime();
        reading.accept(page);
        return (threads.getCurrentThreadCpuTime() - begin) / 1e9;
    }

    private static void assertSound(PortalReader reader, String text) {
        Page page = Page.of(LOCATION, text);
        Listing listing = reader.readListing(page);
        listing.headlines().forEach(HostileInputTest::assertSound);
        assertThat(listing.headlines()).extracting(Headline::key).doesNotHaveDuplicates();
        listing.problems().forEach(problem -> assertSound(problem.detail()));
        if (reader.readArticle(page) instanceof ArticleReading.Read read) {
            assertSound(read.content());
        }
        assertThat(reader.kindOf(page)).isNotNull();
    }

    private static void assertSound(Headline headline) {
        Stream.of(headline.key(), headline.title(), headline.teaser(), headline.category())
                .forEach(HostileInputTest::assertSound);
        assertThat(headline.title()).isNotBlank();
        assertThat(headline.url().isAbsolute()).isTrue();
        headline.image().ifPresent(image -> assertThat(image.isAbsolute()).isTrue());
    }

    private static void assertSound(ArticleContent article) {
        List<String> texts = new ArrayList<>(article.paragraphs());
        texts.addAll(List.of(article.title(), article.lead(), article.category(), article.author()));
        article.attachments().stream().map(Attachment::name).forEach(texts::add);
        texts.forEach(HostileInputTest::assertSound);
        assertThat(article.title()).isNotBlank();
        assertThat(article.paragraphs()).noneMatch(String::isBlank);
    }

    private static void assertSound(String text) {
        assertThat(Normalizer.isNormalized(text, Normalizer.Form.NFC)).isTrue();
        assertThat(text.codePoints())
                .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE);
    }
}
