package vn.loa.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.loa.delivery.ScriptedMessenger.Said;
import vn.loa.delivery.channel.SendResult;
import vn.loa.delivery.channel.SendResult.Rejected;
import vn.loa.model.Article;
import vn.loa.model.Button;
import vn.loa.model.Change;
import vn.loa.model.Chat;
import vn.loa.model.PersonId;
import vn.loa.model.Platform;
import vn.loa.model.SpeakingTimes;
import vn.loa.store.delivery.AnnouncementRef;
import vn.loa.store.delivery.ReceiptStore;

/** The button under an announcement that acknowledges it, and the count on it. */
class ReceiptCounterTest extends DeliveryFixture {
    private void count() {
        receiptCounter().run();
    }

    private Chat asked(String id) {
        Chat chat = chat(id);
        stores.receipts().want(chat.id(), true, clock.instant());
        return chat;
    }

    private Article announced() {
        Article article = announce("Tin một");
        dispatcher.run();
        return article;
    }

    private ReceiptStore.Given acknowledge(Article article, Chat chat, String person) {
        return stores.receipts()
                .acknowledge(
                        AnnouncementRef.article(article.id()),
                        chat.id(),
                        new PersonId(Platform.TELEGRAM, person),
                        "Đồng chí " + person,
                        ReceiptStore.How.BUTTON,
                        clock.instant())
                .orElseThrow();
    }

    private List<Said> edits() {
        return channel.said().stream().filter(said -> said.replaces() != null).toList();
    }

    private static String label(Said said) {
        return said.message().buttons().get(1).get(0).label();
    }

    @Test
    void only_chats_that_want_it_get_the_button() {
        asked("-1");
        chat("-2");
        Article article = announced();
        assertThat(channel.said()).hasSize(2);
        assertThat(saidIn("-1").message().buttons().get(1))
                .containsExactly(new Button.Action("✅ Đã nắm", "nam:" + article.id()));
        assertThat(saidIn("-2").message().buttons()).hasSize(1);
    }

    /** The one message of this chat; two senders say in any order. */
    private Said saidIn(String chatId) {
        return channel.said().stream()
                .filter(said -> said.to().chatId().equals(chatId))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void the_first_receipt_is_shown_at_once_and_a_burst_after_it_as_one() {
        Chat chat = asked("-1");
        Article article = announced();
        acknowledge(article, chat, "7");
        count();
        for (String person : List.of("8", "9", "10")) {
            acknowledge(article, chat, person);
            count();
        }
        assertThat(edits()).hasSize(1);
        assertThat(label(edits().get(0))).isEqualTo("✅ Đã nắm (1)");
        clock.pass(Duration.ofSeconds(10));
        count();
        count();
        assertThat(edits()).hasSize(2);
        assertThat(label(edits().get(1))).isEqualTo("✅ Đã nắm (4)");
        assertThat(edits()).allSatisfy(said -> assertThat(said.text()).isEmpty());
        assertThat(edits().get(1).message().buttons().get(0))
                .isEqualTo(channel.said().get(0).message().buttons().get(0));
    }

    @Test
    void a_person_counts_once_for_a_message() {
        Chat chat = asked("-1");
        Article article = announced();
        assertThat(acknowledge(article, chat, "7").first()).isTrue();
        clock.pass(Duration.ofMinutes(1));
        ReceiptStore.Given again = acknowledge(article, chat, "7");
        assertThat(again.first()).isFalse();
        assertThat(again.at()).isEqualTo(START);
        count();
        assertThat(label(edits().get(0))).isEqualTo("✅ Đã nắm (1)");
    }

    @Test
    void the_last_count_comes_after_a_restart_too() {
        Chat chat = asked("-1");
        Article article = announced();
        acknowledge(article, chat, "7");
        restart();
        count();
        assertThat(label(edits().get(0))).isEqualTo("✅ Đã nắm (1)");
    }

    @Test
    void a_correction_keeps_the_count_and_the_count_keeps_the_correction() {
        Chat chat = asked("-1");
        Article article = announced();
        acknowledge(article, chat, "7");
        count();
        stores.articles().revise(article.id(), article("Tin một, đã sửa", Optional.empty()), clock.instant());
        stores.corrections().edited(article.id(), Set.of(Change.TITLE), clock.instant());
        corrector().run();
        assertThat(label(edits().get(1))).isEqualTo("✅ Đã nắm (1)");
        clock.pass(Duration.ofSeconds(10));
        acknowledge(article, chat, "8");
        count();
        assertThat(label(edits().get(2))).isEqualTo("✅ Đã nắm (2)");
        assertThat(edits().get(1).text()).startsWith("Tin một, đã sửa\n").contains("đã cập nhật 17:00");
        assertThat(edits().get(2).text()).isEmpty();
    }

    @Test
    void a_message_that_cannot_be_changed_is_left_alone() {
        Chat chat = asked("-1");
        Article article = announced();
        channel.then("-1", new Rejected("message can't be edited"));
        acknowledge(article, chat, "7");
        count();
        clock.pass(Duration.ofMinutes(1));
        count();
        assertThat(edits()).hasSize(1);
    }

    @Test
    void a_digest_has_one_button_for_all_its_articles_and_its_count_leaves_the_words_alone() {
        Chat chat = asked("-1");
        stores.speaking()
                .set(
                        chat.id(),
                        SpeakingTimes.USUAL.withDigests(List.of(LocalTime.of(18, 0))),
                        new PersonId(Platform.TELEGRAM, "7"),
                        clock.instant());
        Article one = announce("Tin một");
        Article two = announce("Tin hai");
        dispatcher.run();
        pass(Duration.ofHours(2), Duration.ofMinutes(30));
        Said digest = channel.said().get(0);
        assertThat(digest.text()).contains("Tin một", "Tin hai");
        String data = ((Button.Action) digest.message().buttons().get(0).get(0)).data();
        assertThat(data).startsWith("nam:d");
        acknowledgeMessage("m1", "8");
        acknowledgeMessage("m1", "9");
        AnnouncementRef all =
                AnnouncementRef.parse(data.substring("nam:".length())).orElseThrow();
        assertThat(press(all, chat, "7").first()).isTrue();
        assertThat(press(all, chat, "7").first()).isFalse();
        for (Article article : List.of(one, two)) {
            assertThat(acknowledge(article, chat, "7").first()).isFalse();
            assertThat(acknowledge(article, chat, "9").first()).isFalse();
        }
        count();
        count();
        assertThat(edits()).singleElement().satisfies(said -> {
            assertThat(said.text()).isEmpty();
            assertThat(said.message().buttons()).containsExactly(List.of(new Button.Action("✅ Đã nắm (3)", data)));
        });
        stores.articles().withdraw(one.id());
        stores.corrections().edited(one.id(), Set.of(Change.WITHDRAWN), clock.instant());
        corrector().run();
        Said corrected = edits().get(1);
        assertThat(corrected.text()).contains("Tin một", "Tin hai");
        assertThat(corrected.message().buttons().get(0).get(0).label()).isEqualTo("✅ Đã nắm (3)");
    }

    @Test
    void a_count_that_cannot_be_read_is_put_off_and_hurts_no_other() {
        Chat chat = asked("-1");
        Chat other = asked("-2");
        Article article = announced();
        acknowledge(article, chat, "7");
        acknowledge(article, other, "7");
        Article broken = stores.articles().add(article("Hỏng", Optional.empty()), clock.instant());
        sql("UPDATE article SET sentences = 'not JSON' WHERE id = " + broken.id());
        sql("UPDATE delivery SET article_id = " + broken.id() + " WHERE chat_id = " + chat.id());
        count();
        assertThat(edits()).hasSize(1);
        count();
        assertThat(edits()).hasSize(1);
    }

    @Test
    void a_count_that_never_gets_through_is_given_up() {
        Chat chat = asked("-1");
        Article article = announced();
        acknowledge(article, chat, "7");
        for (int i = 0; i < 40; i++) {
            channel.then("-1", new SendResult.NotSent("no route"));
            channel.then("-1", new SendResult.NotSent("no route"));
            count();
            line.state().worked();
            clock.pass(Duration.ofHours(2));
        }
        int tried = edits().size();
        assertThat(tried).isBetween(5, 20);
        count();
        assertThat(edits()).hasSize(tried);
    }

    private ReceiptStore.Given press(AnnouncementRef what, Chat chat, String person) {
        return stores.receipts()
                .acknowledge(
                        what,
                        chat.id(),
                        new PersonId(Platform.TELEGRAM, person),
                        "",
                        ReceiptStore.How.BUTTON,
                        clock.instant())
                .orElseThrow();
    }

    private void acknowledgeMessage(String message, String person) {
        stores.receipts()
                .acknowledgeMessage(
                        ScriptedMessenger.BOT,
                        "-1",
                        message,
                        new PersonId(Platform.TELEGRAM, person),
                        "",
                        ReceiptStore.How.REACTION,
                        clock.instant());
    }
}
