package vn.loa.model;

/** The policies for whose chats are served. */
public enum Access {
    /** Every chat at once. */
    OPEN,
    /** A chat waits until an operator accepts it. */
    APPROVAL,
    /** Only chats that operators bring in themselves. */
    INVITE
}
