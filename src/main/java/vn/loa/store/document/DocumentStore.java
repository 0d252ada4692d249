package vn.loa.store.document;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;
import vn.loa.document.DocumentCard;
import vn.loa.model.Article;
import vn.loa.store.Columns;
import vn.loa.store.Database;
import vn.loa.text.Folding;

/** Keeps the official documents that articles publish, each once however many articles have it. */
public final class DocumentStore {
    private static final String ARCHIVED = """
            SELECT d.*, a.title, a.url FROM document d
              JOIN document_article l ON l.document_id = d.id
              JOIN article a ON a.id = l.article_id AND a.withdrawn = 0
            WHERE NOT EXISTS (SELECT 1 FROM document_article n JOIN article b ON b.id = n.article_id AND b.withdrawn = 0
                              WHERE n.document_id = d.id AND n.article_id > l.article_id)
            """;
    private static final String NEWEST = " ORDER BY COALESCE(d.issued_on, '') DESC, d.id DESC LIMIT :limit";

    private final Database database;
    private final DeadlineRows deadlines = new DeadlineRows();

    public DocumentStore(Database database) {
        this.database = database;
    }

    /** Keeps what an article says now in place of what it said before; joins the caller's transaction. */
    public void keep(Article article, ArticleDocuments found, Instant now) {
        database.serial(handle -> {
            handle.execute("DELETE FROM document_article WHERE article_id = ?", article.id());
            int position = 0;
            for (DocumentCard card : found.cards()) {
                link(handle, document(handle, article, card, now), article.id(), position++);
            }
            deadlines.keep(handle, article.id(), found.deadlines(), now);
            return null;
        });
    }

    private static void link(Handle handle, long documentId, long articleId, int position) {
        handle.createUpdate("""
                        INSERT INTO document_article (document_id, article_id, position)
                        VALUES (:document, :article, :position) ON CONFLICT (document_id, article_id) DO NOTHING
                        """)
                .bind("document", documentId)
                .bind("article", articleId)
                .bind("position", position)
                .execute();
    }

    private static long document(Handle handle, Article article, DocumentCard card, Instant now) {
        Optional<Known> known = known(handle, card).stream()
                .filter(each -> each.isOne(card, article.sourceId()))
                .findFirst();
        if (known.isEmpty()) {
            return bound(handle.createQuery("""
                            INSERT INTO document (number_key, number, kind, issuer, place, issued_on, subject, signer,
                              recipients, folded, entered_at)
                            VALUES (:key, :number, :kind, :issuer, :place, :issued, :subject, :signer, :recipients,
                              :folded, :now) RETURNING id
                            """), card)
                    .bind("now", now.toEpochMilli())
                    .mapTo(Long.class)
                    .one();
        }
        bound(handle.createUpdate("""
                        UPDATE document SET number_key = :key, number = :number, kind = :kind, issuer = :issuer,
                          place = :place, issued_on = :issued, subject = :subject, signer = :signer,
                          recipients = :recipients, folded = :folded WHERE id = :id
                        """), card.completedBy(known.get().card()))
                .bind("id", known.get().id())
                .execute();
        return known.get().id();
    }

    /** A document with the sources whose articles have it. */
    private record Known(long id, DocumentCard card, List<String> sources) {
        /**
         * A number is one document's within one issuer's year: it is the same where day and issuer do not differ, and
         * day or source are known to be the same.
         */
        boolean isOne(DocumentCard other, String source) {
            boolean otherDay = card.date().isPresent()
                    && other.date().isPresent()
                    && !card.date().equals(other.date());
            boolean otherIssuer =
                    !card.issuer().isEmpty() && !other.issuer().isEmpty() && !isPart(card.issuer(), other.issuer());
            boolean sameDay = card.date().isPresent() && card.date().equals(other.date());
            return !otherDay && (sources.contains(source) || sameDay && !otherIssuer);
        }

        private static boolean isPart(String one, String two) {
            String folded = Folding.fold(one);
            String other = Folding.fold(two);
            return folded.contains(other) || other.contains(folded);
        }
    }

    private static List<Known> known(Handle handle, DocumentCard card) {
        if (card.number().isEmpty()) {
            return List.of();
        }
        return handle
                .createQuery("SELECT d.* FROM document d WHERE d.number_key = :key ORDER BY d.id DESC LIMIT 20")
                .bind("key", card.number().get().key())
                .map((row, context) -> new Known(row.getLong("id"), DocumentRows.card(row, context), List.of()))
                .list()
                .stream()
                .map(known -> new Known(known.id(), known.card(), sources(handle, known.id())))
                .toList();
    }

    private static List<String> sources(Handle handle, long documentId) {
        return handle.createQuery("SELECT DISTINCT a.source_id FROM document_article l JOIN article a"
                        + " ON a.id = l.article_id WHERE l.document_id = :document")
                .bind("document", documentId)
                .mapTo(String.class)
                .list();
    }

    private static <T extends SqlStatement<T>> T bound(T statement, DocumentCard card) {
        return statement
                .bind("key", card.number().map(number -> number.key()).orElse(""))
                .bind("number", card.number().map(number -> number.text()).orElse(""))
                .bind("kind", card.kind().map(Enum::name).orElse(null))
                .bind("issuer", card.issuer())
                .bind("place", card.place())
                .bind("issued", card.date().map(LocalDate::toString).orElse(null))
                .bind("subject", card.subject())
                .bind("signer", card.signer())
                .bind("recipients", Columns.json(card.recipients()))
                .bind("folded", folded(card));
    }

    private static String folded(DocumentCard card) {
        return Folding.fold(Stream.of(
                        card.kind().map(kind -> kind.label()).orElse(""),
                        card.number().map(number -> number.text()).orElse(""),
                        card.subject(),
                        card.issuer(),
                        card.signer())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" ")));
    }

    /** Returns what is official in an article. */
    public ArticleDocuments of(long articleId) {
        return database.read(handle -> new ArticleDocuments(
                handle.createQuery("SELECT d.* FROM document d JOIN document_article l ON l.document_id = d.id"
                                + " WHERE l.article_id = :article ORDER BY l.position")
                        .bind("article", articleId)
                        .map(DocumentRows::card)
                        .list(),
                deadlines.of(handle, articleId)));
    }

    /** Returns the newest documents. */
    public List<ArchivedDocument> latest(int limit) {
        return found("", limit, query -> query);
    }

    /** Returns the documents whose number begins like this one, the newest first. */
    public List<ArchivedDocument> numbered(String key, int limit) {
        return found(
                " AND (d.number_key = :key OR d.number_key LIKE :longer ESCAPE '!')",
                limit,
                query -> query.bind("key", key).bind("longer", escaped(key) + "-%"));
    }

    /** Returns the documents of some days, the newest first. */
    public List<ArchivedDocument> between(LocalDate first, LocalDate last, int limit) {
        return found(
                " AND d.issued_on >= :first AND d.issued_on <= :last",
                limit,
                query -> query.bind("first", first.toString()).bind("last", last.toString()));
    }

    /** Returns the documents that hold all of these folded words, in themselves or their articles' titles. */
    public List<ArchivedDocument> search(List<String> words, int limit) {
        StringBuilder sql = new StringBuilder();
        for (int i = 0; i < words.size(); i++) {
            sql.append(" AND (d.folded LIKE :word")
                    .append(i)
                    .append(" ESCAPE '!' OR a.folded LIKE :word")
                    .append(i)
                    .append(" ESCAPE '!')");
        }
        return found(sql.toString(), limit, query -> {
            Query bound = query;
            for (int i = 0; i < words.size(); i++) {
                bound = bound.bind("word" + i, "%" + escaped(words.get(i)) + "%");
            }
            return bound;
        });
    }

    private List<ArchivedDocument> found(String condition, int limit, UnaryOperator<Query> binding) {
        return database.read(handle -> binding.apply(handle.createQuery(ARCHIVED + condition + NEWEST))
                .bind("limit", limit)
                .map(DocumentRows::archived)
                .list());
    }

    private static String escaped(String word) {
        return word.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}
