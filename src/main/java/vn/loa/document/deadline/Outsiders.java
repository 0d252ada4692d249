package vn.loa.document.deadline;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Recognises those of another sphere whose duties a text tells of: ministries, the parties of a court or of a contract,
 * sportsmen. A commune reads of their last days, and has nothing to do by then. Where a unit or people of a place are
 * asked beside them, it has.
 */
final class Outsiders {
    private static final String OF_COURT =
            "bị (?:đơn|cáo|can|hại)|nguyên đơn|đương sự|người khởi kiện|người bị kiện|người (?:phải|được) thi hành án|đối tượng(?! (?:chính sách|bảo trợ|thụ hưởng|là))";

    private static final String OF_STATE =
            "bộ(?! (?:phận|chqs|chỉ huy|máy|hồ sơ|số liệu|dữ liệu))|các bộ|chính phủ|quốc hội|ủy ban thường vụ quốc hội|tòa án|toà án|viện kiểm sát|kiểm toán nhà nước|ngân hàng nhà nước|các (?:ngân hàng|công ty|hãng|tập đoàn|nhà mạng|sàn|nước)";

    private static final String OF_SPORT =
            "liên đoàn bóng đá|câu lạc bộ bóng đá|clb bóng đá|huấn luyện viên|hlv|cầu thủ|đội tuyển|trọng tài";

    private static final String OF_CONTRACT =
            "nhà thầu|chủ đầu tư|nhà đầu tư|doanh nghiệp(?: này| trúng)|công ty|tập đoàn|ngân hàng|hãng|bên (?:a|b|mua|bán|thuê|vay|nhận thầu)|người nước ngoài|lao động nước ngoài";

    /** Asked right after the word of asking. */
    private static final Pattern ASKED =
            Pattern.compile("^(?:" + OF_COURT + "|" + OF_STATE + "|" + OF_SPORT + ")(?!\\p{L})");

    /** Stands before "phải", at the beginning of its clause. */
    private static final Pattern OBLIGED = Pattern.compile("(?:^|[,;:.(] )[^\\p{L}]{0,6}(?:" + OF_COURT + "|" + OF_STATE
            + "|" + OF_SPORT + "|" + OF_CONTRACT + ")(?!\\p{L})[^,;:]{0,80} phải $");

    /** Words of sports leagues, where clubs have their own last days. */
    private static final Pattern OF_LEAGUES = Pattern.compile(
            "(?<!\\p{L})(?:vff|v-league|aff|fifa|afc|đội tuyển (?:quốc gia|việt nam|u\\d{2}))(?!\\p{L})");

    /** Heads of the names of units and of those who lead them; whoever else is asked by name is a stranger. */
    private static final Pattern UNIT = Pattern.compile(
            "^(?:ban|bộ|uỷ|ủy|phòng|sở|hội|đoàn|công|văn|trung|trạm|trường|trưởng|chủ|phó|bí|đảng|chi|tổ|khối|quý|các|mỗi|mọi|từng|toàn"
                    + "|mặt|thường|thủ|giám|chánh|thanh|cục|kho|bảo|bưu|điện|ngân|hợp|liên|hiệp|đại|nhà|nhân|bà|ông|thôn|xã|phường|huyện|tỉnh|thành|đồng|lãnh|kiểm|quân|kế|tư|tài|nhóm|viện|tòa|toà"
                    + "|cán|người|hộ|đơn|cơ|doanh|xóm|bản|ấp|khu|tất|quận|đặc|hạt|hải|bệnh|lực|chỉ|tiểu|đội|anh|chị|em|phụ|cử|cô|thầy|thí|học|ai|khách|chú|bác|gia|mttq|nông|cựu|y|thống|địa|nội)(?!\\p{L})");

    /** Those whose requests are wishes to authorities. */
    private static final Pattern WISHES = Pattern.compile(
            "^[^\\p{L}]*(?:nhiều |một số |các |có )?(?:cử tri|bạn đọc|độc giả|người dân|nhân dân|tiểu thương|đại biểu quốc hội|dư luận|báo chí|chuyên gia)[^,;]{0,60} (?:yêu cầu|đề nghị|mong|kiến nghị) $");

    private static final Pattern OBLIGED_BY_NAME = Pattern.compile("^[^\\p{L}]*(?:\\p{Lu}\\p{Ll}+,? ){1,5}phải $");

    /** Somebody who asks, before the word of asking. */
    private static final Pattern ASKER = Pattern.compile("\\p{L}[^,;]* (?:yêu cầu|đề nghị) $");

    private static final Pattern NAME = Pattern.compile("^\\p{Lu}\\p{Ll}+ ");

    /** Those who are told beside them. */
    private static final Pattern OF_A_PLACE =
            Pattern.compile("(?<!\\p{L})(?:địa phương|tỉnh|huyện|xã|phường|thôn|ubnd|uỷ ban nhân dân"
                    + "|ủy ban nhân dân|mặt trận|mttq|khu dân cư|tổ dân phố|cơ quan, đơn vị|các đơn vị)(?!\\p{L})");

    private Outsiders() {}

    /** Returns whether words up to their day, in small letters, are of a sports league. */
    static boolean play(String words) {
        return OF_LEAGUES.matcher(words).find();
    }

    /**
     * Returns whether only such are asked in a clause before its day.
     *
     * @param text the clause as it is written
     * @param clause the same in small letters
     * @param asked where what is asked for begins in it
     */
    static boolean areAsked(String text, String clause, int asked) {
        if (asked < 0 || asked > clause.length()) {
            return false;
        }
        String before = clause.substring(0, asked);
        String words = clause.substring(asked);
        Matcher named = ASKED.matcher(words);
        boolean obliged = OBLIGED_BY_NAME.matcher(text.substring(0, asked)).find()
                && !UNIT.matcher(clause.stripLeading()).find();
        boolean stranger = ASKER.matcher(before).find()
                && !OF_A_PLACE.matcher(before).find()
                && NAME.matcher(text.substring(asked)).find()
                && !UNIT.matcher(words).find();
        return obliged
                || WISHES.matcher(before).find()
                || stranger
                || named.find() && !OF_A_PLACE.matcher(words).find()
                || OBLIGED.matcher(before).find();
    }
}
