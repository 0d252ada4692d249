package vn.loa.watch.article;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.loa.document.DocumentCard;
import vn.loa.document.DocumentNumber;
import vn.loa.document.DocumentReader;
import vn.loa.document.DocumentReading;
import vn.loa.document.deadline.Deadline;
import vn.loa.model.Article;
import vn.loa.model.Change;
import vn.loa.store.document.ArticleDocuments;
import vn.loa.store.document.AttachmentStore;
import vn.loa.store.document.DocumentStore;
import vn.loa.text.privacy.PrivateData;

/** Reads what is official in an article and in the attachments of it that were read, and keeps it. */
public final class DocumentIntake {
    private static final Logger log = LoggerFactory.getLogger(DocumentIntake.class);

    private final DocumentStore documents;
    private final AttachmentStore attachments;
    private final ZoneId zone;
    private final InstantSource clock;

    public DocumentIntake(DocumentStore documents, AttachmentStore attachments, ZoneId zone, InstantSource clock) {
        this.documents = documents;
        this.attachments = attachments;
        this.zone = zone;
        this.clock = clock;
    }

    /**
     * Keeps the documents and deadlines of an article as it and its attachments read now; joins the caller's transaction.
     *
     * @return {@link Change#DEADLINE} when a deadline is new, another one now or gone, {@link Change#DOCUMENT} when a
     *     numbered document is new
     */
    public Set<Change> keep(Article article) {
        ArticleDocuments found = read(article);
        ArticleDocuments before = documents.of(article.id());
        if (!found.equals(ArticleDocuments.NONE) || !before.equals(ArticleDocuments.NONE)) {
            documents.keep(article, found, clock.instant());
        }
        ArticleDocuments now = documents.of(article.id());
        Set<Change> changes = EnumSet.noneOf(Change.class);
        if (!days(before.deadlines()).equals(days(now.deadlines()))) {
            changes.add(Change.DEADLINE);
        }
        if (!numbers(before.cards()).containsAll(numbers(now.cards()))) {
            changes.add(Change.DOCUMENT);
        }
        return changes;
    }

    private static List<String> days(List<Deadline> deadlines) {
        return deadlines.stream()
                .map(each -> each.date() + " " + each.time() + " " + each.recurrence())
                .toList();
    }

    private static List<String> numbers(List<DocumentCard> cards) {
        return cards.stream()
                .flatMap(card -> card.number().stream())
                .map(DocumentNumber::key)
                .toList();
    }

    /** An article that cannot be read for documents, by a mistake of ours, is announced all the same. */
    private ArticleDocuments read(Article article) {
        try {
            LocalDate seen = LocalDate.ofInstant(article.firstSeen(), zone);
            DocumentReading reading = DocumentReader.ofArticle(article.content(), seen, zone);
            for (PageTexts.Named each : PageTexts.named(attachments.of(article.id()))) {
                reading = reading.with(DocumentReader.read(each.name(), each.text(), Optional.of(published(article))));
            }
            return new ArticleDocuments(
                    reading.cards(),
                    reading.deadlines().stream().map(DocumentIntake::discreet).toList());
        } catch (RuntimeException | StackOverflowError e) {
            log.error("{} cannot be read for documents by a mistake of ours", article.url(), e);
            return ArticleDocuments.NONE;
        }
    }

    private LocalDate published(Article article) {
        return LocalDate.ofInstant(article.content().published().instant().orElse(article.firstSeen()), zone);
    }

    /** A message does not repeat private data; what is due then stands in the article alone. */
    private static Deadline discreet(Deadline deadline) {
        return PrivateData.isIn(deadline.task()) || PrivateData.isIn(deadline.recipient())
                ? new Deadline(deadline.date(), deadline.time(), deadline.recurrence(), "", "", "")
                : deadline;
    }
}
