package vn.loa.document.deadline;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.loa.text.FoldedText;
import vn.loa.text.Folding;

/**
 * Judges whether a clause with a day only tells: of what was done, of others, or of what nobody has to do. A word of
 * telling counts in its own clause: not where it belongs to what is handed in, nor before a clause that asks others.
 */
final class ToldClause {
    private static final int NEXT = 100;

    private final String folded;
    private final String text;
    private final String small;
    private final DueDate due;
    private final int from;
    private final int to;
    private final Passage passage;

    private final String near;
    private final String nearFolded;
    private final int asked;

    /**
     * Takes a clause from its beginning to its day.
     *
     * @param from where it begins
     * @param reach so far after the day it is read; UTF-16 units
     * @param passage tells whether it is given to somebody to do, which counts as asking
     */
    ToldClause(FoldedText sentence, DueDate due, int from, int reach, Passage passage) {
        this.folded = sentence.folded();
        this.text = sentence.text();
        this.small = Homographs.small(sentence.text());
        this.due = due;
        this.from = from;
        this.passage = passage;
        this.to = Math.min(folded.length(), due.end() + reach);
        this.near = DutyClause.near(smallBefore());
        this.nearFolded = DutyClause.near(before());
        int request = RequestWords.end(near);
        this.asked = passage.assigned() ? Math.max(request, 0) : request;
    }

    /** Returns the clause before the day and after its last semicolon, in small letters. */
    String near() {
        return near;
    }

    /** Returns where, in the clause after its last semicolon, what is asked for begins; -1 where nothing is asked. */
    int asked() {
        return asked;
    }

    /** Returns whether no word asks for it; who is only named before a colon may have it told of others. */
    private boolean isUnasked() {
        return asked < 0 || passage.named() && RequestWords.end(near) < 0;
    }

    /** Returns whether it is told as news, after a name and its colon as well. */
    private boolean isTold(Pattern pattern, String clause) {
        String own = clause.substring(clause.indexOf(": ") + 1).stripLeading();
        return pattern.matcher(clause).find()
                || (passage.named() || !passage.assigned())
                        && pattern.matcher(own).find();
    }

    /** Returns whether it asks nothing of those who read: it is for others, holds no longer, or is a story. */
    boolean isTold() {
        return isForOthers() || isNotInForce() || isStory();
    }

    /** Others ask, or others are to do it. */
    private boolean isForOthers() {
        return Parties.areStrangers(DutyClause.near(text.substring(from, due.start())), near)
                || Parties.play(small.substring(from, due.end()))
                || isUnbidden() && Parties.areAbroad(text)
                || asked < 0 && Parties.areWishedFor(near)
                || isOfTeller()
                || ToldPatterns.HELD.matcher(before()).find()
                        && !ToldPatterns.MUST.matcher(nearFolded).find()
                || due.cue() != DueDate.Cue.LATEST && isTold(ToldPatterns.EVENT, smallBefore());
    }

    /** It was done, was asked for in another year or by another paper, or is not needed. */
    private boolean isNotInForce() {
        return isCited() || isPast() || isFormer() || isOfFormerYear() || isWithdrawn() || isNegated();
    }

    /** Somebody says, promises, wonders or counts. */
    private boolean isStory() {
        String rest = small.substring(due.end(), to);
        return isUnbidden() && ToldPatterns.SAID.matcher(rest).find()
                || ToldPatterns.QUOTED.matcher(rest).find()
                || asked < 0 && ToldPatterns.COMPARED.matcher(after()).find()
                || isDoubted()
                || isPromised()
                || isNews()
                || isCount();
    }

    /** Returns whether nobody asks for it; that somebody has to do it is told of anybody. */
    private boolean isUnbidden() {
        int request = RequestWords.start(near);
        return request < 0 ? !passage.assigned() : near.startsWith("phải", request);
    }

    /** Returns whether the day belongs to a noun: "văn bản ban hành trước ngày …". */
    boolean isAdjective() {
        String before = before();
        return !ToldPatterns.MUST.matcher(DutyClause.near(before)).find()
                && ToldPatterns.ADJECTIVE
                        .matcher(before.endsWith(" ") ? before : before + " ")
                        .find();
    }

    private String before() {
        return folded.substring(from, due.start());
    }

    private String smallBefore() {
        return small.substring(from, due.start());
    }

    private String after() {
        return folded.substring(due.end(), to);
    }

    /** Returns whether it has been done; that it was asked for leaves a duty. */
    private boolean isPast() {
        int done = last(ToldPatterns.DONE, unquoted(small.substring(0, due.start())));
        boolean before = done >= 0
                && !isOfClauseBefore(done)
                && !ToldPatterns.REQUEST
                        .matcher(folded.substring(done, due.start()))
                        .find()
                && !isFollowedBy(ToldPatterns.ADDRESSED, done)
                && RequestWords.end(small.substring(done, due.start())) < 0
                && !isWithinRequest(done)
                && !ToldPatterns.OF_THOSE.matcher(smallBefore()).find()
                && !ToldPatterns.OBJECT_DONE.matcher(smallBefore()).find();
        String rest = rest();
        boolean opens = !DutyClause.leading(before(), "x").isEmpty();
        return before
                || rest.stripLeading().startsWith("đã ")
                        && !(asked >= 0 && ToldPatterns.DOUBTED.matcher(rest).find())
                || opens && ToldPatterns.NOWADAYS.matcher(rest).find()
                || opens
                        && rest.contains(" đã ")
                        && !ToldPatterns.REQUEST
                                .matcher(Folding.fold(rest).replace("theo quy dinh", " "))
                                .find()
                        && !DutyPatterns.MUST_BY.matcher(after()).find();
    }

    /** Blanks out a word or two in quotation marks, which are named and not said. */
    private static String unquoted(String text) {
        return ToldPatterns.NAMED
                .matcher(text)
                .replaceAll(found -> " ".repeat(found.group().length()));
    }

    /** A clause after a semicolon is told by itself, unless a colon has begun a list of what was done. */
    private boolean isOfClauseBefore(int done) {
        int semicolon = small.lastIndexOf(';', due.start() - 1);
        int other = small.lastIndexOf(", còn ", due.start() - 1);
        return done < other || done < semicolon && small.indexOf(':', done) < 0;
    }

    /** The clause after the day. */
    private String rest() {
        int semicolon = small.indexOf(';', due.end());
        int end = Math.min(semicolon < 0 ? small.length() : semicolon, due.end() + NEXT);
        return small.substring(due.end(), Math.max(end, due.end()));
    }

    /** "Yêu cầu khắc phục tồn tại đã chỉ ra, gửi về …": what was pointed out belongs to what is asked for. */
    private boolean isWithinRequest(int done) {
        int start = small.lastIndexOf(';', due.start() - 1) + 1;
        int asked = done > start ? RequestWords.end(small.substring(start, done)) : -1;
        return asked >= 0
                && DutyPatterns.HANDS
                        .matcher(folded.substring(start + asked, done))
                        .find();
    }

    /** Returns whether the teller, or others than those who are addressed, will do it or would like others to do it. */
    private boolean isOfTeller() {
        return ToldPatterns.TELLS.matcher(near).find()
                || isUnasked() && ToldPatterns.TRADED.matcher(near).find()
                || isUnasked() && (isOfOthers(near) || isTold(ToldPatterns.BUILT, nearFolded))
                || asked < 0 && ToldPatterns.OF_TELLER.matcher(near).find();
    }

    /** A question, or an excuse for what the teller has not done. */
    private boolean isDoubted() {
        String rest = small.substring(due.end(), to);
        if (rest.stripLeading().startsWith("?")
                || small.endsWith("?") && ToldPatterns.WONDERED.matcher(small).find()) {
            return true;
        }
        return asked < 0
                && (ToldPatterns.DOUBTED.matcher(rest).find()
                        || ToldPatterns.EXCUSED.matcher(rest).find()
                                && (ToldPatterns.MISSED.matcher(near).find()
                                        || !ToldPatterns.HANDED
                                                .matcher(nearFolded)
                                                .find()));
    }

    private boolean isOfOthers(String near) {
        return isTold(ToldPatterns.OF_OTHERS, near)
                || isTold(ToldPatterns.THINGS, near)
                || ToldPatterns.TRIES
                        .matcher(DutyClause.near(text.substring(from, due.start())))
                        .find();
    }

    /** Returns whether another paper asked for it, before what this one says. */
    private boolean isCited() {
        return asked < 0
                && ToldPatterns.CITED.matcher(near).find()
                && (after().startsWith(", ") || after().startsWith("; "));
    }

    private static int last(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        int last = -1;
        while (matcher.find()) {
            last = matcher.start();
        }
        return last;
    }

    private boolean isFollowedBy(Pattern clause, int at) {
        return clause.matcher(small.substring(at, due.start())).find();
    }

    /** "Năm ngoái, …" is told, "báo cáo thiệt hại do bão vừa qua" names what to report. */
    private boolean isFormer() {
        if (ToldPatterns.THEN.matcher(after()).find()) {
            return true;
        }
        Matcher former = ToldPatterns.OF_THE_PAST.matcher(before());
        while (former.find()) {
            int at = from + former.start();
            int clause = Math.max(from, folded.lastIndexOf(';', at) + 1);
            boolean object =
                    DutyPatterns.DOES.matcher(folded.substring(clause, at)).find()
                            || RequestWords.end(small.substring(clause, at)) >= 0;
            boolean called = ToldPatterns.FEAST.matcher(former.group()).matches()
                    ? isFollowedBy(ToldPatterns.ADDRESSED, at)
                            || ToldPatterns.HANDED
                                    .matcher(folded.substring(at, due.start()))
                                    .find()
                    : isFollowedBy(ToldPatterns.CALLED, at);
            if (!object && !called) {
                return true;
            }
        }
        return false;
    }

    private boolean isWithdrawn() {
        String clause = DutyClause.near(small.substring(from, due.end()));
        clause = clause.substring(Math.max(0, last(ToldPatterns.ADDRESSED, clause)));
        Matcher withdrawn = ToldPatterns.WITHDRAWN.matcher(clause);
        return ToldPatterns.VOID.matcher(small.substring(due.end(), to)).find()
                || withdrawn.find()
                        && !ToldPatterns.ORDERED
                                .matcher(clause.substring(0, withdrawn.start()))
                                .find();
    }

    /** A promise counts up to a request, and does not reach a named deadline. */
    private boolean isPromised() {
        String told = near;
        int promised = last(ToldPatterns.PROMISED, told);
        return promised >= 0
                && due.cue() != DueDate.Cue.NAMED
                && !(told.startsWith("cam kết", promised) && RequestWords.end(told.substring(0, promised)) >= 0)
                && !ToldPatterns.ADDRESSED.matcher(told.substring(promised)).find();
    }

    private boolean isNews() {
        Matcher news = ToldPatterns.NEWS.matcher(smallBefore());
        return news.find() && !isFollowedBy(ToldPatterns.ADDRESSED, from + news.start());
    }

    private boolean isCount() {
        Matcher many = ToldPatterns.HOW_MANY.matcher(before());
        boolean counted = ToldPatterns.COUNTED
                        .matcher(DutyClause.leading(before(), after()))
                        .find()
                && !ToldPatterns.REQUEST.matcher(after()).find();
        return counted
                || many.find()
                        && !ToldPatterns.WANTED
                                .matcher(smallBefore().substring(0, many.start()))
                                .find();
    }

    /** Returns whether an earlier year opens the sentence; the reports of a year may be due early in the next one. */
    private boolean isOfFormerYear() {
        Matcher opening = ToldPatterns.OPENING_YEAR.matcher(folded);
        if (!opening.find()) {
            return false;
        }
        int year = Integer.parseInt(opening.group(1));
        return year < due.date().minusMonths(3).getYear()
                && !isFollowedBy(ToldPatterns.CALLED, 0)
                && !smallBefore().contains(" thì ");
    }

    private boolean isNegated() {
        Matcher negated = ToldPatterns.NEGATED.matcher(smallBefore());
        return negated.find() && !isFollowedBy(ToldPatterns.ADDRESSED, from + negated.start());
    }
}
