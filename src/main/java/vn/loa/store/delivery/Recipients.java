package vn.loa.store.delivery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import vn.loa.model.Article;
import vn.loa.model.Subscription;
import vn.loa.model.Subscription.Kind;
import vn.loa.store.Database;
import vn.loa.store.article.ArticleStore;
import vn.loa.subscription.ArticleSubject;
import vn.loa.subscription.Subjects;
import vn.loa.subscription.SubscriptionRule;

/**
 * Finds the chats that hear of an article, and the articles that a chat hears of, by {@link SubscriptionRule}. Each
 * distinct subscription is compared with an article once, however many chats have it; the database only finds the chats
 * that have it.
 */
public final class Recipients {
    private static final Set<Kind> BY_DATABASE = Set.of(Kind.SOURCE, Kind.CATEGORY);
    private static final String NO_SUCH = "/none/";

    /** Later than any article. */
    private static final Instant END = Instant.parse("9999-12-31T00:00:00Z");

    private final Database database;
    private final Subjects subjects = new Subjects();

    public Recipients(Database database) {
        this.database = database;
    }

    /** Something that somebody follows. */
    private record Followed(Kind kind, String value) {}

    /** Finds the active chats that hear of an article. */
    List<Long> of(Handle handle, long articleId) {
        ArticleSubject subject = subject(handle, article(handle, articleId));
        List<Followed> naming = followed(handle).stream()
                .filter(each -> subject.isNamedBy(each.kind(), each.value()))
                .toList();
        if (naming.isEmpty()) {
            return List.of();
        }
        note(handle, articleId, naming);
        List<Long> hearing = hearing(handle, articleId);
        handle.createUpdate("DELETE FROM found WHERE article_id = :article")
                .bind("article", articleId)
                .execute();
        return hearing;
    }

    private static void note(Handle handle, long articleId, List<Followed> naming) {
        PreparedBatch batch =
                handle.prepareBatch("INSERT INTO found (article_id, kind, value) VALUES (:article, :kind, :value)");
        naming.forEach(each -> batch.bind("article", articleId)
                .bind("kind", each.kind().name())
                .bind("value", each.value())
                .add());
        batch.execute();
    }

    /** Asks the rule for each active chat that has anything which names the article. */
    private static List<Long> hearing(Handle handle, long articleId) {
        Map<Long, Set<Kind>> naming = handle.createQuery("""
                        SELECT s.chat_id, s.kind FROM found f
                          JOIN subscription s ON s.kind = f.kind AND s.value = f.value
                          JOIN chat c ON c.id = s.chat_id
                        WHERE f.article_id = :article AND c.state = 'ACTIVE'
                        """)
                .bind("article", articleId)
                .reduceResultSet(new TreeMap<>(), (chats, row, context) -> {
                    chats.computeIfAbsent(row.getLong("chat_id"), chat -> EnumSet.noneOf(Kind.class))
                            .add(Kind.valueOf(row.getString("kind")));
                    return chats;
                });
        return naming.entrySet().stream()
                .filter(chat -> SubscriptionRule.hears(chat.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static List<Followed> followed(Handle handle) {
        return handle.createQuery("SELECT DISTINCT kind, value FROM subscription")
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
        return new ArticleSubject(article.content(), lists, subjects, () -> documents(handle, article.id()));
    }

    private static List<String> documents(Handle handle, long articleId) {
        return handle.createQuery("SELECT content FROM attachment WHERE article_id = :article AND content <> ''")
                .bind("article", articleId)
                .mapTo(String.class)
                .list();
    }

    /**
     * The newest articles that these subscriptions, all of one chat, let it hear of; the newest first.
     *
     * @param limit how many at most
     * @param among how many of the newest articles are looked through
     */
    public List<Article> heard(List<Subscription> subscriptions, int limit, int among) {
        return heard(subscriptions, Instant.EPOCH, END, limit, among);
    }

    /**
     * As {@link #heard(List, int, int)}, of those that were published, or else found, in a time.
     *
     * @param from the beginning
     * @param until the end, which is not part of it
     */
    public List<Article> heard(List<Subscription> subscriptions, Instant from, Instant until, int limit, int among) {
        List<Subscription> wanted =
                subscriptions.stream().filter(each -> !each.excludes()).toList();
        if (wanted.isEmpty()) {
            return List.of();
        }
        return database.read(handle -> {
            try (Stream<Article> newest = newest(handle, wanted, from, until, among)) {
                return newest.filter(article -> SubscriptionRule.hears(subject(handle, article), subscriptions))
                        .limit(limit)
                        .toList();
            }
        });
    }

    /** Returns those of these subscriptions and exclusions that name an article. */
    public List<Subscription> naming(Article article, List<Subscription> subscriptions) {
        return database.read(handle -> {
            ArticleSubject subject = subject(handle, article);
            return subscriptions.stream()
                    .filter(each -> subject.isNamedBy(each.kind(), each.value()))
                    .toList();
        });
    }

    /** Where the database can tell, only what the subscriptions name, so that a quiet source is not drowned by others. */
    private static Stream<Article> newest(
            Handle handle, List<Subscription> wanted, Instant from, Instant until, int among) {
        boolean narrow = BY_DATABASE.containsAll(
                new HashSet<>(wanted.stream().map(Subscription::kind).toList()));
        String sql = "SELECT a.* FROM article a WHERE a.withdrawn = 0"
                + " AND " + ArticleStore.CAME + " BETWEEN :from AND :last" + (narrow ? """
                 AND (a.id IN (SELECT l.article_id FROM listing l WHERE l.source_id IN (<sources>))
                  OR a.folded_category IN (<categories>))
                """ : "")
                + ArticleStore.NEWEST;
        Query query = handle.createQuery(sql);
        if (narrow) {
            query.bindList("sources", values(wanted, Kind.SOURCE))
                    .bindList("categories", values(wanted, Kind.CATEGORY));
        }
        return query
                .bind("limit", among)
                .bind("from", from.toEpochMilli())
                .bind("last", until.toEpochMilli() - 1)
                .map(ArticleStore::article)
                .stream();
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
