package vn.loa.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import vn.loa.fetch.Page;
import vn.loa.fetch.PageDecoder;
import vn.loa.fetch.PastedAddress;
import vn.loa.model.Published;
import vn.loa.portal.ArticleReading;
import vn.loa.portal.Listing;
import vn.loa.portal.PortalCatalog;
import vn.loa.portal.PortalReader;
import vn.loa.portal.address.ArticleLink;
import vn.loa.text.PlainText;
import vn.loa.text.date.VietnameseDates;

/**
 * Addresses, dates, lists and articles of any bytes; the first line of an input chooses how it is read. Not part of an
 * ordinary build, for Jazzer instruments the whole process; {@link KeptInputsTest} is.
 */
class ReadingFuzz {
    private static final Pattern SECONDS_OR_MILLIS = Pattern.compile("^\\D*\\d{9,13}\\D*$");
    private static final ZoneId HANOI = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final PortalCatalog CATALOG = PortalCatalog.builtIn();
    private static final List<String> PORTALS = CATALOG.names().stream()
            .filter(name -> !name.equals(PortalCatalog.CUSTOM))
            .toList();
    private static final List<PortalReader> READERS =
            PORTALS.stream().map(name -> CATALOG.reader(name, Map.of(), HANOI)).toList();
    private static final PortalReader ANY = CATALOG.detecting(HANOI);
    private static final URI LIST = URI.create("https://phuxuyen.hanoi.gov.vn/van-hoa-xa-hoi");
    private static final URI ARTICLE =
            URI.create("https://phuxuyen.hanoi.gov.vn/van-hoa-xa-hoi/-/view_content/8125967-tap-huan.html");

    private static final VietnameseDates DATES = VietnameseDates.in(HANOI);
    private static final List<String> PATTERNS = List.of("dd/MM/yyyy", "HH:mm MM-dd-yyyy", "yyyy-MM-dd'T'HH:mm:ssXXX");
    /** Of a longer line only the start is read, which is more or less of it by its form. */
    private static final int LONGEST_DATE = 2_000;

    private static final int QUARTER_MIB = 1 << 18;

    private record Input(String first, String rest) {
        static Input of(byte[] data) {
            String text = new String(data, StandardCharsets.UTF_8);
            int end = text.indexOf('\n');
            return end < 0
                    ? new Input("", text)
                    : new Input(text.substring(0, end).strip(), text.substring(end + 1));
        }
    }

    /** The reader that the first line names; one that recognises the system where it names none. */
    private static PortalReader reader(String name) {
        int at = PORTALS.indexOf(name);
        return at < 0 ? ANY : READERS.get(at);
    }

    /** The first line is the page, the rest a link on it. */
    @FuzzTest(maxDuration = "3m")
    void an_address_has_one_identity_however_it_is_decorated(byte[] data) {
        Input input = Input.of(data);
        URI page = PastedAddress.read(input.first()).orElse(LIST);
        ArticleLink link = Checks.inTime(data, () -> ANY.link(page, input.rest()));
        assertThat(link.key().isPresent()).isEqualTo(link.isArticle());
        Optional<URI> url = link.url();
        if (url.isEmpty()) {
            return;
        }
        Checks.address(url.get());
        assertThat(ANY.link(page, url.get().toString())).isEqualTo(link);
        READERS.forEach(reader -> assertSettled(reader, page, input.rest()));
        if (link.isArticle()) {
            assertSameUnderDecoration(link, url.get());
        }
    }

    /** Whatever a portal's own forms of addresses make of a link, they make the same of the address it gives. */
    private static void assertSettled(PortalReader reader, URI page, String href) {
        ArticleLink link = reader.link(page, href);
        link.url().ifPresent(url -> {
            Checks.address(url);
            assertThat(reader.link(page, url.toString())).isEqualTo(link);
        });
        link.key().ifPresent(key -> Checks.assertNothingLost(key, href));
    }

    private static void assertSameUnderDecoration(ArticleLink link, URI url) {
        String address = url.toString();
        String other = address.startsWith("https:") ? "http:" + address.substring(6) : "https:" + address.substring(5);
        assertThat(ANY.link(URI.create(other), other).key()).isEqualTo(link.key());
        if (url.getRawFragment() == null) {
            String tracked = address + (url.getRawQuery() == null ? "?" : "&") + "utm_source=zalo&fbclid=x1";
            assertThat(ANY.link(url, tracked).key()).isEqualTo(link.key());
        }
    }

    @FuzzTest(maxDuration = "3m")
    void a_date_is_read_or_it_is_none_and_marks_make_no_difference(byte[] data) {
        String raw = new String(data, StandardCharsets.UTF_8);
        for (VietnameseDates dates : List.of(DATES, DATES.monthFirst(), DATES.withPatterns(PATTERNS))) {
            Published read = Checks.inTime(data, () -> dates.read(raw));
            Checks.date(read);
            read.instant()
                    .ifPresent(instant -> assertYearIsTold(instant.atZone(HANOI).getYear(), raw));
            String composed = Normalizer.normalize(raw, Normalizer.Form.NFC);
            String decomposed = Normalizer.normalize(raw, Normalizer.Form.NFD);
            if (decomposed.length() <= LONGEST_DATE) {
                assertThat(dates.read(decomposed)).isEqualTo(dates.read(composed));
            }
        }
    }

    /** No date comes from the clock; another zone can bring New Year forward or back. */
    private static void assertYearIsTold(int year, String raw) {
        String shown = PlainText.tidy(raw);
        if (SECONDS_OR_MILLIS.matcher(shown).find()) {
            return; // Counted from 1970, no year is written.
        }
        assertThat(IntStream.rangeClosed(year - 1, year + 1).mapToObj(y -> String.format("%02d", y % 100)))
                .as("a year near %s in %s", year, shown)
                .anyMatch(shown::contains);
    }

    @FuzzTest(maxDuration = "3m")
    void a_list_or_feed_gives_valid_headlines(byte[] data) {
        Input input = Input.of(data);
        Page page = Page.of(LIST, input.rest());
        Listing listing = Checks.inTime(data, () -> reader(input.first()).readListing(page));
        listing.headlines().forEach(Checks::headline);
        assertThat(listing.headlines().stream().map(headline -> headline.key())).doesNotHaveDuplicates();
        listing.next().ifPresent(Checks::address);
        listing.problems().forEach(problem -> Checks.line(problem.detail()));
        listing.headlines().forEach(headline -> Checks.assertNothingLost(headline.toString(), page.text()));
    }

    @FuzzTest(maxDuration = "3m")
    void an_article_gives_valid_text(byte[] data) {
        Input input = Input.of(data);
        Page page = Page.of(ARTICLE, input.rest());
        ArticleReading reading = Checks.inTime(data, () -> reader(input.first()).readArticle(page));
        if (reading instanceof ArticleReading.Read read) {
            Checks.article(read.content(), page.text());
        } else if (reading instanceof ArticleReading.NotAnArticle not) {
            Checks.text(not.detail());
        }
    }

    /** The first line is the header, the rest the body. */
    @FuzzTest(maxDuration = "3m")
    void bytes_in_any_charset_become_text(byte[] data) {
        int end = 0;
        while (end < data.length && data[end] != '\n') {
            end++;
        }
        String header = new String(data, 0, end, StandardCharsets.ISO_8859_1);
        byte[] body = Arrays.copyOfRange(data, Math.min(data.length, end + 1), data.length);
        String text =
                Checks.inTime(data, () -> PageDecoder.decode(body, header)).text();
        assertThat(text.codePoints()).noneMatch(c -> c == 0 || Character.getType(c) == Character.SURROGATE);
        Page page = Page.of(ARTICLE, text);
        ANY.readListing(page).headlines().forEach(Checks::headline);
        if (ANY.readArticle(page) instanceof ArticleReading.Read read) {
            Checks.article(read.content(), text);
        }
    }

    /**
     * The first line is how a page begins, the second is repeated, the rest is its end. What is short takes no time
     * however badly it is read; this is what shows a reader that takes the square of it.
     */
    @FuzzTest(maxDuration = "3m")
    void what_is_repeated_is_read_in_linear_time(byte[] data) {
        String[] parts = new String(data, StandardCharsets.UTF_8).split("\n", 3);
        if (parts.length < 3 || parts[1].isEmpty()) {
            return;
        }
        String text = parts[0] + parts[1].repeat(QUARTER_MIB / parts[1].length()) + parts[2];
        Page page = Page.of(ARTICLE, text);
        byte[] read = text.getBytes(StandardCharsets.UTF_8);
        Listing listing = Checks.inTime(read, () -> ANY.readListing(page));
        listing.headlines().forEach(Checks::headline);
        listing.problems().forEach(problem -> Checks.line(problem.detail()));
        if (Checks.inTime(read, () -> ANY.readArticle(page)) instanceof ArticleReading.Read article) {
            Checks.article(article.content(), text);
        }
    }
}
