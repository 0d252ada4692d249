package vn.loa.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.loa.command.role.RoleUnknownException;
import vn.loa.emulator.EmulatedChat;
import vn.loa.emulator.Person;
import vn.loa.telegram.api.TelegramAccount;
import vn.loa.telegram.api.TelegramCalls;
import vn.loa.telegram.api.TelegramHttp;
import vn.loa.telegram.incoming.ChatAdmins;

class ChatAdminsTest {
    private final AtomicLong nanos = new AtomicLong();
    private TelegramRig rig;
    private EmulatedChat group;
    private Person an;
    private ChatAdmins admins;

    @BeforeEach
    void start() throws IOException {
        rig = TelegramRig.start();
        group = rig.telegram.group("Thôn Đông");
        an = rig.telegram.person("An");
        TelegramAccount account = rig.channel.account();
        TelegramCalls calls = new TelegramCalls(TelegramHttp.forCalls(account, TelegramRig.QUICK), account);
        admins = new ChatAdmins(calls, rig.channel.errors(), nanos::get);
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    private boolean isAdmin() {
        return admins.isAdmin(group.id(), an.id());
    }

    @ParameterizedTest
    @CsvSource({
        "creator, true",
        "administrator, true",
        "member, false",
        "restricted, false",
        "left, false",
        "kicked, false",
        "emperor, false"
    })
    void only_creator_and_administrators_administer(String status, boolean admin) {
        group.rights().set(an.id(), status);

        assertThat(isAdmin()).isEqualTo(admin);
    }

    @Test
    void an_answer_is_remembered_for_a_minute_and_no_longer() {
        group.admin(an);
        assertThat(isAdmin()).isTrue();
        group.member(an);

        nanos.addAndGet(Duration.ofSeconds(59).toNanos());
        assertThat(isAdmin()).isTrue();
        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        assertThat(isAdmin()).isFalse();
    }

    @Test
    void whoever_cannot_be_asked_about_is_unknown_and_is_asked_about_again() {
        group.admin(an);
        rig.telegram.faults().on("getChatMember").page(502);
        rig.telegram.faults().on("getChatMember").body(200, "{\"ok\":true}");

        assertThatThrownBy(this::isAdmin).as("502").isInstanceOf(RoleUnknownException.class);
        assertThatThrownBy(this::isAdmin).as("no status").isInstanceOf(RoleUnknownException.class);
        assertThat(isAdmin()).isTrue();
    }

    @Test
    void a_connection_that_breaks_is_replaced_at_once() {
        group.admin(an);
        rig.telegram.faults().on("getChatMember").cutBefore();

        assertThat(isAdmin()).isTrue();
    }

    @Test
    void while_telegram_does_not_answer_the_last_answer_holds_for_ten_minutes() {
        group.admin(an);
        assertThat(isAdmin()).isTrue();
        rig.telegram.faults().on("getChatMember").always().page(502);

        nanos.addAndGet(Duration.ofMinutes(9).toNanos());
        assertThat(isAdmin()).isTrue();
        nanos.addAndGet(Duration.ofMinutes(2).toNanos());
        assertThatThrownBy(this::isAdmin).isInstanceOf(RoleUnknownException.class);
    }

    @Test
    void after_three_questions_without_an_answer_none_is_asked_for_a_while() {
        rig.telegram.faults().on("getChatMember").always().page(502);
        for (int i = 0; i < 8; i++) {
            assertThatThrownBy(this::isAdmin).isInstanceOf(RoleUnknownException.class);
        }

        assertThat(rig.telegram.history().of("getChatMember")).hasSize(3);
    }

    @Test
    void a_refusal_is_an_answer() {
        rig.telegram.faults().on("getChatMember").refuse(400, "Bad Request: PARTICIPANT_ID_INVALID");

        assertThat(isAdmin()).isFalse();
    }

    @Test
    void one_chats_admin_is_not_anothers() {
        group.admin(an);
        EmulatedChat other = rig.telegram.group("Thôn Đoài").member(an);

        assertThat(isAdmin()).isTrue();
        assertThat(admins.isAdmin(other.id(), an.id())).isFalse();
    }
}
