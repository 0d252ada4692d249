package vn.loa.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.emulator.EmulatedChat;
import vn.loa.model.Chat;
import vn.loa.model.ChatKind;
import vn.loa.model.ChatState;
import vn.loa.store.Database;
import vn.loa.store.MigratedDatabase;
import vn.loa.store.chat.ChatStore;
import vn.loa.store.chat.MemberCountStore;
import vn.loa.telegram.api.TelegramCalls;
import vn.loa.telegram.api.TelegramHttp;

class MemberCountsTest {
    @TempDir
    private Path folder;

    private Instant now = Instant.parse("2026-03-09T05:00:00Z");
    private TelegramRig rig;
    private Database database;
    private MemberCountStore counts;
    private Chat chat;
    private EmulatedChat group;
    private MemberCounts asking;

    @BeforeEach
    void start() throws IOException {
        rig = TelegramRig.start();
        database = MigratedDatabase.open(folder);
        counts = new MemberCountStore(database);
        group = rig.telegram.group("Thôn Đông").member(rig.telegram.person("An"));
        chat = new ChatStore(database).meet(TelegramRig.at(group), ChatKind.GROUP, "Thôn Đông", ChatState.ACTIVE, now);
        TelegramCalls calls = new TelegramCalls(
                TelegramHttp.forCalls(rig.channel.account(), TelegramRig.QUICK), rig.channel.account());
        asking = new MemberCounts(TelegramRig.BOT, calls, () -> List.of(chat), counts, () -> now);
    }

    @AfterEach
    void stop() {
        asking.close();
        database.close();
        rig.close();
    }

    private int asked() {
        return rig.telegram.history().of("getChatMemberCount").size();
    }

    @Test
    void a_groups_members_are_asked_for_once_a_day() throws InterruptedException {
        asking.ask();
        asking.ask();
        assertThat(counts.members(chat.id())).hasValue(2);
        assertThat(asked()).isEqualTo(1);

        group.member(rig.telegram.person("Bình"));
        now = now.plus(Duration.ofHours(24));
        asking.ask();
        assertThat(counts.members(chat.id())).hasValue(3);
    }

    @Test
    void a_clock_that_was_set_back_does_not_end_the_asking() throws InterruptedException {
        asking.ask();
        now = now.minus(Duration.ofDays(400));
        asking.ask();

        assertThat(asked()).isEqualTo(2);
    }

    @Test
    void a_group_that_is_refused_is_asked_about_tomorrow_and_an_outage_ends_the_round() throws InterruptedException {
        rig.telegram.faults().on("getChatMemberCount").refuse(400, "Bad Request: chat not found");
        asking.ask();
        asking.ask();
        assertThat(asked()).isEqualTo(1);

        now = now.plus(Duration.ofDays(1));
        rig.telegram.faults().on("getChatMemberCount").page(502);
        asking.ask();
        asking.ask();
        assertThat(asked()).isEqualTo(3);
        assertThat(counts.members(chat.id())).hasValue(2);
    }

    @Test
    void a_group_that_wishes_to_be_let_in_is_counted_at_once_or_not_at_all() {
        assertThat(asking.askNow(TelegramRig.at(group))).hasValue(2);
        rig.telegram.faults().on("getChatMemberCount").page(502);
        assertThat(asking.askNow(TelegramRig.at(group))).isEmpty();
    }
}
