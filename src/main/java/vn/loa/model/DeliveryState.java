package vn.loa.model;

/** The states of a delivery in the ledger. */
public enum DeliveryState {
    /** Waits for its due time. */
    QUEUED,
    /** Claimed by a sender that holds a lease; after a crash it may or may not have arrived. */
    SENDING,
    /** The platform confirmed it. */
    SENT,
    /** Will not be tried again by itself; the reason stands beside it. */
    DEAD
}
