package vn.loa.document.deadline;

import java.util.regex.Pattern;

/** The forms in which deadlines are written, folded. */
final class DuePatterns {
    private static final String HANDED_IN =
            "ho so|bai|don|dang ky|danh sach|y kien|tac pham|phieu|bao cao|san pham|bieu mau";
    /** Follows "hạn" where it is the day for handing in or finishing; "hạn thẻ bảo hiểm" and "hạn dùng" are validities. */
    private static final String TERM_OF =
            "cuoi|chot|hoan tra|nop|gui|goi|dang ky|dang|hoan thanh|bao cao|tiep nhan|nhan(?! thuong)|tra|gop|tham gia|tham du|thu(?! (?:hoach|hut|hoi))"
                    + "|lap|ke khai|khai|binh|ra soat|chot|khao sat|viet|chi tra|phan cong|thong bao|so ket|tong ket|giai ngan|kien toan|gop y|thuc hien|xu ly|giai|phan hoi|phuc dap|dong|chuyen|cap nhat|nhap|khac phuc|quyet toan"
                    + "|thanh toan|cung cap|du thi|xet|ban giao|lay y kien|trinh|de xuat|de cu|gioi thieu|tong hop|thong ke|trien khai"
                    + "|xac nhan|bo sung|dieu chinh|doi soat|niem yet|lien he|dat|mua|tiem|kiem tra|nghiem thu|don|thao do|di doi|cai dat"
                    + "|hop|doi(?! tuong)|lam|bao(?! (?:hanh|hiem))|cap (?:doi|lai)|lay|xin|thay|sua|thi hanh|phe duyet|bieu quyet|ky|to chuc|rut|cho|cua|de|danh sach|tuyen|"
                    + HANDED_IN;

    /** Whatever "Hạn …:" names is due then, but for what is valid until then. */
    private static final String OWN_TERM =
            "(?<!(?:gia|dung|qua|het|ky|co|vo|den|gioi|cong|som|truoc|trong|thoi) )han(?! (?:dung|su dung|the|ho chieu|bang|giay|bao (?:hanh|hiem|quan|tri)|hop dong|visa|thi thuc|dang kiem|kiem dinh|vay|thue|luu|chung|vac|thuoc|san pham|che|muc|ngach|han|hwn|nhiem|hieu luc|gia tri|cua (?:the|giay|bang|ho chieu|hop)|bhyt|khuyen mai|ap dung|xet xu|nhan thuong)(?![a-z]))";

    /** "thời hạn giải ngân … đến hết". */
    private static final String SETTLED =
            "giai ngan|thanh toan|quyet toan|ban giao|khac phuc|ke khai|xu ly|nhap|cap nhat|chot|binh chon|du thi|nghiem thu|doi soat";

    private static final String CUE =
            "(?<![a-z])(?:(?<latest>khong (?:(?:de )?(?:cham |muon |tre |keo dai )?qua|(?:muon|cham|tre) hon)(?= (?:ngay |\\d{1,2} ?(?:h|g)))"
                    + "|(?:cham nhat|muon nhat|tre nhat|(?<=, )cuoi cung(?= la ngay))(?: [li]a| den| vao| trong| truoc| het"
                    + "| cuoi(?= ngay))*+)"
                    + "|(?<before>(?:truoc|trc)(?!,|(?<= tu truoc) toi nay)(?: het| luc| thoi diem)?)"
                    + "|(?<due>(?:thoi han|han|thoi gian|thoi diem)(?: cuoi(?: cung)?| chot| nop| gui| dang ky"
                    + "| hoan thanh| bao cao| binh chon| tiep nhan| nhan| tra loi| gop y| tham gia| thu(?! (?:hoach|hut|hoi)))(?![a-z])(?:[^.;\\d]|(?<= (?:ky|dot|lan|quy|thang|nam|thon|vong|mau|so|lop|khoa) )\\d{1,4}(?! ?[/.-]?\\d)){0,80}?"
                    + "(?:(?: |: ?)(?:la|den het|den|truoc|vao|het|cham nhat)|:)"
                    + "|(?:thoi )?han (?:" + SETTLED
                    + ")(?![a-z])[^.;:\\d]{0,60}?(?: nam \\d{4})? (?:la|den het|den|truoc|het|cham nhat)"
                    + "|(?:thoi han(?:,? [a-z]{1,9}){1,12}(?=: (?:xong )?(?:truoc|cham nhat|muon nhat))|thoi han(?: (?:"
                    + TERM_OF
                    + ")(?![a-z])(?: [a-z]{1,9}){0,5})?|" + OWN_TERM
                    + "(?:,? [a-z]{1,9}){0,9})(?::(?: (?:truoc|cham nhat|muon nhat|den het|den|het))?)|(?:(?<=[,;:(.?!] )|(?<=\\()|(?<=^[^a-z]{0,4})|(?<=(?<![a-z])(?:tien|phi|quy|thue|nop|dong|gui|bao cao|ho so) [a-z\\d ]{0,40})(?=han (?:la|den) ))han(?: la| den(?: het)?)?(?= (?:ngay )?\\d{1,2}[/.-]\\d)|hoan thanh:"
                    + "|(?:thoi han|han)(?: cuoi(?: cung)?| chot| nop| gui| dang ky| hoan thanh)[^.,;:\\d]{0,40}?"
                    + "(?= (?:vao )?(?:ngay )?\\d)"
                    + "|thoi gian[^.;:\\d]{0,40}:(?: xong)? (?:truoc|cham nhat|muon nhat)"
                    + "|khoa so(?: [a-z]{1,9}){0,6} (?:vao luc|luc|vao|ngay|tu)"
                    + "|(?:doi|lui|keo dai thoi)(?: thoi)? han(?: (?!hop dong|visa|the|giay)[a-z]{1,9}){0,9} (?:den het|den|sang|toi)"
                    + "|khong (?:con )?(?:tiep )?nhan(?: them)? (?:" + HANDED_IN + ")[^.;\\d]{0,40}? sau"
                    + "|(?:thoi (?:diem|gian|han) )?dong thau(?: vao| luc| la|:)?"
                    + "|deadline(?: [a-z]{1,9}){0,6}(?::| la)|deadline(?= (?:ngay )?\\d{1,2}[/.-]\\d)"
                    + "|(?:ket thuc|ngung|(?<!ay )(?<!su )(?<!ap )dung|(?<!hop )(?<!hoi )(?<!cong )(?<!phat )(?<!lao )(?<!hoat )(?<!van )dong|khoa(?: so)?|chot|han chot)(?: viec| thoi gian| cong)?(?: tiep)?"
                    + " (?:nhan|nop|dang ky|thu(?! (?:phi|gia|ve|hoi|hoach|hut))|gui|binh chon|lay y kien|danh sach|so luong)(?![a-z])[^.;\\d]{0,60}?"
                    + "(?:(?: |: ?)(?:la|vao|vao luc|luc|sau|tu|den|ngay)|:)"
                    + "|(?:ket thuc|ngung|chot) (?:nhan|nop|dang ky|binh chon|danh sach)(?: [a-z]{1,9}){0,5}(?= \\d{1,2}/)"
                    + "|(?:cong|he thong|duong link|link|bieu mau|phan mem|form)(?: [a-z]{1,9}){0,6} (?:dong|khoa)(?: so lieu| dang ky| nop)?"
                    + "(?: vao luc| luc| vao| sau|(?= ngay \\d))"
                    + "|(?:dong|khoa) (?:link|duong link|cong|form|bieu mau|he thong)(?: [a-z]{1,9}){0,4}?(?: (?:vao luc|luc|vao|ngay)|(?= \\d{1,2} ?(?:h|g|:)))"
                    + "|(?:(?<=, )chot|chot (?:so|danh sach|don|so luong))(?= \\d{1,2} ?(?:h|g|:))"
                    + "|(?<=(?:dang ky|binh chon|du thi|nop|nhan)[^.;]{1,80}, )(?:dong|khoa)(?: vao)? luc"
                    + "|dung(?= \\d{1,2} ?(?:h|g|:)[^.;]{0,40} (?:chot|dong|khoa) (?:danh sach|so luong|so lieu|dang ky|cong|link|form|bieu mau|he thong)))"
                    + "|(?<until>(?:cho |keo dai )?(?:den het|toi het|den cuoi|den|het|cuoi(?= ngay \\d))|ket thuc(?: vao)?(?: luc)?|(?<= tu (?:ngay )?\\d{1,2}/\\d{1,2} ?)[-–])"
                    + "|(?<within>trong))";
    private static final String TIME = "(?:(?<hour>\\d{1,2}) ?(?:h|g|gio|:) ?(?:(?<minute>\\d{2})(?!\\d)(?: ?(?:'|phut"
            + "|p)(?![a-z]))?)?[ ,;-]{0,3})?";
    private static final String TIME_OF_DAY =
            "(?<hour>\\d{1,2}) ?(?:h|g|gio|:) ?(?<minute>\\d{2})?(?!\\d)(?: ?(?:'|phut|p)(?![a-z]))?(?: (?<half>sang|trua|chieu|toi|d[ew]m)(?![a-z]))?";
    private static final String WEEKDAYS = "thu (?:hai|ba|tu|nam|sau|bay|[2-7])|t[2-7](?= tuan )|chu nhat";
    private static final String HALF =
            "(?:(?:vao |cua )?(?:buoi )?(?<half>sang|trua|chieu|toi|d[ew]m)(?![a-z])(?: (?:mai|nay"
                    + "|ngay mai)(?![a-z]))?[ ,]{0,2})?";
    private static final String WEEKDAY =
            "(?:(?:cua )?(?:ngay )?(?:thu (?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat|cn(?= \\d))(?![a-z])(?: tuan (?:nay|sau|toi)(?![a-z]))?[ ,(]{0,3})?";
    /** The first day of a period whose last one counts. */
    private static final String SINCE_DAY =
            "(?:(?:tu )?(?:\\d{1,2} ?(?:h|g|gio|:) ?(?:\\d{2})?(?: ?phut)?,? ?)?(?:ngay )?\\d{1,2}[/.]\\d{1,2}(?:[/.]\\d{4})? ?(?:-|–|den het|den) ?)?";

    private static final String GAP = "[ ,(:]{1,3}";
    /** Words between a cue and its day: "chậm nhất tiết 2 ngày 17/11", "hết giờ làm việc ngày 27/11". */
    private static final String PART_OF_DAY =
            "(?:(?:tiet|gio|ca|giao) (?:\\d|[a-z]{1,8})(?: [a-z]{1,8}){0,3}? (?=ngay |thu |sang |chieu |hom nay|\\d{1,2}/))?";

    private static final String DAY =
            "(?:cuoi )?(?:vao )?(?:(?:ngay )?(?:mai|hom nay)[ ,(]{1,3})?(?:ngay {1,2})?(?:mung |mong )?\\(?(?<day>\\d{1,2})(?: ?[/.-] ?(?<month>\\d{1,2})(?: ?[/.-] ?(?<year>\\d{4}|\\d{2}))?"
                    + "| ?thang (?<monthWord>\\d{1,2}|gieng|chap)(?:(?: ?/| nam"
                    + "|,? nam) ?(?<yearWord>\\d{4}))?)(?![\\d/]|[.-]\\d)";

    /** A cue, perhaps a time, and a day with its month. */
    static final Pattern DATED = Pattern.compile(
            CUE + GAP + PART_OF_DAY + SINCE_DAY + TIME + HALF + WEEKDAY + DAY
                    + "(?<yearly>(?:,? va (?:truoc )?(?:ngay )?\\d{1,2}(?: thang |/)\\d{1,2})?,? (?:hang|moi) nam(?!,? truoc))?"
                    + "(?=(?<both>(?:,|,? va) [^.;\\d]{1,60} (?:ngay|truoc) \\d{1,2}(?: thang |/)\\d{1,2},? (?:hang|moi) nam)|)");

    /** A cue and a day told from that of the text: "chiều nay", "ngày mai", "thứ Sáu tuần này". */
    static final Pattern RELATIVE = Pattern.compile(
            CUE + GAP + PART_OF_DAY + TIME
                    + "(?:(?:vao |cua )?(?:buoi )?(?<half>sang|trua|chieu|toi|d[ew]m)(?![a-z])[ ,]{0,2})?"
                    + "(?:(?:cua )?(?:ngay )?(?<weekday>" + WEEKDAYS
                    + ")(?: (?<week>tuan nay|tuan sau|tuan toi|nay)| toi(?![a-z]))?"
                    + "|(?:cuoi )?(?<near>(?:ngay )?hom nay|ngay mai|ngay kia|(?<=(?:sang|trua|chieu|toi|d[ew]m) )(?:nay|mai)))"
                    + "(?![a-z\\d]| (?:hang|moi|ke tu|tinh tu|thang|cua(?! tuan)|sau (?:khi|ngay)|dau tien|cuoi cung|(?:dau|cuoi|trong) (?:thang|quy|nam|ky|dot))(?![a-z])|[ ,(]{1,3}(?:ngay )?\\d)");

    /** Before the last day of a range that begins now. */
    static final Pattern FROM_NOW = Pattern.compile("(?<![a-z])tu (?:(?:ngay )?hom nay|nay|ngay mai|bay gio) $");

    /** "xong 14/11;" in a list of who does what; "xong 10/12 thôn" is a count. */
    static final Pattern FINISHED = Pattern.compile("(?<![a-z])xong " + DAY + "(?= ?(?:[;,.)]|$))");

    /** The same in what is given to somebody: "hoàn thành ngày 14/11". */
    static final Pattern FINISHED_BY =
            Pattern.compile("(?<![a-z])(?:xong|hoan thanh) (?:trong )?" + DAY + "(?= ?(?:[;,.)|]|$))");

    /** Beside "hoàn thành ngày 14/11": work is shared out. */
    static final Pattern SHARED = Pattern.compile(
            "(?<![a-z])(?<!da )(?:phan cong|giao) (?:cho )?(?:dong chi|d/c|dc|phong|ban|to|chi hoi|ong|ba) ");

    /** Beside "xong 14/11": a duty is given out. */
    static final Pattern ASSIGNS = Pattern.compile(
            "(?<![a-z])(?:phan cong|yeu cau|de nghi|phai|can|se|giao|phu trach|nhiem vu|ke hoach|phan dau|lich|han|truoc|cham nhat)(?![a-z])");

    /** Beside "xong 1/3": a part that is done, not a day. */
    static final Pattern MEASURES =
            Pattern.compile("%|(?<![a-z])(?:dat(?! (?:hang|mua|in|ve))|ket qua|ti le|ty le|phan tram)(?![a-z])");

    private static final String OLD_DAY = "(?:\\d{1,2} ?(?:h|gio)(?: ?\\d{2})?(?: phut)?,? )?(?:ngay )?\\d{1,2}"
            + "(?:[/.-]\\d{1,2}(?:[/.-]\\d{4})?| thang \\d{1,2}(?: nam \\d{4})?)";

    /** A deadline that is moved from one day to another, which counts. */
    static final Pattern MOVED = Pattern.compile(
            "(?<![a-z])(?<due>(?:(?:(?:thoi han|han)(?: cuoi| chot)?(?: bao cao| gop y| tra loi| hoan thanh"
                    + "| nop| gui| nhan| tiep nhan| dang ky)|thoi gian (?:nop|gui|nhan|tiep nhan|dang ky))[^.;\\d]{0,80}? tu "
                    + OLD_DAY
                    + "|(?:thoi )?han [^.;:\\d]{0,40}?" + OLD_DAY
                    + ",? (?:nay )?(?:duoc )?(?:lui|doi|chuyen|dieu chinh|gia han|keo dai)(?: lai| them)?)"
                    + " (?:sang|thanh|den het|den|toi|xuong)) (?:het )?" + TIME + HALF + WEEKDAY + DAY);

    /** A day and, after it, that it is the last. */
    static final Pattern NAMED_AFTER = Pattern.compile(
            "(?<![a-z])(?:ngay |thu (?:hai|ba|tu|nam|sau|bay|[2-7]),? |chu nhat,? |(?<![\\d/.-])(?=\\d{1,2}[/.-]\\d|m[ou]ng \\d))"
                    + DAY.replace("(?:ngay {1,2})?", "")
                    + "(?:,? la (?:ngay )?(?:han|thoi han|chot|ngay cuoi(?: cung)?(?! c))(?! han)|: ?(?:thoi )?han (?:cuoi|chot))(?![a-z])");

    /** A near day and, after it, that it is the last. */
    static final Pattern NEAR_NAMED_AFTER = Pattern.compile(
            "(?<![a-z])(?:(?:ngay )?(?<weekday>" + WEEKDAYS
                    + ")(?: (?<week>tuan nay|tuan sau|tuan toi|nay))?|(?<near>(?:ngay )?hom nay|ngay mai|ngay kia)),? la (?:ngay )?(?:han|thoi han|ngay cuoi(?: cung)?(?! c))(?! han)(?![a-z])");

    /** A day, and after it until what time: "ngày 20/11, trước 11h30". */
    static final Pattern TIMED_AFTER =
            Pattern.compile("(?<![a-z])(?:trong |vao )?ngay " + DAY.replace("(?:ngay {1,2})?", "")
                    + "[, (]{1,3}(?:(?<before>truoc)|(?<latest>cham nhat|muon nhat))(?: la| luc| vao)? " + TIME_OF_DAY
                    + "(?![,;]? ?(?:ngay|sang|chieu|thu|\\d))");

    /** A time of day after a last day that has none: ", trước 16 giờ". */
    static final Pattern TIME_AFTER = Pattern.compile("[, (]{1,3}(?:truoc|cham nhat|muon nhat)(?: la| luc| vao)? "
            + TIME_OF_DAY + "(?![,;]? ?(?:ngay|sang|chieu|thu|\\d))");

    /** A day, and after it what must be there by then. */
    static final Pattern MUST_BE = Pattern.compile("(?<![a-z\\d/.-])(?:ngay )?" + DAY.replace("(?:ngay {1,2})?", "")
            + ",? (?:la )?phai (?=(?:co(?! mat)|xong|nop|gui|hoan thanh|bao cao)(?![a-z]))");

    /** A cue and a day of every month, quarter or week. */
    static final Pattern RECURRING = Pattern.compile(CUE + GAP + TIME + HALF
            + "(?:(?:cac |moi )?(?:ngay )?(?<weekday>thu (?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat) (?:hang|moi) tuan"
            + "|(?:ngay )?(?<day>\\d{1,2})(?:,| cua)? ?(?:(?<monthly>(?:hang|moi) thang|thang (?:sau"
            + "|ke tiep|tiep theo|lien ke|lien sau))"
            + "|(?<lastOfQuarter>thang cuoi (?:cua )?(?:(?:hang|moi) )?quy)"
            + "|(?<quarterly>(?<firstOfQuarter>(?:thang )?dau )?(?:cua )?(?:(?:hang|moi) quy|quy (?:sau|tiep theo"
            + "|ke tiep)))))(?![a-z])");

    /** After this day what is missing counts as not handed in. */
    static final Pattern MISSING_AFTER = Pattern.compile(
            "(?<![a-z])(?:(?<!thu )sau|(?<!ket )(?<!hieu )qua|(?<!den )het|den(?= han ))(?: (?:thoi (?:gian|han|diem)|han)(?: (?:tren|nay|quy dinh|nop|gui)){0,2})?[ (,:]{1,3}(?:la )?"
                    + TIME + HALF + WEEKDAY + DAY
                    + "(?=[),]{0,2} (?:[^.;]{0,20}(?<![a-z])(?:he thong|cong|link|duong link|phan mem|form)[^.;]{0,30} (?:khoa|dong)(?![a-z])"
                    + "|[^.;]{0,80}?(?<![a-z])(?:khong|chua) (?:(?:den )?nhan(?! duoc)|gui|nop|dang ky|bao cao|phan hoi|hoan thanh|co (?:y kien"
                    + "|bao cao|phan hoi)|(?:duoc )?(?:xem xet|giai quyet|chap nhan|tiep nhan)(?! h[a-z])|duoc (?:xet|tinh|cham|cong nhan|ho tro)|(?:tiep )?nhan(?: them)? (?:"
                    + HANDED_IN + "))(?![a-z])))");

    /** A day of this month or the next one: "trước ngày 25". */
    static final Pattern LONE =
            Pattern.compile("(?<![a-z])(?:(?<latest>(?:cham nhat|muon nhat|tre nhat)(?: la)?)|truoc) "
                    + TIME + HALF
                    + "ngay (?<day>\\d{1,2})(?![\\da-z]| ?[/.-] ?\\d|[,(]? ?(?:cua )?(?:thang(?! nay)|hang|moi|quy|am lich|tet)(?![a-z])"
                    + "|(?:,| va| hoac| hay| den| -)? ?(?:ngay )?\\d)");

    /** Stands before a day of each month or quarter. */
    static final Pattern PERIODIC = Pattern.compile(
            "(?<![a-z])(?:hang|moi|dinh ky[:,]?|bao cao(?= (?:thang|quy)[ ,(]{1,3}$)) (?:(?<monthly>thang)|(?<quarterly>quy)|tuan|nam)(?![a-z])");

    /** Stands before a weekday of each week. */
    static final Pattern WEEKLY = Pattern.compile("(?<![a-z])(?:hang|moi) tuan(?![a-z])");

    /** A weekday that comes again, and after it the time by which something is there. */
    static final Pattern EVERY_WEEK = Pattern.compile(
            "(?<![a-z])(?:vao )?" + HALF + "(?:ngay )?(?<weekday>" + WEEKDAYS
                    + ") (?:hang|moi) tuan(?=[^.;\\d]{0,120} truoc (?<hour>\\d{1,2}) ?(?:h|g|gio|:) ?(?<minute>\\d{2})?(?!\\d))");

    /** A weekday that comes again, after words for sending. */
    static final Pattern WEEKDAY_SENT = Pattern.compile("(?<![a-z])(?:vao |truoc )?" + TIME + HALF
            + "(?:ngay )?(?<weekday>" + WEEKDAYS + ") (?:hang|moi) tuan(?![a-z]|,? truoc (?:ngay )?\\d)");

    /** The same with the weekday after the recurrence: "hằng tuần vào 15 giờ thứ Sáu". */
    static final Pattern WEEKLY_SENT = Pattern.compile("(?<![a-z])(?:hang|moi) tuan,? (?:vao |truoc |cham nhat )?"
            + TIME + HALF + "(?:ngay )?(?<weekday>" + WEEKDAYS + ")(?! (?:hang|moi|tuan)(?![a-z]))(?![a-z])");

    /** A recurring day without a cue, after words for sending. */
    static final Pattern EVERY_MONTH =
            Pattern.compile("(?<![a-z\\d])(?:vao )?(?:truoc )?ngay (?<day>\\d{1,2}) (?:(?<monthly>(?:hang|moi) thang)"
                    + "|(?<quarterly>(?:hang|moi) quy))(?![a-z])");

    /** A recurrence, and after it a cue and the day. */
    static final Pattern OFTEN = Pattern.compile(
            "(?<![a-z])(?:dinh ky )?(?:(?<monthly>hang thang|moi thang)|(?<quarterly>hang quy|moi quy))[, (:]{1,4}"
                    + "(?:truoc|cham nhat(?: la| vao| den)?) ngay (?<day>\\d{1,2})(?! ?[/.-]? ?\\d| thang)");

    /** Stands before the cue of a day that comes every year; a report of the year comes again where its rule is told. */
    static final Pattern YEARLY = Pattern.compile("(?<![a-z])(?:(?:hang|moi) nam,?"
            + "|che do bao cao(?![a-z]).{0,110}(?<![a-z])bao cao nam(?: (?:gui|nop))?,?) $");

    /** A cue and a month or quarter, whose last day counts. */
    static final Pattern PERIOD = Pattern.compile(
            "(?<![a-z])(?<cue>(?<due>(?:(?:thoi gian|thoi han|han|tien do) )?hoan thanh:)|(?:ngay )?trong|truoc|het|cuoi|(?:cham nhat|muon nhat)(?: la| den| vao| trong| het"
                    + "| cuoi)*+)(?<end> cuoi| (?:khi )?het| ngay cuoi(?: cung)?(?: cua)?)? (?:(?:thang (?<month>\\d{1,2}|nay)(?:(?:/|-"
                    + "| nam )(?<monthYear>\\d{4}))?)"
                    + "|(?:quy (?<quarter>iv|iii|ii|i|[1-4])(?:(?:/| nam "
                    + "|-)(?<quarterYear>\\d{4}))?))(?![\\d/a-z]|-\\d)");

    private static final String PAPER =
            "(?:van ban|cong van|thong bao|ke hoach|huong dan|quyet dinh|phieu|giay moi)(?: nay)?";

    /** A number of days since the document was signed, posted or received. */
    static final Pattern SINCE = Pattern.compile(
            "(?<![a-z])(?:trong|cham nhat|muon nhat|khong qua|sau|(?<due>(?:thoi han|han) (?:nop|gui|tra loi|gop y"
                    + "|dang ky|hoan thanh|bao cao|nhan ho so|tham gia|thuc hien(?! (?:hop dong|du an|goi thau))|khac phuc|thao do|thi hanh|chap hanh|bo sung)[^.;:\\d]{0,40}?(?::| la)))(?: vong| thoi han| thoi gian| la"
                    + "| sau)*+ (?<count>\\d{1,3})(?: ?\\([a-z ]{2,30}\\))? ngay(?<working> lam viec)?,? (?:ke "
                    + "|tinh )?tu (?:ngay|khi)"
                    + " (?:(?:ky(?! (?:bien ban|hop dong|ket|thoa thuan))|ban hanh|ra quyet dinh)"
                    + "|(?:nhan(?: duoc)?|phat hanh|niem yet|cong bo|dang tai|ra) " + PAPER + "|" + PAPER
                    + " (?:duoc )?(?:ky|ban hanh|phat hanh|niem yet|cong bo|dang tai)|thong bao(?=[.,;]|$))(?![a-z])");

    /** Before the lunar new year; "trước, trong và sau Tết" is no deadline. */
    static final Pattern TET = Pattern.compile(
            "(?<![a-z])(?:cham nhat )?truoc (?:dip |ngay )?tet(?! (?:trung thu|duong lich|doan ngo|doc lap"
                    + "|thieu nhi|thanh minh))(?: co truyen| nguyen dan"
                    + "| am lich)?(?![a-z])(?:[^,.;\\d]{0,20} (?<lead>\\d{1,2}) ngay(?![a-z]))?");

    private DuePatterns() {}
}
