package vn.loa.portal.generic.block;

import com.google.re2j.Pattern;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import vn.loa.text.Folding;

/**
 * The title under which a list has told of an article, by which it is found on the article's page. Pure.
 *
 * @param plain its words, folded; an empty string when nothing is expected
 * @param words the same as a set
 * @param cut whether the list told only its beginning
 */
public record ExpectedTitle(String plain, Set<String> words, boolean cut) {
    /** Expects nothing: no line is like it. */
    public static final ExpectedTitle NONE = new ExpectedTitle("", Set.of(), false);

    private static final Pattern CUT = Pattern.compile("(\\.\\.\\.|…)\\s*$");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    /** Shorter ones are names of sections as well. */
    private static final int FEWEST_WORDS = 4;

    private static final int SHORTEST = 12;
    private static final int SHORTEST_BEGINNING = 20;
    /** A line with this share of the words is the same title, put right. */
    private static final double NEARLY_ALL = 0.85;

    /** A heading with this share of the words is the same title, edited. */
    private static final double MOST = 0.6;

    private static final int LONGEST_LINE = 500;

    public ExpectedTitle {
        words = Set.copyOf(words);
    }

    /** Returns the title of a headline; {@link #NONE} when it is too short to tell one line from another. */
    public static ExpectedTitle of(String headline) {
        String plain = plain(headline);
        Set<String> words = words(plain);
        return plain.length() < SHORTEST || words.size() < FEWEST_WORDS
                ? NONE
                : new ExpectedTitle(plain, words, CUT.matcher(headline).find());
    }

    /** Returns whether a line says the same, goes on where the list has cut it, or differs in a word of many. */
    public boolean isLike(String line) {
        if (words.isEmpty() || line.length() > LONGEST_LINE || hasFewerWords(line)) {
            return false;
        }
        String other = plain(line);
        return other.equals(plain) || (cut ? goesOn(other) : isNearly(words(other)));
    }

    /** Returns whether a line says the same, letter by letter but for accents, case and marks. */
    public boolean isSame(String line) {
        return !words.isEmpty() && line.length() <= LONGEST_LINE && plain(line).equals(plain);
    }

    /** Returns whether a line shares most of its words with the title, and the title with the line. */
    public boolean isAkin(String line) {
        return !words.isEmpty() && line.length() <= LONGEST_LINE && shares(words(plain(line)), MOST);
    }

    /** Returns whether the title has these words, in this order. */
    public boolean holds(String part) {
        return (' ' + plain + ' ').contains(' ' + plain(part) + ' ');
    }

    /** Too few words cannot be nearly all; most lines of a page are told so without looking at their letters. */
    private boolean hasFewerWords(String line) {
        int count = 0;
        boolean inWord = false;
        for (int i = 0; i < line.length() && count < words.size(); i++) {
            boolean letter = Character.isLetterOrDigit(line.charAt(i));
            count += letter && !inWord ? 1 : 0;
            inWord = letter;
        }
        return count < NEARLY_ALL * words.size();
    }

    private boolean goesOn(String other) {
        return plain.length() >= SHORTEST_BEGINNING && other.startsWith(plain);
    }

    private boolean isNearly(Set<String> others) {
        return shares(others, NEARLY_ALL);
    }

    private boolean shares(Set<String> others, double part) {
        long shared = words.stream().filter(others::contains).count();
        return shared >= part * words.size() && shared >= part * others.size();
    }

    private static String plain(String text) {
        return NO_WORD.matcher(Folding.fold(text)).replaceAll(" ").strip();
    }

    private static Set<String> words(String plain) {
        return Arrays.stream(plain.split(" ", -1))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toSet());
    }
}
