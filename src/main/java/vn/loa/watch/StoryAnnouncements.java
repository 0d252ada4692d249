package vn.loa.watch;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.loa.model.Article;
import vn.loa.model.Priority;
import vn.loa.store.article.StoryCopy;
import vn.loa.store.article.StoryStore;
import vn.loa.store.delivery.DeliveryStore;
import vn.loa.store.delivery.StorySkipStore;
import vn.loa.story.StoryFingerprint;
import vn.loa.story.StorySimilarity;
import vn.loa.story.StoryText;

/**
 * Enters the deliveries of an article, each story once for each chat: a chat that has the story from another portal is
 * not told it again, its message names the new place instead. Runs in the transaction of its caller.
 */
final class StoryAnnouncements {
    private static final Logger log = LoggerFactory.getLogger(StoryAnnouncements.class);
    /** Portals take a story over within days; what repeats an older text is likelier a form that is filled in again. */
    private static final Duration WINDOW = Duration.ofDays(7);
    /** The number of likely articles that are read and compared. */
    private static final int COMPARED = 6;

    private final DeliveryStore deliveries;
    private final StoryStore stories;
    private final StorySkipStore skips;
    private final InstantSource clock;

    StoryAnnouncements(AnnouncementStores stores, InstantSource clock) {
        this.deliveries = stores.deliveries();
        this.stories = stores.stories();
        this.skips = stores.skips();
        this.clock = clock;
    }

    /** Enters an article's deliveries; returns how many. */
    int announce(Article article) {
        Instant now = clock.instant();
        int entered = deliveries.enqueueArticle(article.id(), Priority.ORDINARY, now);
        return entered - copy(article, now).map(copy -> skips.skip(copy, now)).orElse(0);
    }

    /** An article that another list shows too is not compared again. */
    private Optional<StoryCopy> copy(Article article, Instant now) {
        Optional<StoryCopy> known = stories.copy(article.id());
        return known.isPresent() ? known.filter(copy -> copy.parted().isEmpty()) : found(article, now);
    }

    private Optional<StoryCopy> found(Article article, Instant now) {
        StoryText text = StoryText.of(article.content());
        StoryFingerprint fingerprint = StoryFingerprint.of(text);
        Optional<StoryCopy> copy = stories.likely(article, fingerprint, now.minus(WINDOW), COMPARED).stream()
                .map(known -> compared(article, text, known))
                .flatMap(Optional::stream)
                .max(Comparator.comparing(StoryCopy::repeated)
                        .thenComparing(StoryCopy::likeId, Comparator.reverseOrder()));
        stories.keep(article, fingerprint);
        copy.ifPresent(found -> {
            log.info("{} tells the story of article {}", article.url(), found.storyId());
            stories.join(found, now);
        });
        return copy;
    }

    private Optional<StoryCopy> compared(Article article, StoryText text, Article known) {
        StorySimilarity similarity = StorySimilarity.of(text, StoryText.of(known.content()));
        return similarity.isSameStory()
                ? Optional.of(StoryCopy.of(article.id(), story(known), known.id(), similarity))
                : Optional.empty();
    }

    /** A copy of a copy is a copy of what came first. */
    private long story(Article known) {
        return stories.copy(known.id())
                .filter(copy -> copy.parted().isEmpty())
                .map(StoryCopy::storyId)
                .orElse(known.id());
    }

    /** The portal took an article back: chats that it has not reached are told a copy of its story, if there is one. */
    void withdrawn(Article article) {
        int entered = skips.deliverInsteadOf(article.id(), clock.instant());
        if (entered > 0) {
            log.info("{} is gone; {} chats are told the story from elsewhere", article.url(), entered);
        }
    }
}
