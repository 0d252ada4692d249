package vn.loa.zalo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.command.incoming.IncomingCommand;
import vn.loa.delivery.channel.SendResult;
import vn.loa.emulator.ZaloBotEmulator;
import vn.loa.model.Bot;
import vn.loa.model.ChatAddress;
import vn.loa.model.ChatKind;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.Platform;
import vn.loa.schedule.OwnThread;
import vn.loa.store.Database;
import vn.loa.store.MigratedDatabase;
import vn.loa.store.delivery.InboxStore;
import vn.loa.waiting.TestPatience;

/** What people say on Zalo is heard once, however it comes in. */
class ZaloUpdatesTest {
    private static final Bot BOT = new Bot(Platform.ZALO, "main");
    private static final String SECRET = "bi-mat-12345678";

    @TempDir
    private Path folder;

    private final List<IncomingCommand> said = new CopyOnWriteArrayList<>();
    private ZaloBotEmulator zalo;
    private ZaloChannel channel;
    private Database database;
    private ZaloUpdates updates;
    private HttpServer door;

    @BeforeEach
    void open() throws IOException {
        zalo = new ZaloBotEmulator();
        database = MigratedDatabase.open(folder);
        ZaloOptions.Times times = new ZaloOptions.Times(
                Duration.ofSeconds(20),
                Duration.ofSeconds(20),
                Duration.ofSeconds(1),
                Duration.ofMillis(50),
                Duration.ofMillis(20),
                Duration.ofMillis(100));
        channel = new ZaloChannel(
                new ZaloAccount(BOT, zalo.token(), zalo.url(), Optional.empty()),
                new ZaloOptions(ZaloOptions.USUAL_RATES, false, times, ZoneId.of("Asia/Ho_Chi_Minh")),
                InstantSource.system(),
                () -> {});
        updates = channel.updates(said::add, new InboxStore(database));
    }

    @AfterEach
    void close() {
        updates.close();
        channel.close();
        zalo.close();
        database.close();
        if (door != null) {
            door.stop(0);
        }
    }

    private IncomingCommand heard(int count) {
        await().atMost(TestPatience.LIMIT).until(() -> said.size() >= count);
        return said.get(count - 1);
    }

    @Test
    void words_alone_with_the_bot_and_in_a_group_that_mentions_it_are_heard() {
        updates.startPolling();
        zalo.person("u1", "Nguyễn Văn A").says("tin mới");
        IncomingCommand alone = heard(1);
        assertThat(alone.kind()).isEqualTo(ChatKind.PRIVATE);
        assertThat(alone.words()).isEqualTo("tin mới");
        assertThat(alone.chatTitle()).isEqualTo("Nguyễn Văn A");
        assertThat(alone.sender().chatAdmin().getAsBoolean()).isTrue();
        zalo.member("zgr-1", "u1", "Nguyễn Văn A").mentions("/theodoi văn hóa");
        IncomingCommand group = heard(2);
        assertThat(group.kind()).isEqualTo(ChatKind.GROUP);
        assertThat(group.words()).isEqualTo("/theodoi văn hóa");
        assertThat(group.chatTitle()).isEmpty();
        assertThat(group.addressed()).isTrue();
        assertThat(group.sender().chatAdmin().getAsBoolean()).isFalse();
        assertThat(group.chat().chatId()).isEqualTo("zgr-1");
    }

    @Test
    void a_mention_is_taken_off_however_it_is_written_and_a_command_found_behind_any_name() {
        updates.startPolling();
        ZaloBotEmulator.Talk group = zalo.member("zgr-1", "u1", "A");
        group.replies("@bot tin xã: /tinmoi 5");
        assertThat(heard(1).words()).isEqualTo("/tinmoi 5");
        group.replies("@Bot\u00a0Tin\u00a0Xa\u0303, tìm  tập huấn");
        assertThat(heard(2).words()).isEqualTo("tìm tập huấn");
        group.replies("@Tên Cũ Của Bot /danhsach");
        assertThat(heard(3).words()).isEqualTo("/danhsach");
        group.replies("đã nắm");
        assertThat(heard(4).words()).isEqualTo("đã nắm");
        group.mentions("ơi cho hỏi /tinmoi 3");
        assertThat(heard(5).words()).isEqualTo("/tinmoi 3");
        group.mentions("");
        assertThat(heard(6).words()).isEqualTo("/start");
    }

    @Test
    void a_caption_is_heard_and_all_that_says_nothing_is_left_alone() throws IOException {
        updates.startPolling();
        ZaloBotEmulator.Talk an = zalo.person("u1", "A");
        an.sends("message.sticker.received");
        an.sends("message.unsupported.received");
        an.sends("message.something.new");
        zalo.deliver(new ObjectMapper().readTree("{\"event_name\":\"message.text.received\"}"));
        zalo.deliver(new ObjectMapper().readTree("[1]"));
        zalo.deliver(
                new ObjectMapper()
                        .readTree(
                                "{\"event_name\":\"message.text.edited\",\"message\":{\"message_id\":\"e1\","
                                        + "\"text\":\"x\",\"chat\":{\"chat_type\":\"PRIVATE\",\"id\":\"u1\"},\"from\":{\"id\":\"u1\"}}}"));
        an.sendsPhoto("/tinmoi");
        assertThat(heard(2).words()).isEqualTo("/tinmoi");
        assertThat(said).hasSize(2).allMatch(each -> !each.attachment().isNothing());
        assertThat(said.get(0).words())
                .as("something, so that it can be answered")
                .isEmpty();
    }

    @Test
    void an_update_that_comes_again_and_again_is_heard_once_and_not_asked_for_hotly() {
        zalo.replay(true);
        updates.startPolling();
        zalo.person("u1", "A").says("tin mới");
        heard(1);
        int before = zalo.calls().size();
        await().atMost(TestPatience.LIMIT).until(() -> zalo.calls().size() > before + 10);
        assertThat(said).hasSize(1);
        zalo.person("u1", "A").says("tin khác");
        assertThat(heard(2).words()).isEqualTo("tin khác");
        updates.close();
        updates = channel.updates(said::add, new InboxStore(database));
        updates.startPolling();
        int later = zalo.calls().size();
        await().atMost(TestPatience.LIMIT).until(() -> zalo.calls().size() > later + 5);
        assertThat(said).as("also not by the next program").hasSize(2);
    }

    @Test
    void what_was_written_down_and_not_handled_is_handled_by_the_next_program() {
        InboxStore inbox = new InboxStore(database);
        inbox.accept(
                BOT,
                "m77",
                "{\"message\":{\"message_id\":\"m77\",\"text\":\"tin"
                        + " mới\",\"chat\":{\"chat_type\":\"PRIVATE\",\"id\":\"u1\"},"
                        + "\"from\":{\"id\":\"u1\",\"display_name\":\"A\"}}}",
                InstantSource.system().instant());
        updates.startPolling();
        assertThat(heard(1).words()).isEqualTo("tin mới");
        await().atMost(TestPatience.LIMIT).until(() -> inbox.waiting(BOT).isEmpty());
    }

    @Test
    void a_webhook_that_somebody_set_is_told_and_left_until_an_operator_takes_it_away() {
        zalo.webhookSet("https://elsewhere.example/hook");
        updates.startPolling();
        await().atMost(TestPatience.LIMIT)
                .until(() -> updates.problem().orElse("").contains("webhook of somebody"));
        assertThat(zalo.calls()).doesNotContain("deletewebhook");
        assertThat(updates.takeWebhook()).isTrue();
        zalo.person("u1", "A").says("tin mới");
        heard(1);
        assertThat(updates.lastPoll()).isPresent();
        await().atMost(TestPatience.LIMIT).until(() -> updates.problem().isEmpty());
    }

    @Test
    void a_webhook_of_loas_own_from_before_it_polled_is_taken_away() {
        zalo.webhookSet("https://loa.example/zalo/bot/" + BOT.name());
        updates.startPolling();
        await().atMost(TestPatience.LIMIT).until(() -> !zalo.hooked());
        zalo.person("u1", "A").says("tin mới");
        heard(1);
    }

    @Test
    void an_outage_is_told_and_survived() throws IOException {
        ZaloChannel wrong = new ZaloChannel(
                new ZaloAccount(BOT, "1:wrong", zalo.url(), Optional.empty()),
                channel.options(),
                InstantSource.system(),
                () -> {});
        ZaloUpdates lost = wrong.updates(said::add, new InboxStore(database));
        lost.startPolling();
        await().atMost(TestPatience.LIMIT).until(() -> lost.problem().isPresent());
        assertThat(lost.problem().orElseThrow()).contains("404").doesNotContain("wrong");
        int before = zalo.calls().size();
        await().atMost(TestPatience.LIMIT).until(() -> zalo.calls().size() > before + 2);
        lost.close();
        wrong.close();
    }

    @Test
    void the_end_of_polling_lets_what_is_being_sent_come_to_its_answer() {
        updates.startPolling();
        await().atMost(TestPatience.LIMIT).until(() -> zalo.calls().contains("getupdates"));
        zalo.hold();
        CompletableFuture<SendResult> sending = CompletableFuture.supplyAsync(
                () -> channel.messenger().send(ChatAddress.of(BOT, "zgr-1"), OutgoingMessage.plain("Tin một")),
                new OwnThread("sending"));
        await().atMost(TestPatience.LIMIT).until(() -> zalo.calls().contains("sendmessage"));
        updates.close();
        zalo.letGo();
        assertThat(sending).succeedsWithin(TestPatience.LIMIT).isInstanceOf(SendResult.Sent.class);
    }

    // ---- webhook

    private ZaloWebhook listen() throws IOException {
        ZaloWebhook webhook = channel.webhook(SECRET, updates);
        door = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        door.createContext("/hook", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String secret = exchange.getRequestHeaders().getFirst(ZaloWebhook.SECRET_HEADER);
            exchange.sendResponseHeaders(webhook.receive(secret == null ? "" : secret, body), -1);
            exchange.close();
        });
        door.start();
        updates.startListening(address(), SECRET);
        await().atMost(TestPatience.LIMIT).until(() -> zalo.hooked());
        return webhook;
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + door.getAddress().getPort() + "/hook");
    }

    @Test
    void a_webhook_brings_updates_flat_and_wrapped_and_each_once() throws IOException {
        listen();
        ZaloChannel.Registration registration = channel.register(address(), SECRET);
        assertThat(registration).isEqualTo(new ZaloChannel.Registration(true, true, "webhook.ok"));
        zalo.member("zgr-1", "u1", "A").mentions("/tinmoi");
        assertThat(heard(1).words()).isEqualTo("/tinmoi");
        zalo.wrapped();
        zalo.person("u1", "A").says("tin mới");
        assertThat(heard(2).words()).isEqualTo("tin mới");
        String again =
                "{\"message\":{\"message_id\":\"m9\",\"text\":\"x\",\"chat\":{\"chat_type\":\"PRIVATE\",\"id\":\"u1\"},"
                        + "\"from\":{\"id\":\"u1\"}}}";
        assertThat(zalo.post(SECRET, again)).isEqualTo(200);
        assertThat(zalo.post(SECRET, again)).isEqualTo(200);
        zalo.person("u1", "A").says("cuối");
        assertThat(heard(4).words()).isEqualTo("cuối");
        assertThat(said).hasSize(4);
    }

    @Test
    void a_stranger_is_refused_and_an_empty_body_is_a_look_whether_anybody_is_there() throws IOException {
        ZaloWebhook webhook = listen();
        assertThat(webhook.receive("sai", "{\"message\":{}}")).isEqualTo(401);
        assertThat(webhook.receive("", "{\"message\":{}}")).isEqualTo(401);
        assertThat(webhook.receive("", "")).isEqualTo(200);
        assertThat(webhook.receive(SECRET, "no json")).isEqualTo(200);
        assertThat(said).isEmpty();
    }

    /** Breaks the database as a full disk does, or mends it. */
    private void disk(boolean full) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("loa.db"));
                Statement order = connection.createStatement()) {
            order.execute(
                    full
                            ? "CREATE TRIGGER full_disk BEFORE INSERT ON received_update"
                                    + " BEGIN SELECT RAISE(ABORT, 'the disk is full'); END"
                            : "DROP TRIGGER full_disk");
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void an_update_that_cannot_be_written_down_is_held_by_the_poller_until_it_can() {
        updates.startPolling();
        zalo.person("u1", "A").says("tin đầu");
        heard(1);
        disk(true);
        zalo.person("u1", "A").says("tin mới");
        await().atMost(TestPatience.LIMIT)
                .until(() -> updates.problem().equals(Optional.of("updates cannot be written down")));
        disk(false);
        assertThat(heard(2).words()).isEqualTo("tin mới");
        await().atMost(TestPatience.LIMIT).until(() -> updates.problem().isEmpty());
    }

    @Test
    void a_webhook_asks_for_an_update_again_that_it_cannot_write_down() throws IOException {
        ZaloWebhook webhook = listen();
        String update =
                "{\"message\":{\"message_id\":\"m9\",\"text\":\"x\",\"chat\":{\"chat_type\":\"PRIVATE\",\"id\":\"u1\"},"
                        + "\"from\":{\"id\":\"u1\"}}}";
        disk(true);
        assertThat(webhook.receive(SECRET, update)).isEqualTo(503);
        disk(false);
        assertThat(webhook.receive(SECRET, update)).isEqualTo(200);
        assertThat(heard(1).words()).isEqualTo("x");
        assertThat(said).hasSize(1);
    }

    @Test
    void what_comes_before_the_names_are_known_waits_for_them_and_is_handled_once() throws IOException {
        ZaloWebhook webhook = channel.webhook(SECRET, updates);
        String mention = "{\"message\":{\"message_id\":\"m9\",\"text\":\"@Bot Tin Xã tin mới\","
                + "\"chat\":{\"chat_type\":\"GROUP\",\"id\":\"zgr-1\"},\"from\":{\"id\":\"u1\"}}}";
        assertThat(webhook.receive(SECRET, mention)).isEqualTo(200);
        listen();
        assertThat(heard(1).words()).isEqualTo("tin mới");
        zalo.person("u1", "A").says("cuối");
        assertThat(heard(2).words()).isEqualTo("cuối");
        assertThat(said).hasSize(2);
    }

    @Test
    void an_address_that_zalo_does_not_reach_is_told_and_offered_again_until_it_does() throws IOException {
        zalo.hookFails();
        listen();
        await().atMost(TestPatience.LIMIT)
                .until(() -> updates.problem().orElse("").contains("webhook.http.403"));
        zalo.hookWorks();
        await().atMost(TestPatience.LIMIT).until(() -> updates.problem().isEmpty());
        assertThat(zalo.calls().stream().filter("setwebhook"::equals).count()).isGreaterThan(1);
    }

    @Test
    void a_failed_look_is_told_although_the_address_is_kept() throws IOException {
        listen();
        zalo.hookFails();
        assertThat(channel.register(address(), SECRET))
                .isEqualTo(new ZaloChannel.Registration(true, false, "webhook.http.403"));
    }
}
