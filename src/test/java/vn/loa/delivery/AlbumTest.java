package vn.loa.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
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
import vn.loa.store.message.AlbumGap;

/** Several pictures that were announced together go, wait and are taken back together. */
class AlbumTest extends AlbumFixture {
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
        assertThat(channel.deleted()).containsExactly("a1", "a2", "m1");
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

    private static SendResult refused() {
        return new SendResult.PartRefused(SendResult.PartRefused.Part.PHOTO, "wrong file identifier");
    }

    private static SendResult flood() {
        return new SendResult.RetryAfter(Duration.ofMinutes(2), SendResult.RetryAfter.Scope.RECIPIENT);
    }

    private List<AlbumGap> gaps(long notice) {
        return stores.albums().gaps(notice);
    }

    @Test
    void of_a_refused_album_what_is_taken_goes_one_by_one_and_what_is_not_is_named() {
        channel.then("-1", new SendResult.Sent("m1"));
        IntStream.range(0, 3).forEach(each -> channel.then("-1", refused()));
        long notice = announced(true);
        dispatcher.run();
        assertThat(channel.saidTo("-1")).containsExactly("Sơ đồ", "", "", "");
        assertThat(only(chat).state()).isEqualTo(DeliveryState.SENT);
        assertThat(gaps(notice))
                .extracting(AlbumGap::kind, each -> each.file().orElseThrow(), AlbumGap::chats)
                .containsExactly(tuple(AlbumGap.Kind.MISSING, 0, 1), tuple(AlbumGap.Kind.MISSING, 1, 1));
    }

    @Test
    void files_that_a_flood_held_up_follow_later_and_none_goes_twice_also_after_a_restart() {
        channel.then("-1", refused()).then("-1", new SendResult.Sent("a1")).then("-1", flood());
        long notice = announced(false);
        dispatcher.run();
        assertThat(only(chat).state()).isEqualTo(DeliveryState.QUEUED);
        restart();
        clock.pass(Duration.ofMinutes(3));
        channel.then("-1", new SendResult.Sent("a2"));
        dispatcher.run();
        assertThat(channel.saidTo("-1")).containsExactly("Sơ đồ", "Sơ đồ", "", "");
        assertThat(channel.said()).last().satisfies(said -> {
            assertThat(said.message().media()).contains(photo("2"));
            assertThat(said.message().replyTo()).contains(ReplyTarget.to("a1"));
        });
        assertThat(only(chat).externalId()).contains("a1");
        assertThat(gaps(notice)).isEmpty();
        channel.deletes(true);
        stores.amendments().recall(notice, clock.instant());
        corrector().run();
        assertThat(channel.deleted()).containsExactlyInAnyOrder("a1", "a2");
        assertThat(gaps(notice)).isEmpty();
    }

    @Test
    void files_that_were_all_taken_are_not_sent_again_when_a_kill_came_before_the_end_was_written() {
        channel.then("-1", refused()).then("-1", new SendResult.Sent("a1")).then("-1", flood());
        announced(false);
        dispatcher.run();
        sql("INSERT INTO delivery_part (delivery_id, external_id, words, file) SELECT id, 'a2', 0, 1 FROM delivery");
        sql("DELETE FROM delivery_missing");
        restart();
        clock.pass(Duration.ofMinutes(3));
        dispatcher.run();
        assertThat(channel.said()).hasSize(3);
        assertThat(only(chat).state()).isEqualTo(DeliveryState.SENT);
        assertThat(only(chat).externalId()).contains("a1");
    }

    @Test
    void pictures_with_documents_are_no_album_and_go_one_by_one() {
        Media.Kept plan = new Media.Kept(ScriptedMessenger.BOT, Media.Kept.Form.DOCUMENT, "3", "ke-hoach.docx");
        OutgoingMessage mixed = OutgoingMessage.plain("Sơ đồ").withMedia(new Media.Album(List.of(photo("1"), plan)));
        long notice = stores.notices().add("test", mixed, clock.instant());
        stores.deliveries().enqueueNotice(notice, List.of(chat.id()), Priority.ORDINARY, clock.instant());
        channel.then("-1", new SendResult.Sent("a1")).then("-1", refused());
        dispatcher.run();
        assertThat(channel.saidTo("-1")).containsExactly("Sơ đồ", "");
        assertThat(gaps(notice)).extracting(AlbumGap::name).containsExactly("ke-hoach.docx");
    }

    @Test
    void files_that_run_out_of_tries_are_named_beside_what_has_arrived() {
        channel.then("-1", refused()).then("-1", new SendResult.Sent("a1"));
        IntStream.range(0, 50).forEach(each -> channel.then("-1", new SendResult.Unknown("timeout")));
        long notice = announced(false);
        pass(Duration.ofHours(12), Duration.ofMinutes(10));
        assertThat(only(chat).state()).isEqualTo(DeliveryState.SENT);
        assertThat(gaps(notice)).singleElement().satisfies(gap -> {
            assertThat(gap.file()).contains(1);
            assertThat(gap.reason()).contains("may have arrived");
        });
    }

    @Test
    void parts_that_cannot_be_taken_back_are_named() {
        channel.then("-1", new SendResult.Sent("m1")).then("-1", new SendResult.Sent("a1 a2"));
        long notice = announced(true);
        dispatcher.run();
        stores.amendments().recall(notice, clock.instant());
        corrector().run();
        assertThat(gaps(notice))
                .extracting(AlbumGap::kind, each -> each.file().orElse(-1), AlbumGap::reason)
                .containsExactly(
                        tuple(AlbumGap.Kind.REMAINING, 0, "message can't be deleted"),
                        tuple(AlbumGap.Kind.REMAINING, 1, "message can't be deleted"));
        assertThat(stores.amendments().status(notice).orElseThrow().behind()).isZero();
    }

    @Test
    void a_picture_whose_words_say_that_they_were_taken_back_is_named_too() {
        channel.then("-1", new SendResult.Sent("a1 a2"));
        long notice = announced(false);
        dispatcher.run();
        stores.amendments().recall(notice, clock.instant());
        corrector().run();
        assertThat(gaps(notice)).extracting(each -> each.file().orElse(-1)).containsExactly(0, 1);
    }

    @Test
    void parts_of_a_row_that_kills_have_ended_are_named_when_it_is_taken_back() {
        channel.then("-1", refused()).then("-1", new SendResult.Sent("a1")).then("-1", flood());
        long notice = announced(false);
        dispatcher.run();
        sql("UPDATE delivery SET state = 'DEAD', settled_at = 1, last_error = 'may have arrived: interrupted'");
        assertThat(gaps(notice)).isEmpty();
        stores.amendments().recall(notice, clock.instant());
        assertThat(gaps(notice)).extracting(AlbumGap::kind).containsExactly(AlbumGap.Kind.REMAINING);
    }

    @Test
    void its_author_is_to_be_told_once() {
        channel.then("-1", new SendResult.Sent("m1"));
        IntStream.range(0, 3).forEach(each -> channel.then("-1", refused()));
        long notice = announced(true);
        dispatcher.run();
        assertThat(stores.albums().takeUntold(clock.instant())).containsExactly(notice);
        assertThat(stores.albums().takeUntold(clock.instant())).isEmpty();
    }

    @Test
    void the_preview_of_an_album_goes_one_by_one_too() {
        channel.then("-1", new SendResult.Sent("a1")).then("-1", new SendResult.Sent("a2"));
        Media.Kept plan = new Media.Kept(ScriptedMessenger.BOT, Media.Kept.Form.DOCUMENT, "3");
        OutgoingMessage mixed = OutgoingMessage.plain("Sơ đồ").withMedia(new Media.Album(List.of(photo("1"), plan)));
        try (Answers answers = workers.answers(line)) {
            assertThat(answers.send(chat.address(), mixed).join()).isEqualTo(new SendResult.Sent("a1 a2"));
        }
        assertThat(channel.saidTo("-1")).containsExactly("Sơ đồ", "");
    }

    @Test
    void what_stands_in_a_chat_that_has_closed_is_named_when_it_is_taken_back() {
        long notice = announced(false);
        channel.then("-1", new SendResult.Sent("a1 a2"));
        dispatcher.run();
        stores.chats().close(chat.id(), "kicked", clock.instant());
        stores.amendments().recall(notice, clock.instant());
        corrector().run();
        assertThat(gaps(notice))
                .singleElement()
                .satisfies(gap -> assertThat(gap.file()).isEmpty());
    }

    @Test
    void a_refused_captioned_album_goes_as_words() {
        IntStream.range(0, 3).forEach(each -> channel.then("-1", refused()));
        announced(false);
        dispatcher.run();
        assertThat(channel.said()).last().satisfies(said -> {
            assertThat(said.text()).isEqualTo("Sơ đồ");
            assertThat(said.message().media()).isEmpty();
        });
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
        assertThat(channel.deleted()).containsExactly("a2", "a1");
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
    void files_go_though_their_words_were_taken_where_the_chat_was_before() {
        channel.then("-1", said -> {
            stores.chats().move(ScriptedMessenger.BOT, "-1", "-1001", clock.instant());
            return new SendResult.Sent("5");
        });
        channel.then("-1", new SendResult.ChatMoved("-1001"));
        channel.then("-1001", flood())
                .then("-1001", new SendResult.Sent("n1"))
                .then("-1001", new SendResult.Sent("b1 b2"));
        announced(true);
        dispatcher.run();
        restart();
        clock.pass(Duration.ofMinutes(3));
        dispatcher.run();
        assertThat(channel.said()).last().satisfies(album -> {
            assertThat(album.message().media()).contains(ALBUM);
            assertThat(album.message().replyTo()).contains(ReplyTarget.to("n1"));
        });
        assertThat(only(chat).externalId()).contains("n1");
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
