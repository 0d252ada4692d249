package vn.loa.portal.generic.block;

import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * A paragraph-like run of text.
 *
 * @param number its place in reading order, from 0
 * @param kind what element made it
 * @param text one clean line
 * @param isBoilerplate whether the line is a label, a button, a credit: see {@link LinePatterns#isBoilerplate}
 * @param isImprint whether only the imprint at the foot of a site says so; it is boilerplate as well
 * @param letters its length without blanks; an ideograph counts as two, since it says as much
 * @param linked how many of them stand inside links
 * @param link the link with most of them, null when none is linked
 * @param owner the element that made it: the {@code p}, the heading, or the {@code div} of bare text
 */
public record TextBlock(
        int number,
        Kind kind,
        String text,
        boolean isBoilerplate,
        boolean isImprint,
        int letters,
        int linked,
        @Nullable Element link,
        Container owner) {
    /** The kinds of elements that make a block. */
    public enum Kind {
        PARAGRAPH,
        HEADING,
        ITEM,
        QUOTE,
        ROW,
        PREFORMATTED,
        BARE
    }

    /** Returns where its link leads, as written; an empty string when it has none. */
    public String href() {
        return link == null ? "" : link.attr("href");
    }

    /** A block this long is running text whatever its punctuation. */
    private static final int CERTAINLY_PROSE = 80;
    /** A shorter block than this is a label, a date, a button. */
    private static final int SHORTEST_PROSE = 30;

    /** Elements from a block up to that of what readers have written. */
    private static final int AROUND = 3;

    private static final double MOSTLY_LINKED = 0.5;
    private static final double MOSTLY_CITED = 0.7;
    private static final double LETTERS_A_POINT = 100;
    private static final double POINTS_FOR_SIZE = 4;
    private static final int POINTS_FOR_COMMAS = 8;

    public double linkDensity() {
        return letters == 0 ? 0 : (double) linked / letters;
    }

    public boolean isHeading() {
        return kind == Kind.HEADING;
    }

    public boolean isTitle() {
        return owner.is("h1");
    }

    /** Returns whether it stands in a small element, or in few of them, that holds what readers have written. */
    public boolean isOfReaders() {
        Container up = owner;
        for (int i = 0; i < AROUND && up != null && !up.is("body"); i++) {
            if (up.says(Hint.COMMENTS) && !up.says(Hint.BODY)) {
                return true;
            }
            up = up.parent();
        }
        return false;
    }

    /** Returns the letters of running text: none for labels, menus and link lists. */
    public int prose() {
        return isProse() ? letters - linked : 0;
    }

    /** Some editors set every line of a notice as a small heading. */
    private boolean isSentenceInHeading() {
        boolean small = owner.is("h3") || owner.is("h4") || owner.is("h5") || owner.is("h6");
        return small && linked == 0 && text.endsWith(".") && !text.endsWith("...");
    }

    /** A teaser is one link; a text that cites has several, and none of them holds most of it. */
    private boolean isSentenceWithSources() {
        return letters >= CERTAINLY_PROSE
                && linkDensity() < MOSTLY_CITED
                && link != null
                && link.text().length() < MOSTLY_LINKED * letters
                && LinePatterns.endsLikeASentence(text);
    }

    private boolean isProse() {
        return !isImprint
                && (kind != Kind.HEADING || isSentenceInHeading())
                && (linkDensity() < MOSTLY_LINKED || isSentenceWithSources())
                && letters >= SHORTEST_PROSE
                && (letters >= CERTAINLY_PROSE || LinePatterns.endsLikeASentence(text));
    }

    /**
     * Returns how strongly this block suggests that its surroundings are an article: long sentences with commas, few
     * links.
     */
    public double vote() {
        if (prose() == 0) {
            return 0;
        }
        double size = Math.min(letters / LETTERS_A_POINT, POINTS_FOR_SIZE);
        return (1 + size + Math.min(LinePatterns.commas(text), POINTS_FOR_COMMAS)) * (1 - linkDensity());
    }
}
