package vn.loa.store.article;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import vn.loa.story.StorySimilarity;

/**
 * An article that tells a story which another portal brought before, and why it is held to.
 *
 * @param articleId the later article
 * @param storyId the article that brought the story first
 * @param likeId the article it was found like
 * @param repeated how much of the shorter text stands in the longer, in percent
 * @param facts how many numbers and names the shorter text has
 * @param sharedFacts how many of them stand in the longer
 * @param parted when an operator parted the two again
 */
public record StoryCopy(
        long articleId, long storyId, long likeId, int repeated, int facts, int sharedFacts, Optional<Instant> parted) {
    public StoryCopy {
        Objects.requireNonNull(parted);
    }

    /** Returns a copy as the comparison found it. */
    public static StoryCopy of(long articleId, long storyId, long likeId, StorySimilarity found) {
        return new StoryCopy(
                articleId, storyId, likeId, found.repeated(), found.facts(), found.sharedFacts(), Optional.empty());
    }
}
