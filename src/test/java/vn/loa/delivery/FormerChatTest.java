package vn.loa.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.loa.delivery.ScriptedMessenger.Said;
import vn.loa.delivery.channel.SendResult;
import vn.loa.delivery.channel.SendResult.ChatMoved;
import vn.loa.model.Article;
import vn.loa.model.Bot;
import vn.loa.model.Change;
import vn.loa.model.Chat;
import vn.loa.model.ChatAddress;
import vn.loa.model.ChatKind;
import vn.loa.model.DeliveryState;
import vn.loa.model.FormerMessageId;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.PersonId;
import vn.loa.model.Platform;
import vn.loa.model.Priority;
import vn.loa.model.ReplyTarget;
import vn.loa.store.delivery.AnnouncementRef;
import vn.loa.store.delivery.AnswerStore;
import vn.loa.store.delivery.ReceiptStore;
import vn.loa.store.delivery.StoredAnswer;
import vn.loa.store.message.AlbumGap;

/**
 * A group that has become a supergroup numbers its messages anew: what was sent before stays as it is, and no message of the
 * new chat is taken for it.
 */
class FormerChatTest extends DeliveryFixture {
    private static final Bot BOT = ScriptedMessenger.BOT;
    private static final PersonId LAN = new PersonId(Platform.TELEGRAM, "5");

    private final ChatKind group = ChatKind.GROUP;

    private void move() {
        stores.chats().move(BOT, "-1", "-1001", clock.instant());
    }

    private long announced(String text, Chat chat) {
        long notice = stores.notices().add("test", OutgoingMessage.plain(text), clock.instant());
        stores.deliveries().enqueueNotice(notice, List.of(chat.id()), Priority.ORDINARY, clock.instant());
        dispatcher.run();
        return notice;
    }

    private List<Said> changes() {
        return channel.said().stream().filter(said -> said.replaces() != null).toList();
    }

    private void withdrawn(Article article) {
        stores.articles().withdraw(article.id());
        stores.corrections().edited(article.id(), Set.of(Change.WITHDRAWN), clock.instant());
    }

    private boolean acknowledges(String chat, String message) {
        return stores.receipts()
                .acknowledgeMessage(BOT, chat, message, LAN, "Lan", ReceiptStore.How.REPLY, clock.instant());
    }

    @Test
    void a_correction_of_news_follows_by_itself_and_changes_nothing() {
        chat("-1", group);
        Article article = announce("Một");
        dispatcher.run();
        move();
        clock.pass(Duration.ofMinutes(1));
        withdrawn(article);
        corrector().run();
        dispatcher.run();
        corrector().run();
        assertThat(changes()).isEmpty();
        assertThat(channel.saidTo("-1001")).singleElement().asString().contains("Một");
    }

    @Test
    void an_announcement_that_is_corrected_is_said_anew() {
        long notice = announced("Họp 8 giờ", chat("-1", group));
        move();
        stores.amendments().correct(notice, OutgoingMessage.plain("Họp 9 giờ"), clock.instant());
        corrector().run();
        dispatcher.run();
        assertThat(changes()).isEmpty();
        assertThat(channel.saidTo("-1001")).containsExactly("Họp 9 giờ");
        assertThat(stores.amendments().status(notice).orElseThrow().behind()).isZero();
    }

    @Test
    void a_recall_deletes_nothing_says_so_and_tells_the_author_where_it_still_stands() {
        channel.deletes(true);
        long notice = announced("Họp 8 giờ", chat("-1", group));
        move();
        stores.amendments().recall(notice, clock.instant());
        corrector().run();
        dispatcher.run();
        assertThat(channel.deleted()).isEmpty();
        assertThat(changes()).isEmpty();
        assertThat(channel.saidTo("-1001")).singleElement().asString().contains("thu hồi", "Họp 8 giờ");
        assertThat(stores.messages().albums().gaps(notice))
                .singleElement()
                .satisfies(gap -> assertThat(gap)
                        .extracting(AlbumGap::kind, AlbumGap::reason, AlbumGap::chats)
                        .containsExactly(AlbumGap.Kind.REMAINING, FormerMessageId.REASON, 1));
    }

    @Test
    void a_change_that_learns_of_the_move_is_not_made_in_the_new_chat() {
        long notice = announced("Họp 8 giờ", chat("-1", group));
        stores.amendments().correct(notice, OutgoingMessage.plain("Họp 9 giờ"), clock.instant());
        channel.then("-1", new ChatMoved("-1001"));
        changesAreTriedTwice();
        assertThat(changes()).extracting(said -> said.to().chatId()).containsExactly("-1");
        assertThat(channel.saidTo("-1001")).containsExactly("Họp 9 giờ");
    }

    private void changesAreTriedTwice() {
        corrector().run();
        clock.pass(Duration.ofMinutes(10));
        corrector().run();
        dispatcher.run();
    }

    /** Its new id is known before any call to the old one has told of the move. */
    private Chat knownAsSupergroup() {
        Chat now = chat("-1001");
        channel.then("-1", new ChatMoved("-1001"));
        return now;
    }

    @Test
    void a_correction_that_learns_of_a_move_to_a_known_chat_is_said_there() {
        long notice = announced("Họp 8 giờ", chat("-1", group));
        knownAsSupergroup();
        stores.amendments().correct(notice, OutgoingMessage.plain("Họp 9 giờ"), clock.instant());
        changesAreTriedTwice();
        assertThat(channel.saidTo("-1001")).containsExactly("Họp 9 giờ");
        assertThat(stores.amendments().status(notice).orElseThrow().behind()).isZero();
    }

    @Test
    void a_recall_that_learns_of_a_move_to_a_known_chat_is_told_there() {
        long notice = announced("Họp 8 giờ", chat("-1", group));
        knownAsSupergroup();
        stores.amendments().recall(notice, clock.instant());
        changesAreTriedTwice();
        assertThat(channel.saidTo("-1001")).singleElement().asString().contains("thu hồi", "Họp 8 giờ");
        assertThat(stores.messages().albums().gaps(notice))
                .extracting(AlbumGap::kind)
                .containsOnly(AlbumGap.Kind.REMAINING);
    }

    @Test
    void news_that_are_taken_back_are_followed_in_the_known_chat_that_theirs_has_become() {
        chat("-1", group);
        Article article = announce("Một");
        dispatcher.run();
        knownAsSupergroup();
        withdrawn(article);
        changesAreTriedTwice();
        assertThat(channel.saidTo("-1001")).singleElement().asString().contains("Một");
    }

    @Test
    void an_answer_whose_change_learns_of_the_move_is_said_anew_at_once() {
        Chat chat = chat("-1", group);
        channel.then("-1", new ChatMoved("-1001")).then("-1", new ChatMoved("-1001"));
        try (Answers answers = workers.answers(line)) {
            assertThat(answers.edit(chat.address(), "12", OutgoingMessage.plain("Trang 2"))
                            .join())
                    .isInstanceOf(SendResult.Sent.class);
        }
        assertThat(changes()).hasSize(1);
        assertThat(channel.saidTo("-1001")).containsExactly("Trang 2");
    }

    @Test
    void a_count_of_receipts_is_shown_under_no_message_of_the_new_chat() {
        Chat chat = chat("-1", group);
        stores.receipts().want(chat.id(), true, clock.instant());
        Article article = announce("Một");
        dispatcher.run();
        move();
        assertThat(stores.receipts()
                        .acknowledge(
                                AnnouncementRef.article(article.id()),
                                chat.id(),
                                LAN,
                                "Lan",
                                ReceiptStore.How.BUTTON,
                                clock.instant()))
                .isPresent();
        clock.pass(Duration.ofMinutes(1));
        receiptCounter().run();
        receiptCounter().run();
        assertThat(changes()).isEmpty();
        assertThat(stores.messages().receiptCountsDue(BOT, clock.instant(), 9)).isEmpty();
    }

    @Test
    void a_reply_counts_for_the_message_of_its_own_chat_alone() {
        Chat chat = chat("-1", group);
        stores.receipts().want(chat.id(), true, clock.instant());
        announce("Một");
        dispatcher.run();
        move();
        assertThat(acknowledges("-1001", "m1")).isFalse();
        assertThat(acknowledges("-1001", FormerMessageId.of("-1", "m1"))).isTrue();
    }

    @Test
    void a_message_that_arrived_while_the_chat_moved_is_known_by_its_old_place() {
        Chat chat = chat("-1", group);
        channel.then("-1", (Said said) -> {
            move();
            return new SendResult.Sent("7");
        });
        long notice = announced("Họp 8 giờ", chat);
        assertThat(only(chat).state()).isEqualTo(DeliveryState.SENT);
        stores.amendments().correct(notice, OutgoingMessage.plain("Họp 9 giờ"), clock.instant());
        corrector().run();
        dispatcher.run();
        assertThat(changes()).isEmpty();
        assertThat(channel.saidTo("-1001")).containsExactly("Họp 9 giờ");
    }

    @Test
    void what_was_told_goes_with_a_chat_whose_new_id_was_known_already() {
        Chat old = chat("-1", group);
        stores.receipts().want(old.id(), true, clock.instant());
        Article article = announce("Một");
        dispatcher.run();
        Chat now = chat("-1001");
        move();
        assertThat(acknowledges("-1001", FormerMessageId.of("-1", "m1"))).isTrue();
        clock.pass(Duration.ofMinutes(1));
        withdrawn(article);
        corrector().run();
        dispatcher.run();
        assertThat(changes()).isEmpty();
        assertThat(channel.saidTo("-1001")).singleElement().asString().contains("Một");
        assertThat(ledger(now)).first().satisfies(row -> assertThat(row.state()).isEqualTo(DeliveryState.SENT));
        assertThat(ledger(old)).isEmpty();
    }

    /** News that the old chat was told wait for the new one, or have failed there, when both become one. */
    private Chat toldBeforeTheMove(String meanwhile) {
        chat("-1", group);
        Article article = announce("Một");
        dispatcher.run();
        Chat now = chat("-1001");
        stores.deliveries().enqueueArticle(article.id(), Priority.ORDINARY, clock.instant());
        sql("UPDATE delivery SET " + meanwhile + " WHERE chat_id = " + now.id());
        move();
        stores.deadLetters().reviveAll(clock.instant());
        dispatcher.run();
        assertThat(channel.saidTo("-1001")).isEmpty();
        assertThat(only(now).state()).isEqualTo(DeliveryState.SENT);
        clock.pass(Duration.ofMinutes(1));
        withdrawn(article);
        corrector().run();
        dispatcher.run();
        return now;
    }

    @Test
    void what_was_told_before_is_not_told_again_in_the_chat_that_it_has_become_and_is_corrected_there() {
        toldBeforeTheMove("state = 'QUEUED'");
        assertThat(channel.saidTo("-1001")).singleElement().asString().contains("Một");
    }

    @Test
    void what_stands_in_the_new_chat_in_part_follows_although_the_old_one_was_told() {
        chat("-1", group);
        Article article = announce("Một");
        dispatcher.run();
        Chat now = chat("-1001");
        stores.deliveries().enqueueArticle(article.id(), Priority.ORDINARY, clock.instant());
        sql("INSERT INTO delivery_piece (delivery_id, number, digest, external_id) SELECT id, 0, 'x', 'z' FROM delivery"
                + " WHERE chat_id = " + now.id());
        move();
        assertThat(only(now).state()).isEqualTo(DeliveryState.QUEUED);
    }

    @Test
    void what_failed_in_the_new_chat_and_was_told_in_the_old_is_no_dead_letter() {
        toldBeforeTheMove("state = 'DEAD', settled_at = 1, last_error = 'x'");
        assertThat(channel.saidTo("-1001")).singleElement().asString().contains("Một");
    }

    @Test
    void what_a_chat_ended_after_its_move_is_not_begun_again_when_the_move_is_told_twice() {
        Chat old = chat("-1", group);
        stores.receipts().want(old.id(), true, clock.instant());
        Chat now = chat("-1001");
        move();
        sql("DELETE FROM subscription WHERE chat_id = " + now.id());
        stores.receipts().want(now.id(), false, clock.instant());
        move();
        announce("Một");
        dispatcher.run();
        assertThat(channel.said()).isEmpty();
        assertThat(stores.receipts().chats()).isEmpty();
    }

    @Test
    void an_answer_that_is_still_owed_answers_and_changes_no_message_of_the_new_chat() {
        String body = StoredAnswer.write(OutgoingMessage.plain("Đã rõ").inReplyTo(ReplyTarget.to("11")));
        stores.owedAnswers()
                .owe(new AnswerStore.Owed(0, ChatAddress.of(BOT, "-1"), Optional.of("12"), body, clock.instant()));
        move();
        assertThat(stores.owedAnswers().owed(BOT)).singleElement().satisfies(owed -> {
            assertThat(owed.to().chatId()).isEqualTo("-1001");
            assertThat(owed.replaces()).contains("12@-1");
            assertThat(StoredAnswer.read(owed.body()).replyTo()).contains(ReplyTarget.to("11@-1"));
        });
    }

    @Test
    void the_id_of_a_chat_is_found_over_several_moves() {
        chat("-1", group);
        move();
        stores.chats().move(BOT, "-1001", "-1002", clock.instant());
        assertThat(stores.chats().movedTo(BOT, "-1")).contains("-1002");
        assertThat(stores.chats().movedTo(BOT, "-1001")).contains("-1002");
        assertThat(stores.chats().movedTo(BOT, "-1002")).isEqualTo(Optional.empty());
        assertThat(stores.chats().movedTo(BOT, "-9")).isEmpty();
    }
}
