package vn.loa.text.speech;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says days that are written with points or hyphens, as newspapers do: {@code từ 12.3-30.4}, {@code hết 31-12}. */
final class SpokenNewspaperDates {
    private static final String NOT_INSIDE = "(?<![\\d/.,:-])(?<!\\p{L}-)(?<!\\p{L})";
    private static final String END = "(?![\\p{L}\\d/%]|[.,:-]\\d)";
    private static final String LINK = "\\s?(?:[-–—]|đến|tới)\\s?(?:hết\\s)?(?:ngày\\s)?";

    private static final Pattern SINCE = Pattern.compile(
            "(?:^|[^\\p{L}])(?:từ|kể từ|ngày|từ ngày|thời gian|đợt (?:\\d|\\p{L}{2,4})|vụ|trong)[:]? ?\\(?$");
    private static final Pattern FROM = Pattern.compile(
            "(?:^|[^\\p{L}])(?:từ|ngày|các ngày|hai ngày|(?:hai|ba|các|những) ngày(?: \\p{L}{1,7}){1,3} \\() ?$");
    private static final Pattern BY = Pattern.compile(
            "(?:^|[^\\p{L}])(?:hết|kể từ|dịp|(?:nay|qua|mai),|sáng sớm|rạng sáng|chiều tối|(?:áp dụng|hiệu lực|thi hành|bắt đầu|thực hiện|khai mạc) từ|(?:hoãn|lùi|dời) đến) $");
    /** Before a span of numbers too, which rises: {@code đến 5-6} against {@code đến 31-12}. */
    private static final Pattern TOWARDS = Pattern.compile("(?:^|[^\\p{L}])(?:trước|sau|từ|đến|tới) $");

    private static final Pattern NO_COUNT =
            Pattern.compile("[,.;)]|$| (?:nhưng|tại|ở|đến|tới|năm|đã|sẽ|và|để|theo|trên|của|hằng|hàng)(?!\\p{L})");
    private static final Pattern AMOUNT = Pattern.compile(
            " ?(?:%|triệu|tỷ|tỉ|nghìn|ngàn|lít|kg|km|m|giờ|tấn|tạ|lần|mét|đồng|đ|điểm|độ|m2|m3|ha)(?!\\p{L})");
    private static final int MONTHS = 12;
    private static final Pattern CLOSED = Pattern.compile("\\)");
    private static final Pattern MATCH =
            Pattern.compile("(?:thắng|thua|hòa|tỷ số|tỉ số|trận|kết|hiệp|ván|séc|đội)(?!\\p{L}).*$");
    private static final Pattern DAY_SAID = Pattern.compile("ngày $");

    private SpokenNewspaperDates() {}

    static List<SpeechRule> rules() {
        return List.of(
                SpeechRule.of(
                        NOT_INSIDE + "(\\d{1,2})([.-])(\\d{1,2})" + LINK + "(\\d{1,2})\\2(\\d{1,2})(?:\\2(\\d{4}))?"
                                + END,
                        SpeechContext.Kind.DATE,
                        SpokenNewspaperDates::span),
                SpeechRule.of(
                        NOT_INSIDE + "(\\d{1,2})(?:\\s(đến|và|tới)\\s|,\\s)(?:ngày\\s)?(\\d{1,2})-(\\d{1,2})" + END,
                        SpeechContext.Kind.DATE,
                        SpokenNewspaperDates::days),
                SpeechRule.of(
                        NOT_INSIDE + "(\\d{1,2})-(\\d{1,2})" + END,
                        SpeechContext.Kind.DATE,
                        SpokenNewspaperDates::lone));
    }

    private static Optional<String> span(Matcher found, SpeechContext context) {
        if (!context.follows(SINCE) || context.precedes(found.end(), AMOUNT)) {
            return Optional.empty();
        }
        Optional<String> first = SpokenDates.day(found.group(1), found.group(3), null);
        Optional<String> last = SpokenDates.day(found.group(4), found.group(5), found.group(6));
        return first.flatMap(from -> last.map(to -> prefix(context) + from + " đến ngày " + to));
    }

    private static Optional<String> days(Matcher found, SpeechContext context) {
        Optional<String> last = SpokenDates.day(found.group(3), found.group(4), null);
        if (last.isEmpty() || !context.follows(FROM) || !context.precedes(found.end(), NO_COUNT)) {
            return Optional.empty();
        }
        String link = found.group(2) == null ? ", " : " " + found.group(2) + " ";
        return last.map(day -> prefix(context) + SpokenNumbers.cardinal(found.group(1)) + link + day);
    }

    private static Optional<String> lone(Matcher found, SpeechContext context) {
        boolean falls = Integer.parseInt(found.group(1)) > Integer.parseInt(found.group(2));
        boolean meant =
                context.precedes(found.end(), NO_COUNT) && (context.follows(BY) || falls && context.follows(TOWARDS));
        return meant || falls && context.follows(DAY_SAID) || isBracketed(found, context)
                ? SpokenDates.day(found.group(1), found.group(2), null).map(day -> prefix(context) + day)
                : Optional.empty();
    }

    /** "đã quá hạn (31-5)", where "(3-1)" and "thắng (25-8)" are scores. */
    private static boolean isBracketed(Matcher found, SpeechContext context) {
        return Integer.parseInt(found.group(1)) > MONTHS
                && context.before().endsWith("(")
                && context.precedes(found.end(), CLOSED)
                && !context.follows(MATCH);
    }

    private static String prefix(SpeechContext context) {
        return context.follows(DAY_SAID) ? "" : "ngày ";
    }
}
