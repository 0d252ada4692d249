package vn.loa.text;

import java.text.Normalizer;

/** Text as it is shown to people: composed, on one line, with nothing invisible in it. */
public final class PlainText {
    /** Portals escape text twice; more than three times was never seen. */
    private static final int ESCAPED_AT_MOST = 3;

    private PlainText() {}

    /**
     * One clean line: leftover entities decoded, NFC, every kind of blank collapsed to one space, and control,
     * zero-width, private-use and unpaired surrogate characters removed. Never fails, whatever the input.
     */
    public static String tidy(String raw) {
        return Normalizer.normalize(visible(unescaped(raw)), Normalizer.Form.NFC);
    }

    /** The text without markup characters' escapes, also when they were escaped more than once. */
    private static String unescaped(String raw) {
        String text = raw;
        for (int i = 0; i < ESCAPED_AT_MOST; i++) {
            String decoded = HtmlEntities.decode(text);
            if (decoded.equals(text)) {
                return text;
            }
            text = decoded;
        }
        return text;
    }

    private static String visible(String text) {
        StringBuilder line = new StringBuilder(text.length());
        boolean blank = false;
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            i += Character.charCount(codePoint);
            if (isBlank(codePoint)) {
                blank = true;
            } else if (isShown(codePoint)) {
                if (blank && !line.isEmpty()) {
                    line.append(' ');
                }
                blank = false;
                line.appendCodePoint(codePoint);
            }
        }
        return line.toString();
    }

    private static boolean isBlank(int codePoint) {
        return Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint) || codePoint == 0x85;
    }

    /** Not control, format (BOM, zero-width, soft hyphen, direction), private use (Word's bullets), or half a pair. */
    private static boolean isShown(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.FORMAT, Character.PRIVATE_USE, Character.SURROGATE -> false;
            case Character.UNASSIGNED -> (codePoint & 0xfffe) != 0xfffe && (codePoint < 0xfdd0 || codePoint > 0xfdef);
            default -> true;
        };
    }
}
