package vn.loa.command.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.loa.command.CommandHarness.OPERATOR;
import static vn.loa.command.CommandHarness.text;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.command.CommandHarness;
import vn.loa.model.Access;

/** Rights granted and taken by command, by number. */
class RolesCommandTest {
    @TempDir
    private Path folder;

    private CommandHarness desk;
    private CommandHarness.Voice operator;
    private CommandHarness.Voice lan;

    @BeforeEach
    void open() {
        desk = new CommandHarness(folder, Access.OPEN, OPERATOR);
        operator = desk.alone("1");
        lan = desk.alone("7");
    }

    @AfterEach
    void close() {
        desk.close();
    }

    /** The group -100 belongs to a thôn of the xã A, the group -200 to nothing. */
    private void twoGroups() {
        desk.admin("8", "-100").says("/start");
        desk.admin("8", "-200").says("/start");
        operator.says("/donvi them xã A");
        operator.says("/donvi them thôn B thuộc xã A");
        long chat = desk.member("8", "-100").chat().id();
        operator.presses("nhom:v:" + chat + ":2");
    }

    @Test
    void everybody_is_told_the_own_number_and_only_operators_who_has_which_right() {
        assertThat(text(lan.says("/quantri")))
                .contains("Mã số của đồng chí: telegram:7")
                .doesNotContain("telegram:1");
        assertThat(text(operator.says("/quantri"))).contains("Người vận hành:\n• Đồng chí 1 (telegram:1)");
    }

    @Test
    void an_operator_makes_another_one_and_takes_it_back() {
        assertThat(text(lan.says("/trangthai"))).contains("chỉ người vận hành");
        assertThat(text(operator.says("/quantri them telegram:7 vận hành")))
                .contains("Đồng chí 7 (telegram:7) từ nay là người vận hành");
        assertThat(text(lan.says("/trangthai"))).contains("Tình hình hệ thống");
        assertThat(text(operator.says("/quantri xoa 7"))).contains("Đã thu hồi quyền của Đồng chí 7 (telegram:7)");
        assertThat(text(lan.says("/trangthai"))).contains("chỉ người vận hành");
        assertThat(text(operator.says("/quantri xoa 7"))).contains("không có quyền nào");
    }

    @Test
    void an_operator_of_the_configuration_cannot_be_taken_away_by_command() {
        operator.says("/quantri them 7 van hanh");
        assertThat(text(lan.says("/quantri xoa 1"))).contains("chỉ thay đổi được ở đó");
    }

    @Test
    void nobody_gets_a_right_by_a_name() {
        assertThat(text(operator.says("/quantri them @lan vận hành"))).contains("Xin gõ");
        assertThat(text(operator.says("/quantri them Lan Anh vận hành"))).doesNotContain("từ nay là người vận hành");
    }

    @Test
    void a_manager_looks_after_the_chats_of_the_unit_and_of_no_other() {
        twoGroups();
        assertThat(text(operator.says("/quantri them 7 xã A"))).contains("telegram:7 từ nay phụ trách xã A");
        assertThat(text(lan.says("/nhom"))).contains("Có 1 cuộc trò chuyện");
        long other = desk.member("8", "-200").chat().id();
        assertThat(text(lan.says("/nhom " + other))).contains("Không có cuộc trò chuyện số");
        assertThat(text(lan.presses("nhom:c:" + other))).contains("không còn hiệu lực");
        assertThat(text(lan.says("/trangthai"))).contains("chỉ người vận hành");
        assertThat(text(desk.member("7", "-100").says("/theodoi tất cả"))).contains("Đã theo dõi");
        assertThat(text(desk.member("7", "-200").says("/theodoi tất cả"))).contains("chỉ quản trị viên");
        assertThat(text(desk.member("7", "-200").says("/nhom"))).contains("chỉ người phụ trách");
    }

    @Test
    void a_manager_tells_something_only_to_the_own_chats_and_invites_only_to_the_own_units() {
        twoGroups();
        operator.says("/quantri them 7 xã A");
        assertThat(CommandHarness.buttons(lan.says("/thongbao Họp").messages().get(1)))
                .anyMatch(button -> button.label().equals("Chỉ các nhóm (1)"));
        assertThat(text(lan.says("/moi"))).contains("đơn vị do mình phụ trách");
        assertThat(text(lan.says("/moi thôn B"))).contains("/start ", "thôn B (xã A)");
        operator.says("/donvi them xã C");
        assertThat(text(lan.says("/moi xã C"))).contains("đơn vị do mình phụ trách");
        assertThat(text(lan.says("/quantri them 9 vận hành"))).contains("chỉ người vận hành");
    }

    @Test
    void in_a_group_somebody_administers_it_by_our_own_list() {
        CommandHarness.Voice member = desk.member("9", "-100");
        assertThat(text(member.says("/theodoi tất cả"))).contains("chỉ quản trị viên");
        assertThat(text(desk.member("1", "-100").says("/quantri them 9")))
                .contains("Đồng chí 9 (telegram:9) từ nay quản trị nhóm này");
        assertThat(text(member.says("/theodoi tất cả"))).contains("Đã theo dõi");
        assertThat(text(desk.member("9", "-200").says("/theodoi tất cả"))).contains("chỉ quản trị viên");
        assertThat(text(member.says("/quantri them 10"))).contains("chỉ người phụ trách");
        assertThat(text(desk.member("1", "-100").says("/quantri xoa 9"))).contains("Đã thu hồi quyền");
        assertThat(text(member.says("/botheodoi tất cả"))).contains("chỉ quản trị viên");
    }

    @Test
    void only_the_unit_that_is_named_is_taken() {
        twoGroups();
        operator.says("/donvi them xã C");
        operator.says("/quantri them 7 xã A");
        operator.says("/quantri them 7 xã C");
        operator.says("/quantri them 7 vận hành");
        assertThat(text(operator.says("/quantri xoa 7 xã A"))).contains("Đã thu hồi quyền của");
        assertThat(text(operator.says("/quantri")))
                .contains("telegram:7 – xã C")
                .doesNotContain("telegram:7 – xã A");
        assertThat(text(operator.says("/quantri xoa 7 xã A"))).contains("không có quyền nào");
        assertThat(text(operator.says("/quantri xoa 7 xã Z"))).contains("Không có đơn vị");
        assertThat(text(operator.says("/quantri xoa 7 vận hành"))).contains("Đã thu hồi quyền");
        assertThat(text(lan.says("/trangthai"))).contains("chỉ người vận hành");
        assertThat(text(lan.says("/nhom"))).contains("cuộc trò chuyện");
        assertThat(text(lan.says("/quantri xoa 7 xã C"))).contains("chỉ người vận hành");
    }

    @Test
    void an_anonymous_administrator_is_told_where_to_ask_for_the_number() {
        CommandHarness.Voice anonymous = desk.admin("-100", "-100");
        assertThat(text(anonymous.says("/quantri")))
                .contains("đang viết ẩn danh")
                .doesNotContain("telegram:-100");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-100", "telegram:an", "0", "007", "12345678901234567"})
    void a_right_is_granted_only_to_what_can_be_a_person(String number) {
        for (String what : List.of("vận hành", "")) {
            assertThat(text(desk.member("1", "-100").says("/quantri them " + number + " " + what)))
                    .contains("không phải là mã số của một người");
        }
        assertThat(desk.roles.operators()).containsExactly(OPERATOR);
    }

    @Test
    void the_last_operator_whom_loa_knows_stays_one(@TempDir Path other) {
        try (CommandHarness fresh = new CommandHarness(other, Access.OPEN)) {
            CommandHarness.Voice first = fresh.alone("7");
            first.says("/start " + fresh.code());
            assertThat(text(first.says("/quantri xoa 7"))).contains("ít nhất một người vận hành");
            first.says("/quantri them 999 vận hành");
            assertThat(text(first.says("/quantri xoa 7")))
                    .as("nobody knows whether there is a 999")
                    .contains("ít nhất một người vận hành");
            fresh.alone("999").says("/start");
            assertThat(text(first.says("/quantri xoa 7"))).contains("Đã thu hồi quyền");
        }
    }
}
