package vn.loa.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import vn.loa.delivery.channel.SendResult;
import vn.loa.delivery.channel.SendResult.ChannelDown;
import vn.loa.delivery.channel.SendResult.NotSent;
import vn.loa.delivery.channel.SendResult.Sent;
import vn.loa.delivery.channel.SendResult.Unknown;
import vn.loa.model.Chat;
import vn.loa.model.DeliveryState;

/** When it is the line and not the message. */
class OutageTest extends DeliveryFixture {
    private static final Unknown NO_ANSWER = new Unknown("502");
    private static final ChannelDown REVOKED = new ChannelDown("token refused");

    @Test
    void an_outage_holds_the_bot_after_a_few_failures_and_everything_arrives_when_it_is_over() {
        chats(100);
        outage(new NotSent("connection refused"));
        announce("Một");
        dispatcher.run();
        assertThat(channel.said()).hasSizeLessThan(3 + 4 + 1);
        assertThat(dispatcher.health().problem()).isNotEmpty();
        pass(Duration.ofMinutes(30), Duration.ofSeconds(10));
        int tried = channel.said().size();
        over();
        pass(Duration.ofMinutes(3), Duration.ofSeconds(1));
        assertThat(stores.deliveries().count(DeliveryState.SENT)).isEqualTo(100);
        assertThat(channel.said()).hasSize(tried + 100);
        assertThat(dispatcher.health().problem()).isEmpty();
    }

    @Test
    void in_an_outage_the_platform_is_pinged_ever_less_often_and_no_message_risked() {
        chats(10);
        outage(NO_ANSWER);
        announce("Một");
        dispatcher.run();
        int risked = channel.said().size();
        int pings = channel.pings();
        pass(Duration.ofMinutes(10), Duration.ofSeconds(1));
        assertThat(channel.said()).hasSize(risked);
        assertThat(channel.pings() - pings).isBetween(5, 9);
    }

    @Test
    void what_may_have_arrived_in_two_outages_is_not_given_up() {
        Chat chat = chat("-1");
        channel.then("-1", NO_ANSWER).then("-1", () -> {
            outage(NO_ANSWER);
            return NO_ANSWER;
        });
        announce("Một");
        pass(Duration.ofMinutes(10), Duration.ofSeconds(5));
        assertThat(channel.said()).hasSize(2);
        assertThat(only(chat).state()).isEqualTo(DeliveryState.QUEUED);
        assertThat(only(chat).unconfirmed()).isEqualTo(2);
        over();
        pass(Duration.ofMinutes(3), Duration.ofSeconds(5));
        assertThat(only(chat).state()).isEqualTo(DeliveryState.SENT);
    }

    @Test
    void the_only_chat_of_a_bot_loses_nothing_in_a_long_outage() {
        Chat chat = chat("-1");
        announce("Một");
        outage(NO_ANSWER);
        pass(Duration.ofHours(3), Duration.ofSeconds(30));
        assertThat(only(chat).state()).isEqualTo(DeliveryState.QUEUED);
        over();
        pass(Duration.ofMinutes(3), Duration.ofSeconds(5));
        assertThat(only(chat).state()).isEqualTo(DeliveryState.SENT);
    }

    @Test
    void an_outage_is_remembered_across_a_restart_and_ends_with_a_ping() {
        chats(10);
        outage(NO_ANSWER);
        announce("Một");
        dispatcher.run();
        dispatcher.run();
        int risked = channel.said().size();
        restart();
        assertThat(dispatcher.health().problem()).isNotEmpty();
        dispatcher.run();
        clock.pass(Duration.ofMinutes(2));
        dispatcher.run();
        assertThat(channel.said()).hasSize(risked);
        over();
        pass(Duration.ofMinutes(5), Duration.ofSeconds(5));
        assertThat(stores.deliveries().count(DeliveryState.SENT)).isEqualTo(10);
    }

    @Test
    void when_only_messages_fail_and_pings_do_not_the_line_is_tried_again_soon_and_nothing_is_given_up() {
        chats(30);
        channel.always(NO_ANSWER);
        announce("Một");
        pass(Duration.ofMinutes(5), Duration.ofSeconds(1));
        assertThat(stores.deliveries().count(DeliveryState.DEAD)).isLessThanOrEqualTo(2);
        channel.always((SendResult) null);
        pass(Duration.ofMinutes(1), Duration.ofSeconds(1));
        assertThat(stores.deliveries().count(DeliveryState.SENT)
                        + stores.deliveries().count(DeliveryState.DEAD))
                .isEqualTo(30);
    }

    @Test
    void messages_that_never_get_through_while_the_platform_answers_are_given_up_at_last() {
        chats(6);
        channel.always(NO_ANSWER);
        announce("Một");
        pass(Duration.ofMinutes(20), Duration.ofSeconds(1));
        assertThat(stores.deliveries().count(DeliveryState.DEAD)).isEqualTo(6);
    }

    @Test
    void a_chat_that_alone_fails_does_not_hold_the_bot() {
        Chat bad = chat("-1");
        channel.then("-1", NO_ANSWER).then("-1", NO_ANSWER);
        chats(20);
        announce("Một");
        dispatcher.run();
        assertThat(stores.deliveries().count(DeliveryState.SENT)).isEqualTo(20);
        pass(Duration.ofSeconds(12), Duration.ofSeconds(12));
        assertThat(only(bad).state()).isEqualTo(DeliveryState.DEAD);
        assertThat(dispatcher.health().heldUntil()).isEmpty();
    }

    @Test
    void a_revoked_token_stops_the_bot_and_loses_nothing_however_long_it_takes() {
        chats(50);
        channel.always(REVOKED);
        channel.ping(REVOKED);
        announce("Một");
        dispatcher.run();
        int refused = channel.said().size();
        assertThat(refused).isLessThanOrEqualTo(4);
        assertThat(dispatcher.health().problem()).contains("token refused");
        pass(Duration.ofDays(3), Duration.ofMinutes(10));
        assertThat(channel.said()).hasSize(refused);
        assertThat(stores.deliveries().count(DeliveryState.QUEUED)).isEqualTo(50);
        restart();
        assertThat(dispatcher.health().problem()).contains("token refused");
        over();
        pass(Duration.ofMinutes(6), Duration.ofSeconds(10));
        assertThat(stores.deliveries().count(DeliveryState.SENT)).isEqualTo(50);
        assertThat(ledger(stores.chats().byId(1).orElseThrow())).allMatch(status -> status.attempts() == 1);
    }

    @Test
    void a_delivery_that_waited_out_a_long_hold_is_not_too_old_for_its_next_try() {
        Chat chat = chat("-1");
        channel.always(REVOKED);
        channel.ping(REVOKED);
        announce("Một");
        pass(Duration.ofDays(2), Duration.ofMinutes(10));
        over();
        channel.then("-1", new NotSent("connection refused"));
        pass(Duration.ofMinutes(6), Duration.ofSeconds(10));
        assertThat(only(chat).state()).isEqualTo(DeliveryState.SENT);
    }

    private void chats(int count) {
        for (int i = 1; i <= count; i++) {
            chat("-10" + i);
        }
    }

    private void outage(SendResult answer) {
        channel.always(answer);
        channel.ping(answer);
    }

    private void over() {
        channel.always((SendResult) null);
        channel.ping(new Sent(""));
    }
}
