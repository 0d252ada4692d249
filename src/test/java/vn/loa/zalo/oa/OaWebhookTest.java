package vn.loa.zalo.oa;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.command.incoming.Acknowledgement;
import vn.loa.command.incoming.ChatEvent;
import vn.loa.command.incoming.IncomingCommand;
import vn.loa.emulator.ZaloOaEmulator;
import vn.loa.emulator.ZaloOaEvent;
import vn.loa.model.ChatAddress;
import vn.loa.model.PersonId;
import vn.loa.store.Database;
import vn.loa.store.MigratedDatabase;
import vn.loa.store.delivery.InboxStore;

class OaWebhookTest implements OaListener {
    @TempDir
    private Path folder;

    private static final String AN = OaRig.PERSON;
    private static final String GROUP = OaRig.GROUP;

    private final List<IncomingCommand> said = new CopyOnWriteArrayList<>();
    private final List<Acknowledgement> acknowledged = new CopyOnWriteArrayList<>();
    private final List<ChatEvent> events = new CopyOnWriteArrayList<>();
    private Database database;
    private OaWebhook webhook;
    private volatile CountDownLatch hold = new CountDownLatch(0);

    @BeforeEach
    void open() {
        database = MigratedDatabase.open(folder);
        webhook = webhook();
        webhook.open();
    }

    private OaWebhook webhook() {
        return new OaWebhook(
                OaRig.account(URI.create("http://127.0.0.1"), URI.create("http://127.0.0.1"), "x"),
                "Loa xã",
                this,
                new InboxStore(database),
                InstantSource.system());
    }

    /** Breaks the database as a full disk does, or mends it. */
    private void disk(boolean full) {
        database.write(handle -> handle.execute(
                full
                        ? "CREATE TRIGGER full_disk BEFORE INSERT ON received_update"
                                + " BEGIN SELECT RAISE(ABORT, 'the disk is full'); END"
                        : "DROP TRIGGER full_disk"));
    }

    private List<String> keys(String state) {
        return database.read(
                handle -> handle.createQuery("SELECT update_key FROM received_update WHERE handled " + state)
                        .mapTo(String.class)
                        .list());
    }

    @AfterEach
    void stop() {
        hold.countDown();
        webhook.close();
        database.close();
    }

    @Override
    public void said(IncomingCommand command) {
        try {
            hold.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (command.words().equals("/hong")) {
            throw new IllegalStateException("hỏng");
        }
        said.add(command);
    }

    /** Whether a question waits for what is said. */
    private volatile boolean asks;

    @Override
    public boolean takesAnswer(IncomingCommand command) {
        return asks;
    }

    @Override
    public void acknowledged(Acknowledgement sign) {
        acknowledged.add(sign);
    }

    @Override
    public void happened(ChatEvent event) {
        events.add(event);
    }

    @Override
    public boolean administers(ChatAddress group, PersonId person) {
        return person.userId().equals("7") && group.chatId().equals(GROUP);
    }

    private final List<ChatAddress> interacted = new CopyOnWriteArrayList<>();

    @Override
    public Runnable interacted(ChatAddress person, Instant at) {
        interacted.add(person);
        return () -> {};
    }

    /** A gesture about a message that may be known already: the account's own, or the person's. */
    private static ZaloOaEvent reaction(String person, String message, String icon) {
        ObjectNode event = ZaloOaEvent.named("user_reacted_message");
        event.putObject("sender").put("id", person);
        event.putObject("recipient").put("id", ZaloOaEmulator.OA_ID);
        event.putObject("message").put("msg_id", message).put("react_icon", icon);
        return ZaloOaEvent.of(event);
    }

    @Test
    void a_reaction_is_an_event_of_its_own_whatever_message_it_is_about() {
        heard(ZaloOaEvent.privateText(AN, "chào", "m1"));
        interacted.clear();
        receive(reaction(AN, "m1", "/-heart"));
        receive(reaction("7", "m1", "/-heart"));
        awaitHandled(3);
        assertThat(interacted).hasSize(2);
        assertThat(receive(reaction(AN, "m1", "/-heart"))).isEqualTo(200);
        assertThat(keys(">= 0")).as("the same event again").hasSize(3);
    }

    private int receive(ZaloOaEvent event) {
        return webhook.receive(event.bytes(), Optional.of(event.signature()), Optional.empty());
    }

    private int receive(ZaloOaEvent event, String signature) {
        return webhook.receive(event.bytes(), Optional.of(signature), Optional.empty());
    }

    private void awaitHandled(int count) {
        Awaitility.await().atMost(OaRig.PATIENCE).until(() -> keys("= 1").size() >= count);
    }

    private IncomingCommand heard(ZaloOaEvent event) {
        int before = keys("= 1").size();
        assertThat(receive(event)).isEqualTo(200);
        awaitHandled(before + 1);
        return said.get(said.size() - 1);
    }

    @Test
    void an_answer_to_a_question_is_said_and_acknowledges_nothing() {
        asks = true;
        ObjectNode event = ZaloOaEvent.named("user_send_group_text");
        event.putObject("sender").put("id", "7");
        event.putObject("recipient").put("id", GROUP);
        event.putObject("message")
                .put("text", "Đã xong ạ")
                .put("msg_id", "m1")
                .putObject("quote_msg")
                .put("msg_id", "q1");
        IncomingCommand answer = heard(ZaloOaEvent.of(event));
        assertThat(answer.words()).isEqualTo("Đã xong ạ");
        assertThat(answer.answered()).contains("q1");
        assertThat(acknowledged).isEmpty();
    }

    // ---- who may speak

    @Test
    void the_documented_signature_is_taken_byte_for_byte() {
        String body = "{\"app_id\":\"1234567890123456789\",\"sender\":{\"id\":\"2468000000000000001\"},"
                + "\"recipient\":{\"id\":\"579000000000000001\"},\"event_name\":\"user_send_text\","
                + "\"message\":{\"text\":\"xin chào\",\"msg_id\":\"96d3cdf3af150460909\"},"
                + "\"timestamp\":\"1790000000000\"}";
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        OaSignature signature = new OaSignature("test-oa-secret");
        String hex = "e0a29240a20f1a653f88f54273aca60db58ac26e5c14ee3b6c8aa04dd9759015";
        List<String> ids = List.of("1234567890123456789");
        List<String> timestamps = List.of("1790000000000");

        assertThat(bytes).hasSize(230);
        assertThat(signature.fitting(hex, bytes, ids, timestamps)).hasValue("1790000000000");
        assertThat(signature.fitting("mac=" + hex, bytes, ids, timestamps)).hasValue("1790000000000");
        assertThat(signature.fitting("MAC=" + hex.toUpperCase(Locale.ROOT), bytes, ids, timestamps))
                .hasValue("1790000000000");
        assertThat(signature.fitting(hex, bytes, List.of("1"), timestamps)).isEmpty();
        assertThat(new OaSignature("other").fitting(hex, bytes, ids, timestamps))
                .isEmpty();
    }

    @Test
    void the_time_stamp_may_come_by_header_and_the_id_may_be_the_accounts() {
        ZaloOaEvent event = ZaloOaEvent.privateText(AN, "1", "m1");
        String byHeader = event.mac(ZaloOaEmulator.APP_ID, "9790000000999");
        assertThat(webhook.receive(event.bytes(), Optional.of(byHeader), Optional.of("9790000000999")))
                .isEqualTo(200);
        assertThat(webhook.receive(event.bytes(), Optional.of(event.signature()), Optional.of("9790000000999")))
                .isEqualTo(200);
        assertThat(receive(event, event.mac(ZaloOaEmulator.OA_ID, event.timestamp())))
                .isEqualTo(200);
    }

    @Test
    void the_probe_at_saving_the_address_is_answered_well_and_is_nothing() {
        assertThat(webhook.receive("{}".getBytes(StandardCharsets.UTF_8), Optional.empty(), Optional.empty()))
                .isEqualTo(200);
        assertThat(keys(">= 0")).isEmpty();
    }

    @Test
    void what_is_not_signed_or_signed_wrongly_is_turned_away() {
        ZaloOaEvent event = ZaloOaEvent.privateText(AN, "/huy", "m1");

        assertThat(webhook.receive(event.bytes(), Optional.empty(), Optional.empty()))
                .isEqualTo(401);
        for (String wrong : List.of("", "mac=", "mac=00", "0".repeat(64), "ề".repeat(64), event.signature() + "0")) {
            assertThat(receive(event, wrong)).isEqualTo(401);
        }
        ZaloOaEvent changed = new ZaloOaEvent(event.body().replace("/huy", "/moi"), event.timestamp());
        assertThat(receive(changed, event.signature())).isEqualTo(401);
        assertThat(keys(">= 0")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "1", "{", "{}{}", "{} x", "xin chào"})
    void what_is_no_event_is_turned_away(String body) {
        assertThat(webhook.receive(body.getBytes(StandardCharsets.UTF_8), Optional.of("x"), Optional.empty()))
                .isEqualTo(400);
    }

    @Test
    void what_is_nested_beyond_reason_is_turned_away() {
        byte[] deep = "{\"a\":".repeat(40_000).getBytes(StandardCharsets.UTF_8);

        assertThat(webhook.receive(deep, Optional.of("x"), Optional.empty())).isEqualTo(400);
    }

    // ---- once and only once

    @Test
    void an_event_that_comes_again_is_answered_well_and_handled_once() {
        ZaloOaEvent event = ZaloOaEvent.privateText(AN, "/huy", "m1");
        ZaloOaEvent joined = ZaloOaEvent.of(ZaloOaEvent.named("create_group").put("group_id", GROUP));
        hold = new CountDownLatch(1);
        for (int i = 0; i < 3; i++) {
            assertThat(receive(event)).isEqualTo(200);
            assertThat(receive(joined)).isEqualTo(200);
        }
        hold.countDown();
        awaitHandled(2);
        receive(event);
        heard(ZaloOaEvent.privateText(AN, "/huy", "m2"));

        assertThat(said).hasSize(2);
        assertThat(events).hasSize(1);
    }

    @Test
    void zalo_is_answered_before_the_event_is_handled() {
        hold = new CountDownLatch(1);

        assertThat(receive(ZaloOaEvent.privateText(AN, "/tim", "m1"))).isEqualTo(200);
        assertThat(said).isEmpty();

        hold.countDown();
        awaitHandled(1);
        assertThat(said).hasSize(1);
    }

    @Test
    void an_event_that_fails_harms_no_other_and_is_not_handled_again() {
        receive(ZaloOaEvent.privateText(AN, "/hong", "m1"));
        awaitHandled(1);
        heard(ZaloOaEvent.privateText(AN, "/tim", "m2"));
        assertThat(receive(ZaloOaEvent.privateText(AN, "/hong", "m1"))).isEqualTo(200);

        assertThat(said).hasSize(1);
        assertThat(keys("= 1")).hasSize(2);
    }

    @Test
    void what_cannot_be_written_down_has_to_come_again() {
        disk(true);
        assertThat(receive(ZaloOaEvent.privateText(AN, "/tim", "m1"))).isEqualTo(503);

        disk(false);
        assertThat(heard(ZaloOaEvent.privateText(AN, "/tim", "m1")).words()).isEqualTo("/tim");
    }

    @Test
    void a_flood_is_asked_to_come_again_instead_of_filling_the_memory() {
        hold = new CountDownLatch(1);
        int taken = 0;
        for (int i = 0; i < 1100; i++) {
            taken += receive(ZaloOaEvent.privateText(AN, "x", "m" + i)) == 200 ? 1 : 0;
        }

        assertThat(taken).isBetween(1000, 1001);
        hold.countDown();
        awaitHandled(taken);
    }

    @Test
    void what_the_end_leaves_and_what_comes_later_is_handled_once_by_the_next_start() {
        for (int i = 0; i < 20; i++) {
            receive(ZaloOaEvent.privateText(AN, "x", "m" + i));
        }
        webhook.close();
        int handled = said.size();
        assertThat(receive(ZaloOaEvent.privateText(AN, "late", "late"))).isEqualTo(200);
        assertThat(said).hasSize(handled);

        webhook = webhook();
        webhook.open();
        awaitHandled(21);
        assertThat(said).hasSize(21).extracting(IncomingCommand::words).endsWith("late");
    }

    @Test
    void what_was_answered_well_and_not_handled_before_a_kill_is_handled_in_order_after_it() {
        OaWebhook killed = webhook();
        for (int i = 1; i <= 6; i++) {
            ZaloOaEvent event = ZaloOaEvent.privateText(AN, "/donvi them thôn " + i, "k" + i);
            assertThat(killed.receive(event.bytes(), Optional.of(event.signature()), Optional.empty()))
                    .isEqualTo(200);
        }
        assertThat(said).isEmpty();

        webhook = webhook();
        webhook.open();
        awaitHandled(6);
        assertThat(said)
                .extracting(IncomingCommand::words)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 6)
                        .mapToObj(i -> "/donvi them thôn " + i)
                        .toList());
        killed.close();
    }

    @ParameterizedTest
    @CsvSource({"25, 1000, 401", "23, 1000, 200", "25, 1, 401", "23, 1, 200", "-25, 1000, 200"})
    void what_was_signed_more_than_a_day_ago_is_refused(int hours, int unit, int status) {
        long at =
                InstantSource.system().instant().minus(Duration.ofHours(hours)).getEpochSecond() * unit;
        ZaloOaEvent now = ZaloOaEvent.privateText(AN, "/huy", "m1");
        ZaloOaEvent then = new ZaloOaEvent(now.body().replace(now.timestamp(), "" + at), "" + at);

        assertThat(receive(then)).isEqualTo(status);
        assertThat(webhook.receive(then.bytes(), Optional.of(then.signature()), Optional.of(now.timestamp())))
                .as("whatever an unsigned header says")
                .isEqualTo(status);
    }

    @Test
    void numbers_of_messages_that_are_too_long_for_the_log_are_shortened() {
        heard(ZaloOaEvent.privateText(AN, "x", "ề".repeat(300)));
        heard(ZaloOaEvent.privateText(AN, "x", "a".repeat(41)));

        assertThat(keys("= 1")).hasSize(2).allMatch(key -> key.length() <= 64);
    }
}
