package vn.loa.store.inquiry;

import java.time.Instant;
import java.util.Objects;

/**
 * The last round of a question that is asked again and again.
 *
 * @param inquiryId the question that was asked last
 * @param repeats the name of how often it is asked
 * @param first when its first round was asked, from which the others are counted
 * @param next when the next one is due
 */
public record InquiryRound(long inquiryId, String repeats, Instant first, Instant next) {
    public InquiryRound {
        Objects.requireNonNull(repeats);
        Objects.requireNonNull(first);
        Objects.requireNonNull(next);
    }
}
