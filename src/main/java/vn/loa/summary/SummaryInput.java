package vn.loa.summary;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.loa.model.ArticleContent;
import vn.loa.text.Sentences;
import vn.loa.text.pattern.PrefilteredPattern;

/**
 * The lines of an article, without {@link Boilerplate} and repetitions, and the properties of the article as a whole. For
 * one thread.
 */
final class SummaryInput {
    /** News stands at the top; what follows these many lines or UTF-16 units of an endless page is not read. */
    private static final int MOST_LINES = 150;

    private static final int MOST_UNITS = 50_000;
    /** Where the end of an article begins, as a share of its lines. */
    private static final double CLOSING_PART = 0.65;

    /** Nobody writes a longer sentence: it is a list or a table without stops, and only its beginning can be told. */
    private static final int LONGEST_SENTENCE = 2_000;

    /** A shorter line, unless it is all there is, leads nothing. */
    private static final int SHORTEST_LEAD = 50;
    /** A shorter line is a heading. */
    private static final int SHORTEST_LEAD_WITHOUT_STOP = 80;
    /** A shorter cut lead could begin many paragraphs. */
    private static final int SHORTEST_TEASER = 20;

    /** "HNP - ", "(Mặt trận) - ", "Kinhtedothi - ": who reports, before the lead itself. */
    private static final Pattern AGENCY = Pattern.compile(
            "^\\s*(?:\\([\\p{L}"
                    + " .&/]{2,40}\\)\\s?[-–—:]?|(?:\\p{Lu}{2,8}(?: \\p{Lu}{2,6}){0,2}|[A-Z][A-Za-z.]{7,20})\\s?[-–—:])\\s*(?=[\\p{Lu}\\d\"“])");
    /** Acronyms that are the news' subject, not its agency. */
    private static final Pattern BODY =
            Pattern.compile("^\\s*(?:UB)?(?:MTTQ|UBND|HĐND|LĐLĐ|LHPN|CCB|BCH|BTV|BHXH|NHCSXH)(?!\\p{Ll})");

    /** The bodies whose news Loa reads; the press writes of others, and opens otherwise. */
    private static final PrefilteredPattern LOCAL_BODY = PrefilteredPattern.of(
            "(?<!\\p{L})(?:MTTQ|Mặt trận Tổ quốc|HĐND|Đảng [uủ][yỷ]|UBND (?:xã|phường)|Ban [Cc]ông tác Mặt"
                    + " trận)(?!\\p{L})",
            0);

    private static final PrefilteredPattern LOCAL_PLACE = PrefilteredPattern.of(
            "(?<!\\p{L})(?:(?:UB)?MTTQ|Mặt trận|HĐND|UBND|Đảng [uủ][yỷ]|xã|phường|thôn|ấp|buôn|tổ dân phố|khu (?:phố|dân"
                    + " cư)|Công an xã|Hội LHPN|HTX)(?!\\p{L})",
            0);
    /** So few lines make a text short; newspapers have more. */
    private static final int MOST_LINES_OF_BRIEF = 14;
    /** So many lines may stand before who did what. */
    private static final int LINES_BEFORE_NEWS = 6;

    /** A local text says early whose news it is. */
    private static final int LINES_THAT_TELL = 3;

    private static final Pattern RECEIVERS =
            Pattern.compile("\\s*nơi nhận\\s?:", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** The head words of a notice, before what each of them is. */
    private static final PrefilteredPattern LABELLED = PrefilteredPattern.caseless(
            "(?:thời gian|thời hạn|địa điểm|đối tượng|thành phần|số lượng|chỉ tiêu|hồ sơ|hình thức|nội dung|mức|kinh"
                    + " phí|kết quả)[^:]{0,40}:");

    /** "- Sáng: …": the day stands in a line above. */
    private static final PrefilteredPattern PART_OF_DAY =
            PrefilteredPattern.caseless("(?:buổi )?(?:sáng|trưa|chiều|tối|cả ngày)\\s?:");

    /** "Ngày 03/3: từ 7h30 …". */
    private static final PrefilteredPattern DAY_HEAD = PrefilteredPattern.caseless(
            "(?:(?:thứ \\p{L}{2,4}|chủ nhật),? )?\\(?ngày \\d{1,2}[/.-]\\d{1,2}(?:[/.-]\\d{4})?\\)?\\s?:");

    private static final Pattern CUT_END = Pattern.compile("(?<!\\s)\\s*+(?<![.…])(?:\\.{2,}+|\\.*+…[.…]*+)\\s*+$");

    private final String title;
    private final Emphasis emphasis;
    private final List<SummarySentence> lines;
    private final boolean stopless;
    private final boolean shouted;
    private final boolean timetable;
    private final int leadParagraph;
    private final boolean leadsWithDay;
    private final OddLines odd;
    private final LastNames lastNames;
    private final TermNumbers numbers = new TermNumbers();
    private final Map<String, SentenceTerms> terms = new HashMap<>();
    private @Nullable LeadModel leadModel;

    private SummaryInput(ArticleContent content, List<SummarySentence> lines) {
        this.title = content.title();
        this.lines = List.copyOf(lines);
        this.stopless = most(line -> !line.isFinished() && !line.isListItem());
        this.shouted = most(SummarySentence::isShouted);
        this.timetable = lines.stream().filter(SummaryInput::isAppointment).count() > 1;
        this.odd = new OddLines(lines);
        this.lastNames = new LastNames(lines);
        this.leadParagraph = leadParagraph();
        this.leadsWithDay = lines.stream().anyMatch(line -> leadsWith(line) && Preamble.opensNews(line.text()));
        this.emphasis = !content.lead().isBlank() || opensLikeALead() ? Emphasis.LEAD_GIVEN : withoutLead();
    }

    /** Lines that state nothing are the background of what somebody did on a day, where that follows soon. */
    private int leadParagraph() {
        List<SummarySentence> able = lines.stream()
                .filter(line -> canLead(line) && !Preamble.isAllOf(line.text()) && !Penalty.isAttendance(line))
                .limit(LINES_BEFORE_NEWS)
                .toList();
        return able.stream()
                .filter(SummarySentence::states)
                .findFirst()
                .filter(line -> isEvent(line) && !BackReference.leans(line.text()))
                .or(() -> able.stream().findFirst())
                .map(SummarySentence::paragraph)
                .orElse(0);
    }

    /** A line that names a person tells of him, whatever else it says. */
    private static boolean tells(SummarySentence line) {
        return line.states() || BackReference.tellsOfSomebody(line.text());
    }

    private static boolean isEvent(SummarySentence line) {
        Set<Feature> told = line.features();
        return told.contains(Feature.WHAT) && (told.contains(Feature.WHEN) || told.contains(Feature.HOW_MANY))
                || Preamble.opensNews(line.text());
    }

    private boolean canLead(SummarySentence line) {
        int shortest = stopless || line.isFinished() ? SHORTEST_LEAD : SHORTEST_LEAD_WITHOUT_STOP;
        return line.text().length() >= shortest;
    }

    private Emphasis withoutLead() {
        boolean brief = lines.size() <= MOST_LINES_OF_BRIEF
                && Stream.concat(
                                Stream.of(title),
                                lines.stream().limit(LINES_THAT_TELL).map(SummarySentence::text))
                        .anyMatch(LOCAL_PLACE::isIn);
        return brief ? Emphasis.BRIEF : Emphasis.LEAD_MISSING;
    }

    /** Official news without a lead of its own says in its first sentence who did what and when. */
    private boolean opensLikeALead() {
        return lines.stream()
                .filter(this::leadsWith)
                .findFirst()
                .filter(this::isTheNews)
                .isPresent();
    }

    static SummaryInput of(ArticleContent content) {
        List<String> paragraphs = paragraphs(content);
        Boilerplate boilerplate = new Boilerplate(content.title(), content.author(), paragraphs.size());
        OpenQuote quote = new OpenQuote();
        Set<String> seen = new HashSet<>();
        List<SummarySentence> kept = new ArrayList<>();
        SplitQuote.joined(allLines(paragraphs)).stream()
                .filter(line -> !quote.holds(line.text()))
                .filter(line -> !boilerplate.holds(line) && seen.add(line.text().toLowerCase(Locale.ROOT)))
                .limit(MOST_LINES)
                .forEach(kept::add);
        return new SummaryInput(content, withoutSubject(kept));
    }

    private static List<SummarySentence> allLines(List<String> paragraphs) {
        List<SummarySentence> lines = new ArrayList<>();
        int end = end(paragraphs);
        for (int number = 0; number < end && lines.size() < 2 * MOST_LINES; number++) {
            lines.addAll(lines(paragraphs.get(number), number));
        }
        return lines;
    }

    /** Keeps the subject of a letter where nothing else says it. */
    private static List<SummarySentence> withoutSubject(List<SummarySentence> lines) {
        List<SummarySentence> others =
                lines.stream().filter(line -> !Boilerplate.isSubject(line)).toList();
        return others.stream().anyMatch(line -> line.text().length() >= SHORTEST_LEAD) ? others : lines;
    }

    /** Below the list of receivers of an official letter stands nothing more of it. */
    private static int end(List<String> paragraphs) {
        for (int number = 1; number < paragraphs.size(); number++) {
            if (RECEIVERS.matcher(paragraphs.get(number)).lookingAt()) {
                return number;
            }
        }
        return paragraphs.size();
    }

    private static List<SummarySentence> lines(String paragraph, int number) {
        List<String> sentences = Sentences.of(paragraph);
        List<SummarySentence> lines = new ArrayList<>();
        if (!Boilerplate.isCaption(sentences)) {
            for (int place = 0; place < sentences.size(); place++) {
                lines.add(new SummarySentence(
                        beginning(Boilerplate.withoutSalutation(sentences.get(place))),
                        number,
                        place,
                        sentences.size()));
            }
        }
        return lines;
    }

    private static String beginning(String sentence) {
        if (sentence.length() <= LONGEST_SENTENCE) {
            return sentence;
        }
        int blank = sentence.lastIndexOf(' ', LONGEST_SENTENCE);
        return sentence.substring(0, blank > 0 ? blank : LONGEST_SENTENCE) + "…";
    }

    private static List<String> paragraphs(ArticleContent content) {
        List<String> body = BrokenLines.joined(withinReason(content.paragraphs()));
        String lead = withoutAgency(clip(content.lead()));
        return lead.isBlank() || isTeaser(lead, body)
                ? body
                : Stream.concat(Stream.of(lead), body.stream()).toList();
    }

    private static List<String> withinReason(List<String> paragraphs) {
        List<String> read = new ArrayList<>();
        int left = MOST_UNITS;
        for (int at = 0; at < paragraphs.size() && left > 0; at++) {
            String paragraph = clip(paragraphs.get(at));
            read.add(GluedCaption.takenOff(
                    at == 0 || at == 1 && paragraph.startsWith("(") ? withoutAgency(paragraph) : paragraph));
            left -= paragraph.length() + 1;
        }
        return read;
    }

    /** Without the sentence that would be cut. */
    private static String clip(String paragraph) {
        if (paragraph.length() <= MOST_UNITS) {
            return paragraph;
        }
        int end = Math.max(paragraph.lastIndexOf(". ", MOST_UNITS), paragraph.lastIndexOf('\n', MOST_UNITS));
        return paragraph.substring(0, end + 1);
    }

    private static String withoutAgency(String lead) {
        return BODY.matcher(lead).find() ? lead : AGENCY.matcher(lead).replaceFirst("");
    }

    /** Returns whether the lead is only the beginning of a paragraph that the body has in full. */
    private static boolean isTeaser(String lead, List<String> body) {
        String start = CUT_END.matcher(lead).replaceFirst("").strip();
        boolean cut = start.length() < lead.strip().length();
        return cut
                && start.length() >= SHORTEST_TEASER
                && body.stream().anyMatch(paragraph -> paragraph.strip().startsWith(start));
    }

    private boolean most(Predicate<SummarySentence> trait) {
        return lines.stream().filter(trait).count() * 2 > lines.size();
    }

    /** "Thời gian: ngày 19/3" is a fact of one event, "Ngày 19/3: ấp 1" one event of many. */
    private static boolean isAppointment(SummarySentence line) {
        return (line.isListItem() || DAY_HEAD.begins(line.text()))
                && (PART_OF_DAY.begins(line.withoutListMark())
                        || line.features().contains(Feature.WHEN)
                                && !line.features().contains(Feature.DEADLINE)
                                && !LABELLED.begins(line.withoutListMark()));
    }

    /** Returns the lines in the article's order, the lead first. */
    List<SummarySentence> lines() {
        return lines;
    }

    String title() {
        return title;
    }

    /** Returns the weights that hold for this article. */
    Emphasis emphasis() {
        return emphasis;
    }

    /** Returns whether the title names a person, to whom the first sentence may refer. */
    boolean namesSomebody() {
        return BackReference.namesSomebody(title);
    }

    /** Returns the numbers of the words of a text that may stand in the summary. */
    SentenceTerms terms(String text) {
        return terms.computeIfAbsent(text, numbers::terms);
    }

    /** Returns what tells which words a lead for this article would hold; learnt once. */
    LeadModel leadModel() {
        if (leadModel == null) {
            SentenceTerms titleTerms = terms(title);
            List<SentenceTerms> sentences =
                    lines.stream().map(line -> terms(line.text())).toList();
            leadModel = new LeadModel(numbers, titleTerms, sentences);
        }
        return leadModel;
    }

    /** Returns the last names of the people whom the article names in full. */
    LastNames lastNames() {
        return lastNames;
    }

    /** Returns whether most lines lack a stop, so that lacking one says nothing. */
    boolean isStopless() {
        return stopless;
    }

    /** Returns whether the article is typed in capitals. */
    boolean isShouted() {
        return shouted;
    }

    /** Returns whether the line is one of several appointments, which would mislead when it stands alone. */
    boolean isOneOfATimetable(SummarySentence line) {
        return timetable && isAppointment(line);
    }

    /** Returns whether the line is a verse of a poem or a song. */
    boolean isVerse(SummarySentence line) {
        return odd.isVerse(line);
    }

    /** Returns whether the line stands in one of several paragraphs that a number tells apart. */
    boolean isNumberedOne(SummarySentence line) {
        return odd.isNumberedOne(line);
    }

    /** Returns whether somebody in a dialogue says the line. */
    boolean isTalk(SummarySentence line) {
        return odd.isTalk(line);
    }

    /** Returns whether the line is the one that says who did what, and when. */
    boolean isTheNews(SummarySentence line) {
        return leadsWith(line)
                && LOCAL_BODY.isIn(line.text())
                && line.features().containsAll(Emphasis.OF_A_LEAD);
    }

    /**
     * Returns whether the line stands before the paragraph that leads, and tells nothing by itself. The press tells what
     * no {@link Feature} knows; there only a day shows that the news begins later.
     */
    boolean isBackground(SummarySentence line) {
        return line.paragraph() < leadParagraph && !tells(line) && (emphasis != Emphasis.LEAD_MISSING || leadsWithDay);
    }

    /** Returns whether the line stands in the last third of the article, and not in the paragraph that leads. */
    boolean closesWith(SummarySentence line) {
        return !leadsWith(line) && lines.indexOf(line) >= lines.size() * CLOSING_PART;
    }

    /** Returns whether the line belongs to the paragraph that leads: the first one that tells something. */
    boolean leadsWith(SummarySentence line) {
        return line.paragraph() == leadParagraph;
    }
}
