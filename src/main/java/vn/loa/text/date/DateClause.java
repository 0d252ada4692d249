package vn.loa.text.date;

import java.time.Month;
import java.time.MonthDay;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text around a date in its sentence; decides whether the date is that of an event.
 *
 * @param before the sentence up to the date, at most {@value #REACH} UTF-16 units
 * @param after the sentence from the date on, as far
 */
record DateClause(String before, String after) {
    private static final int REACH = 160;
    private static final int CASELESS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    private static final String HOUR = "(?:\\d{1,2}\\s?(?:h|giờ|:)\\s?(?:\\d{2})?\\s?(?:phút|['’])?\\s?)?";
    private static final Pattern CLAUSE_BREAK = Pattern.compile("[,;:(–—]|\\s-\\s");

    private static final Pattern DEADLINE =
            atEnd("(?:trước|(?<!(?:năm|tháng|tuần) )sau|hết|chậm nhất|muộn nhất|kể từ|tính đến|tính từ|đến|tới"
                    + "|hạn(?: cuối| chót| nộp)?)(?: là| vào)?[\\s:]*" + HOUR + ",?");
    private static final Pattern BETWEEN_HOURS =
            atEnd("từ\\s+\\d{1,2}\\s?(?:h|giờ|:)[\\d\\s]{0,4}(?:phút\\s)?(?:đến|tới|-|–)\\s*" + HOUR + ",?");
    private static final Pattern AN_EARLIER_OR_LATER_DAY = atEnd("(?:trước đó|trước đấy|sau đó|tiếp đó|tiếp theo),?");
    private static final Pattern NO_EVENT =
            anywhere("(?:chậm nhất|muộn nhất|hạn chót|hạn cuối|thời hạn|hiệu lực|hoàn thành"
                    + "|đăng(?! ký)|cập nhật|xuất bản|truy cập)");
    private static final Pattern OTHER_DAY =
            anywhere("(?:k[ỷỉ] niệm|truyền thống|chào mừng|thành lập|giải phóng|hưởng ứng"
                    + "|lịch sử|rơi vào|ban hành|ký|từ trần|qua đời|hy sinh"
                    + "|(?:năm|nhân|nhân dịp|sinh|mất|tức|đề|tinh thần)\\s*$)");

    private static final Pattern HAPPENS =
            atEnd("(?:(?<!rơi )vào|diễn ra|tổ chức|khai mạc|bắt đầu|họp)(?: từ| lúc| hồi| vào){0,4}\\s*" + HOUR + ",?");

    private static final Pattern DOCUMENT =
            anywhere("(?:nghị quyết|quyết định|công văn|thông tri|thông tư|nghị định|chỉ thị"
                    + "|tờ trình|pháp lệnh|biên bản|hợp đồng|giấy phép|công điện|(?-i:Luật|Bộ luật|Hướng dẫn|Kết luận(?! tại)|Quy định|Quy chế)"
                    + "|(?:kế hoạch|thông báo|báo cáo|chương trình|văn bản|đề án|giấy mời)(?= số| của))(?!\\p{L})");
    private static final String NUMBER = "\\d[\\d/]*[/-]\\p{Lu}[\\p{L}\\d/&-]*+";
    private static final Pattern DOCUMENT_NUMBER = Pattern.compile(NUMBER);
    private static final Pattern DOCUMENT_NUMBER_AND_COMMA = Pattern.compile(NUMBER + "\\)?,\\s*$");
    private static final Pattern ISSUED = Pattern.compile(
            "^\\s*,?\\s*(?:(?:tới |này |tới đây )?là (?:hạn|thời hạn|ngày cuối)|của|về việc|v/v|có hiệu lực|\\(?âm lịch)(?!\\p{L}).*",
            CASELESS | Pattern.DOTALL);

    private static final String ISSUES =
            "(?:(?:ký )?ban hành|ký (?i:thông báo|kế hoạch|quyết định|chỉ thị|nghị quyết|công văn|công điện|thông tư|nghị định)"
                    + "|có (?:công văn|văn bản)|ra (?i:thông báo|quyết định|chỉ thị|công điện|lời kêu gọi))(?!\\p{L})";
    /** Names and places alone, such as "Ban Tổ chức Huyện ủy" and "UBND xã Đại Lâm, huyện Phú Lâm". */
    private static final String BODY =
            "(?: (?:xã|phường|thị trấn|thị xã|quận|huyện|tỉnh|thành phố|đặc khu|cấp|nhân dân|và|[–-]|\\d{1,4}"
                    + "|quản lý|lý|chỉ đạo|đạo|chỉ huy|huy|bầu cử|dân sự|quân sự|dự án|các khu|công nghiệp|khí tượng|thủy văn"
                    + "|phòng|chống|thiên tai|quốc gia"
                    + "|\\p{Lu}[\\p{Lu}&]++|\\p{Lu}\\p{Ll}*+(?: (?!" + ISSUES + ")\\p{Ll}++)?+)[.,]?+){1,20}+";
    /** "Ngày 27/11, Ban Thường trực … ban hành Kế hoạch số 27/KH": the day of the document. */
    private static final Pattern ISSUING = Pattern.compile(
            "^,?(?! (?:Hội nghị|Đại hội|Kỳ họp|Phiên họp|Lễ))" + BODY + "(?: (?:đã|vừa|cũng))? " + ISSUES);

    private static final Pattern AT_AN_HOUR = atEnd("\\d{1,2}\\s?(?:h|giờ|:)[\\d\\s]{0,4}(?:phút)?,?");

    private static final Pattern PROCLAIMED = Pattern.compile(" ra (?:thông báo|lời kêu gọi)$", CASELESS);
    private static final Pattern ON = Pattern.compile("[^\\p{L}]*vào", CASELESS);

    private static final Pattern PLACE_OF_SIGNATURE = Pattern.compile("^[\\p{L} .]{2,40},\\s*$");
    private static final Pattern TO_ANOTHER_DAY = Pattern.compile(
            "^\\s*(?:đến|tới|-|–)\\s*(?:\\S{1,6}\\s(?=ngày))?(?:hết\\s)?(?:ngày\\s)?(\\d{1,2})(?:\\s?/\\s?|[.-]|\\stháng\\s)(\\d{1,2})(?!\\d)",
            CASELESS);

    static DateClause around(String sentence, int start, int end) {
        return new DateClause(
                sentence.substring(Math.max(0, start - REACH), start),
                sentence.substring(end, Math.min(sentence.length(), end + REACH)));
    }

    /**
     * Returns the last day of a span: 12 and 9 for "từ ngày 10/9 đến ngày 12/9"; empty for "từ ngày 1/7/2025" and "đến
     * nay". The 29th of February is told as it stands; a day that never exists as empty.
     */
    Optional<MonthDay> until() {
        Matcher other = TO_ANOTHER_DAY.matcher(after);
        if (!other.find()) {
            return Optional.empty();
        }
        int month = Integer.parseInt(other.group(2));
        int day = Integer.parseInt(other.group(1));
        boolean exists =
                month >= 1 && month <= 12 && day >= 1 && day <= Month.of(month).maxLength();
        return exists ? Optional.of(MonthDay.of(month, day)) : Optional.empty();
    }

    /**
     * Returns whether the date is that of an event.
     *
     * @param partOfDay "sáng 13/9": documents, laws and anniversaries are never told so
     * @param withYear whether the date names its year, as the dates of documents do
     */
    boolean tellsAnEvent(boolean partOfDay, boolean withYear) {
        String clause = clause();
        boolean between = BETWEEN_HOURS.matcher(before).find();
        Matcher happening = HAPPENS.matcher(before);
        boolean happens = partOfDay || between || happening.find();
        boolean surely = happens
                && (partOfDay || between || !ON.matcher(happening.group()).lookingAt());
        if ((DEADLINE.matcher(before).find() && !between)
                || AN_EARLIER_OR_LATER_DAY.matcher(before).find()
                || NO_EVENT.matcher(clause).find()
                || ISSUED.matcher(after).matches()
                || (!surely && isIssuing())) {
            return false;
        }
        return happens || (!OTHER_DAY.matcher(clause).find() && !isOfDocument(clause, withYear) && !isSignature());
    }

    private boolean isOfDocument(String clause, boolean withYear) {
        return DOCUMENT.matcher(clause).find()
                || DOCUMENT_NUMBER.matcher(clause).find()
                || (withYear && DOCUMENT_NUMBER_AND_COMMA.matcher(before).find());
    }

    /** A call or a notice at an hour is an event; a decree with its hour is a document still. */
    private boolean isIssuing() {
        Matcher issuing = ISSUING.matcher(after);
        return issuing.find()
                && !(AT_AN_HOUR.matcher(before).find()
                        && PROCLAIMED.matcher(issuing.group()).find());
    }

    private boolean isSignature() {
        return PLACE_OF_SIGNATURE.matcher(before).matches() && after.length() <= 1;
    }

    private String clause() {
        String[] clauses = CLAUSE_BREAK.split(before, -1);
        return clauses[clauses.length - 1];
    }

    private static Pattern atEnd(String words) {
        return Pattern.compile("(?<!\\p{L})" + words + "\\s*$", CASELESS);
    }

    private static Pattern anywhere(String words) {
        return Pattern.compile("(?<!\\p{L})" + words, CASELESS);
    }
}
