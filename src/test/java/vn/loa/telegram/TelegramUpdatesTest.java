package vn.loa.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.assertj.core.api.ListAssert;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.bot.UpdateProcessor;
import vn.loa.command.incoming.IncomingCommand;
import vn.loa.emulator.BotApiEmulator;
import vn.loa.emulator.EmulatedChat;
import vn.loa.emulator.FreePort;
import vn.loa.emulator.Person;
import vn.loa.telegram.api.TelegramAccount;
import vn.loa.telegram.api.TelegramOptions;
import vn.loa.waiting.TestPatience;

/** The poller goes on, whatever happens to it. */
class TelegramUpdatesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** The time that each message of a noisy group takes. */
    private static final Duration EACH = Duration.ofMillis(1);

    private static final Duration LONG_POLL = Duration.ofSeconds(50);
    private TelegramRig rig;
    private BotApiEmulator telegram;
    private Person an;
    private EmulatedChat chat;

    @BeforeEach
    void start() throws IOException {
        use(TelegramRig.start());
    }

    private void use(TelegramRig other) {
        rig = other;
        telegram = rig.telegram;
        an = telegram.person("An");
        chat = telegram.privateChat(an);
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    private void hears(String... words) {
        hears(said -> said.containsExactly(words));
    }

    private void hears(Consumer<ListAssert<String>> right) {
        Awaitility.await()
                .atMost(TelegramRig.PATIENCE)
                .untilAsserted(() -> right.accept(
                        assertThat(rig.said.stream().map(IncomingCommand::words).toList())));
    }

    private void awaitProblem(String words) {
        Awaitility.await()
                .atMost(TelegramRig.PATIENCE)
                .until(() -> rig.updates.problem().orElse("").contains(words));
    }

    private void awaitHealth() {
        Awaitility.await()
                .atMost(TelegramRig.PATIENCE)
                .until(() -> rig.updates.problem().isEmpty() && telegram.polled());
    }

    @Test
    void an_update_is_written_down_before_it_is_confirmed_and_noted_once_it_is_handled() {
        AtomicBoolean written = new AtomicBoolean();
        rig.onSaid =
                command -> written.set(rig.received.waiting(TelegramRig.BOT).size() == 1);
        rig.updates.start();
        chat.says(an, "một");

        hears("một");
        rig.awaitQuiet();
        assertThat(written).isTrue();
        assertThat(rig.handled()).isEqualTo(1);
    }

    @Test
    void updates_come_in_order_and_each_once() {
        for (int i = 0; i < 250; i++) {
            chat.says(an, "tin " + i);
        }
        rig.updates.start();

        Awaitility.await().atMost(TelegramRig.PATIENCE).until(() -> rig.said.size() >= 250);
        rig.awaitQuiet();
        assertThat(rig.said).hasSize(250);
        assertThat(rig.said.get(249).words()).isEqualTo("tin 249");
    }

    @Test
    void what_was_handled_before_a_restart_is_not_handled_again() {
        chat.says(an, "một");
        chat.says(an, "hai");
        telegram.faults().on("getUpdates").nth(2).always().page(502);
        rig.updates.start();
        hears("một", "hai");
        rig.updates.close();
        assertThat(telegram.pendingUpdates()).isEqualTo(2);

        telegram.faults().clear();
        chat.says(an, "ba");
        try (TelegramUpdates restarted = rig.channel.updates(rig, rig.received)) {
            restarted.start();
            hears("một", "hai", "ba");
            rig.awaitQuiet();
        }
        hears("một", "hai", "ba");
    }

    @Test
    void another_update_under_a_number_that_was_handled_before_is_handled() {
        int number = chat.says(an, "một");
        rig.updates.start();
        hears("một");
        rig.awaitQuiet();

        telegram.renumberUpdates(number);
        chat.says(an, "hai");
        hears("một", "hai");
    }

    @Test
    void an_exception_in_the_listener_hurts_only_its_update() {
        rig.onSaid = command -> {
            if (command.words().equals("hỏng")) {
                throw new IllegalStateException("hỏng");
            }
            if (command.words().equals("sập")) {
                throw new StackOverflowError();
            }
        };
        rig.updates.start();
        chat.says(an, "hỏng");
        chat.says(an, "sập");
        chat.says(an, "tốt");

        hears("hỏng", "sập", "tốt");
        rig.awaitQuiet();
        assertThat(rig.handled()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"hologram\": {\"depth\": 3}}",
                "{\"message\": 5}",
                "{\"message\": null}",
                "{\"message\": {\"message_id\": 99999999999, \"date\": 1789000000000, \"text\": \"x\"}}",
                "{\"message\": {\"text\": {\"rich\": true}, \"chat\": {\"id\": \"abc\", \"type\": \"private\"}}}",
                "{\"message\": {\"text\": \"x\", \"chat\": {\"id\": 1, \"type\": \"metaverse\"}, \"from\": {}}}",
                "{\"message\": {\"text\": \"x\", \"chat\": {\"id\": 1, \"type\": \"private\"}, \"from\": []}}",
                "{\"message\": {\"from\": null, \"chat\": null, \"forward_origin\": {\"type\": \"dream\"}}}",
                "{\"callback_query\": {}}",
                "{\"callback_query\": {\"id\": 5, \"message\": {\"date\": \"yesterday\"}}}",
                "{\"my_chat_member\": {\"chat\": {}, \"new_chat_member\": {\"status\": \"emperor\"}}}",
                "{\"channel_post\": {\"sender_chat\": {}, \"chat\": {\"id\": -1, \"type\": \"channel\"}}}"
            })
    void junk_neither_stops_the_poll_nor_costs_another_update(String junk) throws IOException {
        chat.says(an, "trước");
        telegram.update((ObjectNode) JSON.readTree(junk));
        chat.says(an, "sau");
        rig.updates.start();

        hears("trước", "sau");
        rig.awaitQuiet();
    }

    @Test
    void a_message_with_fields_nobody_has_heard_of_is_heard() throws IOException {
        JsonNode strange = JSON.readTree("""
            {"message": {"message_id": 1, "date": 1789000000, "text": "tin mới", "gravity": {"g": 9.81},
             "from": {"id": 7, "first_name": "Lan"}, "chat": {"id": 7, "type": "private", "aura": "blue"}}}
            """);
        telegram.update((ObjectNode) strange);
        rig.updates.start();

        hears("tin mới");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html>502</html>",
                "",
                "[]",
                "{\"ok\":true}",
                "{\"ok\":true,\"result\":null}",
                "{\"ok\":true,\"result\":{}}",
                "{\"ok\":true,\"result\":[5,null,{\"update_id\":null},{\"update_id\":99999999999}]}",
                "{\"ok\":false}"
            })
    void an_answer_that_is_no_list_of_updates_is_survived(String body) {
        telegram.faults().on("getUpdates").times(3).body(200, body);
        rig.updates.start();
        chat.says(an, "sau");

        hears("sau");
    }

    @Test
    void gateway_pages_and_cut_connections_are_survived() {
        rig.updates.start();
        awaitHealth();
        telegram.faults().on("getUpdates").times(2).page(502);
        telegram.faults().on("getUpdates").times(2).cutBefore();
        telegram.faults().on("getUpdates").cutAfter();
        telegram.faults().on("getUpdates").refuse(500, "Internal Server Error");
        telegram.faults().on("getUpdates").flood(1);
        chat.says(an, "một");
        chat.says(an, "hai");

        Awaitility.await().atMost(TelegramRig.PATIENCE).until(() -> rig.said.size() == 2);
        awaitHealth();
        hears("một", "hai");
    }

    @Test
    void another_poller_is_named_as_the_problem_until_it_is_gone() {
        telegram.faults()
                .on("getUpdates")
                .always()
                .refuse(409, "Conflict: terminated by other getUpdates request; make sure that only one bot instance");
        rig.updates.start();
        awaitProblem("another program polls");

        telegram.faults().clear();
        chat.says(an, "sau");
        hears("sau");
        awaitHealth();
    }

    @Test
    void a_webhook_set_by_another_program_is_named_and_one_found_at_the_start_is_removed() {
        telegram.webhook(true);
        rig.updates.start();
        awaitHealth();

        telegram.webhook(true);
        awaitProblem("webhook");
        telegram.webhook(false);
        chat.says(an, "sau");
        hears("sau");
    }

    @Test
    void a_revoked_token_is_named_and_polling_goes_on_when_it_is_repaired() {
        rig.updates.start();
        awaitHealth();
        telegram.revokeToken();
        chat.says(an, "một");
        awaitProblem("token");

        telegram.restoreToken();
        chat.says(an, "hai");
        awaitHealth();
        hears("một", "hai");
    }

    @Test
    void it_starts_though_the_token_is_refused_and_works_when_it_is_repaired() {
        telegram.revokeToken();
        rig.updates.start();
        awaitProblem("token");
        assertThat(rig.updates.lastPoll()).isEmpty();

        telegram.restoreToken();
        chat.says(an, "sau");
        hears("sau");
        assertThat(rig.channel.username()).contains(BotApiEmulator.USERNAME);
    }

    @Test
    void it_starts_though_nobody_answers_and_works_when_somebody_does() throws IOException {
        int port = FreePort.find();
        URI later = URI.create("http://127.0.0.1:" + port);
        TelegramChannel channel = TelegramRig.channel(telegram, later, TelegramRig.QUICK, InstantSource.system());
        try (TelegramUpdates updates = channel.updates(rig, rig.received)) {
            updates.start();
            Awaitility.await()
                    .atMost(TelegramRig.PATIENCE)
                    .until(() -> updates.problem().isPresent());
            try (BotApiEmulator late = BotApiEmulator.start(port, System::nanoTime)) {
                Person binh = late.person("Bình");
                late.privateChat(binh).says(binh, "chào");
                hears("chào");
            }
        }
    }

    @Test
    void a_server_that_knows_no_webhooks_can_be_polled() {
        telegram.faults().on("deleteWebhook").always().body(500, "{\"message\":\"API method is not supported\"}");
        rig.updates.start();
        chat.says(an, "một");

        hears("một");
    }

    @Test
    void a_server_that_never_waits_is_not_polled_like_mad() {
        telegram.faults().on("getUpdates").always().body(200, "{\"ok\":true,\"result\":[]}");
        rig.updates.start();

        Awaitility.await()
                .atMost(TelegramRig.PATIENCE)
                .until(() -> telegram.history().of("getUpdates").size() > 11);
        var polls = telegram.history().of("getUpdates");
        // Over ten pauses, for the first of these may have come late.
        long between = polls.get(11).nanos() - polls.get(1).nanos();
        assertThat(Duration.ofNanos(between)).isGreaterThan(Duration.ofMillis(150));
    }

    @Test
    void identifiers_that_begin_anew_lower_are_noticed() {
        rig.updates.start();
        chat.says(an, "một");
        hears("một");
        rig.awaitQuiet();

        telegram.renumberUpdates(5_000);
        chat.says(an, "hai");
        chat.says(an, "ba");
        hears("một", "hai", "ba");
        rig.awaitQuiet();
    }

    @Test
    void while_updates_cannot_be_written_down_nothing_is_taken_and_nothing_is_lost() {
        rig.breakDisk("INSERT");
        rig.updates.start();
        chat.says(an, "một");
        chat.says(an, "hai");
        awaitProblem("cannot be noted");
        assertThat(rig.said).isEmpty();

        rig.repairDisk();
        hears("một", "hai");
        awaitHealth();
    }

    @Test
    void what_cannot_be_noted_as_handled_is_handled_again_until_it_can() {
        rig.breakDisk("UPDATE");
        rig.updates.start();
        chat.says(an, "một");
        awaitProblem("cannot be noted");
        assertThat(rig.handled()).isZero();

        rig.repairDisk();
        Awaitility.await().atMost(TestPatience.LIMIT).until(() -> rig.handled() == 1);
        assertThat(rig.said.size()).isGreaterThanOrEqualTo(2);
        awaitHealth();
    }

    @Test
    void the_last_poll_tells_whether_receiving_is_in_health() {
        rig.updates.start();
        chat.says(an, "một");
        hears("một");
        telegram.faults().on("getUpdates").always().page(502);
        chat.says(an, "hai");
        awaitProblem("cannot be polled");

        Instant good = rig.updates.lastPoll().orElseThrow();
        telegram.history().clear();
        telegram.history()
                .await("more failed polls", history -> history.of("getUpdates").size() > 3);
        assertThat(rig.updates.lastPoll()).contains(good);
    }

    @Test
    void a_poller_that_died_is_replaced() throws IOException {
        rig.close();
        AtomicBoolean deadly = new AtomicBoolean();
        use(TelegramRig.start(TelegramRig.QUICK, () -> {
            if (deadly.getAndSet(false)) {
                throw new AssertionError("the clock fell off the wall");
            }
            return Instant.now();
        }));
        rig.updates.start();
        awaitHealth();
        deadly.set(true);
        chat.says(an, "một");
        chat.says(an, "hai");

        Awaitility.await().atMost(TelegramRig.PATIENCE).until(() -> !deadly.get());
        chat.says(an, "ba");
        Awaitility.await()
                .atMost(TelegramRig.PATIENCE)
                .until(() -> rig.said.stream().anyMatch(said -> said.words().equals("ba")));
        rig.awaitQuiet();
        assertThat(rig.said).extracting(IncomingCommand::words).doesNotHaveDuplicates();
    }

    @Test
    void closing_does_not_wait_for_the_long_poll() throws IOException {
        rig.close();
        TelegramOptions.Times quick = TelegramRig.QUICK;
        use(TelegramRig.start(
                new TelegramOptions.Times(
                        quick.connect(), quick.call(), LONG_POLL, quick.firstPause(), quick.longestPause()),
                InstantSource.system()));
        rig.updates.start();
        awaitHealth();

        long before = System.nanoTime();
        rig.updates.close();

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(LONG_POLL.dividedBy(2));
        assertThat(rig.updates.problem()).isEmpty();
    }

    @Test
    void what_closing_leaves_is_handled_after_the_next_start() throws Exception {
        CountDownLatch inHand = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        rig.onSaid = command -> {
            inHand.countDown();
            await(release);
        };
        chat.says(an, "một");
        chat.says(an, "hai");
        rig.updates.start();
        assertThat(inHand.await(TestPatience.LIMIT.toSeconds(), TimeUnit.SECONDS))
                .isTrue();
        Thread closer = new Thread(rig.updates::close);
        closer.start();
        // First it waits for the poll, and only then for the update in hand.
        Awaitility.await()
                .atMost(TestPatience.LIMIT)
                .until(() -> closer.getState() == Thread.State.TIMED_WAITING
                        && Arrays.stream(closer.getStackTrace())
                                .anyMatch(call -> call.getClassName().equals(UpdateProcessor.class.getName())));
        release.countDown();
        closer.join(TestPatience.LIMIT.toMillis());
        assertThat(rig.said).hasSize(1);
        assertThat(rig.received.waiting(TelegramRig.BOT)).hasSize(1);

        try (TelegramUpdates restarted = rig.channel.updates(rig, rig.received)) {
            restarted.start();
            hears("một", "hai");
        }
    }

    @Test
    void a_chat_that_hangs_holds_up_no_other() {
        CountDownLatch release = new CountDownLatch(1);
        rig.onSaid = command -> {
            if (command.words().equals("chậm")) {
                await(release);
            }
        };
        Person binh = telegram.person("Bình");
        rig.updates.start();
        chat.says(an, "chậm");
        chat.says(an, "sau");
        telegram.privateChat(binh).says(binh, "nhanh");

        // Which of two chats is heard first is nobody's promise.
        hears(said -> said.containsExactlyInAnyOrder("chậm", "nhanh"));
        release.countDown();
        hears(said -> said.hasSize(3).containsSubsequence("chậm", "sau").contains("nhanh"));
    }

    @Test
    void thousands_of_messages_of_one_group_delay_another_chats_command_by_less_than_two_seconds() {
        EmulatedChat group = telegram.group("Thôn Đông").member(an);
        Person binh = telegram.person("Bình");
        EmulatedChat alone = telegram.privateChat(binh);
        rig.onSaid = command -> LockSupport.parkNanos(command.kind().shared() ? EACH.toNanos() : 0);
        for (int i = 0; i < 5_000; i++) {
            group.says(an, "tin " + i);
        }
        rig.updates.start();
        rig.awaitSaid(1);
        int before = rig.said.size();
        alone.says(binh, "/trogiup");

        Awaitility.await()
                .atMost(TestPatience.LIMIT)
                .until(() -> rig.said.stream().anyMatch(said -> said.words().equals("/trogiup")));
        List<String> heard = rig.said.stream().map(IncomingCommand::words).toList();
        assertThat(EACH.multipliedBy(heard.indexOf("/trogiup") - before))
                .as("time of the group's own messages that went by")
                .isLessThan(Duration.ofSeconds(2));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(TestPatience.LIMIT.toSeconds(), TimeUnit.SECONDS))
                    .isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void an_account_never_shows_its_token() {
        TelegramAccount account = new TelegramAccount(TelegramRig.BOT, "1:geheim", telegram.url(), Optional.empty());

        assertThat(account.toString()).doesNotContain("geheim");
    }
}
