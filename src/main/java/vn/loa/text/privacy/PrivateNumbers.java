package vn.loa.text.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.loa.text.pattern.PrefilteredPattern;

/** Finds the rows of digits that are numbers of telephones, accounts and papers. See {@link DigitRow} for the rules. */
final class PrivateNumbers {
    private static final int CASELESS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final String GAP = "[\\s\\u00a0\\u2000-\\u2015\\u202f\\u2060\\ufeff.·()-]{0,3}";

    /** Digits with up to three separators between two of them; a comma only before a group of three. */
    private static final PrefilteredPattern ROW = PrefilteredPattern.of(
            "(?<!\\p{Nd})(?:\\+\\s?|\\(\\+?\\s?)?\\p{Nd}(?:(?:" + GAP + "|,(?=\\p{Nd}{3}))\\p{Nd})*+", 0);

    /** A long row of digits that is a time. 1900 is no year here: it begins the numbers of hotlines. */
    private static final PrefilteredPattern CALENDAR = PrefilteredPattern.caseless(
            "(?<!\\d)(?:(?<!\\d\\.)\\d{1,2}\\s?([./-])\\s?\\d{1,2}\\s?\\1\\s?(?:19|20)\\d{2}"
                    + "|(?<!\\d[.-])(?:19(?!00)|20)\\d{2}\\s?[-–]\\s?(?:19|20)\\d{2}"
                    + "|(?<=(?:năm|tháng|khóa|khoá|kỳ|đoạn)\\s)(?:(?:19|20)\\d{2}|\\d{1,2})"
                    + ")(?!\\d)(?![.-]\\d)");

    /** The plate of a vehicle: "29A-123.45", "37B1 - 199.26". */
    private static final PrefilteredPattern PLATE = PrefilteredPattern.of(
            "(?<![\\p{L}\\d/])\\d{2}\\s?-?\\s?[A-ZĐ]{1,2}(?:\\s?-?\\s?\\d)?\\s?[-–.\\s]\\s?(?:\\d{3}[.-]\\d{2}|\\d{4,5})(?![\\p{L}\\d/])",
            0);

    private static final String LANE = "(?:ngõ|ngách|hẻm|kiệt)";
    private static final String HOUSE = "\\d{1,5}[a-z]?(?:[/-]\\d{1,5}[a-z]?)*+";

    /**
     * Where somebody lives, to the door: "số nhà 12", "số 5, ngõ 10", "ngõ 12, số 3". A lane without a house, "ngõ 5, ngõ
     * 9", and the number in a street are a door only where somebody lives.
     */
    private static final PrefilteredPattern DOOR = PrefilteredPattern.caseless(
            "(?<!\\p{L})(?:(?:(?:số nhà|nhà số)\\s" + HOUSE + "|số\\s" + HOUSE + "(?=,?\\s" + LANE
                    + "\\s\\d))(?:,?\\s" + LANE + "\\s\\d{1,5}(?:/\\d{1,5})*+)*+|(?:" + LANE
                    + "\\s\\d{1,5}(?:/\\d{1,5})*+,?\\s){1,3}số(?:\\snhà)?\\s" + HOUSE
                    + "|(?<lane>" + LANE + "\\s\\d{1,5}(?:(?:/\\d{1,5})++|(?:,?\\s" + LANE + "\\s" + HOUSE + "){1,3}+))"
                    + "|(?:căn hộ(?: số)?|phòng|p\\.)\\s?\\d{3,4}(?=,?\\s(?:tòa|toà|chung cư|nhà|lô)\\s)"
                    + "|(?<street>số\\s" + HOUSE + ")(?=,?\\s(?:đường|phố|tổ|khu phố|quốc lộ)\\s))");
    /** Matches a place that has an address to be visited at. */
    private static final Pattern OFFICE = Pattern.compile(
            "(?<!\\p{L})(?:trụ sở|văn phòng|UBND|[uủ][yỷ] ban|MTTQ|công an|trạm y tế|nhà (?:văn (?:hóa|hoá)|sinh hoạt|hàng|thuốc)|cửa hàng|điểm (?:bỏ phiếu|bầu cử|tiêm|bán|thu)|hội trường|trung tâm"
                    + "|trường (?:mầm non|tiểu học|THCS|THPT|cao đẳng|đại học)|bệnh viện|bưu điện|kho bạc|ngân hàng|công ty"
                    + "|bộ phận một cửa|bảo tàng|thư viện|chùa|(?<!gia )đình)(?!\\p{L})[^.;]*$",
            CASELESS);
    /** Matches words that make an address somebody's home: "bà Lê Thị A, trú tại số 12 đường …". */
    private static final Pattern HOME = Pattern.compile(
            "(?<!\\p{L})(?:trú(?: quán)?|ngụ|sinh sống|sống|nhà(?: riêng)?|(?<at>ở))(?: tại| ở)?[:,]?\\s$", CASELESS);

    /** No keyword stands further away than this many UTF-16 units. */
    private static final int NEAR = 48;

    private PrivateNumbers() {}

    static List<PrivatePassage> in(String text) {
        List<PrivatePassage> found = new ArrayList<>();
        if (text.chars().noneMatch(Character::isDigit)) {
            return found;
        }
        PrefilteredPattern.Search search = ROW.in(withoutTimes(text));
        while (search.find()) {
            Matcher row = search.match();
            Optional<PrivacyKind> kind = around(text, row).kind();
            kind.ifPresent(known -> found.add(new PrivatePassage(row.start(), row.end(), known)));
        }
        plates(text, found);
        doors(text, found);
        return found;
    }

    private static String withoutTimes(String text) {
        StringBuilder without = new StringBuilder(text);
        PrefilteredPattern.Search time = CALENDAR.in(text);
        while (time.find()) {
            int length = time.match().end() - time.match().start();
            without.replace(time.match().start(), time.match().end(), "x".repeat(length));
        }
        return without.toString();
    }

    private static void plates(String text, List<PrivatePassage> into) {
        PrefilteredPattern.Search plate = PLATE.in(text);
        while (plate.find()) {
            into.add(new PrivatePassage(plate.match().start(), plate.match().end(), PrivacyKind.NUMBER));
        }
    }

    /** The address of an office stays: people are to find it. */
    private static void doors(String text, List<PrivatePassage> into) {
        PrefilteredPattern.Search search = DOOR.in(text);
        while (search.find()) {
            Matcher door = search.match();
            String before = text.substring(Math.max(0, door.start() - NEAR), door.start());
            boolean office = OFFICE.matcher(before).find();
            Matcher home = HOME.matcher(before);
            boolean lives = home.find() && !(office && home.group("at") != null);
            boolean house = door.group("street") == null && door.group("lane") == null;
            if (lives || (house && !office)) {
                into.add(new PrivatePassage(door.start(), door.end(), PrivacyKind.NUMBER));
            }
        }
    }

    private static DigitRow around(String text, Matcher row) {
        String before = text.substring(Math.max(0, row.start() - NEAR), row.start());
        String after = text.substring(row.end(), Math.min(text.length(), row.end() + NEAR));
        return new DigitRow(row.group(), before, after);
    }
}
