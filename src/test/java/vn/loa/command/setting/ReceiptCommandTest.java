package vn.loa.command.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.loa.command.CommandHarness.NOW;
import static vn.loa.command.CommandHarness.OPERATOR;
import static vn.loa.command.CommandHarness.text;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.command.CommandHarness;
import vn.loa.command.Reply;
import vn.loa.model.Access;
import vn.loa.model.Article;
import vn.loa.model.ArticleContent;
import vn.loa.model.Button;
import vn.loa.model.ChatAddress;
import vn.loa.model.Delivery;
import vn.loa.model.Media;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.Priority;
import vn.loa.model.Published;
import vn.loa.model.Summary;
import vn.loa.store.article.ArticleStore;
import vn.loa.store.article.NewArticle;
import vn.loa.store.chat.ChatStore;
import vn.loa.store.chat.MemberCountStore;
import vn.loa.store.delivery.DeliveryStore;
import vn.loa.store.delivery.ReportStore;
import vn.loa.text.Folding;

/** Receipts and the report that operators make of them. */
class ReceiptCommandTest {
    @TempDir
    private Path folder;

    private CommandHarness desk;
    private CommandHarness.Voice operator;
    private CommandHarness.Voice first;
    private CommandHarness.Voice second;
    private DeliveryStore deliveries;

    @BeforeEach
    void open() {
        desk = new CommandHarness(folder, Access.OPEN, OPERATOR);
        operator = desk.alone("1");
        first = desk.admin("7", "-100");
        second = desk.admin("8", "-200");
        first.says("/theodoi tất cả");
        second.says("/theodoi tất cả");
        deliveries = new DeliveryStore(desk.database);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private static NewArticle article(String title) {
        ArticleContent content =
                new ArticleContent(title, Published.unknown(), "", List.of("x"), "", "", Optional.empty(), List.of());
        URI url = URI.create("https://x.vn/" + title.hashCode());
        Summary summary = new Summary(List.of(), Optional.empty());
        return new NewArticle(title, "px", title, url, content, summary, Folding.fold(title), "");
    }

    private Article sent(String title) {
        Article article = new ArticleStore(desk.database).add(article(title), desk.now);
        deliveries.enqueueArticle(article.id(), Priority.ORDINARY, desk.now);
        deliveries
                .claim(CommandHarness.BOT, 10, desk.now, Duration.ofMinutes(1))
                .forEach(delivery -> deliveries.sent(delivery, "m" + delivery.id(), 1, desk.now));
        return article;
    }

    @Test
    void a_press_is_thanked_for_and_a_second_one_told_when_the_first_was() {
        Article article = sent("Tin một");
        assertThat(text(first.presses("nam:" + article.id()))).contains("Đã ghi nhận đồng chí đã nắm");
        desk.now = NOW.plusSeconds(600);
        assertThat(text(first.presses("nam:" + article.id()))).contains("Đồng chí đã xác nhận lúc 9/3/2026 17:00.");
    }

    @Test
    void a_press_that_is_faster_than_the_ledger_counts() {
        Article third = new ArticleStore(desk.database).add(article("Lịch tập huấn"), desk.now);
        deliveries.enqueueArticle(third.id(), Priority.ORDINARY, desk.now);
        assertThat(text(first.presses("nam:" + third.id()))).contains("không còn hiệu lực");
        deliveries.claim(CommandHarness.BOT, 10, desk.now, Duration.ofMinutes(1));
        assertThat(text(first.presses("nam:" + third.id()))).contains("Đã ghi nhận đồng chí đã nắm");
    }

    @Test
    void an_answer_that_is_faster_than_the_ledger_counts_for_what_is_being_sent() {
        first.says("/xacnhan bật");
        sent("Tin một");
        Article next = new ArticleStore(desk.database).add(article("Lịch tập huấn"), desk.now);
        deliveries.enqueueArticle(next.id(), Priority.ORDINARY, desk.now);
        assertThat(text(first.answers("m999", "Thôn Đông đã nắm ạ"))).contains("Xin đồng chí chọn");
        deliveries.claim(CommandHarness.BOT, 10, desk.now, Duration.ofMinutes(1));
        assertThat(text(first.answers("m1", "đã nắm"))).contains("Đã ghi nhận đồng chí đã nắm: Tin một");
        assertThat(text(first.answers("m999", "Thôn Đông đã nắm ạ"))).contains("Đã ghi nhận đồng chí đã nắm");
        assertThat(text(operator.says("/baocao bài tập huấn"))).contains("đã nắm ở 1 nơi");
    }

    @Test
    void words_acknowledge_the_message_that_they_answer_and_not_the_last_one() {
        first.says("/xacnhan bật");
        sent("Tin một");
        String older = new ReportStore(desk.database)
                .lastOf(first.chat().id(), 1)
                .get(0)
                .title();
        sent("Tin hai");
        assertThat(older).isEqualTo("Tin một");
        assertThat(text(first.answers("m1", "Dạ đã nắm ạ."))).contains("Đã ghi nhận đồng chí đã nắm: Tin một");
        assertThat(text(operator.says("/baocao bài tin một"))).contains("• Nhóm -100: ✅ 1 đồng chí đã nắm");
        assertThat(text(operator.says("/baocao bài tin hai"))).doesNotContain("✅");
        assertThat(text(first.answers("m999", "đã nắm"))).contains("Xin đồng chí chọn");
    }

    @Test
    void forged_presses_do_nothing_and_say_so() {
        sent("Tin một");
        for (String data : List.of("nam:99", "nam:x", "nam:")) {
            assertThat(text(first.presses(data))).contains("không còn hiệu lực");
        }
    }

    @Test
    void an_administrator_sets_whether_the_chat_is_asked() {
        assertThat(text(first.says("/xacnhan"))).contains("đang tắt");
        assertThat(text(first.says("/xacnhan bật"))).contains("Từ nay các đồng chí có thể xác nhận");
        assertThat(text(first.says("/xacnhan"))).contains("đang bật");
        assertThat(text(second.says("/xacnhan"))).contains("đang tắt");
        assertThat(text(first.says("/xacnhan tắt"))).contains("Đã tắt");
    }

    @Test
    void the_report_tells_for_each_chat_what_arrived_and_who_has_not_acknowledged() {
        first.says("/xacnhan bật");
        second.says("/xacnhan bật");
        Article one = sent("Tin một");
        sent("Tin hai");
        first.presses("nam:" + one.id());
        desk.member("9", "-100").presses("nam:" + one.id());
        String report = text(operator.says("/baocao"));
        assertThat(report)
                .contains("Báo cáo 9/3/2026", "Tổng cộng: đã tới 4.")
                .contains("• Nhóm -100: đã tới 2. Đã nắm 1/2 tin có xin xác nhận (2 đồng chí).")
                .contains("Chưa có đồng chí nào xác nhận: Nhóm -200")
                .doesNotContain("xác nhận: Nhóm -100");
    }

    @Test
    void a_report_is_a_spreadsheet_in_the_form_of_the_office() throws IOException {
        operator.says("/donvi them xã Phú Xuyên");
        first.says("/xacnhan bật");
        Article one = sent("Tin một");
        sent("Tin hai");
        first.presses("nam:" + one.id());
        Reply week = operator.says("/baocao tuần");
        String button = CommandHarness.buttons(week.messages().get(0)).stream()
                .filter(each -> each.label().contains("Tệp Excel"))
                .map(Button.Action::data)
                .findFirst()
                .orElseThrow();
        Media.Made file =
                (Media.Made) operator.presses(button).messages().get(0).media().orElseThrow();
        assertThat(file.name()).isEqualTo("bao-cao-2026-03-03-2026-03-09.xlsx");
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(file.content()))) {
            XSSFSheet sheet = book.getSheetAt(0);
            assertThat(sheet.getPrintSetup().getLandscape()).isTrue();
            assertThat(sheet.getRow(0).getCell(0).getStringCellValue()).isEqualTo("XÃ PHÚ XUYÊN");
            assertThat(sheet.getRow(6).getCell(0).getStringCellValue())
                    .isEqualTo("(Từ ngày 3/3/2026 đến ngày 9/3/2026)");
            assertThat(sheet.getRow(8).getCell(0).getStringCellValue()).isEqualTo("TT");
            XSSFRow group = sheet.getRow(9);
            assertThat(group.getCell(2).getStringCellValue()).isEqualTo("Nhóm -100");
            assertThat(group.getCell(3).getNumericCellValue()).isEqualTo(2);
            assertThat(group.getCell(4).getNumericCellValue()).isEqualTo(1);
            assertThat(sheet.getRow(10).getCell(8).getStringCellValue()).isEqualTo("Không xin xác nhận");
            assertThat(sheet.getRow(11).getCell(1).getStringCellValue()).isEqualTo("Tổng cộng");
            assertThat(sheet.getRow(11).getCell(3).getNumericCellValue()).isEqualTo(4);
        }
        assertThat(text(operator.says("/baocao hôm qua excel"))).contains("Không có tin nào");
    }

    @Test
    void the_report_tells_how_many_of_a_groups_members_have_acknowledged_where_that_is_known() {
        first.says("/xacnhan bật");
        Article one = sent("Tin một");
        first.presses("nam:" + one.id());
        long group = new ChatStore(desk.database)
                .find(ChatAddress.of(CommandHarness.BOT, "-100"))
                .orElseThrow()
                .id();
        // The bot is one of them.
        new MemberCountStore(desk.database).note(group, 33, Instant.EPOCH);

        assertThat(text(operator.says("/baocao"))).contains("Đã nắm 1/1 tin có xin xác nhận (1/32 đồng chí).");
        assertThat(text(operator.says("/baocao bài Tin một"))).contains("✅ 1/32 đồng chí đã nắm");
    }

    @Test
    void past_days_weeks_and_months_are_asked_for_in_words_or_by_buttons() {
        sent("Tin một");
        desk.now = NOW.plus(Duration.ofDays(1));
        assertThat(text(operator.says("/baocao hôm qua"))).contains("Báo cáo 9/3/2026", "Tổng cộng: đã tới 2.");
        assertThat(text(operator.says("/baocao tháng"))).contains("Báo cáo 1/3/2026 – 10/3/2026", "đã tới 2");
        Reply nothing = operator.says("/baocao tuần trước");
        assertThat(text(nothing)).contains("2/3/2026 – 8/3/2026").doesNotContain(" 0");
        assertThat(CommandHarness.buttons(nothing.messages().get(0)))
                .extracting(Button.Action::label)
                .containsExactly("Hôm qua", "Tuần này", "Tuần trước", "Tháng này", "Ai chưa nắm?");
        String yesterday =
                CommandHarness.buttons(nothing.messages().get(0)).get(0).data();
        assertThat(text(operator.presses(yesterday))).contains("Báo cáo 9/3/2026");
    }

    @Test
    void who_has_not_acknowledged_is_told_for_each_announcement() {
        first.says("/xacnhan bật");
        second.says("/xacnhan bật");
        Article one = sent("Tin một");
        first.presses("nam:" + one.id());
        Reply told = operator.says("/baocao ai chưa nắm?");
        assertThat(text(told)).contains("Tin một", "Chưa nắm: Nhóm -200").doesNotContain("Nhóm -100");
        String report = CommandHarness.buttons(told.messages().get(0)).get(0).data();
        assertThat(text(operator.presses(report))).contains("• Nhóm -200: đã tới, chưa ai xác nhận");
        second.presses("nam:" + one.id());
        assertThat(text(operator.says("/baocao chưa nắm"))).contains("Mọi nơi nhận đều đã xác nhận nắm");
    }

    @Test
    void a_day_or_a_week_is_asked_for_in_words() {
        sent("Tin một");
        desk.now = NOW.plus(Duration.ofDays(2));
        assertThat(text(operator.says("/baocao"))).contains("Không có tin nào được gửi trong thời gian: 11/3/2026");
        assertThat(text(operator.says("/baocao tuần"))).contains("Báo cáo 5/3/2026 – 11/3/2026", "đã tới 2");
        assertThat(text(operator.says("/baocao ngày 9/3"))).contains("Báo cáo 9/3/2026", "đã tới 2");
        assertThat(text(operator.says("/baocao 9/3/2025"))).contains("Không có tin nào");
        for (String odd : List.of("31/2", "hôm qua nhé")) {
            assertThat(text(operator.says("/baocao " + odd))).contains("Xin gõ /baocao");
        }
    }

    @Test
    void a_report_is_asked_for_a_unit_with_all_that_is_within_it() {
        operator.says("/donvi them xã A");
        operator.says("/donvi them thôn B thuộc xã A");
        operator.presses("nhom:v:" + first.chat().id() + ":2");
        sent("Tin một");
        for (String words : List.of("/baocao xã A", "/baocao tuần thôn b", "/baocao ngày 9/3 xã A")) {
            assertThat(text(operator.says(words)))
                    .as(words)
                    .contains("• Nhóm -100: đã tới 1", "Tổng cộng: đã tới 1")
                    .doesNotContain("Nhóm -200");
        }
        assertThat(text(operator.says("/baocao xã Z"))).contains("là ngày hay đơn vị nào");
    }

    @Test
    void a_week_comes_with_a_chart_and_a_day_does_not() throws IOException {
        Article one = sent("Tin một");
        first.presses("nam:" + one.id());
        assertThat(operator.says("/baocao").messages())
                .allMatch(message -> message.media().isEmpty());
        OutgoingMessage chart = operator.says("/baocao tuần").messages().get(1);
        assertThat(chart.text().text()).isEqualTo("Biểu đồ 3/3/2026 – 9/3/2026");
        BufferedImage drawn = ImageIO.read(
                new ByteArrayInputStream(((Media.Made) chart.media().orElseThrow()).content()));
        assertThat(drawn.getWidth()).isEqualTo(1000);
        assertThat(coloured(drawn)).isGreaterThan(10_000);
    }

    private static long coloured(BufferedImage image) {
        return IntStream.range(0, image.getHeight())
                .mapToLong(y -> IntStream.range(0, image.getWidth())
                        .map(x -> image.getRGB(x, y) & 0xFFFFFF)
                        .filter(colour -> colour == 0x1F5FA8 || colour == 0x3DAA6D)
                        .count())
                .sum();
    }

    @Test
    void one_announcement_is_reported_chat_by_chat_with_who_acknowledged_and_who_has_not() {
        first.says("/xacnhan bật");
        second.says("/xacnhan bật");
        Article one = sent("Tin một");
        sent("Tin hai");
        first.presses("nam:" + one.id());
        Reply choice = operator.says("/baocao bài");
        assertThat(text(choice)).contains("Xin đồng chí chọn tin");
        String data = CommandHarness.buttons(choice.messages().get(0)).stream()
                .filter(button -> button.label().equals("Tin một"))
                .findFirst()
                .orElseThrow()
                .data();
        assertThat(text(operator.presses(data)))
                .contains("Tin một", "Đã tới 2 nơi, đang chờ 0, không gửi được 0; đã nắm ở 1 nơi.")
                .contains("• Nhóm -100: ✅ 1 đồng chí đã nắm: Đồng chí 7")
                .contains("• Nhóm -200: đã tới, chưa ai xác nhận", "Chưa có đồng chí nào xác nhận: Nhóm -200");
        assertThat(text(operator.presses("baocao:999"))).contains("không còn hiệu lực");
        assertThat(text(first.presses(data))).contains("chỉ người phụ trách");
    }

    @Test
    void one_announcement_is_found_by_its_words_and_names_why_it_did_not_arrive() {
        Article one = sent("Tin một");
        sent("Tin hai");
        Article third = new ArticleStore(desk.database).add(article("Lịch tập huấn"), desk.now);
        deliveries.enqueueArticle(third.id(), Priority.ORDINARY, desk.now);
        deliveries
                .claim(CommandHarness.BOT, 10, desk.now, Duration.ofMinutes(1))
                .forEach(delivery -> deliveries.dead(delivery, "chat not found", desk.now));
        assertThat(text(operator.says("/baocao bài tập huấn")))
                .contains(
                        "Lịch tập huấn",
                        "không gửi được 2",
                        "• Nhóm -100: ❌ không gửi được (nền tảng không tìm thấy cuộc trò chuyện này)");
        assertThat(text(operator.says("/baocao bài bóng đá"))).contains("Không có tin nào đã gửi có chữ");
        assertThat(one.id()).isPositive();
    }

    @Test
    void an_announcement_by_hand_is_acknowledged_and_reported_too() {
        OutgoingMessage control =
                operator.says("/thongbao Họp lúc 8 giờ").messages().get(1);
        OutgoingMessage sure = operator.presses(
                        CommandHarness.buttons(control).get(3).data())
                .edit()
                .orElseThrow();
        operator.presses(CommandHarness.buttons(sure).get(0).data());
        List<Delivery> claimed = deliveries.claim(CommandHarness.BOT, 10, desk.now, Duration.ofMinutes(1));
        claimed.forEach(delivery -> deliveries.sent(delivery, "m" + delivery.id(), 0, desk.now));
        long notice = claimed.get(0).noticeId().orElseThrow();
        assertThat(text(first.presses("nam:n" + notice))).contains("Đã ghi nhận đồng chí đã nắm");
        assertThat(text(operator.says("/baocao bài")))
                .contains("Họp lúc 8 giờ", "• Nhóm -100: ✅ 1 đồng chí đã nắm: Đồng chí 7");
        assertThat(text(operator.says("/thongbao"))).contains("đã nắm ở 1 nơi");
        assertThat(text(operator.says("/baocao ngày"))).contains("Nhóm -100");
    }
}
