package vn.loa.delivery;

import java.util.List;
import vn.loa.model.Delivery;
import vn.loa.model.OutgoingMessage;

/**
 * Deliveries of one chat that travel as one message, and share its fate.
 *
 * @param deliveries claimed, at least one
 * @param message what they say together
 */
record Parcel(List<Delivery> deliveries, OutgoingMessage message) {
    Parcel {
        deliveries = List.copyOf(deliveries);
    }

    Delivery first() {
        return deliveries.get(0);
    }

    boolean merged() {
        return deliveries.size() > 1;
    }

    /** The same without a sound. */
    Parcel silently() {
        return new Parcel(deliveries, message.silently());
    }

    Letter letter() {
        return Letter.of(first().chat().address(), first().chat().kind().shared(), message);
    }
}
