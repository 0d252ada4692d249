package vn.loa.text.date;

import java.util.regex.Pattern;

/** Parts dates from the times and counts that stand in a neighbouring element of a page, where only a style parts the two. */
public final class GluedDates {
    private static final Pattern BEFORE_DIGITS =
            Pattern.compile("(?i)(?<!\\d)((?:\\d{1,2}([/.-])\\d{1,2}\\2|n[aă]m )(?:19|20)\\d{2})(?=\\d{1,6}(?:\\D|$))");

    private static final Pattern TIME_THEN_DATE =
            Pattern.compile("(?<!\\d)(\\d{1,2}[:h]\\d{2})(?=\\d{1,2}([/.-])\\d{1,2}\\2\\d{4}(?!\\d))");

    private GluedDates() {}

    /**
     * Returns a line with a blank between its date and what begins with digits behind it, and between its time and a date:
     * {@code 12/03/202616:20}, {@code 12/03/202645 lượt xem}, {@code 16:2012/03/2026}.
     */
    public static String parted(String line) {
        return TIME_THEN_DATE
                .matcher(BEFORE_DIGITS.matcher(line).replaceAll("$1 "))
                .replaceAll("$1 ");
    }
}
