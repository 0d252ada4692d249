package vn.loa.document.deadline;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.loa.text.FoldedText;

/**
 * Tells what is due by a day and to whom, in the words of the sentence: from its verb to the day, or after a day that
 * opens the sentence. What "hạn …" itself names comes first.
 */
final class TaskPhrase {
    private static final int LONGEST_TASK = 140;
    private static final int LONGEST_CLAUSE = 80;

    /** Words that "hạn …" names: "hạn nộp hồ sơ dự thi là", "thời gian nhận bài:". */
    private static final Pattern NAMED = Pattern.compile(
            "^(?:thoi han|han|thoi gian|thoi diem|deadline)(?: cuoi(?: cung)?| chot){0,4} (?<task>[a-z][^:(]*?)"
                    + "(?= ?[:(]| (?:la|vao|den|truoc|het|cham nhat|tu|ngay|trong)(?![a-z])| \\d{1,2}[/.h])");

    /** A verb without what is done. */
    private static final Pattern BARE = Pattern.compile(
            "[a-z]{1,8}(?: (?:xong|ve|yet|khai|ky|cao|thanh|tat|thien|nhap|nhan|y|duyet|doi|su|dut|diem|quyet)){0,2},?");

    private static final Pattern SHORT = Pattern.compile("[^ ]+(?: [^ ]+)?");

    /** Before a verb that belongs to those who are asked, or to a paper. */
    private static final Pattern OF_NOUN = Pattern.compile(
            "(?<![a-z])(?:duoc|da|chua|dang|khong|phieu|don|mau|giay|ban|cong van|van ban|lich|tai lieu|noi dung|ket qua|nhu cau|nguoi|ke hoach|nhiem vu|cong tac|doan|phuong an|bien ban|lop|nhan su) $");

    /** Says why or on what ground, before those who have to do something. */
    private static final Pattern GROUND = Pattern.compile(
            "^[^\\p{L}]*(?:thực hiện|căn cứ|tiếp nhận|để|nhằm|theo|sau khi|trên cơ sở|nhận được|ngoài ra)(?!\\p{L}) ?[^,;]*, ");
    /** Ends what was said of another day. */
    private static final Pattern DAY_BEFORE =
            Pattern.compile("(?:\\d{1,2}/\\d{1,2}(?:/\\d{4})?|(?:hang|moi) (?:thang|tuan|nam))[),]{1,2} ");

    private static final Pattern CHOSEN = Pattern.compile("(?<!\\p{L})(?:ai|nào) .{1,60} thì ");
    /** Stands before its verb: what is handed in. */
    private static final Pattern PAPER = Pattern.compile(
            "(?:danh sach|ho so|phieu|bien ban|don(?! vi)|bai|tai lieu|y kien|so lieu|van ban|thong tin|clip|ban thanh tich|ket qua)(?: [a-z]{1,8}){0,4} ");

    /** Somebody's letter that asks. */
    private static final Pattern ASKED_IN =
            Pattern.compile("(?:văn bản|công văn|thông báo|văn bản số [^ ]{1,20}) (?:yêu cầu|đề nghị) (?=.{9})");

    private static final Pattern OUTCOME = Pattern.compile(" (?:coi nhu|xem nhu|coi la|thi |se )");
    /** Deeds of the teller, before others have to do something. */
    private static final Pattern TELLING =
            Pattern.compile("^(?:thong bao(?! (?:cho|den|toi|voi))|chuyen tiep)(?![a-z])");

    private static final Pattern DIRECT = Pattern.compile("(?<!\\p{L})(?:phải|có trách nhiệm|vui lòng|nhắc) $");

    /** Only tells that what stands before the colon is done in parts. */
    private static final Pattern PART =
            Pattern.compile("^ ?(?:cap|dot|lan|giai doan|vong|khoi) [a-z\\d]{1,8},? xong(?![a-z])");

    private static final Pattern ASKS = Pattern.compile("(?<![a-z])(?:phai|yeu cau|de nghi) ");

    private static final Pattern MOVED = Pattern.compile(
            "(?<![a-z])(?:(?:truoc|han|cham nhat|den het|den|thoi han)[ :]{1,2})?(?:ngay )?\\d{1,2}/\\d{1,2}(?:/\\d{4})?,? (?:nay |duoc |da |xin ){0,2}(?:gia han|lui|doi|keo dai|dieu chinh|chuyen)");

    /** Ends that only bid. */
    private static final Pattern COURTESY = Pattern.compile(
            "(?:^|[ ,])(?:nhé|nhá|nha|ạ|với ạ)(?: (?:các )?(?:đc|đồng chí|đ/c|bác|anh|chị|anh chị|bà con|em|cả nhà))?$");

    /** Ends of a phrase that belong to the day; folded they would be other words as well. */
    private static final Pattern TAIL =
            Pattern.compile("[\\s,;:.(|-]+$|(?<=,) (?:hoàn thành|đăng ký)$|(?<=[:,]) đợt \\d$"
                    + "|(?<=:) \\d{1,3}$|(?<!\\p{L})(?:xong|phải|cần|và|chậm nhất|muộn nhất|trễ nhất|trước|là|trong khoảng|thời gian|thời hạn|hạn|vào|lúc|đến|hết|trong"
                    + "|kể từ|từ|ngay|ngày|sau|thì)$");

    private static final Pattern SINCE = Pattern.compile(
            "[ ,(:]+(?:\\d{1,3} ngay,? )?(?:thoi gian )?(?:bat dau |ke |tinh )?tu (?:nay|hom nay|ngay|sang|chieu|\\d)[^;,]*,? ?$");
    private static final Pattern LEADING = Pattern.compile(
            "^(?:[\\s,;:.)*•|+-]+|(?:va|roi|hoac|dong thoi|sau do|thoi gian|thoi han) |\\d{1,2}[.)] |[a-h]\\) )");

    private final FoldedText sentence;
    private final DueDate due;
    private final int from;
    private final int next;
    private final boolean assigned;

    /**
     * Takes the clause of a day.
     *
     * @param from where it begins
     * @param next where the next day of the sentence begins, or its end
     * @param assigned whether it is given to somebody, so that verbs nobody knows count
     */
    TaskPhrase(FoldedText sentence, DueDate due, int from, int next, boolean assigned) {
        this.sentence = sentence;
        this.due = due;
        this.from = from;
        this.next = next;
        this.assigned = assigned;
    }

    /** Returns what is due, an empty string when it is not clear. */
    String task() {
        FoldedText named = named();
        if (!named.text().isEmpty() && !isBare(named)) {
            return cut(named);
        }
        String before = before();
        if (!before.isEmpty()) {
            return before;
        }
        String told = named.text().indexOf(' ') < 0 ? after() : named.text();
        return told.isEmpty() ? beside() : told;
    }

    /** Returns the words around a last day that is told as one, where no verb is known. */
    private String beside() {
        FoldedText before = moved(sentence.part(start(due.start()), due.start()));
        String told = whole(tidied(before));
        FoldedText after = sentence.part(due.end(), Math.max(due.end(), next));
        boolean must = sentence.folded().startsWith("phai ", due.end() - "phai ".length());
        return told.indexOf(' ') > 0 && !must ? told : whole(after);
    }

    private FoldedText named() {
        FoldedText words = sentence.part(due.start(), due.end());
        Matcher named = NAMED.matcher(words.folded());
        return due.cue() == DueDate.Cue.NAMED && named.find()
                ? tidied(words.part(named.start("task"), named.end("task")))
                : words.part(0, 0);
    }

    private static boolean isBare(FoldedText words) {
        return BARE.matcher(words.folded()).matches();
    }

    private String before() {
        FoldedText clause = cell(own(moved(clause())));
        if (CHOSEN.matcher(Homographs.small(clause.text())).find()
                && !whole(clause).isEmpty()) {
            return whole(clause);
        }
        int asked = asked(clause);
        int verb = verb(clause, asked);
        int start = verb < 0 ? asked : withObject(clause, verb, asked);
        FoldedText task = tidied(clause.part(start, clause.text().length()));
        if (verb < 0) {
            boolean given = asked > 0 || assigned || Addressees.act(clause);
            return given && !DutyClause.opens(sentence, due, from) ? whole(afterColon(acted(task))) : "";
        }
        boolean unclear = task.text().isEmpty()
                || isBare(task)
                || asked == 0 && SHORT.matcher(cut(task)).matches();
        String told = unclear
                ? whole(
                        verb == asked
                                ? clause
                                : clause.part(asked, clause.text().length()))
                : "";
        return told.isEmpty() ? shortened(task) : told;
    }

    /** Leaves out what is told before those who act. */
    private static FoldedText acted(FoldedText task) {
        int comma = task.folded().lastIndexOf(", ");
        FoldedText last = task.part(Math.max(comma, 0), task.text().length());
        boolean other = comma > 0 && Addressees.act(new FoldedText(last.text() + " ", last.folded() + " "));
        return other ? tidied(last) : task;
    }

    /** Leaves out those who have to do it. */
    private static FoldedText afterColon(FoldedText task) {
        int colon = task.folded().indexOf(": ");
        return colon < 0 ? task : tidied(task.part(colon + 2, task.text().length()));
    }

    /** Returns where what is asked for begins; 0 where nothing is. */
    private static int asked(FoldedText clause) {
        String small = Homographs.small(clause.text());
        int asked = Math.max(RequestWords.end(small), 0);
        Matcher named = ASKED_IN.matcher(small);
        return asked == 0 && named.find() ? named.end() : asked;
    }

    /** Begins before the verb where its object or its first word stands there: "danh sách gửi", "lắp xong". */
    private static int withObject(FoldedText clause, int verb, int asked) {
        String before = clause.folded().substring(asked, verb);
        int comma = before.lastIndexOf(", ");
        int segment = comma < 0 ? 0 : comma + 2;
        if (PAPER.matcher(before.substring(segment)).matches()) {
            return asked + segment;
        }
        int word = before.stripTrailing().lastIndexOf(' ') + 1;
        boolean finished = clause.folded().startsWith("xong", verb) && !before.isBlank();
        return finished && Character.isLowerCase(clause.text().charAt(asked + word)) ? asked + word : verb;
    }

    /** Of "nộp báo cáo trước ngày 15/11, nay gia hạn đến …" the words before the first day. */
    private static FoldedText moved(FoldedText clause) {
        Matcher moved = MOVED.matcher(clause.folded());
        return moved.find() && moved.start() > 0 ? tidied(clause.part(0, moved.start())) : clause;
    }

    /** Returns the cell of a row that tells the task: the last one with a verb, or else the longest. */
    private static FoldedText cell(FoldedText clause) {
        FoldedText told = clause.part(0, 0);
        boolean verb = false;
        int start = 0;
        while (start < clause.text().length()) {
            int bar = clause.folded().indexOf('|', start);
            int end = bar < 0 ? clause.text().length() : bar;
            FoldedText cell = tidied(clause.part(start, end));
            boolean does = hasVerb(cell);
            boolean longer = !verb && cell.text().length() > told.text().length();
            told = does || longer ? cell : told;
            verb |= does;
            start = end + 1;
        }
        return clause.folded().indexOf('|') < 0 ? clause : told;
    }

    /** Leaves out the ground and what was said of another day, where a verb is left. */
    private static FoldedText own(FoldedText clause) {
        Matcher day = DAY_BEFORE.matcher(clause.folded());
        int start = 0;
        while (day.find()) {
            start = day.end();
        }
        Matcher ground = GROUND.matcher(Homographs.small(clause.text()));
        start = start == 0 && ground.find() ? ground.end() : start;
        boolean left =
                DutyPatterns.DOES.matcher(clause.folded().substring(start)).find();
        return left ? clause.part(start, clause.text().length()) : clause;
    }

    /** The words since the last stop, or the last cell of a row, that have a verb. */
    private FoldedText clause() {
        int end = due.start();
        int start = start(end);
        while (start > from && !hasVerb(sentence.part(start, end))) {
            end = start - 1;
            start = start(end);
        }
        return sentence.part(Math.min(start, end), end);
    }

    private static boolean hasVerb(FoldedText words) {
        return DutyPatterns.TASKS.matcher(words.folded()).find()
                || DutyPatterns.TAKES.matcher(words.folded()).find()
                || ASKS.matcher(words.folded()).find()
                || Addressees.act(words);
    }

    private int start(int end) {
        String before = sentence.folded().substring(from, Math.max(from, end));
        int stop = Math.max(before.lastIndexOf(';'), before.lastIndexOf(". ")) + 1;
        int colon = before.lastIndexOf(": ") + 1;
        boolean led = colon > stop
                && DutyPatterns.DOES.matcher(before.substring(colon)).find()
                && !PART.matcher(before.substring(colon)).find();
        return from + (led ? colon : stop);
    }

    /** Returns where the task begins: at what is asked for, else at its first verb; -1 where there is none. */
    private static int verb(FoldedText clause, int asked) {
        if (DIRECT.matcher(Homographs.small(clause.text().substring(0, asked))).find()) {
            return asked;
        }
        int verb = verb(DutyPatterns.DOES, clause, asked);
        if (verb < 0) {
            verb = verb(DutyPatterns.TASKS, clause, asked);
        }
        return verb < 0 && DutyPatterns.TAKES.matcher(clause.folded()).find() ? asked : verb;
    }

    /** Returns where the first verb stands that somebody has to do; else the first of all, or -1. */
    private static int verb(Pattern verbs, FoldedText clause, int from) {
        Matcher verb = verbs.matcher(clause.folded());
        int first = -1;
        boolean found = verb.find(from);
        while (found && isOther(clause, verb, from)) {
            first = first < 0 && !isName(clause, verb, from) && !isInBrackets(clause.folded(), verb.start())
                    ? verb.start()
                    : first;
            found = verb.find();
        }
        return found ? verb.start() : first;
    }

    private static boolean isOther(FoldedText clause, Matcher verb, int from) {
        String folded = clause.folded();
        return isName(clause, verb, from)
                || isInBrackets(folded, verb.start())
                || OF_NOUN.matcher(folded.substring(0, verb.start())).find()
                || TELLING.matcher(folded.substring(verb.start())).find();
    }

    private static boolean isName(FoldedText clause, Matcher verb, int from) {
        boolean first = clause.folded()
                .substring(from, verb.start())
                .replaceAll("[^a-z]", "")
                .isEmpty();
        return !first && Character.isUpperCase(clause.text().charAt(verb.start()));
    }

    private static boolean isInBrackets(String text, int at) {
        return text.lastIndexOf('(', at) > text.lastIndexOf(')', at) && text.indexOf(')', at) >= 0;
    }

    private static String whole(FoldedText clause) {
        FoldedText words = tidied(clause);
        return words.text().length() <= LONGEST_CLAUSE ? cut(words) : "";
    }

    private String after() {
        FoldedText after = sentence.part(due.end(), Math.max(due.end(), next));
        int semicolon = after.folded().indexOf(';');
        int stop = semicolon < 0 ? after.text().length() : semicolon;
        Matcher outcome = OUTCOME.matcher(after.folded()).region(0, stop);
        FoldedText clause = after.part(0, outcome.find() ? outcome.start() : stop);
        int asked = Math.max(RequestWords.end(Homographs.small(clause.text())), 0);
        int verb = verb(clause, asked);
        return verb < 0 ? "" : shortened(tidied(clause.part(verb, clause.text().length())));
    }

    /** Leaves out whom it goes to, and of what is still too long all but the last verb. */
    private static String shortened(FoldedText task) {
        String kept = cut(task);
        if (kept.length() <= LONGEST_TASK) {
            return kept;
        }
        Matcher last = DutyPatterns.HANDS.matcher(task.folded());
        int at = -1;
        while (last.find()) {
            at = last.start();
        }
        String rest = at < 0 ? kept : cut(tidied(task.part(at, task.text().length())));
        String told = rest.length() <= LONGEST_TASK && rest.indexOf(' ') > 0 ? rest : kept;
        int end = told.length() <= LONGEST_TASK ? told.length() : told.lastIndexOf(' ', LONGEST_TASK);
        return end == told.length() ? told : told.substring(0, Math.max(end, 1)) + "…";
    }

    /** Leaves out "về …"; with other words before it the recipient stays. */
    private static String cut(FoldedText task) {
        Matcher to = Recipient.PLACED.matcher(task.folded());
        boolean found = to.find();
        while (found && (to.group("about") == null || Recipient.isSmallOrgan(task, to.end()))) {
            found = to.find();
        }
        return found && to.start() > 3 ? tidied(task.part(0, to.start())).text() : task.text();
    }

    private static FoldedText tidied(FoldedText words) {
        FoldedText rest = words;
        Matcher lead = LEADING.matcher(rest.folded());
        while (lead.find() && lead.end() > 0) {
            rest = rest.part(lead.end(), rest.text().length());
            lead = LEADING.matcher(rest.folded());
        }
        Matcher since = SINCE.matcher(rest.folded());
        rest = since.find() && since.start() > 0 ? rest.part(0, since.start()) : rest;
        int open = rest.folded().lastIndexOf('(');
        rest = open > rest.folded().lastIndexOf(')') ? rest.part(0, open) : rest;
        Matcher courtesy = COURTESY.matcher(Homographs.small(rest.text()));
        rest = courtesy.find() ? rest.part(0, courtesy.start()) : rest;
        Matcher tail = TAIL.matcher(Homographs.small(rest.text()));
        while (tail.find()) {
            rest = rest.part(0, tail.start());
            tail = TAIL.matcher(Homographs.small(rest.text()));
        }
        return rest;
    }
}
