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
            "bị (?:đơn|cáo|can|hại)|nguyên đơn|đương sự|người cai nghiện|người chấp hành án|phạm nhân|người khởi kiện|người bị kiện|người (?:phải|được) thi hành án|đối tượng (?:bị )?(?:truy nã|hình sự|tình nghi|nghi vấn|phạm tội|bỏ trốn)";

    private static final String OF_STATE =
            "bộ (?:trưởng|chính trị|tài chính|công thương|công an|quốc phòng|ngoại giao|nội vụ|tư pháp|xây dựng|y tế|giáo dục|khoa học|nông nghiệp"
                    + "|văn hóa|văn hoá|dân tộc|kế hoạch|giao thông|tài nguyên|thông tin|lao động|gd|gtvt|kh|lđ|nn|tc|tn|tt|vh)|bộ, ngành|các bộ|vụ (?:trưởng|phó|tổ chức|pháp chế|hợp tác|kế hoạch|giáo dục)|chính phủ|quốc hội|ủy ban thường vụ quốc hội|tòa án|toà án|viện kiểm sát|kiểm toán nhà nước|ngân hàng nhà nước|các (?:ngân hàng|công ty|hãng|tập đoàn|nhà mạng|sàn|nước)";

    private static final String OF_SPORT =
            "liên đoàn bóng đá|câu lạc bộ bóng đá|clb bóng đá|huấn luyện viên|hlv|cầu thủ|đội tuyển|trọng tài";

    private static final String OF_CONTRACT =
            "cổ phiếu|mã chứng khoán|nhà thầu|chủ đầu tư|nhà đầu tư|doanh nghiệp(?: này| trúng)|công ty|tập đoàn|ngân hàng|hãng|bên (?:a|b|mua|bán|thuê|vay|nhận thầu)|người nước ngoài|lao động nước ngoài";

    /** Asked right after the word of asking. */
    private static final Pattern ASKED =
            Pattern.compile("^(?:" + OF_COURT + "|" + OF_STATE + "|" + OF_SPORT + ")(?!\\p{L})");

    /** Stands before "phải", at the beginning of its clause. */
    private static final Pattern OBLIGED = Pattern.compile("(?:^|[,;:.(] )[^\\p{L}]{0,6}(?:" + OF_COURT + "|" + OF_STATE
            + "|" + OF_SPORT + "|" + OF_CONTRACT + ")(?!\\p{L})[^,;:]{0,80} (?:phải|có trách nhiệm) $");

    /** Authorities of the whole country that ask. */
    private static final Pattern NATION_ASKS = Pattern.compile(
            "(?:^|[,;:] )[^\\p{L}]{0,6}(?:" + OF_STATE
                    + "|thủ tướng|tổng cục|sở giao dịch|ủy ban chứng khoán|uỷ ban chứng khoán)(?!\\p{L})[^,;:]{0,60} (?:yêu cầu|đề nghị) $");

    /** Businesses, whom they ask. */
    private static final Pattern BUSINESSES = Pattern.compile(
            "^(?:các )?(?:(?:trường )?đại học|cơ sở giáo dục đại học|doanh nghiệp|ngân hàng|tổ chức tín dụng|công ty|hãng|sàn|nhà mạng|thương nhân|tập đoàn|hội viên hiệp hội)(?!\\p{L})");

    /** Other countries and their offices, as they are written. */
    private static final Pattern ABROAD = Pattern.compile(
            "(?=\\p{Lu})(?<!\\p{L})(?<!(?:đi|sang|tại|ở|từ|với|về|tiếng|hàng|gạo|xe|vào) )(?<!(?:[Đđ]/c|[Đđ]c|[Cc]hí|[Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị|[Cc]ô|[Cc]hú|[Bb]ác|[Ee]m|[Cc]háu|[Tt]hầy) )(?:Mỹ(?! \\p{Lu}| thuật| nghệ| phẩm)|Nga(?! \\p{Lu})|Trung Quốc|Nhật Bản|Hàn Quốc|Triều Tiên|Ukraine|Iran|Iraq|Israel|Palestine|Syria|Ấn Độ|Pakistan|(?<!Ban )Pháp(?! (?:lệnh|luật|y|chế))|Australia|Canada"
                    + "|Indonesia|Malaysia|Philippines|Singapore|Thái Lan|Campuchia|Myanmar|Anh quốc|Vương quốc Anh|Tây Ban Nha|Bồ Đào Nha|Hy Lạp|Ba Lan|Venezuela|Liên minh châu Âu|Ủy ban châu Âu|EU|NATO|Liên [Hh]ợp [Qq]uốc|Nhà Trắng|Lầu Năm Góc|Washington"
                    + "|Bắc Kinh|Moscow|Tehran|Brexit|Trump|Putin|(?:Thủ tướng|Tổng thống|[Cc]hính phủ|Nghị viện|Quốc hội|[Nn]ước) (?:Anh|Đức|Pháp|Ý|Áo|Lào))(?!\\p{L})");

    /** Words of those in this country whom such a sentence may still concern. */
    private static final Pattern AT_HOME = Pattern.compile(
            "(?<!\\p{L})(?:xã|phường|thôn|xóm|ấp|huyện|quận|tỉnh|thành phố|ubnd|mặt trận|hội|đoàn|phòng|sở|trường|lớp|học sinh|sinh viên|lao động|doanh nghiệp|người dân|bà con|công dân|hộ|hđnd|thường trực|ban|đ/c|đồng chí|chi bộ|đảng ủy|đảng uỷ|các tổ|việt nam|học bổng|cơ sở|đơn vị)(?!\\p{L})");

    /** Words of sports leagues, where clubs have their own last days. */
    private static final Pattern OF_LEAGUES = Pattern.compile(
            "(?<!\\p{L})(?:vff|giải (?:vô địch )?quốc gia|liên đoàn bóng (?:đá|chuyền|rổ)|v-league|aff|fifa|afc|đội tuyển (?:quốc gia|việt nam|u\\d{2}))(?!\\p{L})");

    /** Heads of the names of units and of those who lead them; whoever else is asked by name is a stranger. */
    private static final Pattern UNIT = Pattern.compile(
            "^(?:ban|bộ|uỷ|ủy|phòng|sở|hội|đoàn|công|văn|trung|trạm|trường|trưởng|chủ|phó|bí|đảng|chi|tổ|khối|quý|các|mỗi|mọi|từng|toàn"
                    + "|mặt|thường|thủ|giám|chánh|thanh|cục|kho|bảo|bưu|điện|ngân|hợp|liên|hiệp|đại|nhà|nhân|bà|ông|thôn|xã|phường|huyện|tỉnh|thành|đồng|lãnh|kiểm|quân|kế|tư|tài|nhóm|viện|tòa|toà"
                    + "|cán|người|hộ|đơn|cơ|doanh|xóm|bản|ấp|khu|tất|quận|đặc|hạt|hải|bệnh|lực|chỉ|tiểu|đội|anh|chị|em|phụ|cử|cô|thầy|thí|học|ai|khách|chú|bác|gia|mttq|nông|cựu|y|thống|địa|nội|cấp|hiệu|khóm|buôn|làng|cụm|câu|đồn|giáo|hội đồng|huyện đoàn|bộ đội|trẻ|sinh|bếp|thư|lớp|tàu|chợ|ngư|dân|tiểu|quỹ|ngành|đài|nhạc|đặc)(?!\\p{L})");

    private static final String CROWD =
            "^[^\\p{L}]*(?:nhiều |một số |các |có |\\d{1,4} )?(?:hộ dân|gia đình|cử tri|bạn đọc|độc giả|người dân|nhân dân|bà con|tiểu thương|đại biểu quốc hội|dư luận|báo chí|chuyên gia)";

    /** Those whose requests are wishes to authorities, or who are asked themselves: "Người dân chưa có thẻ đề nghị …". */
    private static final Pattern CROWD_ASKS = Pattern.compile(CROWD + "[^,;]{0,60} (?:yêu cầu|đề nghị) $");

    private static final Pattern WISHES = Pattern.compile(
            "^[^\\p{L}]*(?:ý kiến )?(?:của )?(?:bạn đọc|độc giả|cử tri)[^;]{0,80} nên |" + CROWD
                    + "(?! có (?:ý kiến|kiến nghị))[^,;]{0,60} (?:mong|(?<!(?:gửi|có|nộp|nêu|ý kiến|các|những|phản ánh) )kiến nghị) (?!(?:gửi|nộp) )");

    /** Authorities, and the works that only they do; whatever else follows is asked of the many. */
    private static final Pattern OF_AUTHORITIES = Pattern.compile(
            "^(?:với |tới |các |cơ quan |lãnh đạo ){0,2}(?:ubnd|uỷ ban|ủy ban|hđnd|hội đồng|ngành|cấp|chính quyền|chính phủ|quốc hội|trung ương|bộ|sở|nhà nước|chức năng|thành phố"
                    + "|tỉnh|huyện|quận|xã|phường|thôn|ban|công an|công ty|điện lực|đơn vị|nhà thầu|nhà trường|chủ đầu tư|chủ tịch|bí thư|sớm|khẩn trương|sửa|xây|nâng cấp"
                    + "|cải tạo|khắc phục|xử lý|giải quyết|có (?:giải pháp|biện pháp|phương án)|bố trí|lắp|thay|trả lời|hỗ trợ)(?!\\p{L})");

    private static final Pattern OBLIGED_BY_NAME = Pattern.compile("^[^\\p{L}]*(?:\\p{Lu}\\p{Ll}+,? ){1,5}phải $");

    /** Somebody who asks, before the word of asking. */
    private static final Pattern ASKER = Pattern.compile("\\p{L}[^,;]* (?:yêu cầu|đề nghị) $");

    /** Words for those of a place who ask in the name of a unit. */
    private static final Pattern LOCAL = Pattern.compile(
            "(?<!\\p{L})(?:chi|chi bộ|đảng ủy|đảng uỷ|ban (?:thường|chỉ|quản|chấp|vận|công|tổ|tuyên|giám)|phòng|trường|nhà trường|hội|huyện đoàn|đoàn|đội|tổ|công an|ủy ban|uỷ ban|hđnd|hợp tác xã|trạm|trung tâm|văn phòng|bí thư|chủ tịch)(?!\\p{L})");

    private static final Pattern NAME = Pattern.compile("^\\p{Lu}\\p{Ll}+ ");

    private static final String SURNAME =
            "(?:Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Đinh|Lâm|Mai|Trịnh|Đào|Lưu|Lương|Tạ|Hà|Trương|Tô|Phùng|Lò|Giàng|Nông|Triệu)";

    /** Somebody by name: a surname and more, or any name after a word for a person; of an offender a name is enough. */
    private static final Pattern STRANGER = Pattern.compile("^(?:(?:(?:[Ôô]ng|[Bb]à) )\\p{Lu}\\p{Ll}+ |" + SURNAME
            + " \\p{Lu}\\p{Ll}+ |[Đđ]ối tượng (?:\\p{Ll}+ ){0,3}" + SURNAME + " \\p{Lu})");

    /** Those who are told beside them. */
    private static final Pattern OF_A_PLACE = Pattern.compile(
            "(?<!\\p{L})(?:địa phương|tỉnh|huyện|xã|phường|thôn|ubnd|uỷ ban nhân dân"
                    + "|ủy ban nhân dân|mặt trận|mttq|khu dân cư|tổ dân phố|cơ quan, đơn vị|các đơn vị|địa bàn|hộ (?:kinh doanh|dân|sản xuất|nuôi|trồng)|cơ sở (?:sản xuất|kinh doanh))(?!\\p{L})");

    private Outsiders() {}

    /** Returns whether words up to their day, in small letters, are of a sports league. */
    static boolean play(String words) {
        return OF_LEAGUES.matcher(words).find();
    }

    /** Returns whether a sentence speaks of other countries, and of nobody here. */
    static boolean areAbroad(String text) {
        return ABROAD.matcher(text).find()
                && !AT_HOME.matcher(Homographs.small(text)).find();
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
        return obliged
                || CROWD_ASKS.matcher(before).find()
                        && OF_AUTHORITIES.matcher(words).find()
                || isStranger(before, text.substring(asked), words)
                || (named.find()
                                || NATION_ASKS.matcher(before).find()
                                        && BUSINESSES.matcher(words).find())
                        && !OF_A_PLACE.matcher(words).find()
                || OBLIGED.matcher(before).find();
    }

    /** Returns whether the many only wish for something, in a clause in small letters before its day. */
    static boolean areWishedFor(String clause) {
        return WISHES.matcher(clause).find();
    }

    /** Only a name makes a stranger of whoever is asked by somebody of a place. */
    private static boolean isStranger(String before, String asked, String words) {
        if (!ASKER.matcher(before).find() || OF_A_PLACE.matcher(before).find()) {
            return false;
        }
        return STRANGER.matcher(asked).find()
                || NAME.matcher(asked).find()
                        && !UNIT.matcher(words).find()
                        && !LOCAL.matcher(before).find();
    }
}
