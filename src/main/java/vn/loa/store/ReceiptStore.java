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

    public ReceiptStore(Database database) {
        this.database = database;
        this.articles = new ArticleStore(database);
        this.notices = new NoticeStore(database);
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
        /** An article. */
        record OfArticle(Article article) implements Subject {
            public OfArticle {
                Objects.requireNonNull(article);
            }
        }

        /** Several articles. */
        record OfMany() implements Subject {}

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
     * @param deliveryId one that it was sent for
     * @param article what it tells, where it is one article; {@code notice} where it is an announcement by hand
     * @param shared whether it tells several articles
     * @param tries how often it was tried to show its count
     */
    public record Count(
            long deliveryId,
            Chat chat,
            String messageId,
            OptionalLong article,
            long notice,
            boolean shared,
            int tries) {
        public Count {
            Objects.requireNonNull(chat);
            Objects.requireNonNull(messageId);
            Objects.requireNonNull(article);
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
            AnnouncementRef announced, long chatId, PersonId person, String name, How how, Instant now) {
        // Whoever presses the button has the message, also before the ledger knows that it arrived.
        return database.write(handle -> {
            Optional<Long> meant = handle.createQuery("SELECT id FROM delivery WHERE " + announced.column()
                            + " = :id AND chat_id = :chat AND attempts > 0")
                    .bind("id", announced.id())
                    .bind("chat", chatId)
                    .mapTo(Long.class)
                    .findOne();
            List<Long> told = announced.kind() == AnnouncementRef.Kind.MESSAGE && meant.isPresent()
                    ? travelledWith(handle, meant.get())
                    : meant.stream().toList();
            return told.stream()
                    .map(delivery -> acknowledge(handle, delivery, person, name, how, now))
                    .reduce((one, other) -> one.first() ? one : other);
        });
    }

    /** What travels together is claimed together, which tells it before the ledger knows the message. */
    private static List<Long> travelledWith(Handle handle, long delivery) {
        return handle.createQuery("""
                        SELECT o.id FROM delivery d JOIN delivery o ON o.chat_id = d.chat_id
                        WHERE d.id = :delivery AND o.article_id IS NOT NULL
                          AND (o.id = d.id OR o.message_id = d.message_id OR d.state = 'SENDING' AND o.state = 'SENDING')
                        """)
                .bind("delivery", delivery)
                .mapTo(Long.class)
                .list();
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
                        UPDATE delivery SET count_tries = 0, count_due = COALESCE(count_due,
                          CASE WHEN count_at + :pause > :now THEN count_at + :pause ELSE :now END)
                        WHERE id = :delivery
                        """)
                .bind("pause", BETWEEN_COUNTS.toMillis())
                .bind("now", now.toEpochMilli())
                .bind("delivery", delivery)
                .execute();
    }

    /** How many have acknowledged the message by which a delivery travelled. */
    public int count(long deliveryId) {
        return database.read(handle -> handle.createQuery("SELECT COUNT(DISTINCT person) FROM receipt WHERE delivery_id"
                        + " IN (SELECT o.id FROM delivery d JOIN delivery o ON o.chat_id = d.chat_id"
                        + " WHERE d.id = :delivery AND (o.id = d.id OR o.message_id = d.message_id))")
                .bind("delivery", deliveryId)
                .mapTo(Integer.class)
                .one());
    }

    /** The messages of a bot whose counts are due to be shown anew. */
    public List<Count> due(Bot bot, Instant now, int limit) {
        record Due(
                long id, Chat chat, String messageId, OptionalLong article, long notice, boolean shared, int tries) {}
        List<Due> due = database.read(handle -> handle.createQuery("""
                        SELECT d.id AS delivery_id, d.message_id, d.article_id, d.notice_id, d.count_tries, c.*,
                          (SELECT COUNT(*) FROM delivery o
                            WHERE o.chat_id = d.chat_id AND o.message_id = d.message_id) AS sharing
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
                        row.getInt("sharing") > 1,
                        row.getInt("count_tries")))
                .list());
        Set<String> seen = new HashSet<>();
        return due.stream()
                .filter(each -> seen.add(each.chat().id() + " " + each.messageId()))
                .map(each -> new Count(
                        each.id(),
                        each.chat(),
                        each.messageId(),
                        each.article(),
                        each.notice(),
                        each.shared(),
                        each.tries()))
                .toList();
    }

    /** What a message tells. */
    public Subject subject(Count count) {
        if (count.shared()) {
            return new Subject.OfMany();
        }
        return count.article().isPresent()
                ? new Subject.OfArticle(
                        articles.byId(count.article().getAsLong()).orElseThrow())
                : new Subject.OfNotice(count.notice(), notices.message(count.notice()));
    }

    /** When somebody acknowledged a delivery last; the epoch when nobody did. */
    public Instant lastAt(long deliveryId) {
        return database.read(
                handle -> handle.createQuery("SELECT COALESCE(MAX(at), 0) FROM receipt WHERE delivery_id = :delivery")
                        .bind("delivery", deliveryId)
                        .mapTo(Long.class)
                        .map(Instant::ofEpochMilli)
                        .one());
    }

    /** The message shows this count now; more that came meanwhile are due after a pause. */
    public void shown(Count count, int shown, Instant now) {
        database.write(handle -> handle.createUpdate("""
                        UPDATE delivery SET count_at = :now, count_tries = 0, count_due = CASE
                          WHEN (SELECT COUNT(*) FROM receipt r WHERE r.delivery_id = delivery.id) > :count
                          THEN :next END
                        WHERE chat_id = :chat AND message_id = :message
                        """)
                .bind("now", now.toEpochMilli())
                .bind("next", now.plus(BETWEEN_COUNTS).toEpochMilli())
                .bind("count", shown)
                .bind("chat", count.chat().id())
                .bind("message", count.messageId())
                .execute());
    }

    /** To be tried again. */
    public void later(Count count, Instant due) {
        database.write(handle -> handle.createUpdate("UPDATE delivery SET count_due = :due,"
                        + " count_tries = count_tries + 1 WHERE chat_id = :chat AND message_id = :message")
                .bind("due", due.toEpochMilli())
                .bind("chat", count.chat().id())
                .bind("message", count.messageId())
                .execute());
    }
}
