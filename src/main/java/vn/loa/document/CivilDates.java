package vn.loa.document;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/** Makes days of the numbers that documents tell. */
final class CivilDates {
    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2049;

    private CivilDates() {}

    /** Returns digits for which a scan took letters of the same look. */
    static String digits(String scanned) {
        return scanned.replaceAll("[Oo]", "0").replaceAll("[Il]", "1");
    }

    /** Returns the day; empty when there is none such, or none in a year that can be believed. */
    static Optional<LocalDate> of(String day, String month, String year) {
        try {
            LocalDate date = LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
            boolean believable = date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR;
            return believable ? Optional.of(date) : Optional.empty();
        } catch (DateTimeException | NumberFormatException e) {
            return Optional.empty();
        }
    }
}
