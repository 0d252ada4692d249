package vn.loa.document.deadline;

import java.util.regex.Matcher;
import vn.loa.text.FoldedText;

/**
 * Judges whether a day in a sentence is the deadline of something to be done, and tells what and to whom. Validity, events
 * and what is only told ({@link ToldClause}) are none. Of the rest, whatever is asked for ({@link RequestWords}) is due,
 * and without a request what the verbs of handing in and finishing govern.
 */
final class DutyClause {
    private static final int REACH = 300;

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
     * @param passage tells whether the lines above it or its first words give it to somebody to do
     */
    DutyClause(FoldedText sentence, DueDate due, int from, boolean today, Passage passage) {
        this.sentence = sentence;
        this.due = due;
        this.from = Math.max(from, due.start() - REACH);
        this.today = today;
        this.told = new ToldClause(sentence, due, this.from, REACH, passage);
    }

    /** Returns whether something is to be done by then. */
    boolean isDuty() {
        String before = sentence.folded().substring(from, due.start());
        String after = after();
        int asked = told.asked();
        if (isNone(before, asked)
                || told.isTold()
                || after.startsWith(" duoc ")
                || isChosen(before, after)
                || DutyPatterns.MOVED_ON.matcher(after).find()
                || asked < 0 && isReward(before, after)) {
            return false;
        }
        return switch (cue(before)) {
            case NAMED -> true;
            case LATEST -> asked >= 0 || isLatest(before, after);
            case BEFORE ->
                isApplied(before, after)
                        || !told.isAdjective() && (isAskedFor(before, asked) || isBefore(before, after));
            case UNTIL -> isRange(before) || !isStay(before) && isHandedIn(before, after);
        };
    }

    /** "Từ 8 giờ ngày 12/11 đến trước 17 giờ …" is the end of a range. */
    private DueDate.Cue cue(String before) {
        boolean often = due.recurrence() != Recurrence.NONE
                && DutyPatterns.FIRST_OF_MONTH.matcher(before).find();
        return due.cue() == DueDate.Cue.BEFORE
                        && (often || DutyPatterns.RANGE_END.matcher(before).find())
                ? DueDate.Cue.UNTIL
                : due.cue();
    }

    /** Tells validity, presence and events; of what is asked for only the words of asking and those after them count. */
    private boolean isNone(String before, int asked) {
        String clause = near(before);
        String words = sentence.folded().substring(due.start(), due.end());
        String bare =
                DayPatterns.REMARK.matcher(clause.substring(Math.max(asked, 0))).replaceAll(" ");
        String own = ofVerb(withoutObjects(own(bare))) + words;
        return DayPatterns.NEVER.matcher(own).find()
                || asked >= 0
                        && due.time().isPresent()
                        && DayPatterns.ATTENDS.matcher(own).find()
                        && !DutyPatterns.DOES.matcher(own).find()
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
                && !DutyPatterns.DOES.matcher(clause + words).find();
    }

    /** "Phải" alone is said of anybody: it is a duty here only with a verb that is asked of people. */
    private boolean isAskedFor(String before, int asked) {
        String clause = near(before);
        int must = asked - "phai ".length();
        return asked >= 0
                && (!clause.startsWith("phai ", Math.max(0, must))
                        || DutyPatterns.TASKS.matcher(clause).find()
                        || Parties.areObliged(told.near().substring(0, asked))
                        || DutyPatterns.ASKED_FOR.matcher(clause).find());
    }

    private static boolean isLatest(String before, String after) {
        return isAlone(before, after)
                || !leading(before, after).isBlank()
                || before.strip().indexOf(' ') > 0
                || DutyPatterns.DOES.matcher(after).find();
    }

    private boolean isBefore(String before, String after) {
        return isRequestedAfter(before, after)
                || DutyPatterns.DOES.matcher(before).find() && !isDoneToday(before)
                || DutyPatterns.THREATENS.matcher(near(before)).find()
                || DutyPatterns.ASKED_FOR.matcher(near(before)).find()
                || Addressees.act(sentence.part(due.start() - near(before).length(), due.start()))
                || DutyPatterns.UNDONE.matcher(near(before)).find()
                        && DutyPatterns.PUNISHED.matcher(after).find()
                || DutyPatterns.OFTEN.contains(due.recurrence())
                        && !leading(before, after).isBlank()
                || DutyPatterns.DOES.matcher(leading(before, after)).find();
    }

    /** "Xã hoàn thành trước 9h sáng nay": who only finishes on the day of the text has done so. */
    private boolean isDoneToday(String before) {
        return today
                && !DutyPatterns.OF_SEVERAL.matcher(near(before)).find()
                && !DutyPatterns.DOES
                        .matcher(DutyPatterns.FINISHES.matcher(near(before)).replaceAll(" "))
                        .find();
    }

    private static boolean isApplied(String before, String after) {
        return DutyPatterns.REWARDED.matcher(after).find()
                && DutyPatterns.APPLIES.matcher(near(before)).find();
    }

    private static boolean isReward(String before, String after) {
        return DutyPatterns.REWARDED.matcher(after).find()
                && !isApplied(before, after)
                && !DutyPatterns.THREATENS.matcher(near(before)).find();
    }

    /** "Hồ sơ nộp trước ngày 20/11 trả kết quả tại …" only tells which papers are meant. */
    private static boolean isChosen(String before, String after) {
        return DutyPatterns.CHOSEN.matcher(before).find()
                && DutyPatterns.SERVED.matcher(after).find();
    }

    /** Something goes on until then, over days or over the hours of one. */
    private boolean isStay(String before) {
        return ToldPatterns.LASTS.matcher(near(before)).find()
                || ToldPatterns.RUNS.matcher(before).find()
                || DayPatterns.TERM.matcher(near(before)).find()
                || due.time().isPresent() && DayPatterns.HOURS.matcher(before).find();
    }

    private static boolean isRequestedAfter(String before, String after) {
        return DutyPatterns.MUST_BY.matcher(after).find()
                && !DutyPatterns.CONDITION.matcher(before).find();
    }

    /** "Chậm nhất ngày 20/11." is said of what stands before it. */
    private static boolean isAlone(String before, String after) {
        return before.isBlank() && after.replaceAll("[ .;!]", "").isEmpty();
    }

    /** Returns the words after another day where a range with a subject of its own begins: "…, vòng hai từ ngày". */
    private static String ofRange(String clause) {
        Matcher day = DutyPatterns.OTHER_DAY.matcher(clause);
        int from = 0;
        while (day.find()) {
            from = day.end();
        }
        String rest = clause.substring(from);
        return DutyPatterns.OF_ITS_OWN.matcher(rest).matches() ? rest : clause;
    }

    /** Returns the words after another day, a clause of their own where they have a verb. */
    private static String own(String clause) {
        Matcher day = DutyPatterns.OTHER_DAY.matcher(clause);
        int from = 0;
        while (day.find()) {
            from = day.end();
        }
        String rest = clause.substring(from);
        return DutyPatterns.DOES.matcher(rest).find() ? rest : clause;
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
        return due.cue() == DueDate.Cue.LATEST
                        && DutyPatterns.OF_MANY.matcher(part).find()
                || ToldPatterns.HANDED.matcher(part).find()
                || DutyPatterns.SETTLES.matcher(part).find()
                || told.asked() >= 0 && DutyPatterns.HANDS.matcher(part).find()
                || DutyPatterns.OF_SEVERAL.matcher(part).find()
                        && DutyPatterns.DOES.matcher(part).find();
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
        String opened = leading(before, after);
        Matcher must = DutyPatterns.MUST_BY.matcher(opened);
        if (must.find()
                && !DutyPatterns.OF_SOME.matcher(must.group()).find()
                && DutyPatterns.TAKES.matcher(opened).find()) {
            return true;
        }
        if (words.startsWith("trong") && DutyPatterns.IN_DAY.matcher(words).find()) {
            return isInDay(near(before), words)
                    || ToldPatterns.HANDED.matcher(opened).find();
        }
        if (due.recurrence() != Recurrence.NONE) {
            return DutyPatterns.SENDS.matcher(near(before)).find()
                            && !DutyPatterns.OPENED.matcher(near(before)).find()
                    || DutyPatterns.KEEPS.matcher(opened.split(";", 2)[0]).find();
        }
        if (words.startsWith("ket thuc")) {
            return DutyPatterns.ENTERS.matcher(near(before)).find();
        }
        if (words.contains("thang") && !words.contains("ngay") || words.contains("quy") || words.contains("tet")) {
            return near(before).endsWith("den ")
                            && DutyPatterns.TAKES.matcher(near(before)).find()
                    || completes(before)
                    || isStriven(before, after)
                    || isOpened(leading(before, after), words);
        }
        return (DutyPatterns.TAKES.matcher(ofRange(near(before))).find()
                        || told.asked() >= 0 && before.endsWith(" thoi gian ")
                        || isStriven(before, after))
                && !after.contains(" da ");
    }

    /** A request for today or tomorrow holds for all its parts; before a date the last part may only tell of that day. */
    private boolean isInDay(String clause, String words) {
        boolean whole = words.endsWith("nay") || words.endsWith("mai");
        if (told.asked() >= 0 && clause.endsWith(" ngay ") && !clause.contains("xay ra")) {
            return true;
        }
        return whole && told.asked() >= 0
                ? DutyPatterns.COMPLETES.matcher(clause).find()
                        || DutyPatterns.SETTLES.matcher(clause).find()
                : DutyPatterns.COMPLETES
                        .matcher(clause.substring(clause.lastIndexOf(',') + 1))
                        .find();
    }

    /** A period before the verb: "trước Tết hoàn thành …", "trong tháng 11 phải hoàn thành …". */
    private static boolean isOpened(String opened, String words) {
        return words.startsWith("truoc")
                && DutyPatterns.COMPLETES.matcher(opened).find();
    }

    /** "Từ ngày 10/11 đến ngày 20/11: các thôn lập danh sách, gửi về …". */
    private boolean isRange(String before) {
        return DutyPatterns.BEGUN.matcher(before).matches()
                && DutyPatterns.HANDS_AFTER.matcher(after()).find();
    }

    /** "Phấn đấu đến hết quý I hoàn thành …". */
    private static boolean isStriven(String before, String after) {
        return DutyPatterns.STRIVES.matcher(near(before)).find()
                && DutyPatterns.COMPLETES.matcher(after).find();
    }

    /** "báo cáo kết quả công tác trong tháng 11" is about the month, "hoàn thành trong tháng 11" due in it. */
    private static boolean completes(String before) {
        Matcher done = DutyPatterns.COMPLETES.matcher(near(before));
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
                || Recipient.PLACED.matcher(between).find()
                || !DutyPatterns.ABOUT.matcher(between).find();
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
                || DutyPatterns.BEGUN.matcher(before).matches()
                || DutyPatterns.OPENS.contains(bare)
                || bare.endsWith("(") && (after.startsWith("): ") || after.startsWith("), "))
                || ",;:-).\"".indexOf(bare.charAt(bare.length() - 1)) >= 0;
        return opens ? after : "";
    }

    /** Returns whether a day opens its clause, so that its verb comes after it. */
    static boolean opens(FoldedText sentence, DueDate due, int from) {
        String folded = sentence.folded();
        return !leading(folded.substring(from, due.start()), folded.substring(due.end()))
                .isEmpty();
    }

    private String after() {
        int end = Math.min(sentence.folded().length(), due.end() + REACH);
        return sentence.folded().substring(due.end(), end);
    }
}
