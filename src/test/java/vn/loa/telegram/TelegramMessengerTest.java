package vn.loa.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Credentials;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.delivery.channel.Capabilities;
import vn.loa.delivery.channel.Messenger;
import vn.loa.delivery.channel.SendPermission;
import vn.loa.delivery.channel.SendResult;
import vn.loa.delivery.channel.SendResult.PartRefused.Part;
import vn.loa.emulator.EmulatedChat;
import vn.loa.emulator.EmulatedTopic;
import vn.loa.emulator.ShownButton;
import vn.loa.emulator.ShownMessage;
import vn.loa.model.Bot;
import vn.loa.model.Button;
import vn.loa.model.ChatAddress;
import vn.loa.model.Media;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.OutgoingMessage.Wish;
import vn.loa.model.Platform;
import vn.loa.model.RichText;
import vn.loa.telegram.api.TelegramAccount;
import vn.loa.telegram.api.TelegramOptions;
import vn.loa.telegram.api.TelegramProxy;
import vn.loa.waiting.TestPatience;

class TelegramMessengerTest {
    private static final URI ARTICLE = URI.create("https://phuxuyen.hanoi.gov.vn/tin-tức/1?a=1&b=2");
    private static final URI PICTURE =
            URI.create("https://phuxuyen.hanoi.gov.vn/documents/ảnh 1.jpg".replace(" ", "%20"));
    private static final RichText TEXT = RichText.builder()
            .bold("Khai mạc hội thi")
            .plain("\nSáng 18/9, xã Phú Túc khai mạc hội thi.")
            .build();

    private TelegramRig rig;
    private EmulatedChat group;
    private Messenger messenger;

    @BeforeEach
    void start() throws IOException {
        rig = TelegramRig.start();
        group = rig.telegram.supergroup("Thôn Đông");
        messenger = rig.channel.messenger();
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    @Test
    void what_was_to_be_sent_is_not_written_when_another_node_has_the_bot_by_then() {
        SendResult late = SendPermission.during(() -> false, () -> send(OutgoingMessage.of(TEXT)));
        assertThat(late).isInstanceOf(SendResult.NotSent.class);
        assertThat(SendPermission.during(() -> true, () -> send(OutgoingMessage.of(TEXT))))
                .isInstanceOf(SendResult.Sent.class);
        assertThat(group.messages()).hasSize(1);
    }

    private SendResult send(OutgoingMessage message) {
        return messenger.send(TelegramRig.at(group), message);
    }

    private static Button link(String label, String url) {
        return new Button.Link(label, URI.create(url));
    }

    private static Button action(String label, String data) {
        return new Button.Action(label, data);
    }

    @Test
    void a_folded_sentence_arrives_in_an_expandable_blockquote_and_stays_when_the_markup_is_refused() {
        RichText folded = RichText.builder()
                .bold("Bản tin")
                .plain("\n")
                .folded("Câu <dài> & gấp.")
                .plain("\nx.gov.vn")
                .build();
        send(OutgoingMessage.of(folded));
        ShownMessage shown = group.lastMessage();
        assertThat(shown.text()).isEqualTo("Bản tin\nCâu <dài> & gấp.\nx.gov.vn");
        assertThat(shown.body().under("expandable_blockquote")).isEqualTo("Câu <dài> & gấp.");
        send(OutgoingMessage.of(folded).withoutFormatting());
        assertThat(group.lastMessage().text()).isEqualTo(shown.text());
        assertThat(group.lastMessage().body().entities()).isEmpty();
    }

    @Test
    void a_silent_message_makes_no_sound_with_a_picture_and_without() {
        send(OutgoingMessage.of(TEXT).withoutSound());
        send(OutgoingMessage.of(TEXT).withPhoto(PICTURE).withoutSound());
        send(OutgoingMessage.of(TEXT));
        assertThat(rig.telegram.history().of("sendMessage"))
                .extracting(call -> call.parameters().get("disable_notification"))
                .containsExactly("true", null);
        assertThat(rig.telegram.history().of("sendPhoto"))
                .extracting(call -> call.parameters().get("disable_notification"))
                .containsExactly("true");
    }

    @Test
    void what_somebody_sent_to_the_bot_is_sent_again_by_its_number_and_another_bots_file_is_left_out() {
        Bot other = new Bot(Platform.TELEGRAM, "other");
        send(OutgoingMessage.of(TEXT).withMedia(new Media.Kept(TelegramRig.BOT, Media.Kept.Form.PHOTO, "photo-1")));
        send(OutgoingMessage.of(TEXT)
                .withMedia(new Media.Kept(TelegramRig.BOT, Media.Kept.Form.DOCUMENT, "document-2")));
        send(OutgoingMessage.of(TEXT).withMedia(new Media.Kept(other, Media.Kept.Form.PHOTO, "photo-3")));
        assertThat(group.messages())
                .extracting(ShownMessage::media)
                .containsExactly(Optional.of("photo-1"), Optional.of("document-2"), Optional.empty());
        assertThat(group.messages()).extracting(ShownMessage::text).containsOnly(TEXT.text());
    }

    @Test
    void a_picture_of_ours_is_carried_up() {
        assertThat(send(OutgoingMessage.of(TEXT)
                        .withMedia(new Media.Made(Media.Kept.Form.PHOTO, "a.png", new byte[] {1, 2, 3}))))
                .isInstanceOf(SendResult.Sent.class);
        assertThat(group.lastMessage().media()).contains("attach://a.png");
    }

    @Test
    void a_message_is_pinned_and_protected_where_that_is_wished_and_arrives_where_it_cannot_be_pinned() {
        rig.telegram
                .faults()
                .on("pinChatMessage")
                .nth(2)
                .refuse(400, "Bad Request: not enough rights to pin a message");
        OutgoingMessage wished = OutgoingMessage.of(TEXT).withWishes(Set.of(Wish.PIN, Wish.PROTECT));
        assertThat(send(wished)).isInstanceOf(SendResult.Sent.class);
        assertThat(send(wished.withPhoto(PICTURE))).isInstanceOf(SendResult.Sent.class);
        send(OutgoingMessage.of(TEXT));
        assertThat(rig.telegram.history().of("sendMessage"))
                .extracting(call -> call.parameters().get("protect_content"))
                .containsExactly("true", null);
        assertThat(rig.telegram.history().of("sendPhoto"))
                .extracting(call -> call.parameters().get("protect_content"))
                .containsExactly("true");
        assertThat(rig.telegram.history().of("pinChatMessage")).hasSize(2);
    }

    @Test
    void a_chat_is_confirmed_by_the_platform_or_not() {
        assertThat(messenger.confirms(TelegramRig.at(group))).isTrue();
        assertThat(messenger.confirms(ChatAddress.of(TelegramRig.BOT, "-1009999999999")))
                .isFalse();
    }

    @Test
    void a_message_arrives_with_its_buttons_and_its_preview() {
        OutgoingMessage message = OutgoingMessage.of(TEXT)
                .withPreview(ARTICLE)
                .withButtons(
                        List.of(List.of(new Button.Link("Đọc toàn văn", ARTICLE)), List.of(action("Đã nắm", "nắm:1"))));

        SendResult result = send(message);

        ShownMessage shown = group.lastMessage();
        assertThat(result).isEqualTo(new SendResult.Sent(Long.toString(shown.id())));
        assertThat(shown.text()).isEqualTo(TEXT.text());
        assertThat(shown.body().under("bold")).isEqualTo("Khai mạc hội thi");
        assertThat(shown.buttons())
                .containsExactly(
                        List.of(new ShownButton("Đọc toàn văn", ARTICLE.toASCIIString(), "")),
                        List.of(new ShownButton("Đã nắm", "", "nắm:1")));
        assertThat(shown.preview().path("url").asText()).isEqualTo(ARTICLE.toASCIIString());
        assertThat(shown.preview().path("prefer_small_media").asBoolean()).isTrue();
    }

    @Test
    void without_a_preview_telegram_is_told_to_show_none() {
        send(OutgoingMessage.of(TEXT));

        assertThat(group.lastMessage().preview().path("is_disabled").asBoolean())
                .isTrue();
    }

    @Test
    void a_picture_travels_with_the_text_as_its_caption() {
        SendResult result = send(OutgoingMessage.of(TEXT)
                .withPhoto(PICTURE)
                .withButtons(List.of(List.of(new Button.Link("Đọc toàn văn", ARTICLE)))));

        ShownMessage shown = group.lastMessage();
        assertThat(result).isEqualTo(new SendResult.Sent(Long.toString(shown.id())));
        assertThat(shown.media()).contains(PICTURE.toASCIIString());
        assertThat(shown.text()).isEqualTo(TEXT.text());
        assertThat(shown.button("Đọc").url()).isEqualTo(ARTICLE.toASCIIString());
    }

    @Test
    void a_text_too_long_for_a_caption_travels_without_the_picture() {
        send(OutgoingMessage.plain("x".repeat(1025)).withPhoto(PICTURE));

        assertThat(group.lastMessage().media()).isEmpty();
        assertThat(group.lastMessage().text()).hasSize(1025);
    }

    @Test
    void where_pictures_are_not_wanted_the_text_travels_alone() {
        TelegramAccount account =
                new TelegramAccount(TelegramRig.BOT, rig.telegram.token(), rig.telegram.url(), Optional.empty());
        TelegramOptions plain =
                new TelegramOptions(TelegramOptions.PUBLIC_RATES, false, TelegramOptions.Times.STANDARD);
        Messenger other = new TelegramChannel(account, plain, InstantSource.system()).messenger();

        other.send(TelegramRig.at(group), OutgoingMessage.of(TEXT).withPhoto(PICTURE));

        assertThat(group.lastMessage().media()).isEmpty();
        assertThat(other.capabilities().captionLimit()).isZero();
    }

    @Test
    void the_channel_declares_what_it_carries() {
        assertThat(messenger.capabilities())
                .isEqualTo(new Capabilities(4096, 1024, true, true, true, true, new Capabilities.Rates(30, 1, 20)));
        assertThat(messenger.bot()).isEqualTo(TelegramRig.BOT);
        assertThat(messenger.ping())
                .isEqualTo(new SendResult.Sent(Long.toString(rig.telegram.bot().id())));
    }

    @Test
    void a_text_over_the_limit_is_abridged_as_a_last_resort() {
        String words = "Nhân dân xã Phú Túc 😀 ".repeat(300);

        assertThat(send(OutgoingMessage.of(RichText.builder().bold(words).build())))
                .isInstanceOf(SendResult.Sent.class);
        assertThat(group.lastMessage().text().length()).isBetween(3900, 4096);
        assertThat(group.lastMessage().text()).endsWith("…");
    }

    @Test
    void a_message_is_deleted_and_one_that_is_gone_already_is_as_good() {
        send(OutgoingMessage.of(TEXT));
        String id = Long.toString(group.lastMessage().id());
        SendResult done = new SendResult.Sent(id);
        assertThat(rig.channel.messenger().delete(TelegramRig.at(group), id)).isEqualTo(done);
        assertThat(group.messages()).isEmpty();
        assertThat(rig.channel.messenger().delete(TelegramRig.at(group), id)).isEqualTo(done);
        rig.telegram.faults().on("deleteMessage").refuse(400, "Bad Request: message can't be deleted");
        assertThat(rig.channel.messenger().delete(TelegramRig.at(group), id)).isInstanceOf(SendResult.Rejected.class);
    }

    @Test
    void an_empty_message_is_refused_without_harm() {
        assertThat(send(OutgoingMessage.plain(""))).isInstanceOf(SendResult.PartRefused.class);
        assertThat(send(OutgoingMessage.plain(" \n "))).isInstanceOf(SendResult.PartRefused.class);
        assertThat(send(OutgoingMessage.plain("\u0000"))).isInstanceOf(SendResult.PartRefused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:8080/tin/1", "ftp://example.org/1", "/tin/1", "http://portal/tin/1"})
    void a_link_that_telegram_refuses_as_a_button_stands_in_the_text(String address) {
        SendResult result = send(OutgoingMessage.of(TEXT)
                .withButtons(List.of(List.of(link("Đọc toàn văn", address), action("Đã nắm", "1")))));

        assertThat(result).isInstanceOf(SendResult.Sent.class);
        assertThat(group.lastMessage().text()).endsWith("\nĐọc toàn văn: " + address);
        assertThat(group.lastMessage().buttons()).containsExactly(List.of(new ShownButton("Đã nắm", "", "1")));
    }

    @Test
    void a_portal_known_only_by_its_address_can_be_a_button() {
        send(OutgoingMessage.of(TEXT).withButtons(List.of(List.of(link("Đọc", "http://127.0.0.1:8080/tin/1")))));

        assertThat(group.lastMessage().button("Đọc").url()).isEqualTo("http://127.0.0.1:8080/tin/1");
    }

    @Test
    void too_many_or_nameless_buttons_do_not_cost_the_message() {
        List<Button> row = new ArrayList<>(Collections.nCopies(9, action("Trang", "t")));
        List<List<Button>> rows = new ArrayList<>(Collections.nCopies(12, row));
        rows.add(0, List.of(action(" \u0000", "x")));

        assertThat(send(OutgoingMessage.of(TEXT).withButtons(rows))).isInstanceOf(SendResult.Sent.class);

        List<List<ShownButton>> shown = group.lastMessage().buttons();
        assertThat(shown.stream().mapToInt(List::size).sum()).isEqualTo(100);
        assertThat(shown.get(0)).containsExactly(new ShownButton("…", "", "x"));
    }

    @Test
    void a_message_for_a_topic_goes_there_and_a_closed_one_is_told() {
        EmulatedTopic topic = group.topic();
        ChatAddress there = new ChatAddress(TelegramRig.BOT, Long.toString(group.id()), Long.toString(topic.id()));

        messenger.send(there, OutgoingMessage.of(TEXT));
        assertThat(group.lastMessage().topicId()).isEqualTo(topic.id());

        messenger.send(there, OutgoingMessage.of(TEXT).withPhoto(PICTURE));
        assertThat(group.lastMessage().topicId()).isEqualTo(topic.id());

        topic.close();
        assertThat(messenger.send(there, OutgoingMessage.of(TEXT)))
                .isInstanceOfSatisfying(
                        SendResult.PartRefused.class,
                        refused -> assertThat(refused.part()).isEqualTo(Part.TOPIC));
    }

    @Test
    void a_topic_that_is_no_number_is_refused_without_asking() {
        ChatAddress odd = new ChatAddress(TelegramRig.BOT, Long.toString(group.id()), "chung");

        assertThat(messenger.send(odd, OutgoingMessage.of(TEXT))).isInstanceOf(SendResult.PartRefused.class);
        assertThat(rig.telegram.history().all()).isEmpty();
    }

    @Test
    void an_edit_changes_text_and_buttons() {
        send(OutgoingMessage.of(TEXT).withButtons(List.of(List.of(action("Đã nắm (0)", "1")))));
        ShownMessage before = group.lastMessage();

        SendResult result = edit(before, OutgoingMessage.plain("Đã cập nhật"));

        assertThat(result).isEqualTo(new SendResult.Sent(Long.toString(before.id())));
        assertThat(group.lastMessage().text()).isEqualTo("Đã cập nhật");
        assertThat(group.lastMessage().buttons()).isEmpty();
    }

    @Test
    void an_edit_is_repeated_at_once_on_a_connection_that_broke_and_a_new_message_is_not() {
        String id = ((SendResult.Sent) send(OutgoingMessage.of(TEXT))).messageId();
        rig.telegram.faults().on("editMessageText").cutBefore();
        rig.telegram.faults().on("sendMessage").cutBefore();

        assertThat(messenger.edit(TelegramRig.at(group), id, OutgoingMessage.plain("Mới")))
                .isEqualTo(new SendResult.Sent(id));
        assertThat(send(OutgoingMessage.of(TEXT))).isInstanceOf(SendResult.Unknown.class);
        assertThat(group.messages()).hasSize(1);
    }

    @Test
    void an_edit_that_changes_nothing_is_done() {
        send(OutgoingMessage.of(TEXT));
        ShownMessage before = group.lastMessage();

        assertThat(edit(before, OutgoingMessage.of(TEXT))).isEqualTo(new SendResult.Sent(Long.toString(before.id())));
    }

    @Test
    void an_edit_finds_out_by_itself_whether_there_is_a_picture() {
        send(OutgoingMessage.of(TEXT).withPhoto(PICTURE));
        ShownMessage picture = group.lastMessage();
        send(OutgoingMessage.of(TEXT));
        ShownMessage text = group.lastMessage();

        assertThat(edit(picture, OutgoingMessage.plain("ảnh"))).isInstanceOf(SendResult.Sent.class);
        assertThat(edit(picture, OutgoingMessage.plain("ảnh 2").withPhoto(PICTURE)))
                .isInstanceOf(SendResult.Sent.class);
        assertThat(edit(text, OutgoingMessage.plain("chữ").withPhoto(PICTURE))).isInstanceOf(SendResult.Sent.class);
        assertThat(edit(picture, OutgoingMessage.plain("y".repeat(2000)))).isInstanceOf(SendResult.Sent.class);

        assertThat(group.messages()).extracting(ShownMessage::text).element(1).isEqualTo("chữ");
        assertThat(group.messages().get(0).text()).hasSize(1024).endsWith("…");
    }

    @Test
    void an_edit_of_what_is_no_message_is_rejected() {
        assertThat(messenger.edit(TelegramRig.at(group), "không", OutgoingMessage.of(TEXT)))
                .isInstanceOf(SendResult.Rejected.class);
        assertThat(messenger.edit(TelegramRig.at(group), "0", OutgoingMessage.of(TEXT)))
                .isInstanceOf(SendResult.Rejected.class);
    }

    private SendResult edit(ShownMessage message, OutgoingMessage changed) {
        return messenger.edit(TelegramRig.at(group), Long.toString(message.id()), changed);
    }

    @Test
    void a_success_counts_though_the_library_could_not_read_the_message_in_it() {
        rig.telegram
                .faults()
                .on("sendMessage")
                .garbled(
                        "{\"ok\":true,\"result\":{\"message_id\":7,\"date\":1789000000000,\"chat\":{\"type\":\"?\"}}}");
        rig.telegram
                .faults()
                .on("sendPhoto")
                .garbled("{\"ok\":true,\"result\":{\"message_id\":8,\"date\":1789000000000}}");
        rig.telegram.faults().on("editMessageText").body(200, "{\"ok\":true,\"result\":null}");

        assertThat(send(OutgoingMessage.of(TEXT))).isEqualTo(new SendResult.Sent("7"));
        assertThat(send(OutgoingMessage.of(TEXT).withPhoto(PICTURE))).isEqualTo(new SendResult.Sent("8"));
        assertThat(messenger.edit(TelegramRig.at(group), "7", OutgoingMessage.of(TEXT)))
                .isEqualTo(new SendResult.Sent("7"));
    }

    @Test
    void a_server_may_stand_behind_a_path_and_mind_the_case_of_methods() throws Exception {
        try (MockWebServer server = new MockWebServer()) {
            server.start();
            server.enqueue(new MockResponse.Builder()
                    .body("{\"ok\":true,\"result\":{\"message_id\":5}}")
                    .build());
            URI behind = server.url("/may/chu/").uri();
            Messenger there = TelegramRig.channel(rig.telegram, behind, TelegramRig.QUICK, InstantSource.system())
                    .messenger();

            assertThat(there.send(TelegramRig.at(group), OutgoingMessage.of(TEXT)))
                    .isEqualTo(new SendResult.Sent("5"));

            RecordedRequest request = server.takeRequest(1, TimeUnit.SECONDS);
            assertThat(request.getUrl().encodedPath())
                    .isEqualTo("/may/chu/bot" + rig.telegram.token() + "/sendMessage");
        }
    }

    @Test
    void a_redirect_is_not_followed_with_the_token() throws Exception {
        try (MockWebServer server = new MockWebServer()) {
            server.start();
            server.enqueue(new MockResponse.Builder()
                    .code(307)
                    .addHeader("Location", rig.telegram.url() + "/bot/elsewhere")
                    .build());
            Messenger there = TelegramRig.channel(
                            rig.telegram, server.url("/").uri(), TelegramRig.QUICK, InstantSource.system())
                    .messenger();

            assertThat(there.send(TelegramRig.at(group), OutgoingMessage.of(TEXT)))
                    .isInstanceOf(SendResult.Unknown.class);
            assertThat(rig.telegram.history().all()).isEmpty();
        }
    }

    @Test
    void requests_go_through_a_proxy_that_asks_for_a_password() throws Exception {
        try (MockWebServer proxy = new MockWebServer()) {
            proxy.start();
            proxy.enqueue(new MockResponse.Builder().code(407).build());
            proxy.enqueue(new MockResponse.Builder()
                    .body("{\"ok\":true,\"result\":{\"message_id\":5}}")
                    .build());
            Proxy host = new Proxy(
                    Proxy.Type.HTTP, new InetSocketAddress(InetAddress.getLoopbackAddress(), proxy.getPort()));
            TelegramProxy way = new TelegramProxy(host, "loa", "bi mat");
            TelegramAccount account = new TelegramAccount(
                    TelegramRig.BOT, rig.telegram.token(), URI.create("http://telegram.invalid"), Optional.of(way));
            TelegramOptions options =
                    new TelegramOptions(TelegramOptions.PUBLIC_RATES, true, TelegramOptions.Times.STANDARD);
            Messenger there = new TelegramChannel(account, options, InstantSource.system()).messenger();

            assertThat(there.send(TelegramRig.at(group), OutgoingMessage.of(TEXT)))
                    .isEqualTo(new SendResult.Sent("5"));

            proxy.takeRequest(1, TimeUnit.SECONDS);
            RecordedRequest request = proxy.takeRequest(1, TimeUnit.SECONDS);
            assertThat(request.getRequestLine()).startsWith("POST http://telegram.invalid/bot");
            assertThat(request.getHeaders().get("Proxy-Authorization")).isEqualTo(Credentials.basic("loa", "bi mat"));
            assertThat(account + " " + way).doesNotContain("mat");
        }
    }

    @Test
    void many_threads_send_at_once_and_wait_for_nobody_elses_answer() throws Exception {
        Messenger patient = TelegramRig.channel(
                        rig.telegram, rig.telegram.url(), TelegramOptions.Times.STANDARD, InstantSource.system())
                .messenger();
        int callers = 32;
        int stuck = 8;
        rig.telegram.faults().on("sendMessage").times(stuck).hangAfter();
        AtomicInteger sent = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(callers);
        for (int i = 0; i < callers; i++) {
            OutgoingMessage message = OutgoingMessage.plain("Tin " + i);
            threads.execute(() -> {
                if (patient.send(TelegramRig.at(group), message) instanceof SendResult.Sent) {
                    sent.incrementAndGet();
                }
            });
        }

        Awaitility.await().atMost(TestPatience.LIMIT).until(() -> sent.get() == callers - stuck);
        assertThat(group.messages()).hasSize(callers);
        rig.telegram.close();
        threads.shutdown();
        assertThat(threads.awaitTermination(TestPatience.LIMIT.toSeconds(), TimeUnit.SECONDS))
                .isTrue();
        assertThat(sent).hasValue(callers - stuck);
    }
}
