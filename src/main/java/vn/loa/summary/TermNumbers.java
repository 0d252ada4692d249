package vn.loa.summary;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Numbers the words of an article, in lower case, and the pairs of neighbours among them, from 0 each. */
final class TermNumbers {
    private static final int FEW = 64;
    /**
     * Spreads the pairs over a hash table: a {@link Long} hashes to its halves' exclusive or, which is the same small
     * number for many pairs. Two to the 64th over the golden ratio, odd.
     */
    private static final long GOLDEN = 0x9e3779b97f4a7c15L;

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> words = new ArrayList<>();
    private final Map<Long, Integer> pairNumbers = new HashMap<>();
    private final List<Long> pairs = new ArrayList<>();

    /** Returns the terms of a text, and numbers those that are new. */
    SentenceTerms terms(String text) {
        int[] found = wordsOf(text.toLowerCase(Locale.ROOT));
        int[] neighbours = new int[Math.max(0, found.length - 1)];
        for (int at = 0; at < neighbours.length; at++) {
            neighbours[at] = pair(found[at], found[at + 1]);
        }
        return new SentenceTerms(found, neighbours);
    }

    private int[] wordsOf(String text) {
        int[] found = new int[FEW];
        int count = 0;
        int start = 0;
        for (int at = 0; at <= text.length(); ) {
            int codePoint = at < text.length() ? text.codePointAt(at) : ' ';
            int next = at + Character.charCount(codePoint);
            if (!isPartOfWord(codePoint)) {
                if (at > start) {
                    found = count == found.length ? Arrays.copyOf(found, 2 * count) : found;
                    found[count++] = word(text.substring(start, at));
                }
                start = next;
            }
            at = next;
        }
        return Arrays.copyOf(found, count);
    }

    private static boolean isPartOfWord(int codePoint) {
        return Character.isLetterOrDigit(codePoint) || isMark(Character.getType(codePoint));
    }

    private static boolean isMark(int type) {
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }

    private int word(String word) {
        Integer known = numbers.putIfAbsent(word, words.size());
        if (known == null) {
            words.add(word);
            return words.size() - 1;
        }
        return known;
    }

    private int pair(int first, int second) {
        long key = (long) first << Integer.SIZE | second;
        Integer known = pairNumbers.putIfAbsent(key * GOLDEN, pairs.size());
        if (known == null) {
            pairs.add(key);
            return pairs.size() - 1;
        }
        return known;
    }

    /** Returns how many words have numbers. */
    int words() {
        return words.size();
    }

    /** Returns how many pairs have numbers. */
    int pairs() {
        return pairs.size();
    }

    /** Returns a word by its number. */
    String word(int number) {
        return words.get(number);
    }

    /** Returns the number of a pair's first word. */
    int firstOf(int pair) {
        return (int) (pairs.get(pair) >> Integer.SIZE);
    }

    /** Returns the number of a pair's second word. */
    int secondOf(int pair) {
        return pairs.get(pair).intValue();
    }
}
