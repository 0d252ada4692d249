package vn.loa.text;

import java.util.ArrayList;
import java.util.List;

/** Splits a text that is too long for one message into several. */
public final class MessageSplitter {
    /** Where a text has to be split, its pieces stay a little below the limit. */
    private static final int PERCENT = 95;

    private static final List<String> SEAMS = List.of("\n\n", "\n", ". ", " ");

    private MessageSplitter() {}

    /**
     * Returns the pieces in order, at least one; only blanks at the seams are lost. They end between paragraphs, lines,
     * sentences or words, where there is such a place in the second half of a piece.
     *
     * @param limit the most UTF-16 units of a piece
     */
    public static List<String> of(String text, int limit) {
        String left = text.strip();
        List<String> pieces = new ArrayList<>();
        while (left.length() > limit) {
            int end = seam(left, limit * PERCENT / 100);
            pieces.add(left.substring(0, end).stripTrailing());
            left = left.substring(end).stripLeading();
        }
        pieces.add(left);
        return pieces;
    }

    private static int seam(String text, int most) {
        for (String seam : SEAMS) {
            int at = text.lastIndexOf(seam, most - seam.length());
            if (at > most / 2) {
                return at + seam.length();
            }
        }
        return Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
    }
}
