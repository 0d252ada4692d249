package vn.loa.command;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.loa.command.ChatDesk.OPERATOR;
import static vn.loa.command.ChatDesk.text;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.model.Access;
import vn.loa.model.ChatState;

/** Chats that get in by a code from an operator. */
class InvitationTest {
    @TempDir
    private Path folder;

    private ChatDesk desk;
    private ChatDesk.Voice group;

    @BeforeEach
    void open() {
        desk = new ChatDesk(folder, Access.INVITE, OPERATOR);
        group = desk.admin("8", "-100");
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private String code() {
        String told = text(desk.alone("1").says("/moi"));
        return told.substring(told.indexOf("/start ") + "/start ".length());
    }

    @Test
    void a_chat_without_a_code_waits_and_nobody_is_asked() {
        assertThat(text(group.says("/start"))).contains("xin gõ /start kèm mã mời");
        assertThat(group.chat().state()).isEqualTo(ChatState.PENDING);
        assertThat(desk.waitingNotices()).isEmpty();
    }

    @Test
    void a_code_lets_one_chat_in_once() {
        String code = code();
        assertThat(text(group.says("/start " + code.toLowerCase(Locale.ROOT)))).contains("đã được duyệt nhận tin");
        assertThat(group.chat().state()).isEqualTo(ChatState.ACTIVE);
        ChatDesk.Voice other = desk.admin("9", "-200");
        assertThat(text(other.says("/start " + code))).doesNotContain("đã được duyệt");
        assertThat(other.chat().state()).isEqualTo(ChatState.PENDING);
    }

    @Test
    void a_code_is_good_for_a_week() {
        String code = code();
        desk.now = desk.now.plus(Duration.ofDays(7));
        group.says("/start " + code);
        assertThat(group.chat().state()).isEqualTo(ChatState.PENDING);
    }

    @Test
    void a_guess_lets_nobody_in() {
        code();
        assertThat(text(group.says("/start ABCDEFGHJK"))).contains("Mã mời không đúng");
        assertThat(group.chat().state()).isEqualTo(ChatState.PENDING);
    }
}
