package vn.loa.store.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import vn.loa.model.PersonId;
import vn.loa.model.Priority;

/**
 * An announcement by hand that its author has sent, on its way into the ledger.
 *
 * @param noticeId the number of its message
 * @param author who sent it; empty when the author's data were erased
 * @param chats who gets it
 * @param at not before this time
 * @param approver the second person who agreed or declined
 * @param repeats how often it goes again; empty for once
 */
public record Announcement(
        long noticeId,
        Optional<PersonId> author,
        List<Long> chats,
        Priority priority,
        Instant at,
        State state,
        Optional<PersonId> approver,
        Optional<Repetition> repeats) {
    /** The steps on the way. */
    public enum State {
        /** A second person has to agree. */
        WAITING,
        /** It goes when its time has come. */
        APPROVED,
        /** Its deliveries stand in the ledger. */
        QUEUED,
        CANCELLED
    }

    public Announcement {
        Objects.requireNonNull(author);
        chats = List.copyOf(chats);
        Objects.requireNonNull(priority);
        Objects.requireNonNull(at);
        Objects.requireNonNull(state);
        Objects.requireNonNull(approver);
        Objects.requireNonNull(repeats);
    }

    /** Tells whether this person sent it. */
    public boolean isBy(PersonId person) {
        return author.filter(person::equals).isPresent();
    }
}
