package vn.loa.store.inquiry;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A question that chats are asked.
 *
 * @param choices for a choice, what may be chosen, in order; else none
 * @param askedBy the person's key
 * @param openedAt when it was sent; empty for a draft
 * @param remindedAt when chats that had not answered were last reminded
 * @param closedAt since when no answer is taken
 */
public record Inquiry(
        long id,
        AnswerKind kind,
        String question,
        List<String> choices,
        String askedBy,
        Optional<Instant> openedAt,
        Optional<Instant> remindedAt,
        Optional<Instant> closedAt) {
    /** The answer that something is done. */
    public static final String DONE = "YES";

    /** The answer that something is not done yet. */
    public static final String NOT_YET = "NO";

    public Inquiry {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(question);
        choices = List.copyOf(choices);
        Objects.requireNonNull(askedBy);
        Objects.requireNonNull(openedAt);
        Objects.requireNonNull(remindedAt);
        Objects.requireNonNull(closedAt);
    }

    public boolean isDraft() {
        return openedAt.isEmpty();
    }

    /** Returns whether answers are taken. */
    public boolean isOpen() {
        return openedAt.isPresent() && closedAt.isEmpty();
    }
}
