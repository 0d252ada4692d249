package vn.loa.portal;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;

/**
 * What a link on a portal leads to.
 *
 * @param isArticle whether it is an article's own page
 * @param key the article's identity, also of another view of it (print); empty when it is none
 * @param url the address without session and tracking parameters; empty when it is no web address
 */
public record ArticleLink(boolean isArticle, Optional<String> key, Optional<URI> url) {
    public ArticleLink {
        Objects.requireNonNull(key);
        Objects.requireNonNull(url);
    }

    static ArticleLink none(Optional<URI> url) {
        return new ArticleLink(false, Optional.empty(), url);
    }
}
