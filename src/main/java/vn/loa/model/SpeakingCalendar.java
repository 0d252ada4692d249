package vn.loa.model;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Computes send times on the calendar from a chat's {@link SpeakingTimes}. Pure arithmetic; times of day are civil
 * times of the zone, and one that a change to summer time leaves out comes as much later as the clocks go forward.
 *
 * @param times what the chat chose
 * @param quiet its quiet hours
 * @param zone where its people live
 */
public record SpeakingCalendar(SpeakingTimes times, QuietHours quiet, ZoneId zone) {
    /** Returns the calendar of a chat; {@code usual} quiet hours hold when it chose none of its own. */
    public static SpeakingCalendar of(SpeakingTimes times, QuietHours usual, ZoneId zone) {
        return new SpeakingCalendar(times, times.quiet().orElse(usual), zone);
    }

    /** Returns the same for where nothing can come without a sound: what would be muted is held. */
    public SpeakingCalendar withoutMuting() {
        return quiet.mode() == QuietHours.Mode.SILENT
                ? new SpeakingCalendar(times, quiet.withMode(QuietHours.Mode.HELD), zone)
                : this;
    }

    /** Returns whether news are collected into digests. */
    public boolean digested() {
        return !times.digests().isEmpty();
    }

    /** Returns whether a message sent now should be muted. */
    public boolean isQuiet(Instant now) {
        return quiet.cover(now.atZone(zone).toLocalTime());
    }

    /** Returns whether ordinary news may be sent now, as far as pause, days and held quiet hours go. */
    public boolean isOpen(Instant now) {
        return opens(now).equals(now);
    }

    /**
     * The first moment from this one on at which ordinary news may be said. What had to wait for another reason does
     * not come in the middle of the night either, even where night's news are only muted.
     */
    public Instant opens(Instant from) {
        Instant at = from;
        Instant next = endOfWait(at, quiet.mode() == QuietHours.Mode.HELD);
        while (next.isAfter(at)) {
            at = next;
            next = endOfWait(at, true);
        }
        return at;
    }

    /** The end of one thing that keeps the chat closed; the moment itself when nothing does. */
    private Instant endOfWait(Instant at, boolean nightHolds) {
        Optional<Instant> pause = times.pausedUntil().filter(at::isBefore);
        if (pause.isPresent()) {
            return pause.get();
        }
        if (isDayOff(at)) {
            LocalDate tomorrow = at.atZone(zone).toLocalDate().plusDays(1);
            return tomorrow.atStartOfDay(zone).toInstant();
        }
        return nightHolds ? afterQuiet(at) : at;
    }

    private boolean isDayOff(Instant at) {
        DayOfWeek day = at.atZone(zone).getDayOfWeek();
        return times.workingDaysOnly() && (day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY);
    }

    private Instant afterQuiet(Instant at) {
        if (!isQuiet(at)) {
            return at;
        }
        ZonedDateTime here = at.atZone(zone);
        boolean endsToday = here.toLocalTime().isBefore(quiet.to());
        return civil(here.toLocalDate().plusDays(endsToday ? 0 : 1).atTime(quiet.to()), at);
    }

    /** The instant of a civil time; of the two that clocks going back make, the first that is still to come. */
    private Instant civil(LocalDateTime told, Instant after) {
        ZonedDateTime first = told.atZone(zone);
        Instant earlier = first.toInstant();
        return earlier.isAfter(after)
                ? earlier
                : first.withLaterOffsetAtOverlap().toInstant();
    }

    /**
     * Returns the next time at which a digest is sent. One that falls into held quiet hours is told when they end; days
     * off and a pause are passed over.
     *
     * @param from the digest comes later than this
     * @param taken digests that cannot be joined any more
     * @throws IllegalStateException when the chat has no digests
     */
    public Instant slotAfter(Instant from, Predicate<Instant> taken) {
        if (!digested()) {
            throw new IllegalStateException("no digests");
        }
        Instant begin = times.pausedUntil().filter(from::isBefore).orElse(from);
        // A slot of the evening before may be told this morning.
        LocalDate day = begin.atZone(zone).toLocalDate().minusDays(1);
        Optional<Instant> slot = Optional.empty();
        while (slot.isEmpty()) {
            slot = slotOf(day, told -> told.isAfter(from) && !told.isBefore(begin) && !taken.test(told));
            day = day.plusDays(1);
        }
        return slot.get();
    }

    private Optional<Instant> slotOf(LocalDate day, Predicate<Instant> wanted) {
        return times.digests().stream()
                .map(time -> told(day, time))
                .filter(slot -> !isDayOff(slot) && wanted.test(slot))
                .findFirst();
    }

    private Instant told(LocalDate day, LocalTime time) {
        Instant slot = day.atTime(time).atZone(zone).toInstant();
        return quiet.mode() == QuietHours.Mode.HELD ? afterQuiet(slot) : slot;
    }

    /**
     * Returns the next time at which news that wait are sent, counted from this moment: in the next digest, or as soon
     * as the chat is open.
     */
    public Instant next(Instant from, Predicate<Instant> taken) {
        return digested() ? slotAfter(from, taken) : opens(from);
    }
}
