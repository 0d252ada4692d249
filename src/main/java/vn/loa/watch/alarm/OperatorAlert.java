package vn.loa.watch.alarm;

import vn.loa.model.OutgoingMessage;

/** Passes messages of the watch to operators; the message must be kept in the same transaction as its cause. */
@FunctionalInterface
public interface OperatorAlert {
    /**
     * Tells all operators.
     *
     * @param topic what it is about, a short English word
     */
    void tell(String topic, OutgoingMessage message);
}
