package vn.loa.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
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
import vn.loa.emulator.Person;
import vn.loa.model.PersonId;
import vn.loa.model.Platform;
import vn.loa.store.Database;
import vn.loa.store.chat.OperatorStore;
import vn.loa.waiting.TestPatience;

/** Everybody sees the menu of what they may do, also after a right was granted or taken and after a failure. */
@Tag("slow")
class MenusEndToEndTest {
    private static final Duration PATIENCE = TestPatience.LIMIT;

    @TempDir
    private Path data;

    private BotApiEmulator telegram;
    private Person operator;
    private Person an;
    private Person binh;
    private EmulatedChat group;
    private App app;

    @BeforeEach
    void start() throws IOException {
        telegram = BotApiEmulator.start();
        operator = telegram.person("Vận hành");
        an = telegram.person("An");
        binh = telegram.person("Bình");
        group = telegram.group("Mặt trận thôn Đông").admin(an).member(binh);
        telegram.privateChat(binh);
    }

    @AfterEach
    void stop() {
        app.close();
        telegram.close();
    }

    private void startLoa() throws ConfigException {
        String yaml = """
            data: '%s/data'
            telegram: {token: '%s', api-url: '%s', poll-timeout: 1s}
            access: open
            operators: ['telegram:%d']
            """.formatted(data, telegram.token(), telegram.url(), operator.id());
        app = new App(Settings.of("test", yaml), null, InstantSource.system());
        app.start();
    }

    private List<String> alone(Person person, String language) {
        return telegram.menuFor(telegram.privateChat(person), person, language);
    }

    private void awaitAlone(Person person, String command) {
        await().atMost(PATIENCE).until(() -> alone(person, "en").contains(command));
    }

    private int offers() {
        return telegram.history().of("setMyCommands").size();
    }

    @Test
    void each_audience_sees_what_it_may_do_and_a_granted_right_at_once() throws ConfigException {
        EmulatedChat desk = telegram.privateChat(operator);
        startLoa();
        awaitAlone(operator, "trangthai");
        for (String language : List.of("vi", "en")) {
            assertThat(telegram.menuFor(group, binh, language))
                    .contains("tinmoi")
                    .doesNotContain("caidat", "nhom", "trangthai");
            assertThat(telegram.menuFor(group, an, language))
                    .contains("tinmoi", "caidat")
                    .doesNotContain("nhom", "trangthai");
            assertThat(alone(binh, language)).contains("tinmoi", "caidat").doesNotContain("nhom", "trangthai");
            assertThat(alone(operator, language)).contains("tinmoi", "caidat", "nhom", "trangthai");
        }
        // What is offered is seen a moment before the call stands in the history.
        await().atMost(PATIENCE).until(() -> offers() == 8);
        desk.says(operator, "/quantri them " + binh.id() + " vận hành");
        awaitAlone(binh, "trangthai");
        await().atMost(PATIENCE).until(() -> offers() >= 10);
        assertThat(offers()).isEqualTo(10);
        desk.says(operator, "/quantri xoa " + binh.id());
        await().atMost(PATIENCE).until(() -> !alone(binh, "en").contains("trangthai"));
        assertThat(alone(binh, "en")).contains("caidat");
    }

    @Test
    void in_a_group_everybody_sees_what_loas_own_lists_let_them_do_there() throws ConfigException {
        EmulatedChat desk = telegram.privateChat(operator);
        group.member(operator);
        startLoa();
        awaitAlone(operator, "trangthai");
        assertThat(telegram.menuFor(group, operator, "vi")).doesNotContain("trangthai");
        group.says(operator, "/quantri");
        await().atMost(PATIENCE).until(() -> !group.messages().isEmpty());
        group.says(operator, "/quantri them " + binh.id());
        group.says(binh, "/tinmoi");
        await().atMost(PATIENCE).until(() -> telegram.menuFor(group, binh, "vi").contains("caidat"));
        await().atMost(PATIENCE)
                .until(() -> telegram.menuFor(group, operator, "vi").contains("trangthai"));
        assertThat(telegram.menuFor(group, operator, "vi")).contains("nhom").doesNotContain("xuat", "nhap", "moi");
        desk.says(operator, "/xuat");
        assertThat(alone(operator, "vi")).contains("xuat", "nhap", "moi");
        group.says(operator, "/quantri xoa " + binh.id());
        await().atMost(PATIENCE)
                .until(() -> !telegram.menuFor(group, binh, "vi").contains("caidat"));
    }

    @Test
    void what_telegram_has_is_not_offered_again_after_a_restart() throws ConfigException {
        group.member(operator);
        telegram.privateChat(operator);
        startLoa();
        group.says(operator, "/tinmoi");
        await().atMost(PATIENCE)
                .until(() -> telegram.menuFor(group, operator, "en").contains("trangthai"));
        await().atMost(PATIENCE)
                .until(() -> telegram.history().of("setMyDescription").size() == 2);
        app.close();
        telegram.history().clear();
        startLoa();
        await().atMost(PATIENCE)
                .until(() -> telegram.history().of("setMyDescription").size() == 2);

        assertThat(telegram.history().of("setMyCommands")).hasSize(6);
    }

    @Test
    void who_lost_a_right_while_loa_stood_still_loses_the_menu() throws ConfigException {
        EmulatedChat desk = telegram.privateChat(operator);
        startLoa();
        desk.says(operator, "/quantri them " + binh.id() + " vận hành");
        awaitAlone(binh, "trangthai");
        app.close();
        operator = telegram.person("Người khác");
        telegram.privateChat(operator);
        try (Database database = Database.embedded(data.resolve("data"))) {
            new OperatorStore(database).revoke(new PersonId(Platform.TELEGRAM, Long.toString(binh.id())));
        }
        startLoa();
        await().atMost(PATIENCE).until(() -> !alone(binh, "vi").contains("trangthai"));
        awaitAlone(operator, "trangthai");
    }

    @Test
    void what_fails_is_offered_again_but_not_before_telegram_allows_it() throws ConfigException {
        telegram.privateChat(operator);
        telegram.faults().on("setMyCommands").flood(8);
        startLoa();
        await().atMost(PATIENCE).until(() -> offers() == 1);
        awaitAlone(operator, "trangthai");
        List<Call> calls = telegram.history().of("setMyCommands");
        assertThat(Duration.between(calls.get(0).at(), calls.get(1).at()))
                .isGreaterThanOrEqualTo(Duration.ofSeconds(8));
        assertThat(telegram.menuFor(group, binh, "vi")).contains("tinmoi");
    }

    @Test
    void nobody_who_presses_waits_for_a_menu_that_hangs() throws ConfigException {
        telegram.faults().on("setMyCommands").hangBefore();
        startLoa();
        group.says(an, "/caidat");
        group.press(an, group.awaitMessage(shown -> shown.text().startsWith("Cài đặt")), "Đóng");
        group.awaitMessage(shown -> shown.text().equals("Đã đóng."));
        await().atMost(PATIENCE)
                .until(() -> !telegram.history().of("answerCallbackQuery").isEmpty());
        assertThat(offers()).as("the first one still hangs").isZero();
    }

    @Test
    void an_operator_who_speaks_to_the_bot_later_gets_the_menu_then() throws ConfigException {
        startLoa();
        await().atMost(PATIENCE).until(() -> telegram.menuFor(group, an, "en").contains("caidat"));
        await().atMost(PATIENCE).until(() -> offers() >= 8);
        awaitAlone(operator, "trangthai");
    }
}
