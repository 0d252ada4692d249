package vn.loa.document;

import java.util.List;
import vn.loa.document.deadline.Deadline;

/**
 * Holds what was read in a text.
 *
 * @param cards the documents that the text is or issues, the first the most important
 * @param deadlines the deadlines that it sets, in order
 */
public record DocumentReading(List<DocumentCard> cards, List<Deadline> deadlines) {
    public DocumentReading {
        cards = List.copyOf(cards);
        deadlines = List.copyOf(deadlines);
    }
}
