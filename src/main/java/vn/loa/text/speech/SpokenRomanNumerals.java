package vn.loa.text.speech;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says Roman numerals where they number something: {@code khóa XIV}, {@code quý I/2026}; initials of names stay. */
final class SpokenRomanNumerals {
    private static final Pattern NUMBERED = Pattern.compile(
            "(?:^|[ (,.;\"“])(?:khóa|khoá|kỳ|kì|quý|quí|thế kỷ|thế kỉ|lần|thứ|đại hội|chương|phần|mục|tiểu mục|điều|tập"
                    + "|cấp|hạng|loại|đợt|vùng|khu vực|giai đoạn|bậc|nhóm|phụ lục|nhiệm kỳ|học kỳ|học phần|quân khu|quân đoàn|vòng|khối|tuyến"
                    + "|bảng|biểu|thế chiến|hội nghị|trung ương|thế giới thứ|tuần|trụ cột|mức độ)(?: đảng| đảng bộ| quốc hội| thứ| số| họp thứ)? ?$");
    private static final Pattern LISTED = Pattern.compile(
            "(?:khóa|khoá|kỳ|quý|thế kỷ|lần thứ|đại hội|chương|phần|mục|hạng|loại|đợt|vùng|nhóm) [ivxlcdm]{1,8}(?: và | đến |, ?| ?[-–] ?)$");
    private static final Pattern ORDER = Pattern.compile("thứ $");
    private static final Pattern HEADING_END = Pattern.compile("[.)] ?|/ ");
    /** "phần I (3 điểm), II (2 điểm)" */
    private static final Pattern SECOND_FOLLOWS = Pattern.compile("[^.;]{0,30}[,;] ?II(?![\\p{L}\\d])");

    private static final Pattern HEADING = Pattern.compile("^[\\s(*]*$");
    private static final Pattern PLACE_OF_PERSON = Pattern.compile("\\p{L}\\p{Ll}{0,7}(?: (?:thị|văn|đức|hữu|ngọc)) $");
    /** Capitals of headings: {@code XỬ LÝ VI PHẠM}, {@code XI MĂNG}. */
    private static final Set<String> SYLLABLES = Set.of("VI", "XI");

    private static final String VALUES = "IVXLCDM";
    private static final int[] WORTH = {1, 5, 10, 50, 100, 500, 1000};

    private SpokenRomanNumerals() {}

    /** Tells whether what stands before numbers something: a session, a quarter, a chapter. */
    static boolean isNumbered(SpeechContext context) {
        return context.follows(NUMBERED);
    }

    static List<SpeechRule> rules() {
        return List.of(SpeechRule.of(
                "(?<![\\p{L}\\d.&/'’])([IVXLCDM]{1,8})(?:[/-]((?:19|20)\\d{2})(?!\\d))?(?![\\p{L}\\d&])",
                SpeechContext.Kind.NUMBER, SpokenRomanNumerals::say));
    }

    private static Optional<String> say(Matcher found, SpeechContext context) {
        String numeral = found.group(1);
        int value = value(numeral);
        if (value == 0 || !numeral.equals(written(value)) || !means(found, context)) {
            return Optional.empty();
        }
        String number = context.follows(ORDER) ? SpokenNumbers.ordinal(value) : SpokenNumbers.cardinal(value);
        String year = found.group(2);
        return Optional.of(year == null ? number : number + " năm " + SpokenNumbers.cardinal(year));
    }

    /** A single letter, or one of more than X, may be an initial: only a word before it makes it a number. */
    private static boolean means(Matcher found, SpeechContext context) {
        String numeral = found.group(1);
        boolean letters = numeral.matches("[LCDM]|CD|DC|MC|CM|MM|CC|MD|LL|DI|MI|CI|LI|CV|DL|ML");
        boolean numbered = context.follows(NUMBERED) || context.follows(LISTED);
        if (numbered) {
            return !letters;
        }
        boolean heading =
                !numeral.equals("X") && context.follows(HEADING) && context.precedes(found.end(), HEADING_END);
        boolean small = numeral.matches("[IVX]{2,8}") && !SYLLABLES.contains(numeral);
        boolean first = numeral.equals("I") && context.precedes(found.end(), SECOND_FOLLOWS);
        return heading && !letters || first || small && !context.follows(PLACE_OF_PERSON);
    }

    /** Returns what a numeral is worth, without regard to whether it is well written. */
    static int value(String numeral) {
        int sum = 0;
        for (int i = 0; i < numeral.length(); i++) {
            int worth = WORTH[VALUES.indexOf(numeral.charAt(i))];
            boolean less = i + 1 < numeral.length() && worth < WORTH[VALUES.indexOf(numeral.charAt(i + 1))];
            sum += less ? -worth : worth;
        }
        return Math.max(sum, 0);
    }

    /** The one right way to write a number, so that VX and IIII are none. */
    private static String written(int value) {
        int[] steps = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
        String[] signs = {"M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"};
        StringBuilder numeral = new StringBuilder();
        int rest = value;
        for (int i = 0; i < steps.length; i++) {
            while (rest >= steps[i]) {
                numeral.append(signs[i]);
                rest -= steps[i];
            }
        }
        return numeral.toString();
    }
}
