package vn.loa.store.document;

import java.util.List;
import vn.loa.document.DocumentCard;
import vn.loa.document.deadline.Deadline;

/**
 * Holds what is official in an article.
 *
 * @param cards the documents that it publishes, the first the most important
 * @param deadlines the deadlines that it sets, in order
 */
public record ArticleDocuments(List<DocumentCard> cards, List<Deadline> deadlines) {
    /** Nothing official. */
    public static final ArticleDocuments NONE = new ArticleDocuments(List.of(), List.of());

    public ArticleDocuments {
        cards = List.copyOf(cards);
        deadlines = List.copyOf(deadlines);
    }
}
