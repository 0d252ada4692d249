package vn.loa.revision;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds beginnings as texts state them: {@code lúc 7h30}. */
final class StatedTimes {
    private static final String CLOCK = "(?:(\\d{1,2})\\s?(?:giờ|h|g|:)(?:\\s?(\\d{2})(?!\\d))?(?:\\s?phút)?)";
    private static final Pattern BEGINNING = Pattern.compile(
            "(?iu)(?<!\\p{L})(?:lúc|hồi|vào|khai mạc|khai mạc\\s?:|bắt đầu|bắt đầu\\s?:|bắt đầu từ|từ|(?:thời gian|giờ|lịch)(?:\\s\\p{Ll}{1,7}){0,4}\\s?:)\\s+"
                    + CLOCK + "(?!\\p{L})");
    private static final int MOST = 20;

    private StatedTimes() {}

    /** Returns the times of day at which a text says that something begins. */
    static List<String> beginnings(String text) {
        Set<String> found = new LinkedHashSet<>();
        Matcher beginning = BEGINNING.matcher(text);
        while (beginning.find() && found.size() < MOST) {
            found.add(clock(beginning.group(1), beginning.group(2)));
        }
        return new ArrayList<>(found);
    }

    private static String clock(String hour, String minute) {
        return number(hour) + ":" + (minute == null ? "00" : minute);
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }
}
