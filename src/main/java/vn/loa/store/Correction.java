package vn.loa.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import vn.loa.model.Amendment;
import vn.loa.model.Article;
import vn.loa.model.Chat;

/**
 * A message that tells an article as it was, and what has happened to the article since.
 *
 * @param deliveryId the delivery that the message was sent for
 * @param chat where it stands
 * @param messageId the platform's id of it
 * @param article as it is now
 * @param amendment what has happened since the message told it
 * @param shared whether the message tells other articles too
 * @param tries how often it was tried to bring it up to date
 */
public record Correction(
        long deliveryId, Chat chat, String messageId, Article article, Amendment amendment, boolean shared, int tries) {
    public Correction {
        Objects.requireNonNull(chat);
        Objects.requireNonNull(messageId);
        Objects.requireNonNull(article);
        Objects.requireNonNull(amendment);
    }

    /** How long ago the article changed. */
    public Duration age(Instant now) {
        return Duration.between(amendment.at(), now);
    }
}
