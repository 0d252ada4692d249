package vn.loa.command.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.loa.command.CommandHarness.OPERATOR;
import static vn.loa.command.CommandHarness.text;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.command.CommandHarness;
import vn.loa.model.Access;
import vn.loa.model.ChatAddress;
import vn.loa.model.ChatKind;
import vn.loa.model.ChatState;
import vn.loa.store.message.NoticeStore;

/** Operators are asked about new chats: who asks, and not too often. */
class ApprovalRequestsTest {
    @TempDir
    private Path folder;

    private CommandHarness desk;
    private CommandHarness.Voice operator;

    @BeforeEach
    void open() {
        desk = new CommandHarness(folder, Access.APPROVAL, OPERATOR);
        operator = desk.alone("1");
        operator.says("/start");
    }

    @AfterEach
    void close() {
        desk.close();
    }

    /** What operators were told, in order. */
    private List<String> told() {
        NoticeStore notices = new NoticeStore(desk.database);
        return desk
                .database
                .read(handle -> handle.createQuery("SELECT notice_id FROM delivery WHERE chat_id = :chat ORDER BY id")
                        .bind("chat", operator.chat().id())
                        .mapTo(Long.class)
                        .list())
                .stream()
                .map(id -> notices.message(id).text().text())
                .toList();
    }

    @Test
    void a_card_says_who_asks_and_only_those_who_wish_for_news_ask() {
        CommandHarness.Voice admin = desk.admin("8", "-100");
        admin.says("/danhsach");
        admin.says("/tinmoi");
        assertThat(told()).isEmpty();
        admin.says("/theodoi tất cả");
        admin.says("/theodoi tất cả");
        admin.says("/start");
        assertThat(told()).singleElement().asString().contains("cần duyệt", "Nhóm -100", "Người hỏi: Đồng chí 8");
    }

    @Test
    void a_card_says_how_many_people_are_in_a_group_when_the_platform_tells() {
        CommandHarness.Voice admin = desk.admin("8", "-100");
        ChatAddress group = ChatAddress.of(CommandHarness.BOT, "-100");
        assertThat(desk.admission.wantsMembers(group, ChatKind.CHANNEL)).isEmpty();
        desk.admission.wantsMembers(group, ChatKind.SUPERGROUP).orElseThrow().note(group, OptionalInt.of(43));
        assertThat(desk.admission.wantsMembers(group, ChatKind.SUPERGROUP)).isEmpty();
        admin.says("/start");
        desk.admin("9", "-200").says("/start");
        assertThat(told()).hasSize(2);
        assertThat(told().get(0)).contains("Số thành viên: 43", "Người hỏi: Đồng chí 8");
        assertThat(told().get(1)).contains("Người hỏi: Đồng chí 9").doesNotContain("thành viên");
    }

    @Test
    void many_requests_are_collected() {
        for (int i = 1; i <= 5; i++) {
            desk.alone("2" + i).says("/start");
        }
        desk.admin("31", "-101").says("/start");
        desk.admin("32", "-102").says("/start");
        desk.admin("33", "-103").says("/start");
        assertThat(told()).hasSize(5);
        assertThat(told().get(3)).isEqualTo("Đang chờ duyệt: 4 người.");
        assertThat(told().get(4)).isEqualTo("Đang chờ duyệt: 5 người, 3 nhóm.");
        assertThat(operator.says("/duyet").messages()).hasSize(8);
    }

    @Test
    void one_account_that_makes_many_groups_is_one_card() {
        for (int i = 1; i <= 150; i++) {
            desk.admin("8", "-" + (1_000 + i)).says("/start");
        }
        assertThat(told()).hasSize(1);
        assertThat(desk.storage.approvals().waiting().groups()).isEqualTo(20);
    }

    @Test
    void what_is_decided_waits_no_more_and_a_chat_that_is_let_in_is_not_asked_about() {
        CommandHarness.Voice admin = desk.admin("8", "-100");
        admin.says("/start");
        assertThat(text(operator.presses("duyet:" + admin.chat().id() + ":1"))).contains("Đã chấp nhận");
        assertThat(admin.chat().state()).isEqualTo(ChatState.ACTIVE);
        assertThat(desk.storage.approvals().waiting().all()).isZero();
        admin.says("/theodoi tất cả");
        assertThat(told()).hasSize(1);
    }
}
