package vn.loa.summary;

import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Recognises the paragraphs of an article that are no prose, of which a sentence taken alone tells nothing: verses, and
 * what people say to each other, each on a line after a dash.
 */
final class OddLines {
    private static final int FEWEST_VERSES = 4;
    private static final int LONGEST_VERSE = 60;
    /** One question with its answer may tell the news itself. */
    private static final int FEWEST_EXCHANGES = 2;

    private static final Pattern DASH = Pattern.compile("[-–—]\\s?\\p{L}");
    private static final Pattern VERSE = Pattern.compile("[“\"]?\\p{Lu}[^:\\d;]*");
    private static final String ASKED_OR_EXCLAIMED = "?!";

    private final Set<SummarySentence> verses;
    private final Set<Integer> talks = new HashSet<>();

    /** Reads the lines of an article, in its order. */
    OddLines(List<SummarySentence> lines) {
        this.verses = verses(lines);
        Set<Integer> dashed = lines.stream()
                .filter(line -> line.place() == 0 && DASH.matcher(line.text()).lookingAt())
                .map(SummarySentence::paragraph)
                .collect(Collectors.toSet());
        List<Integer> asked = lines.stream()
                .filter(OddLines::isAskedAfterADash)
                .map(SummarySentence::paragraph)
                .distinct()
                .filter(paragraph -> dashed.contains(paragraph + 1))
                .toList();
        if (asked.size() >= FEWEST_EXCHANGES) {
            asked.forEach(paragraph -> talks.addAll(List.of(paragraph, paragraph + 1)));
        }
    }

    private static Set<SummarySentence> verses(List<SummarySentence> lines) {
        Set<SummarySentence> verses = Collections.newSetFromMap(new IdentityHashMap<>());
        int from = 0;
        for (int at = 0; at <= lines.size(); at++) {
            if (at == lines.size() || !canBeAVerse(lines.get(at))) {
                List<SummarySentence> row = lines.subList(from, at);
                verses.addAll(areVerses(row) ? row : List.of());
                from = at + 1;
            }
        }
        return verses;
    }

    private static boolean areVerses(List<SummarySentence> row) {
        return row.size() >= FEWEST_VERSES
                && row.stream().filter(line -> !line.isFinished()).count() * 2 > row.size();
    }

    private static boolean canBeAVerse(SummarySentence line) {
        return line.text().length() <= LONGEST_VERSE
                && VERSE.matcher(line.text()).matches();
    }

    private static boolean isAskedAfterADash(SummarySentence line) {
        String text = line.text();
        return ASKED_OR_EXCLAIMED.indexOf(text.charAt(text.length() - 1)) >= 0
                && DASH.matcher(text).lookingAt();
    }

    /** Returns whether the line is a verse of a poem or a song. */
    boolean isVerse(SummarySentence line) {
        return verses.contains(line);
    }

    /** Returns whether somebody in a dialogue says the line. */
    boolean isTalk(SummarySentence line) {
        return talks.contains(line.paragraph()) && (DASH.matcher(line.text()).lookingAt() || line.place() > 0);
    }
}
