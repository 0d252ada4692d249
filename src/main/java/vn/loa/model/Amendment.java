package vn.loa.model;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * The changes of an article since it was announced.
 *
 * @param at when it was noticed last
 * @param changes what of it people see; empty when they see nothing of it
 * @param differences what parts of it said and say now, where both are clear
 */
public record Amendment(Instant at, Set<Change> changes, List<Difference> differences) {
    /** Nothing happened. */
    public static final Amendment NONE = new Amendment(Instant.EPOCH, Set.of());

    public Amendment {
        Objects.requireNonNull(at);
        changes = Set.copyOf(changes);
        differences = List.copyOf(differences);
    }

    /** Makes an amendment of which nothing more is known. */
    public Amendment(Instant at, Set<Change> changes) {
        this(at, changes, List.of());
    }

    /** Returns whether the article itself says something else now. */
    public boolean isEdit() {
        return changes.stream().anyMatch(change -> change != Change.REPUBLISHED);
    }
}
