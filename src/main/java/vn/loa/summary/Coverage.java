package vn.loa.summary;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/**
 * Computes how much of the expected lead a growing and shrinking set of sentences covers: the expected F1 of its words
 * and of its pairs of words against a lead of usual length. What two sentences share counts once, and each word
 * lengthens the summary.
 */
final class Coverage {
    /** Pairs tell more than words: they hold the word order. */
    private static final double PAIRS = 1.35;

    private final Counted words;
    private final Counted pairs;
    private final double leadLength;
    private int length;

    /** @param leadLength in words */
    Coverage(LeadModel model, double leadLength) {
        this.words = new Counted(model::ofWord);
        this.pairs = new Counted(model::ofPair);
        this.leadLength = leadLength;
    }

    void add(SentenceTerms sentence) {
        words.add(sentence.words());
        pairs.add(sentence.pairs());
        length += sentence.length();
    }

    void remove(SentenceTerms sentence) {
        words.remove(sentence.words());
        pairs.remove(sentence.pairs());
        length -= sentence.length();
    }

    /** Returns the coverage: 0 for nothing; about 1 for a usual pair of sentences. */
    double value() {
        return 2 * (words.sum + PAIRS * pairs.sum) / (length + leadLength);
    }

    /** The terms of one kind that the sentences hold, and the sum of their probabilities. */
    private static final class Counted {
        private static final int FEW = 256;

        private final IntToDoubleFunction probability;
        private int[] told = new int[FEW];
        private double sum;

        Counted(IntToDoubleFunction probability) {
            this.probability = probability;
        }

        void add(int[] terms) {
            double added = 0;
            for (int term : terms) {
                if (term >= told.length) {
                    told = Arrays.copyOf(told, 2 * term);
                }
                added += told[term]++ == 0 ? probability.applyAsDouble(term) : 0;
            }
            sum += added;
        }

        void remove(int[] terms) {
            double removed = 0;
            for (int term : terms) {
                removed += --told[term] == 0 ? probability.applyAsDouble(term) : 0;
            }
            sum -= removed;
        }
    }
}
