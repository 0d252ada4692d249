package vn.loa.document.deadline;

import java.util.regex.Pattern;

/**
 * Recognises who asks and who is asked. A request concerns those who read a notice where it comes from the notice itself,
 * from a paper, or from a unit or officer of a place, or where it goes to the units or people of one. Whoever else asks
 * somebody else, a firm its staff or a swindler his victim, is only told of.
 */
final class Parties {
    private static final String UNITS =
            "ubnd|hđnd|ubmttq|mttq|btt|bch|bcđ|btc|ubbc|vp|ủy ban|uỷ ban|hội đồng|mặt trận|đảng|đảng ủy|đảng uỷ|chi bộ|chi ủy|chi uỷ|chi hội|chi đoàn|(?<!xã )hội|(?<!(?:trung|sư|quân|tập|binh|phái) )đoàn(?! (?:làm|phim|tàu|xe))|công đoàn|liên đoàn|liên hiệp"
                    + "|(?<!(?:trả|thuê|đặt|giữ) )phòng|sở|ban|bộ phận|văn phòng|công an|quân sự|biên phòng|kiểm lâm|thanh tra|viện kiểm sát|tòa án|toà án|thi hành án|trường|lớp|trạm|trung tâm|bệnh viện|điện lực|kho bạc|thuế|hải quan|bảo hiểm"
                    + "|ngân hàng|bưu điện|bưu cục|công ty|cơ quan|đơn vị|ngành|các cấp|cấp trên|chính quyền|địa phương|doanh nghiệp|nhà thầu|chủ đầu tư|cơ sở|hợp tác xã|htx|quỹ|tổ|đội|nhóm|câu lạc bộ|clb|tiểu ban|khối|cụm|thường trực|bộ|chi cục|cục|tổng cục|hệ thống|thư viện|bảo tàng|nhà trường|nhà văn hóa|ký túc xá|đài|báo|tòa soạn|toà soạn"
                    + "|thôn|xóm|ấp|bản|làng|buôn|(?<!quân )khu|khu phố|khu dân cư|xã(?! hội)|phường|thị trấn|huyện|quận|thị xã|tỉnh|thành phố|tp|trung ương|tw|dòng họ";

    private static final String PEOPLE =
            "dân|bí thư|chủ tịch|chủ nhiệm|giám đốc|trưởng|phó|thủ trưởng|chánh|hiệu trưởng|lãnh đạo|người đứng đầu|đồng chí|đ/c|đc|cán bộ|công chức|viên chức|giáo viên|cô giáo|thầy|cô|chủ (?:hộ|tàu|thuyền|xe|rừng|cơ sở|phương tiện|nuôi|nhà|trại|thể|sở hữu|đầu tư|dự án|lồng|bè|doanh nghiệp|trang trại|vườn|chó|đất|công trình|quán)"
                    + "|hội viên|đoàn viên|đảng viên|thành viên|đại biểu|cử tri|nhân dân|người|bà con|chị em|anh em|anh chị|anh|chị|em|bác|ông|bà|các cháu|công dân|phụ huynh|học sinh|học viên|sinh viên|thí sinh|gia đình|hộ|hộ dân|nông dân|ngư dân|tiểu thương|cổ đông|xã viên"
                    + "|lái xe|tài xế|khách hàng|thuê bao|tác giả|vận động viên|vđv|diễn viên|cả nhà|quý vị|quý|mọi|các bạn|bạn|ai|nào|mình|chúng ta|cá nhân|tổ chức|thuyền viên|chủ nuôi|trưởng thôn|kế toán|thủ quỹ|văn thư|lực lượng|dân quân|y tế|nhân viên y tế";

    private static final String PAPERS =
            "công văn|văn bản|kế hoạch|thông báo|quyết định|chỉ thị|công điện|nghị quyết|nghị định|thông tư|luật|kết luận|hướng dẫn|thể lệ|quy chế|quy định|nội quy|quy ước|cuộc họp|hội nghị|phiên họp|giao ban|biên bản|tờ trình|chương trình|đề án|hợp đồng|thư (?:ngỏ|mời|kêu gọi)"
                    + "|hồ sơ|phương án|bài|báo cáo|danh sách|tài liệu|số liệu|phiếu|đơn|đăng ký|ý kiến|kết quả|việc|công việc|công tác|nhiệm vụ|phương tiện|tàu|thuyền|xe|công trình|dự án|hạng mục|trường hợp|nội dung|sản phẩm|tác phẩm|clip|video|ảnh|tiền|phí|học phí|kinh phí|biểu mẫu|dữ liệu|thông tin|trẻ|chó|mèo|gia súc|gia cầm|đàn|vật nuôi|lợn|trâu|bò|thẻ|giấy|mẫu|góp ý|khoản|tiến độ|vườn|cây|lúa|ruộng|ao|chuồng|cống|kênh|cổng|băng rôn|pano|biển hiệu";

    private static final String ADVERBS =
            "kính|trân trọng|rất|mong|nay|vậy|do đó|vì vậy|vì thế|đồng thời|cũng|tiếp tục|riêng|nếu|khi|để|nhằm|bắt buộc|nhất thiết|thì|và|là|trước mắt|ngoài ra|tôi|chúng tôi|chỉ|nên|đã|xin|sẽ|còn|đang|thống nhất|sau đó|hiện";

    private static final Pattern KNOWN =
            Pattern.compile("(?<!\\p{L})(?:" + UNITS + "|" + PEOPLE + "|" + PAPERS + "|" + ADVERBS + ")(?!\\p{L})|\\d");

    /** Takes up those who are told of in the sentence before. */
    private static final Pattern THIRD = Pattern.compile(
            "(?:^|[,;:.] )[^\\p{L}]*(?:(?:bọn )?chúng(?! (?:ta|tôi|mình))|hắn|kẻ [^,;:]{1,40}|(?:các |nhóm )?đối tượng|(?:tin nhắn|cuộc gọi|đường link)(?: [^,;:]{1,40})?) (?:đã |còn |lại |liên tục )?$");

    /** Somebody of whom it was once asked. */
    private static final Pattern PASSIVE = Pattern.compile(
            "(?:^|[,;:. ])(?:ông|bà|anh|chị|gia đình|tôi|họ) [^,;:]{0,60}?(?<!\\p{L})(?:được|bị) [^,;:]{1,40} $");

    /** The words in which those who are asked are named. */
    private static final Pattern FIRST = Pattern.compile("^((?:[^ ]{1,30} ){0,4}).*$");

    private static final Pattern LETTER = Pattern.compile("\\p{L}");

    private Parties() {}

    /**
     * Returns whether it is asked by or of somebody who is known, or by nobody who is named.
     *
     * @param clause the clause before its day, in small letters
     * @param request where the word of asking begins
     * @param asked where what is asked for begins
     */
    static boolean areKnown(String clause, int request, int asked) {
        String asker = clause.substring(0, request);
        if (THIRD.matcher(asker).find() || PASSIVE.matcher(asker).find()) {
            return false;
        }
        String next = FIRST.matcher(clause.substring(asked)).replaceFirst("$1");
        return !LETTER.matcher(subject(asker)).find()
                || next.startsWith("được ")
                || KNOWN.matcher(asker).find()
                || !clause.startsWith("phải", request) && KNOWN.matcher(next).find();
    }

    /** Returns the words of a clause after its last mark. */
    private static String subject(String asker) {
        int mark = -1;
        for (char each : ",:;().\"“–-".toCharArray()) {
            mark = Math.max(mark, asker.lastIndexOf(each));
        }
        return asker.substring(mark + 1);
    }
}
