package vn.loa.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

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
    /** A second a MiB, and a grace for a machine that is busy with other things, or that Jazzer watches. */
    private static final Duration GRACE = Duration.ofSeconds(System.getenv("JAZZER_FUZZ") == null ? 2 : 30);

    private Checks() {}

    static <T> T inTime(byte[] input, Supplier<T> reading) {
        long start = System.nanoTime();
        T read = reading.get();
        Duration allowed = GRACE.plusMillis(1000L * input.length / (1 << 20));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(allowed);
        return read;
    }

    static void article(ArticleContent content) {
        assertThat(content.title()).isNotBlank().doesNotContain("\n");
        text(content.title());
        text(content.lead());
        text(content.category());
        text(content.author());
        content.paragraphs().forEach(paragraph -> {
            assertThat(paragraph).isNotBlank();
            text(paragraph);
        });
        content.attachments().forEach(file -> text(file.name()));
        date(content.published());
    }

    static void headline(Headline headline) {
        assertThat(headline.title()).isNotBlank().doesNotContain("\n");
        assertThat(headline.key()).contains("#");
        text(headline.title());
        text(headline.teaser());
        text(headline.category());
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
