package vn.loa.model;

/** The rights of a person, the least first; each role may do all that the ones before it may. */
public enum Role {
    /** Anybody in a chat: may read. */
    MEMBER,
    /** An administrator of the chat where the words were said: may change its subscriptions. */
    CHAT_ADMIN,
    /** Looks after the chats of given units. */
    MANAGER,
    /** Looks after the whole of Loa. */
    OPERATOR;

    public boolean atLeast(Role other) {
        return compareTo(other) >= 0;
    }
}
