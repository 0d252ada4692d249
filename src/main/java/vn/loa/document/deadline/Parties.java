package vn.loa.document.deadline;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Decides who asks whom, and so whether a request concerns those who read. Somebody of their place has to be a party of
 * it: an office or its papers ask, or units and people of a place are asked. Of whoever else asks anybody else, a firm its
 * staff or a hacker his victim, a text only tells.
 */
final class Parties {
    /** Units of a place, and those who lead and work in them. */
    private static final String UNITS =
            "ubnd|ủy ban|uỷ ban|ubkt|ubmttq|hđnd|hội đồng|đảng ủy|đảng uỷ|đảng bộ|thành ủy|tỉnh ủy|huyện ủy|chi ủy|cấp ủy|btv|đu|bí thư|chủ tịch|phó|ban|bch|bcđ|btc|btt|mttq"
                    + "|mặt trận|thường trực|thường vụ|hội|(?<!tập )đoàn|công đoàn|công an|phòng|sở(?! giao dịch)|chi cục|trường(?! quay)|trạm"
                    + "|trung tâm|tổ|đội|cụm|khối (?:phố|thi đua|mặt trận|trưởng|xóm|đoàn)|thôn|xóm|ấp|bản|(?<!quân )khu|xã|phường|huyện|quận|tỉnh|thành phố|địa phương|văn phòng|(?<!bộ )trưởng|giám đốc|hiệu trưởng|lãnh đạo"
                    + "|cơ quan|đơn vị|hợp tác xã|htx|quỹ|đồng chí|đ/c|cô giáo|thầy giáo";

    /** Services, which ask people of a place and are none of its units. */
    private static final String SERVICES =
            "thuế|kho bạc|bảo hiểm|điện lực|bưu điện|đài(?! loan)|thư viện|bảo tàng|bệnh viện|ngân hàng chính sách|viện|hạt|đồn|thanh tra|kiểm lâm|kiểm sát|nhà văn hóa|cấp nước|nước sạch|môi trường";

    /** The people whom they address. */
    private static final String PEOPLE =
            "khách hàng|bà con|chị em|phụ huynh|bác|con|cả nhà|người dân|nhân dân|hộ|hội viên|đoàn viên|đảng viên|cán bộ"
                    + "|đại biểu|chi bộ|chi hội|chi đoàn|cử tri|công dân|tiểu thương|thí sinh|học sinh|công chức|người lao động";

    /** Papers that ask, what is handed in and who is meant, and words that only lead to a request. */
    private static final String TOPICS =
            "nghị quyết|công văn|văn bản|kế hoạch|hướng dẫn|công điện|chỉ thị|quyết định|kết luận|cấp trên|khách(?! sạn)"
                    + "|hồ sơ|danh sách|phiếu|tài liệu|nội dung|ý kiến|kết quả|nay|kính|trân trọng|đồng thời|do đó|vì vậy|vậy|riêng|rất mong|em|tôi";

    private static final Pattern LOCAL = words("(?:" + UNITS + "|" + PEOPLE + ")");

    /** Among the first words of who asks. */
    private static final Pattern ASKERS = Pattern.compile(
            "^[^\\p{L}]*(?:[^ ]+ ){0,4}?(?:" + UNITS + "|" + SERVICES + "|" + PEOPLE + "|" + TOPICS + ")(?!\\p{L})");

    /** Units or people, where they are asked: right after the word of asking. */
    private static final Pattern READERS = Pattern.compile(
            "^(?:các |mỗi |từng |toàn thể |tất cả |\\d{1,3} )*(?:" + UNITS + "|" + PEOPLE + ")(?!\\p{L})");

    /** Somebody of a place who must. */
    private static final Pattern OBLIGED =
            Pattern.compile("(?:^[^\\p{L}]*(?:\\p{L}{1,2}[.)] )?|[,;:.)] |(?<!\\p{L})(?:những|nên|thì|riêng|đối với) )"
                    + "(?:(?:\\p{L}+ ){1,4}nào|(?:các|mỗi|từng|tất cả|toàn thể|toàn bộ)(?! (?:đội|nước|hãng|loại|cuộc|trận|nhà thầu|công ty|ngân hàng|công trình|dự án|cầu thủ))"
                    + "|" + UNITS + "|" + PEOPLE
                    + "|chủ|tàu|tài xế|người|doanh nghiệp|cơ sở|ngư dân)(?!\\p{L})(?!.* cho biết )[^;]{0,120} phải $");

    /** Those of a court, whom authorities ask. */
    private static final String ACCUSED =
            "bị (?:đơn|cáo|can|hại)|nguyên đơn|đương sự|người cai nghiện|người chấp hành án|phạm nhân|người khởi kiện|người bị kiện|người (?:phải|được) thi hành án|đối tượng (?:bị|truy nã|hình sự|tình nghi|phạm tội|bỏ trốn)";

    private static final Pattern ACCUSED_ASKED = Pattern.compile("^(?:" + ACCUSED + ")(?!\\p{L})");

    /** Takes up swindlers and others who are told of in the sentence before. */
    private static final Pattern THIRD = Pattern.compile(
            "(?:^|[,;:.] )[^\\p{L}]*(?:(?:bọn )?chúng(?! (?:ta|tôi|mình))|hắn|kẻ [^,;:]{1,40}|(?:các |nhóm |một )?đối tượng(?: (?:tự xưng|xưng|giả|mạo|gọi|nhắn)[^,;:]{0,60})?|(?:tin nhắn|cuộc gọi|đường link)(?: [^,;:]{1,40})?) (?:đã |còn |lại |liên tục )?$");

    /** Somebody of whom it was once asked; of households that get something it is asked now. */
    private static final Pattern PASSIVE = Pattern.compile(
            "(?:^|[,;:. ])(?:ông|bà|anh|chị|(?<!hộ )gia đình|tôi|họ) [^,;:]{0,60}?(?<!\\p{L})(?:được|bị) [^,;:]{1,40} $");

    /** Somebody who is asked by name, as it is written. */
    private static final Pattern NAME = Pattern.compile(
            "^(?:[Ôô]ng |[Bb]à |[Đđ]ối tượng )?"
                    + "(?:Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Đinh|Trịnh|Đào|Lưu|Trương|Phùng) \\p{Lu}\\p{Ll}+ ");

    /** Those who may ask somebody of their place by name. */
    private static final Pattern OF_A_PLACE = words("(?:xã|phường|thôn|ubnd|ủy ban nhân dân|mặt trận|mttq)");

    private static final Pattern OBLIGED_BY_NAME = Pattern.compile("^[^\\p{L}]*(?:\\p{Lu}\\p{Ll}+,? ){1,5}phải $");

    private static final String CROWD =
            "^[^\\p{L}]*(?:nhiều |một số |các |có |\\d{1,4} )?(?:hộ dân|gia đình|cử tri|bạn đọc|độc giả|người dân|nhân dân|bà con|tiểu thương|đại biểu quốc hội|dư luận|báo chí|chuyên gia)";

    /** Those whose requests are wishes to authorities, or who are asked themselves: "Người dân chưa có thẻ đề nghị …". */
    private static final Pattern CROWD_ASKS = Pattern.compile(CROWD + "[^,;]{0,60} (?:yêu cầu|đề nghị) $");

    /** Works that only authorities do. */
    private static final Pattern WORKS = Pattern.compile(
            "^(?:với |tới |các |cơ quan |lãnh đạo ){0,2}(?:" + UNITS
                    + "|" + SERVICES
                    + "|ngành|cấp|chính quyền|chính phủ|quốc hội|bộ|nhà nước|chức năng|công ty|nhà thầu|nhà trường|chủ đầu tư|sớm|khẩn trương|sửa|xây|nâng cấp"
                    + "|cải tạo|khắc phục|xử lý|giải quyết|có (?:giải pháp|biện pháp|phương án)|bố trí|lắp|thay|trả lời|hỗ trợ)(?!\\p{L})");

    private static final Pattern WISHES = Pattern.compile(
            "^[^\\p{L}]*(?:ý kiến )?(?:của )?(?:bạn đọc|độc giả|cử tri)[^;]{0,80} nên |" + CROWD
                    + "(?! có (?:ý kiến|kiến nghị))[^,;]{0,60} (?:mong|(?<!(?:gửi|có|nộp|nêu|ý kiến|các|những|phản ánh) )kiến nghị) (?!(?:gửi|nộp) )");

    /** Words of a duty that somebody has, and not of what is asked. */
    private static final Pattern DUTY = Pattern.compile("phải|cần|có trách nhiệm|chịu trách nhiệm");

    /** Who gives notice that somebody has a duty asks for it. */
    private static final Pattern NOTICE = Pattern.compile("^(.*) (?:thông báo|cho biết)(?: rằng| là)? (.*)$");

    /** Those of another sphere, who have duties of their own. */
    private static final Pattern OTHERS = Pattern.compile(
            "(?:^|[,;:.(] )[^\\p{L}]{0,6}(?:các |một |nhiều )?(?:" + ACCUSED
                    + "|bộ (?:trưởng|chính trị)|bộ, ngành|các bộ|vụ trưởng|chính phủ|quốc hội|tòa án|toà án|ngân hàng|nước(?! sạch)|tổng thống|phe|tập đoàn|công ty|hãng|nhà thầu|chủ đầu tư|nhà đầu tư"
                    + "|doanh nghiệp(?: này| trúng)|bên (?:a|b|mua|bán|thuê|vay|nhận thầu)|cổ phiếu|mã chứng khoán|người nước ngoài|lao động nước ngoài|mạng xã hội|bưu phẩm"
                    + "|liên đoàn bóng đá|câu lạc bộ bóng đá|clb bóng đá|huấn luyện viên|hlv|cầu thủ|đội tuyển|trọng tài|ê-kíp|ca sĩ|nghệ sĩ|điều tra viên)(?!\\p{L})[^,;:]{0,80}? $");

    /** Other countries and their offices, as they are written. */
    private static final Pattern ABROAD = Pattern.compile(
            "(?=\\p{Lu})(?<!\\p{L})(?<!(?:đi|sang|tại|ở|từ|với|về|tiếng|hàng|gạo|xe|vào) )(?<!(?:[Đđ]/c|[Đđ]c|[Cc]hí|[Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị|[Cc]ô|[Cc]hú|[Bb]ác|[Ee]m|[Cc]háu|[Tt]hầy) )(?:Mỹ(?! \\p{Lu}| thuật| nghệ| phẩm)|Nga(?! \\p{Lu})|Trung Quốc|Nhật Bản|Hàn Quốc|Triều Tiên|Ukraine|Iran|Iraq|Israel|Palestine|Syria|Ấn Độ|Pakistan|(?<!Ban )Pháp(?! (?:lệnh|luật|y|chế))|Australia|Canada"
                    + "|Indonesia|Malaysia|Philippines|Singapore|Thái Lan|Campuchia|Myanmar|Anh quốc|Vương quốc Anh|Tây Ban Nha|Bồ Đào Nha|Hy Lạp|Ba Lan|Venezuela|Liên minh châu Âu|Ủy ban châu Âu|EU|NATO|Liên [Hh]ợp [Qq]uốc|Nhà Trắng|Lầu Năm Góc|Washington"
                    + "|Bắc Kinh|Moscow|Tehran|Brexit|Trump|Putin|(?:Thủ tướng|Tổng thống|[Cc]hính phủ|Nghị viện|Quốc hội|[Nn]ước) (?:Anh|Đức|Pháp|Ý|Áo|Lào))(?!\\p{L})");

    /** Leagues, whose clubs have their own last days. */
    private static final Pattern LEAGUES = words(
            "(?:vff|giải (?:vô địch )?quốc gia|liên đoàn bóng (?:đá|chuyền|rổ)|v-league|đội tuyển (?:quốc gia|việt nam))");

    private Parties() {}

    /** Returns whether a sentence speaks of other countries, and of nobody here. */
    static boolean areAbroad(String text) {
        return ABROAD.matcher(text).find()
                && !LOCAL.matcher(Homographs.small(text)).find();
    }

    /** Returns whether words up to their day, in small letters, are of a sports league. */
    static boolean play(String words) {
        return LEAGUES.matcher(words).find();
    }

    /** Returns whether units or people of a place must, in the words of a clause up to its last "phải". */
    static boolean areObliged(String words) {
        return OBLIGED.matcher(words).find();
    }

    /** Returns whether the many only wish for something, in a clause in small letters before its day. */
    static boolean areWishedFor(String clause) {
        return WISHES.matcher(clause).find();
    }

    /**
     * Returns whether the last request of a clause before its day concerns nobody of a place.
     *
     * @param text the clause as it is written
     * @param clause the same in small letters
     */
    static boolean areStrangers(String text, String clause) {
        int request = RequestWords.start(clause);
        if (request < 0) {
            return false;
        }
        String asker = clause.substring(0, request);
        if (DUTY.matcher(clause).region(request, clause.length()).lookingAt()) {
            Matcher notice = NOTICE.matcher(asker);
            return OTHERS.matcher(asker).find()
                    || notice.find() && isNamed(notice.group(1)) && !isOfPlace(notice.group(1), notice.group(2))
                    || OBLIGED_BY_NAME
                                    .matcher(text.substring(0, RequestWords.end(clause)))
                                    .find()
                            && !READERS.matcher(clause.stripLeading()).find();
        }
        int end = RequestWords.end(clause);
        String asked = clause.substring(end);
        boolean byName = !clause.startsWith("giao", request)
                && NAME.matcher(text.substring(end)).find()
                && !OF_A_PLACE.matcher(asker).find();
        return THIRD.matcher(asker).find()
                || PASSIVE.matcher(asker).find()
                || ACCUSED_ASKED.matcher(asked).find()
                || CROWD_ASKS.matcher(clause.substring(0, end)).find()
                        && WORKS.matcher(asked).find()
                || isNamed(asker) && (byName || !isOfPlace(asker, asked));
    }

    private static boolean isNamed(String asker) {
        return asker.substring(mark(asker) + 1).chars().anyMatch(Character::isLetter);
    }

    private static boolean isOfPlace(String asker, String asked) {
        String own = asker.substring(mark(asker) + 1);
        return ASKERS.matcher(own).find() || READERS.matcher(asked).find();
    }

    /** Returns where the last mark before the words of a clause stands; -1 where there is none. */
    private static int mark(String asker) {
        int mark = -1;
        for (char each : ",:;().\"“–".toCharArray()) {
            mark = Math.max(mark, asker.lastIndexOf(each));
        }
        return mark;
    }

    private static Pattern words(String alternatives) {
        return Pattern.compile("(?<!\\p{L})" + alternatives + "(?!\\p{L})");
    }
}
