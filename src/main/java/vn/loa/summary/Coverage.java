package vn.loa.summary;

import java.util.HashMap;
import java.util.Map;

/**
 * Computes how much of the expected lead a growing and shrinking set of sentences covers: the expected F1 of its words
 * and of its pairs of words against a lead of usual length. What two sentences share counts once, and each word
 * lengthens the summary.
 */
final class Coverage {
    /** Pairs tell more than words: they hold the word order. */
    private static final double PAIRS = 1.35;

    private final LeadModel model;
    private final double leadLength;
    private final Map<String, Integer> told = new HashMap<>();
    private double words;
    private double pairs;
    private int length;

    /** @param leadLength in words */
    Coverage(LeadModel model, double leadLength) {
        this.model = model;
        this.leadLength = leadLength;
    }

    void add(SentenceTerms sentence) {
        sentence.words().forEach(word -> words += told.merge(word, 1, Integer::sum) == 1 ? model.probability(word) : 0);
        sentence.pairs().forEach(pair -> pairs += told.merge(pair, 1, Integer::sum) == 1 ? model.probability(pair) : 0);
        length += sentence.length();
    }

    void remove(SentenceTerms sentence) {
        sentence.words()
                .forEach(word -> words -= told.merge(word, -1, Integer::sum) == 0 ? model.probability(word) : 0);
        sentence.pairs()
                .forEach(pair -> pairs -= told.merge(pair, -1, Integer::sum) == 0 ? model.probability(pair) : 0);
        length -= sentence.length();
    }

    /** Returns the coverage: 0 for nothing; about 1 for a usual pair of sentences. */
    double value() {
        return 2 * (words + PAIRS * pairs) / (length + leadLength);
    }
}
