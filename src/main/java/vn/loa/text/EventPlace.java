package vn.loa.text;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Finds the place of an event in a text: after {@code Địa điểm:}, or else after the first {@code tại}. */
public final class EventPlace {
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    /** Up to where the place ends: punctuation, or the words that begin a time or a purpose; 120 UTF-16 units at most. */
    private static final String PLACE =
            "([^,.;:()\\n–]{2,120}?)(?=[,.;:()\\n–]|\\s+(?:vào|ngày|lúc|hồi|từ|để|nhằm|với|do|diễn ra|tổ chức|trước|sau|chậm nhất|muộn nhất)\\s|$)";

    private static final Pattern LABELLED = Pattern.compile(
            "(?<!\\p{L})(?:địa điểm(?: \\p{L}{1,8}){0,3}|nơi (?:họp|tổ chức|tiếp (?:công )?dân|tập trung|đón tiếp|làm việc|khám|tiêm|phát)|tại)\\s*:\\s*(?:tại\\s+)?"
                    + PLACE,
            FLAGS);
    private static final Pattern NAMED = Pattern.compile(
            "(?<!\\p{L})(?:(?<!hiện )(?<!tồn )tại|(?:tập trung|tập kết|có mặt|diễn ra|tổ chức|họp) ở)\\s+" + PLACE,
            FLAGS);

    private EventPlace() {}

    /** Returns the place, folded, so that two spellings of it are equal; empty when the text names none. */
    public static Optional<String> of(String text) {
        return named(text).map(Folding::fold);
    }

    /** Returns the place as it is written; empty when the text names none. */
    public static Optional<String> named(String text) {
        return match(text).map(found -> found.group(1).strip());
    }

    /** Returns the place with the rest of its line, as it is written; an empty string when the text names none. */
    public static String line(String text) {
        return match(text)
                .map(found -> text.substring(found.start(1)).lines().findFirst().orElse(""))
                .orElse("");
    }

    private static Optional<MatchResult> match(String text) {
        return first(LABELLED, text).or(() -> first(NAMED, text));
    }

    private static Optional<MatchResult> first(Pattern pattern, String text) {
        return pattern.matcher(text).results().findFirst();
    }
}
