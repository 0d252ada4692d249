package vn.loa.store.article;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.StatementContext;
import vn.loa.model.Headline;
import vn.loa.store.Columns;
import vn.loa.store.Database;

/** Items of lists whose pages are still to be read; they survive a restart and scrolling off the list. */
public final class HeadlineStore {
    private final Database database;

    public HeadlineStore(Database database) {
        this.database = database;
    }

    /** Those of the keys that this source has shown before, read or still to be read. */
    public Set<String> known(String sourceId, List<String> keys) {
        if (keys.isEmpty()) {
            return Set.of();
        }
        return database.read(handle -> new HashSet<>(handle.createQuery("""
                        SELECT a.article_key FROM listing l JOIN article a ON a.id = l.article_id
                        WHERE l.source_id = :source AND a.article_key IN (<keys>)
                        UNION SELECT article_key FROM headline
                        WHERE source_id = :source AND article_key IN (<keys>)
                        """)
                .bind("source", sourceId)
                .bindList("keys", keys)
                .mapTo(String.class)
                .list()));
    }

    /**
     * Those of the keys that this source had shown before it showed an item that still waits: what was there at its first
     * check, and what was found earlier, read or still to be read.
     */
    public Set<String> foundBefore(PendingHeadline pending, List<String> keys) {
        if (keys.isEmpty()) {
            return Set.of();
        }
        return database.read(handle -> new HashSet<>(handle.createQuery("""
                        SELECT a.article_key FROM article a
                        JOIN listing l ON l.article_id = a.id AND l.source_id = :source
                        JOIN headline own ON own.source_id = :source AND own.article_key = :own
                        WHERE a.article_key IN (<keys>)
                          AND (l.seen_at < own.found_at OR a.source_id = :source AND a.listed_before IS NOT NULL)
                        UNION SELECT h.article_key FROM headline h
                        JOIN headline own ON own.source_id = :source AND own.article_key = :own
                        WHERE h.source_id = :source AND h.article_key IN (<keys>)
                          AND (h.silent = 1 OR h.found_at < own.found_at)
                        """)
                .bind("source", pending.sourceId())
                .bind("own", pending.headline().key())
                .bindList("keys", keys)
                .mapTo(String.class)
                .list()));
    }

    /**
     * Keeps new items to be read. They are given in the list's order, newest first, and will be read oldest first.
     *
     * @param silent whether their announcement is to be left out
     */
    public void add(String sourceId, List<Headline> headlines, boolean silent, Instant now) {
        database.write(handle -> {
            PreparedBatch batch = handle.prepareBatch("""
                    INSERT INTO headline (source_id, article_key, position, url, title, published, precision, teaser,
                      category, image, silent, next_try, found_at)
                    VALUES (:source, :key, :position, :url, :title, :published, :precision, :teaser, :category,
                      :image, :silent, :now, :now)
                    ON CONFLICT (source_id, article_key) DO NOTHING
                    """);
            long position = headlines.size();
            for (Headline headline : headlines) {
                bind(batch, headline)
                        .bind("source", sourceId)
                        .bind("position", position--)
                        .bind("silent", silent ? 1 : 0)
                        .bind("now", now.toEpochMilli())
                        .add();
            }
            return batch.execute();
        });
    }

    private static PreparedBatch bind(PreparedBatch batch, Headline headline) {
        return batch.bind("key", headline.key())
                .bind("url", headline.url().toString())
                .bind("title", headline.title())
                .bind("published", Columns.millis(headline.published().instant()))
                .bind("precision", headline.published().precision().name())
                .bind("teaser", headline.teaser())
                .bind("category", headline.category())
                .bind("image", Columns.text(headline.image()));
    }

    /** The items of a source that are due to be read: the news first, then what was there before us, oldest first. */
    public List<PendingHeadline> due(String sourceId, Instant now) {
        return database.read(handle -> handle.createQuery("""
                        SELECT * FROM headline
                        WHERE source_id = :source AND next_try <= :now AND given_up_at IS NULL
                        ORDER BY silent, found_at, position
                        """)
                .bind("source", sourceId)
                .bind("now", now.toEpochMilli())
                .map(HeadlineStore::pending)
                .list());
    }

    /** Counts the items of a source that are still to be read. */
    public int waiting(String sourceId) {
        return database.read(handle -> handle.createQuery(
                        "SELECT COUNT(*) FROM headline WHERE source_id = :source AND given_up_at IS NULL")
                .bind("source", sourceId)
                .mapTo(Integer.class)
                .one());
    }

    /**
     * The news of a source that were found before {@code before} and still are to be read; what was there before us may
     * wait.
     */
    public List<PendingHeadline> overdue(String sourceId, Instant before) {
        return database.read(handle -> handle.createQuery("""
                        SELECT * FROM headline
                        WHERE source_id = :source AND silent = 0 AND given_up_at IS NULL AND found_at < :before
                        ORDER BY found_at, position
                        """)
                .bind("source", sourceId)
                .bind("before", before.toEpochMilli())
                .map(HeadlineStore::pending)
                .list());
    }

    /**
     * Returns the news of a source that were asked for in vain at least so often.
     *
     * @param reason how the reason of the last failure begins; an empty string for any
     */
    public List<PendingHeadline> tried(String sourceId, int attempts, String reason) {
        return database.read(handle -> handle.createQuery("""
                        SELECT * FROM headline
                        WHERE source_id = :source AND silent = 0 AND given_up_at IS NULL AND attempts >= :attempts
                          AND SUBSTR(last_error, 1, LENGTH(:reason)) = :reason
                        ORDER BY found_at, position
                        """)
                .bind("source", sourceId)
                .bind("attempts", attempts)
                .bind("reason", reason)
                .map(HeadlineStore::pending)
                .list());
    }

    /** Puts a reading that failed off to a later time. */
    public void postpone(PendingHeadline pending, Instant nextTry, String reason) {
        database.write(handle -> handle.createUpdate("""
                        UPDATE headline SET attempts = attempts + 1, next_try = :next, last_error = :reason
                        WHERE source_id = :source AND article_key = :key
                        """)
                .bind("next", nextTry.toEpochMilli())
                .bind("reason", reason)
                .bind("source", pending.sourceId())
                .bind("key", pending.headline().key())
                .execute());
    }

    /** Puts a reading off to a later time for which the portal asked; this is no try. */
    public void hold(PendingHeadline pending, Instant nextTry, String reason) {
        database.write(handle -> handle.createUpdate("""
                        UPDATE headline SET next_try = :next, last_error = :reason
                        WHERE source_id = :source AND article_key = :key
                        """)
                .bind("next", nextTry.toEpochMilli())
                .bind("reason", reason)
                .bind("source", pending.sourceId())
                .bind("key", pending.headline().key())
                .execute());
    }

    /** Lets items be read that were put off while the clock was ahead. */
    public void endPostponement(String sourceId, Instant now) {
        database.write(handle -> handle.createUpdate(
                        "UPDATE headline SET next_try = :now WHERE source_id = :source AND next_try > :now")
                .bind("now", now.toEpochMilli())
                .bind("source", sourceId)
                .execute());
    }

    /** Tries an item no more; it stays known, so that a list that still shows it does not bring it again. */
    public void giveUp(PendingHeadline pending, Instant now, String reason) {
        database.write(handle -> handle.createUpdate("""
                        UPDATE headline SET given_up_at = :now, last_error = :reason
                        WHERE source_id = :source AND article_key = :key
                        """)
                .bind("now", now.toEpochMilli())
                .bind("reason", reason)
                .bind("source", pending.sourceId())
                .bind("key", pending.headline().key())
                .execute());
    }

    /** Forgets items that were given up before; returns how many. */
    public int forgetGivenUp(Instant before) {
        return database.write(handle -> handle.createUpdate("DELETE FROM headline WHERE given_up_at < :before")
                .bind("before", before.toEpochMilli())
                .execute());
    }

    /** Forgets an item: it was read, or it is no article. */
    public void remove(PendingHeadline pending) {
        database.write(
                handle -> handle.createUpdate("DELETE FROM headline WHERE source_id = :source AND article_key = :key")
                        .bind("source", pending.sourceId())
                        .bind("key", pending.headline().key())
                        .execute());
    }

    private static PendingHeadline pending(ResultSet row, StatementContext context) throws SQLException {
        Headline headline = new Headline(
                row.getString("article_key"),
                URI.create(row.getString("url")),
                row.getString("title"),
                Columns.published(row),
                row.getString("teaser"),
                row.getString("category"),
                Columns.optionalUri(row, "image"));
        return new PendingHeadline(
                row.getString("source_id"), headline, row.getInt("silent") == 1, row.getInt("attempts"));
    }
}
