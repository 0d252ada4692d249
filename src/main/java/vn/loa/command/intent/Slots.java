package vn.loa.command.intent;

import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Holds the values in a sentence besides its intent.
 *
 * @param what the source, topic, category, commune or keyword, as it was typed; an empty string for none
 * @param everything whether everything was meant
 * @param place whether {@code what} is a place by its first word ({@code xã Phú Xuyên})
 * @param count the number of articles
 * @param period the days meant, where they have a name of their own
 * @param days the days meant, by their dates
 * @param times the times of day, in the order in which they were told
 * @param atOnce whether news are wanted as they come
 * @param held whether news are unwanted at night, not only their sound
 * @param until the end of a pause or of the quiet time
 * @param later whether a pause is wanted from a later day on
 */
public record Slots(
        String what,
        boolean everything,
        boolean place,
        OptionalInt count,
        Optional<Period> period,
        Optional<NewsDays> days,
        List<LocalTime> times,
        boolean atOnce,
        boolean held,
        Optional<Until> until,
        boolean later) {
    public Slots {
        Objects.requireNonNull(what);
        Objects.requireNonNull(count);
        Objects.requireNonNull(period);
        Objects.requireNonNull(days);
        times = List.copyOf(times);
        Objects.requireNonNull(until);
    }
}
