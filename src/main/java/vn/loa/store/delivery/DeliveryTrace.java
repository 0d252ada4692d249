package vn.loa.store.delivery;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import vn.loa.model.DeliveryState;

/**
 * Holds what the ledger tells of one article in one chat.
 *
 * @param acceptedAt when the article was entered for the chat
 * @param dueAt not sent before
 * @param digestAt the digest that it waited or waits for
 * @param attempts how often a send was begun
 * @param unconfirmed how many of them ended without our knowing whether it arrived
 * @param answer the last answer of the platform that was not a success, or another reason of a delay; may be empty
 * @param settledAt when it was sent or given up
 * @param people how many people acknowledged it
 */
public record DeliveryTrace(
        DeliveryState state,
        Instant acceptedAt,
        Instant dueAt,
        Optional<Instant> digestAt,
        int attempts,
        int unconfirmed,
        String answer,
        Optional<Instant> settledAt,
        int people) {
    public DeliveryTrace {
        Objects.requireNonNull(state);
        Objects.requireNonNull(acceptedAt);
        Objects.requireNonNull(dueAt);
        Objects.requireNonNull(digestAt);
        Objects.requireNonNull(answer);
        Objects.requireNonNull(settledAt);
    }
}
