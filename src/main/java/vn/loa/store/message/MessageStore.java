package vn.loa.store.message;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import vn.loa.model.Article;
import vn.loa.model.Bot;
import vn.loa.model.Chat;
import vn.loa.model.ChatKind;
import vn.loa.model.OutgoingMessage;
import vn.loa.store.ChatRow;
import vn.loa.store.Columns;
import vn.loa.store.Database;
import vn.loa.store.article.ArticleStore;

/**
 * Keeps the messages that stand in chats: which of them no longer tell what their articles say, and which show an old
 * count of receipts. Both are set right by an edit, which may be done twice without harm, so it needs no claim.
 */
public final class MessageStore {
    /** A message's count of receipts is changed at most this often. */
    public static final Duration BETWEEN_COUNTS = Duration.ofSeconds(10);

    private static final int MOST_OF_A_CHAT = 20;

    private final Database database;
    private final ArticleStore articles;
    private final NoticeStore notices;
    private final Amendments amendments;
    private final AlbumStore albums;
    private final PieceStore pieces;

    public MessageStore(Database database) {
        this.database = database;
        this.articles = new ArticleStore(database);
        this.notices = new NoticeStore(database);
        this.amendments = new Amendments(database);
        this.albums = new AlbumStore(database);
        this.pieces = new PieceStore(database);
    }

    /** Returns what keeps how far messages with several files have come. */
    public AlbumStore albums() {
        return albums;
    }

    /** Returns what keeps how far messages have come that are too long for one. */
    public PieceStore pieces() {
        return pieces;
    }

    /** Returns how many messages each group got from a bot since then, by the platform's number of the group. */
    public Map<String, Integer> sentToGroups(Bot bot, Instant since) {
        return database.read(handle -> handle.createQuery("""
                        SELECT c.external_id, c.kind, COUNT(*) AS messages
                        FROM message m JOIN chat c ON c.id = m.chat_id
                        WHERE m.sent_at > :since AND m.bot = :bot
                        GROUP BY c.external_id, c.kind
                        """)
                .bind("since", since.toEpochMilli())
                .bind("bot", bot.key())
                .reduceRows(new TreeMap<String, Integer>(), (groups, row) -> {
                    if (ChatKind.valueOf(row.getColumn("kind", String.class)).shared()) {
                        groups.merge(
                                row.getColumn("external_id", String.class),
                                row.getColumn("messages", Integer.class),
                                Integer::sum);
                    }
                    return groups;
                }));
    }

    /**
     * A message whose count of receipts is to be shown anew.
     *
     * @param messageId our own number of the message
     * @param externalId the platform's number of it
     * @param tries how often it was tried to show its count
     */
    public record ReceiptCount(long messageId, Chat chat, String externalId, int tries) {
        public ReceiptCount {
            Objects.requireNonNull(chat);
            Objects.requireNonNull(externalId);
        }
    }

    /** The subject of a message: an article, several, or an announcement by hand. */
    public sealed interface Subject {
        /** An article. */
        record OfArticle(Article article) implements Subject {
            public OfArticle {
                Objects.requireNonNull(article);
            }
        }

        /** Several articles; {@code delivery} is the first that travelled by it. */
        record OfMany(long delivery) implements Subject {}

        /** An announcement by hand. */
        record OfNotice(long id, OutgoingMessage message) implements Subject {
            public OfNotice {
                Objects.requireNonNull(message);
            }
        }
    }

    /** A delivery that travelled by a message, and the revisions of its article that the message told and tells. */
    private record Carried(
            long delivery, OptionalLong article, long notice, Optional<Instant> digestAt, int first, int shown) {}

    /**
     * Notes the further parts of a delivery that was sent in several.
     *
     * @param chatId where they stand, by the platform's number
     */
    public void addParts(long deliveryId, String chatId, List<String> externalIds) {
        database.write(handle -> {
            List<AlbumPart> parts = externalIds.stream()
                    .map(each -> new AlbumPart(each, false, OptionalInt.empty()))
                    .toList();
            MessageParts.add(handle, deliveryId, chatId, parts);
            return externalIds.size();
        });
    }

    private List<Carried> carried(long messageId) {
        return database.read(handle -> handle.createQuery("""
                        SELECT d.id, d.article_id, d.notice_id, d.digest_at, t.first_revision, t.shown_revision
                        FROM delivery d
                          LEFT JOIN message_article t ON t.message_id = d.message_id AND t.article_id = d.article_id
                        WHERE d.message_id = :message ORDER BY d.id
                        """)
                .bind("message", messageId)
                .map((row, context) -> new Carried(
                        row.getLong("id"),
                        Columns.optionalLong(row, "article_id"),
                        row.getLong("notice_id"),
                        Columns.optionalInstant(row, "digest_at"),
                        row.getInt("first_revision"),
                        row.getInt("shown_revision")))
                .list());
    }

    private Article article(Carried carried) {
        return articles.byId(carried.article().orElseThrow()).orElseThrow();
    }

    /** Lists the messages of a bot that are due to be brought up to date, those that have waited longest first. */
    public List<Correction> correctionsDue(Bot bot, Instant now, int limit) {
        record Due(long message, Chat chat, String externalId, int tries) {}
        List<Due> due = database.read(handle -> handle.createQuery("""
                        SELECT m.id AS message_id, m.external_id AS message_external, m.correction_tries, c.*
                        FROM message m JOIN chat c ON c.id = m.chat_id
                        WHERE m.bot = :bot AND m.correction_due <= :now AND c.state = 'ACTIVE' AND c.hold_until <= :now
                        ORDER BY m.correction_due, m.id LIMIT :limit
                        """)
                .bind("bot", bot.key())
                .bind("now", now.toEpochMilli())
                .bind("limit", limit)
                .map((row, context) -> new Due(
                        row.getLong("message_id"),
                        ChatRow.chat(row, context),
                        row.getString("message_external"),
                        row.getInt("correction_tries")))
                .list());
        return due.stream()
                .map(each -> new Correction(
                        each.message(), each.chat(), each.externalId(), items(each.message()), each.tries()))
                .toList();
    }

    /** Lists the messages in a chat that do not tell what their articles say now, the oldest first. */
    public List<Correction> correctionsOf(long chatId) {
        record Row(long message, Chat chat, String externalId, int tries) {}
        List<Row> rows = database.read(handle -> handle.createQuery("""
                        SELECT m.id AS message_id, m.external_id AS message_external, m.correction_tries, c.*
                        FROM message m JOIN chat c ON c.id = m.chat_id
                        WHERE m.chat_id = :chat AND m.correction_due IS NOT NULL ORDER BY m.id LIMIT :limit
                        """)
                .bind("chat", chatId)
                .bind("limit", MOST_OF_A_CHAT)
                .map((row, context) -> new Row(
                        row.getLong("message_id"),
                        ChatRow.chat(row, context),
                        row.getString("message_external"),
                        row.getInt("correction_tries")))
                .list());
        return rows.stream()
                .map(each -> new Correction(
                        each.message(), each.chat(), each.externalId(), items(each.message()), each.tries()))
                .toList();
    }

    /** Has a correction wait; this is no try. */
    public void correctLater(Correction correction, Instant due) {
        database.write(handle -> handle.createUpdate("UPDATE message SET correction_due = :due WHERE id = :id")
                .bind("due", due.toEpochMilli())
                .bind("id", correction.messageId())
                .execute());
    }

    private List<Correction.Item> items(long messageId) {
        return carried(messageId).stream()
                .filter(each -> each.article().isPresent())
                .map(each -> new Correction.Item(
                        article(each), amendments.after(each.article().getAsLong(), each.shown())))
                .toList();
    }

    /** Reads all that a message tells which tells several articles. */
    public MultiArticleMessage together(Correction correction) {
        return together(correction.messageId(), correction.chat().id());
    }

    /** As {@link #together(Correction)}, by our own numbers of the message and its chat. */
    public MultiArticleMessage together(long messageId, long chatId) {
        List<Carried> all = carried(messageId);
        Carried first = all.get(0);
        return new MultiArticleMessage(
                messageId,
                all.stream().map(this::item).toList(),
                first.digestAt(),
                othersOf(chatId, first, "id < :id", first.delivery()),
                othersOf(chatId, first, "id > :id", all.get(all.size() - 1).delivery()),
                sentAt(messageId));
    }

    private MultiArticleMessage.Item item(Carried carried) {
        Article article = article(carried);
        return new MultiArticleMessage.Item(
                carried.delivery(), article, amendments.after(article.id(), carried.first()));
    }

    private int othersOf(long chatId, Carried one, String where, long id) {
        if (one.digestAt().isEmpty()) {
            return 0;
        }
        return database.read(handle -> handle.createQuery("SELECT COUNT(*) FROM delivery WHERE chat_id = :chat"
                        + " AND digest_at = :digestAt AND state = 'SENT' AND " + where)
                .bind("chat", chatId)
                .bind("digestAt", one.digestAt().get().toEpochMilli())
                .bind("id", id)
                .mapTo(Integer.class)
                .one());
    }

    private Instant sentAt(long messageId) {
        return database.read(handle -> handle.createQuery("SELECT sent_at FROM message WHERE id = :id")
                .bind("id", messageId)
                .mapTo(Long.class)
                .map(Instant::ofEpochMilli)
                .one());
    }

    /** Notes that the message tells these revisions now, or as much of them as it ever will; a later edit stays due. */
    public void corrected(Correction correction) {
        corrected(
                correction.messageId(),
                correction.items().stream().map(Correction.Item::article).toList());
    }

    /** Notes that the message tells all of its articles as they are here; a later edit stays due. */
    public void corrected(MultiArticleMessage together) {
        corrected(
                together.messageId(),
                together.items().stream().map(MultiArticleMessage.Item::article).toList());
    }

    private void corrected(long messageId, List<Article> shown) {
        database.serial(handle -> {
            shown.forEach(article -> handle.createUpdate("UPDATE message_article SET shown_revision = :revision"
                            + " WHERE message_id = :message AND article_id = :article")
                    .bind("revision", article.revision())
                    .bind("message", messageId)
                    .bind("article", article.id())
                    .execute());
            return handle.createUpdate("""
                            UPDATE message SET correction_tries = 0, correction_due = CASE WHEN EXISTS (
                              SELECT 1 FROM message_article t JOIN article a ON a.id = t.article_id
                              WHERE t.message_id = message.id AND a.revision > t.shown_revision)
                              THEN correction_due END
                            WHERE id = :message
                            """).bind("message", messageId).execute();
        });
    }

    /** Has a correction tried again. */
    public void correctAgain(Correction correction, Instant due) {
        database.write(handle -> handle.createUpdate(
                        "UPDATE message SET correction_due = :due, correction_tries = correction_tries + 1 WHERE id = :id")
                .bind("due", due.toEpochMilli())
                .bind("id", correction.messageId())
                .execute());
    }

    /** Lists the messages of a bot whose counts of receipts are due to be shown anew. */
    public List<ReceiptCount> receiptCountsDue(Bot bot, Instant now, int limit) {
        return database.read(handle -> handle.createQuery("""
                        SELECT m.id AS message_id, m.external_id AS message_external, m.receipt_count_tries, c.*
                        FROM message m JOIN chat c ON c.id = m.chat_id
                        WHERE m.bot = :bot AND m.receipt_count_due <= :now AND c.state = 'ACTIVE'
                          AND c.hold_until <= :now
                        ORDER BY m.receipt_count_due LIMIT :limit
                        """)
                .bind("bot", bot.key())
                .bind("now", now.toEpochMilli())
                .bind("limit", limit)
                .map((row, context) -> new ReceiptCount(
                        row.getLong("message_id"),
                        ChatRow.chat(row, context),
                        row.getString("message_external"),
                        row.getInt("receipt_count_tries")))
                .list());
    }

    /**
     * Reads what a message tells.
     *
     * @throws java.util.NoSuchElementException when its article is not in the archive
     */
    public Subject subject(ReceiptCount count) {
        List<Carried> all = carried(count.messageId());
        Carried first = all.get(0);
        if (all.size() > 1) {
            return new Subject.OfMany(first.delivery());
        }
        return first.article().isPresent()
                ? new Subject.OfArticle(article(first))
                : new Subject.OfNotice(first.notice(), notices.message(first.notice()));
    }

    /** Notes that the message shows this count of receipts now; more that came meanwhile are due after a pause. */
    public void countShown(ReceiptCount count, int shown, Instant now) {
        database.serial(handle -> handle.createUpdate("""
                        UPDATE message SET receipt_count_at = :now, receipt_count_tries = 0, receipt_count_due = CASE
                          WHEN (SELECT COUNT(DISTINCT r.person) FROM receipt r JOIN delivery d ON d.id = r.delivery_id
                            WHERE d.message_id = message.id) > :count
                          THEN :next END
                        WHERE id = :message
                        """)
                .bind("now", now.toEpochMilli())
                .bind("next", now.plus(BETWEEN_COUNTS).toEpochMilli())
                .bind("count", shown)
                .bind("message", count.messageId())
                .execute());
    }

    /** Has a count of receipts tried again. */
    public void countAgain(ReceiptCount count, Instant due) {
        database.write(handle -> handle.createUpdate("UPDATE message SET receipt_count_due = :due,"
                        + " receipt_count_tries = receipt_count_tries + 1 WHERE id = :message")
                .bind("due", due.toEpochMilli())
                .bind("message", count.messageId())
                .execute());
    }

    /**
     * Has everything that waits for a time wait no longer than anything can: the clock was ahead when the time was set.
     *
     * @param longest longer than any retry waits
     */
    public void clockPutRight(Bot bot, Instant now, Duration longest) {
        database.write(handle -> {
            for (String time : List.of("correction_due", "receipt_count_due", "receipt_count_at")) {
                handle.createUpdate("UPDATE message SET " + time + " = :now WHERE bot = :bot AND " + time + " > :end")
                        .bind("now", now.toEpochMilli())
                        .bind("bot", bot.key())
                        .bind("end", now.plus(longest).toEpochMilli())
                        .execute();
            }
            return null;
        });
    }
}
