package vn.loa.document.deadline;

import java.util.regex.Pattern;
import vn.loa.text.Folding;

/** The words by which a clause with a day only tells something, and asks nobody to do it. Most are folded. */
final class ToldPatterns {
    /** "ít nhất 3 ngày trước ngày …" tells another day, "hết hạn trước ngày …" when a paper expires. */
    static final Pattern DAYS_AHEAD =
            Pattern.compile("\\d ngay(?: lam viec)? $|(?<![a-z])het han $|(?:d[uw]|tron) \\d{1,2} tuoi(?: tro len)? $");

    /** Requests of another paper, on which this one rests. */
    static final Pattern CITED = Pattern.compile(
            "^[^\\p{L}]*(?:căn cứ(?: vào)?|thực hiện|theo|tiếp theo|trả lời|phúc đáp) (?:công văn|kế hoạch|thông báo"
                    + "|văn bản|hướng dẫn|quyết định|chỉ thị|chỉ đạo|chủ trương)(?: số)? [^;]{1,160} về việc (?![^;]*, )");

    /** After a day: how it compares with others, where it is over. */
    static final Pattern COMPARED =
            Pattern.compile("^,? (?:(?:som|nhanh|cham|muon) hon (?:so voi )?(?:cung ky|nam|moi nam|vu|ke hoach|\\d))");

    /** After a clause: who tells it. */
    static final Pattern SAID = Pattern.compile(
            "^(?:[^;.\"”]{0,100}[\"”])?, (?:ông|bà|anh|chị|cô|bác|cụ|em|đồng chí) [^;.]{1,60}(?<!\\p{L})(?:nói|cho biết|cho hay|khẳng định|lo lắng|lo ngại|phấn khởi|trăn trở|bày tỏ)(?!\\p{L})"
                    + "|^[\"”]?, [^;.,]{1,60} (?:khoe|(?<!không )kể|chia sẻ|tâm sự|than thở|hào hứng|hồ hởi|cười|bộc bạch|phân tích|tư vấn|nhận định|dự đoán)(?!\\p{L})");

    /** After a quotation: what its words are. */
    static final Pattern QUOTED = Pattern.compile("^[^;.]{0,20}[\"”»] (?:là|từng là|được nêu|chỉ là) ");

    /** Words of a duty that nobody has; folded they would be other words as well. */
    static final Pattern NEGATED = Pattern.compile(
            "(?<!\\p{L})(?:chưa|không)(?: còn)? (?:(?:bắt buộc|yêu cầu|nhất thiết)(?! là)"
                    + "|(?:cần|phải) (?:\\p{L}{1,7} )?(?:gửi|nộp|đăng ký|báo cáo|hoàn thành|thực hiện|kê khai|lập|tổ chức|trả"
                    + "|chuyển|xây dựng|khai|làm|có|bổ sung|góp ý|triển khai|xác nhận|cung cấp|đóng(?! dấu)))[^,;.]{0,60}$");

    /** An event that others hold, or what people get; what these hand in is theirs to do. */
    static final Pattern HELD = Pattern.compile(
            "(?<![a-z])(?:(?:se|dang) duoc (?:to chuc|phat song|ra mat|trao|cong bo|khoi dong)"
                    + "|duoc (?:thanh toan|chi tra|ho tro|cap|huong|hoan tra))"
                    + "(?: (?!(?:gui|nop|dang ky|bao cao|hoan thanh|ke khai|quyet toan|lap|bo sung) )[a-z]{1,7}){0,8} $");

    /** A count of those who had done it by then: "trước ngày 10/11, có 12/15 thôn …"; "các thôn có 12 hộ" are chosen by it. */
    static final Pattern COUNTED = Pattern.compile(
            "^,? (?!(?:cac|nhung|tung|tat ca|de nghi|yeu cau|moi (?!co |\\d)[a-z]+) )(?:[a-z]{1,7} ){0,4}(?:co|moi|chi con|con) (?:\\d|mot so )");

    /** A count of those who did it: "có 12 hộ nộp hồ sơ trước ngày …". */
    static final Pattern HOW_MANY = Pattern.compile(
            "(?<![\\d,.])\\d{1,2}(?:[,.]\\d{1,2})?% (?:so )?[a-z ]{2,40}(?:nop|gui|hoan thanh|dang ky|bao cao)(?![a-z])|(?<![a-z])(?:co|moi co|chi co) \\d[\\d./]{0,8}(?: [a-z]{1,8}){1,3}? (?:nop|gui|hoan thanh|dang ky|bao cao)(?![a-z])"
                    + "|(?<![a-z])(?:tiep nhan|nhan duoc|trao tang|trao|tang|(?!nop|gui)[a-z]{2,8} duoc) \\d(?!.*;)");

    /** Before a count: those of whom something is wanted. */
    static final Pattern WANTED = small("các|những|từng|mỗi|mọi|nào|yêu cầu|đề nghị|phải|giao|mời");

    /** A year or a day of it that opens a sentence. */
    static final Pattern OPENING_YEAR = Pattern.compile("^[^a-z]{0,3}(?:(?:trong |vao )?nam |"
            + "(?:(?:sang|chieu|toi) )?ngay \\d{1,2}[/.-]\\d{1,2}[/.-])(\\d{4})(?=[, ])");

    /** A paper or a request that is taken back; folded it would be other words as well ("chỉ huy", "hoàn lại"). */
    static final Pattern WITHDRAWN = small(
            "xin (?:được )?(?:lùi|gia hạn|kéo dài|điều chỉnh)|(?:đề nghị|đề xuất|kiến nghị) (?:được |cho )?(?:lùi|dời|(?:gia|kéo dài|đổi|chuyển) (?:thời )?hạn(?! thẻ)|gia hạn (?:nộp|thời))|(?:thu hồi|rút lại|(?<!tiêu )(?:hủy|huỷ)(?: bỏ)?|bãi bỏ|hoãn lại|tạm hoãn|tạm dừng)"
                    + "(?: (?:các|những|mọi|toàn bộ|một số|tất cả|nội dung))?"
                    + " (?:thông báo|công văn|văn bản|kế hoạch|yêu cầu|đề nghị|thời hạn|hạn nộp|hạn|lịch|việc|chỉ đạo)"
                    + "|không (?:tiếp tục )?thực hiện (?:việc|yêu cầu|thông báo|công văn|nộp|gửi|báo cáo|đăng ký)"
                    + "|tạm (?:dừng|ngừng)(?: việc)? (?:(?:tiếp )?nhận|thu|nộp)|(?:tạm )?hoãn (?:việc )?(?:nộp|gửi|thu|đăng ký|báo cáo|tiếp nhận|nhận)");

    /** Said of a request after its day: it holds no longer. */
    static final Pattern VOID = Pattern.compile(
            "^(?:(?! (?:nếu|để|sẽ|tránh|không bị)(?!\\p{L}))[^,;.(]){0,40}? (?:(?:không còn|hết) (?:hiệu lực|áp dụng|giá trị)"
                    + "|không tiếp tục thực hiện|không thực hiện nữa|(?:bị|được) (?:thu hồi|hủy|huỷ|bãi bỏ|rút lại|hoãn))(?!\\p{L})");

    /** Said after a day where nothing is asked: it is a question. */
    static final Pattern DOUBTED = Pattern.compile(
            "^[^;]{0,40}(?<!\\p{L})(?:hay không|hay chưa|phải không(?=(?: \\p{L}{1,5}){0,3} ?[?]))(?!\\p{L})");

    /** A question about a last day, and not a request in its form. */
    static final Pattern WONDERED = small("liệu|thưa (?:ông|bà)|kịp (?:không|chưa)");

    /** Said after a day: the teller is late, or does it himself. */
    static final Pattern EXCUSED = Pattern.compile("^[^;]{0,40}(?<!\\p{L})(?:thông cảm|lượng thứ)(?!\\p{L})");

    /** People who are excused hand nothing in. */
    static final Pattern MISSED = small("không|chưa|xin (?:phép|lỗi)");

    /** Before words of withdrawal: it is asked for, and is the duty itself. */
    static final Pattern ORDERED = small("đề nghị|yêu cầu|giao|phải|rà soát");

    /** A promise, or a plan of the teller; folded it would be other words as well. */
    static final Pattern PROMISED = small(
            "(?<!nào )(?<!ai )sẽ(?! (?:bị|không được) [^;]{0,80}nếu (?:không|chưa))|(?<!(?:ký|bản|đơn|giấy|nộp|gửi|phiếu|lập|thu|hoàn thành) )cam kết"
                    + "|hứa|dự định|đăng ký (?:hoàn thành|đạt|về đích|phấn đấu)|(?<!(?:giấy|phiếu|lịch|đúng|sai|ngày|điểm) )hẹn");

    /** A plan of the teller or of others, a wish to those above, and work under way. */
    static final Pattern OF_TELLER = small(
            "(?:chúng tôi|(?:ngày|tuần|tháng|quý|năm) nào [^,;.]{0,20}cũng|(?<=[\"“:,] ?)tôi|bản thân tôi)(?! (?:đề nghị|mong|xin))"
                    + "|kiến nghị (?:với )?(?:ubnd|thành phố|tỉnh|cấp trên|trung ương|chính phủ|thủ tướng|bộ|sở|quốc hội|các cấp)"
                    + "|(?:kể|chia sẻ|tâm sự|bộc bạch|nói) rằng|dự báo(?! viên)|thường thì|thông thường|thường(?= (?:gửi|nộp|báo cáo|hoàn thành|đăng ký))|có kế hoạch|(?:tờ trình|đề án|dự thảo|báo cáo|nghị quyết|kết quả) (?:nêu|cho thấy|đề xuất|đặt(?= (?:mục|chỉ|ra)))|(?:thông báo|công bố|trả) (?:kết quả|điểm|giải)[^,;.]{0,40}(?= $)|kết quả [^,;.]{0,60}công bố(?= $)|đang [^,;.]{0,60}(?:để|nhằm|để kịp)");

    /** A private person tells what others ask of him. */
    static final Pattern TELLS = small(
            "(?:ông|bà|anh|chị|cô) [^;.]{0,80}(?:cho (?:biết|hay)|kể|chia sẻ|nói)(?!.*(?:yêu cầu|đề nghị|giao (?:các|cho|mỗi)))"
                    + "|(?<!(?:đề nghị|yêu cầu)[^;.]{0,80})(?:gia đình|vợ chồng) (?:tôi|anh|chị|ông|bà|em|cháu)(?! (?:chị|nào|hãy|nhớ|vui lòng))(?! .*(?:yêu cầu|đề nghị))"
                    + "|(?:ông|bà|anh|chị) (?!nào|ấy|con|em|chi|chủ|trưởng|bí|tổ)[^,;.]{1,24} phải(?! (?:là|có))(?<!nếu [^;.]{1,60})(?! .*(?:yêu cầu|đề nghị))"
                    + "|(?<!(?:các|mỗi|từng|những|chị) )(?:em|cháu|cụ) (?!nào|học|trong|thiếu)[^,;.]{1,24} phải(?! (?:là|có))(?! .*(?:yêu cầu|đề nghị))"
                    + "|(?:ông|bà|anh|chị|bị can|đối tượng) [^;,]{1,20} khai(?: nhận)?(?:,| rằng| đã| được)"
                    + "|(?:bảo|rủ|giục|gọi|kháo) nhau|(?<!các )(?:mẹ|vợ|chồng) [^,;:]{0,20}(?:dặn|nhắc|giục|thúc)"
                    + "|mục tiêu (?:chung |chính )?là cố gắng"
                    + "|(?:giả danh|mạo danh|giả mạo|kẻ gian|kẻ xấu)(?!.*[,;.] (?:đề nghị|yêu cầu các|các))");

    /** Tells what somebody who is named tries to do; read with its capitals. */
    static final Pattern TRIES = Pattern.compile(
            "(?<!\\p{L})(?:[Aa]nh|[Cc]hị|[Ôô]ng|[Bb]à|[Cc]ô|[Cc]hú|[Bb]ác|[Ee]m|[Cc]háu|[Tt]hầy)(?: giáo)? (?:\\p{Lu}|ấy |ta )[^,;.]{0,30} (?:tranh thủ|cố gắng|lo|tính|kịp)(?!\\p{L})(?! .*(?:yêu cầu|đề nghị))");

    /** Tells of something that is built or cleared by then; its builders are told their duty with a request. */
    static final Pattern BUILT = Pattern.compile(
            "(?<![a-z])(?:(?<!cac )(?:nha thau|don vi thi cong|cong ty|chu dau tu|doanh nghiep)(?:(?! thong bao (?:cac|khach|nguoi|thi) ) [^ ,;]{1,20}){0,8}"
                    + "|duoc(?: [a-z]{1,8}){0,3}) (?:xong|hoan thanh|hoan tat)(?: [^ ,;]{1,20}){0,5} $"
                    + "|^[^a-z]*(?:du an|cong trinh|goi thau) [^.;:]{0,150} (?:hoan thanh|dua vao su dung|ban giao|quyet toan)(?: cho [a-z ]{1,30})? $"
                    + "|(?<![a-z])dang duoc [^.;:]{0,80} (?:xong|hoan thanh)(?: [^ ,;]{1,20}){0,5} $");

    /** Tells what others than the readers do by then; who is told to hand something in has a duty. */
    static final Pattern OF_OTHERS = marked(
            "^[^a-zà-ỹ]*(?:nhân dịp [^,;]{1,40}, )?(?:công ty|tập đoàn|cả nước|toàn quốc|máy (?:gặt|cày|cấy|bay)|việt nam|mỹ|trung quốc|nga|ấn độ|nhật bản|hàn quốc|hai nước|châu âu|liên hợp quốc|giáo xứ|giáo họ|nhà thờ|chùa|siêu thị|nhà hàng|khách sạn|nhà mạng|nhà xe|nhà tài trợ|ngân hàng|nhà thầu"
                    + "|điện lực|bệnh viện|nhà máy|bưu điện|bộ(?! (?:phận|chqs|chỉ huy|đội|môn|máy|sung|trí|phiếu|nhiệm|túc))|chính phủ|quốc hội|ban giám khảo"
                    + "|hội đồng (?:thi|chấm)|đội (?:văn nghệ|bóng|tuyển)|đường (?:nước|dây|ống|điện)"
                    + ") (?!.*(?:gửi|nộp|đăng ký|báo cáo|nhận|gia hạn|kéo dài|ý kiến|góp ý|trình|tuyển|lập danh sách"
                    + "|(?:thông báo|mời)(?: đến| tới| cho| quý)? (?:các|khách hàng|người dân|nhân dân|thí sinh)) )(?:[^.;:]|[.](?=\\d)){0,200} $");

    /** Tells of what people get by then; what they are to hand in or to fetch is their duty. */
    static final Pattern THINGS = marked(
            "^[^a-zà-ỹ]*(?:quà (?:gửi|tặng|tết|được)|(?:tiền )?(?:lương(?! thực)|phụ cấp|trợ cấp|thưởng(?! (?:trực|vụ|xuyên)))|hàng hóa|hàng hoá|xe"
                    + "|thuốc|gạo|giấy mời|sách|phần thưởng|hỗ trợ \\d[\\d.,]*+|tiền (?:hỗ trợ|đền bù)) "
                    + "(?!.*(?:, hoàn thành|xong|gửi về|nộp|đăng ký|liên hệ|đăng kiểm|kiểm định|(?:các|mỗi|từng) [^.;:]{1,30} (?:gửi|nhận|chuẩn bị)) )[^.;:]{0,100}$");

    /** Tells what parties of a trade agree on. */
    static final Pattern TRADED = small(
            "(?:công ty|doanh nghiệp|tập đoàn|bên (?:mua|bán)|thương lái|thương nhân|vựa|nhà máy|đại lý)(?: [^ .;:]{1,20}){0,20}"
                    + " (?:đặt cọc|chốt giá|(?:nhận|giao) hàng|thu mua|bao tiêu|hẹn)(?!.*(?:thông báo|đăng ký|gửi|nộp) )"
                    + "|hợp đồng [^.;:]{0,80} giao hàng|bên (?:mua|bán|thuê|cho thuê|vay|cho vay|a|b)(?: [^ .;:]{1,20}){0,20} (?:thanh toán|trả|bàn giao|sang tên)");

    /** Tells of many, or of one who was in time. */
    static final Pattern NEWS = Pattern.compile(
            "(?<!\\p{L})(?:tất bật|hối hả|nhộn nhịp|rộn ràng) |^[^\\p{L}]*(?:nhiều|không ít|hàng (?:trăm|nghìn|chục)|đông đảo) "
                    + "|(?<!\\p{L})là [^,;.]{1,40} (?:đầu tiên|duy nhất|sớm nhất) "
                    + "|(?<!\\p{L})(?<!(?:không|chưa|để|nhằm|bảo đảm|đảm bảo|cho) )kịp (?:gửi|nộp|đăng ký|hoàn thành|báo cáo|về đích)(?!\\p{L})");

    /** Begins a clause in which others are told their duty; "với các thôn, các hội" goes on with a list. */
    static final Pattern ADDRESSED =
            Pattern.compile("(?:(?:[,;]| nhưng| nên) (?:nay |vì vậy |do đó |vẫn )?(?:đề nghị|yêu cầu|mời|xin"
                    + "|vui lòng|phải|cần|mỗi|từng|tất cả|bà con|chị em|phụ huynh|học sinh|thí sinh|hội viên|đoàn viên|đảng viên|công dân"
                    + "|đại biểu|ai|\\p{L}{1,6}(?: \\p{L}{1,6})? nào)"
                    + "|(?<!(?:các|những) [^,;.]{1,40})(?:[,;]| nhưng| nên) (?:các|những)) ");

    /** Begins a clause in which something is asked. */
    static final Pattern CALLED = Pattern.compile("[,;] (?:nay |vì vậy |do đó )?(?:đề nghị|yêu cầu|mời|xin|vui lòng) ");

    /** A word or two in quotation marks. */
    static final Pattern NAMED = Pattern.compile("[\"“][^\"“”]{1,20}[\"”]");

    /** Told as done; "vừa và nhỏ" is not. */
    static final Pattern DONE = Pattern.compile(
            "(?<!\\p{L})(?<!xác nhận )(?:đã(?! (?:lùi|gia(?: hạn)?|kéo dài|dời|điều chỉnh) (?:$|thời |hạn |nộp |nhận |đăng ký ))|vừa(?! (?:qua|và|phải|học|làm)(?!\\p{L}))) ");

    /** "Gửi danh mục đã chọn về phòng": what is handed in was chosen before. */
    static final Pattern OBJECT_DONE = Pattern.compile(
            "(?<!\\p{L})(?<!đã )(?:gửi|nộp|chuyển|báo cáo) [^,;.]{1,60} đã \\p{L}{1,7}(?: \\p{L}{1,7}){0,3} (?:về|cho|lên|tới) [^,;.]{1,60}$");

    /** After a day that opens its clause: how it is since then. */
    static final Pattern NOWADAYS = Pattern.compile("[,;] (?:còn |thì )?nay (?:có|là|đã|chỉ|thì|không|được|còn) ");

    /** "Những hộ đã đăng ký mua giống nộp tiền …": tells which ones are meant, up to what they have to do. */
    static final Pattern OF_THOSE = Pattern.compile(
            "(?<!\\p{L})(?:những|các|mọi|hộ|người|khách|thí sinh|học sinh|trường hợp)(?: [^ ,;.:]{1,12}){0,4}? đã "
                    + "(?:đăng ký|trúng tuyển|trúng|đỗ|được|có|mua|nhận|vay|đặt|ký|bốc thăm|tham gia|nộp (?:hồ sơ|đơn))(?: (?!và |để )[^ ,;.:]{1,12}){0,5}?"
                    + " (?:nộp|gửi|hoàn thành|hoàn thiện|thanh toán|đóng|giao|trả|bổ sung|xác nhận)(?!\\p{L})");

    /** Asks, or names what asks. */
    static final Pattern REQUEST = words("yeu cau|de nghi|chi dao|(?<!da )phan dau|phai|can phai|co trach nhiem"
            + "|thong bao|ban hanh|huong dan|quyet dinh|thong nhat|phat dong|nhac|quan triet|thoi han"
            + "|de ra|dat muc tieu|quy dinh");

    /** Hands something in, whatever it is about. */
    static final Pattern HANDED = words("gui|nop|dang ky|bao cao");

    /** Makes a duty of what would else be told. */
    static final Pattern MUST = words("phai|can phai|yeu cau");

    /** A stay, a class or a show that goes on over days, though one may register for it. */
    static final Pattern LASTS = Pattern.compile(
            " (?:thi dau|bieu dien|tap huan|tham quan|cam trai|trung bay|luu tru|su dung(?! dat )|dien ra)"
                    + "(?: (?!(?:nop|gui|dang ky|tiep nhan|ke khai|gop y|binh chon|du thi) )[^ ;.]{1,20}){0,8}? tu (?:ngay |\\d)");

    /** Right before its last day: something is open until then. */
    static final Pattern RUNS = Pattern.compile("(?<![a-z])(?:hoat dong|mo cua|phuc vu|duy tri|kinh doanh) $");

    private static final String MATCH_OF_SPORT =
            "giải(?! (?:phóng|quyết|ngân|trình|tỏa|toả|thể|đáp|mã|pháp|thích|nghĩa|cứu|tán|trừ|chấp)(?!\\p{L}))";

    /** A class, a feast or a match that ends by then, or what is built and done by then. */
    static final Pattern EVENT = Pattern.compile(
            "(?:^|[,;] )(?!.*(?:đề nghị|yêu cầu|giao |phải ))(?:cây )?(?:cầu|cầu vượt|hầm|đường hầm|công trình|dự án|tuyến đường|tòa nhà"
                    + "|toà nhà|nhà máy)(?:,? (?!(?:các|mỗi) )[\\p{L}0-9/.-]{1,15}){0,8},? (?:hoàn thành|xong|thông xe|về đích) $"
                    + "|^[^\\p{L}]*(?!.*(?:đề nghị|yêu cầu|phải ))(?:lớp(?! (?:trưởng|\\d))|khóa học|khoá học|khóa bồi dưỡng|khoá bồi dưỡng"
                    + "|lễ(?! (?:tân|phép))|trận|" + MATCH_OF_SPORT
                    + "|kỳ họp|chuyến đi) .*(?:xong|kết thúc|hoàn thành) $"
                    + "|^[^\\p{L}]*(?!.*(?:đề nghị|yêu cầu|phải ))(?:đại hội|hội nghị|hội thi|hội thảo|lễ|lễ hội|"
                    + MATCH_OF_SPORT
                    + "|kỳ họp|cuộc họp)(?: [\\p{L}0-9-]{1,12}){0,10} (?:được )?(?:(?<!ban )tổ chức|tiến hành)(?: vào)? $");

    /** A day that another one replaces, or that was not needed; "gửi sớm trước ngày" asks for haste. */
    static final Pattern REPLACED = Pattern.compile(
            "(?<![a-z])(?:thay cho|thay vi|khong phai(?: la)?|(?:som|nhanh|vuot)(?: hon(?: so voi)?| so voi|(?= (?:thoi )?han))"
                    + "(?:(?: thoi)? han)?(?: quy dinh)?) ?$|so voi thoi han $");

    private static final String FORMERLY =
            "vua qua|nam ngoai|(?:nam|thang) truoc(?! (?:ngay|\\d|sang|trua|chieu|toi|thu|het|luc|khi|tet))|truoc do|truoc day"
                    + "|ngay ay|nam xua|nho lai|lich su|ky niem";

    /** Names what is remembered, not when something was done. */
    static final Pattern FEAST = words("lich su|ky niem");

    static final Pattern OF_THE_PAST = words(FORMERLY);

    /** Said of the day itself. */
    static final Pattern THEN = Pattern.compile("^,? (?:cua |vao |trong )?(?:" + FORMERLY + ")(?![a-z])");

    static final Pattern ADJECTIVE = Pattern.compile(
            "(?<![a-z])(?<!(?:hoan thanh|tien hanh|to chuc|thuc hien|viec|va|tham muu|tham dinh|,) )"
                    + "(?:(?<!(?:hoc|thi|ve|tuyen|khai|giam|duong|moi|bac|tiet) )sinh"
                    + "|(?<!(?:cac|tro|theo|so|khan|cao|trung|nang|phan|cung|tung) )cap"
                    + "|(?<!(?:chu|thu|dinh|dang|nhiem|chu|hoc|cung|dau|cuoi|giua|thoi) )(?<!trinh [^,;.]{0,40})ky|(?<!trinh [^,;.]{0,40})ban hanh|thanh lap|ket hon|vao dang|cu tru|thuong tru"
                    + "|tam tru|xay dung|hy sinh|phat sinh|tham gia cach mang|nhap ngu|tot nghiep"
                    + "|dua vao su dung|bo nhiem|(?<!trinh [^,;.]{0,40})phe duyet|nghi viec|(?:viec )?(?:nao|ai) (?:xong|hoan thanh|nop|gui|dang ky)|tham gia bao hiem|nhu|so voi)(?: tu)? $");

    private ToldPatterns() {}

    private static Pattern words(String alternatives) {
        return Pattern.compile("(?<![a-z])(?:" + alternatives + ")(?![a-z])");
    }

    /** Reads a pattern in small letters with marks, and in a text without any marks as well. */
    private static Pattern marked(String pattern) {
        return Pattern.compile(pattern + "|(?=\\p{ASCII}*$)" + Folding.fold(pattern));
    }

    private static Pattern small(String alternatives) {
        return Pattern.compile("(?<!\\p{L})(?:" + alternatives + ")(?!\\p{L})");
    }
}
