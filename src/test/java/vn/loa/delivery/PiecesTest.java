package vn.loa.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.loa.delivery.channel.Capabilities;
import vn.loa.delivery.channel.Capabilities.Rates;
import vn.loa.delivery.channel.SendResult;
import vn.loa.model.Chat;
import vn.loa.model.Delivery;
import vn.loa.model.DeliveryState;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.PersonId;
import vn.loa.model.Platform;
import vn.loa.model.Priority;
import vn.loa.store.MigratedDatabase;
import vn.loa.store.delivery.ReceiptStore;

/** A message that its platform takes only in pieces: what has gone is not said again, whatever becomes of the rest. */
class PiecesTest extends DeliveryFixture {
    private static final Capabilities WORDS_ONLY =
            new Capabilities(4096, 0, false, false, false, false, Rates.UNLIMITED);
    private static final String LONG = "Một.\n\nHai.\n\nBa.";
    private static final SendResult FLOOD =
            new SendResult.RetryAfter(Duration.ofMinutes(2), SendResult.RetryAfter.Scope.RECIPIENT);

    private Chat chat;

    @BeforeEach
    void meet() {
        use(new ScriptedMessenger(WORDS_ONLY));
        channel.splits(true);
        chat = chat("-1");
    }

    private long announced(String text) {
        long notice = stores.notices().add("test", OutgoingMessage.plain(text), clock.instant());
        stores.deliveries().enqueueNotice(notice, List.of(chat.id()), Priority.ORDINARY, clock.instant());
        return notice;
    }

    private void later() {
        clock.pass(Duration.ofMinutes(3));
        dispatcher.run();
    }

    private boolean acknowledged(String message, String person) {
        return stores.receipts()
                .acknowledgeMessage(
                        ScriptedMessenger.BOT,
                        "-1",
                        message,
                        new PersonId(Platform.TELEGRAM, person),
                        "Cô Lan",
                        ReceiptStore.How.REPLY,
                        clock.instant());
    }

    @Test
    void all_pieces_go_in_order_and_an_answer_to_any_of_them_counts() {
        stores.notices().askForReceipts(announced(LONG), true);
        dispatcher.run();
        assertThat(channel.saidTo("-1")).hasSize(4).startsWith("Một.", "Hai.", "Ba.");
        assertThat(only(chat).state()).isEqualTo(DeliveryState.SENT);
        assertThat(only(chat).externalId()).contains("m1");
        assertThat(acknowledged("m1", "7")).isTrue();
        assertThat(acknowledged("m3", "8")).isTrue();
        assertThat(acknowledged("m5", "9")).isFalse();
    }

    @Test
    void a_beginning_is_not_repeated_when_the_next_piece_has_to_wait_also_after_a_restart() {
        channel.then("-1", new SendResult.Sent("z1")).then("-1", FLOOD);
        announced(LONG);
        dispatcher.run();
        assertThat(only(chat).state()).isEqualTo(DeliveryState.QUEUED);
        restart();
        later();
        assertThat(channel.saidTo("-1")).containsExactly("Một.", "Hai.", "Hai.", "Ba.");
        assertThat(only(chat).state()).isEqualTo(DeliveryState.SENT);
        assertThat(only(chat).externalId()).contains("z1");
    }

    @Test
    void a_piece_that_may_have_arrived_twice_ends_it_and_who_sends_it_again_sends_that_piece_and_the_rest() {
        SendResult.Unknown unknown = new SendResult.Unknown("timeout");
        channel.then("-1", new SendResult.Sent("z1"));
        List.of(1, 2, 3, 4, 5, 6).forEach(each -> channel.then("-1", unknown));
        announced(LONG);
        pass(Duration.ofHours(12), Duration.ofMinutes(10));
        assertThat(only(chat).state()).isEqualTo(DeliveryState.DEAD);
        assertThat(channel.saidTo("-1")).filteredOn("Một."::equals).hasSize(1);
        channel.clear("-1");
        int before = channel.said().size();
        assertThat(stores.deadLetters().reviveAll(clock.instant())).isEqualTo(1);
        pass(Duration.ofHours(2), Duration.ofMinutes(10));
        assertThat(channel.saidTo("-1").subList(before, channel.said().size())).containsExactly("Hai.", "Ba.");
        assertThat(only(chat).state()).isEqualTo(DeliveryState.SENT);
    }

    @Test
    void each_piece_has_all_its_tries() {
        channel.then("-1", new SendResult.Unknown("timeout"))
                .then("-1", new SendResult.Sent("z1"))
                .then("-1", new SendResult.Unknown("timeout"));
        announced(LONG);
        pass(Duration.ofHours(12), Duration.ofMinutes(10));
        assertThat(channel.saidTo("-1")).containsExactly("Một.", "Một.", "Hai.", "Hai.", "Ba.");
        assertThat(only(chat).state()).isEqualTo(DeliveryState.SENT);
    }

    @Test
    void pieces_that_all_went_are_not_sent_again_when_a_kill_came_before_the_end_was_written() {
        channel.then("-1", new SendResult.Sent("z1"))
                .then("-1", new SendResult.Sent("z2"))
                .then("-1", FLOOD);
        announced(LONG);
        dispatcher.run();
        stores.messages().pieces().add(List.of(only(chat).id()), 2, "Ba.", "z3");
        restart();
        later();
        assertThat(channel.said()).hasSize(3);
        assertThat(only(chat).state()).isEqualTo(DeliveryState.SENT);
    }

    @Test
    void a_program_that_is_killed_after_each_piece_goes_on_behind_it() {
        announced(LONG);
        for (int kill = 0; kill < 2; kill++) {
            Delivery claimed = stores.deliveries()
                    .claim(ScriptedMessenger.BOT, 1, clock.instant(), Duration.ofMinutes(2))
                    .get(0);
            stores.deliveries().begin(List.of(claimed));
            stores.messages().pieces().add(List.of(claimed.id()), kill, kill == 0 ? "Một." : "Hai.", "z" + kill);
            stores.deliveries().reclaimAll(clock.instant(), RETRIES.first());
            clock.pass(Duration.ofHours(1));
        }
        dispatcher.run();
        assertThat(channel.saidTo("-1")).containsExactly("Ba.");
        assertThat(only(chat).state()).isEqualTo(DeliveryState.SENT);
    }

    @Test
    void what_its_author_corrects_meanwhile_goes_on_as_far_as_the_words_are_the_same() {
        channel.then("-1", new SendResult.Sent("z1")).then("-1", FLOOD);
        long notice = announced(LONG);
        dispatcher.run();
        stores.amendments().correct(notice, OutgoingMessage.plain("Một.\n\nHai, sửa.\n\nBa."), clock.instant());
        channel.then("-1", new SendResult.Sent("z2")).then("-1", FLOOD);
        later();
        stores.amendments().correct(notice, OutgoingMessage.plain("Một, sửa.\n\nHai, sửa.\n\nBa."), clock.instant());
        later();
        assertThat(channel.saidTo("-1"))
                .containsExactly("Một.", "Hai.", "Hai, sửa.", "Ba.", "Một, sửa.", "Hai, sửa.", "Ba.");
        assertThat(only(chat).externalId()).contains("m5");
    }

    @Test
    void an_answer_to_a_piece_that_was_replaced_counts() {
        channel.then("-1", new SendResult.Sent("z1")).then("-1", FLOOD);
        long notice = announced(LONG);
        stores.notices().askForReceipts(notice, true);
        dispatcher.run();
        stores.amendments().correct(notice, OutgoingMessage.plain("Một, sửa.\n\nHai."), clock.instant());
        later();
        assertThat(only(chat).externalId()).isPresent().isNotEqualTo(Optional.of("z1"));
        assertThat(acknowledged("z1", "7")).isTrue();
    }

    @Test
    void the_beginning_of_what_is_taken_back_after_it_has_failed_certainly_stands() {
        channel.then("-1", new SendResult.Sent("z1")).then("-1", new SendResult.Rejected("no"));
        long notice = announced(LONG);
        dispatcher.run();
        assertThat(only(chat).state()).isEqualTo(DeliveryState.DEAD);
        stores.amendments().recall(notice, clock.instant());
        assertThat(stores.albums().gaps(notice))
                .singleElement()
                .satisfies(gap -> assertThat(gap.reason()).isEqualTo("only the beginning arrived"));
    }

    @Test
    void pieces_of_a_message_of_several_deliveries_are_kept_for_each_and_all_have_their_tries_anew() {
        announced(LONG);
        announced("Bốn.\n\nNăm.");
        sql("UPDATE delivery SET unconfirmed_tries = 1");
        List<Long> ids = MigratedDatabase.numbers(stores.database(), "SELECT id FROM delivery");
        stores.messages().pieces().add(ids, 0, "Một.", "z1");
        assertThat(ids)
                .hasSize(2)
                .allSatisfy(each -> assertThat(stores.messages().pieces().taken(each, List.of("Một.")))
                        .containsExactly("z1"));
        assertThat(MigratedDatabase.numbers(
                        stores.database(), "SELECT COUNT(*) FROM delivery WHERE unconfirmed_tries > 0"))
                .containsExactly(0L);
    }

    @Test
    void what_is_taken_back_halfway_says_no_more_and_that_it_was_taken_back() {
        channel.then("-1", new SendResult.Sent("z1")).then("-1", FLOOD);
        long notice = announced(LONG);
        dispatcher.run();
        stores.amendments().recall(notice, clock.instant());
        later();
        corrector().run();
        dispatcher.run();
        assertThat(channel.saidTo("-1").subList(0, 2)).containsExactly("Một.", "Hai.");
        assertThat(channel.saidTo("-1").get(2)).contains("thu hồi", "Một.");
        assertThat(ledger(chat).get(0).state()).isEqualTo(DeliveryState.SENT);
    }
}
