package vn.loa.zalo.oa;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.delivery.channel.SendResult;
import vn.loa.delivery.channel.SendResult.WindowClosed;
import vn.loa.model.Button;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.RichText;
import vn.loa.store.chat.InteractionStore;
import vn.loa.store.delivery.ChatDeliveries.Awaited;

/** The account writes to a person by what was seen, else by one question a day. */
class OaWindowTest {
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

    private SendResult send() {
        return rig.channel.messenger().send(OaRig.person(), OutgoingMessage.plain("Tin mới"));
    }

    private int asked() {
        return Collections.frequency(rig.zalo.calls(), "quota-message");
    }

    private int tried() {
        return Collections.frequency(rig.zalo.calls(), "cs");
    }

    private void tells(Duration ago, int remaining) {
        String last = Long.toString(rig.instant().minus(ago).toEpochMilli());
        rig.zalo.window(OaRig.PERSON, last, remaining);
    }

    @Test
    void who_wrote_within_seven_days_is_written_to_and_zalo_is_not_asked() {
        rig.channel.window().heard(OaRig.person(), rig.instant());
        rig.pass(Duration.ofDays(6));
        assertThat(send()).isInstanceOf(SendResult.Sent.class);
        assertThat(asked()).isZero();
    }

    @Test
    void who_wrote_longer_ago_is_asked_about_and_not_tried() {
        rig.channel.window().heard(OaRig.person(), rig.instant());
        rig.zalo.silent(OaRig.PERSON);
        rig.pass(Duration.ofDays(8));
        tells(Duration.ofDays(8), 0);
        assertThat(send()).isInstanceOf(WindowClosed.class);
        assertThat(send()).isInstanceOf(WindowClosed.class);
        assertThat(asked()).as("once a day").isEqualTo(1);
        assertThat(tried()).isZero();
    }

    @Test
    void the_question_is_asked_once_a_day_over_restarts_too() {
        tells(Duration.ofDays(9), 0);
        send();
        assertThat(rig.channel(rig.account).messenger().send(OaRig.person(), OutgoingMessage.plain("x")))
                .isInstanceOf(WindowClosed.class);
        assertThat(asked()).isEqualTo(1);
        rig.pass(Duration.ofDays(1));
        send();
        assertThat(asked()).isEqualTo(2);
    }

    @Test
    void what_zalo_knows_and_loa_did_not_see_opens_the_window() {
        rig.channel.window().heard(OaRig.person(), rig.instant());
        rig.pass(Duration.ofDays(8));
        tells(Duration.ofDays(1), 5);
        assertThat(send()).isInstanceOf(SendResult.Sent.class);
        assertThat(send()).isInstanceOf(SendResult.Sent.class);
        assertThat(asked()).isEqualTo(1);
    }

    @Test
    void a_count_of_replies_that_is_spent_holds_nothing_for_zalo_bills_further_ones() {
        tells(Duration.ofDays(3), 0);
        assertThat(send()).isInstanceOf(SendResult.Sent.class);
        rig.zalo.faults().on("cs").refuse(-218, "...");
        assertThat(send())
                .isInstanceOfSatisfying(
                        WindowClosed.class, closed -> assertThat(closed.pause()).isLessThan(Duration.ofDays(1)));
        assertThat(send()).isInstanceOf(SendResult.Sent.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {-230, -232})
    void a_refusal_after_zalo_has_just_called_the_window_open_waits_for_hours_and_loses_nothing(int code) {
        rig.channel.window().heard(OaRig.person(), rig.instant());
        rig.pass(Duration.ofDays(8));
        tells(Duration.ofDays(1), 5);
        rig.zalo.faults().on("cs").refuse(code, "...");
        assertThat(send())
                .isInstanceOfSatisfying(
                        WindowClosed.class, closed -> assertThat(closed.pause()).isLessThan(Duration.ofDays(1)));
        assertThat(send()).isInstanceOf(SendResult.Sent.class);
        assertThat(new InteractionStore(rig.database).find(OaRig.person()).heardAt())
                .contains(rig.instant().minus(Duration.ofDays(1)));
        assertThat(asked()).isEqualTo(1);
    }

    @Test
    void what_answers_a_person_is_sent_unasked_and_leaves_nothing_of_somebody_who_was_forgotten() {
        rig.channel.window().heard(OaRig.person(), rig.instant());
        InteractionStore store = new InteractionStore(rig.database);
        store.forget(rig.instant().plusMillis(1));
        assertThat(send()).isInstanceOf(SendResult.Sent.class);
        rig.zalo.faults().on("cs").refuse(-230, "...");
        assertThat(send()).isInstanceOf(WindowClosed.class);
        assertThat(asked()).isZero();
        assertThat(store.forget(rig.instant().plusMillis(1)))
                .as("nothing is known anew")
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"error\":0,\"data\":{}}",
                "{\"error\":0,\"data\":{\"last_interaction\":\"hôm qua\",\"cs_reply\":{\"remain\":\"nhiều\"}}}",
                "{\"error\":0,\"data\":{\"cs_reply\":{\"remain\":\"0\"}}}",
                "{\"error\":0,\"data\":{\"last_interaction\":\"99999999999999\"}}",
                "{\"error\":0}",
                "{\"error\":-32,\"message\":\"too many\"}",
                "{\"error\":-224,\"message\":\"plan\"}",
                "{\"error\":-999,\"message\":\"new\"}",
                "<html>"
            })
    void an_answer_that_tells_nothing_holds_no_message(String body) {
        rig.zalo.faults().on("quota-message").body(200, body);
        assertThat(send()).isInstanceOf(SendResult.Sent.class);
        rig.zalo.faults().on("quota-message").cutBefore();
        rig.pass(Duration.ofDays(1));
        assertThat(send()).isInstanceOf(SendResult.Sent.class);
    }

    @Test
    void a_refusal_that_speaks_of_the_window_is_not_met_twice_a_day() {
        rig.channel.window().heard(OaRig.person(), rig.instant());
        rig.pass(Duration.ofHours(1));
        rig.zalo.silent(OaRig.PERSON);
        tells(Duration.ofDays(30), 0);
        assertThat(send())
                .isInstanceOfSatisfying(
                        WindowClosed.class, closed -> assertThat(closed.pause()).isEqualTo(Duration.ofDays(1)));
        assertThat(send()).isInstanceOf(WindowClosed.class);
        rig.pass(Duration.ofDays(1));
        assertThat(send()).as("the clock that heard the person was wrong").isInstanceOf(WindowClosed.class);
        assertThat(tried()).isEqualTo(1);
        assertThat(asked()).isEqualTo(2);
    }

    @Test
    void a_refusal_while_zalo_calls_the_window_open_waits_for_hours_and_not_a_day() {
        rig.channel.window().heard(OaRig.person(), rig.instant());
        rig.pass(Duration.ofHours(1));
        tells(Duration.ofHours(1), 3);
        rig.zalo.faults().on("cs").refuse(-218, "...");
        assertThat(send())
                .isInstanceOfSatisfying(
                        WindowClosed.class, closed -> assertThat(closed.pause()).isLessThan(Duration.ofDays(1)));
        assertThat(send()).isInstanceOf(SendResult.Sent.class);
    }

    @Test
    void the_last_days_of_the_window_are_told_once_with_what_keeps_it_open() {
        rig.channel.window().heard(OaRig.person(), rig.instant());
        send();
        assertThat(rig.heard()).isEqualTo("Tin mới");
        rig.pass(Duration.ofDays(5).plusHours(1));
        send();
        assertThat(rig.heard()).startsWith("Tin mới\n\n").contains("nhắn bất kỳ", "8/11/2026 07:00");
        send();
        assertThat(rig.heard()).isEqualTo("Tin mới");
    }

    static List<OutgoingMessage> almostTooLong() {
        List<Button> choices = IntStream.range(0, 7)
                .<Button>mapToObj(each -> new Button.Link("Chọn " + each, URI.create("https://a.vn/" + "x".repeat(30))))
                .toList();
        RichText hidden = RichText.builder()
                .plain("a".repeat(1600))
                .link("đây", URI.create("https://a.vn/" + "x".repeat(330)))
                .build();
        return List.of(
                OutgoingMessage.plain("a".repeat(1600)).withButtons(List.of(choices)),
                OutgoingMessage.plain("").withText(hidden));
    }

    @ParameterizedTest
    @MethodSource("almostTooLong")
    void what_has_no_room_for_the_reminder_goes_without_and_the_next_one_has_it(OutgoingMessage message) {
        rig.channel.window().heard(OaRig.person(), rig.instant());
        rig.pass(Duration.ofDays(5).plusHours(1));
        assertThat(rig.channel.messenger().send(OaRig.person(), message)).isInstanceOf(SendResult.Sent.class);
        assertThat(rig.heard()).hasSizeBetween(1900, 2000).doesNotContain("nhắn bất kỳ");
        send();
        assertThat(rig.heard()).startsWith("Tin mới\n\n").contains("nhắn bất kỳ");
    }

    @Test
    void a_message_that_is_refused_reminds_nobody_and_the_next_one_does() {
        rig.channel.window().heard(OaRig.person(), rig.instant());
        rig.pass(Duration.ofDays(5).plusHours(1));
        rig.zalo.faults().on("cs").refuse(-32, "...");
        assertThat(send()).isNotInstanceOf(SendResult.Sent.class);
        send();
        assertThat(rig.heard()).startsWith("Tin mới\n\n").contains("nhắn bất kỳ");
    }

    @Test
    void who_wrote_again_is_told_when_the_news_come_and_how_to_read_those_that_do_not() {
        Awaited waited = new Awaited(2, 3, Optional.of(Instant.parse("2026-10-20T00:00:00Z")));
        assertThat(back(waited)).contains("2 tin", "ngay sau đây", "3 tin", "/tinmoi từ 20/10/2026");
        rig.opens = Instant.parse("2026-11-02T00:00:00Z");
        assertThat(back(waited)).contains("vào 2/11/2026 07:00").doesNotContain("ngay sau đây");
        assertThat(rig.channel.window().afterWaiting(OaRig.person(), Awaited.NOTHING))
                .isEmpty();
    }

    private String back(Awaited waited) {
        return rig.channel
                .window()
                .afterWaiting(OaRig.person(), waited)
                .orElseThrow()
                .text()
                .text();
    }

    @Test
    void a_group_has_no_window() {
        rig.pass(Duration.ofDays(30));
        assertThat(rig.say("Tin")).isInstanceOf(SendResult.Sent.class);
        assertThat(asked()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1793491200000",
                "1793491200",
                "2026-11-01 07:00:00",
                "01/11/2026 07:00",
                "07:00 01/11/2026",
                "2026-11-01T07:00:00+07:00",
                "2026-11-01"
            })
    void the_last_interaction_is_read_in_each_form_that_zalo_uses_elsewhere(String told) {
        rig.zalo.window(OaRig.PERSON, told, 5);
        rig.zalo.silent(OaRig.PERSON);
        rig.pass(Duration.between(rig.instant(), Instant.parse("2026-11-09T00:00:01Z")));
        assertThat(send()).isInstanceOf(WindowClosed.class);
        assertThat(tried()).isZero();
    }
}
