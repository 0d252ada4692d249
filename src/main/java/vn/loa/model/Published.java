package vn.loa.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * The time at which an article was published, according to its portal. It is never guessed: without a readable date
 * there is no instant.
 *
 * @param instant the moment; for {@link Precision#DAY} the start of that civil day in the portal's zone; empty for
 *     {@link Precision#RELATIVE} and {@link Precision#NONE}
 * @param precision how much of the instant was really told
 */
public record Published(Optional<Instant> instant, Precision precision) {
    private static final Published UNKNOWN = new Published(Optional.empty(), Precision.NONE);
    private static final Published RELATIVE = new Published(Optional.empty(), Precision.RELATIVE);

    public Published {
        Objects.requireNonNull(precision);
        boolean told = precision != Precision.RELATIVE && precision != Precision.NONE;
        if (told != instant.isPresent()) {
            throw new IllegalArgumentException(precision + " and " + instant + " do not go together");
        }
    }

    public static Published at(Instant instant, Precision precision) {
        return new Published(Optional.of(instant), precision);
    }

    /** Returns the value for no date at all. */
    public static Published unknown() {
        return UNKNOWN;
    }

    /** Returns the value for a date relative to the time of reading. */
    public static Published relative() {
        return RELATIVE;
    }

    /** Returns false when both times are told and lie a day or more apart. */
    public boolean mayBeSameDayAs(Published other) {
        return instant.flatMap(one ->
                        other.instant.map(two -> Duration.between(one, two).abs()))
                .filter(apart -> apart.compareTo(Duration.ofDays(1)) >= 0)
                .isEmpty();
    }

    public boolean hasTimeOfDay() {
        return precision == Precision.SECOND || precision == Precision.MINUTE;
    }
}
