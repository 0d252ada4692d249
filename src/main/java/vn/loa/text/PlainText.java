package vn.loa.text;

import java.text.Normalizer;

/** Cleans text to be shown to people: composed, on one line, with nothing invisible in it. */
public final class PlainText {
    /** Portals escape text twice; more than three times was never seen. */
    private static final int ESCAPED_AT_MOST = 3;

    /** Unicode's Stream-Safe Text Format (UAX 15): no language stacks more, and composing takes their square. */
    private static final int MARKS_AT_MOST = 30;

    private PlainText() {}

    /**
     * Returns one clean line: leftover entities decoded, NFC, every kind of blank collapsed to one space, and control,
     * zero-width, private-use and unpaired surrogate characters removed. Never fails, whatever the input.
     */
    public static String tidy(String raw) {
        return isTidy(raw) ? raw : composed(visible(unescaped(raw)));
    }

    /** Tells quickly of most lines that nothing is to be done to them; of the others it says nothing. */
    private static boolean isTidy(String raw) {
        char before = ' ';
        for (int i = 0; i < raw.length(); i++) {
            char next = raw.charAt(i);
            if (next == ' ' ? before == ' ' : !isSimple(next)) {
                return false;
            }
            before = next;
        }
        return raw.isEmpty() || before != ' ';
    }

    /** Tells whether it is a visible character of ASCII that begins no entity, or a composed letter of Vietnamese. */
    static boolean isSimple(char character) {
        return character > ' ' && character < 0x7f && character != '&'
                || character >= 'À' && character <= 'ſ'
                || character >= 'Ạ' && character <= 'ỹ';
    }

    /** Returns the clean line, at most so many UTF-16 units long; an ellipsis after it shows that there was more. */
    public static String start(String raw, int longest) {
        String text = tidy(raw);
        return text.length() <= longest ? text : tidy(text.substring(0, longest)) + "…";
    }

    /**
     * Returns the text in NFC, in time proportional to its length: of a letter's combining marks the first 30 are kept,
     * which is more than any language has.
     */
    public static String composed(String text) {
        return Normalizer.normalize(withFewMarks(text), Normalizer.Form.NFC);
    }

    private static String withFewMarks(String text) {
        StringBuilder few = new StringBuilder(text.length());
        int marks = 0;
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            i += Character.charCount(codePoint);
            marks = isMark(codePoint) ? marks + 1 : 0;
            if (marks <= MARKS_AT_MOST) {
                few.appendCodePoint(codePoint);
            }
        }
        return few.toString();
    }

    private static boolean isMark(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default -> false;
        };
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
