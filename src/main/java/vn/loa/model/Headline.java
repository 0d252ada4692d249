package vn.loa.model;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One item of a portal's list or feed: the data known of an article before its page is read.
 *
 * @param key the article's identity, for example {@code phuxuyen.hanoi.gov.vn#lr:8125967}
 * @param url its address, cleaned of session and tracking parameters
 * @param title NFC, one line
 * @param published as the list tells it
 * @param teaser the list's excerpt, an empty string when there is none
 * @param category as the list tells it, an empty string when it does not
 * @param image the list's picture
 * @param aliases other keys under which the same article may have been recorded: by its number alone, by its address;
 *     an article recorded under one of them is this one only when its title is the same
 */
public record Headline(
        String key,
        URI url,
        String title,
        Published published,
        String teaser,
        String category,
        Optional<URI> image,
        List<String> aliases) {
    /** Makes a headline that has always been known by the same key. */
    public Headline(
            String key,
            URI url,
            String title,
            Published published,
            String teaser,
            String category,
            Optional<URI> image) {
        this(key, url, title, published, teaser, category, image, List.of());
    }

    public Headline {
        aliases = List.copyOf(aliases);
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
        return new Headline(other, url, title, published, teaser, category, image, aliases);
    }

    /** Returns the same item with another time of publication. */
    public Headline publishedAt(Published other) {
        return new Headline(key, url, title, other, teaser, category, image, aliases);
    }

    /** Returns the same headline, known by other keys. */
    public Headline identifiedBy(String otherKey, URI otherUrl, List<String> otherAliases) {
        return new Headline(otherKey, otherUrl, title, published, teaser, category, image, otherAliases);
    }
}
