package vn.loa.store.settlement;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import vn.loa.model.Delivery;

/**
 * A message that the platform confirmed.
 *
 * @param deliveries those that travelled by it, of one chat; at least one
 * @param revisions which revision of its article the message tells, by the delivery's number; nothing for notices
 * @param externalId the platform's number of the message
 * @param at when it was confirmed
 */
public record SentMessage(List<Delivery> deliveries, Map<Long, Integer> revisions, String externalId, Instant at) {
    public SentMessage {
        deliveries = List.copyOf(deliveries);
        revisions = Map.copyOf(revisions);
        Objects.requireNonNull(externalId);
        Objects.requireNonNull(at);
    }
}
