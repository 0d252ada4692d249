package vn.loa.command.announce;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.loa.command.CommandHarness.OPERATOR;
import static vn.loa.command.CommandHarness.text;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.command.CommandHarness;
import vn.loa.command.Reply;
import vn.loa.command.incoming.IncomingAttachment;
import vn.loa.model.Access;
import vn.loa.model.Button;
import vn.loa.model.Chat;
import vn.loa.model.ChatKind;
import vn.loa.model.Delivery;
import vn.loa.model.Media;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.Priority;
import vn.loa.model.Subscription;
import vn.loa.store.MigratedDatabase;
import vn.loa.store.SettingStore;
import vn.loa.store.chat.OperatorStore;
import vn.loa.store.chat.PersonalDataStore;
import vn.loa.store.chat.SubscriptionStore;
import vn.loa.store.delivery.DeliveryStore;
import vn.loa.store.message.AlbumPart;
import vn.loa.store.message.AlbumStore;
import vn.loa.store.message.NoticeStore;

/** An operator's own announcements. */
class AnnounceCommandTest {
    @TempDir
    private Path folder;

    private CommandHarness desk;
    private CommandHarness.Voice operator;

    @BeforeEach
    void open() {
        desk = new CommandHarness(folder, Access.OPEN, OPERATOR);
        operator = desk.alone("1");
        operator.says("/start");
        for (int i = 1; i <= 11; i++) {
            desk.admin("8", "-" + i).says("/start");
            follow(desk.admin("8", "-" + i).chat());
        }
    }

    private void follow(Chat chat) {
        new SubscriptionStore(desk.database)
                .add(new Subscription(chat.id(), Subscription.Kind.ALL, "", ""), OPERATOR, CommandHarness.NOW);
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
                .orElseThrow();
    }

    private OutgoingMessage control(String text) {
        return operator.says("/thongbao " + text).messages().get(1);
    }

    private Reply compose() {
        return operator.presses(data(operator.says("/thongbao").messages().get(0), "Soạn"));
    }

    private void sendToAll(OutgoingMessage control) {
        OutgoingMessage sure =
                operator.presses(data(control, "Chỉ các nhóm")).edit().orElseThrow();
        operator.presses(data(sure, "Đồng ý"));
    }

    private List<Delivery> entered() {
        return new DeliveryStore(desk.database)
                .claim(CommandHarness.BOT, 100, CommandHarness.NOW, Duration.ofMinutes(1));
    }

    @Test
    void it_is_shown_as_it_will_be_before_anybody_gets_it() {
        Reply reply = operator.says("/thongbao Họp giao ban\n8 giờ ngày 20/9  tại hội trường.");
        assertThat(reply.messages().get(0).text().text())
                .isEqualTo("📢 Thông báo\nHọp giao ban\n8 giờ ngày 20/9  tại hội trường.\nNgười gửi: Đồng chí 1");
        assertThat(entered()).isEmpty();
    }

    @Test
    void it_goes_to_all_chats_once() {
        OutgoingMessage control = control("Họp");
        String all = data(control, "Chỉ các nhóm (11)");
        OutgoingMessage sure = operator.presses(all).edit().orElseThrow();
        assertThat(sure.text().text()).contains("tới 11 nơi", "chắc không");
        assertThat(entered()).isEmpty();
        String yes = data(sure, "Đồng ý");
        assertThat(text(operator.presses(yes))).contains("Đã xếp gửi tới 11 nơi");
        assertThat(text(operator.presses(yes))).contains("không còn hiệu lực");
        assertThat(entered()).hasSize(11).allMatch(delivery -> delivery.priority() == Priority.ORDINARY);
        assertThat(text(operator.says("/thongbao"))).contains("• Họp", "đã tới 0, đang chờ 11, không gửi được 0");
    }

    @Test
    void an_urgent_one_overtakes_the_others() {
        OutgoingMessage sure =
                operator.presses(data(control("Bão"), "Khẩn")).edit().orElseThrow();
        assertThat(sure.text().text()).contains("Thông báo khẩn", "11");
        operator.presses(data(sure, "Đồng ý"));
        assertThat(entered()).hasSize(11).allMatch(delivery -> delivery.priority() == Priority.URGENT);
    }

    @Test
    void chats_are_chosen_by_ticks_over_pages() {
        OutgoingMessage control = control("Họp");
        OutgoingMessage first = operator.presses(data(control, "Chọn")).edit().orElseThrow();
        assertThat(first.text().text()).contains("trang 1/2");
        assertThat(text(operator.presses(data(first, "Gửi (0)")))).contains("chưa chọn nơi nhận nào");
        OutgoingMessage ticked = operator.presses(data(first, "Nhóm -3")).edit().orElseThrow();
        assertThat(data(ticked, "✅ Nhóm -3")).isNotEmpty();
        OutgoingMessage second = operator.presses(data(ticked, "Sau ›")).edit().orElseThrow();
        OutgoingMessage both = operator.presses(data(second, "Nhóm -10")).edit().orElseThrow();
        OutgoingMessage one = operator.presses(data(both, "✅ Nhóm -10")).edit().orElseThrow();
        assertThat(text(operator.presses(data(one, "Gửi (1)")))).contains("Đã xếp gửi tới 1 nơi");
        assertThat(entered())
                .singleElement()
                .satisfies(delivery ->
                        assertThat(delivery.chat().address().chatId()).isEqualTo("-3"));
    }

    @Test
    void one_for_a_few_chats_can_be_urgent_too() {
        OutgoingMessage first =
                operator.presses(data(control("Bão"), "Chọn")).edit().orElseThrow();
        assertThat(text(operator.presses(data(first, "Gửi khẩn (0)")))).contains("chưa chọn nơi nhận nào");
        OutgoingMessage ticked = operator.presses(data(first, "Nhóm -3")).edit().orElseThrow();
        OutgoingMessage sure =
                operator.presses(data(ticked, "Gửi khẩn (1)")).edit().orElseThrow();
        assertThat(sure.text().text()).contains("Thông báo khẩn", "tới 1 nơi");
        operator.presses(data(sure, "Đồng ý"));
        assertThat(entered()).singleElement().satisfies(delivery -> {
            assertThat(delivery.priority()).isEqualTo(Priority.URGENT);
            assertThat(delivery.chat().address().chatId()).isEqualTo("-3");
        });
    }

    @Test
    void what_was_cancelled_cannot_be_sent_any_more() {
        OutgoingMessage control = control("Họp");
        assertThat(text(operator.presses(data(control, "Hủy")))).contains("Đã hủy");
        assertThat(text(operator.presses(data(control, "Chỉ các nhóm (11)")))).contains("không còn hiệu lực");
        assertThat(entered()).isEmpty();
    }

    @Test
    void only_an_operator_presses_its_buttons_and_forged_ones_do_nothing() {
        OutgoingMessage control = control("Họp");
        assertThat(text(desk.admin("8", "-1").presses(data(control, "Chỉ các nhóm (11)"))))
                .contains("chỉ người phụ trách");
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

    @Test
    void a_picture_under_which_the_command_stands_is_announced_with_the_words() {
        Reply reply = operator.sendsPhoto("/thongbao Sơ đồ hội trường");
        OutgoingMessage preview = reply.messages().get(0);
        assertThat(preview.text().text()).isEqualTo("📢 Thông báo\nSơ đồ hội trường\nNgười gửi: Đồng chí 1");
        assertThat(preview.media()).contains(CommandHarness.PHOTO);
        sendToAll(reply.messages().get(1));
        assertThat(entered()).hasSize(11);
        assertThat(text(operator.sendsPhoto("/thongbao " + "x".repeat(901)))).contains("900 ký tự");
    }

    @Test
    void an_operator_who_sends_a_video_hears_what_can_be_announced() {
        IncomingAttachment video = new IncomingAttachment(Optional.empty(), true, Optional.empty());
        assertThat(text(operator.sends("", video))).contains("chỉ đọc được tin nhắn bằng chữ");
        assertThat(text(operator.sends("/khongco", video))).isNotEmpty();
        compose();
        assertThat(text(operator.sends("", video))).contains("chữ, ảnh và tệp", "gửi lại");
        Reply reply = operator.sends("Họp", video);
        assertThat(reply.messages().get(0).text().text()).isEqualTo("📢 Thông báo\nHọp\nNgười gửi: Đồng chí 1");
        assertThat(text(reply)).contains("thông báo này chỉ có phần chữ");
        assertThat(text(operator.sends("/thongbao", video))).contains("chữ, ảnh và tệp", "gửi lại");
    }

    @Test
    void pictures_that_were_sent_together_become_one_announcement_whichever_has_the_words() {
        compose();
        Reply first = operator.sends("", part("1"));
        assertThat(text(first)).contains("Đang nhận các ảnh");
        assertThat(operator.sends("Họp", part("2"))).isEqualTo(Reply.none());
        assertThat(operator.sends("", part("3"))).isEqualTo(Reply.none());
        Reply shown = operator.presses(
                CommandHarness.buttons(first.messages().get(0)).get(0).data());
        OutgoingMessage preview = shown.messages().get(0);
        assertThat(preview.text().text()).isEqualTo("📢 Thông báo\nHọp\nNgười gửi: Đồng chí 1");
        assertThat(preview.media()).contains(new Media.Album(List.of(photo("1"), photo("2"), photo("3"))));
        assertThat(text(shown)).contains("phần lời đi trước, 3 ảnh");
        sendToAll(shown.messages().get(1));
        assertThat(entered()).hasSize(11);
        assertThat(text(operator.sends("", part("4")))).doesNotContain("Thông báo");
    }

    @Test
    void another_set_and_other_words_do_not_join_an_announcement_that_gathers() {
        operator.sends("/thongbao Họp", part("1"));
        IncomingAttachment other = new IncomingAttachment(Optional.of(photo("9")), false, Optional.of("bộ khác"));
        assertThat(text(operator.sends("", other))).isEmpty();
        assertThat(text(operator.says("tin mới"))).doesNotContain("Thông báo");
        assertThat(text(operator.sends("", new IncomingAttachment(Optional.empty(), true, Optional.of("bộ")))))
                .contains("Video");
    }

    private static IncomingAttachment part(String number) {
        return new IncomingAttachment(Optional.of(photo(number)), false, Optional.of("bộ"));
    }

    private static Media.Kept photo(String number) {
        return new Media.Kept(CommandHarness.BOT, Media.Kept.Form.PHOTO, "photo-" + number);
    }

    @Test
    void what_is_forwarded_after_the_question_is_announced() {
        assertThat(text(operator.forwards("Công văn số 12"))).isEmpty();
        assertThat(text(compose())).contains("chuyển tiếp ngay vào đây", "15 phút");
        Reply reply = operator.forwards("/moi Công văn số 12");
        assertThat(reply.messages().get(0).text().text())
                .isEqualTo("📢 Thông báo\n/moi Công văn số 12\nNgười gửi: Đồng chí 1");
        assertThat(text(operator.forwards("Công văn số 13"))).isEmpty();
    }

    @Test
    void nothing_is_waited_for_any_more_after_a_quarter_of_an_hour_or_a_second_thought() {
        compose();
        desk.now = CommandHarness.NOW.plus(Duration.ofMinutes(16));
        assertThat(text(operator.forwards("Công văn số 12"))).isEmpty();
        OutgoingMessage question = compose().messages().get(0);
        operator.presses(CommandHarness.buttons(question).get(0).data());
        assertThat(text(operator.forwards("Công văn số 12"))).isEmpty();
    }

    @Test
    void nothing_is_waited_for_any_more_when_the_operator_asks_for_something_else() {
        compose();
        assertThat(text(operator.says("/trogiup"))).contains("Đồng chí cần việc gì");
        assertThat(text(operator.forwards("Công văn số 12"))).isEmpty();
    }

    @Test
    void somebody_who_is_no_operator_any_more_is_not_heard_when_he_answers() {
        CommandHarness.Voice other = desk.alone("5");
        other.says("/start");
        assertThat(text(other.says("/thongbao"))).contains("chỉ người phụ trách");
        assertThat(text(other.forwards("Công văn"))).isEmpty();
    }

    @Test
    void the_operator_decides_whether_people_are_asked_to_acknowledge() {
        OutgoingMessage control = control("Họp");
        Reply without = operator.presses(data(control, "☑ Xin xác nhận"));
        assertThat(CommandHarness.buttons(without.edit().orElseThrow()).get(0).label())
                .startsWith("☐");
        sendToAll(control);
        long notice = entered().get(0).noticeId().orElseThrow();
        assertThat(new NoticeStore(desk.database).asksForReceipts(notice)).isFalse();
    }

    @Test
    void all_chats_of_a_unit_and_of_those_within_it_are_chosen_at_once() {
        operator.says("/donvi them xã A");
        operator.says("/donvi them thôn B thuộc xã A");
        for (int i = 1; i <= 3; i++) {
            long chat = desk.member("8", "-" + i).chat().id();
            operator.presses("nhom:v:" + chat + ":" + (i == 1 ? 1 : 2));
        }
        OutgoingMessage menu =
                operator.presses(data(control("Họp"), "Chọn nơi nhận")).edit().orElseThrow();
        OutgoingMessage units =
                operator.presses(data(menu, "Theo đơn vị")).edit().orElseThrow();
        OutgoingMessage chosen =
                operator.presses(data(units, "xã A (3)")).edit().orElseThrow();
        assertThat(data(chosen, "✅ xã A (3)")).isNotEmpty();
        assertThat(data(chosen, "✅ thôn B (xã A) (2)")).isNotEmpty();
        OutgoingMessage fewer = operator.presses(data(chosen, "thôn B")).edit().orElseThrow();
        operator.presses(data(fewer, "Gửi (1)"));
        assertThat(entered()).hasSize(1);
    }

    @Test
    void a_group_gets_it_once_where_it_follows_news_and_persons_and_strangers_only_when_they_are_ticked() {
        desk.inTopic("8", "-100", "5").says("/start");
        desk.inTopic("8", "-100", "6").says("/start");
        follow(desk.inTopic("8", "-100", "5").chat());
        follow(desk.inTopic("8", "-100", "6").chat());
        desk.admin("8", "-200").says("/start");
        desk.alone("9").says("/start");
        follow(desk.alone("9").chat());
        OutgoingMessage control = control("Họp");
        OutgoingMessage menu =
                operator.presses(data(control, "Chọn nơi nhận")).edit().orElseThrow();
        OutgoingMessage last = operator.presses(data(menu, "Sau ›")).edit().orElseThrow();
        assertThat(CommandHarness.buttons(last))
                .extracting(Button.Action::label)
                .anyMatch(label -> label.contains("👤"));
        sendToAll(control);
        List<Delivery> entered = entered();
        assertThat(entered).hasSize(12);
        assertThat(entered)
                .filteredOn(delivery -> delivery.chat().address().chatId().equals("-100"))
                .singleElement()
                .satisfies(delivery ->
                        assertThat(delivery.chat().address().topicId()).isEqualTo("5"));
        assertThat(entered).noneMatch(delivery -> delivery.chat().kind() == ChatKind.PRIVATE);
        assertThat(entered)
                .noneMatch(delivery -> delivery.chat().address().chatId().equals("-200"));
    }

    @Test
    void a_chat_that_somebody_let_in_gets_it_though_it_follows_nothing() {
        desk.admin("8", "-200").says("/start");
        desk.chats.approve(desk.admin("8", "-200").chat().id());
        assertThat(data(control("Họp"), "Chỉ các nhóm (12)")).isNotEmpty();
    }

    @Test
    void the_menu_is_in_order_is_narrowed_by_typing_and_ticks_whole_pages() {
        OutgoingMessage first =
                operator.presses(data(control("Họp"), "Chọn nơi nhận")).edit().orElseThrow();
        assertThat(CommandHarness.buttons(first).get(0).label()).isEqualTo("Nhóm -1");
        assertThat(CommandHarness.buttons(first).get(1).label()).isEqualTo("Nhóm -2");
        OutgoingMessage narrowed = operator.says("nhóm -1").messages().get(0);
        assertThat(narrowed.text().text()).contains("có 3 nơi");
        OutgoingMessage ticked =
                operator.presses(data(narrowed, "Chọn cả trang")).edit().orElseThrow();
        assertThat(text(operator.presses(data(ticked, "Gửi (3)")))).contains("tới 3 nơi");
        assertThat(entered())
                .extracting(delivery -> delivery.chat().address().chatId())
                .containsExactlyInAnyOrder("-1", "-10", "-11");
    }

    @Test
    void it_goes_at_the_time_that_its_author_tells_and_can_be_taken_back_before() {
        OutgoingMessage control = control("Họp");
        assertThat(text(operator.presses(data(control, "lúc khác")))).contains("7h sáng mai");
        assertThat(text(operator.says("hôm nào đó"))).contains("chưa đọc được");
        OutgoingMessage planned = operator.says("7h sáng mai").messages().get(0);
        assertThat(planned.text().text()).contains("sẽ gửi lúc").contains("7:00");
        OutgoingMessage sure =
                operator.presses(data(planned, "Chỉ các nhóm")).edit().orElseThrow();
        assertThat(text(operator.presses(data(sure, "Đồng ý")))).contains("sẽ tự gửi tới 11 nơi");
        desk.messages.run();
        assertThat(entered()).isEmpty();
        OutgoingMessage results = operator.says("/thongbao").messages().get(0);
        assertThat(results.text().text()).contains("🕖 sẽ gửi lúc");
        desk.now = CommandHarness.NOW.plus(Duration.ofDays(1));
        desk.messages.run();
        desk.messages.run();
        assertThat(enteredAt(desk.now)).hasSize(11);
        assertThat(text(operator.presses(data(results, "Hủy hẹn")))).contains("đã gửi hoặc đã hủy");
    }

    @Test
    void one_that_repeats_enters_the_next_until_it_is_taken_back() {
        operator.presses(data(control("Nộp báo cáo tuần"), "lúc khác"));
        OutgoingMessage planned =
                operator.says("7h thứ hai hằng tuần").messages().get(0);
        assertThat(planned.text().text()).contains("hằng tuần");
        sendToAll(planned);
        Instant first = monday(1);
        assertThat(at(first.minusSeconds(1))).isZero();
        assertThat(at(first)).isEqualTo(11);
        assertThat(at(first.plusSeconds(60))).isZero();
        // Three weeks were missed: the next goes once.
        assertThat(at(first.plus(Duration.ofDays(21)).plusSeconds(60))).isEqualTo(11);
        assertThat(at(first.plus(Duration.ofDays(22)))).isZero();
        OutgoingMessage page = operator.says("/thongbao").messages().get(0);
        assertThat(page.text().text()).contains("hằng tuần");
        operator.presses(data(page, "Hủy hẹn"));
        assertThat(at(first.plus(Duration.ofDays(28)))).isZero();
    }

    private static Instant monday(int weeks) {
        return CommandHarness.NOW
                .atZone(ZoneId.of("Asia/Ho_Chi_Minh"))
                .toLocalDate()
                .with(TemporalAdjusters.next(DayOfWeek.MONDAY))
                .plusWeeks(weeks - 1L)
                .atTime(7, 0)
                .atZone(ZoneId.of("Asia/Ho_Chi_Minh"))
                .toInstant();
    }

    private int at(Instant time) {
        desk.now = time;
        desk.messages.run();
        List<Delivery> claimed = enteredAt(time);
        claimed.forEach(each -> new DeliveryStore(desk.database).sent(each, "m" + each.id(), 1, time));
        return claimed.size();
    }

    @Test
    void what_was_announced_can_be_announced_again() {
        sendToAll(control("Vệ sinh ngõ xóm"));
        String again = data(operator.says("/thongbao").messages().get(0), "Gửi lại");
        List<OutgoingMessage> draft = operator.presses(again).messages();
        assertThat(draft.get(0).text().text()).contains("Vệ sinh ngõ xóm");
        sendToAll(draft.get(1));
        assertThat(text(operator.says("/thongbao")).split("đang chờ 11", -1)).hasSize(3);
    }

    @Test
    void a_draft_becomes_a_question_of_its_kind() {
        OutgoingMessage number = operator.presses(data(control("Mỗi thôn mấy hộ tham gia?"), "Hỏi"))
                .messages()
                .get(0);
        assertThat(number.text().text()).contains("Mỗi thôn mấy hộ tham gia?").doesNotContain("📢", "Người gửi");
        OutgoingMessage choice = operator.presses(data(control("Họp ngày nào?\n- Thứ sáu\n- Thứ bảy"), "Hỏi"))
                .messages()
                .get(0);
        assertThat(choice.text().text()).contains("Họp ngày nào?", "Thứ sáu", "Thứ bảy");
        assertThat(operator.presses("hoi:999999:notice").toast()).isPresent();
    }

    @Test
    void what_was_planned_and_taken_back_does_not_go() {
        OutgoingMessage control = control("Họp");
        operator.presses(data(control, "lúc khác"));
        OutgoingMessage planned = operator.says("7h sáng mai").messages().get(0);
        sendToAll(planned);
        OutgoingMessage results = operator.says("/thongbao").messages().get(0);
        assertThat(text(operator.presses(data(results, "Hủy hẹn")))).contains("Đã hủy");
        desk.now = CommandHarness.NOW.plus(Duration.ofDays(1));
        desk.messages.run();
        assertThat(enteredAt(desk.now)).isEmpty();
    }

    @Test
    void where_it_is_set_a_second_operator_agrees_and_never_the_author() {
        new OperatorStore(desk.database).grant(CommandHarness.person("2"), "test", CommandHarness.NOW);
        CommandHarness.Voice second = desk.alone("2");
        second.says("/start");
        new SettingStore(desk.database).set(AnnouncementSending.SECOND_APPROVAL, "true");
        OutgoingMessage control = control("Họp");
        OutgoingMessage sure =
                operator.presses(data(control, "Chỉ các nhóm")).edit().orElseThrow();
        assertThat(text(operator.presses(data(sure, "Đồng ý")))).contains("chờ người thứ hai");
        List<OutgoingMessage> asked = desk.waitingNotices();
        assertThat(asked).hasSize(2).allMatch(message -> message.text().text().contains("Họp"));
        String yes = data(asked.get(0), "Duyệt gửi");
        assertThat(text(operator.presses(yes))).contains("cần người khác duyệt");
        assertThat(entered()).isEmpty();
        assertThat(text(second.presses(yes))).contains("Đã duyệt");
        assertThat(text(second.presses(yes))).contains("đã được người khác duyệt");
        assertThat(entered()).hasSizeGreaterThanOrEqualTo(11);
    }

    @Test
    void what_somebody_wrote_whose_data_were_erased_is_agreed_to_by_nobody() {
        new OperatorStore(desk.database).grant(CommandHarness.person("2"), "test", CommandHarness.NOW);
        CommandHarness.Voice second = desk.alone("2");
        second.says("/start");
        new SettingStore(desk.database).set(AnnouncementSending.SECOND_APPROVAL, "true");
        OutgoingMessage sure =
                operator.presses(data(control("Họp"), "Chỉ các nhóm")).edit().orElseThrow();
        operator.presses(data(sure, "Đồng ý"));
        OutgoingMessage asked = desk.waitingNotices().get(0);
        new PersonalDataStore(desk.database, () -> "p").erase(CommandHarness.OPERATOR);
        assertThat(text(operator.presses(data(asked, "Duyệt gửi")))).contains("đã xóa dữ liệu");
        assertThat(text(second.presses(data(asked, "Duyệt gửi")))).contains("/thongbao");
        assertThat(entered()).isEmpty();
        assertThat(text(second.presses(data(asked, "Không gửi")))).contains("Đã từ chối");
    }

    @Test
    void it_can_be_pinned_and_kept_from_being_forwarded() {
        OutgoingMessage control = control("Họp");
        operator.presses(data(control, "Ghim"));
        OutgoingMessage both =
                operator.presses(data(control, "Không cho chuyển tiếp")).edit().orElseThrow();
        assertThat(data(both, "☑ Ghim")).isNotEmpty();
        sendToAll(both);
        long notice = entered().get(0).noticeId().orElseThrow();
        assertThat(new NoticeStore(desk.database).message(notice).wishes())
                .containsExactlyInAnyOrder(OutgoingMessage.Wish.PIN, OutgoingMessage.Wish.PROTECT);
    }

    @Test
    void what_was_sent_can_be_corrected_and_taken_back_and_the_results_tell_of_it() {
        sendToAll(control("Họp 8 giờ"));
        DeliveryStore deliveries = new DeliveryStore(desk.database);
        entered().forEach(delivery -> {
            deliveries.begin(List.of(delivery));
            deliveries.sent(delivery, "m" + delivery.id(), 0, CommandHarness.NOW);
        });
        OutgoingMessage results = operator.says("/thongbao").messages().get(0);
        assertThat(text(operator.presses(data(results, "Sửa: Họp")))).contains("nội dung đúng");
        assertThat(text(operator.says("Họp 9 giờ"))).contains("Họp 9 giờ", "đang được sửa");
        assertThat(text(operator.says("/thongbao"))).contains("✏ sửa lúc", "còn 11 nơi chưa đổi");
        OutgoingMessage sure =
                operator.presses(data(results, "Thu hồi: Họp")).messages().get(0);
        assertThat(text(operator.presses(data(sure, "Thu hồi")))).contains("Đang thu hồi");
        assertThat(text(operator.says("/thongbao"))).contains("↩ thu hồi lúc");
        assertThat(text(operator.presses(data(results, "Sửa: Họp")))).contains("không sửa được nữa");
    }

    @Test
    void its_author_is_told_once_where_it_did_not_arrive() {
        sendToAll(control("Họp"));
        List<Delivery> entered = entered();
        new DeliveryStore(desk.database).dead(entered.get(0), "bot was kicked", CommandHarness.NOW);
        desk.messages.run();
        desk.messages.run();
        assertThat(desk.waitingNotices())
                .singleElement()
                .satisfies(message ->
                        assertThat(message.text().text()).contains("Thông báo \"Họp", "không tới được", "Nhóm -1: "));
    }

    @Test
    void its_author_the_results_and_the_report_name_the_files_that_are_missing() {
        sendToAll(control("Họp"));
        List<Delivery> entered = entered();
        Delivery delivery = entered.get(0);
        long notice = delivery.noticeId().orElseThrow();
        NoticeStore notices = new NoticeStore(desk.database);
        notices.change(notice, notices.message(notice).withMedia(new Media.Album(List.of(photo("1"), photo("2")))));
        new AlbumStore(desk.database)
                .arrived(
                        delivery.id(),
                        delivery.chat().address().chatId(),
                        List.of(AlbumPart.ofFile("m1", true, 0)),
                        Map.of(1, "Bad Request: wrong file identifier"));
        DeliveryStore deliveries = new DeliveryStore(desk.database);
        deliveries.begin(List.of(delivery));
        deliveries.sent(delivery, "m1", 0, CommandHarness.NOW);
        desk.messages.run();
        assertThat(desk.waitingNotices()).as("others are under way").isEmpty();
        deliveries.begin(entered.subList(1, entered.size()));
        entered.subList(1, entered.size())
                .forEach(other -> deliveries.sent(other, "m" + other.id(), 0, CommandHarness.NOW));
        desk.messages.run();
        desk.messages.run();
        assertThat(desk.waitingNotices()).singleElement().satisfies(message -> {
            assertThat(message.text().text()).contains("chưa trọn vẹn", "ảnh thứ 2 ở 1 nơi", "/thongbao");
            assertThat(CommandHarness.buttons(message)).hasSize(2);
        });
        assertThat(text(operator.says("/thongbao"))).contains("Chưa tới được: ảnh thứ 2 ở 1 nơi");
        assertThat(text(operator.says("/baocao bài"))).contains("Chưa tới được: ảnh thứ 2 ở 1 nơi");
    }

    private List<Delivery> enteredAt(Instant now) {
        return new DeliveryStore(desk.database).claim(CommandHarness.BOT, 100, now, Duration.ofMinutes(1));
    }

    private List<String> sets() {
        return MigratedDatabase.texts(desk.database, "SELECT name FROM setting WHERE name LIKE 'announce-set:%'");
    }

    @Test
    void of_whom_a_set_came_is_forgotten_when_its_draft_is_sent_or_cancelled() {
        Reply first = operator.sends("/thongbao Họp", part("1"));
        assertThat(sets()).hasSize(1);
        operator.presses(data(first.messages().get(0), "Hủy"));
        assertThat(sets()).isEmpty();
        OutgoingMessage gathering =
                operator.sends("/thongbao Họp", part("2")).messages().get(0);
        sendToAll(operator.presses(CommandHarness.buttons(gathering).get(0).data())
                .messages()
                .get(1));
        assertThat(sets()).isEmpty();
    }
}
