package vn.loa.command.report;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.loa.command.CommandHarness.NOW;
import static vn.loa.command.CommandHarness.OPERATOR;
import static vn.loa.command.CommandHarness.text;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.command.CommandHarness;
import vn.loa.command.Reply;
import vn.loa.model.Access;
import vn.loa.model.Delivery;
import vn.loa.model.DeliveryState;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.Priority;
import vn.loa.store.delivery.DeliveryStore;
import vn.loa.store.message.NoticeStore;

/** What operators see of what could not be delivered. */
class DeadLettersCommandTest {
    @TempDir
    private Path folder;

    private CommandHarness desk;
    private CommandHarness.Voice operator;
    private DeliveryStore deliveries;

    @BeforeEach
    void open() {
        desk = new CommandHarness(folder, Access.OPEN, OPERATOR);
        operator = desk.alone("1");
        operator.says("/start");
        deliveries = new DeliveryStore(desk.database);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private void died(String userId, String reason) {
        CommandHarness.Voice voice = desk.alone(userId);
        voice.says("/start");
        long notice = new NoticeStore(desk.database).add("test", OutgoingMessage.plain("x"), NOW);
        deliveries.enqueueNotice(notice, List.of(voice.chat().id()), Priority.NOTICE, NOW);
        Delivery claimed = deliveries
                .claim(CommandHarness.BOT, 1, NOW, Duration.ofMinutes(1))
                .get(0);
        deliveries.dead(claimed, reason, NOW);
    }

    @Test
    void where_all_arrived_there_is_nothing_to_tell() {
        assertThat(text(operator.says("/loi"))).isEqualTo("Không có tin nào không gửi được.");
    }

    @Test
    void they_are_told_by_reason_in_plain_words_the_most_frequent_first() {
        died("7", "Forbidden: bot was blocked by the user");
        died("8", "may have arrived: no answer in time");
        died("9", "may have arrived: no answer in time");
        String told = text(operator.says("/loi"));
        assertThat(told)
                .contains("1. 2 lượt – không rõ đã tới hay chưa (gần nhất 9/3/2026 17:00)")
                .contains("2. 1 lượt – người dùng đã chặn hoặc nhóm đã gỡ Loa")
                .doesNotContain("may have", "Forbidden");
    }

    @Test
    void a_group_is_tried_again_by_its_number_or_its_button_and_the_others_stay() {
        died("7", "odd");
        died("8", "other");
        died("9", "other");
        assertThat(text(operator.says("/loi gửi lại 1"))).isEqualTo("Đã xếp 2 lượt vào hàng chờ gửi lại.");
        assertThat(deliveries.count(DeliveryState.QUEUED)).isEqualTo(2);
        Reply list = operator.says("/loi");
        assertThat(text(list)).contains("1. 1 lượt").doesNotContain("other");
        String data = CommandHarness.buttons(list.messages().get(0)).get(0).data();
        assertThat(text(operator.presses(data))).contains("Không có tin nào không gửi được.", "[Đã xếp 1 lượt");
        assertThat(deliveries.count(DeliveryState.QUEUED)).isEqualTo(3);
        assertThat(text(operator.presses(data))).contains("Không có lượt nào gửi lại được");
    }

    @Test
    void all_are_tried_again_but_those_of_closed_chats() {
        died("7", "odd");
        died("8", "blocked");
        desk.chats.close(desk.alone("8").chat().id(), "blocked", NOW);
        assertThat(text(operator.says("/loi guilai"))).isEqualTo("Đã xếp 1 lượt vào hàng chờ gửi lại.");
        assertThat(text(operator.says("/loi guilai"))).contains("Không có lượt nào gửi lại được");
        assertThat(text(operator.says("/loi"))).contains("Không lượt nào gửi lại được: cuộc trò chuyện đã đóng");
    }

    @Test
    void what_is_tried_again_has_its_patience_anew() {
        died("7", "odd");
        operator.says("/loi guilai");
        Delivery again = deliveries
                .claim(CommandHarness.BOT, 1, NOW, Duration.ofMinutes(1))
                .get(0);
        assertThat(again.attempts()).isZero();
        assertThat(again.createdAt()).isEqualTo(NOW);
        assertThat(again.noDigest()).isTrue();
    }

    @Test
    void an_unknown_wish_is_answered_with_how_to_ask() {
        assertThat(text(operator.says("/loi gửi lại 5"))).contains("Gõ /loi gửi lại");
        assertThat(text(operator.says("/loi abc"))).contains("Gõ /loi gửi lại");
    }
}
