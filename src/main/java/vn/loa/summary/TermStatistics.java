package vn.loa.summary;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts terms over the sentences of an article: how often each occurs, in how many sentences, and where first. */
final class TermStatistics {
    /** The counts of one term. */
    static final class Term {
        private final int first;
        private int total;
        private int sentences;
        private int last = -1;
        private double company;

        private Term(int first) {
            this.first = first;
        }

        private void count(int sentence, double titleWords) {
            total++;
            if (sentence != last) {
                last = sentence;
                sentences++;
                company += titleWords;
            }
        }

        /** Returns the number of the first sentence that holds the term, from 0. */
        int first() {
            return first;
        }

        /** Returns how often the term occurs, at least 1. */
        int total() {
            return total;
        }

        /** Returns in how many sentences the term occurs, at least 1. */
        int sentences() {
            return sentences;
        }

        /** Returns how many words of the title stand, on average, in the sentences that hold the term. */
        double company() {
            return company / sentences;
        }
    }

    private final Map<String, Term> terms = new HashMap<>();

    /**
     * Counts a sentence.
     *
     * @param sentence its number, ascending
     * @param titleWords how many words of the title it holds
     */
    void add(int sentence, List<String> terms, double titleWords) {
        for (String term : terms) {
            this.terms.computeIfAbsent(term, any -> new Term(sentence)).count(sentence, titleWords);
        }
    }

    /** Returns all terms with their counts. */
    Map<String, Term> terms() {
        return terms;
    }
}
