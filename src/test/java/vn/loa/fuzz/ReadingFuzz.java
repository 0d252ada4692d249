package vn.loa.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.loa.fetch.Page;
import vn.loa.fetch.PastedAddress;
import vn.loa.model.Published;
import vn.loa.portal.ArticleLink;
import vn.loa.portal.ArticleReading;
import vn.loa.portal.Listing;
import vn.loa.portal.PortalCatalog;
import vn.loa.portal.PortalReader;
import vn.loa.text.VietnameseDates;

/**
 * Addresses, dates, lists and articles of any bytes; the first line of an input chooses how it is read. Not part of an
 * ordinary build, for Jazzer instruments the whole process; {@link KeptInputsTest} is.
 */
class ReadingFuzz {
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
        if (link.isArticle()) {
            assertSameUnderDecoration(link, url.get());
        }
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
        VietnameseDates dates = VietnameseDates.in(HANOI);
        Published read = Checks.inTime(data, () -> dates.read(raw));
        Checks.date(read);
        String composed = Normalizer.normalize(raw, Normalizer.Form.NFC);
        String decomposed = Normalizer.normalize(raw, Normalizer.Form.NFD);
        assertThat(dates.read(decomposed)).isEqualTo(dates.read(composed));
    }

    @FuzzTest(maxDuration = "3m")
    void a_list_or_feed_gives_valid_headlines(byte[] data) {
        Input input = Input.of(data);
        Page page = Page.of(LIST, input.rest());
        Listing listing = Checks.inTime(data, () -> reader(input.first()).readListing(page));
        listing.headlines().forEach(Checks::headline);
        assertThat(listing.headlines().stream().map(headline -> headline.key())).doesNotHaveDuplicates();
        listing.next().ifPresent(Checks::address);
        listing.problems().forEach(problem -> Checks.text(problem.detail()));
    }

    @FuzzTest(maxDuration = "3m")
    void an_article_gives_valid_text(byte[] data) {
        Input input = Input.of(data);
        Page page = Page.of(ARTICLE, input.rest());
        ArticleReading reading = Checks.inTime(data, () -> reader(input.first()).readArticle(page));
        if (reading instanceof ArticleReading.Read read) {
            Checks.article(read.content());
        } else if (reading instanceof ArticleReading.NotAnArticle not) {
            Checks.text(not.detail());
        }
    }
}
