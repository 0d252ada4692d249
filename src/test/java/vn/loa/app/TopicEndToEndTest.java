package vn.loa.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.config.ConfigException;
import vn.loa.emulator.BotApiEmulator;
import vn.loa.emulator.Call;
import vn.loa.emulator.EmulatedChat;
import vn.loa.emulator.EmulatedTopic;
import vn.loa.emulator.Person;
import vn.loa.emulator.PortalEmulator;
import vn.loa.emulator.ShownMessage;
import vn.loa.waiting.TestPatience;

/** The whole program, and a forum of which one topic follows news. */
@Tag("slow")
class TopicEndToEndTest {
    @TempDir
    private Path data;

    private final PortalEmulator portal = new PortalEmulator();
    private BotApiEmulator telegram;
    private App app;

    @BeforeEach
    void start() throws IOException {
        telegram = BotApiEmulator.start();
    }

    @AfterEach
    void stop() {
        app.close();
        telegram.close();
        portal.close();
    }

    @Test
    void a_topic_that_subscribes_hears_the_news_once_its_group_is_let_in() throws ConfigException {
        Person operator = telegram.person("Vận hành");
        Person an = telegram.person("An");
        EmulatedChat desk = telegram.privateChat(operator);
        EmulatedChat forum = telegram.supergroup("Mặt trận thôn Đông").admin(an);
        EmulatedTopic news = forum.topic();
        portal.publish(1, "Tin một");
        String yaml = """
            data: '%s/data'
            telegram: {token: '%s', api-url: '%s', poll-timeout: 1s}
            access: approval
            operators: ['telegram:%d']
            fetch: {allow-private-addresses: true, pause: 0s}
            sources:
              - {id: px, name: 'Phú Xuyên · Văn hóa', url: '%s', every: 1s, jitter: 0s}
            """.formatted(data, telegram.token(), telegram.url(), operator.id(), portal.listUrl());
        app = new App(Settings.of("test", yaml), null, InstantSource.system());
        app.start();
        desk.says(operator, "/start");
        desk.awaitMessage(shown -> shown.text().startsWith("Kính chào"));

        forum.says(an, "/danhsach");
        news.says(an, "/theodoi px");
        forum.awaitMessage(shown -> shown.text().contains("Đang chờ người vận hành duyệt"));
        ShownMessage asked = desk.awaitMessage(shown -> shown.text().contains("cần duyệt"));
        desk.press(operator, asked, "Đồng ý");
        desk.awaitMessage(shown -> shown.text().startsWith("Đã chấp nhận"));
        news.renamed(an, "Văn bản mới");
        desk.says(operator, "/nhom");
        desk.awaitMessage(shown -> shown.buttons().stream()
                .flatMap(List::stream)
                .anyMatch(button ->
                        button.label().contains("› Tin tức") || button.label().contains("› Văn bản mới")));
        await().atMost(TestPatience.LIMIT)
                .until(() -> portal.requests().stream().anyMatch(path -> path.contains("view_content")));
        portal.publish(2, "Tin hai");
        forum.awaitMessage(shown -> shown.text().startsWith("Tin hai"));

        Call sent = telegram.history().of("sendMessage").stream()
                .filter(call -> call.text().contains("Tin hai"))
                .findFirst()
                .orElseThrow();
        assertThat(sent.parameters()).containsEntry("message_thread_id", Long.toString(news.id()));
        assertThat(desk.messages().stream().filter(shown -> shown.text().contains("cần duyệt")))
                .as("operators are asked once for the forum")
                .isEmpty();
    }
}
