package vn.loa.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.loa.emulator.EmulatedChat;
import vn.loa.emulator.Person;
import vn.loa.telegram.api.TelegramAccount;
import vn.loa.telegram.api.TelegramCalls;
import vn.loa.telegram.api.TelegramHttp;

class ChatAdminsTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-09-18T02:00:00Z"));
    private TelegramRig rig;
    private EmulatedChat group;
    private Person an;
    private ChatAdmins admins;

    @BeforeEach
    void start() throws IOException {
        rig = TelegramRig.start(TelegramRig.QUICK, now::get);
        group = rig.telegram.group("Thôn Đông");
        an = rig.telegram.person("An");
        TelegramAccount account = rig.channel.account();
        TelegramCalls calls = new TelegramCalls(TelegramHttp.forCalls(account, TelegramRig.QUICK), account);
        admins = new ChatAdmins(calls, rig.channel.errors(), now::get);
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

        now.updateAndGet(at -> at.plus(Duration.ofSeconds(59)));
        assertThat(isAdmin()).isTrue();
        now.updateAndGet(at -> at.plus(Duration.ofSeconds(1)));
        assertThat(isAdmin()).isFalse();
    }

    @Test
    void whoever_cannot_be_asked_about_is_no_admin_and_is_asked_about_again() {
        group.admin(an);
        rig.telegram.faults().on("getChatMember").page(502);
        rig.telegram.faults().on("getChatMember").body(200, "{\"ok\":true}");

        assertThat(isAdmin()).as("502").isFalse();
        assertThat(isAdmin()).as("no status").isFalse();
        assertThat(isAdmin()).isTrue();
    }

    @Test
    void one_chats_admin_is_not_anothers() {
        group.admin(an);
        EmulatedChat other = rig.telegram.group("Thôn Đoài").member(an);

        assertThat(isAdmin()).isTrue();
        assertThat(admins.isAdmin(other.id(), an.id())).isFalse();
    }
}
