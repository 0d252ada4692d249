package vn.loa.summary;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
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
    /** "Đơn vị bầu cử số 1 (…)", "Tại Tổ đại biểu số 2: …". */
    private static final Pattern NUMBERED = Pattern.compile(
            "(?:tại )?((?:\\p{L}{1,10} ){1,4})(?<!(?:ngày|tháng|năm|quý|tuần|thứ|mùng|mồng|lúc|từ|đến) )\\d{1,2}(?=\\s?[:(,–-](?!\\d))",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final String ASKED_OR_EXCLAIMED = "?!";

    private final Set<SummarySentence> verses;
    private final Set<Integer> talks = new HashSet<>();
    private final Set<Integer> numbered;

    /** Reads the lines of an article, in its order. */
    OddLines(List<SummarySentence> lines) {
        this.verses = verses(lines);
        this.numbered = numbered(lines);
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

    /** Returns the paragraphs that begin with the same words before a number. */
    private static Set<Integer> numbered(List<SummarySentence> lines) {
        Map<String, Set<Integer>> paragraphs = new HashMap<>();
        for (SummarySentence line : lines) {
            numberedBy(line)
                    .ifPresent(words -> paragraphs
                            .computeIfAbsent(words, unused -> new HashSet<>())
                            .add(line.paragraph()));
        }
        return paragraphs.values().stream()
                .filter(some -> some.size() > 1)
                .flatMap(Set::stream)
                .collect(Collectors.toSet());
    }

    private static Optional<String> numberedBy(SummarySentence line) {
        Matcher number = NUMBERED.matcher(line.withoutListMark());
        return line.place() == 0 && number.lookingAt()
                ? Optional.of(number.group(1).toLowerCase(Locale.ROOT))
                : Optional.empty();
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

    /** Returns whether the line stands in one of several paragraphs that a number tells apart. */
    boolean isNumberedOne(SummarySentence line) {
        return numbered.contains(line.paragraph());
    }

    /** Returns whether somebody in a dialogue says the line. */
    boolean isTalk(SummarySentence line) {
        return talks.contains(line.paragraph()) && (DASH.matcher(line.text()).lookingAt() || line.place() > 0);
    }
}
