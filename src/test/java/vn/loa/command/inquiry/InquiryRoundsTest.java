package vn.loa.command.inquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.loa.command.CommandHarness.OPERATOR;
import static vn.loa.command.CommandHarness.text;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.command.CommandHarness;
import vn.loa.model.Access;
import vn.loa.model.Button;
import vn.loa.model.Delivery;
import vn.loa.model.OutgoingMessage;
import vn.loa.store.delivery.DeliveryStore;
import vn.loa.store.inquiry.InquiryRound;
import vn.loa.store.inquiry.InquiryStore;
import vn.loa.store.message.NoticeStore;

/** A question is asked again every week or month, and each round has answers of its own. */
class InquiryRoundsTest {
    private static final Duration WEEK = Duration.ofDays(7);

    @TempDir
    private Path folder;

    private CommandHarness desk;
    private CommandHarness.Voice operator;
    private CommandHarness.Voice upper;
    private CommandHarness.Voice lower;
    private InquiryStore inquiries;

    @BeforeEach
    void ask() {
        desk = new CommandHarness(folder, Access.OPEN, OPERATOR);
        inquiries = new InquiryStore(desk.database);
        operator = desk.alone("1");
        operator.says("/start");
        upper = desk.admin("11", "-11");
        lower = desk.admin("12", "-12");
        List.of(upper, lower).forEach(voice -> voice.says("/start"));
        desk.now = Instant.parse("2026-03-13T01:00:00Z");
        operator.says("/hoi Mỗi thôn mấy hộ tham gia?");
        operator.presses("hoi:1:send:groups");
        sent();
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private List<OutgoingMessage> sent() {
        DeliveryStore deliveries = new DeliveryStore(desk.database);
        List<Delivery> claimed = deliveries.claim(CommandHarness.BOT, 100, desk.now, Duration.ofMinutes(1));
        claimed.forEach(
                each -> deliveries.sent(each, "m" + each.chat().address().chatId() + "." + each.id(), 0, desk.now));
        return claimed.stream()
                .map(each ->
                        new NoticeStore(desk.database).message(each.noticeId().orElseThrow()))
                .toList();
    }

    /** What goes out when Loa looks after so much time. */
    private List<OutgoingMessage> after(Duration time) {
        desk.now = desk.now.plus(time);
        desk.messages.run();
        desk.messages.run();
        return sent();
    }

    private OutgoingMessage page(int number) {
        return operator.says("/hoi " + number).messages().get(0);
    }

    private static List<String> labels(OutgoingMessage message) {
        return CommandHarness.buttons(message).stream()
                .map(Button.Action::label)
                .toList();
    }

    @Test
    void a_question_goes_again_every_week_at_the_same_time_to_the_same_chats() {
        assertThat(text(operator.presses("hoi:1:WEEKLY"))).contains("20/3/2026", "hằng tuần");
        assertThat(after(WEEK.minusSeconds(1))).isEmpty();
        assertThat(after(Duration.ofSeconds(1)))
                .hasSize(2)
                .allSatisfy(message -> assertThat(message.text().text())
                        .contains("Câu hỏi hằng tuần", "Mỗi thôn mấy hộ tham gia?", "#2"));
        assertThat(after(Duration.ofHours(1))).isEmpty();
        assertThat(after(WEEK.minusHours(1))).hasSize(2);
        assertThat(inquiries.find(4)).isEmpty();
    }

    @Test
    void each_round_has_answers_of_its_own_and_closes_the_former_one() {
        upper.says("/traloi 45");
        operator.says("/hoi 1 hằng tuần");
        after(WEEK);
        assertThat(text(lower.says("/traloi #1 7"))).contains("đã kết thúc");
        lower.says("/traloi 12");
        assertThat(page(1).text().text()).contains("Tổng cộng: 45", "kết thúc lúc");
        assertThat(page(2).text().text()).contains("Tổng cộng: 12", "Đã trả lời: 1 · chưa trả lời: 1", "lần tới lúc");
        assertThat(labels(operator.says("/hoi").messages().get(0)))
                .anyMatch(label -> label.startsWith("🟢 #2 · 20/3/2026 · Mỗi thôn"))
                .anyMatch(label -> label.startsWith("🔒 #1 · 13/3/2026 · Mỗi thôn"));
    }

    private static Instant at(String civil) {
        return LocalDateTime.parse(civil).atZone(ZoneId.of("Asia/Ho_Chi_Minh")).toInstant();
    }

    /** It was asked on Friday 13 March at 8:00. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hằng tuần                        | 2026-03-20T08:00 | 2026-03-27T08:00",
                "hằng tuần thứ sáu 7h30           | 2026-03-20T07:30 | 2026-03-27T07:30",
                "hằng tuần thứ sáu 16h            | 2026-03-13T16:00 | 2026-03-20T16:00",
                "thứ hai hằng tuần, lúc 4 giờ chiều | 2026-03-16T16:00 | 2026-03-23T16:00",
                "mỗi tuần vào chủ nhật            | 2026-03-15T08:00 | 2026-03-22T08:00",
                "hằng tuần 7:15                   | 2026-03-20T07:15 | 2026-03-27T07:15",
                "lặp lại hằng tuần thứ 5 bảy giờ rưỡi sáng | 2026-03-19T07:30 | 2026-03-26T07:30",
                "hằng tháng ngày 5 lúc 8 giờ      | 2026-04-05T08:00 | 2026-05-05T08:00",
                "ngày 20 hàng tháng               | 2026-03-20T08:00 | 2026-04-20T08:00",
                "hằng tháng ngày 31 lúc 7 giờ 30 phút | 2026-03-31T07:30 | 2026-04-30T07:30",
                "hằng tháng ngày cuối tháng 17h   | 2026-03-31T17:00 | 2026-04-30T17:00",
                "hằng tháng lúc 9g00              | 2026-03-13T09:00 | 2026-04-13T09:00"
            })
    void a_question_goes_again_on_the_day_and_at_the_time_that_are_told(String words, String next, String after) {
        assertThat(text(operator.says("/hoi 1 " + words))).contains("lần tới lúc");
        assertThat(inquiries.round(1).orElseThrow().next()).isEqualTo(at(next));
        desk.now = at(next).minusSeconds(1);
        assertThat(after(Duration.ZERO)).isEmpty();
        assertThat(after(Duration.ofSeconds(1))).hasSize(2);
        assertThat(inquiries.round(2).orElseThrow().next()).isEqualTo(at(after));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hằng tuần 25h",
                "hằng tháng ngày 32",
                "hằng tháng ngày 0",
                "hằng tuần ngày 5",
                "hằng tháng thứ sáu",
                "hằng tuần 7h75"
            })
    void a_day_or_time_that_does_not_exist_is_asked_for_again(String words) {
        assertThat(text(operator.says("/hoi 1 " + words))).contains("Chưa rõ ngày giờ", "/hoi 1 hằng tuần thứ sáu");
        assertThat(inquiries.round(1)).isEmpty();
    }

    @Test
    void another_time_takes_the_place_of_the_former_one() {
        operator.says("/hoi 1 hằng tuần");
        operator.presses("hoi:1:end");
        operator.says("/hoi 1 hằng tuần thứ hai 7h");
        assertThat(inquiries.round(1).orElseThrow().next()).isEqualTo(at("2026-03-16T07:00"));
        assertThat(text(operator.says("/hoi 12 thôn nộp báo cáo hằng tháng ngày 5 chưa?")))
                .contains("12 thôn nộp báo cáo");
    }

    @Test
    void after_an_outage_of_several_rounds_one_is_asked_and_the_next_comes_at_its_time() {
        operator.says("/hoi 1 hằng tuần");
        assertThat(after(Duration.ofDays(24))).hasSize(2);
        assertThat(inquiries.round(2).orElseThrow().next()).isEqualTo(Instant.parse("2026-04-10T01:00:00Z"));
    }

    @Test
    void months_are_counted_from_the_first_round() {
        operator.presses("hoi:1:MONTHLY");
        assertThat(after(Duration.ofDays(31))).hasSize(2);
        assertThat(inquiries.round(2).orElseThrow().first()).isEqualTo(Instant.parse("2026-03-13T01:00:00Z"));
        assertThat(inquiries.round(2).orElseThrow().next()).isEqualTo(Instant.parse("2026-05-13T01:00:00Z"));
    }

    @Test
    void a_round_is_asked_once_although_two_servers_look_for_it() {
        operator.says("/hoi 1 lặp lại mỗi tuần");
        InquiryRound due = inquiries.due(desk.now.plus(WEEK)).get(0);
        Instant next = due.next().plus(WEEK);
        assertThat(inquiries.postpone(due, next)).isTrue();
        assertThat(inquiries.postpone(due, next)).isFalse();
    }

    @Test
    void what_repeats_no_more_is_not_asked_again() {
        operator.says("/hoi 1 hằng tuần");
        assertThat(labels(page(1))).contains("⏹ Thôi lặp lại").doesNotContain("🔁 Lặp lại hằng tuần");
        assertThat(text(operator.says("/hoi 1 thôi lặp lại"))).contains("không lặp lại nữa");
        assertThat(text(operator.presses("hoi:1:ONCE"))).contains("không lặp lại, hoặc");
        assertThat(labels(page(1)))
                .contains("🔁 Lặp lại hằng tuần", "🔁 Lặp lại hằng tháng")
                .doesNotContain("⏹ Thôi lặp lại");
        assertThat(after(WEEK)).isEmpty();
    }

    @Test
    void a_round_that_was_ended_early_is_followed_by_the_next() {
        operator.says("/hoi 1 hằng tuần");
        operator.presses("hoi:1:end");
        assertThat(labels(page(1))).contains("⏹ Thôi lặp lại").doesNotContain("🔁 Lặp lại hằng tháng");
        assertThat(after(WEEK)).hasSize(2);
    }

    @Test
    void neither_a_draft_nor_a_former_round_begins_to_repeat() {
        operator.says("/hoi Mấy người?");
        assertThat(text(operator.says("/hoi 2 hằng tuần"))).contains("chưa lặp lại được");
        operator.says("/hoi 1 hằng tuần");
        after(WEEK);
        assertThat(text(operator.presses("hoi:1:WEEKLY"))).contains("chưa lặp lại được");
        assertThat(text(operator.says("/hoi 1 thôi lặp lại"))).contains("đã có lần hỏi sau");
        assertThat(text(operator.says("/hoi 77 hằng tuần"))).contains("Không có câu hỏi 77");
        assertThat(text(operator.says("/hoi 12 thôn mấy hộ tham gia?"))).contains("12 thôn mấy hộ tham gia?");
    }

    @Test
    void a_question_that_repeats_is_not_forgotten_and_its_former_rounds_are() {
        operator.says("/hoi 1 hằng tháng");
        Instant later = desk.now.plus(Duration.ofDays(20));
        assertThat(inquiries.forget(later)).isZero();
        after(Duration.ofDays(31));
        assertThat(inquiries.forget(later)).isEqualTo(1);
        assertThat(inquiries.find(1)).isEmpty();
        assertThat(inquiries.chats(2)).hasSize(2);
    }
}
