package vn.loa.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.loa.text.pattern.PrefilteredPattern;

/**
 * Cuts Vietnamese running text into sentences.
 *
 * <ul>
 *   <li>A sentence ends at {@code . ! ? …} and at the {@code ./.} of official papers, together with the quotation marks
 *       and brackets that close right after, when a capital, a digit, an opening mark or a dash follows.
 *   <li>It does not end after an abbreviation (TP. Hà Nội, PGS.TS. Tạ Văn Sỹ, Nguyễn V. A.), inside a number or a date
 *       (1.250.000, 18.9.2023), after the mark of a list ("1. ") or its label ("Điều 3. "), nor inside quotation marks
 *       or brackets that are closed later.
 *   <li>A missing blank after the stop ("năm 2023.Dự hội nghị") is forgiven.
 *   <li>A line break ends a passage (heading, list item) unless the line visibly runs on.
 * </ul>
 *
 * When in doubt two sentences stay together: a sentence that is too long is honest, half a sentence is not. No text is
 * lost but white space. Linear time; never throws.
 */
public final class Sentences {
    private static final PrefilteredPattern MARKS = PrefilteredPattern.of("[.!?…]++(?:\\s?/\\s?\\.++|/(?=\\s|$))?+", 0);
    private static final Pattern OPEN_END = Pattern.compile(
            ":[\\s.…]*+$|(?<!\\p{L})(?:TS|ThS|Ths|PGS|GS|BS)\\.$|(?<=[\\s.])(?<!\\p{Lu}\\p{L}{1,7} \\p{Lu}\\p{L}{1,7} )\\p{Lu}\\.$");
    /** Words after which a letter tells which of a kind. */
    private static final Pattern LETTER_END = Pattern.compile(
            "(?<!\\p{L})(?:độ|vitamin|nhóm|máu|khu|loại|hạng|lớp|khối|tổ|tòa|toà|nhà|cúm|gan|cổng|lô|dãy|phòng|bảng|giải"
                    + "|tầng|đề|cầu|đường|trạm|điểm|phương án|hội trường|cơ sở|[Hh]ọc|mầm non|THCS|THPT|công ty|xã|phường|thôn|xóm) \\p{Lu}\\.$");

    private static final Pattern LIST_NUMBER = Pattern.compile("(?:B?\\d{1,2}|[IVX]{1,4})");
    private static final Pattern LABEL = Pattern.compile(
            "(?:Điều|Mục|Chương|Phần|Bài|Câu|Bước|Khoản|Tiết) ?", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern YEAR = Pattern.compile("(?:.*\\D)?(?:19|20)\\d{2}");
    private static final Pattern GLUED = Pattern.compile("\\p{Lu}\\p{Ll}*+(?:\\s|\\p{Ll}).*", Pattern.DOTALL);
    private static final Pattern PLAIN_WORD = Pattern.compile(".[^\\p{Lu}@/]+", Pattern.DOTALL);
    private static final String CLOSERS = "\"”’'»)]";
    private static final String CLOSING = " \t\n\u000b\f\r\"”’'»)]";
    private static final String OPENERS = "\"“‘'«([";
    private static final String DASHES = "-–—+•*";
    /** Longer than any abbreviation with its brackets. */
    private static final int LONGEST_WORD = 24;

    private final String text;
    private final Brackets brackets;
    private final List<String> found = new ArrayList<>();
    private int start;

    private Sentences(String passage) {
        this.text = passage;
        this.brackets = Brackets.of(passage);
    }

    /**
     * Returns the sentences of a text in their order, each with single blanks and not empty. Headings and list items
     * without a stop are pieces of their own; {@link #isFinished} tells them apart.
     */
    public static List<String> of(String text) {
        List<String> all = new ArrayList<>();
        for (String passage : HardBreaks.passages(text)) {
            all.addAll(new Sentences(passage).split());
        }
        return all;
    }

    /** Returns whether a piece ends like a sentence. */
    public static boolean isFinished(String sentence) {
        int least = Math.max(0, sentence.length() - LONGEST_WORD);
        int end = sentence.length();
        while (end > least && CLOSING.indexOf(sentence.charAt(end - 1)) >= 0) {
            end--;
        }
        boolean stopped = end > least && ".!?…".indexOf(sentence.charAt(end - 1)) >= 0;
        return stopped || (end > least + 1 && sentence.startsWith("./", end - 2));
    }

    /**
     * Returns whether a sentence can stand by itself: its quotation marks and brackets are in pairs, and it neither
     * begins with a mark that closes nor ends with a colon or an initial.
     */
    public static boolean isWhole(String sentence) {
        return !sentence.isEmpty()
                && "”’»)],;:".indexOf(sentence.charAt(0)) < 0
                && !isOpenAtEnd(sentence.substring(Math.max(0, sentence.length() - LONGEST_WORD)))
                && Brackets.balanced(sentence);
    }

    /** "9 độ C." and "ở khu A." end, "ông A." and "tên A." do not. */
    private static boolean isOpenAtEnd(String end) {
        return OPEN_END.matcher(end).find() && !LETTER_END.matcher(end).find();
    }

    private List<String> split() {
        PrefilteredPattern.Search search = MARKS.in(text);
        while (search.find()) {
            Matcher marks = search.match();
            int end = pastClosers(marks.end());
            if (end == text.length() || endsAt(marks, end)) {
                take(end);
            }
        }
        take(text.length());
        return found;
    }

    private void take(int end) {
        String piece = text.substring(Math.min(start, end), end).strip();
        if (!piece.isEmpty()) {
            found.add(piece);
        }
        start = end;
    }

    private int pastClosers(int at) {
        int end = at;
        while (end < text.length() && CLOSERS.indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        return end;
    }

    private boolean endsAt(Matcher marks, int end) {
        boolean gap = text.charAt(end) == ' ';
        int next = gap ? end + 1 : end;
        if (brackets.spans(end) || !opens(next)) {
            return false;
        }
        boolean singleStop = text.charAt(marks.start()) == '.' && marks.end() - marks.start() == 1;
        return gap ? !singleStop || stopEnds(marks.start(), next) : gluedEnds(marks.start(), next);
    }

    /** A sentence opens with a capital, a digit or a mark; a dash opens it only before one of these. */
    private boolean opens(int at) {
        int first = at;
        while (first < text.length() && first - at < 3 && DASHES.indexOf(text.charAt(first)) >= 0) {
            first += first + 1 < text.length() && text.charAt(first + 1) == ' ' ? 2 : 1;
        }
        char c = first < text.length() ? text.charAt(first) : ' ';
        return Character.isUpperCase(c) || Character.isDigit(c) || OPENERS.indexOf(c) >= 0;
    }

    private boolean stopEnds(int stop, int next) {
        String word = wordBefore(stop);
        if (isListMark(word, stop) || isNumber(word, next)) {
            return false;
        }
        String before = wordBefore(stop - word.length() - 1);
        return !Abbreviations.holds(word, before, text.substring(next, Math.min(text.length(), next + LONGEST_WORD)));
    }

    /** "1." and "Điều 3." open what follows them, at the start of a sentence or after a colon or a semicolon. */
    private boolean isListMark(String word, int stop) {
        if (!LIST_NUMBER.matcher(word).matches()) {
            return false;
        }
        int from = stop - word.length();
        String ahead =
                text.substring(Math.max(start, from - LONGEST_WORD), from).strip();
        return ahead.isEmpty()
                || ahead.endsWith(":")
                || ahead.endsWith(";")
                || LABEL.matcher(ahead).matches();
    }

    /** "0912. 345. 678" is one number; "năm 2023. 215 đại biểu" is two sentences. */
    private boolean isNumber(String word, int next) {
        boolean digits = !word.isEmpty() && Character.isDigit(word.charAt(word.length() - 1));
        return digits
                && Character.isDigit(text.charAt(next))
                && !YEAR.matcher(word).matches();
    }

    private boolean gluedEnds(int stop, int next) {
        String word = wordBefore(stop);
        boolean plain = YEAR.matcher(word).matches() || PLAIN_WORD.matcher(word).matches();
        String rest = text.substring(next, Math.min(text.length(), next + LONGEST_WORD));
        return plain && GLUED.matcher(rest).matches() && !Abbreviations.holds(word, "", rest);
    }

    private String wordBefore(int end) {
        int from = Math.max(end, 0);
        while (from > start && end - from < LONGEST_WORD && text.charAt(from - 1) != ' ') {
            from--;
        }
        return text.substring(from, Math.max(end, from));
    }
}
