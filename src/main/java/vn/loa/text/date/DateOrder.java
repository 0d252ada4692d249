package vn.loa.text.date;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;

/** The orders of day and month in the dates of a source. */
enum DateOrder {
    /** Nothing is known but the line itself: day first, unless it can only be read the other way. */
    UNSETTLED,
    /** The other dates of the list say so. */
    DAY_FIRST,
    /** The other dates of the list say so. */
    MONTH_FIRST,
    /** The rules of the portal say so: what cannot be read that way is no date. */
    MONTH_FIRST_ALWAYS,
    /** The dates of the list contradict one another: what can be read both ways is not read. */
    CONTRADICTED;

    /** Returns the day that a date means in this order. */
    Optional<LocalDate> day(CivilDate date, boolean american) {
        if (!date.isNumeric()) {
            return date.day();
        }
        return switch (this) {
            case UNSETTLED -> american ? either(date.monthFirst(), date.day()) : either(date.day(), date.monthFirst());
            case DAY_FIRST -> either(date.day(), date.monthFirst());
            case MONTH_FIRST -> either(date.monthFirst(), date.day());
            case MONTH_FIRST_ALWAYS -> date.monthFirst();
            case CONTRADICTED -> date.isAmbiguous() ? Optional.empty() : either(date.day(), date.monthFirst());
        };
    }

    private static Optional<LocalDate> either(Optional<LocalDate> first, Optional<LocalDate> second) {
        return Stream.of(first, second).flatMap(Optional::stream).findFirst();
    }
}
