package vn.loa.text;

import java.text.Normalizer;
import java.util.Locale;

/**
 * A text beside its folded twin, letter by letter: lower case, without marks, {@code đ} as {@code d}. Both have the same
 * length, so that what is found in one is found at the same place in the other.
 *
 * @param text the text in NFC; blanks of all kinds are spaces, lines end with {@code \n}
 * @param folded the same folded
 */
public record FoldedText(String text, String folded) {
    /** Returns the text, or its beginning where it is longer than so many UTF-16 units. */
    public static FoldedText of(String raw, int longest) {
        String start = raw.length() <= longest ? raw : raw.substring(0, longest);
        String text = shown(PlainText.composed(start));
        StringBuilder folded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            folded.append(folded(text.charAt(i)));
        }
        return new FoldedText(text, folded.toString());
    }

    /** Returns a part of both. */
    public FoldedText part(int from, int to) {
        return new FoldedText(text.substring(from, to), folded.substring(from, to));
    }

    private static String shown(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\f' || c == '\u2028' || c == '\u2029' || c == '\u0085' || c == '\u000b') {
                shown.append('\n');
            } else if (c == '\r') {
                shown.append(i + 1 < text.length() && text.charAt(i + 1) == '\n' ? "" : "\n");
            } else if (c == '\t') {
                shown.append("    ");
            } else if (Character.isSpaceChar(c)) {
                shown.append(' ');
            } else if (Character.getType(c) != Character.FORMAT && !Character.isISOControl(c)) {
                shown.append(c);
            }
        }
        return shown.toString();
    }

    private static char folded(char c) {
        if (c < 128) {
            return Character.toLowerCase(c);
        }
        return switch (c) {
            case 'đ', 'Đ', 'ð', 'Ð' -> 'd';
            case '–', '—', '−', '‐', '‑' -> '-';
            case '“', '”', '„', '«', '»' -> '"';
            case '‘', '’', '`', '´' -> '\'';
            default -> base(c);
        };
    }

    private static char base(char c) {
        if (Character.isSurrogate(c)) {
            return c;
        }
        return Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .charAt(0);
    }
}
