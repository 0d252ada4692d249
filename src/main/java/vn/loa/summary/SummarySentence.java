package vn.loa.summary;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import vn.loa.text.ListMark;
import vn.loa.text.Sentences;

/**
 * A sentence (or a heading, or an item of a list) and its place in the article.
 *
 * @param text as it stands in the article, with single blanks
 * @param paragraph its paragraph's number, the lead first
 * @param place its number within the paragraph
 * @param company how many lines the paragraph has
 */
record SummarySentence(String text, int paragraph, int place, int company) {
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{Nd}]+");

    boolean isFinished() {
        return Sentences.isFinished(text);
    }

    boolean isAlone() {
        return company == 1;
    }

    boolean isLastOfParagraph() {
        return place == company - 1;
    }

    boolean isListItem() {
        return ListMark.begins(text);
    }

    /** Returns whether most of its letters are capitals. */
    boolean isShouted() {
        long letters = text.chars().filter(Character::isLetter).count();
        long capitals = text.chars().filter(Character::isUpperCase).count();
        return capitals * 10 > letters * 6;
    }

    /** Returns the sentence without the mark of the list it stood in. */
    String withoutListMark() {
        return ListMark.takenOff(text);
    }

    Set<String> words() {
        return words(text);
    }

    static Set<String> words(String text) {
        Set<String> words = new HashSet<>(List.of(NO_WORD.split(text.toLowerCase(Locale.ROOT))));
        words.remove("");
        return words;
    }
}
