package vn.loa.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.loa.delivery.channel.Capabilities;
import vn.loa.delivery.channel.Capabilities.Rates;
import vn.loa.delivery.channel.SendResult;
import vn.loa.delivery.channel.SendResult.ChannelDown;
import vn.loa.delivery.channel.SendResult.ChatGone;
import vn.loa.delivery.channel.SendResult.ChatMoved;
import vn.loa.delivery.channel.SendResult.NotSent;
import vn.loa.delivery.channel.SendResult.PartRefused;
import vn.loa.delivery.channel.SendResult.PartRefused.Part;
import vn.loa.delivery.channel.SendResult.Rejected;
import vn.loa.delivery.channel.SendResult.RetryAfter;
import vn.loa.delivery.channel.SendResult.RetryAfter.Scope;
import vn.loa.delivery.channel.SendResult.Sent;
import vn.loa.delivery.channel.SendResult.Unknown;
import vn.loa.delivery.channel.SendResult.WriteForbidden;
import vn.loa.model.Chat;
import vn.loa.model.ChatAddress;
import vn.loa.model.ChatKind;
import vn.loa.model.ChatState;
import vn.loa.model.OutgoingMessage;
import vn.loa.phrases.Phrases;
import vn.loa.store.delivery.AnswerStore;
import vn.loa.store.delivery.StoredAnswer;
import vn.loa.waiting.TestPatience;

class AnswersTest extends DeliveryFixture {
    private static final ChatAddress CHAT = ChatAddress.of(ScriptedMessenger.BOT, "-1");

    private static final Duration QUARTER = Duration.ofMinutes(15);
    private static final List<Duration> PAUSES =
            List.of(Duration.ofMillis(10), Duration.ofMillis(20), Duration.ofMillis(40));

    private Answers answers;

    @AfterEach
    void closeAnswers() {
        if (answers != null) {
            answers.close();
        }
    }

    @Test
    void an_answer_is_said_and_its_id_told() {
        assertThat(outcome(say("Chào"))).isEqualTo(new Sent("m1"));
        assertThat(channel.saidTo("-1")).containsExactly("Chào");
    }

    @Test
    void of_an_answer_in_pieces_only_the_one_that_did_not_arrive_is_said_again() {
        channel.splits(true);
        channel.then("-1", new Sent("z1")).then("-1", new Unknown("timeout")).then("-1", new NotSent("refused"));
        assertThat(outcome(say("Một\n\nHai\n\nBa"))).isEqualTo(new Sent("z1"));
        assertThat(channel.saidTo("-1")).containsExactly("Một", "Hai", "Hai", "Hai", "Ba");
    }

    @Test
    void a_connection_that_closes_lets_what_has_begun_come_to_its_end_while_there_is_a_database() {
        AtomicBoolean over = new AtomicBoolean();
        channel.then("-1", () -> {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                over.set(true);
            }
            return new NotSent("interrupted");
        });
        say("Một");
        await().atMost(TestPatience.LIMIT).until(() -> channel.said().size() == 1);
        line.close();
        assertThat(over).isTrue();
    }

    @Test
    void an_edit_names_the_message_it_changes() {
        assertThat(outcome(answers().edit(CHAT, "17", OutgoingMessage.plain("Mới"))))
                .isInstanceOf(Sent.class);
        assertThat(channel.said().get(0).replaces()).isEqualTo("17");
    }

    @Test
    void a_chat_gets_its_answers_in_order() {
        List<CompletableFuture<SendResult>> all =
                IntStream.range(0, 20).mapToObj(i -> say("" + i)).toList();
        all.forEach(this::outcome);
        assertThat(channel.saidTo("-1"))
                .isEqualTo(IntStream.range(0, 20).mapToObj(i -> "" + i).toList());
    }

    @Test
    void a_chat_that_hangs_holds_up_no_other() throws InterruptedException {
        CountDownLatch hanging = new CountDownLatch(1);
        channel.then("-1", () -> {
            awaitLatch(hanging);
            return new Sent("1");
        });
        CompletableFuture<SendResult> slow = say("Chậm");
        assertThat(outcome(answers().send(address("-2"), OutgoingMessage.plain("Nhanh"))))
                .isInstanceOf(Sent.class);
        assertThat(slow).isNotDone();
        hanging.countDown();
        assertThat(outcome(slow)).isInstanceOf(Sent.class);
    }

    @Test
    void an_answer_does_not_wait_behind_a_broadcast() throws InterruptedException {
        use(new ScriptedMessenger(new Capabilities(4096, 1024, true, true, true, true, new Rates(10, 1, 20))));
        stores.database().transaction(() -> IntStream.range(100, 300).forEach(i -> chat("-" + i, ChatKind.PRIVATE)));
        announce("Một");
        Thread broadcast = new Thread(dispatcher::run);
        broadcast.start();
        await().atMost(TestPatience.LIMIT).until(() -> channel.said().size() >= 10);
        int before = channel.said().size();
        assertThat(outcome(say("Chào"))).isInstanceOf(Sent.class);
        assertThat(channel.said()).hasSizeLessThan(before + 40);
        dispatcher.stop();
        broadcast.join(TestPatience.LIMIT.toMillis());
        assertThat(broadcast.isAlive()).isFalse();
    }

    @Test
    void an_answer_to_a_chat_that_must_wait_is_said_after_the_wait_before_the_later_ones() {
        chat("-1");
        channel.then("-1", new RetryAfter(Duration.ofMillis(300), Scope.CHAT));
        CompletableFuture<SendResult> first = say("Một");
        CompletableFuture<SendResult> second = say("Hai");
        await().atMost(TestPatience.LIMIT).until(() -> channel.said().size() == 1);
        assertThat(outcome(answers().send(address("-2"), OutgoingMessage.plain("Khác"))))
                .isInstanceOf(Sent.class);
        assertThat(first).isNotDone();
        clock.pass(Duration.ofMillis(300));
        assertThat(outcome(first)).isInstanceOf(Sent.class);
        assertThat(outcome(second)).isInstanceOf(Sent.class);
        assertThat(channel.saidTo("-1")).containsExactly("Một", "Một", "Hai");
    }

    @Test
    void while_the_bot_must_wait_nobody_is_answered() {
        channel.then("-1", new RetryAfter(Duration.ofMillis(300), Scope.BOT));
        CompletableFuture<SendResult> first = say("Một");
        await().atMost(TestPatience.LIMIT).until(() -> channel.said().size() == 1);
        CompletableFuture<SendResult> other = answers().send(address("-2"), OutgoingMessage.plain("Khác"));
        await().atMost(TestPatience.LIMIT)
                .during(Duration.ofMillis(100))
                .until(() -> channel.said().size() == 1);
        clock.pass(Duration.ofMillis(300));
        assertThat(outcome(first)).isInstanceOf(Sent.class);
        assertThat(outcome(other)).isInstanceOf(Sent.class);
    }

    @Test
    void an_answer_that_would_come_more_than_a_quarter_of_an_hour_late_is_given_up() {
        channel.then("-1", new RetryAfter(Duration.ofSeconds(901), Scope.CHAT));
        assertThat(outcome(say("Một"))).isEqualTo(new RetryAfter(Duration.ofSeconds(901), Scope.CHAT));
        assertThat(owed().owed(ScriptedMessenger.BOT)).isEmpty();
    }

    @Test
    void an_answer_that_did_not_arrive_is_tried_until_it_does() {
        for (int i = 0; i < 12; i++) {
            channel.then("-1", new NotSent("refused"));
        }
        assertThat(outcome(say("Một"))).isInstanceOf(Sent.class);
        assertThat(channel.said()).hasSize(13);
    }

    @Test
    void an_answer_that_may_have_arrived_is_tried_three_times_more() {
        for (int i = 0; i < 3; i++) {
            channel.then("-1", new Unknown("502"));
        }
        assertThat(outcome(say("Một"))).isInstanceOf(Sent.class);
        assertThat(channel.said()).hasSize(4);

        channel.always(new Unknown("502"));
        assertThat(outcome(say("Hai"))).isEqualTo(new Unknown("502"));
        assertThat(channel.said()).hasSize(8);
    }

    @Test
    void an_edit_of_which_nothing_is_known_is_tried_again() {
        channel.then("-1", new Unknown("502"));
        assertThat(outcome(answers().edit(CHAT, "17", OutgoingMessage.plain("Mới"))))
                .isInstanceOf(Sent.class);
        assertThat(channel.said()).extracting(ScriptedMessenger.Said::replaces).containsExactly("17", "17");
    }

    @Test
    void a_message_that_cannot_be_changed_any_more_is_followed_by_a_new_one() {
        channel.then("-1", new Rejected("message can't be edited"));
        assertThat(outcome(answers().edit(CHAT, "17", OutgoingMessage.plain("Mới"))))
                .isInstanceOf(Sent.class);
        assertThat(channel.said()).hasSize(2);
        assertThat(channel.said().get(1).replaces()).isNotEqualTo("17");
    }

    @Test
    void what_was_owed_when_a_program_ended_is_given_by_the_next() {
        channel.always(new NotSent("no route"));
        say("Một");
        answers().edit(CHAT, "17", OutgoingMessage.plain("Hai"));
        await().atMost(TestPatience.LIMIT).until(() -> !channel.said().isEmpty());
        line.close();
        assertThat(owed().owed(ScriptedMessenger.BOT)).hasSize(2);

        channel.always(new Sent("m9"));
        use(channel);
        channel.said().clear();
        answers = answering();
        answers.start();
        await().atMost(TestPatience.LIMIT)
                .until(() -> owed().owed(ScriptedMessenger.BOT).isEmpty());
        assertThat(channel.saidTo("-1")
                        .subList(
                                channel.saidTo("-1").size() - 2,
                                channel.saidTo("-1").size()))
                .containsExactly("Một", "Hai");
    }

    @Test
    void an_answer_owed_for_more_than_a_quarter_of_an_hour_is_not_given_any_more() {
        owed().owe(new AnswerStore.Owed(
                0, CHAT, Optional.empty(), StoredAnswer.write(OutgoingMessage.plain("Một")), clock.instant()));
        clock.pass(Duration.ofMinutes(16));
        answers().start();

        assertThat(owed().owed(ScriptedMessenger.BOT)).isEmpty();
        assertThat(outcome(say("Hai"))).isInstanceOf(Sent.class);
        assertThat(channel.saidTo("-1")).containsExactly("Hai");
    }

    @Test
    void an_answer_that_was_begun_by_three_programs_which_ended_is_given_up() {
        owed().owe(new AnswerStore.Owed(
                0, CHAT, Optional.empty(), StoredAnswer.write(OutgoingMessage.plain("Một")), clock.instant()));
        OwedAnswers kept = new OwedAnswers(owed());
        for (int i = 0; i < 3; i++) {
            assertThat(kept.left(ScriptedMessenger.BOT, Instant.EPOCH)).hasSize(1);
        }
        assertThat(kept.left(ScriptedMessenger.BOT, Instant.EPOCH)).isEmpty();
        assertThat(owed().owed(ScriptedMessenger.BOT)).isEmpty();
    }

    @Test
    void many_people_who_ask_at_once_are_all_answered_in_order() {
        use(new ScriptedMessenger(new Capabilities(4096, 1024, true, true, true, true, new Rates(60, 1, 20))));
        List<String> asked = IntStream.range(100, 250).mapToObj(i -> "-" + i).toList();
        List<CompletableFuture<SendResult>> all = asked.stream()
                .map(id -> answers().send(address(id), OutgoingMessage.plain(id)))
                .toList();

        assertThat(all).allSatisfy(answer -> assertThat(outcome(answer)).isInstanceOf(Sent.class));
        List<String> order =
                channel.said().stream().map(ScriptedMessenger.Said::text).toList();
        for (int i = 0; i < asked.size(); i++) {
            // Nobody overtakes more than those under way, into the queue and out of it, sixteen threads at a time.
            // One of these may be late, on a busy machine by any number.
            assertThat(order.indexOf(asked.get(i))).isGreaterThan(i - 2 * 16);
        }
    }

    @Test
    void an_answer_without_its_markup_is_said_at_once() {
        channel.then("-1", new PartRefused(Part.FORMATTING, "can't parse entities"));
        assertThat(outcome(say("Một"))).isInstanceOf(Sent.class);
        assertThat(channel.said()).hasSize(2);
    }

    @Test
    void an_answer_follows_a_chat_that_moved_and_the_chat_is_known_under_its_new_id() {
        Chat chat = chat("-1", ChatKind.GROUP);
        channel.then("-1", new ChatMoved("-1001"));
        assertThat(outcome(say("Một"))).isInstanceOf(Sent.class);
        assertThat(channel.saidTo("-1001")).containsExactly("Một");
        assertThat(stores.chats().byId(chat.id()).orElseThrow().address().chatId())
                .isEqualTo("-1001");
    }

    @Test
    void a_chat_that_is_gone_is_closed() {
        Chat chat = chat("-1");
        channel.then("-1", new ChatGone("bot was blocked"));
        assertThat(outcome(say("Một"))).isEqualTo(new ChatGone("bot was blocked"));
        assertThat(stores.chats().byId(chat.id()).orElseThrow().state()).isEqualTo(ChatState.CLOSED);
    }

    @Test
    void what_the_platform_will_not_take_is_told_to_the_caller() {
        channel.then("-1", new Rejected("too long")).then("-1", new WriteForbidden("no rights"));
        assertThat(outcome(say("Một"))).isEqualTo(new Rejected("too long"));
        assertThat(outcome(say("Hai"))).isEqualTo(new WriteForbidden("no rights"));
    }

    @Test
    void an_answer_that_gets_through_ends_an_outage() {
        chat("-9");
        channel.then("-9", new ChannelDown("token refused"));
        channel.ping(new ChannelDown("token refused"));
        announce("Một");
        dispatcher.run();
        assertThat(dispatcher.health().problem()).contains("token refused");
        assertThat(outcome(say("Chào"))).isInstanceOf(Sent.class);
        assertThat(dispatcher.health().problem()).isEmpty();
        dispatcher.run();
        assertThat(channel.saidTo("-9")).hasSize(2);
    }

    @Test
    void a_chat_that_asks_too_much_gets_no_more_than_its_share_of_the_queue() {
        CountDownLatch hanging = new CountDownLatch(1);
        channel.then("-1", () -> {
            awaitLatch(hanging);
            return new Sent("1");
        });
        List<CompletableFuture<SendResult>> all = new ArrayList<>();
        for (int i = 0; i < 310; i++) {
            all.add(say("" + i));
        }
        assertThat(outcome(all.get(309))).isInstanceOf(NotSent.class);
        assertThat(outcome(answers().send(address("-2"), OutgoingMessage.plain("Khác"))))
                .isInstanceOf(Sent.class);
        hanging.countDown();
        assertThat(outcome(all.get(299))).isInstanceOf(Sent.class);
        assertThat(channel.saidTo("-1")).hasSize(300);
    }

    @Test
    void a_close_waits_for_the_answers_that_wait_and_takes_no_new_ones() {
        List<CompletableFuture<SendResult>> all =
                IntStream.range(0, 20).mapToObj(i -> say("" + i)).toList();
        answers.close();
        assertThat(all).allSatisfy(answer -> assertThat(outcome(answer)).isInstanceOf(Sent.class));
        assertThat(channel.saidTo("-1")).hasSize(20);
        assertThat(outcome(say("Muộn"))).isInstanceOf(NotSent.class);
    }

    private AnswerStore owed() {
        return stores.owedAnswers();
    }

    private Answers answering() {
        return new Answers(
                line,
                new OwedAnswers(owed()),
                Phrases.vietnamese(),
                new Answers.Patience(QUARTER, PAUSES, PAUSES, ticks));
    }

    private Answers answers() {
        if (answers == null) {
            answers = answering();
        }
        return answers;
    }

    private CompletableFuture<SendResult> say(String text) {
        return answers().send(CHAT, OutgoingMessage.plain(text));
    }

    private SendResult outcome(CompletableFuture<SendResult> answer) {
        return answer.orTimeout(TestPatience.LIMIT.toSeconds(), TimeUnit.SECONDS)
                .join();
    }

    private static ChatAddress address(String id) {
        return ChatAddress.of(ScriptedMessenger.BOT, id);
    }

    private static void awaitLatch(CountDownLatch latch) {
        try {
            assertThat(latch.await(TestPatience.LIMIT.toSeconds(), TimeUnit.SECONDS))
                    .isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
