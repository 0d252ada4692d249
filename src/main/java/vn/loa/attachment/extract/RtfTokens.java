package vn.loa.attachment.extract;

import java.io.IOException;
import java.io.InputStream;

/** Splits Rich Text Format (version 1.9.1) into groups, control words and characters. */
final class RtfTokens {
    private static final int LONGEST_WORD = 32;
    private static final int LONGEST_NUMBER = 9;
    private static final int HEXADECIMAL = 16;

    private final InputStream in;
    private int next;

    RtfTokens(InputStream in) {
        this.in = in;
    }

    /** Gives all tokens of the file to a handler, those too that stand after its outermost group. */
    void read(RtfText handler) throws IOException {
        next = in.read();
        while (next >= 0) {
            int sign = next;
            next = in.read();
            switch (sign) {
                case '{' -> handler.open();
                case '}' -> handler.close();
                case '\\' -> control(handler);
                case '\r', '\n' -> {
                    // The lines of the file are not those of the text.
                }
                default -> handler.letter(sign);
            }
        }
        handler.end();
    }

    private void control(RtfText handler) throws IOException {
        if (isLetter(next)) {
            word(handler);
            return;
        }
        int symbol = next;
        next = in.read();
        if (symbol == '\'') {
            int high = Character.digit(next, HEXADECIMAL);
            int low = Character.digit(in.read(), HEXADECIMAL);
            next = in.read();
            handler.letter(high < 0 || low < 0 ? '?' : high * HEXADECIMAL + low);
        } else if (symbol >= 0) {
            handler.symbol((char) symbol);
        }
    }

    private void word(RtfText handler) throws IOException {
        StringBuilder word = new StringBuilder();
        while (isLetter(next) && word.length() < LONGEST_WORD) {
            word.append((char) next);
            next = in.read();
        }
        StringBuilder number = new StringBuilder();
        while ((next == '-' && number.length() == 0 || next >= '0' && next <= '9')
                && number.length() < LONGEST_NUMBER) {
            number.append((char) next);
            next = in.read();
        }
        next = next == ' ' ? in.read() : next;
        boolean told = number.length() > 0 && !number.toString().equals("-");
        int value = told ? Integer.parseInt(number.toString()) : 1;
        if (word.toString().equals("bin")) {
            skip(told ? value : 0);
        } else {
            handler.word(word.toString(), value);
        }
    }

    private void skip(int bytes) throws IOException {
        for (int i = 0; i < bytes && next >= 0; i++) {
            next = in.read();
        }
    }

    private static boolean isLetter(int sign) {
        return sign >= 'a' && sign <= 'z' || sign >= 'A' && sign <= 'Z';
    }
}
