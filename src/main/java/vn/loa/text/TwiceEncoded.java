package vn.loa.text;

import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * Pieces of a text that were UTF-8, read as Western European or windows-1258 and written as UTF-8 again: a title or a paragraph pasted
 * from elsewhere into a page that is sound otherwise. A letter is put back only where its bytes are all there, and only
 * in a text with several such letters of Vietnamese; what else the text says stays as it is.
 */
public final class TwiceEncoded {
    private static final Charset WESTERN = Charset.forName("windows-1252");
    /** Computers in Vietnam read what names no charset in this one; a small JRE may lack it. */
    private static final @Nullable Charset VIETNAMESE =
            Charset.isSupported("windows-1258") ? Charset.forName("windows-1258") : null;

    private static final int FEWEST = 2;
    /** Some are pasted more than once. */
    private static final int MOST_TIMES = 3;

    private static final char NO_BREAK_SPACE = '\u00a0';
    private static final char A_GRAVE = 'à';

    private TwiceEncoded() {}

    /** Returns the text with these letters put back; the same text when there are none. Takes linear time. */
    public static String undone(String text) {
        String told = text;
        for (int i = 0; i < MOST_TIMES; i++) {
            String once = once(told);
            if (once.equals(told)) {
                return told;
            }
            told = once;
        }
        return told;
    }

    private static String once(String text) {
        StringBuilder undone = new StringBuilder(text.length());
        int letters = 0;
        for (int i = 0; i < text.length(); ) {
            int length = length(text, i);
            int letter = length == 0 ? -1 : letter(text, i, length);
            letters += letter < 0 || mayBeSound(text, i, length) ? 0 : weight(letter, length);
            undone.append(letter < 0 ? text.charAt(i) : (char) letter);
            i += letter < 0 ? 1 : length;
        }
        return letters < FEWEST ? text : withGrave(undone);
    }

    /**
     * Sound words in capitals meet such pairs at their end: {@code XÃ} before a blank that joins, or before a closing mark.
     * In what was encoded twice a letter of the word follows, or the lead is the first of its word.
     */
    private static boolean mayBeSound(String text, int at, int length) {
        char next = text.charAt(at + 1);
        boolean wordEnds = at + 2 >= text.length() || !Character.isLetter(text.charAt(at + 2));
        return length == 2
                && at > 0
                && Character.isUpperCase(text.charAt(at - 1))
                && (next == NO_BREAK_SPACE || wordEnds && !Character.isLetter(next));
    }

    /** Signs of punctuation begin as no word of ours does, so one is enough; two signs may meet by chance. */
    private static int weight(int letter, int length) {
        if (length == 3) {
            return letter < 0x1e00 ? 0 : letter >= 0x2000 ? FEWEST : 1;
        }
        return letter >= 0xc0 ? 1 : 0;
    }

    /** Returns how many bytes the letter has that this sign begins, 0 when it begins none. */
    private static int length(String text, int at) {
        int lead = byteOf(text.charAt(at));
        if (lead >= 0xc2 && lead <= 0xcd) {
            return at + 1 < text.length() ? 2 : 0;
        }
        return (lead == 0xe1 || lead == 0xe2) && at + 2 < text.length() ? 3 : 0;
    }

    private static int letter(String text, int at, int length) {
        int letter = byteOf(text.charAt(at)) & (length == 2 ? 0x1f : 0x0f);
        for (int i = at + 1; i < at + length; i++) {
            int next = byteOf(text.charAt(i));
            if (next < 0x80 || next > 0xbf) {
                return -1;
            }
            letter = letter << 6 | next & 0x3f;
        }
        return isOfOurs(letter) ? letter : -1;
    }

    /** Letters of Vietnamese, the marks over them, signs of punctuation, and halves of what was written so twice. */
    private static boolean isOfOurs(int letter) {
        return (letter >= 0xa0 && letter <= 0x1b0)
                || (letter >= 0x2c6 && letter <= 0x323)
                || (letter >= 0x1ea0 && letter <= 0x1ef9)
                || (letter >= 0x2010 && letter <= 0x2122)
                || (letter >= 0x80 && letter < 0xa0);
    }

    private static int byteOf(char c) {
        if (c < 0x100) {
            return c;
        }
        if (Character.getType(c) == Character.NON_SPACING_MARK) {
            // Of a letter in two parts, which a computer of Apple's writes.
            return -1;
        }
        int western = byteOf(c, WESTERN);
        return western >= 0 || VIETNAMESE == null ? western : byteOf(c, VIETNAMESE);
    }

    private static int byteOf(char c, Charset charset) {
        byte[] encoded = String.valueOf(c).getBytes(charset);
        return encoded.length == 1 && encoded[0] != '?' ? encoded[0] & 0xff : -1;
    }

    /** The second byte of {@code à} looks like a blank that joins words, and many programs make a plain one of it. */
    private static String withGrave(StringBuilder undone) {
        StringBuilder whole = new StringBuilder(undone.length());
        for (int i = 0; i < undone.length(); i++) {
            boolean half = undone.charAt(i) == 'Ã' && i + 1 < undone.length() && undone.charAt(i + 1) == ' ';
            whole.append(half ? A_GRAVE : undone.charAt(i));
            i += half && isJoined(undone, i) ? 1 : 0;
        }
        return whole.toString();
    }

    /** {@code hÃ ng}: the blank is half of the letter where a word comes of it, or where another blank follows. */
    private static boolean isJoined(StringBuilder text, int at) {
        int from = at;
        while (from > 0 && Character.isLetter(text.charAt(from - 1))) {
            from--;
        }
        int to = at + 2;
        while (to < text.length() && Character.isLetter(text.charAt(to))) {
            to++;
        }
        String word = text.substring(from, at) + A_GRAVE + text.substring(Math.min(at + 2, to), to);
        return to == at + 2 || Syllable.isVietnamese(word);
    }
}
