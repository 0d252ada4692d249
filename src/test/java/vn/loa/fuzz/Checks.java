package vn.loa.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.URI;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;
import vn.loa.model.ArticleContent;
import vn.loa.model.Headline;
import vn.loa.model.Published;

/** What holds for everything that is read, whatever it was read from. */
final class Checks {
    private static final Instant FIRST = Instant.parse("1989-12-31T00:00:00Z");
    private static final Instant LAST = Instant.parse("2100-01-02T00:00:00Z");
    private static final List<String> NEVER_PUSHED =
            List.of("utm_", "fbclid=", "p_p_auth=", "jsessionid=", "redirect=");
    /** Beside a second a MiB of the reader's own time: for classes that are loaded, and for Jazzer's watching. */
    private static final Duration GRACE = Duration.ofSeconds(System.getenv("JAZZER_FUZZ") == null ? 1 : 15);

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int MOST_TRIES = 4;
    private static final int LONGEST_LINE = 1_001;
    private static final int LONGEST_KEY = 5_000;

    private Checks() {}

    /**
     * Reads, and again when it took longer than it may: what loads classes, or shares caches and cores with other work, takes
     * more of the processor's time than the same once more, and a reading that is not linear takes as long each time.
     */
    static <T> T inTime(byte[] input, Supplier<T> reading) {
        return inTime(GRACE.plusMillis(1000L * input.length / (1 << 20)), reading, MOST_TRIES);
    }

    private static <T> T inTime(Duration allowed, Supplier<T> reading, int tries) {
        long start = THREADS.getCurrentThreadCpuTime();
        T read = reading.get();
        Duration took = Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - start);
        if (tries > 1 && took.compareTo(allowed) >= 0) {
            return inTime(allowed, reading, tries - 1);
        }
        assertThat(took).isLessThan(allowed);
        return read;
    }

    /** @param page what it was read from */
    static void article(ArticleContent content, String page) {
        assertThat(content.title()).isNotBlank();
        Stream.of(content.title(), content.category(), content.author()).forEach(Checks::line);
        text(content.lead());
        assertThat(content.paragraphs()).noneMatch(String::isBlank);
        content.paragraphs().forEach(Checks::text);
        content.attachments().forEach(file -> text(file.name()));
        date(content.published());
        Stream<String> shown = Stream.concat(Stream.of(content.title(), content.lead()), content.paragraphs().stream());
        assertThat(shown.mapToInt(String::length).sum()).isLessThanOrEqualTo(3 * page.length() + LONGEST_LINE);
        assertNothingLost(content.toString(), page);
    }

    /** The sign for a letter that could not be read stands only where the page has it, or a number of no letter. */
    static void assertNothingLost(String read, String page) {
        boolean lost = page.indexOf('\ufffd') >= 0 || page.contains("&#") || page.contains("\u0000");
        assertThat(read.indexOf('\ufffd') >= 0 && !lost)
                .as("a letter lost in reading")
                .isFalse();
    }

    static void headline(Headline headline) {
        assertThat(headline.title()).isNotBlank();
        assertThat(headline.key()).contains("#").hasSizeLessThan(LONGEST_KEY);
        text(headline.key());
        Stream.of(headline.title(), headline.teaser(), headline.category()).forEach(Checks::line);
        date(headline.published());
        address(headline.url());
    }

    static void address(URI url) {
        assertThat(url.isAbsolute()).isTrue();
        String lower = url.toString().toLowerCase(Locale.ROOT);
        assertThat(lower).startsWith("http");
        Stream.of(
                        url.getRawQuery() == null
                                ? new String[0]
                                : url.getRawQuery().toLowerCase(Locale.ROOT).split("&"))
                .forEach(parameter -> assertThat(NEVER_PUSHED).noneMatch(parameter::startsWith));
    }

    /** A text for one line of a message, too short to fill it. */
    static void line(String text) {
        assertThat(text).hasSizeLessThanOrEqualTo(LONGEST_LINE).doesNotContain("\n");
        text(text);
    }

    /** Text that any platform takes: whole characters, composed, nothing that moves a cursor. */
    static void text(String text) {
        assertThat(Normalizer.isNormalized(text, Normalizer.Form.NFC))
                .as("NFC: %s", text)
                .isTrue();
        text.codePoints().forEach(c -> {
            assertThat(Character.getType(c)).as("a half character").isNotEqualTo((int) Character.SURROGATE);
            assertThat(Character.isISOControl(c) && c != '\n').as("U+%04X", c).isFalse();
        });
    }

    static void date(Published published) {
        published.instant().ifPresent(instant -> assertThat(instant).isBetween(FIRST, LAST));
    }
}
