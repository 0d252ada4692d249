package vn.loa.model;

/** The kinds of chats. A forum topic is a {@link #SUPERGROUP} whose address names the topic. */
public enum ChatKind {
    PRIVATE,
    GROUP,
    SUPERGROUP,
    CHANNEL;

    /** Returns whether several people read the chat, so that a platform's group limits apply. */
    public boolean shared() {
        return this != PRIVATE;
    }
}
