package vn.loa.text.speech;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Holds the words around a form that is to be read aloud. */
final class SpeechContext {
    private static final int LOOKED_BACK = 60;

    /** Names the kinds of forms. */
    enum Kind {
        TEXT,
        NUMBER,
        DATE,
        TELEPHONE
    }

    private final String text;
    private final int start;
    private final Kind last;
    private final String written;
    private final String before;

    /**
     * Looks at a place.
     *
     * @param text the whole line as written
     * @param start where the form begins
     * @param last what the form before it was
     */
    SpeechContext(String text, int start, Kind last) {
        this.text = text;
        this.start = start;
        this.last = last;
        written = text.substring(Math.max(0, start - LOOKED_BACK), start);
        before = written.toLowerCase(Locale.ROOT);
    }

    String text() {
        return text;
    }

    int start() {
        return start;
    }

    Kind last() {
        return last;
    }

    /** Tells whether the lower-case text before the form ends with a pattern (which ends with {@code $}). */
    boolean follows(Pattern pattern) {
        return pattern.matcher(before()).find();
    }

    /** Returns the last 60 characters before the form, in lower case. */
    String before() {
        return before;
    }

    /** Returns the last 60 characters before the form. */
    String written() {
        return written;
    }

    /** Tells whether the text from a place on begins with a pattern. */
    boolean precedes(int end, Pattern pattern) {
        return at(pattern, text, end).lookingAt();
    }

    /** Returns a matcher that begins at a place and sees what stands before it. */
    static Matcher at(Pattern pattern, String text, int place) {
        return pattern.matcher(text)
                .region(place, text.length())
                .useTransparentBounds(true)
                .useAnchoringBounds(false);
    }
}
