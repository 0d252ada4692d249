package vn.loa.model;

import java.util.Objects;

/**
 * Describes what a channel hears in chats that several people share. In private it hears everything.
 *
 * @param everything whether all that is said there reaches the bot; otherwise only what mentions it by the platform's own
 *     list of names, or answers one of its messages
 * @param calledName the bot's name as people see it; an empty string while it is not known
 */
public record Hearing(boolean everything, String calledName) {
    /** Everything is heard. */
    public static final Hearing EVERYTHING = new Hearing(true, "");

    public Hearing {
        Objects.requireNonNull(calledName);
    }

    /** Only what mentions the bot of this name, or answers it, is heard. */
    public static Hearing mentionsAndReplies(String calledName) {
        return new Hearing(false, calledName);
    }
}
