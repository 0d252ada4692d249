package vn.loa.store.delivery;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** Names the intervals at which an announcement by hand goes again, at the same time of day. */
public enum Repetition {
    DAILY,
    WEEKLY,
    MONTHLY;

    private static final int MOST = 5_000;

    /**
     * Returns the first time after now, counted from a former one; what was missed meanwhile is left out.
     *
     * @param zone in which the time of day stays the same
     */
    public Instant next(Instant former, Instant now, ZoneId zone) {
        ZonedDateTime first = former.atZone(zone);
        ZonedDateTime next = first;
        for (int i = 1; i <= MOST && (i == 1 || !next.toInstant().isAfter(now)); i++) {
            next = plus(first, i);
        }
        return next.toInstant();
    }

    /** Counted from the first, so that the 31st stays the 31st after a shorter month. */
    private ZonedDateTime plus(ZonedDateTime first, int count) {
        return switch (this) {
            case DAILY -> first.plusDays(count);
            case WEEKLY -> first.plusWeeks(count);
            case MONTHLY -> first.plusMonths(count);
        };
    }
}
