package vn.loa.delivery;

import java.util.List;
import java.util.Map;
import vn.loa.delivery.connection.SendRequest;
import vn.loa.model.Delivery;
import vn.loa.model.OutgoingMessage;

/**
 * Deliveries of one chat that travel as one message, and have one outcome.
 *
 * @param deliveries claimed, at least one
 * @param message what they say together
 * @param revisions which revision of its article it tells, by the delivery's id; nothing for a notice
 */
record DeliveryGroup(List<Delivery> deliveries, OutgoingMessage message, Map<Long, Integer> revisions) {
    DeliveryGroup {
        deliveries = List.copyOf(deliveries);
        revisions = Map.copyOf(revisions);
    }

    Delivery first() {
        return deliveries.get(0);
    }

    List<Long> ids() {
        return deliveries.stream().map(Delivery::id).toList();
    }

    boolean merged() {
        return deliveries.size() > 1;
    }

    /** Returns the same, to come without a sound. */
    DeliveryGroup withoutSound() {
        return new DeliveryGroup(deliveries, message.withoutSound(), revisions);
    }

    /** Returns the same, none of whose tries may have arrived. */
    DeliveryGroup untried() {
        return new DeliveryGroup(
                deliveries.stream().map(Delivery::withoutUnconfirmedTries).toList(), message, revisions);
    }

    SendRequest request() {
        SendRequest request =
                SendRequest.of(first().chat().address(), first().chat().kind().shared(), message);
        return merged() ? request.unshortened() : request;
    }
}
