package vn.loa.command.intent;

import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a sentence says besides its intent.
 *
 * @param what the source, topic, category, commune or keyword, as it was typed; an empty string for none
 * @param everything whether all there is was meant
 * @param place whether {@code what} is a place by its first word ({@code xã Phú Xuyên})
 * @param count how many
 * @param period of which days
 * @param times at which times of day, in the order in which they were told
 * @param atOnce whether news are wanted as they come
 * @param held whether news are unwanted at night, not only their sound
 * @param until how long
 */
public record Slots(
        String what,
        boolean everything,
        boolean place,
        OptionalInt count,
        Optional<Period> period,
        List<LocalTime> times,
        boolean atOnce,
        boolean held,
        Optional<Until> until) {
    public Slots {
        Objects.requireNonNull(what);
        Objects.requireNonNull(count);
        Objects.requireNonNull(period);
        times = List.copyOf(times);
        Objects.requireNonNull(until);
    }
}
