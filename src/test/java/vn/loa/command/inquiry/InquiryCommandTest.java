package vn.loa.command.inquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.loa.command.CommandHarness.OPERATOR;
import static vn.loa.command.CommandHarness.text;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.command.CommandHarness;
import vn.loa.model.Access;
import vn.loa.model.Button;
import vn.loa.model.Delivery;
import vn.loa.model.Media;
import vn.loa.model.OutgoingMessage;
import vn.loa.store.delivery.DeliveryStore;
import vn.loa.store.inquiry.AnswerKind;
import vn.loa.store.inquiry.InquiryStore;
import vn.loa.store.message.NoticeStore;

/** A question goes out, and its answers come back. */
class InquiryCommandTest {
    @TempDir
    private Path folder;

    private CommandHarness desk;
    private CommandHarness.Voice operator;
    private CommandHarness.Voice upper;
    private CommandHarness.Voice lower;
    private CommandHarness.Voice nowhere;

    @BeforeEach
    void open() {
        desk = new CommandHarness(folder, Access.OPEN, OPERATOR);
        operator = desk.alone("1");
        operator.says("/start");
        upper = desk.admin("11", "-11");
        lower = desk.admin("12", "-12");
        nowhere = desk.admin("13", "-13");
        List.of(upper, lower, nowhere).forEach(voice -> voice.says("/start"));
        operator.says("/donvi them xã Phú Xuyên");
        operator.says("/donvi them thôn Thượng thuộc xã Phú Xuyên");
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private static String data(OutgoingMessage message, String label) {
        return CommandHarness.buttons(message).stream()
                .filter(button -> button.label().contains(label))
                .map(Button.Action::data)
                .findFirst()
                .orElseThrow(() -> new AssertionError(label + " is not among " + message.buttons()));
    }

    private OutgoingMessage pressed(OutgoingMessage message, String label) {
        return operator.presses(data(message, label)).edit().orElseThrow();
    }

    /** Asks all groups; returns what they see. */
    private OutgoingMessage ask(String question) {
        OutgoingMessage control = operator.says("/hoi " + question).messages().get(0);
        OutgoingMessage sure = pressed(control, "Tất cả nhóm (3)");
        assertThat(text(operator.presses(data(sure, "Gửi tới 3 nơi")))).contains("Đã xếp gửi câu hỏi tới 3 nơi");
        return sent().get(0);
    }

    private List<OutgoingMessage> sent() {
        DeliveryStore deliveries = new DeliveryStore(desk.database);
        List<Delivery> claimed = deliveries.claim(CommandHarness.BOT, 100, desk.now, Duration.ofMinutes(1));
        claimed.forEach(
                each -> deliveries.sent(each, "m" + each.chat().address().chatId() + "." + each.id(), 0, desk.now));
        last = claimed;
        return claimed.stream()
                .map(each ->
                        new NoticeStore(desk.database).message(each.noticeId().orElseThrow()))
                .toList();
    }

    private List<Delivery> last = List.of();

    /** The number of the message that a chat was sent last. */
    private String message(CommandHarness.Voice voice) {
        return last.stream()
                .filter(each -> each.chat().id() == voice.chat().id())
                .map(each -> "m" + each.chat().address().chatId() + "." + each.id())
                .findFirst()
                .orElseThrow();
    }

    private OutgoingMessage page() {
        return operator.says("/hoi 1").messages().get(0);
    }

    @Test
    void a_question_is_shown_and_sent_once_after_a_second_press() {
        OutgoingMessage control =
                operator.says("/hoi Mỗi thôn mấy hộ tham gia?").messages().get(0);
        assertThat(control.text().text()).contains("❓ Câu hỏi của Đồng chí 1\nMỗi thôn mấy hộ tham gia?", "một số");
        assertThat(CommandHarness.buttons(control))
                .extracting(Button.Action::label)
                .contains("● Một số", "○ Một dòng", "○ Xong hay chưa");
        assertThat(pressed(control, "Một dòng").text().text()).contains("bằng một dòng");
        pressed(control, "Một số");
        OutgoingMessage sure = pressed(control, "Tất cả nhóm (3)");
        assertThat(sent()).isEmpty();
        String yes = data(sure, "Gửi tới 3 nơi");
        operator.presses(yes);
        assertThat(sent()).hasSize(3);
        assertThat(text(operator.presses(yes))).contains("không còn hiệu lực");
        assertThat(sent()).isEmpty();
    }

    @Test
    void numbers_come_by_reply_and_the_last_answer_of_each_counts() {
        ask("Mỗi thôn mấy hộ tham gia?");
        assertThat(text(upper.answers(message(upper), "45 hộ ạ"))).contains("Đã ghi câu trả lời của Nhóm -11: 45");
        assertThat(text(upper.answers(message(upper), "47"))).contains("45 → 47");
        assertThat(text(desk.member("14", "-11").answers(message(upper), "50")))
                .contains("thay cho 47 của Đồng chí 11", "ghi tên trước");
        assertThat(text(lower.answers(message(lower), "Thôn Thượng 10, thôn Hạ 20")))
                .contains("đúng một số");
        assertThat(text(lower.answers(message(lower), "Thôn Thượng 10"))).contains("thôn Thượng: 10");
        assertThat(text(lower.answers(message(lower), "Thôn Hạ 1.020"))).contains("Thôn Hạ: 1020");
        assertThat(page().text().text())
                .contains(
                        "Đã trả lời: 3 · chưa trả lời: 1",
                        "Tổng cộng: 1080",
                        "Nhóm -11: 50 (Đồng chí 14, 9/3/2026 17:00)",
                        "Chưa trả lời: Nhóm -13");
    }

    @Test
    void other_replies_stay_what_they_are() {
        ask("Mỗi thôn mấy hộ tham gia?");
        assertThat(upper.answers(message(upper), "Nộp ở đâu vậy?").messages()).isEmpty();
        assertThat(text(upper.answers("m0", "45"))).isEmpty();
        assertThat(page().text().text()).contains("Đã trả lời: 0");
    }

    @Test
    void a_choice_is_pressed_and_a_press_from_elsewhere_counts_for_nothing() {
        OutgoingMessage question = ask("Thi môn nào?\n- Kéo co\n- Bóng chuyền");
        String second = data(question, "Bóng chuyền");
        assertThat(text(upper.presses(second))).contains("Nhóm -11: Bóng chuyền");
        assertThat(text(lower.presses(data(question, "Kéo co")))).contains("Kéo co");
        desk.admin("20", "-20").says("/start");
        assertThat(text(desk.member("20", "-20").presses(second))).contains("không còn hiệu lực");
        assertThat(text(upper.presses("traloi:1:7"))).contains("không còn hiệu lực");
        assertThat(page().text().text()).contains("Bóng chuyền: 1", "Kéo co: 1", "Chưa trả lời: Nhóm -13");
    }

    @Test
    void words_answer_where_there_are_no_buttons() {
        ask("Đã nộp báo cáo xong chưa?");
        assertThat(text(upper.says("/traloi đã xong"))).contains("✅ Đã xong");
        assertThat(text(lower.tells("chưa xong"))).contains("⏳ Chưa xong");
        assertThat(text(nowhere.tells("trả lời đã nộp rồi"))).contains("✅ Đã xong");
        assertThat(text(desk.alone("1").says("/traloi đã xong"))).contains("không có câu hỏi nào");
        assertThat(page().text().text()).contains("✅ Đã xong: 2", "chưa trả lời: 0");
    }

    @Test
    void a_numbered_answer_goes_to_its_question() {
        ask("Mấy hộ?");
        ask("Mấy người?");
        assertThat(text(upper.says("/traloi #1 45"))).contains("45");
        assertThat(text(upper.says("/traloi 120"))).contains("120");
        assertThat(page().text().text()).contains("Tổng cộng: 45");
        assertThat(text(operator.says("/hoi 2"))).contains("Tổng cộng: 120");
        assertThat(text(upper.says("/traloi #99 1"))).contains("không có câu hỏi nào");
    }

    @Test
    void a_unit_answers_once_for_all_its_chats() {
        desk.database.write(handle -> handle.execute(
                "UPDATE chat SET unit_id = 2 WHERE id IN (?, ?)",
                upper.chat().id(),
                lower.chat().id()));
        ask("Mấy hộ?");
        upper.answers(message(upper), "45");
        assertThat(page().text().text())
                .contains("thôn Thượng: 45", "Đã trả lời: 1 · chưa trả lời: 1", "Chưa trả lời: Nhóm -13");
        lower.answers(message(lower), "46");
        assertThat(page().text().text()).contains("thôn Thượng: 46", "Tổng cộng: 46");
    }

    @Test
    void a_question_may_go_to_a_unit_alone() {
        desk.database.write(handle -> handle.execute(
                "UPDATE chat SET unit_id = 2 WHERE id = ?", upper.chat().id()));
        OutgoingMessage control = operator.says("/hoi Mấy hộ?").messages().get(0);
        OutgoingMessage units = pressed(control, "Một đơn vị");
        OutgoingMessage sure = pressed(units, "xã Phú Xuyên (1)");
        operator.presses(data(sure, "Gửi tới 1 nơi"));
        sent();
        assertThat(last)
                .extracting(each -> each.chat().id())
                .containsExactly(upper.chat().id());
    }

    @Test
    void only_those_who_have_not_answered_are_reminded_and_may_answer_the_reminder() {
        ask("Mấy hộ?");
        upper.answers(message(upper), "45");
        assertThat(text(operator.presses(data(page(), "Nhắc 2 nơi")))).contains("lời nhắc tới 2 nơi");
        assertThat(sent())
                .hasSize(2)
                .allSatisfy(message -> assertThat(message.text().text()).contains("Nhắc lại", "Mấy hộ?"));
        assertThat(text(operator.presses("hoi:1:remind"))).contains("Vừa nhắc");
        assertThat(text(lower.answers(message(lower), "12"))).contains("12");
        desk.now = desk.now.plus(Duration.ofHours(2));
        assertThat(text(operator.presses("hoi:1:remind"))).contains("tới 1 nơi");
    }

    @Test
    void a_closed_question_takes_no_answers() {
        OutgoingMessage question = ask("Đã nộp báo cáo xong chưa?");
        OutgoingMessage sure = pressed(page(), "Kết thúc");
        OutgoingMessage closed = pressed(sure, "Kết thúc câu hỏi");
        assertThat(closed.text().text()).contains("kết thúc lúc");
        assertThat(text(upper.presses(data(question, "Đã xong")))).contains("đã kết thúc");
        assertThat(text(upper.answers(message(upper), "đã xong"))).contains("đã kết thúc");
        assertThat(text(operator.presses("hoi:1:remind"))).contains("đã kết thúc");
        assertThat(page().text().text()).contains("Đã trả lời: 0");
    }

    @Test
    void the_table_is_exported_with_every_answer() throws IOException {
        ask("Mấy hộ?");
        upper.answers(message(upper), "45");
        upper.answers(message(upper), "47");
        Media.Made file = (Media.Made) operator.presses(data(page(), "Tải bảng"))
                .messages()
                .get(0)
                .media()
                .orElseThrow();
        assertThat(file.name()).isEqualTo("tra-loi-1.xlsx");
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(file.content()))) {
            var summary = book.getSheet("Tổng hợp");
            assertThat(summary.getRow(0).getCell(0).getStringCellValue()).isEqualTo("XÃ PHÚ XUYÊN");
            assertThat(summary.getRow(0).getCell(3).getStringCellValue())
                    .isEqualTo("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
            assertThat(summary.getRow(2).getCell(3).getStringCellValue())
                    .isEqualTo("Phú Xuyên, ngày 09 tháng 3 năm 2026");
            assertThat(summary.getRow(4).getCell(0).getStringCellValue()).isEqualTo("TỔNG HỢP CÂU TRẢ LỜI");
            assertThat(summary.getRow(6).getCell(0).getStringCellValue())
                    .isEqualTo("Tuần 11: từ ngày 9/3/2026 đến ngày 15/3/2026");
            assertThat(summary.getRow(9).getCell(5).getStringCellValue()).isEqualTo("Ghi chú");
            assertThat(summary.getRow(10).getCell(1).getStringCellValue()).isEqualTo("Nhóm -11");
            assertThat(summary.getRow(10).getCell(2).getNumericCellValue()).isEqualTo(47);
            assertThat(summary.getRow(11).getCell(5).getStringCellValue()).isEqualTo("Chưa trả lời");
            assertThat(summary.getRow(13).getCell(1).getStringCellValue()).isEqualTo("Tổng cộng");
            assertThat(summary.getRow(13).getCell(2).getNumericCellValue()).isEqualTo(47);
            assertThat(summary.getRow(15).getCell(0).getStringCellValue()).isEqualTo("NGƯỜI LẬP BIỂU");
            assertThat(summary.getRow(15).getCell(3).getStringCellValue()).isEqualTo("THỦ TRƯỞNG ĐƠN VỊ");
            assertThat(book.getSheet("Mọi lần trả lời").getLastRowNum()).isEqualTo(3);
        }
    }

    @Test
    void a_manager_sees_only_what_they_asked_and_asks_only_their_chats() {
        ask("Mấy hộ?");
        operator.says("/quantri them 9 xã Phú Xuyên");
        CommandHarness.Voice manager = desk.alone("9");
        assertThat(text(manager.says("/hoi 1"))).contains("Không có câu hỏi 1");
        assertThat(text(manager.presses("hoi:1:view"))).contains("không còn hiệu lực");
        OutgoingMessage control = manager.says("/hoi Mấy người?").messages().get(0);
        assertThat(text(manager.presses(data(control, "Tất cả nhóm (0)")))).contains("Chưa có nơi nhận");
    }

    @Test
    void a_question_that_is_not_clear_is_asked_for_again() {
        assertThat(text(operator.says("/hoi - Kéo co\n- Bóng chuyền"))).contains("Câu hỏi chưa rõ");
        assertThat(text(operator.says("/hoi Môn nào?\n- Kéo co"))).contains("Câu hỏi chưa rõ");
        assertThat(text(operator.says("/hoi"))).contains("gõ /hoi và câu hỏi");
        for (String forged : List.of("hoi:x:view", "hoi:9:view", "hoi:1", "hoi:", "traloi:x:1", "traloi:1:x")) {
            assertThat(text(operator.presses(forged))).as(forged).contains("không còn hiệu lực");
        }
    }

    @Test
    void what_was_cancelled_is_not_sent() {
        OutgoingMessage control = operator.says("/hoi Mấy hộ?").messages().get(0);
        operator.presses(data(control, "Hủy"));
        assertThat(text(operator.presses(data(control, "Tất cả nhóm")))).contains("không còn hiệu lực");
    }

    @Test
    void old_questions_are_forgotten_with_their_answers() {
        ask("Mấy hộ?");
        upper.answers(message(upper), "45");
        InquiryStore inquiries = new InquiryStore(desk.database);
        assertThat(inquiries.forget(desk.now)).isZero();
        assertThat(inquiries.forget(desk.now.plusSeconds(1))).isEqualTo(1);
        assertThat(inquiries.find(1)).isEmpty();
        assertThat(inquiries.answers(1)).isEmpty();
    }

    @Test
    void a_group_that_moves_takes_its_answers_along() {
        ask("Mấy hộ?");
        upper.answers(message(upper), "45");
        desk.chats.move(CommandHarness.BOT, "-11", "-12", desk.now);
        assertThat(page().text().text()).contains("Đã trả lời: 1 · chưa trả lời: 1", "Chưa trả lời: Nhóm -13");
    }

    @Test
    void who_asked_is_told_once_that_nobody_is_missing() {
        ask("Mấy hộ?");
        upper.answers(message(upper), "1");
        lower.answers(message(lower), "2");
        assertThat(sent()).isEmpty();
        nowhere.says("/traloi 3");
        assertThat(sent())
                .singleElement()
                .satisfies(told -> assertThat(told.text().text()).contains("Câu hỏi #1 đã đủ câu trả lời", "Mấy hộ?"));
        upper.says("/traloi 4");
        assertThat(sent()).isEmpty();
    }

    @Test
    void a_question_that_repeats_is_asked_again_with_a_press() {
        ask("Thi môn nào?\n- Kéo co\n- Bóng chuyền");
        OutgoingMessage control =
                operator.presses(data(page(), "Hỏi lại")).messages().get(0);
        assertThat(control.text().text()).contains("Thi môn nào?", "2. Bóng chuyền");
        OutgoingMessage sure = pressed(control, "Tất cả nhóm (3)");
        operator.presses(data(sure, "Gửi tới 3 nơi"));
        assertThat(sent()).hasSize(3);
        assertThat(text(upper.says("/traloi 2"))).contains("Bóng chuyền");
        assertThat(text(operator.says("/hoi 2"))).contains("Bóng chuyền: 1");
        assertThat(page().text().text()).contains("Đã trả lời: 0");
    }

    @Test
    void people_alone_with_the_bot_are_asked_when_all_are_and_answer_without_a_reply() {
        OutgoingMessage control = operator.says("/hoi Mấy hộ?").messages().get(0);
        operator.presses(data(pressed(control, "Mọi nơi nhận (4)"), "Gửi tới 4 nơi"));
        assertThat(sent()).hasSize(4);
        assertThat(text(operator.says("45 hộ"))).contains("Đã ghi câu trả lời của Nhóm 1: 45");
        assertThat(text(operator.says("tìm 45 hộ"))).doesNotContain("Đã ghi");
        assertThat(page().text().text()).contains("Đã trả lời: 1 · chưa trả lời: 3");
    }

    @Test
    void an_acknowledgement_in_reply_to_a_question_that_it_does_not_answer_is_told_so() {
        ask("Mấy hộ?");
        assertThat(text(upper.answers(message(upper), "Đã nắm ạ"))).contains("đúng một số", "/traloi #1 45");
    }

    @Test
    void a_draft_opens_once_and_takes_no_other_kind_then() {
        InquiryStore inquiries = new InquiryStore(desk.database);
        long id = inquiries.add(AnswerKind.LINE, "Nơi tổ chức?", List.of(), "telegram:1", desk.now);
        assertThat(inquiries.open(id, 1, List.of(upper.chat().id()), desk.now)).isTrue();
        assertThat(inquiries.open(id, 2, List.of(lower.chat().id()), desk.now)).isFalse();
        inquiries.change(id, AnswerKind.NUMBER);
        assertThat(inquiries.chats(id)).containsExactly(upper.chat().id());
        assertThat(inquiries.find(id).orElseThrow().kind()).isEqualTo(AnswerKind.LINE);
    }

    @Test
    void the_journal_tells_of_questions_and_invitations_in_words_of_people() {
        ask("Mỗi thôn mấy hộ tham gia?");
        OutgoingMessage page = operator.says("/hoi 1").messages().get(0);
        pressed(pressed(page, "Kết thúc"), "Kết thúc câu hỏi");
        operator.says("/moi thôn Thượng: tất cả");

        assertThat(text(operator.says("/nhatky")))
                .contains("hỏi và thu thập câu trả lời – #1, tới 3 nơi", "kết thúc câu hỏi – #1")
                .containsPattern("tạo mã mời – đến \\d+/\\d+/\\d{4} \\d\\d:\\d\\d")
                .doesNotContain("until", "chats", "closed");
    }
}
