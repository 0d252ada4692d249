package vn.loa.summary;

import java.util.regex.Pattern;

/**
 * Follows a quotation over the sentences and paragraphs of an article. A sentence that stands wholly inside a quotation
 * opened earlier has lost its speaker, and one that closes it holds half a pair.
 */
final class OpenQuote {
    /** A quotation that is longer was never closed by its typist. */
    private static final int LONGEST = 8;

    /** Inside a word these are letters of an old font that was taken for Latin-1. */
    private static final Pattern GUILLEMET_BEFORE = Pattern.compile("(?<![^ :(])«");

    private static final Pattern GUILLEMET_AFTER = Pattern.compile("»(?!\\p{L})");

    private int sentences;
    private boolean open;

    /** Reads the next sentence; true when it began inside a quotation. */
    boolean holds(String sentence) {
        return holdsPaired(paired(sentence));
    }

    /** Writes all marks as pairs. A straight one that has no partner opens a quotation only where somebody speaks. */
    private String paired(String sentence) {
        if (sentence.indexOf('"') < 0 && sentence.indexOf('«') < 0 && sentence.indexOf('»') < 0) {
            return sentence;
        }
        String curly = GUILLEMET_BEFORE
                .matcher(GUILLEMET_AFTER.matcher(sentence).replaceAll("”"))
                .replaceAll("“");
        long straight = curly.chars().filter(c -> c == '"').count();
        int odd = straight % 2 == 0 ? -1 : open ? curly.indexOf('"') : curly.lastIndexOf('"');
        boolean speaks = odd >= 0 && (open || odd == 0 || ":,".indexOf(lastBefore(curly, odd)) >= 0);
        return speaks ? curly.substring(0, odd) + (open ? '”' : '“') + curly.substring(odd + 1) : curly;
    }

    private static char lastBefore(String text, int end) {
        int at = end - 1;
        while (at > 0 && text.charAt(at) == ' ') {
            at--;
        }
        return text.charAt(at);
    }

    private boolean holdsPaired(String sentence) {
        boolean inside = open;
        int opened = sentence.lastIndexOf('“');
        int closed = sentence.lastIndexOf('”');
        if (opened > closed) {
            open = true;
            sentences = 0;
        } else if (closed >= 0 || ++sentences > LONGEST) {
            open = false;
        }
        return inside && !(opened >= 0 && opened < sentence.indexOf('”'));
    }
}
