package vn.loa.watch;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.loa.document.DocumentReader;
import vn.loa.document.DocumentReading;
import vn.loa.document.deadline.Deadline;
import vn.loa.model.Article;
import vn.loa.store.ArticleDocuments;
import vn.loa.store.DocumentStore;
import vn.loa.text.privacy.PrivateData;

/** Reads what is official in an article and keeps it. */
final class DocumentIntake {
    private static final Logger log = LoggerFactory.getLogger(DocumentIntake.class);

    private final DocumentStore documents;
    private final ZoneId zone;
    private final InstantSource clock;

    DocumentIntake(DocumentStore documents, ZoneId zone, InstantSource clock) {
        this.documents = documents;
        this.zone = zone;
        this.clock = clock;
    }

    /**
     * Keeps the documents and deadlines of an article as it reads now; joins the caller's transaction.
     *
     * @return whether a deadline that it set before is another now, or gone
     */
    boolean keep(Article article) {
        ArticleDocuments found = read(article);
        List<Deadline> before = documents.of(article.id()).deadlines();
        if (!found.cards().isEmpty() || !found.deadlines().isEmpty() || !before.isEmpty()) {
            documents.keep(article, found, clock.instant());
        }
        List<Deadline> now = documents.of(article.id()).deadlines();
        return !before.isEmpty() && !days(before).equals(days(now));
    }

    private static List<String> days(List<Deadline> deadlines) {
        return deadlines.stream()
                .map(each -> each.date() + " " + each.time() + " " + each.recurrence())
                .toList();
    }

    /** An article that cannot be read for documents, by a mistake of ours, is announced all the same. */
    private ArticleDocuments read(Article article) {
        try {
            LocalDate seen = LocalDate.ofInstant(article.firstSeen(), zone);
            DocumentReading reading = DocumentReader.ofArticle(article.content(), seen, zone);
            return new ArticleDocuments(
                    reading.cards(),
                    reading.deadlines().stream().map(DocumentIntake::discreet).toList());
        } catch (RuntimeException | StackOverflowError e) {
            log.error("{} cannot be read for documents by a mistake of ours", article.url(), e);
            return ArticleDocuments.NONE;
        }
    }

    /** A message does not repeat private data; what is due then stands in the article alone. */
    private static Deadline discreet(Deadline deadline) {
        return PrivateData.isIn(deadline.task()) || PrivateData.isIn(deadline.recipient())
                ? new Deadline(deadline.date(), deadline.time(), deadline.recurrence(), "", "", "")
                : deadline;
    }
}
