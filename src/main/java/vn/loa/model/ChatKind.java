package vn.loa.model;

/** Names the kind of a chat. A forum topic is a {@link #SUPERGROUP} whose address names the topic. */
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
