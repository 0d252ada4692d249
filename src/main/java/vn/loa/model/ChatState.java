package vn.loa.model;

/** Whether a chat is heard and spoken to. */
public enum ChatState {
    /** Met, but an operator has not accepted it yet: it may ask, it gets no announcements. */
    PENDING,
    ACTIVE,
    /** The bot was removed or blocked: nothing is sent; subscriptions are remembered for its coming back. */
    CLOSED,
    /** An operator said no: nothing is sent, and coming back changes nothing. */
    REFUSED
}
