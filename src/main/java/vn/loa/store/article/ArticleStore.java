package vn.loa.store.article;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.StatementContext;
import vn.loa.model.Article;
import vn.loa.model.ArticleContent;
import vn.loa.model.Summary;
import vn.loa.store.Columns;
import vn.loa.store.Database;

/** The archive of articles. */
public final class ArticleStore {
    /** SQL of when an article came: as published, else as first seen; what was there before everything came before it. */
    public static final String CAME = "COALESCE(a.published, a.listed_before, a.first_seen)";

    public static final String NEWEST = " ORDER BY " + CAME + " DESC, a.id DESC LIMIT :limit";

    private static final String HOLDS = """
             AND (a.folded LIKE :word ESCAPE '!' OR EXISTS (SELECT 1 FROM attachment t
              WHERE t.article_id = a.id AND t.folded LIKE :word ESCAPE '!'))
            """;

    private final Database database;
    private final String version;

    /** An archive for whoever reads no pages. */
    public ArticleStore(Database database) {
        this(database, "");
    }

    /**
     * An archive.
     *
     * @param version of Loa, which reads the pages
     */
    public ArticleStore(Database database, String version) {
        this.database = database;
        this.version = version;
    }

    /** Adds an article to the archive and to the list it was found in. */
    public Article add(NewArticle article, Instant now) {
        return database.write(handle -> {
            Article added = bind(handle.createQuery("""
                                    INSERT INTO article (article_key, source_id, url, title, published, precision,
                                      lead, paragraphs, category, author, image, attachments, sentences, event_date,
                                      folded, folded_category, first_seen, read_by, revision, withdrawn)
                                    VALUES (:key, :source, :url, :title, :published, :precision, :lead, :paragraphs,
                                      :category, :author, :image, :attachments, :sentences, :eventDate, :folded,
                                      :foldedCategory, :now, :version, 1, 0)
                                    RETURNING *
                                    """), article)
                    .bind("now", now.toEpochMilli())
                    .bind("version", version)
                    .map(ArticleStore::article)
                    .one();
            list(added.id(), article.sourceId(), article.listedTitle(), now);
            return added;
        });
    }

    /** Replaces what an article says and counts one more revision. */
    public Article revise(long id, NewArticle article, Instant now) {
        return database.write(handle -> {
            Article revised = bind(handle.createQuery("""
                                    UPDATE article SET url = :url, title = :title, published = :published,
                                      precision = :precision, lead = :lead, paragraphs = :paragraphs,
                                      category = :category, author = :author, image = :image,
                                      attachments = :attachments, sentences = :sentences, event_date = :eventDate,
                                      folded = :folded, folded_category = :foldedCategory,
                                      revision = revision + 1, withdrawn = 0
                                    WHERE id = :id RETURNING *
                                    """), article)
                    .bind("id", id)
                    .map(ArticleStore::article)
                    .one();
            list(id, article.sourceId(), article.listedTitle(), now);
            return revised;
        });
    }

    /**
     * Notes that this version has read an article again; returns whether another one had read it last, which may run at
     * another node.
     */
    public boolean rereadNow(long id) {
        return database.write(handle ->
                handle.execute("UPDATE article SET read_by = ? WHERE id = ? AND read_by <> ?", version, id, version)
                        == 1);
    }

    /** Notes that an article stood in its source's first list; without a date it came at least a day before that was read. */
    public void wasThereBefore(long id) {
        database.write(handle -> handle.execute(
                "UPDATE article SET listed_before = first_seen - ? WHERE id = ?",
                Duration.ofDays(1).toMillis(),
                id));
    }

    /** Returns the keys of a source's newest articles that came after its first list. */
    public Set<String> cameLater(String sourceId, int limit) {
        return database.read(handle -> new HashSet<>(handle.createQuery("""
                        SELECT a.article_key FROM listing l JOIN article a ON a.id = l.article_id
                        WHERE l.source_id = :source AND a.source_id = :source AND a.listed_before IS NULL
                        ORDER BY l.article_id DESC LIMIT :limit
                        """)
                .bind("source", sourceId)
                .bind("limit", limit)
                .mapTo(String.class)
                .list()));
    }

    /** Gives an article another summary and counts one more revision. */
    public Article resummarize(long id, Summary summary) {
        return database.write(handle -> handle.createQuery("""
                        UPDATE article SET sentences = :sentences, event_date = :eventDate, revision = revision + 1
                        WHERE id = :id RETURNING *
                        """)
                .bind("sentences", Columns.json(summary.sentences()))
                .bind("eventDate", summary.eventDate().map(LocalDate::toString).orElse(null))
                .bind("id", id)
                .map(ArticleStore::article)
                .one());
    }

    /** The portal took the article back; it is not shown any more, and counts one more revision. */
    public void withdraw(long id) {
        database.write(handle -> handle.createUpdate(
                        "UPDATE article SET withdrawn = 1, revision = revision + 1, next_visit = NULL WHERE id = :id")
                .bind("id", id)
                .execute());
    }

    /**
     * When to look at the article's page again.
     *
     * @param visit empty for never
     * @param missing how often in a row the page was gone
     */
    public void planVisit(long id, Optional<Instant> visit, int missing) {
        database.write(handle -> handle.createUpdate(
                        "UPDATE article SET next_visit = :visit, missing = :missing WHERE id = :id")
                .bind("visit", Columns.millis(visit))
                .bind("missing", missing)
                .bind("id", id)
                .execute());
    }

    /** The articles of a source whose pages are due to be looked at again, with how often they were gone. */
    public Map<Article, Integer> dueVisits(String sourceId, Instant now, int limit) {
        Map<Article, Integer> due = new LinkedHashMap<>();
        database.read(handle -> handle.createQuery("""
                                SELECT * FROM article WHERE source_id = :source AND next_visit <= :now
                                ORDER BY next_visit LIMIT :limit
                                """)
                        .bind("source", sourceId)
                        .bind("now", now.toEpochMilli())
                        .bind("limit", limit)
                        .map((row, context) -> Map.entry(article(row, context), row.getInt("missing")))
                        .list())
                .forEach(entry -> due.put(entry.getKey(), entry.getValue()));
        return due;
    }

    /**
     * Brings forward the visit of articles that a list no longer shows although it shows older ones, and whose page was
     * not found gone before.
     */
    public void visitVanished(String sourceId, List<String> shownKeys, Instant now) {
        if (shownKeys.isEmpty()) {
            return;
        }
        database.write(handle -> handle.createUpdate("""
                        UPDATE article SET next_visit = :now
                        WHERE source_id = :source AND withdrawn = 0 AND missing = 0 AND next_visit > :now
                          AND article_key NOT IN (<keys>)
                          AND id > (SELECT MIN(id) FROM article WHERE article_key IN (<keys>))
                          AND id IN (SELECT article_id FROM listing WHERE source_id = :source)
                        """)
                .bind("now", now.toEpochMilli())
                .bind("source", sourceId)
                .bindList("keys", shownKeys)
                .execute());
    }

    /** Notes that a list shows an article, under this title. */
    public void list(long articleId, String sourceId, String title, Instant now) {
        database.write(handle -> handle.createUpdate("""
                        INSERT INTO listing (source_id, article_id, title, seen_at)
                        VALUES (:source, :article, :title, :now)
                        ON CONFLICT (source_id, article_id) DO UPDATE SET title = excluded.title, seen_at = excluded.seen_at
                        """)
                .bind("source", sourceId)
                .bind("article", articleId)
                .bind("title", title)
                .bind("now", now.toEpochMilli())
                .execute());
    }

    /** The title under which a list last showed an article; empty when that list never did. */
    public Optional<String> listedTitle(String sourceId, String key) {
        return database.read(handle -> handle.createQuery("""
                        SELECT l.title FROM listing l JOIN article a ON a.id = l.article_id
                        WHERE l.source_id = :source AND a.article_key = :key
                        """)
                .bind("source", sourceId)
                .bind("key", key)
                .mapTo(String.class)
                .findOne());
    }

    public Optional<Article> byKey(String key) {
        return database.read(handle -> handle.createQuery("SELECT * FROM article WHERE article_key = :key")
                .bind("key", key)
                .map(ArticleStore::article)
                .findOne());
    }

    public Optional<Article> byId(long id) {
        return database.read(handle -> handle.createQuery("SELECT * FROM article WHERE id = :id")
                .bind("id", id)
                .map(ArticleStore::article)
                .findOne());
    }

    /** The newest articles of all sources. */
    public List<Article> latest(int limit) {
        return database.read(handle ->
                newest(handle.createQuery("SELECT a.* FROM article a WHERE a.withdrawn = 0" + NEWEST), limit));
    }

    /**
     * The newest articles that groups of these units were told; none when there are no units. What a person follows in
     * private is left out.
     */
    public List<Article> told(Set<Long> units, int limit) {
        return units.isEmpty()
                ? List.of()
                : database.read(handle ->
                        newest(handle.createQuery("""
                                SELECT a.* FROM article a WHERE a.withdrawn = 0 AND EXISTS (
                                  SELECT 1 FROM delivery d JOIN chat c ON c.id = d.chat_id
                                  WHERE d.article_id = a.id AND d.state = 'SENT' AND c.kind <> 'PRIVATE'
                                    AND c.unit_id IN (<units>))
                                """ + NEWEST).bindList("units", List.copyOf(units)), limit));
    }

    /**
     * The newest articles that hold all of these words, themselves or in their attachments; the words are folded as the
     * articles are.
     */
    public List<Article> search(List<String> foldedWords, int limit) {
        StringBuilder sql = new StringBuilder("SELECT a.* FROM article a WHERE a.withdrawn = 0");
        for (int i = 0; i < foldedWords.size(); i++) {
            sql.append(HOLDS.replace(":word", ":word" + i));
        }
        return database.read(handle -> {
            Query query = handle.createQuery(sql.append(NEWEST).toString());
            for (int i = 0; i < foldedWords.size(); i++) {
                query.bind("word" + i, "%" + escaped(foldedWords.get(i)) + "%");
            }
            return newest(query, limit);
        });
    }

    /** The categories that articles have had, as portals write them, the most frequent first. */
    public List<String> categories() {
        return database.read(handle -> handle.createQuery(
                        "SELECT category FROM article WHERE category <> '' GROUP BY category ORDER BY COUNT(*) DESC")
                .mapTo(String.class)
                .list());
    }

    /** Counts the articles that a source's list has shown. */
    public int count(String sourceId) {
        return database.read(handle -> handle.createQuery("SELECT COUNT(*) FROM listing WHERE source_id = :source")
                .bind("source", sourceId)
                .mapTo(Integer.class)
                .one());
    }

    /** When a source's newest articles came: as published, else as first seen; the newest first. */
    public List<Instant> times(String sourceId, int limit) {
        return database.read(
                handle -> handle
                        .createQuery("""
                        SELECT %s FROM listing l JOIN article a ON a.id = l.article_id
                        WHERE l.source_id = :source ORDER BY 1 DESC LIMIT :limit
                        """.formatted(CAME))
                        .bind("source", sourceId)
                        .bind("limit", limit)
                        .mapTo(Long.class)
                        .stream()
                        .map(Instant::ofEpochMilli)
                        .toList());
    }

    private static String escaped(String word) {
        return word.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }

    private static List<Article> newest(Query query, int limit) {
        return new ArrayList<>(
                query.bind("limit", limit).map(ArticleStore::article).list());
    }

    private static <S extends SqlStatement<S>> S bind(S statement, NewArticle article) {
        ArticleContent content = article.content();
        return statement
                .bind("key", article.key())
                .bind("source", article.sourceId())
                .bind("url", article.url().toString())
                .bind("title", content.title())
                .bind("published", Columns.millis(content.published().instant()))
                .bind("precision", content.published().precision().name())
                .bind("lead", content.lead())
                .bind("paragraphs", Columns.json(content.paragraphs()))
                .bind("category", content.category())
                .bind("author", content.author())
                .bind("image", Columns.text(content.image()))
                .bind("attachments", Columns.json(content.attachments()))
                .bind("sentences", Columns.json(article.summary().sentences()))
                .bind(
                        "eventDate",
                        article.summary().eventDate().map(LocalDate::toString).orElse(null))
                .bind("folded", article.folded())
                .bind("foldedCategory", article.foldedCategory());
    }

    public static Article article(ResultSet row, StatementContext context) throws SQLException {
        return new Article(
                row.getLong("id"),
                row.getString("article_key"),
                row.getString("source_id"),
                URI.create(row.getString("url")),
                content(row),
                new Summary(
                        Columns.strings(row, "sentences"),
                        Columns.optionalText(row, "event_date").map(LocalDate::parse)),
                Columns.instant(row, "first_seen"),
                row.getInt("revision"),
                row.getInt("withdrawn") == 1);
    }

    private static ArticleContent content(ResultSet row) throws SQLException {
        return new ArticleContent(
                row.getString("title"),
                Columns.published(row),
                row.getString("lead"),
                Columns.strings(row, "paragraphs"),
                row.getString("category"),
                row.getString("author"),
                Columns.optionalUri(row, "image"),
                Columns.attachments(row));
    }
}
