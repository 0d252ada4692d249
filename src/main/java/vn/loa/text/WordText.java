package vn.loa.text;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A text in the form in which keywords are searched for: folded, word by word, whatever stands between the words. What
 * begins a new sentence or a new part is no neighbour of what ended the one before, so {@code tập. Huấn} holds no "tập
 * huấn".
 */
public final class WordText {
    /** Stands between two sentences; no word is written so. */
    private static final String BREAK = "|";

    private final String words;
    private final Set<String> vocabulary;

    private WordText(String words) {
        this.words = " " + words + " ";
        this.vocabulary = new HashSet<>(Arrays.asList(words.split(" ")));
    }

    /** Makes one searchable text of several parts: title, paragraphs. */
    public static WordText of(List<String> parts) {
        return new WordText(parts.stream().map(WordText::words).collect(Collectors.joining(" " + BREAK + " ")));
    }

    /** Returns the words of a text, folded, with one space between them; an empty string when it has none. */
    public static String words(String raw) {
        String folded = Folding.fold(raw);
        StringBuilder words = new StringBuilder(folded.length());
        for (int i = 0; i < folded.length(); ) {
            int codePoint = folded.codePointAt(i);
            i += Character.charCount(codePoint);
            if (Character.isLetterOrDigit(codePoint)) {
                words.appendCodePoint(codePoint);
            } else if (endsSentence(codePoint) && i < folded.length() && folded.charAt(i) == ' ') {
                separate(words).append(BREAK);
            } else {
                separate(words);
            }
        }
        return words.toString().strip();
    }

    private static boolean endsSentence(int codePoint) {
        return ".!?…".indexOf(codePoint) >= 0;
    }

    private static StringBuilder separate(StringBuilder words) {
        boolean open = words.length() > 0 && words.charAt(words.length() - 1) != ' ';
        return open ? words.append(' ') : words;
    }

    /** Returns whether these words, as {@link #words} gives them, stand in the text side by side and whole. */
    public boolean holds(String phrase) {
        int end = phrase.indexOf(' ');
        return vocabulary.contains(end < 0 ? phrase : phrase.substring(0, end)) && words.contains(" " + phrase + " ");
    }
}
