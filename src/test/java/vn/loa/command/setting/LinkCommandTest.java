package vn.loa.command.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.loa.command.CommandHarness.OPERATOR;
import static vn.loa.command.CommandHarness.buttons;
import static vn.loa.command.CommandHarness.person;
import static vn.loa.command.CommandHarness.text;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.command.CommandHarness;
import vn.loa.command.Reply;
import vn.loa.model.Access;
import vn.loa.model.Button;
import vn.loa.model.Role;

class LinkCommandTest {
    @TempDir
    private Path folder;

    private CommandHarness desk;

    @BeforeEach
    void open() {
        desk = new CommandHarness(folder, Access.OPEN, OPERATOR);
        desk.alone("1").says("/donvi them xã A");
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private String codeOf(String user) {
        Matcher code = Pattern.compile("/lienket ([A-Z0-9]{10})")
                .matcher(text(desk.alone(user).says("/lienket")));
        assertThat(code.find()).isTrue();
        return code.group(1);
    }

    private Reply link(String code, String user) {
        Reply asked = desk.alone(user).says("/lienket " + code.toLowerCase(java.util.Locale.ROOT));
        Button.Action yes = buttons(asked.messages().get(0)).get(0);
        return desk.alone(user).presses(yes.data());
    }

    @Test
    void rights_of_one_identity_are_those_of_the_other_and_end_with_the_link() {
        String code = codeOf("1");
        assertThat(desk.roles.isOperator(person("70"))).isFalse();
        assertThat(text(link(code, "70"))).contains("Đã liên kết");
        assertThat(desk.roles.isOperator(person("70"))).isTrue();
        assertThat(text(desk.alone("70").says("/lienket bỏ"))).contains("Đã tách");
        assertThat(desk.roles.isOperator(person("70"))).isFalse();
    }

    @Test
    void a_manager_manages_by_either_identity() {
        desk.grantManager("9", 1);
        link(codeOf("9"), "71");
        assertThat(desk.roles.reach(person("71")).covers(desk.alone("1").chat()))
                .isFalse();
        assertThat(desk.roles.identities(person("71"))).contains(person("9"));
        assertThat(desk.storage.roles().units(person("9"))).containsExactly(1L);
        assertThat(text(desk.alone("71").says("/baocao"))).doesNotContain("quyền");
    }

    @Test
    void a_code_is_good_once_for_a_quarter_of_an_hour_and_the_last_one_alone() {
        String first = codeOf("1");
        String last = codeOf("1");
        assertThat(text(desk.alone("70").says("/lienket " + first))).contains("không đúng", "/lienket");
        desk.now = desk.now.plus(Duration.ofMinutes(16));
        assertThat(text(desk.alone("70").says("/lienket " + last))).contains("không đúng");
        String good = codeOf("1");
        link(good, "70");
        assertThat(text(desk.alone("72").says("/lienket " + good))).contains("không đúng");
        assertThat(desk.roles.isOperator(person("72"))).isFalse();
    }

    @Test
    void nothing_is_linked_before_the_question_is_answered_nor_by_a_no() {
        String code = codeOf("70");
        Reply asked = desk.alone("1").says("/lienket " + code);
        assertThat(text(asked)).contains("Đồng chí 70", "mọi quyền");
        assertThat(desk.roles.isOperator(person("70"))).isFalse();
        Button.Action no = buttons(asked.messages().get(0)).get(1);
        assertThat(text(desk.alone("1").presses(no.data()))).contains("Không liên kết");
        assertThat(text(desk.alone("1").says("/lienket " + code))).contains("không đúng");
        assertThat(desk.roles.isOperator(person("70"))).isFalse();
    }

    @Test
    void in_a_group_no_code_is_shown() {
        assertThat(text(desk.admin("8", "-100").says("/lienket")))
                .contains("riêng")
                .doesNotContainPattern("[A-Z0-9]{10}");
    }

    @Test
    void three_identities_become_one_person() {
        link(codeOf("1"), "70");
        link(codeOf("70"), "71");
        assertThat(desk.roles.identities(person("71"))).hasSize(3);
        assertThat(desk.roles.of(
                        new vn.loa.command.incoming.Sender(person("71"), "x", () -> false),
                        desk.alone("71").chat()))
                .isEqualTo(Role.OPERATOR);
        assertThat(List.of(
                        desk.roles.isSamePerson(person("71"), person("1")),
                        desk.roles.isSamePerson(person("71"), person("5"))))
                .containsExactly(true, false);
    }
}
