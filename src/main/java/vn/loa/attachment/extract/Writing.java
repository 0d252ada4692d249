package vn.loa.attachment.extract;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Tells what was written on a page from the odd letters that are seen in a photograph of people, trees and roofs. */
final class Writing {
    /** A syllable of Vietnamese has seven letters at most; it is written in small or in capital letters. */
    private static final Pattern SYLLABLE =
            Pattern.compile("\\p{Punct}{0,2}(\\p{Lu}?\\p{Ll}{1,7}|\\p{Lu}{2,8})\\p{Punct}{0,2}");

    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final int FEWEST_SYLLABLES = 12;
    private static final double MOST_OF_IT = 0.6;

    private Writing() {}

    static boolean is(String seen) {
        List<String> words = Stream.of(BLANKS.split(seen.strip(), -1))
                .filter(word -> word.chars().anyMatch(c -> !Character.isDigit(c)))
                .toList();
        long syllables = words.stream()
                .filter(word -> word.length() > 1 && SYLLABLE.matcher(word).matches())
                .count();
        return syllables >= FEWEST_SYLLABLES && syllables >= MOST_OF_IT * words.size();
    }
}
