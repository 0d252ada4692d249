package vn.loa.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Distinguishes the line breaks inside a paragraph: some portals wrap their sentences at a column, others put a heading
 * or the items of a list on lines of their own. The first are undone, the second kept.
 */
final class HardBreaks {
    private static final Pattern BREAK = Pattern.compile("\\R");
    private static final Pattern HANGING = Pattern.compile(
            ".*(?:[,(“«–-]|(?<!\\p{L})(?:và|của|tại|ở|với|cho|về|do|từ|đến|là|các|những|theo|trong|trên|bằng|hoặc|xã|phường|"
                    + "thôn|huyện|quận|tỉnh|thành phố|thị trấn|đồng chí|đ/c|ông|bà|ngày|tháng|năm|số|ban|hội|được|để|gồm))$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    /** Lines of a wrapped paragraph are about as long as its longest one; two lines do not tell. */
    private static final int LINES_THAT_TELL = 3;

    private static final int NARROWEST_COLUMN = 40;

    private HardBreaks() {}

    /**
     * Returns the passages of the text: whole paragraphs, headings or list items, each with single blanks and not
     * empty.
     */
    static List<String> passages(String text) {
        List<String> lines = lines(text);
        int column = column(lines);
        List<String> passages = new ArrayList<>();
        StringBuilder passage = new StringBuilder();
        for (int at = 0; at < lines.size(); at++) {
            passage.append(lines.get(at));
            if (at + 1 < lines.size() && runsOn(lines.get(at), lines.get(at + 1), column)) {
                passage.append(' ');
            } else {
                passages.add(passage.toString());
                passage.setLength(0);
            }
        }
        return passages;
    }

    private static List<String> lines(String text) {
        Stream<String> lines = hasBreak(text) ? BREAK.splitAsStream(text) : Stream.of(text);
        return lines.map(HardBreaks::withSingleBlanks)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static String withSingleBlanks(String line) {
        StringBuilder single = new StringBuilder(line.length());
        boolean blank = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '\u200b' || c == '\u2060' || c == '\ufeff') { // Nobody sees these.
                continue;
            }
            boolean another = isBlank(c);
            if (!another) {
                single.append(c);
            } else if (!blank) {
                single.append(' ');
            }
            blank = another;
        }
        return single.toString().strip();
    }

    /** Returns whether {@link #BREAK} matches anywhere. */
    private static boolean hasBreak(String text) {
        return text.chars().anyMatch(c -> (c >= '\n' && c <= '\r') || c == 0x85 || c == 0x2028 || c == 0x2029);
    }

    private static boolean isBlank(char c) {
        return c == ' '
                || (c >= '\t' && c <= '\r')
                || c == '\u00a0'
                || (c >= '\u2000' && c <= '\u200a')
                || c == '\u202f'
                || c == '\u3000';
    }

    /** From how many UTF-16 units on a line without a stop counts as wrapped. */
    private static int column(List<String> lines) {
        if (lines.size() < LINES_THAT_TELL) {
            return Integer.MAX_VALUE;
        }
        long small = lines.stream().skip(1).filter(HardBreaks::startsSmall).count();
        if (small >= 2 && small * 3 >= lines.size()) {
            return 0;
        }
        int longest = lines.stream().mapToInt(String::length).max().orElse(0);
        return longest >= NARROWEST_COLUMN ? longest * 3 / 4 : Integer.MAX_VALUE;
    }

    private static boolean runsOn(String line, String next, int column) {
        if (ListMark.begins(next) || isRow(line) || isRow(next)) {
            return false;
        }
        if (Abbreviations.endsWithOne(line)) {
            return true;
        }
        if (Sentences.isFinished(line) || line.endsWith(":") || line.endsWith(";")) {
            return false;
        }
        return startsSmall(next)
                || line.length() >= column
                || HANGING.matcher(tail(line)).matches();
    }

    /** A row of a table is a passage by itself. */
    private static boolean isRow(String line) {
        return line.contains(" | ");
    }

    private static boolean startsSmall(String line) {
        char first = line.charAt(0);
        return Character.isLowerCase(first) || ",;.)”»".indexOf(first) >= 0;
    }

    private static String tail(String line) {
        return line.substring(Math.max(0, line.length() - 24));
    }
}
