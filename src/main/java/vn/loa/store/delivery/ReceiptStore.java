package vn.loa.store.delivery;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import vn.loa.model.Bot;
import vn.loa.model.PersonId;
import vn.loa.store.Columns;
import vn.loa.store.Database;
import vn.loa.store.message.MessageParts;
import vn.loa.store.message.MessageRows;
import vn.loa.store.message.StoredMessage;

/** Keeps who has acknowledged which announcement, and which chats are asked to. */
public final class ReceiptStore {
    /** Names the ways to acknowledge an announcement. */
    public enum How {
        BUTTON,
        REPLY,
        REACTION
    }

    /** Selects what a chat was told, or its unit in another chat: receipts are the unit's. */
    private static final String HEARD_BY =
            "(chat_id = :chat OR unit_id = (SELECT c.unit_id FROM chat c WHERE c.id = :chat))";

    private final Database database;

    public ReceiptStore(Database database) {
        this.database = database;
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

    /** The chats that want to be asked for receipts. */
    public Set<Long> chats() {
        return new HashSet<>(database.read(handle -> handle.createQuery("SELECT chat_id FROM receipt_chat")
                .mapTo(Long.class)
                .list()));
    }

    /** Sets whether a chat wants to be asked from now on. */
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
            Optional<Long> meant = handle.createQuery(
                            "SELECT id FROM delivery WHERE " + announced.column() + " = :id AND " + HEARD_BY
                                    + " AND (attempts > 0 OR rerouted_at > 0 OR state IN ('SENDING', 'SENT'))")
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

    /**
     * Returns the articles' deliveries in the message of this one; what travels together is claimed together, which
     * tells it before the ledger knows the message.
     */
    private static List<Long> travelledWith(Handle handle, long delivery) {
        return handle.createQuery("""
                        SELECT id FROM delivery WHERE id = :delivery AND article_id IS NOT NULL
                        UNION
                        SELECT o.id FROM delivery d JOIN delivery o ON o.message_id = d.message_id
                        WHERE d.id = :delivery AND o.article_id IS NOT NULL
                        UNION
                        SELECT o.id FROM delivery d JOIN delivery o ON o.chat_id = d.chat_id
                        WHERE d.id = :delivery AND d.state = 'SENDING' AND o.article_id IS NOT NULL
                          AND o.state = 'SENDING' AND o.settled_at IS NULL
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
            List<Long> told = told(handle, bot, chatId, messageId);
            told.forEach(delivery -> acknowledge(handle, delivery, person, name, how, now));
            return !told.isEmpty();
        });
    }

    /** Finds what a message told; one of a number that the ledger does not know yet is what is being sent. */
    private static List<Long> told(Handle handle, Bot bot, String chatId, String messageId) {
        String whole = MessageParts.whole(handle, bot.key(), chatId, messageId);
        List<Long> known = asking(handle, bot, chatId, whole, """
                chat c JOIN message m ON m.chat_id = c.id AND m.external_id = :message
                  JOIN delivery d ON d.message_id = m.id AND d.state = 'SENT'
                """);
        return known.isEmpty() ? asking(handle, bot, chatId, whole, """
                chat c JOIN delivery d ON d.chat_id = c.id AND d.state = 'SENDING' AND NOT EXISTS (
                  SELECT 1 FROM message m JOIN chat o ON o.id = m.chat_id
                  WHERE o.bot = :bot AND o.external_id = :chat AND m.external_id = :message)
                """) : known;
    }

    private static List<Long> asking(Handle handle, Bot bot, String chatId, String message, String deliveries) {
        return handle.createQuery("SELECT d.id FROM " + deliveries + """
                          LEFT JOIN receipt_chat w ON w.chat_id = c.id LEFT JOIN notice n ON n.id = d.notice_id
                        WHERE c.bot = :bot AND c.external_id = :chat
                          AND (d.article_id IS NOT NULL AND w.chat_id IS NOT NULL OR n.receipts = 1)
                        """)
                .bind("bot", bot.key())
                .bind("chat", chatId)
                .bind("message", message)
                .mapTo(Long.class)
                .list();
    }

    /** Returns the title of the article, or the words of the announcement by hand, that a message tells first. */
    public Optional<String> title(Bot bot, String chatId, String messageId) {
        return database.read(handle -> handle.createQuery("""
                        SELECT a.title, n.body FROM chat c JOIN message m ON m.chat_id = c.id
                          JOIN delivery d ON d.message_id = m.id
                          LEFT JOIN article a ON a.id = d.article_id LEFT JOIN notice n ON n.id = d.notice_id
                        WHERE c.bot = :bot AND c.external_id = :chat AND m.external_id = :message
                        ORDER BY d.id LIMIT 1
                        """)
                .bind("bot", bot.key())
                .bind("chat", chatId)
                .bind("message", MessageParts.whole(handle, bot.key(), chatId, messageId))
                .map((row, context) -> title(row.getString("title"), row.getString("body")))
                .findOne());
    }

    /** Returns the title of what is referred to; that of a message is the title of the delivery by which it is named. */
    public Optional<String> title(AnnouncementRef what) {
        return database.read(handle -> handle.createQuery("""
                        SELECT a.title, n.body FROM delivery d
                          LEFT JOIN article a ON a.id = d.article_id LEFT JOIN notice n ON n.id = d.notice_id
                        WHERE d.COLUMN = :id ORDER BY d.id LIMIT 1
                        """.replace("COLUMN", what.column()))
                .bind("id", what.id())
                .map((row, context) -> title(row.getString("title"), row.getString("body")))
                .findOne());
    }

    private static String title(@Nullable String title, @Nullable String body) {
        return title != null ? title : StoredMessage.words(Objects.requireNonNullElse(body, ""));
    }

    /** Returns how many people of a chat have acknowledged something since then. */
    public int acknowledgedSince(long chatId, Instant since) {
        return database.read(handle -> handle.createQuery("""
                        SELECT COUNT(DISTINCT r.person) FROM receipt r JOIN delivery d ON d.id = r.delivery_id
                        WHERE d.chat_id = :chat AND r.at > :since
                        """)
                .bind("chat", chatId)
                .bind("since", since.toEpochMilli())
                .mapTo(Integer.class)
                .one());
    }

    /**
     * Notes that a person acknowledged all that the last message told which asked for it.
     *
     * @param since what was sent earlier is not meant
     * @return the title of the article, or the words of the announcement by hand, told last; empty when nothing asked
     */
    public Optional<String> acknowledgeLast(long chatId, PersonId person, String name, Instant since, Instant now) {
        record Last(long id, long message, String title, String body) {}
        return database.write(handle -> {
            List<Last> asked = handle.createQuery("""
                            SELECT d.id, d.message_id, a.title, n.body FROM delivery d
                              LEFT JOIN receipt_chat w ON w.chat_id = d.chat_id
                              LEFT JOIN article a ON a.id = d.article_id LEFT JOIN notice n ON n.id = d.notice_id
                            WHERE (d.chat_id = :chat
                                OR d.unit_id = (SELECT c.unit_id FROM chat c WHERE c.id = :chat))
                              AND d.state = 'SENT' AND d.settled_at >= :since
                              AND (d.article_id IS NOT NULL AND w.chat_id IS NOT NULL OR n.receipts = 1)
                            ORDER BY d.settled_at DESC, d.id DESC
                            """)
                    .bind("chat", chatId)
                    .bind("since", since.toEpochMilli())
                    .map((row, context) -> new Last(
                            row.getLong("id"),
                            row.getLong("message_id"),
                            row.getString("title"),
                            row.getString("body")))
                    .list();
            if (asked.isEmpty()) {
                return Optional.empty();
            }
            Last last = asked.get(0);
            asked.stream()
                    .filter(each -> each.message() == last.message())
                    .forEach(each -> acknowledge(handle, each.id(), person, name, How.REPLY, now));
            return Optional.of(last.title() == null ? StoredMessage.words(last.body()) : last.title());
        });
    }

    private Given acknowledge(Handle handle, long delivery, PersonId person, String name, How how, Instant now) {
        // Until the ledger has noted what is just being sent, for that looks whether anybody has acknowledged it.
        handle.createQuery("SELECT id FROM delivery WHERE id = :delivery"
                        + database.dialect().locked())
                .bind("delivery", delivery)
                .mapTo(Long.class)
                .findOne();
        boolean first = handle.createUpdate("""
                                INSERT INTO receipt (delivery_id, person, name, at, how)
                                VALUES (:delivery, :person, %s, :now, :how)
                                ON CONFLICT (delivery_id, person) DO NOTHING
                                """.formatted(Columns.NAME_OF_PERSON))
                        .bind("delivery", delivery)
                        .bind("person", person.key())
                        .bind("name", name)
                        .bind("now", now.toEpochMilli())
                        .bind("how", how.name())
                        .execute()
                == 1;
        if (first) {
            MessageRows.acknowledged(handle, delivery, now);
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

    /** Returns whether a receipt of this person is kept. */
    public boolean knows(PersonId person) {
        return database.read(handle -> handle.createQuery("SELECT COUNT(*) FROM receipt WHERE person = :person")
                        .bind("person", person.key())
                        .mapTo(Integer.class)
                        .one()
                > 0);
    }

    /** Counts the people who have acknowledged what a message tells. */
    public int count(long messageId) {
        return database.read(handle -> handle.createQuery(
                        "SELECT COUNT(DISTINCT COALESCE(l.main, r.person)) FROM delivery d"
                                + " JOIN receipt r ON r.delivery_id = d.id LEFT JOIN person_link l ON l.person = r.person WHERE d.message_id = :message")
                .bind("message", messageId)
                .mapTo(Integer.class)
                .one());
    }

    /** Finds when somebody acknowledged what a message tells last; the epoch when nobody did. */
    public Instant lastAt(long messageId) {
        return database.read(handle -> handle.createQuery("SELECT COALESCE(MAX(r.at), 0) FROM delivery d"
                        + " JOIN receipt r ON r.delivery_id = d.id WHERE d.message_id = :message")
                .bind("message", messageId)
                .mapTo(Long.class)
                .map(Instant::ofEpochMilli)
                .one());
    }
}
