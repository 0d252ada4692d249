package vn.loa.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.delivery.channel.Messenger;
import vn.loa.delivery.channel.SendResult;
import vn.loa.delivery.channel.SendResult.PartRefused.Part;
import vn.loa.delivery.channel.SendResult.RetryAfter.Scope;
import vn.loa.emulator.EmulatedChat;
import vn.loa.emulator.FreePort;
import vn.loa.model.OutgoingMessage;
import vn.loa.telegram.api.TelegramOptions;

/** Every answer of Telegram, as it comes over the wire, and the arm it becomes. */
class TelegramErrorsTest {
    private static final OutgoingMessage TEXT = OutgoingMessage.plain("Thông báo");
    private static final OutgoingMessage PHOTO = TEXT.withPhoto(URI.create("https://example.org/anh.jpg"));

    private TelegramRig rig;
    private EmulatedChat group;

    @BeforeEach
    void start() throws IOException {
        rig = TelegramRig.start();
        group = rig.telegram.group("Thôn Đông");
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    private SendResult send(OutgoingMessage message) {
        return rig.channel.messenger().send(TelegramRig.at(group), message);
    }

    private SendResult refused(int code, String description) {
        rig.telegram.faults().on("*").refuse(code, description);
        return send(TEXT);
    }

    private SendResult refusedPhoto(String description) {
        rig.telegram.faults().on("sendPhoto").refuse(400, description);
        return send(PHOTO);
    }

    @ParameterizedTest
    @CsvSource({
        "400, Bad Request: group chat was deactivated",
        "403, Forbidden: bot was blocked by the user",
        "403, Forbidden: user is deactivated",
        "403, Forbidden: bot can't initiate conversation with a user",
        "403, Forbidden: bot can't send messages to bots",
        "403, Forbidden: bot was kicked from the group chat",
        "403, Forbidden: bot was kicked from the supergroup chat",
        "403, Forbidden: bot was kicked from the channel chat",
        "403, Forbidden: bot is not a member of the supergroup chat",
        "403, Forbidden: bot is not a member of the channel chat",
        "403, Forbidden: the group chat was deleted"
    })
    void a_chat_that_is_gone_or_has_removed_the_bot_is_gone(int code, String description) {
        String reason = description.substring(description.indexOf(": ") + 2);

        assertThat(refused(code, description))
                .isInstanceOfSatisfying(
                        SendResult.ChatGone.class,
                        gone -> assertThat(gone.reason()).contains(reason));
    }

    @ParameterizedTest
    @CsvSource({
        "400, Bad Request: not enough rights to send text messages to the chat",
        "400, Bad Request: have no rights to send a message",
        "400, Bad Request: CHAT_WRITE_FORBIDDEN",
        "403, Forbidden: CHAT_WRITE_FORBIDDEN",
        "400, Bad Request: need administrator rights in the channel chat",
        "400, Bad Request: CHAT_RESTRICTED",
        "400, Bad Request: CHAT_SEND_PLAIN_FORBIDDEN",
        "403, Forbidden: a reason of the year 2030"
    })
    void a_chat_that_forbids_writing_is_silenced_not_gone(int code, String description) {
        assertThat(refused(code, description)).isInstanceOf(SendResult.WriteForbidden.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bad Request: message thread not found",
                "Bad Request: TOPIC_DELETED",
                "Bad Request: TOPIC_CLOSED"
            })
    void a_lost_topic_is_a_refused_part(String description) {
        assertThat(refused(400, description)).isEqualTo(new SendResult.PartRefused(Part.TOPIC, description));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bad Request: can't parse entities: Unsupported start tag \"xã\" at byte offset 12",
                "Bad Request: ENTITY_BOUNDS_INVALID",
                "bad request: CAN'T PARSE ENTITIES: of some kind"
            })
    void markup_that_is_not_understood_is_a_refused_part(String description) {
        assertThat(refused(400, description)).isEqualTo(new SendResult.PartRefused(Part.FORMATTING, description));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bad Request: message is too long",
                "Bad Request: message text is empty",
                "Bad Request: BUTTON_DATA_INVALID",
                "Bad Request: BUTTON_URL_INVALID",
                "Bad Request: REPLY_MARKUP_INVALID",
                "Bad Request: URL host is empty",
                "Bad Request: can't parse reply keyboard markup JSON object",
                "Bad Request: something new of the year 2030"
            })
    void our_own_mistakes_and_unknown_refusals_concern_the_form(String description) {
        assertThat(refused(400, description)).isEqualTo(new SendResult.PartRefused(Part.UNKNOWN, description));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bad Request: chat not found", "Bad Request: PEER_ID_INVALID"})
    void a_chat_that_is_not_found_may_be_found_later(String description) {
        assertThat(refused(400, description)).isEqualTo(new SendResult.ChatNotFound(description));
    }

    @ParameterizedTest
    @CsvSource({"400, Bad Request: SLOWMODE_WAIT_30", "420, FLOOD_WAIT_30"})
    void a_wait_that_stands_in_the_name_of_the_refusal_is_kept(int code, String description) {
        assertThat(refused(code, description))
                .isInstanceOfSatisfying(
                        SendResult.RetryAfter.class,
                        wait -> assertThat(wait.duration()).isEqualTo(Duration.ofSeconds(30)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bad Request: message caption is too long",
                "Bad Request: have no rights to send a message",
                "Bad Request: something new of the year 2030"
            })
    void any_refusal_of_a_photo_concerns_the_photo(String description) {
        assertThat(refusedPhoto(description)).isEqualTo(new SendResult.PartRefused(Part.PHOTO, description));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bad Request: wrong file identifier/HTTP URL specified",
                "Bad Request: failed to get HTTP URL content",
                "Bad Request: wrong type of the web page content",
                "Bad Request: WEBPAGE_CURL_FAILED",
                "Bad Request: WEBPAGE_MEDIA_EMPTY",
                "Bad Request: PHOTO_INVALID_DIMENSIONS",
                "Bad Request: IMAGE_PROCESS_FAILED",
                "Bad Request: CHAT_SEND_PHOTOS_FORBIDDEN",
                "Bad Request: not enough rights to send photos to the chat"
            })
    void a_picture_that_is_not_taken_is_a_refused_part(String description) {
        assertThat(refusedPhoto(description)).isEqualTo(new SendResult.PartRefused(Part.PHOTO, description));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bad Request: message to edit not found",
                "Bad Request: message can't be edited",
                "Bad Request: MESSAGE_ID_INVALID"
            })
    void an_edit_of_a_lost_message_is_rejected(String description) {
        rig.telegram.faults().on("editMessageText").refuse(400, description);

        assertThat(rig.channel.messenger().edit(TelegramRig.at(group), "17", TEXT))
                .isEqualTo(new SendResult.Rejected(description));
    }

    @Test
    void an_upgraded_group_has_moved() {
        rig.telegram.faults().on("sendMessage").moved(-1001234567890L);

        assertThat(send(TEXT)).isEqualTo(new SendResult.ChatMoved("-1001234567890"));
    }

    @Test
    void a_revoked_token_stops_the_channel() {
        rig.telegram.revokeToken();

        assertThat(send(TEXT)).isEqualTo(new SendResult.ChannelDown("Unauthorized"));
        assertThat(rig.channel.messenger().ping()).isEqualTo(new SendResult.ChannelDown("Unauthorized"));
    }

    @Test
    void a_wrong_token_that_makes_every_method_unknown_stops_the_channel() {
        rig.telegram.faults().on("*").always().refuse(404, "Not Found");

        assertThat(send(TEXT)).isEqualTo(new SendResult.ChannelDown("Not Found"));
        assertThat(rig.channel.messenger().ping()).isEqualTo(new SendResult.ChannelDown("Not Found"));
    }

    @Test
    void a_method_that_the_server_lacks_does_not_stop_the_channel() {
        rig.telegram.faults().on("sendPhoto").refuse(404, "Not Found");
        rig.telegram.faults().on("editMessageText").refuse(404, "Not Found");

        assertThat(send(PHOTO)).isEqualTo(new SendResult.PartRefused(Part.PHOTO, "Not Found"));
        assertThat(rig.channel.messenger().edit(TelegramRig.at(group), "17", TEXT))
                .isEqualTo(new SendResult.Rejected("Not Found"));
    }

    @Test
    void a_flood_refusal_is_for_the_chat() {
        rig.telegram.faults().on("sendMessage").flood(35);

        assertThat(send(TEXT)).isEqualTo(new SendResult.RetryAfter(Duration.ofSeconds(35), Scope.CHAT));
    }

    @Test
    void a_flood_refusal_of_several_chats_at_once_is_for_the_bot() {
        rig.telegram.faults().on("sendMessage").always().flood(7);
        Messenger messenger = rig.channel.messenger();

        messenger.send(TelegramRig.at(rig.telegram.group("Thôn Đoài")), TEXT);
        messenger.send(TelegramRig.at(rig.telegram.group("Thôn Thượng")), TEXT);

        assertThat(messenger.send(TelegramRig.at(group), TEXT))
                .isEqualTo(new SendResult.RetryAfter(Duration.ofSeconds(7), Scope.BOT));
    }

    @Test
    void a_flood_refusal_that_tells_the_time_only_in_words_is_understood() {
        assertThat(refused(429, "Too Many Requests: retry after 12"))
                .isEqualTo(new SendResult.RetryAfter(Duration.ofSeconds(12), Scope.CHAT));
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504})
    void a_gateways_error_page_leaves_it_unknown(int status) {
        rig.telegram.faults().on("sendMessage").page(status);

        assertThat(send(TEXT)).isEqualTo(new SendResult.Unknown("HTTP " + status + ", not an answer of the Bot API"));
    }

    @Test
    void a_server_error_in_telegrams_own_words_leaves_it_unknown() {
        assertThat(refused(500, "Internal Server Error: restart")).isInstanceOf(SendResult.Unknown.class);
    }

    @Test
    void a_page_that_turns_the_request_away_means_not_sent() {
        rig.telegram.faults().on("sendMessage").page(403);

        assertThat(send(TEXT)).isInstanceOf(SendResult.NotSent.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>OK</html>", "{\"ok\":true,\"resul", "", "[]", "{}", "{\"ok\":true}"})
    void a_success_that_cannot_be_read_leaves_it_unknown(String body) {
        rig.telegram.faults().on("sendMessage").garbled(body);

        assertThat(send(TEXT)).isInstanceOf(SendResult.Unknown.class);
    }

    @Test
    void a_connection_cut_before_or_after_leaves_it_unknown() {
        rig.telegram.faults().on("sendMessage").cutBefore();
        rig.telegram.faults().on("sendMessage").cutAfter();

        assertThat(send(TEXT)).isInstanceOf(SendResult.Unknown.class);
        assertThat(send(TEXT)).isInstanceOf(SendResult.Unknown.class);
        assertThat(group.messages()).hasSize(1);
    }

    @Test
    void a_server_that_takes_the_message_and_falls_silent_leaves_it_unknown() {
        rig.telegram.faults().on("sendMessage").hangAfter();

        assertThat(sendTo(rig.telegram.url())).isInstanceOf(SendResult.Unknown.class);
        assertThat(group.awaitMessages(1)).hasSize(1);
    }

    @Test
    void a_refused_connection_means_not_sent() {
        int port = FreePort.find();

        assertThat(sendTo(URI.create("http://127.0.0.1:" + port))).isInstanceOf(SendResult.NotSent.class);
    }

    @Test
    void a_name_that_nobody_knows_means_not_sent() {
        assertThat(sendTo(URI.create("http://telegram.invalid"))).isInstanceOf(SendResult.NotSent.class);
    }

    @Test
    void a_server_that_speaks_no_tls_means_not_sent() {
        URI tls = URI.create("https://127.0.0.1:" + rig.telegram.url().getPort());

        assertThat(sendTo(tls)).isInstanceOf(SendResult.NotSent.class);
    }

    private SendResult sendTo(URI server) {
        TelegramOptions.Times impatient = new TelegramOptions.Times(
                Duration.ofSeconds(2), Duration.ofSeconds(2), Duration.ofSeconds(1), Duration.ZERO, Duration.ZERO);
        TelegramChannel channel = TelegramRig.channel(rig.telegram, server, impatient, InstantSource.system());
        return channel.messenger().send(TelegramRig.at(group), TEXT);
    }

    @Test
    void a_503_with_a_zero_retry_after_is_not_sent_twice() throws IOException {
        try (mockwebserver3.MockWebServer server = new mockwebserver3.MockWebServer()) {
            server.start();
            server.enqueue(new mockwebserver3.MockResponse.Builder()
                    .code(503)
                    .addHeader("Retry-After", "0")
                    .build());

            SendResult result = sendTo(server.url("/").uri());

            assertThat(result).isInstanceOf(SendResult.Unknown.class);
            assertThat(server.getRequestCount()).isEqualTo(1);
        }
    }

    @Test
    void a_reason_never_holds_the_token() {
        rig.telegram
                .faults()
                .on("sendMessage")
                .refuse(400, "Bad Request: /bot" + rig.telegram.token() + "/sendMessage is odd");

        assertThat(send(TEXT))
                .isEqualTo(new SendResult.PartRefused(Part.UNKNOWN, "Bad Request: /bot***/sendMessage is odd"));
    }
}
