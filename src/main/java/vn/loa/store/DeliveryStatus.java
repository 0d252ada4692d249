package vn.loa.store;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import vn.loa.model.DeliveryState;

/**
 * What became of a delivery so far.
 *
 * @param id its number in the ledger
 * @param state where it stands
 * @param attempts how often a send was started
 * @param dueAt when it was or will be due
 * @param doubts how often nobody could tell whether it arrived: so many times it may have arrived twice
 * @param messageId the platform's id of the message, once it was sent
 * @param lastError why the last attempt failed, an empty string when it did not
 */
public record DeliveryStatus(
        long id,
        DeliveryState state,
        int attempts,
        Instant dueAt,
        int doubts,
        Optional<String> messageId,
        String lastError) {
    public DeliveryStatus {
        Objects.requireNonNull(state);
        Objects.requireNonNull(dueAt);
        Objects.requireNonNull(messageId);
        Objects.requireNonNull(lastError);
    }
}
