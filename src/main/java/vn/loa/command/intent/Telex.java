package vn.loa.command.intent;

import java.util.Optional;
import java.util.regex.Pattern;

/** Undoes Telex typing where the input method was off: {@code theo doix}, {@code ddawng kys}. The marks are left out. */
final class Telex {
    private static final Pattern SYLLABLE = Pattern.compile("[a-z]{2,9}");
    private static final Pattern TONE = Pattern.compile("(?<=[aeiouyw])([a-z]{0,3}?)[sfrxj]$");

    private Telex() {}

    /** Returns the letters that the keys stand for, without marks; empty when they are no Telex. */
    static Optional<String> read(String typed) {
        if (!SYLLABLE.matcher(typed).matches()) {
            return Optional.empty();
        }
        String letters = TONE.matcher(typed)
                .replaceFirst("$1")
                .replace("dd", "d")
                .replace("aa", "a")
                .replace("ee", "e")
                .replace("oo", "o")
                .replace("w", "");
        return letters.equals(typed) ? Optional.empty() : Optional.of(letters);
    }
}
