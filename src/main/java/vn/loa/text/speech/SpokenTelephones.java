package vn.loa.text.speech;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says telephone numbers, accounts and codes digit by digit. */
final class SpokenTelephones {
    private static final Pattern CALLED = Pattern.compile(
            "(?<!\\p{L})(?:[☎📞📱📲]\\x{FE0F}?|gọi(?: điện| ngay| cho| đến| tới| theo| vào){0,3}|tổng đài|hotline|đường dây nóng|đường dây|điện thoại|đt(?=:)|sđt|tel|fax|zalo|liên hệ"
                    + "|(?:soạn|nhắn|tin nhắn) [^.;]{0,30}gửi(?: đến| tới| về)?|cấp cứu|cứu hỏa|cứu nạn|cảnh sát|chữa cháy|đầu số|số máy|máy lẻ|máy nhánh|số nội bộ)(?: số| đường dây nóng| là| của)?[:.]? ?$");
    private static final Pattern CODED = Pattern.compile(
            "(?<!\\p{L})(?:tài khoản|stk|tk|mã số thuế|mst|mã số|mã|mã định danh|định danh|cccd|cmnd|căn cước|căn cước công dân|agribank|bidv|vietcombank|vietinbank|techcombank|mb ?bank|vpbank|acb|sacombank|tpbank|lpbank|biển số|mã bưu chính|mật khẩu|otp|id)"
                    + "(?: cá nhân| số| là)?[:.]? ?$");
    /** A series of certificates and its number: {@code số CH 012345}. */
    private static final Pattern SERIES = Pattern.compile("(?<!\\p{L})(?:[Ss]ố|[Ss]eri|[Ss]ê-ri) [A-ZĐ]{2,3} $");

    private static final Pattern SERIAL = Pattern.compile("\\d{6,9}+");
    private static final Pattern AMOUNT = Pattern.compile(
            " ?(?:%|đ|đồng|vnđ|VNĐ|VND|triệu|tỷ|tỉ|nghìn|ngàn|tr|trđ|người|hộ|em|ca|trường hợp|học sinh|khách hàng|thanh niên|công dân|quân nhân|tân binh|nam|nữ|hội viên|đoàn viên|đảng viên|cán bộ|thí sinh|bạn|cháu|gia đình|lao động|thành viên|vận động viên|cuộc|lượt|suất|chiếc)(?![\\p{L}\\d])");
    private static final Pattern HELP = Pattern.compile(
            " \\(?(?:cấp cứu|cứu hỏa|cứu hoả|cứu nạn|cứu hộ|bảo vệ trẻ em|báo cháy|chữa cháy|cảnh sát|phản ứng nhanh|khi có)(?!\\p{L})");
    private static final Pattern HELP_CALLED =
            Pattern.compile("(?<!\\p{L})(?:gọi|báo tin|báo ngay)(?!\\p{L})[^.;]{0,50}$");
    /** Goes on with what is counted, and not with when or why one calls. */
    private static final Pattern COUNTED = Pattern.compile(
            " (?!(?:để|khi|nếu|hoặc|hay|và|ngay|nhờ|là|của|trong|theo|thì|nhằm|kịp|được|báo|đến|tới|xin|giúp|lúc|vì|do|trực|miễn|gọi|mà|từ|ở|tại|cho)(?!\\p{L}))\\p{Ll}");

    private static final Pattern MEASURED = Pattern.compile("\\p{L}| ?(?:k?[VvWwAm]|km|ha|m2|m²|kVA)(?![\\p{L}\\d])");
    private static final Pattern FILED = Pattern.compile(
            "(?<!\\p{L})(?:(?:mã|số)(?: số)?(?: hồ sơ| biên nhận| vận đơn| tra cứu| bưu gửi| sản phẩm)|mã(?: \\p{L}{1,7}){1,3}(?=:)|mã|số (?:khung|máy|hiệu|sê-ri|seri))(?: số| là)?[:.]? ?$");
    private static final Pattern VEHICLE = Pattern.compile(
            "(?:biển(?: kiểm soát| đăng ký| số)?(?: là)?|bks|bs|xe(?: máy| ô tô| tải| khách| con| mô tô)?(?: số)?)[:.]? ?$");
    private static final Pattern CODE_PART = Pattern.compile("\\d|[A-ZĐ]++");
    private static final Pattern LISTED = Pattern.compile("(?:, ?| và | hoặc | hay | - ?|/)$");

    private SpokenTelephones() {}

    static List<SpeechRule> rules() {
        return List.of(
                SpeechRule.of(
                        "(?<![\\d.,/-])(\\d{2})-?([A-ZĐ]{1,2}\\d?)(?: ?[-–.] ?| )?(\\d{3}\\.\\d{2}|\\d{4,5})(?![\\d\\p{L}]|[.,/-]\\d)",
                        SpeechContext.Kind.TELEPHONE, SpokenTelephones::plate),
                SpeechRule.of(
                        "(?<![\\d.,])(?:\\+84|\\(\\+?84(?:[ .-]\\d{1,3})?\\)|\\(0\\d{1,4}\\)|0\\d{1,4})(?:[ .-]?\\d){6,10}(?![\\d])(?![.,]\\d|/\\d{1,2}(?!\\d))",
                        SpeechContext.Kind.TELEPHONE,
                        SpokenTelephones::telephone),
                SpeechRule.of(
                        "(?<![\\d.,])\\+\\d{8,15}+(?![.,/]?\\d)",
                        SpeechContext.Kind.TELEPHONE,
                        (found, context) -> Optional.of("cộng " + SpokenNumbers.eachDigit(found.group()))),
                SpeechRule.of(
                        "(?<![\\d.,])1[89]00(?:[ .-]?\\d){2,6}(?!\\d)(?![.,/]\\d)",
                        SpeechContext.Kind.TELEPHONE,
                        SpokenTelephones::service),
                SpeechRule.of(
                        "\\d{3,20}+(?:[ .-]\\d{1,7}+){0,5}+(?![.,]?\\d|/\\d{1,2}(?!\\d))",
                        SpeechContext.Kind.TELEPHONE,
                        SpokenTelephones::byContext),
                SpeechRule.of(
                        "11[1-5](?!\\d|[.,/:-]?\\d)",
                        SpeechContext.Kind.TELEPHONE,
                        (found, context) -> isEmergency(found, context)
                                ? Optional.of(SpokenNumbers.eachDigit(found.group()))
                                : Optional.empty()),
                SpeechRule.of(
                        "\\d{10,}+(?![.,/]?\\d)",
                        SpeechContext.Kind.TELEPHONE,
                        (found, context) -> context.precedes(found.end(), AMOUNT)
                                ? Optional.empty()
                                : Optional.of(SpokenNumbers.eachDigit(found.group()))),
                SpeechRule.of(
                        "0\\d{2,19}+(?![.,/]\\d)",
                        SpeechContext.Kind.TELEPHONE,
                        (found, context) -> Optional.of(SpokenNumbers.eachDigit(found.group()))));
    }

    /** Returns the rule for registration numbers of fishing vessels: {@code QNg-90123 TS}. */
    static SpeechRule vessel() {
        return SpeechRule.of(
                "(?<![\\p{L}\\d])(\\p{Lu}{1,3}\\p{Ll}?)[ -](\\d{5})(?:[ -]?TS)(?![\\p{L}\\d])",
                SpeechContext.Kind.TELEPHONE,
                (found, context) ->
                        Optional.of(found.group(1) + " " + SpokenNumbers.eachDigit(found.group(2)) + " tê ét"));
    }

    /** Returns the rule for codes of letters and digits in groups: {@code mã hồ sơ H26.45-261105-0012}. */
    static SpeechRule code() {
        return SpeechRule.of(
                "(?<![\\p{L}\\d])[A-ZĐ\\d]{1,20}+(?:[./-][A-ZĐ\\d]{1,12}+){0,6}+(?![\\p{L}\\d])",
                SpeechContext.Kind.TELEPHONE,
                (found, context) -> context.follows(FILED) && isCode(found.group())
                        ? Optional.of(spelled(found.group()))
                        : Optional.empty());
    }

    /** Abbreviations have no digit, and the numbers of documents have a kind behind a stroke. */
    private static boolean isCode(String form) {
        String[] parts = form.split("/");
        return form.chars().anyMatch(Character::isDigit)
                && Arrays.stream(parts)
                        .skip(1)
                        .map(part -> part.split("[.-]")[0])
                        .noneMatch(SpokenDocumentSigns.KINDS::containsKey);
    }

    private static String spelled(String code) {
        StringBuilder said = new StringBuilder();
        Matcher part = CODE_PART.matcher(code);
        while (part.find()) {
            boolean digit = Character.isDigit(part.group().charAt(0));
            said.append(said.isEmpty() ? "" : " ").append(digit ? SpokenNumbers.eachDigit(part.group()) : part.group());
        }
        return said.toString();
    }

    /** Nine digits and more, of which the first is 0 or the country's code. */
    private static Optional<String> telephone(Matcher found, SpeechContext context) {
        String number = found.group();
        long digits = number.chars().filter(Character::isDigit).count();
        if (digits < 9 || digits > 12) {
            return Optional.empty();
        }
        String plus = number.contains("+") ? "cộng " : "";
        return Optional.of(plus + SpokenNumbers.eachDigit(number));
    }

    /**
     * Registration plates are two digits of a province, a series and four or five digits, of which five stand in two
     * groups (Circular 79/2024/TT-BCA); in one group they need a word for a vehicle before them.
     */
    private static Optional<String> plate(Matcher found, SpeechContext context) {
        boolean plate = found.group(3).contains(".") || context.follows(VEHICLE);
        String series = found.group(2).replaceAll("\\d", "");
        String digit = found.group(2).substring(series.length());
        return plate
                ? Optional.of(SpokenNumbers.eachDigit(found.group(1)) + " " + series + " "
                        + SpokenNumbers.eachDigit(digit + found.group(3)))
                : Optional.empty();
    }

    /** Service numbers have eight or ten digits: 1900 1234, 1800 599 920. */
    private static Optional<String> service(Matcher found, SpeechContext context) {
        long digits = found.group().chars().filter(Character::isDigit).count();
        boolean grouped = found.group().startsWith(".", 4) && digits > 4 && digits < 8;
        return digits < 6 || grouped && digits == 7 || spacedRange(found.group())
                ? Optional.empty()
                : Optional.of(SpokenNumbers.eachDigit(found.group()));
    }

    /** 1900-1975 are years. */
    private static boolean spacedRange(String number) {
        return number.matches("1[89]00[ -]\\d{4}") && number.charAt(4) == '-';
    }

    private static Optional<String> byContext(Matcher found, SpeechContext context) {
        boolean called = context.follows(CALLED)
                || context.last() == SpeechContext.Kind.TELEPHONE && context.follows(LISTED)
                || isCoded(found.group(), context);
        return called && !context.precedes(found.end(), AMOUNT) && !context.precedes(found.end(), MEASURED)
                ? Optional.of(SpokenNumbers.eachDigit(found.group()))
                : Optional.empty();
    }

    private static boolean isEmergency(Matcher found, SpeechContext context) {
        return context.precedes(found.end(), HELP)
                || context.follows(HELP_CALLED) && !context.precedes(found.end(), COUNTED);
    }

    private static boolean isCoded(String number, SpeechContext context) {
        return context.follows(CODED)
                || SERIAL.matcher(number).matches()
                        && SERIES.matcher(context.written()).find();
    }
}
