package vn.loa.delivery.reminder;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import vn.loa.document.deadline.Deadline;

/** Computes when a deadline is reminded of: three days before, the day before, and that morning. */
final class ReminderTimes {
    /** The days before a deadline on which it is reminded of. */
    static final int FIRST_DAYS = 3;

    /** Days before the deadline, the latest first. */
    static final List<Integer> DAYS_BEFORE = List.of(0, 1, FIRST_DAYS);

    /** When offices open, after the usual quiet hours. */
    private static final LocalTime MORNING = LocalTime.of(7, 30);

    private final ZoneId zone;

    ReminderTimes(ZoneId zone) {
        this.zone = zone;
    }

    /** A reminder that is due: how many days before, and since when. */
    record Slot(int daysBefore, Instant at) {}

    /**
     * Returns the latest reminder whose time has come; empty before the first and once the deadline is over.
     *
     * @param told since when the deadline is known; what was due before is not made up for
     * @param sparing whether one reminder has to do, the day before or else that morning
     */
    Optional<Slot> due(Deadline deadline, LocalDate day, Instant now, Instant told, boolean sparing) {
        if (!now.isBefore(end(deadline, day))) {
            return Optional.empty();
        }
        List<Slot> slots = DAYS_BEFORE.stream()
                .map(days -> new Slot(
                        days, day.minusDays(days).atTime(MORNING).atZone(zone).toInstant()))
                .filter(slot -> slot.at().isAfter(told))
                .toList();
        return (sparing ? last(slots) : slots)
                .stream().filter(slot -> !slot.at().isAfter(now)).findFirst();
    }

    /** The only reminder where each costs: the latest but that of the morning, if there is one. */
    private static List<Slot> last(List<Slot> slots) {
        return slots.stream().filter(slot -> slot.daysBefore() < 2).reduce((morning, eve) -> eve).stream()
                .toList();
    }

    /** Returns from when on digests tell of what is due on a day. */
    Instant first(LocalDate day) {
        return day.minusDays(FIRST_DAYS).atStartOfDay(zone).toInstant();
    }

    /** Returns the end of a deadline, from which on nobody is reminded. */
    Instant end(Deadline deadline, LocalDate day) {
        return deadline.time()
                .map(time -> day.atTime(time).atZone(zone))
                .orElseGet(() -> day.plusDays(1).atStartOfDay(zone))
                .toInstant();
    }
}
