package vn.loa.summary;

import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Computes how much of the expected lead a growing and shrinking set of sentences covers: the expected F1 of its words
 * and of its pairs of words against a lead of usual length. What two sentences share counts once, and each word
 * lengthens the summary.
 */
final class Coverage {
    /** Pairs tell more than words: they hold the word order. */
    private static final double PAIRS = 1.35;

    private static final int FEW = 256;

    private final LeadModel model;
    private final double leadLength;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<SentenceTerms, Numbered> numbered = new IdentityHashMap<>();
    private double[] probabilities = new double[FEW];
    private int[] told = new int[FEW];
    private double words;
    private double pairs;
    private int length;

    /** The terms of a sentence by their numbers: sentences are added and removed hundreds of times. */
    private record Numbered(int[] words, int[] pairs) {}

    /** @param leadLength in words */
    Coverage(LeadModel model, double leadLength) {
        this.model = model;
        this.leadLength = leadLength;
    }

    void add(SentenceTerms sentence) {
        Numbered terms = numbered(sentence);
        words += added(terms.words());
        pairs += added(terms.pairs());
        length += sentence.length();
    }

    void remove(SentenceTerms sentence) {
        Numbered terms = numbered(sentence);
        words -= removed(terms.words());
        pairs -= removed(terms.pairs());
        length -= sentence.length();
    }

    private double added(int[] terms) {
        double sum = 0;
        for (int term : terms) {
            sum += told[term]++ == 0 ? probabilities[term] : 0;
        }
        return sum;
    }

    private double removed(int[] terms) {
        double sum = 0;
        for (int term : terms) {
            sum += --told[term] == 0 ? probabilities[term] : 0;
        }
        return sum;
    }

    private Numbered numbered(SentenceTerms sentence) {
        return numbered.computeIfAbsent(
                sentence, terms -> new Numbered(numbers(terms.words()), numbers(terms.pairs())));
    }

    private int[] numbers(List<String> terms) {
        return terms.stream().mapToInt(this::number).toArray();
    }

    private int number(String term) {
        Integer known = numbers.putIfAbsent(term, numbers.size());
        if (known != null) {
            return known;
        }
        int number = numbers.size() - 1;
        if (number == told.length) {
            told = Arrays.copyOf(told, 2 * number);
            probabilities = Arrays.copyOf(probabilities, 2 * number);
        }
        probabilities[number] = model.probability(term);
        return number;
    }

    /** Returns the coverage: 0 for nothing; about 1 for a usual pair of sentences. */
    double value() {
        return 2 * (words + PAIRS * pairs) / (length + leadLength);
    }
}
