package vn.loa.text;

import java.util.regex.Pattern;

/** The mark before an item of a list: a dash, a bullet, "1.", "a)" or "II.". */
public final class ListMark {
    private static final Pattern MARK =
            Pattern.compile("^(?:[-–—+*•●▪■✓]\\s?(?=\\S)|(?:\\d{1,2}|[IVX]{1,4}|[\\p{L}&&[^\\p{Lu}]])[.)]\\s)");

    private ListMark() {}

    /** Whether a line begins with one. */
    public static boolean begins(String line) {
        return MARK.matcher(line).find();
    }

    /** The line without it. */
    public static String takenOff(String line) {
        return MARK.matcher(line).replaceFirst("");
    }
}
