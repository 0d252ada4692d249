package vn.loa.text.date;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import vn.loa.text.Folding;

/**
 * A raw date cut into numbers, words and signs, folded, so that each question about it is asked at a position and
 * answered without going back. Asking past either end is allowed and finds nothing.
 */
final class DateTokens {
    /** Longer than any date line; a page may hand over a whole paragraph by mistake. */
    private static final int LONGEST_LOOKED_AT = 500;

    /** Letters in pieces and escaped blanks are longer raw than folded. */
    private static final int LONGEST_RAW = 4 * LONGEST_LOOKED_AT;

    /** Where Unicode keeps ASCII's signs once more in double width. */
    private static final char FIRST_WIDE = '\uff01';

    private static final char LAST_WIDE = '\uff5e';

    private enum Kind {
        NUMBER,
        WORD,
        SIGN
    }

    private record Token(Kind kind, String text, boolean afterBlank) {}

    private final List<Token> tokens = new ArrayList<>();

    DateTokens(String raw) {
        String text =
                GluedDates.parted(start(narrow(Folding.fold(raw.substring(0, Math.min(raw.length(), LONGEST_RAW))))));
        boolean afterBlank = false;
        for (int i = 0; i < text.length(); ) {
            if (text.charAt(i) == ' ') {
                afterBlank = true;
                i++;
            } else {
                int end = endOfToken(text, i);
                tokens.add(new Token(kindOf(text.charAt(i)), straight(text.substring(i, end)), afterBlank));
                afterBlank = false;
                i = end;
            }
        }
    }

    /** Letters, digits and signs of double width, and the digits of other scripts, as everybody else writes them. */
    private static String narrow(String folded) {
        StringBuilder narrow = new StringBuilder(folded.length());
        for (int i = 0; i < folded.length(); i++) {
            char c = folded.charAt(i);
            boolean wide = c >= FIRST_WIDE && c <= LAST_WIDE;
            char alone = wide ? (char) (c - FIRST_WIDE + '!') : c;
            narrow.append(Character.isDigit(alone) ? Character.forDigit(Character.digit(alone, 10), 10) : alone);
        }
        return narrow.toString();
    }

    /**
     * Returns the part that is looked at, up to a whole word or number: of 2023 the first half would be another year.
     */
    private static String start(String folded) {
        int end = Math.min(folded.length(), LONGEST_LOOKED_AT);
        while (end > 0 && end < folded.length() && isInside(folded, end)) {
            end--;
        }
        return folded.substring(0, end);
    }

    private static boolean isInside(String text, int at) {
        Kind kind = kindOf(text.charAt(at));
        return kind != Kind.SIGN && kindOf(text.charAt(at - 1)) == kind;
    }

    private static int endOfToken(String text, int start) {
        Kind kind = kindOf(text.charAt(start));
        int end = start + 1;
        while (kind != Kind.SIGN && end < text.length() && kindOf(text.charAt(end)) == kind) {
            end++;
        }
        return end;
    }

    private static Kind kindOf(char c) {
        if (c >= '0' && c <= '9') {
            return Kind.NUMBER;
        }
        return Character.isLetter(c) ? Kind.WORD : Kind.SIGN;
    }

    private static String straight(String sign) {
        return sign.length() == 1 && "–—‐‑−".contains(sign) ? "-" : sign;
    }

    int size() {
        return tokens.size();
    }

    private boolean is(int at, Kind kind) {
        return at >= 0 && at < tokens.size() && tokens.get(at).kind == kind;
    }

    boolean isNumber(int at) {
        return is(at, Kind.NUMBER);
    }

    /** Returns whether there is a number written with this many digits at least and at most. */
    boolean isNumber(int at, int fewest, int most) {
        return is(at, Kind.NUMBER) && digits(at) >= fewest && digits(at) <= most;
    }

    int digits(int at) {
        return tokens.get(at).text.length();
    }

    /** Returns the value of a number of at most eight digits. */
    int number(int at) {
        return Integer.parseInt(tokens.get(at).text);
    }

    String text(int at) {
        return at >= 0 && at < tokens.size() ? tokens.get(at).text : "";
    }

    boolean isWord(int at) {
        return is(at, Kind.WORD);
    }

    boolean isWord(int at, Set<String> words) {
        return is(at, Kind.WORD) && words.contains(tokens.get(at).text);
    }

    boolean isWord(int at, String word) {
        return is(at, Kind.WORD) && tokens.get(at).text.equals(word);
    }

    /** Returns whether one of these words stands between two positions. */
    boolean isAnyWord(int from, int to, Set<String> words) {
        for (int at = from; at < to; at++) {
            if (isWord(at, words)) {
                return true;
            }
        }
        return false;
    }

    boolean isSign(int at) {
        return is(at, Kind.SIGN);
    }

    boolean isSign(int at, String signs) {
        return is(at, Kind.SIGN) && signs.contains(tokens.get(at).text);
    }

    /** Returns whether nothing stands between this token and the one before it. */
    boolean isGlued(int at) {
        return at > 0 && at < tokens.size() && !tokens.get(at).afterBlank;
    }
}
