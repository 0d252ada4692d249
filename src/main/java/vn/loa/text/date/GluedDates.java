package vn.loa.text.date;

import java.util.regex.Pattern;

/** Parts dates from the times that stand in a neighbouring element of a page, where nothing but a style parts the two. */
public final class GluedDates {
    private static final Pattern DATE_THEN_TIME =
            Pattern.compile("(?<!\\d)(\\d{1,2}([/.-])\\d{1,2}\\2\\d{4})(?=\\d{1,2}[:h]\\d{2})");

    private static final Pattern TIME_THEN_DATE =
            Pattern.compile("(?<!\\d)(\\d{1,2}[:h]\\d{2})(?=\\d{1,2}([/.-])\\d{1,2}\\2\\d{4}(?!\\d))");

    private GluedDates() {}

    /** Returns a line with a blank between its date and its time: {@code 12/03/202616:20}, {@code 16:2012/03/2026}. */
    public static String parted(String line) {
        boolean timed = line.indexOf(':') >= 0 || line.indexOf('h') >= 0;
        return timed
                ? TIME_THEN_DATE
                        .matcher(DATE_THEN_TIME.matcher(line).replaceAll("$1 "))
                        .replaceAll("$1 ")
                : line;
    }
}
