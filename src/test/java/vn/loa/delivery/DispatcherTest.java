package vn.loa.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import vn.loa.delivery.ScriptedMessenger.Said;
import vn.loa.delivery.channel.SendResult;
import vn.loa.model.Chat;
import vn.loa.model.ChatKind;
import vn.loa.model.ChatState;
import vn.loa.model.Delivery;
import vn.loa.model.DeliveryState;
import vn.loa.model.Priority;
import vn.loa.store.LedgerRow;
import vn.loa.store.MigratedDatabase;
import vn.loa.waiting.TestPatience;

class DispatcherTest extends DeliveryFixture {
    private static final SendResult SENT = new SendResult.Sent("1");

    @Test
    void an_article_reaches_every_subscribed_chat_once_and_the_ledger_knows_the_messages() {
        List<Chat> chats = List.of(chat("-1"), chat("-2"), chat("-3"));
        announce("Tập huấn");
        dispatcher.run();
        dispatcher.run();
        assertThat(channel.said()).extracting(said -> said.to().chatId()).containsExactlyInAnyOrder("-1", "-2", "-3");
        assertThat(channel.saidTo("-1").get(0)).startsWith("Tập huấn\n");
        assertThat(chats).allSatisfy(chat -> {
            assertThat(only(chat).state()).isEqualTo(DeliveryState.SENT);
            assertThat(only(chat).externalId()).isPresent();
        });
    }

    @Test
    void a_notice_is_said_as_it_was_written() {
        notice("Nguồn tin không đọc được.", chat("7", ChatKind.PRIVATE));
        dispatcher.run();
        assertThat(channel.saidTo("7")).containsExactly("Nguồn tin không đọc được.");
    }

    @Test
    void a_chat_hears_its_news_in_order() {
        chat("-1");
        announce("Một");
        announce("Hai");
        announce("Ba");
        dispatcher.run();
        assertThat(channel.saidTo("-1"))
                .extracting(text -> text.lines().findFirst().orElse(""))
                .containsExactly("Một", "Hai", "Ba");
    }

    @Test
    void something_urgent_overtakes_what_waits() {
        chat("-1");
        announce("Thường");
        announce("Khẩn", Priority.URGENT);
        dispatcher.run();
        assertThat(channel.saidTo("-1").get(0)).startsWith("Khẩn");
    }

    @Test
    void an_article_that_was_withdrawn_before_a_chat_heard_of_it_is_not_announced() {
        Chat chat = chat("-1");
        sql("UPDATE article SET withdrawn = 1 WHERE id = " + announce("Rút").id());
        dispatcher.run();
        assertThat(channel.said()).isEmpty();
        assertThat(only(chat).state()).isEqualTo(DeliveryState.DEAD);
        assertThat(only(chat).lastError()).contains("withdrawn");
    }

    @Test
    void a_chat_that_hangs_delays_nobody_else() throws InterruptedException {
        CountDownLatch hanging = new CountDownLatch(1);
        Chat slow = chat("-1");
        channel.then("-1", () -> awaited(hanging));
        for (int i = 2; i <= 20; i++) {
            chat("-" + i);
        }
        announce("Một");
        Thread run = new Thread(dispatcher::run);
        run.start();
        await().atMost(TestPatience.LIMIT).until(() -> stores.deliveries().count(DeliveryState.SENT) == 19);
        assertThat(only(slow).state()).isEqualTo(DeliveryState.SENDING);
        hanging.countDown();
        run.join(TestPatience.LIMIT.toMillis());
        assertThat(only(slow).state()).isEqualTo(DeliveryState.SENT);
    }

    @Test
    void a_clock_set_ahead_while_a_message_is_under_way_sends_it_no_second_time() throws InterruptedException {
        CountDownLatch hanging = new CountDownLatch(1);
        Chat slow = chat("-1");
        channel.then("-1", () -> awaited(hanging));
        announce("Một");
        Thread run = new Thread(dispatcher::run);
        run.start();
        await().atMost(TestPatience.LIMIT).until(() -> !channel.said().isEmpty());
        clock.pass(Duration.ofHours(1));
        Chat other = chat("-2");
        notice("Sau đó", other);
        await().atMost(TestPatience.LIMIT).until(() -> only(other).state() == DeliveryState.SENT);
        assertThat(only(slow).state()).isEqualTo(DeliveryState.SENDING);
        hanging.countDown();
        run.join(TestPatience.LIMIT.toMillis());
        assertThat(channel.saidTo("-1")).hasSize(1);
        assertThat(only(slow).unconfirmed()).isZero();
    }

    @Test
    void a_clock_put_right_leaves_no_chat_and_no_retry_waiting_for_another_year() {
        Chat held = chat("-1");
        Chat failed = chat("-2");
        clock.pass(Duration.ofDays(365));
        channel.then("-1", new SendResult.RetryAfter(Duration.ofMinutes(5), SendResult.RetryAfter.Scope.CHAT));
        channel.then("-2", new SendResult.NotSent("no route"));
        announce("Một");
        dispatcher.run();
        clock.pass(Duration.ofDays(-365));
        dispatcher.run();
        assertThat(only(failed).state()).isEqualTo(DeliveryState.SENT);
        pass(Duration.ofHours(25), Duration.ofHours(5));
        assertThat(only(held).state()).isEqualTo(DeliveryState.SENT);
    }

    @Test
    void a_clock_put_right_ends_a_silence_of_the_bot_that_was_to_last_for_a_year() {
        Chat chat = chat("-1");
        clock.pass(Duration.ofDays(365));
        channel.then("-1", new SendResult.RetryAfter(Duration.ofMinutes(5), SendResult.RetryAfter.Scope.BOT));
        announce("Một");
        dispatcher.run();
        clock.pass(Duration.ofDays(-365));
        restart();
        dispatcher.run();
        pass(Duration.ofHours(25), Duration.ofHours(5));
        assertThat(only(chat).state()).isEqualTo(DeliveryState.SENT);
    }

    @Test
    void news_that_come_while_it_sends_are_sent_in_the_same_run() {
        chat("-1");
        channel.then("-1", () -> {
            announce("Hai");
            return SENT;
        });
        announce("Một");
        dispatcher.run();
        assertThat(channel.said()).hasSize(2);
    }

    @Test
    void an_article_that_cannot_be_worded_is_tried_again_later_and_stops_no_other() {
        Chat chat = chat("-1");
        notice("Vỡ", chat);
        sql("UPDATE notice SET body = 'not JSON'");
        announce("Lành");
        dispatcher.run();
        assertThat(channel.saidTo("-1")).hasSize(1).first().asString().startsWith("Lành");
        LedgerRow status = ledger(chat).get(0);
        assertThat(status.state()).isEqualTo(DeliveryState.QUEUED);
        assertThat(status.lastError()).startsWith("cannot be worded");
    }

    @Test
    void a_planned_stop_repeats_nothing_and_puts_back_the_rest_with_no_attempt_counted() throws InterruptedException {
        for (int i = 1; i <= 50; i++) {
            chat("-" + i);
        }
        CountDownLatch allBusy = new CountDownLatch(4);
        CountDownLatch go = new CountDownLatch(1);
        channel.always(() -> {
            allBusy.countDown();
            return awaited(go);
        });
        announce("Một");
        Thread run = new Thread(dispatcher::run);
        run.start();
        assertThat(allBusy.await(TestPatience.LIMIT.toSeconds(), TimeUnit.SECONDS))
                .isTrue();
        Thread stop = new Thread(dispatcher::stop);
        stop.start();
        await().atMost(TestPatience.LIMIT).until(() -> stop.getState() == Thread.State.TIMED_WAITING);
        go.countDown();
        stop.join(TestPatience.LIMIT.toMillis());
        run.join(TestPatience.LIMIT.toMillis());
        assertThat(run.isAlive()).isFalse();
        int sent = stores.deliveries().count(DeliveryState.SENT);
        assertThat(sent).isEqualTo(channel.said().size()).isLessThan(50);
        assertThat(stores.deliveries().count(DeliveryState.SENDING)).isZero();
        channel.always((SendResult) null);
        restart();
        dispatcher.run();
        assertThat(channel.said()).hasSize(50);
        assertThat(channel.said()).extracting(Said::to).doesNotHaveDuplicates();
        assertThat(attempts()).allMatch(attempts -> attempts == 1);
    }

    @Test
    void what_a_killed_program_had_claimed_is_sent_by_the_next_one_and_counted_as_unconfirmed() {
        Chat chat = chat("-1");
        announce("Một");
        List<Delivery> abandoned =
                stores.deliveries().claim(ScriptedMessenger.BOT, 10, clock.instant(), Duration.ofMinutes(2));
        assertThat(abandoned).hasSize(1);
        stores.deliveries().begin(abandoned);
        restart();
        dispatcher.run();
        assertThat(channel.said()).isEmpty();
        clock.pass(Duration.ofMinutes(2));
        dispatcher.run();
        clock.pass(RETRIES.first());
        dispatcher.run();
        assertThat(channel.said()).hasSize(1);
        assertThat(only(chat).unconfirmed()).isEqualTo(1);
    }

    /** From its first message on, the disk is full. */
    private Chat announcedOnAFullDisk() {
        Chat chat = chat("-1");
        channel.then("-1", () -> {
            MigratedDatabase.fillDisk(stores.database(), "UPDATE ON delivery");
            return SENT;
        });
        announce("Một");
        dispatcher.run();
        assertThat(only(chat).state()).isEqualTo(DeliveryState.SENDING);
        return chat;
    }

    @Test
    void a_result_that_cannot_be_written_is_written_later_and_the_message_is_not_repeated() {
        Chat chat = announcedOnAFullDisk();
        dispatcher.run();
        assertThat(only(chat).state()).isEqualTo(DeliveryState.SENDING);
        MigratedDatabase.makeRoom(stores.database(), "delivery");
        clock.pass(Duration.ofMinutes(10));
        dispatcher.run();
        assertThat(only(chat).state()).isEqualTo(DeliveryState.SENT);
        assertThat(channel.said()).hasSize(1);
    }

    @Test
    void a_result_that_could_not_be_written_is_written_at_the_latest_when_the_program_stops() {
        Chat chat = announcedOnAFullDisk();
        MigratedDatabase.makeRoom(stores.database(), "delivery");
        restart();
        assertThat(only(chat).state()).isEqualTo(DeliveryState.SENT);
    }

    @Test
    void nothing_more_is_sent_while_results_cannot_be_written() {
        announcedOnAFullDisk();
        chat("-2");
        announce("Hai");
        dispatcher.run();
        assertThat(channel.said()).hasSize(1);
    }

    @Test
    void its_health_tells_the_last_run_the_last_success_and_a_hold() {
        assertThat(dispatcher.health().lastRun()).isEmpty();
        chat("-1");
        announce("Một");
        dispatcher.run();
        assertThat(dispatcher.health().lastRun()).contains(START);
        assertThat(dispatcher.health().lastSuccess()).contains(START);
        assertThat(dispatcher.health().heldUntil()).isEmpty();
        assertThat(dispatcher.health().inFlight()).isZero();
        channel.then("-1", new SendResult.RetryAfter(Duration.ofSeconds(35), SendResult.RetryAfter.Scope.BOT));
        announce("Hai");
        dispatcher.run();
        assertThat(dispatcher.health().heldUntil()).contains(START.plusSeconds(35));
    }

    private static SendResult awaited(CountDownLatch latch) {
        try {
            return latch.await(TestPatience.LIMIT.toSeconds(), TimeUnit.SECONDS)
                    ? SENT
                    : new SendResult.Unknown("test timed out");
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Integer> attempts() {
        return stores.chats().inState(ChatState.ACTIVE).stream()
                .map(chat -> only(chat).attempts())
                .toList();
    }
}
