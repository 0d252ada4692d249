package vn.loa.model;

/** Whether a chat is heard and spoken to. */
public enum ChatState {
    /** Met, but an operator has not accepted it yet: it may ask, it gets no announcements. */
    PENDING,
    ACTIVE,
    /** The bot was removed or blocked, or an operator closed it: nothing is sent; subscriptions are remembered. */
    CLOSED
}
