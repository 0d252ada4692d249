package vn.loa.text;

import java.util.regex.Pattern;

/** Recognises the mark before an item of a list: a dash, a bullet, "1.", "a)" or "II.". */
public final class ListMark {
    private static final Pattern MARK =
            Pattern.compile("^(?:[-–—+*•●▪■✓]\\s?(?=\\S)|(?:\\d{1,2}|[IVX]{1,4}|[\\p{L}&&[^\\p{Lu}]])[.)]\\s)");

    private ListMark() {}

    /** Returns whether a line begins with a list mark. */
    public static boolean begins(String line) {
        return MARK.matcher(line).find();
    }

    /** Returns the line without its list mark. */
    public static String takenOff(String line) {
        return MARK.matcher(line).replaceFirst("");
    }
}
