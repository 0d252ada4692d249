package vn.loa.command;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.loa.command.CommandHarness.OPERATOR;
import static vn.loa.command.CommandHarness.text;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.loa.command.incoming.ChatEvent;
import vn.loa.model.Access;
import vn.loa.model.Button;
import vn.loa.model.ChatKind;
import vn.loa.model.ChatState;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.PersonId;
import vn.loa.model.Platform;
import vn.loa.model.Role;

class RightsTest {
    /**
     * Command to who may use it: a member, an administrator, a manager and an operator in a group of the manager's unit; a
     * person, a manager and an operator alone with the bot. In a channel nobody is answered.
     */
    private static final String TABLE = """
            /banphatthanh     | y y y y  y y y
            /bantin           | y y y y  y y y
            /baocao           | - - y y  - y y
            /bot              | - - - y  - - y
            /botheodoi tất cả | - y y y  y y y
            /caidat           | - y y y  y y y
            /danhsach         | y y y y  y y y
            /doc x            | y y y y  y y y
            /donvi            | - - - y  - - y
            /dulieu           | y y y y  y y y
            /xoadulieu        | - y y y  y y y
            /duyet            | - - - y  - - y
            /kenh             | y y y y  y y y
            /lich             | - y y y  y y y
            /lich 7:00        | - y y y  y y y
            /han              | y y y y  y y y
            /hoi              | - - y y  - y y
            /lienket          | y y y y  y y y
            /loi              | - - - y  - - y
            /moi              | - - y y  - y y
            /nguon            | y y y y  y y y
            /nhap             | - - - y  - - y
            /nhatky           | - - - y  - - y
            /nhom             | - - y y  - y y
            /quantri          | y y y y  y y y
            /quantri them 5   | - - y y  - y y
            /quantri xoa 5    | - - y y  - y y
            /saoluu           | - - - y  - - y
            /schedule now     | - y y y  y y y
            /start            | y y y y  y y y
            /theodoi tất cả   | - y y y  y y y
            /thongbao         | - - y y  - y y
            /tim x            | y y y y  y y y
            /tinmoi           | y y y y  y y y
            /traloi           | y y y y  y y y
            /trangthai        | - - - y  - - y
            /trogiup          | y y y y  y y y
            /vanban           | y y y y  y y y
            /visao            | y y y y  y y y
            /web              | - - - y  - - y
            /xacnhan          | - y y y  y y y
            /xuat             | - - - y  - - y
            """;

    @TempDir
    private Path folder;

    private static List<CommandHarness.Voice> people(CommandHarness desk, String group, ChatKind kind) {
        return List.of(
                desk.voice("7", group, kind, false),
                desk.voice("8", group, kind, true),
                desk.voice("9", group, kind, false),
                desk.voice("1", group, kind, false),
                desk.alone("70"),
                desk.alone("9"),
                desk.alone("1"));
    }

    @ParameterizedTest
    @EnumSource(
            value = ChatKind.class,
            names = {"GROUP", "SUPERGROUP"})
    void each_role_may_use_just_the_commands_of_the_table_in_each_kind_of_chat(ChatKind kind) {
        try (CommandHarness desk = new CommandHarness(folder, Access.OPEN, OPERATOR)) {
            List<CommandHarness.Voice> people = people(desk, "-100", kind);
            people.get(0).says("/start");
            desk.alone("1").says("/donvi them xã A");
            desk.alone("1").says("/quantri them 9 xã A");
            desk.alone("1").presses("nhom:v:" + people.get(0).chat().id() + ":1");
            TABLE.lines().forEach(row -> {
                String words = row.split("\\|")[0].strip();
                String expected = row.split("\\|")[1].strip().replaceAll("\\s+", " ");
                List<String> found = people.stream()
                        .map(person -> refused(person.says(words)) ? "-" : "y")
                        .toList();
                assertThat(String.join(" ", found)).as(words).isEqualTo(expected);
            });
        }
    }

    @Test
    void every_command_that_the_help_lists_stands_in_the_table() {
        try (CommandHarness desk = new CommandHarness(folder, Access.OPEN, OPERATOR)) {
            assertThat(desk.router.menus().alone(Role.OPERATOR, false))
                    .extracting(entry -> "/" + entry.name())
                    .allSatisfy(command -> assertThat(TABLE.lines()).anyMatch(row -> row.startsWith(command + " ")));
        }
    }

    @Test
    void the_rights_of_a_button_are_those_of_who_presses_it() {
        try (CommandHarness desk = new CommandHarness(folder, Access.OPEN, OPERATOR)) {
            assertThat(refused(desk.member("7", "-100").presses("theodoi:A:"))).isTrue();
            assertThat(refused(desk.admin("8", "-100").presses("theodoi:A:"))).isFalse();
            assertThat(refused(desk.member("7", "-100").presses("lich:7:00"))).isTrue();
            assertThat(refused(desk.admin("8", "-100").presses("lich:7:00"))).isFalse();
            assertThat(refused(desk.admin("8", "-100").presses("duyet:1:1"))).isTrue();
        }
    }

    @Test
    void the_help_lists_only_what_the_person_may_do() {
        try (CommandHarness desk = new CommandHarness(folder, Access.OPEN, OPERATOR)) {
            assertThat(text(desk.member("7", "-100").says("/trogiup tất cả")))
                    .contains("/tinmoi")
                    .doesNotContain("/theodoi", "/trangthai");
            assertThat(text(desk.admin("8", "-100").says("/trogiup tất cả")))
                    .contains("/theodoi")
                    .doesNotContain("/trangthai");
            assertThat(text(desk.member("1", "-100").says("/trogiup tất cả"))).contains("/theodoi", "/trangthai");
        }
    }

    @Test
    void a_new_chat_waits_until_an_operator_accepts_it_and_is_then_told() {
        try (CommandHarness desk = new CommandHarness(folder, Access.APPROVAL, OPERATOR)) {
            desk.alone("1").says("/start");
            CommandHarness.Voice admin = desk.admin("8", "-100");
            assertThat(text(admin.says("/theodoi tất cả"))).contains("chờ người vận hành duyệt");
            admin.says("/danhsach");
            List<OutgoingMessage> asked = desk.waitingNotices();
            assertThat(asked).hasSize(1);
            assertThat(asked.get(0).text().text())
                    .isEqualTo(
                            "Có yêu cầu nhận tin cần duyệt\nNhóm -100 (nhóm)\nNgười hỏi: Đồng chí 8 (telegram:8)\nXin đồng chí trả lời:");

            Button.Action accept = CommandHarness.buttons(asked.get(0)).get(0);
            assertThat(text(desk.alone("1").presses(accept.data()))).contains("Đã chấp nhận: Nhóm -100.");
            assertThat(admin.chat().state()).isEqualTo(ChatState.ACTIVE);
            assertThat(desk.waitingNotices())
                    .extracting(message -> message.text().text())
                    .anyMatch(words -> words.contains("đã được duyệt"));
            assertThat(text(desk.alone("1").presses(accept.data()))).contains("đang hoạt động");
        }
    }

    @Test
    void a_refused_chat_hears_so_and_nothing_else() {
        try (CommandHarness desk = new CommandHarness(folder, Access.APPROVAL, OPERATOR)) {
            CommandHarness.Voice admin = desk.admin("8", "-100");
            admin.says("/theodoi tất cả");
            desk.alone("1").presses("duyet:" + admin.chat().id() + ":0");
            assertThat(text(admin.says("/tinmoi"))).contains("chưa đồng ý");
            assertThat(admin.chat().state()).isEqualTo(ChatState.REFUSED);
        }
    }

    @Test
    void the_first_operator_claims_the_bot_once_and_sees_who_waited() {
        try (CommandHarness desk = new CommandHarness(folder, Access.APPROVAL)) {
            String code = desk.code();
            desk.admin("8", "-100").says("/start");
            assertThat(text(desk.alone("9").says("/nhanquyen SAI"))).contains("không đúng");
            assertThat(text(desk.admin("9", "-100").says("/nhanquyen SAI"))).contains("trò chuyện riêng");
            Reply done = desk.alone("9").says("/nhanquyen " + code.toLowerCase(java.util.Locale.ROOT));
            assertThat(text(done)).contains("Đồng chí đã là người vận hành", "Nhóm -100");
            assertThat(desk.roles.operators()).containsExactly(new PersonId(Platform.TELEGRAM, "9"));
            assertThat(text(desk.alone("10").says("/nhanquyen " + code))).contains("không đúng");
            assertThat(desk.claim.issue(new java.util.Random(1))).isEmpty();
        }
    }

    @Test
    void a_code_that_was_typed_where_others_read_it_is_void_and_a_new_one_is_shown() {
        try (CommandHarness desk = new CommandHarness(folder, Access.APPROVAL)) {
            List<String> shown = new ArrayList<>();
            desk.claim.offer(new java.util.Random(1), shown::add);
            String first = shown.get(0);
            assertThat(text(desk.admin("9", "-100").says("/nhanquyen " + first)))
                    .contains("đã bị hủy", "/nhanquyen");
            assertThat(text(desk.alone("9").says("/nhanquyen " + first))).contains("không đúng");
            assertThat(shown).hasSize(2);
            assertThat(text(desk.alone("9").says("/nhanquyen " + shown.get(1)))).contains("đã là người vận hành");
            assertThat(text(desk.admin("9", "-100").says("/nhanquyen " + shown.get(1))))
                    .doesNotContain("đã bị hủy");
            assertThat(shown).hasSize(2);
        }
    }

    @Test
    void a_deep_link_with_the_code_claims_too() {
        try (CommandHarness desk = new CommandHarness(folder, Access.APPROVAL)) {
            assertThat(text(desk.alone("9").says("/start " + desk.code()))).contains("người vận hành hệ thống");
        }
    }

    @Test
    void a_bot_that_was_removed_closes_the_chat_and_coming_back_restores_it() {
        try (CommandHarness desk = new CommandHarness(folder, Access.APPROVAL, OPERATOR)) {
            CommandHarness.Voice admin = desk.admin("8", "-100");
            assertThat(text(desk.admission.on(event("-100", ChatEvent.Change.JOINED))))
                    .contains("Kính chào các đồng chí", "chờ người vận hành duyệt");
            assertThat(desk.admission.on(event("-100", ChatEvent.Change.JOINED)).messages())
                    .isEmpty();
            desk.alone("1").presses("duyet:" + admin.chat().id() + ":1");
            admin.says("/theodoi tất cả");
            desk.admission.on(event("-100", ChatEvent.Change.LEFT));
            assertThat(admin.chat().state()).isEqualTo(ChatState.CLOSED);
            desk.admission.on(event("-100", ChatEvent.Change.JOINED));
            assertThat(admin.chat().state()).isEqualTo(ChatState.ACTIVE);
            assertThat(text(admin.says("/danhsach"))).contains("Tất cả");
        }
    }

    private static ChatEvent event(String chatId, ChatEvent.Change change) {
        return new ChatEvent(
                vn.loa.model.ChatAddress.of(CommandHarness.BOT, chatId),
                ChatKind.GROUP,
                "Nhóm " + chatId,
                change,
                "",
                java.util.Optional.empty());
    }

    private static boolean refused(Reply reply) {
        String text = text(reply);
        return text.contains("Việc này chỉ");
    }
}
