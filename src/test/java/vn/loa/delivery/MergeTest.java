package vn.loa.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.loa.delivery.channel.Capabilities;
import vn.loa.delivery.channel.Capabilities.Rates;
import vn.loa.delivery.channel.SendResult.Rejected;
import vn.loa.delivery.channel.SendResult.RetryAfter;
import vn.loa.model.Chat;
import vn.loa.model.ChatKind;
import vn.loa.model.DeliveryState;
import vn.loa.model.Priority;
import vn.loa.model.RichText;

/** Many announcements at once to a group that may get only so many messages a minute. */
class MergeTest extends DeliveryFixture {
    private static final Rates TWENTY_A_MINUTE = new Rates(0, 0, 20);

    @BeforeEach
    void limit() {
        ticks = clock::nanos;
        use(channel(4096, true));
    }

    private static ScriptedMessenger channel(int textLimit, boolean formatting) {
        return new ScriptedMessenger(
                new Capabilities(textLimit, 0, formatting, true, formatting, true, TWENTY_A_MINUTE));
    }

    @Test
    void as_many_as_the_minute_has_room_for_are_sent_one_by_one() {
        chat("-1");
        announceMany(20);
        dispatcher.run();
        assertThat(channel.said()).hasSize(20);
    }

    @Test
    void more_than_the_minute_has_room_for_travel_as_one_message_in_their_order() {
        Chat chat = chat("-1");
        announceMany(25);
        dispatcher.run();
        assertThat(channel.said()).hasSize(1);
        assertThat(channel.said().get(0).text())
                .startsWith("Có 25 tin mới:\n\n1. Tin 1\n\n2. Tin 2\n\n3. Tin 3\n")
                .endsWith("\n\n25. Tin 25");
        assertThat(channel.said().get(0).message().text().spans().stream().flatMap(span -> span.link().stream()))
                .hasSize(25);
        assertThat(ledger(chat)).hasSize(25).allSatisfy(status -> {
            assertThat(status.state()).isEqualTo(DeliveryState.SENT);
            assertThat(status.externalId()).contains("m1");
            assertThat(status.attempts()).isEqualTo(1);
        });
    }

    @Test
    void a_private_chat_gets_each_by_itself() {
        chat("7", ChatKind.PRIVATE);
        announceMany(25);
        dispatcher.run();
        assertThat(channel.said()).hasSize(25);
    }

    @Test
    void urgent_ones_and_notices_travel_alone() {
        Chat chat = chat("-1");
        announceMany(25);
        announce("Khẩn", Priority.URGENT);
        notice("Về nguồn tin", chat);
        dispatcher.run();
        assertThat(channel.said()).hasSize(3);
        assertThat(channel.said().get(0).text()).startsWith("Khẩn\n");
        assertThat(channel.said().get(1).text()).isEqualTo("Về nguồn tin");
        assertThat(channel.said().get(2).text()).startsWith("Có 25 tin mới:");
    }

    @Test
    void what_does_not_fit_into_one_message_goes_into_later_ones_and_no_item_is_cut() {
        use(channel(300, false));
        Chat chat = chat("-1");
        announceMany(30);
        dispatcher.run();
        assertThat(channel.said()).hasSizeBetween(2, 20);
        assertThat(channel.said()).allSatisfy(said -> assertThat(said.text()).hasSizeLessThanOrEqualTo(300));
        List<String> titles = channel.said().stream()
                .flatMap(said -> said.text().lines())
                .filter(line -> line.matches("(\\d+\\. )?Tin \\d+"))
                .map(line -> line.substring(line.indexOf("Tin")))
                .toList();
        assertThat(titles).hasSize(30).doesNotHaveDuplicates();
        assertThat(channel.said().get(0).text()).contains("1. Tin 1\nhttps://x.gov.vn/");
        assertThat(ledger(chat)).allMatch(status -> status.state() == DeliveryState.SENT);
    }

    @Test
    void when_a_merged_message_is_refused_each_is_tried_alone() {
        Chat chat = chat("-1");
        channel.then("-1", new Rejected("something in it"));
        announceMany(25);
        dispatcher.run();
        assertThat(channel.said()).hasSize(1 + 19);
        pass(Duration.ofMinutes(1), Duration.ofSeconds(10));
        pass(Duration.ofMinutes(1), Duration.ofSeconds(10));
        assertThat(ledger(chat)).hasSize(25).allMatch(status -> status.state() == DeliveryState.SENT);
    }

    @Test
    void a_merged_message_that_must_wait_is_put_back_whole() {
        Chat chat = chat("-1");
        channel.then("-1", new RetryAfter(Duration.ofSeconds(35), RetryAfter.Scope.CHAT));
        announceMany(25);
        dispatcher.run();
        assertThat(ledger(chat)).allMatch(status -> status.state() == DeliveryState.QUEUED && status.attempts() == 0);
        pass(Duration.ofSeconds(35), Duration.ofSeconds(35));
        assertThat(channel.said()).hasSize(2);
        assertThat(channel.said().get(1).text()).startsWith("Có 25 tin mới:");
    }

    @Test
    void its_title_is_bold_and_its_items_are_not() {
        chat("-1");
        announceMany(21);
        dispatcher.run();
        assertThat(channel.said().get(0).message().text().spans())
                .filteredOn(span -> span.style() == RichText.Style.BOLD)
                .extracting(RichText.Span::text)
                .containsExactly("Có 21 tin mới:");
    }

    private void announceMany(int count) {
        for (int i = 1; i <= count; i++) {
            announce("Tin " + i);
        }
    }
}
