package vn.loa.story;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes a fact in one form, for two portals write it in two: "10.3", "10-3" and "10/03/2026" are one day, "1.214" and
 * "1214" one number, "02" is 2.
 */
final class FactForm {
    private static final Pattern DAY =
            Pattern.compile("0?(\\d{1,2})[/.-]0?(\\d{1,2})(?:[/.-](?<year>(?:19|20)\\d{2}))?");
    private static final Pattern THOUSANDS = Pattern.compile("[1-9]\\d{0,2}(?:\\.\\d{3})+");
    private static final Pattern ZERO_FIRST = Pattern.compile("0\\d");
    private static final int DAYS = 31;
    private static final int MONTHS = 12;

    private FactForm() {}

    /**
     * Returns a fact in the form that is compared; of a day without its year, which many leave out.
     *
     * @param fact a folded number or name, or several with blanks between
     */
    static String of(String fact) {
        StringBuilder form = new StringBuilder(fact.length());
        for (String word : fact.split(" ")) {
            form.append(form.length() == 0 ? "" : " ").append(ofWord(word));
        }
        return form.toString();
    }

    private static String ofWord(String word) {
        if (!Character.isDigit(word.charAt(0))) {
            return word;
        }
        Matcher day = DAY.matcher(word);
        if (isDay(day)) {
            return Integer.parseInt(day.group(1)) + "/" + Integer.parseInt(day.group(2));
        }
        if (THOUSANDS.matcher(word).matches()) {
            return word.replace(".", "");
        }
        return ZERO_FIRST.matcher(word).matches() ? word.substring(1) : word;
    }

    private static boolean isDay(Matcher day) {
        return day.matches() && Integer.parseInt(day.group(1)) <= DAYS && Integer.parseInt(day.group(2)) <= MONTHS;
    }

    /** Returns the year with which a fact names its day. */
    static Optional<String> year(String fact) {
        Matcher day = DAY.matcher(fact.substring(fact.lastIndexOf(' ') + 1));
        return isDay(day) ? Optional.ofNullable(day.group("year")) : Optional.empty();
    }
}
