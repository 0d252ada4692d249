package vn.loa.store.message;

import java.time.Instant;
import java.util.Objects;
import vn.loa.model.Chat;

/**
 * A delivery whose missing files are to be sent again.
 *
 * @param deliveryId our number of the delivery
 * @param chat where they are missing
 * @param noticeId the announcement that they belong to
 * @param since when somebody wanted it
 * @param tries how many tries of the file that goes next may have arrived
 */
public record FileResend(long deliveryId, Chat chat, long noticeId, Instant since, int tries) {
    public FileResend {
        Objects.requireNonNull(chat);
        Objects.requireNonNull(since);
    }
}
