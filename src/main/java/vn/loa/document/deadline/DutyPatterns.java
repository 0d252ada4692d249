package vn.loa.document.deadline;

import java.util.Set;
import java.util.regex.Pattern;

/** The verbs of what is to be done, and the words beside a day by which something is due. Folded. */
final class DutyPatterns {
    private static final String HANDING =
            "gui|nop|dang ky|phuc dap|hoan thanh|hoan tat|hoan thien|xong|(?<!thu )gop y|tham gia y kien|cho y kien|(?<!khong )co y kien"
                    + "|y kien bang van ban|tra loi|phan hoi"
                    + "|cung cap|ban giao|giai ngan|quyet toan|thanh toan|ke khai|nhan ho so|tiep nhan ho so"
                    + "|nhan bai|nhan tac pham|nhan du thi"
                    + "|nhan san pham|(?<!the )(?<!giay )(?<!phieu )(?<!doi )du thi|binh chon|nop ho so|lay y kien|chi tra|khac phuc|thu nhan"
                    + "|phat hanh phieu|nhan dang ky|tiep nhan|cap nhat|nhan y kien|nhan bao cao";
    private static final String TAKING =
            "gui|nop|dang ky|hoan thanh|hoan tat|xong|(?<!thu )gop y|tham gia y kien|ban giao|ke khai|nhan ho so"
                    + "|tiep nhan ho so|nhan bai|nhan tac pham"
                    + "|nhan du thi|nhan san pham|(?<!the )(?<!giay )(?<!phieu )(?<!doi )du thi|binh chon|lay y kien|nhan dang ky|nhan y kien"
                    + "|nhan bao cao|tiep nhan|(?<=, |dot \\d )nhan(?= ?$)|ghi danh|nhap (?:minh chung|so lieu|diem|du lieu)|cap nhat|thu (?:ho so|phieu|don)|phuc dap|tra loi|xin y kien|thi trac nghiem|thi truc tuyen"
                    + "|(?:phieu (?:khao sat|dang ky|binh chon)|khao sat|link|form|bieu mau|cong (?:dang ky|binh chon|nop))(?: [a-z]{1,9}){0,6} mo"
                    + "|(?:ai|co nhu cau|quan tam)(?: [a-z]{1,8}){0,6} (?:gap|lien he|goi)|nhan (?:de cu|tai tro|nguyen vong|de xuat|sang kien|de tai|hien mau|mau(?= ?$)|dat hang)|nhan don(?! hang| vi)|nhan ghi danh|nhan (?:quan ao|anh|video)|(?<!nguyen )nhan do|nhan (?:hien vat|sach|nhu yeu pham|vo hop|pin cu|phe lieu)|nhan tien|nhan hang|(?<!ket qua )thu quy|thu phieu|(?<!(?:khong|chua|mien|dung|ngung|hoan)[a-z ]{0,16} )thu (?:tien|hoc phi)|nhan ung ho|ung ho (?:qua|ve|tai|theo|vao)|tiep nhan ung ho|(?:ho so|bai|bai du thi|tac pham) (?:duoc )?nhan";
    /** Asked of many, or where a clause begins with it; one who holds something tells of an event. */
    private static final String HOLDING =
            "(?:(?<=^[^a-z]{0,6})|(?<=[,;:.-] )|(?<=(?:cac|moi|tung) [a-z ]{1,30}))(?<!ban )to chuc";

    private static final String DOING = HANDING
            + "|bao cao|nhwn (?:so|ten|danh sach|lai|cho|ve)|tong hop|xay dung|lap (?:danh sach|ho so|ke hoach|bien ban|du toan|phuong an)|ra soat"
            + "|(?<!luan )(?<!dieu )(?<!day )chuyen|trien khai|thuc hien|ky ket|ky cam ket|giai quyet|xu ly|de xuat"
            + "|gioi thieu|nhap(?! (?:lau|khau|ngu|vien|trach|canh|tich))|lien he(?! thuc)|niem yet|cong khai|"
            + HOLDING + "|phan cong|cu (?:can bo|dai bieu|nguoi)|kien toan"
            + "|tham muu|(?<!chuong )(?<!qua )(?<!quy )(?<!cong )(?<!lo )(?<!hanh )(?<!tien )(?<!giao )(?<!lich )(?<!toan )(?<!cao )trinh|chuan bi|to chuc thuc hien|tiep thu"
            + "|(?<!doan )kiem tra|xac minh|thong bao|phoi hop|(?<!duoc )bo tri|khai bao(?= (?:voi|tai|cho|tong|tam))|treo|(?<!san )van dong(?! vien)"
            + "|chot (?:so lieu|so luong|so suat|danh sach|don)|(?<!chua )(?<!da )lam (?:can cuoc|thu tuc|don|ho so|ho chieu|the)|hop (?:dan|thon|binh xet|xet)|binh xet|xet duyet|nghiem thu|chap hanh|so ket|tong ket|(?<!dieu )tra (?:lai|sach|no|do|mat bang)|(?<!hoan )(?<!chi )(?<!dieu )tra (?:tien|gop|goc)|nhan lai|bc(?! (?:so|nay))|(?:ai|nao)(?: [a-z]{1,8}){1,6} (?:den|toi|ra|len) (?:buu dien|tram|nha van hoa|ubnd|tru so|cong an|bo phan|phong|truong|diem|xa)|(?<=(?:chi bo|chi hoi|chi doan|cac thon|cac to|to dan pho) )hop|(?:ai|nao|chua)(?: [a-z]{1,8}){0,9} thi (?!da |duoc |se |bi |phai la |thoi )[a-z]{1,8}|bao(?= $)|bao(?= (?:tram|cong an (?:xa|phuong)|truong (?:thon|ban|khu)|to truong|ubnd|can bo|bi thu|chi bo|nha truong))|bao (?:cho|voi|lai|lich|ten|ve(?! que)|so|quan so|so luong|so lieu|danh sach)|so tan|neo dau|(?:ai|co nhu cau|quan tam)(?: [a-z]{1,8}){0,6} (?:gap|goi|mang|dem|dua|lay|quet|qua)|(?<=(?:cac|moi|tung) [a-z ]{1,30} )(?:phan bo|nhan(?= tai)|dat mua)|gia han|cham dut|thu (?:phieu|ho so|don|quy|lai|ve(?= ?$)|(?:dang|hoi|doan) phi)|thao do|di doi|le phi"
            + "|dong (?:hoi phi|dang phi|doan phi|phi|le phi|hoc phi|nien liem|kinh phi|thue|tien|quy|gop|bao hiem)";
    /** Words before a day that opens its clause all the same. */
    static final Set<String> OPENS = Set.of("dinh ky", "tu nay den", "tu nay");

    /** After a day that stands before the verb, whatever stands before the day. */
    static final Pattern MUST_BY = Pattern.compile(
            "^(?:, (?:[a-z]{1,8} ){1,12})? ?(?:phai|can(?! (?:bo|cu|ban|su|ho|ngheo|cuoc|nguyen|nhac|thiet) )) ");

    /** Comes again so often that it is told only of duties; years have feasts. */
    static final Set<Recurrence> OFTEN = Set.of(Recurrence.WEEKLY, Recurrence.MONTHLY, Recurrence.QUARTERLY);

    /** Right before a day: papers that were handed in. */
    static final Pattern CHOSEN = Pattern.compile(
            "(?:^|[,;:] )[^a-z]{0,4}(?:cac |nhung )?(?:ho so|don|phieu|bai|chung tu|de nghi|thu tuc)(?: [a-z]{1,9}){0,4} (?:nop|gui|nhan|lap|ky) $");

    /** After it, without a comma: what is done with them. */
    static final Pattern SERVED =
            Pattern.compile("^ (?:tra ket qua|van|tiep tuc|ap dung|giai quyet|thuc hien theo)(?![a-z])");

    /** Before a day: what is not done by then. */
    static final Pattern UNDONE = Pattern.compile("(?<![a-z])(?:khong|chua) (?:[a-z]{1,8} ){1,8}$");

    /** After it: what befalls those. */
    static final Pattern PUNISHED =
            Pattern.compile("^,? (?:thi )?(?:se )?bi (?:xu|phat|cat|tru|thu hoi|coi|loai|tinh|huy)(?![a-z])");

    /** Of some only: of those who have not done something else. */
    static final Pattern OF_SOME = words("nao|ai|chua|neu|khong");

    /** Threatens those who have not done it by then. */
    static final Pattern THREATENS = Pattern.compile(
            "(?<![a-z])(?:nao|ai|neu|truong hop) (?:[a-z]{1,8} ){0,6}?(?:khong|chua) (?:[a-z]{1,8} ){1,8}$");

    /** Begins a clause about the many. */
    static final Pattern OF_MANY = Pattern.compile("^, (?:cac|moi|tung|ba con|nguoi dan|phu huynh) ");

    static final Pattern OF_SEVERAL = words("cac|moi|tung|tat ca|toan");

    /** Stands where people may come again and again, which nobody has to. */
    static final Pattern OPENED = words("nop ho so|tra ket qua|nhan va|(?:gui|nop|bao (?:cao|so|ten)) [^;]{0,80} tai");

    static final Pattern CONDITION = words("neu|khi|truong hop");
    static final Pattern OTHER_DAY = Pattern.compile("/\\d{1,4}[,;)] ");
    /** After a day: what those get who have done it by then, or what comes then. */
    static final Pattern REWARDED = Pattern.compile(
            "^ (?:huong (?:lai|uu|muc|chinh|che|gia|chiet)|(?:duoc )?giam \\d|se (?!khong|bi|tinh|phai|xu ly)) ?");

    /** Those who apply by then, and get something for it: "Hộ nào đăng ký trước ngày …". */
    static final Pattern APPLIES =
            Pattern.compile("(?<![a-z])(?:nao|ai) (?:[a-z]{1,8} ){0,4}?(?:dang ky|nop|gui) (?:[a-z]{1,8} ){0,6}$");

    static final Pattern FINISHES = words("xong|hoan thanh|hoan tat|hoan thien");

    static final Pattern OF_ITS_OWN = Pattern.compile("(?!dot |lan )[a-z][^\\d]{2,60} tu (?:ngay )?\\d.*");

    /** Becomes a duty only where somebody asks for it. */
    static final Pattern ASKED_FOR = words(
            "(?:yeu cau|de nghi|phai|co trach nhiem|xin|moi|nho|giao|can(?! (?:bo|cu|ban|su|ho|nguyen))|vui long|lam on|kinh mong|mong)(?: [^ ;.]{1,20}){0,25}? (?:cham dut"
                    + "|hoan tra|dang kiem|tiem|thu don|don dep|di chuyen|sua chua|lap dat|gia co|ha giai|cham diem|danh gia|lua chon"
                    + "|bo sung|dieu chinh|chot|thanh ly|thu hoach|cat tia|xoa bo|xac nhan|dien (?:phieu|thong tin|vao)|khai bao"
                    + "|cai dat|kich hoat|lien he|cu nguoi|gap)");

    static final Pattern HANDS = words(HANDING);
    static final Pattern TAKES = words(TAKING);
    static final Pattern DOES = words(DOING);

    /** Verbs of all that may be asked of somebody. */
    static final Pattern TASKS = words(DOING + "|phe duyet|ban hanh|tham dinh|to chuc");

    static final Pattern COMPLETES = words(
            "hoan thanh|hoan tat|xong|dut diem|nop|gui|giai ngan|ban giao|chi tra|khac phuc|quyet toan|bao cao|trinh(?= (?:hoi dong|ubnd|dang uy|ban|hdnd|so|tinh|thuong truc|cap))"
                    + "|thu ve|thu (?:phieu|ho so|don)|xin (?:danh sach|so lieu|thong tin|file)");
    static final Pattern SETTLES =
            words("chot (?:so lieu|so luong|danh sach)|lap (?:danh sach|bien ban)|ra soat|tra loi");
    static final Pattern STRIVES = Pattern.compile("(?:phan dau (?:den )?|tu nay )$");
    static final Pattern IN_DAY = Pattern.compile("ngay | (?:nay|mai)$");
    static final Pattern SENDS = words("gui|nop|bao (?:cao|so|ten)");
    static final Pattern KEEPS = words("gui|nop|bao cao|cap nhat|tong hop");
    static final Pattern ENTERS = words(
            "thi truc tuyen|thi trac nghiem|du thi|binh chon|dang ky|(?:nhan|nop|gui) (?:bai|ho so|tac pham|y kien)");
    static final Pattern RANGE_END = Pattern.compile("(?<![a-z])tu [^;,.]{0,20}\\d[^;,.]{0,40} den $");

    /** The first day of a range in each month: "từ ngày 02 đến ngày 10 hằng tháng". */
    static final Pattern FIRST_OF_MONTH = Pattern.compile("(?<![a-z])tu (?:ngay )?\\d{1,2} $");

    /** After its day a deadline is moved to another. */
    static final Pattern MOVED_ON = Pattern.compile(
            "^[,;)]{0,2} (?:[a-z]{1,8} ){0,4}?(?:gia han|lui|doi|keo dai|dieu chinh|chuyen)(?: [a-z]{1,8}){0,5} (?:den het|den|sang|toi|thanh|xuong) [^;.]{0,12}\\d");

    /** The first day of a range, where it opens the line. */
    static final Pattern BEGUN = Pattern.compile(
            "[^a-z]{0,8}(?:(?:theo do|cu the),? )?(?:(?:dot|giai doan|buoc|vong) [\\div]{1,3}[ ,:(-]{1,3})?(?:[a-z ]{1,40}: )?(?:thoi gian )?tu (?:\\d{1,2} ?(?:h|g|gio) ?(?:\\d{2})? )?(?:ngay )?\\d{1,2}[/.-]\\d{1,2}(?:[/.-]\\d{4})? ?(?:-|den)? ?");

    /** After a range and a colon: what is handed in by its end. */
    static final Pattern HANDS_AFTER = Pattern.compile(
            "^ ?(?:[:)][ )]?(?! )|, (?=(?:cac|moi|tung|ba con|phu huynh|thi sinh|hoi vien|doan vien|cong dan) )(?![^.;]{0,80} (?:(?:da|duoc)(?![a-z])|co \\d)))[^.;]{0,200}(?<![a-z])(?:gui|nop|hoan thanh|hoan tat|dang ky|nhan (?:ho so|bai|dang ky)|tiep nhan|bao cao)(?![a-z])");

    /** Words that say what a report is about. */
    static final Pattern ABOUT = words("ket qua|tinh hinh|cong tac|hoat dong");

    private DutyPatterns() {}

    private static Pattern words(String alternatives) {
        return Pattern.compile("(?<![a-z])(?:" + alternatives + ")(?![a-z])");
    }
}
