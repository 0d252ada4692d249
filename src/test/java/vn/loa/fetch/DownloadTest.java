package vn.loa.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.fetch.FetchResult.Failed;
import vn.loa.fetch.FetchResult.Fetched;
import vn.loa.fetch.FetchResult.Refused;

/** Documents are fetched into files, under the rules of pages. */
class DownloadTest {
    private static final int MOST = 50_000;

    @TempDir
    private Path folder;

    private final MockWebServer server = new MockWebServer();
    private final Fetcher fetcher = fetcher(true);
    private Path file;

    private static Fetcher fetcher(boolean allowPrivate) {
        return new Fetcher(
                new FetchSettings(
                        "Loa/test",
                        FetchSettings.Timeouts.USUAL,
                        1_000,
                        Duration.ZERO,
                        allowPrivate,
                        false,
                        List.of(),
                        Optional.empty()),
                InstantSource.fixed(Instant.EPOCH));
    }

    @BeforeEach
    void start() throws IOException {
        server.start();
        file = folder.resolve("document");
    }

    @AfterEach
    void stop() {
        fetcher.close();
        server.close();
    }

    private FetchResult download(Fetcher by, Duration time) {
        return by.download(FetchRequest.of(server.url("/ke-hoach.pdf").uri()), new Download(file, MOST, time));
    }

    private FetchResult download() {
        return download(fetcher, Duration.ofSeconds(20));
    }

    private void answers(byte[] body, String type) {
        server.enqueue(new MockResponse.Builder()
                .code(200)
                .addHeader("Content-Type", type)
                .addHeader("ETag", "\"e\"")
                .body(new Buffer().write(body))
                .build());
    }

    @Test
    void a_document_larger_than_a_page_may_be_stands_in_the_file() throws IOException {
        byte[] content = new byte[MOST];
        content[7] = 9;
        answers(content, "application/pdf");
        Page page = ((Fetched) download()).page();
        assertThat(page.text()).isEmpty();
        assertThat(page.etag()).contains("\"e\"");
        assertThat(file).hasBinaryContent(content);
    }

    @Test
    void one_larger_than_it_may_be_is_blocked_and_not_taken_whole() throws IOException {
        answers(new byte[3 * MOST], "application/pdf");
        assertThat(download()).isEqualTo(new Refused("larger than " + MOST + " bytes"));
        assertThat(file).doesNotExist();
        server.enqueue(new MockResponse.Builder()
                .code(200)
                .chunkedBody("x".repeat(3 * MOST), 1000)
                .build());
        assertThat(download()).isEqualTo(new Refused("larger than " + MOST + " bytes"));
        assertThat(Files.size(file)).isLessThanOrEqualTo(MOST);
    }

    @Test
    void a_gate_before_a_document_is_answered_as_before_a_page() {
        answers(
                "<script>document.cookie=\"D1N=abc\"+\"; expires=never\";window.location.reload()</script>"
                        .getBytes(StandardCharsets.US_ASCII),
                "text/html");
        answers("%PDF-1.7".getBytes(StandardCharsets.US_ASCII), "application/pdf");
        assertThat(download()).isInstanceOf(Fetched.class);
        assertThat(file).hasContent("%PDF-1.7");
    }

    @Test
    void an_answer_that_takes_too_long_is_given_up() {
        server.enqueue(new MockResponse.Builder()
                .code(200)
                .body("x".repeat(100))
                .throttleBody(1, 100, TimeUnit.MILLISECONDS)
                .build());
        assertThat(download(fetcher, Duration.ofSeconds(1))).isInstanceOf(Failed.class);
    }

    @Test
    void an_address_that_is_not_public_is_refused() {
        try (Fetcher careful = fetcher(false)) {
            assertThat(download(careful, Duration.ofSeconds(20))).isInstanceOf(Refused.class);
        }
    }
}
