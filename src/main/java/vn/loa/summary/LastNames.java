package vn.loa.summary;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Holds the last names of the people whom an article names in full: "Layton nói …" after "Peter Layton", "Tú khai …" after
 * "Nguyễn Việt Tú". Alone they tell a reader nothing.
 */
final class LastNames {
    private static final Pattern FULL = Pattern.compile("(?<!\\p{L})\\p{Lu}\\p{L}+ (\\p{Lu}\\p{Ll}+)(?! \\p{Lu})");

    private static final Pattern ALONE = Pattern.compile(
            "(?:Theo |Còn |Khi |Sau khi )?(\\p{Lu}\\p{Ll}+)(?: (?:cho (?:biết|hay|rằng)|nói|kể|khai|nhắc|viết|thừa nhận|khẳng định|tuyên"
                    + " bố|chia sẻ|bị|được|đã|đang|sẽ|vừa|từng|còn|cũng|không|tiếp tục|rủ|dẫn|sinh|lấy|dùng|bỏ|chạy|đi|nhận)(?!\\p{L})|,)");

    private final Set<String> names = new HashSet<>();

    LastNames(List<SummarySentence> lines) {
        for (SummarySentence line : lines) {
            Matcher full = FULL.matcher(line.text());
            while (full.find()) {
                names.add(full.group(1));
            }
        }
    }

    /** Returns the last name, in lower case, by which alone a sentence begins to tell of somebody. */
    Optional<String> beginning(String sentence) {
        Matcher alone = ALONE.matcher(sentence);
        return alone.lookingAt() && names.contains(alone.group(1))
                ? Optional.of(alone.group(1).toLowerCase(Locale.ROOT))
                : Optional.empty();
    }
}
