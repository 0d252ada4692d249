package vn.loa.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.config.ConfigException;
import vn.loa.emulator.BotApiEmulator;
import vn.loa.emulator.Call;
import vn.loa.emulator.EmulatedChat;
import vn.loa.emulator.IdleClosingRelay;
import vn.loa.emulator.Limits;
import vn.loa.emulator.Person;
import vn.loa.emulator.ShownMessage;
import vn.loa.waiting.TestPatience;

/** Whoever asks is answered, whatever happens in between. */
@Tag("slow")
@Order(1)
class AnswersEndToEndTest {
    private static final Duration PATIENCE = TestPatience.LIMIT;

    @TempDir
    private Path data;

    private BotApiEmulator telegram;
    private Person operator;
    private EmulatedChat desk;
    private App app;

    @BeforeEach
    void start() throws IOException, ConfigException {
        telegram = BotApiEmulator.start();
        operator = telegram.person("Vận hành");
        desk = telegram.privateChat(operator);
        startLoa();
    }

    @AfterEach
    void stop() {
        app.close();
        telegram.close();
    }

    private void startLoa() throws ConfigException {
        startLoa(telegram.url());
    }

    private void startLoa(URI api) throws ConfigException {
        String yaml = """
            data: '%s/data'
            telegram: {token: '%s', api-url: '%s', poll-timeout: 1s}
            access: open
            operators: ['telegram:%d']
            """.formatted(data, telegram.token(), api, operator.id());
        app = new App(Settings.of("test", yaml), null, InstantSource.system());
        app.start();
    }

    private void awaitAnswers(EmulatedChat chat, int count) {
        await().atMost(PATIENCE).until(() -> chat.messages().size() >= count);
    }

    @Test
    void an_answer_that_could_not_be_given_before_a_restart_is_given_after_it() throws ConfigException {
        telegram.faults().on("sendMessage").always().page(502);
        desk.says(operator, "/trogiup");
        await().atMost(PATIENCE)
                .until(() -> !telegram.history().of("sendMessage").isEmpty());
        app.close();
        telegram.faults().clear();
        startLoa();

        awaitAnswers(desk, 1);
    }

    @Test
    void an_answer_of_which_nothing_is_known_is_given_again() {
        telegram.faults().on("sendMessage").cutBefore();
        telegram.faults().on("sendMessage").page(502);
        desk.says(operator, "/trogiup");

        awaitAnswers(desk, 1);
    }

    @Test
    void pictures_that_were_sent_together_reach_a_group_together_and_a_reply_to_one_of_them_counts() {
        Person head = telegram.person("Trưởng thôn");
        EmulatedChat group = telegram.supergroup("Thôn Đông").admin(head);
        group.says(head, "/theodoi tất cả");
        group.awaitMessage(shown -> shown.text().contains("Đã theo dõi"));
        picture("photo-1", "/thongbao Sơ đồ hội trường");
        picture("photo-2", "");
        ShownMessage gathering = desk.awaitMessage(shown -> shown.text().contains("Đang nhận các ảnh"));
        await().atMost(PATIENCE).until(() -> telegram.pendingUpdates() == 0);
        desk.press(operator, gathering, "Xem trước");
        ShownMessage control = desk.awaitMessage(shown -> shown.text().contains("phần lời đi trước, 2 ảnh"));
        desk.press(operator, control, "Chỉ các nhóm");
        ShownMessage sure =
                desk.awaitMessage(shown -> shown.buttons().toString().contains("Đồng ý gửi"));
        desk.press(operator, sure, "Đồng ý gửi");

        ShownMessage second = group.awaitMessage(
                shown -> shown.media().filter("photo-2"::equals).isPresent());
        ShownMessage words = group.awaitMessage(shown -> shown.text().contains("Sơ đồ hội trường"));
        assertThat(words.media()).isEmpty();
        group.replies(head, second, "Thôn Đông đã nắm ạ");
        await().atMost(PATIENCE)
                .until(() -> group.messages().stream()
                        .anyMatch(shown -> shown.id() == words.id()
                                && shown.buttons().toString().contains("(1)")));
    }

    private void picture(String file, String caption) {
        desk.says(operator, "", message -> {
            message.put("media_group_id", "bo-anh")
                    .putArray("photo")
                    .addObject()
                    .put("file_id", file);
            if (!caption.isEmpty()) {
                message.put("caption", caption);
            }
        });
    }

    @Test
    void strangers_about_whom_the_platform_does_not_answer_hold_up_no_operator() {
        List<Person> strangers = IntStream.range(0, 8)
                .mapToObj(i -> telegram.person("Người " + i))
                .toList();
        List<EmulatedChat> groups = strangers.stream()
                .map(person -> telegram.group("Nhóm " + person.id()).member(person))
                .toList();
        telegram.faults().on("getChatMember").always().hangBefore();
        for (int i = 0; i < strangers.size(); i++) {
            groups.get(i).says(strangers.get(i), "/caidat");
        }
        desk.says(operator, "/trogiup");
        awaitAnswers(desk, 1);
        groups.forEach(group -> group.awaitMessage(answer -> answer.text().contains("chưa hỏi được quyền")));
        List<String> answered =
                telegram.history().messages().stream().map(Call::chatId).toList();
        assertThat(answered.subList(answered.indexOf(Long.toString(desk.id())), answered.size()))
                .as("answered while questions still hung")
                .containsAnyElementsOf(
                        groups.stream().map(group -> Long.toString(group.id())).toList());
    }

    @Test
    void a_hundred_and_fifty_people_who_ask_at_once_are_all_answered_the_first_before_the_last() {
        telegram.limits(Limits.REAL);
        List<EmulatedChat> chats = IntStream.range(0, 150)
                .mapToObj(i -> telegram.person("Cán bộ " + i))
                .map(person -> {
                    EmulatedChat chat = telegram.privateChat(person);
                    chat.says(person, "/trogiup");
                    return chat;
                })
                .toList();
        chats.forEach(chat -> awaitAnswers(chat, 1));

        List<String> answered = telegram.history().messages().stream()
                .map(Call::chatId)
                .distinct()
                .toList();
        chats.subList(0, 50)
                .forEach(chat ->
                        assertThat(answered.indexOf(Long.toString(chat.id()))).isBetween(0, 99));
        chats.forEach(chat -> assertThat(chat.messages()).hasSize(1));
    }

    @Test
    void a_server_that_closes_idle_connections_loses_no_answer() throws IOException, ConfigException {
        app.close();
        try (IdleClosingRelay relay = new IdleClosingRelay(telegram.url(), 300)) {
            startLoa(relay.url());
            for (int asked = 1; asked <= 4; asked++) {
                int before = relay.closedIdle();
                desk.says(operator, "/trogiup");
                awaitAnswers(desk, asked);
                await().atMost(PATIENCE).until(() -> relay.closedIdle() > before);
            }
        }
    }

    @Test
    void a_press_whose_acknowledgement_failed_is_acknowledged_again() {
        desk.says(operator, "/caidat");
        awaitAnswers(desk, 1);
        telegram.faults().on("answerCallbackQuery").page(502);
        desk.press(operator, desk.lastMessage(), "Giờ nhận tin");

        await().atMost(PATIENCE)
                .until(() -> telegram.history().of("answerCallbackQuery").size() == 2);
    }
}
