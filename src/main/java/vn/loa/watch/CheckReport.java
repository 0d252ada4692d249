package vn.loa.watch;

import java.util.Objects;
import java.util.Optional;
import vn.loa.model.Problem;
import vn.loa.model.SourceHealth;

/**
 * Reports the result of one check of a source.
 *
 * @param sourceId which source
 * @param looked whether the portal was asked at all; not while the source is backing off, or its host is busy
 * @param health how the source does now
 * @param problem what is wrong
 * @param listed how many items the list has
 * @param read how many articles were read and entered into the archive
 * @param deliveries how many deliveries were entered into the ledger
 * @param waiting how many articles are still to be read
 */
public record CheckReport(
        String sourceId,
        boolean looked,
        SourceHealth health,
        Optional<Problem> problem,
        int listed,
        int read,
        int deliveries,
        int waiting) {
    public CheckReport {
        Objects.requireNonNull(sourceId);
        Objects.requireNonNull(health);
        Objects.requireNonNull(problem);
    }

    /** Returns whether Loa did not come to asking the portal, which says nothing of the source. */
    public boolean isPutOff() {
        return problem.filter(each -> each.kind() == Problem.Kind.BUSY).isPresent();
    }
}
