package vn.loa.model;

import java.time.Instant;
import java.util.Objects;

/**
 * Tells why a platform chat, its topics included, gets nothing at present.
 *
 * @param chat where, outside its topics
 * @param kind what is wrong
 * @param reason the platform's words, in English
 * @param since when it was first met
 * @param tries how often it was met since
 * @param nextTry not to be tried before
 */
public record ChatTrouble(ChatAddress chat, Kind kind, String reason, Instant since, int tries, Instant nextTry) {
    /** Lists what may be wrong. */
    public enum Kind {
        /** The bot is in the chat and may not write there. */
        MUTED,
        /** The platform says that it does not know the chat, which may pass. */
        NOT_FOUND,
        /** The person has not written lately, and only for a time after that may be written to. */
        WINDOW_CLOSED,
        /** The bot was removed or blocked, or the chat is gone: it is closed. */
        GONE
    }

    public ChatTrouble {
        Objects.requireNonNull(chat);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(reason);
        Objects.requireNonNull(since);
        Objects.requireNonNull(nextTry);
    }
}
