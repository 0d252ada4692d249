package vn.loa.store.message;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import vn.loa.model.Amendment;
import vn.loa.model.Article;
import vn.loa.model.Chat;

/**
 * A message that tells articles as they were, and what has happened to them since.
 *
 * @param messageId our own number of the message
 * @param chat where it stands
 * @param externalId the platform's number of it
 * @param items the articles that it tells, in order
 * @param tries how often it was tried to bring it up to date
 */
public record Correction(long messageId, Chat chat, String externalId, List<Item> items, int tries) {
    /**
     * An article of the message.
     *
     * @param article as it is now
     * @param amendment what has happened since the revision that the message shows
     */
    public record Item(Article article, Amendment amendment) {
        public Item {
            Objects.requireNonNull(article);
            Objects.requireNonNull(amendment);
        }

        /** Says whether people can see that the article is another one now. */
        boolean changed() {
            return !amendment.changes().isEmpty();
        }
    }

    public Correction {
        Objects.requireNonNull(chat);
        Objects.requireNonNull(externalId);
        items = List.copyOf(items);
    }

    /** The articles that changed for people; empty when the message need not change. */
    public List<Item> changed() {
        return items.stream().filter(Item::changed).toList();
    }

    /** Says whether the message tells several articles. */
    public boolean shared() {
        return items.size() > 1;
    }

    /** The time since an article of the message last changed. */
    public Duration age(Instant now) {
        Instant last = items.stream()
                .map(item -> item.amendment().at())
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
        return Duration.between(last, now);
    }
}
