package vn.loa.document.deadline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.loa.text.FoldedText;
import vn.loa.text.Sentences;

/** Reads the deadlines that a text sets. */
public final class DeadlineReader {
    private static final int LONGEST_SENTENCE = 1500;
    private static final int MOST = 20;

    /** So many sentences after a last day may tell where papers go. */
    private static final int NEXT = 2;

    /** Stands between two days of one duty. */
    private static final Pattern LISTED = Pattern.compile(
            "[), ;]*(?:va )?(?:dot \\d|(?:bao cao )?(?:(?:hang|moi) )?(?:thang|quy|nam|tuan)|(?:bao cao )?6 thang"
                    + "|(?:dang phi|hoi phi|doan phi|danh sach|ho so|ke hoach|so lieu|bien ban|phieu|kinh phi|ban (?:cung|mem|giay))"
                    + "(?: [a-z]{1,8}){0,5})"
                    + "[ ,(:]*");

    private static final Pattern PAPER = Pattern.compile("[a-z][a-z ]*[a-z](?=[ ,(:]*$)");
    private static final Pattern VERB = Pattern.compile("^(?:gui|nop|dong|lap|chuyen|hoan thanh)(?![a-z])");

    /** Opens a sentence on what comes after a day, or that says again what was said. */
    private static final Pattern OVER = Pattern.compile(
            "\\P{L}{0,6}(?:(?:Sau|Quá) (?:ngày|thời hạn|thời gian|hạn|\\d)|(?:Xin |Tôi xin )?[Nn]hắc lại(?!\\p{L}))");

    private DeadlineReader() {}

    /**
     * Returns the deadlines in order, each day and task once.
     *
     * @param base the document's date, or else the day of publication: from it years and terms are counted, and what
     *     lies before it is no deadline
     */
    public static List<Deadline> read(String title, String text, Optional<LocalDate> base) {
        List<Deadline> found = new ArrayList<>();
        List<Passage> passages = new ArrayList<>(Passage.of(Sentences.of(title)));
        passages.addAll(Passage.of(Sentences.of(TableLines.restored(text))));
        DueColumn column = new DueColumn();
        Surroundings surroundings = new Surroundings();
        int since = NEXT + 1;
        for (Passage passage : passages) {
            since++;
            if (since <= NEXT) {
                addressed(found, passage);
            }
            if (surroundings.tellOf(passage)) {
                continue;
            }
            for (Deadline deadline : ofPassage(column.told(passage), base)) {
                if (found.size() < MOST
                        && found.stream().noneMatch(each -> each.isSame(deadline) || isOver(passage, deadline, each))) {
                    found.add(deadline);
                    since = 0;
                }
            }
        }
        return found;
    }

    /** "Hạn nhận bài: 20/11. Bài dự thi gửi về Hội Phụ nữ xã": the next sentence tells to whom. */
    private static void addressed(List<Deadline> found, Passage passage) {
        int last = found.size() - 1;
        if (last < 0 || !found.get(last).recipient().isEmpty()) {
            return;
        }
        String recipient = Recipient.ofPapers(FoldedText.of(passage.text(), LONGEST_SENTENCE));
        if (!recipient.isEmpty()) {
            Deadline told = found.remove(last);
            found.add(
                    new Deadline(told.date(), told.time(), told.recurrence(), told.task(), recipient, told.sentence()));
        }
    }

    /** "Sau ngày 10/4, không nhận hồ sơ bổ sung" only says again what was due by then. */
    private static boolean isOver(Passage passage, Deadline deadline, Deadline told) {
        return deadline.date().equals(told.date())
                && (deadline.time().isEmpty() || deadline.time().equals(told.time()))
                && OVER.matcher(passage.text()).lookingAt();
    }

    private static List<Deadline> ofPassage(Passage passage, Optional<LocalDate> base) {
        FoldedText sentence = Homographs.setApart(FoldedText.of(passage.text(), LONGEST_SENTENCE));
        List<DueDate> dates = exact(sentence.folded(), DueDates.of(sentence.folded(), base, passage.assigned()));
        List<Deadline> found = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < dates.size(); i++) {
            DueDate due = dates.get(i);
            int next = i + 1 < dates.size()
                    ? dates.get(i + 1).start()
                    : sentence.folded().length();
            FoldedText between = sentence.part(from, Math.max(from, due.start()));
            boolean listed =
                    !found.isEmpty() && LISTED.matcher(between.folded()).matches();
            boolean today = base.equals(Optional.of(due.date()));
            if (listed || new DutyClause(sentence, due, from, today, passage).isDuty()) {
                TaskPhrase phrase = new TaskPhrase(sentence, due, from, next, passage.assigned());
                add(
                        found,
                        listed
                                ? listed(found.get(found.size() - 1), due, between)
                                : deadline(
                                        due,
                                        phrase.task(),
                                        new Recipient(sentence, due, from, next).name(),
                                        sentence.text()));
                from = due.end();
            }
        }
        return found;
    }

    /** "Xong trong tháng 10 (chậm nhất 30/10)": the day in brackets is the last one of its period. */
    private static List<DueDate> exact(String folded, List<DueDate> dates) {
        List<DueDate> exact = new ArrayList<>();
        for (DueDate due : dates) {
            int last = exact.size() - 1;
            DueDate before = last < 0 ? due : exact.get(last);
            boolean within = last >= 0
                    && !due.date().isAfter(before.date())
                    && folded.substring(before.end(), due.start()).equals(" (");
            if (within) {
                exact.set(
                        last,
                        new DueDate(before.start(), due.end(), before.cue(), due.date(), due.time(), due.recurrence()));
            } else {
                exact.add(due);
            }
        }
        return exact;
    }

    /** "Hôm nay là ngày cuối nhận hồ sơ, đến 17h": the same day told again with its time is one. */
    private static void add(List<Deadline> found, Deadline next) {
        int last = found.size() - 1;
        if (last >= 0 && isTimed(found.get(last), next)) {
            Deadline first = found.remove(last);
            String task = first.task().isEmpty() ? next.task() : first.task();
            String recipient = first.recipient().isEmpty() ? next.recipient() : first.recipient();
            found.add(new Deadline(next.date(), next.time(), next.recurrence(), task, recipient, next.sentence()));
        } else {
            found.add(next);
        }
    }

    private static boolean isTimed(Deadline first, Deadline next) {
        return first.date().equals(next.date())
                && first.recurrence() == next.recurrence()
                && first.time().isEmpty()
                && next.time().isPresent()
                && (first.task().equals(next.task()) || next.task().isEmpty());
    }

    private static Deadline deadline(DueDate due, String task, String recipient, String sentence) {
        return new Deadline(due.date(), due.time(), due.recurrence(), task, recipient, sentence);
    }

    /** Names what stands between two days: another report, or another paper that goes the same way. */
    private static Deadline listed(Deadline before, DueDate due, FoldedText between) {
        Matcher named = PAPER.matcher(between.folded());
        String paper = named.find()
                ? between.text().substring(named.start(), named.end()).strip()
                : "";
        Matcher verb =
                VERB.matcher(FoldedText.of(before.task(), LONGEST_SENTENCE).folded());
        String task = paper.isEmpty() || paper.toLowerCase(Locale.ROOT).startsWith("báo cáo") || !verb.find()
                ? paper
                : before.task().substring(0, verb.end()) + " " + paper;
        return deadline(due, paper.isEmpty() ? before.task() : task, before.recipient(), before.sentence());
    }
}
