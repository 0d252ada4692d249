package vn.loa.text;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Folds text for comparison in search, filters and the detection of duplicates. {@code Uỷ ban} and {@code Ủy ban} fold
 * alike, {@code Phú Xuyên} and {@code Phú Xuân} do not.
 */
public final class Folding {
    /** The distance of the full-width forms of ASCII (U+FF01 to U+FF5E) stand from it. */
    private static final int WIDE = 0xfee0;

    private Folding() {}

    /**
     * Returns the text in lower case without marks on one line, {@code đ} as {@code d}, quotation marks straight,
     * entities decoded. Damaged encodings are folded too: ask {@link EncodingDamage} first where it matters.
     */
    public static String fold(String raw) {
        String lower = PlainText.tidy(raw).toLowerCase(Locale.ROOT);
        char[] folded = new char[lower.length()];
        for (int i = 0; i < folded.length; i++) {
            char next = lower.charAt(i);
            if (next != ' ' && !PlainText.isSimple(next)) {
                return decomposed(lower);
            }
            folded[i] = Simple.FOLDED[next];
        }
        return new String(folded);
    }

    /** Holds what the simple characters fold to, by their numbers: nearly all text consists of them alone. */
    private static final class Simple {
        static final char[] FOLDED = new char['ỹ' + 1];

        static {
            for (char each = ' '; each < FOLDED.length; each++) {
                FOLDED[each] = PlainText.isSimple(each)
                        ? decomposed(String.valueOf(each)).charAt(0)
                        : each;
            }
        }
    }

    private static String decomposed(String lower) {
        String parts = Normalizer.normalize(lower, Normalizer.Form.NFD);
        StringBuilder folded = new StringBuilder(parts.length());
        parts.codePoints()
                .filter(codePoint -> Character.getType(codePoint) != Character.NON_SPACING_MARK)
                .forEach(codePoint -> folded.appendCodePoint(plain(codePoint)));
        return folded.toString();
    }

    private static boolean isWide(int codePoint) {
        return codePoint >= 0xff01 && codePoint <= 0xff5e;
    }

    private static int plain(int codePoint) {
        return switch (codePoint) {
            case 'đ', 'ð' -> 'd';
            case '“', '”', '„', '‟', '«', '»', '″' -> '"';
            case '‘', '’', '‚', '‛', '‹', '›', '′', '`', '´' -> '\'';
            default -> isWide(codePoint) ? codePoint - WIDE : codePoint;
        };
    }
}
