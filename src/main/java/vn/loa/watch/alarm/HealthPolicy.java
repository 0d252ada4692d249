package vn.loa.watch.alarm;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import vn.loa.model.Problem;
import vn.loa.model.Source;
import vn.loa.model.SourceCheck;
import vn.loa.model.SourceHealth;

/** Decides how a source does from what its last check met and what came before. Pure. */
public final class HealthPolicy {
    /** A portal that does not answer is given this many checks before anybody is troubled. */
    private static final int PATIENCE = 3;

    private final Backoff backoff;

    public HealthPolicy(Backoff backoff) {
        this.backoff = backoff;
    }

    /** The list was read. */
    public SourceCheck good(SourceCheck before, Visit visit, Instant now) {
        return new SourceCheck(
                Optional.of(before.firstGood().orElse(now)),
                Optional.of(now),
                Optional.of(now),
                Optional.empty(),
                0,
                visit.health(),
                since(before, visit.health(), now),
                visit.problem(),
                visit.listed(),
                visit.etag(),
                visit.lastModified());
    }

    /** The portal says that nothing has changed since the list was last read. */
    public SourceCheck unchanged(SourceCheck before, Instant now) {
        SourceHealth health = before.problem().isEmpty() ? SourceHealth.OK : before.health();
        Visit same = new Visit(before.listed(), before.etag(), before.lastModified(), before.problem(), health);
        return good(before, same, now);
    }

    /** The list was read, but brings nothing or cannot be read on; empty when all of that is made up for. */
    public SourceCheck barren(SourceCheck check, Optional<Problem> problem, Instant now) {
        SourceHealth health = problem.isEmpty() ? SourceHealth.OK : SourceHealth.DEGRADED;
        return new SourceCheck(
                check.firstGood(),
                check.lastCheck(),
                check.lastGood(),
                check.notBefore(),
                check.failures(),
                health,
                since(check, health, now),
                problem,
                check.listed(),
                check.etag(),
                check.lastModified());
    }

    /** The list could not be read. The validators are forgotten, so that the next answer is a whole one. */
    public SourceCheck bad(SourceCheck before, Source source, Problem problem, Optional<Duration> wait, Instant now) {
        int failures = before.failures() + 1;
        SourceHealth health = health(before, problem, failures);
        Duration pause = wait.orElseGet(() -> backoff.after(failures, source.cadence()));
        return new SourceCheck(
                before.firstGood(),
                Optional.of(now),
                before.lastGood(),
                Optional.of(now.plus(pause)),
                failures,
                health,
                since(before, health, now),
                Optional.of(problem),
                before.listed(),
                Optional.empty(),
                Optional.empty());
    }

    private static SourceHealth health(SourceCheck before, Problem problem, int failures) {
        return switch (problem.kind()) {
            case NO_LIST,
                    EMPTY_LIST,
                    UNREADABLE_ITEMS,
                    STALE,
                    LIST_STANDS_STILL,
                    OVERDUE_ITEMS,
                    OTHER_PAGES,
                    TOO_LARGE -> SourceHealth.DEGRADED;
            case BLOCKED, REFUSED, GONE, MOVED -> SourceHealth.DOWN;
            case UNREACHABLE -> failures >= PATIENCE ? SourceHealth.DOWN : known(before);
            case NO_ROOM, BUSY -> known(before);
            case RATE_LIMITED -> failures >= PATIENCE ? SourceHealth.DEGRADED : known(before);
        };
    }

    /** A quiet source counts as well, so its first failure is told no sooner than that of another. */
    private static SourceHealth known(SourceCheck before) {
        return before.problem().filter(Problem::isQuiet).isPresent() ? SourceHealth.OK : before.health();
    }

    private static Optional<Instant> since(SourceCheck before, SourceHealth health, Instant now) {
        return before.health() == health && before.healthSince().isPresent() ? before.healthSince() : Optional.of(now);
    }

    /**
     * Holds the result of a check that read the list.
     *
     * @param listed how many items the list had
     * @param etag for the next conditional request
     * @param lastModified for the next conditional request
     * @param problem what is wrong although the list was read
     * @param health how the source does
     */
    public record Visit(
            int listed,
            Optional<String> etag,
            Optional<String> lastModified,
            Optional<Problem> problem,
            SourceHealth health) {}
}
