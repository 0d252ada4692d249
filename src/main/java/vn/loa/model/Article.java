package vn.loa.model;

import java.net.URI;
import java.time.Instant;
import java.util.Objects;

/**
 * An article in the archive.
 *
 * @param id our own number
 * @param key its identity on the portal; an edited title or another category does not change it
 * @param sourceId the source where it was first seen
 * @param url the address to push
 * @param content what it says now
 * @param summary the content in short
 * @param firstSeen when Loa first read it
 * @param revision 1, and one more for each edit that was noticed
 * @param withdrawn whether the portal took it back
 */
public record Article(
        long id,
        String key,
        String sourceId,
        URI url,
        ArticleContent content,
        Summary summary,
        Instant firstSeen,
        int revision,
        boolean withdrawn) {
    public Article {
        Objects.requireNonNull(key);
        Objects.requireNonNull(sourceId);
        Objects.requireNonNull(url);
        Objects.requireNonNull(content);
        Objects.requireNonNull(summary);
        Objects.requireNonNull(firstSeen);
    }
}
