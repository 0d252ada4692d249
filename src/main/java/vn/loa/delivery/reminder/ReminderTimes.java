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
    /** Days before the deadline, the latest first. */
    static final List<Integer> DAYS_BEFORE = List.of(0, 1, 3);

    /** When offices open, after the usual quiet hours. */
    private static final LocalTime MORNING = LocalTime.of(7, 30);

    private final ZoneId zone;

    ReminderTimes(ZoneId zone) {
        this.zone = zone;
    }

    /** A reminder that is due: how many days before, and since when. */
    record Slot(int daysBefore, Instant at) {}

    /** Returns the latest reminder whose time has come; empty before the first and once the deadline is over. */
    Optional<Slot> due(Deadline deadline, LocalDate day, Instant now) {
        if (!now.isBefore(end(deadline, day))) {
            return Optional.empty();
        }
        return DAYS_BEFORE.stream()
                .map(days -> new Slot(
                        days, day.minusDays(days).atTime(MORNING).atZone(zone).toInstant()))
                .filter(slot -> !slot.at().isAfter(now))
                .findFirst();
    }

    private Instant end(Deadline deadline, LocalDate day) {
        return deadline.time()
                .map(time -> day.atTime(time).atZone(zone))
                .orElseGet(() -> day.plusDays(1).atStartOfDay(zone))
                .toInstant();
    }
}
