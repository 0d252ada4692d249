package vn.loa.document.deadline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.loa.text.FoldedText;
import vn.loa.text.Folding;
import vn.loa.text.Sentences;

/** Reads the deadlines that a text sets. */
public final class DeadlineReader {
    private static final int LONGEST_SENTENCE = 1500;
    private static final int MOST = 20;

    /** Stands between two days of one duty. */
    private static final Pattern LISTED = Pattern.compile(
            "[), ;]*(?:va )?(?:dot \\d|(?:bao cao )?(?:(?:hang|moi) )?(?:thang|quy|nam|tuan)|(?:bao cao )?6 thang"
                    + "|(?:dang phi|hoi phi|doan phi|danh sach|ho so|ke hoach|so lieu|bien ban|phieu|kinh phi)"
                    + "(?: [a-z]{1,8}){0,5})"
                    + "[ ,(:]*");

    /** A line that is only the last day of what follows it: "Trước ngày 25/11/2026:". */
    private static final Pattern HEADING =
            Pattern.compile("[^a-z]{0,8}(?:xong )?(?:cham nhat|muon nhat|tre nhat|truoc|trong|het)"
                    + "(?:[ \\d/.,:()-]|gio|phut|ngay|thang|nam|quy|sang|trua|chieu|la|vao|het|h|[iv]++)*+: *");

    private static final Pattern PAPER = Pattern.compile("[a-z][a-z ]*[a-z](?=[ ,(:]*$)");
    private static final Pattern VERB = Pattern.compile("^(?:gui|nop|dong|lap|chuyen|hoan thanh)(?![a-z])");

    private DeadlineReader() {}

    /**
     * Returns the deadlines in order, each day and task once.
     *
     * @param base the document's date, or else the day of publication: from it years and terms are counted, and what
     *     lies before it is no deadline
     */
    public static List<Deadline> read(String title, String text, Optional<LocalDate> base) {
        List<Deadline> found = new ArrayList<>();
        List<String> sentences = new ArrayList<>(Sentences.of(title));
        sentences.addAll(withHeadings(Sentences.of(text)));
        for (String sentence : sentences) {
            for (Deadline deadline : ofSentence(sentence, base)) {
                if (found.size() < MOST && found.stream().noneMatch(each -> each.isSame(deadline))) {
                    found.add(deadline);
                }
            }
        }
        return found;
    }

    /** Puts a line that is a day alone before the first item under it. */
    private static List<String> withHeadings(List<String> sentences) {
        List<String> joined = new ArrayList<>();
        String heading = "";
        for (String sentence : sentences) {
            String whole = heading.isEmpty() ? sentence : heading + " " + sentence;
            boolean opens = HEADING.matcher(Folding.fold(sentence)).matches();
            if (!opens) {
                joined.add(whole);
            }
            heading = opens ? sentence : "";
        }
        return joined;
    }

    private static List<Deadline> ofSentence(String raw, Optional<LocalDate> base) {
        FoldedText sentence = Homographs.setApart(FoldedText.of(raw, LONGEST_SENTENCE));
        List<DueDate> dates = DueDates.of(sentence.folded(), base);
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
            if (listed || new DutyClause(sentence, due, from, base.equals(Optional.of(due.date()))).isDuty()) {
                TaskPhrase phrase = new TaskPhrase(sentence, due, from, next);
                found.add(
                        listed
                                ? listed(found.get(found.size() - 1), due, between)
                                : deadline(due, phrase.task(), phrase.recipient(), sentence.text()));
                from = due.end();
            }
        }
        return found;
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
