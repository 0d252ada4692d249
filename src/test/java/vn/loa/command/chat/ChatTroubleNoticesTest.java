package vn.loa.command.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.loa.command.CommandHarness.OPERATOR;
import static vn.loa.command.CommandHarness.text;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.command.CommandHarness;
import vn.loa.command.incoming.ChatEvent;
import vn.loa.model.Access;
import vn.loa.model.Chat;
import vn.loa.model.ChatState;
import vn.loa.model.ChatTrouble;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.PersonId;
import vn.loa.model.Platform;
import vn.loa.store.chat.ChatTroubleStore;
import vn.loa.store.chat.OperatorStore;

/** Chats that get nothing: who is told, where it is shown, and when it is over. */
class ChatTroubleNoticesTest {
    @TempDir
    private Path folder;

    private CommandHarness desk;
    private CommandHarness.Voice operator;
    private ChatTroubleStore troubles;
    private Chat group;

    @BeforeEach
    void open() {
        desk = new CommandHarness(folder, Access.OPEN, OPERATOR);
        operator = desk.alone("1");
        operator.says("/start");
        desk.admin("8", "-1").says("/start");
        desk.admin("8", "-2").says("/start");
        group = desk.admin("8", "-1").chat();
        troubles = new ChatTroubleStore(desk.database);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private void mute(Chat chat) {
        troubles.met(
                chat.address(),
                ChatTrouble.Kind.MUTED,
                "CHAT_WRITE_FORBIDDEN",
                desk.now,
                desk.now.plus(Duration.ofHours(1)));
    }

    private void event(ChatEvent.Change change) {
        desk.admission.on(new ChatEvent(group.address(), group.kind(), "Nhóm -1", change, "", Optional.empty()));
    }

    @Test
    void a_silence_that_lasts_is_told_once_in_one_line_with_buttons() {
        mute(group);
        desk.messages.run();
        assertThat(desk.waitingNotices()).isEmpty();
        desk.now = desk.now.plus(Duration.ofMinutes(5));
        desk.messages.run();
        desk.messages.run();
        desk.now = CommandHarness.NOW;
        List<OutgoingMessage> told = desk.noticesAt(CommandHarness.NOW.plus(Duration.ofMinutes(6)));
        assertThat(told).singleElement().satisfies(message -> {
            assertThat(message.text().text()).startsWith("🔇 Nhóm -1").contains("không còn quyền gửi tin");
            assertThat(text(operator.presses(
                            CommandHarness.buttons(message).get(0).data())))
                    .contains("Không gửi được từ");
            assertThat(text(operator.presses(
                            CommandHarness.buttons(message).get(1).data())))
                    .contains("Có 1 cuộc trò chuyện");
        });
    }

    @Test
    void many_are_told_in_one_message() {
        mute(group);
        desk.chats.close(desk.admin("8", "-2").chat().id(), "bot was kicked", desk.now);
        desk.now = desk.now.plus(Duration.ofMinutes(5));
        desk.messages.run();
        assertThat(desk.noticesAt(desk.now))
                .singleElement()
                .satisfies(message -> assertThat(message.text().text()).contains("2 nơi", "Nhóm -1", "Nhóm -2"));
    }

    @Test
    void the_list_marks_them_and_shows_them_alone() {
        mute(group);
        OutgoingMessage list = operator.says("/nhom").messages().get(0);
        assertThat(CommandHarness.buttons(list))
                .extracting(button -> button.label())
                .contains("🔇 Nhóm -1", "🔇 Không nhận được tin (1)");
    }

    @Test
    void being_allowed_to_speak_again_frees_a_muted_chat_and_a_closed_one() {
        mute(group);
        event(ChatEvent.Change.JOINED);
        assertThat(troubles.all()).isEmpty();
        event(ChatEvent.Change.LEFT);
        assertThat(troubles.all()).hasSize(1).allMatch(trouble -> trouble.kind() == ChatTrouble.Kind.GONE);
        event(ChatEvent.Change.JOINED);
        assertThat(troubles.all()).isEmpty();
        assertThat(desk.chats.byId(group.id()).orElseThrow().state()).isEqualTo(ChatState.ACTIVE);
    }

    @Test
    void the_manager_of_its_unit_is_told_of_a_chat_and_of_no_other() {
        operator.says("/donvi them xã A");
        operator.presses("nhom:v:" + group.id() + ":1");
        desk.grantManager("5", 1);
        desk.alone("5").says("/start");
        mute(group);
        mute(desk.admin("8", "-2").chat());
        desk.now = desk.now.plus(Duration.ofMinutes(5));
        desk.messages.run();
        List<OutgoingMessage> told = desk.noticesAt(desk.now);
        assertThat(told).hasSize(2);
        assertThat(told)
                .filteredOn(message -> !message.text().text().contains("Nhóm -2"))
                .hasSize(1);
    }

    @Test
    void an_operator_who_has_to_write_first_is_told_to_the_others_once_and_stands_in_the_status() {
        new OperatorStore(desk.database).grant(new PersonId(Platform.TELEGRAM, "9"), "test", desk.now);
        desk.alone("9").says("/start");
        Chat silent = desk.alone("9").chat();
        troubles.awaits(silent.address(), "the person has not written for 7 days", desk.now, desk.now.plusSeconds(60));
        desk.messages.run();
        desk.messages.run();
        assertThat(desk.waitingNotices())
                .filteredOn(message -> message.text().text().contains("quá 7 ngày chưa nhắn"))
                .hasSize(1);
        assertThat(text(operator.says("/trangthai"))).contains("Trong đó có 1 người vận hành");
    }
}
