package vn.loa.model;

/** Who may have a chat of theirs served. */
public enum Access {
    /** Every chat at once. */
    OPEN,
    /** A chat waits until an operator accepts it. */
    APPROVAL,
    /** Only chats that operators bring in themselves. */
    INVITE
}
