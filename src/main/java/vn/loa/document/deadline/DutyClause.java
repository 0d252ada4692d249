package vn.loa.document.deadline;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.loa.text.FoldedText;

/**
 * Judges whether a day in a sentence is the deadline of something to be done, and tells what and to whom. Validity, events
 * and what is only told ({@link ToldClause}) are none. Of the rest, whatever is asked for ({@link RequestWords}) is due,
 * and without a request what the verbs of handing in and finishing govern.
 */
final class DutyClause {
    private static final int REACH = 300;

    private static final String HANDING =
            "gui|nop|dang ky|phuc dap|hoan thanh|hoan tat|hoan thien|xong|gop y|tham gia y kien|cho y kien"
                    + "|y kien bang van ban|tra loi|phan hoi"
                    + "|cung cap|ban giao|giai ngan|quyet toan|thanh toan|ke khai|nhan ho so|tiep nhan ho so"
                    + "|nhan bai|nhan tac pham|nhan du thi"
                    + "|nhan san pham|(?<!the )(?<!giay )(?<!phieu )(?<!doi )du thi|binh chon|nop ho so|lay y kien|chi tra|khac phuc|thu nhan"
                    + "|phat hanh phieu|nhan dang ky|tiep nhan|cap nhat|nhan y kien|nhan bao cao";
    private static final String TAKING =
            "gui|nop|dang ky|hoan thanh|hoan tat|xong|gop y|tham gia y kien|ban giao|ke khai|nhan ho so"
                    + "|tiep nhan ho so|nhan bai|nhan tac pham"
                    + "|nhan du thi|nhan san pham|(?<!the )(?<!giay )(?<!phieu )(?<!doi )du thi|binh chon|lay y kien|nhan dang ky|nhan y kien"
                    + "|nhan bao cao|tiep nhan|(?<=, )nhan(?= ?$)|ghi danh|nhap (?:minh chung|so lieu|diem|du lieu)|cap nhat|thu (?:ho so|phieu|don)|phuc dap|tra loi|xin y kien|thi trac nghiem|thi truc tuyen"
                    + "|(?:ai|co nhu cau|quan tam)(?: [a-z]{1,8}){0,6} (?:gap|lien he|goi)|nhan don(?! hang| vi)|nhan ghi danh|nhan (?:quan ao|anh|video)|(?<!nguyen )nhan do|nhan hien vat|nhan tien|nhan hang|(?<!ket qua )thu quy|thu phieu|nhan ung ho|tiep nhan ung ho|(?:ho so|bai|bai du thi|tac pham) (?:duoc )?nhan";
    /** Asked of many, or where a clause begins with it; one who holds something tells of an event. */
    private static final String HOLDING =
            "(?:(?<=^[^a-z]{0,6})|(?<=[,;:.-] )|(?<=(?:cac|moi|tung) [a-z ]{1,30}))(?<!ban )to chuc";

    private static final String DOING = HANDING
            + "|bao cao|tong hop|xay dung|lap (?:danh sach|ho so|ke hoach|bien ban|du toan|phuong an)|ra soat"
            + "|(?<!luan )(?<!dieu )(?<!day )chuyen|trien khai|thuc hien|ky ket|ky cam ket|giai quyet|xu ly|de xuat"
            + "|gioi thieu|nhap(?! (?:lau|khau|ngu|vien|trach|canh|tich))|lien he(?! thuc)|niem yet|cong khai|"
            + HOLDING + "|phan cong|cu (?:can bo|dai bieu|nguoi)|kien toan"
            + "|tham muu|(?<!chuong )(?<!qua )(?<!quy )(?<!cong )(?<!lo )(?<!hanh )(?<!tien )(?<!giao )(?<!lich )(?<!toan )trinh|chuan bi|to chuc thuc hien|tiep thu"
            + "|(?<!doan )kiem tra|xac minh|thong bao|phoi hop|(?<!duoc )bo tri|khai bao(?= (?:voi|tai|cho|tong|tam))|treo|(?<!san )van dong(?! vien)"
            + "|chot (?:so lieu|so luong|so suat|danh sach|don)|(?<!chua )(?<!da )lam (?:can cuoc|thu tuc|don|ho so|ho chieu|the)|hop (?:dan|thon|binh xet|xet)|binh xet|xet duyet|nghiem thu|chap hanh|so ket|tong ket|(?<!dieu )tra (?:lai|sach|no|do|mat bang)|nhan lai|bao (?:cho|voi|lai|ten|ve(?! que)|so|quan so|so luong|so lieu|danh sach)|so tan|neo dau|(?:ai|co nhu cau|quan tam)(?: [a-z]{1,8}){0,6} (?:gap|goi)|(?<=(?:cac|moi|tung) [a-z ]{1,30} )(?:phan bo|nhan(?= tai)|dat mua)|gia han|cham dut|thu (?:phieu|ho so|don|quy|lai|ve(?= ?$)|(?:dang|hoi|doan) phi)|thao do|di doi|le phi"
            + "|dong (?:hoi phi|dang phi|doan phi|phi|le phi|hoc phi|tien|quy|gop|bao hiem)";
    /** Words before a day that opens its clause all the same. */
    private static final Set<String> OPENS = Set.of("dinh ky", "tu nay den", "tu nay");

    /** After a day that stands before the verb, whatever stands before the day. */
    static final Pattern MUST_BY = Pattern.compile(
            "^(?:, (?:[a-z]{1,8} ){1,12})? ?(?:phai|can(?! (?:bo|cu|ban|su|ho|ngheo|cuoc|nguyen|nhac) )) ");

    /** Threatens those who have not done it by then. */
    private static final Pattern THREATENS = Pattern.compile(
            "(?<![a-z])(?:nao|ai|neu|truong hop) (?:[a-z]{1,8} ){0,6}?(?:khong|chua) (?:[a-z]{1,8} ){1,8}$");

    /** Those of a place whose duty it is; a stranger is one. */
    private static final Pattern OF_MANY =
            Pattern.compile("(?<![a-z])(?:cac|moi|tung|tat ca|toan bo|100%)(?: [a-z]{1,8}){1,8} phai ");

    private static final Pattern OF_SEVERAL = words("cac|moi|tung|tat ca|toan");

    /** Stands where people may come again and again, which nobody has to. */
    private static final Pattern OPENED =
            words("nop ho so|tra ket qua|nhan va|(?:gui|nop|bao (?:cao|so|ten)) [^;]{0,80} tai");

    private static final Pattern CONDITION = words("neu|khi|truong hop");
    private static final Pattern OTHER_DAY = Pattern.compile("/\\d{1,4}[,;)] ");
    /** After a day: what those get who have done it by then, or what comes then. */
    private static final Pattern REWARDED =
            Pattern.compile("^ (?:huong (?:lai|uu|muc|chinh|che|gia|chiet)|se (?!khong|bi|tinh|phai|xu ly)) ?");

    /** Those who apply by then, and get something for it: "Hộ nào đăng ký trước ngày …". */
    private static final Pattern APPLIES =
            Pattern.compile("(?<![a-z])(?:nao|ai) (?:[a-z]{1,8} ){0,4}?(?:dang ky|nop|gui) (?:[a-z]{1,8} ){0,6}$");

    private static final Pattern FINISHES = words("xong|hoan thanh|hoan tat|hoan thien");

    private static final Pattern OF_ITS_OWN = Pattern.compile("(?!dot |lan )[a-z][^\\d]{2,60} tu (?:ngay )?\\d.*");

    /** Becomes a duty only where somebody asks for it. */
    private static final Pattern ASKED_FOR = words(
            "(?:yeu cau|de nghi|phai|co trach nhiem|xin|moi|nho|giao|can(?! (?:bo|cu|ban|su|ho|nguyen))|vui long|lam on|kinh mong|mong)(?: [^ ;.]{1,20}){0,25}? (?:cham dut"
                    + "|hoan tra|dang kiem|tiem|thu don|don dep|di chuyen|sua chua|lap dat|gia co|ha giai|cham diem|danh gia|lua chon"
                    + "|bo sung|dieu chinh|chot|thanh ly|thu hoach|cat tia|xoa bo|xac nhan|dien (?:phieu|thong tin|vao)|khai bao"
                    + "|cai dat|kich hoat|lien he|cu nguoi|gap)");

    private static final Pattern ASKED = words("phai|yeu cau|de nghi|co trach nhiem");
    static final Pattern HANDS = words(HANDING);
    static final Pattern TAKES = words(TAKING);
    static final Pattern DOES = words(DOING);

    /** Verbs of all that may be asked of somebody. */
    static final Pattern TASKS = words(DOING + "|phe duyet|ban hanh|tham dinh|to chuc");

    private static final Pattern COMPLETES =
            words("hoan thanh|hoan tat|xong|dut diem|nop|gui|giai ngan|ban giao|chi tra|khac phuc|quyet toan|bao cao");
    private static final Pattern SETTLES =
            words("chot (?:so lieu|so luong|danh sach)|lap (?:danh sach|bien ban)|ra soat|tra loi");
    private static final Pattern STRIVES = Pattern.compile("(?:phan dau (?:den )?|tu nay )$");
    private static final Pattern IN_DAY = Pattern.compile("ngay | (?:nay|mai)$");
    private static final Pattern SENDS = words("gui|nop|bao (?:cao|so|ten)");
    private static final Pattern KEEPS = words("gui|nop|bao cao|cap nhat|tong hop");
    private static final Pattern ENTERS = words(
            "thi truc tuyen|thi trac nghiem|du thi|binh chon|dang ky|(?:nhan|nop|gui) (?:bai|ho so|tac pham|y kien)");
    private final FoldedText sentence;
    private final DueDate due;
    private final int from;
    private final boolean today;
    private final ToldClause told;

    /**
     * Takes the clause of a day.
     *
     * @param from where it begins
     * @param today whether it is the day of the text itself
     */
    DutyClause(FoldedText sentence, DueDate due, int from, boolean today) {
        this.sentence = sentence;
        this.due = due;
        this.from = Math.max(from, due.start() - REACH);
        this.today = today;
        this.told = new ToldClause(sentence, due, this.from, REACH);
    }

    private static Pattern words(String alternatives) {
        return Pattern.compile("(?<![a-z])(?:" + alternatives + ")(?![a-z])");
    }

    /** Returns whether something is to be done by then. */
    boolean isDuty() {
        String before = sentence.folded().substring(from, due.start());
        String after = after();
        int asked = told.asked();
        if (isNone(before, asked)
                || told.isTold()
                || after.startsWith(" duoc ")
                || asked < 0 && isReward(before, after)) {
            return false;
        }
        return switch (due.cue()) {
            case NAMED -> true;
            case LATEST -> asked >= 0 || isLatest(before, after);
            case BEFORE ->
                isApplied(before, after)
                        || !told.isAdjective() && (isAskedFor(before, asked) || isBefore(before, after));
            case UNTIL -> !isStay(before) && isHandedIn(before, after);
        };
    }

    /** Tells validity, presence and events; of what is asked for only the words of asking and those after them count. */
    private boolean isNone(String before, int asked) {
        String clause = near(before);
        String words = sentence.folded().substring(due.start(), due.end());
        String own = ofVerb(withoutObjects(own(clause.substring(Math.max(asked, 0))))) + words;
        return DayPatterns.NEVER.matcher(own).find()
                || asked >= 0
                        && due.time().isPresent()
                        && DayPatterns.ATTENDS.matcher(own).find()
                        && !DOES.matcher(own).find()
                || isValidity(clause)
                || asked < 0 && DayPatterns.HAPPENS.matcher(own).find()
                || ToldPatterns.DAYS_AHEAD.matcher(before).find()
                || ToldPatterns.REPLACED.matcher(before).find();
    }

    /** "Thẻ bảo hiểm y tế, hạn 31/12/2026." */
    private boolean isValidity(String clause) {
        String words = sentence.folded().substring(due.start(), due.end());
        return due.cue() == DueDate.Cue.NAMED
                && words.matches("(?:thoi )?han[ :(].*")
                && DayPatterns.VALIDITY
                        .matcher(words.contains("han cua ") ? clause + words : clause)
                        .find()
                && !DOES.matcher(clause + words).find();
    }

    /** "Phải" alone is said of anybody: it is a duty here only with a verb that is asked of people. */
    private static boolean isAskedFor(String before, int asked) {
        String clause = near(before);
        return asked >= 0
                && (!clause.startsWith("phai ", Math.max(0, asked - "phai ".length()))
                        || TASKS.matcher(clause).find()
                        || OF_MANY.matcher(clause).find()
                        || ASKED_FOR.matcher(clause).find());
    }

    private static boolean isLatest(String before, String after) {
        return isAlone(before, after)
                || !leading(before, after).isBlank()
                || DOES.matcher(before).find()
                || DOES.matcher(after).find();
    }

    private boolean isBefore(String before, String after) {
        return isRequestedAfter(before, after)
                || DOES.matcher(before).find() && !isDoneToday(before)
                || THREATENS.matcher(near(before)).find()
                || ASKED_FOR.matcher(near(before)).find()
                || DOES.matcher(leading(before, after)).find();
    }

    /** "Xã hoàn thành trước 9h sáng nay": who only finishes on the day of the text has done so. */
    private boolean isDoneToday(String before) {
        return today
                && !OF_SEVERAL.matcher(near(before)).find()
                && !DOES.matcher(FINISHES.matcher(near(before)).replaceAll(" ")).find();
    }

    private static boolean isApplied(String before, String after) {
        return REWARDED.matcher(after).find() && APPLIES.matcher(near(before)).find();
    }

    private static boolean isReward(String before, String after) {
        return REWARDED.matcher(after).find()
                && !isApplied(before, after)
                && !THREATENS.matcher(near(before)).find();
    }

    /** Something goes on until then, over days or over the hours of one. */
    private boolean isStay(String before) {
        return ToldPatterns.LASTS.matcher(near(before)).find()
                || DayPatterns.TERM.matcher(near(before)).find()
                || due.time().isPresent() && DayPatterns.HOURS.matcher(before).find();
    }

    private static boolean isRequestedAfter(String before, String after) {
        return MUST_BY.matcher(after).find() && !CONDITION.matcher(before).find();
    }

    /** "Chậm nhất ngày 20/11." is said of what stands before it. */
    private static boolean isAlone(String before, String after) {
        return before.isBlank() && after.replaceAll("[ .;!]", "").isEmpty();
    }

    /** Returns the words after another day where a range with a subject of its own begins: "…, vòng hai từ ngày". */
    private static String ofRange(String clause) {
        Matcher day = OTHER_DAY.matcher(clause);
        int from = 0;
        while (day.find()) {
            from = day.end();
        }
        String rest = clause.substring(from);
        return OF_ITS_OWN.matcher(rest).matches() ? rest : clause;
    }

    /** Returns the words after another day, a clause of their own where they have a verb. */
    private static String own(String clause) {
        Matcher day = OTHER_DAY.matcher(clause);
        int from = 0;
        while (day.find()) {
            from = day.end();
        }
        String rest = clause.substring(from);
        return DOES.matcher(rest).find() ? rest : clause;
    }

    /** Returns the part from the last comma on that hands something in: what stands before it only tells why. */
    private String ofVerb(String clause) {
        if (due.cue() != DueDate.Cue.BEFORE && due.cue() != DueDate.Cue.LATEST) {
            return clause;
        }
        String bare = DayPatterns.REMARK.matcher(clause).replaceAll("");
        int comma = bare.lastIndexOf(", ");
        while (comma >= 0 && !isGoverned(bare.substring(comma))) {
            comma = bare.lastIndexOf(", ", comma - 1);
        }
        return bare.substring(Math.max(comma, 0));
    }

    /** Tells an event from a duty: somebody only finishes, and is neither asked nor one of several. */
    private boolean isGoverned(String part) {
        return ToldPatterns.HANDED.matcher(part).find()
                || SETTLES.matcher(part).find()
                || told.asked() >= 0 && HANDS.matcher(part).find()
                || OF_SEVERAL.matcher(part).find() && DOES.matcher(part).find();
    }

    /** Leaves out names of what has no deadline, where they belong to what is reported or to those who report it. */
    private String withoutObjects(String clause) {
        if (due.cue() != DueDate.Cue.BEFORE && due.cue() != DueDate.Cue.LATEST) {
            return clause;
        }
        Matcher reports = DayPatterns.REPORTS.matcher(clause);
        String listed = reports.find()
                ? clause.substring(0, reports.end())
                        + DayPatterns.OBJECT
                                .matcher(clause.substring(reports.end()))
                                .replaceAll("")
                : clause;
        return ToldPatterns.HANDED.matcher(listed).find()
                ? DayPatterns.REPORTERS.matcher(listed).replaceAll("")
                : listed;
    }

    private boolean isHandedIn(String before, String after) {
        String words = sentence.folded().substring(due.start(), due.end());
        if (words.startsWith("trong") && IN_DAY.matcher(words).find()) {
            return isInDay(near(before), words);
        }
        if (due.recurrence() != Recurrence.NONE) {
            return SENDS.matcher(near(before)).find()
                            && !OPENED.matcher(near(before)).find()
                    || KEEPS.matcher(leading(before, after)).find();
        }
        if (words.startsWith("ket thuc")) {
            return ENTERS.matcher(near(before)).find();
        }
        if (words.contains("thang") && !words.contains("ngay") || words.contains("quy") || words.contains("tet")) {
            return near(before).endsWith("den ") && TAKES.matcher(near(before)).find()
                    || completes(before)
                    || isStriven(before, after)
                    || isOpened(leading(before, after), words);
        }
        return (TAKES.matcher(ofRange(near(before))).find() || isStriven(before, after)) && !after.contains(" da ");
    }

    /** A request for today or tomorrow holds for all its parts; before a date the last part may only tell of that day. */
    private boolean isInDay(String clause, String words) {
        boolean whole = words.endsWith("nay") || words.endsWith("mai");
        if (told.asked() >= 0 && clause.endsWith(" ngay ") && !clause.contains("xay ra")) {
            return true;
        }
        return whole && told.asked() >= 0
                ? COMPLETES.matcher(clause).find() || SETTLES.matcher(clause).find()
                : COMPLETES
                        .matcher(clause.substring(clause.lastIndexOf(',') + 1))
                        .find();
    }

    /** A period before the verb: "trước Tết hoàn thành …", "trong tháng 11 phải hoàn thành …". */
    private static boolean isOpened(String opened, String words) {
        boolean due = words.startsWith("truoc") || ASKED.matcher(opened).find();
        return due && COMPLETES.matcher(opened).find();
    }

    /** "Phấn đấu đến hết quý I hoàn thành …". */
    private static boolean isStriven(String before, String after) {
        return STRIVES.matcher(near(before)).find() && COMPLETES.matcher(after).find();
    }

    /** "báo cáo kết quả công tác trong tháng 11" is about the month, "hoàn thành trong tháng 11" due in it. */
    private static boolean completes(String before) {
        Matcher done = COMPLETES.matcher(near(before));
        int last = -1;
        while (done.find()) {
            last = done.end();
        }
        if (last < 0) {
            return false;
        }
        String between = near(before).substring(last);
        boolean finished = near(before).contains("hoan thanh") || near(before).contains("xong");
        return finished
                || TaskPhrase.RECIPIENT.matcher(between).find()
                || !words("ket qua|tinh hinh|cong tac|hoat dong")
                        .matcher(between)
                        .find();
    }

    /** The clause before the day; a list's items and sentences within a sentence stand apart. */
    static String near(String before) {
        int semicolon = before.lastIndexOf(';');
        return before.substring(semicolon + 1);
    }

    /** Returns the words after the day where it opens its clause, or else none. */
    static String leading(String before, String after) {
        String bare = before.strip();
        boolean opens = isRequestedAfter(before, after)
                || bare.isEmpty()
                || OPENS.contains(bare)
                || ",;:-).\"".indexOf(bare.charAt(bare.length() - 1)) >= 0;
        return opens ? after : "";
    }

    private String after() {
        int end = Math.min(sentence.folded().length(), due.end() + REACH);
        return sentence.folded().substring(due.end(), end);
    }
}
