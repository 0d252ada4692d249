package vn.loa.store.document;

import java.net.URI;
import java.util.Objects;
import vn.loa.document.deadline.Deadline;

/**
 * A deadline in the archive.
 *
 * @param id its number
 * @param articleId the article that sets it
 * @param deadline what is due, and when
 * @param title the article's title
 * @param url the article's address
 */
public record SetDeadline(long id, long articleId, Deadline deadline, String title, URI url) {
    public SetDeadline {
        Objects.requireNonNull(deadline);
        Objects.requireNonNull(title);
        Objects.requireNonNull(url);
    }
}
