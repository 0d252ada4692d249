package vn.loa.summary;

import java.util.Arrays;

/** Counts terms over the sentences of an article: how often each occurs, in how many sentences, and where first. */
final class TermStatistics {
    private final int[] first;
    private final int[] total;
    private final int[] sentences;
    private final int[] last;
    private final double[] company;

    /** @param terms how many there are */
    TermStatistics(int terms) {
        this.first = new int[terms];
        this.total = new int[terms];
        this.sentences = new int[terms];
        this.last = new int[terms];
        this.company = new double[terms];
        Arrays.fill(last, -1);
    }

    /**
     * Counts a sentence.
     *
     * @param sentence its number, ascending
     * @param terms their numbers
     * @param titleWords how many words of the title it holds
     */
    void add(int sentence, int[] terms, double titleWords) {
        for (int term : terms) {
            if (total[term]++ == 0) {
                first[term] = sentence;
            }
            if (sentence != last[term]) {
                last[term] = sentence;
                sentences[term]++;
                company[term] += titleWords;
            }
        }
    }

    /** Returns the number of the first sentence that holds the term, from 0. */
    int first(int term) {
        return first[term];
    }

    /** Returns how often the term occurs; 0 for one that only the title holds. */
    int total(int term) {
        return total[term];
    }

    /** Returns in how many sentences the term occurs. */
    int sentences(int term) {
        return sentences[term];
    }

    /** Returns how many words of the title stand, on average, in the sentences that hold the term. */
    double company(int term) {
        return company[term] / sentences[term];
    }
}
