package vn.loa.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.command.BotOperations;
import vn.loa.config.ConfigException;
import vn.loa.emulator.BotApiEmulator;
import vn.loa.emulator.EmulatedChat;
import vn.loa.emulator.Person;
import vn.loa.emulator.ZaloBotEmulator;
import vn.loa.model.Bot;
import vn.loa.model.ChatAddress;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.PersonId;
import vn.loa.model.Platform;
import vn.loa.store.chat.BotTokenStore;
import vn.loa.waiting.TestPatience;

/** The whole program, whose operator adds and removes bots without a shell of the server. */
@Tag("slow")
@Order(1)
class BotsEndToEndTest {
    private static final String MORE = "1459232241454765290:tokenOfAnotherBot";

    @TempDir
    private Path data;

    private BotApiEmulator telegram;
    private ZaloBotEmulator zalo;
    private Person an;
    private EmulatedChat alone;
    private App app;

    @BeforeEach
    void start() throws IOException, ConfigException {
        telegram = BotApiEmulator.start();
        zalo = new ZaloBotEmulator();
        an = telegram.person("An");
        alone = telegram.privateChat(an);
        startApp();
    }

    private void startApp() throws ConfigException {
        String yaml = """
            data: '%s/data'
            telegram: {token: '%s', api-url: '%s', poll-timeout: 1s}
            zalo: {api-url: '%s', poll-timeout: 1s}
            operators: ['telegram:%d']
            access: open
            """.formatted(data, telegram.token(), telegram.url(), zalo.url(), an.id());
        app = new App(Settings.of("test", yaml), null, InstantSource.system());
        app.start();
    }

    @AfterEach
    void stop() {
        app.close();
        telegram.close();
        zalo.close();
    }

    private void told(String words) {
        alone.awaitMessage(shown -> shown.text().contains(words));
    }

    /** Zalo may hand a message to the poll of a bot that has just ended; a person says it again then. */
    private void answers(String id, String name) {
        ZaloBotEmulator.Talk person = zalo.person(id, name);
        await().atMost(TestPatience.LIMIT).pollInterval(Duration.ofSeconds(2)).until(() -> {
            person.says("/trogiup");
            return !person.heard().isEmpty();
        });
    }

    @Test
    void a_pasted_token_runs_at_once_is_remembered_encrypted_and_can_be_taken_away() throws Exception {
        alone.says(an, "/bot");
        told("dán mã");
        alone.says(an, "đây ạ " + zalo.token());
        told("đã chạy, không cần khởi động lại");
        await().atMost(TestPatience.LIMIT)
                .until(() -> !telegram.history().of("deleteMessage").isEmpty());
        answers("u1", "Hòa");
        String stored = app.storage()
                .database()
                .read(handle -> handle.createQuery("SELECT token FROM bot_token")
                        .mapTo(String.class)
                        .one());
        assertThat(stored).doesNotContain(zalo.token()).startsWith("v1:");

        app.close();
        startApp();
        answers("u2", "Lan");

        String name = app.bots().all().get(1).bot().name();
        alone.says(an, "/bot xóa " + name);
        told("Đã bớt bot");
        await().atMost(TestPatience.LIMIT).until(() -> app.bots().all().size() == 1);
        alone.says(an, "/bot xóa main");
        told("tệp cấu hình");
    }

    @Test
    void a_token_that_another_node_was_given_is_run_and_ended_at_the_next_look() {
        BotControl control = (BotControl) app.bots().bots().orElseThrow();
        Bot bot = new Bot(Platform.ZALO, "bot-cua-nut-khac");
        String account = zalo.token().substring(0, zalo.token().indexOf(':'));
        app.storage()
                .botTokens()
                .keep(
                        new BotTokenStore.Given(bot, account, zalo.token(), ""),
                        new PersonId(Platform.TELEGRAM, "1"),
                        Instant.EPOCH);
        control.sync();
        answers("u1", "Hòa");
        app.storage().botTokens().forget(bot);
        control.sync();
        assertThat(app.bots().all()).hasSize(1);
    }

    @Test
    void what_is_said_past_the_ledger_goes_in_pieces_where_it_is_too_long_for_one() {
        BotControl control = (BotControl) app.bots().bots().orElseThrow();
        control.add(zalo.token(), new PersonId(Platform.TELEGRAM, "1"));
        answers("u1", "Hòa");
        Bot bot = app.bots().all().get(1).bot();
        String words = "Cơ sở dữ liệu hỏng.\n\n".repeat(120) + "Hết.";
        assertThat(app.say(ChatAddress.of(bot, "u1"), OutgoingMessage.plain(words)))
                .isTrue();
        // answers() may have asked twice: the second answer can come behind these pieces
        assertThat(zalo.person("u1", "Hòa").heard())
                .anySatisfy(piece -> assertThat(piece).endsWith("Hết."));
    }

    @Test
    void while_loa_stops_a_token_is_refused_and_no_bot_is_begun_or_ended() {
        BotControl control = (BotControl) app.bots().bots().orElseThrow();
        PersonId person = new PersonId(Platform.TELEGRAM, "1");
        control.add(zalo.token(), person);
        Bot bot = app.bots().all().get(1).bot();
        control.close();
        assertThat(control.remove(bot)).isFalse();
        app.storage().botTokens().forget(bot);
        assertThat(control.add(zalo.token() + "x", person)).isInstanceOf(BotOperations.Added.Refused.class);
        assertThat(app.bots().all()).hasSize(2);
        assertThat(app.storage().botTokens().all()).isEmpty();
    }

    @Test
    void a_token_that_no_platform_takes_and_one_that_is_known_change_nothing() {
        alone.says(an, "/bot " + MORE);
        told("Chưa thêm được bot");
        alone.says(an, "/bot " + telegram.token());
        told("đang được telegram/main dùng rồi");
        assertThat(app.bots().all()).hasSize(1);
    }

    @Test
    void a_new_token_of_a_bot_takes_the_place_of_the_one_that_was_revoked() {
        alone.says(an, "/bot " + zalo.token());
        told("đã chạy");
        String account = zalo.token().substring(0, zalo.token().indexOf(':'));
        zalo.revoked(zalo.token());
        zalo.restored(account + ":anotherSecretOfTheSameBot");
        alone.says(an, "/bot " + account + ":anotherSecretOfTheSameBot");
        told("mã truy cập mới");
        assertThat(app.bots().all()).hasSize(2);
        answers("u1", "Hòa");
    }

    @Test
    void the_status_of_twenty_bots_has_fifteen_lines_at_most_and_each_has_few_threads() {
        for (int i = 0; i < 20; i++) {
            String token = "14592322414547653" + (10 + i) + ":tokenOfAnotherBot" + i;
            zalo.restored(token);
            alone.says(an, "/bot " + token);
        }
        await().atMost(TestPatience.LIMIT).until(() -> app.bots().all().size() == 21);
        alone.says(an, "/trangthai");
        alone.awaitMessage(shown -> shown.text().startsWith("Tình hình hệ thống")
                && shown.text().lines().count() <= 15
                && shown.text().contains("Zalo: 20 bot"));
        List<String> ofTheTwenty = Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.contains("bot-tin-xa"))
                .toList();
        assertThat(ofTheTwenty).as("a thread polls for each, and hardly more").hasSizeBetween(20, 25);
    }
}
