package vn.loa.document;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.loa.text.Sentences;

/** Finds the documents that an article issues, in its title and its first sentences. */
final class IssuedDocuments {
    /** The sentences that may issue a document, the title not counted. */
    private static final int SENTENCES = 4;

    private IssuedDocuments() {}

    /** Returns the cards of the documents that an article issues, in order, each once. */
    static List<DocumentCard> read(String title, String body, Optional<LocalDate> published) {
        DocumentCards cards = new DocumentCards();
        IssuingSentence.ofTitle(title, published).forEach(cards::add);
        Sentences.of(body).stream()
                .limit(SENTENCES)
                .forEach(sentence -> IssuingSentence.of(sentence, published).forEach(cards::add));
        return cards.toList();
    }
}
