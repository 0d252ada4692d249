package vn.loa.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Optional;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.loa.delivery.channel.Capabilities;
import vn.loa.model.Bot;
import vn.loa.model.Platform;
import vn.loa.telegram.api.TelegramAccount;
import vn.loa.telegram.api.TelegramOptions;

/** Files that people sent are asked for by number and fetched by path. */
class TelegramFilesTest {
    private final MockWebServer server = new MockWebServer();
    private TelegramChannel channel;

    @BeforeEach
    void start() throws IOException {
        server.start(InetAddress.getLoopbackAddress(), 0);
        TelegramAccount account = new TelegramAccount(
                new Bot(Platform.TELEGRAM, "main"),
                "1:geheim",
                server.url("/telegram").uri(),
                Optional.empty());
        TelegramOptions options =
                new TelegramOptions(Capabilities.Rates.UNLIMITED, false, TelegramOptions.Times.STANDARD);
        channel = new TelegramChannel(account, options, InstantSource.system());
    }

    @AfterEach
    void stop() {
        channel.close();
        server.close();
    }

    private void answers(String body) {
        server.enqueue(new MockResponse.Builder().body(body).build());
    }

    @Test
    void a_file_is_fetched_from_the_servers_own_path() throws InterruptedException {
        answers("{\"ok\":true,\"result\":{\"file_id\":\"f\",\"file_path\":\"documents/file_1.csv\",\"file_size\":3}}");
        answers("a,b");
        assertThat(channel.fetch("f", 1000)).contains("a,b".getBytes(StandardCharsets.UTF_8));
        assertThat(server.takeRequest().getUrl().encodedPath()).isEqualTo("/telegram/bot1:geheim/getFile");
        assertThat(server.takeRequest().getUrl().encodedPath())
                .isEqualTo("/telegram/file/bot1:geheim/documents/file_1.csv");
    }

    @Test
    void what_is_too_long_or_refused_is_not_there() {
        answers("{\"ok\":true,\"result\":{\"file_id\":\"f\",\"file_path\":\"a.csv\",\"file_size\":3000}}");
        assertThat(channel.fetch("f", 1000)).isEmpty();
        answers("{\"ok\":true,\"result\":{\"file_id\":\"f\",\"file_path\":\"a.csv\"}}");
        answers("x".repeat(1001));
        assertThat(channel.fetch("f", 1000)).isEmpty();
        answers("{\"ok\":false,\"error_code\":400,\"description\":\"Bad Request: invalid file_id\"}");
        assertThat(channel.fetch("f", 1000)).isEmpty();
    }
}
