package vn.loa.config.value;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parses and formats durations as people write them: {@code 500ms}, {@code 90s}, {@code 10m}, {@code 1h30m},
 * {@code 2d}.
 */
public final class HumanDuration {
    /** Explains to people the form of a duration. */
    public static final String HOW_TO = "write a whole number with ms, s, m, h or d, such as 90s, 10m, 1h30m or 2d";

    private static final Unit[] UNITS = {
        new Unit("d", ChronoUnit.DAYS),
        new Unit("h", ChronoUnit.HOURS),
        new Unit("m", ChronoUnit.MINUTES),
        new Unit("s", ChronoUnit.SECONDS),
        new Unit("ms", ChronoUnit.MILLIS),
    };
    // Nine digits of days are 2.7 million years: far beyond any use, and far from an overflow.
    private static final Pattern FORM = Pattern.compile(
            "(?=.)(?:(\\d{1,9})d)?(?:(\\d{1,9})h)?(?:(\\d{1,9})m(?!s))?(?:(\\d{1,9})s)?(?:(\\d{1,9})ms)?");

    private record Unit(String symbol, ChronoUnit length) {}

    private HumanDuration() {}

    /**
     * Reads a duration: numbers with their units, the longest first, each unit at most once.
     *
     * @throws IllegalArgumentException when the text is not one
     */
    public static Duration parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("not a duration: " + text);
        }
        Duration sum = Duration.ZERO;
        for (int i = 0; i < UNITS.length; i++) {
            String number = parts.group(i + 1);
            if (number != null) {
                sum = sum.plus(Long.parseLong(number), UNITS[i].length());
            }
        }
        return sum;
    }

    /** Returns the shortest form that {@link #parse} reads back; what is below a millisecond is left out. */
    public static String format(Duration duration) {
        StringBuilder text = new StringBuilder();
        long left = duration.toMillis();
        for (Unit unit : UNITS) {
            long length = unit.length().getDuration().toMillis();
            if (left >= length) {
                text.append(left / length).append(unit.symbol());
                left %= length;
            }
        }
        return text.isEmpty() ? "0s" : text.toString();
    }
}
