package vn.loa.config;

/** Who may subscribe a chat. */
public enum Access {
    /** Anybody. */
    OPEN,
    /** Anybody asks, an operator accepts. */
    APPROVAL,
    /** Who holds a code from an operator. */
    INVITE
}
