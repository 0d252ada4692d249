package vn.loa.store.article;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;
import vn.loa.model.Article;
import vn.loa.store.Columns;
import vn.loa.store.Database;
import vn.loa.story.StoryFingerprint;

/** Which articles tell one story: the fingerprints by which likely ones are found, and what was joined or parted. */
public final class StoryStore {
    /** A hash that more articles have is one of a form that many fill in; it tells nothing. */
    private static final int MOST_OF_ONE_HASH = 64;
    /** One hash in common is an accident, or a phrase. */
    private static final int LEAST_SHARED = 2;

    private final Database database;

    public StoryStore(Database database) {
        this.database = database;
    }

    /** Keeps an article's fingerprint; twice is once. */
    public void keep(Article article, StoryFingerprint fingerprint) {
        if (fingerprint.hashes().isEmpty()) {
            return;
        }
        database.write(handle -> {
            PreparedBatch batch = handle.prepareBatch("""
                    INSERT INTO story_sketch (hash, seen_at, article_id) VALUES (:hash, :seen, :article)
                    ON CONFLICT (hash, seen_at, article_id) DO NOTHING
                    """);
            fingerprint
                    .hashes()
                    .forEach(hash -> batch.bind("hash", hash)
                            .bind("seen", article.firstSeen().toEpochMilli())
                            .bind("article", article.id())
                            .add());
            return batch.execute().length;
        });
    }

    /**
     * Finds articles of other sources, older than this one and not withdrawn, that share most of a fingerprint with it.
     *
     * @param since when they were first read at the earliest
     * @param limit how many at most; those that share the most come first
     */
    public List<Article> likely(Article article, StoryFingerprint fingerprint, Instant since, int limit) {
        List<Long> hashes = fingerprint.hashes();
        if (hashes.isEmpty()) {
            return List.of();
        }
        StringBuilder same = new StringBuilder();
        for (int i = 0; i < hashes.size(); i++) {
            same.append(i == 0 ? "" : " UNION ALL ")
                    .append("SELECT * FROM (SELECT article_id FROM story_sketch WHERE hash = :hash")
                    .append(i)
                    .append(" AND seen_at >= :since ORDER BY seen_at DESC LIMIT :most) h")
                    .append(i);
        }
        return database.read(handle -> {
            Query query =
                    handle.createQuery("SELECT a.* FROM article a JOIN (SELECT article_id, COUNT(*) AS shared FROM ("
                            + same
                            + ") each_hash GROUP BY article_id HAVING COUNT(*) >= :least) found ON found.article_id = a.id"
                            + " WHERE a.id < :article AND a.source_id <> :source AND a.withdrawn = 0"
                            + " ORDER BY found.shared DESC, a.id LIMIT :limit");
            for (int i = 0; i < hashes.size(); i++) {
                query.bind("hash" + i, hashes.get(i));
            }
            return query.bind("since", since.toEpochMilli())
                    .bind("most", MOST_OF_ONE_HASH)
                    .bind("least", LEAST_SHARED)
                    .bind("article", article.id())
                    .bind("source", article.sourceId())
                    .bind("limit", limit)
                    .map(ArticleStore::article)
                    .list();
        });
    }

    /** Writes down that an article is a copy; what was written down before stays. */
    public void join(StoryCopy copy, Instant now) {
        database.write(handle -> handle.createUpdate("""
                        INSERT INTO story_copy (article_id, story_id, like_id, repeated, facts, shared_facts, joined_at)
                        VALUES (:article, :story, :like, :repeated, :facts, :shared, :now)
                        ON CONFLICT (article_id) DO NOTHING
                        """)
                .bind("article", copy.articleId())
                .bind("story", copy.storyId())
                .bind("like", copy.likeId())
                .bind("repeated", copy.repeated())
                .bind("facts", copy.facts())
                .bind("shared", copy.sharedFacts())
                .bind("now", now.toEpochMilli())
                .execute());
    }

    /** Parts a copy from its story; returns false when it is none, or was parted before. */
    public boolean part(long articleId, Instant now) {
        return database.write(handle -> handle.createUpdate(
                                "UPDATE story_copy SET parted_at = :now WHERE article_id = :article AND parted_at IS NULL")
                        .bind("now", now.toEpochMilli())
                        .bind("article", articleId)
                        .execute()
                == 1);
    }

    /** Finds what an article is a copy of; empty when it is none. A copy that was parted is found too. */
    public Optional<StoryCopy> copy(long articleId) {
        return database.read(handle -> handle.createQuery("SELECT * FROM story_copy WHERE article_id = :article")
                .bind("article", articleId)
                .map(StoryStore::copy)
                .findOne());
    }

    /** Lists the copies of a story, in the order in which they came; parted ones too. */
    public List<StoryCopy> copies(long storyId) {
        return database.read(handle -> handle.createQuery(
                        "SELECT * FROM story_copy WHERE story_id = :story ORDER BY joined_at, article_id")
                .bind("story", storyId)
                .map(StoryStore::copy)
                .list());
    }

    /** Forgets fingerprints from before one time, and copies that were joined before another; returns how many rows. */
    public int forget(Instant fingerprintsBefore, Instant copiesBefore) {
        return database.write(handle -> {
            int sketches = handle.createUpdate("DELETE FROM story_sketch WHERE seen_at < :before")
                    .bind("before", fingerprintsBefore.toEpochMilli())
                    .execute();
            handle.createUpdate("""
                            DELETE FROM story_skip
                            WHERE article_id IN (SELECT article_id FROM story_copy WHERE joined_at < :before)
                            """).bind("before", copiesBefore.toEpochMilli()).execute();
            return sketches
                    + handle.createUpdate("DELETE FROM story_copy WHERE joined_at < :before")
                            .bind("before", copiesBefore.toEpochMilli())
                            .execute();
        });
    }

    private static StoryCopy copy(ResultSet row, StatementContext context) throws SQLException {
        return new StoryCopy(
                row.getLong("article_id"),
                row.getLong("story_id"),
                row.getLong("like_id"),
                row.getInt("repeated"),
                row.getInt("facts"),
                row.getInt("shared_facts"),
                Columns.optionalInstant(row, "parted_at"));
    }
}
