package vn.loa.command.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.loa.command.CommandHarness.OPERATOR;
import static vn.loa.command.CommandHarness.text;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.command.CommandHarness;
import vn.loa.command.Reply;
import vn.loa.model.Access;
import vn.loa.model.Article;
import vn.loa.model.ArticleContent;
import vn.loa.model.Button;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.Priority;
import vn.loa.model.Published;
import vn.loa.model.SpeakingTimes;
import vn.loa.model.Summary;
import vn.loa.store.article.ArticleStore;
import vn.loa.store.article.NewArticle;
import vn.loa.store.chat.SpeakingStore;
import vn.loa.store.delivery.DeliveryStore;
import vn.loa.store.delivery.DigestStore;

/** It is Monday 9 March 2026, 17:00 in Hà Nội. */
class ScheduleCommandTest {
    private static final String AS_SHIPPED =
            "• Có tin là gửi ngay, tất cả các ngày.\n" + "• Giờ yên lặng 21:30–6:00: tin vẫn tới, không kêu chuông.";

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

    @Test
    void without_words_the_present_times_are_told_with_buttons_for_the_common_choices() {
        OutgoingMessage shown = admin.says("/lich").messages().get(0);
        assertThat(shown.text().text()).isEqualTo("Lịch gửi tin\n" + AS_SHIPPED);
        assertThat(labels(shown))
                .contains("✅ Gửi ngay khi có tin", "Bản tin 7:00 và 16:30", "✅ Đêm: không chuông", "3 ngày");
    }

    @Test
    void what_was_chosen_is_said_back_in_words() {
        assertThat(text(admin.says("/lich 16h30 7h")))
                .isEqualTo("Đã ghi nhận. Lịch gửi tin:\n• Gửi thành bản tin lúc 7:00 và 16:30, tất cả các ngày.\n"
                        + "• Giờ yên lặng 21:30–6:00: tin vẫn tới, không kêu chuông.");
        assertThat(text(admin.says("/lich ngaylamviec"))).contains("từ thứ Hai đến thứ Sáu");
        assertThat(text(admin.says("/lich yên lặng 22h 5h30 giữ lại"))).contains("22:00–5:30: tin được giữ lại");
        assertThat(text(admin.says("/lich 7h 22h30"))).contains("Bản tin rơi vào giờ yên lặng sẽ được gửi lúc 5:30.");
        assertThat(text(admin.says("/lich yenlang tắt"))).contains("Không đặt giờ yên lặng.");
        assertThat(text(admin.says("/schedule now"))).contains("Có tin là gửi ngay");
    }

    @Test
    void a_pause_says_when_news_come_again_and_how_to_end_it() {
        Reply paused = admin.says("/lich tamdung 30/4");
        assertThat(text(paused)).contains("Đang tạm dừng; tin được giữ lại và gửi chung một lần vào 30/4/2026 06:00.");
        assertThat(labels(paused.messages().get(0))).contains("Gửi tin trở lại");
        assertThat(text(admin.says("/lich chạy"))).doesNotContain("tạm dừng");
        admin.says("/lich tamdung 1 ngày");
        desk.now = CommandHarness.NOW.plus(Duration.ofDays(2));
        assertThat(text(admin.says("/lich"))).doesNotContain("tạm dừng");
    }

    @Test
    void what_is_not_understood_changes_nothing_and_is_answered_with_examples() {
        admin.says("/lich 7:00");
        assertThat(text(admin.says("/lich <b>{0}</b>")))
                .startsWith("Tôi chưa hiểu lịch \"<b>{0}</b>\".")
                .contains("/lich 7:00 16:30", "/tamdung đến 1/12");
        assertThat(text(admin.says("/lich tamdung 31/2"))).contains("chưa rõ ngày kết thúc", "31/2");
        assertThat(times(admin).digests()).containsExactly(LocalTime.of(7, 0));
    }

    @ParameterizedTest
    @CsvSource({
        "/tamdung đến 1/12, 2026-12-01",
        "/tamdung 3 ngày, 2026-03-12",
        "/tạm dừng đến hết tuần, 2026-03-16",
        "/tamdung tới thứ hai, 2026-03-16",
        "/tamdung đến thứ tư tuần sau, 2026-03-18",
        "/tamdung đến mai, 2026-03-10",
        "/lich tamdung đến hết tháng, 2026-04-01"
    })
    void a_pause_ends_on_the_day_that_was_named(String words, LocalDate end) {
        admin.says(words);
        assertThat(times(admin).pausedUntil().map(at -> LocalDate.ofInstant(at, ZoneId.of("Asia/Ho_Chi_Minh"))))
                .contains(end);
        admin.says("/guilai");
        assertThat(times(admin).pausedUntil()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "gửi lại từ mai, 2026-03-10",
        "từ 1/12 gửi lại, 2026-12-01",
        "tạm dừng tới thứ hai, 2026-03-16",
        "nghỉ 3 ngày, 2026-03-12",
        "nghỉ tới 5/12 rồi gửi lại, 2026-12-05",
        "tạm dừng đến hết tuần, 2026-03-16"
    })
    void news_that_are_wanted_again_from_a_day_on_wait_until_then(String words, LocalDate end) {
        CommandHarness.Voice an = desk.alone("9");
        assertThat(text(an.says(words))).contains("Đang tạm dừng");
        assertThat(times(an).pausedUntil().map(at -> LocalDate.ofInstant(at, ZoneId.of("Asia/Ho_Chi_Minh"))))
                .contains(end);
    }

    @Test
    void a_pause_without_an_end_offers_some() {
        assertThat(CommandHarness.buttons(admin.says("/tamdung").messages().get(0)))
                .hasSize(3);
    }

    @Test
    void the_buttons_do_what_they_say() {
        for (Button.Action button :
                CommandHarness.buttons(admin.says("/lich").messages().get(0))) {
            Reply reply = admin.presses(button.data());
            if (button.data().startsWith("lich:@")) {
                assertThat(reply.toast()).as(button.label()).contains("Đã ghi nhận.");
            }
            assertThat(reply.edit()).as(button.label()).isPresent();
        }
        admin.presses("lich:7:00 16:30");
        assertThat(times(admin).digests()).containsExactly(LocalTime.of(7, 0), LocalTime.of(16, 30));
        OutgoingMessage shown = admin.presses("lich:yenlang giu lai").edit().orElseThrow();
        assertThat(labels(shown)).contains("✅ Bản tin 7:00 và 16:30", "✅ Đêm: giữ lại", "✅ Chỉ ngày làm việc");
        assertThat(text(admin.presses("lich:xyz"))).contains("không còn hiệu lực");
    }

    @Test
    void the_times_lead_back_to_the_settings_and_close() {
        Reply settings = admin.presses("caidat:lich");
        OutgoingMessage shown = settings.edit().orElseThrow();
        assertThat(labels(shown)).contains("‹ Quay lại", "Đóng");
        List<Button.Action> buttons = CommandHarness.buttons(shown);
        assertThat(text(admin.presses(buttons.get(buttons.size() - 2).data()))).contains("Cài đặt của cuộc");
        assertThat(text(admin.presses(buttons.get(buttons.size() - 1).data()))).contains("Đã đóng.");
    }

    @Test
    void a_button_from_the_day_before_yesterday_changes_nothing() {
        Button.Action morning = CommandHarness.buttons(
                        admin.says("/lich").messages().get(0))
                .stream()
                .filter(button -> button.label().equals("Bản tin 7:00"))
                .findFirst()
                .orElseThrow();
        desk.now = desk.now.plus(Duration.ofDays(2));
        assertThat(text(admin.presses(morning.data()))).contains("không còn hiệu lực");
        assertThat(times(admin).digests()).isEmpty();
    }

    @Test
    void each_chat_has_its_own_times() {
        admin.says("/lich 7:00");
        assertThat(times(desk.admin("8", "-200")).digests()).isEmpty();
    }

    @Test
    void a_person_alone_with_the_bot_chooses_for_himself() {
        CommandHarness.Voice alone = desk.alone("7");
        assertThat(text(alone.says("lịch gửi tin 7h"))).contains("Gửi thành bản tin lúc 7:00");
        assertThat(times(alone).digests()).hasSize(1);
    }

    @Test
    void the_list_of_what_is_followed_shows_the_times_that_were_chosen() {
        admin.says("/theodoi tất cả");
        assertThat(text(admin.says("/danhsach"))).doesNotContain("Lịch gửi tin");
        admin.says("/lich 7:00");
        assertThat(text(admin.says("/danhsach"))).contains("Lịch gửi tin\n• Gửi thành bản tin lúc 7:00");
    }

    @Test
    void what_waits_is_shown_and_moves_with_the_times() {
        admin.says("/theodoi tất cả");
        admin.says("/lich tamdung 3 ngày");
        announce();
        admin.says("/lich 7:00");
        assertThat(text(admin.says("/lich"))).contains("Đang giữ 1 tin, sẽ gửi vào 13/3/2026 07:00.");
        assertThat(text(desk.alone("1").says("/trangthai")))
                .contains("Chờ đến giờ gửi: 1 tin; 1 cuộc trò chuyện đang tạm dừng.");
        admin.says("/lich chay");
        assertThat(next()).isEqualTo(Instant.parse("2026-03-10T00:00:00Z"));
        admin.says("/lich ngay");
        assertThat(new DeliveryStore(desk.database)
                        .claim(CommandHarness.BOT, 10, CommandHarness.NOW, Duration.ofMinutes(1)))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/tamdung từ 5/4 đến 10/4", "/tamdung từ ngày 5/4 tới hết 10/4", "/tamdung từ mai đến 10/4"})
    void a_pause_that_is_to_begin_later_is_offered_from_now_on_and_not_begun(String words) {
        Reply reply = admin.says(words);
        assertThat(text(reply)).contains("11/4/2026", "ngay bây giờ");
        assertThat(times(admin).pausedUntil()).isEmpty();
        Button.Action now = CommandHarness.buttons(reply.messages().get(0)).get(0);
        assertThat(now.label()).contains("bắt đầu ngay bây giờ");
        admin.presses(now.data());
        assertThat(times(admin).pausedUntil())
                .contains(LocalDate.of(2026, 4, 11)
                        .atStartOfDay(ZoneId.of("Asia/Ho_Chi_Minh"))
                        .toInstant());
    }

    @Test
    void a_spoken_pause_that_is_to_begin_later_is_offered_too_and_ends_the_same_day() {
        Reply reply = admin.tells("tạm dừng từ 5/4 đến 10/4");
        assertThat(times(admin).pausedUntil()).isEmpty();
        assertThat(labels(reply.messages().get(0)).get(0)).contains("11/4/2026", "bắt đầu ngay bây giờ");
    }

    private Instant next() {
        return new DigestStore(desk.database)
                .held(admin.chat().id(), desk.now)
                .orElseThrow()
                .next();
    }

    private void announce() {
        ArticleContent content =
                new ArticleContent("Tin", Published.unknown(), "", List.of(), "", "", Optional.empty(), List.of());
        Summary summary = new Summary(List.of(), Optional.empty());
        Article article = new ArticleStore(desk.database)
                .add(
                        new NewArticle("1", "px", "Tin", URI.create("http://x/1"), content, summary, "tin", ""),
                        CommandHarness.NOW);
        new DeliveryStore(desk.database).enqueueArticle(article.id(), Priority.ORDINARY, CommandHarness.NOW);
    }

    private SpeakingTimes times(CommandHarness.Voice voice) {
        voice.says("/danhsach");
        return new SpeakingStore(desk.database).of(voice.chat().id()).times();
    }

    private static List<String> labels(OutgoingMessage message) {
        return CommandHarness.buttons(message).stream()
                .map(Button.Action::label)
                .toList();
    }
}
