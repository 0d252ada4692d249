package vn.loa.model;

/** The states of a chat's admission, which decide whether the bot listens and sends there. */
public enum ChatState {
    /** Met, but an operator has not accepted it yet: it may ask, it gets no announcements. */
    PENDING,
    ACTIVE,
    /** The bot was removed or blocked: nothing is sent; subscriptions are remembered for its coming back. */
    CLOSED,
    /** An operator said no: nothing is sent, and coming back changes nothing. */
    REFUSED
}
