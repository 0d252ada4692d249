package vn.loa.summary;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.loa.text.Sentences;
import vn.loa.text.privacy.PrivateData;

/** Scores the sentences of an article: makes each a candidate, with its text as shown and its worth. */
final class SentenceScorer {
    private static final double PLAIN = 0.5;
    private static final double LEADING = 4;
    private static final double IN_THE_LEAD = 1.2;
    private static final double EARLY = 1.2;
    private static final double PER_LINE = 0.08;
    private static final double CLIPPED_LEAD = 1.5;
    private static final double CLIPPED = 4;
    private static final double MASKED = 3;
    private static final int COMFORTABLE_UNITS = 220;
    private static final double PER_UNIT_TOO_LONG = 0.006;

    /** The end mark of official papers, and what is left of a list. */
    private static final Pattern LOOSE_END = Pattern.compile("(?:\\s?\\.?\\s?/\\s?\\.?|[\\s,;–—-]+)$");

    private final SummaryInput input;
    private final SummaryLimits limits;
    private final PrivateData.Masks masks;
    private final List<Candidate> open = new ArrayList<>();
    private final List<Candidate> all = new ArrayList<>();

    SentenceScorer(SummaryInput input, SummaryLimits limits, PrivateData.Masks masks) {
        this.input = input;
        this.limits = limits;
        this.masks = masks;
        List<SummarySentence> lines = input.lines();
        for (int order = 0; order < lines.size(); order++) {
            score(lines.get(order), order);
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
        if (line.text().endsWith(":")) {
            return;
        }
        String text = shownText(line);
        double merit = merit(line, order);
        if (PrivateData.isIn(text)) {
            candidates(PrivateData.mask(text, masks), line, order, merit - MASKED)
                    .forEach(all::add);
        } else {
            List<Candidate> candidates = candidates(text, line, order, merit);
            all.addAll(candidates);
            open.addAll(candidates);
        }
    }

    private List<Candidate> candidates(String text, SummarySentence line, int order, double merit) {
        if (text.length() <= limits.units()) {
            return Sentences.isWhole(text) ? List.of(candidate(text, order, merit)) : List.of();
        }
        double cost = input.leadsWith(line) ? CLIPPED_LEAD : CLIPPED;
        return clips(text)
                .filter(Sentences::isWhole)
                .map(clip -> candidate(clip, order, merit - cost))
                .toList();
    }

    /** Returns a long clip, and a short one that leaves room for another sentence if it still says what happened. */
    private Stream<String> clips(String text) {
        Optional<String> longest = SentenceShortener.of(text, limits.units());
        Optional<String> shorter = SentenceShortener.of(text, limits.units() * 2 / 3)
                .filter(clip -> Feature.WHAT.isIn(clip) || !Feature.WHAT.isIn(text));
        return Stream.concat(longest.stream(), shorter.stream()).distinct();
    }

    private static Candidate candidate(String text, int order, double merit) {
        double length = Math.max(0, text.length() - COMFORTABLE_UNITS) * PER_UNIT_TOO_LONG;
        return new Candidate(
                order,
                text,
                merit - length,
                Feature.of(text),
                BackReference.of(text),
                SummarySentence.words(text),
                SentenceTerms.of(text));
    }

    /** Returns the sentence as it is shown: without the mark of a list, and with one stop at its end. */
    private static String shownText(SummarySentence line) {
        String text = line.withoutListMark();
        String bare = LOOSE_END.matcher(text).replaceFirst("");
        return Sentences.isFinished(bare) ? bare : bare + ".";
    }

    private double merit(SummarySentence line, int order) {
        Emphasis emphasis = input.emphasis();
        double place = emphasis.place() * Math.max(0, EARLY - PER_LINE * order);
        double lead = input.leadsWith(line) ? line.place() == 0 ? LEADING : IN_THE_LEAD : 0;
        double penalties = Penalty.of(line, input).mapToDouble(Penalty::cost).sum();
        return PLAIN + place + emphasis.lead() * lead - penalties;
    }
}
