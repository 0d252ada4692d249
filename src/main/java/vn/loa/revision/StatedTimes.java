package vn.loa.revision;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds last days and beginnings as texts state them: {@code trước 16 giờ 30 ngày 20/11}, {@code lúc 7h30}. */
final class StatedTimes {
    private static final String CLOCK = "(?:(\\d{1,2})\\s?(?:giờ|h|g|:)(?:\\s?(\\d{2})(?!\\d))?(?:\\s?phút)?)";
    private static final String DAY =
            "(\\d{1,2})(?:\\s?[/.-]\\s?|\\s+tháng\\s+)(\\d{1,2})(?:(?:\\s?[/.-]\\s?|\\s+năm\\s+)(\\d{4}))?(?![\\d/])";
    /** At most so many UTF-16 units and no end of a sentence stand between the word and the day. */
    private static final String BETWEEN = "[^\\d.;!?\\n]{0,30}";

    private static final Pattern DEADLINE = Pattern.compile(
            "(?iu)(?<!\\p{L})(?:trước|chậm nhất|muộn nhất|hạn|thời hạn|đến hết|hết ngày|xong trước)(?!\\p{L})" + BETWEEN
                    + "(?:" + CLOCK + "[^\\d.;!?\\n]{0,12})?" + DAY);
    private static final Pattern BEGINNING =
            Pattern.compile("(?iu)(?<!\\p{L})(?:lúc|hồi|thời gian\\s?:|bắt đầu từ|từ)\\s+" + CLOCK + "(?!\\p{L})");
    private static final int MOST = 20;

    private StatedTimes() {}

    /** Returns the last days that a text states, as they are shown, each once and in order. */
    static List<String> deadlines(String text) {
        Set<String> found = new LinkedHashSet<>();
        Matcher deadline = DEADLINE.matcher(text);
        while (deadline.find() && found.size() < MOST) {
            String time = deadline.group(1) == null ? "" : clock(deadline.group(1), deadline.group(2)) + " ";
            String year = deadline.group(5) == null ? "" : "/" + deadline.group(5);
            found.add(time + number(deadline.group(3)) + "/" + number(deadline.group(4)) + year);
        }
        return new ArrayList<>(found);
    }

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
