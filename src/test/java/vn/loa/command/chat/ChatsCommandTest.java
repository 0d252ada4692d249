package vn.loa.command.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.loa.command.CommandHarness.OPERATOR;
import static vn.loa.command.CommandHarness.text;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.command.CommandHarness;
import vn.loa.model.Access;
import vn.loa.model.Button;
import vn.loa.model.ChatKind;
import vn.loa.model.ChatState;
import vn.loa.model.OutgoingMessage;

/** An operator looks after many chats from one. */
class ChatsCommandTest {
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

    private long group(String id) {
        desk.admin("8", id).says("/start");
        return desk.member("8", id).chat().id();
    }

    private static String data(OutgoingMessage message, String label) {
        return CommandHarness.buttons(message).stream()
                .filter(button -> button.label().contains(label))
                .map(Button.Action::data)
                .findFirst()
                .orElseThrow(() -> new AssertionError(label + " in " + message));
    }

    private OutgoingMessage press(OutgoingMessage message, String label) {
        return operator.presses(data(message, label)).edit().orElseThrow();
    }

    @Test
    void hundreds_of_chats_are_paged_filtered_and_searched() {
        for (int i = 1; i <= 300; i++) {
            group("-1" + i);
        }
        OutgoingMessage list = operator.says("/nhom").messages().get(0);
        assertThat(list.text().text()).isEqualTo("Có 301 cuộc trò chuyện (trang 1/38).");
        assertThat(CommandHarness.buttons(list))
                .hasSizeLessThan(16)
                .allSatisfy(button -> assertThat(button.data().getBytes(StandardCharsets.UTF_8))
                        .hasSizeLessThanOrEqualTo(64));
        assertThat(press(list, "Sau").text().text()).contains("trang 2/38");
        assertThat(press(list, "Trước").text().text()).contains("trang 38/38");
        assertThat(press(list, "đang hoạt động").text().text()).isEqualTo("Có 1 cuộc trò chuyện (trang 1/1).");
        OutgoingMessage found = operator.says("/nhom NHÓM -1299").messages().get(0);
        assertThat(found.text().text()).contains("Có 1 cuộc", "nhom -1299");
        assertThat(press(found, "Nhóm -1299").text().text()).contains("Nhóm -1299", "đang chờ duyệt");
    }

    @Test
    void a_chat_is_opened_let_in_and_stopped() {
        long id = group("-100");
        OutgoingMessage one = operator.says("/nhom " + id).messages().get(0);
        assertThat(one.text().text()).contains("#" + id + " Nhóm -100", "telegram/main", "Theo dõi: chưa có gì");
        assertThat(press(one, "Duyệt").text().text()).contains("đang hoạt động");
        assertThat(desk.waitingNotices())
                .anySatisfy(notice -> assertThat(notice.text().text()).contains("đã được duyệt nhận tin"));
        OutgoingMessage open = operator.says("/nhom " + id).messages().get(0);
        OutgoingMessage sure = press(open, "Ngừng gửi");
        assertThat(sure.text().text()).contains("Ngừng gửi tin tới");
        assertThat(desk.member("8", "-100").chat().active()).isTrue();
        assertThat(press(sure, "Ngừng gửi").text().text())
                .contains("đã bị từ chối", "Lý do: người vận hành đã dừng gửi");
        assertThat(desk.member("8", "-100").chat().state()).isEqualTo(ChatState.REFUSED);
        assertThat(text(operator.presses("nhom:c:" + desk.alone("1").chat().id())))
                .contains("chính cuộc trò chuyện này");
    }

    @Test
    void a_chat_is_given_a_name_that_its_title_does_not_overwrite() {
        long id = group("-100");
        OutgoingMessage one = operator.says("/nhom " + id).messages().get(0);
        assertThat(text(operator.presses(data(one, "Đổi tên")))).contains("Xin đồng chí gửi tên mới cho \"Nhóm -100\"");
        assertThat(text(operator.says("Ban công tác  Mặt trận thôn Thượng")))
                .contains("#" + id + " Ban công tác Mặt trận thôn Thượng");
        desk.member("8", "-100").says("/danhsach");
        assertThat(text(operator.says("/nhom ban cong tac"))).contains("Có 1 cuộc");
        operator.presses(data(one, "Đổi tên"));
        assertThat(text(operator.says("-"))).contains("#" + id + " Nhóm -100");
        operator.presses(data(one, "Đổi tên"));
        desk.now = desk.now.plus(Duration.ofMinutes(16));
        assertThat(text(operator.says("Tên khác"))).contains("/trogiup");
    }

    @Test
    void a_chat_is_moved_between_units() {
        long id = group("-100");
        operator.says("/donvi them xã A");
        OutgoingMessage one = operator.says("/nhom " + id).messages().get(0);
        OutgoingMessage moved = press(press(one, "Chuyển đơn vị"), "xã A");
        assertThat(moved.text().text()).contains("Đơn vị: xã A");
        assertThat(text(operator.says("/nhom xa a"))).contains("Có 1 cuộc");
        assertThat(press(press(moved, "Chuyển đơn vị"), "Không thuộc").text().text())
                .contains("Không thuộc đơn vị nào");
        assertThat(text(operator.presses("nhom:v:" + id + ":99"))).contains("không còn hiệu lực");
    }

    @Test
    void what_a_chat_follows_and_when_it_hears_it_is_set_from_afar() {
        long id = group("-100");
        assertThat(text(operator.says("/nhom " + id + " theo dõi"))).contains("Xin gõ /nhom " + id);
        assertThat(text(operator.says("/nhom " + id + " theodoi tất cả")))
                .contains("Đã theo dõi: Tất cả các nguồn tin");
        assertThat(text(desk.member("8", "-100").says("/danhsach"))).contains("Tất cả các nguồn tin");
        assertThat(text(operator.says("/danhsach"))).contains("chưa theo dõi");
        OutgoingMessage one = operator.says("/nhom " + id).messages().get(0);
        assertThat(one.text().text()).contains("Theo dõi: Tất cả các nguồn tin");
        OutgoingMessage times =
                operator.presses(data(one, "Lịch gửi tin")).messages().get(0);
        assertThat(press(times, "Bản tin 7:00").text().text()).contains("Gửi thành bản tin lúc 7:00");
        assertThat(text(desk.admin("8", "-100").says("/lich"))).contains("Gửi thành bản tin lúc 7:00");
        assertThat(text(operator.says("/lich"))).contains("gửi ngay");
        assertThat(press(times, "‹ Nhóm -100").text().text()).contains("#" + id);
    }

    @Test
    void stale_and_forged_buttons_do_nothing_and_say_so() {
        long id = group("-100");
        for (String data : java.util.List.of(
                "nhom:",
                "nhom:o:99999",
                "nhom:o:x",
                "nhom:l:X:0:",
                "nhom:l:all:x:",
                "nhom:x:" + id + ":trangthai",
                "nhom:z:" + id,
                "nhom:u:" + id + ":x")) {
            assertThat(text(operator.presses(data))).as(data).contains("không còn hiệu lực");
        }
        assertThat(text(desk.voice("8", "-100", ChatKind.GROUP, true).presses("nhom:a:" + id)))
                .contains("chỉ người phụ trách");
        assertThat(text(operator.presses("nhom:end"))).contains("Đã đóng.");
    }

    @Test
    void a_page_from_the_day_before_yesterday_changes_nothing() {
        long id = group("-100");
        operator.says("/donvi them xã A");
        desk.chats.approve(id);
        OutgoingMessage sure = press(operator.says("/nhom " + id).messages().get(0), "Ngừng gửi");
        OutgoingMessage times =
                operator.says("/nhom " + id + " lich").messages().get(0);
        OutgoingMessage units = press(operator.says("/nhom " + id).messages().get(0), "Chuyển đơn vị");
        desk.now = desk.now.plus(java.time.Duration.ofDays(2));
        assertThat(text(operator.presses(data(sure, "Ngừng gửi")))).contains("không còn hiệu lực");
        assertThat(text(operator.presses(data(times, "Bản tin 7:00")))).contains("không còn hiệu lực");
        assertThat(text(operator.presses(data(units, "xã A")))).contains("không còn hiệu lực");
        assertThat(desk.member("8", "-100").chat().active()).isTrue();
        assertThat(text(operator.says("/nhom " + id))).contains("Không thuộc đơn vị nào");
    }

    @Test
    void a_new_name_is_waited_for_until_something_else_is_wanted_or_it_is_cancelled() {
        long id = group("-100");
        operator.presses("nhom:r:" + id);
        assertThat(text(operator.says("tin mới"))).contains("Hiện chưa có tin nào");
        assertThat(text(operator.says("Thôn Đông"))).contains("/trogiup");
        OutgoingMessage asked = operator.presses("nhom:r:" + id).messages().get(0);
        assertThat(press(asked, "Hủy").text().text()).isEqualTo("Đã hủy.");
        assertThat(text(operator.says("Thôn Đông"))).contains("/trogiup");
        operator.presses("nhom:r:" + id);
        assertThat(text(operator.says("Thôn Đông"))).contains("Thôn Đông");
    }

    @Test
    void who_opens_a_chat_comes_back_to_the_page_where_it_stood() {
        for (int number = 100; number < 120; number++) {
            group("-" + number);
        }
        OutgoingMessage second = press(operator.says("/nhom nhóm").messages().get(0), "Sau ›");
        assertThat(second.text().text()).contains("trang 2/3", "Tìm: \"nhom\"");
        OutgoingMessage open = press(second, "Nhóm -1");
        assertThat(press(open, "Danh sách").text().text())
                .isEqualTo(second.text().text());
    }
}
