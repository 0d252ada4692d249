package vn.loa.text.speech;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Says days, months and spans of days: {@code 20/11/2026}, {@code từ 15-20/11}, {@code 11/2026}. */
final class SpokenDates {
    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final int DAYS = 31;
    private static final int MONTHS = 12;
    private static final int FIRST_YEAR = 1000;
    private static final int LAST_YEAR = 2999;
    private static final int OF_THIS_CENTURY = 35;
    private static final int OF_LAST_CENTURY = 40;
    private static final int ONE_FIGURE = 10;
    /** Into so many parts no dose is divided. */
    private static final int LEAST_PARTS = 6;

    private static final String NOT_INSIDE = "(?<![\\d/.,:])(?<!\\p{L}-)(?<!\\p{L})";
    private static final String END = "(?![\\p{L}\\d/]|[.,:-]\\d)";
    private static final String STROKE_END = "(?![\\p{L}\\d/]|[.,:]\\d)";
    private static final String YEAR = "(?:\\s?[/.-]\\s?(\\d{4}))?";

    /** Where a day is said already, or a holiday is called by its date alone. */
    private static final Pattern DAY_SAID = Pattern.compile(
            "(?:(?:ngày|mùng|mồng|rằm|hôm)[:]?|ngày (?:lễ|tết|hội|nhà giáo việt nam|quốc khánh"
                    + "|quốc tế(?: \\p{L}{1,7}){1,4}|(?:giải phóng|thành lập|thương binh|truyền thống|hội|gia đình|thầy thuốc|doanh nhân|phụ nữ|khuyến học|pháp luật)(?: \\p{L}{1,7}){0,9})"
                    + "|lễ|dịp|quốc khánh|phong trào|chiến thắng|nghĩa trang|tượng đài|đài tưởng niệm|đường|phố|công viên|quảng trường|bệnh viện|nhà máy|nông trường|rạp|cầu|trường|hợp tác xã|sân vận động) $");

    private static final Pattern DAYS_LISTED = Pattern.compile("ngày [\\d,; ]{1,30}(?:, ?| và )$");
    private static final Pattern HOLIDAY_LISTED =
            Pattern.compile("(?:lễ|dịp|quốc khánh) \\d{1,2}/\\d{1,2}(?: ?[-–,] ?| và | đến )$");
    private static final Pattern MONTH_SAID = Pattern.compile("(?:tháng|đầu tháng) [\\d, ]*(?:và |, ?)?$");
    private static final Pattern FROM =
            Pattern.compile("(?:^|[ (])(?:từ|ngày|các ngày|hai ngày|ba ngày|bốn ngày|năm ngày|trong|"
                    + "sáng|chiều|tối|trưa|đêm|vào|trước|sau)[: ]{0,2}$");
    /** Words before which two numbers and a stroke are a date, even when they may be a fraction. */
    private static final Pattern DATED = Pattern.compile(
            "(?:^|[ (,.;:])(?:ngày|mùng|mồng|hôm|hôm nay|hôm qua|ngày mai|từ|đến|tới|hết|trước|sau|vào"
                    + "|sáng|chiều|tối|trưa|đêm|khuya|lễ|dịp|thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật|cn|hạn|hạn chót|quốc khánh|kỷ niệm"
                    + "|qua|nay|mai|giỗ tổ|nghĩa trang|tượng đài|đài tưởng niệm|đường|phố|công viên|quảng trường|bệnh viện|nhà máy|nông trường|rạp|cầu|trường|hợp tác xã|sân vận động|kể từ|khai mạc|bế mạc|tết|qk|giờ|\\d{1,2}h\\d{0,2}|\\d{1,2}:\\d{2}|h)[:,]? ?\\(?$");

    private static final Pattern ONE_DAY = Pattern.compile(
            "(?<!từ |các |trong )(?:(?<!mỗi |một )ngày|ngày mai|(?:hôm|sáng|trưa|chiều|tối|đêm) (?:nay|qua|mai|kia|sau|trước)|cùng ngày|quốc khánh|lễ|dịp|hôm|sáng|trưa|chiều|tối|đêm|khuya|rạng sáng|đường|phố|công viên|quảng trường|bệnh viện|nhà máy|nông trường|rạp|cầu|trường|hợp tác xã|sân vận động) $");
    private static final Pattern COUNTED = Pattern.compile(
            "(?:hạng|khoảng|hơn|gần|chiếm|đạt|ít nhất|tối thiểu|quá|giảm|tăng|bằng|được|có|với|tổng số|số nhà|nhà số|số|ngõ|ngách|hẻm|kiệt|tổ|tỷ lệ|tỉ lệ|tới gần|điểm|bài) $");
    /** Of so many, some are done where their name follows; in a timetable it is the day. */
    private static final Pattern DONE = Pattern.compile(
            "(?<!lịch |lễ |hạn )(?:kết nạp|giải quyết|hòa giải|hòa giải thành|trồng|xóa|xây|sửa|cấp|tiêm|khám) $");

    private static final Pattern IN_CAPITALS = Pattern.compile(" \\p{Lu}{2}");
    private static final Pattern AMOUNTS =
            Pattern.compile("(?:chiếm|đạt|bằng|lên|giảm|tăng|mất|hơn|gần) (?:tới|đến|hết|gần|gần đến) $");

    /** A day in brackets after a word for it: "hôm qua (23-7)". */
    private static final Pattern BRACKETED = Pattern.compile(
            "(?:hôm nay|hôm qua|hôm sau|hôm trước|sáng nay|chiều nay|tối nay|trưa nay|đêm qua|tối qua|chiều qua|sáng qua|ngày mai|sáng mai"
                    + "|hôm sau|cùng ngày|ngày|tuần này|tuần trước|tuần qua|tuần sau|tuần tới|thứ (?:hai|ba|tư|năm|sáu|bảy)|chủ nhật) \\($");

    /** A day that has a name: "Ngày Môi trường thế giới 5/6", "ngày QTLĐ 1/5". */
    private static final Pattern HOLIDAY = Pattern.compile(
            "(?:Ngày \\p{Lu}\\p{L}{0,9}|ngày (?:[A-ZĐ]{3,10}|Quốc tế|Thế giới))(?:(?: | - )\\p{L}{1,9}){0,10} $");

    /** Holidays that may be fractions, and what is done on them. */
    private static final Set<String> FESTIVE = Set.of("1/5", "1/6", "2/9", "5/9");

    private static final Pattern FESTIVAL = Pattern.compile(
            "(?:thiếu nhi|lao động|mừng|quà|nghỉ|khai giảng|văn nghệ|giao lưu|hội thi|giải|cúp|tết độc lập) $");

    /** Behind a number with a point, which is no day. */
    private static final Pattern AMOUNT = Pattern.compile(
            " ?(?:%|triệu|tỷ|tỉ|nghìn|ngàn|lít|kg|km|m|giờ|tấn|lần|mét|đồng|điểm|độ|m2|m3|ha)(?!\\p{L})");

    /** Behind what is taken or given in a day: "ngày 2-3 lần", "ngày 1/2 viên", where "ngày 2/9 công an" is a day. */
    private static final Pattern DOSE = Pattern.compile(
            " ?(?:(?:viên|gói|ống|lần(?! (?:đầu|thứ|này))|bữa|thìa|muỗng|giọt|ml|mg|g|gam|liều|cốc|chén|bát|ly|suất|tiếng|chai|lọ|lát|chuyến"
                    + "|lượt|lít|kg|giờ|tạ|tấn)(?!\\p{L})|(?:công|ca|buổi)(?: ?$| ?[,.;:)/]| lao động))");

    /** Behind a day with a point that may be a number: {@code ngày 1.5} against {@code ngày 1.5 viên}. */
    private static final Pattern DAY_ENDS = Pattern.compile(
            "$|[,.;:)!?…\"”–—-]| [\\p{Lu}\\d(–—-]| (?:tại|ở|đến|tới|năm|đã|sẽ|đang|được|và|để|theo|trên|của|hằng|hàng|là|cho|với|từ|vừa|có|diễn|khi|sau|trước|về|này|tổ chức|các|toàn|nhằm|lúc|trong|do|hoặc|thì|âm lịch|dương lịch)(?!\\p{L})");

    /** The first day of {@code từ 1/9-3/9} or {@code 30/4-1/5}. */
    private static final Pattern DAY_UNTIL = Pattern.compile(
            "(?<!\\p{L})(?:từ|ngày|dịp|lễ|sáng|chiều|tối|đêm) \\d{1,2}/\\d{1,2} ?[-–—] ?$|(?<![\\d/.,])(?:1\\d|2\\d|3[01])/(?:1[0-2]|\\d) ?[-–—] ?$");

    private static final Pattern HELD =
            Pattern.compile(",? (?:là|hằng năm|hàng năm|âm lịch|al|dương lịch|tới|này|năm|tại|ở|diễn ra|sẽ)(?!\\p{L})");
    /** "Ngày Chuyển đổi số quốc gia (10/10)" */
    private static final Pattern CALLED_DAY = Pattern.compile(
            "(?:^|[^\\p{L}])(?:ngày|lễ|tết|tuần|tháng|dịp|tối|sáng|chiều|đêm|mừng)(?!\\p{L})[^.;:()]{0,50}\\(?$");

    private static final Pattern CLOSED = Pattern.compile("\\)");
    private static final Pattern SCALE = Pattern.compile("(?:tỷ lệ|tỉ lệ|bản đồ)(?: \\p{L}{1,7}){0,3} $");
    private static final Pattern SHARE = Pattern.compile(
            " (?:số|tổng|diện|dân|thành viên|đại biểu|thôn|xã|phường|hộ|người|chỉ tiêu|tiêu chí|nội dung|đơn vị|phiếu|chi|khu|tổ|giá|công|lượng|chặng|thời|quãng|trường|nhà|phần|điểm|cơ|hồ|địa|cán|ủy|đảng|học|nhiệm|km|khối|đoàn|ý|cuộc|hội|ban|kiến|mục|ngành|lĩnh|vụ|sản|chương|dự|công)");

    private SpokenDates() {}

    static List<SpeechRule> rules() {
        SpeechContext.Kind date = SpeechContext.Kind.DATE;
        return List.of(
                SpeechRule.of(
                        NOT_INSIDE + "(\\d{1,2})\\s?[-–—]\\s?(\\d{1,2})\\s?/\\s?(\\d{1,2})" + YEAR + STROKE_END,
                        date,
                        SpokenDates::span),
                SpeechRule.of(
                        NOT_INSIDE
                                + "(\\d{1,2})((?:(?:\\s?[,;]\\s?|\\s(?:và|&)\\s)\\d{1,2}){1,6}+)/(\\d{1,2})(?:/(\\d{4}))?"
                                + END,
                        date,
                        SpokenDates::list),
                SpeechRule.of(
                        NOT_INSIDE + "(\\d{1,2})\\s?(?:[-–—]|đến|tới)\\s?(\\d{1,2})(?=\\stháng\\s\\d)",
                        date,
                        SpokenDates::spanOfMonth),
                SpeechRule.of(
                        NOT_INSIDE
                                + "(\\d{1,2})(?=\\s(?:đến|tới|[-–—])\\s(?:hết\\s)?(?:ngày\\s)?\\d{1,2}(?:/\\d{1,2}[^/\\d]|/\\d{1,2}$|/\\d{1,2}/\\d{4}|\\stháng\\s(?:\\d|[Gg]iêng|[Cc]hạp|[Mm]ột|[Hh]ai|[Bb]a|[Tt]ư|[Nn]ăm|[Ss]áu|[Bb]ảy|[Tt]ám|[Cc]hín|[Mm]ười)))",
                        date,
                        SpokenDates::spanStart),
                SpeechRule.of(
                        NOT_INSIDE + "(\\d{1,2})(\\s?[/.-]\\s?)(\\d{1,2})\\2(\\d{4})" + STROKE_END,
                        date,
                        SpokenDates::full),
                SpeechRule.of(
                        NOT_INSIDE + "(\\d{1,2})/(\\d{1,2})/(\\d{2})" + STROKE_END,
                        date,
                        (found, context) -> context.follows(DATED) && isDay(found.group(1), found.group(2))
                                ? Optional.of(day(context, found.group(1), found.group(2), year(found.group(3))))
                                : Optional.empty()),
                SpeechRule.of(
                        NOT_INSIDE
                                + "(\\d{1,2})(?=,?\\s(?:và\\s)?(?:sáng|chiều|tối|trưa|đêm)\\s(?:ngày\\s)?\\d{1,2}/\\d)",
                        date,
                        SpokenDates::spanStart),
                SpeechRule.of(
                        NOT_INSIDE + "(\\d{1,2})[-.]((?:19|20)\\d{2})" + END,
                        date,
                        (found, context) ->
                                context.follows(MONTH_SAID) ? monthOfYear(found, context) : Optional.empty()),
                SpeechRule.of(NOT_INSIDE + "(\\d{1,2})/(\\d{4})" + STROKE_END, date, SpokenDates::monthOfYear),
                SpeechRule.of(NOT_INSIDE + "(\\d{4})-(\\d{2})-(\\d{2})(?![\\d/-])", date, SpokenDates::iso),
                SpeechRule.of(NOT_INSIDE + "(\\d{1,2})(/)(\\d{1,2})" + STROKE_END, date, SpokenDates::dayOfMonth),
                SpeechRule.of(NOT_INSIDE + "(\\d{1,2})([.-])(\\d{1,2})" + END, date, SpokenDates::dayOfMonth));
    }

    /** Returns a day and its month, and the year where there is one, in words; empty where there is no such day. */
    static Optional<String> day(String day, String month, @Nullable String year) {
        return isDay(day, month) ? Optional.of(number(day) + ofMonth(month, year)) : Optional.empty();
    }

    private static Optional<String> span(Matcher found, SpeechContext context) {
        if (!isDay(found.group(1), found.group(3)) || !isDay(found.group(2), found.group(3))) {
            return Optional.empty();
        }
        return Optional.of(prefix(context) + number(found.group(1)) + " đến ngày " + number(found.group(2))
                + ofMonth(found.group(3), found.group(4)));
    }

    private static Optional<String> spanOfMonth(Matcher found, SpeechContext context) {
        return context.follows(FROM)
                ? Optional.of(prefix(context) + number(found.group(1)) + " đến ngày " + number(found.group(2)))
                : Optional.empty();
    }

    private static Optional<String> spanStart(Matcher found, SpeechContext context) {
        return context.follows(FROM) && Integer.parseInt(found.group(1)) <= DAYS
                ? Optional.of(prefix(context) + number(found.group(1)))
                : Optional.empty();
    }

    private static Optional<String> list(Matcher found, SpeechContext context) {
        boolean clear = context.follows(FROM) || context.follows(DATED);
        String last = found.group(2).replaceAll(".*\\D", "");
        if (!clear || !isDay(last, found.group(3)) || Integer.parseInt(found.group(1)) > DAYS) {
            return Optional.empty();
        }
        String days = DIGITS.matcher(found.group(2)).replaceAll(day -> number(day.group()));
        return Optional.of(prefix(context)
                + number(found.group(1))
                + days.replaceAll("\\s?[,;]\\s?", ", ").replace("&", "và")
                + ofMonth(found.group(3), found.group(4)));
    }

    private static Optional<String> full(Matcher found, SpeechContext context) {
        return isDay(found.group(1), found.group(3)) && isYear(found.group(4))
                ? Optional.of(day(context, found.group(1), found.group(3), found.group(4)))
                : Optional.empty();
    }

    private static Optional<String> iso(Matcher found, SpeechContext context) {
        return isDay(found.group(3), found.group(2)) && isYear(found.group(1))
                ? Optional.of(day(context, found.group(3), found.group(2), found.group(1)))
                : Optional.empty();
    }

    private static String day(SpeechContext context, String day, String month, String year) {
        return prefix(context) + number(day) + ofMonth(month, year);
    }

    private static Optional<String> monthOfYear(Matcher found, SpeechContext context) {
        int month = Integer.parseInt(found.group(1));
        if (!isYear(found.group(2)) || month < 1 || context.follows(SCALE)) {
            return Optional.empty();
        }
        String year = " năm " + SpokenNumbers.cardinal(found.group(2));
        if ((SpokenRomanNumerals.isNumbered(context) || context.before().endsWith("số "))
                && !context.follows(MONTH_SAID)) {
            return Optional.of(SpokenNumbers.cardinal(month) + year);
        }
        if (month > MONTHS) {
            return Optional.empty();
        }
        String said = context.follows(MONTH_SAID) ? "" : "tháng ";
        return Optional.of(said + SpokenNumbers.month(month) + year);
    }

    private static Optional<String> dayOfMonth(Matcher found, SpeechContext context) {
        if (isDose(found, context) || context.follows(SpokenQuantities.CLASS)) {
            return Optional.empty();
        }
        boolean stroke = found.group(2).equals("/");
        boolean listed = context.last() == SpeechContext.Kind.DATE && !context.precedes(found.end(), SHARE);
        boolean holiday = HOLIDAY.matcher(context.written()).find()
                && !context.follows(COUNTED)
                && context.precedes(found.end(), DAY_ENDS)
                && !context.precedes(found.end(), SHARE);
        boolean festive = FESTIVE.contains(found.group()) && context.follows(FESTIVAL);
        boolean certain = holiday
                || festive && !context.precedes(found.end(), SHARE)
                || context.follows(DATED) && !context.follows(AMOUNTS)
                || context.follows(HOLIDAY_LISTED)
                || context.follows(DAY_UNTIL) && !context.precedes(found.end(), SHARE)
                || listed;
        if (!isDay(found.group(1), found.group(3)) || (!stroke && !isSaidDay(context, found))) {
            return Optional.empty();
        }
        if (!certain && isShare(found, context)) {
            return Optional.empty();
        }
        return Optional.of(prefix(context) + number(found.group(1)) + ofMonth(found.group(3), null));
    }

    /** Numbers of days and months are none where they rise as doses do: {@code 2-3}, {@code 1/2}, {@code 1.5}. */
    private static boolean isDose(Matcher found, SpeechContext context) {
        if (found.group().startsWith("0") || found.group(3).startsWith("0")) {
            return false;
        }
        int first = Integer.parseInt(found.group(1));
        int second = Integer.parseInt(found.group(3));
        boolean point = found.group(2).equals(".");
        boolean small = first < ONE_FIGURE && second < (found.group(2).equals("/") ? LEAST_PARTS : ONE_FIGURE);
        boolean undated = point && context.written().endsWith("ngày ") && !context.precedes(found.end(), DAY_ENDS);
        return small && (undated || (point || first < second) && context.precedes(found.end(), DOSE));
    }

    /** With a dot or a hyphen only a word makes it a date: {@code ngày 20-11} against {@code 20-11 người}. */
    private static boolean isSaidDay(SpeechContext context, Matcher found) {
        boolean bracketed = context.follows(BRACKETED) && context.precedes(found.end(), CLOSED);
        boolean amount = found.group(2).equals(".") && context.precedes(found.end(), AMOUNT);
        boolean listed = found.group(2).equals("-") && context.follows(DAYS_LISTED);
        return bracketed || listed || !amount && context.follows(ONE_DAY);
    }

    /** Fractions and shares: {@code 2/3 số hộ}, {@code 10/10 thôn}, {@code 24/7}. */
    private static boolean isShare(Matcher found, SpeechContext context) {
        int first = Integer.parseInt(found.group(1));
        int second = Integer.parseInt(found.group(3));
        boolean small = first < second
                && second < 10
                && !found.group(1).startsWith("0")
                && !found.group(3).startsWith("0");
        boolean always = first == 24 && second == 7;
        return small
                || always
                || first == second && isAll(found, context)
                || context.follows(COUNTED)
                || isDone(found, context)
                || context.precedes(found.end(), SHARE);
    }

    private static boolean isDone(Matcher found, SpeechContext context) {
        return context.follows(DONE)
                && (context.precedes(found.end(), IN_CAPITALS) || !context.precedes(found.end(), DAY_ENDS));
    }

    /** All of so many, {@code 6/6 huyện}, where 10/10 is a holiday only when it is called one. */
    private static boolean isAll(Matcher found, SpeechContext context) {
        return !found.group(1).startsWith("0")
                && !context.precedes(found.end(), HELD)
                && !context.follows(CALLED_DAY)
                && !context.before().isBlank();
    }

    private static String prefix(SpeechContext context) {
        return HOLIDAY.matcher(context.written()).find()
                        || context.follows(DAY_SAID)
                        || context.follows(DAYS_LISTED)
                        || context.follows(HOLIDAY_LISTED)
                ? ""
                : "ngày ";
    }

    private static String ofMonth(String month, @Nullable String year) {
        String said = " tháng " + SpokenNumbers.month(Integer.parseInt(month));
        return year == null ? said : said + " năm " + SpokenNumbers.cardinal(year);
    }

    private static String number(String day) {
        return SpokenNumbers.cardinal(day);
    }

    private static boolean isDay(String day, String month) {
        int number = Integer.parseInt(day);
        int of = Integer.parseInt(month);
        return number >= 1 && number <= DAYS && of >= 1 && of <= MONTHS;
    }

    /** The years between are as likely of this century as of the last and are said as they are written. */
    private static String year(String lastTwo) {
        int number = Integer.parseInt(lastTwo);
        if (number >= OF_LAST_CENTURY) {
            return "19" + lastTwo;
        }
        return number <= OF_THIS_CENTURY ? "20" + lastTwo : lastTwo;
    }

    private static boolean isYear(String year) {
        int number = Integer.parseInt(year);
        return number >= FIRST_YEAR && number <= LAST_YEAR;
    }
}
