package vn.loa.document.deadline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.loa.text.FoldedText;
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
        sentences.addAll(Sentences.of(text));
        for (String sentence : sentences) {
            for (Deadline deadline : ofSentence(sentence, base)) {
                if (found.size() < MOST && found.stream().noneMatch(each -> each.isSame(deadline))) {
                    found.add(deadline);
                }
            }
        }
        return found;
    }

    private static List<Deadline> ofSentence(String raw, Optional<LocalDate> base) {
        FoldedText sentence = Homographs.setApart(FoldedText.of(raw, LONGEST_SENTENCE));
        List<Deadline> found = new ArrayList<>();
        int from = 0;
        for (DueDate due : DueDates.of(sentence.folded(), base)) {
            DutyClause clause = new DutyClause(sentence, due, from);
            boolean listed = !found.isEmpty()
                    && LISTED.matcher(sentence.folded().substring(from, Math.max(from, due.start())))
                            .matches();
            if (clause.isDuty() || listed) {
                String task = listed ? found.get(found.size() - 1).task() : clause.task();
                String recipient = listed ? found.get(found.size() - 1).recipient() : clause.recipient();
                found.add(new Deadline(due.date(), due.time(), due.recurrence(), task, recipient, sentence.text()));
                from = due.end();
            }
        }
        return found;
    }
}
