package vn.loa.summary;

import java.util.EnumSet;
import java.util.Set;
import vn.loa.text.pattern.PrefilteredPattern;

/**
 * The facts that a sentence can give a commune official, and their worth in a summary. The worths, like the costs of a
 * {@link Penalty}, have no unit: they were weighed against each other on the sample articles of the tests.
 */
enum Feature {
    WHO(
            0.6,
            "(?:[uủ][yỷ] ban|(?:ub)?mttq|ubnd|hđnd|mặt trận tổ quốc|(?:đảng|huyện|thành|tỉnh|quận|thị) (?:ủy|uỷ)"
                    + "|ban (?:thường trực|thường vụ|chỉ đạo|công tác mặt trận|ctmt|tổ chức|quản lý|giám sát|vận động|chấp hành)"
                    + "|hội (?:nông dân|lhpn|liên hiệp phụ nữ|phụ nữ|cựu chiến binh|ccb|chữ thập đỏ|người cao tuổi|khuyến học)"
                    + "|đoàn (?:thanh niên|tncs)|công đoàn|liên đoàn lao động|công an|trạm y tế|trung tâm|chi bộ|đảng bộ|đoàn giám sát"
                    + "|tổ bầu cử|bộ|sở|trường)"),
    WHAT(
            1.0,
            "(?:(?<!ban )tổ chức(?! (?:chính trị|xã hội|đoàn thể|thành viên|đảng(?!\\p{L})"
                    + "|hội(?!\\p{L}| (?:nghị|thảo|thi|chợ|đàm|diễn|trại|xuân|khỏe|khoẻ|thao|giảng|làng|hoa|sách|vật))))"
                    + "|khai mạc|bế mạc|ban hành|triển khai|phát động|khởi công|khánh thành|bàn giao|trao"
                    + "|tặng|thăm|tiếp nhận|ra mắt|kiểm tra|giám sát|đối thoại|hiệp thương|bầu|công bố|ký kết|ủng hộ|vận động"
                    + "|quyên góp|kêu gọi|tập huấn|tuyên truyền|tiếp xúc cử tri|lấy ý kiến|sắp xếp|sáp nhập|tiêm(?! kích)|khám(?! nghiệm| xét| phá)|ra quân|hỗ trợ"
                    + "|di dời|sơ tán|rét (?:đậm|hại)|mưa (?:to|lớn)|ngập|sạt lở|lũ quét|mất (?:điện|nước)|từ trần|đuối nước|xảy ra|bốc cháy|truy tặng|khen thưởng|tuyên dương|thông báo|họp|đón nhận|thành lập|bổ nhiệm|điều động|luân chuyển|chỉ định|giữ chức|xử phạt|khởi tố|bắt giữ|tạm giữ)"),
    WHEN(
            0.8,
            "(?:(?:ngày|sáng|chiều|tối|đêm) \\d{1,2}|\\d{1,2}/\\d{1,2}|\\d{1,2} ?(?:h\\d{2}|giờ)|sáng nay|chiều nay|tối nay"
                    + "|thứ (?:hai|ba|tư|năm|sáu|bảy) (?:hằng|hàng)|chủ nhật)"),
    WHERE(
            0.5,
            "(?:địa điểm|tại (?:hội trường|nhà văn (?:hóa|hoá)|trung tâm|trụ sở|xã|phường|thôn|tổ dân phố|khu|trường|trạm|sân|đình|đền"
                    + "|ubnd|địa chỉ|số))"),
    HOW_MANY(
            0.9,
            "\\d[\\d.,]* (?:đại biểu|hộ|suất|triệu|tỷ|tỉ|đồng|người|cán bộ|học viên|học sinh|cử tri|thôn|nhà|ngôi nhà|căn|cây|ý kiến"
                    + "|tổ|đồng chí|cá nhân|tập thể|hội viên|đoàn viên|đảng viên|trường hợp|phần quà|mô hình|công trình|điểm|cuộc|lượt|ha|km|m2|trẻ"
                    + "|liều|tấn|kg|mm|độ|phần|đơn vị|ứng cử viên|xã|phường|công dân|thanh niên|tân binh|thí sinh|giáo viên|gia đình|nhân khẩu|lao động|bệnh nhân|hồ sơ"
                    + "|chỉ tiêu|nghị quyết|đội|vận động viên|doanh nghiệp|%)"),
    DEADLINE(
            1.4,
            "(?:trước (?:ngày|\\d{1,2} ?(?:h|giờ))|chậm nhất|muộn nhất|hạn (?:cuối|chót|nộp)|thời hạn|đến hết ngày|thời gian (?:nhận|nộp|tiếp nhận|thu) hồ sơ)"),
    ASKED(
            1.2,
            "(?:yêu cầu|đề nghị|nghiêm cấm|kêu gọi|khuyến cáo|nhấn mạnh|chỉ đạo|giao cho|cần (?:tập trung|tiếp tục|chủ động|thực hiện|mang|lưu ý)"
                    + "|phải|đăng ký|không được|chủ động)"),
    OUTCOME(
            1.3,
            "(?:đã (?:bầu|trao|hiệp thương|thống nhất|thông qua|vận động|quyên góp|tiếp nhận|hoàn thành|hỗ trợ|thu|cử|nghe)"
                    + "|không (?:có|gây|xảy ra) (?:thiệt hại|thương vong)|kết quả|giải (?:nhất|nhì|ba)|thống nhất|nhất trí|tổng (?:số|kinh phí|trị giá|giá trị)|đạt \\d|trị giá|gồm|đạt tỷ lệ)");

    /** The features that nobody writes under a picture. */
    static final Set<Feature> STATED = Set.of(WHAT, HOW_MANY, DEADLINE, ASKED, OUTCOME);

    /** The features that say more than that something was done, by somebody. */
    static final Set<Feature> FACTS = Set.of(WHEN, WHERE, DEADLINE, ASKED, OUTCOME);

    private final double worth;
    private final PrefilteredPattern words;

    Feature(double worth, String words) {
        this.worth = worth;
        this.words = PrefilteredPattern.caseless("(?<![\\p{L}\\d])" + words + "(?![\\p{L}])");
    }

    double worth() {
        return worth;
    }

    boolean isIn(String sentence) {
        return words.isIn(sentence);
    }

    static Set<Feature> of(String sentence) {
        Set<Feature> features = EnumSet.noneOf(Feature.class);
        for (Feature feature : values()) {
            if (feature.isIn(sentence)) {
                features.add(feature);
            }
        }
        return features;
    }
}
