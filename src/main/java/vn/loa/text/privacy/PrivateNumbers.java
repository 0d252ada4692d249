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
     * 9", is a door only where somebody is named or lives, the number in a street only where somebody lives.
     */
    private static final PrefilteredPattern DOOR = PrefilteredPattern.caseless(
            "(?<!\\p{L})(?:(?:(?:số nhà|nhà số)\\s" + HOUSE + "|số\\s" + HOUSE + "(?=,?\\s" + LANE
                    + "\\s\\d))(?:,?\\s" + LANE + "\\s\\d{1,5}(?:/\\d{1,5})*+)*+|(?:" + LANE
                    + "\\s\\d{1,5}(?:/\\d{1,5})*+,?\\s){1,3}số(?:\\snhà)?\\s" + HOUSE
                    + "|(?<lane>" + LANE + "\\s\\d{1,5}(?:(?:/\\d{1,5})++|(?:,?\\s" + LANE + "\\s" + HOUSE + "){1,3}+))"
                    + "|(?:căn hộ(?: số)?|phòng|p\\.)\\s?\\d{3,4}(?=,?\\s(?:tòa|toà|chung cư|nhà|lô)\\s)"
                    + "|(?<street>số\\s" + HOUSE + ")(?=,?\\s(?:đường|phố|tổ|khu phố|quốc lộ)\\s))");

    private static final String PREMISES =
            "(?<!\\p{L})(?:trụ sở|văn phòng|trạm y tế|nhà (?:văn (?:hóa|hoá)|sinh hoạt|hàng|thuốc)|cửa hàng|điểm (?:bỏ phiếu|bầu cử|tiêm|bán|thu)|hội trường|trung tâm"
                    + "|trường (?:mầm non|mẫu giáo|tiểu học|trung học|THCS|THPT|cao đẳng|đại học)|bệnh viện|bưu điện|kho bạc|ngân hàng|công ty"
                    + "|bộ phận một cửa|bảo tàng|thư viện|chùa|(?<!gia )(?-i:đình|Đình (?:làng|thần)))(?!\\p{L})";

    /** Visits, helps and invites, so that what follows may be somebody's home. */
    private static final String BODY = "(?<!\\p{L})(?:UBND|[uủ][yỷ] ban|MTTQ|công an)(?!\\p{L})";
    /** Matches a place that has an address to be visited at. */
    private static final PrefilteredPattern OFFICE = PrefilteredPattern.caseless(PREMISES + "|" + BODY);

    /** Before a word that is no person there: "đường Bà Triệu", "Trường Mầm non Cô Tiên", "Tiếng Anh". */
    private static final String NAMED_SO =
            "(?<!(?:đường|phố|chùa|chợ|cầu|đền|miếu|phường|xã|tiếng|mầm non|trường|trung tâm|cửa hàng|nhà thuốc|nhà hàng) )";

    private static final String AREA =
            "(?:phường|xã|thị trấn|quận|huyện|tỉnh|thành phố|khu(?: phố)?|tổ(?: dân phố)?|thôn|ấp)";
    /** Small letters: "Trung tâm Hỗ trợ …" is a name, "trung tâm hỗ trợ …" an act. */
    private static final String PEOPLE = " " + NAMED_SO
            + "(?-i:ông|bà|anh|chị|cụ|cô|chú|bác|(?<!trẻ )em|cháu|gia đình|hộ|người|đối tượng|nhà|mẹ|bố|cha|con|vợ|chồng"
            + "|nạn nhân|bị hại|bệnh nhân|học sinh|thương binh|sinh viên|công nhân|nhân viên|giáo viên|hội viên|đoàn viên"
            + "|thăm|tặng|trao|giúp|hỗ trợ|bàn giao|bắt|cháy)(?!\\p{L})";
    /** Any premises that no people follow are "ở"; of a body that acts nothing but its own name stands between. */
    private static final PrefilteredPattern OFFICE_AT = PrefilteredPattern.caseless("(?:" + PREMISES + "(?![^;]{0,48}"
            + PEOPLE + ")(?:[^,.;]|\\.(?=\\p{L})|,(?= " + AREA + " )){0,48}|" + BODY + "(?:,? (?:" + AREA
            + "|(?-i:[\\p{Lu}\\d])[\\p{L}\\d.]*+))*+) ở(?: tại)?[:,]?\\s$");
    /** Matches a person or a household that is named; a street may bear a name, too. */
    private static final PrefilteredPattern SOMEBODY =
            PrefilteredPattern.caseless("(?<!\\p{L})" + NAMED_SO + "(?:ông|bà|anh|chị|cụ|cô|chú|bác(?! Hồ)|em|cháu"
                    + "|(?:hộ|gia đình)(?: (?:nghèo|cận nghèo|chính sách))?) (?-i:\\p{Lu})");

    /** Right behind a name a lane is where that person lives; who speaks of one, or works on it, need not live there. */
    private static final Pattern AFTER_A_NAME =
            Pattern.compile("(?:[,:(]|(?<!\\p{L})\\p{Lu}\\p{L}{0,8}(?: (?:tại|ở|trong))?)\\s?$");

    private static final PrefilteredPattern ADDRESS = PrefilteredPattern.caseless("(?<!\\p{L})địa chỉ(?!\\p{L})");
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
            if (isHome(door, before)) {
                into.add(new PrivatePassage(door.start(), door.end(), PrivacyKind.NUMBER));
            }
        }
    }

    /** An office visits somebody: only one that is named after them has the address. */
    private static boolean isHome(Matcher door, String before) {
        String clause = before.substring(Math.max(before.lastIndexOf(". "), before.lastIndexOf(';')) + 1);
        String since = sinceSomebody(clause);
        Matcher home = HOME.matcher(before);
        if (home.find() && (home.group("at") == null || !OFFICE_AT.isIn(since))) {
            return true;
        }
        boolean named =
                since.length() < clause.length() && AFTER_A_NAME.matcher(clause).find();
        boolean house = door.group("lane") == null ? door.group("street") == null : named || ADDRESS.isIn(clause);
        return house && !OFFICE.isIn(since);
    }

    private static String sinceSomebody(String clause) {
        PrefilteredPattern.Search somebody = SOMEBODY.in(clause);
        int end = 0;
        while (somebody.find()) {
            end = somebody.match().end();
        }
        return clause.substring(end);
    }

    private static DigitRow around(String text, Matcher row) {
        String before = text.substring(Math.max(0, row.start() - NEAR), row.start());
        String after = text.substring(row.end(), Math.min(text.length(), row.end() + NEAR));
        return new DigitRow(row.group(), before, after);
    }
}
