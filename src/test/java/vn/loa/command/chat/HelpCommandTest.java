package vn.loa.command.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.loa.command.CommandHarness.text;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.command.CommandHarness;
import vn.loa.command.Reply;
import vn.loa.model.Access;
import vn.loa.model.Button;
import vn.loa.model.OutgoingMessage;

/** Help opens with subjects, and a refusal or an old button with the next step. */
class HelpCommandTest {
    @TempDir
    private Path folder;

    private CommandHarness desk;

    @BeforeEach
    void open() {
        desk = new CommandHarness(folder, Access.OPEN, CommandHarness.OPERATOR);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private static List<String> labels(OutgoingMessage message) {
        return message.buttons().stream()
                .flatMap(List::stream)
                .map(Button::label)
                .toList();
    }

    private static OutgoingMessage only(Reply reply) {
        assertThat(reply.messages()).hasSize(1);
        return reply.messages().get(0);
    }

    @Test
    void the_help_opens_with_five_subjects() {
        assertThat(labels(only(desk.alone("1").says("/trogiup"))))
                .containsExactly("📰 Nhận tin", "🕖 Giờ nhận", "🔎 Tìm", "👥 Nhóm của tôi", "🛠 Vận hành");
    }

    @Test
    void behind_a_subject_stand_its_commands_and_the_way_back() {
        OutgoingMessage times = desk.alone("7").presses("trogiup:times").edit().orElseThrow();
        assertThat(times.text().text()).contains("/lich – ", "/caidat – ").doesNotContain("/tim ");
        assertThat(labels(times)).containsExactly("‹ Quay lại");

        OutgoingMessage back = desk.alone("7").presses("trogiup").edit().orElseThrow();
        assertThat(back.text().text()).contains("Đồng chí cần việc gì");
    }

    @Test
    void no_example_equals_its_command() {
        String all = text(desk.alone("1").says("/trogiup tất cả"));
        assertThat(all).contains("Ví dụ: /lich 7:00 16:30");
        assertThat(all.lines().filter(line -> line.contains("Ví dụ")))
                .allSatisfy(line -> assertThat(line.substring(line.indexOf("Ví dụ: ") + 7))
                        .isNotEqualTo(line.substring(0, line.indexOf(' '))));
    }

    @Test
    void a_subject_may_be_written() {
        assertThat(text(desk.alone("7").says("/trogiup giờ nhận"))).contains("/lich – ");
    }

    @Test
    void a_new_chat_is_led_through_three_steps() {
        CommandHarness.Voice an = desk.alone("7");
        assertThat(labels(only(an.says("/start")))).containsExactly("▶️ Bắt đầu trong 3 bước");
        OutgoingMessage first = an.presses("start:1").edit().orElseThrow();
        assertThat(first.text().text()).startsWith("Bước 1/3");
        assertThat(text(an.presses(data(first, "mọi nguồn")))).contains("Đã theo dõi");
        OutgoingMessage second = an.presses(data(first, "Tiếp")).edit().orElseThrow();
        assertThat(second.text().text()).startsWith("Bước 2/3");
        assertThat(text(an.presses(data(second, "Bản tin 7:00")))).contains("Đã ghi nhận");
        OutgoingMessage third = an.presses(data(second, "Tiếp")).edit().orElseThrow();
        assertThat(third.text().text()).startsWith("Bước 3/3");
    }

    private static String data(OutgoingMessage message, String label) {
        return message.buttons().stream()
                .flatMap(List::stream)
                .filter(button -> button.label().contains(label))
                .map(button -> ((Button.Action) button).data())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_refusal_says_what_can_be_done_instead_and_only_to_who_asked() {
        Reply refusal = desk.member("7", "-100").says("/lich");
        assertThat(text(refusal)).contains("quản trị viên", "nhắn riêng cho tôi");
        assertThat(labels(only(refusal))).containsExactly("📰 Xem tin mới", "❓ Trợ giúp");
        assertThat(refusal.aside()).isTrue();
    }

    @Test
    void an_old_button_leads_to_a_new_one() {
        Reply alone = desk.alone("7").presses("run:zz:tim:tập huấn");
        assertThat(alone.toast()).hasValueSatisfying(toast -> assertThat(toast).contains("không còn hiệu lực"));
        assertThat(labels(only(alone))).containsExactly("/tim tập huấn");

        Reply group = desk.member("7", "-100").presses("run:zz:tim:tập huấn");
        assertThat(group.messages()).isEmpty();
        assertThat(group.toast()).hasValueSatisfying(toast -> assertThat(toast).contains("/tim"));
    }

    @Test
    void words_that_a_command_cannot_use_are_answered_with_what_it_can() {
        assertThat(labels(only(desk.alone("7").says("/tim bão lũ"))))
                .containsExactly("➕ Theo dõi \"bão lũ\"", "📰 Xem tin mới");
        assertThat(labels(only(desk.alone("7").says("/tim")))).containsExactly("/tinmoi");
        assertThat(labels(only(desk.alone("7").says("/tinmoi -3")))).containsExactly("/tinmoi", "/tinmoi hôm qua");
        OutgoingMessage unclear = only(desk.alone("1").says("/baocao abc xyz"));
        assertThat(labels(unclear)).containsExactly("/baocao", "/baocao tuần", "/baocao bài");
        assertThat(text(desk.alone("1").presses(data(unclear, "tuần")))).contains("Không có tin nào được gửi");
    }
}
