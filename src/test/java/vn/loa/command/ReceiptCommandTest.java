package vn.loa.command;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.loa.command.ChatDesk.NOW;
import static vn.loa.command.ChatDesk.OPERATOR;
import static vn.loa.command.ChatDesk.text;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.model.Access;
import vn.loa.model.Article;
import vn.loa.model.ArticleContent;
import vn.loa.model.Priority;
import vn.loa.model.Published;
import vn.loa.model.Summary;
import vn.loa.store.ArticleStore;
import vn.loa.store.DeliveryStore;
import vn.loa.store.NewArticle;

/** Receipts and the report that operators make of them. */
class ReceiptCommandTest {
    @TempDir
    private Path folder;

    private ChatDesk desk;
    private ChatDesk.Voice operator;
    private ChatDesk.Voice first;
    private ChatDesk.Voice second;
    private DeliveryStore deliveries;

    @BeforeEach
    void open() {
        desk = new ChatDesk(folder, Access.OPEN, OPERATOR);
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

    private Article sent(String title) {
        ArticleContent content =
                new ArticleContent(title, Published.unknown(), "", List.of("x"), "", "", Optional.empty(), List.of());
        URI url = URI.create("https://x.vn/" + title.hashCode());
        Article article = new ArticleStore(desk.database)
                .add(
                        new NewArticle(
                                title, "px", title, url, content, new Summary(List.of(), Optional.empty()), "", ""),
                        desk.now);
        deliveries.enqueueArticle(article.id(), Priority.ORDINARY, desk.now);
        deliveries
                .claim(ChatDesk.BOT, 10, desk.now, Duration.ofMinutes(1))
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
    void forged_presses_do_nothing_and_say_so() {
        sent("Tin một");
        for (String data : List.of("nam:99", "nam:x", "nam:")) {
            assertThat(text(first.presses(data))).contains("không còn hiệu lực");
        }
    }

    @Test
    void an_administrator_sets_whether_the_chat_is_asked() {
        assertThat(text(first.says("/xacnhan"))).contains("đang tắt");
        assertThat(text(first.says("/xacnhan bật"))).contains("Từ nay dưới mỗi tin có nút");
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
                .contains("Báo cáo 9/3/2026", "Tổng cộng: đã tới 4, đang chờ 0, không gửi được 0.")
                .contains("• Nhóm -100: đã tới 2, đang chờ 0, không gửi được 0. Đã nắm 1/2 tin (2 đồng chí).")
                .contains("Chưa có đồng chí nào xác nhận: Nhóm -200")
                .doesNotContain("xác nhận: Nhóm -100");
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
}
