package vn.loa.command.intent;

import java.util.Objects;

/**
 * Represents a word of a sentence.
 *
 * @param shown the word as it was typed, without the punctuation around it; an empty string for a further word of an
 *     abbreviation
 * @param lower the form for comparison: in lower case, an abbreviation written out
 * @param folded the same without marks
 * @param ends whether punctuation stands after it
 */
record SpokenWord(String shown, String lower, String folded, boolean ends) {
    SpokenWord {
        Objects.requireNonNull(shown);
        Objects.requireNonNull(lower);
        Objects.requireNonNull(folded);
    }

    /** Tells whether it begins with a capital. */
    boolean capital() {
        return !shown.isEmpty() && Character.isUpperCase(shown.codePointAt(0));
    }

    /** Tells whether it was typed without marks, so that it may be several words. */
    boolean unmarked() {
        return lower.equals(folded);
    }

    boolean isNumber() {
        return !lower.isEmpty() && lower.length() <= 4 && lower.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
