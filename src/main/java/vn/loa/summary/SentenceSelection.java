package vn.loa.summary;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/**
 * Selects the two or three sentences that are worth most together: what one has told is worth little in the next, a
 * sentence that refers to an absent one costs, and so does a repetition. Every combination of the best candidates is
 * weighed, so the result does not depend on luck; of equals the earlier one wins.
 */
final class SentenceSelection {
    /** Weighing triples of 14 takes 469 steps, whatever the article's length. */
    private static final int MOST_WEIGHED = 14;

    private static final double TOLD_AGAIN = 0.35;
    private static final double SECOND_SENTENCE = 0.8;
    private static final double TOLERATED_OVERLAP = 0.5;
    /**
     * The cost of a reference in an article's first sentence, which has nothing before it; it may still be the best
     * there is.
     */
    private static final double NOTHING_BEFORE = 7;

    private static final double REPETITION = 6;
    /** A sentence of which so much was told says nothing more. */
    private static final double THE_SAME = 0.8;

    private static final double SAID_ALREADY = 12;
    private static final double UNKNOWN = -1;
    /** Before the first sentence stands none. */
    private static final int UNKNOWN_ORDER = -2;
    /** The cost of each sentence passed over before the first one that is told, and the most that are counted. */
    private static final double LATE = 0.07;

    private static final int LATEST = 8;
    /** The press opens with so many sentences, the first of which may be a caption. */
    private static final int OPENING = 3;
    /** The cost of a sentence whose first words join it to one that is not told, and to one that is not there. */
    private static final double JOINED = 1;

    private static final double JOINED_TO_NOTHING = 0.2;

    /** A journalist's lead of two sentences has about 34 words. */
    private static final double WORDS_PER_SENTENCE = 17;

    private final SummaryLimits limits;
    private final Emphasis emphasis;
    private final Coverage coverage;
    private final List<Candidate> weighed;
    private final Set<String> titleWords;
    private final LastNames lastNames;
    private final List<Set<String>> words;
    /** Shares of words in common, by two places among those weighed; computed when first asked for. */
    private final double[][] overlaps;
    /** The places of the sentences under consideration, the last one first. */
    private final Deque<Integer> chosen = new ArrayDeque<>();

    private double bestTotal = Double.NEGATIVE_INFINITY;
    private List<Candidate> best = List.of();
    private double bestValue = Double.NEGATIVE_INFINITY;

    private SentenceSelection(List<Candidate> candidates, SummaryInput input, SummaryLimits limits) {
        this.limits = limits;
        this.emphasis = input.emphasis();
        this.lastNames = input.lastNames();
        this.titleWords = SummarySentence.words(input.title());
        this.coverage = new Coverage(input.leadModel(), WORDS_PER_SENTENCE * limits.sentences());
        this.weighed = candidates.stream()
                .map(candidate -> new Weighed(candidate, worth(candidate)))
                .sorted(Comparator.comparingDouble(Weighed::worth)
                        .reversed()
                        .thenComparing(weighed -> weighed.candidate().order()))
                .limit(MOST_WEIGHED)
                .map(Weighed::candidate)
                .sorted(Comparator.comparing(Candidate::order))
                .toList();
        this.words = weighed.stream()
                .map(candidate -> SummarySentence.words(candidate.text()))
                .toList();
        this.overlaps = new double[weighed.size()][weighed.size()];
        Arrays.stream(overlaps).forEach(row -> Arrays.fill(row, UNKNOWN));
    }

    private record Weighed(Candidate candidate, double worth) {}

    static SentenceSelection of(List<Candidate> candidates, SummaryInput input, SummaryLimits limits) {
        SentenceSelection selection = new SentenceSelection(candidates, input, limits);
        selection.extend(0, limits.units(), 0);
        return selection;
    }

    private double worth(Candidate alone) {
        if (emphasis.coverage() == 0) {
            return alone.merit() + emphasis.features() * alone.featureWorth();
        }
        coverage.add(alone.terms());
        double covered = emphasis.coverage() * coverage.value();
        coverage.remove(alone.terms());
        return alone.merit() + emphasis.features() * alone.featureWorth() + covered;
    }

    /** Returns the chosen sentences in the article's order, as they are shown; empty when there is none that fits. */
    List<String> texts() {
        List<String> texts = new ArrayList<>();
        int before = UNKNOWN_ORDER;
        for (Candidate sentence : best) {
            texts.add(sentence.order() == before + 1 ? sentence.text() : sentence.apart());
            before = sentence.order();
        }
        return texts;
    }

    /** Returns the worth of the chosen sentences together. */
    double value() {
        return bestValue;
    }

    private void extend(int from, int room, double value) {
        for (int at = from; at < weighed.size(); at++) {
            Candidate next = weighed.get(at);
            if (next.text().length() <= room && !isTold(next)) {
                take(at, room, value + gain(at));
            }
        }
    }

    private void take(int at, int room, double value) {
        Candidate next = weighed.get(at);
        chosen.push(at);
        coverage.add(next.terms());
        double total = value + emphasis.coverage() * coverage.value();
        if (total > bestTotal) {
            bestTotal = total;
            bestValue = value;
            best = chosen.stream()
                    .map(weighed::get)
                    .sorted(Comparator.comparing(Candidate::order))
                    .toList();
        }
        if (chosen.size() < limits.sentences()) {
            extend(at + 1, room - next.text().length() - 1, value);
        }
        coverage.remove(next.terms());
        chosen.pop();
    }

    /** A long sentence may stand among the candidates twice, clipped more or less. */
    private boolean isTold(Candidate next) {
        return !chosen.isEmpty() && lastOrder() == next.order();
    }

    private int lastOrder() {
        return weighed.get(chosen.getFirst()).order();
    }

    private double gain(int at) {
        Candidate next = weighed.get(at);
        double gain = next.merit() - missing(next) + (chosen.size() == 1 ? SECOND_SENTENCE * emphasis.features() : 0);
        for (Feature feature : next.features()) {
            gain += emphasis.features() * feature.worth() * (isTold(feature) ? TOLD_AGAIN : 1);
        }
        for (int other : chosen) {
            gain -= Math.max(0, overlap(at, other) - TOLERATED_OVERLAP) * REPETITION
                    + (overlap(at, other) >= THE_SAME ? SAID_ALREADY : 0);
        }
        return gain;
    }

    private boolean isTold(Feature feature) {
        for (int other : chosen) {
            if (weighed.get(other).features().contains(feature)) {
                return true;
            }
        }
        return false;
    }

    private double overlap(int one, int other) {
        if (overlaps[one][other] == UNKNOWN) {
            overlaps[one][other] = overlap(words.get(one), words.get(other));
            overlaps[other][one] = overlaps[one][other];
        }
        return overlaps[one][other];
    }

    /** Returns the share of words, 0 to 1, that the shorter of two sentences has in common with the other. */
    private static double overlap(Set<String> one, Set<String> other) {
        int shorter = Math.min(one.size(), other.size());
        int shared = 0;
        for (String word : one) {
            shared += other.contains(word) ? 1 : 0;
        }
        return shorter == 0 ? 0 : (double) shared / shorter;
    }

    /** Tells whether a person who is called by a given name or an initial is known from before. */
    private boolean isIntroduced(Candidate next) {
        String name = BackReference.introducedName(next.text())
                .or(() -> lastNames.beginning(next.text()))
                .orElse("");
        return titleWords.contains(name)
                || chosen.stream().anyMatch(other -> words.get(other).contains(name));
    }

    private double missing(Candidate next) {
        if (next.reference() == BackReference.INTRODUCED) {
            return isIntroduced(next) ? 0 : BackReference.INTRODUCED.costAlone();
        }
        if (chosen.isEmpty()) {
            return late(next) + nothingBefore(next);
        }
        boolean neighbour = lastOrder() == next.order() - 1;
        return neighbour ? 0 : next.referenceApart().costFromAfar() + (isJoined(next) ? JOINED : 0);
    }

    private double late(Candidate first) {
        return emphasis == Emphasis.LEAD_MISSING ? LATE * Math.min(first.order(), LATEST) : 0;
    }

    private double nothingBefore(Candidate first) {
        boolean opens =
                first.order() == 0 || emphasis == Emphasis.LEAD_MISSING && first.order() < OPENING && isJoined(first);
        if (!opens || first.reference() == BackReference.SPEAKER) {
            return first.reference().costAlone();
        }
        double joined = !isJoined(first) ? 0 : first.order() == 0 ? JOINED_TO_NOTHING : JOINED;
        return joined + Math.min(first.referenceApart().costAlone(), NOTHING_BEFORE);
    }

    private static boolean isJoined(Candidate next) {
        return !next.text().equals(next.apart());
    }
}
