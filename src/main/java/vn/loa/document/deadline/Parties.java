package vn.loa.document.deadline;

import java.util.regex.Pattern;

/**
 * Recognises requests of which a notice only tells: of a firm to its staff or customers, of a power abroad, of a swindler
 * to his victim. Whoever else asks counts as one whose requests concern those who read.
 */
final class Parties {
    private static final String BRANDS =
            "apple|google|facebook|meta|tiktok|youtube|microsoft|amazon|samsung|tesla|intel|openai|netflix|shopee|lazada|grab|mạng xã hội";

    private static final String TRADERS =
            "shop|siêu thị|khách sạn|nhà nghỉ|nhà hàng|resort|homestay|phòng vé|nhà xe|cửa hàng|quán(?! triệt)|tiệm|chủ (?:trọ|nhà|nhà trọ|nợ|shop)";

    private static final String STAGE = "ê-kíp|ê kíp|ca sĩ|nghệ sĩ|nhà sản xuất|đạo diễn|đoàn (?:làm )?phim";

    private static final String POWERS =
            "tổng thống|phe|quân khu|quân đoàn|quân chủng|binh chủng|sư đoàn|trung đoàn|lữ đoàn|tập đoàn|điều tra viên(?= phải)|bưu phẩm";

    /** Opens a clause with somebody of another sphere. */
    private static final Pattern STRANGERS = Pattern.compile(
            "^[^\\p{L}]*(?:các |một |nhiều )?(?:" + BRANDS + "|" + STAGE + "|" + POWERS + ")(?!\\p{L})");

    /** Opens a clause with a trader who asks his customers; what he has to do himself is a duty of the place. */
    private static final Pattern TRADER_ASKS =
            Pattern.compile("^[^\\p{L}]*(?:các |một |nhiều )?(?:" + TRADERS + ")(?!\\p{L})");

    /** Takes up those who are told of in the sentence before. */
    private static final Pattern THIRD = Pattern.compile(
            "(?:^|[,;:.] )[^\\p{L}]*(?:(?:bọn )?chúng(?! (?:ta|tôi|mình))|hắn|kẻ [^,;:]{1,40}|(?:các |nhóm )?đối tượng|(?:tin nhắn|cuộc gọi|đường link)(?: [^,;:]{1,40})?) (?:đã |còn |lại |liên tục )?$");

    /** Somebody of whom it was once asked; of households that get something it is asked now. */
    private static final Pattern PASSIVE = Pattern.compile(
            "(?:^|[,;:. ])(?:ông|bà|anh|chị|(?<!hộ )gia đình|tôi|họ) [^,;:]{0,60}?(?<!\\p{L})(?:được|bị) [^,;:]{1,40} $");

    /** Words of a duty that somebody has, and not of what is asked. */
    private static final Pattern DUTY = Pattern.compile("phải|cần|có trách nhiệm|chịu trách nhiệm");

    private Parties() {}

    /**
     * Returns whether somebody of another sphere asks, or was asked.
     *
     * @param clause the clause before its day, in small letters
     * @param request where the word of asking begins
     */
    static boolean areStrangers(String clause, int request) {
        String asker = clause.substring(0, request);
        String own = clause.substring(mark(asker) + 1);
        boolean asks = !DUTY.matcher(clause).region(request, clause.length()).lookingAt();
        return STRANGERS.matcher(own).find()
                || asks
                        && (TRADER_ASKS.matcher(own).find()
                                || THIRD.matcher(asker).find()
                                || PASSIVE.matcher(asker).find());
    }

    /** Returns where the last mark before the words of a clause stands; -1 where there is none. */
    private static int mark(String asker) {
        int mark = -1;
        for (char each : ",:;().\"“–".toCharArray()) {
            mark = Math.max(mark, asker.lastIndexOf(each));
        }
        return mark;
    }
}
