package vn.loa.document.deadline;

import java.util.regex.Pattern;

/** The words by which a clause with a day only tells something, and asks nobody to do it. Most are folded. */
final class ToldPatterns {
    /** "ít nhất 3 ngày trước ngày …" tells another day. */
    static final Pattern DAYS_AHEAD = Pattern.compile("\\d ngay(?: lam viec)? $");

    /** Words of a duty that nobody has; folded they would be other words as well. */
    static final Pattern NEGATED =
            Pattern.compile("(?<!\\p{L})(?:chưa|không) (?:bắt buộc|yêu cầu|cần|phải|nhất thiết)(?! là)[^,;.]{0,60}$");

    /** An event that others hold, or what people get. */
    static final Pattern HELD =
            Pattern.compile("(?<![a-z])(?:(?:se|dang) duoc (?:to chuc|phat song|ra mat|trao|cong bo|khoi dong)"
                    + "|duoc (?:thanh toan|chi tra|ho tro|cap|huong|hoan tra))(?: [a-z]{1,7}){0,8} $");

    /** A count of those who had done it by then: "trước ngày 10/11, có 12/15 thôn …". */
    static final Pattern COUNTED = Pattern.compile("^,? (?:[a-z]{1,7} ){0,4}(?:co|moi|chi con|con) (?:\\d|mot so )");

    /** How many did it: "có 12 hộ nộp hồ sơ trước ngày …". */
    static final Pattern HOW_MANY = Pattern.compile(
            "(?<![a-z])(?:co|moi co|chi co) \\d[\\d./]{0,8}(?: [a-z]{1,8}){1,3}? (?:nop|gui|hoan thanh|dang ky|bao cao)(?![a-z])");

    /** A year that opens a sentence. */
    static final Pattern OPENING_YEAR = Pattern.compile("^[^a-z]{0,3}(?:trong |vao )?nam (\\d{4})(?=[, ])");

    /** A paper or a request that is taken back. */
    static final Pattern WITHDRAWN =
            words("(?:thu hoi|rut lai|huy|huy bo|bai bo|hoan lai|tam hoan|tam dung)(?: [a-z]{1,7}){0,2}?"
                    + " (?:thong bao|cong van|van ban|ke hoach|yeu cau|de nghi|thoi han|han nop|han|lich|viec|chi dao)"
                    + "|(?:khong con|het) (?:hieu luc|ap dung|gia tri)|khong (?:tiep tuc )?thuc hien"
                    + "|(?:tam )?hoan (?:viec )?(?:nop|gui|thu|dang ky|bao cao|tiep nhan|nhan)");

    /** What somebody will do or has promised is told, not asked; folded it would be other words as well. */
    static final Pattern PROMISED =
            Pattern.compile("(?<!\\p{L})(?:sẽ|(?<!ký |bản |đơn |giấy )cam kết|hứa|dự định|hẹn)(?!\\p{L})");

    /** Tells of many, or of one who was in time. */
    static final Pattern NEWS = Pattern.compile("^[^\\p{L}]*(?:nhiều|không ít|hàng (?:trăm|nghìn|chục)|đông đảo) "
            + "|(?<!\\p{L})là [^,;.]{1,40} (?:đầu tiên|duy nhất|sớm nhất) "
            + "|(?<!\\p{L})(?<!không |chưa |để )kịp (?:gửi|nộp|đăng ký|hoàn thành|báo cáo|về đích)(?!\\p{L})");

    /** What goes on over days, though one may register for it. */
    static final Pattern LASTS = Pattern.compile(
            " (?:thi dau|bieu dien|hoc|tap huan|tham quan|cam trai|trung bay|luu tru|su dung|dien ra)(?: [^ ;.]{1,20}){0,8}? tu "
                    + "(?:ngay |\\d)");

    /** A class, a feast or a match that ends by then, or what is built and done by then. */
    static final Pattern EVENT = Pattern.compile(
            "(?:^|[,;] )(?!.*(?:de nghi|yeu cau|giao |phai ))(?:cay )?(?:cau|cau vuot|ham|duong ham|cong trinh|du an|tuyen duong|toa nha|nha may)"
                    + "(?:,? [a-z0-9/.-]{1,15}){0,8},? (?:hoan thanh|xong|thong xe|ve dich) $"
                    + "|^[^a-z]*(?:lop|khoa hoc|khoa boi duong|le|le hoi|tran|giai|ky hop|chuyen di|buoi) .*(?:xong|ket thuc|hoan thanh) $"
                    + "|^[^a-z]*(?:dai hoi|hoi nghi|hoi thi|hoi thao|le|le hoi|giai|ky hop|cuoc hop)(?: [a-z0-9-]{1,12}){0,10}"
                    + " (?:duoc )?(?:to chuc|tien hanh)(?: vao)? $");

    /** A day that another one replaces, or that was not needed. */
    static final Pattern REPLACED =
            Pattern.compile("(?<![a-z])(?:thay cho|thay vi|khong phai(?: la)?|(?:som|nhanh|vuot)(?: hon)?(?: so voi)?"
                    + "(?: thoi)?(?: han)?(?: quy dinh)?) ?$");

    static final Pattern OF_THE_PAST = words(
            "vua qua|nam ngoai|(?:nam|thang) truoc(?! (?:ngay|\\d|sang|trua|chieu|toi|thu|het|luc|khi|tet))|truoc do|truoc day|lich su|ngay ay"
                    + "|nam xua|ky niem");

    static final Pattern ADJECTIVE = Pattern.compile(
            "(?<![a-z])(?:sinh|cap|(?<!dinh )(?<!dang )(?<!trinh [^,;.]{0,40})ky|ban hanh|thanh lap|ket hon|tuyen dung|vao dang|cu tru|thuong tru"
                    + "|tam tru|xay dung|hy sinh|phat sinh|tham gia cach mang|nhap ngu|tot nghiep"
                    + "|dua vao su dung|bo nhiem|(?<!trinh )(?<!tham dinh, )phe duyet|nghi viec|tham gia bao hiem|nhu|so voi)(?: tu)? $");

    private ToldPatterns() {}

    private static Pattern words(String alternatives) {
        return Pattern.compile("(?<![a-z])(?:" + alternatives + ")(?![a-z])");
    }
}
