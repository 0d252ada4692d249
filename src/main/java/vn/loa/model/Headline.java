package vn.loa.model;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;

/**
 * One item of a portal's list or feed: what is known of an article before its page is read.
 *
 * @param key the article's identity, for example {@code phuxuyen.hanoi.gov.vn#lr:8125967}
 * @param url its address, cleaned of session and tracking parameters
 * @param title NFC, one line
 * @param published as the list tells it
 * @param teaser the list's excerpt, an empty string when there is none
 * @param category as the list tells it, an empty string when it does not
 * @param image the list's picture
 */
public record Headline(
        String key, URI url, String title, Published published, String teaser, String category, Optional<URI> image) {
    public Headline {
        Objects.requireNonNull(key);
        Objects.requireNonNull(url);
        Objects.requireNonNull(title);
        Objects.requireNonNull(published);
        Objects.requireNonNull(teaser);
        Objects.requireNonNull(category);
        Objects.requireNonNull(image);
    }

    /** Returns the same item under another key. */
    public Headline withKey(String other) {
        return new Headline(other, url, title, published, teaser, category, image);
    }

    /** The same item with another time of publication. */
    public Headline publishedAt(Published other) {
        return new Headline(key, url, title, other, teaser, category, image);
    }
}
