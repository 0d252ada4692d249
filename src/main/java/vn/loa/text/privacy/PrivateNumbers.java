package vn.loa.text.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the rows of digits that are numbers of telephones, accounts and papers. See {@link DigitRow} for the rules. */
final class PrivateNumbers {
    private static final String GAP = "[\\s\\u00a0\\u2000-\\u2015\\u202f\\u2060\\ufeff.·()-]{0,3}";

    /** Digits with up to three separators between two of them; a comma only before a group of three. */
    private static final Pattern ROW =
            Pattern.compile("(?<!\\p{Nd})(?:\\+\\s?|\\(\\+?\\s?)?\\p{Nd}(?:(?:" + GAP + "|,(?=\\p{Nd}{3}))\\p{Nd})*+");

    /** A long row of digits that is a time. 1900 is no year here: it begins the numbers of hotlines. */
    private static final Pattern CALENDAR = Pattern.compile(
            "(?<!\\d)(?:(?<!\\d\\.)\\d{1,2}\\s?([./-])\\s?\\d{1,2}\\s?\\1\\s?(?:19|20)\\d{2}"
                    + "|(?<!\\d[.-])(?:19(?!00)|20)\\d{2}\\s?[-–]\\s?(?:19|20)\\d{2}"
                    + "|(?<=(?:năm|tháng|khóa|khoá|kỳ|đoạn)\\s)(?:(?:19|20)\\d{2}|\\d{1,2})"
                    + ")(?!\\d)(?![.-]\\d)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** The plate of a vehicle: "29A-123.45", "37B1 - 199.26". */
    private static final Pattern PLATE = Pattern.compile(
            "(?<![\\p{L}\\d/])\\d{2}\\s?-?\\s?[A-ZĐ]{1,2}\\d?\\s?[-–.\\s]\\s?(?:\\d{3}\\.\\d{2}|\\d{4,5})(?![\\p{L}\\d/])");

    /** Where somebody lives, to the door: "số nhà 12", "số 5, ngõ 10", "ngõ 10/3". */
    private static final Pattern DOOR = Pattern.compile(
            "(?<!\\p{L})(?:(?:số nhà|nhà"
                    + " số)\\s\\d{1,5}[a-z]?(?:[/-]\\d{1,5})*+|số\\s\\d{1,5}[a-z]?(?:[/-]\\d{1,5})*+(?=,?\\s(?:ngõ|ngách|hẻm|kiệt)\\s\\d))"
                    + "(?:,?\\s(?:ngõ|ngách|hẻm|kiệt)\\s\\d{1,5}(?:/\\d{1,5})*+)*+|(?<!\\p{L})(?:ngõ|ngách|hẻm|kiệt)\\s\\d{1,5}/\\d{1,5}",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** No keyword stands further away than this many UTF-16 units. */
    private static final int NEAR = 48;

    private PrivateNumbers() {}

    static List<PrivatePassage> in(String text) {
        List<PrivatePassage> found = new ArrayList<>();
        String withoutTimes = CALENDAR.matcher(text)
                .replaceAll(time -> "x".repeat(time.group().length()));
        Matcher row = ROW.matcher(withoutTimes);
        while (row.find()) {
            Optional<PrivacyKind> kind = around(text, row).kind();
            kind.ifPresent(known -> found.add(new PrivatePassage(row.start(), row.end(), known)));
        }
        collect(PLATE, text, found);
        collect(DOOR, text, found);
        return found;
    }

    private static void collect(Pattern pattern, String text, List<PrivatePassage> into) {
        pattern.matcher(text)
                .results()
                .map(match -> new PrivatePassage(match.start(), match.end(), PrivacyKind.NUMBER))
                .forEach(into::add);
    }

    private static DigitRow around(String text, Matcher row) {
        String before = text.substring(Math.max(0, row.start() - NEAR), row.start());
        String after = text.substring(row.end(), Math.min(text.length(), row.end() + NEAR));
        return new DigitRow(row.group(), before, after);
    }
}
