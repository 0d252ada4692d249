package vn.loa.watch.alarm;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import vn.loa.model.AlarmState;
import vn.loa.model.Problem;
import vn.loa.model.SourceCheck;
import vn.loa.model.SourceHealth;

/**
 * Decides when operators are told that a source is ill or well again: it must be ill for some checks, by the kind of its
 * problem, and well for some; one that goes to and fro is told of once a day. A quiet source is well. Pure.
 */
final class AlarmPolicy {
    private static final int WELL_CHECKS = 2;
    private static final Duration BETWEEN_ALARMS = Duration.ofDays(1);

    private AlarmPolicy() {}

    /** Names what operators are told. */
    enum Telling {
        NOTHING,
        ILL,
        /** It is ill again, and was several times since they were last told. */
        FLAPPING,
        WELL
    }

    /** Holds what operators are told after a check, and the state to remember. */
    record Decision(AlarmState state, Telling telling) {}

    static Decision after(AlarmState before, SourceCheck check, Instant now) {
        boolean well = check.health() == SourceHealth.OK
                || check.problem().filter(Problem::isQuiet).isPresent();
        return well ? well(before) : ill(before, patience(check.problem()), now);
    }

    private static Decision well(AlarmState before) {
        int well = before.well() + 1;
        boolean tell = before.told() && well >= WELL_CHECKS;
        AlarmState state = new AlarmState(0, well, before.told() && !tell, before.toldAt(), before.untold());
        return new Decision(state, tell ? Telling.WELL : Telling.NOTHING);
    }

    private static Decision ill(AlarmState before, int patience, Instant now) {
        int ill = before.ill() + 1;
        if (before.told() || ill < patience) {
            return new Decision(
                    new AlarmState(ill, 0, before.told(), before.toldAt(), before.untold()), Telling.NOTHING);
        }
        boolean tooSoon = before.toldAt()
                .filter(told -> !told.isAfter(now) && now.isBefore(told.plus(BETWEEN_ALARMS)))
                .isPresent();
        if (tooSoon) {
            int untold = before.untold() + (ill == patience ? 1 : 0);
            return new Decision(new AlarmState(ill, 0, false, before.toldAt(), untold), Telling.NOTHING);
        }
        return new Decision(
                new AlarmState(ill, 0, true, Optional.of(now), 0),
                before.untold() > 0 ? Telling.FLAPPING : Telling.ILL);
    }

    /** Some kinds are found only after several failures or hours anyway. */
    private static int patience(Optional<Problem> problem) {
        if (problem.isEmpty()) {
            return 1;
        }
        return switch (problem.get().kind()) {
            case UNREACHABLE,
                    RATE_LIMITED,
                    BUSY,
                    STALE,
                    LIST_STANDS_STILL,
                    OVERDUE_ITEMS,
                    OTHER_PAGES,
                    MOVED,
                    NO_ROOM -> 1;
            case BLOCKED, REFUSED, GONE, NO_LIST, EMPTY_LIST, UNREADABLE_ITEMS, TOO_LARGE -> 2;
        };
    }
}
