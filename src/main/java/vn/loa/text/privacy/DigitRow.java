package vn.loa.text.privacy;

import java.util.Optional;
import java.util.regex.Pattern;
import vn.loa.text.pattern.PrefilteredPattern;

/**
 * A row of digits, in one piece or in groups, with its surroundings; classifies it as private or not.
 *
 * <ul>
 *   <li>After "SĐT", "hotline", "STK", "CCCD", "MST" and the like: private, unless a unit of measure follows.
 *   <li>An amount ("1.250.000.000 đồng", "kinh phí 450.000.000"): not private.
 *   <li>Nine digits or more, or seven or more in one piece, or six in one piece next to a bank: private. Telephones
 *       have 10-11 digits (mobile, landline with area code) or 8-10 (1800, 1900), bank accounts 6-19, CCCD 12, CMND 9,
 *       tax codes 10 or 13, social insurance 10, passports a letter and 7-8.
 * </ul>
 *
 * @param row the digits with their separators
 * @param before a few words before it
 * @param after a few words after it
 */
record DigitRow(String row, String before, String after) {
    private static final int CASELESS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final int LOOSE = CASELESS | Pattern.DOTALL;

    private static final String MONEY = "(?:đồng(?!\\s+chí)|đ(?!\\p{L})|vnđ|vnd|usd|eur)";
    private static final Pattern MONEY_AFTER = Pattern.compile("\\s?\\(?" + MONEY + ".*", LOOSE);
    private static final Pattern UNIT_AFTER = Pattern.compile(
            "\\s?\\(?(?:" + MONEY + "|triệu|tỷ|tỉ|nghìn|ngàn|trăm|lượt|người|hộ|khẩu|nhân|đại biểu|cử tri|đảng viên"
                    + "|hội viên|đoàn viên|thành viên|học viên|học sinh|m2|m²|m3|m³|m(?!\\p{L})|km|ha(?!\\p{L})|kg|tấn|cây|suất"
                    + "|phần|cuốn|doanh nghiệp|trường hợp|ý kiến|phiếu|tổ chức|cá nhân|chiếc|liều|đơn vị|lao động|%).*",
            LOOSE);
    private static final Pattern AMOUNT_BEFORE = Pattern.compile(
            ".*(?<!\\p{L})(?:tiền|kinh phí|trị giá|giá trị|tổng|ngân sách|vốn|ủng hộ|đạt|hơn|gần|trên|khoảng|thu|chi)"
                    + "(?:\\s+(?:được|là|số|hơn|gần|trên|khoảng|cộng)){0,8}[\\s:]*",
            LOOSE);
    private static final Pattern THOUSANDS = Pattern.compile("[1-9]\\d{0,2}([., \\u00a0])\\d{3}(?:\\1\\d{3})*");

    private static final String LINK =
            "(?:[\\s:.–(-]|(?<!\\p{L})(?:số|là|qua|theo|đến|tới|máy|liên hệ|ngân hàng|chủ)(?!\\p{L}))*+";
    private static final Pattern PHONE_BEFORE = Pattern.compile(
            ".*(?<!\\p{L})(?:sđt|đtdđ|đt|điện thoại|di động|hotline|đường dây nóng|tổng đài|tel|fax|mobile)" + LINK,
            LOOSE);
    private static final Pattern ACCOUNT_BEFORE =
            Pattern.compile(".*(?<!\\p{L})(?:stk|tk|tài khoản|account)" + LINK, LOOSE);
    private static final Pattern IDENTITY_BEFORE = Pattern.compile(
            ".*(?<!\\p{L})(?:cccd|cmnd|cmtnd|căn cước(?: công dân)?|chứng minh(?: nhân dân| thư)?|định danh(?: cá nhân)?"
                    + "|hộ chiếu|passport|mst|mã số(?: thuế)?|bhxh|bhyt|số thẻ)" + LINK + "[A-Z]{0,2}",
            LOOSE);
    private static final PrefilteredPattern BANK = PrefilteredPattern.caseless(
            "(?<!\\p{L})(?:ngân hàng|kho bạc|chi nhánh|agribank|vietcombank|vietinbank|bidv|mb ?bank|techcombank"
                    + "|sacombank|vpbank|acb|stk|tài khoản)(?!\\p{L})");

    private static final int LONG_ROW = 9;
    private static final int LONG_BLOCK = 7;
    private static final int SHORTEST_BANK_BLOCK = 6;
    private static final int SHORTEST_IDENTITY = 5;
    private static final int SHORTEST_ACCOUNT = 4;
    private static final int SHORTEST_PHONE = 3;
    private static final int CITIZEN_NUMBER = 12;

    /** Returns the kind of private number, or empty when it is an ordinary number. */
    Optional<PrivacyKind> kind() {
        if (isAmount()) {
            return Optional.empty();
        }
        return kindByKeyword().or(this::kindByShape);
    }

    private boolean isAmount() {
        boolean thousands = THOUSANDS.matcher(row).matches();
        if (digits().startsWith("0") || (!thousands && !isBlock())) {
            return false;
        }
        boolean counts = UNIT_AFTER.matcher(after).matches();
        if (thousands || length() < LONG_ROW) {
            return counts || (thousands && AMOUNT_BEFORE.matcher(before).matches());
        }
        return MONEY_AFTER.matcher(after).matches();
    }

    private Optional<PrivacyKind> kindByKeyword() {
        if (length() >= SHORTEST_PHONE && PHONE_BEFORE.matcher(before).matches()) {
            return Optional.of(PrivacyKind.PHONE);
        }
        if (length() >= SHORTEST_ACCOUNT && ACCOUNT_BEFORE.matcher(before).matches()) {
            return Optional.of(PrivacyKind.ACCOUNT);
        }
        boolean paper =
                length() >= SHORTEST_IDENTITY && IDENTITY_BEFORE.matcher(before).matches();
        return paper ? Optional.of(PrivacyKind.IDENTITY) : Optional.empty();
    }

    private Optional<PrivacyKind> kindByShape() {
        if (isLong(SHORTEST_BANK_BLOCK) && (BANK.isIn(before) || BANK.isIn(after))) {
            return Optional.of(PrivacyKind.ACCOUNT);
        }
        if (isPhoneShaped()) {
            return Optional.of(PrivacyKind.PHONE);
        }
        if (length() == CITIZEN_NUMBER && digits().startsWith("0")) {
            return Optional.of(PrivacyKind.IDENTITY);
        }
        return isLong(LONG_BLOCK) ? Optional.of(PrivacyKind.NUMBER) : Optional.empty();
    }

    private boolean isLong(int block) {
        return length() >= LONG_ROW || (isBlock() && length() >= block);
    }

    private boolean isPhoneShaped() {
        String digits = digits();
        boolean national = digits.startsWith("0") && length() >= 10 && length() <= 11;
        boolean international = (row.contains("+") && length() >= 8)
                || (digits.startsWith("84") && length() >= 11 && length() <= 12)
                || digits.startsWith("0084");
        boolean service = (row.startsWith("1800") || row.startsWith("1900")) && length() >= 8 && length() <= 10;
        return national || international || service;
    }

    private boolean isBlock() {
        return length() == row.length();
    }

    private int length() {
        return (int) row.chars().filter(Character::isDigit).count();
    }

    private String digits() {
        StringBuilder digits = new StringBuilder(row.length());
        row.chars().filter(Character::isDigit).forEach(digit -> digits.append(Character.digit(digit, 10)));
        return digits.toString();
    }
}
