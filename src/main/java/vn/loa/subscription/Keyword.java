package vn.loa.subscription;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import vn.loa.text.PlainText;
import vn.loa.text.WordText;

/**
 * A word or phrase to look for in articles, or a pattern ({@code /ng(h|)iem thu/}). Phrases are compared folded and on
 * whole words. Patterns are RE2, looked for in the text as it is written and in the folded text, whatever the case.
 *
 * @param value what is compared and kept: the phrase's folded words, or the pattern between its slashes
 * @param label how people wrote it
 */
public record Keyword(String value, String label) {
    /** The greatest length of a keyword, in UTF-16 units. */
    public static final int LONGEST = 100;

    /**
     * The greatest product of all repetitions of a pattern: RE2 writes {@code a{100}} out as a hundred instructions.
     */
    private static final int MOST_REPEATED = 100;

    /** In RE2's instructions; searching takes text times instructions, measured 8 ns each at worst. */
    private static final int LARGEST = 200;

    private static final int SHORTEST = 2;
    private static final java.util.regex.Pattern REPETITION =
            java.util.regex.Pattern.compile("\\{(\\d{1,9})(?:,(\\d{0,9}))?\\}");

    /** The reasons for which words are no keyword. */
    public enum Trouble {
        /** No letter or digit, or just one. */
        TOO_SHORT,
        TOO_LONG,
        /** No pattern that RE2 knows, or one that is too large. */
        NO_PATTERN
    }

    public Keyword {
        Objects.requireNonNull(value);
        Objects.requireNonNull(label);
    }

    /** Makes a keyword of a word or phrase as typed; ask {@link #trouble} whether it is a good one. */
    public static Keyword phrase(String typed) {
        return new Keyword(WordText.words(typed), PlainText.tidy(typed));
    }

    /** Makes a pattern of the text between two slashes. */
    public static Keyword pattern(String typed) {
        String source = "/" + PlainText.composed(typed) + "/";
        return new Keyword(source, source);
    }

    /** Returns whether this is a pattern. */
    public boolean isPattern() {
        return value.startsWith("/");
    }

    /** Returns the fault of the keyword; empty when it can be looked for. */
    public Optional<Trouble> trouble() {
        if (label.length() > LONGEST || value.length() > LONGEST) {
            return Optional.of(Trouble.TOO_LONG);
        }
        if (isPattern()) {
            return compiled(value).isPresent() ? Optional.empty() : Optional.of(Trouble.NO_PATTERN);
        }
        long letters = value.codePoints().filter(Character::isLetterOrDigit).count();
        return letters < SHORTEST ? Optional.of(Trouble.TOO_SHORT) : Optional.empty();
    }

    /**
     * Returns the compiled pattern of a value with slashes; empty when it is none, or too large to be searched for
     * quickly.
     */
    static Optional<Pattern> compiled(String value) {
        String source = value.length() < 2 ? "" : value.substring(1, value.length() - 1);
        if (source.isBlank() || source.length() > LONGEST || repeated(source) > MOST_REPEATED) {
            return Optional.empty();
        }
        try {
            Pattern pattern = Pattern.compile(source, Pattern.CASE_INSENSITIVE);
            return pattern.programSize() > LARGEST || pattern.matcher("").find()
                    ? Optional.empty()
                    : Optional.of(pattern);
        } catch (PatternSyntaxException e) {
            return Optional.empty();
        }
    }

    /** Repetitions in repetitions multiply; those side by side are taken as if they did. */
    private static long repeated(String source) {
        long product = 1;
        Matcher found = REPETITION.matcher(source);
        while (found.find() && product <= MOST_REPEATED) {
            String most = found.group(2) == null || found.group(2).isEmpty() ? found.group(1) : found.group(2);
            product *= Math.max(1, Long.parseLong(most));
        }
        return product;
    }
}
