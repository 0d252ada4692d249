package vn.loa.store.message;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.loa.model.Article;
import vn.loa.model.Change;
import vn.loa.model.Difference;
import vn.loa.store.Database;

/** Keeps what the edits of articles changed for people, and has the messages that tell the articles corrected. */
public final class CorrectionStore {
    private final Database database;

    public CorrectionStore(Database database) {
        this.database = database;
    }

    /** Forgets what edits from before changed, where no delivery of the article is left; returns how many. */
    public int forgetEdits(Instant before) {
        return database.write(handle -> {
            int forgotten = handle.createUpdate("""
                            DELETE FROM article_edit WHERE at < :before
                              AND NOT EXISTS (SELECT 1 FROM delivery d WHERE d.article_id = article_edit.article_id)
                            """)
                    .bind("before", before.toEpochMilli())
                    .execute();
            handle.createUpdate("""
                            DELETE FROM article_difference WHERE NOT EXISTS (SELECT 1 FROM article_edit e
                              WHERE e.article_id = article_difference.article_id
                                AND e.revision = article_difference.revision)
                            """).execute();
            return forgotten;
        });
    }

    /** Keeps what an edit changed, with what the parts said before, and has the messages brought up to date. */
    public void edited(long articleId, Set<Change> changes, List<Difference> differences, Instant now) {
        database.transaction(() -> {
            edited(articleId, changes, now);
            differences.forEach(difference -> add(articleId, difference));
        });
    }

    /** An article, as it is now, whose changes are told to the readers of a message. */
    public record Told(long messageId, Article article) {
        public Told {
            Objects.requireNonNull(article);
        }
    }

    /** Notes that a chat's digest that was just worded tells of these changes, and of nothing that an earlier one told. */
    public void digested(long chatId, List<Told> told, Instant now) {
        database.serial(handle -> {
            handle.createUpdate("DELETE FROM digest_correction"
                            + " WHERE message_id IN (SELECT id FROM message WHERE chat_id = :chat)")
                    .bind("chat", chatId)
                    .execute();
            told.forEach(each -> handle.createUpdate("""
                            INSERT INTO digest_correction (message_id, article_id, revision, told_at)
                            VALUES (:message, :article, :revision, :now)
                            """)
                    .bind("message", each.messageId())
                    .bind("article", each.article().id())
                    .bind("revision", each.article().revision())
                    .bind("now", now.toEpochMilli())
                    .execute());
            return null;
        });
    }

    /** Returns when a digest that tells of a message's changes was worded last. */
    public Optional<Instant> digestedAt(long messageId) {
        return database.read(handle -> handle.createQuery(
                        "SELECT told_at FROM digest_correction WHERE message_id = :message ORDER BY told_at DESC LIMIT 1")
                .bind("message", messageId)
                .mapTo(Long.class)
                .findOne()
                .map(Instant::ofEpochMilli));
    }

    /**
     * Takes a message for corrected as far as a digest has told its changes, when one was sent since it was worded;
     * returns whether one was. One that was refused, so that its articles went one by one, has told nothing.
     */
    public boolean settleDigested(Correction correction) {
        return database.serial(handle -> {
            boolean sent = handle.createQuery("""
                                    SELECT COUNT(*) FROM digest_correction k WHERE k.message_id = :message
                                      AND EXISTS (SELECT 1 FROM delivery d JOIN message m ON m.id = d.message_id
                                        WHERE d.chat_id = :chat AND d.digest_at IS NOT NULL AND d.no_digest = 0
                                          AND d.state = 'SENT' AND m.sent_at >= k.told_at)
                                    """)
                            .bind("message", correction.messageId())
                            .bind("chat", correction.chat().id())
                            .mapTo(Integer.class)
                            .one()
                    > 0;
            if (sent) {
                handle.createUpdate("""
                                UPDATE message_article SET shown_revision = (SELECT k.revision FROM digest_correction k
                                  WHERE k.message_id = message_article.message_id
                                    AND k.article_id = message_article.article_id)
                                WHERE message_id = :message AND EXISTS (SELECT 1 FROM digest_correction k
                                  WHERE k.message_id = message_article.message_id
                                    AND k.article_id = message_article.article_id)
                                """).bind("message", correction.messageId()).execute();
                handle.createUpdate("DELETE FROM digest_correction WHERE message_id = :message")
                        .bind("message", correction.messageId())
                        .execute();
            }
            return sent;
        });
    }

    private void add(long articleId, Difference difference) {
        database.write(handle -> handle.createUpdate("""
                        INSERT INTO article_difference (article_id, revision, part, was, becomes)
                        SELECT id, revision, :part, :was, :becomes FROM article WHERE id = :article
                        ON CONFLICT (article_id, revision, part) DO NOTHING
                        """)
                .bind("part", difference.part().name())
                .bind("was", difference.was())
                .bind("becomes", difference.becomes())
                .bind("article", articleId)
                .execute());
    }

    /** Keeps what an edit changed for people and has the messages that were sent brought up to date. */
    public void edited(long articleId, Set<Change> changes, Instant now) {
        String names = changes.stream().map(Enum::name).sorted().collect(Collectors.joining(","));
        database.write(handle -> {
            handle.createUpdate("""
                            INSERT INTO article_edit (article_id, revision, at, changes)
                            SELECT id, revision, :now, :changes FROM article WHERE id = :article
                            ON CONFLICT (article_id, revision) DO NOTHING
                            """)
                    .bind("now", now.toEpochMilli())
                    .bind("changes", names)
                    .bind("article", articleId)
                    .execute();
            MessageRows.edited(handle, articleId, now);
            return null;
        });
    }
}
