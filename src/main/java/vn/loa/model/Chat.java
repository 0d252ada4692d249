package vn.loa.model;

import java.time.Instant;
import java.util.Objects;

/**
 * A conversation that the bot was added to or began.
 *
 * @param id our own number for it; it survives a change of the platform's id
 * @param address where it is reached now
 * @param kind private chat, group, supergroup or channel
 * @param title its name as last seen, an empty string when the platform tells none
 * @param state whether it is spoken to
 * @param closedReason why it is {@link ChatState#CLOSED} or {@link ChatState#REFUSED}, an empty string otherwise
 * @param createdAt when it was first met
 */
public record Chat(
        long id,
        ChatAddress address,
        ChatKind kind,
        String title,
        ChatState state,
        String closedReason,
        Instant createdAt) {
    public Chat {
        Objects.requireNonNull(address);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(title);
        Objects.requireNonNull(state);
        Objects.requireNonNull(closedReason);
        Objects.requireNonNull(createdAt);
    }

    public boolean active() {
        return state == ChatState.ACTIVE;
    }
}
