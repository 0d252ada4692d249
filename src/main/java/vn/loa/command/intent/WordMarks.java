package vn.loa.command.intent;

import java.text.Normalizer;

/**
 * Compares Vietnamese words mark by mark. People leave marks out and mix up hỏi and ngã, but a word with other marks is
 * another word.
 */
final class WordMarks {
    private static final char HOOK = '\u0309';
    private static final char TILDE = '\u0303';
    private static final String TONES = "\u0300\u0301\u0323" + HOOK + TILDE;

    private WordMarks() {}

    /**
     * Tells whether a typed word, in lower case, is a listed one with no marks or with some of them.
     *
     * @param typed as it was typed, NFC
     * @param listed as it is listed, with all its marks, NFC
     */
    static boolean fit(String typed, String listed) {
        if (typed.equals(listed)) {
            return true;
        }
        String a = Normalizer.normalize(typed.replace("đ", "d\u0335"), Normalizer.Form.NFD);
        String b = Normalizer.normalize(listed.replace("đ", "d\u0335"), Normalizer.Form.NFD);
        return (tone(a) == 0 || tone(a) == tone(b)) && letters(a, b);
    }

    /** Returns the one tone of a word; 0 for none. */
    private static int tone(String decomposed) {
        return decomposed
                .chars()
                .filter(c -> TONES.indexOf(c) >= 0)
                .map(c -> c == HOOK ? TILDE : c)
                .findFirst()
                .orElse(0);
    }

    /** Tells whether the letters are the same, and each has no mark but its own. */
    private static boolean letters(String typed, String listed) {
        int at = 0;
        for (int i = 0; i < listed.length(); i++) {
            char c = listed.charAt(i);
            boolean mark = Character.getType(c) == Character.NON_SPACING_MARK;
            at = afterTones(typed, at);
            if (at < typed.length() && same(typed.charAt(at), c)) {
                at++;
            } else if (!mark) {
                return false;
            }
        }
        return afterTones(typed, at) == typed.length();
    }

    private static int afterTones(String typed, int from) {
        int at = from;
        while (at < typed.length() && TONES.indexOf(typed.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }

    /** Tells whether two letters are one; "kí" and "ký" are one word. */
    private static boolean same(char typed, char listed) {
        return typed == listed || typed == 'i' && listed == 'y' || typed == 'y' && listed == 'i';
    }
}
