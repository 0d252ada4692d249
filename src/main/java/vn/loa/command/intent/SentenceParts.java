package vn.loa.command.intent;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import vn.loa.text.PlainText;

/** Cuts a text into parts that may each hold a wish of its own: at punctuation, at words that join, and before reasons. */
final class SentenceParts {
    /** The longest part that is looked at, in UTF-16 units. */
    private static final int LONGEST = 600;

    private static final int MOST = 8;

    /** Words that join two wishes. */
    private static final Pattern JOINED = Pattern.compile(
            "(?iu)\\s(?:và|với cả|với lại|rồi thì|rồi|xong thì|xong|đồng thời|sau đó|nhưng mà|nhưng|va|roi|nhung)\\s");

    /** Punctuation, and the end of a question or wish before somebody tells of himself. */
    private static final Pattern CLAUSES = Pattern.compile("[,.;!?\\n]+(?=\\s|$)"
            + "|(?iu)(?<=\\s(?:không|chưa|nhé|ạ|với|nha|nghen|hông|khong))\\s(?=(?:tôi|tui|em|con|cháu|mình|bác|vì|tại|do|bởi|chứ)\\s)"
            + "|(?iu)\\s(?:cho nên|nên|vì vậy|vì thế)\\s"
            + "|(?iu)\\s(?=(?:vì|tại vì|bởi vì|tại|do)\\s(?:tôi|tui|em|con|cháu|mình|bác|nhóm|máy|nhà|dạo)\\s)");

    private SentenceParts() {}

    /**
     * Returns the parts of a text; nothing when it is one.
     *
     * @param clear whether the whole was understood, so that only two wishes that are joined are of interest
     */
    static List<String> of(String text, boolean clear) {
        String tidy = PlainText.tidy(text.substring(0, Math.min(LONGEST, text.length())));
        List<String> parts = new ArrayList<>();
        for (String clause : clear ? List.of(tidy) : List.of(CLAUSES.split(tidy))) {
            parts.addAll(List.of(JOINED.split(clause)));
        }
        List<String> said = parts.stream()
                .map(String::strip)
                .filter(part -> part.indexOf(' ') > 0)
                .limit(MOST)
                .toList();
        return parts.size() > 1 ? said : List.of();
    }
}
