package vn.loa.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okio.Buffer;
import okio.Okio;
import okio.Source;
import okio.Timeout;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentCodingTest {
    private static final String TEXT = "<p>" + "Mặt trận Tổ quốc ".repeat(50) + "</p>";

    private final MockWebServer server = new MockWebServer();
    private final Fetcher fetcher = new Fetcher(
            new FetchSettings(
                    "Loa/test",
                    FetchSettings.Timeouts.USUAL,
                    10_000,
                    Duration.ZERO,
                    true,
                    false,
                    List.of(),
                    Optional.empty()),
            InstantSource.system());

    @BeforeEach
    void start() throws IOException {
        server.start();
    }

    @AfterEach
    void stop() {
        fetcher.close();
        server.close();
    }

    private FetchResult fetch(byte[] body, String... codings) {
        MockResponse.Builder builder = new MockResponse.Builder().body(new Buffer().write(body));
        for (String coding : codings) {
            builder.addHeader("Content-Encoding", coding);
        }
        server.enqueue(builder.build());
        return fetcher.fetch(FetchRequest.of(URI.create(server.url("/").toString())));
    }

    private static void assertRead(FetchResult result) {
        assertThat(result).isInstanceOf(FetchResult.Fetched.class);
        assertThat(((FetchResult.Fetched) result).page().text()).isEqualTo(TEXT);
    }

    private static byte[] plain() {
        return TEXT.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] gzip(byte[] body) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(body);
        }
        return bytes.toByteArray();
    }

    private static byte[] deflate(boolean raw) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, raw);
        try (OutputStream out = new DeflaterOutputStream(bytes, deflater)) {
            out.write(plain());
        }
        deflater.end();
        return bytes.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "GZIP", "x-gzip", ", gzip", "gzip, ", "identity, gzip", "utf-8, gzip", ""})
    void gzip_is_read_however_it_is_announced(String coding) throws IOException {
        assertRead(fetch(gzip(plain()), coding));
    }

    @Test
    void gzip_is_read_when_nothing_announces_it_and_when_it_is_done_twice() throws IOException {
        assertRead(fetch(gzip(plain())));
        assertRead(fetch(gzip(gzip(plain())), "gzip, gzip"));
        assertRead(fetch(gzip(gzip(plain())), "gzip", "gzip"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void deflate_is_read_with_its_wrapping_and_without(boolean raw) throws IOException {
        assertRead(fetch(deflate(raw), "deflate"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"UTF-8", "utf8", "none", "binary", "text/html", "gzip", "deflate", "x-gzip, identity", "8bit"})
    void a_body_that_was_never_compressed_is_read_as_it_is(String coding) {
        assertRead(fetch(plain(), coding));
    }

    @ParameterizedTest
    @CsvSource({"br, br", "'gzip, br', br", "zstd, zstd", "BR, br", "compress, compress"})
    void a_coding_that_cannot_be_undone_is_told(String coding, String named) {
        assertThat(fetch(plain(), coding))
                .isEqualTo(new FetchResult.Failed(
                        "the content coding " + named + " was not asked for and cannot be read"));
    }

    @Test
    void a_broken_stream_is_a_failure() throws IOException {
        byte[] broken = gzip(plain());
        broken[20] ^= 0x55;
        broken[21] ^= 0x55;
        assertThat(fetch(broken, "gzip")).isInstanceOf(FetchResult.Failed.class);
    }

    @Test
    void nothing_but_gzip_is_asked_for() throws InterruptedException {
        fetch(plain());
        assertThat(server.takeRequest().getHeaders().get("Accept-Encoding")).isEqualTo("gzip");
    }

    /** Gives one part at each read, as they come from a network. */
    private static final class Parts implements Source {
        private final Deque<Buffer> parts = new ArrayDeque<>();
        private final IOException end;

        Parts(IOException end, byte[]... parts) {
            this.end = end;
            for (byte[] part : parts) {
                this.parts.add(new Buffer().write(part));
            }
        }

        @Override
        public long read(Buffer sink, long count) throws IOException {
            while (!parts.isEmpty() && parts.peek().exhausted()) {
                parts.poll();
            }
            if (parts.isEmpty() && end != null) {
                throw end;
            }
            return parts.isEmpty() ? -1 : parts.peek().read(sink, count);
        }

        @Override
        public Timeout timeout() {
            return Timeout.NONE;
        }

        @Override
        public void close() {}
    }

    private static String undone(IOException end, byte[]... parts) throws IOException {
        return new ContentCoding(List.of("gzip"))
                .undone(Okio.buffer((Source) new Parts(end, parts)))
                .readUtf8();
    }

    /** Says what cannot be made smaller, so that the start that is looked at first ends within it. */
    private static String noise(long seed) {
        return new Random(seed)
                .ints(3_000, 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    @Test
    void a_member_that_comes_after_a_pause_is_read_too() throws IOException {
        byte[] first = gzip(noise(1).getBytes(StandardCharsets.US_ASCII));
        byte[] second = gzip(noise(2).getBytes(StandardCharsets.US_ASCII));
        assertThat(undone(null, first, second)).isEqualTo(noise(1) + noise(2));
        assertThat(undone(null, first)).isEqualTo(noise(1));
        assertThat(undone(new ProtocolException("unexpected end of stream"), first))
                .isEqualTo(noise(1));
        assertThatThrownBy(() -> undone(new SocketTimeoutException("timeout"), first))
                .isInstanceOf(SocketTimeoutException.class);
    }
}
