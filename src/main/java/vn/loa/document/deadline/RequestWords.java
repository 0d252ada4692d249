package vn.loa.document.deadline;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the request that governs a day: the last words of asking before it in its clause. Whatever is asked for by a day
 * is a duty, and what stands before the request only says to whom or why.
 */
final class RequestWords {
    /** Verbs of asking; as nouns ("đơn đề nghị", "theo yêu cầu") or denied they ask nobody. */
    private static final Pattern ASKS = Pattern.compile(
            "(?<!\\p{L})(?<!(?:bàn|chuyển|theo|các|những|mọi|đơn|hồ sơ|giấy|văn bản|công văn|phiếu|tờ trình|danh sách|nội dung|đáp ứng|không"
                    + "|chưa|nhận được|trên cơ sở|xét|của|không còn|ngoài|mới|đúng|nếu|khi|để|từng|một số|trường hợp) )(?:yêu c[ầâ]u|đề ngh[ịi]|chịu trách nhiệm(?! (?:về|trước|với|theo|toàn|chính|cá nhân|hình sự|bồi)(?!\\p{L}))"
                    + "|giao(?= (?:cho|các|mỗi|từng|phòng|ban|văn phòng|ủy ban|uỷ ban|ubnd|công an|đồng chí|đ/c|ông|bà|sở|bộ|hội|đoàn|vụ|trưởng|chủ tịch|phó"
                    + "|giám đốc|chánh|trạm|trường|trung tâm|tổ|thôn|đơn vị|cơ quan|mặt trận|thanh tra|cục|chi|cán bộ|công chức|kế toán|văn hóa|tài chính|tư pháp|địa chính|nội vụ|thống kê|thủ trưởng|bch|bcđ|chỉ tiêu|xã|huyện|quận)(?!\\p{L}))|phải(?! (?:là|có mặt|chịu|không)(?!\\p{L}))|có trách nhiệm(?! với)|cần(?= (?:gia hạn|nộp|gửi|đăng ký|hoàn thành|báo cáo|liên hệ|đổi|làm (?:thủ|lại)|kê khai|khai báo|bổ sung|xác nhận|cập nhật|thanh toán|đóng|rà soát|có văn bản)(?!\\p{L}))|vui lòng|(?<!(?:ban|sự|công tác|ý kiến|văn bản|tiểu ban|thực hiện|theo) )chỉ đạo"
                    + "|(?<!(?:bị|ràng|trói|đã|được) )buộc(?= (?:ông|bà|hộ|chủ|các|công ty|tổ chức|cá nhân|đơn vị) )|nhắc nhở|(?<!tiêm )nhắc(?! (?:lại|đến|tới)(?!\\p{L}))|xin(?= (?:danh sách|số liệu|file|thông tin)(?!\\p{L}))|khuyến cáo(?= (?:bà con|các|người|nông dân|nhân dân|hộ|chủ|mọi|khách|phụ huynh)(?!\\p{L}))) "
                    + "|(?<=(?:công văn|văn bản|công điện|thông báo) )(?:yêu cầu|đề nghị) (?=(?:các|mỗi|ubnd|ủy ban|uỷ ban|đảng ủy|đảng uỷ|thủ trưởng|chủ tịch|giám đốc|sở|phòng) )");

    private RequestWords() {}

    /** Returns where the last word of asking begins in a clause in small letters; -1 where nothing is asked. */
    static int start(String clause) {
        Matcher asks = ASKS.matcher(clause);
        int start = -1;
        while (asks.find()) {
            start = asks.start();
        }
        return start;
    }

    /** Returns where the words that are asked for begin in a clause in small letters; -1 where nothing is asked. */
    static int end(String clause) {
        Matcher asks = ASKS.matcher(clause);
        int end = -1;
        while (asks.find()) {
            end = asks.end();
        }
        return end;
    }
}
