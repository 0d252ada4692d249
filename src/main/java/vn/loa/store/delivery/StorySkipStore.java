package vn.loa.store.delivery;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import vn.loa.model.Change;
import vn.loa.model.Priority;
import vn.loa.model.Republication;
import vn.loa.store.Database;
import vn.loa.store.article.StoryCopy;
import vn.loa.store.message.CorrectionStore;

/**
 * Which chats were not told a copy of a story, and by which article's message each knows the story. That message names
 * where else the story stands.
 */
public final class StorySkipStore {
    /**
     * The greatest number of copies that one message names; with more it would be edited again and again for nothing.
     */
    private static final int MOST_NAMED = 4;

    private static final String NAMED = """
            SELECT k.chat_id, a.url, COALESCE(s.name, '') AS name
            FROM story_skip k JOIN story_copy c ON c.article_id = k.article_id AND c.parted_at IS NULL
              JOIN article a ON a.id = k.article_id AND a.withdrawn = 0 LEFT JOIN source s ON s.id = a.source_id
            WHERE k.told_id = :told
            """;

    private final Database database;
    private final CorrectionStore corrections;

    public StorySkipStore(Database database) {
        this.database = database;
        this.corrections = new CorrectionStore(database);
    }

    /**
     * Takes back the deliveries of a copy that were just entered for chats which have the story already, or will have it,
     * and has the messages by which they know it name the copy.
     *
     * @return how many were taken back
     */
    public int skip(StoryCopy copy, Instant now) {
        return database.serial(handle -> {
            int skipped = handle.createUpdate("""
                            INSERT INTO story_skip (article_id, chat_id, told_id)
                            SELECT d.article_id, o.chat_id, MIN(o.article_id)
                            FROM delivery d JOIN delivery o
                                ON (o.chat_id = d.chat_id OR o.unit_id = d.unit_id) AND o.state <> 'DEAD'
                              JOIN article a ON a.id = o.article_id AND a.withdrawn = 0
                            WHERE d.article_id = :article AND d.state = 'QUEUED' AND d.attempts = 0
                              AND NOT EXISTS (SELECT 1 FROM delivery_piece p WHERE p.delivery_id = d.id)
                              AND (a.id = :story OR a.id IN (
                                SELECT c.article_id FROM story_copy c
                                WHERE c.story_id = :story AND c.article_id <> :article AND c.parted_at IS NULL))
                            GROUP BY d.article_id, o.chat_id
                            ON CONFLICT (article_id, chat_id) DO NOTHING
                            """)
                    .bind("article", copy.articleId())
                    .bind("story", copy.storyId())
                    .execute();
            int takenBack =
                    handle.createUpdate("""
                            DELETE FROM delivery WHERE article_id = :article AND state = 'QUEUED' AND attempts = 0
                              AND NOT EXISTS (SELECT 1 FROM delivery_piece p WHERE p.delivery_id = delivery.id)
                              AND (chat_id IN (SELECT chat_id FROM story_skip WHERE article_id = :article)
                                OR unit_id IN (
                                  SELECT o.unit_id FROM story_skip k
                                    JOIN delivery o ON o.article_id = k.told_id AND o.chat_id = k.chat_id
                                  WHERE k.article_id = :article))
                            """).bind("article", copy.articleId()).execute();
            if (skipped > 0) {
                toldBy(handle, copy.articleId()).stream()
                        .filter(told -> named(handle, told) <= MOST_NAMED)
                        .forEach(told -> showAnew(handle, told, now));
            }
            return takenBack;
        });
    }

    private static Set<Long> toldBy(Handle handle, long articleId) {
        return Set.copyOf(handle.createQuery("SELECT DISTINCT told_id FROM story_skip WHERE article_id = :article")
                .bind("article", articleId)
                .mapTo(Long.class)
                .list());
    }

    private static int named(Handle handle, long toldId) {
        return handle.createQuery("SELECT COUNT(DISTINCT article_id) FROM story_skip WHERE told_id = :told")
                .bind("told", toldId)
                .mapTo(Integer.class)
                .one();
    }

    /** A revision of its own makes the messages that were sent due, and those on their way known to be behind. */
    private void showAnew(Handle handle, long articleId, Instant now) {
        handle.createUpdate("UPDATE article SET revision = revision + 1 WHERE id = :article")
                .bind("article", articleId)
                .execute();
        corrections.edited(articleId, Set.of(Change.REPUBLISHED), now);
    }

    /**
     * Enters the deliveries of a parted copy for the chats that were not told it, and has their messages name it no more.
     *
     * @return how many were entered
     */
    public int deliverParted(long articleId, Instant now) {
        return database.write(handle -> {
            int entered = enter(handle, "k.article_id = :id", articleId, now);
            toldBy(handle, articleId).forEach(told -> showAnew(handle, told, now));
            return entered;
        });
    }

    /**
     * Enters the copies of a withdrawn article for the chats that its message did not reach in time.
     *
     * @return how many were entered
     */
    public int deliverInsteadOf(long withdrawnId, Instant now) {
        return database.write(handle -> {
            String unreached = " k.told_id = :id AND NOT EXISTS (SELECT 1 FROM delivery d"
                    + " WHERE d.article_id = k.told_id AND d.chat_id = k.chat_id AND d.state = 'SENT')";
            int entered = enter(handle, unreached + " AND c.parted_at IS NULL", withdrawnId, now);
            String instead = """
                    SELECT MIN(d.article_id) FROM delivery d
                      JOIN story_skip k ON k.article_id = d.article_id AND k.chat_id = d.chat_id
                      JOIN story_copy c ON c.article_id = k.article_id AND c.parted_at IS NULL
                    WHERE d.chat_id = story_skip.chat_id
                    """;
            handle.createUpdate(
                            "UPDATE story_skip SET told_id = COALESCE((" + instead + "), told_id) WHERE told_id = :id")
                    .bind("id", withdrawnId)
                    .execute();
            handle.createUpdate("DELETE FROM story_skip WHERE told_id = article_id")
                    .execute();
            return entered;
        });
    }

    private static int enter(Handle handle, String where, long id, Instant now) {
        return handle.createUpdate("""
                        INSERT INTO delivery (bot, chat_id, article_id, priority, state, due_at, created_at)
                        SELECT h.bot, h.id, MIN(k.article_id), :priority, 'QUEUED', :now, :now
                        FROM story_skip k JOIN story_copy c ON c.article_id = k.article_id
                          JOIN article a ON a.id = k.article_id AND a.withdrawn = 0
                          JOIN chat h ON h.id = k.chat_id AND h.state = 'ACTIVE'
                        WHERE %s GROUP BY h.bot, h.id
                        ON CONFLICT (article_id, chat_id) DO NOTHING
                        """.formatted(where))
                .bind("priority", Priority.ORDINARY.rank())
                .bind("now", now.toEpochMilli())
                .bind("id", id)
                .execute();
    }

    /** Returns where else the story of an article stands, by our number of each chat that is to see it. */
    public Map<Long, List<Republication>> republications(long articleId) {
        Map<Long, List<Republication>> found = new HashMap<>();
        database.read(handle -> handle.createQuery(NAMED + " ORDER BY c.joined_at, c.article_id")
                        .bind("told", articleId)
                        .map((row, context) -> Map.entry(row.getLong("chat_id"), republication(row, context)))
                        .list())
                .forEach(each -> {
                    List<Republication> named = found.computeIfAbsent(each.getKey(), chat -> new ArrayList<>());
                    if (named.size() < MOST_NAMED) {
                        named.add(each.getValue());
                    }
                });
        return found;
    }

    /** Returns where else the story of an article stands, as far as one chat is to see it. */
    public List<Republication> republications(long articleId, long chatId) {
        return database.read(handle -> handle.createQuery(
                        NAMED + " AND k.chat_id = :chat ORDER BY c.joined_at, c.article_id LIMIT :most")
                .bind("told", articleId)
                .bind("chat", chatId)
                .bind("most", MOST_NAMED)
                .map(StorySkipStore::republication)
                .list());
    }

    /** Returns whether a chat was ever not told a copy, because it knows the story by this article. */
    public boolean concerns(long articleId, long chatId) {
        return database.read(handle -> handle.createQuery(
                                "SELECT COUNT(*) FROM story_skip WHERE told_id = :told AND chat_id = :chat")
                        .bind("told", articleId)
                        .bind("chat", chatId)
                        .mapTo(Integer.class)
                        .one())
                > 0;
    }

    /** Counts the chats that were not told a copy. */
    public int skipped(long articleId) {
        return database.read(handle -> handle.createQuery("SELECT COUNT(*) FROM story_skip WHERE article_id = :article")
                .bind("article", articleId)
                .mapTo(Integer.class)
                .one());
    }

    private static Republication republication(ResultSet row, StatementContext context) throws SQLException {
        return new Republication(row.getString("name"), URI.create(row.getString("url")));
    }
}
