package vn.loa.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.loa.schedule.OwnThread;
import vn.loa.waiting.TestPatience;

/** The emulator is as strict as Telegram, seen with nothing but an HTTP client. */
class BotApiEmulatorTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final AtomicLong nanos = new AtomicLong();
    private final HttpClient http = HttpClient.newHttpClient();
    private BotApiEmulator telegram;
    private EmulatedChat group;
    private Person an;

    @BeforeEach
    void start() throws IOException {
        telegram = BotApiEmulator.start(0, nanos::get);
        group = telegram.group("Thôn Đông");
        an = telegram.person("An");
    }

    @AfterEach
    void stop() {
        telegram.close();
    }

    private URI method(String name) {
        return URI.create(telegram.url() + "/bot" + telegram.token() + "/" + name);
    }

    private JsonNode json(HttpRequest.Builder request) throws Exception {
        return JSON.readTree(
                http.send(request.build(), HttpResponse.BodyHandlers.ofString()).body());
    }

    private JsonNode call(String name, String body) throws Exception {
        return json(HttpRequest.newBuilder(method(name))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private JsonNode say(EmulatedChat chat, String html) throws Exception {
        String body = JSON.createObjectNode()
                .put("chat_id", chat.id())
                .put("text", html)
                .put("parse_mode", "HTML")
                .toString();
        return call("sendMessage", body);
    }

    @Test
    void json_form_query_and_multipart_say_the_same_and_a_methods_case_does_not_matter() throws Exception {
        String text = "Tin & mới";
        String form = "chat_id=" + group.id() + "&text=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
        String multipart = "--xx\r\nContent-Disposition: form-data; name=\"chat_id\"\r\n\r\n" + group.id()
                + "\r\n--xx\r\nContent-Disposition: form-data; name=\"text\"\r\nContent-Length: 11\r\n\r\n" + text
                + "\r\n--xx--\r\n";

        call("sendmessage", "{\"chat_id\":\"" + group.id() + "\",\"text\":\"Tin & mới\"}");
        json(HttpRequest.newBuilder(method("SENDMESSAGE?" + form)));
        json(HttpRequest.newBuilder(method("sendMessage"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
        json(HttpRequest.newBuilder(method("sendMessage"))
                .header("Content-Type", "multipart/form-data; boundary=xx")
                .POST(HttpRequest.BodyPublishers.ofString(multipart)));

        assertThat(group.messages())
                .hasSize(4)
                .allSatisfy(message -> assertThat(message.text()).isEqualTo(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<b>a|Can't find end tag corresponding to start tag \"b\"",
                "<b><i>a</b></i>|Unmatched end tag at byte offset 7, expected \"</i>\", found \"</b>\"",
                "đ<xã>|Unsupported start tag \"xã\" at byte offset 2",
                "a</b>|Unexpected end tag at byte offset 1",
                "1 < 2|Unsupported start tag \"\" at byte offset 2",
                "<b|Unclosed start tag at byte offset 0",
                "<a href=\"x>|Unclosed start tag at byte offset 0",
                "<b =x>a</b>|Empty attribute name in the tag \"b\" at byte offset 0",
                "<a href=http://x.vn>a</a>|Unexpected end of name token at byte offset 8",
                "<span>a</span>|Tag \"span\" must have class \"tg-spoiler\" at byte offset 0",
                "<b>a</b |Unclosed end tag at byte offset 4"
            })
    void markup_is_refused_in_telegrams_own_words(String html, String why) throws Exception {
        JsonNode answer = say(group, html);

        assertThat(answer.path("error_code").asInt()).isEqualTo(400);
        assertThat(answer.path("description").asText()).isEqualTo("Bad Request: can't parse entities: " + why);
        assertThat(group.messages()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "&lt;b&gt; &amp;&quot;|<b> &\"",
                "&#60;&#x3E;|<>",
                "R&D &nbsp; &copy;|R&D &nbsp; &copy;",
                "&lt|<",
                "<B>a</B>|a",
                "<b>a</>|a",
                "<blockquote expandable>a</blockquote>|a",
                "<span class=\"tg-spoiler\">a</span>|a"
            })
    void markup_is_read_as_telegram_reads_it(String html, String text) throws Exception {
        assertThat(say(group, html).path("ok").asBoolean()).isTrue();
        assertThat(group.lastMessage().text()).isEqualTo(text);
    }

    @Test
    void lengths_are_counted_after_markup_and_white_space_are_gone() throws Exception {
        assertThat(say(group, "  <b>" + "😀".repeat(2048) + "</b>\n ")
                        .path("ok")
                        .asBoolean())
                .isTrue();
        assertThat(say(group, "x".repeat(4097)).path("description").asText())
                .isEqualTo("Bad Request: message is too long");
        assertThat(say(group, " <b> </b> ").path("description").asText())
                .isEqualTo("Bad Request: message text is empty");
    }

    @Test
    void the_limits_hold_for_the_bot_for_a_chat_and_for_a_group() throws Exception {
        telegram.limits(Limits.REAL);
        for (int i = 0; i < 3; i++) {
            assertThat(say(group, "x").path("ok").asBoolean()).isTrue();
        }
        JsonNode refused = say(group, "x");
        assertThat(refused.path("error_code").asInt()).isEqualTo(429);
        assertThat(refused.path("parameters").path("retry_after").asInt()).isEqualTo(1);
        assertThat(refused.path("description").asText()).isEqualTo("Too Many Requests: retry after 1");

        for (int i = 0; i < 27; i++) {
            assertThat(say(telegram.group("g" + i), "x").path("ok").asBoolean()).isTrue();
        }
        assertThat(say(telegram.group("g"), "x").path("error_code").asInt())
                .as("the bot's 31st in a second")
                .isEqualTo(429);

        for (int i = 3; i < 20; i++) {
            nanos.addAndGet(Duration.ofSeconds(1).toNanos());
            assertThat(say(group, "x").path("ok").asBoolean()).isTrue();
        }
        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        assertThat(say(group, "x").path("parameters").path("retry_after").asInt())
                .as("the group's 21st in a minute")
                .isEqualTo(42);
    }

    @Test
    void updates_come_again_until_a_higher_offset_confirms_them() throws Exception {
        int first = group.says(an, "một");
        int second = group.says(an, "hai");

        assertThat(poll(0, 0)).hasSize(2);
        assertThat(poll(0, 0)).hasSize(2);
        assertThat(poll(second, 0)).hasSize(1);
        assertThat(poll(first, 0)).as("what is confirmed is gone").hasSize(1);
        assertThat(poll(second + 1, 0)).isEmpty();
        assertThat(telegram.pendingUpdates()).isZero();
    }

    @Test
    void an_offset_far_in_the_future_counts_as_none() throws Exception {
        int id = group.says(an, "một");

        assertThat(poll(id + 1_000, 0)).hasSize(1);
    }

    private JsonNode poll(int offset, int timeout) throws Exception {
        return call("getUpdates", "{\"offset\":" + offset + ",\"timeout\":" + timeout + "}")
                .path("result");
    }

    @Test
    void a_poll_waits_for_an_update_and_a_second_poll_ends_the_first() throws Exception {
        CompletableFuture<HttpResponse<String>> waiting = http.sendAsync(
                HttpRequest.newBuilder(method("getUpdates?timeout=30")).build(), HttpResponse.BodyHandlers.ofString());
        org.awaitility.Awaitility.await().atMost(TestPatience.LIMIT).until(telegram::polled);

        assertThat(poll(0, 0)).isEmpty();
        JsonNode ended = JSON.readTree(
                waiting.get(TestPatience.LIMIT.toSeconds(), TimeUnit.SECONDS).body());
        assertThat(ended.path("error_code").asInt()).isEqualTo(409);

        CompletableFuture<HttpResponse<String>> again = http.sendAsync(
                HttpRequest.newBuilder(method("getUpdates?timeout=30")).build(), HttpResponse.BodyHandlers.ofString());
        org.awaitility.Awaitility.await().atMost(TestPatience.LIMIT).until(telegram::polled);
        group.says(an, "một");
        assertThat(again.get(TestPatience.LIMIT.toSeconds(), TimeUnit.SECONDS).body())
                .contains("một");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"text\":\"\",\"url\":\"https://x.vn\"}|can't parse inline keyboard button: Field \"text\" must be non-empty",
                "{\"text\":\"a\"}|can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
                "{\"text\":\"a\",\"callback_data\":\"\"}|BUTTON_DATA_INVALID",
                "{\"text\":\"a\",\"url\":\"http://localhost/x\"}|BUTTON_URL_INVALID",
                "{\"text\":\"a\",\"url\":\"https://x.vn/a b\"}|BUTTON_URL_INVALID",
                "{\"text\":\"a\",\"url\":\"x\"}|BUTTON_URL_INVALID"
            })
    void a_bad_button_costs_the_message(String button, String why) throws Exception {
        JsonNode answer = call(
                "sendMessage",
                "{\"chat_id\":" + group.id() + ",\"text\":\"x\",\"reply_markup\":{\"inline_keyboard\":[[" + button
                        + "]]}}");

        assertThat(answer.path("description").asText()).isEqualTo("Bad Request: " + why);
    }

    @Test
    void wrong_tokens_chats_and_methods_are_refused() throws Exception {
        assertThat(call("fly", "{}").path("error_code").asInt()).isEqualTo(404);
        assertThat(call("sendMessage", "{\"chat_id\":5,\"text\":\"x\"}")
                        .path("description")
                        .asText())
                .isEqualTo("Bad Request: chat not found");
        JsonNode stranger = json(HttpRequest.newBuilder(URI.create(telegram.url() + "/bot1:falsch/getMe")));
        assertThat(stranger.path("error_code").asInt()).isEqualTo(401);
    }

    @Test
    void the_history_tells_what_was_done_though_nobody_was_told() throws Exception {
        telegram.faults().on("sendMessage").in(group).nth(2).garbled("<html>");
        telegram.faults().on("sendMessage").in(group).nth(2).refuse(403, "Forbidden: bot was kicked");

        say(group, "một");
        http.send(
                HttpRequest.newBuilder(method("sendMessage?text=hai&chat_id=" + group.id()))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        say(group, "ba");

        assertThat(telegram.history().of("sendMessage"))
                .extracting(Call::outcome)
                .containsExactly(Call.Outcome.OK, Call.Outcome.DONE_UNTOLD, Call.Outcome.REFUSED);
        assertThat(telegram.history().messages()).extracting(Call::text).containsExactly("một", "hai");
    }

    @Test
    void between_a_message_and_its_answer_something_can_happen() throws Exception {
        telegram.faults()
                .on("sendMessage")
                .meanwhile(() -> group.says(an, group.messages().size() + " tin"));
        assertThat(say(group, "Tin").path("ok").asBoolean()).isTrue();
        assertThat(call("getUpdates", "{}").at("/result/0/message/text").asText())
                .isEqualTo("1 tin");
    }

    @Test
    void a_call_that_hangs_before_it_is_done_does_nothing() {
        telegram.faults().on("sendMessage").hangBefore();
        CompletableFuture<JsonNode> hanging = CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return say(group, "Tin");
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                },
                new OwnThread("hanging"));
        assertThat(hanging)
                .failsWithin(Duration.ofMillis(300))
                .withThrowableThat()
                .isInstanceOf(TimeoutException.class);
        assertThat(group.messages()).isEmpty();
    }

    @Test
    void a_server_that_went_down_comes_back_at_its_port_and_knows_what_it_knew() throws Exception {
        URI before = telegram.url();
        say(group, "Tin");
        telegram.goDown();
        assertThatThrownBy(() -> say(group, "Tin")).isInstanceOf(IOException.class);
        telegram.comeBack();
        say(group, "Tin hai");
        assertThat(telegram.url()).isEqualTo(before);
        assertThat(group.messages()).hasSize(2);
    }
}
