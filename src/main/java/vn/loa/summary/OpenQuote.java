package vn.loa.summary;

/**
 * Follows a quotation over the sentences and paragraphs of an article. A sentence that stands wholly inside a quotation
 * opened earlier has lost its speaker, and one that closes it holds half a pair.
 */
final class OpenQuote {
    /** A quotation that is longer was never closed by its typist. */
    private static final int LONGEST = 8;

    private int sentences;
    private boolean open;

    /** Reads the next sentence; true when it began inside a quotation. */
    boolean holds(String sentence) {
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
