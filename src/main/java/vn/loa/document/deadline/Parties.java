package vn.loa.document.deadline;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Decides who asks whom, and so whether a request concerns those who read. It does, unless somebody of another sphere is a
 * party of it: a swindler, a firm towards its staff or tenants, a power abroad asks, or ministries, those of a court or
 * sportsmen alone are asked. Units and people of a place who are asked beside them make it one of the place.
 */
final class Parties {
    /** Units of a place, and those who lead and work in them. */
    private static final String UNITS =
            "ubnd|ủy ban|uỷ ban|ubkt|ubmttq|hđnd|hội đồng|đảng ủy|đảng uỷ|đảng bộ|thành ủy|tỉnh ủy|huyện ủy|chi ủy|cấp ủy|btv|đu|bí thư|chủ tịch|phó|ban|bch|bcđ|btc|btt|mttq"
                    + "|mặt trận|thường trực|thường vụ|hội|(?<!(?:tập|quân|sư|trung|lữ) )đoàn|công đoàn|công an|phòng|sở(?! giao dịch)|chi cục|(?<!(?:thị|môi) )trường(?! quay)|trạm"
                    + "|trung tâm|tổ(?! chức)|đội|cụm|khối (?:phố|thi đua|mặt trận|trưởng|xóm|đoàn)|thôn|xóm|ấp|bản|(?<!quân )khu|xã|phường|huyện|quận|tỉnh|thành phố|địa phương|văn phòng|(?<!bộ )trưởng|giám đốc|hiệu trưởng|lãnh đạo"
                    + "|cơ quan|đơn vị|hợp tác xã|htx|quỹ|đồng chí|đ/c|cô giáo|thầy giáo";

    /** The people whom they address. */
    private static final String PEOPLE =
            "khách hàng|bà con|chị em|phụ huynh|bác|con|cả nhà|người dân|nhân dân|hộ|hội viên|đoàn viên|đảng viên|cán bộ"
                    + "|đại biểu|chi bộ|chi hội|chi đoàn|cử tri|công dân|tiểu thương|thí sinh|học sinh|công chức|người lao động";

    private static final Pattern LOCAL = words("(?:" + UNITS + "|" + PEOPLE + ")");

    /** Among those who are asked. */
    private static final Pattern BESIDE =
            Pattern.compile("(?:^|, |(?<!\\p{L})(?:và|cùng|các|mỗi|từng|toàn thể|quý|địa bàn) )(?:" + UNITS + "|"
                    + PEOPLE + ")(?!\\p{L})");

    /** Somebody of a place who must. */
    private static final Pattern OBLIGED = Pattern.compile(
            "(?:^[^\\p{L}]*(?:\\p{L}{1,2}[.)] )?|[,;:.)] |(?<!\\p{L})(?:những|nên|thì|riêng|đối với) )"
                    + "(?:(?:\\p{L}+ ){1,4}nào|(?:các|mỗi|từng|tất cả|toàn thể|toàn bộ)(?! (?:đội|nước|hãng|loại|cuộc|trận|nhà thầu|công ty|ngân hàng|công trình|dự án|cầu thủ))"
                    + "|" + UNITS + "|" + PEOPLE
                    + "|giáo viên|viên chức|sinh viên|học viên|gia đình|thuê bao|tổ chức|cá nhân|chủ|tàu|tài xế|người|doanh nghiệp|cơ sở|ngư dân)(?!\\p{L})(?!.* cho biết )[^;]{0,120} phải $");

    /** Those of a court, whom authorities ask. */
    private static final String ACCUSED =
            "bị (?:đơn|cáo|can|hại)|nguyên đơn|đương sự|người cai nghiện|người chấp hành án|phạm nhân|người khởi kiện|người bị kiện|người (?:phải|được) thi hành án|đối tượng (?:bị|truy nã|hình sự|tình nghi|phạm tội|bỏ trốn)";

    /** Offices of the whole country. */
    private static final String STATE =
            "(?:các |thứ |vụ )?bộ(?! (?:phận|đội|chqs|chỉ huy|môn|máy|hồ sơ|tài liệu)(?!\\p{L}))(?: trưởng)?"
                    + "|vụ (?:trưởng|phó|tổ chức cán bộ|pháp chế|hợp tác|kế hoạch|giáo dục)|(?:phó )?thủ tướng|(?:văn phòng )?chính phủ|(?:ủy ban thường vụ |uỷ ban thường vụ |văn phòng )?quốc hội|(?:tòa|toà)(?! nhà)|viện kiểm sát|kiểm toán nhà nước|ngân hàng nhà nước|kho bạc nhà nước|tổng cục";

    /** Businesses, whom these ask. */
    private static final String BUSINESSES =
            "(?:các )?(?:(?:trường )?đại học|cơ sở giáo dục đại học|doanh nghiệp|ngân hàng|tổ chức tín dụng|công ty|hãng|sàn|nhà mạng|thương nhân|tập đoàn)";

    private static final String SPORTSMEN =
            "liên đoàn bóng|câu lạc bộ bóng đá|clb bóng đá|huấn luyện viên|hlv|cầu thủ|tiền đạo|đội tuyển|trọng tài";

    /** Stand first among those who are asked. */
    private static final Pattern ASKED =
            Pattern.compile("^(?:các )?(?:" + STATE + "|" + ACCUSED + "|" + SPORTSMEN + ")(?!\\p{L})");

    private static final Pattern ACCUSED_ASKED = Pattern.compile("^(?:các )?(?:" + ACCUSED + ")(?!\\p{L})");

    /** Units of a place, who may ask teams and courts beside them. */
    private static final Pattern NEARBY = Pattern.compile(
            "^[^\\p{L}]*phòng(?!\\p{L})|(?<!\\p{L})(?:xã(?! hội)|phường|(?<!nông )thôn|xóm|ấp|khu phố|tổ dân phố|nhà trường|trường (?:mầm non|tiểu học|thcs|thpt))(?!\\p{L})");

    private static final Pattern STATE_ASKS = Pattern.compile("^[^\\p{L}]*(?:" + STATE + "|sở giao dịch)(?!\\p{L})");

    private static final Pattern BUSINESSES_ASKED = Pattern.compile("^" + BUSINESSES + "(?!\\p{L})");

    /** Opens what is asked of those who are named before it. */
    private static final Pattern TASK = words(
            "(?:báo cáo|gửi|nộp|trình|hoàn thành|hoàn tất|xong|trả|trở|đóng|thanh toán|giải trình|bố trí|đẩy nhanh|đăng ký|xây dựng đề án|ban hành|rà soát)");

    /** Opens a clause with somebody of another sphere, whomever he asks. */
    private static final Pattern STRANGERS = Pattern.compile("^[^\\p{L}]*(?:các |một |nhiều )?(?:"
            + "apple|google|facebook|meta|tiktok|youtube|microsoft|amazon|samsung|tesla|intel|openai|netflix|shopee|lazada|grab|mạng xã hội"
            + "|hacker|tin tặc|nhóm (?:tin tặc|cho vay)|tổng thống|phe|uefa|fifa|afc)(?!\\p{L})");

    /** Opens a clause with one who asks those who work, live or buy from him, or play or serve under him. */
    private static final Pattern ASKERS = Pattern.compile("^[^\\p{L}]*(?:các |một |nhiều )?(?:" + SPORTSMEN
            + "|(?:chủ )?(?:shop|siêu thị|khách sạn|nhà nghỉ|nhà hàng|resort|homestay|phòng vé|nhà xe|cửa hàng|quán(?! triệt)|tiệm)|chủ (?:trọ|nhà|nhà trọ|nợ|đất|thầu)|sếp|người yêu"
            + "|nhà (?:sản xuất|phát hành)|sàn thương mại|công ty chứng khoán|ứng dụng (?:đặt|gọi)|tập đoàn|hãng|ê-kíp|ê kíp|ca sĩ|nghệ sĩ|đạo diễn|đoàn (?:làm )?phim"
            + "|quân khu|quân đoàn|sư đoàn|trung đoàn|lữ đoàn)(?!\\p{L})");

    /** Those who work for a firm, first among those who are asked. */
    private static final Pattern STAFF = Pattern.compile(
            "^(?:các |mỗi |những |mọi |toàn bộ |toàn thể |tất cả )?(?:công nhân|nhân viên|người lao động(?= của)|nhà thầu|đại lý|nhà cung cấp)(?!\\p{L})");

    /** Opens a clause with a firm, a bank or an owner. */
    private static final Pattern FIRMS = Pattern.compile(
            "^[^\\p{L}]*(?:các |một |nhiều )?(?:(?:ban |tổng |phó )?giám đốc |(?:ban )?lãnh đạo )?(?:tổng )?(?:công ty|cty|ngân hàng|doanh nghiệp|nhà máy|xí nghiệp|xưởng|tập đoàn|hãng|nhà đầu tư|chủ(?! (?:tịch|nhiệm|trì|tọa|toạ|trương)(?!\\p{L})))(?!\\p{L})",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** An asker of whom only a name is told, as it is written. */
    private static final Pattern NAMED = Pattern.compile(
            "^[^\\p{L}]*(?!(?:Viện|Cục|Khoa|Bộ|Kho|Lớp|Đồn|Chợ|Chùa|Tòa|Thuế|Đài|Báo|Em|Tôi|Anh|Ông|Bà|Chị|Cô|Thầy|Cũng|Nay|Và|Rồi|Vẫn|BQL\\p{L}*|BGH|BV|TT\\p{L}*|PGD\\p{L}*|VP)(?!\\p{L}))\\p{Lu}\\p{L}*(?: \\p{Lu}\\p{L}*){0,3} $");

    /** Takes up swindlers and others who are told of in the sentence before. */
    private static final Pattern THIRD = Pattern.compile(
            "(?:^|[,;:.] )[^\\p{L}]*(?:(?:bọn )?chúng(?! (?:ta|tôi|mình))|hắn|kẻ [^,;:]{1,40}|(?:các |nhóm |một )?đối tượng(?: (?:tự xưng|xưng|giả|mạo|gọi|nhắn)[^,;:]{0,60})?|(?:tin nhắn|cuộc gọi|đường link)(?: [^,;:]{1,40})?) (?:đã |còn |lại |liên tục )?$");

    /** A person, as he is written, of whom it was once asked; of many who get something it is asked now. */
    private static final Pattern PASSIVE = Pattern.compile(
            "(?:^|[,;:. ])(?<!(?:[Cc]ác|[Qq]uý|[Nn]hững|[Mm]ỗi|[Ôô]ng,?|[Aa]nh,?) )(?:(?:[Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị)(?: \\p{Lu}[^,;:]{0,60}?)?|[Tt]ôi|[Hh]ọ) (?:được|bị) [^,;:]{1,40} $");

    /** Somebody who is asked by name, as it is written; a name of one letter is that of a story. */
    private static final Pattern NAME = Pattern.compile(
            "^(?:[Ôô]ng |[Bb]à |[Aa]nh |[Cc]hị )\\p{Lu}[.]|^(?:[Ôô]ng |[Bb]à |[Đđ]ối tượng )?"
                    + "(?:Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Đinh|Trịnh|Đào|Lưu|Trương|Phùng) \\p{Lu}\\p{Ll}+ ");

    /** Those who may ask somebody of their place by name. */
    private static final Pattern OF_A_PLACE = words("(?:xã|phường|thôn|ubnd|ủy ban nhân dân|mặt trận|mttq)");

    private static final Pattern OBLIGED_BY_NAME =
            Pattern.compile("^[^\\p{L}]*(?:(?:\\p{Lu}\\p{Ll}+,? ){2,5}|\\p{Lu}\\p{Ll}{7,12} )phải $");

    private static final String CROWD =
            "^[^\\p{L}]*(?:nhiều |một số |các |có |\\d{1,4} )?(?:hộ dân|gia đình|cử tri|bạn đọc|độc giả|người dân|nhân dân|bà con|tiểu thương|đại biểu quốc hội|dư luận|báo chí|chuyên gia)";

    /** Those whose requests are wishes to authorities, or who are asked themselves: "Người dân chưa có thẻ đề nghị …". */
    private static final Pattern CROWD_ASKS = Pattern.compile(CROWD + "[^,;]{0,60} (?:yêu cầu|đề nghị) $");

    /** Works that only authorities do. */
    private static final Pattern WORKS = Pattern.compile(
            "^(?:với |tới |các |cơ quan |lãnh đạo ){0,2}(?:" + UNITS
                    + "|ngành|điện lực|cấp|chính quyền|chính phủ|quốc hội|bộ|nhà nước|chức năng|công ty|nhà thầu|nhà trường|chủ đầu tư|sớm|khẩn trương|sửa|xây|nâng cấp"
                    + "|cải tạo|khắc phục|xử lý|giải quyết|có (?:giải pháp|biện pháp|phương án)|bố trí|lắp|thay|trả lời|hỗ trợ)(?!\\p{L})");

    private static final Pattern WISHES = Pattern.compile(
            "^[^\\p{L}]*(?:ý kiến )?(?:của )?(?:bạn đọc|độc giả|cử tri)[^;]{0,80} nên |" + CROWD
                    + "(?! có (?:ý kiến|kiến nghị))[^,;]{0,60} (?:mong|(?<!(?:gửi|có|nộp|nêu|ý kiến|các|những|phản ánh) )kiến nghị) (?!(?:gửi|nộp) )");

    /** Words of a duty that somebody has, and not of what is asked. */
    private static final Pattern DUTY = Pattern.compile("phải|cần|có trách nhiệm|chịu trách nhiệm");

    /** A notice of a duty asks for it, as does a request that somebody must. */
    private static final Pattern NOTICE = Pattern.compile(
            "^(.*) (?:thông báo|cho biết|(?<!(?:theo|xét|của|các) )(?:yêu cầu|đề nghị|chỉ đạo|nhắc|lưu ý))(?: rằng| là| cho| tới)? (.*)$");

    /** Those of another sphere, who have duties of their own. */
    private static final Pattern OTHERS =
            Pattern.compile("(?:^|[,;:.(] )[^\\p{L}]{0,6}(?:các |một |nhiều )?(?:" + ACCUSED
                    + "|" + STATE
                    + "|bộ, ngành|ngân hàng|nước(?! sạch)|tổng thống|phe|tập đoàn|công ty|hãng|nhà thầu|chủ đầu tư|nhà đầu tư"
                    + "|doanh nghiệp(?: này| trúng)|bên (?:a|b|mua|bán|thuê|vay|nhận thầu)|cổ phiếu|mã chứng khoán|người nước ngoài|lao động nước ngoài|mạng xã hội|bưu phẩm"
                    + "|ê-kíp|ca sĩ|nghệ sĩ|điều tra viên|" + SPORTSMEN + ")(?!\\p{L})[^,;:]{0,80}? $");

    /** Other countries and their offices, as they are written. */
    private static final Pattern ABROAD = Pattern.compile(
            "(?=\\p{Lu})(?<!\\p{L})(?<!(?:đi|sang|tại|ở|từ|với|về|tiếng|hàng|gạo|xe|vào) )(?<!(?:[Đđ]/c|[Đđ]c|[Cc]hí|[Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị|[Cc]ô|[Cc]hú|[Bb]ác|[Ee]m|[Cc]háu|[Tt]hầy) )(?:(?<!\\p{Lu}\\p{L}{0,6} )(?:Mỹ(?! \\p{Lu}| thuật| nghệ| phẩm)|Nga(?! \\p{Lu}))|Đài Loan|Trung Quốc|Nhật Bản|Hàn Quốc|Triều Tiên|Ukraine|Iran|Iraq|Israel|Palestine|Syria|Ấn Độ|Pakistan|(?<!Ban )Pháp(?! (?:lệnh|luật|y|chế))|Australia|Canada"
                    + "|Indonesia|Malaysia|Philippines|Singapore|Thái Lan|Campuchia|Myanmar|Anh quốc|Vương quốc Anh|Tây Ban Nha|Bồ Đào Nha|Hy Lạp|Ba Lan|Venezuela|(?:Liên minh|Ủy ban|Hội đồng|Nghị viện) châu Âu|EU|NATO|Liên [Hh]ợp [Qq]uốc|Nhà Trắng|Lầu Năm Góc|Washington"
                    + "|Bắc Kinh|Moscow|Tehran|Brexit|Trump|Putin|(?:Thủ tướng|Tổng thống|[Cc]hính phủ|Nghị viện|Quốc hội|[Nn]ước|[Pp]hía) (?:Mỹ|Nga|Anh|Đức|Pháp|Ý|Áo|Lào))(?!\\p{L})");

    /** Opens a clause with a country or its offices, whomever they ask. */
    private static final Pattern ABROAD_ASKS = Pattern.compile(
            "^[^\\p{L}]*(?:(?:hôm qua|hôm nay|mới đây|các|phía|nước|chính (?:phủ|quyền)|(?:bộ|cục|cơ quan|tòa án|ngân hàng)(?: \\p{L}+){1,6}|quốc hội|(?:hạ|thượng|nghị) viện|tổng thống|thủ tướng|ngoại trưởng|đại sứ quán|hải quan) )?(?-i:"
                    + ABROAD.pattern() + ")",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** Leagues, whose clubs have their own last days. */
    private static final Pattern LEAGUES = words(
            "(?:vff|giải (?:vô địch )?quốc gia|liên đoàn bóng (?:đá|chuyền|rổ)|v-league|đội tuyển (?:quốc gia|việt nam))");

    private Parties() {}

    /** Returns whether a sentence speaks of other countries, and of nobody here. */
    static boolean areAbroad(String text) {
        Matcher abroad = ABROAD.matcher(text);
        return abroad.find()
                && !LOCAL.matcher(Homographs.small(abroad.replaceAll(" "))).find();
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
        int end = RequestWords.end(clause);
        String asker = clause.substring(0, request);
        if (DUTY.matcher(clause).region(request, clause.length()).lookingAt()) {
            return haveDuties(text.substring(0, end), asker);
        }
        String asked = clause.substring(end);
        return CROWD_ASKS.matcher(clause.substring(0, end)).find()
                        && WORKS.matcher(asked).find()
                || !clause.startsWith("giao", request) && isByName(asker, text.substring(end))
                || THIRD.matcher(asker).find()
                || PASSIVE.matcher(text.substring(0, request)).find()
                || STRANGERS.matcher(own(asker)).find()
                || ABROAD_ASKS.matcher(own(text.substring(0, request))).find()
                || areStaff(own(text.substring(0, request)), asked)
                || !isOfPlace(asked) && isOfOthers(own(asker), asked);
    }

    /** Returns whether one of no place asks somebody by name. */
    private static boolean isByName(String asker, String asked) {
        return NAME.matcher(asked).find()
                && own(asker).chars().anyMatch(Character::isLetter)
                && !OF_A_PLACE.matcher(asker).find();
    }

    /** Returns whether others have a duty, or tell somebody that he has. */
    private static boolean haveDuties(String text, String asker) {
        Matcher notice = NOTICE.matcher(asker);
        boolean told = notice.find();
        return told && areTold(text.substring(0, notice.end(1) + 1), notice.group(2))
                || !(told && isOfPlace(notice.group(2)))
                        && OTHERS.matcher(asker).find()
                || OBLIGED_BY_NAME.matcher(text).find() && !LOCAL.matcher(asker).find();
    }

    /** Returns whether others tell somebody of his duty. */
    private static boolean areTold(String text, String told) {
        String teller = own(Homographs.small(text));
        return STRANGERS.matcher(teller).find()
                || areStaff(own(text), told)
                || !isOfPlace(told) && ASKERS.matcher(teller).find();
    }

    /** Returns whether a firm, as it is written, asks those who work for it. */
    private static boolean areStaff(String asker, String asked) {
        return STAFF.matcher(asked).find()
                && (FIRMS.matcher(asker).find()
                        || NAMED.matcher(asker).find()
                                && !LOCAL.matcher(Homographs.small(asker)).find());
    }

    /** Returns whether the asker or the one who is asked is of another sphere. */
    private static boolean isOfOthers(String asker, String asked) {
        return ASKED.matcher(asked).find()
                        && !(NEARBY.matcher(asker).find()
                                && !ACCUSED_ASKED.matcher(asked).find())
                || ASKERS.matcher(asker).find()
                || STATE_ASKS.matcher(asker).find()
                        && BUSINESSES_ASKED.matcher(asked).find();
    }

    /** Returns whether units or people of a place stand among those who are asked, before what is asked of them. */
    private static boolean isOfPlace(String asked) {
        String rest = ASKED.matcher(asked).replaceFirst("");
        Matcher task = TASK.matcher(rest);
        return BESIDE.matcher(task.find() ? rest.substring(0, task.start()) : rest)
                .find();
    }

    /** Returns the words after the last mark. */
    private static String own(String asker) {
        int mark = -1;
        for (char each : ",:;().\"“–".toCharArray()) {
            mark = Math.max(mark, asker.lastIndexOf(each));
        }
        return asker.substring(mark + 1);
    }

    private static Pattern words(String alternatives) {
        return Pattern.compile("(?<!\\p{L})" + alternatives + "(?!\\p{L})");
    }
}
