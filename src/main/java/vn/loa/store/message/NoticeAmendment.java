package vn.loa.store.message;

import java.time.Instant;
import java.util.Objects;
import vn.loa.model.Chat;

/**
 * A message that shows an announcement by hand as it was before its author corrected or recalled it.
 *
 * @param messageId our number of the message
 * @param externalId the platform's number of it
 * @param recalled whether the announcement was taken back; else its words have changed
 * @param at when that was
 * @param tries how often the message could not be changed
 */
public record NoticeAmendment(
        long messageId, Chat chat, String externalId, long noticeId, boolean recalled, Instant at, int tries) {
    public NoticeAmendment {
        Objects.requireNonNull(chat);
        Objects.requireNonNull(externalId);
        Objects.requireNonNull(at);
    }
}
