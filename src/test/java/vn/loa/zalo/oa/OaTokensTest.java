package vn.loa.zalo.oa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.delivery.channel.SendResult;
import vn.loa.model.OutgoingMessage;

class OaTokensTest {
    private static final String SPENT = "EmulatedRefreshTokenNeverShown_1";

    @TempDir
    private Path folder;

    private OaRig rig;

    @BeforeEach
    void start() throws IOException {
        rig = new OaRig(folder);
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    private static SendResult say(OaChannel channel) {
        return channel.messenger().send(OaRig.group(), OutgoingMessage.plain("x"));
    }

    private void sql(String statement) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("loa.db"));
                Statement order = connection.createStatement()) {
            order.execute(statement);
        }
    }

    @Test
    void one_refresh_serves_until_ten_minutes_before_the_end() {
        rig.say("1");
        rig.pass(Duration.ofHours(25).minusMinutes(11));
        rig.say("2");
        assertThat(rig.zalo.refreshes()).isEqualTo(1);

        rig.pass(Duration.ofMinutes(1));
        assertThat(rig.say("3")).isInstanceOf(SendResult.Sent.class);
        assertThat(rig.zalo.refreshes()).isEqualTo(2);
    }

    @Test
    void the_new_pair_is_on_the_disk_before_it_is_used() {
        List<String> saved = new CopyOnWriteArrayList<>();
        rig.zalo
                .faults()
                .on("group")
                .meanwhile(() -> saved.addAll(rig.savedRefreshToken().stream().toList()));

        rig.say("x");

        assertThat(saved).containsExactly(rig.zalo.refreshToken()).doesNotContain(SPENT);
    }

    @Test
    void a_restart_goes_on_with_the_saved_pair() {
        rig.say("x");
        try (OaChannel again = rig.channel(rig.account)) {
            assertThat(say(again)).isInstanceOf(SendResult.Sent.class);
            rig.pass(Duration.ofHours(26));
            assertThat(say(again)).isInstanceOf(SendResult.Sent.class);
        }
        assertThat(rig.zalo.refreshes()).isEqualTo(2);
    }

    @Test
    void many_threads_spend_one_refresh_token() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Future<SendResult>> results = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            results.add(threads.submit(() -> rig.say("x")));
        }
        for (Future<SendResult> result : results) {
            assertThat(result.get()).isInstanceOf(SendResult.Sent.class);
        }
        threads.shutdown();
        assertThat(rig.zalo.refreshes()).isEqualTo(1);
    }

    @Test
    void another_program_waits_while_one_spends_and_then_takes_what_came() {
        List<SendResult> other = new CopyOnWriteArrayList<>();
        try (OaChannel second = rig.channel(rig.account)) {
            rig.zalo.faults().on("token").meanwhile(() -> other.add(say(second)));

            assertThat(rig.say("x")).isInstanceOf(SendResult.Sent.class);

            assertThat(other).containsExactly(new SendResult.NotSent("another program is refreshing the access token"));
            assertThat(say(second)).isInstanceOf(SendResult.Sent.class);
        }
        assertThat(rig.zalo.refreshes()).isEqualTo(1);
    }

    @Test
    void a_token_that_another_program_replaced_is_taken_from_the_disk() {
        rig.say("x");
        try (OaChannel second = rig.channel(rig.account)) {
            rig.zalo.revokeAccess();
            assertThat(say(second)).isInstanceOf(SendResult.Sent.class);
        }

        assertThat(rig.say("x")).isInstanceOf(SendResult.Sent.class);
        assertThat(rig.zalo.refreshes()).isEqualTo(2);
    }

    @Test
    void who_died_over_a_refresh_keeps_others_out_for_two_minutes_at_most() {
        rig.store.begin(OaRig.BOT, SPENT);
        rig.store.claim(OaRig.BOT, SPENT, rig.instant(), rig.instant().plusSeconds(120));

        assertThat(rig.say("x")).isInstanceOf(SendResult.NotSent.class);
        rig.pass(Duration.ofMinutes(2));
        assertThat(rig.say("x")).isInstanceOf(SendResult.Sent.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {-14002, -14003, -14004, -14010, -14020})
    void a_refused_refresh_stops_the_account_and_tells_what_to_do(int code) {
        rig.zalo.faults().on("token").always().refuse(code, "...");

        assertThat(rig.say("x"))
                .isInstanceOfSatisfying(
                        SendResult.ChannelDown.class,
                        down -> assertThat(down.reason())
                                .startsWith("error " + code + ", ")
                                .containsAnyOf("consent again", "developers.zalo.me"));
        assertThat(rig.channel.problem()).get(STRING).startsWith("error " + code);

        rig.zalo.faults().clear();
        assertThat(rig.say("x")).isInstanceOf(SendResult.Sent.class);
        assertThat(rig.channel.problem()).isEmpty();
    }

    @Test
    void a_refresh_token_that_was_used_twice_needs_a_person_and_a_new_one_in_the_configuration() {
        rig.zalo.revokeRefresh();
        assertThat(rig.say("x"))
                .isInstanceOfSatisfying(
                        SendResult.ChannelDown.class,
                        down -> assertThat(down.reason())
                                .startsWith("error -14020")
                                .contains("consent again"));

        rig.zalo.consent("ConsentedAnew");
        OaAccount repaired = OaRig.account(rig.zalo.url(), rig.zalo.url(), "ConsentedAnew");
        try (OaChannel consented = rig.channel(repaired)) {
            assertThat(say(consented)).isInstanceOf(SendResult.Sent.class);
        }
    }

    @Test
    void a_refresh_that_nobody_answered_is_tried_again() {
        rig.zalo.faults().on("token").page(502);
        assertThat(rig.say("x")).isEqualTo(new SendResult.NotSent("the access token could not be refreshed, HTTP 502"));
        rig.zalo.faults().on("token").cutBefore();
        assertThat(rig.say("x")).isInstanceOf(SendResult.NotSent.class);
        rig.zalo.faults().on("token").refuse(-32, "...");
        assertThat(rig.say("x")).isInstanceOf(SendResult.RetryAfter.class);
        assertThat(rig.say("x")).isInstanceOf(SendResult.Sent.class);
        assertThat(rig.channel.problem()).isEmpty();
    }

    @Test
    void while_the_old_token_lasts_a_failed_refresh_costs_nothing_and_is_not_tried_with_each_message() {
        rig.say("1");
        rig.pass(Duration.ofHours(25).minusMinutes(5));
        rig.zalo.faults().on("token").always().page(502);

        assertThat(rig.say("2")).isInstanceOf(SendResult.Sent.class);
        assertThat(rig.say("3")).isInstanceOf(SendResult.Sent.class);
        assertThat(rig.zalo.calls()).containsExactly("token", "group", "token", "group", "group");

        rig.zalo.faults().clear();
        rig.pass(Duration.ofMinutes(1));
        rig.say("4");
        assertThat(rig.zalo.refreshes()).isEqualTo(2);
    }

    @Test
    void a_pair_that_cannot_be_written_is_not_used_and_not_lost() throws SQLException {
        rig.store.begin(OaRig.BOT, SPENT);
        sql("CREATE TRIGGER full BEFORE UPDATE OF access_token ON zalo_oa_token"
                + " BEGIN SELECT RAISE(ABORT, 'the disk is full'); END");

        assertThat(rig.say("1")).isEqualTo(new SendResult.NotSent("the tokens cannot be read or written"));
        assertThat(rig.say("2")).isInstanceOf(SendResult.NotSent.class);
        assertThat(rig.zalo.sent()).isEmpty();

        sql("DROP TRIGGER full");
        assertThat(rig.say("3")).isInstanceOf(SendResult.Sent.class);
        assertThat(rig.zalo.refreshes()).isEqualTo(1);
        assertThat(rig.savedRefreshToken()).contains(rig.zalo.refreshToken());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "mãi mãi", "-5", "99999999999999"})
    void a_life_that_is_no_number_counts_as_an_hour(String life) {
        rig.zalo.lifetime(life);
        rig.say("1");
        rig.pass(Duration.ofMinutes(49));
        rig.say("2");
        assertThat(rig.zalo.refreshes()).isEqualTo(1);
        rig.pass(Duration.ofMinutes(2));
        rig.say("3");
        assertThat(rig.zalo.refreshes()).isEqualTo(2);
    }

    @Test
    void tokens_that_cannot_stand_in_a_header_are_not_taken() {
        rig.zalo
                .faults()
                .on("token")
                .body(200, "{\"access_token\":\"bí mật\",\"refresh_token\":\"x\",\"expires_in\":\"90000\"}");

        assertThat(rig.say("x")).isEqualTo(new SendResult.NotSent("the access token could not be refreshed, HTTP 200"));
    }
}
