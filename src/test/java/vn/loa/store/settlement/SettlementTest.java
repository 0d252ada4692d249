package vn.loa.store.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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
import vn.loa.store.message.Correction;
import vn.loa.store.message.CorrectionStore;
import vn.loa.store.delivery.DeliveryStore;
import vn.loa.store.message.MessageStore;
import vn.loa.store.delivery.ReceiptStore;

/** Many messages are begun and settled in few statements, as if each had been by itself. */
class SettlementTest {
    private static final Instant NOW = Instant.parse("2026-03-09T10:00:00Z");
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final Bot BOT = new Bot(Platform.TELEGRAM, "main");
    private static final PersonId LAN = new PersonId(Platform.TELEGRAM, "7");

    @TempDir
    private Path folder;

    private Database database;
    private DeliveryStore deliveries;
    private ArticleStore articles;
    private final List<Chat> chats = new ArrayList<>();

    @BeforeEach
    void open() {
        database = MigratedDatabase.open(folder);
        deliveries = new DeliveryStore(database);
        articles = new ArticleStore(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    /** Enters an article for so many chats. */
    private Article article(int count) {
        for (int i = 1; i <= count; i++) {
            Chat chat = new ChatStore(database)
                    .meet(ChatAddress.of(BOT, "-" + i), ChatKind.GROUP, "Nhóm", ChatState.ACTIVE, NOW);
            new SubscriptionStore(database).add(new Subscription(chat.id(), Subscription.Kind.ALL, "", ""), LAN, NOW);
            chats.add(chat);
        }
        Article added = articles.add(content(), NOW);
        assertThat(deliveries.enqueueArticle(added.id(), Priority.ORDINARY, NOW))
                .isEqualTo(count);
        return added;
    }

    private static NewArticle content() {
        ArticleContent content = new ArticleContent(
                "Tin", Published.at(NOW, Precision.MINUTE), "", List.of(), "", "", Optional.empty(), List.of());
        Summary summary = new Summary(List.of(), Optional.empty());
        return new NewArticle("k1", "a", "Tin", URI.create("https://x.gov.vn/k1"), content, summary, "", "");
    }

    private List<Delivery> claim() {
        return deliveries.claim(BOT, 100, NOW, LEASE);
    }

    private static SentMessage sent(Delivery delivery) {
        return new SentMessage(List.of(delivery), Map.of(delivery.id(), 1), "m" + delivery.id(), NOW);
    }

    private List<Optional<String>> told() {
        return chats.stream()
                .map(chat -> LedgerRow.latest(database, chat.id(), 1).get(0).externalId())
                .toList();
    }

    @Test
    void each_delivery_gets_the_number_of_its_own_message() {
        article(5);
        List<Delivery> claimed = claim();
        assertThat(deliveries.beginEach(claimed.stream().map(List::of).toList()))
                .hasSize(5)
                .containsOnly(true);
        assertThat(deliveries.sentEach(
                        claimed.stream().map(SettlementTest::sent).toList()))
                .isEqualTo(5);
        assertThat(told())
                .isEqualTo(claimed.stream()
                        .map(each -> Optional.of("m" + each.id()))
                        .toList());
        assertThat(claim()).isEmpty();
    }

    @Test
    void a_lost_claim_is_neither_begun_nor_settled_and_holds_up_no_other() {
        article(3);
        List<Delivery> claimed = claim();
        deliveries.release(claimed.get(1), NOW);
        claim();
        assertThat(deliveries.beginEach(claimed.stream().map(List::of).toList()))
                .containsExactly(true, false, true);
        assertThat(deliveries.sentEach(
                        claimed.stream().map(SettlementTest::sent).toList()))
                .isEqualTo(2);
        assertThat(told()).extracting(Optional::isPresent).containsExactly(true, false, true);
        assertThat(deliveries.sentEach(
                        claimed.stream().map(SettlementTest::sent).toList()))
                .isZero();
    }

    @Test
    void a_message_of_several_deliveries_begins_only_when_all_its_claims_are_held() {
        article(4);
        List<Delivery> claimed = claim();
        deliveries.release(claimed.get(0), NOW);
        assertThat(deliveries.beginEach(List.of(claimed.subList(0, 2), claimed.subList(2, 4))))
                .containsExactly(false, true);
        deliveries.reclaimAll(NOW, Duration.ofMinutes(1));
        assertThat(claim())
                .as("what was not begun has its place, what was begun waits")
                .extracting(Delivery::id)
                .containsExactly(claimed.get(0).id(), claimed.get(1).id());
    }

    @Test
    void messages_that_the_platform_numbered_alike_in_one_chat_are_all_settled() {
        article(2);
        List<Delivery> claimed = claim();
        // As if the second chat had become the first one meanwhile, which knows this article by another delivery.
        database.write(handle -> handle.execute(
                "UPDATE delivery SET article_id = NULL, chat_id = ? WHERE id = ?",
                chats.get(0).id(),
                claimed.get(1).id()));
        assertThat(deliveries.sentEach(claimed.stream()
                        .map(each -> new SentMessage(List.of(each), Map.of(), "5", NOW))
                        .toList()))
                .isEqualTo(2);
        assertThat(database.<Integer>read(
                        handle -> handle.createQuery("SELECT COUNT(DISTINCT message_id) FROM delivery")
                                .mapTo(Integer.class)
                                .one()))
                .isEqualTo(2);
    }

    @Test
    void what_was_edited_or_acknowledged_meanwhile_is_due_for_its_message_alone() {
        Article article = article(3);
        List<Delivery> claimed = claim();
        ReceiptStore receipts = new ReceiptStore(database);
        receipts.acknowledge(
                AnnouncementRef.article(article.id()), chats.get(1).id(), LAN, "Lan", ReceiptStore.How.BUTTON, NOW);
        articles.revise(article.id(), content(), NOW);
        new CorrectionStore(database).edited(article.id(), Set.of(Change.TITLE), NOW);
        deliveries.sentEach(List.of(
                sent(claimed.get(0)),
                sent(claimed.get(1)),
                new SentMessage(List.of(claimed.get(2)), Map.of(claimed.get(2).id(), 2), "new", NOW)));
        MessageStore messages = new MessageStore(database);
        assertThat(messages.correctionsDue(BOT, NOW, 10))
                .extracting(Correction::externalId)
                .containsExactlyInAnyOrder(
                        "m" + claimed.get(0).id(), "m" + claimed.get(1).id());
        assertThat(database.<List<Long>>read(
                        handle -> handle.createQuery("SELECT chat_id FROM message WHERE receipt_count_due IS NOT NULL")
                                .mapTo(Long.class)
                                .list()))
                .containsExactly(chats.get(1).id());
    }

    @Test
    void lists_grow_to_the_next_power_of_two() {
        assertThat(RepeatedRows.of(List.of(1))).containsExactly(1);
        assertThat(RepeatedRows.of(List.of(1, 2))).containsExactly(1, 2);
        assertThat(RepeatedRows.of(List.of(1, 2, 3))).containsExactly(1, 2, 3, 3);
        assertThat(RepeatedRows.of(List.of(1, 2, 3, 4, 5))).hasSize(8).endsWith(5, 5, 5);
    }
}
