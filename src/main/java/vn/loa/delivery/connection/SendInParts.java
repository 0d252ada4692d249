package vn.loa.delivery.connection;

import java.util.Optional;

/** Sends a message that goes in several parts, one after another; the callback of each of them. */
public interface SendInParts extends SendCallback {
    /** Is told, before anything goes, that a try begins. */
    default void begin() {}

    /** Returns the part that goes now; empty when nothing is left to be sent. */
    Optional<SendRequest> next();

    /** Tells whoever had the message sent that all has gone that can. */
    void finish();
}
