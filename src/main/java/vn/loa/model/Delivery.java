package vn.loa.model;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A row of the ledger: one article or notice for one chat, pending or done.
 *
 * @param id our own number
 * @param chat who
 * @param articleId what, when it is an article
 * @param noticeId what, when it is a notice; exactly one of the two is present
 * @param priority how urgent it is
 * @param attempts how often a send was started before
 * @param unconfirmedTries how often a send ended without our knowing whether it arrived, outages of the line not counted
 * @param suspect whether the program ended so often while this was claimed that its words may be the cause
 * @param createdAt when it was accepted
 * @param dueAt not to be sent before
 * @param digestAt the time for which it waits to be told together with others of its chat; empty when it does not
 * @param noDigest whether it must not travel with others, because a message they shared was refused
 * @param fence rises with each claim; a result is settled only under the fence of its claim
 */
public record Delivery(
        long id,
        Chat chat,
        OptionalLong articleId,
        OptionalLong noticeId,
        Priority priority,
        int attempts,
        int unconfirmedTries,
        boolean suspect,
        Instant createdAt,
        Instant dueAt,
        Optional<Instant> digestAt,
        boolean noDigest,
        long fence) {
    public Delivery {
        Objects.requireNonNull(chat);
        Objects.requireNonNull(priority);
        Objects.requireNonNull(createdAt);
        Objects.requireNonNull(dueAt);
        Objects.requireNonNull(digestAt);
        if (articleId.isPresent() == noticeId.isPresent()) {
            throw new IllegalArgumentException("a delivery carries an article or a notice");
        }
    }

    /** Returns the same, none of whose tries may have arrived. */
    public Delivery withoutUnconfirmedTries() {
        return new Delivery(
                id, chat, articleId, noticeId, priority, attempts, 0, suspect, createdAt, dueAt, digestAt, noDigest,
                fence);
    }
}
