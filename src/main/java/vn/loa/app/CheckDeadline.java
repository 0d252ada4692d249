package vn.loa.app;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vn.loa.model.Cadence;
import vn.loa.model.Source;

/** Computes the time within which one of the sources should have been checked. */
final class CheckDeadline {
    private static final Duration LONGEST_CHECK = Duration.ofMinutes(10);

    private CheckDeadline() {}

    /** Returns twice the shortest interval and the length of a check; empty when no source has a regular interval. */
    static Optional<Duration> of(List<Source> active) {
        return active.stream()
                .map(Source::cadence)
                .filter(Cadence.Every.class::isInstance)
                .map(cadence -> ((Cadence.Every) cadence).interval())
                .min(Comparator.naturalOrder())
                .map(shortest -> shortest.multipliedBy(2).plus(LONGEST_CHECK));
    }
}
