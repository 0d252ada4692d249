package vn.loa.store.message;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import vn.loa.model.Amendment;
import vn.loa.model.Article;

/**
 * A message that told several articles.
 *
 * @param messageId our own number of the message
 * @param items what it told or counted, in order
 * @param digestAt the digest that it belongs to; empty when the articles only had to share a message
 * @param before how many articles the digest's earlier messages told
 * @param after how many its later messages told
 * @param sentAt when it was sent
 */
public record MultiArticleMessage(
        long messageId, List<Item> items, Optional<Instant> digestAt, int before, int after, Instant sentAt) {
    /**
     * One of them.
     *
     * @param article as it is now
     * @param amendment what has happened since the message was sent
     */
    public record Item(long deliveryId, Article article, Amendment amendment) {
        public Item {
            Objects.requireNonNull(article);
            Objects.requireNonNull(amendment);
        }
    }

    public MultiArticleMessage {
        items = List.copyOf(items);
        Objects.requireNonNull(digestAt);
        Objects.requireNonNull(sentAt);
    }
}
