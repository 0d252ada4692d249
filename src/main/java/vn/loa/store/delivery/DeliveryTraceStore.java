package vn.loa.store.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import vn.loa.model.DeliveryState;
import vn.loa.model.Subscription;
import vn.loa.store.Columns;
import vn.loa.store.Database;

/** Reads how an article came to a chat, or why it did not: from the lists that showed it to the platform's answer. */
public final class DeliveryTraceStore {
    private final Database database;

    public DeliveryTraceStore(Database database) {
        this.database = database;
    }

    /** Returns the articles that a message of a chat tells, by the platform's number of the message, in its order. */
    public List<Long> articlesIn(long chatId, String message) {
        return database.read(handle -> handle.createQuery("""
                        SELECT d.article_id FROM message m JOIN delivery d ON d.message_id = m.id
                        WHERE m.chat_id = :chat AND m.external_id = :message AND d.article_id IS NOT NULL
                        ORDER BY d.id
                        """)
                .bind("chat", chatId)
                .bind("message", message)
                .mapTo(Long.class)
                .list());
    }

    /** Returns the article that a chat was told last; empty when it was told none. */
    public Optional<Long> lastSent(long chatId) {
        return database.read(handle ->
                handle.createQuery("""
                        SELECT article_id FROM delivery
                        WHERE chat_id = :chat AND state = 'SENT' AND article_id IS NOT NULL
                        ORDER BY settled_at DESC, id DESC LIMIT 1
                        """).bind("chat", chatId).mapTo(Long.class).findOne());
    }

    /** Returns the article at this address. */
    public Optional<Long> articleAt(String address) {
        return database.read(handle -> handle.createQuery("""
                        SELECT id FROM article WHERE url = :address OR article_key = :address ORDER BY id DESC LIMIT 1
                        """)
                .bind("address", address)
                .mapTo(Long.class)
                .findOne());
    }

    /** Returns the row of an article for a chat; empty when it was never entered for it. */
    public Optional<DeliveryTrace> of(long chatId, long articleId) {
        return database.read(handle -> handle.createQuery("""
                        SELECT d.*, (SELECT COUNT(*) FROM receipt r WHERE r.delivery_id = d.id) AS people
                        FROM delivery d WHERE d.chat_id = :chat AND d.article_id = :article
                        """)
                .bind("chat", chatId)
                .bind("article", articleId)
                .map((row, context) -> new DeliveryTrace(
                        DeliveryState.valueOf(row.getString("state")),
                        Columns.instant(row, "created_at"),
                        Columns.instant(row, "due_at"),
                        Columns.optionalInstant(row, "digest_at"),
                        row.getInt("attempts"),
                        row.getInt("unconfirmed"),
                        Objects.requireNonNullElse(row.getString("last_error"), ""),
                        Columns.optionalInstant(row, "settled_at"),
                        row.getInt("people")))
                .findOne());
    }

    /** Returns the title of the article that told a chat the same story before; empty when none did. */
    public Optional<String> toldBy(long chatId, long articleId) {
        return database.read(handle -> handle.createQuery("""
                        SELECT a.title FROM story_skip k JOIN article a ON a.id = k.told_id
                        WHERE k.chat_id = :chat AND k.article_id = :article
                        """)
                .bind("chat", chatId)
                .bind("article", articleId)
                .mapTo(String.class)
                .findOne());
    }

    /**
     * Tells where and when a list showed an article first.
     *
     * @param source the source's name, or its id when it has gone
     * @param baseline whether it stood there at the source's first check already, which announces nothing
     */
    public record Shown(String source, Instant at, boolean baseline) {
        public Shown {
            Objects.requireNonNull(source);
            Objects.requireNonNull(at);
        }
    }

    /** Returns the lists that showed an article, the first one first. */
    public List<Shown> shown(long articleId) {
        return database.read(handle -> handle.createQuery("""
                        SELECT COALESCE(s.name, l.source_id) AS name, COALESCE(MIN(i.seen_at), MIN(l.seen_at)) AS at,
                          MAX(CASE WHEN s.first_good IS NOT NULL AND i.seen_at <= s.first_good THEN 1 ELSE 0 END) AS base
                        FROM listing l JOIN article a ON a.id = l.article_id
                          LEFT JOIN list_item i ON i.source_id = l.source_id AND i.article_key = a.article_key
                          LEFT JOIN source s ON s.id = l.source_id
                        WHERE l.article_id = :article
                        GROUP BY COALESCE(s.name, l.source_id) ORDER BY at
                        """)
                .bind("article", articleId)
                .map((row, context) ->
                        new Shown(row.getString("name"), Columns.instant(row, "at"), row.getInt("base") == 1))
                .list());
    }

    /**
     * Represents an item of a list that has not been read yet.
     *
     * @param error why it could not be read; empty when it was not tried or is tried for the first time
     * @param nextTry when it is tried next; empty when it was given up
     */
    public record Unread(String title, String source, Instant foundAt, String error, Optional<Instant> nextTry) {
        public Unread {
            Objects.requireNonNull(title);
            Objects.requireNonNull(source);
            Objects.requireNonNull(foundAt);
            Objects.requireNonNull(error);
            Objects.requireNonNull(nextTry);
        }
    }

    /** Returns the unread item at an address or with these words in its title, the newest. */
    public Optional<Unread> unread(String addressOrWords) {
        return database.read(handle -> handle.createQuery("""
                        SELECT h.*, COALESCE(s.name, h.source_id) AS name FROM headline h
                          LEFT JOIN source s ON s.id = h.source_id
                        WHERE h.url = :words OR h.article_key = :words OR LOWER(h.title) LIKE '%' || LOWER(:words) || '%'
                        ORDER BY h.found_at DESC LIMIT 1
                        """)
                .bind("words", addressOrWords)
                .map((row, context) -> new Unread(
                        row.getString("title"),
                        row.getString("name"),
                        Columns.instant(row, "found_at"),
                        row.getString("last_error"),
                        row.getObject("given_up_at") == null
                                ? Columns.optionalInstant(row, "next_try")
                                : Optional.empty()))
                .findOne());
    }

    /** Returns since when a chat has had a subscription; empty when it has it not. */
    public Optional<Instant> since(Subscription subscription) {
        return database.read(handle -> handle.createQuery(
                        "SELECT created_at FROM subscription WHERE chat_id = :chat AND kind = :kind AND value = :value")
                .bind("chat", subscription.chatId())
                .bind("kind", subscription.kind().name())
                .bind("value", subscription.value())
                .mapTo(Long.class)
                .findOne()
                .map(Instant::ofEpochMilli));
    }
}
