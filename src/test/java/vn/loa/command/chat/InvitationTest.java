package vn.loa.command.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.loa.command.CommandHarness.OPERATOR;
import static vn.loa.command.CommandHarness.text;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.command.CommandHarness;
import vn.loa.command.Reply;
import vn.loa.model.Access;
import vn.loa.model.Button;
import vn.loa.model.ChatState;

/** Chats that get in by a code from an operator. */
class InvitationTest {
    @TempDir
    private Path folder;

    private CommandHarness desk;
    private CommandHarness.Voice group;

    @BeforeEach
    void open() {
        desk = new CommandHarness(folder, Access.INVITE, OPERATOR);
        group = desk.admin("8", "-100");
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private String code() {
        String told = text(desk.alone("1").says("/moi"));
        return told.lines()
                .filter(line -> line.startsWith("/start "))
                .findFirst()
                .orElseThrow()
                .substring("/start ".length());
    }

    @Test
    void a_chat_without_a_code_waits_and_nobody_is_asked() {
        assertThat(text(group.says("/start"))).contains("xin gõ /start kèm mã mời");
        assertThat(group.chat().state()).isEqualTo(ChatState.PENDING);
        assertThat(desk.waitingNotices()).isEmpty();
    }

    @Test
    void a_code_lets_one_chat_in_once() {
        String code = code();
        assertThat(text(group.says("/start " + code.toLowerCase(Locale.ROOT)))).contains("đã được duyệt nhận tin");
        assertThat(group.chat().state()).isEqualTo(ChatState.ACTIVE);
        CommandHarness.Voice other = desk.admin("9", "-200");
        assertThat(text(other.says("/start " + code))).doesNotContain("đã được duyệt");
        assertThat(other.chat().state()).isEqualTo(ChatState.PENDING);
    }

    @Test
    void a_code_is_enough_bare_in_any_case_and_with_courtesies() {
        for (String form : List.of("%s", "/start %s", "start %s", "dạ cháu gửi mã %s ạ", "Mã: %s.", "/start %s ạ")) {
            String code = code();
            CommandHarness.Voice some = desk.alone("7" + Math.abs(form.hashCode() % 1000));
            assertThat(text(some.says(form.formatted(code.toLowerCase(Locale.ROOT)))))
                    .as(form)
                    .contains("đã được duyệt nhận tin");
        }
        assertThat(text(desk.alone("9").says("hop8h30sang"))).doesNotContain("Mã mời");
    }

    @Test
    void operators_read_who_came_in_and_the_chat_who_administers_it_what_it_follows_and_when_news_come() {
        CommandHarness.Voice operator = desk.alone("1");
        operator.says("/donvi them thôn Thượng");
        String code = text(operator.says("/moi thôn Thượng: tất cả"))
                .lines()
                .filter(line -> line.startsWith("/start "))
                .findFirst()
                .orElseThrow();
        String welcome = text(desk.member("9", "-300").says(code));
        assertThat(welcome)
                .contains(
                        "Đơn vị: thôn Thượng",
                        "Quản trị nhóm trên Loa: đồng chí",
                        "Đã theo dõi: Tất cả",
                        "Tin đầu tiên");
        assertThat(desk.waitingNotices())
                .singleElement()
                .satisfies(notice -> assertThat(notice.text().text()).startsWith("🏠 thôn Thượng đã vào ("));
    }

    @Test
    void a_pasted_list_gives_as_many_codes_and_units_that_are_unknown_are_offered_to_be_made() {
        CommandHarness.Voice operator = desk.alone("1");
        operator.says("/donvi them thôn Thượng");
        Reply asked = operator.says("/moi thôn Thượng; tất cả\nthôn Hạ; +tập huấn\n\nthôn Trung;");
        assertThat(text(asked)).contains("\"thôn Hạ\", \"thôn Trung\"").doesNotContain("/start");
        Button.Action add = CommandHarness.buttons(asked.messages().get(0)).get(0);
        Reply made = operator.presses(add.data());
        assertThat(made.messages().stream()
                        .flatMap(message -> message.text().text().lines())
                        .filter(line -> line.startsWith("/start ")))
                .hasSize(3)
                .doesNotHaveDuplicates();
        assertThat(text(made)).contains("đơn vị: thôn Hạ", "Sẽ theo dõi ngay: +tập huấn");
        assertThat(text(operator.says("/donvi"))).contains("thôn Hạ", "thôn Trung");
        assertThat(text(operator.presses(add.data()))).as("only once").doesNotContain("/start");
    }

    @Test
    void a_line_of_a_list_that_is_not_clear_is_named_and_hurts_only_itself() {
        CommandHarness.Voice operator = desk.alone("1");
        operator.says("/donvi them thôn Thượng");
        operator.says("/donvi them thôn Hạ");
        Reply made = operator.says("/moi thôn Thượng; tất cả\n; tất cả\nthôn Hạ; tất cả; 0 ngày\nthôn Hạ; tất cả");
        assertThat(text(made)).contains("Chưa rõ các dòng sau", "• \"; tất cả\"", "• \"thôn Hạ; tất cả; 0 ngày\"");
        assertThat(text(made).lines().filter(line -> line.startsWith("/start ")))
                .hasSize(2);
    }

    @Test
    void a_list_may_be_a_table_that_was_copied_or_have_numbers_and_bullets() {
        CommandHarness.Voice operator = desk.alone("1");
        operator.says("/donvi them thôn Thượng");
        operator.says("/donvi them thôn Hạ");
        operator.says("/donvi them thôn Trung");
        Reply made = operator.says("/moi\n1. thôn Thượng; tất cả\n- thôn Hạ; tất cả\nthôn Trung\ttất cả");
        assertThat(text(made)).contains("đơn vị: thôn Thượng", "đơn vị: thôn Hạ", "đơn vị: thôn Trung");
        assertThat(text(made).lines().filter(line -> line.startsWith("/start ")))
                .hasSize(3);
    }

    @Test
    void a_code_of_another_unit_in_a_units_group_says_that_it_moves() {
        CommandHarness.Voice operator = desk.alone("1");
        operator.says("/donvi them thôn Thượng");
        operator.says("/donvi them thôn Hạ");
        String first = codeOf(operator.says("/moi thôn Thượng: tất cả"));
        String second = codeOf(operator.says("/moi thôn Hạ: tất cả"));
        assertThat(text(group.says("/start " + first))).doesNotContain("Trước đây");
        assertThat(text(desk.member("9", "-100").says("/start " + second)))
                .contains("Đơn vị: thôn Hạ", "Trước đây nơi này thuộc thôn Thượng", "báo ngay người vận hành");
        assertThat(desk.storage.notices().message(2).text().text())
                .contains("thôn Hạ đã vào", "trước đây thuộc thôn Thượng", "/nhom");
    }

    @Test
    void a_code_alone_counts_where_everything_is_heard_and_a_word_that_looks_like_one_does_not() {
        String some = codeOf(desk.alone("1").says("/moi"));
        CommandHarness.Voice member = desk.member("9", "-300");
        assertThat(text(member.says("mã là " + some))).isEmpty();
        assertThat(text(member.says(some.toLowerCase(Locale.ROOT)))).isEmpty();
        assertThat(text(member.says(some))).contains("đã được duyệt nhận tin");
    }

    private static String codeOf(Reply reply) {
        return text(reply)
                .lines()
                .filter(line -> line.startsWith("/start "))
                .findFirst()
                .orElseThrow()
                .substring("/start ".length());
    }

    @Test
    void a_code_is_good_for_a_week() {
        String code = code();
        desk.now = desk.now.plus(Duration.ofDays(7));
        group.says("/start " + code);
        assertThat(group.chat().state()).isEqualTo(ChatState.PENDING);
    }

    @Test
    void a_guess_lets_nobody_in() {
        code();
        assertThat(text(group.says("/start ABCDEFGHJK"))).contains("Mã mời không đúng");
        assertThat(group.chat().state()).isEqualTo(ChatState.PENDING);
    }

    @Test
    void a_code_binds_the_chat_to_a_unit_and_subscribes_it_and_its_bearer_administers_it() {
        CommandHarness.Voice operator = desk.alone("1");
        operator.says("/donvi them xã A");
        Reply reply = operator.says("/moi xã A: tất cả, +tập huấn; 3 ngày");
        assertThat(text(reply)).contains("có hiệu lực 3 ngày", "đơn vị: xã A", "Sẽ theo dõi ngay: tất cả, +tập huấn");
        String code = text(reply)
                .lines()
                .filter(line -> line.startsWith("/start "))
                .findFirst()
                .orElseThrow();
        assertThat(reply.messages().get(0).buttons().get(0).get(0))
                .isEqualTo(new Button.Link(
                        "Thêm vào một nhóm…",
                        URI.create("https://t.me/loa_thu_bot?startgroup=" + code.substring("/start ".length()))));
        CommandHarness.Voice member = desk.member("9", "-300");
        assertThat(text(member.says(code)))
                .contains("đã được duyệt nhận tin", "Đã theo dõi: Tất cả các nguồn tin")
                .contains("Sẽ gửi tin có: tập huấn");
        assertThat(text(operator.says("/nhom xã a"))).contains("Có 1 cuộc");
        assertThat(text(member.says("/botheodoi tất cả"))).contains("Đã thôi theo dõi");
    }

    @Test
    void words_that_mean_several_things_are_asked_back_by_buttons_that_make_the_code() {
        CommandHarness.Voice operator = desk.alone("1");
        operator.says("/donvi them xã A");
        Reply asked = operator.says("/moi xã A: phòng, tất cả; 3 ngày");
        assertThat(text(asked)).contains("Chưa rõ \"phòng\"").doesNotContain("/start");
        List<Button.Action> choices = CommandHarness.buttons(asked.messages().get(0));
        assertThat(choices).extracting(Button.Action::label).contains("+phòng");
        String chosen = choices.stream()
                .filter(button -> button.label().equals("+phòng"))
                .findFirst()
                .orElseThrow()
                .data();
        assertThat(text(operator.presses(chosen)))
                .contains("có hiệu lực 3 ngày", "đơn vị: xã A", "Sẽ theo dõi ngay: +phòng, tất cả");
        assertThat(text(operator.presses("moi:chon:0:zz"))).contains("không còn hiệu lực");
    }

    @Test
    void a_wish_that_is_not_clear_makes_no_code() {
        CommandHarness.Voice operator = desk.alone("1");
        assertThat(text(operator.says("/moi xã Không Có")))
                .contains("Không có đơn vị", "thêm vào danh sách")
                .doesNotContain("/start");
        assertThat(text(operator.says("/moi ; 0 ngày"))).contains("Xin gõ /moi");
        operator.says("/donvi them xã A");
        assertThat(text(operator.says("/moi xã A: tất cả, không có thật")))
                .contains("Chưa rõ \"không có thật\"")
                .doesNotContain("/start");
        assertThat(text(desk.voice("1", "-500", vn.loa.model.ChatKind.GROUP, true)
                        .says("/moi")))
                .contains("trong cuộc trò chuyện riêng")
                .doesNotContain("/start");
    }

    @Test
    void a_code_lets_in_a_chat_that_was_turned_away_and_nothing_else_does() {
        group.says("/start");
        String code = code();
        desk.alone("1").presses("nhom:a:" + group.chat().id());
        desk.chats.refuse(group.chat().id(), "declined by an operator", desk.now);
        assertThat(text(group.says("/start"))).contains("chưa đồng ý gửi tin");
        assertThat(text(group.says("/start ABCDEFGHJK"))).contains("Mã mời không đúng");
        assertThat(group.chat().state()).isEqualTo(ChatState.REFUSED);
        assertThat(text(group.says("/start " + code))).contains("đã được duyệt nhận tin");
        assertThat(group.chat().state()).isEqualTo(ChatState.ACTIVE);
    }

    @Test
    void a_code_lets_in_and_binds_all_topics_of_a_group() {
        desk.alone("1").says("/donvi them xã A");
        String code = text(desk.alone("1").says("/moi xã A"))
                .lines()
                .filter(line -> line.startsWith("/start "))
                .findFirst()
                .orElseThrow();
        CommandHarness.Voice topic = desk.inTopic("8", "-100", "5");
        group.says("/danhsach");
        topic.says(code);
        assertThat(group.chat().state()).isEqualTo(ChatState.ACTIVE);
        assertThat(topic.chat().state()).isEqualTo(ChatState.ACTIVE);
        assertThat(text(desk.alone("1").says("/nhom xã a"))).contains("Có 2 cuộc");
    }
}
