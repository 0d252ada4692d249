package vn.loa.text.speech;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says times of day: {@code 7h30}, {@code 16:30}, {@code 16 giờ 30 phút}. */
final class SpokenTimes {
    private static final int HOURS = 24;
    private static final int MINUTES = 60;
    private static final Pattern RATIO = Pattern.compile("(?:tỷ|tỉ) (?:lệ|số)[^.;]{0,30}$");
    /** Before "20g", which elsewhere is a weight. */
    private static final Pattern AT = Pattern.compile(
            "(?<!\\p{L})(?:lúc|hồi|khai mạc|bắt đầu|diễn ra vào|từ lúc|đến lúc) (?:\\d{1,2}[gh](?:, ?| ?- ?| và | hoặc | đến | tới )){0,2}$");

    /** "từ 7g30 đến 11g", where "từ 20g đến 30g" are weights. */
    private static final Pattern SINCE =
            Pattern.compile("\\d{1,2}\\s?(?:[hg]\\s?[0-5]\\d|giờ(?: \\d{1,2})?)(?: phút)?\\s?(?:[-–—]|đến|tới|và) ?$");

    private static final Pattern ON = Pattern.compile(
            ",? (?:ngày \\d{1,2}(?:[/.-]\\d| tháng)|ngày mai|sáng|trưa|chiều|tối|đêm|cùng ngày|hôm|thứ|chủ nhật|hằng ngày|hàng ngày)(?!\\p{L})");

    /** "uống 5g sáng và 5g tối" */
    private static final Pattern WEIGHED = Pattern.compile(
            "(?<!\\p{L})(?:uống|pha|bón|rắc|trộn|hòa|hoà|liều|nặng|cân|ăn)(?: [\\p{L}\\d,]{1,7}){0,5} $");

    private static final Map<String, String> SIDES =
            Map.of("B", "Bắc", "N", "Bắc", "Đ", "Đông", "E", "Đông", "T", "Tây", "W", "Tây");

    private static final String NOT_INSIDE = "(?<![\\d.,/:])";
    /** No day of a date, no thousands. */
    private static final String MINUTES_END = "(?!\\d|[.,/:]\\d)";

    private SpokenTimes() {}

    static List<SpeechRule> rules() {
        return List.of(
                SpeechRule.of(
                        NOT_INSIDE + "(\\d{1,2})h([0-5]?\\d)['’′]([0-5]?\\d)[\"”″](?![\\p{L}\\d])",
                        SpeechContext.Kind.NUMBER,
                        (found, context) -> Optional.of(SpokenNumbers.cardinal(found.group(1)) + " giờ "
                                + SpokenNumbers.cardinal(found.group(2)) + " phút "
                                + SpokenNumbers.cardinal(found.group(3)) + " giây")),
                SpeechRule.of(
                        NOT_INSIDE
                                + "(\\d{1,3})\\s?[°º]\\s?([0-5]?\\d)['’′](?:\\s?([0-5]?\\d)(?:[.,]\\d{1,3})?(?:[\"”″]|''))?(?:\\s?([BNĐTEW]))?(?![\\p{L}\\d])",
                        SpeechContext.Kind.NUMBER,
                        (found, context) -> Optional.of(place(found))),
                SpeechRule.of(
                        NOT_INSIDE + "(?:(\\d{1,3})['’′])?(\\d{1,2})[\"”″](\\d{1,3})?(?![\\p{L}\\d])",
                        SpeechContext.Kind.NUMBER,
                        SpokenTimes::measured),
                SpeechRule.of(
                        NOT_INSIDE + "(\\d{1,2})\\s?[hHgG]([0-5]\\d)?/(\\d{1,2})/(\\d{1,2})(?:/((?:19|20)\\d{2}))?"
                                + MINUTES_END,
                        SpeechContext.Kind.DATE,
                        SpokenTimes::onDay),
                SpeechRule.of(
                        NOT_INSIDE
                                + "(\\d{1,2}):([0-5]\\d)(?::([0-5]\\d))?(?:\\s?([AaPp]\\.?[Mm]\\b\\.?))?(?:\\s?h(?!\\p{L}))?"
                                + MINUTES_END,
                        SpeechContext.Kind.NUMBER,
                        SpokenTimes::clock),
                SpeechRule.of(
                        NOT_INSIDE
                                + "(\\d{1,2})(?::|\\s?(?:[hHgG]|[gG]iờ(?!\\s?\\d{1,2}\\s?[-–]\\s?\\d{1,2}/\\d))\\s?)([0-5]\\d)(?:\\s?(phút|ph(?!\\p{L})|p(?!\\p{L})|['’′](?!\\p{L})))?"
                                + MINUTES_END,
                        SpeechContext.Kind.NUMBER,
                        SpokenTimes::hour),
                SpeechRule.of(
                        NOT_INSIDE + "(\\d{1,2})g(?![\\p{L}\\d])",
                        SpeechContext.Kind.NUMBER,
                        (found, context) -> isHour(found, context) && Integer.parseInt(found.group(1)) <= HOURS
                                ? Optional.of(SpokenNumbers.cardinal(found.group(1)) + " giờ")
                                : Optional.empty()),
                SpeechRule.of(
                        NOT_INSIDE + "(\\d{1,3})\\s?[hH]['’′]?(?![\\p{L}\\d])",
                        SpeechContext.Kind.NUMBER,
                        (found, context) -> Optional.of(SpokenNumbers.cardinal(found.group(1)) + " giờ")));
    }

    /** {@code 20°45'30"B}; all of the country lies north of the equator, so that N is the English sign. */
    private static String place(Matcher found) {
        String seconds = found.group(3) == null ? "" : " " + SpokenNumbers.cardinal(found.group(3)) + " giây";
        String side = found.group(4) == null ? "" : " " + SIDES.getOrDefault(found.group(4), "");
        return SpokenNumbers.cardinal(found.group(1)) + " độ " + SpokenNumbers.cardinal(found.group(2)) + " phút"
                + seconds + side;
    }

    private static boolean isHour(Matcher found, SpeechContext context) {
        return context.follows(AT)
                || context.follows(SINCE)
                || context.precedes(found.end(), ON) && !context.follows(WEIGHED);
    }

    /** {@code 4'35"}, {@code 11"25}: what runners and swimmers take; after a number alone the mark may end a quotation. */
    private static Optional<String> measured(Matcher found, SpeechContext context) {
        if (found.group(1) == null && found.group(3) == null) {
            return Optional.empty();
        }
        String minutes = found.group(1) == null ? "" : SpokenNumbers.cardinal(found.group(1)) + " phút ";
        String parts = found.group(3) == null ? "" : " " + SpokenNumbers.cardinal(found.group(3));
        return Optional.of(minutes + SpokenNumbers.cardinal(found.group(2)) + " giây" + parts);
    }

    /** {@code 10h/29/11}, as gauges are read. */
    private static Optional<String> onDay(Matcher found, SpeechContext context) {
        int hour = Integer.parseInt(found.group(1));
        int minute = found.group(2) == null ? 0 : Integer.parseInt(found.group(2));
        return hour > HOURS
                ? Optional.empty()
                : SpokenDates.day(found.group(3), found.group(4), found.group(5))
                        .map(day -> said(hour, minute, false) + " ngày " + day);
    }

    private static Optional<String> clock(Matcher found, SpeechContext context) {
        int hour = Integer.parseInt(found.group(1));
        if (hour > HOURS || context.follows(RATIO)) {
            return Optional.empty();
        }
        String said = found.group(3) == null
                ? said(hour, Integer.parseInt(found.group(2)), false)
                : said(hour, Integer.parseInt(found.group(2)), true) + " "
                        + SpokenNumbers.cardinal(Long.parseLong(found.group(3))) + " giây";
        return Optional.of(found.group(4) == null ? said : said + half(found.group(4), hour));
    }

    private static String half(String mark, int hour) {
        if (mark.toLowerCase(Locale.ROOT).startsWith("a")) {
            return " sáng";
        }
        if (hour == 12) {
            return " trưa";
        }
        return hour < 6 ? " chiều" : " tối";
    }

    private static Optional<String> hour(Matcher found, SpeechContext context) {
        int minute = Integer.parseInt(found.group(2));
        int hour = Integer.parseInt(found.group(1));
        return hour > HOURS || minute >= MINUTES
                ? Optional.empty()
                : Optional.of(said(hour, minute, found.group(3) != null));
    }

    /** A full hour is said without minutes, and less than ten minutes never without the word. */
    private static String said(int hour, int minute, boolean unit) {
        String hours = SpokenNumbers.cardinal(hour) + " giờ";
        if (minute == 0) {
            return hours;
        }
        return hours + " " + SpokenNumbers.cardinal(minute) + (unit || minute < 10 ? " phút" : "");
    }
}
