package vn.loa.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.config.ConfigException;
import vn.loa.emulator.BotApiEmulator;
import vn.loa.emulator.EmulatedChat;
import vn.loa.emulator.Person;
import vn.loa.model.Bot;
import vn.loa.store.delivery.InboxStore;
import vn.loa.waiting.TestPatience;

/** A channel of Telegram, in which only news is posted, managed in private. */
@Tag("slow")
class ChannelEndToEndTest {
    @TempDir
    private Path data;

    private BotApiEmulator telegram;
    private Person lan;
    private EmulatedChat own;
    private EmulatedChat channel;
    private App app;

    @BeforeEach
    void start() throws IOException, ConfigException {
        telegram = BotApiEmulator.start();
        Person operator = telegram.person("Vận hành");
        lan = telegram.person("Lan");
        own = telegram.privateChat(lan);
        channel = telegram.channel("Kênh xã");
        String yaml = """
            data: '%s/data'
            telegram: {token: '%s', api-url: '%s', poll-timeout: 1s}
            access: open
            operators: ['telegram:%d']
            """.formatted(data, telegram.token(), telegram.url(), operator.id());
        app = new App(Settings.of("test", yaml), null, InstantSource.system());
        app.start();
        own.says(lan, "/start");
        own.awaitMessages(1);
    }

    @AfterEach
    void stop() {
        app.close();
        telegram.close();
    }

    private void awaitHandled() {
        Bot bot = app.bots().all().get(0).bot();
        await().atMost(TestPatience.LIMIT).until(() -> telegram.pendingUpdates() == 0);
        await().atMost(TestPatience.LIMIT)
                .until(() ->
                        new InboxStore(app.storage().database()).waiting(bot).isEmpty());
    }

    @Test
    void whoever_administers_a_channel_chooses_it_and_manages_it_in_private() {
        channel.admin(lan);
        own.says(lan, "/kenh");
        telegram.history()
                .await(
                        "a button that chooses a channel",
                        history -> history.of("sendMessage").stream()
                                .anyMatch(call -> call.toString().contains("request_chat")));
        own.shares(lan, channel);
        own.press(lan, own.awaitMessage(told -> told.text().contains("Trong kênh, Loa chỉ đăng tin")), "Quản lý kênh");
        own.awaitMessage(page -> page.text().contains("Kênh xã") && page.text().contains("Theo dõi"));
        channel.posts("/theodoi tất cả");
        own.awaitMessage(told -> told.text().contains("không trả lời lệnh"));
        assertThat(channel.messages()).isEmpty();
    }

    @Test
    void a_channel_that_one_does_not_administer_cannot_be_chosen() {
        own.shares(lan, channel);
        own.awaitMessage(told -> told.text().contains("chưa xác nhận được đồng chí là quản trị viên của kênh"));
        channel.posts("/start");
        awaitHandled();
        assertThat(channel.messages()).isEmpty();
    }
}
