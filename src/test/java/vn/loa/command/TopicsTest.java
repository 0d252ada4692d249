package vn.loa.command;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.loa.command.CommandHarness.OPERATOR;
import static vn.loa.command.CommandHarness.text;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.model.Access;
import vn.loa.model.Button;
import vn.loa.model.ChatState;
import vn.loa.model.OutgoingMessage;

/** The topics of a forum are let in and turned away with their group. */
class TopicsTest {
    @TempDir
    private Path folder;

    private CommandHarness desk;
    private CommandHarness.Voice operator;
    private CommandHarness.Voice group;
    private CommandHarness.Voice first;
    private CommandHarness.Voice second;

    @BeforeEach
    void open() {
        desk = new CommandHarness(folder, Access.APPROVAL, OPERATOR);
        operator = desk.alone("1");
        operator.says("/start");
        group = desk.admin("8", "-100");
        first = desk.inTopic("8", "-100", "5");
        second = desk.inTopic("8", "-100", "6");
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private void settle(String label) {
        List<OutgoingMessage> asked = desk.waitingNotices();
        assertThat(asked).as("operators are asked once for the whole group").hasSize(1);
        operator.presses(CommandHarness.buttons(asked.get(0)).stream()
                .filter(button -> button.label().equals(label))
                .map(Button.Action::data)
                .findFirst()
                .orElseThrow());
    }

    @Test
    void approving_a_group_lets_in_the_topics_that_are_known_and_those_to_come() {
        first.says("/start");
        group.says("/start");
        settle("Đồng ý");
        second.says("/danhsach");
        assertThat(List.of(group, first, second))
                .extracting(voice -> voice.chat().state())
                .containsOnly(ChatState.ACTIVE);
        assertThat(text(operator.says("/duyet"))).contains("Không có cuộc trò chuyện nào đang chờ duyệt");
    }

    @Test
    void refusing_a_group_turns_its_topics_away() {
        group.says("/start");
        first.says("/start");
        settle("Từ chối");
        assertThat(text(first.says("/danhsach"))).contains("chưa đồng ý gửi tin");
        assertThat(text(second.says("/danhsach"))).contains("chưa đồng ý gửi tin");
        operator.presses("nhom:a:" + group.chat().id());
        assertThat(List.of(group, first, second))
                .extracting(voice -> voice.chat().state())
                .containsOnly(ChatState.ACTIVE);
    }

    @Test
    void of_a_group_that_waits_with_its_topics_one_question_is_shown() {
        group.says("/danhsach");
        first.says("/danhsach");
        second.says("/danhsach");
        assertThat(operator.says("/duyet").messages()).hasSize(1);
    }

    @Test
    void a_new_topic_belongs_where_its_group_belongs_and_is_answered_in_its_language() {
        group.says("/start");
        settle("Đồng ý");
        operator.says("/donvi them xã A");
        operator.presses("nhom:v:" + group.chat().id() + ":1");
        group.presses("caidat:tieng:0");
        assertThat(text(first.says("/danhsach"))).contains("Nothing is followed yet");
        assertThat(text(operator.says("/nhom xã a"))).contains("Có 2 cuộc");
    }

    @Test
    void stopping_one_topic_leaves_the_group_and_its_other_topics() {
        group.says("/start");
        settle("Đồng ý");
        first.says("/danhsach");
        second.says("/danhsach");
        desk.chats.refuse(first.chat().id(), "stopped by an operator", desk.now);
        assertThat(group.chat().state()).isEqualTo(ChatState.ACTIVE);
        assertThat(second.chat().state()).isEqualTo(ChatState.ACTIVE);
    }
}
