package vn.loa.document.deadline;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.loa.text.FoldedText;

/** Tells to whom something is due by a day: where it is sent to, rather than where it is done. */
final class Recipient {
    /** Stands before those to whom something goes. */
    static final Pattern PLACED = Pattern.compile(
            "(?<![a-z])(?:(?:(?:(?<about>ve)|cho|toi|den|tai|len)(?: dia chi)?|(?<=(?:dang ky|bao cao|lien he|quyet toan|cam ket) [a-z ]{0,40})voi) |(?<named>(?<=(?:bao cao|bao lai|bao|gui|gui lai|trinh|nop) )))(?=(?:vp |ban |tieu ban |uy ban|ubnd|ubmttq|mttq|mat tran"
                    + "|dang uy|van phong|phong |so |hoi |cong an|thuong truc|bch|btt|btc|trung tam|doan |hdnd|bo "
                    + "|tinh uy|thanh uy|bo phan|chi bo|cap uy|ong |ba |dong chi|to |co quan|(?:xa|phuong)(?![a-z])|don vi"
                    + "|cong doan|lien doan|lien hiep|chu tich|bi thu|lanh dao|truong (?:thon|ban|khu)|nha truong|chi (?:uy|hoi|doan|cuc)|dang bo"
                    + "|(?:cum|nhom|lop|khoi|to|doi) truong|thu (?:quy|ky|vien)|ke toan|truong (?:phong|doan)|van thu|(?:co|thay) (?:giao |chu nhiem)|hop tac xa|htx|thanh tra|hat kiem lam|buu dien|to dan pho|cong ty"
                    + "|kho bac|bao hiem xa hoi|tram y te|nhom |(?:anh|chi|bac|thay|co|chu|em|dc|d/c) |co giao|thay giao|giao vien))");

    /** A name that is small in hurried messages as well. */
    private static final Pattern ABBREVIATED = Pattern.compile(
            "(?:vp|btt|bch|ubnd|mttq|ubmttq|hdnd|kho bac|van phong|bo phan|bi thu|truong thon|to (?:truong|dan pho|bau cu|cong tac|lien gia)|chi bo|dang uy|cong an xa|tram y te|thu quy|ke toan|nha truong)(?![a-z])");

    /** Somebody who is called by name; "chị em" are nobody. */
    private static final Pattern PERSON = Pattern.compile("(?:anh|chi|bac|thay|co|chu|em|dc|d/c) ");

    /** Begins like somebody who is called by name where the next word is small. */
    private static final Pattern UNIT =
            Pattern.compile("chi (?:hoi|bo|doan|uy|cuc)|(?:thay|co) (?:giao|quan|chu)|chu tich");

    /** "về xã" is to the commune's office. */
    private static final Pattern PLACE = Pattern.compile(
            "(?:xa|vp|co quan|bi thu|to (?:truong|dan pho|cong tac|bau cu|lien gia)|(?:co|thay) chu nhiem)(?![a-z])(?! hoi)");

    private static final Pattern END = Pattern.compile(
            " (?:truoc|xong|cham nhat|muon nhat|khong (?:qua|muon hon)|ket qua|danh sach|so lieu|bang van ban|qua |theo dia|de |bang |vao |trong|thong qua|den het|dia chi|cho y kien|xem xet|phe duyet|tong hop|tu (?:ngay|nay|\\d)|theo (?:doi|quy dinh))|[(;.:]|,(?! khen thuong)|$");

    /** Begins what is sent, after those to whom. */
    private static final Pattern SENT = Pattern.compile(
            " (?:hoặc|thẩm tra|thẩm định|phê duyệt|tiêm|khám|nhận|đăng ký|làm thủ tục|bản (?:kê|sao|tự|đăng|tổng|cam)|phiếu|biên bản|hồ sơ|báo cáo|văn bản|ý kiến)(?!\\p{L})");

    /** The short names of units, without marks, and as they are written. */
    private static final Map<String, String> MEANT = Map.of(
            "so", "sở", "to", "tổ", "bo", "bộ", "hoi", "hội", "doan", "đoàn", "xa", "xã", "phong", "phòng", "vien",
            "viện");

    /** Opens a sentence that tells where papers go. */
    private static final Pattern PAPERS_SENT = Pattern.compile(
            "[^a-z]{0,6}(?:bai|ho so|bao cao|danh sach|van ban|y kien|phieu|ket qua|tac pham|san pham|don|bien ban|moi y kien|de xuat|so lieu|thong tin)(?: (?!da )[a-z]{1,9}){0,8}? (?:gui|nop)(?: [a-z]{1,9}){0,3}? (?:ve|cho|tai|toi|den)(?![a-z])");

    private static final Pattern DAY =
            Pattern.compile("\\d{1,2}/\\d{1,2}|(?<![a-z])(?:ngay|truoc|cham nhat|han)(?![a-z])");

    private static final int LONGEST = 120;

    private static final Pattern NEXT = Pattern.compile(
            "[ ,(]*(?:(?:va|roi|dong thoi|sau do) )?(?:(?:gui|nop|bao cao|chuyen)(?: [a-z]{1,8}){0,4} )?");

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
    Recipient(FoldedText sentence, DueDate due, int from, int next) {
        this.sentence = sentence;
        this.due = due;
        this.from = from;
        this.next = next;
    }

    /** Returns to whom a sentence sends papers, without a day of its own; an empty string when it does not. */
    static String ofPapers(FoldedText sentence) {
        int end = sentence.folded().length();
        DueDate none = new DueDate(end, end, DueDate.Cue.UNTIL, LocalDate.MIN, Optional.empty(), Recurrence.NONE);
        return PAPERS_SENT.matcher(sentence.folded()).lookingAt()
                        && !DAY.matcher(sentence.folded()).find()
                ? new Recipient(sentence, none, 0, end).recipient(0, end)
                : "";
    }

    /** Returns to whom it is due, an empty string when nobody is named. */
    String name() {
        String before = recipient(requested(), due.start());
        boolean opens = DutyClause.opens(sentence, due, from);
        boolean last = next >= sentence.folded().length();
        return before.isEmpty() && (opens || last) ? recipient(due.start(), next) : before;
    }

    /** Words before a request tell why, and not to whom. */
    private int requested() {
        String before = Homographs.small(sentence.text().substring(from, due.start()));
        int near = before.length() - DutyClause.near(before).length();
        return from + near + Math.max(0, RequestWords.end(before.substring(near)));
    }

    private String recipient(int start, int limit) {
        boolean after = start == due.start() && !DutyClause.opens(sentence, due, from);
        Matcher to = PLACED.matcher(sentence.folded()).region(start, limit);
        to.useTransparentBounds(true);
        int best = -1;
        boolean sent = false;
        while (!sent && to.find()) {
            boolean other = isNobody(to) || after && isOfOther(to);
            sent = !other && (to.group("about") != null || to.group("named") != null);
            best = sent || best < 0 && !other ? to.end() : best;
        }
        return best < 0 ? "" : named(best, limit);
    }

    /** "nộp bản", "gửi số": other words that only fold like "ban" and "sở". */
    private boolean isHomograph(int at) {
        int end = sentence.folded().indexOf(' ', at);
        String folded =
                sentence.folded().substring(at, end < 0 ? sentence.folded().length() : end);
        String written = Homographs.small(sentence.text()).substring(at, at + folded.length());
        return !written.equals(folded) && !MEANT.getOrDefault(folded, written).equals(written)
                || folded.equals("ban") && !written.equals(folded);
    }

    private boolean isNobody(Matcher to) {
        int at = to.end();
        int word = sentence.folded().indexOf(' ', at) + 1;
        boolean lower = word == 0 || Character.isLowerCase(sentence.text().charAt(word));
        boolean person = !lower && begins(PERSON, at);
        return isHomograph(at)
                || to.group("named") != null && isSmall(sentence, at) && !person && !begins(ABBREVIATED, at)
                || lower && begins(PERSON, at) && !begins(UNIT, at)
                || isSmallOrgan(sentence, at);
    }

    private boolean begins(Pattern words, int at) {
        return words.matcher(sentence.folded())
                .region(at, sentence.folded().length())
                .lookingAt();
    }

    private String named(int start, int limit) {
        Matcher end = END.matcher(sentence.folded());
        int stop = end.find(start) ? end.start() : sentence.folded().length();
        String named = sentence.text()
                .substring(start, Math.min(stop, Math.max(start, limit)))
                .strip();
        Matcher sent = SENT.matcher(named);
        String whom = sent.find() ? named.substring(0, sent.start()) : named;
        return whom.length() <= LONGEST ? whom : "";
    }

    /** After the day only "(gửi) về …" right behind it belongs to it. */
    private boolean isOfOther(Matcher to) {
        String between = sentence.folded().substring(due.end(), Math.max(due.end(), to.start()));
        return to.group("about") == null && to.group("named") == null
                || !NEXT.matcher(between).matches();
    }

    /** "về bộ số liệu", "cho bà con" name nobody; "về Bộ Nội vụ" does. */
    static boolean isSmallOrgan(FoldedText text, int at) {
        int end = text.folded().indexOf(' ', at);
        boolean shortWord = end >= 0
                && end <= at + 2
                && !PLACE.matcher(text.folded())
                        .region(at, text.folded().length())
                        .lookingAt();
        boolean section = text.folded().startsWith("bo phan", at);
        int next = text.folded().indexOf(' ', at) + 1;
        boolean named = Character.isUpperCase(text.text().charAt(next));
        return shortWord && !section && !named && isSmall(text, at);
    }

    private static boolean isSmall(FoldedText text, int at) {
        return at < text.text().length() && Character.isLowerCase(text.text().charAt(at));
    }
}
