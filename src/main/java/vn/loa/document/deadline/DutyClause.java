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
    private static final int LONGEST_TASK = 140;
    private static final int LONGEST_RECIPIENT = 120;
    private static final int LONGEST_SUBJECT = 60;

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
                    + "|nhan bao cao|tiep nhan|phuc dap|tra loi|xin y kien|thi trac nghiem|thi truc tuyen"
                    + "|(?:ai|co nhu cau|quan tam)(?: [a-z]{1,8}){0,6} (?:gap|lien he|goi)|nhan don(?! hang| vi)|nhan ghi danh|nhan quan ao|(?<!nguyen )nhan do|nhan hien vat|nhan tien|nhan hang|(?<!ket qua )thu quy|thu phieu|nhan ung ho|tiep nhan ung ho|(?:ho so|bai|bai du thi|tac pham) (?:duoc )?nhan";
    /** Asked of many, or where a clause begins with it; one who holds something tells of an event. */
    private static final String HOLDING =
            "(?:(?<=^[^a-z]{0,6})|(?<=[,;:.-] )|(?<=(?:cac|moi|tung) [a-z ]{1,30}))(?<!ban )to chuc";

    private static final String DOING = HANDING
            + "|bao cao|tong hop|xay dung|lap (?:danh sach|ho so|ke hoach|bien ban|du toan|phuong an)|ra soat"
            + "|chuyen|trien khai|thuc hien|ky ket|ky cam ket|giai quyet|xu ly|de xuat"
            + "|gioi thieu|nhap|niem yet|cong khai|" + HOLDING + "|phan cong|cu (?:can bo|dai bieu|nguoi)|kien toan"
            + "|tham muu|(?<!chuong )(?<!qua )(?<!quy )(?<!cong )(?<!lo )(?<!hanh )(?<!tien )(?<!giao )(?<!lich )trinh|chuan bi|to chuc thuc hien|tiep thu"
            + "|kiem tra|xac minh|thong bao|phoi hop|bo tri|treo|(?<!san )van dong"
            + "|chot (?:so lieu|danh sach)|hop (?:dan|thon|binh xet|xet)|binh xet|xet duyet|nghiem thu|chap hanh|so ket|tong ket|(?<!dieu )tra (?:lai|sach|no|do|mat bang)|nhan lai|bao (?:cho|voi|lai|so luong|so lieu|danh sach)|gia han|cham dut|thu (?:phieu|ho so|don|quy)|thao do|di doi|le phi"
            + "|dong (?:hoi phi|dang phi|doan phi|phi|le phi|hoc phi|tien|quy|gop|bao hiem)";
    /** Words before a day that opens its clause all the same. */
    private static final Set<String> OPENS = Set.of("dinh ky", "tu nay den", "tu nay");

    /** After a day that stands before the verb, whatever stands before the day. */
    private static final Pattern MUST_BY = Pattern.compile("^(?:, (?:[a-z]{1,8} ){1,12})? ?phai ");

    /** Threatens those who have not done it by then. */
    private static final Pattern THREATENS = Pattern.compile(
            "(?<![a-z])(?:nao|ai|neu|truong hop) (?:[a-z]{1,8} ){0,6}?(?:khong|chua) (?:[a-z]{1,8} ){1,8}$");

    private static final Pattern CONDITION = words("neu|khi|truong hop");
    private static final Pattern OTHER_DAY = Pattern.compile("/\\d{1,4}[,;)] ");
    /** Becomes a duty only where somebody asks for it. */
    private static final Pattern ASKED_FOR = words(
            "(?:yeu cau|de nghi|phai|co trach nhiem|xin|moi|nho|giao|can(?! (?:bo|cu|ban|su|ho|nguyen))|vui long|lam on|kinh mong|mong)(?: [^ ;.]{1,20}){0,25}? (?:cham dut"
                    + "|hoan tra|thu don|don dep|di chuyen|sua chua|lap dat|gia co|ha giai|cham diem|danh gia|lua chon"
                    + "|bo sung|dieu chinh|chot|thanh ly|thu hoach|cat tia|xoa bo|xac nhan|dien (?:phieu|thong tin|vao)|khai bao"
                    + "|cai dat|kich hoat|lien he|cu nguoi|gap)");

    private static final Pattern ASKED = words("phai|yeu cau|de nghi|co trach nhiem");
    static final Pattern HANDS = words(HANDING);
    private static final Pattern TAKES = words(TAKING);
    static final Pattern DOES = words(DOING);

    /** Verbs of all that may be asked of somebody. */
    private static final Pattern TASKS = words(DOING + "|phe duyet|ban hanh|tham dinh|to chuc");

    private static final Pattern COMPLETES =
            words("hoan thanh|hoan tat|xong|nop|gui|giai ngan|ban giao|chi tra|khac phuc|quyet toan|bao cao");
    private static final Pattern SETTLES =
            words("chot (?:so lieu|danh sach)|lap (?:danh sach|bien ban)|ra soat|tra loi");
    private static final Pattern STRIVES = Pattern.compile("(?:phan dau (?:den )?|tu nay )$");
    private static final Pattern IN_DAY = Pattern.compile("ngay | (?:nay|mai)$");
    private static final Pattern SENDS = words("gui|nop|bao cao");
    /** Whatever is asked of whom, no duty: validity, presence, what goes on until then. */
    private static final Pattern NEVER =
            words("tinh den|tinh tu|co hieu luc|hieu luc|co gia tri|su dung den|het han|ap dung den|khai mac|be mac"
                    + "|dien ra|(?<!de )(?<!hoi )nghi (?:le|tet)|co mat|co quyen|trung bay|trien lam|(?<!dang ky [a-z ]{0,40})mien phi|nghi huu"
                    + "|mua bao(?! hiem)|thoi tiet|mua lon|cao diem|dem ngay"
                    + "|thoi han su dung|gia tri su dung|nhiem ky|tuoi doi|luu dien|phong toa|cam duong"
                    + "|ngung cap|tam ngung|cat dien|truc tet|phan khoi|vui mung|ky vong|mong cho"
                    + "|ap dung voi|ap dung doi voi");

    /** Verbs of an event by then, a duty only where it is asked for. */
    private static final Pattern HAPPENS = words(
            "hoan thanh chuong trinh|ket thuc (?:hoc ky|nam hoc)|du kien|khoi cong|khanh thanh|thong xe|hop long|khoi phuc xong"
                    // What is built has no duty; its builders are told theirs.
                    + "|(?:du an|cong trinh|tuyen (?:duong|kenh)|goi thau|cay cau|toa nha|cao toc)(?: [^ ]{1,20}){0,8} se"
                    + "(?: duoc)? (?:hoan thanh|hoan thien|dua vao|ban giao)");

    /** Stands before the last day of a validity; who hands in such a paper has a verb for it. */
    private static final Pattern VALIDITY = words(
            "(?:the (?:bao hiem|bhyt|can cuoc|doan|dang)|bhyt|giay phep|bang lai|ho chieu|can cuoc|cccd|(?<!ky )hop dong|vac xin|vacxin|(?:hop|lo|vi|vien) (?:thuoc|sua)"
                    + "|lo hang|chung chi|dang kiem|visa|bao hanh)(?: [^ .;:]{1,20}){0,8}");

    /** To be somewhere at an hour, which is an event. */
    private static final Pattern ATTENDS =
            Pattern.compile("(?<![a-z])(?:den|tap trung|co mat|toi)(?: [^ ,;]{1,12}){1,6} truoc ");

    /** The hours of one day: "từ 8 giờ đến 17 giờ ngày 15/11". */
    private static final Pattern HOURS =
            Pattern.compile("(?<![a-z])tu \\d{1,2} ?(?:h|g|gio|:) ?(?:\\d{2})?(?: ?phut)? $");

    private static final Pattern REPORTS =
            words("gui|nop|bao cao|dang ky|lap|ra soat|tong hop|thong ke|cung cap|xay dung");
    private static final Pattern REPORTERS =
            words("(?:sap |da )?(?:het (?:nhiem ky|han|hieu luc)|nghi huu)(?! truoc| ngay| vao| tu)");
    private static final Pattern OBJECT =
            words("het hieu luc|khai mac|be mac|nghi le|nghi tet|truc tet|trien lam|trung bay|nghi huu|du kien"
                    + "|khoi cong|khanh thanh|mua bao|mua lon|thoi tiet|cao diem|nhiem ky|tuoi doi");
    private static final Pattern RECIPIENT = Pattern.compile(
            "(?<![a-z])(?:(?:(?:ve|cho|toi|den|tai|len)(?: dia chi)?|(?<=dang ky )voi) |(?<named>(?<=(?:bao cao|bao lai|gui|trinh) )))(?=(?:ban |uy ban|ubnd|ubmttq|mttq|mat tran"
                    + "|dang uy|van phong|phong |so |hoi |cong an|thuong truc|bch|btt|trung tam|doan |hdnd|bo "
                    + "|tinh uy|thanh uy|bo phan|chi bo|cap uy|ong |ba |dong chi|to |co quan|xa |phuong |don vi"
                    + "|cong doan|lien doan|lien hiep|chu tich|bi thu|lanh dao|truong (?:thon|ban|khu)|nha truong|chi (?:uy|hoi|doan|cuc)|dang bo"
                    + "|kho bac|bao hiem xa hoi|tram y te|nhom |co giao|thay giao|giao vien))");
    private static final Pattern RECIPIENT_END = Pattern.compile(
            " (?:truoc|cham nhat|muon nhat|khong (?:qua|muon hon)|ket qua|danh sach|so lieu|bang van ban|qua |theo dia|de |bang |vao |trong|thong qua|den het|dia chi)|[(;.:]|,(?! khen thuong)|$");

    private final FoldedText sentence;
    private final DueDate due;
    private final int from;
    private final ToldClause told;

    DutyClause(FoldedText sentence, DueDate due, int from) {
        this.sentence = sentence;
        this.due = due;
        this.from = Math.max(from, due.start() - REACH);
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
        if (isNone(before, asked) || told.isTold() || after.startsWith(" duoc ")) {
            return false;
        }
        return switch (due.cue()) {
            case NAMED -> true;
            case LATEST -> asked >= 0 || isLatest(before, after);
            case BEFORE -> !told.isAdjective() && (asked >= 0 || isBefore(before, after));
            case UNTIL -> !isStay(before) && isHandedIn(before, after);
        };
    }

    /** Tells validity, presence and events; of what is asked for only the words of asking and those after them count. */
    private boolean isNone(String before, int asked) {
        String clause = near(before);
        String words = sentence.folded().substring(due.start(), due.end());
        String own = withoutObjects(asked >= 0 ? clause.substring(asked) : own(clause)) + words;
        return NEVER.matcher(own).find()
                || asked >= 0
                        && due.time().isPresent()
                        && ATTENDS.matcher(own).find()
                        && !DOES.matcher(own).find()
                || isValidity(clause)
                || asked < 0 && HAPPENS.matcher(own).find()
                || ToldPatterns.DAYS_AHEAD.matcher(before).find()
                || ToldPatterns.REPLACED.matcher(before).find();
    }

    /** "Thẻ bảo hiểm y tế, hạn 31/12/2026." */
    private boolean isValidity(String clause) {
        String words = sentence.folded().substring(due.start(), due.end());
        return due.cue() == DueDate.Cue.NAMED
                && words.matches("(?:thoi )?han[ :(].*")
                && VALIDITY.matcher(words.contains("han cua ") ? clause + words : clause)
                        .find()
                && !DOES.matcher(clause + words).find();
    }

    private static boolean isLatest(String before, String after) {
        return isAlone(before, after)
                || !leading(before, after).isBlank()
                || DOES.matcher(before).find()
                || DOES.matcher(after).find();
    }

    private static boolean isBefore(String before, String after) {
        return isRequestedAfter(before, after)
                || DOES.matcher(before).find()
                || THREATENS.matcher(near(before)).find()
                || ASKED_FOR.matcher(near(before)).find()
                || DOES.matcher(leading(before, after)).find();
    }

    /** Something goes on until then, over days or over the hours of one. */
    private boolean isStay(String before) {
        return ToldPatterns.LASTS.matcher(near(before)).find()
                || due.time().isPresent() && HOURS.matcher(before).find();
    }

    private static boolean isRequestedAfter(String before, String after) {
        return MUST_BY.matcher(after).find() && !CONDITION.matcher(before).find();
    }

    /** "Chậm nhất ngày 20/11." is said of what stands before it. */
    private static boolean isAlone(String before, String after) {
        return before.isBlank() && after.replaceAll("[ .;!]", "").isEmpty();
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

    /** Leaves out names of what has no deadline, where they belong to what is reported or to those who report it. */
    private String withoutObjects(String clause) {
        if (due.cue() != DueDate.Cue.BEFORE && due.cue() != DueDate.Cue.LATEST) {
            return clause;
        }
        Matcher reports = REPORTS.matcher(clause);
        String listed = reports.find()
                ? clause.substring(0, reports.end())
                        + OBJECT.matcher(clause.substring(reports.end())).replaceAll("")
                : clause;
        return ToldPatterns.HANDED.matcher(listed).find()
                ? REPORTERS.matcher(listed).replaceAll("")
                : listed;
    }

    private boolean isHandedIn(String before, String after) {
        String words = sentence.folded().substring(due.start(), due.end());
        if (words.startsWith("trong") && IN_DAY.matcher(words).find()) {
            return isInDay(near(before), words);
        }
        if (due.recurrence() != Recurrence.NONE) {
            return SENDS.matcher(before).find()
                    || SENDS.matcher(leading(before, after)).find();
        }
        if (words.contains("thang") && !words.contains("ngay") || words.contains("quy") || words.contains("tet")) {
            return completes(before) || isStriven(before, after) || isOpened(leading(before, after), words);
        }
        return (TAKES.matcher(near(before)).find() || isStriven(before, after)) && !after.contains(" da ");
    }

    /** A request for today or tomorrow holds for all its parts; before a date the last part may only tell of that day. */
    private boolean isInDay(String clause, String words) {
        boolean whole = words.endsWith("nay") || words.endsWith("mai");
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
                || RECIPIENT.matcher(between).find()
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
                || ",;:-)".indexOf(bare.charAt(bare.length() - 1)) >= 0;
        return opens ? after : "";
    }

    private String after() {
        int end = Math.min(sentence.folded().length(), due.end() + REACH);
        return sentence.folded().substring(due.end(), end);
    }

    /** Returns what is due: the words from the verb to the day, or after a day that opens the sentence. */
    String task() {
        FoldedText before = sentence.part(from, due.start());
        Matcher verb = (HANDS.matcher(before.folded()).find() ? HANDS : TASKS).matcher(before.folded());
        int clause = Math.max(before.folded().lastIndexOf(';'), before.folded().lastIndexOf(". ")) + 1;
        if (verb.find(clause)) {
            String task = shortened(before.text().substring(verb.start()));
            String subject = before.text().substring(clause, verb.start()).strip();
            boolean noun = task.indexOf(' ') < 0 && !subject.isEmpty() && subject.length() <= LONGEST_SUBJECT;
            return noun ? subject + " " + task : task;
        }
        FoldedText after = sentence.part(due.end(), sentence.text().length());
        Matcher following = TASKS.matcher(after.folded());
        if (following.find()) {
            int stop = clauseEnd(after.folded(), following.end());
            return shortened(after.text().substring(following.start(), stop));
        }
        return "";
    }

    private static int clauseEnd(String text, int from) {
        int end = text.indexOf(';', from);
        return end < 0 ? text.length() : end;
    }

    private static String shortened(String words) {
        FoldedText task = FoldedText.of(words, words.length());
        Matcher recipient = RECIPIENT.matcher(task.folded());
        boolean cut = recipient.find();
        while (cut && recipient.group("named") != null && Character.isLowerCase(words.charAt(recipient.end()))) {
            cut = recipient.find();
        }
        String kept = cut && recipient.start() > 3 ? words.substring(0, recipient.start()) : words;
        String bare = kept.replaceAll(
                        "(?:[\\s,;:.(–-]|(?<!\\p{L})(?:xong|và|chậm nhất|trước|là|thời gian|thời hạn)$)+$", "")
                .strip();
        if (bare.length() <= LONGEST_TASK) {
            return bare;
        }
        int end = bare.lastIndexOf(' ', LONGEST_TASK);
        return bare.substring(0, end > 0 ? end : LONGEST_TASK) + "…";
    }

    /** Returns to whom it is due, an empty string when nobody is named. */
    String recipient() {
        Matcher to = RECIPIENT.matcher(sentence.folded());
        boolean found = to.find(from);
        while (found && to.group("named") != null && isSmall(to.end())) {
            found = to.find();
        }
        if (!found || isSmallOrgan(to.end())) {
            return "";
        }
        Matcher end = RECIPIENT_END.matcher(sentence.folded());
        int stop = end.find(to.end()) ? end.start() : sentence.folded().length();
        String named = sentence.text().substring(to.end(), stop).strip();
        return named.length() <= LONGEST_RECIPIENT ? named : "";
    }

    /** "về bộ số liệu", "cho bà con" name nobody; "về Bộ Nội vụ" does. */
    private boolean isSmallOrgan(int at) {
        boolean shortWord = sentence.folded().indexOf(' ', at) <= at + 2;
        boolean section = sentence.folded().startsWith("bo phan", at);
        int next = sentence.folded().indexOf(' ', at) + 1;
        boolean named = Character.isUpperCase(sentence.text().charAt(next));
        return shortWord && !section && !named && isSmall(at);
    }

    private boolean isSmall(int at) {
        return Character.isLowerCase(sentence.text().charAt(at));
    }
}
