package vn.loa.revision;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds beginnings as texts state them: {@code lúc 7h30}, {@code Khai mạc: 7h30}. */
final class StatedTimes {
    /** Without minutes only a word tells that a number is an hour: "tỷ lệ: 2:1", "muối: 5 g". */
    private static final String CLOCK =
            "(?:(?<hour>\\d{1,2})\\s?(?:giờ|h)(?:\\s?(?<minute>\\d{2})(?!\\d))?(?:\\s?phút)?(?:\\s?kém\\s(?<less>[1-5]?\\d))?|(?<hours>\\d{1,2})[:g](?<minutes>[0-5]\\d)(?!\\d)";

    /** "Lúc 7g", as the South writes it; "vào 5g muối" is a weight. */
    private static final String SHORT = "|(?<=(?:lúc|hồi|khai mạc|bắt đầu|bắt đầu từ)\\s)(?<short>\\d{1,2})\\s?g"
            + "|(?<=(?:vào|từ)\\s)(?<part>\\d{1,2})\\s?g(?=\\s?(?:$|[,.;)-]|(?:ngày|sáng|trưa|chiều|tối|hôm|thứ|để|tại|ở)(?!\\p{L})))";

    private static final Pattern BEGINNING = Pattern.compile(
            "(?iu)(?<!\\p{L})(?:(?<!(?:kết thúc|bế mạc|tan|xong) )(?:lúc|hồi|vào|khai mạc|bắt đầu|bắt đầu từ|từ|(?:có mặt|tập trung) trước)|(?<label>[\\p{L}][\\p{L} ]{1,40})\\s?:)\\s+"
                    + CLOCK + SHORT + ")(?!\\p{L})");
    /** Labels of last days, which are told as such, of ends, and of what is no time. */
    private static final Pattern OTHER = Pattern.compile(
            "(?iu)(?<!\\p{L})(?:t[ỷỉ] (?:lệ|số)|kết thúc|bế mạc|hạn|thời hạn|trước|chậm nhất|muộn nhất|nộp|gửi|đến)(?!\\p{L})");

    private static final int MOST = 20;

    private StatedTimes() {}

    /** Returns the times of day at which a text says that something begins. */
    static List<String> beginnings(String text) {
        Set<String> found = new LinkedHashSet<>();
        Matcher beginning = BEGINNING.matcher(text);
        while (beginning.find() && found.size() < MOST) {
            String label = beginning.group("label");
            if (label == null || !OTHER.matcher(label).find()) {
                found.add(clock(beginning));
            }
        }
        return new ArrayList<>(found);
    }

    private static String clock(Matcher beginning) {
        String hour = first(beginning, "hour", "hours", "short", "part");
        String minute = first(beginning, "minute", "minutes");
        String less = first(beginning, "less");
        if (!less.isEmpty()) {
            return Math.floorMod(Integer.parseInt(hour) - 1, 24) + ":" + (60 - Integer.parseInt(less));
        }
        return Integer.parseInt(hour) + ":" + (minute.isEmpty() ? "00" : minute);
    }

    private static String first(Matcher beginning, String... groups) {
        return Stream.of(groups)
                .map(beginning::group)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
    }
}
