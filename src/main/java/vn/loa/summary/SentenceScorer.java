package vn.loa.summary;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.loa.text.Sentences;
import vn.loa.text.pattern.PrefilteredPattern;
import vn.loa.text.privacy.PrivateData;

/** Scores the sentences of an article: makes each a candidate, with its text as shown and its worth. */
final class SentenceScorer {
    private static final double PLAIN = 0.5;
    private static final double LEADING = 4;
    private static final double IN_THE_LEAD = 1.2;
    /** Three details are not worth who did what, and when. */
    private static final double THE_NEWS = 2;

    private static final double EARLY = 1.2;
    private static final double PER_LINE = 0.08;
    private static final double CLIPPED_LEAD = 1.5;
    private static final double CLIPPED = 4;
    private static final double MASKED = 3;
    private static final int COMFORTABLE_UNITS = 220;
    private static final double PER_UNIT_TOO_LONG = 0.006;

    /** The end mark of official papers, and what is left of a list. */
    private static final Pattern LOOSE_END = Pattern.compile("(?:\\s?\\.?\\s?/\\s?\\.?|[\\s,;–—-]+)$");

    private static final int LONGEST_LIST_AHEAD = 60;
    private static final int LONGEST_REST = 60;
    private static final int LONGEST_LIST_MARK = 12;
    private static final int CASELESS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final Pattern LIST_AHEAD = Pattern.compile(
            "[,;]?\\s(?:(?:với |có )?(?:(?:các |những |một số )?(?:nội dung|kết quả|thông tin)(?: chính)?,?\\s)?(?:cụ thể"
                    + "\\s)?(?:như sau|sau đây|sau)|(?:bao )?gồm(?: có)?|cụ thể(?: là)?|trong đó)\\s?[:.…]*$",
            CASELESS);
    /** "…, lịch tiếp xúc": with what follows it a clause, without it nothing. */
    private static final Pattern NAME_OF_A_LIST = Pattern.compile(
            "[,;]\\s(?:lịch|nội dung|kết quả|danh sách|thời gian|địa điểm|chương trình|thành phần|thông tin)"
                    + "(?: \\p{Ll}{1,7}){0,4}$");
    /** Matches the end of whatever {@link #LIST_AHEAD} matches. */
    private static final PrefilteredPattern AHEAD_END =
            PrefilteredPattern.caseless("(?:sau|đây|gồm|có|cụ thể|là|trong đó)\\s?[:.…]*$");
    /** "…, ông Nguyễn Văn A cho biết…": what is said stands elsewhere. */
    private static final PrefilteredPattern HANGING = PrefilteredPattern.caseless(
            "[,;:][\\s.…]*$|(?<!\\p{L})(?:(?:cho biết|cho hay|nói|nói rằng|cho rằng)\\s?(?:[:…]|\\.{3})|(?:và|hoặc|nhưng|của|với|là)"
                    + "\\s?)[.…]*$");

    private static final Pattern ANSWER = Pattern.compile("^(?:Trả lời|Đáp)\\s?:\\s(?=\\p{Lu})");
    /** "…, ủng hộ 150 triệu đồng;...": the list goes on. */
    private static final PrefilteredPattern GOES_ON = PrefilteredPattern.of("[,;]\\s?(?:\\.{2,}|…)$", 0);

    /** Before a colon: what is said, asked or meant stands elsewhere. */
    private static final PrefilteredPattern LEADS_ON = PrefilteredPattern.caseless(
            "(?<!\\p{L})(?:cho biết|cho hay|nói|rằng|là|gồm|có|yêu cầu|đề nghị|báo tin|phát biểu|nhấn mạnh|hỏi|kể|chia"
                    + " sẻ|khẳng định|bày tỏ|tâm sự|và|với|của|từ|để)\\s?:$");

    private static final Set<Feature> ANNOUNCED = Set.of(Feature.WHO, Feature.WHAT);
    private static final int SHORTEST_ANNOUNCEMENT = 40;

    private final SummaryInput input;
    private final SummaryLimits limits;
    private final PrivateData.Masks masks;
    private final PrivatePeople people;
    private final List<Candidate> open = new ArrayList<>();
    private final List<Candidate> all = new ArrayList<>();

    SentenceScorer(SummaryInput input, SummaryLimits limits, PrivateData.Masks masks) {
        this.input = input;
        this.limits = limits;
        this.masks = masks;
        List<SummarySentence> lines = input.lines();
        this.people = PrivatePeople.in(lines, input.title());
        boolean named = input.namesSomebody();
        for (int order = 0; order < lines.size(); order++) {
            if (named || !BackReference.leansOnAName(lines.get(order).text())) {
                score(lines.get(order), order);
            }
            named = named || BackReference.namesSomebody(lines.get(order).text());
        }
    }

    /** Returns the sentences that hold nothing private. */
    List<Candidate> openCandidates() {
        return open;
    }

    /** Returns all sentences, private data in them masked. */
    List<Candidate> allCandidates() {
        return all;
    }

    private void score(SummarySentence line, int order) {
        String told = shownText(line, input.leadsWith(line));
        if (told.isEmpty() || isRest(told, line, order) || people.isNamedAgain(told)) {
            return;
        }
        double merit = merit(line, order);
        boolean named = people.isPrivate(line) && PrivateData.isIn(told) && !people.isPraised(told);
        String masked = people.masked(named ? PrivateData.mask(told, masks) : told, masks.name());
        if (!masked.equals(told)) {
            List<Candidate> candidates = candidates(masked, line, order, merit - MASKED);
            all.addAll(candidates);
            if ((input.isTheNews(line) || opens(line)) && PrivatePeople.isAllThatIsPrivate(told)) {
                open.addAll(candidates);
            }
        } else {
            List<Candidate> candidates = candidates(told, line, order, merit);
            all.addAll(candidates);
            open.addAll(candidates);
        }
    }

    /**
     * "ông A nhấn mạnh.": what stood before it ended in a stop of its own. Where nothing stands before it, or it begins a
     * paragraph with a time, somebody typed in small letters.
     */
    private static boolean isRest(String told, SummarySentence line, int order) {
        boolean begins = order == 0 || line.place() == 0 && line.features().contains(Feature.WHEN);
        return !begins
                && told.length() <= LONGEST_REST
                && Character.isLowerCase(told.codePointAt(0))
                && !line.isListItem();
    }

    /** Returns whether the line opens the article; the others lean on it. */
    private boolean opens(SummarySentence line) {
        return line.place() == 0 && input.leadsWith(line);
    }

    private List<Candidate> candidates(String text, SummarySentence line, int order, double merit) {
        if (text.length() <= limits.units()) {
            return Sentences.isWhole(text) ? List.of(candidate(text, line, order, merit)) : List.of();
        }
        double cost = input.leadsWith(line) ? CLIPPED_LEAD : CLIPPED;
        return clips(text)
                .filter(Sentences::isWhole)
                .map(clip -> candidate(clip, line, order, merit - cost))
                .toList();
    }

    /** Returns a long clip, and a short one that leaves room for another sentence if it still says what happened. */
    private Stream<String> clips(String text) {
        Optional<String> longest = SentenceShortener.of(text, limits.units());
        Optional<String> shorter = SentenceShortener.of(text, limits.units() * 2 / 3)
                .filter(clip -> Feature.WHAT.isIn(clip) || !Feature.WHAT.isIn(text));
        return Stream.concat(longest.stream(), shorter.stream()).distinct();
    }

    private Candidate candidate(String text, SummarySentence line, int order, double merit) {
        BackReference reference = isAnswer(line) ? BackReference.SENTENCE_BEFORE : reference(text);
        String apart = Connective.takenOff(text);
        double length = Math.max(0, text.length() - COMFORTABLE_UNITS) * PER_UNIT_TOO_LONG;
        return new Candidate(
                order,
                text,
                apart,
                merit - length,
                text.equals(line.text()) ? line.features() : Feature.of(text),
                reference,
                apart.equals(text) ? reference : BackReference.of(apart),
                input.terms(text));
    }

    private BackReference reference(String text) {
        BackReference reference = BackReference.of(text);
        boolean byName = reference.costAlone() < BackReference.INTRODUCED.costAlone()
                && input.lastNames().beginning(text).isPresent();
        return byName ? BackReference.INTRODUCED : reference;
    }

    /** An answer says little without its question. */
    private static boolean isAnswer(SummarySentence line) {
        return line.place() == 0 && ANSWER.matcher(line.withoutListMark()).lookingAt();
    }

    /**
     * As it is shown: without the mark of a list, and with one stop at its end; empty when it only leads to what follows
     * it. "UBND xã thông báo lịch tiêm phòng như sau:" is told up to "như sau".
     */
    private static String shownText(SummarySentence line, boolean leads) {
        String text = cutShort(withoutLabel(line.withoutListMark()));
        String bare = withoutLooseEnd(text);
        String tail = bare.substring(Math.max(0, bare.length() - LONGEST_LIST_AHEAD));
        Matcher ahead = LIST_AHEAD.matcher(tail);
        if (AHEAD_END.isIn(tail) && ahead.find()) {
            bare = NAME_OF_A_LIST
                    .matcher(bare.substring(0, bare.length() - tail.length() + ahead.start()))
                    .replaceFirst("");
            return isAnnounced(bare, leads) && bare.length() >= SHORTEST_ANNOUNCEMENT ? bare + "." : "";
        }
        if (HANGING.isIn(tail)) {
            boolean announces = leads
                    && text.endsWith(":")
                    && !LEADS_ON.isIn(tail)
                    && bare.length() >= SHORTEST_ANNOUNCEMENT
                    && isAnnounced(bare, true);
            return announces ? text.substring(0, text.length() - 1).strip() + "." : "";
        }
        return Sentences.isFinished(bare) ? bare : bare + ".";
    }

    private static String withoutLabel(String text) {
        boolean answer = text.startsWith("Trả lời") || text.startsWith("Đáp");
        return answer ? ANSWER.matcher(text).replaceFirst("") : text;
    }

    private static String cutShort(String text) {
        if (!text.endsWith("..") && !text.endsWith("…")) {
            return text;
        }
        PrefilteredPattern.Search end = GOES_ON.in(text.substring(Math.max(0, text.length() - LONGEST_LIST_MARK)));
        return end.find()
                ? text.substring(
                                0,
                                Math.max(0, text.length() - LONGEST_LIST_MARK)
                                        + end.match().start()) + "…"
                : text;
    }

    private static boolean isAnnounced(String bare, boolean leads) {
        Set<Feature> features = Feature.of(bare);
        return features.containsAll(ANNOUNCED) || (leads && features.contains(Feature.WHAT));
    }

    private static String withoutLooseEnd(String text) {
        int from = text.length();
        while (from > 0 && !Character.isLetterOrDigit(text.charAt(from - 1))) {
            from--;
        }
        Matcher end = LOOSE_END.matcher(text).region(from, text.length());
        return end.find() ? text.substring(0, end.start()) : text;
    }

    /** A reportage opens with the morning mist; who did what comes later. */
    private boolean leads(SummarySentence line) {
        return input.leadsWith(line)
                && (!Penalty.isAttendance(line) || line.features().contains(Feature.HOW_MANY))
                && (input.emphasis() != Emphasis.BRIEF
                        || Feature.STATED.stream().anyMatch(line.features()::contains));
    }

    private double merit(SummarySentence line, int order) {
        Emphasis emphasis = input.emphasis();
        double place = emphasis.place() * Math.max(0, EARLY - PER_LINE * order);
        double lead = leads(line) ? line.place() == 0 ? LEADING : IN_THE_LEAD : 0;
        double news = line.place() == 0 && input.isTheNews(line) ? THE_NEWS : 0;
        double penalties = Penalty.of(line, input).mapToDouble(Penalty::cost).sum();
        return PLAIN + place + emphasis.lead() * lead + news - penalties;
    }
}
