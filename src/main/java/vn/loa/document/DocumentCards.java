package vn.loa.document;

import java.util.ArrayList;
import java.util.List;

/** Collects the cards of documents in order, each document once. */
final class DocumentCards {
    private final List<DocumentCard> cards = new ArrayList<>();

    /** Adds the card of a new document, or completes the one that is known. */
    void add(DocumentCard card) {
        int known = 0;
        while (known < cards.size() && !cards.get(known).isSameDocument(card)) {
            known++;
        }
        if (known < cards.size()) {
            cards.set(known, cards.get(known).completedBy(card));
        } else {
            cards.add(card);
        }
    }

    /** Returns the cards so far. */
    List<DocumentCard> toList() {
        return List.copyOf(cards);
    }
}
