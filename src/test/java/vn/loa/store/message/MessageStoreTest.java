package vn.loa.store.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.model.Article;
import vn.loa.model.ArticleContent;
import vn.loa.model.Bot;
import vn.loa.model.Change;
import vn.loa.model.Chat;
import vn.loa.model.ChatAddress;
import vn.loa.model.ChatKind;
import vn.loa.model.ChatState;
import vn.loa.model.Delivery;
import vn.loa.model.PersonId;
import vn.loa.model.Platform;
import vn.loa.model.Precision;
import vn.loa.model.Priority;
import vn.loa.model.Published;
import vn.loa.model.Subscription;
import vn.loa.model.Summary;
import vn.loa.store.Database;
import vn.loa.store.LedgerRow;
import vn.loa.store.MigratedDatabase;
import vn.loa.store.article.ArticleStore;
import vn.loa.store.article.NewArticle;
import vn.loa.store.chat.ChatStore;
import vn.loa.store.chat.SubscriptionStore;
import vn.loa.store.delivery.AnnouncementRef;
import vn.loa.store.delivery.DeliveryStore;
import vn.loa.store.delivery.ReceiptStore;

/** The message that stands in a chat, from its sending to its end. */
class MessageStoreTest {
    private static final Instant NOW = Instant.parse("2026-03-09T10:00:00Z");
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final Bot BOT = new Bot(Platform.TELEGRAM, "main");
    private static final PersonId LAN = new PersonId(Platform.TELEGRAM, "7");

    @TempDir
    private Path folder;

    private Database database;
    private MessageStore messages;
    private DeliveryStore deliveries;
    private CorrectionStore corrections;
    private ArticleStore articles;
    private ReceiptStore receipts;
    private ChatStore chats;
    private Chat chat;

    @BeforeEach
    void open() {
        database = MigratedDatabase.open(folder);
        messages = new MessageStore(database);
        deliveries = new DeliveryStore(database);
        corrections = new CorrectionStore(database);
        articles = new ArticleStore(database);
        receipts = new ReceiptStore(database);
        chats = new ChatStore(database);
        chat = chats.meet(ChatAddress.of(BOT, "-1"), ChatKind.GROUP, "Nhóm", ChatState.ACTIVE, NOW);
        new SubscriptionStore(database).add(new Subscription(chat.id(), Subscription.Kind.ALL, "", ""), LAN, NOW);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static NewArticle content(String key) {
        ArticleContent content = new ArticleContent(
                "Tin " + key, Published.at(NOW, Precision.MINUTE), "", List.of(), "", "", Optional.empty(), List.of());
        return new NewArticle(
                key,
                "a",
                "Tin",
                URI.create("https://x.gov.vn/" + key),
                content,
                new Summary(List.of(), Optional.empty()),
                "",
                "");
    }

    private Article article(String key) {
        Article article = articles.add(content(key), NOW);
        deliveries.enqueueArticle(article.id(), Priority.ORDINARY, NOW);
        return article;
    }

    private Delivery claim() {
        return deliveries.claim(BOT, 1, NOW, LEASE).get(0);
    }

    private List<Delivery> claimAll() {
        Delivery first = claim();
        List<Delivery> others = deliveries.claimMore(first, 10, NOW, LEASE);
        return java.util.stream.Stream.concat(java.util.stream.Stream.of(first), others.stream())
                .toList();
    }

    private void edit(Article article) {
        articles.revise(article.id(), content(article.key()), NOW);
        corrections.edited(article.id(), Set.of(Change.TITLE), NOW);
    }

    private List<Correction> due() {
        return messages.correctionsDue(BOT, NOW, 10);
    }

    @Test
    void a_message_that_tells_two_articles_is_due_once_when_both_are_edited() {
        Article one = article("k1");
        Article two = article("k2");
        List<Delivery> both = claimAll();
        assertThat(deliveries.sent(both, Map.of(both.get(0).id(), 1, both.get(1).id(), 1), "m1", NOW))
                .isEqualTo(2);
        assertThat(due()).isEmpty();
        edit(one);
        edit(two);
        assertThat(due()).singleElement().satisfies(correction -> {
            assertThat(correction.shared()).isTrue();
            assertThat(correction.changed()).hasSize(2);
            messages.corrected(messages.together(correction));
        });
        assertThat(due()).isEmpty();
        edit(two);
        assertThat(due())
                .singleElement()
                .satisfies(correction -> assertThat(correction.changed())
                        .singleElement()
                        .satisfies(item -> assertThat(item.article().key()).isEqualTo("k2")));
    }

    @Test
    void messages_of_the_last_minute_are_counted_by_group() {
        Chat an = chats.meet(ChatAddress.of(BOT, "7"), ChatKind.PRIVATE, "An", ChatState.ACTIVE, NOW);
        new SubscriptionStore(database).add(new Subscription(an.id(), Subscription.Kind.ALL, "", ""), LAN, NOW);
        article("k1");
        deliveries.claim(BOT, 10, NOW, LEASE).forEach(each -> deliveries.sent(each, "m" + each.id(), 1, NOW));
        article("k2");
        deliveries
                .claim(BOT, 10, NOW, LEASE)
                .forEach(each -> deliveries.sent(each, "m" + each.id(), 1, NOW.plusSeconds(30)));
        assertThat(messages.sentToGroups(BOT, NOW.minusSeconds(1))).isEqualTo(Map.of("-1", 2));
        assertThat(messages.sentToGroups(BOT, NOW)).isEqualTo(Map.of("-1", 1));
        assertThat(messages.sentToGroups(new Bot(Platform.TELEGRAM, "other"), NOW.minusSeconds(1)))
                .isEmpty();
    }

    @Test
    void an_article_edited_while_it_was_sent_makes_its_message_due_at_once() {
        Article article = article("k1");
        Delivery claimed = claim();
        edit(article);
        assertThat(due()).isEmpty();
        deliveries.sent(claimed, "m1", 1, NOW);
        assertThat(due()).hasSize(1);
    }

    @Test
    void an_edit_that_comes_while_a_message_is_corrected_stays_due() {
        Article article = article("k1");
        deliveries.sent(claim(), "m1", 1, NOW);
        edit(article);
        Correction correction = due().get(0);
        edit(article);
        messages.corrected(correction);
        assertThat(due()).hasSize(1);
        messages.corrected(due().get(0));
        assertThat(due()).isEmpty();
    }

    @Test
    void two_messages_to_which_the_platform_gave_the_same_number_stay_two() {
        Article one = article("k1");
        deliveries.sent(claim(), "5", 1, NOW);
        chats.move(BOT, "-1", "-1001", NOW);
        article("k2");
        deliveries.sent(claim(), "5", 1, NOW);
        edit(one);
        assertThat(due()).singleElement().satisfies(correction -> {
            assertThat(correction.shared()).isFalse();
            assertThat(correction.items()).hasSize(1);
        });
    }

    @Test
    void what_is_no_longer_ours_is_not_part_of_the_message() {
        article("k1");
        article("k2");
        List<Delivery> both = claimAll();
        deliveries.dead(both.get(0), "stopped", NOW);
        assertThat(deliveries.sent(both, Map.of(both.get(0).id(), 1, both.get(1).id(), 1), "m1", NOW))
                .isEqualTo(1);
        assertThat(deliveries.sent(both, Map.of(), "m2", NOW)).isZero();
        assertThat(LedgerRow.latest(database, chat.id(), 10))
                .extracting(LedgerRow::externalId)
                .containsExactly(Optional.of("m1"), Optional.empty());
    }

    @Test
    void a_receipt_that_comes_before_the_confirmation_is_counted_after_it() {
        receipts.want(chat.id(), true, NOW);
        article("k1");
        article("k2");
        List<Delivery> both = claimAll();
        AnnouncementRef pressed = AnnouncementRef.message(both.get(0).id());
        receipts.acknowledge(pressed, chat.id(), LAN, "Lan", ReceiptStore.How.BUTTON, NOW);
        assertThat(messages.receiptCountsDue(BOT, NOW, 10)).isEmpty();
        deliveries.sent(both, Map.of(both.get(0).id(), 1, both.get(1).id(), 1), "m1", NOW);
        assertThat(messages.receiptCountsDue(BOT, NOW, 10)).singleElement().satisfies(count -> {
            assertThat(receipts.count(count.messageId())).isEqualTo(1);
            messages.countShown(count, 0, NOW);
        });
        assertThat(messages.receiptCountsDue(BOT, NOW, 10)).isEmpty();
        assertThat(messages.receiptCountsDue(BOT, NOW.plus(MessageStore.BETWEEN_COUNTS), 10))
                .hasSize(1);
    }

    @Test
    void nothing_is_due_in_a_chat_that_was_closed_not_even_after_it_comes_back() {
        receipts.want(chat.id(), true, NOW);
        Article article = article("k1");
        deliveries.sent(claim(), "m1", 1, NOW);
        edit(article);
        receipts.acknowledgeMessage(BOT, "-1", "m1", LAN, "Lan", ReceiptStore.How.REACTION, NOW);
        chats.close(chat.id(), "bot was kicked", NOW);
        chats.reopen(chat.id(), NOW);
        assertThat(due()).isEmpty();
        assertThat(messages.receiptCountsDue(BOT, NOW, 10)).isEmpty();
    }

    @Test
    void times_from_a_clock_that_was_ahead_are_cut_to_the_longest_that_anything_waits() {
        Article article = article("k1");
        deliveries.sent(claim(), "m1", 1, NOW);
        edit(article);
        messages.correctAgain(due().get(0), NOW.plus(Duration.ofDays(300)));
        assertThat(due()).isEmpty();
        messages.clockPutRight(BOT, NOW, Duration.ofDays(1));
        assertThat(due())
                .singleElement()
                .satisfies(correction -> assertThat(correction.tries()).isEqualTo(1));
    }
}
