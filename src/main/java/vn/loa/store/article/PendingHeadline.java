package vn.loa.store.article;

import java.util.Objects;
import vn.loa.model.Headline;

/**
 * An item of a list whose page is still to be read.
 *
 * @param sourceId the list
 * @param headline what the list said
 * @param silent whether it was there at the source's first check, so that nobody is told
 * @param attempts how often its page was asked for in vain
 */
public record PendingHeadline(String sourceId, Headline headline, boolean silent, int attempts) {
    public PendingHeadline {
        Objects.requireNonNull(sourceId);
        Objects.requireNonNull(headline);
    }
}
