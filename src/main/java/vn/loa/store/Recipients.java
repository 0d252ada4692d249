package vn.loa.store;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import vn.loa.model.Article;
import vn.loa.model.Subscription;
import vn.loa.model.Subscription.Kind;
import vn.loa.subscription.ArticleSubject;
import vn.loa.subscription.Subjects;

/**
 * Who hears of an article: the chats with a subscription that names it, without those with an exclusion that does.
 * Sources and categories are compared by the database. What takes reading the text is looked for once for each distinct
 * topic, commune or keyword, however many chats follow it.
 */
public final class Recipients {
    /** Whether chat {@code c} hears of article {@code a}; what was {@link #note noted} of it is in {@code found}. */
    static final String HEARS = """
            (EXISTS (
              SELECT 1 FROM subscription s WHERE s.chat_id = c.id
                AND (s.kind = 'ALL'
                  OR s.kind = 'SOURCE' AND s.value IN (SELECT l.source_id FROM listing l WHERE l.article_id = a.id)
                  OR s.kind = 'CATEGORY' AND s.value = a.folded_category
                  OR s.kind IN ('TOPIC', 'PLACE', 'LOCALITY', 'KEYWORD') AND EXISTS (
                    SELECT 1 FROM found f WHERE f.article_id = a.id AND f.kind = s.kind AND f.value = s.value)))
            AND NOT EXISTS (
              SELECT 1 FROM subscription x JOIN found f ON f.kind = x.kind AND f.value = x.value
              WHERE x.chat_id = c.id AND x.kind = 'EXCLUDE' AND f.article_id = a.id))
            """;

    private static final Set<Kind> BY_DATABASE = Set.of(Kind.SOURCE, Kind.CATEGORY);
    private static final String NO_SUCH = "/none/";

    private final Database database;
    private final Subjects subjects = new Subjects();

    public Recipients(Database database) {
        this.database = database;
    }

    /** Something that somebody follows. */
    private record Followed(Kind kind, String value) {}

    /** Writes down what an article holds of all that anybody follows, for {@link #HEARS}. */
    void note(Handle handle, long articleId) {
        List<Followed> followed = followed(handle);
        if (followed.isEmpty()) {
            return;
        }
        ArticleSubject subject = subject(handle, article(handle, articleId));
        PreparedBatch batch =
                handle.prepareBatch("INSERT INTO found (article_id, kind, value) VALUES (:article, :kind, :value)");
        followed.stream()
                .filter(each -> subject.isNamedBy(each.kind(), each.value()))
                .forEach(each -> batch.bind("article", articleId)
                        .bind("kind", each.kind().name())
                        .bind("value", each.value())
                        .add());
        if (batch.size() > 0) {
            batch.execute();
        }
    }

    /** Takes back what was noted. */
    void forget(Handle handle, long articleId) {
        handle.createUpdate("DELETE FROM found WHERE article_id = :article")
                .bind("article", articleId)
                .execute();
    }

    private static List<Followed> followed(Handle handle) {
        return handle.createQuery("""
                        SELECT DISTINCT kind, value FROM subscription
                        WHERE kind IN ('TOPIC', 'PLACE', 'LOCALITY', 'KEYWORD', 'EXCLUDE')
                        """)
                .map((row, context) -> new Followed(Kind.valueOf(row.getString("kind")), row.getString("value")))
                .list();
    }

    private static Article article(Handle handle, long id) {
        return handle.createQuery("SELECT * FROM article WHERE id = :id")
                .bind("id", id)
                .map(ArticleStore::article)
                .one();
    }

    private ArticleSubject subject(Handle handle, Article article) {
        List<ArticleSubject.Listed> lists = handle.createQuery("""
                        SELECT l.source_id, COALESCE(s.name, '') AS name
                        FROM listing l LEFT JOIN source s ON s.id = l.source_id WHERE l.article_id = :article
                        """)
                .bind("article", article.id())
                .map((row, context) -> new ArticleSubject.Listed(row.getString("source_id"), row.getString("name")))
                .list();
        return new ArticleSubject(article.content(), lists, subjects);
    }

    /**
     * The newest articles that these subscriptions, all of one chat, let it hear of; the newest first.
     *
     * @param limit how many at most
     * @param among how many of the newest articles are looked through
     */
    public List<Article> heard(List<Subscription> subscriptions, int limit, int among) {
        List<Subscription> wanted =
                subscriptions.stream().filter(each -> !each.excludes()).toList();
        if (wanted.isEmpty()) {
            return List.of();
        }
        return database.read(handle -> {
            try (Stream<Article> newest = newest(handle, wanted, among)) {
                return newest.filter(article -> hears(subject(handle, article), subscriptions))
                        .limit(limit)
                        .toList();
            }
        });
    }

    private static boolean hears(ArticleSubject subject, List<Subscription> subscriptions) {
        return subscriptions.stream().anyMatch(each -> !each.excludes() && subject.isNamedBy(each.kind(), each.value()))
                && subscriptions.stream()
                        .noneMatch(each -> each.excludes() && subject.isNamedBy(each.kind(), each.value()));
    }

    /** Where the database can tell, only what the subscriptions name, so that a quiet source is not drowned by others. */
    private static Stream<Article> newest(Handle handle, List<Subscription> wanted, int among) {
        boolean narrow = BY_DATABASE.containsAll(
                new HashSet<>(wanted.stream().map(Subscription::kind).toList()));
        String sql = "SELECT a.* FROM article a WHERE a.withdrawn = 0" + (narrow ? """
                 AND (a.id IN (SELECT l.article_id FROM listing l WHERE l.source_id IN (<sources>))
                  OR a.folded_category IN (<categories>))
                """ : "") + ArticleStore.NEWEST;
        Query query = handle.createQuery(sql);
        if (narrow) {
            query.bindList("sources", values(wanted, Kind.SOURCE))
                    .bindList("categories", values(wanted, Kind.CATEGORY));
        }
        return query.bind("limit", among).map(ArticleStore::article).stream();
    }

    private static List<String> values(List<Subscription> subscriptions, Kind kind) {
        List<String> values = new ArrayList<>(subscriptions.stream()
                .filter(each -> each.kind() == kind)
                .map(Subscription::value)
                .toList());
        values.add(NO_SUCH);
        return values;
    }
}
