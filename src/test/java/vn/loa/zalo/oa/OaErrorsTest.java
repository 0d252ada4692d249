package vn.loa.zalo.oa;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.delivery.channel.SendResult;
import vn.loa.delivery.channel.SendResult.PartRefused.Part;
import vn.loa.delivery.channel.SendResult.RetryAfter.Scope;
import vn.loa.emulator.FreePort;
import vn.loa.model.ChatAddress;
import vn.loa.model.OutgoingMessage;

/** Every answer of Zalo's, as it comes over the wire, and the arm it becomes. */
class OaErrorsTest {
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

    private SendResult refused(int code) {
        rig.zalo.faults().on("group").refuse(code, "...");
        return rig.say("Thông báo");
    }

    @Test
    void too_many_requests_silence_the_whole_account_for_a_minute() {
        assertThat(refused(-32)).isEqualTo(new SendResult.RetryAfter(Duration.ofMinutes(1), Scope.BOT));
        rig.zalo.faults().on("group").page(429);
        assertThat(rig.say("x")).isEqualTo(new SendResult.RetryAfter(Duration.ofMinutes(1), Scope.BOT));
    }

    @Test
    void the_night_silences_one_chat() {
        assertThat(refused(-234))
                .isInstanceOfSatisfying(
                        SendResult.RetryAfter.class,
                        later -> assertThat(later.scope()).isEqualTo(Scope.RECIPIENT));
    }

    @ParameterizedTest
    @ValueSource(ints = {-201, -210, -233, -248})
    void what_zalo_will_never_take_is_rejected(int code) {
        assertThat(refused(code))
                .isInstanceOfSatisfying(
                        SendResult.Rejected.class,
                        rejected -> assertThat(rejected.reason()).startsWith("error " + code + ", "));
    }

    @ParameterizedTest
    @ValueSource(ints = {-200, -201, -233})
    void with_a_picture_it_is_the_picture_that_is_refused(int code) {
        rig.zalo.faults().on("group").refuse(code, "...");

        assertThat(rig.channel
                        .messenger()
                        .send(OaRig.group(), OutgoingMessage.plain("x").withPhoto(URI.create("https://e.org/a"))))
                .isInstanceOfSatisfying(
                        SendResult.PartRefused.class,
                        refused -> assertThat(refused.part()).isEqualTo(Part.PHOTO));
    }

    @Test
    void a_group_that_is_disabled_or_without_the_account_is_gone() {
        rig.zalo.group("expired", "Cũ", 5, false);

        assertThat(rig.channel.messenger().send(ChatAddress.of(OaRig.BOT, "expired"), OutgoingMessage.plain("x")))
                .isEqualTo(new SendResult.ChatGone("error -237, the group is disabled, its package has expired"));
        assertThat(rig.channel.messenger().send(ChatAddress.of(OaRig.BOT, "other"), OutgoingMessage.plain("x")))
                .isEqualTo(new SendResult.ChatGone("error -403, the Official Account is not in the group"));
    }

    @ParameterizedTest
    @ValueSource(ints = {-213, -217, -227, -244})
    void a_person_who_wants_no_messages_is_silent_and_not_gone(int code) {
        rig.zalo.faults().on("cs").refuse(code, "...");

        assertThat(rig.channel.messenger().send(OaRig.person(), OutgoingMessage.plain("x")))
                .isInstanceOf(SendResult.WriteForbidden.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {-230, -232})
    void a_person_who_has_not_written_for_long_is_waited_for(int code) {
        rig.zalo.faults().on("cs").refuse(code, "...");

        assertThat(rig.channel.messenger().send(OaRig.person(), OutgoingMessage.plain("x")))
                .isInstanceOf(SendResult.WindowClosed.class);
        assertThat(rig.channel.messenger().send(OaChats.person(OaRig.BOT, "9"), OutgoingMessage.plain("x")))
                .isInstanceOf(SendResult.WindowClosed.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {-204, -205, -209, -219, -221, -223, -240, -242, -320, -321})
    void what_concerns_the_whole_account_stops_it_and_says_why(int code) {
        assertThat(refused(code))
                .isInstanceOfSatisfying(
                        SendResult.ChannelDown.class,
                        down -> assertThat(down.reason()).startsWith("error " + code + ", "));
    }

    @ParameterizedTest
    @ValueSource(ints = {-211, -212, -224, -235})
    void what_concerns_a_feature_stops_chats_of_that_kind_and_says_why(int code) {
        assertThat(refused(code))
                .isInstanceOfSatisfying(
                        SendResult.FeatureDown.class,
                        down -> assertThat(down.reason()).startsWith("error " + code + ", "));
    }

    @Test
    void the_limit_of_one_recipient_leaves_that_one_alone_for_a_while() {
        rig.zalo.faults().on("cs").refuse(-218, "...");
        assertThat(rig.channel.messenger().send(OaRig.person(), OutgoingMessage.plain("x")))
                .isInstanceOfSatisfying(
                        SendResult.WindowClosed.class,
                        closed -> assertThat(closed.pause()).isBetween(Duration.ofMinutes(30), Duration.ofDays(1)));
    }

    @Test
    void a_sending_that_failed_at_zalo_is_tried_again() {
        assertThat(refused(-200)).isEqualTo(new SendResult.NotSent("error -200, the sending failed"));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, -999, 7})
    void a_number_that_nobody_knows_was_not_taken(int code) {
        assertThat(refused(code)).isEqualTo(new SendResult.NotSent("error " + code + ", which is not known"));
    }

    @ParameterizedTest
    @ValueSource(ints = {-216, -220})
    void a_refused_token_is_refreshed_once_and_the_message_arrives(int code) {
        rig.say("trước");
        rig.zalo.faults().on("group").refuse(code, "...");

        assertThat(rig.say("Thông báo")).isInstanceOf(SendResult.Sent.class);
        assertThat(rig.zalo.refreshes()).isEqualTo(2);
        assertThat(rig.zalo.sent()).hasSize(2);
    }

    @Test
    void a_token_that_is_refused_with_http_401_is_refreshed_too() {
        rig.zalo.faults().on("group").page(401);

        assertThat(rig.say("Thông báo")).isInstanceOf(SendResult.Sent.class);
        assertThat(rig.zalo.refreshes()).isEqualTo(2);
    }

    @Test
    void a_token_that_is_refused_twice_stops_the_account() {
        rig.zalo.faults().on("group").always().refuse(-216, "...");
        assertThat(rig.say("x")).isInstanceOf(SendResult.ChannelDown.class);
        assertThat(rig.zalo.calls()).containsExactly("token", "group", "token", "group");

        rig.zalo.faults().clear();
        rig.zalo.faults().on("group").always().page(401);
        assertThat(rig.say("x")).isInstanceOf(SendResult.ChannelDown.class);
    }

    @Test
    void a_gateway_that_turns_it_away_has_not_sent_it_and_one_that_broke_may_have() {
        rig.zalo.faults().on("group").page(404);
        assertThat(rig.say("x")).isEqualTo(new SendResult.NotSent("HTTP 404, not an answer of Zalo's API"));
        for (int status : new int[] {500, 502, 503, 504}) {
            rig.zalo.faults().on("group").page(status);
            assertThat(rig.say("x"))
                    .isEqualTo(new SendResult.Unknown("HTTP " + status + ", not an answer of Zalo's API"));
        }
    }

    @Test
    void an_answer_that_is_none_leaves_it_unknown() {
        for (String body : new String[] {"", "OK", "[]", "{}", "{\"error\":{}}", "{\"error\":\"lỗi\"}", "\"" + "x"}) {
            rig.zalo.faults().on("group").garbled(body);
            assertThat(rig.say("x")).isInstanceOf(SendResult.Unknown.class);
        }
    }

    @Test
    void numbers_may_be_texts_and_a_success_needs_no_number_of_the_message() {
        rig.zalo.faults().on("group").body(200, "{\"error\":\"-237\"}");
        assertThat(rig.say("x")).isInstanceOf(SendResult.ChatGone.class);
        rig.zalo.faults().on("group").body(500, "{\"error\":-201}");
        assertThat(rig.say("x")).isInstanceOf(SendResult.Rejected.class);
        rig.zalo.faults().on("group").garbled("{\"error\":0,\"message\":\"Success\"}");
        assertThat(rig.say("x")).isEqualTo(new SendResult.Sent(""));
    }

    @Test
    void a_connection_that_is_cut_or_an_answer_that_never_comes_leaves_it_unknown() {
        rig.say("trước");
        rig.zalo.faults().on("group").cutBefore();
        assertThat(rig.say("x")).isInstanceOf(SendResult.Unknown.class);
        rig.zalo.faults().on("group").cutAfter();
        assertThat(rig.say("x")).isInstanceOf(SendResult.Unknown.class);
        rig.zalo.faults().on("group").hangAfter();
        assertThat(rig.say("x")).isInstanceOf(SendResult.Unknown.class);
        assertThat(rig.zalo.calls()).containsExactly("token", "group", "group", "group", "group");
    }

    @Test
    void without_a_connection_it_was_certainly_not_sent() {
        int port = FreePort.find();
        URI nobody = URI.create("http://127.0.0.1:" + port);
        OaAccount lost = OaRig.account(nobody, rig.zalo.url(), rig.zalo.refreshToken());
        try (OaChannel channel = rig.channel(lost)) {
            assertThat(channel.messenger().send(OaRig.group(), OutgoingMessage.plain("x")))
                    .isEqualTo(new SendResult.NotSent("no connection: ConnectException"));
        }
    }

    @Test
    void neither_a_redirect_nor_a_busy_server_makes_it_send_twice() throws IOException {
        try (MockWebServer server = new MockWebServer()) {
            server.start();
            server.enqueue(new MockResponse.Builder()
                    .code(307)
                    .addHeader("Location", rig.zalo.url() + "/v3.0/oa/group/message")
                    .build());
            server.enqueue(new MockResponse.Builder()
                    .code(503)
                    .addHeader("Retry-After", "0")
                    .build());
            server.enqueue(new MockResponse.Builder()
                    .body("{\"error\":0,\"data\":{\"message_id\":\"7\"}}")
                    .build());
            OaAccount elsewhere = OaRig.account(server.url("/").uri(), rig.zalo.url(), rig.zalo.refreshToken());
            try (OaChannel channel = rig.channel(elsewhere)) {
                assertThat(say(channel)).isInstanceOf(SendResult.Unknown.class);
                assertThat(say(channel)).isInstanceOf(SendResult.Unknown.class);
                assertThat(say(channel)).isEqualTo(new SendResult.Sent("7"));
            }
            assertThat(server.getRequestCount()).isEqualTo(3);
            assertThat(rig.zalo.sent()).isEmpty();
        }
    }

    private static SendResult say(OaChannel channel) {
        return channel.messenger().send(OaRig.group(), OutgoingMessage.plain("x"));
    }
}
