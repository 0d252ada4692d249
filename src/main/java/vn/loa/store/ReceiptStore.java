package vn.loa.store;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import vn.loa.model.Amendment;
import vn.loa.model.Article;
import vn.loa.model.Bot;
import vn.loa.model.Chat;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.PersonId;

/** Who has acknowledged which announcement, and which messages show an old count of them. */
public final class ReceiptStore {
    /** A message's count is changed at most this often. */
    public static final Duration BETWEEN_COUNTS = Duration.ofSeconds(10);

    /** How somebody acknowledged an announcement. */
    public enum How {
        BUTTON,
        REPLY,
        REACTION
    }

    private final Database database;
    private final ArticleStore articles;
    private final NoticeStore notices;
    private final CorrectionStore corrections;

    public ReceiptStore(Database database) {
        this.database = database;
        this.articles = new ArticleStore(database);
        this.notices = new NoticeStore(database);
        this.corrections = new CorrectionStore(database);
    }

    /**
     * A receipt.
     *
     * @param first whether it is new
     * @param at when the person acknowledged first
     */
    public record Given(boolean first, Instant at) {
        public Given {
            Objects.requireNonNull(at);
        }
    }

    /** What a message tells. */
    public sealed interface Subject {
        /**
         * An article.
         *
         * @param amendment what has happened to it since the message was sent, as far as the message tells it
         */
        record OfArticle(Article article, Amendment amendment) implements Subject {
            public OfArticle {
                Objects.requireNonNull(article);
                Objects.requireNonNull(amendment);
            }
        }

        /** An announcement by hand. */
        record OfNotice(long id, OutgoingMessage message) implements Subject {
            public OfNotice {
                Objects.requireNonNull(message);
            }
        }
    }

    /**
     * A message whose count is to be shown anew.
     *
     * @param count how many have acknowledged
     */
    public record Count(long deliveryId, Chat chat, String messageId, Subject subject, int count) {
        public Count {
            Objects.requireNonNull(chat);
            Objects.requireNonNull(messageId);
            Objects.requireNonNull(subject);
        }
    }

    /** The chats that want to be asked for receipts. */
    public Set<Long> chats() {
        return new HashSet<>(database.read(handle -> handle.createQuery("SELECT chat_id FROM receipt_chat")
                .mapTo(Long.class)
                .list()));
    }

    /** Whether a chat wants to be asked from now on. */
    public void want(long chatId, boolean wanted, Instant now) {
        String sql = wanted
                ? "INSERT INTO receipt_chat (chat_id, since) VALUES (:chat, :now) ON CONFLICT (chat_id) DO NOTHING"
                : "DELETE FROM receipt_chat WHERE chat_id = :chat AND :now >= 0";
        database.write(handle -> handle.createUpdate(sql)
                .bind("chat", chatId)
                .bind("now", now.toEpochMilli())
                .execute());
    }

    /** Notes that a person acknowledged what a chat was told; empty when it was not told there. */
    public Optional<Given> acknowledge(
            Announced announced, long chatId, PersonId person, String name, How how, Instant now) {
        // Whoever presses the button has the message, also before the ledger knows that it arrived.
        return database.write(handle -> handle.createQuery("SELECT id FROM delivery WHERE " + announced.column()
                        + " = :id AND chat_id = :chat AND attempts > 0")
                .bind("id", announced.id())
                .bind("chat", chatId)
                .mapTo(Long.class)
                .findOne()
                .map(delivery -> acknowledge(handle, delivery, person, name, how, now)));
    }

    /**
     * Notes that a person acknowledged all that a message tells, by its number on the platform; a message that announces
     * nothing, or in a chat that does not ask for receipts, is nothing to acknowledge.
     *
     * @return whether there was anything to acknowledge
     */
    public boolean acknowledgeMessage(
            Bot bot, String chatId, String messageId, PersonId person, String name, How how, Instant now) {
        return database.write(handle -> {
            List<Long> told = handle.createQuery("""
                            SELECT d.id FROM chat c JOIN delivery d ON d.chat_id = c.id
                              LEFT JOIN receipt_chat w ON w.chat_id = c.id LEFT JOIN notice n ON n.id = d.notice_id
                            WHERE c.bot = :bot AND c.external_id = :chat AND d.message_id = :message
                              AND d.state = 'SENT'
                              AND (d.article_id IS NOT NULL AND w.chat_id IS NOT NULL OR n.receipts = 1)
                            """)
                    .bind("bot", bot.key())
                    .bind("chat", chatId)
                    .bind("message", messageId)
                    .mapTo(Long.class)
                    .list();
            told.forEach(delivery -> acknowledge(handle, delivery, person, name, how, now));
            return !told.isEmpty();
        });
    }

    /**
     * Notes that a person acknowledged all that the last message told which asked for it.
     *
     * @param since what was sent earlier is not meant
     * @return the title of the article, or the words of the announcement by hand, told last; empty when nothing asked
     */
    public Optional<String> acknowledgeLast(long chatId, PersonId person, String name, Instant since, Instant now) {
        record Last(long id, String messageId, String title, String body) {}
        return database.write(handle -> {
            List<Last> asked = handle.createQuery("""
                            SELECT d.id, d.message_id, a.title, n.body FROM delivery d
                              LEFT JOIN receipt_chat w ON w.chat_id = d.chat_id
                              LEFT JOIN article a ON a.id = d.article_id LEFT JOIN notice n ON n.id = d.notice_id
                            WHERE d.chat_id = :chat AND d.state = 'SENT' AND d.settled_at >= :since
                              AND (d.article_id IS NOT NULL AND w.chat_id IS NOT NULL OR n.receipts = 1)
                            ORDER BY d.settled_at DESC, d.id DESC
                            """)
                    .bind("chat", chatId)
                    .bind("since", since.toEpochMilli())
                    .map((row, context) -> new Last(
                            row.getLong("id"),
                            row.getString("message_id"),
                            row.getString("title"),
                            row.getString("body")))
                    .list();
            if (asked.isEmpty()) {
                return Optional.empty();
            }
            Last last = asked.get(0);
            asked.stream()
                    .filter(each -> each.messageId().equals(last.messageId()))
                    .forEach(each -> acknowledge(handle, each.id(), person, name, How.REPLY, now));
            return Optional.of(last.title() == null ? StoredMessage.words(last.body()) : last.title());
        });
    }

    private static Given acknowledge(Handle handle, long delivery, PersonId person, String name, How how, Instant now) {
        boolean first = handle.createUpdate("""
                                INSERT INTO receipt (delivery_id, person, name, at, how)
                                VALUES (:delivery, :person, :name, :now, :how)
                                ON CONFLICT (delivery_id, person) DO NOTHING
                                """)
                        .bind("delivery", delivery)
                        .bind("person", person.key())
                        .bind("name", name)
                        .bind("now", now.toEpochMilli())
                        .bind("how", how.name())
                        .execute()
                == 1;
        if (first) {
            countAgain(handle, delivery, now);
        }
        return new Given(
                first,
                handle.createQuery("SELECT at FROM receipt WHERE delivery_id = :delivery AND person = :person")
                        .bind("delivery", delivery)
                        .bind("person", person.key())
                        .mapTo(Long.class)
                        .map(Instant::ofEpochMilli)
                        .one());
    }

    private static void countAgain(Handle handle, long delivery, Instant now) {
        handle.createUpdate("""
                        UPDATE delivery SET count_due = COALESCE(count_due,
                          CASE WHEN count_at + :pause > :now THEN count_at + :pause ELSE :now END)
                        WHERE id = :delivery
                        """)
                .bind("pause", BETWEEN_COUNTS.toMillis())
                .bind("now", now.toEpochMilli())
                .bind("delivery", delivery)
                .execute();
    }

    /** How many have acknowledged a delivery. */
    public int count(long deliveryId) {
        return database.read(handle -> handle.createQuery("SELECT COUNT(*) FROM receipt WHERE delivery_id = :delivery")
                .bind("delivery", deliveryId)
                .mapTo(Integer.class)
                .one());
    }

    /** The messages of a bot whose counts are due to be shown anew. */
    public List<Count> due(Bot bot, Instant now, int limit) {
        record Due(long id, Chat chat, String messageId, OptionalLong article, long notice, int born, int told) {}
        List<Due> due = database.read(handle -> handle.createQuery("""
                        SELECT d.id AS delivery_id, d.message_id, d.article_id, d.notice_id, d.born, d.told, c.*
                        FROM delivery d JOIN chat c ON c.id = d.chat_id
                        WHERE d.bot = :bot AND d.count_due <= :now AND d.state = 'SENT' AND c.state = 'ACTIVE' AND c.hold_until <= :now
                        ORDER BY d.count_due LIMIT :limit
                        """)
                .bind("bot", bot.key())
                .bind("now", now.toEpochMilli())
                .bind("limit", limit)
                .map((row, context) -> new Due(
                        row.getLong("delivery_id"),
                        ChatStore.chat(row, context),
                        row.getString("message_id"),
                        Columns.optionalLong(row, "article_id"),
                        row.getLong("notice_id"),
                        row.getInt("born"),
                        row.getInt("told")))
                .list());
        return due.stream()
                .map(each -> new Count(
                        each.id(),
                        each.chat(),
                        each.messageId(),
                        each.article().isPresent()
                                ? new Subject.OfArticle(
                                        articles.byId(each.article().getAsLong())
                                                .orElseThrow(),
                                        corrections.amendment(each.article().getAsLong(), each.born(), each.told()))
                                : new Subject.OfNotice(each.notice(), notices.message(each.notice())),
                        count(each.id())))
                .toList();
    }

    /** The message shows this count now; more that came meanwhile are due after a pause. */
    public void shown(Count count, Instant now) {
        database.write(handle -> handle.createUpdate("""
                        UPDATE delivery SET count_at = :now, count_due = CASE
                          WHEN (SELECT COUNT(*) FROM receipt r WHERE r.delivery_id = delivery.id) > :count
                          THEN :next END
                        WHERE id = :delivery
                        """)
                .bind("now", now.toEpochMilli())
                .bind("next", now.plus(BETWEEN_COUNTS).toEpochMilli())
                .bind("count", count.count())
                .bind("delivery", count.deliveryId())
                .execute());
    }

    /** To be tried again. */
    public void later(Count count, Instant due) {
        database.write(handle -> handle.createUpdate("UPDATE delivery SET count_due = :due WHERE id = :delivery")
                .bind("due", due.toEpochMilli())
                .bind("delivery", count.deliveryId())
                .execute());
    }
}
