package vn.loa.store.article;

import java.net.URI;
import java.util.Objects;
import vn.loa.model.ArticleContent;
import vn.loa.model.Summary;

/**
 * An article as it was just read, before the archive has given it a number.
 *
 * @param key its identity
 * @param sourceId the list it was found in
 * @param listedTitle the title it has in that list
 * @param url the address to push
 * @param content what it says
 * @param summary the content in short
 * @param folded the words to search in: title, lead and body, lower case and without marks
 * @param foldedCategory the category likewise, as subscriptions name it
 */
public record NewArticle(
        String key,
        String sourceId,
        String listedTitle,
        URI url,
        ArticleContent content,
        Summary summary,
        String folded,
        String foldedCategory) {
    public NewArticle {
        Objects.requireNonNull(key);
        Objects.requireNonNull(sourceId);
        Objects.requireNonNull(listedTitle);
        Objects.requireNonNull(url);
        Objects.requireNonNull(content);
        Objects.requireNonNull(summary);
        Objects.requireNonNull(folded);
        Objects.requireNonNull(foldedCategory);
    }
}
