package vn.loa.revision;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds beginnings as texts state them: {@code lúc 7h30}, {@code Khai mạc: 7h30}. */
final class StatedTimes {
    /** Without minutes only a word tells that a number is an hour: "tỷ lệ: 2:1", "muối: 5 g". */
    private static final String CLOCK =
            "(?:(?<hour>\\d{1,2})\\s?(?:giờ|h)(?:\\s?(?<minute>\\d{2})(?!\\d))?(?:\\s?phút)?|(?<hours>\\d{1,2})[:g](?<minutes>[0-5]\\d)(?!\\d))";

    private static final Pattern BEGINNING = Pattern.compile(
            "(?iu)(?<!\\p{L})(?:(?:lúc|hồi|vào|khai mạc|bắt đầu|bắt đầu từ|từ)|(?<label>[\\p{L}][\\p{L} ]{1,40})\\s?:)\\s+"
                    + CLOCK + "(?!\\p{L})");
    /** Labels of last days, which are told as such. */
    private static final Pattern DUE =
            Pattern.compile("(?iu)(?<!\\p{L})(?:hạn|thời hạn|trước|chậm nhất|muộn nhất|nộp|gửi|đến)(?!\\p{L})");

    private static final int MOST = 20;

    private StatedTimes() {}

    /** Returns the times of day at which a text says that something begins. */
    static List<String> beginnings(String text) {
        Set<String> found = new LinkedHashSet<>();
        Matcher beginning = BEGINNING.matcher(text);
        while (beginning.find() && found.size() < MOST) {
            String label = beginning.group("label");
            if (label == null || !DUE.matcher(label).find()) {
                found.add(clock(beginning));
            }
        }
        return new ArrayList<>(found);
    }

    private static String clock(Matcher beginning) {
        boolean spelt = beginning.group("hour") != null;
        String hour = beginning.group(spelt ? "hour" : "hours");
        String minute = beginning.group(spelt ? "minute" : "minutes");
        return Integer.parseInt(hour) + ":" + (minute == null ? "00" : minute);
    }
}
