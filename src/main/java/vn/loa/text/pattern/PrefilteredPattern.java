package vn.loa.text.pattern;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A regular expression that is tried only at places where one of the beginnings that it can match stands; it finds the
 * same as the expression alone. An alternation of fifty words, whatever their case, is dear to try at every letter of a
 * text; looking the first letters up costs next to nothing.
 */
public final class PrefilteredPattern {
    private final Pattern pattern;
    private final PrefixTable prefixes;

    private PrefilteredPattern(Pattern pattern) {
        this.pattern = pattern;
        this.prefixes = PrefixTable.of(
                LiteralPrefixes.of(pattern.pattern(), (pattern.flags() & Pattern.CASE_INSENSITIVE) != 0));
    }

    /**
     * Compiles an expression that takes capitals and small letters of all alphabets for the same.
     *
     * @throws IllegalArgumentException when the expression is malformed, or can begin with any letter
     */
    public static PrefilteredPattern caseless(String regex) {
        return of(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /**
     * Compiles an expression.
     *
     * @param flags those of {@link Pattern}, without {@link Pattern#COMMENTS} and {@link Pattern#LITERAL}
     * @throws IllegalArgumentException when the expression is malformed, or can begin with any letter
     */
    public static PrefilteredPattern of(String regex, int flags) {
        return new PrefilteredPattern(Pattern.compile(regex, flags));
    }

    /** Returns whether the text holds a match. */
    public boolean isIn(String text) {
        return in(text).find();
    }

    /** Returns whether the text begins with a match; what an expression wants with {@code ^} is sought so. */
    public boolean begins(String text) {
        return prefixes.holds(text, 0) && pattern.matcher(text).lookingAt();
    }

    /** Returns whether the text as a whole is a match. */
    public boolean matches(String text) {
        return prefixes.holds(text, 0) && pattern.matcher(text).matches();
    }

    /** Begins a search for the matches in a text, one after the other. */
    public Search in(String text) {
        return new Search(text);
    }

    /** A search through one text. */
    public final class Search {
        private final String text;
        private @Nullable Matcher matcher;
        private int next;

        private Search(String text) {
            this.text = text;
        }

        /** Returns whether there is one more match, and goes to it. */
        public boolean find() {
            for (int at = prefixes.next(text, next); at >= 0; at = prefixes.next(text, at + 1)) {
                if (match().region(at, text.length()).lookingAt()) {
                    next = Math.max(match().end(), at + 1);
                    return true;
                }
            }
            next = text.length();
            return false;
        }

        /** Returns the match that was found last, with its place in the text. */
        public Matcher match() {
            if (matcher == null) {
                matcher = pattern.matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
            }
            return matcher;
        }
    }
}
