package vn.loa.command.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.loa.command.CommandHarness.OPERATOR;
import static vn.loa.command.CommandHarness.text;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.loa.command.CommandHarness;
import vn.loa.command.Reply;
import vn.loa.model.Access;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.Unit;
import vn.loa.store.article.PictureStore;
import vn.loa.store.chat.AuditStore;

/** All settings of a chat at a glance, and the journal of who changed what. */
class SettingsCommandTest {
    @TempDir
    private Path folder;

    private CommandHarness desk;
    private CommandHarness.Voice admin;

    @BeforeEach
    void open() {
        desk = new CommandHarness(folder, Access.OPEN, OPERATOR);
        admin = desk.admin("8", "-100");
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private OutgoingMessage press(OutgoingMessage message, String label) {
        Reply reply = admin.presses(data(message, label));
        return reply.edit().orElseGet(() -> reply.messages().get(0));
    }

    private static String data(OutgoingMessage message, String label) {
        return CommandHarness.buttons(message).stream()
                .filter(button -> button.label().contains(label))
                .findFirst()
                .orElseThrow(() -> new AssertionError(label + " in " + message))
                .data();
    }

    @Test
    void every_setting_is_shown_and_changed_by_a_button() {
        OutgoingMessage settings = admin.says("/caidat").messages().get(0);
        assertThat(settings.text().text())
                .contains("Có tin là gửi ngay, tất cả các ngày.", "Giờ yên lặng 21:30–6:00: tin vẫn tới")
                .contains("Không xin xác nhận đã nắm tin.", "Tin kèm ảnh, nếu bài có ảnh.");
        OutgoingMessage held = press(settings, "gửi không chuông");
        assertThat(held.text().text()).contains("tin được giữ lại, hết giờ gửi chung");
        assertThat(press(held, "giữ lại đến sáng").text().text()).contains("Không đặt giờ yên lặng.");
        OutgoingMessage working = press(settings, "ngày làm việc");
        assertThat(working.text().text()).contains("từ thứ Hai đến thứ Sáu");
        OutgoingMessage receipts = press(working, "Xin xác nhận");
        assertThat(receipts.text().text()).contains("Mỗi tin mời các đồng chí xác nhận");
        OutgoingMessage plain = press(receipts, "✅ Ảnh kèm tin");
        assertThat(plain.text().text()).contains("Tin không kèm ảnh.");
        assertThat(new PictureStore(desk.database).without())
                .containsExactly(admin.chat().id());
        assertThat(press(plain, "☐ Ảnh kèm tin").text().text()).contains("Tin kèm ảnh");
        assertThat(press(plain, "Giờ nhận tin").text().text()).startsWith("Lịch gửi tin");
        assertThat(press(plain, "Đóng").text().text()).isEqualTo("Đã đóng.");
    }

    @Test
    void a_chat_is_answered_in_english_when_it_wants_so() {
        OutgoingMessage settings = admin.says("/caidat").messages().get(0);
        OutgoingMessage english = press(settings, "English");
        assertThat(english.text().text()).startsWith("Settings of this chat").contains("Answers are in English");
        assertThat(text(admin.says("/danhsach"))).startsWith("Nothing is followed yet.");
        assertThat(text(desk.member("9", "-100").says("/caidat"))).contains("Only an administrator");
        assertThat(text(admin.says("/trogiup tất cả"))).contains("You can use these commands", "The latest news");
        assertThat(text(desk.admin("8", "-200").says("/danhsach"))).contains("chưa theo dõi");
        press(english, "Tiếng Việt");
        assertThat(text(admin.says("/danhsach"))).contains("chưa theo dõi");
    }

    @Test
    void it_is_asked_for_in_plain_words_and_in_english_too() {
        for (Reply reply : List.of(admin.says("/settings"), admin.tells("Cài đặt"), admin.tells("cai dat"))) {
            assertThat(text(reply)).startsWith("Cài đặt của cuộc trò chuyện này");
        }
    }

    @Test
    void a_button_from_before_a_change_does_not_undo_it_and_says_so() {
        OutgoingMessage old = admin.says("/caidat").messages().get(0);
        CommandHarness.Voice other = desk.admin("9", "-100");
        for (String label : List.of("Ban đêm", "ngày làm việc", "Xin xác nhận", "Ảnh kèm tin")) {
            String data = data(old, label);
            String changed = text(other.presses(data));
            assertThat(changed).endsWith("[Đã ghi nhận.]");
            Reply late = admin.presses(data);
            assertThat(late.toast().orElseThrow()).contains("đã thay đổi từ khi mục này hiện ra");
            assertThat(text(late)).startsWith(changed.replace("[Đã ghi nhận.]", ""));
        }
        assertThat(text(admin.presses("caidat:anh:xyz"))).contains("Tin không kèm ảnh.", "đã thay đổi");
    }

    @Test
    void it_says_so_when_the_system_sends_no_pictures() {
        desk.pictures = false;
        OutgoingMessage settings = admin.says("/caidat").messages().get(0);
        assertThat(settings.text().text()).contains("Tin không kèm ảnh vì hệ thống chưa bật gửi ảnh.");
        assertThat(CommandHarness.buttons(settings))
                .noneMatch(button -> button.label().contains("Ảnh"));
        admin.presses("caidat:anh:1");
        assertThat(new PictureStore(desk.database).without()).isEmpty();
    }

    @Test
    void a_member_changes_nothing_and_a_forged_button_does_nothing() {
        assertThat(text(desk.member("9", "-100").presses("caidat:anh:1"))).contains("chỉ quản trị viên");
        assertThat(text(admin.presses("caidat:xyz"))).contains("không còn hiệu lực");
        assertThat(new PictureStore(desk.database).without()).isEmpty();
    }

    @Test
    void the_journal_tells_who_changed_what_the_newest_first_and_is_searched() {
        CommandHarness.Voice operator = desk.alone("1");
        press(admin.says("/caidat").messages().get(0), "Xin xác nhận");
        for (int i = 0; i < 12; i++) {
            admin.says(i % 2 == 0 ? "/theodoi tất cả" : "/botheodoi tất cả");
        }
        OutgoingMessage journal = operator.says("/nhatky").messages().get(0);
        assertThat(journal.text().text())
                .startsWith("Nhật ký (trang 1/2)\n9/3/2026\n17:00 Đồng chí 8 thôi nhận tin cho Nhóm -100: "
                        + "Tất cả các nguồn tin (mọi nguồn) (telegram:8, #")
                .doesNotContain("xác nhận đã nắm");
        Reply older = operator.presses(CommandHarness.buttons(journal).get(1).data());
        assertThat(text(older))
                .contains("trang 2/2", "Đồng chí 8 đổi việc xin xác nhận đã nắm của Nhóm -100: bật (telegram:8, #");
        assertThat(text(operator.says("/nhatky xác nhận"))).contains("trang 1/1", "xác nhận đã nắm");
        assertThat(text(operator.says("/nhatky không có"))).contains("Không có mục nào");
        assertThat(text(operator.presses("nhatky:x:"))).contains("không còn hiệu lực");
        assertThat(text(admin.presses("nhatky:0:"))).contains("chỉ người vận hành");
    }

    @Test
    void the_journal_speaks_of_people_groups_and_actions_by_their_names() {
        CommandHarness.Voice operator = desk.alone("1");
        admin.says("/lich 0:36");
        admin.says("/theodoi +tập huấn");
        admin.says("/lich yenlang giu lai");
        new AuditStore(desk.database).add("console:terminal", "import", "+1 -0", desk.now);
        operator.says("/quantri them 8 vận hành");
        assertThat(text(operator.says("/nhatky")))
                .contains("17:00 Đồng chí 8 đổi giờ nhận tin của Nhóm -100: bản tin 0:36 (telegram:8, #")
                .contains("Đồng chí 8 chọn nhận tin cho Nhóm -100: tập huấn (từ khóa)")
                .contains("Nhóm -100: giờ yên lặng giữ lại (")
                .contains("Người quản trị máy chủ: nhập dữ liệu – +1 -0 (console:terminal)")
                .contains("Đồng chí 1 giao quyền cho Đồng chí 8: vận hành hệ thống (telegram:1 → telegram:8)");
        assertThat(text(operator.says("/nhatky đồng chí 8 đổi giờ"))).contains("bản tin 0:36");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            unit-failover      | 1 PT10M            | đặt giao kênh cho đơn vị – thôn Thượng, chờ 10 phút
            unit-failover      | 1 off              | thôi giao kênh cho đơn vị – thôn Thượng (
            unit-failover-end  | 1                  | thôi giao kênh cho đơn vị – thôn Thượng (
            unit-failover      | 77 PT1H            | đặt giao kênh cho đơn vị – #77, chờ 60 phút
            unit-end           | 1 2026-03-31       | kết thúc đơn vị – thôn Thượng, đến 31/3/2026
            unit-rename        | 1 thôn Thượng Một  | đổi tên đơn vị – thôn Thượng, thôn Thượng Một
            inquiry            | #5 closed          | kết thúc câu hỏi – #5 (
            inquiry            | #5 repeats WEEKLY  | cho câu hỏi tự lặp lại – #5, hằng tuần
            inquiry-repeat     | #5 MONTHLY         | cho câu hỏi tự lặp lại – #5, hằng tháng
            inquiry            | #5 repeats no more | thôi lặp lại câu hỏi – #5 (
            inquiry            | #5 reminded 3 chats | nhắc nơi chưa trả lời câu hỏi – #5, tới 3 nơi
            inquiry            | #5 to 3 chats      | hỏi và thu thập câu trả lời – #5, tới 3 nơi
            erase              | a person           | loa: xóa dữ liệu cá nhân (
            """)
    void the_journal_words_what_was_written_into_it_now_and_by_older_versions(String act, String detail, String told) {
        desk.storage.units().add(OptionalLong.empty(), new Unit.Name("thôn Thượng", LocalDate.MIN, LocalDate.MAX));
        desk.database.write(handle -> handle.execute(
                "INSERT INTO audit (at, actor, action, detail) VALUES (?, 'loa', ?, ?)",
                desk.now.toEpochMilli(),
                act,
                detail));
        assertThat(text(desk.alone("1").says("/nhatky"))).contains(told);
    }
}
