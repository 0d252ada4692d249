package vn.loa.summary;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import vn.loa.model.ArticleContent;
import vn.loa.model.Summary;
import vn.loa.model.TimingListener;
import vn.loa.text.date.EventDates;
import vn.loa.text.privacy.PrivateData;

/**
 * Summarises an article in two or three of its own sentences. The rules, in the order of the work:
 *
 * <ol>
 *   <li>The article is read as lines: sentences, headings, items of lists ({@link vn.loa.text.Sentences}). The agency
 *       before the lead ("HNP - ") is taken off, a lead that is only the cut beginning of the body is left out, and so
 *       are repetitions and {@link Boilerplate}: the title again, captions, bylines, set phrases, text in a broken
 *       encoding.
 *   <li>What is no prose tells nothing alone and is passed over: verses, talk after dashes, interviews, rows of gifts.
 *   <li>Each line is worth what it tells ({@link Feature}: who, what, when, where, how many, by when, what is asked, what
 *       came out), more if it leads and stands early, less for its {@link Penalty}es: lists of names, headings, speech,
 *       one item of a timetable, praise.
 *   <li>The combination worth most is selected, and stands in the article's order ({@link SentenceSelection}):
 *       repetition costs, and so does a sentence that begins "Trong đó, …" without what it leans on ({@link
 *       BackReference}).
 *   <li>A sentence with private data ({@link PrivateData}) is passed over. Only where it opens the article, or the others
 *       are worth little, it is told with a mask in the place of the data. Pupils who are praised keep their names, unless
 *       the article tells of a misfortune ({@link PrivatePeople}).
 *   <li>Sentences stand whole, word for word; the mark of a list and "./." are taken off, a missing full stop is set.
 *       "Cụ thể, …" loses its {@link Connective} where the sentence before it is not told, and a {@link SplitQuote} stands
 *       in one.
 *       Only a sentence longer than the whole limit may be shortened, at the border of a clause and with an ellipsis
 *       ({@link SentenceShortener}), and competes as such with whole ones.
 *   <li>The event's day is told only where the text is clear about it ({@link EventDates}).
 * </ol>
 *
 * <p>The summary is at most {@link SummaryLimits#units()} UTF-16 units long, and empty when the article has nothing but
 * boilerplate. Deterministic, linear in the length of the article, and no text makes it throw. Safe for use by many
 * threads.
 */
public final class Summarizer {
    /** About a plain sentence that tells one thing; what is worth less does not speak for an article. */
    private static final double ENOUGH = 1.5;

    private final SummaryLimits limits;
    private final PrivateData.Masks masks;
    private final TimingListener listener;

    /** @param masks what to say in the place of private data */
    public Summarizer(SummaryLimits limits, PrivateData.Masks masks) {
        this(limits, masks, TimingListener.NONE);
    }

    /**
     * Makes a summarizer that tells how long it took.
     *
     * @param masks what to say in the place of private data
     * @param listener told after each summary
     */
    public Summarizer(SummaryLimits limits, PrivateData.Masks masks, TimingListener listener) {
        this.listener = Objects.requireNonNull(listener);
        this.limits = Objects.requireNonNull(limits);
        this.masks = Objects.requireNonNull(masks);
    }

    /**
     * Returns the summary of an article.
     *
     * @param zone the portal's, in which its publication has a civil day
     */
    public Summary summarize(ArticleContent content, ZoneId zone) {
        long before = System.nanoTime();
        SummaryInput input = SummaryInput.of(content);
        Summary summary = new Summary(sentences(input), eventDate(input, content, zone));
        listener.took("summarized", Duration.ofNanos(System.nanoTime() - before));
        return summary;
    }

    private List<String> sentences(SummaryInput input) {
        SentenceScorer scorer = new SentenceScorer(input, limits, masks);
        SentenceSelection open = SentenceSelection.of(scorer.openCandidates(), input, limits);
        SentenceSelection selection =
                open.value() >= ENOUGH ? open : SentenceSelection.of(scorer.allCandidates(), input, limits);
        return selection.texts();
    }

    /** The title is asked last: it often names an anniversary or a term of office. */
    private static Optional<LocalDate> eventDate(SummaryInput input, ArticleContent content, ZoneId zone) {
        Stream<String> lines = input.lines().stream().map(SummarySentence::text);
        Optional<LocalDate> published =
                content.published().instant().map(instant -> LocalDate.ofInstant(instant, zone));
        return EventDates.of(Stream.concat(lines, Stream.of(content.title())).toList(), published);
    }
}
