package vn.loa.command.intent;

import java.time.LocalTime;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Marks some words of a sentence with their concepts.
 *
 * @param concepts the concepts that they may stand for
 * @param from the first word's position
 * @param to the position after the last word
 * @param number the count, where there is one
 * @param time the time of day, for one
 * @param until the end, for a span or a day
 * @param days the days of which news may be wanted, for a day or a stretch of days
 */
record Tag(
        Set<Concept> concepts,
        int from,
        int to,
        int number,
        Optional<LocalTime> time,
        Optional<Until> until,
        Optional<NewsDays> days) {
    Tag {
        concepts = Set.copyOf(concepts);
        Objects.requireNonNull(time);
        Objects.requireNonNull(until);
        Objects.requireNonNull(days);
    }

    static Tag of(Set<Concept> concepts, int from, int to) {
        return new Tag(concepts, from, to, 0, Optional.empty(), Optional.empty(), Optional.empty());
    }

    static Tag of(Concept concept, int from, int to) {
        return of(EnumSet.of(concept), from, to);
    }

    static Tag count(int number, int from, int to) {
        return new Tag(
                EnumSet.of(Concept.COUNT, Concept.NEWS),
                from,
                to,
                number,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    static Tag time(LocalTime time, int from, int to) {
        return new Tag(EnumSet.of(Concept.TIME), from, to, 0, Optional.of(time), Optional.empty(), Optional.empty());
    }

    static Tag until(Concept concept, Until until, int from, int to) {
        return new Tag(EnumSet.of(concept), from, to, 0, Optional.empty(), Optional.of(until), Optional.empty());
    }

    static Tag days(NewsDays days, Until until, int from, int to) {
        return new Tag(EnumSet.of(Concept.DAY), from, to, 0, Optional.empty(), Optional.of(until), Optional.of(days));
    }

    /** Returns a day with the words before it by which it still belongs to what ends: "đến hết ngày 5/12". */
    Tag toItsEnd(int begin) {
        return new Tag(
                EnumSet.of(Concept.DAY, Concept.UNTIL), begin, to, number, time, until.map(Until::withDay), days);
    }

    int length() {
        return to - from;
    }

    boolean is(Concept concept) {
        return concepts.contains(concept);
    }

    /** Tells whether it belongs to the subject of a sentence. */
    boolean isContent() {
        return is(Concept.RAW) || is(Concept.NAME) || is(Concept.KIND) || is(Concept.ORGAN);
    }

    /** Tells whether it may be what is searched for: a subject, or a word that asks Loa for something otherwise. */
    boolean isSubject() {
        return isContent()
                || concepts.stream().anyMatch(concept -> switch (concept) {
                    case REPORT,
                            LIST,
                            SCHEDULE,
                            SOURCE,
                            SETTINGS,
                            WORKDAYS,
                            WEEKEND,
                            AWAY,
                            FOLLOW,
                            RECEIVE,
                            DAY,
                            PLACE_WORD -> true;
                    default -> false;
                });
    }

    /** Tells whether it may stand within what is searched for. */
    boolean isWithinSubject() {
        return isSubject()
                || joins()
                || concepts.stream().anyMatch(concept -> switch (concept) {
                    case NEWS, READ, SEND, WEEK, MONTH, NIGHT, SPAN, COUNT, TIME -> true;
                    default -> false;
                });
    }

    /** Tells whether it may stand within the subject of a sentence. */
    boolean joins() {
        return concepts.stream().allMatch(Concept::joins);
    }
}
