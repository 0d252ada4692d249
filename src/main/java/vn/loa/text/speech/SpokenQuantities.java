package vn.loa.text.speech;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says numbers with their units, ranges, fractions, ratios and scores. */
final class SpokenQuantities {
    private static final String NUMBER =
            "(?:\\d{1,3}(?:\\.\\d{3})++(?:,\\d{1,9})?(?![\\d])|\\d{1,3}(?:,\\d{3}){2,}+(?:\\.\\d{1,9})?(?!\\d)"
                    + "|\\d{1,3}(?:[ \\u00a0]\\d{3}){2,}+(?!\\d)|\\d{1,18},\\d{1,9}(?!\\d)|\\d{1,18}(?:\\.\\d{1,9}){1,4}+|\\d++)";
    private static final Pattern THOUSANDS = Pattern.compile("\\d{1,3}(?:[. ,]\\d{3})+");
    private static final Pattern ORDER = Pattern.compile("(?:^|[ (])(?:thứ|ngày thứ|lần thứ|hạng) $");
    private static final Pattern WEEKDAY = Pattern.compile("(?:^|[ (,])thứ (?:[2-7](?:,? ?và |, ?| - | đến |-))*+$");
    private static final Pattern MEASURE =
            Pattern.compile(" ?(?:lần|nghìn|ngàn|triệu|tỷ|tỉ|độ|mét|điểm|giờ|lượt|sào)(?!\\p{L})");
    private static final Pattern MONEY =
            Pattern.compile("(?:\\s?[-–]\\s?\\d{1,3},\\d{3})? ?(?:đồng|đ|VNĐ|VND|vnđ)(?![\\p{L}\\d])");
    private static final Pattern RANGE_REST = Pattern.compile("\\s?[-–]\\s?\\d{1,6}(?:\\.\\d{1,3})?");
    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d{2}");
    private static final Pattern MONTH = Pattern.compile("tháng (?:\\d{1,2}(?:, ?| và | ?- ?| đến ))*+$");
    private static final Pattern SCORE = Pattern.compile(
            "(?:(?:tỷ|tỉ) số [^.;:]{0,30}:|(?:tỷ|tỉ) số(?: là| đậm| chung cuộc| chung cuộc là)?|thắng|thua|hòa|hoà|dẫn|gỡ hòa)(?: với| đậm)?(?: tỷ số| tỉ số)? $");
    /** "thắng 3-0 (25-20, 25-18": the sets of a match. */
    private static final Pattern SCORES = Pattern.compile(
            "(?:tỷ số|tỉ số|thắng|thua|hòa|hoà|chung kết|bán kết|trận)(?!\\p{L})[^.;]{0,30}\\d{1,2}\\s?-\\s?\\d{1,2}[-,;( \\d]{0,30}(?:[(,;] ?| và )$");
    /** "Thôn Trung thắng thôn Hạ 2-0." */
    private static final Pattern BEATEN = Pattern.compile(
            "(?<!\\p{L})(?:thắng|thua|hòa|hoà|dẫn|hạ|đánh bại|vượt qua|cầm hòa) [\\p{L}\\d ]{1,40}:? $");

    /** "Thôn Thượng - Thôn Hạ: 2 - 2 (pen: 4 - 3)" */
    private static final Pattern TEAMS = Pattern.compile(
            "[\\p{L}\\d] ?[-–] ?\\p{L}[\\p{L}\\d ]{1,30}: $|(?<!\\p{L})(?:kết|trận|đội|vòng)(?!\\p{L})[^.;:]{0,5}[^.;]{1,40} [-–] \\p{L}[\\p{L}\\d ]{1,30} $|(?<!\\p{L})(?:pen|penalty|luân lưu|hiệp phụ|chung cuộc):? $");

    /** "Chung kết nam: Hòa An 3 - 2 Bình Minh" */
    private static final Pattern MATCH =
            Pattern.compile("(?:kết|[Tt]rận|[Vv]òng|[Bb]ảng|[Gg]iải)(?!\\p{L})[^.;]{0,40}\\p{Lu}[\\p{L}\\d]{0,8} $");

    private static final Pattern TEAM = Pattern.compile(" \\p{Lu}[\\p{L}\\d]");

    private static final Pattern SCORE_END =
            Pattern.compile("[.,;)]| \\(| (?:trong|ở|tại|nghiêng|cho|trước|sau|khi|để|và|nhờ|chung)(?!\\p{L})|$");
    private static final Pattern ADDRESS = Pattern.compile(
            "(?:số nhà|nhà số|số|ấp|khu phố|khóm|bậc|ngõ|ngách|hẻm|kiệt|tổ|lô|thửa|thửa đất số|tờ bản đồ số|nhà) $");
    /** "lớp 6/1, 7/2" */
    static final Pattern CLASS =
            Pattern.compile("(?<!\\p{L})(?:lớp|các lớp|chi đội)(?: \\d{1,2}/\\d{1,2}(?:,| và)){0,5} $");

    private static final Pattern LISTED =
            Pattern.compile("(?:các|những|hai|ba|bốn|năm) \\p{L}{1,8}(?: \\p{L}{1,8})? $");
    /** "KTXH 11T: …" sums months up; before a colon elsewhere, tons or ages are as likely. */
    private static final Pattern REPORTED =
            Pattern.compile("(?:^|(?<!\\p{L})(?:ktxh|kt-xh|báo cáo|kết quả|tình hình|thu|chi|ngân sách|ns)) ?$");

    /** "dài 1km2" is no area. */
    private static final Pattern LENGTH =
            Pattern.compile("(?<!\\p{L})(?:dài|cao|sâu|cách|cách nhau|xa)(?: khoảng| hơn| gần)? $");

    private static final Pattern SCALE =
            Pattern.compile("(?<!\\p{L})(?:tỷ lệ|tỉ lệ|bản đồ|sơ đồ|quy hoạch|bình đồ)[^.;:]{0,20} $");

    /** "mừng thọ 80t: 12 cụ, 90t: 5 cụ" */
    private static final Pattern AGED = Pattern.compile(
            "(?<!\\p{L})(?:thọ|tuổi|cụ)(?!\\p{L})[^.]{0,40}$|(?<!\\p{L})(?:te|trẻ em|trẻ|nct|người|em|cháu|dân|nam|nữ)(?: \\p{L}{1,7})? (?:dưới|trên|từ|đủ) $"
                    + "|(?<!\\p{L})(?:te|trẻ em|trẻ) (?:[<>≤≥] ?)?$|(?<!\\p{L})(?:người|dân|cụ)(?!\\p{L})[^.;]{0,20}\\d{2,3}t(?!\\p{L})[^.;]{0,20}$");
    /** "ông Hòa (58t)" */
    private static final Pattern PERSON = Pattern.compile("(?<!\\p{L})\\p{Lu}\\p{Ll}{0,6}\\.? ?[(,] ?$");

    /** Things that bear a load, whose limit is in tonnes: "cầu Bến Thủy (13T)". */
    private static final Pattern BEARS = Pattern.compile(
            "(?<!\\p{L})(?:[Cc]ầu|[Cc]ống|[Pp]hà|[Tt]àu|[Xx]e|[Đđ]ường|[Tt]uyến|[Tt]ải trọng|[Đđ]ò|[Đđ]ập|[Nn]gầm|[Tt]ràn)(?: [\\p{L}\\d]{1,10}){0,5} ?[(,] ?$");

    /** Names things with a number of their own, which is whole. */
    private static final Pattern NUMBERED = Pattern.compile(
            "(?<!\\p{L})(?:thôn|xóm|tổ|tổ dân phố|tdp|khu|khu phố|khối|khối phố|ấp|bản|phường|quận|đội|lớp|điều|khoản|mục|tiết|mũi|đợt|quý|tháng|cụm|phòng|bàn|câu|trang|hàng|lô|tầng|ngõ|chi bộ|nhóm|tuần|vòng|hạng|cấp|tập) $");

    private static final String PART = " phần ";
    /** Up to this many a share of places or points is said as a fraction. */
    private static final int EASY = 5;

    private static final Pattern COUNTED_OUT = Pattern.compile(
            " (?:thôn|xã|phường|tổ|chi (?:bộ|hội|đoàn)|khu|tiêu chí|chỉ tiêu|đơn vị|nội dung|phiếu|trường|đại biểu|đảng viên|hội viên|đoàn viên|hộ|lớp|đội)(?!\\p{L})");
    private static final int SIMPLE = 10;

    /** Digits behind a capital; more are a code. */
    private static final int LONGEST_MODEL = 5;

    private final SpokenUnits units;

    SpokenQuantities(SpokenUnits units) {
        this.units = units;
    }

    List<SpeechRule> rules() {
        SpeechContext.Kind number = SpeechContext.Kind.NUMBER;
        return List.of(
                SpeechRule.of("(\\d{1,3})\\s?[-–:]\\s?(\\d{1,3})(?![\\d%]|[.,/]\\d)", number, SpokenQuantities::score),
                SpeechRule.of(
                        "(?<![\\d.,/-])\\d{1,3}(?:-\\d{1,3}){2,4}+(?![\\p{L}\\d]|[./-]\\d)",
                        number,
                        (found, context) -> Optional.of(row(found.group()))),
                SpeechRule.of("(\\d{1,6})(?::|\\s:\\s?)(\\d{1,6})(?![\\d:]|[.,/]\\d)", number, SpokenQuantities::ratio),
                SpeechRule.of("(" + NUMBER + ")\\s?/\\s?(" + NUMBER + ")(?:/(\\d{1,5}))?", number, this::fraction),
                SpeechRule.of(
                        "(?<!\\d |\\d)(\\d{1,3})[ \\u00a0](\\d{3})(?=\\s?(?:đ|đồng|hộ|người|con|ha|m2|m²|m3|m³|km|kg|tấn|tạ|lít|cây|lượt|suất|ca|liều|học sinh|đại biểu|phiếu|cử tri|nhân khẩu|hội viên|đoàn viên|đảng viên|sản phẩm|bộ|cuốn|ngày công|triệu|tỷ|USD|VNĐ|VND)(?![\\p{L}\\d]))",
                        number,
                        (found, context) -> Optional.of(SpokenNumbers.cardinal(found.group(1) + found.group(2)))),
                SpeechRule.of("(\\d{1,3}(?:,\\d{1,3})++)(?=\\s(?:và|hoặc)\\s\\d)", number, SpokenQuantities::listed),
                SpeechRule.of("([1-9]\\d?),([1-9]\\d?)(?![\\d.,/%]|\\s?[-–])", number, this::neighbours),
                SpeechRule.of(
                        "\\d{1,3}(?:,\\d{1,2}){2,}+(?![\\d.])",
                        number,
                        (found, context) -> Optional.of(list(found.group()))),
                SpeechRule.of(
                        "(\\d{1,2})m(\\d{2}|[14-9])(?![\\p{L}\\d])",
                        number,
                        (found, context) -> Optional.of(SpokenNumbers.cardinal(found.group(1)) + " mét "
                                + SpokenNumbers.cardinal(found.group(2)))),
                SpeechRule.of(
                        "(\\d{1,2})(k?m)([23])(?![\\p{L}\\d]|[.,]\\d)",
                        number,
                        (found, context) -> context.follows(LENGTH)
                                ? units.named(found.group(2))
                                        .map(unit -> SpokenNumbers.cardinal(found.group(1)) + " " + unit + " "
                                                + SpokenNumbers.cardinal(found.group(3)))
                                : Optional.empty()),
                SpeechRule.of(
                        "(\\d{1,2})(?:T|th)(?:/((?:19|20)\\d{2})(?!\\d)|(?= (?:đầu|cuối) |(:)))",
                        number,
                        (found, context) -> found.group(3) != null && !context.follows(REPORTED)
                                ? Optional.empty()
                                : Optional.of(SpokenNumbers.cardinal(found.group(1)) + " tháng"
                                        + (found.group(2) == null
                                                ? ""
                                                : " năm " + SpokenNumbers.cardinal(found.group(2))))),
                SpeechRule.of(
                        "(\\d{1,3})[tT](?![\\p{L}\\d])",
                        number,
                        (found, context) -> isAge(context)
                                ? Optional.of(SpokenNumbers.cardinal(found.group(1)) + " tuổi")
                                : Optional.empty()),
                SpeechRule.of("(\\d{1,3})(kg)(\\d)(?![\\p{L}\\d])", number, SpokenQuantities::colloquialWeight),
                SpeechRule.of(
                        "(\\d{1,3})tr(\\d{3})(?![\\p{L}\\d])",
                        number,
                        (found, context) -> Optional.of(SpokenNumbers.cardinal(found.group(1)) + " triệu "
                                + SpokenNumbers.cardinal(found.group(2)))),
                SpeechRule.of(
                        "(\\d0[05]|\\d[05]0|[2-9]0|[1-9]5)K(?![\\p{L}\\d])",
                        number,
                        (found, context) -> Optional.of(SpokenNumbers.cardinal(found.group(1)) + " nghìn")),
                SpeechRule.of("(\\d{1,3})(tr)(\\d)(?![\\p{L}\\d])", number, SpokenQuantities::colloquialMillion),
                SpeechRule.of(NUMBER, number, this::quantity));
    }

    /** Returns the rule for sums of money whose sign comes first. */
    SpeechRule money() {
        return SpeechRule.of(
                "(?:US)?([$€£])\\s?(" + NUMBER + ")( (?:nghìn|ngàn|triệu|tỷ|tỉ)(?!\\p{L}))?",
                SpeechContext.Kind.TEXT,
                (found, context) -> units.named(found.group(1))
                        .map(currency -> number(found.group(2), found.end(2), context)
                                + (found.group(3) == null ? "" : found.group(3)) + " " + currency));
    }

    private static Optional<String> colloquialMillion(Matcher found, SpeechContext context) {
        return Optional.of(withTenths(found, " triệu "));
    }

    private static boolean isAge(SpeechContext context) {
        String written = context.written();
        return !BEARS.matcher(written).find() && (PERSON.matcher(written).find() || context.follows(AGED));
    }

    private static Optional<String> colloquialWeight(Matcher found, SpeechContext context) {
        return Optional.of(withTenths(found, " ki-lô-gam "));
    }

    private static String withTenths(Matcher found, String unit) {
        String rest = found.group(3).equals("5") ? "rưỡi" : SpokenNumbers.cardinal(found.group(3));
        return SpokenNumbers.cardinal(found.group(1)) + unit + rest;
    }

    private static Optional<String> score(Matcher found, SpeechContext context) {
        return isScore(context, found.end()) || isFalling(found, context)
                ? Optional.of(SpokenNumbers.cardinal(found.group(1)) + " " + SpokenNumbers.cardinal(found.group(2)))
                : Optional.empty();
    }

    /** Nothing goes from four to three: {@code (4-3)}. */
    private static boolean isFalling(Matcher found, SpeechContext context) {
        return found.group().matches("\\d-\\d")
                && found.group(1).compareTo(found.group(2)) > 0
                && context.before().endsWith("(")
                && context.text().startsWith(")", found.end());
    }

    private static boolean isScore(SpeechContext context, int end) {
        boolean ends = context.precedes(end, SCORE_END) && (context.follows(BEATEN) || context.follows(TEAMS));
        boolean match =
                context.precedes(end, TEAM) && MATCH.matcher(context.written()).find();
        return ends || match || context.follows(SCORE) || context.follows(SCORES);
    }

    private static Optional<String> ratio(Matcher found, SpeechContext context) {
        boolean year = YEAR.matcher(found.group(2)).matches() && !context.follows(SCALE);
        String by = year ? " năm " : " trên ";
        return Optional.of(SpokenNumbers.cardinal(found.group(1)) + by + SpokenNumbers.cardinal(found.group(2)));
    }

    private static Optional<String> listed(Matcher found, SpeechContext context) {
        return context.follows(LISTED) ? Optional.of(list(found.group(1))) : Optional.empty();
    }

    /** Three numbers with hyphens are no range: {@code NPK 16-16-8}. */
    private static String row(String numbers) {
        return Stream.of(numbers.split("-")).map(SpokenNumbers::cardinal).collect(Collectors.joining(" "));
    }

    private static String list(String numbers) {
        return Stream.of(numbers.split(",")).map(SpokenNumbers::cardinal).collect(Collectors.joining(", "));
    }

    /** Small parts of a whole are "phần", counts of a total and addresses "trên". */
    private Optional<String> fraction(Matcher found, SpeechContext context) {
        String divider = divider(found, context);
        String below = part(found, 2, context);
        String over = part(found, 1, context) + divider + (divider.equals(PART) && below.equals("bốn") ? "tư" : below);
        if (found.group(3) != null) {
            return Optional.of(over + " trên " + SpokenNumbers.cardinal(found.group(3)));
        }
        return Optional.of(over);
    }

    /** Grades of four are no order: {@code hạng 4/4}, where 4/34 is the fourth. */
    private String part(Matcher found, int group, SpeechContext context) {
        return found.group(2).matches("[1-4]")
                ? SpokenNumbers.cardinal(found.group(group))
                : number(found.group(group), found.end(group), context);
    }

    private static String divider(Matcher found, SpeechContext context) {
        boolean plain =
                found.group(1).matches("\\d{1,2}") && found.group(2).matches("\\d{1,2}") && found.group(3) == null;
        if (!plain || context.follows(ADDRESS) || context.follows(CLASS)) {
            return " trên ";
        }
        int part = Integer.parseInt(found.group(1));
        int whole = Integer.parseInt(found.group(2));
        boolean counted = whole > EASY && context.precedes(found.end(), COUNTED_OUT);
        return !counted && part < whole && whole <= SIMPLE && !found.group(1).startsWith("0") ? PART : " trên ";
    }

    /** {@code thôn 2,3}, not {@code khu 2,3 ha} */
    private Optional<String> neighbours(Matcher found, SpeechContext context) {
        boolean rise = Integer.parseInt(found.group(1)) < Integer.parseInt(found.group(2));
        return rise && context.follows(NUMBERED) && !isMeasured(found.end(), context)
                ? Optional.of(list(found.group()))
                : Optional.empty();
    }

    private Optional<String> quantity(Matcher found, SpeechContext context) {
        return Optional.of(number(found.group(), found.end(), context));
    }

    private String number(String written, int end, SpeechContext context) {
        if (written.matches("\\d+")) {
            return whole(written, context);
        }
        int comma = written.indexOf(',');
        if (THOUSANDS.matcher(written).lookingAt() && !written.startsWith("0") && grouped(written)) {
            return thousands(written);
        }
        if (comma >= 0 && isSum(written, end, context)) {
            return SpokenNumbers.cardinal(written.replace(",", ""));
        }
        if (comma >= 0) {
            return decimal(written, comma, " phẩy ");
        }
        int dot = written.indexOf('.');
        boolean measured = dot == written.lastIndexOf('.')
                        && (isMeasured(end, context) || isMeasured(behindRange(end, context), context))
                || written.startsWith("0");
        return measured ? decimal(written, dot, " phẩy ") : dotted(written);
    }

    /** Money has no thousandths: {@code 730,000 đồng}. */
    private static boolean isSum(String written, int end, SpeechContext context) {
        return written.matches("[1-9]\\d{0,2},\\d{3}") && context.precedes(end, MONEY);
    }

    private boolean isMeasured(int end, SpeechContext context) {
        return units.after(context.text(), end).isPresent() || context.precedes(end, MEASURE);
    }

    /** Returns where the greater number of {@code 1.5-2.5 lít} ends. */
    private static int behindRange(int end, SpeechContext context) {
        Matcher rest = SpeechContext.at(RANGE_REST, context.text(), end);
        return rest.lookingAt() ? rest.end() : end;
    }

    private static String whole(String written, SpeechContext context) {
        boolean code =
                context.start() > 0 && Character.isUpperCase(context.text().charAt(context.start() - 1));
        if (written.startsWith("0") && written.length() > (code || context.follows(SpokenDocumentSigns.PROJECT) ? 1 : 2)
                || code && written.length() > LONGEST_MODEL
                || written.length() > 16) {
            return SpokenNumbers.eachDigit(written);
        }
        if (context.follows(WEEKDAY) || context.follows(ORDER)) {
            return SpokenNumbers.ordinal(Long.parseLong(written));
        }
        return context.follows(MONTH) && written.length() < 3
                ? SpokenNumbers.month(Integer.parseInt(written))
                : SpokenNumbers.cardinal(written);
    }

    /** Groups of three; a comma with one group alone is a decimal one. */
    private static boolean grouped(String written) {
        return written.indexOf('.') == 1 || written.indexOf('.') == 2 || written.indexOf('.') == 3
                ? written.matches("\\d{1,3}(?:\\.\\d{3})+(?:,\\d+)?")
                : written.matches("\\d{1,3}(?:,\\d{3}){2,}(?:\\.\\d+)?|\\d{1,3}(?:[ \\u00a0]\\d{3})+");
    }

    private static String thousands(String written) {
        char mark = written.chars()
                .filter(c -> !Character.isDigit(c))
                .mapToObj(c -> (char) c)
                .findFirst()
                .orElse('.');
        char decimal = mark == '.' ? ',' : '.';
        int end = written.indexOf(decimal);
        String whole = (end < 0 ? written : written.substring(0, end)).replaceAll("\\D", "");
        return SpokenNumbers.cardinal(whole)
                + (end < 0 ? "" : " phẩy " + SpokenNumbers.fraction(written.substring(end + 1)));
    }

    private static String decimal(String written, int mark, String said) {
        return SpokenNumbers.cardinal(written.substring(0, mark))
                + said
                + SpokenNumbers.fraction(written.substring(mark + 1).replaceAll("\\D", ""));
    }

    private static String dotted(String written) {
        return Stream.of(written.split("\\.")).map(SpokenNumbers::cardinal).collect(Collectors.joining(" chấm "));
    }
}
