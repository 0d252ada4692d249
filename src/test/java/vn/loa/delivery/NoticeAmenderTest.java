package vn.loa.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.loa.delivery.ScriptedMessenger.Said;
import vn.loa.delivery.channel.Capabilities;
import vn.loa.delivery.channel.Capabilities.Rates;
import vn.loa.delivery.channel.SendResult;
import vn.loa.model.Chat;
import vn.loa.model.DeliveryState;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.Priority;

/** What becomes of the messages of an announcement by hand that is corrected or taken back. */
class NoticeAmenderTest extends DeliveryFixture {
    private long announced(String text, Chat... chats) {
        long notice = stores.notices().add("test", OutgoingMessage.plain(text), clock.instant());
        List<Long> ids = List.of(chats).stream().map(Chat::id).toList();
        stores.deliveries().enqueueNotice(notice, ids, Priority.ORDINARY, clock.instant());
        return notice;
    }

    private List<Said> edits() {
        return channel.said().stream().filter(said -> said.replaces() != null).toList();
    }

    @Test
    void a_correction_changes_what_was_sent_once_and_what_waits_is_sent_right() {
        Chat told = chat("-1");
        Chat held = chat("-2");
        channel.then("-2", new SendResult.RetryAfter(Duration.ofMinutes(5), SendResult.RetryAfter.Scope.CHAT));
        long notice = announced("Họp 8 giờ", told, held);
        dispatcher.run();
        clock.pass(Duration.ofMinutes(1));
        stores.amendments().correct(notice, OutgoingMessage.plain("Họp 9 giờ"), clock.instant());
        assertThat(stores.amendments().status(notice).orElseThrow().behind()).isEqualTo(1);
        corrector().run();
        corrector().run();
        assertThat(edits())
                .singleElement()
                .satisfies(said -> assertThat(said.text()).isEqualTo("Họp 9 giờ"));
        assertThat(stores.amendments().status(notice).orElseThrow().behind()).isZero();
        clock.pass(Duration.ofMinutes(5));
        dispatcher.run();
        assertThat(channel.saidTo("-2")).last().isEqualTo("Họp 9 giờ");
    }

    @Test
    void what_is_taken_back_says_so_and_what_waits_is_not_sent() {
        Chat told = chat("-1");
        Chat held = chat("-2");
        channel.then("-2", new SendResult.RetryAfter(Duration.ofMinutes(5), SendResult.RetryAfter.Scope.CHAT));
        long notice = announced("Họp", told, held);
        dispatcher.run();
        stores.amendments().recall(notice, clock.instant());
        corrector().run();
        assertThat(edits())
                .singleElement()
                .satisfies(said -> assertThat(said.text()).contains("thu hồi"));
        clock.pass(Duration.ofMinutes(6));
        dispatcher.run();
        assertThat(channel.saidTo("-2")).hasSize(1);
        assertThat(only(held).state()).isEqualTo(DeliveryState.DEAD);
    }

    @Test
    void what_is_taken_back_is_deleted_where_the_channel_can() {
        channel.deletes(true);
        long notice = announced("Họp", chat("-1"));
        dispatcher.run();
        stores.amendments().recall(notice, clock.instant());
        corrector().run();
        corrector().run();
        assertThat(channel.deleted()).containsExactly("m1");
        assertThat(edits()).isEmpty();
        assertThat(stores.amendments().status(notice).orElseThrow().behind()).isZero();
    }

    @Test
    void what_is_older_than_two_days_stays_as_it_is() {
        long notice = announced("Họp", chat("-1"));
        dispatcher.run();
        clock.pass(Duration.ofHours(49));
        stores.amendments().recall(notice, clock.instant());
        corrector().run();
        assertThat(edits()).isEmpty();
    }

    @Test
    void where_a_message_cannot_be_changed_another_follows_and_it_is_not_tried_for_ever() {
        Chat chat = chat("-1");
        long notice = announced("Họp", chat);
        dispatcher.run();
        stores.amendments().recall(notice, clock.instant());
        channel.then("-1", new SendResult.Rejected("message can't be edited"));
        corrector().run();
        corrector().run();
        assertThat(edits()).hasSize(1);
        dispatcher.run();
        assertThat(channel.saidTo("-1")).last().asString().contains("thu hồi", "Họp");
    }

    @Test
    void a_channel_that_cannot_edit_is_sent_the_right_words() {
        use(new ScriptedMessenger(new Capabilities(2000, 0, false, false, false, false, Rates.UNLIMITED)));
        long notice = announced("Họp 8 giờ", chat("-1"));
        dispatcher.run();
        stores.amendments().correct(notice, OutgoingMessage.plain("Họp 9 giờ"), clock.instant());
        corrector().run();
        dispatcher.run();
        assertThat(channel.saidTo("-1")).containsExactly("Họp 8 giờ", "Họp 9 giờ");
    }
}
