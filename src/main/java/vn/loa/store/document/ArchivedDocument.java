package vn.loa.store.document;

import java.net.URI;
import java.util.Objects;
import vn.loa.document.DocumentCard;

/**
 * A document that was found, and where it can be read.
 *
 * @param card what is known of it
 * @param title the title of the newest article that has it
 * @param url the address of that article
 */
public record ArchivedDocument(DocumentCard card, String title, URI url) {
    public ArchivedDocument {
        Objects.requireNonNull(card);
        Objects.requireNonNull(title);
        Objects.requireNonNull(url);
    }
}
