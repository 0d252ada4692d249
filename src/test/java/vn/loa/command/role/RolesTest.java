package vn.loa.command.role;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.command.CommandHarness;
import vn.loa.command.incoming.Sender;
import vn.loa.model.Access;
import vn.loa.model.Chat;
import vn.loa.model.ChatAddress;
import vn.loa.model.ChatKind;
import vn.loa.model.ChatState;
import vn.loa.model.PersonId;
import vn.loa.model.Platform;
import vn.loa.model.Role;
import vn.loa.model.Unit;

class RolesTest {
    private static final PersonId LAN = CommandHarness.person("21");
    private static final PersonId ON_ZALO = new PersonId(Platform.ZALO, "0123456789abcdef0123");

    @TempDir
    private Path folder;

    private CommandHarness desk;
    private Roles roles;
    private Chat group;
    private long unit;

    @BeforeEach
    void open() {
        desk = new CommandHarness(folder, Access.OPEN, CommandHarness.OPERATOR);
        roles = desk.roles;
        group = chat("-100", ChatKind.GROUP);
        unit = desk.storage
                .units()
                .add(OptionalLong.empty(), new Unit.Name("xã Phú Xuyên", LocalDate.MIN, LocalDate.MAX));
        desk.storage.units().assign(group.id(), OptionalLong.of(unit));
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private Chat chat(String id, ChatKind kind) {
        return desk.chats.meet(
                ChatAddress.of(CommandHarness.BOT, id), kind, "Nhóm", ChatState.ACTIVE, CommandHarness.NOW);
    }

    private void manager(PersonId person) {
        desk.storage.roles().grantUnit(person, unit, CommandHarness.OPERATOR, CommandHarness.NOW);
    }

    @Test
    void people_are_shown_by_their_names_with_a_number_that_can_be_read_out() {
        assertThat(roles.shown(LAN)).isEqualTo("telegram:21");
        roles.seen(LAN, " Cô Lan ", CommandHarness.NOW);
        assertThat(roles.shown(LAN)).isEqualTo("Cô Lan (telegram:21)");
        assertThat(roles.number(LAN)).isEqualTo("telegram:21");
        roles.seen(LAN, "Lan " + "x".repeat(200), CommandHarness.NOW);
        assertThat(roles.shown(LAN)).isEqualTo("Lan " + "x".repeat(96) + " (telegram:21)");
    }

    @Test
    void a_platforms_long_id_is_shown_to_nobody_and_a_short_number_finds_its_person() {
        assertThat(roles.shown(ON_ZALO)).isEqualTo("?");
        assertThat(roles.number(ON_ZALO)).isEqualTo("?");
        roles.seen(ON_ZALO, "Bác Hòa", CommandHarness.NOW);
        String number = roles.number(ON_ZALO);
        assertThat(number).matches("#\\d+");
        assertThat(roles.shown(ON_ZALO)).isEqualTo("Bác Hòa (" + number + ")");
        assertThat(roles.numbered(number)).contains(ON_ZALO);
        assertThat(roles.numbered("#999999")).isEmpty();
        assertThat(roles.numbered("17")).isEmpty();
    }

    @Test
    void a_manager_is_one_in_the_chats_of_the_unit_and_alone_with_the_bot() {
        manager(LAN);
        Sender lan = new Sender(LAN, "Cô Lan", () -> false);
        assertThat(roles.of(lan, group)).isEqualTo(Role.MANAGER);
        assertThat(roles.of(lan, chat("21", ChatKind.PRIVATE))).isEqualTo(Role.MANAGER);
        assertThat(roles.of(lan, chat("-200", ChatKind.GROUP))).isEqualTo(Role.MEMBER);
        assertThat(roles.granted(LAN, group)).isEqualTo(Role.MANAGER);
        assertThat(roles.granted(LAN, chat("-200", ChatKind.GROUP))).isEqualTo(Role.MEMBER);
        assertThat(roles.managers()).containsExactly(LAN);
        assertThat(roles.managersOf(group)).containsExactly(LAN);
        assertThat(roles.managersOf(chat("-200", ChatKind.GROUP))).isEmpty();
    }

    @Test
    void a_managers_reach_ends_at_the_unit_and_an_operators_nowhere() {
        manager(LAN);
        assertThat(roles.reach(CommandHarness.OPERATOR)).isEqualTo(ManagedChats.ALL);
        assertThat(roles.reach(CommandHarness.person("22"))).isEqualTo(ManagedChats.NONE);
        ManagedChats reach = roles.reach(LAN);
        assertThat(reach.all()).isFalse();
        assertThat(reach.chats()).containsExactly(group.id());
        assertThat(reach.units()).containsExactly(unit);
    }

    @Test
    void rights_of_one_identity_are_those_of_all() {
        desk.storage.links().link(ON_ZALO, CommandHarness.OPERATOR, CommandHarness.NOW);
        assertThat(roles.isOperator(ON_ZALO)).isTrue();
        assertThat(roles.isOperator(LAN)).isFalse();
        assertThat(roles.isConfigured(ON_ZALO)).isFalse();
        assertThat(roles.isConfigured(CommandHarness.OPERATOR)).isTrue();
        assertThat(roles.isSamePerson(ON_ZALO, CommandHarness.OPERATOR)).isTrue();
        assertThat(roles.isSamePerson(ON_ZALO, LAN)).isFalse();
        assertThat(roles.operatorIdentities()).containsExactlyInAnyOrder(CommandHarness.OPERATOR, ON_ZALO);
        assertThat(roles.operators()).containsExactly(CommandHarness.OPERATOR);
    }

    @Test
    void an_operator_is_counted_once_whether_configured_or_named() {
        desk.storage.operators().grant(CommandHarness.OPERATOR, "grant", CommandHarness.NOW);
        desk.storage.operators().grant(LAN, "grant", CommandHarness.NOW);
        assertThat(roles.operators()).containsExactly(CommandHarness.OPERATOR, LAN);
        assertThat(roles.granted(LAN, group)).isEqualTo(Role.OPERATOR);
    }

    @Test
    void who_added_the_bot_to_a_channel_administers_it() {
        Chat channel = chat("-300", ChatKind.CHANNEL);
        roles.addedBotTo(channel.address(), LAN, CommandHarness.NOW);
        assertThat(roles.adminsOf(channel)).containsExactly(LAN);
        assertThat(roles.granted(LAN, channel)).isEqualTo(Role.CHAT_ADMIN);
        assertThat(roles.granted(CommandHarness.person("22"), channel)).isEqualTo(Role.MEMBER);
    }

    @Test
    void everybody_who_listens_is_told_of_a_change_even_when_one_of_them_fails() {
        List<String> told = new ArrayList<>();
        roles.onChange(() -> {
            throw new IllegalStateException("broken");
        });
        roles.onChange(() -> told.add("here"));
        roles.tellElsewhere(() -> told.add("elsewhere"));
        roles.changed();
        assertThat(told).containsExactly("here", "elsewhere");
        roles.changedElsewhere();
        assertThat(told).containsExactly("here", "elsewhere", "here");
    }
}
