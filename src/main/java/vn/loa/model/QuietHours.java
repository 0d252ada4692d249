package vn.loa.model;

import java.time.LocalTime;
import java.util.Objects;

/**
 * The hours of each day in which a chat is left in peace; they may reach over midnight.
 *
 * @param from its first minute
 * @param to its end, which is no part of it
 * @param mode what happens to news then
 */
public record QuietHours(LocalTime from, LocalTime to, Mode mode) {
    /** The treatments of news in quiet hours; urgent messages ignore them. */
    public enum Mode {
        /** They arrive at once and make no sound. */
        SILENT,
        /** They wait for the end of the quiet hours. */
        HELD,
        /** There are no quiet hours. */
        OFF
    }

    /** @throws IllegalArgumentException when the two times are the same */
    public QuietHours {
        Objects.requireNonNull(mode);
        if (from.equals(to)) {
            throw new IllegalArgumentException("quiet hours from " + from + " to " + to);
        }
    }

    /** Returns whether a time of day is quiet; never when they are {@link Mode#OFF}. */
    public boolean cover(LocalTime time) {
        boolean begun = !time.isBefore(from);
        boolean unfinished = time.isBefore(to);
        boolean within = from.isBefore(to) ? begun && unfinished : begun || unfinished;
        return mode != Mode.OFF && within;
    }

    public QuietHours withMode(Mode other) {
        return new QuietHours(from, to, other);
    }

    /**
     * Returns the same mode at other times; off becomes silent, since times are chosen in order to have quiet hours.
     */
    public QuietHours at(LocalTime otherFrom, LocalTime otherTo) {
        return new QuietHours(otherFrom, otherTo, mode == Mode.OFF ? Mode.SILENT : mode);
    }
}
