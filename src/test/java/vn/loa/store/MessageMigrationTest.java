package vn.loa.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.model.Bot;
import vn.loa.model.Change;
import vn.loa.model.Delivery;
import vn.loa.model.DeliveryState;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.PersonId;
import vn.loa.model.Platform;
import vn.loa.model.Precision;
import vn.loa.model.Priority;
import vn.loa.store.article.ArticleStore;
import vn.loa.store.delivery.DeadLetterStore;
import vn.loa.store.delivery.DeliveryStore;
import vn.loa.store.delivery.DigestStore;
import vn.loa.store.delivery.ReceiptStore;
import vn.loa.store.message.Correction;
import vn.loa.store.message.MessageStore;
import vn.loa.store.message.MultiArticleMessage;
import vn.loa.store.message.NoticeStore;
import vn.loa.store.message.StoredMessage;

/** What a database of the version before the table {@code message} holds is still there, and means the same. */
class MessageMigrationTest {
    private static final Instant NOW = Instant.ofEpochMilli(1_773_050_400_000L);
    private static final long AGO = NOW.minusSeconds(3600).toEpochMilli();
    private static final long DIGEST = NOW.minusSeconds(1800).toEpochMilli();
    private static final Bot BOT = new Bot(Platform.TELEGRAM, "main");
    private static final PersonId LAN = new PersonId(Platform.TELEGRAM, "7");

    @TempDir
    private Path folder;

    private Database database;
    private MessageStore messages;
    private DeliveryStore deliveries;

    @BeforeEach
    void migrate() throws SQLException {
        String url = "jdbc:sqlite:" + folder.resolve("loa.db");
        Flyway.configure()
                .dataSource(url, null, null)
                .locations("classpath:db/migration")
                .placeholders(Map.of("identity", Dialect.SQLITE.identity()))
                .target("16")
                .load()
                .migrate();
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            fill(statement);
        }
        database = Database.embedded(folder);
        messages = new MessageStore(database);
        deliveries = new DeliveryStore(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static void fill(Statement sql) throws SQLException {
        sql.execute("INSERT INTO source (id, name, url, portal, rules, options, origin, paused)"
                + " VALUES ('a', 'Xã A', 'https://a.gov.vn', 'hanoi62', '[]', '{}', 'config', 0)");
        for (int chat = 1; chat <= 3; chat++) {
            sql.execute("INSERT INTO chat (id, bot, external_id, topic_id, kind, title, state, approved, created_at)"
                    + " VALUES (" + chat + ", 'telegram/main', '-" + chat + "', '', 'SUPERGROUP', 'Nhóm', '"
                    + (chat == 3 ? "CLOSED" : "ACTIVE") + "', 1, " + AGO + ")");
        }
        for (int article = 1; article <= 8; article++) {
            sql.execute("INSERT INTO article (id, article_key, source_id, url, title, published, exactness, lead,"
                    + " paragraphs, category, author, attachments, sentences, folded, folded_category, first_seen,"
                    + " revision, withdrawn) VALUES (" + article + ", 'k" + article + "', 'a', 'https://a.gov.vn/"
                    + article + "', 'Tin " + article + "', " + AGO
                    + ", 'MINUTE', '', '[]', '', '', '[]', '[]', '', '', "
                    + AGO + ", " + (article <= 2 ? 3 : 1) + ", 0)");
        }
        for (int article = 1; article <= 2; article++) {
            edit(sql, article, 2, "TEXT");
            edit(sql, article, 3, "TITLE");
        }
        sql.execute("INSERT INTO headline (source_id, article_key, position, url, title, exactness, teaser, category,"
                + " silent, next_try, found_at) VALUES ('a', 'k9', 1, 'https://a.gov.vn/9', 'Tin 9', 'DAY', '', '', 0,"
                + " 0, 0)");
        sql.execute("INSERT INTO notice (id, topic, body, created_at, receipts) VALUES (1, 'announcement by hand', '"
                + Columns.json(StoredMessage.of(OutgoingMessage.plain("Mời họp"))) + "', " + AGO + ", 1)");
        sql.execute("INSERT INTO receipt_chat (chat_id, since) VALUES (1, " + AGO + ")");
        sent(sql);
        unsent(sql);
        receipt(sql, 2, "telegram:8");
        receipt(sql, 3, "telegram:8");
        receipt(sql, 3, "telegram:9");
        receipt(sql, 4, "telegram:8");
        sql.execute("INSERT INTO digest (chat_id, slot) VALUES (1, " + DIGEST + ")");
    }

    private static void edit(Statement sql, int article, int revision, String changes) throws SQLException {
        sql.execute("INSERT INTO article_edit (article_id, revision, at, changes) VALUES (" + article + ", " + revision
                + ", " + (AGO + revision) + ", '" + changes + "')");
    }

    private static void receipt(Statement sql, int delivery, String person) throws SQLException {
        sql.execute("INSERT INTO receipt (delivery_id, person, name, at, how) VALUES (" + delivery + ", '" + person
                + "', 'Lan', " + (AGO + 5) + ", 'BUTTON')");
    }

    /** Two articles of a digest in one message, an announcement by hand, and the same number of a message in each chat. */
    private static void sent(Statement sql) throws SQLException {
        String row = "INSERT INTO delivery (id, bot, chat_id, article_id, notice_id, priority, state, due_at, attempts,"
                + " message_id, created_at, settled_at, slot, told, born, fix_due, fix_tries, count_at, count_due,"
                + " count_tries, interrupted) VALUES ";
        String common = ", 'telegram/main', %d, %s, %s, 1, 'SENT', " + AGO + ", 1, '%s', " + AGO + ", " + AGO + ", ";
        sql.execute(row + "(1" + common.formatted(1, 4, null, "m0") + DIGEST + ", 1, 1, NULL, 0, 0, NULL, 0, 0)");
        sql.execute(row + "(2" + common.formatted(1, 2, null, "m1") + DIGEST + ", 2, 1, " + (AGO + 9)
                + ", 3, 20, NULL, 0, 1)");
        sql.execute(row + "(3" + common.formatted(1, 3, null, "m1") + DIGEST + ", 1, 1, NULL, 7, 20, NULL, 0, 0)");
        sql.execute(
                row + "(4" + common.formatted(1, null, 1, "m2") + "NULL, 0, 0, NULL, 0, 20, " + (AGO + 8) + ", 2, 0)");
        sql.execute(
                row + "(5" + common.formatted(2, 1, null, "m1") + "NULL, 1, 1, " + (AGO + 4) + ", 0, 0, NULL, 0, 0)");
        sql.execute(row + "(6" + common.formatted(3, 1, null, "m1") + "NULL, 1, 1, NULL, 0, 0, NULL, 0, 0)");
    }

    private static void unsent(Statement sql) throws SQLException {
        String row = "INSERT INTO delivery (id, bot, chat_id, article_id, priority, state, due_at, lease_until, fence,"
                + " attempts, unknowns, interrupted, last_error, created_at, settled_at, slot, alone) VALUES ";
        String at = ", 'telegram/main', 2, ";
        sql.execute(row + "(7" + at + "5, 1, 'QUEUED', " + AGO + ", NULL, 1, 2, 1, 2, 'timeout', " + AGO
                + ", NULL, NULL, 1)");
        sql.execute(row + "(8" + at + "6, 1, 'SENDING', " + AGO + ", " + AGO + ", 4, 1, 0, 0, '', " + AGO
                + ", NULL, NULL, 0)");
        sql.execute(row + "(9" + at + "7, 1, 'DEAD', " + AGO + ", NULL, 1, 3, 1, 0, 'may have arrived: x', " + AGO
                + ", " + AGO + ", NULL, 0)");
        sql.execute(
                row + "(10" + at + "8, 1, 'QUEUED', " + NOW.plusSeconds(60).toEpochMilli() + ", NULL, 0, 0, 0, 0, '', "
                        + AGO + ", NULL, " + NOW.plusSeconds(60).toEpochMilli() + ", 0)");
        sql.execute(row + "(99, 'telegram/main', 1, 8, 1, 'QUEUED', 0, NULL, 0, 0, 0, 0, '', 0, NULL, NULL, 0)");
        sql.execute("DELETE FROM delivery WHERE id = 99");
    }

    private List<LedgerRow> ledger(long chat) {
        return LedgerRow.latest(database, chat, 100);
    }

    private LedgerRow row(long id) {
        return ledger(2).stream().filter(each -> each.id() == id).findFirst().orElseThrow();
    }

    private long count(String sql) {
        return database.read(handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }

    @Test
    void each_message_is_there_once_however_many_articles_it_tells() {
        assertThat(count("SELECT COUNT(*) FROM message")).isEqualTo(5);
        assertThat(count("SELECT COUNT(*) FROM message_article")).isEqualTo(5);
        assertThat(count("SELECT COUNT(DISTINCT message_id) FROM delivery WHERE id IN (2, 3)"))
                .isEqualTo(1);
        assertThat(count("SELECT COUNT(*) FROM delivery WHERE state <> 'SENT' AND message_id IS NOT NULL"))
                .isZero();
        assertThat(ledger(1))
                .extracting(each -> each.externalId().orElseThrow())
                .containsExactly("m2", "m1", "m1", "m0");
        assertThat(count("SELECT COUNT(*) FROM pragma_foreign_key_check")).isZero();
        assertThat(count("SELECT MIN(sent_at) FROM message")).isEqualTo(AGO);
    }

    @Test
    void corrections_that_were_due_still_are_with_what_the_messages_told() {
        List<Correction> due = messages.correctionsDue(BOT, NOW, 10);
        assertThat(due).hasSize(2);
        Correction single = due.get(0);
        assertThat(single.externalId()).isEqualTo("m1");
        assertThat(single.chat().id()).isEqualTo(2);
        assertThat(single.shared()).isFalse();
        assertThat(single.changed().get(0).amendment().changes()).isEqualTo(Set.of(Change.TEXT, Change.TITLE));
        Correction shared = due.get(1);
        assertThat(shared.shared()).isTrue();
        assertThat(shared.tries()).isEqualTo(3);
        assertThat(shared.changed()).singleElement().satisfies(item -> {
            assertThat(item.article().id()).isEqualTo(2);
            assertThat(item.amendment().changes()).isEqualTo(Set.of(Change.TITLE));
        });
        MultiArticleMessage together = messages.together(shared);
        assertThat(together.items())
                .extracting(MultiArticleMessage.Item::deliveryId)
                .containsExactly(2L, 3L);
        assertThat(together.items().get(0).amendment().changes()).isEqualTo(Set.of(Change.TEXT, Change.TITLE));
        assertThat(together.digestAt()).contains(Instant.ofEpochMilli(DIGEST));
        assertThat(together.before()).isEqualTo(1);
        assertThat(together.after()).isZero();
        due.forEach(messages::corrected);
        assertThat(messages.correctionsDue(BOT, NOW, 10)).isEmpty();
    }

    @Test
    void counts_of_receipts_that_were_due_still_are() {
        assertThat(messages.receiptCountsDue(BOT, NOW, 10)).singleElement().satisfies(count -> {
            assertThat(count.externalId()).isEqualTo("m2");
            assertThat(count.tries()).isEqualTo(2);
            assertThat(messages.subject(count)).isInstanceOf(MessageStore.Subject.OfNotice.class);
            assertThat(new ReceiptStore(database).count(count.messageId())).isEqualTo(1);
            messages.countShown(count, 1, NOW);
        });
        assertThat(messages.receiptCountsDue(BOT, NOW, 10)).isEmpty();
    }

    @Test
    void a_reaction_still_acknowledges_all_that_a_message_told() {
        ReceiptStore receipts = new ReceiptStore(database);
        assertThat(receipts.acknowledgeMessage(BOT, "-1", "m1", LAN, "Lan", ReceiptStore.How.REACTION, NOW))
                .isTrue();
        assertThat(count("SELECT COUNT(*) FROM receipt WHERE person = '" + LAN.key() + "'"))
                .isEqualTo(2);
        List<MessageStore.ReceiptCount> due = messages.receiptCountsDue(BOT, NOW, 10);
        assertThat(due).extracting(MessageStore.ReceiptCount::externalId).containsExactly("m2", "m1");
        assertThat(receipts.count(due.get(1).messageId())).isEqualTo(3);
        assertThat(messages.subject(due.get(1))).isEqualTo(new MessageStore.Subject.OfMany(2));
    }

    @Test
    void unconfirmed_sends_keep_their_number_and_those_that_count_against_them() {
        assertThat(row(7).unconfirmed()).isEqualTo(3);
        assertThat(row(7).attempts()).isEqualTo(2);
        assertThat(row(9).unconfirmed()).isEqualTo(1);
        assertThat(deliveries.unconfirmed()).isEqualTo(3);
        assertThat(deliveries.reclaim(BOT, NOW, Set.of(), Duration.ofSeconds(10)))
                .isZero();
        Delivery claimed = deliveries.claim(BOT, 10, NOW, Duration.ofMinutes(1)).get(0);
        assertThat(claimed.id()).isEqualTo(7);
        assertThat(claimed.unconfirmedTries()).isEqualTo(1);
        assertThat(claimed.noDigest()).isTrue();
    }

    @Test
    void dead_letters_digests_and_dates_are_what_they_were() {
        assertThat(row(9).state()).isEqualTo(DeliveryState.DEAD);
        DeadLetterStore dead = new DeadLetterStore(database);
        assertThat(dead.groups(5))
                .singleElement()
                .satisfies(group -> assertThat(group.revivable()).isEqualTo(1));
        assertThat(dead.reviveAll(NOW)).isEqualTo(1);
        assertThat(row(9).unconfirmed()).isZero();
        DigestStore digests = new DigestStore(database);
        assertThat(digests.closed(1)).containsExactly(Instant.ofEpochMilli(DIGEST));
        assertThat(digests.told(1, Instant.ofEpochMilli(DIGEST))).isEqualTo(3);
        assertThat(digests.held(2, NOW)).isEqualTo(Optional.of(new DigestStore.Held(1, NOW.plusSeconds(60))));
        assertThat(new ArticleStore(database)
                        .byId(1)
                        .orElseThrow()
                        .content()
                        .published()
                        .precision())
                .isEqualTo(Precision.MINUTE);
        assertThat(count("SELECT COUNT(*) FROM headline WHERE precision = 'DAY'"))
                .isEqualTo(1);
    }

    @Test
    void a_new_delivery_gets_no_number_that_was_used_before() {
        long notice = new NoticeStore(database).add("test", OutgoingMessage.plain("mới"), NOW);
        deliveries.enqueueNotice(notice, List.of(1L), Priority.NOTICE, NOW);
        assertThat(ledger(1).get(0).id()).isEqualTo(100);
    }

    @Test
    void messages_are_forgotten_with_their_deliveries() {
        assertThat(deliveries.forgetSettled(NOW)).isEqualTo(7);
        assertThat(count("SELECT COUNT(*) FROM message")).isZero();
        assertThat(count("SELECT COUNT(*) FROM message_article")).isZero();
    }
}
