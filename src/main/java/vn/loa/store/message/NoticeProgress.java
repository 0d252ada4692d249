package vn.loa.store.message;

import java.time.Instant;
import java.util.Objects;

/**
 * Reports the progress of a message of Loa's own.
 *
 * @param id its number
 * @param text its words
 * @param at when it was written
 * @param sent chats that have it
 * @param waiting chats that will get it
 * @param dead chats that will not
 * @param acknowledged chats where somebody acknowledged it
 */
public record NoticeProgress(long id, String text, Instant at, int sent, int waiting, int dead, int acknowledged) {
    public NoticeProgress {
        Objects.requireNonNull(text);
        Objects.requireNonNull(at);
    }
}
