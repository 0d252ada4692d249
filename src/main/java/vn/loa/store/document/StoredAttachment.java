package vn.loa.store.document;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import vn.loa.model.Attachment;

/**
 * An attachment of an article in the archive.
 *
 * @param articleId the article's number
 * @param attachment its name and address
 * @param text its text, once it was read
 * @param attempts how often in a row it was tried in vain
 * @param quiet whether its article is not announced
 * @param busySince since when it has come to no turn, at its host or with Loa itself; empty while it does
 */
public record StoredAttachment(
        long articleId,
        Attachment attachment,
        Optional<AttachmentText> text,
        int attempts,
        boolean quiet,
        Optional<Instant> busySince) {
    public StoredAttachment {
        Objects.requireNonNull(attachment);
        Objects.requireNonNull(text);
        Objects.requireNonNull(busySince);
    }
}
