package vn.loa.subscription;

import java.util.ArrayList;
import java.util.List;

/** Parses a filter line in one pass, sign by sign. */
final class FilterLineReader {
    private final String line;
    private final List<Keyword> wanted = new ArrayList<>();
    private final List<Keyword> unwanted = new ArrayList<>();
    private final StringBuilder words = new StringBuilder();
    private boolean minus;

    FilterLineReader(String line) {
        this.line = line;
    }

    FilterLine read() {
        int at = 0;
        while (at < line.length()) {
            at = step(at);
        }
        finish();
        return new FilterLine(distinct(wanted), distinct(unwanted));
    }

    private int step(int at) {
        char c = line.charAt(at);
        if (beginsWord(at) && FilterLine.SIGNS.indexOf(c) >= 0) {
            finish();
            minus = c != '+' && c != '＋';
            return at + 1;
        }
        if (beginsWord(at) && FilterLine.QUOTES.indexOf(c) >= 0) {
            return quoted(at);
        }
        if (beginsWord(at) && c == '/' && patternEnd(at) > 0) {
            return pattern(at, patternEnd(at));
        }
        if (c == ',' || c == ';') {
            finish();
            return at + 1;
        }
        words.append(c);
        return at + 1;
    }

    private boolean beginsWord(int at) {
        return at == 0 || isBlank(at - 1) || ",;".indexOf(line.charAt(at - 1)) >= 0 || isSign(at - 1);
    }

    private boolean isSign(int at) {
        return FilterLine.SIGNS.indexOf(line.charAt(at)) >= 0 && (at == 0 || isBlank(at - 1));
    }

    private boolean isBlank(int at) {
        return Character.isWhitespace(line.charAt(at)) || Character.isSpaceChar(line.charAt(at));
    }

    /**
     * Reads a quoted keyword, which takes the sign right before it; after other words, or without one, it is wanted.
     */
    private int quoted(int at) {
        begin();
        int end = at + 1;
        while (end < line.length() && FilterLine.QUOTES.indexOf(line.charAt(end)) < 0) {
            end++;
        }
        add(Keyword.phrase(line.substring(at + 1, end)));
        return end + 1;
    }

    private int pattern(int at, int end) {
        begin();
        add(Keyword.pattern(line.substring(at + 1, end)));
        return end + 1;
    }

    private int patternEnd(int at) {
        for (int i = at + 2; i < line.length(); i++) {
            boolean last = i + 1 == line.length() || isBlank(i + 1) || ",;".indexOf(line.charAt(i + 1)) >= 0;
            if (line.charAt(i) == '/' && line.charAt(i - 1) != '\\' && last) {
                return i;
            }
        }
        return -1;
    }

    /** Closes what stood before; its sign goes with it. */
    private void begin() {
        if (!words.toString().isBlank()) {
            finish();
            minus = false;
        }
    }

    private void add(Keyword keyword) {
        (minus ? unwanted : wanted).add(keyword);
        minus = false;
        words.setLength(0);
    }

    private void finish() {
        String typed = words.toString().strip();
        words.setLength(0);
        if (!typed.isEmpty()) {
            (minus ? unwanted : wanted).add(Keyword.phrase(typed));
        }
    }

    private static List<Keyword> distinct(List<Keyword> keywords) {
        List<Keyword> once = new ArrayList<>();
        for (Keyword keyword : keywords) {
            if (once.stream().noneMatch(other -> other.value().equals(keyword.value()))) {
                once.add(keyword);
            }
        }
        return once;
    }
}
