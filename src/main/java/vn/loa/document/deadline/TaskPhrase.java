package vn.loa.document.deadline;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.loa.text.FoldedText;

/**
 * Tells what is due by a day and to whom, in the words of the sentence: from its verb to the day, or after a day that
 * opens the sentence. What "hạn …" itself names comes first.
 */
final class TaskPhrase {
    /** Stands before those to whom something goes. */
    static final Pattern RECIPIENT = Pattern.compile(
            "(?<![a-z])(?:(?:(?:(?<about>ve)|cho|toi|den|tai|len)(?: dia chi)?|(?<=dang ky )voi) |(?<named>(?<=(?:bao cao|bao lai|gui|trinh) )))(?=(?:ban |uy ban|ubnd|ubmttq|mttq|mat tran"
                    + "|dang uy|van phong|phong |so |hoi |cong an|thuong truc|bch|btt|trung tam|doan |hdnd|bo "
                    + "|tinh uy|thanh uy|bo phan|chi bo|cap uy|ong |ba |dong chi|to |co quan|xa |phuong |don vi"
                    + "|cong doan|lien doan|lien hiep|chu tich|bi thu|lanh dao|truong (?:thon|ban|khu)|nha truong|chi (?:uy|hoi|doan|cuc)|dang bo"
                    + "|kho bac|bao hiem xa hoi|tram y te|nhom |co giao|thay giao|giao vien))");

    private static final Pattern RECIPIENT_END = Pattern.compile(
            " (?:truoc|cham nhat|muon nhat|khong (?:qua|muon hon)|ket qua|danh sach|so lieu|bang van ban|qua |theo dia|de |bang |vao |trong|thong qua|den het|dia chi|cho y kien|xem xet|phe duyet|tong hop|theo (?:doi|quy dinh))|[(;.:]|,(?! khen thuong)|$");

    private static final int LONGEST_TASK = 140;
    private static final int LONGEST_CLAUSE = 80;
    private static final int LONGEST_RECIPIENT = 120;

    /** What "hạn …" names: "hạn nộp hồ sơ dự thi là", "thời gian nhận bài:". */
    private static final Pattern NAMED =
            Pattern.compile("^(?:thoi han|han|thoi gian|thoi diem)(?: cuoi(?: cung)?| chot)* (?<task>[a-z][^:(]*?)"
                    + "(?= ?[:(]| (?:la|vao|den|truoc|het|cham nhat|tu|ngay|trong)(?![a-z])| \\d{1,2}[/.h])");

    /** A verb without what is done. */
    private static final Pattern BARE = Pattern.compile(
            "[a-z]{1,8}(?: (?:xong|ve|yet|khai|ky|cao|thanh|tat|thien|nhap|y|duyet|doi|su|dut|diem|quyet)){0,2},?");

    private static final Pattern SHORT = Pattern.compile("[^ ]+(?: [^ ]+){0,2}");

    /** Before a verb that belongs to those who are asked, or to a paper. */
    private static final Pattern OF_NOUN = Pattern.compile(
            "(?<![a-z])(?:duoc|da|chua|dang|khong|phieu|don|mau|giay|ban|cong van|van ban|lich|tai lieu|noi dung|ket qua|nhu cau|nguoi) $");
    /** What the teller does before others have to do something. */
    private static final Pattern TELLING =
            Pattern.compile("^(?:thong bao(?! (?:cho|den|toi|voi))|chuyen tiep)(?![a-z])");

    private static final Pattern DIRECT = Pattern.compile("(?<!\\p{L})(?:phải|có trách nhiệm|vui lòng|nhắc) $");

    private static final Pattern TAIL =
            Pattern.compile("[\\s,;:.(-]+$|(?<=,) hoan thanh$|(?<![a-z])(?:xong|va|cham nhat|muon nhat"
                    + "|tre nhat|truoc|la|thoi gian|thoi han|han|vao|luc|den|het|trong|ke tu|tu|ngay|chi|dot \\d)$");
    private static final Pattern SINCE =
            Pattern.compile("[ ,(]+(?:thoi gian )?(?:bat dau |ke |tinh )?tu (?:nay|ngay|sang|chieu|\\d)[^;]*$");
    private static final Pattern LEADING =
            Pattern.compile("^(?:[\\s,;:.)*•+-]+|(?:va|roi|hoac|dong thoi|sau do) |\\d{1,2}[.)] |[a-h]\\) )");

    private final FoldedText sentence;
    private final DueDate due;
    private final int from;
    private final int next;

    /**
     * Takes the clause of a day.
     *
     * @param from where it begins
     * @param next where the next day of the sentence begins, or its end
     */
    TaskPhrase(FoldedText sentence, DueDate due, int from, int next) {
        this.sentence = sentence;
        this.due = due;
        this.from = from;
        this.next = next;
    }

    /** Returns what is due, an empty string when it is not clear. */
    String task() {
        FoldedText named = named();
        if (!named.text().isEmpty() && !isBare(named)) {
            return named.text();
        }
        String before = before();
        if (!before.isEmpty()) {
            return before;
        }
        return named.text().indexOf(' ') < 0 ? after() : named.text();
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
        FoldedText clause = clause();
        int asked = Math.max(RequestWords.end(Homographs.small(clause.text())), 0);
        int verb = verb(clause, asked);
        FoldedText task =
                tidied(clause.part(Math.max(verb, asked), clause.text().length()));
        if (verb < 0) {
            return asked > 0 ? whole(task) : "";
        }
        boolean unclear = task.text().isEmpty()
                || isBare(task)
                || asked == 0 && SHORT.matcher(cut(task)).matches();
        String told = unclear ? whole(clause) : "";
        return told.isEmpty() ? shortened(task) : told;
    }

    /** The words since the last stop, or the last cell of a row, that have a verb. */
    private FoldedText clause() {
        String folded = sentence.folded();
        int end = due.start();
        int start = start(end);
        while (start > from
                && !DutyClause.TASKS.matcher(folded.substring(start, end)).find()) {
            end = start - 1;
            start = start(end);
        }
        return sentence.part(Math.min(start, end), end);
    }

    private int start(int end) {
        String before = sentence.folded().substring(from, Math.max(from, end));
        int stop = Math.max(before.lastIndexOf(';'), before.lastIndexOf(". ")) + 1;
        int colon = before.lastIndexOf(": ") + 1;
        boolean led =
                colon > stop && DutyClause.DOES.matcher(before.substring(colon)).find();
        return from + (led ? colon : stop);
    }

    /** Returns where the task begins: at what is asked for, else at its first verb; -1 where there is none. */
    private static int verb(FoldedText clause, int asked) {
        if (DIRECT.matcher(Homographs.small(clause.text().substring(0, asked))).find()) {
            return asked;
        }
        int verb = verb(DutyClause.DOES, clause, asked);
        if (verb < 0) {
            verb = verb(DutyClause.TASKS, clause, asked);
        }
        return verb < 0 && DutyClause.TAKES.matcher(clause.folded()).find() ? 0 : verb;
    }

    /** Returns where the first verb stands that somebody has to do; else the first of all, or -1. */
    private static int verb(Pattern verbs, FoldedText clause, int from) {
        Matcher verb = verbs.matcher(clause.folded());
        int first = -1;
        boolean found = verb.find(from);
        while (found && isOther(clause, verb, from)) {
            first = first < 0 && !isName(clause, verb, from) ? verb.start() : first;
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
        FoldedText clause = after.part(0, semicolon < 0 ? after.text().length() : semicolon);
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
        Matcher last = DutyClause.HANDS.matcher(task.folded());
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
        Matcher to = RECIPIENT.matcher(task.folded());
        boolean found = to.find();
        while (found && (to.group("about") == null || isSmallOrgan(task, to.end()))) {
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
        Matcher tail = TAIL.matcher(rest.folded());
        while (tail.find()) {
            rest = rest.part(0, tail.start());
            tail = TAIL.matcher(rest.folded());
        }
        return rest;
    }

    /** Returns to whom it is due, an empty string when nobody is named. */
    String recipient() {
        String before = recipient(from, due.start());
        boolean opens = sentence.folded().substring(from, due.start()).isBlank();
        boolean last = next >= sentence.folded().length();
        return before.isEmpty() && (opens || last) ? recipient(due.start(), next) : before;
    }

    private String recipient(int start, int limit) {
        Matcher to = RECIPIENT.matcher(sentence.folded()).region(start, limit);
        to.useTransparentBounds(true);
        boolean found = to.find();
        while (found && to.group("named") != null && isSmall(sentence, to.end())) {
            found = to.find();
        }
        if (!found || isSmallOrgan(sentence, to.end())) {
            return "";
        }
        Matcher end = RECIPIENT_END.matcher(sentence.folded());
        int stop = end.find(to.end()) ? end.start() : sentence.folded().length();
        String named = sentence.text()
                .substring(to.end(), Math.min(stop, Math.max(to.end(), limit)))
                .strip();
        return named.length() <= LONGEST_RECIPIENT ? named : "";
    }

    /** "về bộ số liệu", "cho bà con" name nobody; "về Bộ Nội vụ" does. */
    private static boolean isSmallOrgan(FoldedText text, int at) {
        boolean shortWord = text.folded().indexOf(' ', at) <= at + 2;
        boolean section = text.folded().startsWith("bo phan", at);
        int next = text.folded().indexOf(' ', at) + 1;
        boolean named = Character.isUpperCase(text.text().charAt(next));
        return shortWord && !section && !named && isSmall(text, at);
    }

    private static boolean isSmall(FoldedText text, int at) {
        return at < text.text().length() && Character.isLowerCase(text.text().charAt(at));
    }
}
