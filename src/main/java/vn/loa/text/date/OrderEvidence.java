package vn.loa.text.date;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Predicate;

/** Decides the order of day and month from all dates of one list. */
final class OrderEvidence {
    /** So many times as many dates overrule those of the other order. */
    private static final int CLEAR_MAJORITY = 3;
    /** One day to come may be a slip; two are a habit. */
    private static final int HABIT = 2;

    private final Predicate<LocalDate> isToCome;
    private int dayFirst;
    private int monthFirst;
    private int american;
    private int toComeDayFirst;
    private int toComeMonthFirst;

    /** @param isToCome whether a day is too far ahead for something published */
    OrderEvidence(Predicate<LocalDate> isToCome) {
        this.isToCome = isToCome;
    }

    /** Takes one line of the list into account. */
    void add(DateLine line) {
        CivilDate date = line.date();
        if (!date.isNumeric()) {
            return;
        }
        dayFirst += onlyFirst(date.day(), date.monthFirst());
        monthFirst += onlyFirst(date.monthFirst(), date.day());
        dayFirst += line.named().isPresent() && line.named().equals(date.day()) ? 1 : 0;
        monthFirst += line.named().isPresent() && line.named().equals(date.monthFirst()) ? 1 : 0;
        american += date.isAmbiguous() && line.isAmerican() ? 1 : 0;
        toComeDayFirst += isToCome(date.day()) && !isToCome(date.monthFirst()) ? 1 : 0;
        toComeMonthFirst += isToCome(date.monthFirst()) && !isToCome(date.day()) ? 1 : 0;
    }

    private static int onlyFirst(Optional<LocalDate> first, Optional<LocalDate> second) {
        return first.isPresent() && second.isEmpty() ? 1 : 0;
    }

    private boolean isToCome(Optional<LocalDate> day) {
        return day.filter(isToCome).isPresent();
    }

    /** Returns the order that all of the list's dates are read in. */
    DateOrder order() {
        if (dayFirst == 0 && monthFirst == 0) {
            return hinted();
        }
        if (dayFirst >= CLEAR_MAJORITY * monthFirst) {
            return DateOrder.DAY_FIRST;
        }
        return monthFirst >= CLEAR_MAJORITY * dayFirst ? DateOrder.MONTH_FIRST : DateOrder.CONTRADICTED;
    }

    private DateOrder hinted() {
        boolean hinted = american > 0 || toComeDayFirst >= HABIT;
        return hinted && toComeMonthFirst == 0 ? DateOrder.MONTH_FIRST : DateOrder.UNSETTLED;
    }
}
