package vn.loa.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * An administrative unit: a xã, a phường, a thôn, what stands above them and what is below.
 *
 * @param id our own number
 * @param parent the unit that it is part of
 * @param names what it was and is called, the oldest first; at least one
 */
public record Unit(long id, OptionalLong parent, List<Name> names) {
    /**
     * A name of a unit and the days on which it held.
     *
     * @param text with the kind of unit before it: {@code xã Phú Xuyên}
     * @param from the first civil day; {@link LocalDate#MIN} when nobody said
     * @param to the last civil day; {@link LocalDate#MAX} while it goes on
     */
    public record Name(String text, LocalDate from, LocalDate to) {
        public Name {
            Objects.requireNonNull(text);
            Objects.requireNonNull(from);
            Objects.requireNonNull(to);
        }

        /** Returns whether the name holds on a day. */
        public boolean holds(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }
    }

    public Unit {
        Objects.requireNonNull(parent);
        names = List.copyOf(names);
        if (names.isEmpty()) {
            throw new IllegalArgumentException("a unit has a name");
        }
    }

    /** Returns the latest name. */
    public String name() {
        return names.get(names.size() - 1).text();
    }

    /** Returns whether the unit exists on a day. */
    public boolean exists(LocalDate day) {
        return names.stream().anyMatch(name -> name.holds(day));
    }
}
