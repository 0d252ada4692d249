package vn.loa.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.loa.delivery.ScriptedMessenger.Said;
import vn.loa.delivery.channel.Capabilities;
import vn.loa.delivery.channel.Capabilities.Rates;
import vn.loa.delivery.channel.SendResult;
import vn.loa.delivery.pace.Permit;
import vn.loa.model.Chat;
import vn.loa.model.DeliveryState;
import vn.loa.model.Media;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.PersonId;
import vn.loa.model.Platform;
import vn.loa.model.Priority;
import vn.loa.model.ReplyTarget;
import vn.loa.store.delivery.ReceiptStore;

/** What becomes of several pictures that were announced together. */
class AlbumTest extends DeliveryFixture {
    private static final Media.Album ALBUM = new Media.Album(List.of(photo("1"), photo("2")));

    private Chat chat;

    @BeforeEach
    void meet() {
        chat = chat("-1");
    }

    private static Media.Kept photo(String id) {
        return new Media.Kept(ScriptedMessenger.BOT, Media.Kept.Form.PHOTO, id);
    }

    private long announced(boolean receipts) {
        long notice =
                stores.notices().add("test", OutgoingMessage.plain("Sơ đồ").withMedia(ALBUM), clock.instant());
        stores.notices().askForReceipts(notice, receipts);
        stores.deliveries().enqueueNotice(notice, List.of(chat.id()), Priority.ORDINARY, clock.instant());
        return notice;
    }

    private boolean acknowledged(String message, String person) {
        PersonId who = new PersonId(Platform.TELEGRAM, person);
        return stores.receipts()
                .acknowledgeMessage(
                        ScriptedMessenger.BOT, "-1", message, who, "Cô Lan", ReceiptStore.How.REPLY, clock.instant());
    }

    @Test
    void words_with_a_button_go_first_and_the_album_answers_them() {
        channel.then("-1", new SendResult.Sent("m1")).then("-1", new SendResult.Sent("a1 a2"));
        announced(true);
        dispatcher.run();
        assertThat(channel.said()).hasSize(2);
        Said words = channel.said().get(0);
        assertThat(words.message().media()).isEmpty();
        assertThat(words.message().buttons()).isNotEmpty();
        Said album = channel.said().get(1);
        assertThat(album.message().media()).contains(ALBUM);
        assertThat(album.message().buttons()).isEmpty();
        assertThat(album.message().replyTo()).contains(ReplyTarget.to("m1"));
        assertThat(only(chat).state()).isEqualTo(DeliveryState.SENT);
    }

    @Test
    void an_answer_to_any_part_counts_and_they_count_as_one() {
        channel.then("-1", new SendResult.Sent("m1")).then("-1", new SendResult.Sent("a1 a2"));
        long notice = announced(true);
        dispatcher.run();
        assertThat(acknowledged("m1", "7")).isTrue();
        assertThat(acknowledged("a2", "8")).isTrue();
        assertThat(acknowledged("a9", "9")).isFalse();
        assertThat(stores.notices().recent("test", 5)).singleElement().satisfies(progress -> {
            assertThat(progress.id()).isEqualTo(notice);
            assertThat(progress.sent()).isEqualTo(1);
        });
    }

    @Test
    void an_album_that_has_to_wait_follows_words_that_are_not_said_again_also_after_a_restart() {
        channel.then("-1", new SendResult.Sent("m1"))
                .then("-1", new SendResult.RetryAfter(Duration.ofMinutes(2), SendResult.RetryAfter.Scope.RECIPIENT));
        announced(true);
        dispatcher.run();
        assertThat(only(chat).state()).isEqualTo(DeliveryState.QUEUED);
        restart();
        clock.pass(Duration.ofMinutes(3));
        dispatcher.run();
        assertThat(channel.saidTo("-1")).containsExactly("Sơ đồ", "", "");
        assertThat(only(chat).state()).isEqualTo(DeliveryState.SENT);
        assertThat(acknowledged("m1", "7")).isTrue();
    }

    @Test
    void words_whose_album_waits_are_deleted_when_they_are_taken_back() {
        channel.deletes(true);
        channel.then("-1", new SendResult.Sent("m1"))
                .then("-1", new SendResult.RetryAfter(Duration.ofMinutes(2), SendResult.RetryAfter.Scope.RECIPIENT));
        long notice = announced(true);
        dispatcher.run();
        stores.amendments().recall(notice, clock.instant());
        clock.pass(Duration.ofMinutes(3));
        dispatcher.run();
        corrector().run();
        assertThat(channel.saidTo("-1")).containsExactly("Sơ đồ", "");
        assertThat(channel.deleted()).containsExactly("m1");
    }

    @Test
    void all_parts_are_deleted_when_it_is_taken_back() {
        channel.deletes(true);
        channel.then("-1", new SendResult.Sent("m1")).then("-1", new SendResult.Sent("a1 a2"));
        long notice = announced(true);
        dispatcher.run();
        stores.amendments().recall(notice, clock.instant());
        corrector().run();
        assertThat(channel.deleted()).containsExactly("m1 a1 a2");
    }

    @Test
    void an_unconfirmed_album_is_tried_again_without_its_words() {
        channel.then("-1", new SendResult.Sent("m1")).then("-1", new SendResult.Unknown("timeout"));
        announced(true);
        dispatcher.run();
        pass(Duration.ofHours(2), Duration.ofMinutes(10));
        assertThat(channel.saidTo("-1")).containsExactly("Sơ đồ", "", "");
        assertThat(only(chat).state()).isEqualTo(DeliveryState.SENT);
    }

    @Test
    void a_refused_album_leaves_the_words_that_arrived() {
        channel.then("-1", new SendResult.Sent("m1"))
                .then("-1", new SendResult.PartRefused(SendResult.PartRefused.Part.PHOTO, "wrong file"));
        announced(true);
        dispatcher.run();
        assertThat(channel.saidTo("-1")).containsExactly("Sơ đồ", "");
        assertThat(only(chat).state()).isEqualTo(DeliveryState.SENT);
    }

    @Test
    void without_a_button_the_words_are_the_caption_and_all_parts_are_one_message() {
        channel.deletes(true);
        channel.then("-1", new SendResult.Sent("a1 a2"));
        long notice = announced(false);
        dispatcher.run();
        assertThat(channel.said()).singleElement().satisfies(said -> {
            assertThat(said.text()).isEqualTo("Sơ đồ");
            assertThat(said.message().media()).contains(ALBUM);
        });
        stores.amendments().correct(notice, OutgoingMessage.plain("Sơ đồ mới").withMedia(ALBUM), clock.instant());
        corrector().run();
        assertThat(channel.said().get(1).replaces()).isEqualTo("a1");
        clock.pass(Duration.ofMinutes(1));
        stores.amendments().recall(notice, clock.instant());
        corrector().run();
        assertThat(channel.deleted()).containsExactly("a1 a2");
    }

    @Test
    void a_refused_captioned_album_goes_as_words() {
        channel.then("-1", new SendResult.PartRefused(SendResult.PartRefused.Part.PHOTO, "wrong file"));
        announced(false);
        dispatcher.run();
        assertThat(channel.said()).last().satisfies(said -> {
            assertThat(said.text()).isEqualTo("Sơ đồ");
            assertThat(said.message().media()).isEmpty();
        });
    }

    private void wordsGoAndTheAlbumWaits() {
        channel.then("-1", new SendResult.Sent("m1"))
                .then("-1", new SendResult.RetryAfter(Duration.ofMinutes(2), SendResult.RetryAfter.Scope.RECIPIENT));
        announced(true);
        dispatcher.run();
        clock.pass(Duration.ofMinutes(3));
    }

    private void allIsSaidAnewIn(String address) {
        channel.then(address, new SendResult.Sent("n1")).then(address, new SendResult.Sent("b1 b2"));
        dispatcher.run();
        assertThat(channel.saidTo(address)).containsExactly("Sơ đồ", "");
        assertThat(channel.said())
                .last()
                .satisfies(album -> assertThat(album.message().replyTo()).contains(ReplyTarget.to("n1")));
    }

    @Test
    void words_whose_album_waits_are_said_anew_in_the_chat_that_theirs_becomes_one_with() {
        wordsGoAndTheAlbumWaits();
        Chat other = chat("-1001");
        stores.chats().move(ScriptedMessenger.BOT, "-1", "-1001", clock.instant());
        allIsSaidAnewIn("-1001");
        assertThat(only(other).externalId()).contains("n1");
    }

    @Test
    void words_whose_album_waits_are_said_anew_where_the_chat_has_other_numbers() {
        wordsGoAndTheAlbumWaits();
        stores.chats().move(ScriptedMessenger.BOT, "-1", "-1001", clock.instant());
        allIsSaidAnewIn("-1001");
        assertThat(only(chat).externalId()).contains("n1");
    }

    @Test
    void an_album_whose_chat_moves_between_words_and_files_answers_no_foreign_message() {
        channel.then("-1", new SendResult.Sent("m1")).then("-1", new SendResult.ChatMoved("-1001"));
        channel.then("-1001", new SendResult.Sent("b1 b2"));
        announced(true);
        dispatcher.run();
        assertThat(channel.said()).last().satisfies(album -> {
            assertThat(album.message().media()).contains(ALBUM);
            assertThat(album.message().replyTo()).isEmpty();
        });
        assertThat(only(chat).externalId()).contains("b1");
    }

    @Test
    void words_whose_album_runs_out_of_tries_have_arrived_and_can_be_deleted() {
        channel.deletes(true);
        channel.then("-1", new SendResult.Sent("m1"));
        for (int i = 0; i < 50; i++) {
            channel.then("-1", new SendResult.Unknown("timeout"));
        }
        long notice = announced(true);
        pass(Duration.ofHours(12), Duration.ofMinutes(10));
        assertThat(only(chat).state()).isEqualTo(DeliveryState.SENT);
        assertThat(only(chat).externalId()).contains("m1");
        stores.amendments().recall(notice, clock.instant());
        corrector().run();
        assertThat(channel.deleted()).containsExactly("m1");
    }

    @Test
    void words_whose_album_was_interrupted_twice_are_not_given_up() {
        wordsGoAndTheAlbumWaits();
        sql("UPDATE delivery SET state = 'SENDING', in_flight = 1, unconfirmed_tries = 1, lease_until = 1");
        pass(Duration.ofHours(2), Duration.ofMinutes(10));
        assertThat(channel.saidTo("-1")).containsExactly("Sơ đồ", "", "");
        assertThat(only(chat).state()).isEqualTo(DeliveryState.SENT);
    }

    @Test
    void an_album_whose_words_cannot_be_looked_up_waits_and_keeps_no_permit() {
        AtomicLong time = new AtomicLong();
        ticks = time::get;
        use(new ScriptedMessenger(new Capabilities(4096, 1024, true, true, true, true, new Rates(1, 0, 0))));
        announced(true);
        sql("ALTER TABLE delivery_part RENAME TO away");
        dispatcher.run();
        assertThat(channel.said()).isEmpty();
        assertThat(only(chat).state()).isEqualTo(DeliveryState.QUEUED);
        assertThat(only(chat).unconfirmed()).isZero();
        time.addAndGet(Duration.ofSeconds(5).toNanos());
        assertThat(line.limiter().broadcast(chat.address(), true)).isInstanceOf(Permit.Granted.class);
    }
}
