package vn.loa.summary;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Joins the sentences of a quotation that an editor set as paragraphs of their own: only together they hold both marks and
 * the speaker. A quotation without a speaker, or too long to be told, stays as it is.
 */
final class SplitQuote {
    private static final int MOST_JOINED = 2;
    /** Longer ones leave no room in an announcement. */
    private static final int LONGEST = 390;

    /** "…", Reuters dẫn lời ông Moon nói; or, before the quotation, "ông Moon nói: ". */
    private static final Pattern SPEAKER =
            Pattern.compile("[\"”]\\s?[,.]?\\s?[-–]?\\s?(?!(?:ông|bà|anh|chị|cô|cụ|họ) \\p{Ll})\\p{L}[^\"“”]{12,}$"
                    + "|^\\p{L}[^\"“”]{12,}(?:[:,]|rằng|là)?\\s?[\"“]");

    private SplitQuote() {}

    /** Returns the lines of an article with each split quotation in one. */
    static List<SummarySentence> joined(List<SummarySentence> lines) {
        List<SummarySentence> joined = new ArrayList<>();
        for (int at = 0; at < lines.size(); at++) {
            int first = at;
            int last = opens(lines.get(at).text()) ? last(lines, at) : at;
            Optional<String> quotation = last > first ? quotation(lines.subList(first, last + 1)) : Optional.empty();
            joined.add(quotation.map(lines.get(first)::withText).orElseGet(() -> closed(lines, first)));
            at = quotation.isPresent() ? last : first;
        }
        return joined;
    }

    /** Takes off a mark in the midst of a sentence when nothing in the article closes it. */
    private static SummarySentence closed(List<SummarySentence> lines, int at) {
        String text = lines.get(at).text();
        int mark = text.lastIndexOf('“');
        boolean forgotten = mark > 0
                && text.indexOf('”', mark) < 0
                && ":,"
                                .indexOf(text.substring(0, mark)
                                        .strip()
                                        .charAt(text.substring(0, mark).strip().length() - 1))
                        < 0
                && lines.stream().skip(at + 1L).noneMatch(line -> line.text().indexOf('”') >= 0);
        return forgotten ? lines.get(at).withText(text.substring(0, mark) + text.substring(mark + 1)) : lines.get(at);
    }

    private static int last(List<SummarySentence> lines, int first) {
        StringBuilder text = new StringBuilder(lines.get(first).text());
        int end = Math.min(lines.size(), first + MOST_JOINED);
        for (int at = first + 1; at < end; at++) {
            if (!opens(text.append(' ').append(lines.get(at).text()).toString())) {
                return at;
            }
        }
        return first;
    }

    private static Optional<String> quotation(List<SummarySentence> parts) {
        String text = String.join(" ", parts.stream().map(SummarySentence::text).toList());
        boolean fits = text.length() <= LONGEST && SPEAKER.matcher(text).find();
        return fits ? Optional.of(text) : Optional.empty();
    }

    private static boolean opens(String text) {
        long straight = text.chars().filter(c -> c == '"').count();
        return straight % 2 == 1 || text.lastIndexOf('“') > text.lastIndexOf('”');
    }
}
