package vn.loa.model;

/** What kind of conversation a chat is. A forum topic is a {@link #SUPERGROUP} whose address names the topic. */
public enum ChatKind {
    PRIVATE,
    GROUP,
    SUPERGROUP,
    CHANNEL;

    /** Whether several people read it, so that a platform's group limits apply. */
    public boolean shared() {
        return this != PRIVATE;
    }
}
