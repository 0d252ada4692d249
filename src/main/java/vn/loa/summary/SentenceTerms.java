package vn.loa.summary;

/**
 * The running words of a sentence and each pair of neighbours among them, by the numbers that a {@link TermNumbers}
 * gives them.
 *
 * @param words in their order, repetitions kept
 * @param pairs in their order, one fewer than words
 */
record SentenceTerms(int[] words, int[] pairs) {
    int length() {
        return words.length;
    }
}
