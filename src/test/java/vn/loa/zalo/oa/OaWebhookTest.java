package vn.loa.zalo.oa;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.bot.ProcessedUpdates;
import vn.loa.command.incoming.Acknowledgement;
import vn.loa.command.incoming.ChatEvent;
import vn.loa.command.incoming.IncomingCommand;
import vn.loa.emulator.ZaloOaEmulator;
import vn.loa.emulator.ZaloOaEvent;
import vn.loa.model.Bot;
import vn.loa.model.ChatAddress;
import vn.loa.model.PersonId;

class OaWebhookTest implements OaListener, ProcessedUpdates {
    private static final String AN = OaRig.PERSON;
    private static final String GROUP = OaRig.GROUP;

    private final List<IncomingCommand> said = new CopyOnWriteArrayList<>();
    private final List<Acknowledgement> acknowledged = new CopyOnWriteArrayList<>();
    private final List<ChatEvent> events = new CopyOnWriteArrayList<>();
    private final Set<String> handled = ConcurrentHashMap.newKeySet();
    private final OaWebhook webhook = webhook("Loa xã");
    private volatile boolean logBroken;
    private volatile CountDownLatch hold = new CountDownLatch(0);

    private OaWebhook webhook(String calledName) {
        return new OaWebhook(
                OaRig.account(URI.create("http://127.0.0.1"), URI.create("http://127.0.0.1"), "x"),
                calledName,
                this,
                this);
    }

    @AfterEach
    void stop() {
        hold.countDown();
        webhook.close();
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

    @Override
    public boolean isProcessed(Bot bot, String eventKey) {
        if (logBroken) {
            throw new IllegalStateException("the disk is gone");
        }
        return handled.contains(bot + " " + eventKey);
    }

    @Override
    public void markProcessed(Bot bot, String eventKey) {
        handled.add(bot + " " + eventKey);
    }

    private int receive(ZaloOaEvent event) {
        return webhook.receive(event.bytes(), Optional.of(event.signature()), Optional.empty());
    }

    private int receive(ZaloOaEvent event, String signature) {
        return webhook.receive(event.bytes(), Optional.of(signature), Optional.empty());
    }

    private void awaitHandled(int count) {
        Awaitility.await().atMost(OaRig.PATIENCE).until(() -> handled.size() >= count);
    }

    private IncomingCommand heard(ZaloOaEvent event) {
        int before = handled.size();
        assertThat(receive(event)).isEqualTo(200);
        awaitHandled(before + 1);
        return said.get(said.size() - 1);
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
        assertThat(signature.fits(hex, bytes, ids, timestamps)).isTrue();
        assertThat(signature.fits("mac=" + hex, bytes, ids, timestamps)).isTrue();
        assertThat(signature.fits("MAC=" + hex.toUpperCase(Locale.ROOT), bytes, ids, timestamps))
                .isTrue();
        assertThat(signature.fits(hex, bytes, List.of("1"), timestamps)).isFalse();
        assertThat(new OaSignature("other").fits(hex, bytes, ids, timestamps)).isFalse();
    }

    @Test
    void the_time_stamp_may_come_by_header_and_the_id_may_be_the_accounts() {
        ZaloOaEvent event = ZaloOaEvent.privateText(AN, "1", "m1");
        String byHeader = event.mac(ZaloOaEmulator.APP_ID, "1790000000999");
        assertThat(webhook.receive(event.bytes(), Optional.of(byHeader), Optional.of("1790000000999")))
                .isEqualTo(200);
        assertThat(webhook.receive(event.bytes(), Optional.of(event.signature()), Optional.of("1790000000999")))
                .isEqualTo(200);
        assertThat(receive(event, event.mac(ZaloOaEmulator.OA_ID, event.timestamp())))
                .isEqualTo(200);
    }

    @Test
    void the_probe_at_saving_the_address_is_answered_well_and_is_nothing() {
        assertThat(webhook.receive("{}".getBytes(StandardCharsets.UTF_8), Optional.empty(), Optional.empty()))
                .isEqualTo(200);
        assertThat(handled).isEmpty();
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
        assertThat(handled).isEmpty();
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
        heard(ZaloOaEvent.privateText(AN, "/tim", "m2"));
        assertThat(receive(ZaloOaEvent.privateText(AN, "/hong", "m1"))).isEqualTo(200);

        assertThat(said).hasSize(1);
        assertThat(handled).hasSize(2);
    }

    @Test
    void while_the_log_is_out_of_order_events_have_to_come_again() {
        logBroken = true;
        assertThat(receive(ZaloOaEvent.privateText(AN, "/tim", "m1"))).isEqualTo(503);

        logBroken = false;
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
    void the_end_waits_for_what_was_taken_and_takes_no_more() {
        for (int i = 0; i < 20; i++) {
            receive(ZaloOaEvent.privateText(AN, "x", "m" + i));
        }
        webhook.close();

        assertThat(said).hasSize(20);
        assertThat(receive(ZaloOaEvent.privateText(AN, "x", "late"))).isEqualTo(503);
    }

    @Test
    void numbers_of_messages_that_are_too_long_for_the_log_are_shortened() {
        heard(ZaloOaEvent.privateText(AN, "x", "ề".repeat(300)));
        heard(ZaloOaEvent.privateText(AN, "x", "a".repeat(41)));

        assertThat(handled).hasSize(2).allMatch(key -> key.length() <= 64);
    }
}
