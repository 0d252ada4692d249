package vn.loa.text.speech;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says signs between words and numbers: ranges, "and", "per", comparisons; leaves out bullets. */
final class SpokenSymbols {
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("&", "và"),
            Map.entry("%", "phần trăm"),
            Map.entry("‰", "phần nghìn"),
            Map.entry("=", "bằng"),
            Map.entry("≥", "lớn hơn hoặc bằng"),
            Map.entry("≤", "nhỏ hơn hoặc bằng"),
            Map.entry(">=", "lớn hơn hoặc bằng"),
            Map.entry("<=", "nhỏ hơn hoặc bằng"),
            Map.entry("±", "cộng trừ"),
            Map.entry("×", "nhân"),
            Map.entry("÷", "chia"),
            Map.entry("≈", "khoảng"),
            Map.entry("½", "một phần hai"),
            Map.entry("¼", "một phần tư"),
            Map.entry("¾", "ba phần tư"),
            Map.entry("⅓", "một phần ba"),
            Map.entry("⅔", "hai phần ba"),
            Map.entry("№", "số"),
            Map.entry("@", "a còng"));

    private static final String DASH = "\\s?[-–—−]\\s?";
    /** Amounts of which a stroke and a word make a rate: {@code triệu đồng/người/năm}. */
    private static final Pattern RATE = Pattern.compile(
            "(?:đồng|đ|vnđ|vnd|usd|%|phần trăm|\\d(?:k|tr|trđ)|\\d ?(?:nghìn|ngàn|triệu|tỷ|tỉ)|\\d ?(?:tạ|tấn|yến|ha|km|cm|mm|m|g|sào|mẫu|công|kW|kg|lít|lần|lượt|ca|buổi|suất|phút|giờ|ngày|người|xe|cuộc|tin|bài|m2|m3|m²|m³|ml|mg|g|kwh)"
                    + "|(?:nghìn|triệu|tỷ|tỉ|trăm|vạn) (?:tạ|tấn|kg|lít|lần|lượt|người|m2|m3|m²|m³|kwh))(?:/\\p{L}{1,10}(?: \\p{L}{1,10})?){0,3}$");

    private static final Pattern COUNTED =
            Pattern.compile("\\d ?\\p{Ll}{1,7}(?: \\p{Ll}{1,7}){0,2}(?:/\\p{Ll}{1,7}){0,2}$");
    private static final Pattern SUM = Pattern.compile("\\d ?(?:nghìn|ngàn|triệu|tỷ|tỉ|đồng)(?: đồng| rưỡi)?$");
    private static final Pattern AND_OR = Pattern.compile("(?:^|[ (])và$");
    private static final Pattern LINE_START = Pattern.compile("^\\s*$");
    /** "1/ Nội dung", "a/ Thời gian" */
    private static final Pattern ITEM = Pattern.compile("^\\s*(?:\\d{1,2}|[a-zđ]|[ivx]{1,5})$");

    private static final Pattern TIME = Pattern.compile(DASH + "\\d{1,2}\\s?(?:[hg:]\\s?\\d{0,2}|giờ)");
    private static final Pattern DAY = Pattern.compile(DASH + "\\d{1,2}/\\d");
    private static final Pattern CLOCK = Pattern.compile("(?:\\d{1,2}\\s?[hg:]\\s?\\d{0,2}|giờ(?: \\d{1,2})?|phút) ?$");
    /** "29A -12345" and "F -16", not "SA PA -2 °C". */
    private static final String DASH_OF_NUMBER_PLATE = "(?<=(?<!\\p{L})[A-ZĐ]{1,2} )[-−](?=\\d{4,5}(?![\\d.,]))"
            + "|(?<=(?<!\\p{L})[A-ZĐ] )[-−](?=\\d{1,3}(?![\\d.,]|\\s?(?:[°º℃%]|[Đđ][Ộộ])))";

    private static final Pattern DIGIT_END = Pattern.compile("\\d$");
    private static final int LONGEST_MODEL = 6;
    private static final Pattern SERIES = Pattern.compile("(?<![\\p{L}\\d])(\\p{Lu}{1,2})\\d{1,4}(" + DASH + ")\\1\\d");
    private static final Pattern WORD_END = Pattern.compile("\\p{L}$");

    private final SpokenUnits units;
    private final AbbreviationTable abbreviations;

    SpokenSymbols(SpokenUnits units, AbbreviationTable abbreviations) {
        this.units = units;
        this.abbreviations = abbreviations;
    }

    List<SpeechRule> rules() {
        SpeechContext.Kind text = SpeechContext.Kind.TEXT;
        List<SpeechRule> rules = new ArrayList<>(List.of(
                SpeechRule.of("[-+*•–▪●○✓➢❖]\\s+", text, (found, context) -> only(context.follows(LINE_START), "")),
                SpeechRule.of(
                        DASH + "(?=(thứ|ngày|tháng|năm) \\d)",
                        SpeechContext.Kind.NUMBER,
                        (found, context) -> only(
                                context.before().matches(".*" + found.group(1) + " \\d{1,4}(?:/\\d{1,4}){0,2} ?"),
                                " đến ")),
                SpeechRule.of(
                        "(?<=[\\d%$€²³’′'\\p{L}])" + DASH + "(?=[-−]?\\d|T[2-7])",
                        SpeechContext.Kind.NUMBER,
                        SpokenSymbols::range),
                SpeechRule.of(
                        DASH + "(?=\\p{Lu}{1,2}\\d)",
                        SpeechContext.Kind.NUMBER,
                        (found, context) -> only(isOneSeries(context), " đến ")),
                SpeechRule.of(DASH_OF_NUMBER_PLATE, text, (found, context) -> Optional.of("")),
                SpeechRule.of(
                        "(?<=[IVX])" + DASH + "(?=[IVX]{1,5}(?![\\p{L}\\d]))",
                        SpeechContext.Kind.NUMBER,
                        SpokenSymbols::range),
                SpeechRule.of("(?<=\\d)-(?=[IVX]{1,4}(?![\\p{L}\\d]))", text, (found, context) -> Optional.of(" ")),
                SpeechRule.of(
                        DASH + "(?=[Kk]m\\s?\\d)",
                        SpeechContext.Kind.NUMBER,
                        (found, context) -> only(
                                context.last() == SpeechContext.Kind.NUMBER || context.follows(DIGIT_END), " đến ")),
                SpeechRule.of("(?<![\\p{L}\\d])[-−](?=\\d)", text, (found, context) -> Optional.of("âm ")),
                SpeechRule.of("-(?=\\d)", text, (found, context) -> only(context.follows(WORD_END), " ")),
                SpeechRule.of("\\(\\s?([\\p{L}][\\p{L}.&/-]{0,18}+)\\s?\\)", text, this::repeated),
                SpeechRule.of(
                        "\\s?/\\s?(?=\\d{3})",
                        SpeechContext.Kind.TELEPHONE,
                        (found, context) -> only(context.last() == SpeechContext.Kind.TELEPHONE, ", ")),
                SpeechRule.of("/(?=\\s)", text, (found, context) -> only(context.follows(ITEM), ".")),
                SpeechRule.of(
                        "\\*(?=\\d)",
                        text,
                        (found, context) -> only(context.last() == SpeechContext.Kind.NUMBER, " nhân ")),
                SpeechRule.of(
                        "(?<=\\d\\p{Lu})/(?=\\d{1,4}(?![\\p{L}\\d]))", text, (found, context) -> Optional.of(" trên ")),
                SpeechRule.of("/(\\p{L}{1,4}[23²³]?)(?![\\p{L}\\d])", text, this::perUnit),
                SpeechRule.of("/((?:k?m[23²³]|ha|kg|g|ml|l|tạ|tấn))(?![\\p{L}\\d])", text, this::density),
                SpeechRule.of(
                        "(?<=\\p{L})/(?=\\d)",
                        text,
                        (found, context) -> only(
                                context.last() == SpeechContext.Kind.NUMBER
                                        || context.follows(SUM)
                                        || isCounted(context),
                                " trên ")),
                SpeechRule.of("(?<=\\p{L})/(?=\\d{1,2}\\p{Lu})", text, (found, context) -> Optional.of(", ")),
                SpeechRule.of("(?:\\s?\\.?\\s?/\\s?\\.?|\\./\\.)(?=\\s*$)", text, (found, context) -> Optional.of(".")),
                SpeechRule.of(
                        "\\.(?=\\d)",
                        text,
                        (found, context) -> only(context.last() == SpeechContext.Kind.NUMBER, " chấm ")),
                SpeechRule.of(
                        "\\s?/\\s?(?=(?:người|hộ|năm|tháng|ngày|tuần|giờ|phút|lần|đợt|con|cây|suất|em|cháu|quý|vụ|ca|buổi|sào|lượt|kỳ|khẩu|(?<!nhóm ?/ ?)lớp|trường|đội|thôn|xã|tổ|chuyến|trận|bàn|phòng|hộp|thùng|bao|chai|gói|bát|giường|nhóm|học sinh|giáo viên|hồ sơ|nhà|máy|sạp|sổ|bộ|hạng mục|công trình|mô hình|lứa|khóa|khoá|tiết|điểm|bản|ấp|xóm|khu|cụm|bài|phần|phiếu|tập thể|cá nhân|chi bộ|chi hội|chi đoàn|căn|trẻ|cụ|gia đình|thành viên|hội viên|đoàn viên|đảng viên|thửa|thẻ|đơn vị|đầu người|sản phẩm|môn|thí sinh|lồng|bè|ao|bình|lao động|trạm|cột)(?!\\p{L}))",
                        text,
                        (found, context) -> only(context.follows(COUNTED) || context.follows(RATE), " một ")),
                SpeechRule.of("/(?=(\\p{Ll}{1,10}|[\\p{L}]{1,4}[23²³]?)(?![\\p{L}\\d]))", text, SpokenSymbols::per),
                SpeechRule.of(
                        "(?<=\\p{L})\\s?/\\s?(?=\\p{L})",
                        text,
                        (found, context) -> Optional.of(context.follows(AND_OR) ? " " : ", ")),
                SpeechRule.of("(?<=\\d)\\s?[→⇒➔]\\s?(?=\\d)", text, (found, context) -> Optional.of(" thành ")),
                SpeechRule.of("(?<![\\p{L}\\d])#(?=\\p{L})", text, (found, context) -> Optional.of(" ")),
                SpeechRule.of("[→⇒⇨➔➜]+", text, (found, context) -> Optional.of(" ")),
                SpeechRule.of("[\\uFE0F\\u20E3]+", text, (found, context) -> Optional.of("")),
                SpeechRule.of(
                        "[①-⑳]",
                        text,
                        (found, context) ->
                                Optional.of(SpokenNumbers.cardinal(found.group().charAt(0) - '①' + 1))),
                SpeechRule.of("~\\s?(?=\\d)", text, (found, context) -> Optional.of("khoảng ")),
                SpeechRule.of(">\\s?(?=\\d)", text, (found, context) -> Optional.of("lớn hơn ")),
                SpeechRule.of("<\\s?(?=\\d)", text, (found, context) -> Optional.of("nhỏ hơn ")),
                SpeechRule.of("\\+\\s?(?=[\\p{L}\\d])", text, (found, context) -> Optional.of("cộng ")),
                SpeechRule.of("\\+(?=\\s|$|[.,:;)])", text, (found, context) -> Optional.of(" cộng")),
                SpeechRule.of("(?![°№©®])\\p{So}[\\p{So}\\uFE0F\\u200D]*+", text, (found, context) -> Optional.of("")),
                SpeechRule.of(
                        "[*_•#▪●]+(?=\\s|$)|(?<![\\p{L}\\d])[*_•▪●]+", text, (found, context) -> Optional.of(""))));
        rules.add(SpeechRule.of(
                "[<>]=|[&%‰=≥≤±×÷≈½¼¾⅓⅔№@]", text, (found, context) -> Optional.of(" " + NAMES.get(found.group()))));
        return rules;
    }

    private static Optional<String> only(boolean holds, String words) {
        return holds ? Optional.of(words) : Optional.empty();
    }

    /** Between numbers a dash is "to"; between a time and a day it is a pause. */
    private static Optional<String> range(Matcher found, SpeechContext context) {
        boolean numbers = context.last() == SpeechContext.Kind.NUMBER || context.last() == SpeechContext.Kind.DATE;
        boolean timeAfterDay = context.last() == SpeechContext.Kind.DATE && context.precedes(context.start(), TIME);
        boolean dayAfterTime = context.follows(CLOCK) && context.precedes(context.start(), DAY);
        return only(numbers && !timeAfterDay && !dayAfterTime, " đến ");
    }

    /** {@code D10 - D16}: both ends begin with the same letters. */
    private static boolean isOneSeries(SpeechContext context) {
        Matcher ends = SERIES.matcher(context.text());
        return ends.region(
                                Math.max(0, context.start() - LONGEST_MODEL),
                                context.text().length())
                        .useTransparentBounds(true)
                        .find()
                && ends.start(2) == context.start();
    }

    /** {@code 8 thôn/8 thôn}, not {@code 4G/5G}. */
    private static boolean isCounted(SpeechContext context) {
        return Character.isLowerCase(context.text().charAt(context.start() - 1)) && context.follows(COUNTED);
    }

    private Optional<String> repeated(Matcher found, SpeechContext context) {
        return only(abbreviations.repeats(found.group(1), context.before()), "");
    }

    /** A stroke after an amount is "a": {@code đồng/kg}. */
    private Optional<String> perUnit(Matcher found, SpeechContext context) {
        return context.follows(RATE) ? units.named(found.group(1)).map(name -> " một " + name) : Optional.empty();
    }

    /** {@code 40 khóm/m2} */
    private Optional<String> density(Matcher found, SpeechContext context) {
        return context.follows(COUNTED) ? units.named(found.group(1)).map(name -> " trên " + name) : Optional.empty();
    }

    private static Optional<String> per(Matcher found, SpeechContext context) {
        return only(context.follows(RATE), " một ");
    }
}
