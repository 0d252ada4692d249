package vn.loa.document;

import java.util.ArrayList;
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

    /** Returns this with what another text of the same article tells, for example an attachment: nothing twice. */
    public DocumentReading with(DocumentReading other) {
        DocumentCards all = new DocumentCards();
        cards.forEach(all::add);
        other.cards().forEach(all::add);
        List<Deadline> due = new ArrayList<>(deadlines);
        other.deadlines().stream()
                .filter(each -> due.stream().noneMatch(known -> known.isSame(each)))
                .forEach(due::add);
        return new DocumentReading(all.toList(), due);
    }
}
