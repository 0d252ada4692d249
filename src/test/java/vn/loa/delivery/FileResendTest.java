package vn.loa.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.loa.delivery.channel.SendResult;
import vn.loa.model.Chat;
import vn.loa.model.DeliveryState;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.PersonId;
import vn.loa.model.Platform;
import vn.loa.model.Priority;
import vn.loa.model.ReplyTarget;
import vn.loa.store.delivery.ReceiptStore;
import vn.loa.store.message.AlbumGap;
import vn.loa.store.message.FileResendStore;
import vn.loa.waiting.TestPatience;

/** Of files that go one by one only the one ends that may have arrived twice; what is missing is sent again when it is wished. */
class FileResendTest extends AlbumFixture {
    private static final SendResult UNKNOWN = new SendResult.Unknown("timeout");

    private final SendResult refused =
            new SendResult.PartRefused(SendResult.PartRefused.Part.PHOTO, "wrong file identifier");
    private final SendResult flood =
            new SendResult.RetryAfter(Duration.ofMinutes(2), SendResult.RetryAfter.Scope.RECIPIENT);
    private Corrector resending;

    @BeforeEach
    void resend() {
        resending = corrector();
    }

    private void answers(SendResult... answers) {
        List.of(answers).forEach(each -> channel.then("-1", each));
    }

    private static SendResult sent(String id) {
        return new SendResult.Sent(id);
    }

    private List<Integer> missing(long notice) {
        return stores.albums().gaps(notice).stream()
                .map(gap -> gap.file().orElseThrow())
                .toList();
    }

    private int later() {
        clock.pass(Duration.ofMinutes(10));
        resending.run();
        return channel.said().size();
    }

    /** Its second file was refused. */
    private long incomplete() {
        answers(refused, sent("a1"), refused);
        long notice = announced(false);
        dispatcher.run();
        assertThat(missing(notice)).containsExactly(1);
        assertThat(stores.albums().takeUntold(clock.instant())).containsExactly(notice);
        return notice;
    }

    private int wanted(long notice) {
        return stores.resends().want(notice, clock.instant());
    }

    @Test
    void a_file_that_may_have_arrived_twice_ends_alone_and_the_next_one_goes() {
        answers(refused, UNKNOWN, UNKNOWN, sent("a2"));
        long notice = announced(true);
        channel.clear("-1");
        answers(sent("m1"), refused, UNKNOWN, UNKNOWN, sent("a2"));
        pass(Duration.ofHours(2), Duration.ofMinutes(10));
        assertThat(only(chat).state()).isEqualTo(DeliveryState.SENT);
        assertThat(stores.albums().gaps(notice)).singleElement().satisfies(gap -> {
            assertThat(gap.file()).contains(0);
            assertThat(gap.reason()).isEqualTo("may have arrived: timeout");
        });
        assertThat(channel.said().get(4).message().media()).contains(photo("2"));
    }

    @Test
    void words_that_may_have_arrived_twice_end_alone_and_their_files_go() {
        answers(UNKNOWN, UNKNOWN, sent("a1 a2"));
        long notice = announced(true);
        pass(Duration.ofHours(2), Duration.ofMinutes(10));
        assertThat(only(chat)).satisfies(row -> {
            assertThat(row.state()).isEqualTo(DeliveryState.SENT);
            assertThat(row.externalId()).contains("a1");
        });
        assertThat(channel.said()).hasSize(3);
        assertThat(channel.said()).last().satisfies(said -> {
            assertThat(said.message().media()).contains(ALBUM);
            assertThat(said.message().replyTo()).isEmpty();
        });
        assertThat(stores.albums().gaps(notice))
                .containsExactly(new AlbumGap(
                        AlbumGap.Kind.MISSING, Optional.empty(), "", false, "may have arrived: timeout", 1));
        assertThat(stores.albums().takeUntold(clock.instant())).containsExactly(notice);
    }

    @Test
    void files_after_words_of_which_nobody_knows_have_two_tries_of_their_own() {
        answers(UNKNOWN, UNKNOWN, refused, UNKNOWN, sent("a1"), UNKNOWN, UNKNOWN);
        long notice = announced(true);
        pass(Duration.ofHours(4), Duration.ofMinutes(10));
        assertThat(only(chat).state()).isEqualTo(DeliveryState.SENT);
        assertThat(stores.albums().gaps(notice))
                .extracting(AlbumGap::file)
                .containsExactly(Optional.empty(), Optional.of(1));
        assertThat(channel.said()).hasSize(7);
    }

    @Test
    void where_no_part_is_known_to_have_arrived_the_whole_is_a_dead_letter() {
        answers(UNKNOWN, UNKNOWN, refused, refused, refused);
        announced(true);
        pass(Duration.ofHours(4), Duration.ofMinutes(10));
        assertThat(only(chat)).satisfies(row -> {
            assertThat(row.state()).isEqualTo(DeliveryState.DEAD);
            assertThat(row.lastError()).isEqualTo("may have arrived: timeout");
        });
        assertThat(channel.said()).hasSize(5);
    }

    @Test
    void words_are_not_to_blame_for_a_connection_that_is_out() {
        answers(UNKNOWN, UNKNOWN, UNKNOWN);
        channel.ping(new SendResult.NotSent("no route"));
        long notice = announced(true);
        dispatcher.run();
        clock.pass(Duration.ofMinutes(10));
        dispatcher.run();
        channel.ping(sent(""));
        channel.clear("-1");
        pass(Duration.ofHours(4), Duration.ofMinutes(10));
        assertThat(only(chat).state()).isEqualTo(DeliveryState.SENT);
        assertThat(stores.albums().gaps(notice)).isEmpty();
    }

    @Test
    void words_go_again_when_it_is_wished_and_are_taken_back_with_their_files() {
        answers(UNKNOWN, UNKNOWN, sent("a1 a2"));
        long notice = announced(true);
        pass(Duration.ofHours(2), Duration.ofMinutes(10));
        assertThat(wanted(notice)).isEqualTo(1);
        answers(sent("m9"));
        int before = channel.said().size();
        assertThat(later()).isEqualTo(before + 1);
        assertThat(channel.said()).last().satisfies(said -> {
            assertThat(said.text()).isEqualTo("Sơ đồ");
            assertThat(said.message().media()).isEmpty();
        });
        assertThat(stores.albums().gaps(notice)).isEmpty();
        channel.deletes(true);
        stores.amendments().recall(notice, clock.instant());
        later();
        assertThat(channel.deleted()).containsExactlyInAnyOrder("a1", "a2", "m9");
    }

    /** Its words were left out, its files stand, and its words have been sent once more since. */
    private long withLateWords() {
        answers(UNKNOWN, UNKNOWN, sent("a1 a2"));
        long notice = announced(true);
        pass(Duration.ofHours(2), Duration.ofMinutes(10));
        wanted(notice);
        answers(sent("m9"));
        later();
        return notice;
    }

    @Test
    void words_that_went_late_are_what_a_correction_changes() {
        long notice = withLateWords();
        stores.amendments().correct(notice, OutgoingMessage.plain("Sơ đồ mới").withMedia(ALBUM), clock.instant());
        later();
        assertThat(channel.said()).last().satisfies(said -> {
            assertThat(said.replaces()).isEqualTo("m9");
            assertThat(said.text()).isEqualTo("Sơ đồ mới");
        });
        assertThat(only(chat).externalId()).contains("m9");
        channel.deletes(true);
        stores.amendments().recall(notice, clock.instant());
        later();
        assertThat(channel.deleted()).containsExactly("a1", "a2", "m9");
    }

    @Test
    void receipts_are_counted_under_words_that_went_late_whichever_part_is_answered() {
        withLateWords();
        for (String part : List.of("a1", "m9")) {
            PersonId who = new PersonId(Platform.TELEGRAM, "7" + part.charAt(1));
            assertThat(stores.receipts()
                            .acknowledgeMessage(
                                    ScriptedMessenger.BOT,
                                    "-1",
                                    part,
                                    who,
                                    "Lan",
                                    ReceiptStore.How.REPLY,
                                    clock.instant()))
                    .isTrue();
        }
        clock.pass(Duration.ofMinutes(1));
        receiptCounter().run();
        assertThat(channel.said()).last().satisfies(said -> {
            assertThat(said.replaces()).isEqualTo("m9");
            assertThat(said.message().buttons().toString()).contains("2");
        });
    }

    @Test
    void a_dead_letter_that_is_tried_again_says_the_words_and_sends_the_files() {
        answers(UNKNOWN, UNKNOWN, refused, refused, refused);
        announced(true);
        pass(Duration.ofHours(4), Duration.ofMinutes(10));
        assertThat(only(chat).state()).isEqualTo(DeliveryState.DEAD);
        assertThat(stores.deadLetters().reviveAll(clock.instant())).isEqualTo(1);
        answers(sent("m9"), sent("a1 a2"));
        dispatcher.run();
        assertThat(channel.said()).hasSize(7);
        assertThat(only(chat).state()).isEqualTo(DeliveryState.SENT);
        assertThat(only(chat).externalId()).contains("m9");
        assertThat(stores.albums().state(only(chat).id()).missing()).isEmpty();
    }

    @Test
    void a_dead_letter_of_which_files_stand_is_sent_its_words_and_what_else_is_missing() {
        answers(UNKNOWN, UNKNOWN, refused, refused, sent("a2"));
        long notice = announced(true);
        pass(Duration.ofHours(4), Duration.ofMinutes(10));
        sql("UPDATE delivery SET state = 'DEAD', settled_at = 1, message_id = NULL, last_error = 'x'");
        assertThat(stores.deadLetters().reviveAll(clock.instant())).isEqualTo(1);
        answers(sent("m9"), sent("a1"));
        int before = channel.said().size();
        dispatcher.run();
        assertThat(channel.said()).hasSize(before + 2);
        assertThat(stores.albums().gaps(notice)).isEmpty();
        assertThat(only(chat).externalId()).contains("m9");
    }

    @Test
    void a_file_after_words_of_which_nobody_knows_may_be_interrupted_as_often_as_after_others() {
        answers(UNKNOWN, UNKNOWN, refused, flood);
        long notice = announced(true);
        pass(Duration.ofMinutes(20), Duration.ofMinutes(10));
        assertThat(channel.said()).hasSize(4);
        for (int i = 0; i < 4; i++) {
            sql("UPDATE delivery SET state = 'SENDING', in_flight = 1, lease_until = 1");
            stores.deliveries().reclaimAll(clock.instant(), Duration.ZERO);
            assertThat(only(chat).state()).isEqualTo(DeliveryState.QUEUED);
        }
        restart();
        clock.pass(Duration.ofMinutes(10));
        answers(sent("a2"));
        dispatcher.run();
        assertThat(only(chat).state()).isEqualTo(DeliveryState.SENT);
        assertThat(stores.albums().gaps(notice))
                .extracting(AlbumGap::file)
                .containsExactly(Optional.empty(), Optional.of(0));
    }

    @Test
    void words_that_may_stand_there_are_named_when_all_is_taken_back() {
        answers(UNKNOWN, UNKNOWN, sent("a1 a2"));
        long notice = announced(true);
        pass(Duration.ofHours(2), Duration.ofMinutes(10));
        channel.deletes(true);
        stores.amendments().recall(notice, clock.instant());
        later();
        assertThat(channel.deleted()).containsExactlyInAnyOrder("a1", "a2");
        assertThat(stores.albums().gaps(notice))
                .containsExactly(
                        new AlbumGap(AlbumGap.Kind.REMAINING, Optional.empty(), "", false, "may have arrived", 1));
    }

    @Test
    void each_part_has_two_tries_of_its_own() {
        answers(UNKNOWN, sent("m1"), refused, UNKNOWN, sent("a1"), UNKNOWN, sent("a2"));
        long notice = announced(true);
        pass(Duration.ofHours(4), Duration.ofMinutes(10));
        assertThat(only(chat).state()).isEqualTo(DeliveryState.SENT);
        assertThat(channel.said()).hasSize(7);
        assertThat(missing(notice)).isEmpty();
    }

    @Test
    void a_connection_that_is_out_ends_no_file() {
        answers(sent("m1"), refused, UNKNOWN, UNKNOWN, UNKNOWN);
        channel.ping(new SendResult.NotSent("no route"));
        long notice = announced(true);
        dispatcher.run();
        clock.pass(Duration.ofMinutes(10));
        dispatcher.run();
        assertThat(missing(notice)).isEmpty();
        channel.ping(sent(""));
        channel.clear("-1");
        pass(Duration.ofHours(4), Duration.ofMinutes(10));
        assertThat(missing(notice)).isEmpty();
        assertThat(only(chat).state()).isEqualTo(DeliveryState.SENT);
    }

    @Test
    void a_file_during_which_the_program_ended_four_times_is_left_out_and_the_rest_goes() {
        answers(refused, sent("a1"), flood);
        long notice = announced(false);
        dispatcher.run();
        for (int i = 0; i < 4; i++) {
            sql("UPDATE delivery SET state = 'SENDING', in_flight = 1, lease_until = 1");
            assertThat(stores.deliveries().reclaimAll(clock.instant(), Duration.ZERO))
                    .isEqualTo(1);
        }
        restart();
        clock.pass(Duration.ofMinutes(10));
        dispatcher.run();
        assertThat(only(chat).state()).isEqualTo(DeliveryState.SENT);
        assertThat(missing(notice)).containsExactly(1);
        assertThat(channel.said()).hasSize(3);
    }

    @Test
    void only_what_is_missing_goes_again_in_reply_to_its_words_and_once() {
        Chat whole = chat("-2");
        channel.then("-2", sent("b1 b2"));
        long notice = incomplete();
        stores.deliveries().enqueueNotice(notice, List.of(whole.id()), Priority.ORDINARY, clock.instant());
        dispatcher.run();
        assertThat(stores.resends().places(notice)).isEqualTo(new FileResendStore.Places(1, 0, 0));
        assertThat(wanted(notice)).isEqualTo(1);
        assertThat(wanted(notice)).isZero();
        int before = channel.said().size();
        answers(sent("a2"));
        assertThat(later()).isEqualTo(before + 1);
        assertThat(channel.said()).last().satisfies(said -> {
            assertThat(said.to().chatId()).isEqualTo("-1");
            assertThat(said.text()).isEmpty();
            assertThat(said.message().media()).contains(photo("2"));
            assertThat(said.message().replyTo()).contains(ReplyTarget.to("a1"));
            assertThat(said.message().muted()).isTrue();
        });
        assertThat(later()).isEqualTo(before + 1);
        assertThat(wanted(notice)).isZero();
        assertThat(stores.resends().places(notice).isEmpty()).isTrue();
        assertThat(stores.albums().takeUntold(clock.instant())).isEmpty();
        channel.deletes(true);
        stores.amendments().recall(notice, clock.instant());
        later();
        assertThat(channel.deleted()).contains("a1", "a2");
    }

    @Test
    void what_is_refused_again_is_told_again_and_can_be_wished_again() {
        long notice = incomplete();
        wanted(notice);
        assertThat(stores.albums().gaps(notice)).extracting(AlbumGap::reason).containsExactly("");
        assertThat(stores.albums().takeUntold(clock.instant()))
                .as("it is under way")
                .isEmpty();
        answers(refused);
        later();
        assertThat(missing(notice)).containsExactly(1);
        assertThat(stores.albums().takeUntold(clock.instant())).containsExactly(notice);
        assertThat(wanted(notice)).isEqualTo(1);
    }

    @Test
    void a_wish_outlives_a_restart_and_a_flood() {
        long notice = incomplete();
        wanted(notice);
        answers(flood, sent("a2"));
        int before = later();
        restart();
        resending = corrector();
        resending.run();
        assertThat(channel.said()).hasSize(before);
        assertThat(later()).isEqualTo(before + 1);
        assertThat(missing(notice)).isEmpty();
    }

    @Test
    void a_chat_that_the_bot_has_left_meanwhile_is_named() {
        long notice = incomplete();
        wanted(notice);
        stores.chats().close(chat.id(), "kicked", clock.instant());
        int before = channel.said().size();
        assertThat(later()).isEqualTo(before);
        assertThat(stores.albums().gaps(notice))
                .extracting(AlbumGap::reason)
                .containsExactly("the bot is not a member");
        assertThat(stores.resends().places(notice)).isEqualTo(new FileResendStore.Places(0, 0, 1));
        assertThat(wanted(notice)).isZero();
    }

    @Test
    void what_is_taken_back_meanwhile_is_not_sent() {
        long notice = incomplete();
        wanted(notice);
        channel.deletes(true);
        stores.amendments().recall(notice, clock.instant());
        int before = channel.said().size();
        assertThat(later()).isEqualTo(before);
        assertThat(stores.resends().places(notice).isEmpty()).isTrue();
    }

    @Test
    void a_file_that_may_have_arrived_twice_is_not_sent_a_third_time() {
        long notice = incomplete();
        wanted(notice);
        IntStream.range(0, 5).forEach(each -> answers(UNKNOWN));
        int before = channel.said().size();
        IntStream.range(0, 4).forEach(each -> later());
        assertThat(channel.said()).hasSize(before + 2);
        assertThat(stores.albums().gaps(notice))
                .extracting(AlbumGap::reason)
                .containsExactly("may have arrived: timeout");
    }

    @Test
    void several_missing_files_of_a_chat_go_together_as_far_as_they_are_taken() {
        answers(sent("m1"), refused, refused, refused);
        long notice = announced(true);
        dispatcher.run();
        assertThat(missing(notice)).containsExactly(0, 1);
        wanted(notice);
        answers(sent("a1"), refused);
        later();
        assertThat(missing(notice)).containsExactly(1);
        assertThat(stores.albums().state(only(chat).id()).missing()).isEqualTo(Map.of(1, "wrong file identifier"));
    }

    @Test
    void a_file_that_is_sent_again_answers_no_foreign_message_where_the_chat_has_other_numbers() {
        long notice = incomplete();
        wanted(notice);
        stores.chats().move(ScriptedMessenger.BOT, "-1", "-1001", clock.instant());
        channel.then("-1001", sent("b2"));
        int before = channel.said().size();
        assertThat(later()).isEqualTo(before + 1);
        assertThat(channel.said()).last().satisfies(said -> {
            assertThat(said.to().chatId()).isEqualTo("-1001");
            assertThat(said.text()).isEmpty();
            assertThat(said.message().media()).contains(photo("2"));
            assertThat(said.message().replyTo()).isEmpty();
        });
        assertThat(later()).isEqualTo(before + 1);
        assertThat(missing(notice)).isEmpty();
    }

    private SendResult recalling(long notice, SendResult result) {
        stores.amendments().recall(notice, clock.instant());
        return result;
    }

    @Test
    void what_is_taken_back_while_its_files_go_ends_between_two_files() {
        answers(sent("m1"), refused, refused, refused);
        long notice = announced(true);
        dispatcher.run();
        wanted(notice);
        channel.deletes(true);
        channel.then("-1", said -> recalling(notice, sent("a1")));
        answers(sent("a2"));
        int before = channel.said().size();
        later();
        assertThat(channel.said()).hasSize(before + 1);
        later();
        assertThat(channel.deleted()).containsExactlyInAnyOrder("a1", "m1");
    }

    @Test
    void what_is_taken_back_while_files_go_goes_to_no_further_chat() {
        Chat other = chat("-2");
        long notice = incomplete();
        channel.then("-2", refused).then("-2", sent("b1")).then("-2", refused);
        stores.deliveries().enqueueNotice(notice, List.of(other.id()), Priority.ORDINARY, clock.instant());
        dispatcher.run();
        assertThat(wanted(notice)).isEqualTo(2);
        channel.then("-1", said -> recalling(notice, sent("a2")));
        int before = channel.said().size();
        clock.pass(Duration.ofMinutes(10));
        resending.run();
        assertThat(channel.said()).hasSize(before + 1);
    }

    @Test
    void what_could_not_be_taken_back_is_told_though_files_were_to_be_sent_again() {
        long notice = incomplete();
        wanted(notice);
        channel.deletes(false);
        stores.amendments().recall(notice, clock.instant());
        later();
        assertThat(stores.albums().takeUntold(clock.instant())).containsExactly(notice);
        assertThat(stores.albums().gaps(notice)).extracting(AlbumGap::kind).containsOnly(AlbumGap.Kind.REMAINING);
        assertThat(stores.albums().takeUntold(clock.instant())).isEmpty();
    }

    @Test
    void nobody_waits_for_a_file_that_hangs_when_the_program_ends() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch hanging = new CountDownLatch(1);
        secondFileHangs(begun, hanging);
        resending = corrector(TestPatience.LIMIT.multipliedBy(3));
        CompletableFuture<Void> run =
                CompletableFuture.runAsync(resending::run, task -> new Thread(task, "run").start());
        assertThat(begun.await(TestPatience.LIMIT.toSeconds(), TimeUnit.SECONDS))
                .isTrue();
        resending.stop();
        assertThat(run).succeedsWithin(TestPatience.LIMIT);
        hanging.countDown();
        await().atMost(TestPatience.LIMIT)
                .pollInterval(Duration.ofMillis(2))
                .until(() -> stores.albums().state(only(chat).id()).missing().isEmpty());
    }

    @Test
    void a_file_that_takes_long_is_not_sent_a_second_time_meanwhile() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch hanging = new CountDownLatch(1);
        long notice = secondFileHangs(begun, hanging);
        Thread interrupted = new Thread(resending::run, "run");
        interrupted.start();
        assertThat(begun.await(TestPatience.LIMIT.toSeconds(), TimeUnit.SECONDS))
                .isTrue();
        interrupted.interrupt();
        interrupted.join(TestPatience.LIMIT.toMillis());
        int before = channel.said().size();
        resending.run();
        stores.amendments().recall(notice, clock.instant());
        resending.run();
        assertThat(channel.said()).hasSize(before);
        assertThat(channel.deleted()).isEmpty();
        hanging.countDown();
        await().atMost(TestPatience.LIMIT)
                .pollInterval(Duration.ofMillis(2))
                .until(() -> stores.albums().state(only(chat).id()).missing().isEmpty());
    }

    /** Has an announcement without its files be sent again, of which the second does not come to an end. */
    private long secondFileHangs(CountDownLatch begun, CountDownLatch hanging) {
        answers(sent("m1"), refused, refused, refused);
        long notice = announced(true);
        dispatcher.run();
        wanted(notice);
        answers(sent("a1"));
        channel.then("-1", said -> hanging(begun, hanging));
        clock.pass(Duration.ofMinutes(10));
        return notice;
    }

    private static SendResult hanging(CountDownLatch begun, CountDownLatch hanging) {
        begun.countDown();
        try {
            hanging.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return sent("a2");
    }
}
