package vn.loa.model;

import java.time.Instant;
import java.util.Objects;
import java.util.Set;

/**
 * The changes of an article since it was announced.
 *
 * @param at when it was noticed last
 * @param changes what of it people see; empty when they see nothing of it
 */
public record Amendment(Instant at, Set<Change> changes) {
    /** Nothing happened. */
    public static final Amendment NONE = new Amendment(Instant.EPOCH, Set.of());

    public Amendment {
        Objects.requireNonNull(at);
        changes = Set.copyOf(changes);
    }

    /** Returns whether the article itself says something else now. */
    public boolean isEdit() {
        return changes.stream().anyMatch(change -> change != Change.REPUBLISHED);
    }
}
