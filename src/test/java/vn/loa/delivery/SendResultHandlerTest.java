package vn.loa.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.loa.delivery.channel.SendResult;
import vn.loa.delivery.channel.SendResult.ChannelDown;
import vn.loa.delivery.channel.SendResult.ChatGone;
import vn.loa.delivery.channel.SendResult.ChatMoved;
import vn.loa.delivery.channel.SendResult.ChatNotFound;
import vn.loa.delivery.channel.SendResult.NotSent;
import vn.loa.delivery.channel.SendResult.PartRefused;
import vn.loa.delivery.channel.SendResult.PartRefused.Part;
import vn.loa.delivery.channel.SendResult.Rejected;
import vn.loa.delivery.channel.SendResult.RetryAfter;
import vn.loa.delivery.channel.SendResult.RetryAfter.Scope;
import vn.loa.delivery.channel.SendResult.Unknown;
import vn.loa.delivery.channel.SendResult.WriteForbidden;
import vn.loa.delivery.connection.SendRequest;
import vn.loa.model.Button;
import vn.loa.model.Chat;
import vn.loa.model.ChatAddress;
import vn.loa.model.ChatKind;
import vn.loa.model.ChatState;
import vn.loa.model.DeliveryState;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.Priority;
import vn.loa.model.RichText;
import vn.loa.store.MigratedDatabase;

/** Each answer of a platform to a message of a broadcast. */
class SendResultHandlerTest extends DeliveryFixture {
    private static final RetryAfter CHAT_WAITS = new RetryAfter(Duration.ofSeconds(35), Scope.CHAT);
    private static final RetryAfter BOT_WAITS = new RetryAfter(Duration.ofSeconds(35), Scope.BOT);

    @Test
    void a_chat_that_must_wait_hears_nothing_for_so_long_and_the_others_do() {
        Chat chat = chat("-1");
        chat("-2");
        channel.then("-1", CHAT_WAITS);
        announce("Một");
        dispatcher.run();
        assertThat(channel.saidTo("-2")).hasSize(1);
        pass(Duration.ofSeconds(34), Duration.ofSeconds(17));
        assertThat(channel.saidTo("-1")).hasSize(1);
        pass(Duration.ofSeconds(1), Duration.ofSeconds(1));
        assertThat(channel.saidTo("-1")).hasSize(2);
        assertThat(only(chat).state()).isEqualTo(DeliveryState.SENT);
        assertThat(only(chat).attempts()).isEqualTo(1);
    }

    @Test
    void a_bot_that_must_wait_is_silent_for_so_long_also_across_a_restart() {
        Chat chat = chat("-1");
        channel.then("-1", BOT_WAITS);
        announce("Một");
        dispatcher.run();
        chat("-2");
        announce("Hai");
        clock.pass(Duration.ofSeconds(34));
        restart();
        dispatcher.run();
        assertThat(channel.said()).hasSize(1);
        pass(Duration.ofSeconds(1), Duration.ofSeconds(1));
        assertThat(channel.said()).hasSize(4);
        assertThat(ledger(chat)).allMatch(status -> status.state() == DeliveryState.SENT && status.attempts() == 1);
    }

    @Test
    void a_chats_wait_holds_across_a_restart() {
        chat("-1");
        channel.then("-1", CHAT_WAITS);
        announce("Một");
        dispatcher.run();
        clock.pass(Duration.ofSeconds(34));
        restart();
        dispatcher.run();
        assertThat(channel.said()).hasSize(1);
    }

    @Test
    void when_three_chats_must_wait_at_once_the_bot_is_meant() {
        for (int i = 1; i <= 30; i++) {
            chat("-" + i);
        }
        channel.always(CHAT_WAITS);
        announce("Một");
        dispatcher.run();
        assertThat(channel.said()).hasSizeLessThan(3 + 4 + 1);
        channel.always((SendResult) null);
        int refused = channel.said().size();
        pass(Duration.ofSeconds(34), Duration.ofSeconds(17));
        assertThat(channel.said()).hasSize(refused);
        pass(Duration.ofSeconds(1), Duration.ofSeconds(1));
        assertThat(stores.deliveries().count(DeliveryState.SENT)).isEqualTo(30);
    }

    @Test
    void a_chat_that_moved_is_told_at_once_at_its_new_id_and_keeps_its_subscriptions() {
        Chat chat = chat("-1", ChatKind.GROUP);
        channel.then("-1", new ChatMoved("-1001"));
        announce("Một");
        dispatcher.run();
        assertThat(channel.said()).extracting(said -> said.to().chatId()).containsExactly("-1", "-1001");
        assertThat(only(chat).state()).isEqualTo(DeliveryState.SENT);
        announce("Hai");
        dispatcher.run();
        assertThat(channel.saidTo("-1001")).hasSize(2);
    }

    @Test
    void a_chat_that_moved_to_one_which_has_heard_it_is_not_told_twice() {
        Chat known = chat("-1001");
        announce("Một");
        dispatcher.run();
        Chat old = chat("-1", ChatKind.GROUP);
        stores.deliveries().enqueueArticle(stores.articles().latest(1).get(0).id(), Priority.ORDINARY, START);
        channel.then("-1", new ChatMoved("-1001"));
        dispatcher.run();
        assertThat(channel.saidTo("-1001")).hasSize(1);
        assertThat(only(old).state()).isEqualTo(DeliveryState.DEAD);
        assertThat(only(known).state()).isEqualTo(DeliveryState.SENT);
    }

    @Test
    void a_chat_that_is_moved_in_a_circle_is_left_for_later() {
        Chat chat = chat("-1", ChatKind.GROUP);
        channel.then("-1", new ChatMoved("-2")).then("-2", new ChatMoved("-1"));
        announce("Một");
        dispatcher.run();
        assertThat(channel.said()).hasSize(2);
        assertThat(only(chat).state()).isEqualTo(DeliveryState.QUEUED);
    }

    @Test
    void a_chat_that_is_gone_is_closed_with_its_topics_and_its_news_end_with_the_reason() {
        Chat chat = chat("-1");
        Chat topic = subscribed(new ChatAddress(ScriptedMessenger.BOT, "-1", "5"), ChatKind.SUPERGROUP);
        channel.then("-1", new ChatGone("bot was kicked")).then("-1", new ChatGone("bot was kicked"));
        announce("Một");
        announce("Hai");
        dispatcher.run();
        assertThat(channel.said()).hasSizeLessThanOrEqualTo(2);
        for (Chat closed : List.of(chat, topic)) {
            assertThat(stores.chats().byId(closed.id()).orElseThrow().state()).isEqualTo(ChatState.CLOSED);
            assertThat(ledger(closed)).hasSize(2).allSatisfy(status -> {
                assertThat(status.state()).isEqualTo(DeliveryState.DEAD);
                assertThat(status.lastError()).isEqualTo("bot was kicked");
            });
        }
    }

    @Test
    void a_chat_that_silenced_the_bot_is_tried_ever_less_often_for_a_week_and_all_its_news_wait_with_one() {
        Chat chat = chat("-1");
        channel.always(new WriteForbidden("no rights"));
        announce("Một");
        announce("Hai");
        dispatcher.run();
        assertThat(channel.said()).hasSize(1);
        pass(Duration.ofHours(23), Duration.ofMinutes(10));
        assertThat(channel.said()).hasSize(8);
        pass(Duration.ofDays(9), Duration.ofHours(6));
        assertThat(channel.said()).hasSizeBetween(14, 17);
        assertThat(ledger(chat))
                .allMatch(row ->
                        row.state() == DeliveryState.DEAD && row.lastError().equals("no rights"));
        assertThat(stores.chats().byId(chat.id()).orElseThrow().active()).isTrue();
    }

    @Test
    void any_success_in_a_silenced_chat_frees_what_it_waits_for() {
        Chat chat = chat("-1");
        for (int i = 0; i < 6; i++) {
            channel.then("-1", new WriteForbidden("no rights"));
        }
        announce("Một");
        pass(Duration.ofHours(4), Duration.ofMinutes(1));
        assertThat(only(chat).state()).isEqualTo(DeliveryState.QUEUED);
        stores.troubles().end(chat.address(), clock.instant());
        dispatcher.run();
        assertThat(only(chat).state()).isEqualTo(DeliveryState.SENT);
        assertThat(stores.troubles().all()).isEmpty();
    }

    @Test
    void a_trouble_met_after_a_success_of_the_same_second_is_over_with_the_next_success() {
        Chat chat = chat("-1");
        announce("Một");
        dispatcher.run();
        channel.then("-1", new WriteForbidden("no rights"));
        announce("Hai");
        clock.pass(Duration.ofSeconds(2));
        dispatcher.run();
        assertThat(stores.troubles().find(chat.address())).isPresent();
        pass(Duration.ofSeconds(20), Duration.ofSeconds(2));
        assertThat(ledger(chat)).allMatch(row -> row.state() == DeliveryState.SENT);
        assertThat(stores.troubles().all()).isEmpty();
    }

    @Test
    void a_message_that_arrived_is_not_sent_again_because_the_end_of_a_trouble_could_not_be_written() {
        Chat chat = chat("-1");
        channel.then("-1", new WriteForbidden("no rights"));
        announce("Một");
        dispatcher.run();
        MigratedDatabase.fillDisk(stores.database(), "DELETE ON chat_trouble");
        pass(Duration.ofSeconds(20), Duration.ofSeconds(2));
        assertThat(only(chat).state()).isEqualTo(DeliveryState.SENT);
        assertThat(channel.said()).hasSize(2);
        MigratedDatabase.makeRoom(stores.database(), "chat_trouble");
        announce("Hai");
        pass(Duration.ofMinutes(2), Duration.ofSeconds(2));
        assertThat(stores.troubles().all()).as("the next success ends it").isEmpty();
    }

    @Test
    void a_chat_that_the_platform_does_know_is_written_to_once_more_at_once() {
        Chat chat = chat("-1");
        channel.then("-1", new ChatNotFound("chat not found"));
        channel.confirms(true);
        announce("Một");
        dispatcher.run();
        assertThat(only(chat).state()).isEqualTo(DeliveryState.SENT);
        assertThat(stores.troubles().all()).isEmpty();
    }

    @Test
    void a_chat_that_is_not_found_is_asked_for_over_hours_before_it_is_closed() {
        Chat chat = chat("-1");
        channel.always(new ChatNotFound("chat not found"));
        announce("Một");
        pass(Duration.ofHours(11), Duration.ofMinutes(1));
        assertThat(stores.chats().byId(chat.id()).orElseThrow().active()).isTrue();
        pass(Duration.ofHours(3), Duration.ofMinutes(1));
        assertThat(stores.chats().byId(chat.id()).orElseThrow().state()).isEqualTo(ChatState.CLOSED);
        assertThat(only(chat).state()).isEqualTo(DeliveryState.DEAD);
    }

    @Test
    void a_chat_that_the_platform_knows_is_never_closed_for_not_being_found() {
        Chat chat = chat("-1");
        channel.always(new ChatNotFound("chat not found"));
        channel.confirms(true);
        announce("Một");
        pass(Duration.ofDays(3), Duration.ofMinutes(10));
        assertThat(stores.chats().byId(chat.id()).orElseThrow().active()).isTrue();
    }

    @Test
    void an_account_that_is_well_is_not_blamed_a_third_time_for_what_one_message_meets() {
        Chat chat = chat("-1");
        Chat other = chat("-2");
        for (int i = 0; i < 50; i++) {
            channel.then("-1", new ChannelDown("something new of next year"));
        }
        announce("Một");
        pass(Duration.ofMinutes(4), Duration.ofSeconds(5));
        assertThat(only(other).state()).isEqualTo(DeliveryState.SENT);
        announce("Hai");
        int said = channel.saidTo("-2").size();
        pass(Duration.ofSeconds(10), Duration.ofSeconds(5));
        assertThat(channel.saidTo("-2")).hasSize(said + 1);
        assertThat(dispatcher.health().problem()).isEmpty();
        assertThat(ledger(chat)).allMatch(row -> row.state() == DeliveryState.QUEUED);
    }

    @Test
    void a_message_that_is_refused_for_no_known_reason_is_said_once_more_as_words_and_address() {
        SendRequest full = SendRequest.of(
                ChatAddress.of(ScriptedMessenger.BOT, "-1"),
                true,
                OutgoingMessage.of(RichText.builder()
                                .bold("Một")
                                .plain(" hai ".repeat(600))
                                .build())
                        .withButtons(List.of(List.of(new Button.Link("Xem", URI.create("https://x.vn/1"))))));
        OutgoingMessage last = full.without(Part.UNKNOWN).orElseThrow().message();
        assertThat(last.buttons()).isEmpty();
        assertThat(last.text().text())
                .startsWith("Một hai")
                .endsWith("\nhttps://x.vn/1")
                .hasSizeLessThan(1100);
        Chat chat = chat("-1");
        channel.then("-1", new PartRefused(Part.UNKNOWN, "SOMETHING_NEW"));
        announce("Một");
        dispatcher.run();
        assertThat(channel.said()).hasSize(2);
        assertThat(channel.said().get(1).text()).contains("https://x.gov.vn/");
        assertThat(only(chat).state()).isEqualTo(DeliveryState.SENT);
    }

    @Test
    void a_forum_that_lost_two_topics_hears_an_article_once_in_its_general_topic() {
        Chat one = subscribed(new ChatAddress(ScriptedMessenger.BOT, "-1", "5"), ChatKind.SUPERGROUP);
        Chat two = subscribed(new ChatAddress(ScriptedMessenger.BOT, "-1", "6"), ChatKind.SUPERGROUP);
        loseTopics();
        announce("Một");
        pass(Duration.ofMinutes(2), Duration.ofSeconds(5));
        assertThat(toldInGeneral("Một")).isEqualTo(1);
        for (Chat topic : List.of(one, two)) {
            assertThat(ledger(topic)).allMatch(row -> row.state() == DeliveryState.SENT);
        }
    }

    @Test
    void a_general_topic_that_follows_news_itself_hears_an_article_of_a_lost_topic_once() {
        subscribed(new ChatAddress(ScriptedMessenger.BOT, "-1", "5"), ChatKind.SUPERGROUP);
        chat("-1");
        loseTopics();
        announce("Một");
        pass(Duration.ofMinutes(2), Duration.ofSeconds(5));
        assertThat(toldInGeneral("Một")).isEqualTo(1);
    }

    private void loseTopics() {
        for (int i = 0; i < 20; i++) {
            channel.then(
                    "-1",
                    said -> said.to().inTopic()
                            ? new PartRefused(Part.TOPIC, "TOPIC_DELETED")
                            : new SendResult.Sent("g" + said.hashCode()));
        }
    }

    private long toldInGeneral(String title) {
        return channel.said().stream()
                .filter(said -> !said.to().inTopic() && said.text().startsWith(title))
                .count();
    }

    @Test
    void refused_markup_is_said_once_more_as_plain_text() {
        Chat chat = chat("-1");
        channel.then("-1", new PartRefused(Part.FORMATTING, "can't parse entities"));
        announce("Một");
        dispatcher.run();
        assertThat(channel.said()).hasSize(2);
        assertThat(channel.said().get(1).message().text().spans())
                .extracting(RichText.Span::style)
                .containsOnly(RichText.Style.PLAIN);
        // Without markup a link is its address.
        assertThat(channel.said().get(1).text())
                .isEqualTo(channel.said().get(0).text().replace("x.gov.vn", "x.gov.vn (https://x.gov.vn/)"));
        assertThat(only(chat).state()).isEqualTo(DeliveryState.SENT);
        assertThat(only(chat).attempts()).isEqualTo(1);
    }

    @Test
    void a_refused_photo_is_left_out() {
        SendRequest letter = SendRequest.of(
                ChatAddress.of(ScriptedMessenger.BOT, "-1"),
                true,
                OutgoingMessage.plain("Một").withPhoto(URI.create("https://x.vn/a.jpg")));
        assertThat(letter.without(Part.PHOTO).orElseThrow().message().photo()).isEqualTo(Optional.empty());
        Chat chat = chat("-1");
        channel.then("-1", new PartRefused(Part.PHOTO, "wrong file identifier"));
        announce("Một");
        dispatcher.run();
        assertThat(only(chat).state()).isEqualTo(DeliveryState.SENT);
    }

    @Test
    void a_closed_topic_falls_back_to_the_general_one_which_is_told_once() {
        Chat topic = subscribed(new ChatAddress(ScriptedMessenger.BOT, "-1", "5"), ChatKind.SUPERGROUP);
        PartRefused closed = new PartRefused(Part.TOPIC, "TOPIC_CLOSED");
        for (int i = 0; i < 10; i++) {
            channel.then("-1", () -> lastSaidTo().inTopic() ? closed : new SendResult.Sent("1"));
        }
        announce("Một");
        announce("Hai");
        dispatcher.run();
        dispatcher.run();
        List<String> general = channel.said().stream()
                .filter(said -> !said.to().inTopic())
                .map(ScriptedMessenger.Said::text)
                .toList();
        assertThat(general).hasSize(3);
        assertThat(general)
                .filteredOn(text -> text.startsWith("Chủ đề đã chọn"))
                .hasSize(1);
        assertThat(ledger(topic)).hasSize(3).allMatch(status -> status.state() == DeliveryState.SENT);
    }

    private ChatAddress lastSaidTo() {
        return channel.said().get(channel.said().size() - 1).to();
    }

    static Stream<Part> parts() {
        return Stream.of(Part.values());
    }

    @ParameterizedTest
    @MethodSource("parts")
    void a_part_that_is_refused_again_without_being_there_leaves_the_words_which_are_tried_once(Part part) {
        Chat chat = chat("-1");
        channel.always(new PartRefused(part, "no"));
        announce("Một");
        dispatcher.run();
        assertThat(channel.saidTo("-1").stream().filter(text -> text.startsWith("Một")))
                .hasSize(
                        switch (part) {
                            case TOPIC -> 1;
                            case UNKNOWN -> 2;
                            case FORMATTING, PHOTO -> 3;
                        });
        assertThat(ledger(chat).get(0).state()).isEqualTo(DeliveryState.QUEUED);
    }

    @Test
    void a_forum_whose_general_topic_is_closed_too_gets_the_news_when_it_is_open_again() {
        Chat topic = subscribed(new ChatAddress(ScriptedMessenger.BOT, "-1", "5"), ChatKind.SUPERGROUP);
        PartRefused closed = new PartRefused(Part.TOPIC, "TOPIC_CLOSED");
        channel.then("-1", closed).then("-1", closed);
        announce("Một");
        dispatcher.run();
        assertThat(ledger(topic).get(0).state()).isEqualTo(DeliveryState.QUEUED);
        pass(Duration.ofDays(1), Duration.ofMinutes(10));
        assertThat(channel.saidTo("-1"))
                .filteredOn(text -> text.startsWith("Một"))
                .hasSize(3);
        assertThat(ledger(topic)).anyMatch(row -> row.state() == DeliveryState.SENT);
    }

    @Test
    void a_message_that_is_refused_for_ever_ends_with_the_reason() {
        Chat chat = chat("-1");
        channel.then("-1", new Rejected("message is too long"));
        announce("Một");
        dispatcher.run();
        pass(Duration.ofDays(2), Duration.ofDays(1));
        assertThat(channel.said()).hasSize(1);
        assertThat(only(chat).lastError()).isEqualTo("message is too long");
        assertThat(only(chat).state()).isEqualTo(DeliveryState.DEAD);
    }

    @Test
    void what_did_not_arrive_is_tried_again_ever_less_often_until_it_does() {
        Chat chat = chat("-1");
        channel.then("-1", new NotSent("connection refused")).then("-1", new NotSent("connection refused"));
        announce("Một");
        dispatcher.run();
        Instant second = only(chat).dueAt();
        assertThat(second).isBetween(START.plusSeconds(8), START.plusSeconds(12));
        pass(Duration.ofSeconds(12), Duration.ofSeconds(12));
        assertThat(only(chat).dueAt())
                .isBetween(clock.instant().plusSeconds(20), clock.instant().plusSeconds(30));
        pass(Duration.ofSeconds(30), Duration.ofSeconds(30));
        assertThat(only(chat).state()).isEqualTo(DeliveryState.SENT);
        assertThat(only(chat).attempts()).isEqualTo(3);
        assertThat(only(chat).unconfirmed()).isZero();
    }

    @Test
    void what_may_have_arrived_is_tried_once_more_and_counted_as_unconfirmed() {
        Chat chat = chat("-1");
        channel.then("-1", new Unknown("502"));
        announce("Một");
        dispatcher.run();
        assertThat(channel.said()).hasSize(1);
        pass(Duration.ofSeconds(12), Duration.ofSeconds(12));
        assertThat(channel.said()).hasSize(2);
        assertThat(only(chat).state()).isEqualTo(DeliveryState.SENT);
        assertThat(only(chat).unconfirmed()).isEqualTo(1);
    }

    @Test
    void what_may_have_arrived_twice_ends_as_a_dead_letter_that_says_so() {
        Chat chat = chat("-1");
        channel.then("-1", new Unknown("502")).then("-1", new Unknown("timeout"));
        announce("Một");
        dispatcher.run();
        pass(Duration.ofSeconds(12), Duration.ofSeconds(12));
        assertThat(only(chat).state()).isEqualTo(DeliveryState.DEAD);
        assertThat(only(chat).lastError()).isEqualTo("may have arrived: timeout");
        pass(Duration.ofDays(1), Duration.ofHours(1));
        assertThat(channel.said()).hasSize(2);
    }

    @Test
    void a_channel_that_throws_is_treated_as_if_the_message_may_have_arrived_and_hurts_no_other() {
        Chat chat = chat("-1");
        Chat other = chat("-2");
        channel.then("-1", () -> {
            throw new IllegalStateException("bug");
        });
        announce("Một");
        dispatcher.run();
        assertThat(only(other).state()).isEqualTo(DeliveryState.SENT);
        assertThat(only(chat).state()).isEqualTo(DeliveryState.QUEUED);
        assertThat(only(chat).unconfirmed()).isEqualTo(1);
        pass(Duration.ofSeconds(12), Duration.ofSeconds(12));
        assertThat(only(chat).state()).isEqualTo(DeliveryState.SENT);
    }
}
