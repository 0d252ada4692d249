package vn.loa.portal.generic.block;

import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Builds the current line: its text so far and how much of it stands inside links. */
final class LineBuilder {
    private static final int FIRST_IDEOGRAPH = 0x2e80;
    private static final int SHORTEST_SENTENCE = 40;
    private static final int LAST_CHARACTERS = 8;
    private static final int SHORTEST_TITLE = 20;
    private static final int LONGEST_DATE = 16;

    private final StringBuilder text = new StringBuilder();
    private int letters;
    private int linked;
    private boolean broken;
    private @Nullable Element currentLink;
    private @Nullable Element mainLink;
    private int lettersOfLink;
    private int lettersOfMainLink;

    /** @param link the link that the piece stands in, null when in none */
    void add(String piece, Element link) {
        int size = size(piece);
        letters += size;
        broken &= size == 0;
        text.append(piece);
        if (link != null) {
            linked += size;
            count(link, size);
        }
    }

    private void count(Element link, int size) {
        lettersOfLink = link.equals(currentLink) ? lettersOfLink + size : size;
        currentLink = link;
        if (lettersOfLink > lettersOfMainLink) {
            mainLink = link;
            lettersOfMainLink = lettersOfLink;
        }
    }

    void addBreak() {
        broken = !isBlank();
        text.append(' ');
    }

    void separateWord() {
        text.append(' ');
    }

    void separateCell() {
        text.append(isBlank() ? " " : " | ");
    }

    boolean breaksTwice() {
        return broken;
    }

    /** Looks at the last characters only, so that a page of nothing but breaks stays cheap. */
    boolean endsLikeASentence() {
        return letters >= SHORTEST_SENTENCE
                && LinePatterns.endsLikeASentence(text.substring(Math.max(0, text.length() - LAST_CHARACTERS)));
    }

    /** Returns whether the line is a link as long as a title, and at most a date. */
    boolean isLinkedTitle() {
        return linked >= SHORTEST_TITLE && letters - linked <= LONGEST_DATE;
    }

    int lettersOfMainLink() {
        return lettersOfMainLink;
    }

    boolean endsInDigit() {
        return !text.isEmpty() && Character.isDigit(text.charAt(text.length() - 1));
    }

    boolean isBlank() {
        return letters == 0;
    }

    String raw() {
        return text.toString();
    }

    int letters() {
        return letters;
    }

    int linked() {
        return linked;
    }

    /** Returns the link with most of the text, null when none of it is linked. */
    @Nullable
    Element mainLink() {
        return mainLink;
    }

    void clear() {
        currentLink = null;
        mainLink = null;
        lettersOfLink = 0;
        lettersOfMainLink = 0;
        text.setLength(0);
        letters = 0;
        linked = 0;
        broken = false;
    }

    private static int size(String piece) {
        int size = 0;
        for (int i = 0; i < piece.length(); i++) {
            char c = piece.charAt(i);
            if (c > ' ' && c != '\u00a0') {
                size += c >= FIRST_IDEOGRAPH && Character.isIdeographic(c) ? 2 : 1;
            }
        }
        return size;
    }
}
