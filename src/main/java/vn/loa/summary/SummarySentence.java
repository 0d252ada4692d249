package vn.loa.summary;

import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.loa.text.ListMark;
import vn.loa.text.Sentences;

/** A sentence (or a heading, or an item of a list) and its place in the article. For one thread. */
final class SummarySentence {
    private final String text;
    private final int paragraph;
    private final int place;
    private final int company;
    private @Nullable Set<String> words;
    private @Nullable Set<Feature> features;
    private @Nullable Boolean shouted;

    /**
     * Places a sentence.
     *
     * @param text as it stands in the article, with single blanks
     * @param paragraph its paragraph's number, the lead first
     * @param place its number within the paragraph
     * @param company how many lines the paragraph has
     */
    SummarySentence(String text, int paragraph, int place, int company) {
        this.text = text;
        this.paragraph = paragraph;
        this.place = place;
        this.company = company;
    }

    SummarySentence withText(String other) {
        return new SummarySentence(other, paragraph, place, company);
    }

    String text() {
        return text;
    }

    int paragraph() {
        return paragraph;
    }

    int place() {
        return place;
    }

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
        if (shouted == null) {
            shouted = isShouted(text);
        }
        return shouted;
    }

    private static boolean isShouted(String text) {
        int letters = 0;
        int capitals = 0;
        for (int i = 0; i < text.length(); i++) {
            letters += Character.isLetter(text.charAt(i)) ? 1 : 0;
            capitals += Character.isUpperCase(text.charAt(i)) ? 1 : 0;
        }
        return capitals * 10 > letters * 6;
    }

    /** Returns the sentence without the mark of the list it stood in. */
    String withoutListMark() {
        return ListMark.takenOff(text);
    }

    /** Returns its words in lower case. */
    Set<String> words() {
        if (words == null) {
            words = words(text);
        }
        return words;
    }

    /** Returns what it tells. */
    Set<Feature> features() {
        if (features == null) {
            features = Feature.of(text);
        }
        return features;
    }

    /** Returns whether it tells what was done, asked or counted, or a time. */
    boolean states() {
        return features().contains(Feature.WHEN) || !Collections.disjoint(Feature.STATED, features());
    }

    /** Returns whether it says more than that something was done, by somebody: a number, a time, what is asked. */
    boolean holdsFact() {
        return text.chars().anyMatch(Character::isDigit) || !Collections.disjoint(Feature.FACTS, features());
    }

    static Set<String> words(String text) {
        Set<String> words = new HashSet<>();
        String small = text.toLowerCase(Locale.ROOT);
        int start = 0;
        for (int at = 0; at < small.length(); ) {
            int codePoint = small.codePointAt(at);
            int next = at + Character.charCount(codePoint);
            if (!Character.isLetterOrDigit(codePoint)) {
                addPart(small, start, at, words);
                start = next;
            }
            at = next;
        }
        addPart(small, start, small.length(), words);
        return words;
    }

    private static void addPart(String text, int from, int to, Set<String> words) {
        if (to > from) {
            words.add(text.substring(from, to));
        }
    }
}
