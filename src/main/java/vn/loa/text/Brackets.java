package vn.loa.text;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;

/**
 * Finds the places of a text between an opening quotation mark or bracket and the one that closes it. A mark without
 * its partner, and a pair further apart than {@value #LONGEST_PAIR} UTF-16 units (more likely a slip of the typist),
 * counts for nothing. One pass, linear time.
 */
final class Brackets {
    private static final int LONGEST_PAIR = 600;
    private static final String MARKS = "()[]«»\"“”„";

    private enum Kind {
        ROUND,
        SQUARE,
        ANGLE,
        QUOTE
    }

    private final String text;
    private final int[] depth;
    private final Map<Kind, Deque<Integer>> open = new EnumMap<>(Kind.class);
    private boolean closedUnopened;

    private Brackets(String text) {
        this.text = text;
        this.depth = new int[text.length() + 2];
    }

    static Brackets of(String text) {
        Brackets brackets = new Brackets(text);
        for (int at = 0; at < text.length(); at++) {
            brackets.read(at);
        }
        brackets.sum();
        return brackets;
    }

    /** Returns whether a cut before the character at {@code at} would separate a pair. */
    boolean spans(int at) {
        return depth[at] > 0;
    }

    /**
     * Returns whether every mark that opens is closed, and every quotation mark that closes was opened ("a)" is a list
     * mark).
     */
    static boolean balanced(String text) {
        if (text.chars().noneMatch(c -> MARKS.indexOf(c) >= 0)) {
            return true;
        }
        Brackets brackets = of(text);
        return !brackets.closedUnopened && brackets.open.values().stream().allMatch(Deque::isEmpty);
    }

    private void read(int at) {
        switch (text.charAt(at)) {
            case '(' -> open(Kind.ROUND, at);
            case ')' -> close(Kind.ROUND, at);
            case '[' -> open(Kind.SQUARE, at);
            case ']' -> close(Kind.SQUARE, at);
            case '«' -> open(Kind.ANGLE, at);
            case '»' -> close(Kind.ANGLE, at);
            case '"', '“', '”', '„' -> quote(at);
            default -> {}
        }
    }

    /**
     * Typists mix the marks up, so their place decides: one that touches the word before it closes, and so does one that
     * touches no word and has a partner.
     */
    private void quote(int at) {
        boolean touches =
                at > 0 && !Character.isWhitespace(text.charAt(at - 1)) && "([«“".indexOf(text.charAt(at - 1)) < 0;
        boolean apart = !touches && (at + 1 == text.length() || ",;:.!?) ".indexOf(text.charAt(at + 1)) >= 0);
        if (!touches && !(apart && !opened(Kind.QUOTE).isEmpty())) {
            open(Kind.QUOTE, at);
        } else if (opened(Kind.QUOTE).isEmpty()) {
            closedUnopened = true;
        } else {
            close(Kind.QUOTE, at);
        }
    }

    private Deque<Integer> opened(Kind kind) {
        return open.computeIfAbsent(kind, any -> new ArrayDeque<>());
    }

    private void open(Kind kind, int at) {
        opened(kind).push(at);
    }

    private void close(Kind kind, int at) {
        Integer from = opened(kind).poll();
        if (from != null && at - from <= LONGEST_PAIR) {
            depth[from + 1]++;
            depth[at + 1]--;
        }
    }

    private void sum() {
        for (int at = 1; at < depth.length; at++) {
            depth[at] += depth[at - 1];
        }
    }
}
