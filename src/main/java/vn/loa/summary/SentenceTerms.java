package vn.loa.summary;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The running words of a sentence in lower case, and each pair of neighbours among them, parted by a blank.
 *
 * @param words in their order, repetitions kept
 * @param pairs in their order, one fewer than words
 */
record SentenceTerms(List<String> words, List<String> pairs) {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{Nd}]++");

    static SentenceTerms of(String text) {
        List<String> words = new ArrayList<>();
        List<String> pairs = new ArrayList<>();
        Matcher word = WORD.matcher(text.toLowerCase(Locale.ROOT));
        while (word.find()) {
            if (!words.isEmpty()) {
                pairs.add(words.get(words.size() - 1) + " " + word.group());
            }
            words.add(word.group());
        }
        return new SentenceTerms(words, pairs);
    }

    int length() {
        return words.size();
    }
}
