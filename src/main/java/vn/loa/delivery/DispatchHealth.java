package vn.loa.delivery;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Reports the health of the sending of a bot's announcements.
 *
 * @param lastRun when the dispatcher last came to the end of a round; one that hangs, or fails each time, does not move it
 * @param lastSuccess when the platform last confirmed a message of the ledger
 * @param inFlight messages that are under way now
 * @param heldUntil until when the bot sends nothing, when it has to wait
 * @param problem why it sends nothing, an English phrase; empty when nothing is wrong or a limit was met
 */
public record DispatchHealth(
        Optional<Instant> lastRun,
        Optional<Instant> lastSuccess,
        int inFlight,
        Optional<Instant> heldUntil,
        Optional<String> problem) {
    public DispatchHealth {
        Objects.requireNonNull(lastRun);
        Objects.requireNonNull(lastSuccess);
        Objects.requireNonNull(heldUntil);
        Objects.requireNonNull(problem);
    }
}
