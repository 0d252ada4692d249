package vn.loa.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.config.ConfigException;
import vn.loa.emulator.ZaloBotEmulator;
import vn.loa.model.Bot;
import vn.loa.model.ChatAddress;
import vn.loa.model.ChatKind;
import vn.loa.model.ChatState;
import vn.loa.model.Platform;
import vn.loa.phrases.Phrases;
import vn.loa.waiting.TestPatience;

/** One of two bots is refused by its platform: operators hear of it once, through the other. */
class BotAlarmTest {
    private static final String DEAD_TOKEN = "22:dead-token";
    private static final Bot DEAD = new Bot(Platform.ZALO, "hai");

    @TempDir
    private Path data;

    private ZaloBotEmulator zalo;
    private ZaloBotEmulator.Talk operator;
    private App app;

    @BeforeEach
    void start() throws IOException, ConfigException {
        zalo = new ZaloBotEmulator().revoked(DEAD_TOKEN);
        operator = zalo.person("op1", "Vận hành");
        String yaml = """
            data: '%s/data'
            zalo:
              token: '%s'
              bots: [{name: hai, token: '%s'}]
              api-url: '%s'
              poll-timeout: 1s
              rates: {bot-per-second: 0, chat-per-second: 0}
            operators: ['zalo:op1']
            delivery: {quiet-hours: {mode: 'off'}}
            """.formatted(data, zalo.token(), DEAD_TOKEN, zalo.url());
        app = new App(Settings.of("test", yaml), null, InstantSource.system());
        app.storage()
                .chats()
                .meet(
                        ChatAddress.of(DEAD, "zgr-7"),
                        ChatKind.GROUP,
                        "Thôn Thượng",
                        ChatState.ACTIVE,
                        InstantSource.system().instant());
        app.start();
        operator.says("/trogiup");
        operator.awaits("Đồng chí cần việc gì");
    }

    @AfterEach
    void stop() {
        app.close();
        zalo.close();
    }

    private List<String> told(String mark) {
        return operator.heard().stream().filter(text -> text.startsWith(mark)).toList();
    }

    @Test
    void operators_are_told_once_which_groups_are_cut_off_and_once_when_the_bot_is_well_again() {
        BotAlarm alarm = new BotAlarm(
                app.bots()::here, app.storage(), app.notices(), Phrases.vietnamese(), InstantSource.system());
        await().atMost(TestPatience.LIMIT)
                .until(() ->
                        app.bots().here().stream().anyMatch(bot -> bot.refusal().isPresent()));
        for (int i = 0; i < 3; i++) {
            alarm.run();
        }
        assertThat(operator.awaits("⛔")).contains("Thôn Thượng", "token", "không mất");

        zalo.restored(DEAD_TOKEN);
        app.bots().here().forEach(bot -> bot.checkAccount());
        await().atMost(TestPatience.LIMIT)
                .until(() -> app.bots().here().stream().allMatch(bot -> bot.accepted()));
        for (int i = 0; i < 3; i++) {
            alarm.run();
        }
        operator.awaits("✅");
        assertThat(told("⛔")).hasSize(1);
        assertThat(told("✅")).hasSize(1);
    }
}
