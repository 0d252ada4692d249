package vn.loa.portal.address;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A link on a portal, classified: an article with its key, or something else.
 *
 * @param isArticle whether it is an article's own page
 * @param key the article's identity, also of another view of it (print); empty when it is none
 * @param url the address without session and tracking parameters; empty when it is no web address
 * @param certain whether the form of the address is proof of the key; if not, its number may be a word of the title
 * @param formerKeys other keys under which the article may have been recorded, none of them proof without the same title
 */
public record ArticleLink(
        boolean isArticle, Optional<String> key, Optional<URI> url, boolean certain, List<String> formerKeys) {
    public ArticleLink {
        Objects.requireNonNull(key);
        Objects.requireNonNull(url);
        formerKeys = List.copyOf(formerKeys);
    }

    /** Makes a link whose key needs no more proof. */
    public ArticleLink(boolean isArticle, Optional<String> key, Optional<URI> url) {
        this(isArticle, key, url, true, List.of());
    }

    public static ArticleLink none(Optional<URI> url) {
        return new ArticleLink(false, Optional.empty(), url);
    }
}
