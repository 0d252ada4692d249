package vn.loa.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.loa.delivery.channel.SendResult;
import vn.loa.delivery.channel.SendResult.ChannelDown;
import vn.loa.delivery.channel.SendResult.FeatureDown;
import vn.loa.delivery.channel.SendResult.RetryAfter;
import vn.loa.delivery.channel.SendResult.RetryAfter.Scope;
import vn.loa.model.Chat;
import vn.loa.model.ChatKind;
import vn.loa.model.DeliveryState;

/** A refusal silences no more than what it is about. */
class RefusalScopeTest extends DeliveryFixture {
    private static final ChannelDown DOWN = new ChannelDown("error -777, account");
    private static final RetryAfter OWN_LIMIT = new RetryAfter(Duration.ofHours(3), Scope.RECIPIENT);

    /** Every message to this chat is answered so. */
    private void always(String chatId, SendResult answer) {
        IntStream.range(0, 200).forEach(i -> channel.then(chatId, answer));
    }

    private void sixNews() {
        IntStream.rangeClosed(1, 6).forEach(i -> announce("Tin " + i));
        dispatcher.run();
    }

    private long heard(Chat chat) {
        return ledger(chat).stream()
                .filter(status -> status.state() == DeliveryState.SENT)
                .count();
    }

    @Test
    void one_chat_that_is_answered_as_if_the_bot_were_down_silences_no_other() {
        Chat poison = chat("-1");
        Chat other = chat("-2");
        always("-1", DOWN);
        sixNews();
        pass(Duration.ofSeconds(60), Duration.ofSeconds(1));
        assertThat(heard(other)).isEqualTo(6);
        assertThat(ledger(poison)).allMatch(status -> status.state() == DeliveryState.QUEUED);
        assertThat(ledger(poison)).as("it is held against them").anyMatch(status -> status.attempts() > 1);
        assertThat(line.refusal()).isEmpty();
        pass(Duration.ofDays(2), Duration.ofMinutes(20));
        assertThat(ledger(poison))
                .as("in the end they stand in the dead-letter list")
                .allMatch(status -> status.state() == DeliveryState.DEAD
                        && status.lastError().contains("-777"));
    }

    @Test
    void one_message_that_is_always_answered_so_silences_no_other() {
        for (int i = 1; i <= 8; i++) {
            chat("-" + i);
            channel.then("-" + i, DOWN).then("-" + i, DOWN).then("-" + i, DOWN);
        }
        announce("Độc");
        dispatcher.run();
        pass(Duration.ofSeconds(10), Duration.ofSeconds(1));
        assertThat(line.refusal()).isEmpty();
        assertThat(channel.said()).hasSizeGreaterThan(8);
    }

    @Test
    void several_messages_to_several_chats_without_a_success_between_them_mean_the_bot() {
        Chat chat = chat("-1");
        chat("-2");
        chat("-3");
        channel.always(DOWN);
        sixNews();
        pass(Duration.ofSeconds(30), Duration.ofSeconds(1));
        channel.always((SendResult) null);
        pass(Duration.ofMinutes(15), Duration.ofSeconds(10));
        assertThat(heard(chat)).isEqualTo(6);
    }

    @Test
    void a_bot_whose_check_fails_too_is_down_at_the_first_answer() {
        chat("-1");
        channel.always(DOWN);
        channel.ping(DOWN);
        announce("Một");
        dispatcher.run();
        assertThat(channel.said()).hasSize(1);
        assertThat(line.refusal()).hasValue("error -777, account");
        assertThat(line.accepted()).isFalse();
    }

    @Test
    void recipients_at_their_own_limits_are_left_alone_and_nobody_else_however_many_they_are() {
        for (int i = 1; i <= 5; i++) {
            chat("-" + i);
            always("-" + i, OWN_LIMIT);
        }
        Chat other = chat("-9");
        sixNews();
        pass(Duration.ofSeconds(60), Duration.ofSeconds(1));
        assertThat(heard(other)).isEqualTo(6);
        assertThat(channel.saidTo("-1")).as("asked once, then left alone").hasSize(1);
    }

    @Test
    void what_is_refused_to_groups_goes_on_to_persons() {
        Chat group = chat("-1", ChatKind.GROUP);
        Chat person = chat("1", ChatKind.PRIVATE);
        always("-1", new FeatureDown("error -224, the plan does not allow this"));
        sixNews();
        pass(Duration.ofSeconds(60), Duration.ofSeconds(1));
        assertThat(heard(person)).isEqualTo(6);
        assertThat(heard(group)).isZero();
        assertThat(ledger(group)).as("everything is kept").allMatch(status -> status.state() == DeliveryState.QUEUED);
        assertThat(line.featureRefusal()).hasValue("error -224, the plan does not allow this");
        assertThat(line.refusal()).isEmpty();
    }
}
