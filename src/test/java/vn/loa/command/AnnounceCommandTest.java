package vn.loa.command;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.loa.command.ChatDesk.OPERATOR;
import static vn.loa.command.ChatDesk.text;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.model.Access;
import vn.loa.model.Button;
import vn.loa.model.Delivery;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.Priority;
import vn.loa.store.DeliveryStore;

/** An operator's own announcements. */
class AnnounceCommandTest {
    @TempDir
    private Path folder;

    private ChatDesk desk;
    private ChatDesk.Voice operator;

    @BeforeEach
    void open() {
        desk = new ChatDesk(folder, Access.OPEN, OPERATOR);
        operator = desk.alone("1");
        operator.says("/start");
        for (int i = 1; i <= 11; i++) {
            desk.admin("8", "-" + i).says("/start");
        }
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private static String data(OutgoingMessage message, String label) {
        return ChatDesk.buttons(message).stream()
                .filter(button -> button.label().contains(label))
                .map(Button.Action::data)
                .findFirst()
                .orElseThrow();
    }

    private OutgoingMessage control(String text) {
        return operator.says("/thongbao " + text).messages().get(1);
    }

    private List<Delivery> entered() {
        return new DeliveryStore(desk.database).claim(ChatDesk.BOT, 100, ChatDesk.NOW, Duration.ofMinutes(1));
    }

    @Test
    void it_is_shown_as_it_will_be_before_anybody_gets_it() {
        Reply reply = operator.says("/thongbao Họp giao ban\n8 giờ ngày 20/9  tại hội trường.");
        assertThat(reply.messages().get(0).text().text())
                .isEqualTo("📢 Thông báo\nHọp giao ban\n8 giờ ngày 20/9  tại hội trường.");
        assertThat(entered()).isEmpty();
    }

    @Test
    void it_goes_to_all_chats_once() {
        OutgoingMessage control = control("Họp");
        String all = data(control, "Tất cả (12)");
        assertThat(text(operator.presses(all))).contains("Đã xếp gửi tới 12 cuộc trò chuyện");
        assertThat(text(operator.presses(all))).contains("không còn hiệu lực");
        assertThat(entered()).hasSize(12).allMatch(delivery -> delivery.priority() == Priority.ORDINARY);
        assertThat(text(operator.says("/thongbao"))).contains("• Họp", "đã tới 0, đang chờ 12, không gửi được 0");
    }

    @Test
    void an_urgent_one_overtakes_the_others() {
        operator.presses(data(control("Bão"), "khẩn"));
        assertThat(entered()).hasSize(12).allMatch(delivery -> delivery.priority() == Priority.URGENT);
    }

    @Test
    void chats_are_chosen_by_ticks_over_pages() {
        OutgoingMessage control = control("Họp");
        OutgoingMessage first = operator.presses(data(control, "Chọn")).edit().orElseThrow();
        assertThat(first.text().text()).contains("trang 1/2");
        assertThat(text(operator.presses(data(first, "Gửi (0)")))).contains("chưa chọn nơi nhận nào");
        OutgoingMessage ticked = operator.presses(data(first, "Nhóm -3")).edit().orElseThrow();
        assertThat(data(ticked, "✅ Nhóm -3")).isNotEmpty();
        OutgoingMessage second = operator.presses(data(ticked, "▶")).edit().orElseThrow();
        OutgoingMessage both = operator.presses(data(second, "Nhóm -10")).edit().orElseThrow();
        OutgoingMessage one = operator.presses(data(both, "✅ Nhóm -10")).edit().orElseThrow();
        assertThat(text(operator.presses(data(one, "Gửi (1)")))).contains("Đã xếp gửi tới 1 cuộc trò chuyện");
        assertThat(entered())
                .singleElement()
                .satisfies(delivery ->
                        assertThat(delivery.chat().address().chatId()).isEqualTo("-3"));
    }

    @Test
    void what_was_cancelled_cannot_be_sent_any_more() {
        OutgoingMessage control = control("Họp");
        assertThat(text(operator.presses(data(control, "Hủy")))).contains("Đã hủy");
        assertThat(text(operator.presses(data(control, "Tất cả (12)")))).contains("không còn hiệu lực");
        assertThat(entered()).isEmpty();
    }

    @Test
    void only_an_operator_presses_its_buttons_and_forged_ones_do_nothing() {
        OutgoingMessage control = control("Họp");
        assertThat(text(desk.admin("8", "-1").presses(data(control, "Tất cả (12)"))))
                .contains("chỉ người vận hành");
        for (String forged : List.of("thongbao:99:all", "thongbao:x:all", "thongbao:1", "thongbao:1:tick:x:0")) {
            assertThat(text(operator.presses(forged))).contains("không còn hiệu lực");
        }
        assertThat(entered()).isEmpty();
    }

    @Test
    void a_text_of_many_lines_may_be_long_but_not_longer_than_a_message() {
        assertThat(operator.says("/thongbao " + "chữ ".repeat(800)).messages()).hasSize(2);
        assertThat(text(operator.says("/thongbao " + "chữ ".repeat(900)))).contains("viết gọn");
    }
}
