package vn.loa.command.announce;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.loa.command.CommandHarness.OPERATOR;
import static vn.loa.command.CommandHarness.text;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.command.CommandHarness;
import vn.loa.command.NumberedMenus;
import vn.loa.command.Reply;
import vn.loa.command.incoming.IncomingCommand;
import vn.loa.command.incoming.Sender;
import vn.loa.model.Access;
import vn.loa.model.Bot;
import vn.loa.model.Button;
import vn.loa.model.Chat;
import vn.loa.model.ChatAddress;
import vn.loa.model.ChatKind;
import vn.loa.model.Delivery;
import vn.loa.model.Media;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.PersonId;
import vn.loa.model.Platform;
import vn.loa.model.Subscription;
import vn.loa.phrases.Phrases;
import vn.loa.store.message.AlbumPart;

/** The button that sends again what is missing under an announcement answers every press with what comes of it. */
class MissingFilesTest {
    @TempDir
    private Path folder;

    private CommandHarness desk;
    private CommandHarness.Voice operator;
    private long notice;
    private Chat group;

    @BeforeEach
    void announce() {
        desk = new CommandHarness(folder, Access.OPEN, OPERATOR);
        operator = desk.alone("1");
        operator.says("/start");
        desk.admin("8", "-1").says("/start");
        group = desk.admin("8", "-1").chat();
        desk.storage
                .subscriptions()
                .add(new Subscription(group.id(), Subscription.Kind.ALL, "", ""), OPERATOR, CommandHarness.NOW);
        OutgoingMessage control = operator.says("/thongbao Họp").messages().get(1);
        OutgoingMessage sure =
                operator.presses(data(control, "Chỉ các nhóm")).edit().orElseThrow();
        operator.presses(data(sure, "Đồng ý"));
        arrivesWithoutItsSecondPicture();
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private void arrivesWithoutItsSecondPicture() {
        Delivery delivery = desk.storage
                .deliveries()
                .claim(CommandHarness.BOT, 10, CommandHarness.NOW, Duration.ofMinutes(1))
                .get(0);
        notice = delivery.noticeId().orElseThrow();
        desk.storage
                .notices()
                .change(
                        notice,
                        desk.storage
                                .notices()
                                .message(notice)
                                .withMedia(new Media.Album(List.of(photo("1"), photo("2")))));
        desk.storage
                .albums()
                .arrived(
                        delivery.id(),
                        delivery.chat().address().chatId(),
                        List.of(AlbumPart.ofFile("m1", true, 0)),
                        Map.of(1, "wrong file identifier"));
        desk.storage.deliveries().begin(List.of(delivery));
        desk.storage.deliveries().sent(delivery, "m1", 0, CommandHarness.NOW);
    }

    private static Media.Kept photo(String id) {
        return new Media.Kept(CommandHarness.BOT, Media.Kept.Form.PHOTO, id);
    }

    private static String data(OutgoingMessage message, String label) {
        return CommandHarness.buttons(message).stream()
                .filter(button -> button.label().contains(label))
                .map(Button.Action::data)
                .findFirst()
                .orElseThrow();
    }

    private OutgoingMessage results() {
        return operator.says("/thongbao").messages().get(0);
    }

    private String press(CommandHarness.Voice who) {
        return text(who.presses("thongbao:" + notice + ":files"));
    }

    @Test
    void its_author_is_offered_it_where_the_gap_is_told() {
        desk.messages.run();
        assertThat(desk.waitingNotices())
                .singleElement()
                .satisfies(message ->
                        assertThat(data(message, "Gửi lại phần còn thiếu")).isEqualTo("thongbao:" + notice + ":files"));
        assertThat(data(results(), "Gửi lại phần còn thiếu: Họp")).isEqualTo("thongbao:" + notice + ":files");
    }

    @Test
    void a_second_press_does_nothing_more_and_says_so() {
        assertThat(press(operator)).contains("Đang gửi lại phần còn thiếu tới 1 nơi");
        assertThat(press(operator)).contains("đang được gửi lại tới 1 nơi rồi");
        assertThat(text(operator.says("/thongbao"))).contains("ảnh thứ 2 ở 1 nơi (đang gửi)");
        assertThat(CommandHarness.buttons(results()))
                .noneMatch(each -> each.label().contains("còn thiếu"));
    }

    @Test
    void nobody_is_sent_to_a_button_that_is_not_there() {
        desk.storage
                .notices()
                .change(notice, desk.storage.notices().message(notice).withoutMedia());
        assertThat(results().text().text())
                .doesNotContain("Gửi lại phần còn thiếu")
                .contains("Hiện chưa gửi lại được tới những nơi này");
        desk.messages.run();
        assertThat(desk.waitingNotices())
                .noneMatch(message -> message.text().text().contains("Gửi lại phần còn thiếu"))
                .anyMatch(message -> message.text().text().contains("Hiện chưa gửi lại được tới những nơi này"));
    }

    @Test
    void a_press_after_all_have_it_says_so() {
        desk.storage.albums().arrived(1, "", List.of(), Map.of());
        assertThat(press(operator)).contains("Không còn nơi nào thiếu", "/thongbao");
    }

    @Test
    void a_press_after_the_bot_has_left_says_what_to_do() {
        desk.storage.chats().close(group.id(), "kicked", CommandHarness.NOW);
        assertThat(press(operator)).contains("1 nơi chưa nhận đủ", "bot không còn ở đó", "thêm lại bot");
    }

    @Test
    void a_press_after_it_was_taken_back_says_what_to_do() {
        desk.storage.amendments().recall(notice, CommandHarness.NOW);
        assertThat(press(operator)).contains("đã thu hồi", "/thongbao");
    }

    @Test
    void a_press_whose_files_are_gone_says_what_to_do() {
        desk.storage
                .notices()
                .change(notice, desk.storage.notices().message(notice).withoutMedia());
        assertThat(press(operator)).contains("không còn giữ tệp", "/thongbao");
        assertThat(text(operator.presses("thongbao:99999:files"))).contains("không còn giữ tệp", "/thongbao");
    }

    @Test
    void nobody_else_sends_it_again() {
        assertThat(press(desk.alone("9"))).doesNotContain("Đang gửi lại");
        assertThat(desk.storage.resends().places(notice).open()).isEqualTo(1);
    }

    @Test
    void where_there_are_no_buttons_a_number_is_the_same_press() {
        NumberedMenus menus = new NumberedMenus(Phrases.vietnamese(), () -> CommandHarness.NOW);
        OutgoingMessage results = results();
        List<OutgoingMessage> shown = menus.said(heard("/thongbao"), Reply.of(results));
        String number = shown.stream()
                .flatMap(each -> each.text().text().lines())
                .filter(line -> line.matches("\\d+\\. .*Gửi lại phần còn thiếu.*"))
                .findFirst()
                .orElseThrow()
                .replaceFirst("\\..*", "");
        assertThat(menus.understood(heard(number)).words()).isEqualTo("thongbao:" + notice + ":files");
    }

    private static IncomingCommand heard(String words) {
        Sender sender = new Sender(new PersonId(Platform.ZALO, "1"), "Cô Lan", () -> false);
        return new IncomingCommand(
                ChatAddress.of(new Bot(Platform.ZALO, "main"), "1"),
                ChatKind.PRIVATE,
                "",
                sender,
                words,
                Optional.empty(),
                true);
    }
}
