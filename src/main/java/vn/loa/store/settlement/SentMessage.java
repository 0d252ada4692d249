package vn.loa.store.settlement;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import vn.loa.model.Delivery;
import vn.loa.model.FormerMessageId;

/**
 * A message that the platform confirmed.
 *
 * @param deliveries those that travelled by it, of one chat; at least one
 * @param revisions which revision of its article the message tells, by the delivery's number; nothing for notices
 * @param chatId where it stands, by the platform's number; the chat may have another one since
 * @param externalId the platform's number of the message
 * @param at when it was confirmed
 */
public record SentMessage(
        List<Delivery> deliveries, Map<Long, Integer> revisions, String chatId, String externalId, Instant at) {
    public SentMessage {
        deliveries = List.copyOf(deliveries);
        revisions = Map.copyOf(revisions);
        Objects.requireNonNull(chatId);
        Objects.requireNonNull(externalId);
        Objects.requireNonNull(at);
    }

    /** A message that stands where its deliveries were to go when they were claimed. */
    public SentMessage(List<Delivery> deliveries, Map<Long, Integer> revisions, String externalId, Instant at) {
        this(deliveries, revisions, deliveries.get(0).chat().address().chatId(), externalId, at);
    }

    /** Returns the platform's number of the message, or that of one that stayed in the chat's former place. */
    String idIn(String current) {
        return current.equals(chatId) ? externalId : FormerMessageId.of(chatId, externalId);
    }
}
